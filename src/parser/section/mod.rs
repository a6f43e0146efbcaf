//! Third pass: which marks are real, how the sections nest, and where they end.

mod asked;
mod chapter_title;
mod choice;
mod counted;
mod lead;
mod score;
mod step_back;
mod table;
mod title_sentence;
mod unnumbered;
mod weave;

use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{is_colon, is_comma};
use crate::lexer::mark::{self, Candidate, LAST, Place};
use crate::lexer::search::{self, after, any_of, before, begins_with_any, has_any, is_one_of, last, prefix, suffix};
use crate::lexer::stops::Stops;
use crate::{MarkStyle, Options, SectionKind};
use choice::Part;
pub(super) use unnumbered::in_brackets;
use unnumbered::{Bold, Unnumbered};
use weave::Levels;

/// A section of a piece's body, in offsets of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: SectionKind,
    /// `None` for unnumbered headings and leads.
    pub style: Option<MarkStyle>,
    pub ordinal: u16,
    pub place: Place,
    pub misread: bool,
    pub start: u32,
    /// The end of the mark; `start` where there is none.
    pub mark_end: u32,
    pub title_end: Option<u32>,
    pub end: u32,
    /// The index of the section it stands under.
    pub parent: Option<u32>,
}

/// The sections of `text[start..end]`, whose stops are known, in order.
pub(crate) fn find(text: &str, (start, end): (u32, u32), stops: &Stops, options: &Options) -> Vec<Entry> {
    let body = text.get(start as usize..end as usize).unwrap_or_default();
    if is_table(body) {
        return Vec::new();
    }
    let mut candidates = mark::scan(body, stops.marks(start, end));
    let breaks = stops.breaks(start, end);
    let lost = has_lost_breaks(body, breaks);
    mark::spread::add(body, breaks, lost, &mut candidates);
    mark::spread::join_titles(body, &mut candidates);
    let chaptered = number_chapters(&mut candidates);
    divide_speech(body, lost, &mut candidates);
    let points = options.points();
    candidates.retain(|c| (points || !is_point(c.style)) && (c.style != MarkStyle::FirstNext || !is_courtesy(body, c)));
    drop_notes(body, &mut candidates);
    drop_amended(body, &mut candidates);
    let mut tables = [Vec::new(), Vec::new()];
    if !lost {
        tables = [table::cells(body, breaks, &candidates), table::rows(body, breaks, &candidates)];
    }
    let is_cell = |at: u32| {
        let covers = |t: &Vec<(u32, u32)>| t.partition_point(|c| c.0 <= at).checked_sub(1).is_some_and(|i| at < t[i].1);
        tables.iter().any(covers)
    };
    candidates.retain(|c| !is_cell(c.start));
    let mut headings = unnumbered::find(body, breaks, &candidates, lost);
    headings.retain(|h| !is_cell(h.start));
    drop_second_title(text, start, &mut headings);
    let top = take_top_level(&mut headings, &candidates);
    let mut entries = Vec::new();
    let (mut from, mut at, mut behind) = (0, 0, breaks);
    let ends = top.iter().map(|h| h.start).chain([body.len() as u32]);
    for (i, stop) in ends.enumerate() {
        let heading = i.checked_sub(1).and_then(|i| top.get(i)).map(|h| {
            entries.push(self::heading(*h));
            entries.len() as u32 - 1
        });
        let until = candidates.partition_point(|c| c.start < stop);
        // no part passes over the breaks of those before it again
        let _ = behind.from(at as u32);
        let part = Part { text: &body[..stop as usize], breaks: behind, start: at, lost };
        push_marks(&mut entries, &candidates[from..until], &part, heading);
        (from, at) = (until, stop as usize);
    }
    if !lost {
        points_in_paragraphs(&mut entries);
        step_back::points(&mut entries, body, &headings);
        step_back::lists(&mut entries, body);
    }
    close(&mut entries, body);
    super::title::find(body, breaks, &mut entries);
    if !headings.is_empty() {
        let mut bold: Vec<_> =
            headings.iter().chain(&top).filter(|h| h.bold > Bold::No).map(|h| (h.start, h.bold)).collect();
        bold.sort_unstable();
        let words = |h: &Unnumbered| body.get(h.start as usize..h.end as usize).unwrap_or_default();
        // 项目概况 with its text above 一、, which goes on to the end, would hold all
        let opens = top.is_empty() && headings.len() == 1 && has_own_text(body, &headings[0], entries.first());
        let alone: Vec<u32> = headings
            .iter()
            .filter(|h| {
                opens
                    || h.bold == Bold::Sentence
                    || unnumbered::frames_sections(words(h))
                    || unnumbered::opens_with_title(words(h))
            })
            .map(|h| h.start)
            .collect();
        // the last of those labels has a text of its own above what follows all of them
        let has_text = |h: &&Unnumbered| {
            let next = entries.get(entries.partition_point(|e| e.start < h.start)).map_or(0, |e| e.start as usize);
            let text = body.get(h.end as usize..next).unwrap_or_default();
            is_colon(search::first(text)) && text.contains('。')
        };
        let labels: Vec<u32> = headings.last().filter(has_text).map(|h| h.start).into_iter().collect();
        let captions = captions(body, &headings, &entries, lost);
        let counted: Vec<u32> = headings.iter().filter(|h| counted::is_counted(words(h))).map(|h| h.start).collect();
        let is_box = |h: &&Unnumbered| words(h).starts_with("专栏");
        let boxes: Vec<u32> = headings.iter().filter(is_box).map(|h| h.start).collect();
        let headings = headings.iter().map(|h| heading(*h)).collect();
        entries = weave::weave(
            entries,
            headings,
            &Levels {
                bold: &bold,
                alone: &alone,
                labels: &labels,
                captions: &captions,
                counted: &counted,
                boxes: &boxes,
            },
        );
    }
    if options.leads() {
        let leads = lead::find(body, breaks, &entries, lost);
        if !leads.is_empty() {
            entries = weave::weave(entries, leads, &Levels::default());
        }
    }
    for entry in &mut entries {
        if chaptered && entry.style == Some(MarkStyle::Chapter) && !after(body, entry.start as usize).starts_with('第')
        {
            entry.style = Some(MarkStyle::Han);
        }
        entry.start += start;
        entry.mark_end += start;
        entry.end = entry.end.min(body.len() as u32) + start;
        entry.title_end = entry.title_end.map(|t| t + start);
    }
    entries
}

