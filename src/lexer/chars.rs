//! Classes of characters that structure depends on.

/// A Chinese ideograph.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// A blank within a line; a line break is none.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t' | '\u{a0}' | '\r' | '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
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
