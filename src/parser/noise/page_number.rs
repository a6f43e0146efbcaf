//! Page numbers on lines of their own: `- 3 -`, `— 3 —`, `第3页 共9页`, a bare `3`.

use super::line::{Line, ends_sentence, is_blank};
use crate::NoiseKind;

/// Marks the lines that are page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    bare_numbers(source, lines);
    for line in lines.iter_mut().filter(|l| l.noise.is_none() && !l.is_blank() && l.chars <= 24) {
        if is_page_number(line.text(source)) {
            line.noise = Some(NoiseKind::PageNumber);
        }
    }
}

fn is_page_number(text: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '—' | '－' | '–' | '―' | '─' | '~' | '·' | '•') || is_blank(c);
    let inner = text.trim_matches(dash);
    if inner.len() < text.len()
        && text.starts_with(dash)
        && text.ends_with(dash)
        && !inner.is_empty()
        && inner.chars().count() <= 4
        && inner.chars().all(is_digit)
    {
        return true;
    }
    // 第3页 共9页, 第3页/共9页, 第 3 页
    let mut rest = text;
    let mut pages = 0;
    loop {
        rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '/' | '，' | ',' | '-' | '—' | '|'));
        let Some(tail) = rest.strip_prefix(['第', '共']) else { break };
        let tail = tail.trim_start_matches(is_blank);
        let number = tail.trim_start_matches(|c| is_digit(c) || "一二三四五六七八九十百".contains(c));
        if number.len() == tail.len() {
            return false;
        }
        let Some(tail) = number.trim_start_matches(is_blank).strip_prefix('页') else { return false };
        rest = tail;
        pages += 1;
    }
    pages > 0 && rest.is_empty()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Numbers alone on their lines, where they count the pages: consecutive, some lines apart, most
/// of them in the middle of a sentence.
fn bare_numbers(source: &str, lines: &mut [Line]) {
    let mut run: Vec<usize> = Vec::new();
    let (mut inside, mut previous, mut since, mut expected) = (0, None::<usize>, 0, None::<u32>);
    for (i, line) in lines.iter().enumerate() {
        if !line.is_kept() {
            continue;
        }
        let number = if line.chars <= 8 {
            line.text(source).parse::<u32>().ok().filter(|n| (1..1000).contains(n))
        } else {
            None
        };
        if let Some(number) = number {
            if expected.is_none_or(|e| e == number) && (since >= 5 || run.is_empty() && since >= 3) {
                run.push(i);
                expected = Some(number + 1);
                let cut = previous
                    .and_then(|p| lines.get(p))
                    .is_some_and(|p| p.chars >= 15 && !ends_sentence(p.text(source)));
                inside += usize::from(cut);
            } else {
                // numbers that do not count pages: a table
                return;
            }
            since = 0;
        } else {
            since += 1;
        }
        previous = Some(i);
    }
    if run.len() >= 2 && inside * 2 >= run.len() {
        for i in run {
            if let Some(line) = lines.get_mut(i) {
                line.noise = Some(NoiseKind::PageNumber);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn forms_of_page_numbers() {
        for text in ["- 3 -", "— 12 —", "－3－", "—3—", "第3页", "第3页 共9页", "第 3 页/共 9 页", "共八十一页"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3", "第3条", "第三季度", "——", "- 3", "共同富裕", "2023-5-1", "- 三农 -"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
