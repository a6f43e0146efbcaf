//! Word lists: text files beside the code that reads them, taken in without their comments.

/// The text of a word list, a constant: the lines of the file that are not empty and begin with no `#`.
///
/// Comments are for those who keep the lists; nobody needs to load them.
macro_rules! word_list {
    ($file:literal) => {{
        const TEXT: &[u8] = include_bytes!($file);
        const BYTES: [u8; $crate::word_list::stripped_len(TEXT)] = $crate::word_list::stripped(TEXT);
        const LIST: &str = match std::str::from_utf8(&BYTES) {
            Ok(list) => list,
            Err(_) => "",
        };
        LIST
    }};
}

pub(crate) use word_list;

/// The length of what [`stripped`] gives.
pub(crate) const fn stripped_len(text: &[u8]) -> usize {
    let (mut at, mut len) = (0, 0);
    while at < text.len() {
        let end = line_end(text, at);
        if is_kept(text, at) {
            len += end - at;
        }
        at = end;
    }
    len
}

/// The lines of `text` that are no comments and not empty.
pub(crate) const fn stripped<const LEN: usize>(text: &[u8]) -> [u8; LEN] {
    let (mut kept, mut len, mut at) = ([0; LEN], 0, 0);
    while at < text.len() {
        let end = line_end(text, at);
        if is_kept(text, at) {
            while at < end {
                kept[len] = text[at];
                (at, len) = (at + 1, len + 1);
            }
        }
        at = end;
    }
    kept
}

const fn is_kept(text: &[u8], line: usize) -> bool {
    text[line] != b'#' && text[line] != b'\n'
}

/// The byte after the line that begins at `at`, its break with it.
const fn line_end(text: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < text.len() && text[end] != b'\n' {
        end += 1;
    }
    if end < text.len() { end + 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        const TEXT: &[u8] = "# 说明\n一 二\n\n# 又\n三".as_bytes();
        const KEPT: [u8; stripped_len(TEXT)] = stripped(TEXT);
        assert_eq!(std::str::from_utf8(&KEPT), Ok("一 二\n三"));
    }
}
