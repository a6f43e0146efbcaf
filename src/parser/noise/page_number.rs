//! Page numbers, on lines of their own or put into the text: `- 3 -`, `— 3 —`, `第3页 共9页`, a bare `3`.

use super::Cut;
use super::line::{Begin, End, Line, is_blank, is_dash, is_ideograph};
use crate::NoiseKind;
use crate::lexer::numeral::read_arabic;
use crate::lexer::search::{after, any_of, before, chars, first, has, is_one_of, last, number, skip, skip_back};
use memchr::memmem;
use std::ops::Range;

/// Marks the lines that are page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    bare_numbers(source, lines);
    told(source, lines);
    // four bytes at most for a character
    let begins = |l: &Line| matches!(l.begin, Begin::Page | Begin::Number);
    for line in lines.iter_mut().filter(|l| begins(l) && l.noise.is_none() && l.len() <= 4 * 24) {
        if is_page_number(line.text(source)) && line.chars(source) <= 24 {
            line.noise = Some(NoiseKind::PageNumber);
        }
    }
}

/// Adds the page numbers within the lines of a text whose pages were put together: `……跑市场 — 2 — 文件就散……`, `……延缓第4页晋升……`.
/// They count on from one to the next, those on lines of their own too.
pub(super) fn spliced(source: &str, cuts: &mut Vec<Cut>) {
    for dash in ["—", " - ", "-", "~"] {
        let dashed = || memmem::find_iter(source.as_bytes(), dash).filter_map(|at| between_dashes(source, at, dash));
        // 东区-1-层, 东区-2-层
        if dash.len() > 1 || dashed().take(LEAST).count() == LEAST {
            count_on(source, &mut dashed(), cuts);
        }
    }
    let named: Vec<_> = memmem::find_iter(source.as_bytes(), "页").filter_map(|at| before_page(source, at)).collect();
    // a sentence that ends in 在 or 和 before the mark speaks of no page where those before and after it count on
    let counts = |at: usize| {
        let number = |at: usize| named.get(at).map_or(0, |place| place.0);
        number(at) == number(at.wrapping_sub(1)) + 1 && number(at) + 1 == number(at + 1)
    };
    let sure = named.iter().enumerate().filter(|&(at, place)| !place.2 || counts(at));
    count_on(source, &mut sure.map(|(_, place)| (place.0, place.1.clone())), cuts);
    let mut english = memmem::find_iter(source.as_bytes(), "Page ").filter_map(|at| behind_page(source, at));
    count_on(source, &mut english, cuts);
    let of_all = || memmem::find_iter(source.as_bytes(), "/").filter_map(|at| of_all(source, at));
    if of_all().take(LEAST).count() == LEAST {
        count_on(source, &mut of_all(), cuts);
    }
    between_blanks(source, cuts);
}

/// The fewest numbers of pages within lines that other things are counted with, too.
const LEAST: usize = 3;
/// The fewest bytes between the numbers of two pages.
const PAGE: usize = 20 * "字".len();

/// Adds those places within lines that are next to one with the number before or after theirs, a stretch of text apart.
fn count_on(source: &str, places: &mut dyn Iterator<Item = (u32, Range<usize>)>, cuts: &mut Vec<Cut>) {
    let within = |place: &Range<usize>| {
        let above = skip_back(before(source, place.start), stays);
        let below = skip(after(source, place.end), stays);
        !(above.is_empty() || above.ends_with('\n')) || !(below.is_empty() || below.starts_with(any_of("\r\n")))
    };
    let mut last: Option<(u32, Range<usize>, bool)> = None;
    for (number, place) in places {
        let follows = |(last, before, _): &(u32, Range<usize>, bool)| {
            last + 1 == number && place.start.saturating_sub(before.end) >= PAGE
        };
        let counts = last.as_ref().is_some_and(follows);
        let first = last.take().filter(|(.., known)| counts && !known).map(|(_, first, _)| first);
        let both = first.into_iter().chain(counts.then(|| place.clone()));
        cuts.extend(both.filter(within).map(|p| Cut::new(p.start as u32, p.end as u32, NoiseKind::PageNumber)));
        last = Some((number, place, counts));
    }
}

/// A blank that ends no line.
fn stays(c: char) -> bool {
    is_blank(c) && !matches!(c, '\n' | '\r')
}

