//! What stands around a candidate: where it stands, and whether its neighbours make it a reference.

use super::{Reading, Scanner, read_nth};
use crate::MarkStyle;
use crate::lexer::chars::{ends_sentence, is_blank, is_closing, is_colon, is_comma, is_han, is_paren_close};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::{is_han_numeral, read_han};
use crate::lexer::search::{self, any_of, begins_with_any, chars, first, is_one_of, last, skip_back, suffix};

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In the middle of a clause.
    Inside,
    /// After a comma.
    Clause,
    /// After the end of a sentence, a semicolon, a colon, or a wide blank.
    Sentence,
    /// First on its line.
    Line,
}

/// Where a mark stands that comes right after `before`.
pub(super) fn place_after(before: &str) -> Place {
    let mut blanks = 0;
    let mut chars = before.chars().rev();
    let previous = loop {
        match chars.next() {
            Some(c) if is_blank(c) && blanks < 64 => blanks += 1,
            other => break other,
        }
    };
    let Some(previous) = previous.filter(|&c| c != '\n') else { return Place::Line };
    if matches!(previous, '#' | '*' | '>') {
        // Markdown signs do not count
        let sign = before.trim_end_matches(|c: char| is_blank(c) || matches!(c, '#' | '*' | '>'));
        if before.len() - sign.len() < 12 {
            let lost = || previous == '#' && ends_sentence(search::last(sign));
            return if sign.is_empty() || sign.ends_with('\n') || lost() { Place::Line } else { place_after(sign) };
        }
    }
    if ends_sentence(previous) {
        return Place::Sentence;
    }
    if is_colon(previous) {
        return Place::Sentence;
    }
    if is_closing(previous) && chars.next().is_some_and(ends_sentence) || is_paren_close(previous) && ends_note(before)
    {
        return Place::Sentence;
    }
    // paragraphs run together are often told apart by two wide blanks
    if blanks >= 2 || matches!(previous, '…' | '—') {
        return Place::Sentence;
    }

    if is_comma(previous) { Place::Clause } else { Place::Inside }
}

/// Whether a text ends in a note in brackets behind a sentence: `……。（××部牵头）`.
fn ends_note(text: &str) -> bool {
    /// The longest note, in bytes.
    const NOTE: usize = 480;
    let near = suffix(text, NOTE);
    near.rfind(any_of("（(。")).is_some_and(|open| !near[open..].starts_with('。') && near[..open].ends_with('。'))
}

/// Whether a numeral is the end of a name, and 、 parts it from the next: 张三、李四 in samples, 周三、周四, 初三、高三.
pub(super) fn ends_name(before: &str, numeral: u32, behind: &str) -> bool {
    const NAMES: [(char, u32); 4] = [('张', 3), ('李', 4), ('王', 5), ('赵', 6)];
    let last = last(before);
    let name = if before.ends_with("星期") { "星期" } else { suffix(before, last.len_utf8()) };
    let again = || behind.strip_prefix(name).map(first).is_some_and(|c| is_han_numeral(c) || c == '日');
    // of another word, with the same numeral
    let next = first(behind);
    let of_another = || {
        let read = behind.get(next.len_utf8()..).and_then(read_han).map(|n| n.value);
        is_han(next) && !is_han_numeral(next) && next != '第' && read == Some(numeral)
    };
    NAMES.contains(&(last, numeral)) || is_han(last) && (again() || of_another())
}

