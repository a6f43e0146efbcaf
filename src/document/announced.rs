//! Counts that a lead announces: 主要有以下七方面经验, 启示至少有四点.

use super::core_experience::Announced;
use super::excerpt::{Passage, sentences};
use super::words::{ExactWords, exact_words};
use crate::lexer::amount;

/// What is counted in such announcements.
const COUNTED: ExactWords = exact_words!("个方面 大方面 方面 点 条 项 个问题 个 大经验 大举措 大任务 种");

/// What such an announcement speaks of, or how it points ahead.
const CUES: ExactWords = exact_words!(
    "以下 如下 下面 下列 主要有 主要是 至少有 经验 体会 启示 做法 方面 举措 措施 任务 工作 问题 意义 建议 重点"
);

/// The first count that the sentences of `lead` announce.
pub(super) fn find<'d>(lead: &Passage<'d>) -> Option<Announced<'d>> {
    let text = lead.text();
    // the announcement stands next to what it announces: the last sentence counts first
    let mut found = None;
    for range in sentences(text) {
        let sentence = text.get(range.clone()).unwrap_or_default();
        if let Some((count, start, end)) = in_sentence(sentence) {
            found = lead.excerpt(range.start + start..range.start + end).map(|raw| Announced { count, raw });
        }
    }
    found
}

fn in_sentence(sentence: &str) -> Option<(u32, usize, usize)> {
    let mut skip_to = 0;
    let mut found = None;
    for (at, c) in sentence.char_indices() {
        if at < skip_to || amount::digit(c).is_none() && c != '十' {
            continue;
        }
        let rest = sentence.get(at..)?;
        let Some((count, len)) = amount::read_count(rest) else { continue };
        skip_to = at + len;
        let after = rest.get(len..)?;
        let Some(counted) = COUNTED.begin(after) else { continue };
        let near_start = sentence.get(..at).map_or(0, |b| b.char_indices().rev().nth(7).map_or(0, |(i, _)| i));
        let tail = after.get(counted..)?;
        let near_end = at + len + counted + tail.char_indices().nth(6).map_or(tail.len(), |(i, _)| i);
        let near = sentence.get(near_start..near_end)?;
        let numbered = sentence.get(..at).is_some_and(|b| b.ends_with('第'));
        if (1..=60).contains(&count) && !numbered && CUES.stand_in(near) {
            found = Some((count, at, at + len + counted));
        }
    }
    found
}
