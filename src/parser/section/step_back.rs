//! Points and lists behind a run of sections that belong to what the run stands in.

use super::unnumbered::Unnumbered;
use super::{Entry, same_run};
use crate::SectionKind;
use crate::lexer::chars::is_colon;
use crate::lexer::search::{self, after, before, begins_with_any, has_any, prefix, suffix};

/// Puts the points of a paragraph that owns up to what is wanting, behind the last of a chapter's sections, under the
/// chapter: `在看到成绩的同时，我们也清醒地认识到……一是`. Those of one that looks back on a run of sections of one paragraph each,
/// or ahead, go under what the run stands in: `下一步，我们将……一是`. So do those of one behind the run that speaks to the
/// audience anew and looks back (`各位代表！五年来，……一是`), and those behind the last point of a run, below a sentence that
/// looks ahead: `其三，……。今后，我将做到两点。一是`.
pub(super) fn points(entries: &mut [Entry], body: &str, headings: &[Unnumbered]) {
    const WORDS: [&str; 8] =
        ["成绩的同时", "也清醒", "清醒地认识", "清醒认识", "清醒地看到", "清醒看到", "也要看到", "也应看到"];
    const TURNS: [&str; 12] = [
        "下一步",
        "下步",
        "接下来",
        "今后",
        "这些问题",
        "这些不足",
        "上述问题",
        "以上问题",
        "以上这些",
        "上述这些",
        "综上",
        "总之",
    ];
    /// Who is spoken to anew, and what looks back on more than a section tells.
    const ADDRESSES: [&str; 3] = ["各位代表", "各位委员", "同志们"];
    const SPANS: [&str; 5] = ["五年来", "一年来", "三年来", "过去一年", "过去五年"];
    /// How far before its first point the paragraph may begin, in bytes.
    const REACH: usize = 450;
    for i in 0..entries.len() {
        let entry = entries[i];
        let Some(under) = entry.parent.filter(|_| entry.kind == SectionKind::Point && entry.ordinal == 1) else {
            continue;
        };
        let outer = entries[under as usize];
        let above = outer.parent;
        let said = suffix(before(body, entry.start as usize), REACH);
        let parent = if outer.kind == SectionKind::Point {
            let behind = suffix(said, (entry.start - outer.start) as usize);
            let looks_ahead = behind.split('。').skip(1).any(|sentence| begins_with_any(sentence, &TURNS));
            if !looks_ahead || entries[i..].iter().take(32).any(|e| same_run(e, &outer)) {
                continue;
            }
            above
        } else {
            let Some(line) = said.rfind('\n').map(|at| after(said, at + 1)) else { continue };
            if outer.start as usize + line.len() >= entry.start as usize {
                continue;
            }
            // the chapter may be an unnumbered heading, which is not among the entries yet
            let chapter = |at: u32| headings.partition_point(|h| h.start < at);
            let divided = || (1..headings.len()).contains(&chapter(outer.start));
            if (above.is_some() || divided()) && has_any(prefix(line, 120), &WORDS) {
                std::iter::successors(above, |&k| entries[k as usize].parent).last()
            } else if begins_with_any(search::trim_start(line), &TURNS) && follows_short(entries, under as usize, body)
                || begins_with_any(search::trim_start(line), &ADDRESSES)
                    && has_any(line, &SPANS)
                    && !entries[i..].iter().take(32).any(|e| same_run(e, &outer))
            {
                above
            } else {
                continue;
            }
        };
        for other in &mut entries[i..] {
            if other.parent == Some(under) && other.style == entry.style {
                other.parent = parent;
            } else if other.start > entry.start && other.kind != SectionKind::Point {
                break;
            }
        }
    }
}

/// Puts a list that a paragraph announces behind the last of a run of clauses under what the run stands in:
/// `一、未取得许可；⏎二、未建立台账。⏎以上事实，有下列证据证明：⏎1.……`.
pub(super) fn lists(entries: &mut [Entry], body: &str) {
    /// What such a paragraph opens with, which speaks of all clauses.
    const OF_ALL: [&str; 6] = ["以上", "上述", "前述", "综上", "根据", "依据"];
    /// How far before its first mark the clause may begin, in bytes.
    const REACH: usize = 1200;
    for i in 0..entries.len() {
        let entry = entries[i];
        let Some(under) = entry.parent.filter(|_| entry.kind == SectionKind::Item && entry.ordinal == 1) else {
            continue;
        };
        let outer = entries[under as usize];
        let said = body.get(outer.mark_end as usize..entry.start as usize).unwrap_or_default();
        if said.len() > REACH || !search::trim_end(before(body, outer.start as usize)).ends_with(['；', ';']) {
            continue;
        }
        // a clause that has a list of its own announces it
        let previous = entries[..under as usize].iter().rev().take(32).find(|e| same_run(e, &outer));
        let text = previous.map_or("", |e| prefix(after(body, e.mark_end as usize), REACH));
        let line = search::trim_end(text.split('\n').next().unwrap_or_default());
        if !line.ends_with(['；', ';', '：', ':']) {
            continue;
        }
        let Some((clause, behind)) = search::trim_end(said).split_once('\n') else { continue };
        let of_all = begins_with_any(search::trim_start(behind), &OF_ALL) && behind.ends_with(is_colon);
        if search::trim_end(clause).ends_with('。') && of_all {
            for other in &mut entries[i..] {
                // no more below it
                if other.parent.is_none_or(|p| p < under) {
                    break;
                }
                if (other.parent, other.style) == (Some(under), entry.style) {
                    other.parent = outer.parent;
                }
            }
        }
    }
}

/// Whether the two sections of its run before entry `i` have one paragraph each.
fn follows_short(entries: &[Entry], i: usize, body: &str) -> bool {
    /// How much of them is read, in bytes.
    const PARAGRAPH: usize = 2400;
    let this = &entries[i];
    let mut end = this.start;
    let mut run = 0;
    for other in entries.get(..i).unwrap_or_default().iter().rev().take(16) {
        if (other.style, other.parent) == (this.style, this.parent) {
            let text = prefix(body.get(other.start as usize..end as usize).unwrap_or_default(), PARAGRAPH);
            if search::trim_end(text).contains('\n') {
                return false;
            }
            (end, run) = (other.start, run + 1);
        }
        if run == 2 {
            return true;
        }
    }
    false
}
