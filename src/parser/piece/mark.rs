//! Marks that open the pieces of a compilation: 篇一, 第一篇, 第1篇：, 【篇一】, 范文一, 材料二, T 篇1.

use super::collection::{is_signed_title, signed_below};
use super::head::marked_title;
use super::noun::{self, NOUN};
use super::subtitle::of_place;
use super::{Finder, Place};
use crate::lexer::chars::is_han;
use crate::lexer::numeral;
use crate::lexer::search::is_one_of;
use crate::parser::element::matching::*;
use crate::parser::element::{self, is_stop, post_and_name, spoken_to};

impl Finder<'_> {
    /// Where the piece mark at a place ends.
    pub(super) fn mark(&self, place: Place) -> Option<usize> {
        let Place { at, first, on_line, .. } = place;
        if first.is_ascii_alphanumeric() {
            return misread_mark(self.text, at);
        }
        let listed = is_one_of(first, "第篇范例材发模交案") && !on_line;
        let mark = if on_line
            || listed
            || matches!(first, '【' | '扁')
            || first == '（' && bounded(self.text, at, 12).contains('篇')
        {
            self.piece_mark(at)
        } else {
            None
        };
        let set_off = |end: usize| {
            eat(self.text, end, "：").is_some()
                || matches!(first, '第' | '案') && char_at(self.text, end).is_some_and(is_blank)
                || first == '篇' && element::spoken_to(self.text, end)
        };
        let thing = is_one_of(first, "范例材发模交案");
        let names = |end: usize| (listed || thing) && lists(self.text, at, end, on_line);
        let mark = mark.filter(|&end| (!listed || set_off(end)) && !names(end));
        mark.or_else(|| self.spoken_mark(at))
    }

    /// Where a piece mark ends that opens no part of one document.
    pub(super) fn piece_mark(&self, at: usize) -> Option<usize> {
        let part = self.in_parts && eat(self.text, at, "第").is_some();
        if part { None } else { piece_mark(self.text, at) }
    }

    /// Where （二） ends if such marks open the speeches.
    pub(super) fn spoken_mark(&self, at: usize) -> Option<usize> {
        if self.spoken { spoken_mark(self.text, at) } else { None }
    }
}

/// Whether a piece mark may begin with `c`, in its full-width form, wherever it stands.
pub(super) fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '【' | '[' | '（' | '之' | '第' | '参' | '范' | '材' | '例' | '样' | '篇' | '扁')
}

/// Whether one may that stands on its line or has a colon.
pub(super) fn may_begin_line(c: char) -> bool {
    may_begin(c) || matches!(c, '发' | '交' | '模' | '案')
}

/// Where a piece mark at `at` ends, a misread one (扁3 for 篇3) too.
pub(crate) fn piece_mark(text: &str, at: usize) -> Option<usize> {
    // 之一 alone on its line, or with who speaks
    if let Some(of) = eat(text, at, "之") {
        let alone = |end: usize| {
            let behind = text.get(skip_blanks(text, end)..line_end(text, end)).unwrap_or_default();
            behind.is_empty() || char_at(text, end).is_some_and(is_blank) && post_and_name(behind.trim_end())
        };
        return number(text, of).filter(|&end| alone(end) && end < text.len());
    }
    let open = char_at(text, at).filter(|&c| matches!(fold(c), '【' | '[' | '（'));
    let from = at + open.map_or(0, char::len_utf8);
    let end = if let Some(end) = eat(text, from, "第") {
        let number = number(text, skip_blanks(text, end))?;
        eat(text, skip_blanks(text, number), "篇").filter(|&end| eat(text, end, "章").is_none())?
    } else {
        let label =
            words!("参考答案 范文 材料 例文 样本 案例 篇 扁 发言材料 交流材料 发言稿 发言 模板").at(text, from)?;
        let end = number(text, skip_blanks(text, label))?;
        // 材料1份, 篇三章: the number must be all there is
        if !is_mark_end(text, end, open.is_some()) && !spoken_to(text, end) {
            return None;
        }
        end
    };
    if open.is_some() { words!("】 ] ）").at(text, end) } else { Some(end) }
}

