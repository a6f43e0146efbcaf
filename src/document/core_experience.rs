//! What was learned: the principles that a section on the 核心经验 or 主要做法 gives.

use super::entry::{self, Entry};
use super::excerpt::Passage;
use super::period::{self, Period};
use super::words::{ExactWords, exact_words};
use super::{Document, Excerpt, Piece, Role, RoleBasis, Section, announced};
use crate::Span;
use crate::lexer::decode::char_at;

/// What was learned (核心经验, 主要做法, 启示): a lead with period and stages, and the principles.
///
/// It is read from the sections of [`Role::CoreExperience`] that stand highest in a piece.
///
/// ```
/// let document = gongwen::parse("护林经验交流材料
/// 二、护林工作的主要经验
/// 12年来，林场先后经历了封山育林、联户管护2个阶段。主要有以下三方面经验。
/// 1、坚持护林为先。每条山沟都有护林员。
/// 2、坚持群众参与。
/// 3、坚持久久为功。");
/// let piece = document.pieces().next().unwrap();
/// let experience = piece.core_experience().unwrap();
/// assert_eq!(experience.period().unwrap().years(), Some(12));
/// let stages: Vec<_> = experience.stages().map(|s| s.name().text().to_owned()).collect();
/// assert_eq!(stages, ["封山育林", "联户管护"]);
/// assert_eq!(experience.announced().unwrap().count(), 3);
/// let first = experience.principles().next().unwrap();
/// assert_eq!(first.thesis().unwrap().text(), "坚持护林为先");
/// assert_eq!(first.practice().unwrap().text(), "每条山沟都有护林员。");
/// ```
#[derive(Clone, Debug)]
pub struct CoreExperience<'d> {
    sections: Vec<Section<'d>>,
}

impl<'d> CoreExperience<'d> {
    /// The sections that it is read from, in the order of the text; never none.
    pub fn sections(&self) -> impl Iterator<Item = Section<'d>> + Clone + use<'d> {
        self.sections.clone().into_iter()
    }

    /// What stands before the first principle; `None` where nothing does.
    pub fn lead(&self) -> Option<Excerpt<'d>> {
        self.sections.first().and_then(|s| entry::lead_excerpt(*s))
    }

    /// How long it took: 15年来, 2003年以来, “十三五”时期.
    pub fn period(&self) -> Option<Period<'d>> {
        self.leads().find_map(|lead| period::find(&lead))
    }

    /// The stages that the lead tells of: 先后经历了示范引领、整体推进2个阶段.
    pub fn stages(&self) -> impl Iterator<Item = Stage<'d>> + Clone + use<'d> {
        let stages = self.leads().map(|lead| stages_in(&lead)).find(|found| !found.is_empty());
        stages.unwrap_or_default().into_iter()
    }

    /// The number of principles that the lead announces (主要有以下七方面经验), to be compared with
    /// the number found.
    pub fn announced(&self) -> Option<Announced<'d>> {
        self.leads().find_map(|lead| announced::find(&lead))
    }

    /// The principles, in the order of the text; a section that is not divided is one principle, and so is each of
    /// several that tell of experience without a title that says so: 一、建队伍，让水有人管 二、建台账，让水有数算.
    pub fn principles(&self) -> impl Iterator<Item = Principle<'d>> + Clone + use<'d> {
        let says_so = |s: &Section<'d>| s.role_evidence().is_some_and(|e| e.basis() == RoleBasis::Title);
        if self.sections.len() > 1 && !self.sections.iter().any(says_so) {
            let entries = self.sections.iter().zip(1..).map(|(&section, place)| Entry { section, place });
            return entries.map(|entry| Principle { entry }).collect::<Vec<_>>().into_iter();
        }
        let other = |role| matches!(role, Role::Significance | Role::Problems | Role::Causes | Role::Countermeasures);
        let entries = entry::entries(&self.sections, other).into_iter();
        entries.map(|entry| Principle { entry }).collect::<Vec<_>>().into_iter()
    }

    fn leads(&self) -> impl Iterator<Item = Passage<'d>> + '_ {
        self.sections.iter().map(|s| entry::lead(*s))
    }
}