/// Whether a heading that the body begins with has a text that does not announce 一、 below it.
fn has_own_text(body: &str, heading: &Unnumbered, first: Option<&Entry>) -> bool {
    let Some(first) = first.filter(|e| e.style == Some(MarkStyle::Han) && e.place == Place::Line && e.ordinal == 1)
    else {
        return false;
    };
    let text = search::trim_end(body.get(heading.end as usize..first.start as usize).unwrap_or_default());
    before(body, heading.start as usize).trim().is_empty() && text.ends_with('。')
}

/// Makes chapters of 一、 on lines of their own between articles that count on: `一、总则` `第一条` … `二、对象` `第四条`.
/// Whether there are any.
fn number_chapters(candidates: &mut [Candidate]) -> bool {
    let is_article = |c: &Candidate| c.style == MarkStyle::Article && c.place == Place::Line;
    let is_han = |c: &Candidate| c.style == MarkStyle::Han && c.place == Place::Line;
    let (mut article, mut count) = (0, 0);
    for pair in candidates.windows(2) {
        if is_article(&pair[0]) {
            article = pair[0].ordinal;
        }
        if is_han(&pair[0]) {
            // each is followed by the next article at once
            if !is_article(&pair[1]) || pair[1].ordinal != article + 1 || pair[0].ordinal != count + 1 {
                return false;
            }
            count += 1;
        }
    }
    // the last has none below it
    if candidates.last().is_some_and(is_han) {
        return false;
    }
    if count >= 2 {
        candidates.iter_mut().filter(|c| is_han(c)).for_each(|c| c.style = MarkStyle::Chapter);
    }
    count >= 2
}

/// Makes parts of what divides a speech: `第一个问题，……。第二个问题，……`, which count the whole, not what stands in one of them:
/// `第一，……`. Where line breaks are not `lost`, there must be such a list in them, and nothing that ranks higher.
fn divide_speech(body: &str, lost: bool, candidates: &mut [Candidate]) {
    let major = candidates.iter().any(|c| c.style <= MarkStyle::Han && c.place >= Place::Sentence);
    for unit in ["个问题", "个方面"] {
        let is_unit = |c: &Candidate| {
            c.style == MarkStyle::Nth
                && c.place >= Place::Sentence
                && body.get(c.start as usize..c.end as usize).is_some_and(|mark| mark.contains(unit))
        };
        let ordinals = candidates.iter().filter(|c| is_unit(c)).map(|c| usize::from(c.ordinal));
        let count = ordinals.clone().count();
        let holds = |pair: &[Candidate]| is_unit(&pair[0]) && pair[1].style == MarkStyle::Nth && pair[1].ordinal == 1;
        let divides = lost && unit == "个问题" || !major && candidates.windows(2).any(holds);
        if count >= 2 && ordinals.eq(1..=count) && divides {
            candidates.iter_mut().filter(|c| is_unit(c)).for_each(|c| c.style = MarkStyle::Part);
            return;
        }
    }
}

