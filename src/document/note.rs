//! Notes on who answers for a task and by when, and where they stand: in brackets, after a label, in a sentence.

use super::deadline::{self, Place};
use super::duty;
use super::excerpt::{Passage, split, stop};
use super::label::{Says, label_before, label_behind, label_start, next_label};
use super::measure::Context;
use super::responsibility::Part;
use super::task_table;
use super::unit_list::{
    all_in, ends_like_organ, first_len, is_organ, is_time, listed, split_units, spoken_units, units_in,
};
use super::words::exact_words;
use crate::Span;
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::{is_colon, is_comma};
use crate::lexer::decode::char_at;
use crate::lexer::search::{
    after, before, ends_with_any, first, has, is_one_of, is_space, position, prefix, skip_back, suffix, trim_end,
};
use std::ops::Range;

/// A note in a text: where it stands there and in the source, whom it names, and what it says of the deadline.
#[derive(Clone, Debug, Default)]
pub(super) struct Note {
    pub span: Span,
    pub range: Range<usize>,
    pub units: Vec<(Range<usize>, Part)>,
    /// What stands after 完成时限：, or all of a note in brackets.
    pub deadline: Option<(Range<usize>, Place)>,
}

/// The longest note that is read, in bytes; the notes of whole ministries are shorter.
pub(super) const LONGEST: usize = 1500;

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
    !matches!(c, '“' | '”' | '《' | '》' | '）' | ')' | '〕' | '】' | '第' | '附')
}