/// Whether the numeral after that of a mark counts on with it: 一、二、三产业, 五、六月; else it begins a word of its own:
/// 一、一张蓝图绘到底, 二、三个到位.
pub(super) fn is_counted(text: &str, mark: u32, place: impl Fn() -> Place) -> bool {
    let Some(numeral) = read_han(text) else { return true };
    match char_at(text, numeral.len) {
        Some('、' | '，' | ',') => true,
        // two months, phases or houses side by side are hardly one: 一、二期小区
        Some('月' | '期' | '季' | '号' | '等') if numeral.value == mark + 1 => true,
        // whether it is a mark after all is told by those before it, of 二、三级 also by its line
        Some('产' | '月' | '级' | '季' | '线' | '类' | '等' | '期' | '号' | '把' | '审' | '次') => {
            let least = if numeral.value > mark { Place::Line } else { Place::Sentence };
            place() < least || numeral.value == mark + 1 && !is_short(text)
        }
        // 一、二年级不布置书面作业, but on a line 一、二年级工作计划
        Some('年' | '组') => {
            let grade = begins_with_any(search::after(text, numeral.len), &["年级", "组"]);
            grade && numeral.value == mark + 1 && (place() < Place::Line || !is_short(text))
        }
        _ => false,
    }
}

/// Whether a line goes on like a title: it ends soon, without a sign.
fn is_short(text: &str) -> bool {
    /// The longest of them, in bytes.
    const TITLE: usize = 60;
    let line = search::prefix(text, TITLE);
    line.find(any_of("\n，。；：")).map_or(line.len() == text.len(), |at| line[at..].starts_with('\n'))
}

fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳')
}

/// Words before 第八条 or （二） that make it a reference to a part of some text.
const REFERRING: [&str; 30] = [
    "本", "该", "前", "》", "”", "法", "条例", "办法", "规定", "细则", "依照", "按照", "根据", "违反", "有", "见",
    "至", "和", "或", "或者", "及", "与", "第", "依", "属于", "符合", "将", "对", "、", "〉",
];

/// Whether a text ends by naming a part: 第二款, （三）项.
fn ends_in_part(text: &str) -> bool {
    let mut chars = text.chars().rev();
    matches!(chars.next(), Some('款' | '项' | '条' | '章'))
        && chars.next().is_some_and(|c| is_han_numeral(c) || is_closing(c))
}

/// Words after 第八条 that make it a reference within a sentence.
const REFERRED: [&str; 13] = ["规定", "第", "的", "所", "至", "和", "或", "、", "，", "中", "以及", "与", "修改"];
/// Words after 第八条 that make it a reference even at the start of a line.
const REFERRED_ON_LINE: [&str; 6] = ["规定", "第", "的", "所", "至", "和"];
/// Words after 第九章 that make it a reference even at the start of a sentence.
const REFERRED_CHAPTER: [&str; 4] = ["规定", "第", "的", "所"];

/// Words that only begin like those: an article on 中国, 所有 or 第三人.
const NOT_REFERRED: [&str; 13] =
    ["所有", "中国", "中华", "中央", "中小", "中等", "中介", "中外", "中心", "第一审", "第二审", "第三人", "第三方"];

/// Words after 第九条 that amend it: 第九条改为第七条, 第十三条增加一款.
const AMENDED: [&str; 9] =
    ["改为第", "修改为", "增加一款", "增加一条", "增加一项", "后增加", "删去", "作为第", "中增加"];

fn is_referred(after: &str, words: &[&str]) -> bool {
    words.iter().any(|w| after.starts_with(w)) && !NOT_REFERRED.iter().any(|w| after.starts_with(w))
}

impl Scanner<'_> {
    /// Where an article stands that comes right after the title of its chapter, with its number or without: `……。附则第一条`,
    /// on a line of its own `林地管理第三条`. Its chapter then stands as surely.
    pub(super) fn place_below_title(&mut self, before: &str, ordinal: u32) -> Option<Place> {
        /// The longest title without a number, in characters.
        const TITLE: usize = 14;
        if ends_in_chapter_title(before) {
            // as sure as its chapter is the article: ……服务同学第二章组织机构|第四条
            if let Some(chapter) = self.found.last_mut().filter(|c| is_chapter(c.style) && c.place < Place::Sentence) {
                chapter.place = Place::Sentence;
            }
            return Some(Place::Sentence);
        }
        let near = suffix(before, (TITLE + 1) * '字'.len_utf8());
        let above = skip_back(near, is_han);
        let title = near.get(above.len()..).unwrap_or_default();
        let on_line = above.is_empty() && near.len() == before.len() || above.ends_with('\n');
        let referring = REFERRING.iter().any(|w| title.ends_with(w))
            || begins_with_any(title, &["根据", "依照", "按照", "违反", "参照", "第"]);
        if title.is_empty() || referring || !on_line && !ends_sentence(search::last(above)) {
            return None;
        }
        let last = self.found.iter().rev().take(64).find(|c| c.style == MarkStyle::Article).map_or(0, |c| c.ordinal);
        let goes_on = on_line && last > 0 && u32::from(last) + 1 == ordinal && chars(title) >= 4;
        (goes_on || title.ends_with('则') && chars(title) <= 4).then_some(Place::Sentence)
    }
}

