//! Lists of words that a text is asked for at one place after the other.
//!
//! Words are found through stray blanks, half-width punctuation and full-width digits.

use super::chars::is_blank;
use super::decode::{char_at, decode, last_char};
use std::sync::OnceLock;

/// A list of words, indexed at its first use by what they begin with and what they end in, so that
/// a place where none of them stands costs next to nothing. Made by [`words!`](crate::lexer::words::words).
pub(crate) struct Words {
    list: &'static str,
    index: OnceLock<Index>,
}

struct Index {
    words: Vec<&'static str>,
    first: Signs,
    /// The low eight bits of the second characters.
    second: Vec<u8>,
    last: Signs,
}

/// The first or the last characters of all words.
#[derive(Default)]
struct Signs {
    /// A bit for the low ten bits of each.
    mask: [u32; 32],
    /// Their low eight bits, in the order of the words.
    bytes: Vec<u8>,
}

impl Signs {
    fn push(&mut self, c: char) {
        let low = fold(c) as u16;
        self.mask[usize::from(low >> 5 & 31)] |= 1 << (low & 31);
        self.bytes.push(low as u8);
    }

    /// Whether a character with these low bits may be one of them.
    #[inline]
    fn may_have(&self, low: u16) -> bool {
        self.mask[usize::from(low >> 5 & 31)] >> (low & 31) & 1 != 0
    }
}

/// The low twelve bits of the character whose UTF-8 ends in these two bytes of three.
#[inline]
fn low_bits(b: u8, c: u8) -> u16 {
    u16::from(b & 63) << 6 | u16::from(c & 63)
}

impl Words {
    pub(crate) const fn new(list: &'static str) -> Self {
        Self { list, index: OnceLock::new() }
    }

    #[inline]
    fn index(&self) -> &Index {
        match self.index.get() {
            Some(index) => index,
            None => self.read_list(),
        }
    }

    #[cold]
    #[inline(never)]
    fn read_list(&self) -> &Index {
        self.index.get_or_init(|| {
            let words: Vec<_> = self.list.split_ascii_whitespace().collect();
            let (mut first, mut last) = (Signs::default(), Signs::default());
            for word in &words {
                first.push(char_at(word, 0).unwrap_or_default());
                last.push(last_char(word).unwrap_or_default());
            }
            let second = words.iter().map(|word| word.chars().nth(1).map_or(0, |c| fold(c) as u8)).collect();
            Index { words, first, second, last }
        })
    }

    /// Where the first word of the list that stands at byte `at` of `text` ends.
    #[inline]
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<usize> {
        let first = match text.as_bytes().get(at..)? {
            // an ideograph, which is its own form
            &[0xe4..=0xe9, b, c, ..] => low_bits(b, c),
            _ => fold(char_at(text, at)?) as u16,
        };
        let index = self.index();
        if index.first.may_have(first) { index.read(text, at, first as u8) } else { None }
    }

    /// Whether a word may begin with `c`, in its full-width form.
    #[inline]
    pub(crate) fn may_begin(&self, c: char) -> bool {
        self.index().first.may_have(c as u16)
    }

    /// Whether `text` is one of the words, as it is written in the list.
    pub(crate) fn have(&self, text: &str) -> bool {
        let index = self.index();
        let first = fold(char_at(text, 0).unwrap_or_default()) as u8;
        memchr::memchr_iter(first, &index.first.bytes).any(|n| index.words.get(n) == Some(&text))
    }

    /// Whether `text[from..end]` ends in one of the words.
    #[inline]
    pub(crate) fn ends(&self, text: &str, from: usize, end: usize) -> bool {
        let Some(stretch) = text.get(from..end) else { return false };
        let last = match stretch.as_bytes() {
            &[.., 0xe4..=0xe9, b, c] => low_bits(b, c),
            _ => match stretch.chars().rev().find(|&c| !is_blank(c) && c != '\n') {
                Some(c) => fold(c) as u16,
                None => return false,
            },
        };
        let index = self.index();
        index.last.may_have(last) && index.read_back(stretch, last as u8)
    }
}

impl Index {
    #[inline(never)]
    fn read(&self, text: &str, at: usize, first: u8) -> Option<usize> {
        // of two ideographs the second, too, rules most words out
        let second = match text.as_bytes().get(at..) {
            Some(&[0xe4..=0xe9, _, _, 0xe4..=0xe9, b, c, ..]) => Some(low_bits(b, c) as u8),
            _ => None,
        };
        let rules_out = |n: usize, word: &str| {
            word.len() > '中'.len_utf8() && second.is_some_and(|second| self.second.get(n) != Some(&second))
        };
        memchr::memchr_iter(first, &self.first.bytes).find_map(|n| {
            let word = self.words.get(n)?;
            if rules_out(n, word) { None } else { eat(text, at, word) }
        })
    }

    #[inline(never)]
    fn read_back(&self, stretch: &str, last: u8) -> bool {
        let ends = |word: &&str| eat_back(stretch, 0, stretch.len(), word).is_some();
        memchr::memchr_iter(last, &self.last.bytes).any(|n| self.words.get(n).is_some_and(ends))
    }
}

/// `words!("特此通知 此复")` is a `&'static Words` of these words; the argument can be a `word_list!`
/// whose words stand one or more on a line.
macro_rules! words {
    ($list:expr) => {{
        static WORDS: $crate::lexer::words::Words = $crate::lexer::words::Words::new($list);
        &WORDS
    }};
}
pub(crate) use words;

/// The form in which characters are compared: punctuation full-width, digits half-width, inner title marks as outer.
pub(crate) fn fold(c: char) -> char {
    // nearly all characters are their own form
    if matches!(c, '0'..='9' | 'a'..='z' | '\u{300a}'..='\u{fe00}') {
        return c;
    }
    let code = c as u32;
    let folded = match code {
        // ! ( ) , : ; ?
        0x21 | 0x28 | 0x29 | 0x2c | 0x3a | 0x3b | 0x3f => code + 0xfee0,
        // ０ to ９
        0xff10..=0xff19 => code - 0xfee0,
        // 〈 〉
        0x3008 | 0x3009 => code + 2,
        _ => code,
    };
    char::from_u32(folded).unwrap_or(c)
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
        let (c, wanted) = (decode(text, end)?, decode(word, read)?);
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
    use super::{Words, fold};

    static CLOSING: &Words = words!("特此通知 特此\n此复 （完） 第1次");

    #[test]
    fn words_are_read_at_a_place() {
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
