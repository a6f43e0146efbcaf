//! Line breaks inside the paragraphs of a text that was wrapped at a width.

use super::line::{End, Line, is_blank, is_ideograph};
use super::{Cut, cut_line, inline_break};
use crate::NoiseKind;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, find as find_word, first, has, is_one_of, last, number, skip, suffix,
};
use std::fmt::Write;

/// Adds the line breaks (and blanks around them) that stand inside paragraphs.
pub(super) fn find(source: &str, lines: &mut [Line], cuts: &mut Vec<Cut>) {
    let wrapped = is_wrapped(source, lines);
    inline_break::find(source, lines, wrapped, cuts);
    cut_line::find(source, lines, wrapped, cuts);
    if !wrapped {
        few(source, lines, cuts);
        return;
    }
    let long_paragraphs = has_long_paragraphs(lines);
    let loose = has_loose_gaps(lines);
    let mut above: Option<usize> = None;
    let mut paragraph = 0;
    let mut mark = String::new();
    // whether a page ended behind the line above
    let mut page = false;
    for (i, line) in lines.iter().enumerate() {
        if line.noise.is_some() {
            page |= is_of_page(line);
            continue;
        }
        if line.is_blank() {
            // the first of a run looks for what stands behind all of it
            if !i.checked_sub(1).is_some_and(|i| lines[i].is_blank()) {
                page |= lines.iter().skip(i).find(|l| !l.is_blank()).is_some_and(is_of_page);
            }
            if !(page || loose) {
                above = None;
            }
            continue;
        }
        let joined = above.and_then(|a| lines.get(a)).filter(|a| {
            let so_far = || suffix(source.get(paragraph..a.text_end as usize).unwrap_or_default(), NEAR);
            a.full && goes_on(source, line, a, long_paragraphs, |text| follows_in_line(text, so_far(), &mut mark))
        });
        if let Some(end) = joined {
            let from = if keeps_blank(source, end) { end.end(source) } else { end.text_end };
            join(source, lines.get(above.unwrap_or(i)..i).unwrap_or_default(), from, cuts);
            if line.is_indented() {
                cuts.push(Cut::new(line.start, line.text_start, NoiseKind::HardWrap));
            }
        } else {
            paragraph = line.text_start as usize;
        }
        (above, page) = (Some(i), false);
    }
}

/// Whether a line stands on a page for its number.
fn is_of_page(line: &Line) -> bool {
    matches!(line.noise, Some(NoiseKind::PageNumber | NoiseKind::RunningHead))
}

/// Whether blank lines stand in mid-sentence as anywhere else, so that they end no paragraph.
fn has_loose_gaps(lines: &[Line]) -> bool {
    let (mut gaps, mut within) = (0, 0);
    let (mut above, mut gap) = (None::<&Line>, false);
    for line in lines {
        if line.noise.is_some() {
            above = None;
        } else if line.is_blank() {
            gap = true;
        } else {
            let cut = |a: &&Line| a.full && matches!(a.end, End::Ideograph | End::Comma);
            gaps += usize::from(gap && above.is_some());
            within += usize::from(gap && above.is_some_and(|a| cut(&a)));
            (above, gap) = (Some(line), false);
        }
    }
    within >= 3 && within * 4 >= gaps
}

/// The least width of a full line, in columns, where only a few lines tell that the text is wrapped.
const LEAST: usize = 40;