/// The number between the dash at `at` and the next, with the blanks around it: short dashes stand between blanks.
fn between_dashes(source: &str, at: usize, dash: &str) -> Option<(u32, Range<usize>)> {
    let open = before(source, at);
    let inner = skip(after(source, at + dash.len()), stays);
    let (number, counted) = number(inner, 4)?;
    let behind = skip(counted, stays);
    let tight = behind.len() == counted.len() && inner.len() == source.len() - at - dash.len();
    let apart = if matches!(dash, "-" | "~") { tight } else { dash == "—" || !tight };
    let dash = dash.trim();
    let behind = behind.strip_prefix(dash).filter(|_| apart)?;
    let double = open.ends_with(dash) || behind.starts_with(dash);
    let place = tight && is_one_of(first(behind), PLACES);
    let (above, below) = (skip_back(open, stays), skip(behind, stays));
    // 1995—1996—1997 counts no pages, A-1-B names a part
    let chain = last(above).is_ascii_alphanumeric() || first(below).is_ascii_alphanumeric();
    (!double && !place && !chain).then(|| (number, above.len()..source.len() - below.len()))
}

/// What parts of houses are counted with: 东区-1-层.
const PLACES: &str = "层号室栋幢楼座单区门";

/// The number of the page behind the word at `at`: Page 4, Page 4 of 9.
fn behind_page(source: &str, at: usize) -> Option<(u32, Range<usize>)> {
    let above = skip_back(before(source, at), stays);
    let (page, behind) = number(after(source, at + "Page ".len()), 4)?;
    let all = behind.strip_prefix(" of ").and_then(|all| number(all, 4));
    let below = skip(all.map_or(behind, |(_, rest)| rest), stays);
    let word = last(above).is_ascii_alphanumeric() || first(below).is_ascii_alphanumeric();
    (!word).then(|| (page, above.len()..source.len() - below.len()))
}

/// The number of the page before the bar at `at` and of all behind it, between blanks: ` 4/33 `. A few are a fraction.
fn of_all(source: &str, at: usize) -> Option<(u32, Range<usize>)> {
    const FEW: u32 = 5;
    let head = skip_back(before(source, at), is_digit);
    let (page, _) = number(after(source, head.len()), 4)?;
    let (all, rest) = number(after(source, at + 1), 4)?;
    let (above, below) = (skip_back(head, stays), skip(rest, stays));
    let apart = above.len() < head.len() && below.len() < rest.len();
    // 完成 5/12 标段
    let share = is_one_of(last(above), "成占达有约为过案");
    (apart && !share && (FEW..).contains(&all) && page <= all).then(|| (page, above.len()..source.len() - below.len()))
}

/// Adds the numbers between blanks where there are no others, and they count on, a page of text apart: `……的环 2 节和……`.
fn between_blanks(source: &str, cuts: &mut Vec<Cut>) {
    /// The fewest bytes between two.
    const APART: usize = 10 * PAGE;
    /// What numbers stand behind in text, and before: 图 1, 2 个平台.
    const LABELS: &str = "第图表附件例题段组号类共有约近达超满";
    const MEASURES: &str = "个类项支次组期批名位家户人年月日天条种台套座处件元万亿亩公千米吨层号室楼栋所大小时分度级倍成岁份本篇章节句步张段只辆艘间场届轮遍站村镇乡县市区字周";
    let places = || memchr::memchr_iter(b' ', source.as_bytes()).filter_map(|at| between_two_blanks(source, at));
    // behind sentences stand the numbers of sections: ……。 2 组织体系
    let (mut found, mut sentences, mut counted, mut before_it) = (0, 0, 0, None::<(u32, usize)>);
    for (page, place) in places() {
        if before_it.is_some_and(|(last, end)| last + 1 != page || place.start < end + APART) {
            return;
        }
        found += 1;
        let label = is_one_of(last(before(source, place.start)), LABELS);
        counted += usize::from(label || is_one_of(first(after(source, place.end)), MEASURES));
        sentences += usize::from(before(source, place.start).ends_with(['。', '；']));
        before_it = Some((page, place.end));
    }
    if found >= LEAST && sentences * 4 <= found && counted * 3 < found {
        cuts.extend(places().map(|(_, p)| Cut::new(p.start as u32, p.end as u32, NoiseKind::PageNumber)));
    }
}

