//! One measure: what is to be done, by whom, by when, and to what figures.

use super::deadline::{self, Deadline, Place};
use super::entry::Entry;
use super::excerpt::Passage;
use super::indicator::{self, Indicator};
use super::label;
use super::note::{self, Note, Notes};
use super::responsibility::Responsibility;
use super::unit_list::says_first_leads;
use super::words::exact_words;
use super::{CivilDate, ElementKind, Excerpt, Piece, Section, SectionKind, action};
use crate::Span;
use crate::lexer::chars::{is_colon, is_comma};
use crate::lexer::search::{after, before, first, is_one_of, is_space, prefix, skip_back};
use crate::tree::SlotKind;
use std::ops::Range;

/// One measure (举措, 任务): a section that says what is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'d> {
    pub(super) entry: Entry<'d>,
    pub(super) context: Context,
}

impl<'d> Measure<'d> {
    /// The section that gives it.
    pub fn section(self) -> Section<'d> {
        self.entry.section
    }

    /// The number that its mark gives, or its place among the measures, from 1.
    pub fn ordinal(self) -> u32 {
        self.entry.ordinal()
    }

    /// The measure in short: the section's title, or its first sentence; a responsibility note is not a part of it.
    pub fn thesis(self) -> Option<Excerpt<'d>> {
        let thesis = self.entry.thesis()?;
        let Span { start, end } = thesis.span();
        match own_notes(self.section()).iter().find(|n| start < n.span.start && n.span.start < end) {
            Some(note) => {
                let own = own(self.section());
                let start = own.text_of(start);
                let words = own.text().get(start..note.range.start)?;
                own.excerpt(start..start + skip_back(words, |c| is_space(c) || is_comma(c)).len())
            }
            None => Some(thesis),
        }
    }

    /// The clauses that say what is to be done, in the order of the text.
    ///
    /// They are taken from the section's own text and the points in it; what numbered sections
    /// under it say is theirs ([`Measure::measures`]). Where no clause says so, the sentences of that text do,
    /// and where there is no such text, the thesis.
    pub fn actions(self) -> Vec<Excerpt<'d>> {
        let text = running(self.section());
        let mut notes = Vec::new();
        push_notes(self.section(), &text, &mut notes);
        notes.sort_unstable_by_key(|n| n.start);
        let end = end_of_last(self.section()).unwrap_or(usize::MAX);
        let mut found = action::find(&text, &notes);
        found.retain(|action| action.span().start < end);
        if found.is_empty() {
            found = action::sentences(&text, &notes);
            found.retain(|action| action.span().start < end);
        }
        if found.is_empty() { self.thesis().into_iter().collect() } else { found }
    }

    /// Who answers for it; `None` where no note of its own says so.
    ///
    /// A note at the end of a paragraph that counts up points (一是……；二是……。（县财政局负责）) is on the
    /// whole paragraph, unless the points before have notes of their own.
    pub fn responsibility(self) -> Option<Responsibility<'d>> {
        Responsibility::of(&self.notes())
    }

    /// By when it is to be done: what a note says, or else the text.
    pub fn deadline(self) -> Option<Deadline<'d>> {
        self.noted_deadline(&self.notes()).or_else(|| {
            let text = all_said(self.section());
            let end = end_of_last(self.section()).map_or(text.text().len(), |end| text.text_of(end));
            deadline::find(&text, 0..end, Place::Prose, self.context.year)
        })
    }

    /// What `notes` on it say of the deadline.
    pub(super) fn noted_deadline(self, notes: &[Noted<'d>]) -> Option<Deadline<'d>> {
        notes.iter().find_map(|(section, notes)| {
            let mut ranges = notes.iter().filter_map(|note| note.deadline.clone()).peekable();
            let passage = ranges.peek().map(|_| own(*section))?;
            ranges.find_map(|(range, place)| deadline::find(&passage, range, place, self.context.year))
        })
    }

    /// The targets in figures, in the order of the text.
    pub fn indicators(self) -> Vec<Indicator<'d>> {
        indicator::find(&all_said(self.section()))
    }

    /// The measures under it, where it is divided further.
    pub fn measures(self) -> impl Iterator<Item = Measure<'d>> + Clone + use<'d> {
        let context = self.context;
        let below = self.section().sections().filter(|s| !is_label_section(*s)).zip(1..);
        below.map(move |(section, place)| Measure { entry: Entry { section, place }, context })
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.section().span()
    }

    /// What is to be done as its text says behind its label: 整改措施：……
    pub(super) fn said_actions(self) -> Vec<Excerpt<'d>> {
        action::find(&all_said(self.section()), &[])
    }

    /// Whether its own text has a clause of doing.
    pub(super) fn says_what(self) -> bool {
        !action::find(&running(self.section()), &[]).is_empty()
    }

    /// The notes on it: its own, and those that stand at the end of its last point but are on all.
    pub(super) fn notes(self) -> Vec<Noted<'d>> {
        let section = self.section();
        let mut found = held(section);
        if !found.is_empty() && is_last(section) && section.parent().is_some_and(|p| lifted(p).is_some()) {
            found.clear();
        }
        found
    }
}