/// Line breaks inside paragraphs of a text with too few lines to measure: across a page number, and
/// between lines of one width in mid-sentence.
fn few(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    let width = |line: &Line| line.columns(source);
    let breaks_off = |line: &Line| {
        matches!(line.end, End::Ideograph | End::Comma)
            && line.len() >= LEAST
            && width(line) >= LEAST
            && line.may_run_on(source)
    };
    // the last two lines of text, the number of the last, and whether a page number or nothing stands between them and the next
    let (mut before, mut above): (Option<&Line>, Option<&Line>) = (None, None);
    let mut last = 0;
    let (mut page, mut gap) = (false, false);
    for (i, line) in lines.iter().enumerate() {
        match line.noise {
            Some(NoiseKind::PageNumber | NoiseKind::RunningHead) => page = true,
            Some(_) => (before, above) = (None, None),
            None if line.is_blank() => gap = true,
            None => {
                let text = line.text(source);
                let open = above.filter(|a| matches!(a.end, End::Ideograph | End::Comma));
                let joined = open.filter(|a| {
                    let like = |b: &Line| breaks_off(b) && width(b).abs_diff(width(a)) <= 2;
                    let has_comma = || has(a.text(source), |c| c == '，');
                    let prose = || has(text, |c| is_one_of(c, "，。；"));
                    // a page ends in the paragraph: blank lines are of the page
                    let begun = || has(a.text(source), |c| c == '。') && prose();
                    let within = || page && (breaks_off(a) && has_comma() && (!gap || prose()) || begun());
                    let even = || !gap && breaks_off(a) && line.end == End::Sentence && before.is_some_and(like);
                    let rest = || !gap && a.end == End::Ideograph && goes_on_in(text, has_comma);
                    !line.is_indented() && ((within() || even()) && !begins_paragraph(text) || rest())
                });
                if let Some(above) = joined {
                    // the line break between the two lines of one width goes too
                    let even = |b: &&Line| !page && b.next(source) == above.start && breaks_off(b) && breaks_off(above);
                    if let Some(before) = before.filter(even) {
                        cuts.push(Cut::new(before.text_end, before.next(source), NoiseKind::HardWrap));
                    }
                    join(source, lines.get(last..i).unwrap_or_default(), above.text_end, cuts);
                }
                before = above.filter(|_| !gap && !page);
                (above, last) = (Some(line), i);
                (page, gap) = (false, false);
            }
        }
    }
}

/// Takes out the line break at the end of the first of `lines`, from byte `from` on, and the blank ones behind it.
pub(super) fn join(source: &str, lines: &[Line], from: u32, cuts: &mut Vec<Cut>) {
    let Some(above) = lines.first() else { return };
    cuts.push(Cut::new(from, above.next(source), NoiseKind::HardWrap));
    let gap = lines.iter().filter(|l| l.is_blank() && l.noise.is_none());
    cuts.extend(gap.map(|blank| Cut::new(blank.start, blank.next(source), NoiseKind::HardWrap)));
}

fn is_han_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// Whether a line can only be the rest of the one before it: a reference to an article, or, where
/// that line has a comma, an amount or numbers side by side at its start.
fn goes_on_in(text: &str, has_comma: impl Fn() -> bool) -> bool {
    let amount = || {
        let rest = skip(text, |c| c.is_ascii_digit());
        rest.len() < text.len() && rest.starts_with('.') && first(after(rest, 1)).is_ascii_digit()
    };
    let side_by_side = || {
        // all of three bytes
        let [a, comma, b, unit] = [0, 3, 6, 9].map(|at| first(after(text, at)));
        is_han_digit(a)
            && comma == '、'
            && is_han_digit(b)
            && matches!(unit, '年' | '季' | '级' | '类' | '月' | '产' | '线' | '次')
    };
    if let Some(number) = text.strip_prefix('第') {
        let unit = skip(number, |c| is_han_digit(c) || c.is_ascii_digit());
        // 第一项：奏唱国歌 is none, nor is 第二十条第（一）项 above a table
        let sign = |c| is_han_digit(c) || c.is_ascii_digit() || is_one_of(c, "条第款项（）");
        return !number.chars().all(sign)
            && begins_with_any(unit, &["条规定", "条的", "条第", "款", "项"])
            && !unit.starts_with("项：");
    }
    (amount() || side_by_side()) && has_comma()
}

/// How far back a paragraph is searched for the mark before, in bytes.
const NEAR: usize = 900;

/// Whether there are more full lines than last lines of paragraphs: then a sentence that ends with
/// a full line is more likely followed by its own paragraph than by the next.
fn has_long_paragraphs(lines: &[Line]) -> bool {
    let all = lines.iter().filter(|l| l.is_kept()).count();
    let filled = lines.iter().filter(|l| l.is_kept() && l.full).count();
    filled * 10 > (all - filled) * 11
}

/// Whether `line` continues the paragraph whose full line is `above`.
fn goes_on(
    source: &str,
    line: &Line,
    above: &Line,
    long_paragraphs: bool,
    follows_in_line: impl FnOnce(&str) -> bool,
) -> bool {
    let text = line.text(source);
    if line.text_start >= line.start + 2 * '\u{3000}'.len_utf8() as u32 {
        return false;
    }
    let ends = above.end == End::Sentence;
    let last = last(above.text(source));
    if (ends || matches!(last, '）' | ')' | '》' | '”')) && begins_paragraph(text) {
        return follows_in_line(text);
    }
    if !ends {
        return true;
    }
    // a heading, a signature, a date: a paragraph's last line would end in a full stop
    if !line.full && line.end != End::Sentence {
        return false;
    }
    if matches!(last, '：' | ':') {
        return matches!(first(text), '“' | '"' | '‘' | '《');
    }
    long_paragraphs
}

