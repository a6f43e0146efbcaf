//! What is to be done: the clauses of a measure that say so.

use super::Excerpt;
use super::excerpt::{Passage, sentences, split, stop};
use super::words::{WordIndex, Words, words};
use crate::word_list::word_list;
use std::ops::Range;
use std::sync::LazyLock;

/// The words that clauses of doing begin with.
static WORDS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::new(words!(word_list!("action.txt"))));

/// What makes a clause with a subject of its own one of doing: 各乡镇要…….
const MODALS: Words = words!("要 应 须 不得 负责 可以 将");

/// How far into a clause such a word is looked for, in characters.
const REACH: usize = 16;

/// The clauses of doing in `range`, in order, but not those in `notes`. Clauses that only go on
/// with what the one before says (对象, 条件, 例) stay with it; a sentence without a word of doing has none.
pub(super) fn find<'d>(passage: &Passage<'d>, notes: &[Range<usize>]) -> Vec<Excerpt<'d>> {
    let text = passage.text();
    let mut actions = Vec::new();
    let mut notes = notes.iter().peekable();
    for sentence in sentences(text) {
        let mut from = sentence.start;
        // a note cuts its sentence off
        while let Some(note) = notes.next_if(|n| n.start < sentence.end) {
            in_sentence(passage, from..note.start.max(from), &mut actions);
            from = note.end.max(from);
        }
        if from < sentence.end {
            in_sentence(passage, from..sentence.end, &mut actions);
        }
    }
    actions
}

/// The clauses of doing in one stretch of `passage`.
pub(super) fn within<'d>(passage: &Passage<'d>, range: Range<usize>) -> Vec<Excerpt<'d>> {
    let mut actions = Vec::new();
    for sentence in sentences(passage.text().get(range.clone()).unwrap_or_default()) {
        in_sentence(passage, range.start + sentence.start..range.start + sentence.end, &mut actions);
    }
    actions
}

fn in_sentence<'d>(passage: &Passage<'d>, sentence: Range<usize>, actions: &mut Vec<Excerpt<'d>>) {
    let Some(text) = passage.text().get(sentence.clone()) else { return };
    let mut open: Option<Range<usize>> = None;
    // clauses before the first of doing: 到2025年， 各乡镇，
    let mut leading: Option<usize> = None;
    for clause in split(text, stop::COMMA) {
        let words = text.get(clause.clone()).unwrap_or_default();
        if is_doing(words) {
            if let Some(action) = open.take() {
                push(passage, sentence.start, action, actions);
            }
            open = Some(leading.take().unwrap_or(clause.start)..clause.end);
        } else if let Some(action) = &mut open {
            action.end = clause.end;
        } else {
            leading = leading.or(Some(clause.start));
        }
    }
    if let Some(action) = open {
        push(passage, sentence.start, action, actions);
    }
}

fn push<'d>(passage: &Passage<'d>, base: usize, action: Range<usize>, actions: &mut Vec<Excerpt<'d>>) {
    let words = passage.text().get(base + action.start..base + action.end).unwrap_or_default();
    let is_edge = |c: char| {
        c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | ';' | '！' | '!' | '：' | ':' | '、' | '．' | '.')
    };
    let start = base + action.start + (words.len() - words.trim_start_matches(is_edge).len());
    let end = base + action.start + words.trim_end_matches(is_edge).len();
    if start < end {
        actions.extend(passage.excerpt(start..end));
    }
}

/// Whether a clause says what is to be done.
fn is_doing(clause: &str) -> bool {
    let clause = clause.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '。' | '．' | '.' | '、' | '：' | ':' | '”' | '）' | ')')
    });
    let clause = match clause.chars().next() {
        Some('同' | '并' | '一' | '二' | '三' | '四' | '五' | '六' | '要' | '应') => {
            let joined = words!("同时 并 一是 二是 三是 四是 五是 六是 要 应").begin(clause).unwrap_or(0);
            clause.get(joined..).unwrap_or_default()
        }
        _ => clause,
    };
    if WORDS.begin(clause).is_some() {
        return true;
    }
    // 由……, 把……, 将…… put the verb behind its object
    if clause.starts_with(['将', '把', '由', '从', '以', '对', '在', '向', '每', '各']) {
        return true;
    }
    let opening = clause.char_indices().take(REACH);
    let mut modals = opening.clone().filter(|(_, c)| matches!(c, '要' | '应' | '须' | '不' | '负' | '可' | '将'));
    let end = opening.last().map_or(0, |(at, c)| at + c.len_utf8());
    let opening = clause.get(..end).unwrap_or_default();
    modals.any(|(at, _)| opening.get(at..).is_some_and(|rest| MODALS.begin(rest).is_some()))
        && !NOT_MODAL.stand_in(opening)
}

/// Words in which those characters say something else.
const NOT_MODAL: Words = words!("重要 主要 需要 要求 反应 适应 将近 要素");
