//! Blanks inside words: over the whole text, in spaced-out runs such as `不 吃 请`, without width, or by their name.

use super::Cut;
use super::line::is_ideograph;
use crate::NoiseKind;
use crate::lexer::chars::is_comma;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{after, any_of, before, count, first, last, prefix, suffix};

/// Adds the blanks that stand inside words of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    without_width(text, cuts);
    named(text, cuts);
    if memchr::memchr(b' ', text.as_bytes()).is_none() {
        return;
    }
    if is_strewn(text) {
        everywhere(text, cuts);
    } else {
        spaced_out(text, cuts);
    }
}

/// Adds the blanks that nobody sees: `认清\u{200b}形势`.
fn without_width(text: &str, cuts: &mut Vec<Cut>) {
    for sign in ["\u{200b}", "\u{200c}", "\u{200d}", "\u{feff}"] {
        for at in memchr::memmem::find_iter(text.as_bytes(), sign) {
            let end = at + sign.len();
            if is_wide(last(before(text, at))) && is_wide(first(after(text, end))) {
                cuts.push(Cut::new(at as u32, end as u32, NoiseKind::StrayBlank));
            }
        }
    }
}

/// Adds the blanks that a page gives by their name: `&nbsp;`, also written out again and again: `&amp;amp;nbsp;`.
fn named(text: &str, cuts: &mut Vec<Cut>) {
    for start in memchr::memchr_iter(b'&', text.as_bytes()) {
        let named = after(text, start + 1).trim_start_matches("amp;").strip_prefix("nbsp;");
        if let Some(behind) = named {
            cuts.push(Cut::new(start as u32, (text.len() - behind.len()) as u32, NoiseKind::StrayBlank));
        }
    }
}

fn blank(at: usize) -> Cut {
    Cut::new(at as u32, at as u32 + 1, NoiseKind::StrayBlank)
}

/// Each blank of `text`, with the characters beside it; NUL where there is none.
fn each(text: &str, found: &mut dyn FnMut(usize, char, char)) {
    for at in memchr::memchr_iter(b' ', text.as_bytes()) {
        found(at, last(before(text, at)), first(after(text, at + 1)));
    }
}

/// How many blanks of `text` stand between characters of two classes.
fn between(text: &str, left: fn(char) -> bool, right: fn(char) -> bool) -> usize {
    let mut count = 0;
    each(text, &mut |_, l, r| count += usize::from(left(l) && right(r)));
    count
}

/// Whether blanks are strewn over the text: a blank follows one in eighty characters or more.
fn is_strewn(text: &str) -> bool {
    let in_word = |c| is_ideograph(c) && !matches!(c, '章' | '节' | '条' | '编' | '篇');
    let stray = between(text, in_word, is_wide);
    if stray < 2 {
        return false;
    }
    let mut apart = 0;
    each(text, &mut |at, l, r| apart += usize::from(in_word(l) && is_wide(r) && sets_off(text, at)));
    if apart * 3 >= stray {
        return false;
    }
    // the first bytes of nearly all Chinese characters, and of no others
    let ideographs = count(text, |byte| (0xe4..=0xe9).contains(&byte));
    stray * 40 >= ideographs && in_sentences(text, stray)
        || stray >= 5 && stray * 80 >= ideographs && is_even(text, stray)
}

/// Whether a blank stands before a mark, or behind the title of a mark, and sets it off from its text: `一、结构优化 全县……`.
fn sets_off(text: &str, at: usize) -> bool {
    /// The longest title, in bytes.
    const TITLE: usize = 150;
    /// The shortest with its mark, in bytes.
    const LEAST: usize = "一、基本情况".len();
    if after(text, at + 1).starts_with('第') {
        return true;
    }
    let near = suffix(before(text, at), TITLE);
    let begins = near.rfind(any_of("。；\n")).map_or(0, |end| end + first(after(near, end)).len_utf8());
    let title = after(near, begins).trim_start();
    let words = title.strip_prefix(any_of("（(")).unwrap_or(title);
    let numeral = words.trim_start_matches(|c: char| is_han_numeral(c) || c.is_ascii_digit());
    let marked = numeral.len() < words.len() && numeral.starts_with(any_of("、．.）)"));
    let behind = prefix(after(text, at + 1), TITLE);
    let said = before(behind, behind.find(any_of("。\n")).unwrap_or(behind.len()));
    let longest = if title.contains(is_comma) { LEAST } else { title.len() };
    marked && !title.contains(' ') && title.len() >= LEAST && said.len() > longest && !said.contains(' ')
}

/// Whether at least half of the blanks stand inside sentences: a short text has no long lines to tell.
fn in_sentences(text: &str, stray: usize) -> bool {
    let sentence = |line: &str| matches!(last(line.trim_end()), '。' | '；' | '，');
    inside(text, sentence, 1) * 2 >= stray
}

