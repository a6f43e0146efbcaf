//! A table of contents: the line 目录 and the lines below it.

use super::Cut;
use super::line::{Begin, End, Line, is_blank, strip_spaced};
use crate::NoiseKind;
use crate::lexer::search::{after, any_of, before, chars, find, first, has, is_one_of, last, skip, skip_back};

/// The longest table that is looked for, in lines.
const LONGEST: usize = 400;

/// What entries without a number may begin with.
const SIGNS: [char; 6] = ['★', '☆', '◆', '●', '■', '▲'];

/// Marks tables of contents.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    for i in 0..lines.len() {
        let Some(line) = lines.get(i).filter(|l| l.begin == Begin::Contents && l.noise.is_none()) else { continue };
        if is_heading(line.text(source)) && line.chars(source) <= 12 {
            let title = title_below(source, lines, i);
            let end = end(source, lines, title.unwrap_or(i));
            let table = lines.iter_mut().enumerate().take(end).skip(i).filter(|&(at, _)| Some(at) != title);
            for (_, line) in table.filter(|(_, l)| l.noise.is_none()) {
                line.noise = Some(NoiseKind::Contents);
            }
        }
    }
    dotted(source, lines);
    unheaded(source, lines);
}

/// Marks the titles of all chapters or sections without the word 目录 above them, with nothing between: the first comes again
/// right below the last.
fn unheaded(source: &str, lines: &mut [Line]) {
    /// How far down the list may begin, how long its entries may be, and how few.
    const TOP: usize = 40;
    const ENTRY: usize = 40;
    const FEWEST: usize = 2;
    let text = |i: usize| lines.get(i).map_or("", |line| line.text(source));
    let is_first = |i: &usize| is_counted(text(*i)) && skip(text(*i), |c| c == '第' || is_blank(c)).starts_with('一');
    let Some(first) = (0..lines.len().min(TOP)).filter(|&i| lines[i].is_kept()).find(is_first) else { return };
    let (mut count, mut second, mut end) = (0, None, None);
    for i in (first..lines.len()).filter(|&i| lines[i].is_kept()).take(LONGEST) {
        let entry = text(i);
        if count > 0 && is_same(entry, text(first)) {
            end = Some(i);
            break;
        }
        if !is_counted(entry) || chars(entry) > ENTRY || has(entry, |c| matches!(c, '。' | '；' | '：')) {
            return;
        }
        count += 1;
        second = second.or(Some(i).filter(|_| count == 2));
    }
    // the next one does not follow at once, as in a list that is there twice
    let Some(end) = end else { return };
    let below = (end + 1..lines.len()).find(|&i| lines[i].is_kept());
    let again = second.zip(below).is_some_and(|(second, below)| is_same(text(second), text(below)));
    if count >= FEWEST && below.is_some() && !again {
        for line in lines.iter_mut().take(end).skip(first).filter(|line| line.is_kept()) {
            line.noise = Some(NoiseKind::Contents);
        }
    }
}

/// Whether two lines are the same, blanks aside.
fn is_same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| text.chars().filter(|&c| !is_blank(c)));
    one.eq(other)
}

/// Marks entries with dots before their pages, some together, whatever stands above them.
fn dotted(source: &str, lines: &mut [Line]) {
    const FEWEST: usize = 4;
    let (mut run, mut first, mut last) = (Vec::<usize>::new(), 0, 0);
    for i in 0..=lines.len() {
        let line = lines.get(i);
        if line.is_some_and(|line| line.is_blank()) {
            continue;
        }
        let text =
            line.filter(|line| line.end == End::Other && line.noise.is_none()).map_or("", |line| line.text(source));
        let head = skip_back(text, |c| c.is_ascii_digit());
        let dots = skip_back(head, |c| matches!(c, '.' | '…' | '·' | '．'));
        // pages rise, amounts do not
        let page = after(text, head.len()).parse::<u32>().ok().filter(|&page| run.is_empty() || page >= last);
        if let Some(page) = page.filter(|_| !dots.is_empty() && chars(after(head, dots.len())) >= 4) {
            (first, last) = (if run.is_empty() { page } else { first }, page);
            run.push(i);
            continue;
        }
        let table = if run.len() >= FEWEST && first < last { run.as_slice() } else { &[] };
        for &i in table {
            lines[i].noise = Some(NoiseKind::Contents);
        }
        run.clear();
    }
}

