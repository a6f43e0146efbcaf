//! Page marks that a sharing site puts into the text: `12、` at the start of a page's line.
//!
//! They have the form of list numbers. What tells them apart: one run through the whole file,
//! pages of even length, and sentences cut in the middle.

use super::Cut;
use super::line::{Begin, End, Line};
use crate::NoiseKind;
use crate::lexer::search::{first, has};

/// A line that may start a page.
struct Page {
    line: usize,
    mark_end: u32,
    /// The line before it breaks off in mid-sentence.
    cuts: bool,
    /// Its mark is read as it was set.
    clear: bool,
}

/// Adds the page marks with the line breaks before them; says whether the text is a paged one.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) -> bool {
    let pages = run(source, lines);
    let furniture = lines.iter().any(|l| l.noise == Some(NoiseKind::Boilerplate));
    if !is_paged(source, lines, &pages, furniture) {
        return false;
    }
    // above the first page stand a site's own words, above the second the first, whose mark is lost
    let first = pages.first().filter(|p| furniture && !p.cuts).map_or(0, |p| p.line);
    for line in lines.iter().take(first).filter(|l| l.is_kept()) {
        cuts.push(Cut::new(line.start, line.next(source), NoiseKind::Boilerplate));
    }
    for page in &pages {
        let Some(line) = lines.get(page.line) else { continue };
        let before = lines.iter().take(page.line).rev().find(|l| !l.is_blank()).filter(|l| l.noise.is_none());
        let start = before.filter(|_| page.line > first).map_or(line.start, |before| before.text_end);
        cuts.push(Cut::new(start, page.mark_end, NoiseKind::PageMark));
    }
    true
}

/// The chain 1、 2、 3、 of lines that may start pages.
fn run(source: &str, lines: &[Line]) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let (mut before, mut expected): (Option<usize>, u32) = (None, 1);
    // how many short lines, such as a site's own, stand above the first page
    let (mut above, mut short) = (0, true);
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.is_kept()) {
        if (line.begin == Begin::Number || line.text(source).starts_with("l、"))
            && let Some((number, len, clear)) = number_mark(line.text(source))
            && (pages.is_empty() && number <= 2 || number == expected)
        {
            let last = before.and_then(|b| lines.get(b));
            let cut = last.is_some_and(|l| l.end != End::Sentence && breaks_off(source, l));
            let adjacent =
                || pages.last().is_some_and(|p| Some(p.line) == before) && last.is_some_and(|l| l.chars(source) >= 100);
            let below_short = || number == 1 && short && above <= ABOVE && line.chars(source) >= 100;
            let starts = if pages.is_empty() {
                before.is_none() || number == 2 && cut || below_short()
            } else {
                cut || adjacent()
            };
            if starts {
                pages.push(Page { line: i, mark_end: line.text_start + len, cuts: cut, clear });
                expected = number + 1;
            }
        }
        before = Some(i);
        if pages.is_empty() && short {
            above += 1;
            short = line.chars(source) <= 45;
        }
    }
    pages
}

/// Whether a line that no full stop ends is a sentence's, not a title, a row or a label and what it says.
fn breaks_off(source: &str, line: &Line) -> bool {
    let length = line.chars(source);
    // a page is longer
    if length < 100 && !line.may_run_on(source) {
        return false;
    }
    length >= 30 || length >= 16 && has(line.text(source), |c| matches!(c, '，' | ','))
}

/// The most lines above the first page.
const ABOVE: usize = 20;

/// `12、` at the start of `text`, or misread `l2，`: the number, the length of the mark in bytes, and
/// whether it is clear.
fn number_mark(text: &str) -> Option<(u32, u32, bool)> {
    let misread = |&b: &u8| b.is_ascii_digit() || matches!(b, b'O' | b'l');
    let (mut value, mut len) = (0, 0);
    for digit in text.bytes().take(5).take_while(misread) {
        let digit = match digit {
            b'O' => 0,
            b'l' => 1,
            digit => u32::from(digit - b'0'),
        };
        (value, len) = (value * 10 + digit, len + 1);
    }
    let rest = text.get(len..).filter(|_| len > 0)?;
    let sign = first(rest);
    let behind = rest.get(sign.len_utf8()..)?;
    let clear = sign == '、';
    // 2.5 is no mark
    let fits = clear || matches!(sign, '，' | ',' | '.') && !first(behind).is_ascii_digit();
    fits.then_some((value, (text.len() - behind.len()) as u32, clear))
}

