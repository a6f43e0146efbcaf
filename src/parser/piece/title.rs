//! Where the title of a piece ends, on lines of its own or glued to what follows.

use super::noun::NOUN;
use crate::lexer::chars::{is_han, is_word};
use crate::lexer::search::{find as find_word, is_one_of};
use crate::parser::element::date::{date, order_number};
use crate::parser::element::matching::*;
use crate::parser::element::{self, starts_law};
use crate::parser::section::in_brackets;
use crate::word_list::word_list;

pub(super) static OPENER: &Words = words!(word_list!("opener.txt"));

/// What shows that a title ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// A line break alone.
    Line,
    /// A head noun and a body that opens, or a line that ends in a head noun.
    Noun,
    /// A document number, date, salutation or first article.
    Form,
}

/// A title that begins at the place asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub end: usize,
    pub evidence: Evidence,
}

/// What prose opens with, and no title.
static PROSE: &Words =
    words!("根据 按照 依据 随着 近年来 今天 同志们 为了 为贯彻 为深入 现将 刚才 这次 下面 首先 总之 我们");

/// The longest title, in characters.
const LONGEST: usize = 110;

/// The title at `at`, or `None` where the text opens with something else.
pub(super) fn title(text: &str, at: usize) -> Option<Title> {
    if opens_section(text, at)
        || PROSE.at(text, at).is_some()
        || element::salutation(text, at).is_some()
        || element::note(text, at).is_some()
    {
        return None;
    }
    // 名词解释1.……, annexed to a report
    if let Some(end) = eat(text, at, "名词解释").filter(|&end| char_at(text, end) == Some('1')) {
        return Some(Title { end, evidence: Evidence::Form });
    }
    let (mut depth, mut brackets, mut count) = (0i32, 0i32, 0);
    let mut stop_seen = false;
    let mut line_start = at;
    for (i, c) in rest(text, at).char_indices() {
        let here = at + i;
        if count >= LONGEST {
            return None;
        }
        if here < line_start {
            continue;
        }
        if c == '\n' {
            let end = trim_end(text, at, here);
            if joins(text, at, line_start, end, here + 1, depth > 0) {
                line_start = skip_space(text, here + 1);
                continue;
            }
            return line_title(text, at, end, stop_seen);
        }
        if !is_blank(c) {
            let repeated = if matches!(c, '篇' | '扁') { super::mark::repeated_mark(text, here) } else { None };
            if let Some(end) = repeated.filter(|_| NOUN.ends(text, at, here)) {
                return Some(Title { end, evidence: Evidence::Form });
            }
            // 发言材料1通过学习……: the first of a series
            let first = c == '1'
                && NOUN.ends(text, at, here)
                && char_at(text, here + 1).is_some_and(opens_text)
                && !first_mark(text, here);
            if first {
                return Some(Title { end: here + 1, evidence: Evidence::Form });
            }
            // 学习外地经验 这些做法值得借鉴: a line of its own is one title
            let evidence = stops(text, at, here, c, brackets);
            let evidence = evidence.filter(|&e| e != Evidence::Noun || !goes_on_behind_blank(text, at, here));
            if let Some(evidence) = evidence {
                let end = if evidence == Evidence::Form { split_author(text, at, here) } else { here };
                return fits(text, at, end, stop_seen).then(|| Title { end: trim_end(text, at, end), evidence });
            }
            if let Some((start, _)) = element::doc_number(text, at, here, Some(NOUN)).filter(|n| n.0 > at) {
                return fits(text, at, start, stop_seen)
                    .then(|| Title { end: trim_end(text, at, start), evidence: Evidence::Form });
            }
        }
        match fold(c) {
            '《' => depth += 1,
            '》' => depth -= 1,
            '（' => brackets += 1,
            '）' => brackets -= 1,
            '。' | '；' if depth <= 0 => return None,
            '！' | '？' | '：' if depth <= 0 => stop_seen = true,
            _ => {}
        }
        count += usize::from(!is_blank(c));
    }
    line_title(text, at, trim_end(text, at, text.len()), stop_seen)
}

/// Whether an ideograph behind a number opens a text and is no unit of it.
fn opens_text(c: char) -> bool {
    is_han(c) && !is_one_of(c, "年月日号个份次章篇条项期万亿元第")
}

/// Whether a title with a blank before byte `here` fills its line, which is short and no sentence.
fn goes_on_behind_blank(text: &str, at: usize, here: usize) -> bool {
    // a line may be long, and many titles are looked for in it
    let near = bounded(text, here, 40 * '字'.len_utf8());
    let Some(behind) = near.find('\n').and_then(|end| near.get(..end)) else { return false };
    text.get(at..here).is_some_and(|title| title.ends_with(is_blank))
        && width(text.get(at..here + behind.len()).unwrap_or_default()) <= 40
        && !behind.contains(any_of("。；：，:,"))
}

