//! Line breaks inside the paragraphs of a text that was wrapped at a width.

use super::Cut;
use super::line::{Line, ends_sentence, is_blank, is_ideograph};
use crate::{NoiseKind, Span};

/// What the lines of a wrapped text have in common when they are full.
#[derive(Clone, Copy, Debug)]
enum Full {
    /// The number of characters.
    Chars(usize),
    /// The columns on a screen, from and to.
    Width(usize, usize),
}

impl Full {
    fn holds(self, line: &Line) -> bool {
        match self {
            Full::Chars(chars) => line.chars == chars,
            Full::Width(low, high) => (low..=high).contains(&line.width),
        }
    }
}

/// Adds the line breaks (and blanks around them) that stand inside paragraphs.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    let Some(full) = measure(source, lines) else { return };
    let mut before: Option<&Line> = None;
    let mut blank_between = false;
    for line in lines {
        if line.noise.is_some() {
            continue;
        }
        if line.is_blank() {
            blank_between = true;
            continue;
        }
        if let Some(before) =
            before.filter(|b| full.holds(b) && !blank_between && goes_on(b.text(source), line, source))
        {
            let from = if keeps_blank(source, before) { before.end } else { before.text_end };
            cuts.push((Span::new(from, before.next), NoiseKind::HardWrap));
            cuts.push((Span::new(line.start, line.text_start), NoiseKind::HardWrap));
        }
        before = Some(line);
        blank_between = false;
    }
}

/// Whether `line` continues the paragraph whose full line is `before`.
fn goes_on(before: &str, line: &Line, source: &str) -> bool {
    let text = line.text(source);
    let indented = line.text_start >= line.start + 2 * '\u{3000}'.len_utf8();
    let may_end = ends_sentence(before) || before.ends_with(['）', ')', '》', '”']);
    !indented && !(may_end && begins_paragraph(text))
}

/// Whether `text` begins with a mark, a document's closing words or a date of its own.
fn begins_paragraph(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(']);
    let number = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c));
    let ends = ['、', '.', '．', '）', ')', '，', ','];
    if number.len() < bare.len()
        && number.starts_with(ends)
        && !number.get(1..2).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
    {
        return true;
    }
    if text.starts_with(['#', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩']) {
        return true;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let unit = rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || is_blank(c) || "一二三四五六七八九十百零".contains(c));
        return unit.len() < rest.len() && unit.starts_with(['编', '章', '节', '条', '部', '篇', '，', '、', ',']);
    }
    ["附件", "附：", "特此", "各位", "同志们"].iter().any(|w| text.starts_with(w))
}

/// Whether the blank before the line break is one between letters or in spaced-out words.
fn keeps_blank(source: &str, line: &Line) -> bool {
    if line.text_end == line.end {
        return false;
    }
    let mut last = line.text(source).chars().rev();
    match (last.next(), last.next()) {
        (Some(c), _) if c.is_ascii_alphanumeric() => true,
        (Some(c), Some(blank)) => is_ideograph(c) && is_blank(blank),
        _ => false,
    }
}

/// The measure of full lines, where the text is wrapped.
fn measure(source: &str, lines: &[Line]) -> Option<Full> {
    by_chars(source, lines).or_else(|| by_width(source, lines))
}

const WIDEST: usize = 160;

fn by_chars(source: &str, lines: &[Line]) -> Option<Full> {
    let mut counts = [0_usize; WIDEST + 1];
    let mut total = 0;
    for line in lines.iter().filter(|l| l.is_kept()) {
        total += 1;
        if let Some(count) = counts.get_mut(line.chars) {
            *count += 1;
        }
    }
    let (chars, &count) = counts.iter().enumerate().skip(18).max_by_key(|&(_, &count)| count)?;
    let longer = total - counts.iter().take(chars + 1).sum::<usize>();
    let full = Full::Chars(chars);
    (count >= 3 && count * 5 >= total && longer * 25 <= total && breaks_sentences(source, lines, full)).then_some(full)
}

fn by_width(source: &str, lines: &[Line]) -> Option<Full> {
    let mut counts = [0_usize; 2 * WIDEST + 1];
    let mut total = 0;
    for line in lines.iter().filter(|l| l.is_kept()) {
        total += 1;
        if let Some(count) = counts.get_mut(line.width) {
            *count += 1;
        }
    }
    // the widest band of five columns that many lines reach
    let mut best = (0, 0);
    for high in 40..counts.len() {
        let count = counts.get(high - 4..=high)?.iter().sum::<usize>();
        if count >= best.0 {
            best = (count, high);
        }
    }
    let (count, high) = best;
    let longer = total - counts.iter().take(high + 1).sum::<usize>();
    let full = Full::Width(high.checked_sub(4)?, high + 2);
    (count >= 6 && count * 5 >= total * 2 && longer * 25 <= total && breaks_sentences(source, lines, full))
        .then_some(full)
}

/// Whether most full lines break off in mid-sentence.
fn breaks_sentences(source: &str, lines: &[Line], full: Full) -> bool {
    let (mut all, mut broken) = (0, 0);
    for line in lines.iter().filter(|l| l.is_kept() && full.holds(l)) {
        all += 1;
        broken += usize::from(!ends_sentence(line.text(source)));
    }
    broken * 10 >= all * 7
}
