//! Marks and numerals that a machine has probably misread: `—、` for 一、, `2O19` for 2019.

use super::{fill, finding};
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::words::{ExactWords, exact_words};
use crate::document::{Document, ElementKind, Mark, MarkStyle, Piece};
use crate::lexer::char_set::CharSet;
use crate::lexer::decode::last_char;
use crate::lexer::numeral::han_digit;
use crate::lexer::search::{after, before, chars, first, has_space, is_one_of, last, position, skip, skip_back};
use crate::tree::SlotKind;

/// Checks every mark, and every numeral of the text.
pub(super) fn check(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    numerals(document, found);
    years(document, found);
    doc_numbers(document, found);
    for mark in document.outline().filter_map(|s| s.mark()) {
        if let Some(reading) = reading(mark, document.source()) {
            push(mark.span(), &mark.text(), &reading, found);
        }
    }
}

/// Document numbers that are not written as GB/T 9704 has them, where they are a letter's own: 青政发（2024）第05号.
fn doc_numbers(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let letter = |piece: &Piece<'_>| {
        [ElementKind::IssuingMark, ElementKind::Addressee].iter().any(|kind| piece.element(*kind).is_some())
    };
    for number in document.pieces().filter(letter).filter_map(|piece| piece.element(ElementKind::DocNumber)) {
        let text = number.text();
        let Some(right) = right_number(&text) else { continue };
        if right.ends_with("〕号") {
            let message = ("{0} lacks its number", "发文字号“{0}”缺发文顺序号");
            found.push(finding(DiagnosticCode::Misreading, number.span(), message, &[&text]));
        } else if right != text {
            push(number.span(), &text, &right, found);
        }
    }
}

/// A document number as it is to be written; `None` where it has other parts, as orders and announcements have.
fn right_number(text: &str) -> Option<String> {
    let open = position(text, |c| is_one_of(c, "〔［[【（("))?;
    let (organ, inner) = (before(text, open), after(text, open + first(after(text, open)).len_utf8()));
    let close = position(inner, |c| is_one_of(c, "〕］]】）)"))?;
    let (year, rest) = (before(inner, close).trim(), after(inner, close + first(after(inner, close)).len_utf8()));
    let number = rest.strip_suffix('号')?.trim();
    let number = number.strip_prefix('第').unwrap_or(number).trim().trim_start_matches('0');
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !digits(year) || !digits(number) || ["令", "告"].iter().any(|end| organ.ends_with(end)) {
        return None;
    }
    let century = match year.len() {
        4 => "",
        2 => "20",
        _ => return None,
    };
    // blanks in a copied text are no slip of the writer
    (!has_space(text)).then(|| [organ, "〔", century, year, "〕", number, "号"].concat())
}

fn push(span: Span, text: &str, reading: &str, found: &mut Vec<Diagnostic>) {
    found.push(
        finding(
            DiagnosticCode::Misreading,
            span,
            ("{0} was probably read for {1}", "“{0}”疑为“{1}”"),
            &[text, reading],
        )
        .with_help(&fill("write {0}", &[reading]), &fill("改为“{0}”", &[reading])),
    );
}

/// What a mark must have been where it is not written as marks are.
fn reading(mark: Mark<'_>, source: &str) -> Option<String> {
    let (text, style) = (mark.text(), mark.style());
    let last = last_char(&text)?;
    static LOOK_ALIKE: CharSet = CharSet::new("lI|丨Oo—－─-―‐ー=＝〔〕〉工兰人", &[]);
    let look_alike = style < MarkStyle::Roman && text.chars().any(|c| LOOK_ALIKE.contains(c));
    let punctuation = match style {
        MarkStyle::Arabic => matches!(last, ',' | '，'),
        // 一　总体要求 is a way to write it
        MarkStyle::Han if source[mark.span().end..].starts_with(char::is_whitespace) => false,
        MarkStyle::Han => !matches!(last, '、' | '\u{ff64}'),
        _ => false,
    };
    let number = mark.ordinal().filter(|_| look_alike || punctuation)?;
    Some(match style {
        MarkStyle::Arabic if !matches!(last, '.' | '．') => style.write(number).replace('.', "、"),
        _ => style.write(number),
    })
}

/// Numerals with letters for digits: 2O24, l2万元.
fn numerals(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let (tree, source) = (document.tree(), document.source());
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphabetic);
    let part = |b: &u8| b.is_ascii_digit() || matches!(b, b'O' | b'o' | b'l' | b'I');
    let mut until = 0;
    for place in memchr::memchr3_iter(b'O', b'o', b'l', source.as_bytes()) {
        let near = source.as_bytes();
        let behind = place.checked_sub(1).is_some_and(|before| digit(near.get(before)));
        if place < until || !behind && (near.get(place) != Some(&b'l') || !digit(near.get(place + 1))) {
            continue;
        }
        let leaf = tree.slot(tree.leaf_at(place as u32));
        let start = leaf.start as usize;
        if leaf.kind != SlotKind::Text {
            continue;
        }
        let text = &source[start..leaf.end as usize];
        let (bytes, at) = (text.as_bytes(), place - start);
        let from = bytes[..at].iter().rposition(|b| !part(b)).map_or(0, |i| i + 1);
        let to = at + bytes[at..].iter().take_while(|b| part(b)).count();
        until = start + to;
        let word = from > 0 && letter(bytes.get(from - 1)) || letter(bytes.get(to));
        // l2 may be the name of something, but l2万元 is an amount
        let counted = || {
            let sets_off = from > 0 && matches!(bytes.get(from - 1), Some(b'.' | b'-' | b'_' | b'/' | b'@'));
            !sets_off && COUNTED.begin(after(text, to)).is_some()
        };
        if word || to - from < 2 || !digit(bytes.get(from)) && !counted() {
            continue;
        }
        let seen = &text[from..to];
        let meant: String = seen
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    c
                } else if c == 'O' || c == 'o' {
                    '0'
                } else {
                    '1'
                }
            })
            .collect();
        push(Span::new(start + from, start + to), seen, &meant, found);
    }
}

/// What an amount or a date has behind its number.
const COUNTED: ExactWords = exact_words!(
    "万 亿 元 年 月 日 号 时 点 分 天 % ％ 个 人 名 次 户 项 条 件 家 处 台 辆 吨 亩 公里 公斤 毫米 厘米 米 余 多 周年 岁 届 期",
);

/// Years in Chinese characters with a letter or a digit for 〇: 二O二四, 二0二四.
fn years(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let (tree, source) = (document.tree(), document.source());
    let in_year = |c| han_digit(c).is_some() || matches!(c, 'O' | 'o' | '0');
    let mut until = 0;
    for place in memchr::memchr3_iter(b'O', b'o', b'0', source.as_bytes()) {
        let above = before(source, place);
        if place < until || han_digit(last(above)).is_none() {
            continue;
        }
        let start = skip_back(above, in_year).len();
        until = source.len() - skip(after(source, place), in_year).len();
        let (seen, rest) = (&source[start..until], after(source, until));
        let read = chars(seen) == 4 && matches!(first(seen), '一' | '二');
        let digits = || seen.chars().filter(|&c| han_digit(c).is_some()).count();
        let leaf = tree.slot(tree.leaf_at(place as u32));
        let inside = leaf.kind == SlotKind::Text && leaf.start as usize <= start && until <= leaf.end as usize;
        if read && inside && (rest.starts_with('年') || place == start + '二'.len_utf8() && digits() == 3) {
            let meant: String = seen.chars().map(|c| if c.is_ascii() { '〇' } else { c }).collect();
            push(Span::new(start, until), seen, &meant, found);
        }
    }
}
