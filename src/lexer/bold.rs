//! Signs of Markdown around what is set in bold: `1. **公益性。** 项目……`.

use super::chars::is_word;
use super::search::{after, before, find, first, is_one_of, last, prefix};

/// The longest text in bold, in bytes.
const LONGEST: usize = 600;

/// Where the `**` stands that closes the one at `at`, on the same line. Those that stand for names that are not told
/// are none: `**市、**县`, `王**`.
pub(crate) fn close(text: &str, at: usize) -> Option<usize> {
    let inner = after(text, at).strip_prefix("**")?;
    let word = |c: char| is_word(c) || c == '*';
    if word(last(before(text, at))) || !(is_word(first(inner)) || is_one_of(first(inner), "“《（【〔①②③④⑤"))
    {
        return None;
    }
    let inner = prefix(inner, LONGEST);
    let inner = before(inner, find(inner, "\n").unwrap_or(inner.len()));
    let end = find(inner, "**").filter(|&end| end > 0)?;
    let (said, behind) = (last(before(inner, end)), first(after(inner, end + 2)));
    let sentence = matches!(said, '。' | '：' | ':' | '；' | '！' | '？');
    // a name that is not told stands between words or signs that part words
    let whole = !word(behind) && !matches!(said, '、' | '，') && !said.is_whitespace();
    (sentence && behind != '*' || whole).then_some(at + 2 + end)
}

#[cfg(test)]
mod tests {
    use super::close;

    #[test]
    fn bold_and_names_not_told() {
        assert_eq!(close("1. **公益性。** 项目", 3), Some("1. **公益性。".len()));
        assert_eq!(close("**公益性**：项目", 0), Some("**公益性".len()));
        for masked in ["**市、**县", "**县水利局在**镇", "**市，**县"] {
            assert_eq!(close(masked, 0), None, "{masked}");
        }
        assert_eq!(close("王**、李**，", "王".len()), None);
    }
}