/// Whether a stretch has the length and look of a title.
fn fits(text: &str, at: usize, end: usize, stop_seen: bool) -> bool {
    let width = width(text.get(at..trim_end(text, at, end)).unwrap_or_default());
    (3..=LONGEST).contains(&width) && !stop_seen
}

fn line_title(text: &str, at: usize, end: usize, stop_seen: bool) -> Option<Title> {
    let line = text.get(at..end)?;
    let last = fold(line.chars().next_back()?);
    let noun = NOUN.ends(text, at, end);
    // with a noun there may be several organs before 关于, and titles cited
    let longest = if noun { LONGEST } else { 60 };
    if matches!(last, '。' | '；' | '：' | '，' | '、') || !(2..=longest).contains(&width(line)) {
        return None;
    }
    if stop_seen && width(line) > 40 {
        return None;
    }
    // ……会议上的发言 ××区区长　王××⏎各位领导：
    let speaker = || {
        let parts = line.char_indices().filter(|&(_, c)| is_blank(c)).map(|(n, _)| at + n);
        let mut titles = parts.filter(|&n| NOUN.ends(text, at, n));
        titles.find(|&n| speaks(text, skip_blanks(text, n), end))
    };
    if let Some(end) = speaker().filter(|_| !noun) {
        return Some(Title { end, evidence: Evidence::Form });
    }
    Some(Title { end, evidence: if noun { Evidence::Noun } else { Evidence::Line } })
}

/// Whether the rest of a line names who speaks to those named on the next: an organ, or a person with the post.
pub(super) fn speaks(text: &str, at: usize, end: usize) -> bool {
    let name = text.get(at..end).unwrap_or_default();
    let named = element::is_organ(text, at, end) || element::post_and_name(name);
    named && element::spoken_to(text, skip_space(text, end))
}

/// Whether a title that began at `at` ends at `here`, and by what evidence.
fn stops(text: &str, at: usize, here: usize, c: char, brackets: i32) -> Option<Evidence> {
    if brackets > 0 {
        return None;
    }
    if element::head_date(text, here).is_some() {
        return Some(Evidence::Form);
    }
    // glued to its author and its text
    if super::head::bracketed_author(text, here).is_some_and(|end| char_at(text, end).is_some_and(is_word))
        && !element::is_organ(text, at, here)
    {
        return Some(Evidence::Form);
    }
    if starts_law(text, here) && width(text.get(at..here)?) >= 4 {
        return Some(Evidence::Form);
    }
    if element::salutation(text, here).is_some() {
        return Some(Evidence::Form);
    }
    // ……方案（2024—2026年）
    let behind = text.get(at..here).filter(|t| t.ends_with(any_of("）)"))).and_then(|t| t.rfind(any_of("（(")));
    if !NOUN.ends(text, at, behind.map_or(here, |open| at + open)) {
        return first_mark(text, here).then_some(Evidence::Noun);
    }
    if order_number(text, here).is_some() || element::announced_number(text, here).is_some() {
        return Some(Evidence::Form);
    }
    if NOUN.at(text, here).is_some() {
        return None;
    }
    let opens = first_mark(text, here) || in_brackets(rest(text, here)).is_some();
    if date(text, here).is_some_and(|d| d.full) || opens {
        return Some(Evidence::Form);
    }
    if OPENER.at(text, here).is_some() || year_opens(text, here) {
        return Some(Evidence::Noun);
    }
    if let Some((_, evidence)) = glued_organ(text, here) {
        return Some(evidence);
    }
    if takes_up(text, at, here) {
        return Some(Evidence::Noun);
    }
    let asked = words!("请示 报告 函 批复 答复 复函 议案").ends(text, at, here) && is_han(c) && c != '的';
    ((c == '各' || asked) && element::addressee(text, here, true).is_some()).then_some(Evidence::Form)
}

/// Whether a text opens with its year: `2024年，……`, `2024年全县……`, not 2024年版.
fn year_opens(text: &str, at: usize) -> bool {
    let behind = rest(text, at).trim_start_matches(|c: char| c.is_ascii_digit());
    let year = text.len() - behind.len();
    let next = eat(text, year, "年").filter(|_| year == at + 4).and_then(|next| char_at(text, next));
    next.is_some_and(|c| matches!(c, '，' | ',') || is_han(c) && !is_one_of(c, "版度第级"))
        && rest(text, at).starts_with("20")
}

