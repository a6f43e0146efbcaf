//! Numerals that only a blank sets off from their titles or text: 一　履职情况, 1  实施道路提升行动。……

use super::bare::Bare;
use super::padded::Padded;
use super::{Candidate, Place};
use crate::MarkStyle;
use crate::lexer::breaks::{Break, Breaks};
use crate::lexer::chars::{ends_sentence, is_blank, is_closing, is_colon, is_han, is_word};
use crate::lexer::numeral::{is_han_numeral, read_arabic, read_han};
use crate::lexer::search::{self, any_of, chars, first, is_one_of, last, prefix};

/// The most characters of such a title.
const LONGEST: usize = 24;

/// Adds the numerals to `found` that count on from line to line of `text`, two at the least; a row of a table is none.
/// Where the line breaks are `lost`, those that count on from sentence to sentence, three at the least.
pub(crate) fn add(text: &str, mut breaks: Breaks<'_>, lost: bool, found: &mut Vec<Candidate>) {
    let before = found.len();
    let mut counts = [Count::new(MarkStyle::Han), Count::new(MarkStyle::Arabic)];
    if lost {
        for (end, _) in breaks.from(0).filter(|b| matches!(b.1, Break::Line | Break::Sentence | Break::Colon)) {
            read(text, end as usize, None, &mut counts);
        }
    } else {
        let mut parts = found.iter().filter(|c| c.depth == 1).peekable();
        let parted = parts.peek().is_some();
        let mut whole = 0;
        let mut glued = Vec::new();
        let mut deeds = Deeds::default();
        let mut padded = Padded::default();
        let mut bare = Bare::default();
        for (start, end) in breaks.lines(text.len()) {
            read(text, start, Some(end), &mut counts);
            deeds.read(text, start, end);
            padded.read(text, start, end);
            if !parted {
                bare.read(text, start, end);
            }
            if parted {
                while let Some(part) = parts.next_if(|c| (c.start as usize) < end) {
                    whole = part.ordinal;
                }
                if let Some(next) = read_glued(text, start, end, whole) {
                    whole = next.ordinal;
                    glued.push(next);
                }
            }
        }
        found.append(&mut glued);
        deeds.close();
        found.append(&mut deeds.found);
        found.append(&mut padded.found());
        found.append(&mut bare.found());
    }
    let least = if lost { 3 } else { 2 };
    // what is read otherwise stays so
    let added = counts.into_iter().map(|count| count.found).filter(|found| found.len() >= least).flatten();
    found.extend(added);
    if found.len() > before {
        found.sort_by_key(|c| c.start);
        found.dedup_by_key(|c| c.start);
    }
}

/// Makes the line break part of a mark alone on its line, whose title stands below: `第一章⏎总则`.
pub(crate) fn join_titles(text: &str, found: &mut [Candidate]) {
    for i in 0..found.len() {
        let mark = found[i];
        let titled = mark.style <= MarkStyle::Arabic && mark.style != MarkStyle::Article;
        let behind = text.get(mark.end as usize..).filter(|_| titled && mark.place == Place::Line).unwrap_or_default();
        let Some(below) = search::skip(behind, is_blank).strip_prefix('\n').map(str::trim_start) else { continue };
        let start = (text.len() - below.len()) as u32;
        let line = prefix(below, (LONGEST + 1) * '字'.len_utf8());
        let title = line.split('\n').next().unwrap_or_default().trim_end();
        let named = chars(title) >= 2
            && title.chars().all(|c| is_word(c) || is_blank(c) || is_one_of(c, "、，“”"))
            && is_han(last(title));
        let marked = found.get(i + 1).is_some_and(|next| next.start == start);
        if named && !marked && title.len() < line.len() {
            found[i].end = start;
        }
    }
}

/// The most characters between a sentence and the numeral behind it.
const GAP: usize = 24;