/// Where the `headings` begin that stand as chapters: right above articles which go on the count, two at the least where
/// there are no chapters, else those for which the number of a chapter is left out; and the terms
/// explained and the annexes behind all.
fn captions(body: &str, headings: &[Unnumbered], entries: &[Entry], lost: bool) -> Vec<u32> {
    /// How many sections of a chapter are looked through.
    const CHAPTER: usize = 256;
    let is = |e: &Entry, style| e.style == Some(style) && (lost || e.place == Place::Line);
    let chaptered = entries.iter().any(|e| is(e, MarkStyle::Chapter));
    let (mut captions, mut terms) = (Vec::new(), Vec::new());
    for heading in headings {
        let at = entries.partition_point(|e| e.start < heading.start);
        let (before, behind) = entries.split_at(at);
        let below = behind
            .first()
            .filter(|e| is(e, MarkStyle::Article) || e.style == Some(MarkStyle::Article) && e.start == heading.end);
        let between = below.and_then(|e| body.get(heading.end as usize..e.start as usize));
        let left_out = || {
            let chapter = |e: &&Entry| is(e, MarkStyle::Chapter);
            let last = before.iter().rev().take(CHAPTER).find(chapter);
            let next = behind.iter().take(CHAPTER).find(chapter);
            last.is_some_and(|last| next.is_none_or(|next| last.ordinal + 2 == next.ordinal))
        };
        if between.is_some_and(|t| t.trim().is_empty()) && (!chaptered || left_out()) {
            captions.push(heading.start);
        } else if body
            .get(heading.start as usize..heading.end as usize)
            .is_some_and(|words| words == "名词解释" || chapter_title::is_annex(words))
        {
            terms.push(heading.start);
        }
    }
    if captions.len() < 2 && !chaptered {
        captions.clear();
    }
    captions.extend(terms);
    captions.sort_unstable();
    captions
}

/// A line longer than this, in bytes, has lost its breaks.
const UNBROKEN: usize = 1200;

/// Whether hardly any line breaks are left.
fn has_lost_breaks(text: &str, breaks: Breaks<'_>) -> bool {
    (breaks.lines(text.len()).count() - 1) * UNBROKEN < text.len()
}

/// Whether a body is a table that lost its cells: `序号改革举措主要内容一、……1……`. Its rows are no sections.
fn is_table(body: &str) -> bool {
    let head = search::trim_start(body);
    let number = head.strip_prefix('序').map(|rest| rest.trim_start_matches(any_of(" \u{3000}")));
    let column = number.and_then(|rest| rest.strip_prefix('号'));
    column.is_some_and(|rest| {
        !search::trim_start(rest).starts_with(|c: char| c.is_ascii_digit() || is_one_of(c, "：:，。"))
    })
}

/// Drops the marks that count the notes below a table: `注：1.……⏎2.……`, not 重点关注：1.…… What goes on the count of the text
/// stays: 2. between 1.……注：1.…… and 3.
fn drop_notes(body: &str, candidates: &mut Vec<Candidate>) {
    let (mut note, mut kept) = (None, None);
    candidates.retain(|c| {
        let above = before(body, c.start as usize).strip_suffix(is_colon).and_then(|above| above.strip_suffix('注'));
        let first = c.ordinal == 1 && above.is_some_and(|above| !is_one_of(last(above), "关专标批倾投灌贯"));
        let counts = first || note == Some((c.style, c.ordinal)) && kept != Some((c.style, c.ordinal));
        let next = Some((c.style, c.ordinal + 1));
        if counts {
            note = next;
        } else {
            // what stands in the middle of a clause counts a table's rows
            (note, kept) = (None, next.filter(|_| c.place >= Place::Sentence));
        }
        !counts
    });
}

/// Drops the articles that a section puts into a law: `三、第十四条修改为：⏎第十四条　……`,
/// `增加两条，作为第九条、第十条：⏎第九条　……⏎第十条　……`.
fn drop_amended(body: &str, candidates: &mut Vec<Candidate>) {
    /// How far back what announces them is looked for, in bytes.
    const NEAR: usize = 60;
    let mut next = None;
    candidates.retain(|c| {
        if c.style != MarkStyle::Article {
            next = next.filter(|_| c.style > MarkStyle::Han);
            return true;
        }
        let above = search::trim_end(before(body, c.start as usize));
        let announced = above.strip_suffix(is_colon).filter(|_| c.place == Place::Line).is_some_and(|said| {
            said.ends_with("改为") || said.ends_with('条') && has_any(suffix(said, NEAR), &["作为第"])
        });
        let put_in = announced || next == Some(c.ordinal);
        next = put_in.then_some(c.ordinal + 1);
        !put_in
    });
}

