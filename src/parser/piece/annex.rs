//! The titles of annexes, and of documents without an author or a day, told by their nouns.

use super::head::{Head, skip_markdown};
use super::title::{begins_sections, opens_section};
use super::{Finder, noun};
use crate::lexer::search::is_one_of;
use crate::parser::element::matching::*;
use crate::parser::element::{self};

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
    let alone = skip_blanks(text, end) == line_end(text, end) && next < text.len();
    (alone && (colon.is_none() || !opens_section(text, next))).then(|| skip_markdown(text, next))
}

/// Where the title of an annex begins behind its label on a line right above the first section: `附件2：××登记办法⏎第一条……`.
pub(super) fn behind_label(text: &str, at: usize) -> Option<usize> {
    let label = element::attachment_label(text, at)?;
    let title = skip_blanks(text, eat(text, skip_blanks(text, label), "：")?);
    let end = line_end(text, title);
    let named = (4..=60).contains(&width(text.get(title..end)?.trim_end())) && !opens_section(text, title);
    (named && begins_sections(text, skip_space(text, end))).then_some(title)
}

/// Where the label of the annex that begins at `next` stands, behind the text that begins at `from`.
pub(super) fn label_before(text: &str, from: usize, next: usize) -> Option<usize> {
    let end = trim_end(text, from, next);
    let at = text.get(from..end)?.rfind('\n').map(|line| skip_blanks(text, from + line + 1))?;
    let label = element::attachment_label(text, at)?;
    let label = skip_blanks(text, label);
    (eat(text, label, "：").unwrap_or(label) == end).then_some(at)
}

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
