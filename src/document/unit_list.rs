//! The units that a note names, with the part of each: 县财政局牵头，县审计局、各乡镇配合.

use super::deadline;
use super::excerpt::{Depth, split, stop};
use super::label::{Says, label_start, next_label};
use super::responsibility::Part;
use super::words::{ExactWords, end_of, exact_words};
use crate::lexer::char_set::CharSet;
use crate::lexer::decode::char_at;
use crate::lexer::search::{self, after, before, has_any, prefix, suffix};
use crate::word_list::word_list;
use std::ops::Range;

/// Verbs that stand after the units: 县水利局牵头.
const VERBS: [(ExactWords, Part); 3] = [
    (exact_words!("牵头负责 牵头组织 牵头落实 牵头实施 为牵头单位 牵头 主办"), Part::Lead),
    (exact_words!("按职责分工配合 共同参与 参与 参加 配合 协助 协同 协办"), Part::Partner),
    (exact_words!("负责落实 组织实施 负责 落实 承担"), Part::Owner),
];

/// What the names of organs end in.
const ORGANS: ExactWords = exact_words!(word_list!("organ.txt"));

pub(super) fn is_organ(text: &str, range: &Range<usize>) -> bool {
    let name = text.get(range.clone()).unwrap_or_default();
    let name = name.split(['（', '(']).next().unwrap_or_default();
    search::chars(name) <= 30 && ends_like_organ(name)
}

pub(super) fn ends_like_organ(name: &str) -> bool {
    ORGANS.end(name).is_some()
}

/// The units of a note with the part of each: every clause ends in a verb, or opens with a label.
pub(super) fn units_in(text: &str, range: Range<usize>, first_leads: bool) -> Vec<(Range<usize>, Part)> {
    units_behind(None, text, range, first_leads)
}

/// The same behind a label that says what part those have that no verb gives one.
fn units_behind(label: Option<Says>, text: &str, range: Range<usize>, first_leads: bool) -> Vec<(Range<usize>, Part)> {
    let content = text.get(range.clone()).unwrap_or_default();
    let says_so = says_first_leads(content);
    let first_leads = first_leads || says_so;
    let mut units: Vec<(Range<usize>, Part)> = Vec::new();
    // units that wait for the verb of a later clause: 教育部、财政部，各省按职责分工负责
    let mut waiting: Vec<Range<usize>> = Vec::new();
    let mut current = label;
    // （县水利局，9月底前）
    let mut timed = false;
    for clause in split(content, stop::COMMA | stop::SEMICOLON | stop::FULL_STOP) {
        let mut start = range.start + clause.start;
        let words = content.get(clause).unwrap_or_default();
        let mut words =
            words.trim_end_matches(|c: char| matches!(c, '，' | ',' | '；' | ';' | '。') || c.is_whitespace());
        if says_so && says_first_leads(words) {
            continue;
        }
        let mut labelled = false;
        while let Some((says, colon)) = label_start(words) {
            (current, labelled) = (Some(says), true);
            let from = colon + words.get(colon..).map_or(0, first_len);
            // 责任单位：县水利局 完成时限：6月底: the next label ends this one
            let value = words.get(from..).unwrap_or_default();
            let len = next_label(value).unwrap_or(value.len());
            if let Says::Part(part) = says {
                let value = start + from..start + from + len;
                match spoken_units(text, value.clone(), false) {
                    Some(found) => units.extend(found),
                    None => units.extend(all_in(part, text, value)),
                }
            }
            start += from + len;
            words = value.get(len..).unwrap_or_default();
        }
        if labelled {
            continue;
        }
        // 适用范围：浙江 is about something else, and so is what comes after it
        if words.contains(['：', ':']) {
            current = Some(Says::Deadline);
            continue;
        }
        let all = start..start + words.len();
        let led = units.iter().any(|u| u.1 == Part::Lead);
        match (spoken_units(text, all.clone(), led), current) {
            (Some(found), _) => {
                // 县水利局，县财政局配合
                let part = found.last().map(|u| u.1).filter(|&part| part != Part::Partner).unwrap_or(Part::Owner);
                units.extend(waiting.drain(..).map(|u| (u, part)));
                units.extend(found);
            }
            (None, Some(Says::Part(part))) if !deadline::mentions(words) => {
                units.extend(all_in(part, text, all));
            }
            (None, None) if is_time(words) => timed = true,
            (None, None) => waiting.extend(split_units(text, all).into_iter().filter(|u| is_organ(text, u))),
            _ => {}
        }
    }
    if timed && units.is_empty() {
        units.extend(waiting.into_iter().map(|u| (u, Part::Owner)));
    }
    let led = units.iter().any(|u| u.1 == Part::Lead);
    if let Some(first) = units.first_mut().filter(|_| first_leads && !led) {
        first.1 = Part::Lead;
    }
    units
}