impl<'d> Section<'d> {
    /// The section read as a measure, whatever its role: what is to be done, by whom, by when.
    pub fn as_measure(self) -> Measure<'d> {
        Measure { entry: Entry { section: self, place: 0 }, context: Context::of(self.piece()) }
    }
}

/// What holds for a whole piece and decides what its measures mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    /// The piece's year, for deadlines that leave it out.
    pub year: Option<u16>,
    /// Whether the unit named first in a note leads （列第一位者为牵头单位，下同）.
    pub first_leads: bool,
    /// Whether its title says that it is on what is to be done: in a bulletin （县水利局） names who wrote it.
    pub is_plan: bool,
    /// Whether its title says that it tells what was agreed or ordered: there each sentence may say who does what.
    pub is_minutes: bool,
    /// Whether its sentences say who does what: a report tells what was done, and rules what organs are for.
    pub assigns: bool,
}

impl Context {
    /// Read once for all pieces of a document, and kept there.
    pub(super) fn of(piece: Piece<'_>) -> Self {
        let document = piece.document;
        let contexts = document.contexts.get_or_init(|| {
            // an annex without a year of its own is of the year of the document before it
            let mut year = None;
            let read = |piece: Piece<'_>| {
                let mut context = Context::read(piece);
                let formal = piece.element(ElementKind::DocNumber).is_some()
                    || piece.element(ElementKind::AttachmentNote).is_some();
                if context.year.is_some() || formal {
                    year = context.year.filter(|_| formal).or(year.filter(|_| !formal));
                }
                context.year = context.year.or(year);
                (piece.at, context)
            };
            document.pieces().map(read).collect()
        });
        let found = contexts.binary_search_by_key(&piece.at, |c| c.0);
        found.ok().and_then(|i| contexts.get(i)).map(|c| c.1).unwrap_or_default()
    }

    fn read(piece: Piece<'_>) -> Self {
        let text = piece.document.source().get(piece.span().range()).unwrap_or_default();
        let title = piece.title().map(|t| t.text()).unwrap_or_default();
        let in_title = first_year(&title);
        let dated = || {
            piece
                .elements()
                .filter(|e| e.kind() == ElementKind::Date)
                .find_map(|e| CivilDate::read(&e.text()).map(CivilDate::year).or_else(|| first_year(&e.text())))
        };
        let numbered = || {
            piece.element(ElementKind::DocNumber).and_then(|e| {
                e.text().split(|c: char| !c.is_ascii_digit()).find(|d| d.len() == 4).and_then(|d| d.parse().ok())
            })
        };
        let is_minutes = exact_words!("纪要 议定事项 督办 交办").stand_in(&title);
        // 2024年11月6日，县长……主持召开, 时间：2024年11月6日
        let opened = || if is_minutes { first_year(prefix(text, HEAD_OF_MINUTES)) } else { None };
        let leads = piece.document.signs(piece.span().range()).iter().any(|sign| sign.c == '牵');
        let is_plan = exact_words!("方案 计划 要点 分工 任务 清单 台账 措施 举措 意见 通知 安排 规划").stand_in(&title);
        let is_rules = exact_words!("条例 办法 规定 规则 细则 法").end(&title).is_some();
        Self {
            year: in_title.or_else(dated).or_else(numbered).or_else(opened),
            first_leads: leads && says_first_leads(text),
            is_plan,
            is_minutes,
            assigns: is_minutes || is_plan && !is_rules,
        }
    }
}

/// Where minutes tell when the meeting was, in bytes.
const HEAD_OF_MINUTES: usize = 900;

