//! The titles of annexes, and of documents without an author or a day, told by their nouns.

use super::head::{Head, skip_markdown};
use super::noun::NOUN;
use super::title::{Evidence, begins_sections, opens_section, title};
use super::{Finder, noun};
use crate::lexer::search::{is_one_of, suffix};
use crate::parser::element::matching::*;
use crate::parser::element::{self, is_stop};

/// Whether a whole title stands two empty lines below what stands above: `××村2023年村庄清洁行动工作计划`.
pub(super) fn stands_apart(text: &str, at: usize, end: usize) -> bool {
    let apart = text.get(..at).is_some_and(|above| above.ends_with("\n\n\n"));
    apart && (10..=40).contains(&width(text.get(at..end).unwrap_or_default())) && noun::APART.ends(text, at, end)
}

/// Where the title of an annex begins below its label, which stands alone on its line: `附件1`, `附件：`. Below a label with
/// a colon there may be a list of annexes.
pub(super) fn below_label(text: &str, at: usize) -> Option<usize> {
    let label = element::attachment_label(text, at)?;
    let colon = eat(text, skip_blanks(text, label), "：");
    let end = colon.unwrap_or(label);
    let next = skip_space(text, end);
    let alone = skip_blanks(text, end) == line_end(text, end) && next < text.len() && !element::is_file(text, next);
    (alone && (colon.is_none() || !opens_section(text, next))).then(|| skip_markdown(text, next))
}

/// Where the title of an annex begins behind its label, right above what opens its text: `附件2：××登记办法⏎第一条……`.
pub(super) fn behind_label(text: &str, at: usize) -> Option<usize> {
    let label = element::attachment_label(text, at)?;
    let next = skip_blanks(text, label);
    let sign = SIGN.at(text, next);
    let start = skip_blanks(text, sign.or_else(|| Some(next).filter(|&next| next > label))?);
    if opens_section(text, start) {
        return None;
    }
    let end = trim_end(text, start, line_end(text, start));
    let below = skip_space(text, end);
    let named = (4..=60).contains(&width(text.get(start..end)?));
    let kind = || NOUN.ends(text, start, end) || noun::LISTS.ends(text, start, end);
    let passed = || element::head_date(text, below).or_else(|| element::passing(text, below)).is_some();
    let begins = || begins_sections(text, below) || begins_table(text, below) || passed();
    if named && (begins() || kind() && begins_text(text, below)) {
        return Some(start);
    }
    let glued = title(text, start).filter(|title| title.evidence > Evidence::Line && title.end < end)?;
    begins_sections(text, skip_space(text, glued.end)).then_some(start)
}

/// Whether a line is the head of a table.
fn begins_table(text: &str, at: usize) -> bool {
    text.get(at..line_end(text, at)).is_some_and(|line| line.split('\t').nth(2).is_some())
}

/// Whether a line is a sentence of an annex.
fn begins_text(text: &str, at: usize) -> bool {
    let line = text.get(at..line_end(text, at)).unwrap_or_default().trim_end();
    let other = || words!("附件 附表 附录 附： （ 联系 咨询 注：").at(text, at).is_some();
    line.ends_with(any_of("。：")) && width(line) >= 12 && !other()
}

/// Where the label of the annex that begins at `next` stands, behind the text that begins at `from`.
pub(super) fn label_before(text: &str, from: usize, next: usize) -> Option<usize> {
    const LONGEST: usize = "附件12：".len();
    let end = trim_end(text, from, next);
    let near = suffix(text.get(from..end)?, LONGEST);
    let at = end - near.len() + near.rfind('附')?;
    let stands = text.get(from..at)?.trim_end_matches(is_blank).ends_with(|c| c == '\n' || is_stop(c));
    let label = element::attachment_label(text, at)?;
    let label = skip_blanks(text, label);
    (stands && SIGN.at(text, label).unwrap_or(label) >= end).then_some(at)
}

/// What may stand between the label of an annex and its title.
pub(super) static SIGN: &Words = words!("： . ． 、");

impl Finder<'_> {
    /// Whether a list's own title stands here: `……领导小组成员名单`, by its noun and the words it shares
    /// with the piece's title.
    pub(super) fn is_annex_list(&self, at: usize, end: usize, head: &Head) -> bool {
        let shared = head.title.is_some_and(|(s, e)| {
            let title = self.text.get(s..e).unwrap_or_default();
            let prefix: usize = rest(self.text, at).chars().zip(title.chars()).take_while(|(a, b)| a == b).count();
            prefix >= 4
        });
        noun::LISTS.ends(self.text, at, end) && shared
    }

    /// Whether a list's own title is glued to the label 附件 before it, and to the list: `附件2021年……分解表序号……`.
    pub(super) fn is_glued_annex(&self, at: usize, head: &Head) -> bool {
        let near = bounded(self.text, at, 150);
        let ends = near.char_indices().map(|(n, _)| at + n).skip(6).take(44);
        ends.take_while(|&end| !char_at(self.text, end).is_some_and(|c| is_one_of(fold(c), "。：，；、")))
            .any(|end| self.is_annex_list(at, end, head))
    }
}
