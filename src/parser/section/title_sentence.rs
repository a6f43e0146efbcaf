//! Unnumbered headings that are sentences: `产业结构持续优化。` on a line of its own above a paragraph, and so on by turns;
//! questions above their answers.

use super::lead::is_title_sentence;
use super::unnumbered::{Bold, LONGEST, Unnumbered};
use crate::lexer::search::{self, any_of, last};

/// Title sentences on lines of their own, by turns with long paragraphs: `产业结构持续优化。⏎……`.
#[derive(Default)]
pub(super) struct Sentences<'t> {
    open: Option<Unnumbered>,
    /// Each with the run of turns that it stands in.
    found: Vec<(&'t str, Unnumbered, u32)>,
    run: u32,
}

impl<'t> Sentences<'t> {
    /// Fewer in a row, and fewer in all, are chance.
    const ROW: usize = 2;
    const LEAST: usize = 4;
    /// The fewest characters of a paragraph below one.
    const PARAGRAPH: usize = 50;

    pub(super) fn read(&mut self, text: &'t str, start: u32, marked: bool) {
        // no character has more than four bytes
        let title = text.strip_suffix('。').filter(|title| !marked && title.len() <= LONGEST * 4);
        let title = title.filter(|t| (4..=LONGEST).contains(&search::chars(t)) && !t.contains(any_of("。；：:？！")));
        let is_long = || text.len() > Self::PARAGRAPH * 4 || search::chars(text) >= Self::PARAGRAPH;
        match (self.open.take(), title) {
            (None, Some(title)) => {
                let line = Unnumbered { start, end: start + title.len() as u32, bold: Bold::Sentence };
                self.open = Some(line);
                self.found.push((title, line, self.run));
            }
            (Some(_), None) if !marked && is_long() => {}
            (open, _) => {
                // what no paragraph stands below is none
                if open.is_some() {
                    self.found.pop();
                }
                self.run += 1;
            }
        }
    }

    pub(super) fn add(self, found: &mut Vec<Unnumbered>) {
        let mut all = self.found;
        if self.open.is_some() {
            all.pop();
        }
        let rows: Vec<_> = all.chunk_by(|a, b| a.2 == b.2).filter(|row| row.len() >= Self::ROW).flatten().collect();
        let titles = rows.iter().filter(|(title, ..)| is_title_sentence(title)).count();
        if rows.len() >= Self::LEAST && titles * 5 >= rows.len() * 3 {
            found.extend(rows.iter().map(|row| row.1));
            found.sort_by_key(|h| h.start);
        }
    }
}

/// Questions on lines of their own, each above its answer: `实体居住证还能用吗？`.
#[derive(Default)]
pub(super) struct Questions {
    open: Option<Unnumbered>,
    found: Vec<Unnumbered>,
    /// How many others are asked in passing.
    spoken: usize,
}

impl Questions {
    /// Fewer are asked in passing.
    const LEAST: usize = 3;
    /// The fewest characters of a question, and of what stands below it.
    const SHORT: usize = 5;
    const ANSWER: usize = 3;

    pub(super) fn read(&mut self, text: &str, start: u32, marked: bool) {
        let asks = !marked && matches!(last(text), '？' | '?') && text.len() <= LONGEST * 4;
        let answers = !asks && text.chars().nth(Self::ANSWER).is_some();
        self.found.extend(self.open.take().filter(|_| answers));
        if asks {
            let question = text.trim_end_matches(['？', '?']);
            let plain = (Self::SHORT..LONGEST).contains(&search::chars(question))
                && !question.contains(any_of("。！？，；：:我你这那呢吧"));
            if plain {
                self.open = Some(Unnumbered { start, end: start + text.len() as u32, bold: Bold::Sentence });
            } else {
                self.spoken += 1;
            }
        }
    }

    pub(super) fn add(self, found: &mut Vec<Unnumbered>) {
        if self.found.len() >= Self::LEAST && self.spoken * 2 < self.found.len() {
            found.extend(self.found);
            found.sort_by_key(|h| h.start);
        }
    }
}
