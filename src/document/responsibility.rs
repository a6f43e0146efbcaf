//! Who answers for a task: （责任单位：县水利局）, （县财政局牵头，县审计局配合）.

use super::deadline::{self, Place};
use super::excerpt::{Passage, split, stop};
use super::measure::{Noted, own};
use super::words::{Words, end_of, words};
use super::{Excerpt, task_table};
use crate::Span;
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::is_colon;
use crate::lexer::search::{after, before, first, has_any, is_one_of, position, prefix, suffix};
use crate::word_list::word_list;
use std::ops::Range;

/// What part a unit has in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Part {
    /// Leads: 牵头, 牵头单位, 主办单位.
    Lead,
    /// Helps: 配合, 参加, 配合单位.
    Partner,
    /// Answers for it: 负责, 责任单位.
    Owner,
    /// A person who answers for it: 责任人, 分管领导.
    Person,
}

impl Part {
    /// The name in JSON, such as `lead`.
    pub fn name(self) -> &'static str {
        match self {
            Part::Lead => "lead",
            Part::Partner => "partner",
            Part::Owner => "owner",
            Part::Person => "person",
        }
    }
}

/// A unit or person named in a responsibility note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit<'d> {
    name: Excerpt<'d>,
    part: Part,
}

impl<'d> Unit<'d> {
    /// Its name as the note writes it: 县水利局.
    pub fn name(&self) -> &Excerpt<'d> {
        &self.name
    }

    /// What part it has.
    pub fn part(&self) -> Part {
        self.part
    }
}

/// Who answers for a task, from all notes on it.
///
/// | note | units |
/// |---|---|
/// | （责任单位：县水利局、县财政局） | owners 县水利局, 县财政局 |
/// | （县财政局牵头，县审计局、各乡镇配合） | lead 县财政局, partners 县审计局, 各乡镇 |
/// | （教育厅、财政厅等省有关部门按职责分工负责） | owners 教育厅, 财政厅, 省有关部门 |
/// | 责任人：李四 | owner 李四 (a [`Part::Person`]) |
///
/// ```
/// let document = gongwen::parse("书屋管理工作方案
/// 二、工作措施
/// 1.配齐图书。每年更新图书三百册。（县文化局牵头，县财政局、各乡镇配合，2025年底前完成）");
/// let piece = document.pieces().next().unwrap();
/// let task = piece.tasks().next().unwrap();
/// let who = task.responsibility().unwrap();
/// assert_eq!(who.leaders().next().unwrap().name().text(), "县文化局");
/// let partners: Vec<_> = who.partners().map(|u| u.name().text()).collect();
/// assert_eq!(partners, ["县财政局", "各乡镇"]);
/// assert_eq!(task.deadline().unwrap().date().unwrap().to_string(), "2025-12-31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responsibility<'d> {
    notes: Vec<Excerpt<'d>>,
    units: Vec<Unit<'d>>,
}

impl<'d> Responsibility<'d> {
    /// The notes as they stand in the text, brackets and all.
    pub fn notes(&self) -> &[Excerpt<'d>] {
        &self.notes
    }

    /// All units and persons, in the order of the text.
    pub fn units(&self) -> &[Unit<'d>] {
        &self.units
    }

