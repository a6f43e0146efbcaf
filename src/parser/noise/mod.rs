//! First pass: what is not the document.
//!
//! It works in two rounds. The first reads lines: what a site puts around the text, contents,
//! page numbers, running heads, page marks, and line breaks in mid-sentence. The second reads the
//! text that is left, where sentences are whole again: stray blanks and what is glued to the text.

mod boilerplate;
mod contents;
mod glued;
mod hard_wrap;
mod line;
mod page_mark;
mod page_number;
mod running_head;
mod stray_blank;
mod words;

use super::Clean;
use crate::{NoiseKind, Span};
use line::Line;

/// A stretch of noise and its kind.
pub(super) type Cut = (Span, NoiseKind);

/// The noise of `source`, ascending, without overlaps, on character boundaries.
pub(crate) fn find(source: &str) -> Vec<Cut> {
    let mut lines = line::read(source);
    boilerplate::mark(source, &mut lines);
    page_number::mark(source, &mut lines);
    running_head::mark(source, &mut lines);
    contents::mark(source, &mut lines);

    let mut cuts = whole_lines(&lines);
    if !page_mark::find(source, &lines, &mut cuts) {
        hard_wrap::find(source, &lines, &mut cuts);
    }
    // the lines are not needed any more, and there may be many
    drop(lines);
    let cuts = in_order(cuts);

    // words are whole only where blanks are out
    let cuts = round(source, cuts, stray_blank::find);
    round(source, cuts, glued::find)
}

/// Looks for more noise in the text that `cuts` leave.
fn round(source: &str, cuts: Vec<Cut>, look: fn(&str, &mut Vec<Cut>)) -> Vec<Cut> {
    let clean = Clean::new(source, &cuts);
    let mut more = Vec::new();
    look(clean.text(), &mut more);
    if more.is_empty() {
        return cuts;
    }
    in_source(&clean, &in_order(more), cuts)
}

/// Lines that are noise as a whole, with their line breaks; neighbours of one kind together.
fn whole_lines(lines: &[Line]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut reach = None;
    for line in lines {
        // blank lines between two lines of noise go with them
        if line.is_blank() && line.noise.is_none() {
            continue;
        }
        let Some(kind) = line.noise else {
            reach = None;
            continue;
        };
        match cuts.last_mut() {
            Some((span, last)) if reach == Some(kind) && *last == kind => span.end = line.next,
            _ => cuts.push((Span::new(line.start, line.next), kind)),
        }
        reach = Some(kind);
    }
    cuts
}

/// Sorts, drops what is empty and trims what overlaps.
fn in_order(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by_key(|(span, _)| (span.start, span.end));
    let mut end = 0;
    cuts.retain_mut(|(span, _)| {
        span.start = span.start.max(end);
        end = end.max(span.end);
        !span.is_empty()
    });
    cuts
}

/// Brings `more`, found in the clean text, back to the source and merges it with the first `cuts`.
fn in_source(clean: &Clean<'_>, more: &[Cut], cuts: Vec<Cut>) -> Vec<Cut> {
    let mut all = Vec::with_capacity(cuts.len() + more.len());
    let mut first = cuts.into_iter().peekable();
    for &(span, kind) in more {
        let place = clean.source_span(span.start as u32, span.end as u32);
        let mut at = place.start;
        while let Some(&cut) = first.peek().filter(|(cut, _)| cut.start < place.end) {
            if at < cut.0.start && cut.0.start > place.start {
                all.push((Span::new(at, cut.0.start), kind));
            }
            at = at.max(cut.0.end);
            all.push(cut);
            first.next();
        }
        if at < place.end {
            all.push((Span::new(at, place.end), kind));
        }
    }
    all.extend(first);
    all
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::NoiseKind;

    /// What is left of `source` without its noise.
    pub(super) fn clean(source: &str) -> String {
        let noise = find(source);
        let mut end = 0;
        let mut text = String::new();
        for (span, _) in noise {
            assert!(end <= span.start && span.start < span.end, "{span:?} after {end}");
            text.push_str(&source[end..span.start]);
            end = span.end;
        }
        text.push_str(&source[end..]);
        text
    }

    /// The kinds of noise in `source` and what they take out.
    pub(super) fn noise(source: &str) -> Vec<(NoiseKind, &str)> {
        find(source).into_iter().map(|(span, kind)| (kind, &source[span.range()])).collect()
    }

    #[test]
    fn a_clean_document_has_no_noise() {
        let letter = concat!(
            "关于做好秋粮收购工作的通知\n粮发〔2023〕7号\n各乡镇人民政府：\n　　为做好秋粮收购，现通知如下。\n",
            "　　一、提高认识\n　　1、收购关系农民收入。\n　　2、收购关系市场稳定。\n　　二、落实责任\n",
            "　　第一条　总　则\n　　张 三　李四　王 五\n（此件公开发布）\nXX县粮食局\n2023年9月1日\n附件：1.任务表.doc\n"
        );
        assert_eq!(noise(letter), []);
        assert_eq!(noise(""), []);
        assert_eq!(noise("\n\n \u{3000}\n"), []);
    }

    #[test]
    fn any_text_gives_ordered_spans_on_character_boundaries() {
        let pieces = [
            "1、",
            "\n",
            "目录",
            " ",
            "第",
            "页",
            "共",
            "小编",
            "<!--",
            "-->",
            "](",
            "[",
            "出处：",
            "版",
            "\u{3000}",
            "—",
            "3",
            "。",
            "当前位置",
            "\r\n",
            "😀",
        ];
        let mut seed = 7_u32;
        for _ in 0..400 {
            let mut text = String::new();
            for _ in 0..60 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            assert!(clean(&text).len() <= text.len());
        }
    }
}
