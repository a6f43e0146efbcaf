//! The word lists, as lines of their files.

use crate::word_list::word_list;
use std::sync::LazyLock;

/// Lines that are furniture as a whole: buttons and menu entries.
pub(super) static BUTTONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words = lines(word_list!("buttons.txt"));
    words.sort_unstable();
    words
});
/// Words of a site's notices, also in whole sentences.
pub(super) static NOTICES: LazyLock<Words> = LazyLock::new(|| Words::new(lines(word_list!("notices.txt"))));
/// Words of menus and page feet, in lines that are no sentences.
pub(super) static PHRASES: LazyLock<Words> = LazyLock::new(|| Words::new(lines(word_list!("phrases.txt"))));
/// Beginnings of lines that only sites write.
pub(super) static STARTS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(word_list!("starts.txt")));
/// Labels of the box of facts on a page.
pub(super) static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(word_list!("labels.txt")));

/// Words that are looked for anywhere in a line, all in one walk through it.
pub(super) struct Words {
    /// In order, so that those with one first character stand together.
    words: Vec<&'static str>,
    /// A bit for each character (by its number modulo the size) that a word begins with.
    first: [u64; 64],
}

impl Words {
    fn new(mut words: Vec<&'static str>) -> Self {
        words.sort_unstable();
        let mut first = [0; 64];
        for c in words.iter().filter_map(|w| w.chars().next()) {
            first[c as usize / 64 % 64] |= 1 << (c as usize % 64);
        }
        Self { words, first }
    }

    /// Whether one of the words stands in `text`.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    /// Where each of the words that stand in `text` stands first, in bytes.
    pub(super) fn all_in(&self, text: &str) -> Vec<usize> {
        let mut found: Vec<(usize, usize)> = self.find(text).map(|(at, word)| (word, at)).collect();
        found.sort_unstable();
        found.dedup_by_key(|(word, _)| *word);
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// Places of words in `text`, and which words.
    fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let may_begin = |c: char| self.first[c as usize / 64 % 64] >> (c as usize % 64) & 1 == 1;
        text.char_indices().filter(move |&(_, c)| may_begin(c)).flat_map(move |(i, c)| {
            let rest = text.get(i..).unwrap_or_default();
            let from = self.words.partition_point(|w| w.chars().next() < Some(c));
            let these = self.words.iter().enumerate().skip(from).take_while(move |(_, w)| w.starts_with(c));
            these.filter(move |(_, w)| rest.starts_with(**w)).map(move |(word, _)| (i, word))
        })
    }
}

fn lines(list: &'static str) -> Vec<&'static str> {
    list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
}
