//! Whether the titles of a run of siblings are glued to their text, and where each then ends.

use super::boundary::{self, Around, Frame};
use super::recurrence::Triples;
use super::{GLUED, LABEL, Opening, RUN_IN};
use crate::lexer::chars::{is_comma, is_word};
use crate::lexer::mark::Place;
use crate::lexer::search::{
    self, after, before, begins_with_any, chars, ends_with_any, find, has_any, is_one_of, prefix, suffix,
};
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

/// Where an entry stands among its siblings.
struct Seat {
    run: u32,
    /// The entry beside it in the run; itself where there is none.
    next: u32,
    previous: u32,
}

/// The runs of siblings of one style.
pub(super) struct Runs {
    runs: Vec<Run>,
    /// For each entry: where it stands in its run.
    seats: Vec<Seat>,
    /// For each entry of a run with glued titles: where its title would end.
    cuts: Vec<Option<Cut>>,
    /// What is said in a part of the document, and which.
    said: Option<(usize, Triples)>,
    /// What the sections of a run open with, and the run; here only to be used again.
    shared: Triples,
    members: Vec<usize>,
    /// Of how many sections of the run that is.
    sample: usize,
    /// What those titles of the run end in whose end is shown.
    ends: Vec<[char; 2]>,
    /// Where the titles of the run end by the frame that they have in common.
    frame: Frame,
    /// In which clause the titles of the run end in a quotation.
    quoted: Option<usize>,
    /// How many articles there are, and how many of them have a title on a line of its own.
    articles: (u32, u32),
}

/// What the sections of a run look like, taken together.
#[derive(Default)]
struct Run {
    /// The first of them, how many they are, and how many sections they stand under.
    head: u32,
    len: u32,
    depth: u8,
    /// Whether most of them stand within lines.
    inline: bool,
    /// Whether no break shows where their titles end.
    glued: bool,
    /// How many open with a long sentence, and with a short one, before more text.
    long: u32,
    short: u32,
    /// How many have a title that a blank sets off from its text, and how many text without one.
    blanks: u32,
    plain: u32,
    /// Whether a blank ends their titles.
    spaced: bool,
    /// How many are a sentence on a line of its own, with nothing below, and how many with a text below.
    sentences: u32,
    lines: u32,
    /// How many of those with a text below are long for a title and have one sentence on each of its lines, and how many
    /// lines that are: 1、每周集体大查房至少1次。⏎查房时，……。
    split: u32,
    below: u32,
    /// How much speaks for their having titles.
    balance: i32,
    /// How many sentences hold a title and the lead that is glued to it (推进文旅强省建设|加强遗产保护。), and their
    /// characters.
    leads: u32,
    length: u32,
}

impl Run {
    /// Whether most of them open with a title and a lead.
    fn has_leads(&self) -> bool {
        self.leads >= 5 && self.leads * 5 >= self.len * 3 && self.length >= 20 * self.leads
    }
}

/// How much the runs of the same style and depth may say about a run: where the sections of one chapter have titles,
/// those of the next have them, too.
const KIN: i32 = 20;

/// The fewest characters of a sentence that is none of the short titles.
const SENTENCE: u32 = 10;
/// How much a section with nothing but a title above those below it speaks for titles of the others.
const SHOWN: i32 = 7;
/// How many depths are told apart.
const DEPTHS: usize = 10;

/// How much of a document is read for what recurs in it, in bytes.
const PART: usize = 48 << 10;
/// How many sections of a run are read for what they share, and how many characters of each.
const SHARED: (usize, usize) = (24, 48);

impl Runs {
    pub(super) fn new(body: &str, openings: &[Opening], entries: &[Entry]) -> Self {
        let mut this = Self {
            runs: Vec::with_capacity(entries.len()),
            seats: Vec::with_capacity(entries.len()),
            cuts: vec![None; entries.len()],
            said: None,
            shared: Triples::default(),
            members: Vec::new(),
            sample: 0,
            ends: Vec::new(),
            frame: Frame::default(),
            quoted: None,
            articles: (0, 0),
        };
        this.find(entries);
        this.decide(body, openings, entries);
        this
    }

