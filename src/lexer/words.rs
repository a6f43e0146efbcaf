//! Lists of words that a text is asked for at one place after the other.
//!
//! Words are found through stray blanks, half-width punctuation and full-width digits.

use super::chars::is_blank;

/// A list of words, indexed at compile time by what they begin with and what they end in, so that
/// a place where none of them stands costs next to nothing. Made by [`words!`](crate::lexer::words::words).
pub(crate) struct Words {
    list: &'static str,
    /// Start and length of each word in the list.
    spans: &'static [(u16, u8)],
    first: Signs,
    last: Signs,
}

/// The first or the last characters of all words, each by its low bits.
#[derive(Clone, Copy)]
struct Signs {
    /// A bit for the low six bits of each.
    mask: u64,
    /// The low eight bits of each, in the order of the words.
    bytes: &'static [u8],
}

impl Signs {
    fn may_have(&self, c: char) -> bool {
        self.mask >> (c as u32 & 63) & 1 != 0
    }

    fn words(&self, c: char) -> impl Iterator<Item = usize> {
        memchr::memchr_iter(c as u8, self.bytes)
    }
}

impl Words {
    /// Where the first word of the list that stands at byte `at` of `text` ends.
    #[inline]
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<usize> {
        let c = fold(char_at(text, at)?);
        if self.first.may_have(c) { self.read(text, at, c) } else { None }
    }

    #[inline(never)]
    fn read(&self, text: &str, at: usize, first: char) -> Option<usize> {
        self.first.words(first).find_map(|n| eat(text, at, self.word(n)))
    }

    /// Whether `text[from..end]` ends in one of the words.
    pub(crate) fn ends(&self, text: &str, from: usize, end: usize) -> bool {
        let stretch = text.get(from..end).unwrap_or_default();
        let Some(last) = stretch.chars().rev().find(|&c| !is_blank(c) && c != '\n').map(fold) else { return false };
        self.last.may_have(last) && self.last.words(last).any(|n| eat_back(text, from, end, self.word(n)).is_some())
    }

    fn word(&self, n: usize) -> &'static str {
        let (start, len) = self.spans.get(n).copied().unwrap_or_default();
        self.list.get(usize::from(start)..usize::from(start) + usize::from(len)).unwrap_or_default()
    }
}

/// `words!("特此通知 此复")` is a `&'static Words` of these words; the argument can be an `include_str!`
/// whose words stand one or more on a line, and where `#` opens a comment.
macro_rules! words {
    ($list:expr) => {{
        const LIST: &str = $list;
        static TABLE: $crate::lexer::words::Table<{ $crate::lexer::words::count(LIST) }> =
            $crate::lexer::words::Table::new(LIST);
        static WORDS: $crate::lexer::words::Words = TABLE.words(LIST);
        &WORDS
    }};
}
pub(crate) use words;

/// What [`Words`] refers to.
pub(crate) struct Table<const N: usize> {
    spans: [(u16, u8); N],
    first: [u8; N],
    last: [u8; N],
    first_mask: u64,
    last_mask: u64,
}

impl<const N: usize> Table<N> {
    pub(crate) const fn new(list: &str) -> Self {
        let mut table = Self { spans: [(0, 0); N], first: [0; N], last: [0; N], first_mask: 0, last_mask: 0 };
        let bytes = list.as_bytes();
        let (mut at, mut n) = (0, 0);
        while let Some((start, end)) = next_word(bytes, at) {
            let mut last = end - 1;
            while bytes[last] & 0xc0 == 0x80 {
                last -= 1;
            }
            let (first, last) = (fold_code(decode(bytes, start)), fold_code(decode(bytes, last)));
            table.spans[n] = (start as u16, (end - start) as u8);
            table.first[n] = first as u8;
            table.last[n] = last as u8;
            table.first_mask |= 1 << (first & 63);
            table.last_mask |= 1 << (last & 63);
            n += 1;
            at = end;
        }
        table
    }

    pub(crate) const fn words(&'static self, list: &'static str) -> Words {
        Words {
            list,
            spans: &self.spans,
            first: Signs { mask: self.first_mask, bytes: &self.first },
            last: Signs { mask: self.last_mask, bytes: &self.last },
        }
    }
}

/// How many words a list has.
pub(crate) const fn count(list: &str) -> usize {
    let (mut at, mut n) = (0, 0);
    while let Some((_, end)) = next_word(list.as_bytes(), at) {
        n += 1;
        at = end;
    }
    n
}

