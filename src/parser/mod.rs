//! From text to decisions: what each stretch of it *is*.
//!
//! The passes run in this order, one folder each. [`noise`] takes out what is not the document, so
//! that all later passes read whole sentences; [`piece`] finds where documents begin and end;
//! [`section`] chooses the marks that make the whole consistent; [`title`] finds where a title
//! ends; [`element`] names the parts of the document form.

mod clean;
mod element;
mod noise;
mod piece;
mod row;
mod section;
mod title;

pub(crate) use clean::{Clean, floor_boundary};

use crate::lexer::bold;
use crate::lexer::decode::char_at;
use crate::lexer::stops::Stops;
use crate::lexer::variant::without_variants;
use crate::options::Options;
use crate::tree::{Builder, Node, SlotKind, Tree};
use std::borrow::Cow;

/// Finds the pieces of `source`, the parts of their form and their sections, and lays them over it; with `variants` it has
/// characters that stand for others.
pub(crate) fn parse(source: &str, variants: bool, options: &Options) -> Tree {
    let as_known = known_signs(source, variants);
    let clean = if options.noise() { noise::take_out(&as_known, variants) } else { Clean::new(&as_known, Vec::new()) };
    let mut tree = Builder::new(&clean);
    let text = clean.text();
    let (breaks, listed) = (breaks(&as_known, &clean), listed(&as_known, &clean));
    piece::find(text, &breaks, listed, |piece, stops| add_piece(&mut tree, text, piece, stops, options));
    let mut tree = tree.finish(source);
    // the clean text first: both at a time are the most that a parse takes
    drop(clean);
    drop(as_known);
    tree.shrink();
    tree
}

/// Where a piece begins for sure: behind a note, taken out, that tells the book or the page a text is from, and
/// where a report has its dateline.
fn breaks(source: &str, clean: &Clean<'_>) -> Vec<usize> {
    let text = clean.text();
    let cuts = clean.cuts().iter().filter_map(|cut| {
        let note = source.get(cut.start as usize..)?;
        let at = cut.clean as usize;
        let behind = || text.get(..at).is_some_and(|text| text.trim_end().ends_with(['。', '！', '？', '”', '）']));
        let answer =
            note.starts_with("【第") && source.get(..cut.end as usize).is_some_and(|n| n.ends_with("参考答案】"));
        (answer || note.starts_with("出处") || note.starts_with("原标题") && behind()).then_some(at)
    });
    let mut breaks: Vec<usize> = cuts.chain(piece::dateline::find(text)).collect();
    breaks.sort_unstable();
    breaks
}

/// The titles that tables of contents, taken out, list.
fn listed<'s>(source: &'s str, clean: &Clean<'_>) -> Vec<&'s str> {
    let mut titles = Vec::new();
    for cut in clean.cuts().iter().filter(|cut| cut.kind == crate::NoiseKind::Contents) {
        titles.extend(noise::titles(source.get(cut.start as usize..cut.end as usize).unwrap_or_default()));
    }
    titles
}

/// A Cyrillic letter that a sharing site shows for the ends of paragraphs: 一、工作要求Р（一）加强领导。
const LOST_BREAK: &str = "Р";
const FEWEST_LOST: usize = 3;