/// Whether the first sentence, glued to a title, takes up a name of it: `学习青石县经验材料|青石县用三年……`, or the organ that
/// it begins with: `县人民政府关于……的决定|县人民政府决定……`.
fn takes_up(text: &str, at: usize, here: usize) -> bool {
    let title = text.get(at..here).unwrap_or_default();
    let organ = title.split("关于").next().filter(|organ| !organ.is_empty());
    if organ.is_some_and(|organ| rest(text, here).starts_with(organ)) {
        return true;
    }
    let len: usize =
        rest(text, here).chars().take(3).filter(|&c| crate::lexer::chars::is_letter(c)).map(char::len_utf8).sum();
    let name = text.get(here..here + len).unwrap_or_default();
    name.ends_with(any_of("省市县区州镇乡村局校院厂")) && title.contains(name)
}

/// Where an organ's name ends that stands glued between a title and its body or its date, and what shows it:
/// `……汇报|县图书馆|我县……`, `……的发言|××管委会|2023年8月`.
pub(super) fn glued_organ(text: &str, at: usize) -> Option<(usize, Evidence)> {
    if char_at(text, at) == Some('的') {
        return None;
    }
    for (i, c) in element::window(text, at, 72).char_indices() {
        let here = at + i;
        let dated = date(text, here).is_some();
        let opens = || OPENER.at(text, here).is_some_and(|end| end > here + 3);
        if (dated || opens()) && element::is_organ(text, at, here) {
            return Some((here, if dated { Evidence::Form } else { Evidence::Noun }));
        }
        if !is_word(c) && c != '×' {
            return None;
        }
    }
    None
}

/// Where an author glued to the end of a title begins: `……调研报告|××县调研组`, `……过日子|XX镇党委`.
fn split_author(text: &str, at: usize, end: usize) -> usize {
    let title = text.get(at..end).unwrap_or_default();
    for (i, c) in title.char_indices().skip(4) {
        let here = at + i;
        // 讲话（摘要）
        let bracket = text.get(at..here).filter(|t| t.ends_with(any_of("）)"))).and_then(|t| t.rfind(any_of("（(")));
        let spoken = bracket.map_or(here, |open| at + open);
        if words!("讲话 发言 致辞 致词 报告 汇报 演讲 主持词").ends(text, at, spoken)
            && element::speaker(text, here, end)
        {
            return here;
        }
        let masked = element::masks_name(c)
            && !words!("× X ╳ 在 对 于 和 与 向 为 是 的").ends(text, at, here)
            && !NOUN.ends(text, here, end);
        let named = element::is_organ(text, here, end) && NOUN.ends(text, at, here);
        if width(text.get(here..end).unwrap_or_default()) >= 3 && (masked || named) {
            return here;
        }
    }
    end
}

/// Whether the first mark of a ladder stands here: 一、 （一）.
fn first_mark(text: &str, at: usize) -> bool {
    // T（一） on a line is the first of a series
    let ends_line = |end: usize| skip_blanks(text, end) == line_end(text, end);
    words!("一、 （一） —、 1总则").at(text, at).is_some_and(|end| !ends_line(end) || text.len() == end)
}

/// Whether a paragraph opens with a mark of a section, so that it is no title.
pub(super) fn opens_section(text: &str, at: usize) -> bool {
    let Some(sign) = char_at(text, at) else { return true };
    let behind = rest(text, at + sign.len_utf8());
    let is_number = |c| matches!(c, '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    match fold(sign) {
        '（' => {
            behind.starts_with(|c: char| c.is_ascii_digit()) || behind.chars().take(3).any(|c| matches!(c, '）' | ')'))
        }
        '①'..='⑳' | '〔' | '*' | '|' | '●' | '■' | '◆' | '·' | '-' | '！' | '，' | '。' | '：' | '、' => {
            true
        }
        '第' => behind.trim_start_matches(|c| is_number(c) || is_blank(c)).starts_with(any_of("章节条编款项部，、")),
        first if is_number(first) || matches!(first, '—' | 'l') => {
            behind.trim_start_matches(is_number).starts_with(any_of("、.．)）,是"))
        }
        _ => false,
    }
}

/// Whether one more line or two lead to the line of a document number, so that they belong to its title.
fn number_follows(text: &str, next: usize) -> bool {
    let mut from = next;
    for _ in 0..3 {
        let end = trim_end(text, from, from + element::window(text, from, 300).len());
        from = skip_space(text, end);
        let bracket = element::window(text, from, 60).find(any_of("〔[［"));
        if NOUN.ends(text, next, end)
            && bracket.is_some_and(|b| element::doc_number(text, from, from + b, None).is_some_and(|n| n.0 == from))
        {
            return true;
        }
    }
    false
}

/// Whether the noun for what a title issues something by is still to come, at the end of one line more or two:
/// `关于印发……办法⏎实施细则的通知`.
fn issues(so_far: &str, below: &str) -> bool {
    static ISSUED: &Words = words!("通知 函 决定 公告 通告 命令");
    !ISSUED.ends(so_far, 0, so_far.len())
        && below.lines().take(2).any(|line| words!("的通知 的函 的决定 的公告 的通告").ends(line, 0, line.len()))
}

