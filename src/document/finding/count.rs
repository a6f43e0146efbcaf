//! Counts that the text announces: 主要有以下七方面经验, ……汇编（5篇）.

use super::finding;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::words::{ExactWords, exact_words};
use crate::document::{Document, ElementKind, Piece, Section};
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::{ends_sentence, is_closing, is_colon, is_comma, is_word};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::{is_han_numeral, read_arabic, read_han};
use crate::lexer::search::{after, before, chars, first, has, has_any, position, suffix};
use crate::tree::SlotKind;

/// What a list is counted in.
const UNITS: ExactWords = exact_words!(
    "个方面 方面 个问题 个特点 个重点 个环节 个原因 个坚持 条 点 项 件事 件 大 层 个关系 个阶段 个字 种 个必须 句话 步 \
     类 个原则 个目标 个步骤 个层面 个难题 个短板 个不足 个变化 个结合 个转变 个突出问题",
);

/// What a list is counted in where 以下 or 下列 says that the list is what is counted: 提交下列四份材料.
const UNITS_BELOW: ExactWords = exact_words!("个 份 类 名 家 处 篇 部 位");

static FIRST_OF_UNITS: CharSet = CharSet::new("个方条点项件大层种句步类份名家处篇部位", &[]);

/// Words before the number that announce a list.
const ANNOUNCING: ExactWords = exact_words!(
    "以下 下面 下列 如下 主要有 主要是 做好 抓好 抓住 突出 归纳 概括 总结 归结 强调 至少有 共有 办好 有这么",
);

/// Such words that must stand in the same clause: 我讲三点, but not 逐一谈心，征求到意见7条, nor 按照省里要求，8项任务.
const SAYING: ExactWords = exact_words!("讲 提 谈 从 要求");

/// What announces the list in place of a number before it: 提出了5条意见，现将整改情况报告如下.
const ANNOUNCING_ITSELF: ExactWords = exact_words!("以下 下列 几点 几个 几方面 几条 几项 几件");

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
    let marked = sections.clone().filter(|s| s.mark().is_some());
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
    let fits = |count| announced.iter().any(|a| a.count == count) || at_least && count > named;
    // 办好以下六件实事：一、…… with 1. to 3. 二、…… with 4. to 6.
    let parts = || sections.clone().flat_map(Section::sections).filter(|s| s.mark().is_some()).count() as u32;
    if count >= 2 && !fits(count) && !fits(parts()) {
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

/// The text that ends where the first section of a list begins, or the title above it.
fn text_before(document: &Document<'_>, at: u32, first: u32) -> Option<Span> {
    let tree = document.tree();
    let last = |kind| {
        let leaves = tree.children(at).take_while(|&i| i < first).filter(|&i| tree.slot(i).kind == kind);
        leaves.map(|i| document.span_of(i)).filter(|span| has(&document.source()[span.range()], is_word)).last()
    };
    last(SlotKind::Text).or_else(|| last(SlotKind::Title))
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
        let words = before(near, i);
        let unit = UNITS.begin(counted).or_else(|| {
            exact_words!("以下 下列").end(words)?;
            UNITS_BELOW.begin(counted)
        });
        let Some(unit) = unit else { continue };
        let counted = after(counted, unit);
        // what follows a colon is the list already: 主要有四个问题：第一是……; 实施“五项工程” names something
        let quoted = last_of(words, |c| matches!(c, '“' | '”')).starts_with('“');
        if has(counted, |c| ends_sentence(c) || is_colon(c)) || words.ends_with('第') || quoted {
            continue;
        }
        let later = position(counted, is_clause_end).map(|end| after(counted, end));
        let clause = last_of(words, |c| ends_sentence(c) || is_clause_end(c));
        // of a number in an earlier clause its own words must announce it, and those behind it nothing else
        let announces = SAYING.stand_in(clause)
            || ANNOUNCING.stand_in(if later.is_some() { clause } else { last_of(words, ends_sentence) })
            || is_colon(first(after(source, text.start + trimmed.len()))) && names_list(counted);
        let otherwise = ANNOUNCING_ITSELF.stand_in(counted)
            || later.is_some_and(|later| {
                exact_words!("如下 下面").stand_in(later) || exact_words!("有 是 为 包括").end(later).is_some()
            });
        if announces && !otherwise {
            let start = text.start + (trimmed.len() - near.len()) + i;
            let at_least = exact_words!("以上 或以上 及以上").begin(counted).is_some() || has_any(clause, &["至少"]);
            found.push(Announcement { count: numeral.value, at_least, span: Span::new(start, start + numeral.len) });
        }
    }
    found
}

/// Whether what is counted stands between its number and the colon before the list: 面临四个特点：, 五个方面的问题：, but
/// neither 8项任务进展情况： nor 五项工程的措施：.
fn names_list(counted: &str) -> bool {
    let noun = counted.strip_prefix('的').unwrap_or(counted);
    chars(noun) <= 4
        && !has(noun, |c| is_comma(c) || is_closing(c) || c == '的')
        && exact_words!("情况 进展 落实 完成 以来").end(noun).is_none()
}

fn is_clause_end(c: char) -> bool {
    matches!(c, '，' | ',')
}

/// `text` from its last character of a class on.
fn last_of(text: &str, class: fn(char) -> bool) -> &str {
    text.char_indices().rfind(|&(_, c)| class(c)).map_or(text, |(at, _)| after(text, at))
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