/// The words before the number of a first mark, which the next marks repeat, and where it ends: 交流发言 of `交流发言一：`. Glued
/// to the title it is one if the text has the second: `材料一党建引领……。材料二……`.
pub(super) fn first_label(text: &str, at: usize) -> Option<(&str, usize)> {
    static LABEL: &Words = words!("发言 材料 讲话 发言稿 讲话稿 讲稿 演讲稿 汇报 汇报稿 稿件 征文 提案 事迹");
    const LONGEST: usize = 8 * "字".len();
    let words = bounded(text, at, LONGEST + "一".len());
    let (len, first) = words.char_indices().find(|&(_, c)| matches!(c, '一' | '1' | '１'))?;
    let number = at + len;
    let (label, end) = (text.get(at..number)?, number + first.len_utf8());
    let next = fold(char_at(text, end)?);
    // 在……会上的讲话|一、认清形势
    if matches!(next, '、' | '.' | '．') || label.contains('\n') {
        return None;
    }
    let second = || {
        let second = format!("{label}{}", if first == '一' { '二' } else { '2' });
        memchr::memmem::find_iter(rest(text, end).as_bytes(), &second)
            .any(|n| text.get(..end + n).is_some_and(|before| before.ends_with(|c| c == '\n' || is_stop(c))))
    };
    (LABEL.ends(text, at, number) && (matches!(next, '：' | '\n') || second())).then_some((label, end))
}

/// Where the mark with these words at `at` ends, if its number is the one awaited or it is set off.
pub(super) fn next_label(text: &str, at: usize, label: &str, awaited: u32) -> Option<usize> {
    let number = rest(text, eat(text, at, label)?);
    let read = numeral::read_han(number).or_else(|| numeral::read_arabic(number))?;
    let end = at + label.len() + read.len;
    let next = char_at(text, end).map_or('\n', fold);
    (next != '、' && (read.value == awaited || matches!(next, '：' | '\n'))).then_some(end)
}

/// The title without its mark, where every piece repeats it: T of `T 篇1`.
pub(super) fn series(title: &str) -> Option<&str> {
    /// The longest of them, in bytes; a line may be the whole text.
    const LONGEST: usize = 120 * "字".len();
    let title = Some(without_junk(title)).filter(|title| title.len() <= LONGEST)?;
    if !title.contains(any_of("篇（(【1一")) {
        return None;
    }
    let one = title.strip_suffix("之一").or_else(|| title.strip_suffix(any_of("1一")));
    let numbered = one.filter(|t| NOUN.ends(t, 0, t.len()));
    let cut = [
        "【第一篇】",
        "【篇1】",
        "【篇一】",
        "篇1",
        "篇一",
        "【一】",
        "【1】",
        "（一）",
        "(一)",
        "（1）",
        "(1)",
        "第一篇",
        "第1篇",
        "篇l",
    ]
    .iter()
    .find_map(|mark| title.strip_suffix(mark).or_else(|| title.find(mark).and_then(|n| title.get(..n))))
    .or(numbered)?;
    let cut = cut.trim_end_matches(is_blank);
    (width(cut) >= 4).then_some(cut)
}

/// The title without the letters and digits before it, which were misread: `4kQz……发言材料`.
pub(super) fn without_junk(title: &str) -> &str {
    let (junk, rest) =
        title.split_at(title.len() - title.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len());
    let mixed = junk.contains(|c: char| c.is_ascii_digit()) && junk.contains(|c: char| c.is_ascii_alphabetic());
    if mixed && junk.len() <= 8 { rest } else { title }
}

/// The first of a series alone on its line, above the title of the piece itself: T of `T之一`.
pub(super) fn series_above(text: &str, at: usize) -> Option<(&str, usize)> {
    let end = line_end(text, at);
    let series = series(text.get(at..end)?.trim_end_matches(is_blank))?;
    let alone = series_mark(text, at + series.len()).is_some_and(|mark| skip_blanks(text, mark) == end);
    (alone && is_signed_title(text, skip_space(text, end))).then_some((series, end))
}

