//! Targets in figures: 到2025年，自来水普及率达到90%以上.

use super::deadline::{openings, target_date};
use super::excerpt::{Passage, sentences, split, stop};
use super::words::{ExactWords, WordIndex, begin_of, end_of, exact_words};
use super::{CivilDate, Excerpt};
use crate::lexer::amount;
use crate::lexer::chars::is_colon;
use crate::lexer::search::{after, find as find_word, first, is_one_of, last, prefix};
use crate::named::named;
use crate::word_list::word_list;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

/// A target in figures (指标): what is measured, how much of it, and by when.
///
/// ```
/// use gongwen::Bound;
///
/// let document = gongwen::parse("书屋管理工作方案
/// 一、工作措施
/// 1.管好书屋。到2025年，书屋开放率达到90%以上，新增图书1.5万册。（责任单位：县文化局）");
/// let piece = document.pieces().next().unwrap();
/// let task = piece.tasks().next().unwrap();
/// let first = &task.indicators()[0];
/// assert_eq!(first.subject().unwrap().text(), "书屋开放率");
/// assert_eq!((first.value(), first.unit().text(), first.bound()), (90.0, "%", Bound::AtLeast));
/// assert_eq!(first.by().unwrap().to_string(), "2025-12-31");
/// let second = &task.indicators()[1];
/// assert_eq!((second.subject().unwrap().text(), second.value(), second.unit().text()), ("图书", 15000.0, "册"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator<'d> {
    raw: Excerpt<'d>,
    subject: Option<Excerpt<'d>>,
    value: f64,
    unit: Excerpt<'d>,
    bound: Bound,
    by: Option<CivilDate>,
}

impl<'d> Indicator<'d> {
    /// The words from the subject to the unit, 以上 and the like with them.
    pub fn raw(&self) -> &Excerpt<'d> {
        &self.raw
    }

    /// What is measured; `None` where the clause leaves it out.
    pub fn subject(&self) -> Option<&Excerpt<'d>> {
        self.subject.as_ref()
    }

    /// The number, 万 and 亿 counted in: 1.5万 is 15000.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// What it is a number of: %, 户, 公里.
    pub fn unit(&self) -> &Excerpt<'d> {
        &self.unit
    }

    /// Whether the number is the least, the most, or what is aimed at.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// The last day to reach it, where the sentence says: 到2025年 is 2025-12-31.
    pub fn by(&self) -> Option<CivilDate> {
        self.by
    }
}

named! {
    /// How a target's number is meant.
    #[non_exhaustive]
    pub enum Bound {
        /// The number itself: 达到90%.
        Exactly = "exactly",
        /// It or more: 90%以上, 不低于, 超过.
        AtLeast = "at_least",
        /// It or less: 控制在5%以内, 不超过.
        AtMost = "at_most",
        /// About it: 90%左右.
        About = "about",
    }
}

/// What is counted or measured in.
static UNITS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::new(exact_words!(word_list!("unit.txt"))));

/// Verbs between what is measured and the number.
const MEASURES: [(ExactWords, Bound); 3] = [
    (
        exact_words!(
            "达到 保持在 稳定在 提高到 提高至 提升到 提升至 增加到 增长到 扩大到 增长 提高 提升 下降 降低 为 达"
        ),
        Bound::Exactly,
    ),
    (exact_words!("不低于 不少于 超过 突破"), Bound::AtLeast),
    (
        exact_words!("不高于 不超过 不多于 控制在 下降到 压缩到 压缩至 压减至 降低到 降低至 缩短至 降到 降至"),
        Bound::AtMost,
    ),
];

/// Verbs before what is made or brought about: 建成高标准农田10万亩, 培育龙头企业5家.
const MAKES: ExactWords = exact_words!(
    "新增 新建 改建 建成 建设 完成 改造 培育 培训 打造 创建 发展 引进 实施 推广 整治 修复 治理 开展 配备 更新 安排 \
     争取 实现 开通 举办",
);

