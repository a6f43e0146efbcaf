//! Characters that stand for others and are read as those: traditional ones (繁體字), and the radicals that text out of PDF
//! files has for characters (⼀⼆⼈ for 一二人).

use super::char_set::CharSet;
use super::decode::char_at;
use super::search::prefix;
use crate::word_list::word_list;
use std::sync::LazyLock;

/// Whether a text is in such characters, by its beginning.
pub(crate) fn has_variants(text: &str) -> bool {
    /// How many bytes are looked at, and how many of the commonest are enough.
    const BEGINNING: usize = 1500;
    const ENOUGH: usize = 4;
    static COMMON: CharSet = CharSet::new(
        "們個為國來這時說後會對發經過現應當業農產開關點無員問題實際與進動務區縣鎮鄉黨領導總結",
        &[('\u{2e80}', '\u{2fd5}')],
    );
    let (beginning, mut from) = (prefix(text, BEGINNING), 0);
    (0..ENOUGH).all(|_| {
        let found = COMMON.find(beginning, from);
        from = found.map_or(from, |at| at + "們".len());
        found.is_some()
    })
}

/// `text` with the characters of the word lists for those that stand for them; both have three bytes.
pub(crate) fn without_variants(text: &str) -> String {
    let plain = |c: char| PAIRS.binary_search_by_key(&c, |pair| pair.0).ok().and_then(|at| PAIRS.get(at));
    text.chars().map(|c| plain(c).map_or(c, |pair| pair.1)).collect()
}

static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pairs = word_list!("variant.txt").split([' ', '\n']);
    pairs.filter_map(|pair| char_at(pair, 0).zip(pair.chars().nth(1))).collect()
});

#[cfg(test)]
mod tests {
    use super::{PAIRS, has_variants, without_variants};

    #[test]
    fn a_text_in_traditional_characters() {
        let text = "各位領導、同志們：我縣農村黨建工作開展以來，取得了明顯的成績。";
        assert!(has_variants(text) && !has_variants("我县的這條路修好了，同志们。"));
        assert_eq!(without_variants(text), "各位领导、同志们：我县农村党建工作开展以来，取得了明显的成绩。");
    }

    #[test]
    fn a_text_in_radicals() {
        let text = "⼀、主要⼯作：⼤厅⼈多，⻔⼝有⼈引导。";
        assert!(has_variants(text));
        assert_eq!(without_variants(text), "一、主要工作：大厅人多，门口有人引导。");
    }

    #[test]
    fn pairs_are_in_order_and_as_long() {
        assert!(PAIRS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(PAIRS.iter().all(|(a, b)| a.len_utf8() == 3 && b.len_utf8() == 3));
    }
}
