//! Whether the titles of a run of siblings are glued to their text, and where each then ends.

use super::boundary::{self, Around};
use super::recurrence::Triples;
use super::{GLUED, Opening, RUN_IN};
use crate::lexer::chars::{is_colon, is_comma};
use crate::lexer::mark::Place;
use crate::lexer::search::{after, before, begins_with_any, chars, ends_with_any, find, has_any, prefix, suffix};
use crate::parser::section::Entry;
use crate::{MarkStyle, SectionKind};

/// The likeliest end of a title in the first sentence of its section.
#[derive(Clone, Copy)]
pub(super) struct Cut {
    /// Bytes behind the mark.
    pub end: u32,
    /// How likely it is an end; see [`boundary::best`].
    pub score: i32,
}

/// The runs of siblings of one style.
pub(super) struct Runs {
    /// For each entry: the first of its run.
    first: Vec<u32>,
    /// For each entry: the next of its run; itself where it is the last.
    next: Vec<u32>,
    /// For the first entry of each run: whether it is glued.
    glued: Vec<Option<bool>>,
    /// For each entry of a run with glued titles: where its title would end.
    cuts: Vec<Option<Cut>>,
    /// What is said in a part of the document, and which.
    said: Option<(usize, Triples)>,
    /// What the sections of a run open with, and the run; here only to be used again.
    shared: Option<Triples>,
    members: Vec<usize>,
}

/// How much of a document is read for what recurs in it, in bytes.
const PART: usize = 48 << 10;
/// How many sections of a run are read for what they share, and how many characters of each.
const SHARED: (usize, usize) = (24, 48);

impl Runs {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut first: Vec<u32> = Vec::with_capacity(entries.len());
        let mut next: Vec<u32> = (0..entries.len() as u32).collect();
        let mut open: Vec<usize> = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut run = i as u32;
            while let Some(&top) = open.last() {
                if entries[top].parent == entry.parent && entries[top].style == entry.style {
                    run = first[top];
                    next[top] = i as u32;
                    open.pop();
                    break;
                }
                if entry.parent.is_some_and(|p| p as usize == top) {
                    break;
                }
                open.pop();
            }
            open.push(i);
            first.push(run);
        }
        Self {
            first,
            next,
            glued: vec![None; entries.len()],
            cuts: vec![None; entries.len()],
            said: None,
            shared: None,
            members: Vec::new(),
        }
    }

    /// Another entry of the run of entry `i`: the next, or the first for the last.
    pub(super) fn sibling(&self, i: usize) -> Option<usize> {
        let next = self.next[i] as usize;
        let other = if next == i { self.first[i] as usize } else { next };
        (other != i).then_some(other)
    }

    /// Whether the run of entry `i` stands within lines, so that no break shows where titles end.
    pub(super) fn is_glued(&mut self, body: &str, openings: &[Opening], entries: &[Entry], i: usize) -> bool {
        let run = self.first[i] as usize;
        if let Some(known) = self.glued.get(run).copied().flatten() {
            return known;
        }
        let (mut all, mut inside, mut long, mut short) = (0, 0, 0, 0);
        let mut members = std::mem::take(&mut self.members);
        members.clear();
        let mut k = run;
        loop {
            let opening = &openings[k];
            all += 1;
            inside += usize::from(entries[k].place < Place::Line);
            if !opening.alone {
                long += usize::from(opening.chars as usize > RUN_IN);
                short += usize::from(opening.chars as usize <= RUN_IN);
            }
            members.push(k);
            let next = self.next[k] as usize;
            if next == k {
                break;
            }
            k = next;
        }
        let inline = inside * 2 >= all;
        let titled =
            inline && entries[run].kind != SectionKind::Point && self.have_titles(body, openings, entries, &members);
        if inline && !titled {
            members.iter().for_each(|&k| self.cuts[k] = None);
        }
        let glued = inline && (titled || long > 0 || short < all);
        self.members = members;
        if let Some(known) = self.glued.get_mut(run) {
            *known = Some(glued);
        }
        glued
    }

    /// The likeliest end of the title of entry `i`, where those of its run are glued to their text.
    pub(super) fn cut(&self, i: usize) -> Option<Cut> {
        self.cuts.get(i).copied().flatten()
    }

    /// Whether most sections of a run open with what looks like a title, by what each opens with and by what
    /// they have in common; the weights were fitted to official documents that lost their line breaks.
    fn have_titles(&mut self, body: &str, openings: &[Opening], entries: &[Entry], members: &[usize]) -> bool {
        let mut run = self.shared.take().unwrap_or_else(|| Triples::with_room_for(SHARED.0 * SHARED.1));
        run.clear();
        for &k in members.iter().take(SHARED.0) {
            run.count(after(body, entries[k].mark_end as usize), SHARED.1);
        }
        let style = match entries[members[0]].style {
            Some(MarkStyle::Han) => 6,
            Some(MarkStyle::Decimal) => 5,
            Some(MarkStyle::Chapter | MarkStyle::Division) => 4,
            _ => 0,
        };
        // what is listed in an article has no titles
        let parent = entries[members[0]].parent.and_then(|p| entries.get(p as usize));
        let listed = if parent.is_some_and(|p| p.style == Some(MarkStyle::Article)) { 4 } else { 0 };
        // how much speaks for titles; and how many sentences hold a title and the lead that is glued to it
        // (推进文旅强省建设|加强遗产保护。), and their characters
        let (mut balance, mut leads, mut length) = (0, 0, 0);
        for &k in members {
            let (entry, opening) = (&entries[k], &openings[k]);
            let line = opening.line(body, entry);
            // a line of its own that announces nothing is a title as a whole
            if opening.alone && !opening.has_sentence() && !line.trim_end().ends_with(|c| is_colon(c) || is_comma(c)) {
                continue;
            }
            let sentence = match opening.has_sentence() {
                true => (opening.sentence_end - entry.mark_end) as usize,
                false => line.trim_end().len(),
            };
            self.read_part(body, entry.start as usize);
            let Some((_, document)) = &self.said else { continue };
            // a little of the next sentence shows how the text goes on
            let stop = (sentence + 24..sentence + 28).find(|&i| line.is_char_boundary(i)).unwrap_or(line.len());
            let around = Around { document, run: &run };
            let cut = boundary::best(before(line, stop), GLUED, sentence, &around);
            let said = before(line, sentence);
            let short = opening.chars as usize <= RUN_IN;
            let cut = cut.map(|(end, score)| (end, if short { score - wholeness(said, end) } else { score }));
            balance += cut.map_or(-6, |(_, score)| score.clamp(-6, 24)) + style - listed - 12;
            if !short {
                balance += 4;
            } else if cut.is_some_and(|(_, score)| score >= 5) {
                leads += 1;
                length += opening.chars as usize;
            }
            if find(said, "；").is_some() {
                balance -= 4;
            }
            // up to the cut, or a little further where that is weak
            let doubted = cut.filter(|&(_, score)| score >= 8).map_or(36, |(end, _)| end);
            if orders(prefix(line, 45)) || demands(prefix(line, doubted)) {
                balance -= 5;
            }
            if let Some((end, score)) = cut {
                self.cuts[k] = Some(Cut { end: end as u32, score });
            }
        }
        self.shared = Some(run);
        balance > 0 || leads >= 5 && leads * 5 >= members.len() * 3 && length >= 20 * leads
    }

    /// Reads what is said in the part of the document that has byte `at`.
    fn read_part(&mut self, body: &str, at: usize) {
        let part = at / PART;
        if self.said.as_ref().is_none_or(|(known, _)| *known != part) {
            let text = prefix(suffix(body, body.len() - part * PART), PART + 256);
            let room = || Triples::with_room_for(body.len().min(PART + 256) / 3);
            let mut said = self.said.take().map_or_else(room, |(_, said)| said);
            said.clear();
            said.count(text, usize::MAX);
            self.said = Some((part, said));
        }
    }
}

