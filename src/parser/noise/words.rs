//! The word lists, as lines of their files.

use std::sync::LazyLock;

/// Lines that are furniture as a whole: buttons and menu entries.
pub(super) static BUTTONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words = lines(include_str!("buttons.txt"));
    words.sort_unstable();
    words
});
/// Words of a site's notices, also in whole sentences.
pub(super) static NOTICES: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("notices.txt")));
/// Words of menus and page feet, in lines that are no sentences.
pub(super) static PHRASES: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("phrases.txt")));
/// Beginnings of lines that only sites write.
pub(super) static STARTS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("starts.txt")));
/// Labels of the box of facts on a page.
pub(super) static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("labels.txt")));

fn lines(list: &'static str) -> Vec<&'static str> {
    list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
}
