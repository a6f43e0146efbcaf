//! Fourth pass: where a title ends.

mod boundary;

use super::section::Entry;
use crate::lexer::chars::{is_blank, is_comma};
use crate::lexer::mark::Place;
use crate::{MarkStyle, SectionKind};

/// The longest run-in title, in characters.
const RUN_IN: usize = 40;
/// The longest title on a line of its own, in characters.
const LINE: usize = 80;
/// The longest title whose end no break shows, in characters.
const GLUED: usize = 38;

/// Whether a phrase ends in a word that titles end in: 做法, 意义, 由来.
pub(super) fn ends_like_title(phrase: &str) -> bool {
    boundary::ends_like_title(phrase)
}

/// What the first paragraph of a section looks like.
#[derive(Clone, Copy)]
struct Opening<'t> {
    /// The first line, or up to where the first section below begins.
    line: &'t str,
    /// Where its first sentence ends.
    sentence: Option<usize>,
    /// Whether nothing else stands on the line.
    alone: bool,
    has_children: bool,
    /// Whether paragraphs without a mark follow.
    has_text: bool,
}

/// Sets the title ends of `entries`, and which of them are headings.
pub(crate) fn find(body: &str, entries: &mut [Entry]) {
    let mut groups = Groups::new(entries);
    for i in 0..entries.len() {
        let entry = entries[i];
        if matches!(entry.kind, SectionKind::Lead) || entry.style.is_none() {
            continue;
        }
        let opening = Opening::read(body, entries, i);
        let glued = groups.is_glued(body, entries, i);
        let hidden = glued && (opening.sentence.is_some() || opening.line.trim_end().ends_with(is_comma));
        let title_end =
            if opening.alone && !hidden { alone(&entry, &opening) } else { run_in(&entry, &opening, glued) };
        // the signs of Markdown are not the title's
        let title_end =
            title_end.map(|e| opening.line[..e].trim_end_matches(|c| is_blank(c) || "#*".contains(c)).len());
        let Some(end) = title_end.filter(|&e| !opening.line[..e].trim().is_empty()) else { continue };
        entries[i].title_end = Some(entry.mark_end + end as u32);
        // a title on a line of its own, or one that holds numbered parts, is a heading
        let before_points =
            opening.sentence.is_some() && entries.get(i + 1).is_some_and(|e| e.kind == SectionKind::Point);
        let own_line = opening.alone && !before_points || opening.sentence != Some(end);
        let has_parts = entries.get(i + 1).is_some_and(|e| e.start < entry.end && e.kind != SectionKind::Point);
        let opens_text = entry.kind == SectionKind::Point && entry.place == Place::Line && opening.alone;
        if entry.kind == SectionKind::Item && (own_line || has_parts)
            || opens_text && matches!(entry.style, Some(MarkStyle::Nth | MarkStyle::FirstNext))
        {
            entries[i].kind = SectionKind::Heading;
        }
    }
}

impl<'t> Opening<'t> {
    fn read(body: &'t str, entries: &[Entry], i: usize) -> Self {
        let entry = entries[i];
        let below = entries.get(i + 1).filter(|e| e.start < entry.end);
        let limit = below.map_or(entry.end, |e| e.start);
        let first = body.get(entry.mark_end as usize..limit as usize).unwrap_or_default();
        let line_end = memchr::memchr(b'\n', first.as_bytes()).unwrap_or(first.len());
        let line = &first[..line_end];
        let sentence = line.find(['。', '！', '？', '!', '?']);
        let alone = sentence.is_none_or(|s| {
            line[s..].trim_matches(|c: char| "。！？!?：:”".contains(c) || c.is_whitespace()).is_empty()
        });
        let has_text = !first[line_end..].trim().is_empty();
        Self { line, sentence, alone, has_children: below.is_some(), has_text }
    }

    /// The length of the first sentence, in characters.
    fn sentence_chars(&self) -> usize {
        let end = self.sentence.unwrap_or(self.line.len());
        self.line[..end].chars().take(RUN_IN * 2).count()
    }
}