/// The title that the pieces repeat, and where the mark behind the first ends, which is glued to its text, if the text has
/// the second: T of `T（一）同志们：……` and `T（二）……`.
pub(super) fn glued_series(text: &str, at: usize) -> Option<(&str, usize)> {
    let head = element::window(text, at, 120);
    let head = head.split(any_of("。；：:，")).next().unwrap_or_default();
    head.char_indices().skip(4).find_map(|(n, _)| {
        let name = at + n;
        let end = words!("（一） （1） 【一】 【1】 一 1").at(text, name).filter(|_| NOUN.ends(text, at, name))?;
        let next = char_at(text, skip_blanks(text, end)).map_or('\n', fold);
        // T一、…… and T1.…… are its first section
        if matches!(next, '、' | '.' | '．' | '\n' | '0'..='9') {
            return None;
        }
        let series = text.get(at..name)?;
        let second = [series, &text.get(name..end)?.replace('一', "二").replace('1', "2")].concat();
        let stands = |n: usize| text.get(..end + n).is_some_and(|above| above.ends_with(is_stop));
        let again = memchr::memmem::find_iter(rest(text, end).as_bytes(), &second).any(stands);
        again.then_some((series, end))
    })
}

/// A piece mark behind the title that every piece of a compilation repeats: `T 篇2`, `T(二)`.
pub(crate) fn series_mark(text: &str, at: usize) -> Option<usize> {
    let at = skip_blanks(text, at);
    if let Some(label) = words!("【第 【篇 （篇 篇 扁 偏 第 （ 【 之 最新 范文").at(text, at) {
        let end = number(text, skip_blanks(text, label))?;
        return Some(words!("篇】 篇 ） 】").at(text, end).unwrap_or(end));
    }
    number(text, at)
}

/// The same, where it is no number alone: `T（二）`, `T篇2`.
pub(crate) fn closed_mark(text: &str, at: usize) -> Option<usize> {
    let end = series_mark(text, at)?;
    let mark = text.get(at..end)?;
    (mark.ends_with(any_of("）)篇")) || mark.trim_start().starts_with(any_of("篇扁"))).then_some(end)
}

/// A number before the title that every piece repeats with its mark: `2.T 篇二`.
pub(super) fn numbered_series(text: &str, at: usize, series: &str) -> Option<usize> {
    closed_mark(text, eat(text, number_or_sign(text, at)?, series)?)
}

/// `（二）` that opens the speech of a compilation: a salutation follows at once.
pub(crate) fn spoken_mark(text: &str, at: usize) -> Option<usize> {
    let end = words!("）").at(text, number(text, eat(text, at, "（")?)?)?;
    let next = skip_space(text, end);
    spoken_to(text, next).then_some(end)
}

/// A number or sign that a title may open with: `1.`, `（一）`, `●`.
pub(super) fn number_or_sign(text: &str, at: usize) -> Option<usize> {
    let sign = char_at(text, at).filter(|&c| matches!(c, '●' | '■' | '◆' | '★')).map(|c| at + c.len_utf8());
    let open = eat(text, at, "（");
    let counted = || {
        let end = number(text, open.unwrap_or(at))?;
        if open.is_some() { eat(text, end, "）") } else { eat(text, end, "、").or_else(|| eat(text, end, ".")) }
    };
    sign.or_else(counted)
}

/// The number before a title that the table of contents lists, with the name of its author or without: `1.××村：T`.
pub(super) fn listed_mark(text: &str, at: usize, listed: &[&str]) -> Option<usize> {
    // 2T: the sign was lost
    let digits = || bounded(text, at, 2).bytes().take_while(u8::is_ascii_digit).count();
    let end = number_or_sign(text, at).or_else(|| Some(at + digits()).filter(|&end| end > at))?;
    marked_title(text, skip_blanks(text, end), listed).map(|_| end)
}

