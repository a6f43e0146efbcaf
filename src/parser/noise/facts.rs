//! What single lines of a page tell about it: labels with their values, days, counts, names of files.

use super::line::{Line, ends_in_colon, is_blank};
use super::words::{LABEL, WORDS};
use crate::lexer::search::{
    after, any_of, before, chars, ends_with_any, first, has, has_any, position, skip, skip_back,
};

/// The last line of a block of `key: value` lines at the top, closed by `---`, and opened by it where there are few.
pub(super) fn of_a_file(source: &str, lines: &[Line]) -> Option<usize> {
    let (mut keys, mut last, mut others) = (0, None, 0);
    let opened = lines.iter().find(|l| !l.is_blank()).is_some_and(|l| l.text(source) == "---");
    let mut closed = false;
    for (i, line) in lines.iter().enumerate().take(80).filter(|(_, l)| !l.is_blank()) {
        let text = line.text(source);
        let bare = text.trim_start_matches(any_of("- "));
        let word = bare.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        if word > 1 && bare.as_bytes().get(word) == Some(&b':') {
            (keys, others) = (keys + 1, 0);
            last = Some(i);
        } else if text.starts_with("---") && keys > 0 {
            last = Some(i);
            closed = true;
            break;
        } else if keys > 0 {
            // a value may be wrapped
            others += 1;
            if others > 3 {
                break;
            }
        }
    }
    last.filter(|_| keys >= 3 || opened && closed)
}

/// Labels such as 来源： that stand in `key`, at its start or after something else.
pub(super) fn labels(key: &str) -> usize {
    let key = skip(key, |c| matches!(c, '【' | '[' | '(' | '（' | '|'));
    // 2021-03-02来源：…… names the source behind the date
    let undated = skip(key, |c| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '.'));
    let key = if key.len() >= undated.len() + 8 { undated } else { key };
    let (mut count, mut end) = (0, 0);
    while let Some(at) = position(after(key, end), |c| matches!(c, '：' | ':')) {
        let name = before(key, end + at);
        if end == 0 && !WORDS.has(name, LABEL) {
            return 0;
        }
        count += usize::from(WORDS.end(name, LABEL));
        end += at + first(after(key, end + at)).len_utf8();
    }
    count
}

/// Whether a line tells the day of a page and counts what it offers: `更新于2023-10-11 · 26418字 · 46页`.
pub(super) fn is_count(text: &str) -> bool {
    if !has(text, |c| matches!(c, '·' | '|')) || has(text, |c| c == '。') {
        return false;
    }
    let counted = |part: &&str| {
        let day = skip(part, |c| !c.is_ascii_digit()).split(is_blank).next().unwrap_or_default();
        chars(part) <= 18
            && has(part, |c| c.is_ascii_digit())
            && (is_date(day)
                || has_any(part, &["字数", "字 ", "页", "阅读", "浏览", "点击"])
                || part.trim_end().ends_with('字'))
    };
    text.split(any_of("·|")).filter(counted).count() >= 2
}

pub(super) fn is_file_name(key: &str) -> bool {
    // the annexes that a document names are its own
    let annex = || key.starts_with("附件") || first(key).is_ascii_digit() && key.as_bytes().get(1) == Some(&b'.');
    let page = || key.strip_suffix('页').map(|key| (key, skip_back(key, |c| c.is_ascii_digit())));
    ends_with_any(key, &[".docx", ".doc", ".pdf", ".ppt", ".pptx", ".wps"]) && !annex()
        || page().is_some_and(|(key, name)| name.len() < key.len() && name.ends_with("_第"))
}

/// `【……】相关文章：`, above a site's other pages.
pub(super) fn is_related(key: &str) -> bool {
    key.starts_with(['【', '[']) && key.len() < 200 && has_any(key, &["相关文章", "相关文档", "相关推荐"])
}

/// `5.操作指引`
pub(super) fn is_numbered(key: &str) -> bool {
    let rest = skip(key, |c| c.is_ascii_digit());
    rest.len() < key.len() && matches!(first(rest), '.' | '．' | '、')
}

/// `- 配套资源:`, a label of the notices below a shared file.
pub(super) fn is_notice_label(key: &str) -> bool {
    key.starts_with('-') && ends_in_colon(key) && (4..=10).contains(&chars(key))
}

/// `2022-11-16`, `2022年11月16日 10时22分`, also misread: `2O22-11-l6`
pub(super) fn is_date(key: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || matches!(c, 'O' | 'l');
    key.len() >= 8
        && skip(key, |c| {
            c.is_ascii_digit()
                || matches!(c, 'O' | 'l' | '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '分' | '秒')
        })
        .is_empty()
        && key.bytes().filter(u8::is_ascii_digit).count() >= 4
        && key.chars().filter(|&c| digit(c)).count() >= 6
}
