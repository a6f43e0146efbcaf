//! Page marks that a sharing site puts into the text: `12、` at the start of a page's line.
//!
//! They have the form of list numbers. What tells them apart: one run through the whole file,
//! pages of even length, and sentences cut in the middle.

use super::Cut;
use super::line::{Line, ends_sentence};
use crate::{NoiseKind, Span};

/// A line that may start a page.
struct Page {
    line: usize,
    mark_end: usize,
    /// The line before it breaks off in mid-sentence.
    cuts: bool,
}

/// Adds the page marks with the line breaks before them; says whether the text is a paged one.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) -> bool {
    let furniture = lines.iter().any(|l| l.noise == Some(NoiseKind::Boilerplate));
    let pages = run(source, lines);
    if !is_paged(source, lines, &pages, furniture) {
        return false;
    }
    // above the first page stand a site's own words
    let first = pages.first().filter(|_| furniture).map_or(0, |p| p.line);
    for line in lines.get(..first).unwrap_or_default().iter().filter(|l| l.is_kept()) {
        cuts.push((Span::new(line.start, line.next), NoiseKind::Boilerplate));
    }
    for page in &pages {
        let Some(line) = lines.get(page.line) else { continue };
        let before = lines.get(..page.line).unwrap_or_default().iter().rev().find(|l| !l.is_blank());
        match before.filter(|l| l.noise.is_none()) {
            Some(before) if page.line > first => {
                cuts.push((Span::new(before.text_end, page.mark_end), NoiseKind::PageMark));
            }
            _ => cuts.push((Span::new(line.start, page.mark_end), NoiseKind::PageMark)),
        }
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
        if let Some((number, len)) = number_mark(line.text(source)) {
            let last = before.and_then(|b| lines.get(b));
            let cut = last.is_some_and(|l| l.chars >= 30 && !ends_sentence(l.text(source)));
            let adjacent = last.is_some_and(|l| l.chars >= 100) && pages.last().is_some_and(|p| Some(p.line) == before);
            let below_short = number == 1 && short && above <= ABOVE && line.chars >= 100;
            let first = pages.is_empty() && (before.is_none() && number <= 2 || number == 2 && cut || below_short);
            if first || !pages.is_empty() && number == expected && (cut || adjacent) {
                pages.push(Page { line: i, mark_end: line.text_start + len, cuts: cut });
                expected = number + 1;
            }
        }
        before = Some(i);
        above += 1;
        short &= line.chars <= 45;
    }
    pages
}

/// The most lines above the first page.
const ABOVE: usize = 20;

/// `12、` at the start of `text`: the number, and the length of the mark in bytes.
fn number_mark(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    text.get(digits..)?.strip_prefix('、')?;
    Some((text.get(..digits)?.parse().ok()?, digits + '、'.len_utf8()))
}

fn is_paged(source: &str, lines: &[Line], pages: &[Page], furniture: bool) -> bool {
    let inner = pages.iter().skip(1).count();
    let cut = pages.iter().skip(1).filter(|p| p.cuts).count();
    let Some(first) = pages.first() else { return false };
    if inner == 0 {
        // one page only: a mark before the title, under a site's notices
        let line = lines.get(first.line);
        let rest = lines.iter().skip(first.line + 1).filter(|l| l.is_kept()).count();
        return furniture && !first.cuts && line.is_some_and(|l| l.chars > 60) && rest == 0 && !source.is_empty();
    }
    let mut sizes: Vec<usize> = pages
        .windows(2)
        .map(|pair| match pair {
            [a, b] => lines.get(a.line..b.line).unwrap_or_default().iter().map(|l| l.chars).sum(),
            _ => 0,
        })
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
