//! Blanks inside words: over the whole text, or in spaced-out runs such as `不 吃 请`.

use super::Cut;
use super::line::is_ideograph;
use crate::{NoiseKind, Span};

/// Adds the blanks that stand inside words of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    if memchr::memchr(b' ', text.as_bytes()).is_none() {
        return;
    }
    if is_strewn(text) {
        everywhere(text, cuts);
    } else {
        spaced_out(text, cuts);
    }
}

fn blank(at: usize) -> Cut {
    (Span::new(at, at + 1), NoiseKind::StrayBlank)
}

/// The characters beside the single blank at `at`, where it is a single one.
fn beside(text: &str, at: usize) -> Option<(char, char)> {
    let before = text.get(..at)?.chars().next_back()?;
    let after = text.get(at + 1..)?.chars().next()?;
    (before != ' ' && after != ' ').then_some((before, after))
}

/// Whether blanks are strewn over the text: a blank follows one in eighty characters or more.
fn is_strewn(text: &str) -> bool {
    let ideographs = text.chars().filter(|&c| is_ideograph(c)).count();
    let stray = memchr::memchr_iter(b' ', text.as_bytes())
        .filter(|&at| {
            beside(text, at).is_some_and(|(before, after)| {
                is_ideograph(before) && is_wide(after) && !matches!(before, '章' | '节' | '条' | '编' | '篇')
            })
        })
        .count();
    let few = stray >= 2 && stray * 40 >= ideographs && in_sentences(text, stray);
    few || stray >= 5 && stray * 80 >= ideographs && is_even(text, stray)
}

/// Whether at least half of the blanks stand inside sentences: a short text has no long lines to tell.
fn in_sentences(text: &str, stray: usize) -> bool {
    let sentences = text.lines().filter(|line| line.trim_end().ends_with(['。', '；', '，']));
    let inside: usize = sentences
        .map(|line| {
            let blanks = memchr::memchr_iter(b' ', line.as_bytes());
            blanks.filter(|&at| beside(line, at).is_some_and(|(b, a)| is_ideograph(b) && is_ideograph(a))).count()
        })
        .sum();
    inside * 2 >= stray
}

/// Whether the blanks are spread over long lines, and not those of a table or a list of names.
fn is_even(text: &str, stray: usize) -> bool {
    let in_lines: usize = text
        .lines()
        .filter(|line| line.len() >= 90)
        .map(|line| {
            memchr::memchr_iter(b' ', line.as_bytes())
                .filter(|&at| beside(line, at).is_some_and(|(b, a)| is_ideograph(b) && is_ideograph(a)))
                .count()
                .min(line.len() / 24)
        })
        .sum();
    in_lines * 2 >= stray
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
    for at in memchr::memchr_iter(b' ', text.as_bytes()) {
        let Some((before, after)) = beside(text, at) else { continue };
        if is_ideograph(before) && !matches!(after, '\n' | '\r' | '\u{3000}') {
            cuts.push(blank(at));
        }
    }
}

/// Takes out the blanks of runs in which each character stands alone.
fn spaced_out(text: &str, cuts: &mut Vec<Cut>) {
    let mut run: Vec<usize> = Vec::new();
    let mut solid = 0;
    for at in memchr::memchr_iter(b' ', text.as_bytes()) {
        let Some((before, after)) = beside(text, at).filter(|&(b, a)| b != '\n' && a != '\n') else {
            flush(&mut run, &mut solid, text, cuts);
            continue;
        };
        let thin = run.last().is_some_and(|&last| is_thin(text.get(last + 1..at).unwrap_or_default()));
        if !thin {
            flush(&mut run, &mut solid, text, cuts);
        }
        run.push(at);
        solid += usize::from(is_wide(before) && is_wide(after));
    }
    flush(&mut run, &mut solid, text, cuts);
}

/// One character, with a punctuation mark perhaps; or a short number.
fn is_thin(segment: &str) -> bool {
    if segment.len() > 16 {
        return false;
    }
    let ideographs = segment.chars().filter(|&c| is_ideograph(c)).count();
    let marks = segment.chars().filter(|&c| is_wide(c) && !is_ideograph(c)).count();
    let count = segment.chars().count();
    (ideographs == 1 && count <= 2 || ideographs == 2 && marks == 1 && count == 3)
        || count <= 4 && segment.bytes().all(|b| b.is_ascii_digit())
}

fn flush(run: &mut Vec<usize>, solid: &mut usize, text: &str, cuts: &mut Vec<Cut>) {
    // the blank after 第 一 条 parts the mark from the text
    if let (Some(&first), Some(&last)) = (run.first(), run.last()) {
        let unit = text.get(..last).is_some_and(|t| t.ends_with(['条', '章', '节', '编', '篇']));
        if run.len() >= 3 && unit && text.get(..first).is_some_and(|t| t.ends_with('第')) {
            run.pop();
        }
    }
    let ordinal = || {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { return false };
        let start = text.get(..first).and_then(|t| t.chars().next_back());
        let end = text.get(last + 1..).and_then(|t| t.chars().next());
        run.len() == 2 && start == Some('第') && matches!(end, Some('条' | '章' | '节' | '编' | '款' | '部' | '篇'))
    };
    if run.len() >= 3 && *solid >= 2 || ordinal() {
        cuts.extend(run.iter().map(|&at| blank(at)));
    }
    run.clear();
    *solid = 0;
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

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
