//! Where the title of a piece ends, on lines of its own or glued to what follows.

use super::noun::NOUN;
use super::opener::{OPENER, goes_on, takes_up, year_opens};
use crate::lexer::chars::{is_han, is_word};
use crate::lexer::search::{find as find_word, has_any, is_one_of};
use crate::parser::element::date::{date, order_number};
use crate::parser::element::matching::*;
use crate::parser::element::{self, starts_law};
use crate::parser::section::in_brackets;

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
pub(super) static PROSE: &Words = words!(
    "根据 按照 依据 随着 近年来 今天 同志们 为了 为贯彻 为深入 现将 刚才 这次 下面 首先 总之 我们 本报告 本方案 本规划"
);

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
        if c == '\n' && here < line_start {
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
        if here > at && !is_blank(c) && depth <= 0 {
            if let Some(end) = super::mark::repeated_mark(text, here).filter(|_| NOUN.ends(text, at, here)) {
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
                let glued = text.get(line_start..here).is_some_and(|line| !line.ends_with('\n'));
                let end = if glued && evidence == Evidence::Form {
                    super::byline::split_author(text, at, here)
                } else {
                    here
                };
                return fits(text, at, end, stop_seen).then(|| Title { end: trim_end(text, at, end), evidence });
            }
            if let Some((start, _)) = element::doc_number(text, at, here, Some(NOUN)).filter(|n| n.0 > at) {
                // ……的通知（×政办发〔2017〕2号）
                let start = eat_back(text, at, start, "（").unwrap_or(start);
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
    // ……对照检查材料（镇党委）
    let bracket = if matches!(last, '）') { line.rfind(any_of("（(")) } else { None };
    let noun = NOUN.ends(text, at, bracket.map_or(end, |open| trim_end(text, at, at + open)));
    // several organs may stand before 关于, and titles may be cited
    let explains = || line.contains("解读《") && line.ends_with('》');
    let cites = || noun && (line.contains("\n关于") || line.contains('》'));
    let longest = if cites() || explains() { LONGEST } else { 60 };
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
    named && width(name) <= 30 && element::spoken_to(text, skip_space(text, end))
}

/// Whether a title that began at `at` ends at `here`, and by what evidence.
fn stops(text: &str, at: usize, here: usize, c: char, brackets: i32) -> Option<Evidence> {
    if brackets > 0 {
        return None;
    }
    if matches!(c, '（' | '(' | '—' | '―' | '-' | '－') && element::head_date(text, here).is_some() {
        return Some(Evidence::Form);
    }
    // glued to its author and its text
    let glued = |end: usize| {
        let blanks = NOUN.ends(text, at, trim_end(text, at, here));
        char_at(text, if blanks { skip_blanks(text, end) } else { end }).is_some_and(is_word)
    };
    if matches!(c, '（' | '(')
        && !element::is_organ(text, at, here)
        && super::byline::bracketed_author(text, here).is_some_and(glued)
    {
        return Some(Evidence::Form);
    }
    // 公务员法（节选） 第十三条 ……
    let excerpt = c == '第' && has_any(text.get(at..here)?, &["（节选）", "（节录）", "（摘录）"]);
    if (starts_law(text, here) || excerpt && opens_section(text, here)) && width(text.get(at..here)?) >= 4 {
        return Some(Evidence::Form);
    }
    if element::salutation(text, here).is_some() {
        return Some(Evidence::Form);
    }
    // 王某套取补贴案【基本案情】……【处理结果】……
    if c == '【' && opens_brackets(text, at, here, true) {
        return Some(Evidence::Form);
    }
    // ……方案（2024—2026年）
    let behind = text.get(at..here).filter(|t| t.ends_with(any_of("）)"))).and_then(|t| t.rfind(any_of("（(")));
    if !NOUN.ends(text, at, behind.map_or(here, |open| at + open)) {
        return first_mark(text, here).then_some(Evidence::Noun);
    }
    if eat_back(text, at, here, "令").is_some() && order_number(text, here).is_some() {
        return Some(Evidence::Form);
    }
    if words!("公告 通告 通报").ends(text, at, here) && element::announced_number(text, here).is_some() {
        return Some(Evidence::Form);
    }
    // 市民政局解读《养老服务条例》: what is explained fills the line
    let explained = || {
        let line = element::window(text, here, 180);
        words!("解读").ends(text, at, here)
            && matches!(c, '《' | '“')
            && !line.contains(any_of("。，；"))
            && width(line) <= 40
    };
    if NOUN.at(text, here).is_some() || explained() {
        return None;
    }
    let blank = text.get(at..here)?.ends_with(is_blank);
    let opens = first_mark(text, here)
        || opens_volume(text, here)
        || c == '【' && in_brackets(rest(text, here)).is_some_and(|words| !words.ends_with("篇】"));
    if date(text, here).is_some_and(|d| d.full) || opens {
        return Some(Evidence::Form);
    }
    let opener = OPENER.at(text, here).is_some();
    if opener && goes_on(text, here) {
        return None;
    }
    if opener || year_opens(text, here) || author_and_opener(text, here).is_some() {
        return Some(Evidence::Noun);
    }
    if author_and_date(text, here).is_some() {
        return Some(Evidence::Form);
    }
    if takes_up(text, at, here) {
        return Some(Evidence::Noun);
    }
    // ……工作报告|精神的通知各市人民政府：
    let plain = |end: usize| text.get(here..end).is_some_and(|organs| !organs.contains('的'));
    let addressed = |reply| {
        element::addressee(text, here, reply).is_some_and(|(end, _)| plain(end) && eat(text, end, "：").is_some())
    };
    let asked = words!("请示 报告 函 批复 答复 复函 议案").ends(text, at, here) && width(text.get(at..here)?) >= 8;
    let next_noun = (blank || c == '各') && element::addressee(text, here, true).is_some();
    (next_noun || asked && is_han(c) && addressed(true)).then_some(Evidence::Form)
}

/// Where an organ's name ends that stands glued between a title and its body: `……汇报|县图书馆|我县……`.
pub(super) fn author_and_opener(text: &str, at: usize) -> Option<usize> {
    let line = element::window(text, at, 72);
    for (i, c) in line.char_indices() {
        let here = at + i;
        if i > 6 && OPENER.at(text, here).is_some_and(|end| end > here + 3) && element::is_organ(text, at, here) {
            return Some(here);
        }
        if !crate::lexer::chars::is_word(c) && c != '×' {
            return None;
        }
    }
    None
}

/// Where an organ's name ends that stands glued between a title and its date: `……的发言|××管委会|2023年8月`.
pub(super) fn author_and_date(text: &str, at: usize) -> Option<usize> {
    if char_at(text, at) == Some('的') {
        return None;
    }
    for (i, c) in element::window(text, at, 72).char_indices() {
        let here = at + i;
        if i > 6 && date(text, here).is_some() && element::is_organ(text, at, here) {
            return Some(here);
        }
        if !is_word(c) && c != '×' {
            return None;
        }
    }
    None
}

/// Whether a heading in brackets stands at `here`, glued to a title, the first of several if they must be.
pub(super) fn opens_brackets(text: &str, at: usize, here: usize, several: bool) -> bool {
    /// How far the second is looked for, in bytes.
    const NEAR: usize = 3000;
    let title = text.get(at..here).unwrap_or_default();
    let plain = (6..=40).contains(&width(title)) && !title.contains(any_of("，。：:"));
    let headed = |at: usize| in_brackets(rest(text, at)).is_some();
    let more = || {
        let stands = |n: usize| text.get(..n).is_some_and(|above| above.ends_with(element::is_stop)) && headed(n);
        bounded(text, here, NEAR).match_indices('【').skip(1).any(|(n, _)| stands(here + n))
    };
    plain && headed(here) && (!several || more())
}

/// Whether a title ends in its noun on the line at `at` or the next, right above the first section of its document.
fn ends_above_section(text: &str, at: usize) -> bool {
    let mut from = at;
    for _ in 0..2 {
        let end = trim_end(text, from, line_end(text, from));
        let line = text.get(from..end).unwrap_or_default();
        if line.is_empty() || width(line) > 40 || line.contains(any_of("。；：:，")) || opens_section(text, from) {
            return false;
        }
        let next = skip_space(text, end);
        let named = element::trim_bracket(text, from, end);
        if NOUN.ends(text, from, named) || super::noun::RULES.ends(text, from, named) {
            let below = element::head_date(text, next).map_or(next, |day| skip_space(text, day));
            return begins_sections(text, below);
        }
        if text.get(end..next).is_some_and(|gap| gap.matches('\n').count() > 1) {
            return false;
        }
        from = next;
    }
    false
}

/// Whether the sections of a document begin here.
pub(super) fn begins_sections(text: &str, at: usize) -> bool {
    words!("一、 （一） 第一篇 第一章 第一节 第一条 第一编 第一部分").at(text, at).is_some()
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
    let is_number = |c: char| c.is_ascii_digit() || is_numeral(c);
    match fold(sign) {
        '（' => {
            behind.starts_with(|c: char| c.is_ascii_digit()) || behind.chars().take(3).any(|c| matches!(c, '）' | ')'))
        }
        '①'..='⑳' | '〔' | '*' | '|' | '●' | '■' | '◆' | '·' | '-' | '！' | '，' | '。' | '：' | '、' => {
            true
        }
        '第' => {
            let skip = first_chars(behind, 6);
            let part =
                skip.trim_start_matches(|c| is_number(c) || matches!(c, '百' | '零' | '〇' | '—' | '―') || is_blank(c));
            part.len() < skip.len() && part.starts_with(any_of("章节条编款项部，、一")) || opens_volume(text, at)
        }
        first if is_number(first) || matches!(first, '—' | '―' | 'l') => {
            let end = first_chars(behind, 4).trim_start_matches(is_number);
            end.starts_with(any_of("、.．)）,")) || !matches!(first, '—' | '―') && end.starts_with('是')
        }
        _ => false,
    }
}

/// Whether 第一篇 with its title stands here.
fn opens_volume(text: &str, at: usize) -> bool {
    let number = eat(text, at, "第").map(|number| bounded(text, number, 4 * "一".len()));
    let title = number.and_then(|number| number.trim_start_matches(is_numeral).strip_prefix('篇'));
    title.is_some_and(|title| title.starts_with(is_blank))
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// Whether one more line or two lead to the line of a document number, so that they belong to its title.
fn number_follows(text: &str, next: usize) -> bool {
    let mut from = next;
    for _ in 0..3 {
        let line = element::window(text, from, 300);
        if line.contains(any_of("。；，：:")) || opens_section(text, from) {
            return false;
        }
        let end = trim_end(text, from, from + line.len());
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

/// Whether a title passes something on, and the noun for what it does so by is still to come: `关于印发……办法⏎实施细则的通知`.
fn issues(title: &str) -> bool {
    ["印发", "转发", "批转", "公布", "发布"].iter().any(|w| title.contains(w))
        && !["通知", "函", "决定", "公告", "通告", "命令"].iter().any(|w| title.ends_with(w))
}

/// Whether one line more or two end in that noun.
fn issue_ends(text: &str, next: usize) -> bool {
    let lines = rest(text, next).lines().take(2).map(str::trim_end);
    lines
        .take_while(|line| !line.contains(any_of("。；，：:")) && width(line) <= 40)
        .any(|line| ["的通知", "的函", "的决定", "的公告", "的通告"].iter().any(|noun| line.ends_with(noun)))
}

/// What the second line of a title ends in that has the noun on it alone.
static TWO_LINES: &Words =
    words!("公告 公示 通告 通知 简章 方案 细则 办法 材料 报告 总结 发言 讲话 汇报 计划 规划 预案 制度 意见 讲稿 提纲");

/// Whether a title that reached a line's end runs on over the next line.
fn joins(text: &str, at: usize, line_start: usize, end: usize, next: usize, open: bool) -> bool {
    let so_far = text.get(at..end).unwrap_or_default();
    let broken = skip_space(text, next);
    // an organ may stand well above 关于……的通知
    let lines = if eat(text, broken, "关于").is_some() && element::is_organ(text, line_start, end) { 4 } else { 1 };
    let next = if text.get(next..broken).is_some_and(|gap| gap.matches('\n').count() <= lines) { broken } else { next };
    let Some(line) = text.get(next..trim_end(text, next, line_end(text, next))) else { return false };
    if line.is_empty() || opens_section(text, next) || so_far.ends_with(any_of("。：:！；")) {
        return false;
    }
    if element::salutation(text, next).is_some()
        || element::head_date(text, next).is_some()
        || date(text, next).is_some_and(|d| d.end == next + line.len())
        || element::note(text, next).is_some()
        || element::order_line(text, next).is_some()
        || element::attachment_label(text, next).is_some()
        || element::opens_body(text, next)
    {
        return false;
    }
    if open {
        return true;
    }
    if line.starts_with(any_of("—―")) {
        let (name, end) = (next + line.len() - line.trim_start_matches(any_of("—―")).len(), next + line.len());
        let named = element::names_speaker(text, name, end);
        return !so_far.contains("——") && width(line) <= 45 && !element::post_and_name(line) && !named;
    }
    let official =
        ["关于", "对", "印发", "转发"].iter().any(|w| holds(so_far, w)) || element::is_organ(text, line_start, end);
    let noun = NOUN.ends(text, at, end) && !(holds(so_far, "关于") && so_far.ends_with('议'));
    // 在……⏎动员会上的讲话
    let spoken = !noun && so_far.starts_with('在');
    // ……表彰大会⏎主 持 词
    if !noun
        && width(line) <= 4
        && line.chars().all(|c| is_han(c) || is_blank(c))
        && !so_far.ends_with(|c: char| c.is_ascii_digit())
        && NOUN.ends(text, next, next + line.len())
    {
        return true;
    }
    // ××奋力夺取⏎××全面胜利⏎——在……上的讲话
    let slogan = |t: &str| width(t) <= 40 && !t.contains(any_of("。；：:"));
    let below = next + line.len();
    let subtitle = skip_space(text, below);
    if slogan(so_far)
        && slogan(line)
        && rest(text, subtitle).starts_with("——")
        && text.get(below..subtitle).is_some_and(|gap| gap.matches('\n').count() == 1)
        && NOUN.ends(text, subtitle, trim_end(text, subtitle, line_end(text, subtitle)))
    {
        return true;
    }
    // 2024年××县人民医院公开招聘⏎编外人员公告; ××工程⏎可行性研究报告
    let named = first_chars(so_far, 4).parse::<u16>().is_ok() || so_far.contains(any_of("省市县区镇乡局院校委司"));
    if !noun
        && at == skip_space(text, 0)
        && named
        && slogan(so_far)
        && width(so_far) >= 8
        && width(line) <= 24
        && !line.starts_with("20")
        && !line.contains('，')
        && TWO_LINES.ends(text, next, below)
    {
        return true;
    }
    // ××县开展农村饮水工程⏎维修养护管理办法⏎第一章
    let goes_on = !noun || words!("和 及 与 暨").at(text, next).is_some();
    if goes_on && slogan(so_far) && width(so_far) >= 4 && !so_far.contains('，') && ends_above_section(text, next) {
        return true;
    }
    if !official && !spoken {
        return false;
    }
    if noun && holds(so_far, "关于") {
        return number_follows(text, next) || issues(so_far) && issue_ends(text, next);
    }
    if words!("关于 印发 转发 批转").at(text, next).is_some() {
        return true;
    }
    // the noun that the title wants stands at the end of one of the next lines
    let mut from = next;
    for _ in 0..3 {
        let line = element::window(text, from, 400);
        if line.trim().is_empty() || line.contains(any_of("。；！？")) {
            return false;
        }
        let end = trim_end(text, from, from + line.len());
        let number = line.char_indices().find_map(|(i, c)| {
            matches!(c, '〔' | '[' | '［').then(|| element::doc_number(text, from, from + i, Some(NOUN))).flatten()
        });
        if let Some((start, _)) = number {
            return start > from && NOUN.ends(text, from, start);
        }
        if line.contains(any_of("：:")) {
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
    let name = title.get(..end).unwrap_or_default().trim_end_matches(|c: char| is_blank(c) || c == '\n');
    if width(name) <= 40 { name } else { "" }
}

/// Whether a title has two clauses.
pub(super) fn has_comma(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|title| title.contains(any_of("，,")))
}
