//! Who answers for a task: （责任单位：县水利局）, （县财政局牵头，县审计局配合）.

use super::Excerpt;
use super::excerpt::Passage;
use super::measure::{Noted, own};
use super::note::LONGEST;
use super::unit_list::listed;
use crate::Span;
use crate::named::named;
use std::ops::Range;

named! {
    /// What part a unit has in a task.
    #[non_exhaustive]
    pub enum Part {
        /// Leads: 牵头, 牵头单位, 主办单位.
        Lead = "lead",
        /// Helps: 配合, 参加, 配合单位.
        Partner = "partner",
        /// Answers for it: 负责, 责任单位.
        Owner = "owner",
        /// A person who answers for it: 责任人, 分管领导.
        Person = "person",
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
            for (range, part) in listed(*part, passage.text(), cell.clone()) {
                all.push(passage, range, part);
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