/// Adds the list of all headings that stands between a title and the text without a word above it, glued to both:
/// `……方案一、背景⏎1.1政策⏎……⏎七、结论一、背景1.1政策……`.
pub(super) fn unnamed(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    /// Where the list may begin, how long it and its entries may be, and how long it must be.
    const TOP: usize = 40;
    const MOST: usize = 80;
    const ENTRY: usize = 40;
    const FEWEST: usize = 4;
    let place = |line: &Line, word: &str| find(line.text(source), word).map(|at| line.text_start as usize + at);
    let mut top = lines.iter().enumerate().take(TOP).filter(|(_, line)| line.is_kept());
    let Some((i, start)) = top.find_map(|(i, line)| Some((i, place(line, "一、")?))) else { return };
    let Some(entry) = lines.get(i).and_then(|line| source.get(start..line.text_end as usize)) else { return };
    if !(4..=ENTRY).contains(&chars(entry)) || has(entry, |c| c == '。') {
        return;
    }
    let numbered = |text: &str| is_one_of(first(text), "一二三四五六七八九十（(第") || first(text).is_ascii_digit();
    for (count, line) in lines.iter().skip(i + 1).take(MOST).filter(|line| line.is_kept()).enumerate() {
        let text = line.text(source);
        if let Some(end) = place(line, entry) {
            if count >= FEWEST && chars(before(text, end - line.text_start as usize)) <= ENTRY {
                cuts.push(Cut::new(start as u32, end as u32, NoiseKind::Contents));
            }
            return;
        }
        if line.len() > 4 * ENTRY || chars(text) > ENTRY || has(text, |c| c == '。') || !numbered(text) {
            return;
        }
    }
}

/// What the list of what a bulletin holds is called.
const BULLETIN: [&str; 5] = ["本期要目", "本期导读", "本期内容", "要目", "导读"];

fn is_heading(text: &str) -> bool {
    let edge = |c| matches!(c, '#' | '*' | ' ' | '：' | ':' | '【' | '】' | '[' | ']');
    let text = skip_back(skip(text, edge), edge);
    if text.starts_with('目') {
        let rest = strip_spaced(text, "目").unwrap_or_default();
        return matches!(skip_back(skip(rest, is_blank), is_blank), "录" | "次" | "錄");
    }
    BULLETIN.iter().any(|name| strip_spaced(text, name) == Some(""))
}

/// The title of the document where it stands between the word 目录, the first of all, and the entries: it does not come
/// again where the first of them does.
fn title_below(source: &str, lines: &[Line], start: usize) -> Option<usize> {
    if lines.iter().take(start).any(Line::is_kept) {
        return None;
    }
    let mut filled = lines.iter().enumerate().skip(start + 1).take(LONGEST).filter(|(_, l)| l.is_kept());
    let (title, line) = filled.next()?;
    let (text, entry) = (line.text(source), filled.next()?.1.text(source));
    let plain = !has_page_number(text) && !is_counted(text) && (4..=40).contains(&chars(text));
    let again = filled.find(|(_, l)| [text, entry].iter().any(|entry| begins_again(l.text(source), entry)))?;
    (plain && is_counted(entry) && begins_again(again.1.text(source), entry)).then_some(title)
}

/// Whether the mark of a chapter or section opens an entry.
fn is_counted(entry: &str) -> bool {
    let number = skip(entry, |c| is_one_of(c, "第一二三四五六七八九十") || is_blank(c));
    number.len() < entry.len() && number.starts_with(any_of("章节编篇部条、"))
}