/// Whether the blanks are spread over long lines, and not those of a table or a list of names.
fn is_even(text: &str, stray: usize) -> bool {
    inside(text, |line| line.len() >= 90, 24) * 2 >= stray
}

/// How many blanks stand inside words of such lines, but at most one in so many bytes of a line.
fn inside(text: &str, such: fn(&str) -> bool, apart: usize) -> usize {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).filter(|line| such(line));
    lines.map(|line| between(line, is_ideograph, is_ideograph).min(line.len() / apart)).sum()
}

fn is_wide(c: char) -> bool {
    is_ideograph(c)
        || matches!(
            c,
            '、' | '，' | '。' | '；' | '：' | '！' | '？' | '”' | '“' | '《' | '》' | '（' | '）' | '〔' | '〕'
        )
}

/// Takes out single blanks after a Chinese character.
fn everywhere(text: &str, cuts: &mut Vec<Cut>) {
    each(text, &mut |at, left, right| {
        if is_ideograph(left) && !matches!(right, '\0' | ' ' | '\n' | '\r' | '\u{3000}') {
            cuts.push(blank(at));
        }
    });
}

/// Takes out the blanks of runs in which each character stands alone.
fn spaced_out(text: &str, cuts: &mut Vec<Cut>) {
    let mut run: Vec<usize> = Vec::new();
    let mut solid = 0;
    each(text, &mut |at, left, right| {
        let alone = !matches!(left, '\0' | ' ' | '\n') && !matches!(right, '\0' | ' ' | '\n');
        if !alone || !run.last().is_some_and(|&last| is_thin(text.get(last + 1..at).unwrap_or_default())) {
            flush(&mut run, &mut solid, text, cuts);
        }
        if alone {
            run.push(at);
            solid += usize::from(is_wide(left) && is_wide(right));
        }
    });
    flush(&mut run, &mut solid, text, cuts);
}

/// One character, with a punctuation mark perhaps; or a short number.
fn is_thin(segment: &str) -> bool {
    if segment.len() > 16 {
        return false;
    }
    let (mut ideographs, mut marks, mut digits, mut count) = (0, 0, 0, 0);
    for c in segment.chars() {
        count += 1;
        digits += usize::from(c.is_ascii_digit());
        ideographs += usize::from(is_ideograph(c));
        marks += usize::from(is_wide(c) && !is_ideograph(c));
    }
    ideographs == 1 && count <= 2 || ideographs == 2 && marks == 1 && count == 3 || count <= 4 && digits == count
}

fn flush(run: &mut Vec<usize>, solid: &mut usize, text: &str, cuts: &mut Vec<Cut>) {
    if let (&[start, .., end], 2..) = (run.as_slice(), run.len()) {
        let is_mark = last(before(text, start)) == '第';
        let unit = |c| matches!(c, '条' | '章' | '节' | '编' | '篇');
        // the blank after 第 一 条 parts the mark from the text
        if is_mark && run.len() >= 3 && unit(last(before(text, end))) {
            run.pop();
        }
        let end = run.last().map_or(0, |at| at + 1);
        let after = first(after(text, end));
        let ordinal = is_mark && run.len() == 2 && (unit(after) || matches!(after, '款' | '部'));
        if run.len() >= 3 && *solid >= 2 || ordinal {
            cuts.extend(run.iter().map(|&at| blank(at)));
        }
    }
    run.clear();
    *solid = 0;
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    #[test]
    fn blanks_without_width_inside_words() {
        assert_eq!(clean("一、认清\u{200b}形势\n渠是\u{feff}田的命。"), "一、认清形势\n渠是田的命。");
        assert_eq!(clean("\u{feff}一、认清形势\u{200b}\n"), "\u{feff}一、认清形势\u{200b}\n");
    }

    #[test]
    fn spaced_out_runs() {
        assert_eq!(clean("干部下乡不 吃 请、不 添 乱、不 走 空。"), "干部下乡不吃请、不添乱、不走空。");
        assert_eq!(clean("第 一 条 为了管好山塘"), "第一条 为了管好山塘");
    }

    #[test]
    fn blanks_strewn_over_the_text() {
        let text = "全县 大小山塘一千二百口，哪口漏、 哪口淤、哪口没 人管，过去谁也说 不清。水利站的 同志带着尺子走了四十天，一口 一口量。".repeat(3);
        assert!(!clean(&text).contains("全县 大"));
        assert!(!clean(&text).contains("说 不清"));
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        for text in [
            "县长 王大山\n",
            "总 则\n",
            "投资 126 亿元，增长 3 个百分点。\n",
            "序号 单位 任务 时限\n",
            "WTO 规则 AI 应用\n",
        ] {
            assert_eq!(noise(text), [], "{text}");
        }
    }
}
