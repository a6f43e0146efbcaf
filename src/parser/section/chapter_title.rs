//! Titles of chapters whose numbers are left out, and of annexes.

use super::unnumbered::{Bold, Unnumbered};
use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{ends_sentence, is_blank, is_han};
use crate::lexer::mark::{Candidate, Place};
use crate::lexer::search::{self, any_of};

/// Those that are glued to their first articles: `……。法律责任第四十二条 ……`, `……。附则第一条`.
pub(super) fn above_articles(body: &str, candidates: &[Candidate]) -> impl Iterator<Item = Unnumbered> {
    /// The longest such title, in characters.
    const TITLE: usize = 14;
    let mut last = 0;
    let articles = candidates.iter().filter(|c| c.style == MarkStyle::Article);
    articles.filter(|c| c.firm || c.place == Place::Sentence).filter_map(move |article| {
        let above = search::suffix(search::before(body, article.start as usize), (TITLE + 1) * '字'.len_utf8());
        let title = search::after(above, search::skip_back(above, is_han).len());
        // an article may be lost, and a chapter may count its own
        let follows = last > 0 && (last + 1..=last + 2).contains(&article.ordinal);
        let anew = article.ordinal == 1 && (last > 1 || title.ends_with('则'));
        last = if follows || anew || last == 0 { article.ordinal } else { last };
        let before = search::before(body, article.start as usize - title.len());
        let ended = before.is_empty() || before.ends_with(|c| ends_sentence(c) || c == '\n');
        let named = search::chars(title) >= 4 || title.ends_with('则');
        ((follows || anew) && ended && named && !title.starts_with('第')).then(|| Unnumbered {
            start: article.start - title.len() as u32,
            end: article.start,
            bold: Bold::No,
        })
    })
}

/// The annexes of a standard, which stand as chapters: `附录A`, `附　录　B（资料性）`.
pub(super) fn annexes(body: &str, breaks: Breaks<'_>) -> impl Iterator<Item = Unnumbered> {
    breaks.lines(body.len()).filter_map(|(start, end)| {
        let line = search::trim_start(body.get(start..end).unwrap_or_default());
        let start = (end - line.len()) as u32;
        let line = search::trim_end(line);
        is_annex(line).then(|| Unnumbered { start, end: start + line.len() as u32, bold: Bold::No })
    })
}

/// Whether a line opens an annex with its letter, and is no sentence on it: 附录A给出了……
pub(super) fn is_annex(line: &str) -> bool {
    /// The longest of them, in bytes.
    const LONGEST: usize = 120;
    let Some(rest) = line.strip_prefix('附').and_then(|rest| search::skip(rest, is_blank).strip_prefix('录')) else {
        return false;
    };
    let rest = search::skip(rest, is_blank);
    let title = search::after(rest, 1);
    rest.starts_with(|c: char| c.is_ascii_uppercase())
        && (title.is_empty() || title.starts_with(|c| is_blank(c) || matches!(c, '（' | '(')))
        && line.len() <= LONGEST
        && !title.contains(any_of("。；：，"))
}