/// Reads the numeral at byte `start` of `text` that goes on one of `counts`: at the head of a line, whose end is known, or
/// behind what ends a sentence.
fn read(text: &str, start: usize, line_end: Option<usize>, counts: &mut [Count; 2]) {
    let end = line_end.unwrap_or(text.len());
    let Some(rest) = text.get(start..end) else { return };
    let rest = match line_end {
        Some(_) => search::skip(rest, is_blank),
        None => {
            // what ends the sentence, and what stands between
            let ends = |c: char| is_blank(c) || c == '\n' || ends_sentence(c) || is_closing(c) || is_colon(c);
            let behind = rest.char_indices().take(GAP).find(|&(_, c)| !ends(c));
            behind.map_or("", |(at, _)| &rest[at..])
        }
    };
    let c = first(rest);
    let arabic = c.is_ascii_digit();
    if !arabic && !is_han_numeral(c) {
        return;
    }
    let count = &mut counts[usize::from(arabic)];
    let numeral = if arabic { read_arabic(rest) } else { read_han(rest) };
    let Some(numeral) = numeral.filter(|n| n.value == count.next || n.value == 1) else { return };
    let Some(title) = rest.get(numeral.len..).filter(|t| is_blank(search::first(t))) else { return };
    let title = search::skip(title, is_blank);
    let fits = match (arabic, line_end) {
        (true, Some(_)) => search::skip_back(title, is_blank).ends_with('。') && is_text(title),
        (true, None) => is_text(title),
        (false, Some(_)) => is_title(search::skip_back(title, is_blank)),
        (false, None) => is_han(first(title)),
    };
    if fits {
        let start = (end - rest.len()) as u32;
        count.next = numeral.value + 1;
        let place = if line_end.is_some() { Place::Line } else { Place::Sentence };
        count.found.push(Candidate { place, ..candidate(count.style, numeral.value, start, numeral.len) });
    }
}

/// Paragraphs that open with a numeral and one and the same verb, three at the least: 一怕麻烦。…… 二怕担责。…… 三怕吃苦。……
#[derive(Default)]
struct Deeds {
    verb: char,
    run: Vec<Candidate>,
    found: Vec<Candidate>,
}

impl Deeds {
    const VERBS: &str = "怕抓靠查看问建治强促学讲比找改督盯管保严防补帮带访评用有无缺少重想谈破立争创做解听晒";

    fn read(&mut self, text: &str, start: usize, end: usize) {
        let Some(rest) = text.get(start..end).map(|line| search::skip(line, is_blank)) else { return };
        let Some(numeral) = Some(rest).filter(|rest| is_han_numeral(first(rest))).and_then(read_han) else { return };
        let verb = first(rest.get(numeral.len..).unwrap_or_default());
        if !is_one_of(verb, Self::VERBS) || numeral.misread || !rest.contains(any_of("，,。")) {
            return;
        }
        if numeral.value == 1 {
            self.close();
            self.verb = verb;
        }
        if verb == self.verb && numeral.value as usize == self.run.len() + 1 {
            let start = (end - rest.len()) as u32;
            self.run.push(candidate(MarkStyle::Is, numeral.value, start, numeral.len));
        }
    }

    fn close(&mut self) {
        if self.run.len() >= 3 {
            self.found.append(&mut self.run);
        }
        self.run.clear();
    }
}

/// The mark of `len` bytes that opens a line at byte `start`.
pub(super) fn candidate(style: MarkStyle, ordinal: u32, start: u32, len: usize) -> Candidate {
    Candidate {
        start,
        end: start + len as u32,
        style,
        ordinal: ordinal as u16,
        place: Place::Line,
        misread: false,
        firm: true,
        depth: 0,
        lead: 0,
    }
}

/// Reads a number glued to its title, alone on its line, that goes on those above 1.1: `5后期处置` behind `4应急响应` and `4.1`.
fn read_glued(text: &str, start: usize, end: usize, last: u16) -> Option<Candidate> {
    let rest = text.get(start..end)?.trim_start_matches(is_blank);
    let numeral = read_arabic(rest).filter(|n| n.value == u32::from(last) + 1 && !n.misread)?;
    let title = rest.get(numeral.len..).filter(|title| is_han(first(title)) && !counts(title))?;
    let start = (end - rest.len()) as u32;
    let title = search::skip_back(title, is_blank);
    let found = candidate(MarkStyle::Decimal, numeral.value, start, numeral.len);
    (is_title(title) || title == "附则").then_some(Candidate { depth: 1, ..found })
}

/// The numerals of one style that count on.
struct Count {
    style: MarkStyle,
    next: u32,
    found: Vec<Candidate>,
}

impl Count {
    fn new(style: MarkStyle) -> Self {
        Self { style, next: 1, found: Vec::new() }
    }
}

/// Whether the rest of a line may be a title.
pub(super) fn is_title(line: &str) -> bool {
    (3..=LONGEST).contains(&chars(line)) && !line.contains(any_of("。；：:\u{3000}\t"))
}

/// Whether the rest of a line may be a paragraph that opens with a title sentence: 实施道路提升行动。……, not 月，……
pub(super) fn is_text(line: &str) -> bool {
    let opening = prefix(line, 3 * LONGEST + 3).split(any_of("。，；：")).next().unwrap_or_default();
    (4..=LONGEST).contains(&chars(opening)) && opening.chars().all(is_word) && !counts(line)
}

/// Whether a text opens with what a number before it counts: 月, 个, 家.
pub(super) fn counts(text: &str) -> bool {
    is_one_of(first(text), "年月日号个名人位次项条户家万亿元岁周天点级所处台件种倍")
}
