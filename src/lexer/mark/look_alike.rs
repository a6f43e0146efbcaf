//! Marks that a machine misread: `—、` for 一、, `工、` for 二、, `l、` for 1、, `lO、` for 10、.

use super::place::place_after;
use super::{Candidate, Place, Reading, Scanner};
use crate::MarkStyle;
use crate::lexer::chars::{is_han, is_letter};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::first;

impl Scanner<'_> {
    /// —、 read for 一、, —是 for 一是, 工、 for 二、, l、 for 1、, lO、 for 10、
    pub(super) fn read_look_alike(&self, at: usize, rest: &str) -> Option<Reading> {
        let first = char_at(rest, 0)?;
        let mut len = first.len_utf8();
        let dash = is_dash(first) && first != '-';
        if dash
            && char_at(rest, len) == Some('是')
            && self.char_before(at) != Some(first)
            && place_after(&self.text[..at]) >= Place::Sentence
        {
            len += '是'.len_utf8();
            return Some(Reading { len, style: MarkStyle::Is, ordinal: 1, misread: true, firm: true, decimal: None });
        }
        let (style, mut ordinal) = match first {
            'l' | 'I' | '|' | '丨' => (MarkStyle::Arabic, 1),
            '工' => (MarkStyle::Han, 2),
            '兰' => (MarkStyle::Han, 3),
            '人' => (MarkStyle::Han, 8),
            _ => (MarkStyle::Han, 1),
        };
        // a second digit, and no word
        let second = match rest.as_bytes().get(1) {
            Some(&digit) if first == 'l' && digit.is_ascii_digit() => Some(u32::from(digit - b'0')),
            Some(b'O' | b'o') if first == 'l' => Some(0),
            _ => None,
        };
        if let Some(digit) = second {
            (ordinal, len) = (10 + digit, len + 1);
        }
        let next = char_at(rest, len)?;
        // —,关于…… where a sentence may begin, not —,二、三产业
        let twice = matches!(next, ',' | '，' | '.')
            && dash
            && place_after(&self.text[..at]) >= Place::Sentence
            && !rest[len + next.len_utf8()..].starts_with(is_han_numeral);
        if next != '、' && !(next == '.' && style == MarkStyle::Arabic) && !twice {
            return None;
        }
        let before = self.char_before(at);
        let word = |c: char| is_han(c) && is_han(first) || first == 'ー' && is_letter(c);
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == first || word(c)) {
            return None;
        }
        // an ideograph is likelier a word of its own (工、农、商) than a misread numeral
        let firm = !is_han(first);
        Some(Reading { len: len + next.len_utf8(), style, ordinal, misread: true, firm, decimal: None })
    }
}

/// Makes 一、 of l、 where 二、 counts on from it, and no 2.
pub(super) fn han_ones(text: &str, found: &mut [Candidate]) {
    /// How many marks are looked through for the second.
    const NEAR: usize = 64;
    for i in 0..found.len() {
        let Some((one, behind)) = found.get_mut(i..).and_then(<[Candidate]>::split_first_mut) else { return };
        let letter = || matches!(first(&text[one.start as usize..]), 'l' | 'I' | '|' | '丨');
        if one.style != MarkStyle::Arabic || !one.misread || one.ordinal != 1 || one.place < Place::Line || !letter() {
            continue;
        }
        let next = |c: &&mut Candidate| matches!(c.style, MarkStyle::Arabic | MarkStyle::Han) && c.place == Place::Line;
        let next = behind.iter_mut().take(NEAR).find(next);
        if next.is_some_and(|c| c.style == MarkStyle::Han && c.ordinal == 2) {
            one.style = MarkStyle::Han;
        }
    }
}

/// What is read for 一.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '—' | '－' | '-' | '─' | '―' | '‐' | 'ー')
}