    /// The units that lead (牵头).
    pub fn leaders(&self) -> impl Iterator<Item = &Unit<'d>> + Clone {
        self.units.iter().filter(|u| u.part == Part::Lead)
    }

    /// The units that help (配合).
    pub fn partners(&self) -> impl Iterator<Item = &Unit<'d>> + Clone {
        self.units.iter().filter(|u| u.part == Part::Partner)
    }

    /// The units and persons that answer for it (责任单位, 负责, 责任人).
    pub fn owners(&self) -> impl Iterator<Item = &Unit<'d>> + Clone {
        self.units.iter().filter(|u| matches!(u.part, Part::Owner | Part::Person))
    }

    /// The place in the source of the first note, in bytes.
    pub fn span(&self) -> Span {
        self.notes.first().map(Excerpt::span).unwrap_or_default()
    }

    /// What all `notes` together say; `None` where they name nobody.
    pub(super) fn of(noted: &[Noted<'d>]) -> Option<Self> {
        let mut all = Self { notes: Vec::new(), units: Vec::new() };
        for (section, notes) in noted {
            let passage = own(*section);
            for note in notes.iter().filter(|n| !n.units.is_empty()) {
                all.notes.extend(passage.excerpt(note.range.clone()));
                for (range, part) in &note.units {
                    all.push(&passage, range.clone(), *part);
                }
            }
        }
        (!all.units.is_empty()).then_some(all)
    }

    /// What the cells of a table row say.
    pub(super) fn of_cells(passage: &Passage<'d>, cells: &[(Range<usize>, Part)]) -> Option<Self> {
        let mut all = Self { notes: Vec::new(), units: Vec::new() };
        for (cell, part) in cells.iter().filter(|(cell, _)| cell.len() <= LONGEST) {
            all.notes.extend(passage.excerpt(cell.clone()));
            for range in split_units(passage.text(), cell.clone()) {
                all.push(passage, range, *part);
            }
        }
        (!all.units.is_empty()).then_some(all)
    }

    fn push(&mut self, passage: &Passage<'d>, range: Range<usize>, part: Part) {
        // named in the notes of two sentences, it is one
        let unit = passage.excerpt(range).map(|name| Unit { name, part });
        let named = |unit: &Unit<'d>| {
            self.units.iter().take(MOST_TOLD_APART).any(|u| u.part == part && u.name.text() == unit.name.text())
        };
        let unit = unit.filter(|unit| !named(unit));
        self.units.extend(unit);
    }
}

/// So many units are looked at for one of the same name.
const MOST_TOLD_APART: usize = 64;

/// A note in a text: where it stands there and in the source, whom it names, and what it says of the deadline.
#[derive(Clone, Debug, Default)]
pub(super) struct Note {
    pub span: Span,
    pub range: Range<usize>,
    pub units: Vec<(Range<usize>, Part)>,
    /// What stands after 完成时限：, or all of a note in brackets.
    pub deadline: Option<(Range<usize>, Place)>,
}

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Part(Part),
    Deadline,
}

/// Words that stand before a colon or at the head of a table column: 责任单位：县水利局.
const LABELS: [(Words, Says); 5] = [
    (
        words!("牵头单位 牵头部门 牵头责任单位 牵头处室 牵头责任部门 主办单位 主责单位 主责部门 牵头"),
        Says::Part(Part::Lead),
    ),
    (
        words!(
            "责任单位 责任部门 责任主体 责任科室 责任处室 主要责任单位 负责部门 负责单位 承办单位 实施单位 落实单位 分工 \
             责任单位和完成时限 责任单位及完成时限 责任单位和时限 责任单位及时限",
        ),
        Says::Part(Part::Owner),
    ),
    (
        words!("配合单位 配合部门 协办单位 协同单位 协作单位 协同部门 参与单位 参与部门 参加单位 配合"),
        Says::Part(Part::Partner),
    ),
    (words!("责任人 责任领导 分管领导 牵头领导 牵头人 包抓领导"), Says::Part(Part::Person)),
    (words!("完成时限 完成时间 办理时限 整改时限 工作时限 时限要求 时间要求 时间节点 时限"), Says::Deadline),
];

/// Verbs that stand after the units: 县水利局牵头.
const VERBS: [(Words, Part); 3] = [
    (words!("牵头负责 牵头组织 牵头落实 牵头实施 为牵头单位 牵头 主办"), Part::Lead),
    (words!("按职责分工配合 共同参与 参与 参加 配合 协助 协同 协办"), Part::Partner),
    (words!("负责落实 组织实施 负责 落实 承担"), Part::Owner),
];

/// What the names of organs end in.
const ORGANS: Words = words!(word_list!("organ.txt"));

