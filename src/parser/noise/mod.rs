//! First pass: what is not the document.
//!
//! It works in rounds, each on the text that the one before has left. After characters that stand for others come the
//! lines: what a site puts around the text, contents, page numbers, running heads, page marks, and line breaks in
//! mid-sentence. Then sentences are whole again: stray blanks, and what is glued to the text.

mod boilerplate;
mod contents;
mod cut_line;
mod glued;
mod glued_head;
mod glued_tail;
mod hard_wrap;
mod inline_break;
mod jammer;
mod line;
mod lone_line;
mod page_foot;
mod page_head;
mod page_mark;
mod page_number;
mod page_title;
mod reading;
mod running_head;
mod site_line;
mod stray_blank;
mod words;

pub(crate) use contents::titles;

use super::Clean;
use super::clean::Cut;
use crate::NoiseKind;
use line::Line;

/// Takes out of `source` what is noise; with `variants` it had characters that stand for others.
pub(crate) fn take_out(source: &str, variants: bool) -> Clean<'_> {
    let mut readings = Vec::new();
    if variants {
        reading::find(source, &mut readings);
    }
    let clean = round(source, Clean::new(source, readings), inline_break::days);
    let clean = round(source, clean, in_lines);
    // words are whole only where blanks are out
    let clean = round(source, clean, stray_blank::find);
    round(source, clean, glued::find)
}

/// Adds the noise that lines show.
fn in_lines(source: &str, cuts: &mut Vec<Cut>) {
    let mut lines = line::read(source);
    boilerplate::mark(source, &mut lines);
    page_number::mark(source, &mut lines);
    running_head::mark_feet(source, &mut lines);
    running_head::mark_numbered(source, &mut lines);
    running_head::mark(source, &mut lines);
    running_head::mark_title_in_list(source, &mut lines);
    contents::mark(source, &mut lines);

    *cuts = whole_lines(source, &lines);
    contents::unnamed(source, &lines, cuts);
    page_number::spliced(source, cuts);
    if !page_mark::find(source, &lines, cuts) {
        hard_wrap::find(source, &mut lines, cuts);
    }
}

/// Looks for more noise in the text that is left.
fn round<'s>(source: &'s str, clean: Clean<'s>, look: fn(&str, &mut Vec<Cut>)) -> Clean<'s> {
    let mut more = Vec::new();
    look(clean.text(), &mut more);
    if more.is_empty() {
        return clean;
    }
    let cuts = in_source(&clean, in_order(more));
    drop(clean);
    Clean::new(source, cuts)
}

/// Lines that are noise as a whole, with their line breaks; neighbours of one kind together.
fn whole_lines(source: &str, lines: &[Line]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut reach = None;
    for line in lines {
        // blank lines between two lines of noise go with them
        if line.is_blank() && line.noise.is_none() {
            continue;
        }
        if let Some(kind) = line.noise {
            match cuts.last_mut() {
                Some(cut) if reach == Some(kind) && cut.kind == kind => cut.end = line.next(source),
                _ => cuts.push(Cut::new(line.start, line.next(source), kind)),
            }
        }
        reach = line.noise;
    }
    cuts
}

/// Sorts, drops what is empty and trims what overlaps.
fn in_order(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by_key(|cut| (cut.start, cut.end));
    let mut end = 0;
    cuts.retain_mut(|cut| {
        cut.start = cut.start.max(end);
        end = end.max(cut.end);
        cut.start < cut.end
    });
    cuts
}

/// Brings `more`, found in the clean text, back to the source and merges it with the cuts that are
/// there.
fn in_source(clean: &Clean<'_>, more: Vec<Cut>) -> Vec<Cut> {
    let mut all = Vec::with_capacity(clean.cuts().len() + more.len());
    let mut first = clean.cuts();
    // how far the source is ahead of the clean text
    let mut shift = 0;
    for mut cut in more {
        let mut start = cut.start + shift;
        while let Some((&there, rest)) = first.split_first().filter(|(there, _)| there.clean < cut.end) {
            if there.clean > cut.start && start < there.start {
                all.push(Cut::new(start, there.start, cut.kind));
            }
            shift = there.end - there.clean;
            start = if there.clean > cut.start { there.end } else { cut.start + shift };
            all.push(there);
            first = rest;
        }
        (cut.start, cut.end) = (start, cut.end + shift);
        all.push(cut);
    }
    all.extend_from_slice(first);
    // one of a kind where several touch
    all.dedup_by(|next, cut| {
        let touches = next.start == cut.end && next.kind == cut.kind && cut.kind == NoiseKind::Boilerplate;
        cut.end = if touches { next.end } else { cut.end };
        touches
    });
    all
}

#[cfg(test)]
mod tests {
    use super::{Cut, take_out};
    use crate::NoiseKind;

    /// What is left of `source` without its noise.
    pub(super) fn clean(source: &str) -> String {
        take_out(source, false).text().to_owned()
    }

    /// The kinds of noise in `source` and what they take out.
    pub(super) fn noise(source: &str) -> Vec<(NoiseKind, &str)> {
        let text = |cut: &Cut| &source[cut.start as usize..cut.end as usize];
        take_out(source, false).cuts().iter().map(|cut| (cut.kind, text(cut))).collect()
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
            let clean = take_out(&text, false);
            let mut end = 0;
            for cut in clean.cuts() {
                assert!(end <= cut.start && cut.start < cut.end, "{cut:?} after {end}");
                end = cut.end;
            }
            assert!(clean.text().len() <= text.len());
        }
    }
}
