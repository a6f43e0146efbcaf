//! What is to be done about it: the problems and measures that a section on the 对策举措 gives.

use super::entry::{self, Entry};
use super::excerpt::{Passage, sentences, split, stop};
use super::measure::{Context, Measure, is_label_section};
use super::words::{ExactWords, exact_words};
use super::{Announced, Document, Excerpt, Piece, Role, RoleBasis, Section, announced};
use crate::Span;
use crate::lexer::search::has_any;
use std::iter::successors;
use std::ops::Range;

/// What is to be done about it (对策举措, 重点任务, 下一步打算): a lead, the problems that it
/// answers, and the measures.
///
/// It is read from the sections of [`Role::Countermeasures`] that stand highest in a piece.
///
/// ```
/// let document = gongwen::parse("书屋工作交流材料
/// 三、下一步的对策举措
/// 工作中仍然存在经费不足、图书陈旧、无人值守等问题。下一步，抓好以下两个方面。
/// 1、落实管护经费。把经费列入预算，按季拨付。
/// 2、推动图书更新。");
/// let piece = document.pieces().next().unwrap();
/// let countermeasures = piece.countermeasures().unwrap();
/// let problems: Vec<_> = countermeasures.problems().map(|p| p.text().unwrap().into_text()).collect();
/// assert_eq!(problems, ["经费不足", "图书陈旧", "无人值守"]);
/// assert_eq!(countermeasures.announced().unwrap().count(), 2);
/// let first = countermeasures.measures().next().unwrap();
/// assert_eq!(first.thesis().unwrap().text(), "落实管护经费");
/// let actions: Vec<_> = first.actions().into_iter().map(|a| a.into_text()).collect();
/// assert_eq!(actions, ["把经费列入预算，按季拨付"]);
/// ```
#[derive(Clone, Debug)]
pub struct Countermeasures<'d> {
    sections: Vec<Section<'d>>,
    context: Context,
}

impl<'d> Countermeasures<'d> {
    /// The sections that it is read from, in the order of the text; never none.
    pub fn sections(&self) -> impl Iterator<Item = Section<'d>> + Clone + use<'d> {
        self.sections.clone().into_iter()
    }

    /// What stands before the first measure; `None` where nothing does.
    pub fn lead(&self) -> Option<Excerpt<'d>> {
        self.sections.first().and_then(|s| entry::lead_excerpt(*s))
    }

    /// The number of measures that the lead announces (抓好以下四个方面).
    pub fn announced(&self) -> Option<Announced<'d>> {
        self.sections.iter().find_map(|s| announced::find(&entry::lead(*s)))
    }

    /// The problems that the measures answer: those that the lead counts up (仍然存在A、B、C等问题),
    /// or else those of a problems section in it or before it.
    pub fn problems(&self) -> impl Iterator<Item = Problem<'d>> + Clone + use<'d> {
        let listed = self.sections.iter().map(|s| problems_in(&entry::lead(*s))).find(|p| !p.is_empty());
        listed.unwrap_or_else(|| self.problem_section()).into_iter()
    }

    /// The measures, in the order of the text; a section that is not divided is one measure. What is required or aimed at
    /// (总体思路, 主要目标) is none; where 重点工作 alone stands beside it, the measures are those under that title.
    pub fn measures(&self) -> impl Iterator<Item = Measure<'d>> + Clone + use<'d> {
        let other = |role| {
            matches!(
                role,
                Role::Significance
                    | Role::Background
                    | Role::Achievements
                    | Role::CoreExperience
                    | Role::Problems
                    | Role::Causes
                    | Role::Requirements
                    | Role::Goals
            )
        };
        let context = self.context;
        let mut entries = entry::entries(&self.sections, other);
        // 重点工作 names no measure, but holds them, beside 总体思路 and 主要目标
        if let &[Entry { section, .. }, ref rest @ ..] = entries.as_slice()
            && rest.iter().all(|entry| entry.section.role() == Some(Role::Safeguards))
            && section.role_evidence().is_some_and(|e| e.basis() == RoleBasis::Title)
            && !self.sections.iter().any(|above| above.at == section.at)
        {
            entries = entry::entries(&[section], other);
        }
        let entries = entries.into_iter();
        entries.filter(|e| !is_label_section(e.section)).map(move |entry| Measure { entry, context })
    }

    /// The problems section in this one, or the nearest before it in the piece.
    fn problem_section(&self) -> Vec<Problem<'d>> {
        let Some(&first) = self.sections.first() else { return Vec::new() };
        let is_problems = |s: &Section<'d>| s.role() == Some(Role::Problems);
        let inside = self.sections.iter().find_map(|s| s.sections().find(is_problems));
        // one of several problems may read as problems by itself (二是资金不足): the section over it is meant
        let highest = |s: &Section<'d>| !successors(s.parent(), |s| s.parent()).any(|s| is_problems(&s));
        let all = || first.piece().sections_by_role(Role::Problems);
        let before = || all().take_while(|s| s.at < first.at).filter(highest).last();
        let Some(section) = inside.or_else(before) else { return Vec::new() };
        let from_text = problems_in(&entry::lead(section));
        if !from_text.is_empty() && section.sections().next().is_none() {
            return from_text;
        }
        let entries = entry::entries(&[section], |_| false).into_iter();
        entries.map(|entry| Problem { ordinal: entry.ordinal(), said: Said::Section(entry) }).collect()
    }
}