/// The targets in `passage`, in order.
pub(super) fn find<'d>(passage: &Passage<'d>) -> Vec<Indicator<'d>> {
    within(passage, 0..passage.text().len())
}

/// The targets in one stretch of `passage`, in order.
pub(super) fn within<'d>(passage: &Passage<'d>, range: Range<usize>) -> Vec<Indicator<'d>> {
    let mut found = Vec::new();
    let Some(text) = passage.text().get(..range.end) else { return found };
    // no target is without an amount of something: where the next one stands
    let mut next = counted(text, range.start);
    // a line ends whatever is open in it, so the lines before need not be read
    let before = next.and_then(|at| text.get(range.start..at));
    let start = before.and_then(|text| text.rfind('\n')).map_or(range.start, |at| range.start + at);
    let mut rest = sentences(after(text, start));
    while let Some(first) = next
        && let Some(sentence) = rest.next()
    {
        let sentence = start + sentence.start..start + sentence.end;
        if first >= sentence.end {
            continue;
        }
        let mut by = None;
        let Some(words) = text.get(sentence.clone()) else { continue };
        // 力争, 确保 hold for the clauses after them too
        let aim = LazyCell::new(|| ["力争", "确保", "目标"].iter().filter_map(|word| find_word(words, word)).min());
        for clause in split(words, stop::COMMA | stop::PAUSE) {
            let is_aim = || aim.is_some_and(|at| at < clause.end);
            let range = sentence.start + clause.start..sentence.start + clause.end;
            let Some(words) = text.get(range.clone()) else { continue };
            by = time_in(words).or(by);
            if counts(text, &range, &mut next) {
                found.extend(in_clause(passage, range, by, &is_aim));
            }
        }
        if next.is_some_and(|at| at < sentence.end) {
            next = counted(text, sentence.end);
        }
    }
    found
}

/// Whether an amount of something begins in `part` of `text`; `next` is the first not before the parts asked for so far.
fn counts(text: &str, part: &Range<usize>, next: &mut Option<usize>) -> bool {
    if next.is_some_and(|at| at < part.start) {
        *next = counted(text, part.start);
    }
    next.is_some_and(|at| at < part.end)
}

/// Where the first amount of something at or after byte `from` of `text` stands.
fn counted(text: &str, mut from: usize) -> Option<usize> {
    while let Some(at) = amount::FIRST.find(text, from) {
        let rest = after(text, at);
        let (value, len) = amount::read(rest).unwrap_or((0.0, first(rest).len_utf8()));
        from = at + len;
        let unit = prefix(after(text, from), UNITS.begin(after(text, from)).unwrap_or(0));
        if !unit.is_empty() && !is_ordinary(unit, value, rest) {
            return Some(at);
        }
    }
    None
}

/// 到2025年, 2025年底前 within a clause.
fn time_in(clause: &str) -> Option<CivilDate> {
    openings(clause).find_map(|at| {
        let (date, len) = target_date(clause.get(at..)?)?;
        let until = clause.get(..at)?.ends_with('到');
        let ahead =
            clause.get(at + len..)?.starts_with('前') || clause.get(at..at + len)?.ends_with(['底', '末', '内']);
        (until || ahead).then_some(date)
    })
}