/// The number behind the blank at `at`, where text stands around it and its blanks.
fn between_two_blanks(source: &str, at: usize) -> Option<(u32, Range<usize>)> {
    let behind = after(source, at + 1);
    let (page, rest) = number(behind, 3).filter(|_| first(behind).is_ascii_digit())?;
    let (above, below) = (skip_back(before(source, at), stays), skip(rest, stays));
    let text = |c: char| is_ideograph(c) || is_one_of(c, "，。、；,");
    let stands = below.len() < rest.len() && text(last(above)) && text(first(below));
    stands.then(|| (page, above.len()..source.len() - below.len()))
}

/// The number of the page that the word at `at` tells, with how many there are: 第4页, 第4页 共9页; and whether a sentence
/// may speak of it: 见第4页, 第4页的图.
fn before_page(source: &str, at: usize) -> Option<(u32, Range<usize>, bool)> {
    let counted = skip_back(before(source, at), stays);
    let head = skip_back(counted, is_digit);
    let (number, _) = number(after(source, head.len()), 4)?;
    let head = skip_back(head, stays).strip_suffix('第')?;
    let behind = after(source, at + "页".len());
    let spoken = is_one_of(last(head), "见在于看如从和及与、至到（(")
        || is_one_of(first(behind), "、和至到及与的是有上中下所左右第，。；：）)");
    let all = skip(behind, |c| stays(c) || c == '/').strip_prefix('共').map(|all| skip(all, stays));
    let all = all.map(|all| skip(skip(all, is_digit), stays)).and_then(|all| all.strip_prefix('页'));
    Some((number, head.len()..source.len() - all.unwrap_or(behind).len(), spoken))
}