fn is_paged(source: &str, lines: &[Line], pages: &[Page], furniture: bool) -> bool {
    let Some((first, later)) = pages.split_first() else { return false };
    let inner = later.len();
    if pages.iter().filter(|p| p.clear).count() * 3 < pages.len() {
        return false;
    }
    if inner == 0 {
        // one page only: a mark before the title, under a site's notices
        let mut rest = lines.iter().skip(first.line + 1);
        return furniture
            && !first.cuts
            && lines.get(first.line).is_some_and(|l| l.chars(source) > 60)
            && !rest.any(Line::is_kept);
    }
    let cut = later.iter().filter(|p| p.cuts).count();
    let mut sizes: Vec<usize> = pages
        .iter()
        .zip(later)
        .map(|(a, b)| lines.iter().take(b.line).skip(a.line).map(|l| l.chars(source)).sum())
        .collect();
    sizes.sort_unstable();
    let median = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
    let even = sizes.iter().filter(|&&s| s * 2 >= median && s <= median * 2).count() * 4 >= sizes.len() * 3;
    let needed = if furniture { inner / 2 } else { (inner * 3).div_ceil(5) };
    // short pages count only where every one of them cuts a sentence
    let long = median >= 100 || median >= 40 && inner >= 2 && cut == inner;
    even && long && cut >= needed.max(1) && (inner >= 2 || furniture || cut == 1 && median >= 150)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};
    use crate::NoiseKind;

    /// A page's worth of text without any mark.
    fn page(start: &str, end: &str) -> String {
        format!("{start}{}{end}", "我们把责任落到人头,把办法写在墙上,把成效交给群众评判。".repeat(8))
    }

    #[test]
    fn marks_that_cut_sentences_go_with_their_line_breaks() {
        let text = format!(
            "1、{}\n2、{}\n3、{}",
            page("全县档案工作交流材料同志们:", "中央农办"),
            page("、农业农村部印发文件,1、先看底子。2、再看", ""),
            page("变化。", "谢谢大家!")
        );
        let text = text.replace("评判。\n3、", "评\n3、判。");
        let clean = clean(&text);
        assert!(clean.contains("中央农办、农业农村部"), "{clean}");
        assert!(clean.contains("1、先看底子。2、再看") && clean.contains("评判。变化") && !clean.contains('\n'));
        assert_eq!(noise(&text).iter().filter(|(kind, _)| *kind == NoiseKind::PageMark).count(), 3);
    }

    #[test]
    fn marks_that_were_misread() {
        let text = format!(
            "《材料.docx》由会员分享,可在线阅读\n1,{}\n2、{}\n3.{}\n4、{}",
            page("全县档案工作交流材料同志们:", "中央农"),
            page("办印发文件,", "先看变"),
            page("化,再看问", "题在哪"),
            page("里。", "谢谢大家!")
        );
        let clean = clean(&text);
        assert!(clean.starts_with("全县档案工作交流材料同志们:"), "{clean}");
        assert!(clean.contains("中央农办印发文件,") && clean.contains("先看变化,再看问") && clean.contains("题在哪里"));
    }

    #[test]
    fn a_list_of_whole_sentences_is_no_run_of_pages() {
        let item = "各部门要把这项工作摆上重要日程,主要负责同志亲自抓,分管同志具体抓,一级抓一级。".repeat(4);
        let text = format!("1、{item}\n2、{item}\n3、{item}\n4、{item}");
        assert_eq!(noise(&text), []);
        assert_eq!(noise("1、加强领导\n2、明确责任\n3、严格考核\n"), []);
    }

    #[test]
    fn a_sites_own_words_above_the_first_page() {
        let text = format!(
            "档案工作交流材料(3篇)\n下载文档\n档案工作交流材料(3篇)_第1页\n1/8\n9.9 积分\n1、{}\n2、{}\n3、{}",
            page("档案工作交流材料 篇1同志们:", "中央农"),
            page("办印发文件,", "先看变"),
            page("化。", "谢谢大家!")
        );
        let clean = clean(&text);
        assert!(clean.starts_with("档案工作交流材料 篇1同志们:"), "{clean}");
        assert!(clean.contains("中央农办印发文件") && clean.contains("先看变化"));
    }

    #[test]
    fn one_page_under_a_sites_notice() {
        let text = format!("《总结.docx》由会员分享,可在线阅读\n1、{}", page("年度总结一、主要工作", ""));
        assert!(clean(&text).starts_with("年度总结一、主要工作"));
    }
}