/// Drops a heading that says the title above the body once more: `乡镇上半年工作总结及下半年打算⏎乡镇半年工作总结`. Where another
/// heading has words of the title only, too, they part what it names.
fn drop_second_title(text: &str, start: u32, headings: &mut Vec<Unnumbered>) {
    /// The fewest characters of such a title, the most of its title, in bytes, and how many they begin with alike.
    const LEAST: usize = 6;
    const TITLE: usize = 240;
    const ALIKE: usize = 2;
    let (above, body) = (before(text, start as usize).trim_end(), after(text, start as usize));
    let title = suffix(above, TITLE).rsplit('\n').next().unwrap_or_default().trim();
    let words = |h: &Unnumbered| body.get(h.start as usize..h.end as usize).unwrap_or_default();
    let named = |h: &Unnumbered| words(h).chars().all(|c| title.contains(c));
    let Some(first) = headings.first().filter(|h| before(body, h.start as usize).trim().is_empty()) else { return };
    let alike = words(first).chars().zip(title.chars()).take(ALIKE).all(|(a, b)| a == b);
    let again = alike && search::chars(words(first)) >= LEAST && named(first);
    if again && !headings.iter().skip(1).any(named) {
        headings.remove(0);
    }
}

/// Whether 首先 or 最后 opens a courtesy, which counts no points: `首先，我代表……表示热烈欢迎！` `最后，祝大会圆满成功！`
fn is_courtesy(body: &str, mark: &Candidate) -> bool {
    const BEGIN: [&str; 9] = ["我代表", "我谨", "请允许", "允许我", "让我", "我向", "我对", "感谢", "欢迎"];
    const KIND: [&str; 8] = ["感谢", "祝贺", "欢迎", "问候", "敬意", "慰问", "祝愿", "祝福"];
    const END: [&str; 6] = ["祝", "预祝", "衷心", "再次感谢", "让我们", "谢谢"];
    /// How much of the sentence is read, in bytes.
    const SENTENCE: usize = 480;
    let words = prefix(after(body, mark.end as usize), SENTENCE);
    let words = after(words, words.find(|c| !is_comma(c)).unwrap_or_default());
    match mark.ordinal {
        // nor what the chair calls: 首先，进行第一项议程：
        _ if words.starts_with("进行第") => true,
        LAST => begins_with_any(words, &END),
        1 => begins_with_any(words, &BEGIN) && has_any(before(words, words.find('。').unwrap_or(words.len())), &KIND),
        _ => false,
    }
}

/// Takes out the headings that stand above all numbering of the body: nothing is numbered by
/// 一、, 第一章 or 1 above 1.1, or the numbering begins anew after each.
fn take_top_level(headings: &mut Vec<Unnumbered>, candidates: &[Candidate]) -> Vec<Unnumbered> {
    if headings.is_empty() {
        return Vec::new();
    }
    let holds = |pair: &[Candidate]| {
        pair[0].style == MarkStyle::Arabic && pair[1].depth == 2 && pair[0].ordinal == pair[1].lead
    };
    // 1. above 1.1
    let dotted = candidates.windows(2).any(holds);
    let major = |c: &&Candidate| {
        c.place >= Place::Sentence
            && (c.style <= MarkStyle::Han || c.depth == 1 || dotted && c.style == MarkStyle::Arabic)
    };
    let numbered = candidates.iter().filter(major).count() >= 2;
    if !numbered {
        let above = headings.iter().position(|h| h.bold == Bold::Above).unwrap_or(usize::MAX);
        let (below, top) = std::mem::take(headings)
            .into_iter()
            .enumerate()
            .partition::<Vec<_>, _>(|(i, h)| *i > above && h.bold == Bold::Yes);
        *headings = below.into_iter().map(|(_, h)| h).collect();
        return top.into_iter().map(|(_, h)| h).collect();
    }
    let begins_anew = |h: &Unnumbered| {
        let at = candidates.partition_point(|c| c.start < h.start);
        let before = candidates[..at].iter().rev().take(64).find(major);
        let after = candidates[at..].iter().take(64).find(major);
        before.is_some() && after.is_some_and(|a| a.ordinal == 1 && before.is_some_and(|b| b.style == a.style))
    };
    let (top, below) = std::mem::take(headings).into_iter().partition(begins_anew);
    *headings = below;
    top
}

