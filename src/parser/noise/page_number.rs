//! Page numbers on lines of their own: `- 3 -`, `— 3 —`, `第3页 共9页`, a bare `3`.

use super::line::{Begin, End, Line, is_blank, is_dash};
use crate::NoiseKind;
use crate::lexer::search::{any_of, chars, is_one_of, number, skip, skip_back};

/// Marks the lines that are page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    bare_numbers(source, lines);
    // four bytes at most for a character
    for line in lines.iter_mut().filter(|l| l.begin == Begin::Page && l.noise.is_none() && l.len() <= 4 * 24) {
        if is_page_number(line.text(source)) && line.chars(source) <= 24 {
            line.noise = Some(NoiseKind::PageNumber);
        }
    }
}

fn is_page_number(text: &str) -> bool {
    let dash = |c| is_dash(c) || is_blank(c);
    let right = skip(text, dash);
    let inner = skip_back(right, dash);
    if right.len() < text.len()
        && inner.len() < right.len()
        && (1..=4).contains(&chars(inner))
        && skip(inner, is_digit).is_empty()
    {
        return true;
    }
    // 第3页 共9页, 第3页/共9页, 第 3 页
    let mut rest = text;
    let mut pages = 0;
    loop {
        rest = skip(rest, |c| is_blank(c) || matches!(c, '/' | '，' | ',' | '-' | '—' | '|'));
        let Some(tail) = rest.strip_prefix(any_of("第共")) else { break };
        let tail = skip(tail, is_blank);
        let number = skip(tail, |c| is_digit(c) || is_one_of(c, "一二三四五六七八九十百"));
        if number.len() == tail.len() {
            return false;
        }
        let Some(tail) = skip(number, is_blank).strip_prefix('页') else { return false };
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
    let (mut inside, mut previous, mut since, mut expected) = (0, None::<&Line>, 0, None::<u32>);
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.is_kept()) {
        if let Some(number) = bare_number(source, line) {
            if expected.is_none_or(|e| e == number) && (since >= 5 || run.is_empty() && since >= 3) {
                run.push(i);
                expected = Some(number + 1);
                let cut = previous.is_some_and(|p| p.end != End::Sentence && p.chars(source) >= 15);
                inside += usize::from(cut);
            } else {
                // numbers that do not count pages: a table
                return;
            }
            since = 0;
        } else {
            since += 1;
        }
        previous = Some(line);
    }
    if run.len() >= 2 && inside * 2 >= run.len() {
        for i in run {
            if let Some(line) = lines.get_mut(i) {
                line.noise = Some(NoiseKind::PageNumber);
            }
        }
    }
}

/// The number that the line consists of.
fn bare_number(source: &str, line: &Line) -> Option<u32> {
    if line.begin != Begin::Number || line.len() > 8 {
        return None;
    }
    let (number, rest) = number(line.text(source), 8)?;
    (rest.is_empty() && (1..1000).contains(&number) && line.chars(source) <= 8).then_some(number)
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