/// The number or sign that opens the title of a speech in a compilation, with its author or those who are spoken to on the
/// next line: `1.T`, `（一）T`, `1` above T.
pub(super) fn numbered_mark(text: &str, at: usize) -> Option<usize> {
    let alone = |end: usize| skip_blanks(text, end) == line_end(text, end);
    if let Some(end) = number(text, at).filter(|&end| alone(end)) {
        return Some(end).filter(|&end| is_signed_title(text, skip_space(text, end)));
    }
    let end = number_or_sign(text, at)?;
    let line = line_end(text, end);
    let title = text.get(end..line)?;
    let plain = (4..=40).contains(&width(title)) && !title.contains(any_of("。；：:，？"));
    let named = |at: usize| noun::NUMBERED.ends(text, end, at);
    // 1.在……会上的讲话⏎同志们：
    let spoken = || {
        let below = skip_space(text, line);
        // 同志们： alone may stand below any heading of a speech
        let guests = || width(title) >= 8 && words!("尊敬的 各位领导").at(text, below).is_some();
        (named(trim_end(text, end, line)) || guests()) && spoken_to(text, below)
    };
    // 1.在……会上的讲话同志们：
    let glued = || {
        let clause = bounded(text, end, 40 * "字".len()).split(any_of("。；：，？")).next().unwrap_or_default();
        let ends = clause.char_indices().map(|(n, _)| end + n);
        ends.skip(4).any(|at| named(at) && spoken_to(text, at))
    };
    // 一、致全体离退休教职工的慰问信, between blank lines
    let apart = || {
        let blank = |at: usize| text.get(at..).is_some_and(|t| t.starts_with("\n\n"));
        let above = text.get(..at).is_some_and(|above| above.ends_with("\n\n"));
        above && blank(line) && named(trim_end(text, end, line))
    };
    // （一）××村：小渔港托起大梦想
    let placed = || {
        let colon = title.find(any_of("：:"))?;
        let own = text.get(end + colon..line)?.trim_start_matches(any_of("：:"));
        Some(
            of_place(text, end, end + colon, line)
                && (4..=40).contains(&width(own))
                && !own.contains(any_of("。；：:")),
        )
    };
    (plain && (signed_below(text, line) || spoken() || apart()) || glued() || placed() == Some(true)).then_some(end)
}

/// 篇2 or 【篇2】 behind a title, which belongs to it.
pub(super) fn repeated_mark(text: &str, at: usize) -> Option<usize> {
    let label = words!("篇 扁 【篇 （篇").at(text, at)?;
    let end = number(text, label)?;
    if char_at(text, at).is_some_and(is_han) { Some(end) } else { words!("】 ）").at(text, end) }
}

/// A number of one to three digits, without those of the year or month that the text behind it begins with: 2 of
/// `篇22022年`, `篇25月`.
fn number(text: &str, at: usize) -> Option<usize> {
    let arabic = bounded(text, at, 8).bytes().take_while(u8::is_ascii_digit).count();
    let date = match char_at(text, at + arabic) {
        Some('年') if arabic >= 4 => Some(4),
        Some('月') if arabic >= 2 => {
            let two = arabic > 2 && words!("10月 11月 12月").at(text, at + arabic - 2).is_some();
            Some(1 + usize::from(two))
        }
        _ => None,
    };
    if let Some(date) = date {
        return Some(at + arabic - date).filter(|&end| end > at && end <= at + 3);
    }
    let digits = rest(text, at).chars().take(3).take_while(|&c| {
        matches!(fold(c), '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | 'l' | 'O')
    });
    let len: usize = digits.map(char::len_utf8).sum();
    (len > 0).then_some(at + len)
}

fn is_mark_end(text: &str, at: usize, bracketed: bool) -> bool {
    bracketed
        || match char_at(text, at) {
            None => true,
            Some(c) => is_blank(c) || c == '\n' || matches!(fold(c), '：' | '、' | '.' | '．'),
        }
}

/// Whether a mark with its colon only names one of several things: `材料一：申请表；材料二：身份证复印件。`
fn lists(text: &str, at: usize, end: usize, on_line: bool) -> bool {
    let above = text.get(..at).unwrap_or_default().trim_end_matches(|c: char| is_blank(c) || c == '\n');
    let words = element::window(text, end, 240);
    let Some(stop) = words.find(any_of("。；;！？")) else { return above.ends_with(any_of("；;")) };
    let short = |most: usize| width(words.get(..stop).unwrap_or_default()) <= most;
    above.ends_with(any_of("；;")) || short(40) && eat(text, end + stop, "；").is_some() || !on_line && short(12)
}

/// A misread mark at the head of a sentence: `AIAl篇关于……`.
pub(crate) fn misread_mark(text: &str, at: usize) -> Option<usize> {
    let junk = rest(text, at).bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
    if junk == 0 || junk > 5 {
        return None;
    }
    let end = words!("篇 扁").at(text, at + junk)?;
    words!("关于 在 ： 20 学习").at(text, end).map(|_| end)
}