    /// Finds out which entries make a run.
    fn find(&mut self, entries: &[Entry]) {
        let mut open: Vec<usize> = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut previous = None;
            while let Some(&top) = open.last() {
                if entries[top].parent == entry.parent && entries[top].style == entry.style {
                    self.seats[top].next = i as u32;
                    previous = Some(top);
                    open.pop();
                    break;
                }
                if entry.parent.is_some_and(|p| p as usize == top) {
                    break;
                }
                open.pop();
            }
            open.push(i);
            let run = previous.map_or(self.runs.len() as u32, |top| self.seats[top].run);
            self.seats.push(Seat { run, next: i as u32, previous: previous.unwrap_or(i) as u32 });
            if previous.is_none() {
                let depth = entry.parent.map_or(0, |p| self.of(p as usize).depth.saturating_add(1));
                self.runs.push(Run { head: i as u32, depth, ..Run::default() });
            }
        }
    }

    /// The run of entry `i`.
    fn of(&self, i: usize) -> &Run {
        &self.runs[self.seats[i].run as usize]
    }

    /// Other entries of the run of entry `i`: the first and those beside it.
    pub(super) fn siblings(&self, i: usize) -> impl Iterator<Item = usize> {
        [self.of(i).head, self.seats[i].previous, self.seats[i].next]
            .map(|k| k as usize)
            .into_iter()
            .filter(move |&k| k != i)
    }

    /// The entry before entry `i` in its run.
    pub(super) fn previous(&self, i: usize) -> Option<usize> {
        Some(self.seats[i].previous as usize).filter(|&k| k != i)
    }

    /// Whether entry `i` is the last of a list: none of its run comes behind it, or one that counts anew.
    pub(super) fn is_last(&self, i: usize, entries: &[Entry]) -> bool {
        let next = self.seats[i].next as usize;
        next == i || entries[next].ordinal <= entries[i].ordinal
    }

    /// Whether entry `i` closes a list of sentences, so that the paragraph below belongs to what the list stands in.
    pub(super) fn lists_sentences(&self, i: usize, entries: &[Entry]) -> bool {
        let run = self.of(i);
        self.is_last(i, entries) && run.len > 1 && run.lines < 2 && run.sentences * 2 >= run.len
    }

    /// Whether entry `i` is the last of its run, and all others are sentences with nothing below.
    pub(super) fn ends_sentences(&self, i: usize, entries: &[Entry]) -> bool {
        let run = self.of(i);
        self.is_last(i, entries) && run.sentences > 0 && run.lines < 2 && run.sentences + 1 == run.len
    }

    /// Whether most titles of the run of entry `i` are lines of their own that end in 。.
    pub(super) fn has_lines(&self, i: usize) -> bool {
        let run = self.of(i);
        run.lines >= 2 && run.lines * 2 > run.len
    }

    /// Whether most articles have a title on a line of its own.
    pub(super) fn has_titled_articles(&self) -> bool {
        let (all, titled) = self.articles;
        titled >= 2 && titled * 2 > all
    }

    /// Whether sentences have lines of their own throughout the run of entry `i`, so that none of them is a title.
    pub(super) fn is_broken(&self, i: usize) -> bool {
        let run = self.of(i);
        run.lines >= 2 && run.split == run.lines && run.below > run.split
    }

    /// Whether the run of entry `i` stands within lines, so that no break shows where titles end.
    pub(super) fn is_glued(&self, i: usize) -> bool {
        self.of(i).glued
    }

    /// The opening of entry `i`, whose title ends at a blank where those of its run do.
    pub(super) fn with_blank(&self, i: usize, opening: Opening) -> Opening {
        let gap = opening.gap.or(opening.blank.filter(|_| self.of(i).spaced));
        Opening { gap, ..opening }
    }

    /// Finds out which runs are glued, and where the titles of those that have some would end.
    fn decide(&mut self, body: &str, openings: &[Opening], entries: &[Entry]) {
        let key = |run: &Run| entries[run.head as usize].style.map(|s| (s as usize, usize::from(run.depth) % DEPTHS));
        let mut runs = std::mem::take(&mut self.runs);
        // what speaks for titles, and for blanks behind them, in all runs of a style and depth together
        let mut kin = [[0; DEPTHS]; MarkStyle::ALL.len()];
        let mut spaced = [[(0, 0); DEPTHS]; MarkStyle::ALL.len()];
        for run in &mut runs {
            self.survey(run, body, openings, entries);
            if let Some((style, depth)) = key(run) {
                kin[style][depth] += run.balance;
                let (blanks, plain) = &mut spaced[style][depth];
                (*blanks, *plain) = (*blanks + run.blanks, *plain + run.plain);
            }
        }
        for run in &mut runs {
            let others = key(run).map_or(0, |(style, depth)| kin[style][depth] - run.balance).clamp(-KIN, KIN);
            run.spaced = key(run).is_some_and(|(style, depth)| {
                let (blanks, plain) = spaced[style][depth];
                blanks >= 2 && blanks >= plain * 2 || style == MarkStyle::Han as usize && blanks >= 3 && blanks >= plain
            });
            let titled = run.inline
                && (run.balance + others > 0 || run.has_leads() || self.has_titles_of_one_length(run, body, entries));
            run.glued = run.inline && (titled || run.long > 0 || run.short < run.len);
            if run.inline && !titled {
                members(&self.seats, run.head).for_each(|k| self.cuts[k] = None);
            }
        }
        self.runs = runs;
    }

    /// Whether most of them open with what would be titles of one length before a lead: ten times 聚力…….
    fn has_titles_of_one_length(&self, run: &Run, body: &str, entries: &[Entry]) -> bool {
        /// The fewest characters of such titles, and the most.
        const TITLE: std::ops::Range<usize> = 6..16;
        if run.len < 5 {
            return false;
        }
        let mut counts = [0; TITLE.end];
        for k in members(&self.seats, run.head).take(SHARED.0) {
            let Some(cut) = self.cuts[k].filter(|cut| cut.score >= 3) else { continue };
            let title = before(after(body, entries[k].mark_end as usize), cut.end as usize);
            if let Some(count) = counts.get_mut(chars(title.trim_start())) {
                *count += 1;
            }
        }
        counts.iter().skip(TITLE.start).any(|&count| count >= 5 && count * 3 >= run.len * 2)
    }

    /// Finds out what a run looks like.
    fn survey(&mut self, run: &mut Run, body: &str, openings: &[Opening], entries: &[Entry]) {
        let mut members = std::mem::take(&mut self.members);
        members.clear();
        members.extend(self::members(&self.seats, run.head));
        let mut inside = 0;
        for &k in &members {
            let opening = &openings[k];
            inside += usize::from(entries[k].place < Place::Line);
            let is_article = entries[k].style == Some(MarkStyle::Article);
            self.articles.0 += u32::from(is_article);
            self.articles.1 += u32::from(is_article && opening.is_article_title(body, &entries[k]));
            run.blanks += u32::from(opening.blank.is_some() && !is_article);
            run.plain += u32::from(opening.blank.is_none() && !opening.is_title(body, &entries[k]));
            if opening.alone && opening.has_sentence() {
                let opens = opening.has_text || opening.has_children;
                run.sentences += u32::from(!opens);
                let titled = opens && opening.chars as usize <= RUN_IN;
                run.lines += u32::from(titled);
                let sentence = entries[k].style == Some(MarkStyle::Arabic) && opening.chars >= SENTENCE && titled;
                let below = opening.sentences_below(body, entries[k].end).filter(|_| sentence && !opening.has_children);
                run.split += u32::from(below.is_some());
                run.below += below.unwrap_or_default() as u32;
            }
            if !opening.alone {
                run.long += u32::from(opening.chars as usize > RUN_IN);
                run.short += u32::from(opening.chars as usize <= RUN_IN);
            }
        }
        run.len = members.len() as u32;
        run.inline = inside * 2 >= members.len();
        let head = &entries[run.head as usize];
        if run.inline && head.style.is_some() && head.kind != SectionKind::Point {
            self.weigh(run, body, openings, entries, &members);
        }
        self.members = members;
    }

    /// The likeliest end of the title of entry `i`, where those of its run are glued to their text.
    pub(super) fn cut(&self, i: usize) -> Option<Cut> {
        self.cuts.get(i).copied().flatten()
    }

    /// Weighs whether most sections of a run open with what looks like a title, by what each opens with and by what
    /// they have in common; the weights were fitted to official documents that lost their line breaks.
    fn weigh(&mut self, run: &mut Run, body: &str, openings: &[Opening], entries: &[Entry], members: &[usize]) {
        // what is listed in an article has no titles; nor have short sentences another than themselves
        let parent = entries[members[0]].parent.and_then(|p| entries.get(p as usize));
        let is_short = |&k: &usize| openings[k].chars as usize <= *LABEL.end();
        if parent.is_some_and(|p| p.style == Some(MarkStyle::Article)) || members.iter().all(is_short) {
            return;
        }
        let mut shared = std::mem::take(&mut self.shared);
        let sample = members.get(..SHARED.0).unwrap_or(members);
        shared.clear(sample.len() * SHARED.1 * 2);
        self.sample = sample.len();
        // what fewer than three open with is not asked for
        for &k in sample.iter().filter(|_| sample.len() > 2) {
            shared.count(after(body, entries[k].mark_end as usize), SHARED.1, true);
        }
        let openings_of = || sample.iter().map(|&k| after(body, entries[k].mark_end as usize));
        self.frame = frame(openings_of());
        self.quoted = quoted(openings_of());
        self.ends.clear();
        let titles = sample.iter().filter(|&&k| openings[k].is_title(body, &entries[k]));
        self.ends.extend(titles.filter_map(|&k| last_two(openings[k].line(body, &entries[k]).trim_end())));
        let style = match entries[members[0]].style {
            Some(MarkStyle::Han) => 6,
            Some(MarkStyle::Decimal) => 5,
            Some(MarkStyle::Chapter | MarkStyle::Division) => 4,
            _ => 0,
        };
        for (seen, &k) in members.iter().enumerate() {
            // a long list of sentences need not be read to its end
            if seen >= 8 && run.balance < -4 * seen as i32 && run.leads as usize * 2 < seen {
                break;
            }
            let Some((cut, weight)) = self.look(body, &entries[k], &openings[k], &shared) else {
                let holds = openings[k].has_children && !openings[k].has_semicolon;
                run.balance += if holds { SHOWN } else { 0 };
                continue;
            };
            run.balance += weight + style;
            if openings[k].chars as usize <= RUN_IN && cut.is_some_and(|cut| cut.score >= 5) {
                run.leads += 1;
                run.length += openings[k].chars;
            }
            self.cuts[k] = cut;
        }
        self.shared = shared;
    }

    /// Where a section's title would end, and how much speaks for its having one; none where its first line is one as
    /// a whole.
    fn look(&mut self, body: &str, entry: &Entry, opening: &Opening, run: &Triples) -> Option<(Option<Cut>, i32)> {
        let line = opening.line(body, entry);
        if opening.is_title(body, entry) {
            return None;
        }
        let sentence = match opening.has_sentence() {
            true => (opening.sentence_end - entry.mark_end) as usize,
            false => line.trim_end().len(),
        };
        self.read_part(body, entry.start as usize);
        let (_, document) = self.said.as_ref()?;
        // a little of the next sentence shows how the text goes on
        let stop = (sentence + 24..sentence + 28).find(|&i| line.is_char_boundary(i)).unwrap_or(line.len());
        let around = Around {
            document,
            run,
            sections: self.sample as u32,
            ends: &self.ends,
            frame: self.frame,
            quoted: self.quoted,
        };
        let said = before(line, sentence);
        let short = opening.chars as usize <= RUN_IN;
        let cut = boundary::best(before(line, stop), GLUED, sentence, &around)
            .map(|(end, score)| (end, if short { score - wholeness(said, end) } else { score }));
        // up to the cut, or a little further where that is weak
        let doubted = cut.filter(|&(_, score)| score >= 8).map_or(36, |(end, _)| end);
        let mut weight = cut.map_or(-6, |(_, score)| score.clamp(-6, 24)) - 12;
        let known = |(end, _)| last_two(before(line, end)).is_some_and(|last| self.ends.contains(&last));
        if !short || cut.is_some_and(known) {
            weight += 4;
        }
        if find(said, "；").is_some() {
            weight -= 4;
        }
        if names_duty(after(line, sentence)) {
            weight -= 10;
        }
        if orders(prefix(line, 45)) || demands(prefix(line, doubted)) {
            weight -= 5;
        }
        Some((cut.map(|(end, score)| Cut { end: end as u32, score }), weight))
    }

    /// Reads what is said in the part of the document that has byte `at`.
    fn read_part(&mut self, body: &str, at: usize) {
        let part = at / PART;
        if self.said.as_ref().is_none_or(|(known, _)| *known != part) {
            let text = prefix(suffix(body, body.len() - part * PART), PART + 256);
            let mut said = self.said.take().map(|(_, said)| said).unwrap_or_default();
            said.clear(text.len() / 3);
            said.count(text, usize::MAX, false);
            self.said = Some((part, said));
        }
    }
}

