//! Line breaks inside the paragraphs of a text that was wrapped at a width.

use super::Cut;
use super::line::{Line, ends_sentence, is_blank, is_ideograph};
use crate::{NoiseKind, Span};

/// What the lines of a wrapped text have in common when they are full.
#[derive(Clone, Copy, Debug)]
enum Full {
    /// The number of characters.
    Chars(usize),
    /// The columns on a screen, from and to.
    Width(usize, usize),
}

impl Full {
    fn holds(self, line: &Line) -> bool {
        match self {
            Full::Chars(chars) => line.chars == chars,
            Full::Width(low, high) => (low..=high).contains(&line.width),
        }
    }
}

/// Adds the line breaks (and blanks around them) that stand inside paragraphs.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    let Some(full) = measure(source, lines) else {
        few(source, lines, cuts);
        return;
    };
    let long_paragraphs = has_long_paragraphs(lines, full);
    let mut before: Option<&Line> = None;
    let mut blank_between = false;
    let mut paragraph = 0;
    for line in lines {
        if line.noise.is_some() {
            continue;
        }
        if line.is_blank() {
            blank_between = true;
            continue;
        }
        let joined = before.filter(|b| {
            let start = paragraph.max(b.text_end.saturating_sub(NEAR));
            full.holds(b)
                && !blank_between
                && goes_on(
                    source,
                    line,
                    Before { text: b.text(source), near: near(source, start, b.text_end) },
                    full,
                    long_paragraphs,
                )
        });
        if let Some(before) = joined {
            let from = if keeps_blank(source, before) { before.end } else { before.text_end };
            cuts.push((Span::new(from, before.next), NoiseKind::HardWrap));
            cuts.push((Span::new(line.start, line.text_start), NoiseKind::HardWrap));
        } else {
            paragraph = line.text_start;
        }
        before = Some(line);
        blank_between = false;
    }
}

/// The least width of a full line, in columns, where only a few lines tell that the text is wrapped.
const LEAST: usize = 40;

/// Line breaks inside paragraphs of a text with too few lines to measure: across a page number, and
/// between lines of one width in mid-sentence.
fn few(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    let text = |line: &Line| line.text(source);
    let breaks_off =
        |line: &Line| line.width >= LEAST && text(line).ends_with(|c| is_ideograph(c) || c == '，' || c == '、');
    // the last two lines of text, and whether a page number or nothing stands between them and the next
    let (mut first, mut second): (Option<&Line>, Option<&Line>) = (None, None);
    let (mut page, mut gap) = (false, false);
    for line in lines {
        match line.noise {
            Some(NoiseKind::PageNumber | NoiseKind::RunningHead) => page = true,
            Some(_) => (first, second) = (None, None),
            None if line.is_blank() => gap = true,
            None => {
                let goes_on = !gap && !begins_paragraph(text(line)) && line.text_start == line.start;
                let cut = |s: &&Line| {
                    !gap && text(s).ends_with(is_ideograph)
                        && line.text_start == line.start
                        && goes_on_in(text(line), text(s))
                };
                let joins = second.filter(|s| goes_on && breaks_off(s)).filter(|s| {
                    let like = |a: &Line, b: &Line| a.width.abs_diff(b.width) <= 2;
                    page && text(s).contains('，')
                        || first.is_some_and(|f| breaks_off(f) && like(f, s)) && ends_sentence(text(line))
                });
                let joins = joins.or(second.filter(cut));
                if let Some(second) = joins {
                    // the line break between the two lines of one width goes too
                    let even = |f: &&Line| !page && f.next == second.start && breaks_off(f) && breaks_off(second);
                    if let Some(first) = first.filter(even) {
                        cuts.push((Span::new(first.text_end, first.next), NoiseKind::HardWrap));
                    }
                    cuts.push((Span::new(second.text_end, second.next), NoiseKind::HardWrap));
                }
                first = second.filter(|_| !gap && !page);
                second = Some(line);
                (page, gap) = (false, false);
            }
        }
    }
}

