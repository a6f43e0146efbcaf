//! Bare numbers before titles on lines of their own, each with its text below: `1 总则` `2  组织体系`.

use super::Candidate;
use super::spread::{candidate, counts, is_title};
use crate::MarkStyle;
use crate::lexer::chars::{ends_sentence, is_blank, is_colon, is_han};
use crate::lexer::numeral::read_arabic;
use crate::lexer::search::{self, first};

/// Such numbers that count on from line to line, three at the least.
#[derive(Default)]
pub(super) struct Bare {
    run: Vec<Candidate>,
    /// The number on the last line, whose text is to come.
    open: Option<Candidate>,
    found: Vec<Candidate>,
}

impl Bare {
    /// Fewer may be rows of a table.
    const LEAST: usize = 3;
    /// The shortest text below one, in bytes.
    const TEXT: usize = 7 * '字'.len_utf8();

    /// Reads the line of `text` from `start` to `end`.
    pub(super) fn read(&mut self, text: &str, start: usize, end: usize) {
        let line = text.get(start..end).unwrap_or_default().trim_start();
        let start = (end - line.len()) as u32;
        let line = line.trim_end();
        if line.is_empty() {
            return;
        }
        let number = Self::number(line, start);
        if let Some(above) = self.open.take() {
            let told = line.ends_with(|c| ends_sentence(c) || is_colon(c)) && line.len() >= Self::TEXT;
            if number.is_none() && told {
                self.run.push(above);
            } else {
                self.close();
            }
        }
        let Some(mark) = number else { return };
        if mark.ordinal == 1 {
            self.close();
        }
        if usize::from(mark.ordinal) == self.run.len() + 1 {
            self.open = Some(mark);
        }
    }

    /// The number before the title that a line is.
    fn number(line: &str, start: u32) -> Option<Candidate> {
        let numeral = read_arabic(line).filter(|n| (1..=30).contains(&n.value) && !n.misread)?;
        let rest = line.get(numeral.len..).filter(|rest| is_blank(search::first(rest)))?;
        let title = search::skip(rest, is_blank);
        let fits = is_han(first(title)) && !counts(title) && (is_title(title) || matches!(title, "总则" | "附则"));
        let mark = candidate(MarkStyle::Decimal, numeral.value, start, numeral.len);
        fits.then_some(Candidate { depth: 1, ..mark })
    }

    fn close(&mut self) {
        if self.run.len() >= Self::LEAST {
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