/// The text with its line breaks, stops and characters in the forms that the passes know, which take as many bytes: `\n` for
/// other line breaks (`OTHER_LINE_BREAKS`, `LOST_BREAK`), full-width stops for half-width ones (一､ ……｡),
/// plain characters for their `variants`.
fn known_signs(source: &str, variants: bool) -> Cow<'_, str> {
    let mut text = if variants { Cow::Owned(without_variants(source)) } else { Cow::Borrowed(source) };
    let bytes = source.as_bytes();
    let mut change = |at: usize, to: &str| text.to_mut().replace_range(at..at + to.len(), to);
    // from the end, for the `\r` of `\r\n` and `\r\r\n` are no line breaks of their own
    let mut tied = usize::MAX;
    for at in memchr::memchr2_iter(b'\r', b'\x0b', bytes).rev() {
        if bytes[at] == b'\r' && (at + 1 == tied || bytes.get(at + 1) == Some(&b'\n')) {
            tied = at;
        } else {
            change(at, "\n");
        }
    }
    for separator in ["\u{2028}", "\u{2029}"] {
        for at in memchr::memmem::find_iter(bytes, separator) {
            change(at, "\r\r\n");
        }
    }
    // words in Russian aside
    let lost: Vec<usize> = memchr::memmem::find_iter(bytes, LOST_BREAK).collect();
    let foreign = |at: &usize| bytes[*at + LOST_BREAK.len()..].first().is_some_and(u8::is_ascii_alphabetic);
    let russian = |at: &usize| {
        let letter = |b: Option<&u8>| b.is_some_and(|b| (0xd0..=0xd3).contains(b));
        letter(at.checked_sub(2).and_then(|i| bytes.get(i))) || letter(bytes.get(at + LOST_BREAK.len()))
    };
    if lost.len() >= FEWEST_LOST && !lost.iter().any(russian) {
        lost.into_iter().filter(|at| !foreign(at)).for_each(|at| change(at, "\r\n"));
    }
    // what both begin with
    for at in memchr::memmem::find_iter(bytes, &[0xef, 0xbd]) {
        match char_at(source, at) {
            Some('\u{ff64}') => change(at, "、"),
            Some('\u{ff61}') => change(at, "。"),
            _ => {}
        }
    }
    // 一﹑, 一丶: the small sign, and the stroke that looks like it
    for sign in ["﹑", "丶"] {
        for at in memchr::memmem::find_iter(bytes, sign) {
            change(at, "、");
        }
    }
    text
}

fn node(kind: SlotKind, start: u32, end: u32) -> Node {
    Node { kind, detail: 0, ordinal: 0, start, end }
}

/// Adds a piece with the parts of its form and its sections.
fn add_piece(tree: &mut Builder<'_, '_>, text: &str, piece: &piece::PieceSpan, stops: &Stops, options: &Options) {
    tree.add(node(SlotKind::Piece, piece.start, piece.end));
    let elements = piece.elements.iter();
    let mut parts: Vec<Node> = elements
        .map(|&(kind, start, end)| Node { detail: kind as u8, ..node(SlotKind::Element, start, end) })
        .collect();
    parts.extend(piece.title.map(|(start, end)| node(SlotKind::Title, start, end)));
    parts.sort_by_key(|part| (part.start, part.end));
    let mut reach = piece.start;
    parts.retain(|part| {
        let free = part.start >= reach && part.end > part.start;
        reach = if free { part.end } else { reach };
        free
    });
    let tail = parts.partition_point(|part| part.start < piece.body.1.max(piece.body.0 + 1));
    let (head, tail) = parts.split_at(tail);
    head.iter().for_each(|part| tree.add(*part));
    for entry in section::find(text, piece.body, stops, options) {
        add_section(tree, text, &entry);
    }
    tail.iter().for_each(|part| tree.add(*part));
}

fn add_section(tree: &mut Builder<'_, '_>, text: &str, entry: &section::Entry) {
    tree.add(Node { detail: entry.kind as u8, ..node(SlotKind::Section, entry.start, entry.end) });
    if let Some(style) = entry.style {
        // its title may stand on the line below
        let mark = text.get(entry.start as usize..entry.mark_end as usize).unwrap_or_default();
        let end = mark.split_once('\n').map_or(mark.len(), |(mark, _)| mark.trim_end().len());
        let mark = node(SlotKind::Mark, entry.start, entry.start + end as u32);
        tree.add(Node { detail: style as u8, ordinal: entry.ordinal, ..mark });
    }
    if let Some(title_end) = entry.title_end {
        let title = text.get(entry.mark_end as usize..title_end as usize).unwrap_or_default();
        let mut start = entry.mark_end + (title.len() - title.trim_start().len()) as u32;
        // 1. **公益性。** ……
        if bold::close(text, start as usize).is_some() {
            start += "**".len() as u32;
        }
        if start < title_end {
            tree.add(node(SlotKind::Title, start, title_end));
        }
    }
}