/// Whether a line can only be the rest of the one `before` it: an amount, a reference to an article,
/// or numbers side by side at its start.
fn goes_on_in(text: &str, before: &str) -> bool {
    const HAN: &str = "一二三四五六七八九十百";
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let amount = digits > 0
        && text.get(digits..).is_some_and(|t| t.starts_with('.') && t[1..].starts_with(|c: char| c.is_ascii_digit()));
    let mut chars = text.chars();
    let side_by_side = matches!((chars.next(), chars.next(), chars.next()), (Some(a), Some('、'), Some(b)) if HAN.contains(a) && HAN.contains(b))
        && chars.next().is_some_and(|c| matches!(c, '年' | '季' | '级' | '类' | '月' | '产' | '线' | '次'));
    let article = text.strip_prefix('第').is_some_and(|t| {
        let t = t.trim_start_matches(|c: char| HAN.contains(c) || c.is_ascii_digit());
        ["条规定", "条的", "条第", "款", "项"].iter().any(|w| t.starts_with(w))
    });
    article || (amount || side_by_side) && before.contains('，')
}

/// How far back a paragraph is searched for the mark before, in bytes.
const NEAR: usize = 900;

/// What stands before a line: the line above, and the paragraph so far.
struct Before<'s> {
    text: &'s str,
    near: &'s str,
}

fn near(source: &str, mut start: usize, end: usize) -> &str {
    while !source.is_char_boundary(start) {
        start += 1;
    }
    source.get(start..end).unwrap_or_default()
}

/// Whether there are more full lines than last lines of paragraphs: then a sentence that ends with
/// a full line is more likely followed by its own paragraph than by the next.
fn has_long_paragraphs(lines: &[Line], full: Full) -> bool {
    let all = lines.iter().filter(|l| l.is_kept()).count();
    let filled = lines.iter().filter(|l| l.is_kept() && full.holds(l)).count();
    filled * 10 > (all - filled) * 11
}

/// Whether `line` continues the paragraph whose full line is `before`.
fn goes_on(source: &str, line: &Line, before: Before<'_>, full: Full, long_paragraphs: bool) -> bool {
    let text = line.text(source);
    if line.text_start >= line.start + 2 * '\u{3000}'.len_utf8() {
        return false;
    }
    let ends = ends_sentence(before.text);
    if (ends || before.text.ends_with(['）', ')', '》', '”'])) && begins_paragraph(text) {
        return follows_in_line(text, before.near);
    }
    if !ends {
        return true;
    }
    // a heading, a signature, a date: a paragraph's last line would end in a full stop
    if !full.holds(line) && !ends_sentence(text) {
        return false;
    }
    if before.text.ends_with(['：', ':']) {
        return text.starts_with(['“', '"', '‘', '《']);
    }
    long_paragraphs
}

/// Whether `text` begins with a number whose predecessor stands inside the paragraph: `（2）` after
/// `……（1）……`.
fn follows_in_line(text: &str, paragraph: &str) -> bool {
    const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let open = text.chars().next().filter(|c| matches!(c, '（' | '('));
    let bare = text.get(open.map_or(0, char::len_utf8)..).unwrap_or_default();
    let digits = bare.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (last, rest) = if digits > 0 {
        let number: u32 = bare.get(..digits).and_then(|d| d.parse().ok()).unwrap_or_default();
        if number < 2 {
            return false;
        }
        ((number - 1).to_string(), bare.get(digits..).unwrap_or_default())
    } else {
        let Some(at) = HAN.iter().position(|h| bare.starts_with(h)).filter(|&at| at > 0) else { return false };
        (HAN.get(at - 1).copied().unwrap_or_default().to_owned(), bare.get(3..).unwrap_or_default())
    };
    let Some(close) = rest.chars().next() else { return false };
    let mut mark = String::with_capacity(16);
    mark.extend(open);
    mark.push_str(&last);
    mark.push(close);
    paragraph.find(&mark).is_some_and(|at| at > 0)
}

/// Whether `text` begins with a mark, a document's closing words or a date of its own.
fn begins_paragraph(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(']);
    let number = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c));
    let ends = ['、', '.', '．', '）', ')', '，', ','];
    if number.len() < bare.len()
        && number.starts_with(ends)
        && !number.get(1..2).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
    {
        return true;
    }
    if text.starts_with(['#', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩']) {
        return true;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let unit = rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || is_blank(c) || "一二三四五六七八九十百零".contains(c));
        return unit.len() < rest.len() && unit.starts_with(['编', '章', '节', '条', '部', '篇', '，', '、', ',']);
    }
    ["附件", "附：", "特此", "各位", "同志们"].iter().any(|w| text.starts_with(w))
}

/// Whether the blank before the line break is one between letters or in spaced-out words.
fn keeps_blank(source: &str, line: &Line) -> bool {
    if line.text_end == line.end {
        return false;
    }
    let mut last = line.text(source).chars().rev();
    match (last.next(), last.next()) {
        (Some(c), _) if c.is_ascii_alphanumeric() => true,
        (Some(c), Some(blank)) => is_ideograph(c) && is_blank(blank),
        _ => false,
    }
}

