//! Titles of chapters whose numbers are left out.

use super::unnumbered::{Bold, Unnumbered};
use crate::MarkStyle;
use crate::lexer::chars::{ends_sentence, is_han};
use crate::lexer::mark::{Candidate, Place};
use crate::lexer::search;

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
