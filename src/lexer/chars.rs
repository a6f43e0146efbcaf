//! Classes of characters that structure depends on.

use crate::lexer::search::{first, is_one_of};

/// A Chinese ideograph.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// A blank within a line; a line break is none.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t' | '\u{c}' | '\u{a0}' | '\r' | '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// What ends a line but for `\n`: a return that no `\n` follows (old systems), the vertical tab (word processors), and the
/// separators of Unicode.
pub(crate) const OTHER_LINE_BREAKS: [char; 4] = ['\r', '\u{b}', '\u{2028}', '\u{2029}'];

/// Where the first line break stands in a run of blanks and line breaks.
pub(crate) fn line_break(run: &str) -> Option<usize> {
    memchr::memchr(b'\n', run.as_bytes()).or_else(|| run.find(OTHER_LINE_BREAKS))
}

/// A character that ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';')
}

/// A colon.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// A comma, or the pause mark between the words of a list.
pub(crate) fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',' | '、')
}

/// A closing quotation mark or bracket.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '》' | '〉' | '」' | '』' | '】' | '〕' | ']')
}

/// An opening bracket of a mark such as （一）.
pub(crate) fn is_paren_open(c: char) -> bool {
    matches!(c, '（' | '(' | '﹙')
}

/// A closing bracket of a mark such as （一）.
pub(crate) fn is_paren_close(c: char) -> bool {
    matches!(c, '）' | ')' | '﹚')
}

/// A letter of the scripts that Chinese documents have, or an ideograph.
pub(crate) fn is_letter(c: char) -> bool {
    is_han(c)
        || c.is_ascii_alphabetic()
        || matches!(c,
            '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{1fff}' | '\u{2160}'..='\u{2188}' | '々' | '\u{3041}'..='\u{318f}'
            | '\u{a000}'..='\u{abff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{fb1c}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'
            | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'
            if !matches!(c, '×' | '÷'))
}

/// A digit or a sign that counts: 3 ３ ① ⑴ ㈠ Ⅲ ½.
pub(crate) fn is_number(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c,
            '²' | '³' | '¹' | '¼' | '½' | '¾' | '\u{2070}'..='\u{2089}' | '\u{2150}'..='\u{218b}' | '\u{2460}'..='\u{249b}'
            | '\u{24ea}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '〇' | '\u{3021}'..='\u{3029}' | '\u{3220}'..='\u{3229}'
            | '\u{3251}'..='\u{325f}' | '\u{3280}'..='\u{3289}' | '０'..='９')
}

/// Whether a text is a year of four digits, without 年.
pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The same, also misread: 2O26.
pub(crate) fn is_year_as_read(text: &str) -> bool {
    text.len() == 4 && matches!(first(text), '1' | '2') && text.bytes().all(|b| b.is_ascii_digit() || b == b'O')
}

/// A letter or a number: what words are made of.
pub(crate) fn is_word(c: char) -> bool {
    is_letter(c) || is_number(c)
}

/// Whether a sign sets off a heading or an item behind it: `▶主要做法`.
pub(crate) fn is_bullet(c: char) -> bool {
    is_one_of(c, "▶►▷▸◆◇■□●★☆▲△▌▍◎❖➤")
}