/// Whether a clause says by when: 9月底前, 11月.
pub(super) fn is_time(clause: &str) -> bool {
    const ENDS: ExactWords = exact_words!(
        "前 底 末 内 完成 办结 公布 建成 启动 月 季度 上旬 中旬 下旬 长期 长期坚持 持续推进 常态化 每月 每年 全年"
    );
    ENDS.end(clause).is_some() && deadline::mentions(clause)
}

/// Whether a note says that the unit named first leads.
pub(super) fn says_first_leads(note: &str) -> bool {
    const REACH: usize = "的责任单位均为该项任务的牵头单位".len();
    const FIRST: ExactWords = exact_words!(
        "列第一位 列首位 排第一位 排首位 排在第一位 排在首位 排在第一 排名第一 排名首位 列在首位 列在第一位 列第一"
    );
    // 排在首位的为牵头单位, 牵头单位排第一位, but not 综合排名第一
    let leads = |(at, end): (usize, usize)| {
        let ends = |c: char| search::is_one_of(c, "，,。；;\n");
        let (above, below) = (suffix(before(note, at), REACH), prefix(after(note, end), REACH));
        let above = above.rfind(ends).map_or(above, |at| after(above, at));
        let below = below.find(ends).map_or(below, |at| before(below, at));
        [above, below].iter().any(|near| has_any(near, &["牵头", "主办", "主责"]))
    };
    // a note is short, and most have no byte like the last of 牵
    memchr::memchr(0xb5, note.as_bytes()).is_some() && has_any(note, &["首位", "第一"]) && FIRST.all(note).any(leads)
}

/// The units of a clause that ends in a verb (…牵头, …会同…负责); `None` where it does not.
///
/// Where another clause has `led`, what helps need not read like organs: 宣传部牵头，电视台、报社配合.
pub(super) fn spoken_units(text: &str, range: Range<usize>, led: bool) -> Option<Vec<(Range<usize>, Part)>> {
    let clause = text.get(range.clone())?.trim_end();
    // 县体育局会同县财政局: the verb may be left out
    let joint = || has_any(clause, &["会同"]).then_some((Part::Owner, 0));
    let (part, verb) = end_of(&VERBS, clause).or_else(joint)?;
    let end = range.start + clause.len() - verb;
    let list = text.get(range.start..end)?;
    let mut units = Vec::new();
    let with = ["会同", "牵头，", "牵头、"].iter().find_map(|w| list.find(w).map(|at| (at, w.len())));
    if let Some((at, len)) = with {
        units.extend(all_in(Part::Lead, text, range.start..range.start + at));
        units.extend(all_in(Part::Partner, text, range.start + at + len..end));
    } else {
        units.extend(all_in(part, text, range.start..end));
    }
    // a clause of the sentence's own (加强监督，抓好落实) names no organ
    let people = part == Part::Person;
    let named = units.iter().filter(|u| people || is_organ(text, &u.0)).count();
    let helps = led && part == Part::Partner && !units.is_empty();
    let least = if verb == 0 { units.len() } else { units.len().div_ceil(2) };
    (helps || named > 0 && named >= least).then_some(units)
}

/// What may stand between the units of a list.
const IN_LISTS: u8 = stop::PAUSE | stop::COMMA | stop::SEMICOLON | stop::SLASH | stop::TAB;

/// The units of a list: at 、 and ；, at 和 and 及 between organs, at 等 before 有关部门.
pub(super) fn split_units(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    for part in split(text.get(range.clone()).unwrap_or_default(), IN_LISTS) {
        let (mut from, end) = (range.start + part.start, range.start + part.end);
        // a line break in a cell of a Markdown table
        while let Some(cut) = text.get(from..end).and_then(|rest| search::find(rest, "<br>")) {
            push_units(text, from..from + cut, &mut units);
            from += cut + "<br>".len();
        }
        while let Some(cut) = blank(text, from..end) {
            push_units(text, from..cut, &mut units);
            from = cut;
        }
        push_units(text, from..end, &mut units);
    }
    units
}

fn push_units(text: &str, mut range: Range<usize>, units: &mut Vec<Range<usize>>) {
    while let Some((cut, len)) = conjunction(text, range.clone()) {
        units.extend(bare(text, range.start..cut));
        range.start = cut + len;
    }
    units.extend(bare(text, range));
}