/// No label has more bytes.
const LONGEST_LABEL: usize = "责任单位和完成时限".len();

/// What the label `word` says, blanks aside; `None` where it is no label.
pub(super) fn label(word: &str) -> Option<Says> {
    let word = word.trim();
    LABELS.iter().find(|(labels, _)| word.len() <= LONGEST_LABEL && labels.have(word)).map(|l| l.1)
}

/// Whether a label may begin with `c`.
pub(super) fn may_be_label(c: char) -> bool {
    LABELS.iter().any(|(labels, _)| labels.may_begin(c))
}

/// The label that `text` ends with, and where it begins.
fn label_before(text: &str) -> Option<(usize, Says)> {
    let text = text.trim_end();
    let (says, len) = end_of(&LABELS, text)?;
    Some((text.len() - len, says))
}

/// The longest note that is read, in bytes; the notes of whole ministries are shorter.
const LONGEST: usize = 1500;

/// What a text says of those who answer for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    /// In order.
    pub notes: Vec<Note>,
    /// Whether it has what the cells of a table may stand between.
    pub may_have_cells: bool,
}

/// Whether a sign may begin a note or stand between cells, and not only in quotations and references.
pub(super) fn is_sign(c: char) -> bool {
    !matches!(c, '“' | '”' | '《' | '》' | '）' | ')' | '〔' | '〕' | '】' | '第' | '附')
}

/// All notes in `passage`. With `first_leads` the first unit of a note leads
/// （列第一位者为牵头单位，下同）.
pub(super) fn find(passage: &Passage<'_>, first_leads: bool) -> Notes {
    let text = passage.text();
    let mut found = Notes::default();
    let mut at = 0;
    for (here, c) in passage.signs() {
        found.may_have_cells = found.may_have_cells || task_table::is_edge(c, after(text, here));
        if here < at {
            continue;
        }
        let from = found.notes.last().map_or(0, |n| n.range.end);
        let inside = here + c.len_utf8();
        let mut note = match c {
            '（' | '(' | '【' | '［' | '[' => bracketed(text, here, inside, first_leads),
            '：' | ':' => labelled(text, from, here, inside),
            '牵' => in_prose(text, from, here),
            _ => None,
        };
        at = inside;
        if let Some(note) = &mut note {
            note.span = passage.span(note.range.clone());
            at = note.range.end.max(inside);
        }
        found.notes.extend(note);
    }
    found
}

/// （县财政局牵头，县审计局配合）, （责任单位：县水利局；完成时限：2025年底前）
fn bracketed(text: &str, open: usize, inside: usize, first_leads: bool) -> Option<Note> {
    let close = closing(text, inside)?;
    let content = text.get(inside..close)?;
    let bracket = text.get(close..)?.chars().next()?.len_utf8();
    let range = open..close + bracket;
    // a note stands after a sentence or ends one; an aside in its midst is not a note
    let before = text.get(..open)?.trim_end().chars().next_back();
    let after = text.get(range.end..)?.trim_start_matches([' ', '\t', '\u{3000}']).chars().next();
    let ends = |c: Option<char>| c.is_none_or(|c| is_one_of(c, "。；;！!”\n：:）)"));
    let labelled = || label_start(content).is_some();
    if !(ends(before) || ends(after) || labelled()) {
        return None;
    }
    static IN_DEADLINES: CharSet = CharSet::new("年月底期每常", &[]);
    let mut units = units_in(text, inside..close, first_leads);
    // （县水利局、县财政局） at the end of a task
    if units.is_empty() && before.is_some_and(|c| is_one_of(c, "。；\n")) && after.is_none_or(|c| c == '\n') {
        let all: Vec<_> = all_in(Part::Owner, text, inside..close).collect();
        if all.len() > 1 && all.iter().all(|u| is_organ(text, &u.0)) {
            units = all;
        }
    }
    let deadline = labelled_deadline(text, inside..close)
        .or_else(|| IN_DEADLINES.find(content, 0).map(|_| (inside..close, Place::Note)));
    (!units.is_empty() || deadline.is_some() && labelled()).then(|| Note { range, units, deadline, ..Note::default() })
}

