//! Page marks that a sharing site puts into the text: `12、` at the start of a page's line.
//!
//! They have the form of list numbers. What tells them apart: one run from the first line on, long pages, and
//! sentences cut in the middle.

use super::Cut;
use super::line::{End, Line};
use crate::NoiseKind;
use crate::lexer::search::{any_of, number};

/// A line that may start a page.
struct Page {
    line: usize,
    mark_end: u32,
    /// The line before it breaks off in mid-sentence.
    cuts: bool,
}

/// Adds the page marks with the line breaks before them; says whether the text is a paged one.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) -> bool {
    let pages = run(source, lines);
    let furniture = lines.iter().any(|l| l.noise == Some(NoiseKind::Boilerplate));
    if !is_paged(source, lines, &pages, furniture) {
        return false;
    }
    for page in &pages {
        let Some(line) = lines.get(page.line) else { continue };
        let before = lines.iter().take(page.line).rev().find(|l| !l.is_blank()).filter(|l| l.noise.is_none());
        let start = before.map_or(line.start, |before| before.text_end);
        cuts.push(Cut::new(start, page.mark_end, NoiseKind::PageMark));
    }
    true
}

/// The chain 1、 2、 3、 of lines that may start pages, from the first line on.
fn run(source: &str, lines: &[Line]) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let (mut before, mut expected): (Option<usize>, u32) = (None, 1);
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.is_kept()) {
        if let Some((number, len)) = number_mark(line.text(source))
            && number == expected
        {
            // a line of a sentence, not a title
            let breaks_off = |l: &Line| l.end != End::Sentence && l.chars(source) >= 30;
            let cut = before.and_then(|b| lines.get(b)).is_some_and(breaks_off);
            // the first line, or the one below a page that is one line
            if cut && !pages.is_empty() || pages.last().map(|p| p.line) == before {
                pages.push(Page { line: i, mark_end: line.text_start + len, cuts: cut });
                expected = number + 1;
            }
        }
        before = Some(i);
    }
    pages
}

/// `12、` at the start of `text`, or misread `12，`: the number and the length of the mark in bytes.
fn number_mark(text: &str) -> Option<(u32, u32)> {
    let (value, rest) = number(text, 4)?;
    let behind = rest.strip_prefix(any_of("、，,."))?;
    Some((value, (text.len() - behind.len()) as u32))
}

fn is_paged(source: &str, lines: &[Line], pages: &[Page], furniture: bool) -> bool {
    let Some((first, later)) = pages.split_first() else { return false };
    let (inner, cut) = (later.len(), later.iter().filter(|p| p.cuts).count());
    let Some(last) = later.last() else {
        // one page only, under a site's notices
        let mut rest = lines.iter().skip(first.line + 1);
        let long = lines.get(first.line).is_some_and(|l| l.chars(source) > 60);
        return furniture && long && !rest.any(Line::is_kept);
    };
    let length: usize = lines.iter().take(last.line).skip(first.line).map(|l| l.chars(source)).sum();
    (inner >= 2 || furniture) && cut * 5 >= inner * 3 && length >= 40 * inner
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
    fn one_page_under_a_sites_notice() {
        let text = format!("《总结.docx》由会员分享,可在线阅读\n1、{}", page("年度总结一、主要工作", ""));
        assert!(clean(&text).starts_with("年度总结一、主要工作"));
    }
}