/// The first year that a text names: 2025年.
fn first_year(text: &str) -> Option<u16> {
    text.char_indices().find_map(|(at, _)| super::date::year_at(text.get(at..)?).map(|y| y.0))
}

/// A section that only labels what its parent says: 责任单位：县水利局 on a line of its own, with a number or without.
pub(super) fn is_label_section(section: Section<'_>) -> bool {
    opens_with_label(section, |title| label::label(title).is_some())
}

/// A section that is one of the parts in which its parent tells of one task, as the labels beside it show:
/// 1.存在问题：…… 2.整改措施：…… 3.责任单位：……
pub(super) fn is_part(section: Section<'_>) -> bool {
    opens_with_label(section, action::is_label)
        && section.sections().all(|s| s.kind() == SectionKind::Point)
        && section.parent().is_some_and(|above| above.sections().take(MOST_PARTS).any(is_label_section))
}

/// No task is told of in more parts.
const MOST_PARTS: usize = 12;

/// Whether a label and a colon open a section.
fn opens_with_label(section: Section<'_>, is_label: fn(&str) -> bool) -> bool {
    let Some(title) = section.title() else { return false };
    let behind = after(section.document.source(), title.span().end);
    (section.kind() == SectionKind::Lead || is_colon(first(behind))) && is_label(&title.text())
}

/// What a section says itself, its title and label lines with it, nothing of the sections under it.
pub(super) fn own<'d>(section: Section<'d>) -> Passage<'d> {
    below(section, |s| !is_label_section(s))
}

/// What a section says, the points and leads in it with it, but no numbered sections or its title.
fn running<'d>(section: Section<'d>) -> Passage<'d> {
    said(section, false)
}

/// The same with its title: 1.6月底前建成书屋20个。
fn all_said<'d>(section: Section<'d>) -> Passage<'d> {
    said(section, true)
}

fn said<'d>(section: Section<'d>, with_title: bool) -> Passage<'d> {
    let at = section.at;
    let tree = section.document.tree();
    let document = section.document;
    Passage::below(document, at, &|slot, kind| match kind {
        SlotKind::Element => true,
        SlotKind::Mark => true,
        SlotKind::Title => !with_title && tree.slot(slot).parent == at,
        SlotKind::Section => !runs_in(Section { document, at: slot }),
        _ => false,
    })
}

/// Whether a section is a part of the running text of the one that it stands under.
fn runs_in(section: Section<'_>) -> bool {
    let runs = matches!(section.kind(), SectionKind::Point | SectionKind::Lead);
    if runs { !is_label_section(section) } else { is_part(section) }
}

/// Adds the places in `running`, the text of a section, of the notes on it and on the points in it.
fn push_notes<'d>(section: Section<'d>, running: &Passage<'d>, places: &mut Vec<Range<usize>>) {
    let found = own_notes(section).iter().map(|n| running.text_of(n.span.start)..running.text_of(n.span.end));
    // those in its title or a label line are not in the running text
    places.extend(found.filter(|place| !place.is_empty()));
    section.sections().filter(|s| runs_in(*s)).for_each(|s| push_notes(s, running, places));
}

fn below<'d>(section: Section<'d>, leave_out: impl Fn(Section<'d>) -> bool) -> Passage<'d> {
    let document = section.document;
    Passage::below(document, section.at, &|slot, kind| match kind {
        SlotKind::Element => true,
        SlotKind::Mark => true,
        SlotKind::Section => leave_out(Section { document, at: slot }),
        _ => false,
    })
}

/// A section and the notes in its own text; never none.
pub(super) type Noted<'d> = (Section<'d>, &'d [Note]);

/// What the own text of each section says of those who answer for it, by its slot, where it says something.
pub(super) type OwnNotes = Vec<(u32, Notes)>;

/// The notes in what a section says itself, read once for all sections of a document, and kept there.
fn own_notes<'d>(section: Section<'d>) -> &'d [Note] {
    read_notes(section).map_or(&[], |n| &n.notes)
}

/// A section and the notes in what it says itself, where it has some.
pub(super) fn own_noted<'d>(section: Section<'d>) -> Option<Noted<'d>> {
    Some((section, own_notes(section))).filter(|own| !own.1.is_empty())
}

/// Whether what a section says itself may have rows of a table.
pub(super) fn may_have_cells(section: Section<'_>) -> bool {
    read_notes(section).is_some_and(|n| n.may_have_cells)
}