/// What stands after 完成时限： in a note in brackets.
fn labelled_deadline(text: &str, inside: Range<usize>) -> Option<(Range<usize>, Place)> {
    let content = text.get(inside.clone())?;
    let mut colons = content.char_indices().filter(|c| is_colon(c.1));
    let (colon, c) = colons.find(|c| matches!(label_before(before(content, c.0)), Some((_, Says::Deadline))))?;
    let value = after(content, colon + c.len_utf8());
    let len = position(value, |c| is_one_of(c, "；;\n")).unwrap_or(value.len());
    let len = next_label(before(value, len)).unwrap_or(len);
    let start = inside.end - value.len();
    Some((start..start + len, Place::Labelled))
}

/// The label that `content` begins with, and the place of its colon.
fn label_start(content: &str) -> Option<(Says, usize)> {
    let colon = position(content, is_colon)?;
    Some((label(before(content, colon))?, colon))
}

/// Where the bracket that opens before `inside` closes.
fn closing(text: &str, inside: usize) -> Option<usize> {
    static BRACKETS: CharSet = CharSet::new("（(【［[）)】］]", &[]);
    let text = prefix(after(text, inside), LONGEST + "）".len());
    let (mut depth, mut from) = (1, 0);
    loop {
        let at = BRACKETS.find(text, from)?;
        let c = first(after(text, at));
        depth += if matches!(c, '（' | '(' | '【' | '［' | '[') { 1 } else { -1 };
        if depth == 0 {
            return Some(inside + at);
        }
        from = at + c.len_utf8();
    }
}

/// 责任单位：县水利局、县财政局
fn labelled(text: &str, from: usize, colon: usize, content: usize) -> Option<Note> {
    let (start, says) = label_before(text.get(from..colon)?)?;
    // 县水利局为责任单位： is prose; a label opens a sentence, a line or a bracket
    let before = text.get(..from + start)?.chars().next_back();
    if !before.is_none_or(|c| c.is_whitespace() || is_one_of(c, "。；;，,！（(【［[|｜、”>＊*")) {
        return None;
    }
    let rest = text.get(content..)?;
    // 各乡镇（街道） opens and closes within it
    let mut depth = 0;
    let stop = rest.char_indices().find(|&(i, c)| {
        depth += i32::from(is_one_of(c, "（(【［[")) - i32::from(is_one_of(c, "）)】］]"));
        depth < 0 || depth == 0 && is_one_of(c, "。；;|｜") || c == '\n' || i > LONGEST
    });
    let stop = stop.map_or(rest.len(), |s| s.0);
    // 责任单位：县水利局 完成时限：6月底 on one line: the next label ends this one
    let next = next_label(rest.get(..stop)?);
    let range = from + start..content + next.unwrap_or(stop);
    let value = content..range.end;
    Some(match says {
        Says::Deadline => Note { range, deadline: Some((value, Place::Labelled)), ..Note::default() },
        Says::Part(part) => {
            let mut units: Vec<_> = all_in(part, text, value.clone()).collect();
            // 责任单位：县水利局牵头，各乡镇配合
            let spoken = units_in(text, value.clone(), false);
            if spoken.iter().any(|u| u.1 != Part::Owner) {
                units = spoken;
            }
            // 责任单位：县水利局，6月底前
            let named = units.len();
            units.retain(|u| !text.get(u.0.clone()).is_some_and(deadline::mentions));
            let deadline = (units.len() < named).then_some((value, Place::Note));
            Note { range, units, deadline, ..Note::default() }
        }
    })
}

/// Where the next label begins in what stands after one.
fn next_label(value: &str) -> Option<usize> {
    value.char_indices().filter(|c| is_colon(c.1)).find_map(|(colon, _)| Some(label_before(value.get(..colon)?)?.0))
}

