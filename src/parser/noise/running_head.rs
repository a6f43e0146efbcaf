//! A line repeated at the head or foot of the pages.

use super::line::{End, Line, is_blank, is_ideograph};
use super::page_number::{is_page_number, value};
use super::page_title::{ends_as_title, is_broken};
use super::words::{HEADING, WORDS};
use crate::NoiseKind;
use crate::lexer::decode::each_char;
use crate::lexer::numeral;
use crate::lexer::search::{
    after, any_of, before, chars, ends_with_any, find, first, is_one_of, last, number, skip, skip_back,
};

/// Marks lines that stand again and again beside page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    for after in [true, false] {
        let numbers = lines.iter().enumerate().filter(|(_, l)| l.noise == Some(NoiseKind::PageNumber));
        let beside = numbers.filter_map(|(i, _)| {
            let near = if after {
                lines.iter().skip(i + 1).take(4).find(|l| !l.is_blank())
            } else {
                lines.iter().take(i).rev().take(4).find(|l| !l.is_blank())
            };
            near.filter(|l| l.noise.is_none() && (4..=50).contains(&l.chars(source))).map(|l| l.text(source))
        });
        // running heads differ little from page to page: the first few decide
        let mut seen = [("", 0); 8];
        for text in beside {
            if let Some((head, count)) = seen.iter_mut().find(|(head, _)| head.is_empty() || *head == text) {
                (*head, *count) = (text, *count + 1);
            }
        }
        if let Some((head, 2..)) = seen.into_iter().max_by_key(|(_, count)| *count) {
            take(source, lines, head);
        }
    }
}

/// Marks lines that have the number of the page beside what stands at the head or foot of each: `××工作方案　第 2 页`,
/// `××交流材料 2`. A number alone may count the documents of a collection: there the lines above break off.
pub(super) fn mark_numbered(source: &str, lines: &mut [Line]) {
    /// How many are looked for at a time.
    const HEADS: usize = 8;
    /// A head, the number expected next, how many count on, and how many of them stand in mid-sentence.
    struct Seen<'s> {
        head: (&'s str, bool),
        next: u32,
        count: usize,
        inside: usize,
    }
    let mut seen: Vec<Seen<'_>> = Vec::new();
    let mut open = false;
    for line in lines.iter().filter(|l| l.is_kept()) {
        let found = beside_number(source, line);
        if let Some((number, head)) = found {
            let (at, inside) = (seen.iter().position(|s| s.head == head), usize::from(open));
            match at.and_then(|at| seen.get_mut(at)) {
                Some(seen) if seen.next == number => {
                    (seen.next, seen.count, seen.inside) = (number + 1, seen.count + 1, seen.inside + inside);
                }
                Some(_) => {}
                None => {
                    let alone = seen.iter().position(|s| s.count == 1);
                    if let Some(alone) = alone.filter(|_| seen.len() == HEADS) {
                        seen.remove(alone);
                    }
                    if seen.len() < HEADS {
                        seen.push(Seen { head, next: number + 1, count: 1, inside });
                    }
                }
            }
        } else {
            open = breaks_off(source, line);
        }
    }
    seen.retain(|s| s.count >= 2 && (s.head.1 || s.inside > 0 && s.inside * 2 >= s.count));
    if seen.is_empty() {
        return;
    }
    for line in lines.iter_mut().filter(|l| l.is_kept()) {
        if beside_number(source, line).is_some_and(|(_, head)| seen.iter().any(|s| s.head == head)) {
            line.noise = Some(NoiseKind::RunningHead);
        }
    }
}

/// Whether a line of prose ends in mid-sentence.
fn breaks_off(source: &str, line: &Line) -> bool {
    let text = line.text(source);
    matches!(line.end, End::Ideograph | End::Comma)
        && line.chars(source) >= 15
        && (find(text, "，").is_some() || find(text, "。").is_some())
}

