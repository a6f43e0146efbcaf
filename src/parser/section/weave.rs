//! Puts unnumbered headings and leads among the numbered sections.

use super::Entry;
use super::unnumbered::Bold;
use crate::{MarkStyle, SectionKind};

/// What is known of headings by where they begin, in order.
#[derive(Default)]
pub(super) struct Levels<'b> {
    /// The level of those that are bold lines.
    pub bold: &'b [(u32, Bold)],
    /// Those that hold no list but points.
    pub alone: &'b [u32],
    /// Labels alone on their lines that hold no chapters: 总体要求： and its text above 一、.
    pub labels: &'b [u32],
    /// Those that stand as chapters above articles.
    pub captions: &'b [u32],
    /// Those that open with what they count: 问题1：
    pub counted: &'b [u32],
    /// Those of boxes, which belong to the section that they stand in: 专栏1
    pub boxes: &'b [u32],
}

/// Puts `extras` (in order) among `entries` and says anew what stands under what.
///
/// A heading stands under the innermost heading that is open there and holds what begins its
/// numbering anew after it; a lead holds what stands in its paragraph.
pub(super) fn weave(entries: Vec<Entry>, extras: Vec<Entry>, levels: &Levels<'_>) -> Vec<Entry> {
    let last_marked = entries.iter().rev().find(|e| e.kind != SectionKind::Point).map_or(0, |e| e.start);
    let mut woven = Weave { out: Vec::with_capacity(entries.len() + extras.len()), open: Vec::new(), levels };
    // the new index of each old entry
    let mut moved: Vec<u32> = Vec::with_capacity(entries.len());
    let mut extras = extras.into_iter().peekable();
    for entry in entries {
        while let Some(extra) = extras.next_if(|x| x.start < entry.start) {
            woven.extra(extra, last_marked, Some(&entry));
        }
        let parent = entry.parent.and_then(|p| moved.get(p as usize).copied());
        moved.push(woven.entry(entry, parent));
    }
    for extra in extras {
        woven.extra(extra, last_marked, None);
    }
    woven.out
}

struct Weave<'b> {
    out: Vec<Entry>,
    /// The sections that are open, outermost first.
    open: Vec<u32>,
    levels: &'b Levels<'b>,
}

impl Weave<'_> {
    fn top(&self) -> Option<Entry> {
        self.open.last().and_then(|&o| self.out.get(o as usize)).copied()
    }

    fn is_caption(&self, start: u32) -> bool {
        self.levels.captions.binary_search(&start).is_ok()
    }

    fn is_box(&self, start: u32) -> bool {
        self.levels.boxes.binary_search(&start).is_ok()
    }

    fn close_ended(&mut self, at: u32) {
        while self.top().is_some_and(|t| t.end <= at) {
            self.open.pop();
        }
    }

    /// Ends the innermost open section at `at`.
    fn cut(&mut self, at: u32) {
        if let Some(o) = self.open.pop()
            && let Some(entry) = self.out.get_mut(o as usize)
        {
            entry.end = entry.end.min(at);
        }
    }

    fn push(&mut self, entry: Entry) -> u32 {
        let parent = self.open.last().copied();
        let end = self.top().map_or(entry.end, |t| entry.end.min(t.end));
        self.open.push(self.out.len() as u32);
        self.out.push(Entry { parent, end: end.max(entry.mark_end), ..entry });
        self.out.len() as u32 - 1
    }

    /// A section that was there, which stood under `parent`.
    fn entry(&mut self, entry: Entry, parent: Option<u32>) -> u32 {
        self.close_ended(entry.start);
        while let Some(top) = self.top() {
            let index = self.open.last().copied();
            let added = top.style.is_none() && index != parent;
            if !added {
                break;
            }
            // a lead holds its paragraph; a heading holds what begins anew after it
            let goes_on = self.out.iter().rev().take(32).any(|e| e.style == entry.style && e.parent == index);
            let below = entry.style.is_some() && (entry.ordinal <= 1 || goes_on || entry.kind == SectionKind::Point);
            let is = |list: &[u32]| list.binary_search(&top.start).is_ok();
            let chapter = entry.style.is_some_and(|style| style <= MarkStyle::Han);
            let alone = entry.kind != SectionKind::Point && is(self.levels.alone) || chapter && is(self.levels.labels);
            let article = entry.style == Some(MarkStyle::Article) && self.is_caption(top.start);
            let holds = top.kind == SectionKind::Lead || below && !alone || article;
            if holds {
                break;
            }
            self.cut(entry.start);
        }
        self.push(entry)
    }

    fn extra(&mut self, extra: Entry, last_marked: u32, next: Option<&Entry>) {
        self.close_ended(extra.start);
        let bold = |start: u32| {
            self.levels.bold.binary_search_by_key(&start, |b| b.0).map_or(Bold::No, |i| self.levels.bold[i].1)
        };
        let level = bold(extra.start);
        let beside = |&o: &u32| self.out.get(o as usize).is_some_and(|e| bold(e.start) >= level);
        let beside = self.open.iter().position(beside).filter(|_| level > Bold::No);
        if self.is_caption(extra.start) {
            // parts and volumes go on
            while self.top().is_some_and(|t| t.style.is_none_or(|s| s >= MarkStyle::Chapter)) {
                self.cut(extra.start);
            }
        } else if let Some(depth) = beside {
            while self.open.len() > depth {
                self.cut(extra.start);
            }
        } else if extra.kind == SectionKind::Heading {
            // 问题3 stands under 二、 as 问题1 under 一、
            let is_counted = |start: u32| self.levels.counted.binary_search(&start).is_ok();
            let first = self.out.iter().rev().take(32).find(|e| is_counted(extra.start) && is_counted(e.start));
            let above = first.and_then(|e| self.out.get(e.parent? as usize)?.style);
            // after all numbering a heading closes the piece; before, it stands under an open heading
            while let Some(top) = self.top().filter(|t| level == Bold::No || bold(t.start) != Bold::Above) {
                let beside = top.style.is_none() || top.kind != SectionKind::Heading;
                // a list that begins anew below it, or one that ranks higher, ends the one that is open
                let anew = next.is_some_and(|next| {
                    next.ordinal == 1
                        && (next.style == top.style || next.style == Some(MarkStyle::Han) && next.style < top.style)
                });
                let below = above.is_some() && above == top.style;
                let inside = self.is_box(extra.start);
                let ranked = extra.start < last_marked || level >= Bold::Bracketed;
                if !beside && !anew && (ranked || below || inside)
                    || inside && top.style.is_none() && !self.is_box(top.start)
                {
                    break;
                }
                self.cut(extra.start);
            }
        }
        self.push(extra);
    }
}