/// What the second line of a title ends in that has the noun on it alone.
static TWO_LINES: &Words =
    words!("公告 公示 通告 通知 简章 方案 细则 办法 材料 报告 总结 发言 讲话 汇报 计划 规划 预案 制度 意见 讲稿 提纲");

/// Whether a title that reached a line's end runs on over the next line.
fn joins(text: &str, at: usize, line_start: usize, end: usize, next: usize, open: bool) -> bool {
    let so_far = text.get(at..end).unwrap_or_default();
    let broken = skip_space(text, next);
    let next = if text.get(next..broken).is_some_and(|gap| gap.matches('\n').count() <= 1) { broken } else { next };
    let Some(line) = text.get(next..trim_end(text, next, line_end(text, next))) else { return false };
    if line.is_empty() || opens_section(text, next) || date(text, next).is_some_and(|d| d.end == next + line.len()) {
        return false;
    }
    if open {
        return true;
    }
    if line.starts_with(any_of("—―")) {
        let (name, end) = (next + line.len() - line.trim_start_matches(any_of("—―")).len(), next + line.len());
        return !element::names_speaker(text, name, end);
    }
    let official =
        ["关于", "对", "印发", "转发"].iter().any(|w| holds(so_far, w)) || element::is_organ(text, line_start, end);
    // ××奋力夺取⏎××全面胜利⏎——在……上的讲话
    let below = next + line.len();
    let subtitle = skip_space(text, below);
    if !line.contains(any_of("。；：:"))
        && rest(text, subtitle).starts_with("——")
        && NOUN.ends(text, subtitle, line_end(text, subtitle))
    {
        return true;
    }
    if NOUN.ends(text, at, end) {
        return official && (number_follows(text, next) || issues(so_far, rest(text, next)));
    }
    // ……表彰大会⏎主 持 词
    let whole = NOUN.at(text, next) == Some(below);
    // ××县人民医院公开招聘⏎编外人员公告; ××工程⏎可行性研究报告
    let named = so_far.contains(any_of("省市县区镇乡局院校委司"));
    if whole || named && !line.contains('，') && TWO_LINES.ends(text, next, below) {
        return true;
    }
    // 在……⏎动员会上的讲话
    if !official && !so_far.starts_with('在') {
        return false;
    }
    if words!("关于 印发 转发 批转").at(text, next).is_some() {
        return true;
    }
    // the noun that the title wants stands at the end of one of the next lines
    let mut from = next;
    for _ in 0..3 {
        let line = element::window(text, from, 400);
        let end = trim_end(text, from, from + line.len());
        let number = line.char_indices().find_map(|(i, c)| {
            matches!(c, '〔' | '[' | '［').then(|| element::doc_number(text, from, from + i, Some(NOUN))).flatten()
        });
        if let Some((start, _)) = number {
            return NOUN.ends(text, from, start);
        }
        if line.contains(any_of("。；！？：:")) {
            return false;
        }
        // ……办法（试行）
        if NOUN.ends(text, from, element::trim_bracket(text, from, end)) {
            return true;
        }
        from = skip_space(text, from + line.len());
    }
    false
}

/// A title without a noun that only a blank parts from the first sentence: `促共享　惠民生　近年来，……`.
pub(super) fn blank_title(text: &str, at: usize) -> Option<Title> {
    if opens_section(text, at) {
        return None;
    }
    let (mut blank, mut clause) = (None, at);
    for (i, c) in element::window(text, at, 240).char_indices() {
        clause = at + i;
        match fold(c) {
            _ if is_blank(c) => blank = Some(at + i),
            '，' | '。' | '：' | '；' | '、' => break,
            _ => {}
        }
    }
    // the title has a clause behind the blank, too: 学习外地经验　打造岛村样板|今年以来，……
    let behind = text.get(blank?..clause)?;
    let opens = ["近年来", "今年以来", "去年以来", "一直以来", "近期", "为深入", "为贯彻", "为认真"];
    let opens = opens.iter().filter_map(|word| find_word(behind, word)).min().filter(|n| *n > 4 * "字".len());
    let end = trim_end(text, at, blank? + opens.unwrap_or_default());
    let title = text.get(at..end)?;
    // a dateline is none
    let fits = (6..=40).contains(&width(title)) && !title.contains("日电");
    fits.then_some(Title { end, evidence: Evidence::Line })
}

/// The organ that a title names first: 国务院办公厅 of 国务院办公厅关于……的通知.
pub(super) fn issuer(title: &str) -> &str {
    let end = ["关于", "印发", "转发", "批转", "对"].iter().filter_map(|w| find_word(title, w)).min().unwrap_or(0);
    let name = title.get(..end).unwrap_or_default().trim_end();
    if width(name) <= 40 { name } else { "" }
}