/// The entries of the run that begins with entry `head`.
fn members(seats: &[Seat], head: u32) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(head as usize), move |&k| Some(seats[k].next as usize).filter(|&other| other != k))
}

/// In which clause most of `openings`, three at least, have a quotation that a title may end in:
/// 作业设计做到“精准化” 课堂教学做到“高效化”.
fn quoted<'t>(openings: impl Iterator<Item = &'t str>) -> Option<usize> {
    let mut counts = [0; 3];
    let mut all = 0;
    for opening in openings {
        all += 1;
        if let Some(count) = boundary::quoted(opening).and_then(|clause| counts.get_mut(clause)) {
            *count += 1;
        }
    }
    counts.iter().position(|&count| count >= 3 && count * 3 >= all * 2)
}

/// Where the titles end that `openings` begin with, where they are built alike: of two clauses, with the same
/// characters at the same places of both: 学在深处，才能站得稳 干在实处，才能叫得响.
fn frame<'t>(openings: impl Iterator<Item = &'t str>) -> Frame {
    /// The longest of such titles, and the longest part of one that differs.
    const TITLE: usize = 24;
    const PART: usize = 5;
    let mut rows: Vec<[char; TITLE]> = Vec::new();
    for opening in openings {
        let mut row = ['\0'; TITLE];
        let visible = opening.chars().filter(|c| !c.is_whitespace());
        row.iter_mut().zip(visible).for_each(|(slot, c)| *slot = if is_comma(c) { '，' } else { c });
        rows.push(row);
    }
    // what most have at a place, and one of the first two
    let shared = |at: usize| {
        let here = |row: &[char; TITLE]| row.get(at).copied().unwrap_or_default();
        let most = |c: &char| rows.iter().filter(|row| here(row) == *c).count() * 3 >= rows.len() * 2;
        rows.iter().take(2).map(here).find(most)
    };
    let (mut comma, mut parts, mut end, mut more) = (0, [0; 2], 0, 0);
    let mut differs = false;
    for at in 0..TITLE {
        // ……提质增效|我们……: the texts open alike
        let opens = || Some(boundary::opens_text([shared(at)?, shared(at + 1)?]));
        if differs && comma > 0 && opens() == Some(true) {
            (end, more) = (at, 0);
            break;
        }
        match shared(at) {
            Some('，') if comma == 0 => comma = at,
            Some(c) if is_word(c) => {
                parts[usize::from(comma > 0)] += 1;
                // 站得|稳
                let open = usize::from(is_one_of(c, "得不以有在为要更"));
                if differs && comma > 0 {
                    // 更|有序
                    (end, more) = (at + 1 + open, usize::from(c == '更'));
                }
            }
            Some(_) => break,
            None => differs = comma > 0,
        }
        if end > 0 && at >= end + PART {
            break;
        }
    }
    if rows.len() >= 3 && comma >= 2 && parts[0] >= 1 && parts[1] >= 2 { Frame { end, more } } else { Frame::default() }
}

/// The two characters that a phrase ends in, or the sign that a quotation ends in: 做到“上下一盘棋”.
fn last_two(phrase: &str) -> Option<[char; 2]> {
    let mut chars = phrase.chars().rev();
    chars.next().and_then(|last| Some([if last == '”' { last } else { chars.next()? }, last]))
}

/// Whether whoever has to see to a task is named behind its only sentence: `……。（××部牵头）`.
fn names_duty(behind: &str) -> bool {
    begins_with_any(behind, &["。（", "。("]) && has_any(prefix(behind, 600), &["负责", "牵头", "责任单位"])
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
    let comma = search::position(sentence, is_comma);
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