/// 由环境保护部牵头，公安部、交通运输部参加。 All named must read like organs.
fn in_prose(text: &str, from: usize, verb: usize) -> Option<Note> {
    let verb_word = "牵头";
    if !text.get(verb..)?.starts_with(verb_word) {
        return None;
    }
    // 牵头单位, 牵头组建创新联合体 say something else
    let after = verb + verb_word.len();
    let rest = text.get(after..)?;
    let tail = words!("负责 组织 落实").begin(rest).unwrap_or(0);
    let rest = rest.get(tail..)?;
    if !rest.chars().next().is_none_or(is_clause_end) {
        return None;
    }
    let before = suffix(text.get(from..verb)?, LONGEST);
    // 由中央宣传部（国务院新闻办）牵头
    let named = before.strip_suffix(['）', ')']).and_then(|b| b.rfind(['（', '('])).map_or(before.len(), |open| open);
    let clause = before.get(..named)?.rfind(is_clause_end).map_or(0, |at| at + before.get(at..).map_or(0, first_len));
    let start = verb - before.len() + clause;
    let by = text.get(start..verb)?.rfind('由').map(|at| start + at + "由".len());
    // 、 between the units is no clause end, but before 由 anything may stand
    let list = by.unwrap_or(start)..verb;
    let lead = split_units(text, list.clone());
    let organs = |ranges: &[Range<usize>]| !ranges.is_empty() && ranges.iter().all(|r| is_organ(text, r));
    if !organs(&lead) {
        return None;
    }
    let mut range = by.map_or(list.start, |by| by - "由".len())..after + tail;
    let mut units: Vec<_> = lead.into_iter().map(|u| (u, Part::Lead)).collect();
    let partner_at = range.end + first_len(rest);
    let partner_len = text.get(partner_at..)?.char_indices().find(|&(i, c)| is_clause_end(c) || i > LONGEST);
    let partners = partner_at..partner_at + partner_len.map_or(text.len() - partner_at, |p| p.0);
    let mut spoken = units_in(text, partners.clone(), false);
    let with = text.get(partners.clone()).and_then(|p| words!("会同 联合 协同").begin(p));
    if let Some(with) = with {
        spoken = all_in(Part::Partner, text, partners.start + with..partners.end).collect();
    }
    if !rest.starts_with(['。', '\n']) && !spoken.is_empty() && spoken.iter().all(|u| is_organ(text, &u.0)) {
        units.extend(spoken);
        range.end = partners.end;
    } else if by.is_none() {
        return None;
    }
    Some(Note { range, units, ..Note::default() })
}

fn is_clause_end(c: char) -> bool {
    is_one_of(c, "，,。；;：:！!\n（）()")
}

fn first_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn is_organ(text: &str, range: &Range<usize>) -> bool {
    let name = text.get(range.clone()).unwrap_or_default();
    let name = name.split(['（', '(']).next().unwrap_or_default();
    name.chars().count() <= 30 && ends_like_organ(name)
}

fn ends_like_organ(name: &str) -> bool {
    ORGANS.end(name).is_some()
}

