//! All that a document says, read once.

use gongwen::{Element, ElementValue};

/// The tree, every finding, text, role and reference, and every value of the views.
/// The number stands for all that was read, so that nothing of it can be left out.
pub fn read(text: &str) -> usize {
    let document = gongwen::parse(text);
    let length = |excerpt: Option<gongwen::Excerpt<'_>>| excerpt.map_or(0, |e| e.text().len());
    let mut seen = document.diagnostics().len() + document.noise().map(|n| n.text().len()).sum::<usize>();
    for piece in document.pieces() {
        seen += piece.title().map_or(0, |t| t.text().len()) + piece.text().len();
        let dated = |e: Element<'_>| matches!(e.value(), ElementValue::Date(_)) as usize;
        seen += piece.elements().map(|e| e.text().len() + dated(e)).sum::<usize>();
        seen += piece.genre().is_some() as usize + piece.references().count();
        if let Some(view) = piece.significance() {
            seen += view.reasons().map(|r| length(r.thesis()) + length(r.argument())).sum::<usize>();
        }
        if let Some(view) = piece.core_experience() {
            seen += view.period().is_some() as usize + view.stages().count() + view.announced().is_some() as usize;
            seen += view.principles().map(|p| length(p.thesis()) + length(p.practice())).sum::<usize>();
        }
        if let Some(view) = piece.countermeasures() {
            seen += view.problems().count() + view.measures().map(|m| length(m.thesis())).sum::<usize>();
        }
        for task in piece.tasks() {
            seen += length(task.measure()) + task.actions().len() + task.indicators().len();
            seen += task.deadline().is_some() as usize + task.responsibility().map_or(0, |r| r.units().len());
        }
    }
    for section in document.outline() {
        seen += section.title().map_or(0, |t| t.text().len()) + section.text().len();
        seen += section.mark().map_or(0, |m| m.text().len() + m.ordinal().unwrap_or(0) as usize);
        seen += section.role().is_some() as usize;
    }
    seen
}