/// Whether `text` begins with a number whose predecessor stands inside the paragraph: `（2）` after
/// `……（1）……`. The predecessor is written into `mark`.
fn follows_in_line(text: &str, paragraph: &str, mark: &mut String) -> bool {
    const HAN: &str = "一二三四五六七八九十";
    mark.clear();
    let bare = text.strip_prefix(any_of("（(")).unwrap_or(text);
    mark.push_str(before(text, text.len() - bare.len()));
    let rest = if let Some((number, rest)) = number(bare, 3) {
        if number < 2 || write!(mark, "{}", number - 1).is_err() {
            return false;
        }
        rest
    } else {
        let digit = before(bare, "一".len());
        let Some(at) = find_word(HAN, digit).filter(|&at| at > 0 && !digit.is_empty()) else { return false };
        mark.push_str(HAN.get(at - digit.len()..at).unwrap_or_default());
        after(bare, digit.len())
    };
    mark.push_str(before(rest, first(rest).len_utf8()));
    if rest.is_empty() {
        return false;
    }
    find_word(paragraph, mark).is_some_and(|at| at > 0)
}

/// Whether `text` begins with a mark, a document's closing words or a date of its own.
fn begins_paragraph(text: &str) -> bool {
    let bare = skip(text, |c| matches!(c, '（' | '('));
    let number = skip(bare, |c| is_han_digit(c) || c.is_ascii_digit());
    if number.len() < bare.len()
        && matches!(first(number), '、' | '.' | '．' | '）' | ')' | '，' | ',')
        && !number.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
    {
        return true;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let unit = skip(rest, |c| is_han_digit(c) || c == '零' || c.is_ascii_digit() || is_blank(c));
        let counts = matches!(first(unit), '编' | '章' | '节' | '条' | '部' | '篇' | '，' | '、' | ',');
        return unit.len() < rest.len() && (counts || unit.starts_with("个问题"));
    }
    matches!(first(text), '#' | '①'..='⑩') || begins_with_any(text, &["附件", "附：", "特此", "各位", "同志们"])
}

/// Whether the blank before the line break is one between letters or in spaced-out words.
fn keeps_blank(source: &str, line: &Line) -> bool {
    if line.text_end == line.end(source) {
        return false;
    }
    let text = line.text(source);
    let c = last(text);
    c.is_ascii_alphanumeric() || is_ideograph(c) && is_blank(last(before(text, text.len() - c.len_utf8())))
}

/// Lines of wrapped texts are no longer, in characters, and full ones no shorter.
const WIDEST: usize = 160;
const NARROWEST: usize = 17;

/// Whether the text is wrapped; then its full lines are marked. They have in common the number of
/// their characters, or their width on a screen.
fn is_wrapped(source: &str, lines: &mut [Line]) -> bool {
    // most full lines break off in mid-sentence: without such lines no others need be measured
    let open = Lengths::NONE.and(source, lines, IS_OPEN, Line::chars);
    let kept = lines.iter().filter(|l| l.is_kept()).count();
    if open.lines < 3 || open.lines * 200 < kept * 7 {
        return false;
    }
    let long = open.longer_than(NARROWEST) * 50 >= kept * 14;
    if has_one_length(source, lines, open, Line::chars, 0) {
        return true;
    }
    // many blanks are stray; one or two of a line may be the text's own
    if memchr::memchr_iter(b' ', source.as_bytes()).take(kept).count() * 4 >= kept {
        let open = Lengths::NONE.and(source, lines, IS_OPEN, Line::visible);
        if has_one_length(source, lines, open, Line::visible, 2) {
            return true;
        }
    }
    if !long {
        return false;
    }
    // the widest band of columns that many lines reach: of five; of eleven, where signs that were as wide as ideographs
    // are no longer and what breaks off is prose
    let prose = |line: &&Line| line.end != End::Sentence && has(line.text(source), |c| is_one_of(c, "，,。"));
    let broken = lines.iter().filter(|l| l.is_kept()).filter(prose).count();
    [(Line::columns as Measure, 5), (Line::columns_as_set, 11)].into_iter().any(|(measure, band)| {
        let all = Lengths::NONE.and(source, lines, |_| true, measure);
        let (count, high) = all.most(40..=2 * WIDEST, band);
        count >= 6
            && count * 5 >= kept * 2
            && (band == 5 || count * 2 >= kept && broken * 10 >= count * 7)
            && all.longer_than(high) * 25 <= kept
            && mark_full(source, lines, measure, high + 1 - band, high + 2)
    })
}

