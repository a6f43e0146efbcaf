//! Tasks that have a card each: 项目名称：…… 责任单位：…… 完成时限：…… on lines of their own.

use super::Section;
use super::entry::Entry;
use super::measure::{Context, Measure, Noted, is_label_section, own_noted};
use super::responsibility::Responsibility;
use super::task::Row;
use super::words::exact_words;
use crate::Span;

/// The tasks on cards among `sections`, in order.
pub(super) fn find<'d>(sections: impl Iterator<Item = Section<'d>>, context: Context) -> Vec<Row<'d>> {
    let mut rows = Vec::new();
    let mut card: Option<Card<'d>> = None;
    for section in sections {
        if opens_card(section) {
            rows.extend(card.take().and_then(|card| card.row(context)));
            card = Some(Card { name: section, says: Vec::new(), notes: Vec::new() });
        } else if let Some(card) = &mut card {
            if is_label_section(section) {
                card.notes.extend(own_noted(section));
            } else {
                card.says.push(section);
            }
        }
    }
    rows.extend(card.and_then(|card| card.row(context)));
    rows
}

/// Whether a section names what a card is of: 项目名称：环城快速路
fn opens_card(section: Section<'_>) -> bool {
    const NAMES: super::words::ExactWords = exact_words!(
        "项目 项目名称 工程名称 任务 任务名称 工作任务 事项 事项名称 工作事项 问题 存在问题 具体问题 整改问题 反馈问题"
    );
    section.mark().is_none() && section.title().is_some_and(|title| NAMES.have(&title.text()))
}

/// A card as far as it is read.
struct Card<'d> {
    name: Section<'d>,
    /// What it says of the task, but for those who answer for it and by when.
    says: Vec<Section<'d>>,
    notes: Vec<Noted<'d>>,
}

impl<'d> Card<'d> {
    /// `None` where it names nobody who answers for the task.
    fn row(self, context: Context) -> Option<Row<'d>> {
        let responsibility = Some(Responsibility::of(&self.notes)?);
        let measure = |section| Measure { entry: Entry { section, place: 0 }, context };
        let name = measure(self.name).entry.rest()?;
        let end = self.notes.iter().map(|n| n.0).chain(self.says.iter().copied()).map(|s| s.span().end).max()?;
        let mut actions: Vec<_> = self.says.iter().flat_map(|s| measure(*s).said_actions()).collect();
        if actions.is_empty() {
            actions.push(name.clone());
        }
        Some(Row {
            section: Some(self.name),
            ordinal: None,
            measure: name,
            actions,
            responsibility,
            deadline: measure(self.name).noted_deadline(&self.notes),
            indicators: self.says.iter().flat_map(|s| measure(*s).indicators()).collect(),
            span: Span::new(self.name.span().start, end),
        })
    }
}
