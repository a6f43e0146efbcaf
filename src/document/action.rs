//! What is to be done: the clauses of a measure that say so.

use super::excerpt::{Passage, split, stop};
use super::words::{ExactWords, WordIndex, exact_words};
use super::{Excerpt, deadline};
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::is_colon;
use crate::lexer::decode::{decode, each_char};
use crate::lexer::search::{
    self, after, before, first, has_any, is_one_of, is_space, last, position, prefix, skip, skip_back, trim_end,
    trim_start,
};
use crate::word_list::word_list;
use std::iter::{once, successors};
use std::ops::Range;
use std::sync::LazyLock;

/// The words that clauses of doing begin with.
static WORDS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::new(exact_words!(word_list!("action.txt"))));

/// What makes a clause with a subject of its own one of doing: 各乡镇要…….
const MODALS: ExactWords = exact_words!("要 应 须 不得 负责 可以 将");

/// How far into a clause such a word is looked for, in characters.
const REACH: usize = 16;

/// The clauses of doing in `passage`, in order, but not those in `notes`. Clauses that only go on
/// with what the one before says (对象, 条件, 例) stay with it; a sentence without a word of doing has none.
pub(super) fn find<'d>(passage: &Passage<'d>, notes: &[Range<usize>]) -> Vec<Excerpt<'d>> {
    outside(passage, notes, false)
}

fn outside<'d>(passage: &Passage<'d>, notes: &[Range<usize>], all: bool) -> Vec<Excerpt<'d>> {
    let (mut actions, mut from) = (Vec::new(), 0);
    let end = passage.text().len();
    // a note cuts its sentence off
    for note in notes.iter().cloned().chain(once(end..end)) {
        push_all(passage, from..note.start, all, &mut actions);
        from = note.end.max(from);
    }
    actions
}

/// The sentences in `passage`, in order, but not those in `notes`, nor what only leads in to something (……如下：).
pub(super) fn sentences<'d>(passage: &Passage<'d>, notes: &[Range<usize>]) -> Vec<Excerpt<'d>> {
    outside(passage, notes, true)
}

/// The clauses of doing in one stretch of `passage`.
pub(super) fn within<'d>(passage: &Passage<'d>, range: Range<usize>) -> Vec<Excerpt<'d>> {
    let mut actions = Vec::new();
    push_all(passage, range, false, &mut actions);
    actions
}

/// Whether a section's title says what is said below it, so that it is none of several things to do: 整改措施, 存在问题.
pub(super) fn is_label(title: &str) -> bool {
    search::chars(title) <= LONGEST_LABEL
        && (TOLD.end(title).is_some() || UNTOLD.end(title).is_some())
        && !has_any(title, &["以下", "下列", "的", "为"])
}

/// What labels end in behind which all is to be done, and behind which nothing is.
const TOLD: ExactWords = exact_words!("措施 举措 任务 内容 做法");
const UNTOLD: ExactWords = exact_words!(
    "目标 问题 表现 原因 依据 现状 背景 情况 进展 结果 成效 指标 名称 单位 部门 科室 股室 处室 领导 责任人 时限 时间 \
     期限 节点",
);

/// The most characters of such a label.
const LONGEST_LABEL: usize = 7;

/// The label that a clause opens with, colon and all, and whether what follows is to be done.
fn labelled(clause: &str) -> Option<(usize, bool)> {
    let words = skip(clause, |c| is_space(c) || matches!(c, '。' | '●' | '*' | '—'));
    let near = prefix(words, (LONGEST_LABEL + 1) * "：".len());
    let colon = position(near, is_colon)?;
    let label = before(near, colon);
    is_label(label).then(|| {
        (clause.len() - after(words, colon + first(after(near, colon)).len_utf8()).len(), TOLD.end(label).is_some())
    })
}

fn ends_in_stop(sentence: &str) -> bool {
    is_one_of(last(skip_back(sentence, is_space)), "。；;！!")
}

/// Whether a sentence says nothing by itself: ……如下：, （县水利局）
fn leads_in(sentence: &str) -> bool {
    let words = trim_end(trim_start(sentence));
    is_colon(last(words)) || matches!(first(words), '（' | '(') && matches!(last(words), '）' | ')')
}