/// A problem that measures answer.
#[derive(Clone, Debug)]
pub struct Problem<'d> {
    ordinal: u32,
    said: Said<'d>,
}

#[derive(Clone, Debug)]
enum Said<'d> {
    Words(Excerpt<'d>),
    Section(Entry<'d>),
}

impl<'d> Problem<'d> {
    /// Its number among the problems, from 1.
    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }

    /// The problem in the text's words: a part of a list, or the thesis of a section.
    pub fn text(&self) -> Option<Excerpt<'d>> {
        match &self.said {
            Said::Words(words) => Some(words.clone()),
            Said::Section(entry) => entry.thesis(),
        }
    }

    /// The section that tells of it; `None` where a list only names it.
    pub fn section(&self) -> Option<Section<'d>> {
        match &self.said {
            Said::Words(_) => None,
            Said::Section(entry) => Some(entry.section),
        }
    }

    /// The place in the source, in bytes.
    pub fn span(&self) -> Span {
        match &self.said {
            Said::Words(words) => words.span(),
            Said::Section(entry) => entry.section.span(),
        }
    }
}

/// 仍然存在A、B、C等问题: what stands between 存在 and 等问题 in one sentence.
fn problems_in<'d>(lead: &Passage<'d>) -> Vec<Problem<'d>> {
    const OPEN: ExactWords = exact_words!("存在着 存在 面临着 面临 还有 主要问题是");
    const CLOSE: ExactWords =
        exact_words!("等问题 等突出问题 等短板 等不足 等困难 等现象 等薄弱环节 的问题 的突出问题");
    let text = lead.text();
    // one of these is in each word of `OPEN`
    let may_open = |text: &str| has_any(text, &["存在", "面临", "还有", "主要问题是"]);
    if !may_open(text) {
        return Vec::new();
    }
    for sentence in sentences(text) {
        let Some(words) = text.get(sentence.clone()).filter(|words| may_open(words)) else { continue };
        let Some(close) = CLOSE.each().filter_map(|word| words.rfind(word)).min() else { continue };
        let Some((_, open)) = words.get(..close).and_then(|before| OPEN.first(before)) else { continue };
        let list = sentence.start + open..sentence.start + close;
        // a list inside quotation marks is cut at its own commas only
        let parts = list_parts(text, list);
        if parts.len() > 1 {
            let found = parts.into_iter().filter_map(|r| lead.excerpt(r)).enumerate();
            return found.map(|(i, words)| Problem { ordinal: i as u32 + 1, said: Said::Words(words) }).collect();
        }
    }
    Vec::new()
}

fn list_parts(text: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let Some(words) = text.get(list.clone()) else { return Vec::new() };
    let bare = |part: Range<usize>| {
        let len = words.get(part.clone()).map_or(0, |w| w.trim_end_matches(['、', '，', ',', '等']).len());
        list.start + part.start..list.start + part.start + len
    };
    split(words, stop::PAUSE | stop::COMMA).map(bare).filter(|r| !r.is_empty()).collect()
}

impl<'d> Section<'d> {
    /// The section as countermeasures (对策举措); `None` where its role is another.
    pub fn countermeasures(self) -> Option<Countermeasures<'d>> {
        (self.role() == Some(Role::Countermeasures))
            .then(|| Countermeasures { sections: vec![self], context: Context::of(self.piece()) })
    }
}

impl<'d> Piece<'d> {
    /// What is to be done (对策举措, 重点任务, 下一步打算); `None` where no section says so.
    pub fn countermeasures(self) -> Option<Countermeasures<'d>> {
        let sections = entry::highest(self, Role::Countermeasures);
        (!sections.is_empty()).then(|| Countermeasures { sections, context: Context::of(self) })
    }
}

impl Document<'_> {
    /// The [`Countermeasures`] of each piece that has them, in order.
    pub fn countermeasures(&self) -> impl Iterator<Item = Countermeasures<'_>> + Clone + '_ {
        entry::of_pieces(self, Piece::countermeasures)
    }
}