fn read_notes<'d>(section: Section<'d>) -> Option<&'d Notes> {
    let document = section.document;
    let notes = document.notes.get_or_init(|| {
        let signs = document.signs(0..document.source().len()).iter();
        let mut signs = signs.filter(|sign| note::is_sign(sign.c)).map(|sign| sign.at as usize).peekable();
        let mut notes = Vec::new();
        for piece in document.pieces() {
            let context = Context::of(piece);
            for section in piece.descendants() {
                let (start, end) = (section.span_of_mark().end, section.span().end);
                while signs.next_if(|&at| at < start).is_some() {}
                let ends_in_note = || note::may_end_in_note(before(document.source(), end));
                if context.assigns || signs.peek().is_some_and(|&at| at < end) || ends_in_note() {
                    notes.push((section.at, note::find(&own(section), context)));
                }
            }
        }
        notes.retain(|(_, found)| found.may_have_cells || !found.notes.is_empty());
        notes
    });
    let found = notes.binary_search_by_key(&section.at, |n| n.0);
    found.ok().and_then(|i| notes.get(i)).map(|n| &n.1)
}

fn is_last(section: Section<'_>) -> bool {
    let tree = section.document.tree();
    let slot = tree.slot(section.at);
    let mut after = slot.next..tree.slot(slot.parent).next;
    matches!(section.kind(), SectionKind::Point | SectionKind::Item)
        && !after.any(|i| tree.slot(i).kind == SlotKind::Section)
}

/// The notes in a section's own text, and those lifted from its last point.
fn held<'d>(section: Section<'d>) -> Vec<Noted<'d>> {
    own_noted(section).into_iter().chain(lifted(section).unwrap_or_default()).collect()
}

/// The notes on the last point under a section, where they are on the whole: they end it, and no other point has any.
fn lifted<'d>(section: Section<'d>) -> Option<Vec<Noted<'d>>> {
    let last = section.sections().last()?;
    let found = if last.kind() == SectionKind::Point { held(last) } else { label_lines(last)? };
    let &(noted, notes) = found.last()?;
    let at_end = ends_text(own(noted).text(), notes.last()?.range.clone());
    let mut others = section.sections().take_while(|s| s.at < last.at);
    (at_end && others.all(|s| held(s).is_empty())).then_some(found)
}

/// The notes of a numbered section where each has a line of its own below its text: 责任单位：县水利局.
fn label_lines<'d>(section: Section<'d>) -> Option<Vec<Noted<'d>>> {
    let notes = own_notes(section);
    let first = notes.first().filter(|_| section.kind() == SectionKind::Item)?;
    let own = own(section);
    let above = own.text().get(..first.range.start)?;
    (above.ends_with('\n') && above.trim().contains('。')).then(|| vec![(section, notes)])
}

/// Where the last of several tasks ends in the source, if a note ends it: what the paragraphs below say is on all.
fn end_of_last(section: Section<'_>) -> Option<usize> {
    let notes = own_notes(section);
    let note = notes.last().filter(|_| section.kind() == SectionKind::Item && is_last(section))?;
    let text = own(section);
    let sentence = text.text().get(..note.range.start).is_some_and(|above| above.contains('。'));
    let ends_line = after(text.text(), note.range.end).trim_start_matches(['。', ' ']).starts_with('\n');
    if sentence && ends_line {
        return Some(note.span.end);
    }
    // 一、大河桥维修（……）。⏎二、大河渠清淤（……）。⏎请各责任单位……: all of one line
    let line = memchr::memchr(b'\n', text.text().as_bytes())?;
    let above = section.document.sections_below(section.document.tree().slot(section.at).parent);
    let mut above = above.take_while(|s| s.at < section.at).take(MOST_PARTS).peekable();
    let listed = notes.iter().all(|note| note.range.end <= line) && above.peek().is_some();
    (listed && above.all(is_one_line)).then(|| text.span(0..line).end)
}

/// Whether a section is one line with a note.
fn is_one_line(section: Section<'_>) -> bool {
    !own_notes(section).is_empty() && section.sections().next().is_none() && !own(section).text().trim().contains('\n')
}

fn ends_text(text: &str, range: Range<usize>) -> bool {
    text.get(range.end..).is_some_and(|rest| rest.chars().all(|c| c.is_whitespace() || is_one_of(c, "。；;")))
}
