//! The tasks of a plan, one by one, as a task table (任务分解表) lists them.

use super::deadline;
use super::entry::Entry;
use super::measure::{Context, Measure, is_label_section, is_part, may_have_cells, own};
use super::{
    Deadline, Document, Excerpt, Indicator, Piece, Responsibility, Role, Section, SectionKind, task_card, task_table,
};
use crate::Span;
use crate::lexer::search::after;

/// One row of a task table (任务分解表): a measure of the text, or a row of a table or a card in it.
///
/// ```
/// let document = gongwen::parse("书屋管理工作方案
/// 二、重点任务
/// （一）配齐图书。每年更新图书三百册。（责任单位：县文化局）
/// （二）管好场所。落实专人值守。（县文化局牵头，各乡镇配合，长期坚持）");
/// let piece = document.pieces().next().unwrap();
/// let tasks: Vec<_> = piece.tasks().collect();
/// assert_eq!(tasks.len(), 2);
/// assert_eq!(tasks[1].measure().unwrap().text(), "管好场所");
/// assert_eq!(tasks[1].actions()[0].text(), "落实专人值守");
/// ```
#[derive(Clone, Debug)]
pub struct Task<'d> {
    source: Source<'d>,
    above: Above<'d>,
}

/// What the notes of the sections above a task say, the nearest first.
#[derive(Clone, Debug, Default)]
struct Above<'d> {
    responsibility: Option<Responsibility<'d>>,
    deadline: Option<Deadline<'d>>,
}

#[derive(Clone, Debug)]
enum Source<'d> {
    Measure(Measure<'d>),
    Row(Box<Row<'d>>),
}

/// A row of a table in the text, its cells read.
#[derive(Clone, Debug)]
pub(super) struct Row<'d> {
    pub section: Option<Section<'d>>,
    pub ordinal: Option<u32>,
    pub measure: Excerpt<'d>,
    pub actions: Vec<Excerpt<'d>>,
    pub responsibility: Option<Responsibility<'d>>,
    pub deadline: Option<Deadline<'d>>,
    pub indicators: Vec<Indicator<'d>>,
    pub span: Span,
}

impl<'d> Task<'d> {
    /// The section that gives it or that its table stands in; `None` for a table right under the piece.
    pub fn section(&self) -> Option<Section<'d>> {
        match &self.source {
            Source::Measure(measure) => Some(measure.section()),
            Source::Row(row) => row.section,
        }
    }

    /// Its number, from its mark (（二） is 2) or the column 序号; `None` where the text gives none.
    pub fn ordinal(&self) -> Option<u32> {
        match &self.source {
            Source::Measure(measure) => measure.section().mark().and_then(|m| m.ordinal()),
            Source::Row(row) => row.ordinal,
        }
    }

    /// What is to be done, in short: the title of its section or its first sentence (管好场所), or the cell of its row.
    ///
    /// `None` where its section is empty. [`Section::as_measure`] of [`section`](Self::section) reads the whole measure.
    pub fn measure(&self) -> Option<Excerpt<'d>> {
        match &self.source {
            Source::Measure(measure) => measure.thesis(),
            Source::Row(row) => Some(row.measure.clone()),
        }
    }

    /// The clauses that say what is to be done (每年更新图书三百册), in the order of the text.
    pub fn actions(&self) -> Vec<Excerpt<'d>> {
        match &self.source {
            Source::Measure(measure) => measure.actions(),
            Source::Row(row) => row.actions.clone(),
        }
    }

    /// Who answers for it, by a note of its own (县文化局牵头，各乡镇配合) or else of the nearest section above it; `None` where
    /// none says so.
    pub fn responsibility(&self) -> Option<Responsibility<'d>> {
        self.own_responsibility().or_else(|| self.above.responsibility.clone())
    }

    /// Who answers for it by a note of its own.
    pub fn own_responsibility(&self) -> Option<Responsibility<'d>> {
        match &self.source {
            Source::Measure(measure) => measure.responsibility(),
            Source::Row(row) => row.responsibility.clone(),
        }
    }

    /// By when it is to be done (2025年6月底前, 长期坚持), as it says itself or else a note of the nearest section above it;
    /// `None` where nothing says so.
    pub fn deadline(&self) -> Option<Deadline<'d>> {
        match &self.source {
            Source::Measure(measure) => measure.deadline().or_else(|| self.above.deadline.clone()),
            Source::Row(row) => row.deadline.clone(),
        }
    }

    /// The targets in figures (书屋开放率达到90%以上), in the order of the text.
    pub fn indicators(&self) -> Vec<Indicator<'d>> {
        match &self.source {
            Source::Measure(measure) => measure.indicators(),
            Source::Row(row) => row.indicators.clone(),
        }
    }

    /// The place in the source, in bytes.
    pub fn span(&self) -> Span {
        match &self.source {
            Source::Measure(measure) => measure.span(),
            Source::Row(row) => row.span,
        }
    }
}