/// With `all`, every sentence is taken for something to be done.
fn push_all<'d>(passage: &Passage<'d>, range: Range<usize>, all: bool, actions: &mut Vec<Excerpt<'d>>) {
    let Some(text) = passage.text().get(range.clone()) else { return };
    let mut open: Option<Range<usize>> = None;
    // clauses before the first of doing: 到2025年， 各乡镇，
    let mut leading: Option<usize> = None;
    // what a label says of what follows: 整改措施：……
    let mut told = None;
    let mut clauses = split(text, stop::COMMA | stop::SENTENCE);
    while let Some(mut clause) = clauses.next() {
        let words = text.get(clause.clone()).unwrap_or_default();
        if let Some((len, is_told)) = labelled(words) {
            if let Some(action) = open.take() {
                push(passage, range.start, action, actions);
            }
            (told, leading) = (Some(is_told), None);
            clause.start += len;
        }
        let words = text.get(clause.clone()).unwrap_or_default();
        let line_ends = words.ends_with('\n');
        if told == Some(false) {
            // 存在问题：……。 goes no further
            if line_ends || last(skip_back(words, is_space)) == '。' {
                told = None;
            }
            continue;
        }
        let whole = clauses.ended_sentence()
            && open.is_none()
            && match told {
                Some(_) => true,
                // a line without a stop is a cell, a name, the rest of something else; a note may stand for the stop
                None => all && (ends_in_stop(words) || range.start + clause.end < passage.text().len() && !line_ends),
            };
        if is_doing(words) || whole && !leads_in(words) {
            if let Some(action) = open.take() {
                push(passage, range.start, action, actions);
            }
            open = Some(leading.take().unwrap_or(clause.start)..clause.end);
        } else if let Some(action) = &mut open {
            action.end = clause.end;
        } else {
            leading = leading.or(Some(clause.start));
        }
        if clauses.ended_sentence() {
            leading = None;
            if let Some(action) = open.take() {
                push(passage, range.start, action, actions);
            }
        }
        if line_ends {
            told = None;
        }
    }
    if let Some(action) = open {
        push(passage, range.start, action, actions);
    }
}

fn push<'d>(passage: &Passage<'d>, base: usize, action: Range<usize>, actions: &mut Vec<Excerpt<'d>>) {
    let words = passage.text().get(base + action.start..base + action.end).unwrap_or_default();
    let is_edge = |c: char| {
        is_space(c) || matches!(c, '，' | ',' | '。' | '；' | ';' | '！' | '!' | '：' | ':' | '、' | '．' | '.')
    };
    let start = base + action.start + (words.len() - skip(words, is_edge).len());
    let end = base + action.start + skip_back(words, is_edge).len();
    if start < end && !deadline::is_all(passage.text().get(start..end).unwrap_or_default()) {
        actions.extend(passage.excerpt(start..end));
    }
}

/// Whether a clause says what is to be done.
fn is_doing(clause: &str) -> bool {
    let clause = skip(clause, |c| is_space(c) || matches!(c, '。' | '．' | '.' | '、' | '：' | ':' | '”' | '）' | ')'));
    let clause = match decode(clause, 0) {
        Some('同' | '并' | '一' | '二' | '三' | '四' | '五' | '六' | '要' | '应') => {
            let joined = exact_words!("同时 并 一是 二是 三是 四是 五是 六是 要 应").begin(clause).unwrap_or(0);
            clause.get(joined..).unwrap_or_default()
        }
        _ => clause,
    };
    if WORDS.begin(clause).is_some() {
        return true;
    }
    // 由……, 把……, 将…… put the verb behind its object
    if is_one_of(first(clause), "将把由从以对在向每各") {
        return true;
    }
    // 全年|加固…… 县委督查室每季度|开展…… 按照每塘一人的标准|选聘……
    let acts = |at: usize| WORDS.begin(after(clause, at)).is_some();
    static FIRST: CharSet = CharSet::new("要应须不负可将每定全今年当上下汛", &[]);
    let opening = before(clause, each_char(clause).nth(REACH).map_or(clause.len(), |c| c.0));
    let (mut modal, mut timed) = (false, false);
    for at in successors(FIRST.find(opening, 0), |&at| FIRST.find(opening, at + "要".len())) {
        let words = after(opening, at);
        modal |= MODALS.begin(words).is_some();
        timed |= WHEN.begin(words).is_some_and(|len| acts(at + len));
    }
    timed
        || modal && !NOT_MODAL.stand_in(opening)
        || MEASURED.begin(clause).is_some() && MEASURES.last(clause).is_some_and(|(_, end)| acts(end))
}

/// When or how often something is done, before the verb.
const WHEN: ExactWords = exact_words!(
    "每年 每月 每季 每季度 每半年 每周 每两年 定期 全年 今年 今年内 年内 年底前 当年 上半年 下半年 汛前 汛期前"
);

/// What a clause begins with that says by what it is done, and what that ends in.
const MEASURED: ExactWords = exact_words!("按 按照 依照 根据 围绕 针对 结合");
const MEASURES: ExactWords = exact_words!("标准 要求 原则 方式 比例 规定 部署 实际 目标 问题 计划 程序");

/// Words in which those characters say something else.
const NOT_MODAL: ExactWords = exact_words!("重要 主要 需要 要求 反应 适应 将近 要素");