/// All notes in `passage`.
pub(super) fn find(passage: &Passage<'_>, context: Context) -> Notes {
    let text = passage.text();
    let mut found = Notes::default();
    let mut at = 0;
    for (here, c) in passage.signs() {
        found.may_have_cells = found.may_have_cells || task_table::may_part(c, text, here);
        if here < at {
            continue;
        }
        let from = found.notes.last().map_or(0, |n| n.range.end);
        let inside = here + c.len_utf8();
        let mut note = match c {
            '（' | '(' | '【' | '［' | '[' | '〔' => bracketed(text, here, inside, context),
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
    if context.assigns && found.notes.iter().all(|note| note.units.is_empty()) {
        let duties = duty::find(text, context.is_minutes);
        found.notes.extend(duties.into_iter().map(|note| Note { span: passage.span(note.range.clone()), ..note }));
        found.notes.sort_by_key(|note| note.range.start);
    }
    let from = found.notes.last().map_or(0, |n| n.range.end);
    // in an article it gives a duty, not a task
    let last = if context.is_plan { in_last_sentence(text, from, context.first_leads) } else { None };
    if let Some(mut note) = last {
        note.span = passage.span(note.range.clone());
        found.notes.push(note);
    }
    found
}

/// Whether a text may end in a sentence that is a note.
pub(super) fn may_end_in_note(text: &str) -> bool {
    ends_with_any(skip_back(text, is_closing), &["负责", "配合", "落实", "完成", "办结", "前"])
}

fn is_closing(c: char) -> bool {
    is_space(c) || c == '。'
}

/// 各县区、市直各部门按职责分工负责。 as the last of several sentences: all of it names organs or says by when.
fn in_last_sentence(text: &str, from: usize, first_leads: bool) -> Option<Note> {
    let text = skip_back(text, is_closing);
    if !may_end_in_note(text) {
        return None;
    }
    let near = suffix(text.get(from..)?, LONGEST);
    let stop = near.rfind(['。', '；', ';', '！', '\n'])?;
    let start = text.len() - near.len() + stop + first_len(after(near, stop));
    let range = start..text.len();
    let organs = |units: &[Range<usize>]| {
        let is_name = |unit: &Range<usize>| {
            let name = text.get(unit.clone()).unwrap_or_default();
            is_organ(text, unit) && !has(name, |c| is_one_of(c, "由对的为将要是在"))
        };
        !units.is_empty() && units.iter().all(is_name)
    };
    let mut deadline = None;
    for clause in split(text.get(range.clone())?, stop::COMMA) {
        let clause = start + clause.start..start + clause.end;
        let words = skip_back(text.get(clause.clone())?, |c| matches!(c, '，' | ','));
        let named = || spoken_units(text, clause.start..clause.start + words.len(), false);
        if is_time(words) {
            deadline = Some((clause, Place::Note));
        } else if !organs(&split_units(text, clause.clone())) && !named().is_some_and(|units| organs(&ranges(&units))) {
            return None;
        }
    }
    let units = units_in(text, range.clone(), first_leads);
    (!units.is_empty()).then(|| Note { range, units, deadline, ..Note::default() })
}

fn ranges(units: &[(Range<usize>, Part)]) -> Vec<Range<usize>> {
    units.iter().map(|unit| unit.0.clone()).collect()
}

/// （县财政局牵头，县审计局配合）, （责任单位：县水利局；完成时限：2025年底前）
fn bracketed(text: &str, open: usize, inside: usize, context: Context) -> Option<Note> {
    let close = closing(text, inside)?;
    let content = text.get(inside..close)?;
    let bracket = char_at(text, close)?.len_utf8();
    let range = open..close + bracket;
    // a note stands after a sentence or ends one; an aside in its midst is not a note
    let words = trim_end(text.get(..open)?);
    let before = words.chars().next_back();
    let after = text.get(range.end..)?.trim_start_matches([' ', '\t', '\u{3000}']).chars().next();
    let ends = |c: Option<char>| c.is_none_or(|c| is_one_of(c, "。；;！!”\n：:）)"));
    let labelled = || label_start(content).is_some();
    if !(ends(before) || ends(after) || labelled()) {
        return None;
    }
    static IN_DEADLINES: CharSet = CharSet::new("年月底期每常", &[]);
    let mut units = units_in(text, inside..close, context.first_leads);
    // （县水利局、县财政局） at the end of a task; elsewhere one alone is who wrote it, and without a stop before it the
    // organs are what the words before mean: 成员单位（县水利局、县财政局）
    if units.is_empty() && after.is_none_or(|c| c == '\n') {
        let all: Vec<_> = all_in(Part::Owner, text, inside..close).collect();
        let stopped = before.is_some_and(|c| is_one_of(c, "。；;\n"));
        let meant =
            || ends_like_organ(words) || exact_words!("人员 成员 对象 范围 名单 领导 等 地 家 个").end(words).is_some();
        let fits = match all.len() {
            0 => false,
            1 => stopped && context.is_plan,
            _ => stopped || context.is_plan && before.is_some() && !meant(),
        };
        if fits && all.iter().all(|u| is_organ(text, &u.0)) {
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
    let (colon, c) = colons.find(|c| matches!(label_behind(before(content, c.0)), Some((_, Says::Deadline))))?;
    let value = after(content, colon + c.len_utf8());
    let len = position(value, |c| is_one_of(c, "；;\n")).unwrap_or(value.len());
    let len = next_label(before(value, len)).unwrap_or(len);
    let start = inside.end - value.len();
    Some((start..start + len, Place::Labelled))
}

/// Where the bracket that opens before `inside` closes.
fn closing(text: &str, inside: usize) -> Option<usize> {
    static BRACKETS: CharSet = CharSet::new("（(【［[〔）)】］]〕", &[]);
    let text = prefix(after(text, inside), LONGEST + "）".len());
    let (mut depth, mut from) = (1, 0);
    loop {
        let at = BRACKETS.find(text, from)?;
        let c = first(after(text, at));
        depth += if is_one_of(c, "（(【［[〔") { 1 } else { -1 };
        if depth == 0 {
            return Some(inside + at);
        }
        from = at + c.len_utf8();
    }
}

/// 责任单位：县水利局、县财政局
fn labelled(text: &str, from: usize, colon: usize, content: usize) -> Option<Note> {
    let words = text.get(from..colon)?;
    // 责任单位：县水利局 时间：6月底
    let (start, says) = label_before(words)
        .or_else(|| label_behind(words).filter(|&(start, _)| from > 0 && is_gap(before(words, start))))?;
    // 县水利局为责任单位： is prose; a label opens a sentence, a line or a bracket
    let above = text.get(..from + start)?.chars().next_back();
    if !above.is_none_or(|c| c.is_whitespace() || is_one_of(c, "。；;，,！（(【［[〔|｜、”>＊*")) {
        return None;
    }
    let rest = text.get(content..)?;
    // 各乡镇（街道） opens and closes within it
    let mut depth = 0;
    let stop = rest.char_indices().find(|&(i, c)| {
        depth += i32::from(is_one_of(c, "（(【［[〔")) - i32::from(is_one_of(c, "）)】］]〕"));
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
            let mut units = listed(part, text, value.clone());
            // 责任单位：县水利局，6月底前
            let named = units.len();
            units.retain(|u| !text.get(u.0.clone()).is_some_and(deadline::mentions));
            let timed = || {
                let mut clauses = split(text.get(value.clone()).unwrap_or_default(), stop::COMMA | stop::SEMICOLON);
                let words = |clause: Range<usize>| {
                    skip_back(after(text, value.start).get(clause).unwrap_or_default(), is_comma)
                };
                clauses.any(|clause| is_time(words(clause)))
            };
            let deadline = (units.len() < named || timed()).then_some((value.clone(), Place::Note));
            Note { range, units, deadline, ..Note::default() }
        }
    })
}

/// Whether nothing but a stop or a blank stands between two notes of one line.
fn is_gap(between: &str) -> bool {
    !has(between, |c| c == '\n' || !is_space(c) && !is_one_of(c, "。；;，,"))
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
    let tail = exact_words!("负责 组织 落实").begin(rest).unwrap_or(0);
    let rest = rest.get(tail..)?;
    if !char_at(rest, 0).is_none_or(is_clause_end) {
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
    let with = text.get(partners.clone()).and_then(|p| exact_words!("会同 联合 协同").begin(p));
    if let Some(with) = with {
        spoken = all_in(Part::Partner, text, partners.start + with..partners.end).collect();
    }
    if !matches!(first(rest), '。' | '\n') && !spoken.is_empty() && spoken.iter().all(|u| is_organ(text, &u.0)) {
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
