//! Counts that the text announces: 主要有以下七方面经验, ……汇编（5篇）.

use super::finding;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::words::{ExactWords, exact_words};
use crate::document::{Document, ElementKind, Piece, Section};
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::{ends_sentence, is_colon};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::{is_han_numeral, read_arabic, read_han};
use crate::lexer::search::{after, before, first, has, has_any, suffix};
use crate::tree::SlotKind;

/// What a list is counted in.
const UNITS: ExactWords = exact_words!(
    "个方面 方面 个问题 个特点 个重点 个环节 个原因 个坚持 条 点 项 件事 件 大 层 个关系 个阶段 个字 种 个必须 句话 步",
);

static FIRST_OF_UNITS: CharSet = CharSet::new("个方条点项件大层种句步", &[]);

/// Words before the number that announce a list.
const ANNOUNCING: ExactWords = exact_words!(
    "以下 下面 下列 如下 主要有 主要是 做好 抓好 抓住 突出 归纳 概括 总结 归结 强调 至少有 共有 办好 有这么 要求",
);

/// Such words that must stand in the same clause: 我讲三点, but not 逐一谈心，征求到意见7条.
const SAYING: ExactWords = exact_words!("讲 提 谈 从");

/// How far before a list its announcement may stand, in bytes.
const REACH: usize = 41 * "字".len();

/// Checks the lists of a piece against what is announced right before them.
pub(super) fn check(piece: Piece<'_>, found: &mut Vec<Diagnostic>) {
    check_list(piece.document, piece.at, piece.sections(), found);
    for section in piece.descendants() {
        check_list(section.document, section.at, section.sections(), found);
    }
}

fn check_list<'d>(
    document: &Document<'_>,
    at: u32,
    sections: impl Iterator<Item = Section<'d>> + Clone,
    found: &mut Vec<Diagnostic>,
) {
    let marked = sections.filter(|s| s.mark().is_some());
    let mut two = marked.clone();
    let (Some(first), Some(_)) = (two.next(), two.next()) else { return };
    let Some(text) = text_before(document, at, first.at) else { return };
    let announced = announcements(document.source(), text);
    let Some(&Announcement { count: named, at_least, span }) = announced.last() else { return };
    let style = first.mark().map(|m| m.style());
    // the run that the announcement stands before: up to where its numbering begins anew
    let mut last = 0;
    let count = marked
        .take_while(|s| {
            let mark = s.mark();
            let number = mark.and_then(|m| m.ordinal()).unwrap_or(last + 1);
            let goes_on = mark.map(|m| m.style()) == style && number >= last;
            last = number;
            goes_on
        })
        .count() as u32;
    let fits = announced.iter().any(|a| a.count == count) || at_least && count > named;
    if !fits && count >= 2 {
        found.push(
            finding(
                DiagnosticCode::CountMismatch,
                span,
                ("{0} announced, {1} found", "文中称{0}，实有{1}"),
                &[&named.to_string(), &count.to_string()],
            )
            .with_label(first.span_of_mark(), "the list", "列举由此开始"),
        );
    }
}

/// The text leaf that ends where the first section of a list begins.
fn text_before(document: &Document<'_>, at: u32, first: u32) -> Option<Span> {
    let tree = document.tree();
    let leaf =
        tree.children(at).take_while(|&i| i < first).filter(|&i| tree.slot(i).kind == SlotKind::Text).last().or_else(
            || tree.children(at).take_while(|&i| i < first).filter(|&i| tree.slot(i).kind == SlotKind::Title).last(),
        )?;
    Some(document.span_of(leaf))
}

/// A number of things that a text announces, and where it stands.
struct Announcement {
    count: u32,
    /// 符合下列三项以上的: more may be listed.
    at_least: bool,
    span: Span,
}

