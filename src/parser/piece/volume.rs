//! 第一篇, 第二篇 as the parts of one long document, a plan mostly, and no marks of its pieces.

use super::noun::NOUN;
use crate::lexer::numeral;
use crate::parser::element::matching::*;
use crate::parser::element::{is_stop, trim_bracket};

/// How far below the title the first part may begin, in bytes.
const NEAR: usize = 12_000;

/// How far below the mark of a part its first chapter may stand, in bytes.
const CHAPTER: usize = 6000;

/// Whether the text at `at` is one document in such parts: its title says so, or its chapters are numbered on from part to part.
pub(super) fn are_parts(text: &str, at: usize) -> bool {
    // glued: ……规划纲要第一篇　指导思想
    let glued = || bounded(text, at, 240).find("第一篇").map(|n| at + n).filter(|&end| PLAN.ends(text, at, end));
    let first = begins(text, at, at + NEAR, &["第一篇", "第1篇"]).or_else(glued);
    let Some(first) = first else { return false };
    let mark = first + "第".len() + rest(text, first + "第".len()).find('篇').unwrap_or_default() + "篇".len();
    let title = skip_blanks(text, mark);
    let title_end = trim_end(text, title, line_end(text, title));
    let apart = title > mark && !NOUN.ends(text, title, title_end);
    apart && is_plan(text, at, first) || numbered_on(text, first)
}

/// What the title of a plan ends in.
static PLAN: &Words = words!("规划 纲要 计划");

/// Whether the title at `at`, on a line or two, is that of a plan.
fn is_plan(text: &str, at: usize, first: usize) -> bool {
    let line = |at: usize| trim_end(text, at, line_end(text, at).min(first.max(at)));
    let below = skip_space(text, line(at));
    let mut ends = [(at, line(at)), (below, line(below))].into_iter().filter(|&(from, _)| from < first);
    ends.any(|(from, end)| PLAN.ends(text, from, trim_bracket(text, from, end)))
}

/// Whether the chapters of the second part go on from those of the first.
fn numbered_on(text: &str, first: usize) -> bool {
    let second = begins(text, first, text.len(), &["第二篇", "第2篇"]);
    let chapter = |from: usize| {
        let near = bounded(text, from, CHAPTER);
        near.match_indices('第').map(|(n, _)| from + n).find_map(|at| chapter(text, at))
    };
    second.is_some_and(|second| chapter(first) == Some(1) && chapter(second).is_some_and(|number| number > 1))
}

/// The number of the chapter whose mark begins a sentence at `at`.
fn chapter(text: &str, at: usize) -> Option<u32> {
    let number = skip_blanks(text, eat(text, at, "第")?);
    let read = numeral::read_han(rest(text, number)).or_else(|| numeral::read_arabic(rest(text, number)))?;
    eat(text, skip_blanks(text, number + read.len), "章").filter(|_| is_begin(text, at)).map(|_| read.value)
}

/// Where one of `marks` begins a line or sentence between `from` and `to`.
fn begins(text: &str, from: usize, to: usize, marks: &[&str]) -> Option<usize> {
    let stretch = bounded(text, from, to - from).as_bytes();
    let found =
        |mark: &&str| memchr::memmem::find_iter(stretch, *mark).map(|n| from + n).find(|&at| is_begin(text, at));
    marks.iter().filter_map(found).min()
}

fn is_begin(text: &str, at: usize) -> bool {
    let above = text.get(..at).unwrap_or_default().trim_end_matches(is_blank);
    above.trim_end_matches('#').trim_end_matches(is_blank).chars().next_back().is_none_or(is_stop)
}