/// The word at or after `at`, which is no place inside of a word.
const fn next_word(list: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut start = at;
    while start < list.len() && (list[start].is_ascii_whitespace() || list[start] == b'#') {
        if list[start] == b'#' {
            while start < list.len() && list[start] != b'\n' {
                start += 1;
            }
        } else {
            start += 1;
        }
    }
    let mut end = start;
    while end < list.len() && !list[end].is_ascii_whitespace() {
        end += 1;
    }
    if end > start { Some((start, end)) } else { None }
}

/// The form in which characters are compared: punctuation full-width, digits half-width, inner title marks as outer.
pub(crate) fn fold(c: char) -> char {
    // nearly all characters are their own form
    if matches!(c, '0'..='9' | 'a'..='z' | '\u{300a}'..='\u{fe00}') {
        return c;
    }
    char::from_u32(fold_code(c as u32)).unwrap_or(c)
}

const fn fold_code(code: u32) -> u32 {
    match code {
        // ! ( ) , : ; ?
        0x21 | 0x28 | 0x29 | 0x2c | 0x3a | 0x3b | 0x3f => code + 0xfee0,
        // ０ to ９
        0xff10..=0xff19 => code - 0xfee0,
        // 〈 〉
        0x3008 | 0x3009 => code + 2,
        _ => code,
    }
}

/// The code point at `at` of UTF-8 `bytes`, below U+10000.
const fn decode(bytes: &[u8], at: usize) -> u32 {
    let lead = bytes[at] as u32;
    if lead < 0x80 {
        lead
    } else if lead < 0xe0 {
        (lead & 31) << 6 | bytes[at + 1] as u32 & 63
    } else {
        (lead & 15) << 12 | (bytes[at + 1] as u32 & 63) << 6 | bytes[at + 2] as u32 & 63
    }
}

/// The character at byte `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Where `word` ends if the text at `at` reads so, stray blanks aside.
pub(crate) fn eat(text: &str, at: usize, word: &str) -> Option<usize> {
    let (bytes, word_bytes) = (text.as_bytes(), word.as_bytes());
    let (mut end, mut read) = (at, 0);
    while read < word.len() {
        // an ideograph stands for itself only
        if bytes.get(end).is_some_and(|lead| (0xe4..=0xe9).contains(lead)) {
            if bytes.get(end..end + 3) != word_bytes.get(read..read + 3) {
                return None;
            }
            (end, read) = (end + 3, read + 3);
            continue;
        }
        let (c, wanted) = (char_at(text, end)?, char_at(word, read)?);
        if fold(c) == fold(wanted) {
            read += wanted.len_utf8();
        } else if read == 0 || !is_blank(c) {
            return None;
        }
        end += c.len_utf8();
    }
    Some(end)
}

/// Where `word` begins if `text[from..end]` ends so, stray blanks aside.
pub(crate) fn eat_back(text: &str, from: usize, end: usize, word: &str) -> Option<usize> {
    let mut chars = text.get(from..end).unwrap_or_default().char_indices().rev();
    let mut start = None;
    for wanted in word.chars().rev() {
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

#[cfg(test)]
mod tests {
    use super::{Words, count, fold};

    static CLOSING: &Words = words!("# a comment\n特此通知 特此\n此复 （完） 第1次");

    #[test]
    fn words_are_read_at_a_place() {
        assert_eq!(count("# none\n"), 0);
        for (text, read) in [
            ("特此通知。", Some("特此通知")),
            ("特此声明", Some("特此")),
            ("特 此\u{3000}通知", Some("特 此\u{3000}通知")),
            ("(完)", Some("(完)")),
            ("第１次", Some("第１次")),
            ("特通知", None),
            ("复", None),
            ("", None),
        ] {
            assert_eq!(CLOSING.at(text, 0).map(|end| &text[..end]), read, "{text}");
        }
    }

    #[test]
    fn words_are_read_at_an_end() {
        for (text, ends) in
            [("现将此复", true), ("此 复\n", true), ("(完)", true), ("复", false), ("此复。", false), ("", false)]
        {
            assert_eq!(CLOSING.ends(text, 0, text.len()), ends, "{text}");
        }
        assert!(!CLOSING.ends("此复", 3, 6));
    }

    #[test]
    fn signs_are_compared_in_one_form() {
        let folded: String = "!(),:;?０９〈〉《中a0。-".chars().map(fold).collect();
        assert_eq!(folded, "！（），：；？09《》《中a0。-");
    }
}
