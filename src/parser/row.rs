//! Rows of tables in plain text, whose cells stand between tabs or wide blanks: no furniture of a page, and signed by nobody.

use super::element::matching::is_blank;
use super::element::{bare_name, is_organ};
use crate::lexer::search::{self, after, before, begins_with_any, has_any, suffix};

/// The longest row that is looked at, in bytes.
const LONGEST: usize = 400;

/// Whether `line` is a row of the table that the line `above` is of, or opens with the number of a row:
/// `1　建设水库　县水利局　2024-09-30`.
pub(super) fn is_row(line: &str, above: &str) -> bool {
    if line.len() > LONGEST || above.len() > LONGEST {
        return false;
    }
    // with the day that it ends in
    let numbered = || is_number(words(line).next().unwrap_or_default()) && words(line).nth(3).is_some();
    let cells = cells(line);
    numbered() || cells >= 3 && cells == self::cells(above) && !of_signers(line)
}

/// Whether nothing but organs or nothing but names stand in a line: they sign side by side.
fn of_signers(line: &str) -> bool {
    words(line).all(|word| is_organ(word, 0, word.len())) || words(line).all(|word| bare_name(word, 0, word.len()))
}

/// The same of the line that stands at byte `at` of a text.
pub(super) fn in_row(text: &str, at: usize) -> bool {
    let head = suffix(before(text, at), LONGEST).rsplit('\n').next().unwrap_or_default();
    let start = at - head.len();
    let rest = search::prefix(after(text, start), LONGEST);
    let line = rest.split('\n').next().unwrap_or_default();
    let above = suffix(before(text, start), LONGEST).trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    is_row(line, above)
}

/// Whether a line is the head of a table of tasks: `序号　任务　责任单位`.
pub(super) fn is_head(line: &str) -> bool {
    const LABELS: [&str; 6] = ["责任单位", "责任部门", "责任人", "牵头单位", "牵头部门", "时限"];
    words(line).nth(2).is_some() && (begins_with_any(line, &["序号", "编号"]) || has_any(line, &LABELS))
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(is_blank).filter(|word| !word.is_empty())
}

fn is_number(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// How many cells of more than a character stand in a line: of `县　长　　张　三` two.
fn cells(line: &str) -> usize {
    let line = line.trim_matches(is_blank);
    let (mut cells, mut start, mut from) = (0, 0, 0);
    loop {
        let gap = search::position(after(line, from), is_blank).map_or(line.len(), |gap| from + gap);
        let rest = after(line, gap);
        let behind = search::skip(rest, is_blank);
        let blanks = before(rest, rest.len() - behind.len());
        from = line.len() - behind.len();
        if behind.is_empty() || blanks.contains('\t') || search::chars(blanks) > 1 {
            cells += usize::from(search::chars(before(after(line, start), gap - start)) > 1);
            start = from;
        }
        if behind.is_empty() {
            return cells;
        }
    }
}
