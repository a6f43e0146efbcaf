//! Fourth pass: where a title ends.

use super::section::Entry;
use crate::lexer::chars::is_blank;
use crate::{MarkStyle, SectionKind};

/// The longest run-in title, in characters.
const RUN_IN: usize = 40;
/// The longest title on a line of its own, in characters.
const LINE: usize = 80;

/// Sets the title ends of `entries`, and which of them are headings.
pub(crate) fn find(body: &str, entries: &mut [Entry]) {
    for i in 0..entries.len() {
        let entry = entries[i];
        if entry.kind == SectionKind::Lead {
            continue;
        }
        let below = entries.get(i + 1).filter(|e| e.start < entry.end);
        let limit = below.map_or(entry.end, |e| e.start);
        let first = body.get(entry.mark_end as usize..limit as usize).unwrap_or_default();
        let line_end = first.find('\n').unwrap_or(first.len());
        let line = &first[..line_end];
        let sentence = line.find(['。', '！', '？', '!', '?']);
        let has_children = below.is_some();
        let own_line = sentence
            .is_none_or(|s| line[s..].trim_matches(|c: char| "。！？!?：: \u{3000}\t\r".contains(c)).is_empty());
        let end = if own_line && line_end < first.len() || own_line && has_children {
            // a line of its own: a title unless it is a whole paragraph
            let title = line.trim_end_matches(|c: char| is_blank(c) || "。：:".contains(c));
            let whole =
                title.contains(['；', ';']) || title.chars().count() > LINE || (sentence.is_some() && !has_children);
            let clause = entry.style == Some(MarkStyle::Article) && !has_children;
            (!whole && !clause).then_some(title.len())
        } else {
            sentence.filter(|&s| line[..s].chars().count() <= RUN_IN && !own_line)
        };
        let Some(end) = end.filter(|&e| !line[..e].trim().is_empty()) else { continue };
        let blank = line.len() - line.trim_start().len();
        let _ = blank;
        let point = entry.kind == SectionKind::Point;
        entries[i].title_end = Some(entry.mark_end + end as u32);
        if !point && (sentence.is_none() || has_children) {
            entries[i].kind = SectionKind::Heading;
        }
    }
}