/// The units of a note with the part of each: every clause ends in a verb, or opens with a label.
fn units_in(text: &str, range: Range<usize>, first_leads: bool) -> Vec<(Range<usize>, Part)> {
    let content = text.get(range.clone()).unwrap_or_default();
    let says_so = says_first_leads(content);
    let first_leads = first_leads || says_so;
    let mut units: Vec<(Range<usize>, Part)> = Vec::new();
    // units that wait for the verb of a later clause: 教育部、财政部，各省按职责分工负责
    let mut waiting: Vec<Range<usize>> = Vec::new();
    let mut current: Option<Says> = None;
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
                match spoken_units(text, value.clone()) {
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
        match (spoken_units(text, all.clone()), current) {
            (Some(found), _) => {
                let part = found.last().map_or(Part::Owner, |u| u.1);
                units.extend(waiting.drain(..).map(|u| (u, part)));
                units.extend(found);
            }
            (None, Some(Says::Part(part))) if !deadline::mentions(words) => {
                units.extend(all_in(part, text, all));
            }
            (None, None)
                if words!("前 底 末 内 完成 办结 公布 建成 启动").end(words).is_some() && deadline::mentions(words) =>
            {
                timed = true
            }
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

/// Whether a note says that the unit named first leads.
pub(super) fn says_first_leads(note: &str) -> bool {
    let placed = || words!("列第一位 列首位 排第一位 排在第一位 排名第一 列在首位").stand_in(note);
    // a note is short, and most have no byte like the last of 牵
    memchr::memchr(0xb5, note.as_bytes()).is_some()
        && has_any(note, &["牵头"])
        && has_any(note, &["首位", "第一"])
        && placed()
}

/// The units of a clause that ends in a verb (…牵头, …会同…负责); `None` where it does not.
fn spoken_units(text: &str, range: Range<usize>) -> Option<Vec<(Range<usize>, Part)>> {
    let clause = text.get(range.clone())?.trim_end();
    let (part, verb) = end_of(&VERBS, clause)?;
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
    (named > 0 && named * 2 >= units.len()).then_some(units)
}

/// What may stand between the units of a list.
const IN_LISTS: u8 = stop::PAUSE | stop::COMMA | stop::SEMICOLON | stop::SLASH | stop::TAB;

/// The units of a list: at 、 and ；, at 和 and 及 between organs, at 等 before 有关部门.
fn split_units(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    for part in split(text.get(range.clone()).unwrap_or_default(), IN_LISTS) {
        let (mut from, end) = (range.start + part.start, range.start + part.end);
        while let Some((cut, len)) = conjunction(text, from..end) {
            units.extend(bare(text, from..cut));
            from = cut + len;
        }
        units.extend(bare(text, from..end));
    }
    units
}

/// The units of a list, all with one part.
fn all_in(part: Part, text: &str, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Part)> {
    split_units(text, range).into_iter().map(move |unit| (unit, part))
}

/// Where a conjunction parts two organs: 民政部和财政部, not 工业和信息化部.
fn conjunction(text: &str, range: Range<usize>) -> Option<(usize, usize)> {
    static FIRST: CharSet = CharSet::new("及和与以等", &[]);
    let part = text.get(range.clone())?;
    FIRST.find(part, 0)?;
    let mut depth = super::excerpt::Depth::default();
    for (at, c) in part.char_indices() {
        depth.step(c);
        if at == 0 || !depth.outside() || !FIRST.contains(c) {
            continue;
        }
        let rest = part.get(at..)?;
        let len = words!("以及 及其 及 和 与 等").begin(rest).unwrap_or(0);
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
const GENERIC: Words = words!("单位 部门 地区 机构 有关单位 有关部门 相关部门 相关单位 部门和单位 其他部门");

/// A unit's name without what only joins it to the sentence; `None` where nothing is left.
fn bare(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const BEFORE: Words = words!("由 请 以及 及");
    const AFTER: Words = words!(
        "按照职责分工 根据职责分工 按职责分工 按分工 按照各自职责 按各自职责 按职责 分别 共同 积极 具体 密切 等 分工",
    );
    let trimmed =
        |c: char| matches!(c, '、' | '，' | ',' | '；' | ';' | '。' | '/' | '／' | '|' | '｜') || c.is_whitespace();
    let part = text.get(range.clone())?;
    let mut start = range.start + part.len() - part.trim_start_matches(trimmed).len();
    let mut end = range.start + part.trim_end_matches(trimmed).len();
    while let Some(len) = BEFORE.begin(text.get(start..end)?) {
        start += len;
    }
    // 和各省级人民政府, but not 和平区政府
    if words!("和各 和有关 和相关 和省 和地方 与各 与有关 与相关 与省 与地方").begin(text.get(start..end)?).is_some()
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