/// One principle that was learned.
#[derive(Clone, Copy, Debug)]
pub struct Principle<'d> {
    entry: Entry<'d>,
}

impl<'d> Principle<'d> {
    /// The section that gives it.
    pub fn section(self) -> Section<'d> {
        self.entry.section
    }

    /// The number that its mark gives, or its place among the principles, from 1.
    pub fn ordinal(self) -> u32 {
        self.entry.ordinal()
    }

    /// The principle in short: the section's title, or its first sentence.
    pub fn thesis(self) -> Option<Excerpt<'d>> {
        self.entry.thesis()
    }

    /// How it was put into practice, to the end of the section.
    pub fn practice(self) -> Option<Excerpt<'d>> {
        self.entry.rest()
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.entry.section.span()
    }
}

/// One stage of a development: 示范引领.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage<'d> {
    ordinal: u32,
    name: Excerpt<'d>,
}

impl<'d> Stage<'d> {
    /// Its place among the stages, from 1.
    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }

    /// What it is called.
    pub fn name(&self) -> &Excerpt<'d> {
        &self.name
    }
}

/// A number of points that the text announces: 主要有以下七方面经验.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced<'d> {
    pub(super) count: u32,
    pub(super) raw: Excerpt<'d>,
}

impl<'d> Announced<'d> {
    /// The number announced.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The words that announce it.
    pub fn raw(&self) -> &Excerpt<'d> {
        &self.raw
    }
}

/// The names before “阶段”, back to the verb that they are the object of.
fn stages_in<'d>(lead: &Passage<'d>) -> Vec<Stage<'d>> {
    const VERBS: ExactWords = exact_words!("经历了 经历 历经 经过了 经过 走过了 分为 形成了");
    const REACH: usize = 240;
    let text = lead.text();
    for (end, _) in text.match_indices("阶段") {
        let start = text.ceil_char_boundary(end.saturating_sub(REACH));
        let before = text.get(start..end).unwrap_or_default();
        let Some((_, verb_end)) = VERBS.last(before) else { continue };
        let list = before.get(verb_end..).unwrap_or_default();
        if list.contains(['。', '\n']) {
            continue;
        }
        // the count at the end, as in 转型升级4个阶段 or 转型升级等四个
        let list = list.trim_end_matches('个').trim_end_matches(|c: char| {
            crate::lexer::chars::is_number(c)
                || crate::lexer::amount::digit(c).is_some()
                || matches!(c, '十' | '大' | ' ' | '等')
        });
        let mut at = start + verb_end;
        let mut stages = Vec::new();
        for name in list.split(['、', '，', ',']) {
            if let Some(name) = lead.excerpt(at..at + name.len()) {
                stages.push(Stage { ordinal: stages.len() as u32 + 1, name });
            }
            at += name.len() + char_at(text, at + name.len()).map_or(0, char::len_utf8);
        }
        if stages.len() > 1 {
            return stages;
        }
    }
    Vec::new()
}

impl<'d> Section<'d> {
    /// The section as core experience (核心经验); `None` where its role is another.
    pub fn core_experience(self) -> Option<CoreExperience<'d>> {
        (self.role() == Some(Role::CoreExperience)).then(|| CoreExperience { sections: vec![self] })
    }
}

impl<'d> Piece<'d> {
    /// What was learned (核心经验, 主要做法); `None` where no section says so.
    pub fn core_experience(self) -> Option<CoreExperience<'d>> {
        let sections = entry::highest(self, Role::CoreExperience);
        (!sections.is_empty()).then_some(CoreExperience { sections })
    }
}

impl Document<'_> {
    /// The [`CoreExperience`] of each piece that has one, in order.
    pub fn core_experiences(&self) -> impl Iterator<Item = CoreExperience<'_>> + Clone + '_ {
        entry::of_pieces(self, Piece::core_experience)
    }
}