/// Whether a section orders right away, so that it has no title: 新型研发机构应建立……, 不得……
fn orders(opening: &str) -> bool {
    let should = |at: usize| {
        !ends_with_any(before(opening, at), &["对", "相", "反", "适", "响", "供", "效"])
            && !begins_with_any(after(opening, at + 3), &["急", "用", "对"])
    };
    find(opening, "应").is_some_and(should) || has_any(opening, &["不得", "必须"])
}

/// Whether a section opens with what is granted or asked for, or with who is to do something, so that it hardly has
/// a title: 同意……, 请……, 你县要认真组织实施……
fn demands(opening: &str) -> bool {
    begins_with_any(opening, &["同意", "原则同意", "请", "你"])
        || find(opening, "要").is_some_and(|at| {
            at > 0
                && !ends_with_any(before(opening, at), &["主", "重", "必", "需", "首", "纪", "摘", "概"])
                && !begins_with_any(after(opening, at + 3), &["求", "点", "素", "害", "务", "件"])
        })
}

/// How much speaks for a short sentence being a title as a whole, and not only up to `end`: too little is left for
/// a text, it has two clauses of one length, or it ends as titles do.
fn wholeness(sentence: &str, end: usize) -> i32 {
    let comma = sentence.find(is_comma);
    let like =
        comma.is_some_and(|comma| chars(before(sentence, comma)).abs_diff(chars(after(sentence, comma)) - 1) <= 4);
    let short_rest = sentence.len() - end < 18;
    // 基本做法|……，……
    let comma_behind = comma.is_some_and(|comma| comma > end) && end > 12;
    let ends_like_title = boundary::ends_like_title(sentence);
    [(short_rest, 5), (like, 5), (comma_behind && !like && !short_rest, 3), (ends_like_title, 4)]
        .iter()
        .map(|&(holds, weight)| if holds { weight } else { 0 })
        .sum()
}