/// The numbers that the end of `text` announces: 抓好以下六个方面二十项工作.
fn announcements(source: &str, text: Span) -> Vec<Announcement> {
    static NUMERALS: CharSet =
        CharSet::new("〇零○一壹二贰两三叁四肆五伍六陆七柒八捌九玖十百千廿卅", &[('0', '9'), ('０', '９')]);
    let whole = &source[text.range()];
    let trimmed = whole.trim_end_matches(|c: char| is_colon(c) || ends_sentence(c) || c.is_whitespace());
    let near = suffix(trimmed, REACH);
    let (mut found, mut skip) = (Vec::new(), 0);
    while let Some(i) = NUMERALS.find(near, skip) {
        let rest = after(near, i);
        let Some(numeral) = read_han(rest).or_else(|| read_arabic(rest)) else {
            skip = i + first(rest).len_utf8();
            continue;
        };
        skip = i + numeral.len;
        let counted = after(rest, numeral.len);
        if !(2..=30).contains(&numeral.value) || !FIRST_OF_UNITS.contains(first(counted)) {
            continue;
        }
        let Some(unit) = UNITS.begin(counted) else { continue };
        // what follows a colon is the list already: 主要有四个问题：第一是……
        if !has(counted, |c| ends_sentence(c) || is_colon(c)) {
            let words = before(near, i);
            let from = |ends: fn(char) -> bool| {
                words.char_indices().rfind(|&(_, c)| ends(c)).map_or(words, |(at, _)| after(words, at))
            };
            let clause = from(|c| ends_sentence(c) || matches!(c, '，' | ','));
            let announces = SAYING.stand_in(clause) || ANNOUNCING.stand_in(from(ends_sentence));
            if announces && !words.ends_with('第') {
                let start = text.start + (trimmed.len() - near.len()) + i;
                let at_least = exact_words!("以上 或以上 及以上").begin(after(counted, unit)).is_some()
                    || has_any(clause, &["至少"]);
                found.push(Announcement {
                    count: numeral.value,
                    at_least,
                    span: Span::new(start, start + numeral.len),
                });
            }
        }
    }
    found
}

/// Checks the number of pieces that the title of a compilation gives: ……（通用10篇）.
pub(super) fn check_pieces(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let count = document.pieces().count() as u32;
    let title = document.pieces().next().and_then(|p| p.element(ElementKind::CollectionTitle)).map(|e| e.span());
    // without a title of its own the compilation is named in the site's lines before the first piece
    let head = || {
        let first = document.pieces().next()?.span().start;
        document
            .noise()
            .map(|n| n.span())
            .find(|n| n.end <= first && pieces_named(&document.source()[n.range()]).is_some())
    };
    let Some(span) = title.or_else(head) else { return };
    let Some((announced, place)) = pieces_named(&document.source()[span.range()]) else { return };
    if announced != count {
        let place = Span::new(span.start + place.start, span.start + place.end);
        found.push(
            finding(
                DiagnosticCode::CountMismatch,
                place,
                ("{0} pieces announced, {1} found", "标题称{0}篇，实有{1}篇"),
                &[&announced.to_string(), &count.to_string()],
            )
            .with_help("the source may be a preview; look for the whole document", "来源可能只是预览，请核对完整文件"),
        );
    }
}

/// The number before 篇 in a title, and where it stands.
fn pieces_named(title: &str) -> Option<(u32, Span)> {
    for (i, _) in title.match_indices('篇') {
        let digits = |c: char| c.is_ascii_digit() || is_han_numeral(c);
        let from = title[..i].rfind(|c| !digits(c)).map_or(0, |j| j + char_at(title, j).map_or(1, char::len_utf8));
        let number = &title[from..i];
        let numeral = read_han(number).or_else(|| read_arabic(number)).filter(|n| n.len == number.len());
        if let Some(numeral) = numeral.filter(|n| (2..=500).contains(&n.value))
            && !title[..from].ends_with('第')
        {
            return Some((numeral.value, Span::new(from, i)));
        }
    }
    None
}
