//! Sentences that say who does what: 由县交通局负责，于11月30日前完成签约工作。 县水利局要在5月1日前完成鉴定。

use super::deadline::{self, Place};
use super::excerpt::{sentences, split, stop};
use super::label::{Says, label_start};
use super::note::Note;
use super::responsibility::Part;
use super::unit_list::{all_in, is_organ, split_units, spoken_units};
use super::words::exact_words;
use crate::lexer::chars::is_colon;
use crate::lexer::search::{self, after, begins_with_any, first, has, is_one_of, prefix, skip_back};
use std::ops::Range;

/// How much of a clause is looked through for what its units are to do, in bytes.
const REACH: usize = 60 * "字".len();

/// A note for each clause that names who does something. Outside of minutes the sentence must begin with it, and say by
/// when or who helps: a plan also tells what organs are for.
pub(super) fn find(text: &str, in_minutes: bool) -> Vec<Note> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        read(text, sentence, in_minutes, &mut found);
    }
    found
}

fn read(text: &str, sentence: Range<usize>, in_minutes: bool, found: &mut Vec<Note>) {
    let words = text.get(sentence.clone()).unwrap_or_default();
    // what is told is done
    if has(words, |c| c == '已') {
        return;
    }
    let count = found.len();
    let mut sure = in_minutes;
    let mut timed = None;
    for clause in split(words, stop::COMMA) {
        let start = sentence.start + clause.start;
        let range = start..start + skip_back(words.get(clause).unwrap_or_default(), is_stop).len();
        let helpers = || spoken_units(text, range.clone(), true).filter(|u| u.iter().all(|u| u.1 == Part::Partner));
        if found.len() > count
            && let Some(units) = helpers().filter(|units| units.iter().all(|u| is_organ(text, &u.0)))
        {
            sure = true;
            found.push(Note { range, units, ..Note::default() });
        } else if let Some(note) = duty(text, range, in_minutes) {
            // of 县水利局要于6月底前……
            let timed = *timed.get_or_insert_with(|| deadline::is_set(words));
            let (said, note) = note;
            sure |= timed || note.units.iter().any(|u| u.1 == Part::Partner);
            if timed || said {
                found.push(note);
            }
        } else if !in_minutes && found.len() == count {
            return;
        }
    }
    if !sure {
        found.truncate(count);
    }
}

fn is_stop(c: char) -> bool {
    c.is_whitespace() || is_one_of(c, "，,。；;！!？?")
}

/// A clause that begins with who does something, and whether it says that they answer for it; with 要 and the like only a
/// deadline tells.
fn duty(text: &str, clause: Range<usize>, in_minutes: bool) -> Option<(bool, Note)> {
    let mut start = clause.start;
    let mut from = start;
    loop {
        let words = text.get(from..clause.end)?;
        let skipped = words.len() - search::skip(words, |c| is_one_of(c, " \u{3000}\t") || is_colon(c)).len();
        let told =
            exact_words!("会议要求 会议议定 会议决定 会议明确 会议强调 会议确定 会议同意 同时 其中").begin(words);
        let asked = || exact_words!("由 请 责成").begin(words);
        match (skipped, told) {
            (1.., _) => (start, from) = (from + skipped, from + skipped),
            (0, Some(len)) => (start, from) = (from + len, from + len),
            (0, None) => match asked() {
                Some(len) => from += len,
                None => break,
            },
        }
    }
    let words = text.get(from..clause.end)?;
    let note = |units, end| Note { range: start..end, units, ..Note::default() };
    // 责任单位为县水利局，完成时限为11月底
    if let Some((says, label)) = label_start(words).filter(|&(_, at)| first(after(words, at)) == '为') {
        let value = from + label + "为".len()..clause.end;
        let Says::Part(part) = says else {
            let deadline = Some((value, Place::Labelled));
            return Some((true, Note { range: start..clause.end, deadline, ..Note::default() }));
        };
        let units: Vec<_> = all_in(part, text, value).collect();
        return units.iter().all(|u| is_organ(text, &u.0)).then(|| (true, note(units, clause.end)));
    }
    prefix(words, REACH).char_indices().find_map(|(at, c)| {
        if !is_one_of(c, "牵负会联协要须必应于在") && !c.is_ascii_digit() {
            return None;
        }
        let verb = from + at;
        let rest = after(words, at);
        let (len, part) = verb_at(rest)?;
        let units = names(text, from..verb)?;
        let joint = is_one_of(c, "会联协");
        let said = joint || is_one_of(c, "牵负");
        // 各单位要于每月25日前报送 tells all whom the text is for
        let of_all = |u: &Range<usize>| begins_with_any(after(text, u.start), &["各", "有关", "相关"]);
        if !said && !in_minutes && units.iter().all(of_all) {
            return None;
        }
        let mut units: Vec<_> = units.into_iter().map(|u| (u, part)).collect();
        let mut end = if len > 0 && !joint && (!said || len == rest.len()) { verb + len } else { verb };
        if joint {
            let partners = partners(text, verb + len..clause.end);
            if partners.is_none() && c != '会' {
                return None;
            }
            let (partners, to) = partners.unwrap_or((Vec::new(), verb));
            units.extend(partners.into_iter().map(|u| (u, Part::Partner)));
            end = to;
        }
        Some((said, note(units, end)))
    })
}

/// What units are to do, as `rest` begins: the bytes of the word, and their part. Of a day only that it begins.
fn verb_at(rest: &str) -> Option<(usize, Part)> {
    if let Some(len) = exact_words!("负责 负责落实 负责组织").begin(rest) {
        return (!begins_with_any(after(rest, len), &["人", "制", "同志"])).then_some((len, Part::Owner));
    }
    if let Some(len) = exact_words!("牵头 牵头负责 牵头组织 牵头落实").begin(rest) {
        return (!begins_with_any(after(rest, len), &["单位", "部门", "人"])).then_some((len, Part::Lead));
    }
    if let Some(len) = exact_words!("会同 联合 协同").begin(rest) {
        return Some((len, Part::Lead));
    }
    if let Some(len) = exact_words!("要 须 必须 应当").begin(rest) {
        return Some((len, Part::Owner));
    }
    let on = exact_words!("应于 应在 于 在").begin(rest).unwrap_or(0);
    deadline::begins(after(rest, on)).then_some((0, Part::Owner))
}

/// The units of a list, if all of it names organs and nothing else.
fn names(text: &str, list: Range<usize>) -> Option<Vec<Range<usize>>> {
    let units = split_units(text, list);
    let is_name = |unit: &Range<usize>| {
        let name = text.get(unit.clone()).unwrap_or_default();
        search::chars(name) > 1
            && !name.starts_with("委托")
            && is_organ(text, unit)
            && !has(name, |c| is_one_of(c, "由对的为将要是在请把被向使"))
    };
    (!units.is_empty() && units.iter().all(is_name)).then_some(units)
}

/// Those who help, as a clause goes on behind 会同, and where their names end.
fn partners(text: &str, rest: Range<usize>) -> Option<(Vec<Range<usize>>, usize)> {
    let words = prefix(text.get(rest.clone())?, REACH);
    let stops = |&(_, c): &(usize, char)| is_one_of(c, "于在要对按尽研提制做开推落完组加共") || c.is_ascii_digit();
    let ends = words.char_indices().filter(stops).map(|(at, _)| at).chain([words.len()]);
    ends.map(|end| rest.start + end).find_map(|end| Some((names(text, rest.start..end)?, end)))
}
