//! A line repeated at the head or foot of the pages.

use super::line::{Line, ends_sentence};
use crate::NoiseKind;

/// Marks lines that stand again and again beside page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    for after in [true, false] {
        let mut best = None;
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for i in (0..lines.len()).filter(|&i| lines.get(i).is_some_and(|l| l.noise == Some(NoiseKind::PageNumber))) {
            let near = if after { lines.get(i + 1..) } else { lines.get(..i) }.unwrap_or_default();
            let kept = |l: &&Line| !l.is_blank();
            let beside = if after { near.iter().take(4).find(kept) } else { near.iter().rev().take(4).find(kept) };
            let Some(text) = beside.filter(|l| l.is_kept() && (4..=50).contains(&l.chars)).map(|l| l.text(source))
            else {
                continue;
            };
            // running heads differ little from page to page: the first few decide
            if let Some((_, count)) = seen.iter_mut().find(|(t, _)| *t == text) {
                *count += 1;
            } else if seen.len() < 8 {
                seen.push((text, 1));
            }
        }
        if let Some((text, count)) = seen.into_iter().max_by_key(|(_, count)| *count) {
            if count >= 2 && !ends_sentence(text) {
                best = Some(text);
            }
        }
        if let Some(head) = best {
            take(source, lines, head);
        }
    }
}

fn take(source: &str, lines: &mut [Line], head: &str) {
    let mut first = true;
    for i in 0..lines.len() {
        if !lines.get(i).is_some_and(|l| l.is_kept() && l.text(source) == head) {
            continue;
        }
        // the first may be the title itself: then no other title follows
        let next = lines.get(i + 1..).unwrap_or_default().iter().find(|l| l.is_kept()).map_or("", |l| l.text(source));
        if !(std::mem::take(&mut first) && i < 12 && !is_title(next)) {
            if let Some(line) = lines.get_mut(i) {
                line.noise = Some(NoiseKind::RunningHead);
            }
        }
    }
}

fn is_title(text: &str) -> bool {
    let organ = ["局", "厅", "委", "府", "部", "办", "院", "会", "室", "组", "处", "科", "司", "校", "镇", "乡", "村"];
    (6..=45).contains(&text.chars().count())
        && !ends_sentence(text)
        && !text.starts_with(['—', '（', '(', '〔'])
        && !organ.iter().any(|o| text.ends_with(o))
        && !text.ends_with(['日', '号'])
}