impl<'d> Piece<'d> {
    /// The tasks, in the order of the text: every section with a responsibility note of its own or, in minutes, orders and
    /// plans, a sentence that says who does what (由县交通局负责，于11月30日前完成), the last numbered sections
    /// under a [`Role::Countermeasures`] or a heading with such a note, the rows of tables with a column 责任单位 or the
    /// like, and cards (项目名称：…… 责任单位：…… on lines of their own).
    ///
    /// The call reads the whole piece, however few of the tasks are then asked for.
    pub fn tasks(self) -> impl Iterator<Item = Task<'d>> + Clone + use<'d> {
        let mut walk = Walk { context: Context::of(self), tasks: Vec::new() };
        walk.rows(None, &super::entry::piece_own(self));
        walk.cards(self.sections());
        for (section, place) in self.sections().zip(1..) {
            walk.section(Entry { section, place }, false, &Above::default());
        }
        walk.tasks.into_iter()
    }
}

impl Document<'_> {
    /// The tasks of all pieces, in the order of the text.
    pub fn tasks(&self) -> impl Iterator<Item = Task<'_>> + Clone + '_ {
        self.pieces().flat_map(Piece::tasks)
    }
}

/// Whether a title says when something is done: （二）组织实施（2025年4月至11月）.
fn is_stage(section: Section<'_>) -> bool {
    let title = section.title().map(|t| t.text()).unwrap_or_default();
    let note = title.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']).map(|at| after(inner, at)));
    note.is_some_and(deadline::mentions)
}

struct Walk<'d> {
    context: Context,
    tasks: Vec<Task<'d>>,
}

impl<'d> Walk<'d> {
    fn section(&mut self, entry: Entry<'d>, in_countermeasures: bool, above: &Above<'d>) {
        let section = entry.section;
        if is_label_section(section) || is_part(section) {
            return;
        }
        let to_do = match section.role() {
            Some(Role::Countermeasures) => true,
            Some(_) => in_countermeasures && is_stage(section),
            None => in_countermeasures,
        };
        let measure = Measure { entry, context: self.context };
        let mut notes = measure.notes();
        let has_cards = self.cards(section.sections());
        if has_cards {
            // they are on the cards
            notes.clear();
        }
        let noted = !notes.is_empty();
        let numbered = |s: Section<'d>| matches!(s.kind(), SectionKind::Heading | SectionKind::Item);
        let mut below = section.sections().filter(|s| !is_part(*s) && !is_label_section(*s));
        // the tasks of 城区： and 农村： are those of the section that these stand under
        let divided = below.any(|s| numbered(s) || s.sections().any(numbered));
        let is_task = match divided {
            // a note on a heading is on what stands under it; the heading is a task where it says what to do
            true => noted && measure.says_what(),
            false => noted || to_do && numbered(section),
        };
        let rows = self.tasks.len();
        if may_have_cells(section) {
            self.rows(Some(section), &own(section));
        }
        if is_task && !has_cards && self.tasks.len() == rows {
            self.tasks.push(Task { source: Source::Measure(measure), above: above.clone() });
        }
        let mut below = section.sections().zip(1..).peekable();
        let mut own = None;
        if noted && below.peek().is_some() {
            own = Some(Above {
                responsibility: Responsibility::of(&notes).or_else(|| above.responsibility.clone()),
                deadline: measure.noted_deadline(&notes).or_else(|| above.deadline.clone()),
            });
        }
        // what stands under 一、改厕（牵头单位：县水务局） is to be done, whatever the title says
        let to_do = to_do || section.role().is_none() && own.as_ref().is_some_and(|own| own.responsibility.is_some());
        for (section, place) in below {
            self.section(Entry { section, place }, to_do, own.as_ref().unwrap_or(above));
        }
    }

    /// Adds the tasks that have a card each; says whether there are any.
    fn cards(&mut self, sections: impl Iterator<Item = Section<'d>>) -> bool {
        let rows = task_card::find(sections, self.context);
        let found = !rows.is_empty();
        self.tasks
            .extend(rows.into_iter().map(|row| Task { source: Source::Row(Box::new(row)), above: Above::default() }));
        found
    }

    fn rows(&mut self, section: Option<Section<'d>>, passage: &super::excerpt::Passage<'d>) {
        let rows = task_table::find(passage, section, self.context.year);
        self.tasks
            .extend(rows.into_iter().map(|row| Task { source: Source::Row(Box::new(row)), above: Above::default() }));
    }
}