/// Whether a text is the number of a page and nothing else.
pub(super) fn is_page_number(text: &str) -> bool {
    // a dash may be read as 一, a 1 as l
    let dash = |c| is_dash(c) || is_blank(c) || c == '一';
    let right = skip(text, dash);
    let inner = skip_back(right, dash);
    if right.len() < text.len()
        && inner.len() < right.len()
        && (1..=4).contains(&chars(inner))
        && skip(inner, |c| is_digit(c) || c == 'l').is_empty()
    {
        return true;
    }
    // Page 3 of 12
    if let Some(page) = text.strip_prefix("Page ").or_else(|| text.strip_prefix("page ")) {
        let page = skip(page, is_digit);
        return skip(page.strip_prefix(" of ").unwrap_or(page), is_digit).is_empty();
    }
    // 3 / 9
    if let Some((page, all)) = number(text, 4)
        && let Some((all, "" | " 页")) = all.strip_prefix(" / ").and_then(|all| number(all, 4))
    {
        return (1..=all).contains(&page);
    }
    // 第3页 共9页, 第3页/共9页, 第 3 页, 第3页（共9页）
    let mut rest = text;
    let mut pages = 0;
    loop {
        rest = skip(rest, |c| is_blank(c) || matches!(c, '/' | '，' | ',' | '-' | '—' | '|' | '（' | '）' | '(' | ')'));
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

/// The number in what is a page number.
pub(super) fn value(text: &str) -> u32 {
    read_arabic(skip(text, |c| !is_digit(c))).map_or(0, |number| number.value)
}

/// Numbers with signs around them that other lines may have, too, where they count the pages: `3/12`, `[3]`, `3页`, `P3`.
/// They are consecutive and some lines apart, and what stands around them is the same.
fn told(source: &str, lines: &mut [Line]) {
    /// The fewest lines between two of them.
    const APART: usize = 3;
    let mut run: Vec<usize> = Vec::new();
    let (mut inside, mut next, mut form, mut since) = (0, 0, ("", ""), 0);
    // whether the line above breaks off
    let mut open = false;
    for i in 0..=lines.len() {
        let line = lines.get(i).copied().filter(Line::is_kept);
        let found = line.and_then(|l| framed(l.text(source)));
        if line.is_some() && found.is_none() {
            (since, open) = (since + 1, line.is_some_and(|l| l.end != End::Sentence));
        }
        let counts = found.is_some_and(|(number, around)| number == next && around == form && since >= APART);
        if found.is_some() && !counts || i == lines.len() {
            let enough = if is_one_of(first(form.1), "/／") { 2 } else { 3 };
            if run.len() >= enough && inside * 2 >= run.len() {
                for &i in &run {
                    if let Some(line) = lines.get_mut(i) {
                        line.noise = Some(NoiseKind::PageNumber);
                    }
                }
            }
            run.clear();
            inside = 0;
        }
        if let Some((number, around)) = found {
            run.push(i);
            inside += usize::from(open);
            (next, form, since) = (number + 1, around, 0);
        }
    }
}

/// The number that a short line tells, and what stands before and behind it.
fn framed(text: &str) -> Option<(u32, (&str, &str))> {
    /// The longest of them, in bytes.
    const LONGEST: usize = 24;
    let behind = skip(Some(text).filter(|t| t.len() <= LONGEST)?, |c| matches!(c, '[' | '［' | 'P' | 'p'));
    let number = read_arabic(behind).filter(|n| !n.misread)?;
    let (around, behind) = (before(text, text.len() - behind.len()), after(behind, number.len));
    let all = || {
        let all = skip(behind, |c| matches!(c, '/' | '／'));
        let left = skip(all, is_digit);
        all.len() < behind.len() && left.len() < all.len() && matches!(left, "" | "页")
    };
    let fits = match around {
        "" => behind == "页" || all(),
        "[" => behind == "]",
        "［" => behind == "］",
        _ => behind.is_empty(),
    };
    fits.then_some((number.value, (around, behind)))
}

/// Numbers alone on their lines, where they count the pages: consecutive, some lines apart, most
/// of them in the middle of a sentence or above the same line, which heads the pages. Where a line is a page, all of them
/// stand in the middle of a sentence.
fn bare_numbers(source: &str, lines: &mut [Line]) {
    let mut run: Vec<usize> = Vec::new();
    let (mut inside, mut previous, mut since, mut expected) = (0, None::<&Line>, 0, None::<u32>);
    let (mut headed, mut head, mut near) = (0, "", false);
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.is_kept()) {
        if let Some(number) = bare_number(source, line) {
            let apart = since >= 5 || run.is_empty() && (since >= 3 || previous.is_none() && number == 1);
            let cut = previous.is_some_and(|p| p.end != End::Sentence && p.chars(source) >= 15);
            if expected.is_none_or(|e| e == number) && (apart || cut && previous.is_some_and(|p| runs_on(source, p))) {
                run.push(i);
                near |= !apart;
                expected = Some(number + 1);
                inside += usize::from(cut);
            } else {
                // numbers that do not count pages: a table
                return;
            }
            since = 0;
        } else {
            if since == 0 && !run.is_empty() && line.len() >= 8 * "字".len() {
                let text = line.text(source);
                headed += usize::from(text == head);
                head = text;
            }
            since += 1;
        }
        previous = Some(line);
    }
    if near && (inside < run.len() || run.len() < 3) {
        return;
    }
    // no line stands below the last
    let last = since == 0 && run.len() >= 3 && expected == Some(run.len() as u32 + 1);
    if run.len() >= 2 && (last || inside * 2 >= run.len() || headed > 0 && headed + 2 >= run.len()) {
        for i in run {
            if let Some(line) = lines.get_mut(i) {
                line.noise = Some(NoiseKind::PageNumber);
            }
        }
    }
}

/// Whether a line is prose that breaks off: what the next page goes on with.
fn runs_on(source: &str, line: &Line) -> bool {
    const LEAST: usize = 120;
    let comma = |c| matches!(c, '，' | ',' | '。');
    matches!(line.end, End::Ideograph | End::Comma)
        && line.chars(source) >= LEAST
        && has(line.text(source), comma)
        && !line.has_cells(source)
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
        for text in [
            "- 3 -",
            "— 12 —",
            "－3－",
            "—3—",
            "第3页",
            "第3页 共9页",
            "第 3 页/共 9 页",
            "共八十一页",
            "2 / 3",
            "一1一",
            "— 2 一",
            "— l —",
            "～3～",
            "‐ 3 ‐",
            "第 1 页（共 3 页）",
            "Page 3 of 12",
        ] {
            assert!(is_page_number(text), "{text}");
        }
        for text in [
            "3",
            "第3条",
            "第三季度",
            "——",
            "- 3",
            "共同富裕",
            "2023-5-1",
            "- 三农 -",
            "3/9",
            "5 / 3",
            "一二三一",
            "一3",
            "Page",
        ] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