fn is_chapter(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::Chapter | MarkStyle::Division)
}

/// Whether what stands right before an article is the title of its chapter: 第二章一般规定|第十条.
fn ends_in_chapter_title(before: &str) -> bool {
    let mut chars = before.char_indices().rev().take(30);
    let start = chars.find(|&(_, c)| ends_sentence(c) || is_colon(c) || is_comma(c) || matches!(c, '\n' | '、'));
    let title = before.get(start.map_or(0, |(i, c)| i + c.len_utf8())..).unwrap_or_default();
    let title = title.trim_start_matches(|c: char| is_blank(c) || matches!(c, '#' | '*'));
    title.starts_with('第')
        && read_nth(title).is_some_and(|mark| is_chapter(mark.style) && mark.len < title.trim_end().len())
}

/// Whether a mark's neighbours say that it is a reference or part of a word.
pub(super) fn refers(before: &str, after: &str, place: Place, reading: &Reading) -> bool {
    let legal = matches!(
        reading.style,
        MarkStyle::Volume | MarkStyle::Part | MarkStyle::Chapter | MarkStyle::Division | MarkStyle::Article
    );
    let next = char_at(after, 0);
    match reading.style {
        MarkStyle::Article if begins_with_any(search::skip(after, is_blank), &AMENDED) => true,
        _ if legal && place == Place::Line => {
            !reading.firm && is_referred(after, &REFERRED_ON_LINE) && reading.style == MarkStyle::Article
        }
        _ if legal => {
            let tail = search::skip_back(before, is_blank);
            let referring = REFERRING.iter().any(|w| tail.ends_with(w));
            // a chapter at the start of a sentence may well be 第九章和解
            let whole = place == Place::Sentence && reading.style != MarkStyle::Article;
            let words = if whole { &REFERRED_CHAPTER[..] } else { &REFERRED };
            place < Place::Sentence && (referring || ends_in_part(tail)) || is_referred(after, words) && !reading.firm
        }
        MarkStyle::ParenHan | MarkStyle::ParenArabic => {
            matches!(next, Some('项' | '款' | '、')) && place < Place::Line
                || place < Place::Sentence
                    && (is_one_of(last(before), "第见") || matches!(next, Some('至' | '期' | '号' | '批' | '类')))
        }
        MarkStyle::Arabic | MarkStyle::HalfParenArabic => {
            // 表1、表2
            let of = last(before);
            let again = || after.strip_prefix(of).map(first).is_some_and(|c| c.is_ascii_digit());
            next.is_some_and(|c| c == '）' || c == ')') || is_han(of) && again()
        }
        // ①②③号
        MarkStyle::Circled => next.is_some_and(is_circled) || is_circled(last(before)),
        // 由1.1提高到1.2
        MarkStyle::Decimal => place == Place::Inside && is_one_of(last(before), "由为到至达从约超近比了是于在增减降升"),
        // 其一、其二 only names them
        MarkStyle::OfThem if next == Some('、') && after.starts_with("、其") => true,
        MarkStyle::OfThem if before.ends_with('、') => true,
        MarkStyle::Is | MarkStyle::Must | MarkStyle::FirstNext | MarkStyle::OfThem | MarkStyle::Nth => {
            // after a word these are part of the sentence (这一是…), unless a title is glued to them
            place == Place::Inside && (reading.ordinal != 1 || !reading.firm)
        }
        _ => false,
    }
}
