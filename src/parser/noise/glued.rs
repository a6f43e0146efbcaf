//! Noise glued to the text: a source note before a speech, page counts, an examiner's remarks.

use super::Cut;
use super::line::is_blank;
use crate::{NoiseKind, Span};

/// Adds what is glued to the lines of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    source_note(text, cuts);
    remarks(text, cuts);
    page_counts(text, cuts);
}

/// `出处：……第1版` at the start of the text.
fn source_note(text: &str, cuts: &mut Vec<Cut>) {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let head: String = text.get(start..).unwrap_or_default().chars().take(8).filter(|&c| !is_blank(c)).collect();
    if !(head.starts_with("出处：") || head.starts_with("出处:") || head.starts_with("【出处】")) {
        return;
    }
    let mut seen = '\0';
    let mut end = None;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices().take(120) {
        if c == '\n' || c == '\u{3000}' && seen == '\u{3000}' {
            end = end.or(Some(at));
            break;
        }
        if c == '版' && seen.is_ascii_digit() {
            end = Some(at + c.len_utf8());
        }
        if !(is_blank(c) && c != '\u{3000}') {
            seen = c;
        }
    }
    if let Some(end) = end {
        cuts.push((Span::new(start, start + end), NoiseKind::Boilerplate));
    }
}

/// `参考答案说明：……` up to the next answer, and the line 参考答案一.
fn remarks(text: &str, cuts: &mut Vec<Cut>) {
    for at in memchr::memmem::find_iter(text.as_bytes(), "参考答案".as_bytes()) {
        let rest = text.get(at + "参考答案".len()..).unwrap_or_default();
        let line = rest.get(..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())).unwrap_or_default();
        let end = if line.starts_with("说明：") || line.starts_with("说明:") {
            line.len()
        } else {
            let number = line.trim_start_matches(|c: char| "一二三四五".contains(c) || c.is_ascii_digit());
            if line.len() - number.len() > 6 || !(number.trim().is_empty() || at == 0) {
                continue;
            }
            line.len() - number.len()
        };
        cuts.push((Span::new(at, at + "参考答案".len() + end), NoiseKind::Boilerplate));
    }
}

/// `第 1 页 共 9 页` within a line.
fn page_counts(text: &str, cuts: &mut Vec<Cut>) {
    for at in memchr::memmem::find_iter(text.as_bytes(), "页".as_bytes()) {
        let after = text.get(at + 3..).unwrap_or_default();
        let Some(tail) = after.trim_start_matches([' ', '/', '，', ',', '\u{3000}']).strip_prefix('共') else {
            continue;
        };
        let Some((number, rest)) = number(tail) else { continue };
        if number == 0 || !rest.starts_with('页') {
            continue;
        }
        let before = text.get(..at).unwrap_or_default().trim_end_matches(' ');
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(' ');
        let Some(head) = head.strip_suffix('第').filter(|h| h.len() < before.len()) else { continue };
        let end = text.len() - rest.len() + 3;
        cuts.push((Span::new(head.len(), end), NoiseKind::PageNumber));
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start_matches(' ');
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits)?.parse().ok()?;
    Some((number, text.get(digits..)?.trim_start_matches(' ')))
}