/// A line of its own: a title, unless it is a whole paragraph.
fn alone(entry: &Entry, opening: &Opening<'_>) -> Option<usize> {
    let title = opening.line.trim_end_matches(|c: char| is_blank(c) || "。：:".contains(c));
    let opens = opening.has_children || opening.has_text;
    let paragraph = title.contains(['；', ';'])
        || title.chars().count() > if opening.sentence.is_some() { RUN_IN } else { LINE }
        || opening.sentence.is_some() && !opens
        || entry.kind == SectionKind::Point && !opens
        || entry.style == Some(MarkStyle::Article);
    (!paragraph).then_some(title.len())
}

/// Where a wide blank within the line sets the title off from its text.
fn gap(line: &str) -> Option<usize> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let end = text.find("\u{3000}\u{3000}").or_else(|| text.find("   "))?;
    let (title, rest) = (&text[..end], text[end..].trim());
    let chars = title.chars().take(GLUED + 1).count();
    let closed = title.contains(['。', '；', '：']);
    ((4..=GLUED).contains(&chars) && !closed && rest.contains('。')).then_some(indent + end)
}

/// Text follows on the line: a run-in title, or one whose end no break shows.
fn run_in(entry: &Entry, opening: &Opening<'_>, glued: bool) -> Option<usize> {
    if entry.style == Some(MarkStyle::Article) {
        return None;
    }
    if let Some(gap) = gap(opening.line) {
        return Some(gap);
    }
    let sentence = opening.sentence.unwrap_or(opening.line.trim_end().len());
    let chars = opening.sentence_chars();
    let fits = chars <= RUN_IN;
    if glued && entry.kind != SectionKind::Point {
        // a little of the next sentence shows how the text goes on
        let stop = (sentence + 24..sentence + 28).find(|&i| opening.line.is_char_boundary(i));
        let line = &opening.line[..stop.unwrap_or(opening.line.len())];
        // a short sentence is likelier a title as a whole
        let need = match chars {
            0..=12 => 12,
            13..=RUN_IN => 5,
            _ => 3,
        };
        if let Some((end, score)) = boundary::best(line, GLUED)
            && score >= need
            && end < sentence
        {
            return Some(end);
        }
    }
    (fits && opening.sentence.is_some() && (!opening.alone || opening.has_children)).then_some(sentence)
}

/// Whether the titles of a run of siblings are glued to their text, found once for each run.
struct Groups {
    /// For each entry: the first of its run.
    first: Vec<u32>,
    glued: Vec<Option<bool>>,
}

impl Groups {
    fn new(entries: &[Entry]) -> Self {
        let mut first: Vec<u32> = Vec::with_capacity(entries.len());
        let mut open: Vec<usize> = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut run = i as u32;
            while let Some(&top) = open.last() {
                if entries[top].parent == entry.parent && entries[top].style == entry.style {
                    run = first[top];
                    open.pop();
                    break;
                }
                if entry.parent.is_some_and(|p| p as usize == top) {
                    break;
                }
                open.pop();
            }
            open.push(i);
            first.push(run);
        }
        Self { first, glued: vec![None; entries.len()] }
    }

    /// Whether the run of entry `i` has titles whose end no break or 。 shows.
    fn is_glued(&mut self, body: &str, entries: &[Entry], i: usize) -> bool {
        let run = self.first[i] as usize;
        if let Some(known) = self.glued.get(run).copied().flatten() {
            return known;
        }
        let (mut inside, mut long, mut short, mut all) = (0, 0, 0, 0);
        for k in run..entries.len() {
            if self.first[k] as usize != run {
                if entries[k].start >= entries[run].end && entries[k].parent != entries[run].parent {
                    break;
                }
                continue;
            }
            let opening = Opening::read(body, entries, k);
            all += 1;
            inside += usize::from(entries[k].place < Place::Line);
            match opening.sentence_chars() {
                _ if opening.alone => {}
                0..=RUN_IN => short += 1,
                _ => long += 1,
            }
        }
        let glued = inside * 2 >= all && (long > 0 || short < all);
        if let Some(known) = self.glued.get_mut(run) {
            *known = Some(glued);
        }
        glued
    }
}
