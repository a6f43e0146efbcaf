//! The word lists, in one table: which words stand where in a text.

use crate::lexer::decode::each_char;
use crate::lexer::search::{after, first};
use crate::word_list::word_list;
use std::sync::LazyLock;

/// Which list a word is from; sets of lists are sums.
pub(super) type List = u16;

/// Lines that are furniture as a whole: buttons and menu entries.
pub(super) const BUTTON: List = 1;
/// Words of a site's notices, also in whole sentences.
pub(super) const NOTICE: List = 2;
/// Words of menus and page feet, in lines that are no sentences.
pub(super) const PHRASE: List = 4;
/// Beginnings of lines that only sites write.
pub(super) const START: List = 8;
/// Labels of the box of facts on a page.
pub(super) const LABEL: List = 16;
/// The choice of letter sizes, glued to other buttons.
pub(super) const SIZE: List = 32;
/// A site speaks of itself …
pub(super) const OWN: List = 64;
/// … and an editor, with the words that make it sure.
pub(super) const EDITOR: List = 128;
/// What follows the name of a file on the page that shares it.
pub(super) const FILE: List = 256;
/// The address of a page, after its label.
pub(super) const LINK: List = 512;
/// Marks and numbers that open a document's own headings.
pub(super) const HEADING: List = 1024;
/// Beginnings of a salutation.
pub(super) const SALUTATION: List = 2048;
/// Facts of a service, each with its value on the line below.
pub(super) const FACT: List = 4096;

/// Labels of a page's box of facts that a document may have of its own.
pub(super) const OWN_LABELS: [&str; 6] = ["时间", "日期", "名称", "标题", "作者", "分类"];

pub(super) static WORDS: LazyLock<WordTable> = LazyLock::new(|| {
    WordTable::new(&[
        (BUTTON, word_list!("buttons.txt")),
        (NOTICE, word_list!("notices.txt")),
        (PHRASE, word_list!("phrases.txt")),
        (START, word_list!("starts.txt")),
        (LABEL, word_list!("labels.txt")),
        (SIZE, "【字号：\n【字号:\n【字体：\n【字体:"),
        (OWN, "本站\n本网站"),
        (EDITOR, "小编"),
        (FILE, ".docx_第\n.doc_第"),
        (LINK, "：http\n:http"),
        (
            FACT,
            "事项编码\n实施编码\n基本编码\n事项类型\n办件类型\n承诺办结时限\n法定办结时限\n实施主体\n服务对象\n行使层级\n\
             办理形式\n通办范围\n权力来源\n委托部门\n到现场次数\n网上办理深度\n是否收费",
        ),
        (HEADING, "一、\n二、\n三、\n四、\n五、\n六、\n（一）\n(一)\n（二）\n（三）\n（四）\n第一章\n第一条\n第二条"),
        (SALUTATION, "各位\n同志们\n尊敬的\n各省\n各市\n各县\n各区\n各镇\n各乡"),
    ])
});

/// A table of words: at any place of a text, one look at two characters tells nearly always that
/// none of them begins there.
pub(super) struct WordTable {
    words: Vec<Word>,
    /// For a pair of characters, by its hash, the last word that begins with it, counted from 1.
    heads: Vec<u16>,
}

struct Word {
    text: &'static str,
    start: [char; 2],
    list: List,
    /// The word before with the same hash, counted from 1.
    next: u16,
}

const HEADS: usize = 2048;

/// The first two characters; NUL where there is none.
fn pair(text: &str) -> [char; 2] {
    let a = first(text);
    [a, first(after(text, a.len_utf8()))]
}

/// Where words that begin with these two characters are found.
fn hash([a, b]: [char; 2]) -> usize {
    let mixed = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca6b);
    (mixed >> 16) as usize % HEADS
}

impl WordTable {
    /// Reads lists of words, one a line; lines that begin with `#` say something about the list.
    fn new(lists: &[(List, &'static str)]) -> Self {
        let mut table = Self { words: Vec::with_capacity(512), heads: vec![0; HEADS] };
        for &(list, words) in lists {
            for text in words.split('\n').filter(|w| !w.is_empty() && !w.starts_with('#')) {
                let start = pair(text);
                let head = &mut table.heads[hash(start)];
                table.words.push(Word { text, start, list, next: *head });
                *head = table.words.len() as u16;
            }
        }
        table
    }

    /// The words of `lists` that `text` begins with, of those whose first two characters are
    /// `start`, with their numbers.
    fn at(&self, text: &str, lists: List, start: [char; 2], mut found: impl FnMut(usize, &Word)) {
        let mut next = self.heads[hash(start)];
        while let Some(word) = usize::from(next).checked_sub(1).and_then(|number| self.words.get(number)) {
            if word.start == start && word.list & lists != 0 && text.as_bytes().starts_with(word.text.as_bytes()) {
                found(usize::from(next), word);
            }
            next = word.next;
        }
    }

    /// The length of the longest word of `lists` that `text` begins with; zero where there is none.
    pub(super) fn longest_at(&self, text: &str, lists: List) -> usize {
        let (start, mut longest) = (pair(text), 0);
        for start in [start, [start[0], '\0']] {
            self.at(text, lists, start, |_, word| longest = longest.max(word.text.len()));
        }
        longest
    }

    /// Whether `text` as a whole is a word of `lists`.
    pub(super) fn has(&self, text: &str, lists: List) -> bool {
        !text.is_empty() && self.longest_at(text, lists) == text.len()
    }

    /// Whether a word of `lists` ends where `text` ends.
    pub(super) fn end(&self, text: &str, lists: List) -> bool {
        text.char_indices().rev().take(8).any(|(at, _)| self.has(after(text, at), lists))
    }

    /// Each word of `lists`, of two characters or more, that stands in `text`: its place, its
    /// number, its length and its list.
    pub(super) fn each(&self, text: &str, lists: List, found: &mut dyn FnMut(usize, usize, usize, List)) {
        let (mut at, mut a) = (0, '\0');
        for (i, b) in each_char(text) {
            self.at(after(text, at), lists, [a, b], |number, word| found(at, number, word.text.len(), word.list));
            (at, a) = (i, b);
        }
    }

    /// The lists, of `lists`, whose words stand in `text`.
    pub(super) fn lists_in(&self, text: &str, lists: List) -> List {
        let mut all = 0;
        self.each(text, lists, &mut |_, _, _, list| all |= list);
        all
    }
}