fn heading(heading: Unnumbered) -> Entry {
    Entry {
        kind: SectionKind::Heading,
        style: None,
        ordinal: 0,
        place: Place::Line,
        misread: false,
        start: heading.start,
        mark_end: heading.start,
        title_end: Some(heading.end),
        end: u32::MAX,
        parent: None,
    }
}

/// Chooses among `candidates` and adds the sections they open, under `parent` where they have none.
fn push_marks(entries: &mut Vec<Entry>, candidates: &[Candidate], part: &Part<'_>, parent: Option<u32>) {
    let base = entries.len() as u32;
    for chosen in choice::choose(candidates, part) {
        let mark = candidates[chosen.candidate as usize];
        entries.push(Entry {
            kind: if is_point(mark.style) { SectionKind::Point } else { SectionKind::Item },
            style: Some(mark.style),
            ordinal: mark.ordinal,
            place: mark.place,
            misread: mark.misread,
            start: mark.start,
            mark_end: mark.end,
            title_end: None,
            end: u32::MAX,
            parent: chosen.parent.map(|p| p + base).or(parent),
        });
    }
}

/// Makes points of numbers (1. （1） ①) that count within a paragraph, where paragraphs are to be seen.
fn points_in_paragraphs(entries: &mut [Entry]) {
    let counts = |e: &Entry| e.style.is_some_and(|s| (MarkStyle::Arabic..MarkStyle::Roman).contains(&s));
    for i in (0..entries.len()).rev() {
        let entry = entries[i];
        // the first of them may open the paragraph
        let next = entries[i + 1..].iter().take(16).find(|e| e.style == entry.style && e.parent == entry.parent);
        // a list that is broken behind its first: （一）主要问题。1.力量薄弱；⏎2.素质有待提升；
        let run = entries[i + 1..].iter().take(16).filter(|e| e.style == entry.style && e.parent == entry.parent);
        let broken = entry.ordinal == 1
            && entry.place < Place::Line
            && next.is_some_and(|e| e.ordinal == 2)
            && run.take(3).all(|e| e.place == Place::Line);
        if counts(&entry)
            && !broken
            && (entry.place < Place::Line
                || next.is_some_and(|e| e.kind == SectionKind::Point && e.place < Place::Line))
        {
            entries[i].kind = SectionKind::Point;
        }
    }
}

/// Marks that count points in running text.
pub(crate) fn is_point(style: MarkStyle) -> bool {
    style >= MarkStyle::Nth
}

/// Sets each entry's end: where the next one begins that is not below it; a run of points ends with its paragraph.
fn close(entries: &mut [Entry], body: &str) {
    let mut open: Vec<usize> = Vec::new();
    for i in 0..entries.len() {
        entries[i].end = body.len() as u32;
        let (start, parent) = (entries[i].start, entries[i].parent.map(|p| p as usize));
        while open.last().copied() != parent {
            let Some(closed) = open.pop() else { break };
            entries[closed].end = start;
        }
        open.push(i);
    }
    for i in (0..entries.len()).rev() {
        let entry = entries[i];
        let inside = |e: &Entry| e.start < entry.end;
        let next_is_sibling = entries[i + 1..]
            .iter()
            .take(64)
            .find(|e| !inside(e))
            .is_some_and(|e| e.start == entry.end && same_run(e, &entry) && e.ordinal != 1);
        if entry.kind == SectionKind::Point && !next_is_sibling && !has_long_siblings(entries, i, body) {
            let last = entries[i + 1..].iter().take_while(|e| inside(e)).map(|e| e.end).last().unwrap_or(entry.start);
            let from = last.max(entry.mark_end) as usize;
            if let Some(line_end) = body.get(from..entry.end as usize).and_then(|rest| rest.find('\n')) {
                entries[i].end = (from + line_end) as u32;
            }
        }
    }
}

/// Whether two entries count in one run; 第一 第二 最后 is one, too.
fn same_run(one: &Entry, other: &Entry) -> bool {
    let spoken = |e: &Entry| matches!(e.style, Some(MarkStyle::Nth | MarkStyle::FirstNext));
    one.parent == other.parent && (one.style == other.style || spoken(one) && spoken(other))
}

/// Whether the points before entry `i` in its run have more than one paragraph, so that it may have too.
fn has_long_siblings(entries: &[Entry], i: usize, body: &str) -> bool {
    let this = &entries[i];
    let before = entries[..i].iter().rev().take(64).find(|e| same_run(e, this));
    this.place == Place::Line
        && before.is_some_and(|e| {
            e.place == Place::Line
                && body.get(e.start as usize..e.end as usize).is_some_and(|text| search::trim_end(text).contains('\n'))
        })
}
