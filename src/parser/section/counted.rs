//! Unnumbered headings that open with what they count: 体会一：质量是命。 … 体会二：人才是本。 路径1 …

use super::unnumbered::{Bold, Unnumbered};
use crate::lexer::chars::{is_blank, is_colon, is_han};
use crate::lexer::numeral::{is_han_numeral, read_han};
use crate::lexer::search;

/// Lines that open with what they count, each above its text: 体会一：质量是命。 … 体会二：人才是本。
#[derive(Default)]
pub(super) struct Counted<'t> {
    /// The noun and the number that the next must go on with, and the headings so far.
    noun: &'t str,
    next: u32,
    run: Vec<Unnumbered>,
    found: Vec<Unnumbered>,
    /// Whether the line before was one of them.
    just: bool,
}

/// Whether the title of a heading opens with what it counts.
pub(super) fn is_counted(title: &str) -> bool {
    Counted::number(title).is_some()
}

impl<'t> Counted<'t> {
    /// The longest line, in characters.
    const LONGEST: usize = 32;

    /// Reads a line, and tells whether it goes on a count.
    pub fn read(&mut self, text: &'t str, start: u32) -> bool {
        let above = std::mem::take(&mut self.just);
        let Some((noun, number, end)) = Self::number(text) else { return false };
        // one right above the next has no text
        if above || number == 1 || noun != self.noun || number != self.next {
            self.close();
        }
        if above || number != 1 && self.run.is_empty() {
            return false;
        }
        (self.noun, self.next, self.just) = (noun, number + 1, true);
        self.run.push(Unnumbered { start, end: start + end as u32, bold: Bold::No });
        true
    }

    /// What a line counts, its number, and where its title ends.
    fn number(text: &str) -> Option<(&str, u32, usize)> {
        // no character has more than four bytes
        let short = Some(text).filter(|text| text.len() <= Self::LONGEST * 4)?;
        let (name, said) =
            search::prefix(short, "体会建议二十一：".len()).split_once(|c| is_colon(c) || is_blank(c))?;
        // 路径1
        let digits = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let noun = if digits.len() < name.len() { digits } else { search::skip_back(name, is_han_numeral) };
        let numeral = search::after(name, noun.len());
        let value =
            numeral.parse().ok().or_else(|| read_han(numeral).filter(|n| n.len == numeral.len()).map(|n| n.value))?;
        let title = text.trim_end_matches('。');
        let fits = (2..=4).contains(&search::chars(noun))
            && noun.chars().all(is_han)
            && !matches!(noun, "附件" | "附表" | "星期")
            && !title.contains('。')
            && search::chars(title) <= Self::LONGEST
            && title.len() > text.len() - said.len();
        fits.then_some((noun, value, title.len()))
    }

    fn close(&mut self) {
        // one box is told by its name
        if self.run.len() > 1 || self.noun == "专栏" {
            self.found.append(&mut self.run);
        }
        self.run.clear();
    }

    pub fn add(mut self, found: &mut Vec<Unnumbered>) {
        self.close();
        if !self.found.is_empty() {
            found.append(&mut self.found);
            found.sort_by_key(|h| h.start);
        }
    }
}
