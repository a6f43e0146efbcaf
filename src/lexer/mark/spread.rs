//! Numerals that only a blank sets off from their titles or text: 一　履职情况, 1  实施道路提升行动。……

use super::{Candidate, Place};
use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{is_blank, is_word};
use crate::lexer::numeral::{is_han_numeral, read_arabic, read_han};
use crate::lexer::search::{any_of, chars, first, is_one_of};

/// The most characters of such a title.
const LONGEST: usize = 24;

/// Adds the numerals to `found` that count on from line to line of `text`, two at the least; a row of a table is none.
pub(crate) fn add(text: &str, breaks: Breaks<'_>, found: &mut Vec<Candidate>) {
    let before = found.len();
    let mut counts = [Count::new(MarkStyle::Han), Count::new(MarkStyle::Arabic)];
    for (start, end) in breaks.lines(text.len()) {
        let Some(line) = text.get(start..end).map(|line| line.trim_start_matches(is_blank)) else { continue };
        let c = first(line);
        let arabic = c.is_ascii_digit();
        if !arabic && !is_han_numeral(c) {
            continue;
        }
        let count = &mut counts[usize::from(arabic)];
        let numeral = if arabic { read_arabic(line) } else { read_han(line) };
        let Some(numeral) = numeral.filter(|n| n.value == count.next || n.value == 1) else { continue };
        let Some(title) = line.get(numeral.len..).filter(|t| t.starts_with(is_blank)).map(|t| t.trim_matches(is_blank))
        else {
            continue;
        };
        if if arabic { is_text(title) } else { is_title(title) } {
            let start = (end - line.len()) as u32;
            count.next = numeral.value + 1;
            count.found.push(Candidate {
                start,
                end: start + numeral.len as u32,
                style: count.style,
                ordinal: numeral.value as u16,
                place: Place::Line,
                misread: false,
                firm: true,
                depth: 0,
                lead: 0,
            });
        }
    }
    // what is read otherwise stays so
    let added = counts.into_iter().map(|count| count.found).filter(|found| found.len() >= 2).flatten();
    found.extend(added);
    if found.len() > before {
        found.sort_by_key(|c| c.start);
        found.dedup_by_key(|c| c.start);
    }
}

/// The numerals of one style that count on.
struct Count {
    style: MarkStyle,
    next: u32,
    found: Vec<Candidate>,
}

impl Count {
    fn new(style: MarkStyle) -> Self {
        Self { style, next: 1, found: Vec::new() }
    }
}

/// Whether the rest of a line may be a title.
fn is_title(line: &str) -> bool {
    (3..=LONGEST).contains(&chars(line)) && !line.contains(any_of("。；：:\u{3000}\t"))
}

/// Whether the rest of a line may be a paragraph that opens with a title sentence: 实施道路提升行动。……, not 月，……
fn is_text(line: &str) -> bool {
    let opening = line.split(any_of("。，；：")).next().unwrap_or_default();
    let counts = is_one_of(first(line), "年月日号个名人位次项条户家万亿元岁周天点级所处台件种倍");
    line.ends_with('。') && (4..=LONGEST).contains(&chars(opening)) && opening.chars().all(is_word) && !counts
}