/// The line after the last one of the table that begins at `start`.
fn end(source: &str, lines: &[Line], start: usize) -> usize {
    let mut first: Option<&str> = None;
    let mut end = start + 1;
    for (i, line) in lines.iter().enumerate().skip(start + 1).take(LONGEST).filter(|(_, l)| l.is_kept()) {
        let text = line.text(source);
        let numbered = has_page_number(text);
        if let Some(first) = first
            && (begins_again(text, first) || !numbered && line.chars(source) > 60)
        {
            return end;
        }
        // ——记××村张三, below an entry with its page
        if first.is_some_and(has_page_number) && end == i && text.starts_with("——") {
            end = i + 1;
            continue;
        }
        if !numbered && (matches!(last(text), '：' | ':' | '；' | '，') || has(text, |c| c == '。')) {
            return if first.is_some() { end } else { start };
        }
        let gap = || lines.get(end..i).unwrap_or_default().iter().any(Line::is_blank);
        // an entry may be wrapped, its page below it
        let paged_below = || kept(lines, i + 1).take(2).any(|line| has_page_number(line.text(source)));
        if !numbered && first.is_some_and(has_page_number) && (gap() || !paged_below()) {
            return end;
        }
        first = first.or(Some(text));
        end = i + 1;
    }
    // no body in sight: only what is plainly a table
    if first.is_some_and(has_page_number) { end } else { start }
}

fn kept(lines: &[Line], from: usize) -> impl Iterator<Item = &Line> {
    lines.get(from..).unwrap_or_default().iter().filter(|line| line.is_kept())
}

/// Whether the entry ends in a page number: dots, or blanks, then digits.
fn has_page_number(text: &str) -> bool {
    let head = skip_back(text, |c| c.is_ascii_digit() || matches!(c, ')' | '(' | '（' | '）' | '-'));
    head.len() < text.len()
        && (matches!(last(head), '.' | '…' | '·' | '．' | '—' | '-')
            || is_blank(last(head)) && last(text).is_ascii_digit())
}

/// An entry without the page in brackets behind it: `前 言(1)`.
fn without_bracketed_page(entry: &str) -> &str {
    let number = entry.strip_suffix(any_of("）)")).map(|entry| (entry, skip_back(entry, |c| c.is_ascii_digit())));
    let open =
        number.filter(|(entry, open)| open.len() < entry.len()).and_then(|(_, open)| open.strip_suffix(any_of("（(")));
    open.unwrap_or(entry)
}

/// Whether `text` is the heading that the entry `first` points to.
fn begins_again(text: &str, entry: &str) -> bool {
    let core = skip(entry, |c| SIGNS.contains(&c) || is_blank(c));
    let core = without_bracketed_page(core);
    let core = skip_back(core, |c| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '．') || is_blank(c));
    let core = core.split(any_of("（(\t")).next().filter(|c| chars(c) >= 4).unwrap_or(core);
    // 1.把小田…… in the table, 把小田…… above the text
    let core = if first(text).is_ascii_digit() {
        core
    } else {
        skip(core, |c| c.is_ascii_digit() || matches!(c, '.' | '．' | '、') || is_blank(c))
    };
    // 1.××乡：把小田…… in the table
    let named = core.split_once(any_of("：:")).map_or("", |(_, title)| skip(title, is_blank));
    if chars(named) >= 4 && strip_spaced(text, named).is_some() {
        return true;
    }
    // all entries in one line: its beginning
    let text = skip(text, |c| SIGNS.contains(&c) || is_blank(c));
    !core.is_empty() && strip_spaced(text, core).is_some() || chars(text) >= 6 && strip_spaced(core, text).is_some()
}