/// The number of a page on a line, and what else stands on it; whether the number has signs or words of its own.
fn beside_number<'s>(source: &'s str, line: &Line) -> Option<(u32, (&'s str, bool))> {
    /// The longest such line, in bytes, and the fewest characters beside the number.
    const LONGEST: usize = 60 * "字".len();
    const LEAST: usize = 4;
    if line.len() > LONGEST || line.end == End::Sentence {
        return None;
    }
    let text = line.text(source);
    let word = |c| is_ideograph(c) && !matches!(c, '第' | '页' | '一') || is_one_of(c, "，；：！？“”《》、");
    if word(first(text)) && word(last(text)) {
        return None;
    }
    for (at, c) in each_char(text).filter(|&(at, c)| at > 0 && (is_blank(c) || c == '第')) {
        let (head, tail) = (skip_back(before(text, at), is_blank), skip(after(text, at), is_blank));
        let told = is_page_number(tail);
        if told || is_blank(c) && tail.len() <= 3 && tail.bytes().all(|b| b.is_ascii_digit()) {
            return (chars(head) >= LEAST).then(|| (value(tail), (head, told)));
        }
        if is_blank(c) && is_page_number(head) && chars(tail) >= LEAST {
            return Some((value(head), (tail, true)));
        }
    }
    None
}

/// Marks the words that a site puts at the foot of each page, where they stand twice at least.
pub(super) fn mark_feet(source: &str, lines: &mut [Line]) {
    const FEET: [&str; 7] =
        ["精品文档", "精品资料", "最新资料推荐", "word文档 可自由复制编辑", "可自由编辑", "可编辑修改", "欢迎下载"];
    let is_foot = |line: &Line| {
        let sign = |c| is_blank(c) || matches!(c, '.' | '…' | '-' | '—' | '_');
        line.is_kept() && line.len() <= 90 && FEET.contains(&skip_back(skip(line.text(source), sign), sign))
    };
    if lines.iter().filter(|line| is_foot(line)).count() >= 2 {
        for line in lines.iter_mut() {
            if is_foot(line) {
                line.noise = Some(NoiseKind::RunningHead);
            }
        }
    }
}

/// Marks the title where it stands once more between two numbers of one list, `1.……⏎××报告⏎2.……`, or in mid-sentence.
pub(super) fn mark_title_in_list(source: &str, lines: &mut [Line]) {
    /// How far above the number may stand, in lines with text.
    const NEAR: usize = 40;
    let Some(first) = lines.iter().position(Line::is_kept) else { return };
    let title = lines.get(first).map_or("", |line| line.text(source));
    if !(6..=60).contains(&chars(title)) || !ends_as_title(title) {
        return;
    }
    let mut open = false;
    for i in first + 1..lines.len() {
        let (above, below) = lines.split_at_mut(i);
        let Some((line, below)) = below.split_first_mut() else { return };
        if !line.is_kept() || line.len() != title.len() || line.text(source) != title {
            open = if line.is_kept() { breaks_off(source, line) } else { open };
            continue;
        }
        let number = |line: &Line| list_number(line.text(source));
        let next = below.iter().find(|line| line.is_kept()).and_then(number);
        let last = above.iter().rev().filter(|line| line.is_kept()).take(NEAR).find_map(number);
        if open && next.is_none() || last.is_some_and(|last| next == Some(last + 1)) {
            line.noise = Some(NoiseKind::RunningHead);
        }
    }
}

/// The number that a line of a list begins with: `2.`, `三、`, `（四）`.
fn list_number(line: &str) -> Option<u32> {
    let bare = line.trim_start_matches(any_of("（("));
    let (value, behind) = match numeral::read_han(bare) {
        Some(read) => (read.value, after(bare, read.len)),
        None => number(bare, 2)?,
    };
    let closed = if bare.len() < line.len() { "）)" } else { "、.．" };
    behind.starts_with(any_of(closed)).then_some(value)
}

fn take(source: &str, lines: &mut [Line], head: &str) {
    let mut first = true;
    // a cover may have the title on several lines
    let near = lines.get(..12).unwrap_or(lines);
    let again = is_broken(source, near.iter().filter(|l| !l.is_blank()), head);
    for i in 0..lines.len() {
        let Some((line, below)) = lines.get_mut(i..).and_then(<[Line]>::split_first_mut) else { return };
        if line.len() != head.len() || line.noise.is_some() || line.text(source) != head {
            continue;
        }
        if line.end == End::Sentence {
            return;
        }
        // the first may be the title itself: then no other title follows
        let next = || below.iter().find(|l| l.is_kept());
        let titled = || again || next().is_some_and(|l| is_title(source, l));
        if !(std::mem::take(&mut first) && i < 12 && !titled()) {
            line.noise = Some(NoiseKind::RunningHead);
        }
    }
}

fn is_title(source: &str, line: &Line) -> bool {
    let text = line.text(source);
    (6..=45).contains(&chars(text))
        && WORDS.longest_at(text, HEADING) == 0
        && line.end != End::Sentence
        && !matches!(first(text), '—' | '（' | '(' | '〔')
        && !matches!(last(text), '日' | '号')
        && !ends_with_any(
            text,
            &["局", "厅", "委", "府", "部", "办", "院", "会", "室", "组", "处", "科", "司", "校", "镇", "乡", "村"],
        )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};
    use crate::NoiseKind;

    #[test]
    fn a_line_beside_every_page_number() {
        let text = "全县教育大会材料之二\n办好每一所村小的几点做法\n我们一共办了三件事。\n- 1 -\n全县教育大会材料之二\n\
            第一件是修路。\n- 2 -\n全县教育大会材料之二\n第二件是修屋。\n- 3 -\n";
        assert_eq!(clean(text), "办好每一所村小的几点做法\n我们一共办了三件事。\n第一件是修路。\n第二件是修屋。\n");
        assert_eq!(noise(text)[0].0, NoiseKind::RunningHead);
    }

    #[test]
    fn a_cover_and_bare_page_numbers() {
        let head = "青石县乡村公路建设工程可行性研究报告";
        let page = "路基宽六米半。\n路面用水泥混凝土。\n沿线有村庄七个。\n受益群众两千多人。\n工期一年。\n";
        let text = format!(
            "青石县乡村公路建设工程\n可行性研究报告\n\n{head}\n第一章　总论\n{page}1\n{head}\n{page}2\n{head}\n{page}3\n"
        );
        let left = format!("青石县乡村公路建设工程\n可行性研究报告\n\n第一章　总论\n{page}{page}{page}");
        assert_eq!(clean(&text), left);
        let table = "1\n修路\n2\n修路\n3\n修路\n";
        assert_eq!(clean(table), table);
    }

    #[test]
    fn a_title_that_heads_every_page_stays_once() {
        let text = "关于修路的报告\n县人民政府：\n修了三条路。\n- 1 -\n关于修路的报告\n又修了两条。\n- 2 -\n关于修路的报告\n以上报告。\n";
        assert_eq!(clean(text), "关于修路的报告\n县人民政府：\n修了三条路。\n又修了两条。\n以上报告。\n");
    }
}
