//! Numbers with a nought before them, as pages set off their parts: `01` above a title or beside it, `PART 01`.

use super::Candidate;
use super::spread::{candidate, is_text};
use crate::MarkStyle;
use crate::lexer::chars::{is_blank, is_han, is_word};
use crate::lexer::search::{self, any_of, chars, first};
use std::ops::RangeInclusive;

/// The fewest and the most characters of a title below such a number or beside it.
const TITLE: RangeInclusive<usize> = 2..=30;

/// Such numbers that count on from line to line, two at the least.
#[derive(Default)]
pub(super) struct Padded {
    run: Vec<Candidate>,
    /// The number alone on the last line, whose title is to come.
    alone: Option<Candidate>,
    found: Vec<Candidate>,
}

impl Padded {
    /// Reads the line of `text` from `start` to `end`.
    pub(super) fn read(&mut self, text: &str, start: usize, end: usize) {
        let line = text.get(start..end).unwrap_or_default().trim_start();
        let start = (end - line.len()) as u32;
        if line.is_empty() {
            return;
        }
        if let Some(mark) = self.alone.take().filter(|_| is_title(line)) {
            self.push(Candidate { end: start, ..mark });
            return;
        }
        let Some((ordinal, len)) = number(line) else { return };
        // it counts the whole, as 1 above 1.1 does
        let mark = Candidate { depth: 1, ..candidate(MarkStyle::Arabic, ordinal, start, len) };
        let rest = &line[len..];
        let title = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '|' | '｜' | '丨' | '/'));
        let sign = search::skip(rest, is_blank).len() > title.len();
        if title.trim_end().is_empty() {
            self.alone = Some(mark);
        } else if title.len() < rest.len() && (is_title(title) || is_text(title)) {
            let len = if sign { line.len() - title.len() } else { len };
            self.push(Candidate { end: start + len as u32, ..mark });
        }
    }

    fn push(&mut self, mark: Candidate) {
        if mark.ordinal == 1 {
            self.close();
        }
        if usize::from(mark.ordinal) == self.run.len() + 1 {
            self.run.push(mark);
        }
    }

    fn close(&mut self) {
        if self.run.len() >= 2 {
            self.found.append(&mut self.run);
        }
        self.run.clear();
    }

    /// Those that count on.
    pub(super) fn found(mut self) -> Vec<Candidate> {
        self.close();
        self.found
    }
}

/// The number that a line begins with, and its length: `01`, `PART.02`.
fn number(line: &str) -> Option<(u32, usize)> {
    let name = ["PART", "Part", "part", "NO", "No"].iter().find_map(|name| line.strip_prefix(name));
    let rest = name.map_or(line, |rest| rest.trim_start_matches([' ', '.', '·']));
    let digits = rest.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let more = rest[2..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '%'));
    let ordinal: u32 = digits.parse().ok().filter(|n| *n > 0 && !more)?;
    Some((ordinal, line.len() - rest.len() + 2))
}

fn is_title(line: &str) -> bool {
    let line = line.trim_end();
    let opens = |c: char| is_han(c) || matches!(c, '“' | '《');
    TITLE.contains(&chars(line))
        && opens(first(line))
        && !line.contains(any_of("。；：:"))
        && line.ends_with(|c| is_word(c) || matches!(c, '”' | '》' | '！' | '？'))
}