/// The titles that a table lists: without their numbers, the organs named before or behind them, and the pages.
pub(crate) fn titles(table: &str) -> Vec<&str> {
    let mut titles = Vec::new();
    for entries in table.split(any_of("…·\n")) {
        // they may be glued to each other: 县水利局2.让老屋住进新人
        let mut from = 0;
        if let Some(at) = find(entries, "一、").filter(|&at| chars(before(entries, at)) <= 6) {
            titles.extend(counted(after(entries, at)).filter_map(title));
            continue;
        }
        for (at, c) in entries.char_indices() {
            if matches!(c, '.' | '．' | '、') && before(entries, at).ends_with(|c: char| c.is_ascii_digit()) {
                titles.extend(title(after(before(entries, at), from)));
                from = at;
            }
        }
        titles.extend(title(after(entries, from)));
    }
    titles
}

/// The entries that 一、 二、 三、 open, one after the other.
fn counted(entries: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(entries);
    HAN.iter().skip(1).chain([&""]).map_while(move |next| {
        let entry = rest?;
        let end = find(entry, next).filter(|_| !next.is_empty());
        rest = end.map(|end| after(entry, end));
        Some(before(entry, end.unwrap_or(entry.len())))
    })
}

/// What opens the entries of a table that Chinese numerals count.
const HAN: [&str; 12] =
    ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "十一、", "十二、"];

/// The title that one entry tells.
fn title(entry: &str) -> Option<&str> {
    let number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | '、' | '-' | '—') || is_blank(c) || SIGNS.contains(&c);
    let entry = skip_back(skip(entry, number), number);
    let counted = skip(entry, |c| is_one_of(c, "一二三四五六七八九十")).strip_prefix('、');
    let entry = counted.unwrap_or(entry);
    let entry = entry.split_once(any_of("：:")).map_or(entry, |(_, title)| skip(title, is_blank));
    // behind the last entry, where line breaks are lost: 第1页共12页
    let title = entry.split(any_of("（(")).next()?;
    let page = title.find("第").filter(|&at| skip(after(title, at + "第".len()), number).starts_with('页'));
    let title = skip_back(before(title, page.unwrap_or(title.len())), is_blank);
    (5..=40).contains(&chars(title)).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    #[test]
    fn entries_up_to_the_first_title_again() {
        let text = "经验交流材料汇编\n目　录\n把小田并成大田（XX镇）\n让老屋住进新人（XX村）\n把小田并成大田\n各位领导：\n先说田。\n";
        assert_eq!(clean(text), "经验交流材料汇编\n把小田并成大田\n各位领导：\n先说田。\n");
    }

    #[test]
    fn entries_with_page_numbers() {
        let text = "水利规划\n目录\n一、现状……1\n二、目标.......3\n三、保障 5\n\n一、现状\n水库十二座。\n";
        assert_eq!(clean(text), "水利规划\n\n一、现状\n水库十二座。\n");
    }

    #[test]
    fn entries_numbered_only_in_the_table() {
        let text = "交流发言汇编\n目 录\n1.把小田并成大田 ……… 1\n2.让老屋住进新人 ……… 5\n把小田并成大田\nXX镇人民政府\n先说田。\n";
        assert_eq!(clean(text), "交流发言汇编\n把小田并成大田\nXX镇人民政府\n先说田。\n");
        assert_eq!(clean(&text.replace('\n', "")), "交流发言汇编把小田并成大田XX镇人民政府先说田。");
    }

    #[test]
    fn no_page_number_belongs_to_the_last_title() {
        let titles = super::titles("目录1.把小田并成大田2.让老屋住进新人第1页共12页");
        assert_eq!(titles, ["把小田并成大田", "让老屋住进新人"]);
        assert_eq!(super::titles("1.写在第二页的故事"), ["写在第二页的故事"]);
    }

    #[test]
    fn a_catalogue_without_entries_stays() {
        assert_eq!(noise("目录\n各单位要按要求填报。\n"), []);
        assert_eq!(noise("现将产业目录印发。\n目录由县里定。\n"), []);
    }
}
