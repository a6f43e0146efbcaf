//! The titles of annexes, and of documents without an author or a day, told by their nouns.

use super::Finder;
use super::head::{Head, skip_markdown};
use super::title::opens_section;
use crate::lexer::search::is_one_of;
use crate::parser::element::matching::*;
use crate::parser::element::{self};

/// What the titles of rules end in that a collection of rules holds.
pub(super) static RULES: &Words = words!("制度 职责 规定 办法 守则 规范 规则 细则 公约 章程 条例 预案 须知 规程");

/// What the titles of documents end in that stand below others without more ado.
static APART: &Words = words!("工作计划 工作方案 实施方案 行动方案 活动方案 工作总结 调研提纲 倡议书 公开信");

/// Whether a whole title stands two empty lines below what stands above: `××村2023年村庄清洁行动工作计划`.
pub(super) fn stands_apart(text: &str, at: usize, end: usize) -> bool {
    let apart = text.get(..at).is_some_and(|above| above.ends_with("\n\n\n"));
    apart && (10..=40).contains(&width(text.get(at..end).unwrap_or_default())) && APART.ends(text, at, end)
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

impl Finder<'_> {
    /// Whether a list's own title stands here: `……领导小组成员名单`, by its noun and the words it shares
    /// with the piece's title.
    pub(super) fn is_annex_list(&self, at: usize, end: usize, head: &Head) -> bool {
        static LIST: &Words = words!("成员名单 人员名单 分工表 分解表 责任清单 一览表 汇总表 明细表 安排表 名单");
        let shared = head.title.is_some_and(|(s, e)| {
            let title = self.text.get(s..e).unwrap_or_default();
            let prefix: usize = rest(self.text, at).chars().zip(title.chars()).take_while(|(a, b)| a == b).count();
            prefix >= 4
        });
        LIST.ends(self.text, at, end) && shared
    }

    /// Whether a list's own title is glued to the label 附件 before it, and to the list: `附件2021年……分解表序号……`.
    pub(super) fn is_glued_annex(&self, at: usize, head: &Head) -> bool {
        let near = bounded(self.text, at, 150);
        let ends = near.char_indices().map(|(n, _)| at + n).skip(6).take(44);
        ends.take_while(|&end| !char_at(self.text, end).is_some_and(|c| is_one_of(fold(c), "。：，；、")))
            .any(|end| self.is_annex_list(at, end, head))
    }
}