/// The measure of full lines, where the text is wrapped.
fn measure(source: &str, lines: &[Line]) -> Option<Full> {
    by_chars(source, lines).or_else(|| by_width(source, lines))
}

const WIDEST: usize = 160;

fn by_chars(source: &str, lines: &[Line]) -> Option<Full> {
    let mut counts = [0_usize; WIDEST + 1];
    let mut total = 0;
    for line in lines.iter().filter(|l| l.is_kept()) {
        total += 1;
        if let Some(count) = counts.get_mut(line.chars) {
            *count += 1;
        }
    }
    let (chars, &count) = counts.iter().enumerate().skip(18).max_by_key(|&(_, &count)| count)?;
    let longer = total - counts.iter().take(chars + 1).sum::<usize>();
    let full = Full::Chars(chars);
    ((count >= 3 && count * 5 >= total && longer * 25 <= total || count >= 8 && longer == 0 && count * 20 >= total)
        && breaks_sentences(source, lines, full))
    .then_some(full)
}

fn by_width(source: &str, lines: &[Line]) -> Option<Full> {
    let mut counts = [0_usize; 2 * WIDEST + 1];
    let mut total = 0;
    for line in lines.iter().filter(|l| l.is_kept()) {
        total += 1;
        if let Some(count) = counts.get_mut(line.width) {
            *count += 1;
        }
    }
    // the widest band of five columns that many lines reach
    let mut best = (0, 0);
    for high in 40..counts.len() {
        let count = counts.get(high - 4..=high)?.iter().sum::<usize>();
        if count >= best.0 {
            best = (count, high);
        }
    }
    let (count, high) = best;
    let longer = total - counts.iter().take(high + 1).sum::<usize>();
    let full = Full::Width(high.checked_sub(4)?, high + 2);
    (count >= 6 && count * 5 >= total * 2 && longer * 25 <= total && breaks_sentences(source, lines, full))
        .then_some(full)
}

/// Whether most full lines break off in mid-sentence.
fn breaks_sentences(source: &str, lines: &[Line], full: Full) -> bool {
    let (mut all, mut broken) = (0, 0);
    for line in lines.iter().filter(|l| l.is_kept() && full.holds(l)) {
        all += 1;
        broken += usize::from(!ends_sentence(line.text(source)));
    }
    broken * 10 >= all * 7
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    const PARAGRAPHS: [&str; 5] = [
        "关于管好山塘的报告",
        "去年入汛以来，全县下了九场大雨，山塘最高蓄到八成，没有一口出险。守塘的人黑夜里打着手电，隔一个钟头看一回水尺，看完记在本子上，天亮了再报到镇里去，一天也没有落下。",
        "一、先把底数摸清",
        "全县大小山塘一千二百口，哪口漏、哪口淤、哪口没人管，过去谁也说不清。水利站的同志带着尺子走了四十天，一口一口量，一口一口画图，回来钉成厚厚的三大本，从此心里有了数。",
        "（二）再把责任压实。每口塘定一名塘长，名字、电话写在牌子上，牌子立在坝头。塘长每月走三趟，发现塌口当天报，镇里三天之内派人去修，修完由村里验收，群众签字才算数。",
    ];

    fn wrap(text: &str, width: usize, number: bool) -> String {
        let mut out = String::new();
        let mut rows = 0;
        for paragraph in text.lines() {
            for row in paragraph.chars().collect::<Vec<_>>().chunks(width) {
                out.extend(row);
                out.push('\n');
                rows += 1;
                if number && rows % 5 == 0 {
                    out.push_str(&format!("- {} -\n", rows / 5));
                }
            }
        }
        out
    }

    #[test]
    fn wrapped_paragraphs_come_back_whole() {
        let text = PARAGRAPHS.join("\n") + "\n";
        for width in 20..44 {
            assert_eq!(clean(&wrap(&text, width, false)), text, "width {width}");
            assert_eq!(clean(&wrap(&text, width, true)), text, "width {width} with page numbers");
        }
    }

    #[test]
    fn short_lines_are_no_wrapped_text() {
        let text = "一、抓好春耕\n二、抓好防汛\n三、抓好林改\n四、抓好教育\n五、抓好医改\n六、抓好治安\n";
        assert_eq!(noise(text), []);
    }
}
