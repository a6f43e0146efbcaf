//! Matching that sees through stray blanks, half-width punctuation and full-width digits.

/// Whether `c` is a blank within a line.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{feff}' | '\r' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// The form in which characters are compared: punctuation full-width, digits half-width, inner title marks as outer.
pub(crate) fn fold(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        '〈' => '《',
        '〉' => '》',
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

/// The text from byte `at` on.
pub(crate) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The character at byte `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    rest(text, at).chars().next()
}

/// The byte after the blanks at `at`, staying on the line.
pub(crate) fn skip_blanks(text: &str, at: usize) -> usize {
    at + rest(text, at).find(|c| !is_blank(c)).unwrap_or(text.len().saturating_sub(at))
}

/// The byte after the blanks and line breaks at `at`.
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    at + rest(text, at).find(|c: char| !is_blank(c) && c != '\n').unwrap_or(text.len().saturating_sub(at))
}

/// The longest stretch, in bytes, that is looked through for a line's end: what is longer is no line of a form.
const LONGEST_LINE: usize = 4096;

/// Where the line that `at` stands on ends, before its break; a place inside it where it is very long.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    let stretch = bounded(text, at, LONGEST_LINE);
    memchr::memchr(b'\n', stretch.as_bytes()).map_or(at + stretch.len(), |n| at + n)
}

/// At most `bytes` of the text from `at` on.
pub(crate) fn bounded(text: &str, at: usize, bytes: usize) -> &str {
    let mut end = text.len().min(at.saturating_add(bytes));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(at..end).unwrap_or_default()
}

/// `end` drawn back over blanks and line breaks, not before `start`.
pub(crate) fn trim_end(text: &str, start: usize, end: usize) -> usize {
    let kept = text.get(start..end).unwrap_or_default();
    start + kept.trim_end_matches(|c: char| is_blank(c) || c == '\n').len()
}

/// Where `pattern` ends if the text at `at` reads so, stray blanks aside.
pub(crate) fn eat(text: &str, at: usize, pattern: &str) -> Option<usize> {
    let mut chars = rest(text, at).char_indices();
    let mut end = at;
    for wanted in pattern.chars() {
        let wanted = fold(wanted);
        loop {
            let (i, c) = chars.next()?;
            if fold(c) == wanted {
                end = at + i + c.len_utf8();
                break;
            }
            if end == at || !is_blank(c) {
                return None;
            }
        }
    }
    Some(end)
}

/// Where the first fitting word of a list ends.
pub(crate) fn eat_any(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let first = fold(char_at(text, at)?);
    words.iter().filter(|word| word.chars().next().map(fold) == Some(first)).find_map(|word| eat(text, at, word))
}

/// Where `pattern` begins if `text[from..end]` ends so, stray blanks aside.
pub(crate) fn eat_back(text: &str, from: usize, end: usize, pattern: &str) -> Option<usize> {
    let mut chars = text.get(from..end).unwrap_or_default().char_indices().rev();
    let mut start = None;
    for wanted in pattern.chars().rev() {
        let wanted = fold(wanted);
        loop {
            let (i, c) = chars.next()?;
            if fold(c) == wanted {
                start = Some(from + i);
                break;
            }
            if !is_blank(c) && c != '\n' {
                return None;
            }
        }
    }
    start
}

/// Whether `text[from..end]` ends in one of the words.
pub(crate) fn ends_in(text: &str, from: usize, end: usize, words: &[&str]) -> bool {
    let stretch = text.get(from..end).unwrap_or_default();
    let Some(last) = stretch.chars().rev().find(|&c| !is_blank(c) && c != '\n').map(fold) else { return false };
    words
        .iter()
        .filter(|word| word.chars().next_back().map(fold) == Some(last))
        .any(|word| eat_back(text, from, end, word).is_some())
}

/// Whether `pattern` stands somewhere in a short text.
pub(crate) fn holds(text: &str, pattern: &str) -> bool {
    text.char_indices().any(|(i, _)| eat(text, i, pattern).is_some())
}

/// The number of characters, blanks aside.
pub(crate) fn width(text: &str) -> usize {
    text.chars().filter(|&c| !is_blank(c) && c != '\n').count()
}

/// The words of a word list: one or more on a line, `#` opens a comment.
pub(crate) fn words(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}