/// Where the first blank stands, if blanks stand between organs only: 交通局 公路局 各乡镇.
fn blank(text: &str, range: Range<usize>) -> Option<usize> {
    let part = search::trim_start(text.get(range.clone())?);
    let start = range.end - part.len();
    let part = search::trim_end(part);
    let at = search::position(part, search::is_space)?;
    let is_unit = |word: &str| search::chars(word) > 1 && is_organ(word, &(0..word.len()));
    part.split_whitespace().all(is_unit).then_some(start + at)
}

/// The units of a list, all with one part but where one says its own.
pub(super) fn all_in(part: Part, text: &str, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Part)> {
    split_units(text, range).into_iter().map(move |unit| with_part(text, &unit).unwrap_or((unit, part)))
}

/// The units that stand after a label or in a cell: 县水利局、县财政局, 县水利局牵头，各乡镇配合.
pub(super) fn listed(part: Part, text: &str, range: Range<usize>) -> Vec<(Range<usize>, Part)> {
    let spoken = units_in(text, range.clone(), false);
    if spoken.iter().all(|u| u.1 == Part::Owner) {
        return all_in(part, text, range).collect();
    }
    // 县水利局，县财政局、各乡镇配合
    units_behind(Some(Says::Part(part)), text, range, false)
}

/// 县水利局（牵头）
fn with_part(text: &str, unit: &Range<usize>) -> Option<(Range<usize>, Part)> {
    const PARTS: [(ExactWords, Part); 2] = [
        (exact_words!("牵头 牵头单位 牵头部门 主办 主责"), Part::Lead),
        (exact_words!("配合 配合单位 协办 协助 参与"), Part::Partner),
    ];
    let inner = text.get(unit.clone())?.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let said = after(inner, open + first_len(after(inner, open)));
    let part = PARTS.iter().find(|part| part.0.have(said))?.1;
    (open > 0).then_some((unit.start..unit.start + open, part))
}

/// Where a conjunction parts two organs: 民政部和财政部, not 工业和信息化部.
fn conjunction(text: &str, range: Range<usize>) -> Option<(usize, usize)> {
    static FIRST: CharSet = CharSet::new("及和与以等", &[]);
    let part = text.get(range.clone())?;
    FIRST.find(part, 0)?;
    let mut depth = Depth::default();
    for (at, c) in part.char_indices() {
        depth.step(c);
        if at == 0 || !depth.outside() || !FIRST.contains(c) {
            continue;
        }
        let rest = part.get(at..)?;
        let len = exact_words!("以及 及其 及 和 与 等").begin(rest).unwrap_or(0);
        let (before, after) = (part.get(..at)?, rest.get(len..)?);
        let one_of_many = c == '等' && !after.trim().is_empty();
        // 各部门和单位按职责分工负责 names one
        let named = || bare(text, range.start + at + len..range.end).is_some();
        if len > 0 && ends_like_organ(before) && (one_of_many || named()) {
            return Some((range.start + at, len));
        }
    }
    None
}

/// What is no unit by itself: 各部门和单位 is one, 财政部等部门 names one.
const GENERIC: ExactWords = exact_words!("单位 部门 地区 机构 有关单位 有关部门 相关部门 相关单位 部门和单位 其他部门");

/// A unit's name without what only joins it to the sentence; `None` where nothing is left.
fn bare(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const BEFORE: ExactWords = exact_words!("由 请 以及 及 责任单位 责任部门");
    const AFTER: ExactWords = exact_words!(
        "按照职责分工 根据职责分工 按职责分工 按分工 按照各自职责 按各自职责 按职责 分别 共同 积极 具体 密切 主动 全力 做好 \
         等 分工",
    );
    let trimmed = |c: char| search::is_one_of(c, "、，,；;。/／|｜-") || c.is_whitespace();
    let part = text.get(range.clone())?;
    let mut start = range.start + part.len() - part.trim_start_matches(trimmed).len();
    let mut end = range.start + part.trim_end_matches(trimmed).len();
    while let Some(len) = BEFORE.begin(text.get(start..end)?) {
        start += len;
        start += text.get(start..end).map_or(0, |name| name.len() - name.trim_start_matches(trimmed).len());
    }
    // 和各省级人民政府, but not 和平区政府
    if exact_words!("和各 和有关 和相关 和省 和地方 与各 与有关 与相关 与省 与地方")
        .begin(text.get(start..end)?)
        .is_some()
    {
        start += "和".len();
    }
    while let Some(len) = AFTER.end(text.get(start..end)?) {
        end -= len;
    }
    let name = text.get(start..end)?.trim();
    let counted = name.ends_with("部门和单位") && name.starts_with(|c: char| c.is_ascii_digit());
    (!name.is_empty() && !GENERIC.have(name) && !counted).then_some(start..end)
}

pub(super) fn first_len(text: &str) -> usize {
    char_at(text, 0).map_or(0, char::len_utf8)
}