/// Whether many lines have one length in a measure, among them those that are `open`; then they are marked, with those
/// that are at most so much `less`.
fn has_one_length(source: &str, lines: &mut [Line], open: Lengths, measure: Measure, less: usize) -> bool {
    let (same, _) = open.most(18..=WIDEST, 1);
    if same < 3 {
        return false;
    }
    let all = open.and(source, lines, |line| !IS_OPEN(line), measure);
    // labels and rows count for nothing here
    let kept = all.lines;
    if same * 200 < kept * 7 {
        return false;
    }
    let (count, length) = all.most(18..=WIDEST, 1);
    let longer = all.longer_than(length);
    let same = (count >= 3 && count * 5 >= kept && longer * 25 <= kept
        || count >= 8 && longer == 0 && count * 20 >= kept)
        && mark_full(source, lines, measure, length - less, length);
    if same {
        mark_shorter(source, lines, 2 * length);
    }
    same
}

/// Marks as full, too, what breaks off at about this many columns: lines with signs that no line begins with or of half width,
/// and, where the indents are lost, the first lines of paragraphs, which are two characters short. A full line goes on what
/// such a line begins, or the last of the paragraph.
fn mark_shorter(source: &str, lines: &mut [Line], columns: usize) {
    let mut below: Option<(bool, bool)> = None;
    for line in lines.iter_mut().rev().filter(|l| l.is_kept()) {
        let text = line.text(source);
        let (whole, opens) = (line.full, begins_paragraph(text));
        if !whole && matches!(line.end, End::Ideograph | End::Comma) && line.len() < 2 * columns {
            let short = columns.saturating_sub(line.columns(source));
            // 一、加强领导，落实责任 may fill its line; an item that does goes on
            let headed = opens && is_han_digit(first(text));
            let prose = if headed { has(text, |c| c == '。') } else { has(text, |c| is_one_of(c, "，。、")) };
            let goes_on = below.is_some_and(|(full, ends)| full || ends && prose);
            line.full = short <= 7 && goes_on && (prose || !opens && short <= 2);
        }
        // what opens a paragraph goes on nothing
        below = Some((whole && !opens, line.end == End::Sentence && !opens));
    }
}

/// The length of a line in one measure.
type Measure = fn(&Line, &str) -> usize;

/// How many lines have which length.
struct Lengths {
    counts: [usize; 2 * WIDEST + 1],
    lines: usize,
}

/// Whether a line ends no sentence.
const IS_OPEN: fn(&Line) -> bool = |line| line.end != End::Sentence;

impl Lengths {
    const NONE: Self = Self { counts: [0; 2 * WIDEST + 1], lines: 0 };

    /// These and those of the lines of text that are so and may be of a paragraph.
    #[inline(never)]
    fn and(mut self, source: &str, lines: &[Line], is: fn(&Line) -> bool, length: Measure) -> Self {
        for line in lines.iter().filter(|l| l.is_kept() && is(l)) {
            let length = length(line, source);
            // of lines that are shorter than any full one it makes no difference
            if length >= NARROWEST && !line.may_run_on(source) {
                continue;
            }
            self.lines += 1;
            if let Some(count) = self.counts.get_mut(length) {
                *count += 1;
            }
        }
        self
    }

    /// The most lines with lengths in a band, and the last such band's upper end.
    fn most(&self, ends: std::ops::RangeInclusive<usize>, band: usize) -> (usize, usize) {
        let counts = ends.map(|end| (self.counts.iter().take(end + 1).skip(end + 1 - band).sum(), end));
        counts.max().unwrap_or_default()
    }

    fn longer_than(&self, length: usize) -> usize {
        self.lines - self.counts.iter().take(length + 1).sum::<usize>()
    }
}

/// Marks the full lines; says whether most of them break off in mid-sentence.
fn mark_full(source: &str, lines: &mut [Line], length: Measure, least: usize, most: usize) -> bool {
    let (mut full, mut broken) = (0, 0);
    for line in lines.iter_mut().filter(|l| l.is_kept()) {
        line.full = (least..=most).contains(&length(line, source)) && !line.has_cells(source);
        full += usize::from(line.full);
        broken += usize::from(line.full && line.end != End::Sentence);
    }
    broken * 10 >= full * 7
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