fn in_clause<'d>(
    passage: &Passage<'d>,
    clause: Range<usize>,
    by: Option<CivilDate>,
    is_aim: &dyn Fn() -> bool,
) -> Option<Indicator<'d>> {
    let text = passage.text().get(clause.clone())?;
    let mut from = 0;
    while let Some(at) = amount::FIRST.find(text, from) {
        let (value, len) = amount::read(text.get(at..)?)?;
        from = at + len;
        let after = text.get(at + len..)?;
        let before = text.get(..at)?;
        let Some(unit) = UNITS.begin(after).and_then(|len| after.get(..len)) else { continue };
        if matches!(last(before), '第' | '年' | '〔' | '“' | '《') || is_ordinary(unit, value, text.get(at..)?) {
            continue;
        }
        let mut end = at + len + unit.len();
        let (tail, tail_bound) = qualifier(text.get(end..)?);
        end += tail;
        let plain = before.trim_end_matches(['约', '近']);
        let plain = plain.strip_suffix("左右").unwrap_or(plain);
        let (subject, bound) = match end_of(&MEASURES, plain) {
            Some((bound, verb)) => (subject_before(text, plain.len() - verb), bound),
            None if by.is_some() || is_aim() => (object(text, at, end)?, Bound::Exactly),
            None => continue,
        };
        // 为5万名妇女提供服务 says for whom
        let people = exact_words!("名 户 人 位 家").have(unit) || subject.is_none();
        let goes_on = || text.get(end..).is_some_and(|rest| !is_one_of(first(rest), "\0，,。；;、（(\n"));
        if people && plain.ends_with('为') && goes_on() {
            continue;
        }
        let unit_at = clause.start + at + len;
        let start = clause.start + subject.as_ref().map_or(at, |s| s.start.min(at));
        let stop = clause.start + subject.as_ref().map_or(end, |s| s.end.max(end));
        return Some(Indicator {
            raw: passage.excerpt(start..stop)?,
            subject: subject.and_then(|s| passage.excerpt(clause.start + s.start..clause.start + s.end)),
            value,
            unit: passage.excerpt(unit_at..unit_at + unit.len())?,
            bound: tail_bound.unwrap_or(bound),
            by,
        });
    }
    None
}

/// A lone 一 before a measure word is an article: 一个, 一次.
fn is_ordinary(unit: &str, value: f64, number: &str) -> bool {
    value == 1.0 && number.starts_with('一') && !unit.contains('%')
}

/// 以上, 以内, 左右 after the unit.
fn qualifier(after: &str) -> (usize, Option<Bound>) {
    const WORDS: [(ExactWords, Bound); 3] = [
        (exact_words!("及以上 以上"), Bound::AtLeast),
        (exact_words!("以内 以下 之内"), Bound::AtMost),
        (exact_words!("左右"), Bound::About),
    ];
    begin_of(&WORDS, after).map_or((0, None), |(bound, len)| (len, Some(bound)))
}

/// What stands before the verb, without what leads in to it.
fn subject_before(text: &str, verb: usize) -> Option<Range<usize>> {
    const AFTER: ExactWords = exact_words!("分别 均 都 总体 基本 稳定 年均 力争");
    const BEFORE: ExactWords = exact_words!("力争 确保 实现 使 将 推动 全面 底前 前 底 ， 、 到 努力");
    let mut end = verb;
    while let Some(len) = AFTER.end(text.get(..end)?) {
        end -= len;
    }
    // a date before the subject is not a part of it: 2025年底前自来水普及率
    let ahead = "底前".as_bytes();
    let dated = text.as_bytes().get(..end)?.windows(ahead.len()).rposition(|words| words == ahead);
    // nor is a label: 整改目标：学习不少于12次
    let label = text.get(..end)?.rfind(is_colon).map_or(0, |at| at + first(after(text, at)).len_utf8());
    let mut start = dated.map_or(0, |at| at + ahead.len()).max(label);
    while let Some(len) = BEFORE.begin(text.get(start..end)?).filter(|_| !after(text, start).starts_with("使用")) {
        start += len;
    }
    (start < end && text.get(start..end)?.chars().count() <= 40).then_some(start..end)
}

/// What a verb of making makes, before the number or after the unit.
fn object(text: &str, number: usize, end: usize) -> Option<Option<Range<usize>>> {
    let before = text.get(..number)?;
    let (at, verb_end) = MAKES.last(before)?;
    if number - at > 90 {
        return None;
    }
    if verb_end < number {
        return Some(Some(verb_end..number));
    }
    let after = text.get(end..)?;
    let len = after.find(|c: char| is_one_of(c, "，,。；;、（(\n")).unwrap_or(after.len());
    Some((len > 0 && len <= 90).then_some(end..end + len))
}
