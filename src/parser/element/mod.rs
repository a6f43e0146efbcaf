//! The parts of the document form, each told by its own look: where it ends if it begins at a place.

mod attachment;
pub(crate) mod date;
mod foot;
pub(crate) mod matching;
mod note;
mod person;

pub(crate) use attachment::{attachment_label, attachment_names, attachment_note, is_file, names_attachment};
pub(crate) use foot::{copy_to, print_info, subject_words};
pub(crate) use note::{attendance, contact, end_notes, note, source};
pub(crate) use person::{
    author, bare_name, clerk, ends_in_post, glued_name, is_staff, labelled_author, masks_name, name_and_day,
    name_below_post, names, names_speaker, officer, officer_post, opens_body, organ_and_name, person, post_and_name,
    speaker,
};

use crate::lexer::chars::is_year;
use crate::lexer::search::{begins_with_any, ends_with_any, is_one_of, last};
use crate::word_list::word_list;
use date::{date, is_digit, number_tail, order_number};
use matching::*;

static ORGAN: &Words = words!(word_list!("organ.txt"));
static ADDRESSEE: &Words = words!(word_list!("addressee.txt"));
static SALUTATION: &Words = words!(word_list!("salutation.txt"));
static ADDRESSED: &Words = words!(word_list!("addressed.txt"));
static CLOSING: &Words = words!(word_list!("closing.txt"));
static PASSED: &Words = words!(word_list!("passed.txt"));

/// The longest stretch, in bytes, that a form is looked for in.
const WINDOW: usize = 600;

/// `text[at..]`, at most `bytes` long and not beyond the line.
pub(crate) fn window(text: &str, at: usize, bytes: usize) -> &str {
    let end = text.floor_char_boundary(at + bytes);
    text.get(at..paragraph_end(text, at, end)).unwrap_or_default()
}

/// The fewest characters of a line that is full.
const FULL: usize = 30;

/// Where the paragraph at `at` ends, not beyond `limit`: a full line that ends in mid-sentence runs on.
fn paragraph_end(text: &str, at: usize, limit: usize) -> usize {
    let mut from = at;
    loop {
        let stretch = text.get(from..limit).unwrap_or_default();
        let Some(len) = memchr::memchr(b'\n', stretch.as_bytes()) else { return limit };
        let line = stretch.get(..len).unwrap_or_default();
        let runs_on = len >= FULL
            && !matches!(char_at(text, from + len + 1), None | Some('\n' | '\u{3000}' | ' '))
            && !line.trim_end().ends_with(any_of("。：；！？:;!?）)"))
            && line.chars().filter(|&c| !is_blank(c)).nth(FULL - 1).is_some();
        if !runs_on {
            return from + len;
        }
        from += len + 1;
    }
}

/// A sign that stands for a name that is not told: `××市`, `XX县`.
fn is_mask(c: char) -> bool {
    matches!(c, '×' | '╳' | '*' | '○' | '□' | '＊')
}

/// Whether a name ends as the names of organs do.
pub(crate) fn is_organ(text: &str, start: usize, end: usize) -> bool {
    ORGAN.ends(text, start, end)
}

/// Whether a sentence or line ends with this character.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(fold(c), '。' | '！' | '？' | '…' | '；' | '\n')
}

/// 发文字号 whose brackets stand at `bracket`: its start, not before `from`, and its end.
pub(crate) fn doc_number(text: &str, from: usize, bracket: usize, nouns: Option<&Words>) -> Option<(usize, usize)> {
    let end = number_tail(text, bracket)?;
    let mut start = bracket;
    let mut chars = 0;
    for (i, c) in text.get(from..bracket)?.char_indices().rev() {
        let here = from + i;
        let fits = crate::lexer::chars::is_word(c) || is_blank(c) || is_mask(c);
        if !fits || chars >= 12 {
            break;
        }
        if is_blank(c) && chars > 0 {
            // 国发 〔2011〕 35 号: one blank before the bracket is stray, one before 国发 is not
            break;
        }
        chars += usize::from(!is_blank(c));
        start = here;
    }
    // glued to a title, the number begins where the title's noun ends
    let first = start;
    for (i, _) in text.get(first..bracket)?.char_indices() {
        let here = first + i;
        if width(text.get(here..bracket)?) < 2 {
            break;
        }
        if here > first && nouns.is_some_and(|nouns| nouns.ends(text, from, here)) {
            start = here;
        }
    }
    // 会议纪要〔2021〕3号
    if words!("纪要").ends(text, first, bracket) && width(text.get(first..bracket)?) > 6 {
        start = bracket;
    }
    (start == bracket || width(text.get(start..bracket)?) >= 2).then_some((start, end))
}

/// Where the number of an announcement ends, with its year: `2021年第3号`.
pub(crate) fn announced_number(text: &str, at: usize) -> Option<usize> {
    let year = text.get(at..at + 4).filter(|year| is_year(year))?;
    order_number(text, eat(text, at + year.len(), "年")?)
}

/// An order's number on a line of its own, `第682号` or `××省人民政府令第30号`.
pub(crate) fn order_line(text: &str, at: usize) -> Option<usize> {
    let end = line_end(text, at);
    let line = window(text, at, 160);
    // （第12号）
    if let Some(open) = eat(text, at, "（") {
        let inner = skip_blanks(text, open);
        // （第五届第19号）
        let inner = eat(text, inner, "第")
            .map(|of| bounded(text, of, 12))
            .and_then(|near| Some(inner + "第".len() + near.find('届')? + "届".len()))
            .unwrap_or(inner);
        return eat(text, order_number(text, inner)?, "）").filter(|&e| trim_end(text, at, end) == e);
    }
    let n = line.find('第')?;
    let before = line.get(..n)?.trim_end_matches(is_blank);
    // of an announcement with its year: 2021年第3号
    let year = before.strip_suffix('年').is_some_and(is_year);
    if !(before.is_empty() || before.ends_with('令') || year) {
        return None;
    }
    order_number(text, at + n).filter(|&e| trim_end(text, at, end) == e)
}

/// 密级, 紧急程度: where `机密★1年`, `特急` on a line of its own ends.
pub(crate) fn secrecy(text: &str, at: usize) -> Option<usize> {
    let end = words!("绝密 机密 秘密").at(text, at)?;
    let line = line_end(text, at);
    // a period with what is glued to it: ★1年|特急
    let period = eat(text, end, "★").and_then(|period| {
        let unit = rest(text, period).trim_start_matches(is_digit);
        words!("年 个月 月 长期").at(text, text.len() - unit.len())
    });
    if period.is_some() {
        return period;
    }
    (char_at(text, end) == Some('★') || trim_end(text, at, line) == end || width(window(text, at, 90)) <= 8)
        .then(|| trim_end(text, at, line))
}

/// 紧急程度.
pub(crate) fn urgency(text: &str, at: usize) -> Option<usize> {
    let end = words!("特急 特提 加急 平急 急件").at(text, at)?;
    // 特急·明电
    let end = words!("·明电 明电").at(text, skip_blanks(text, end)).unwrap_or(end);
    (trim_end(text, at, line_end(text, at)) == end).then_some(end)
}

/// 签发人, one or several. Glued, the names end where the title begins with the `organ` of the issuing mark, else with
/// three characters: `签发人：王××|××县人民政府关于……`.
pub(crate) fn signer(text: &str, at: usize, organ: &str) -> Option<usize> {
    /// The most bytes of the names of several.
    const NAMES: usize = 60;
    let end = words!("签发人 签发").at(text, at)?;
    let name = skip_blanks(text, eat(text, skip_blanks(text, end), "：")?);
    let line = trim_end(text, at, line_end(text, at));
    if line <= name + NAMES {
        return Some(line);
    }
    let organ = Some(bounded(organ, 0, 3 * "县".len())).filter(|organ| !organ.is_empty());
    let names = organ.and_then(|organ| bounded(text, name, NAMES).find(organ)).filter(|&names| names > 0);
    Some(name + names.unwrap_or(bounded(text, name, 3 * "王".len()).len()))
}

/// 发文机关标志: `××市人民政府文件`, `××市人民政府发电` on a line of its own.
pub(crate) fn issuing_mark(text: &str, at: usize) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    let start = ["文件", "发电", "明传电报", "传真电报"].iter().find_map(|word| eat_back(text, at, end, word))?;
    let width = width(text.get(at..end)?);
    (width <= 40 && is_organ(text, at, start)).then_some(end)
}

/// 称谓 at `at`: where `尊敬的各位领导、同志们：` ends, its colon left out.
pub(crate) fn salutation(text: &str, at: usize) -> Option<usize> {
    let opening = SALUTATION.at(text, at)?;
    // 主席、各位委员：, not who speaks: 河长办|主任　李××|各位领导：
    if words!("主席 主任").at(text, at) == Some(opening)
        && words!("、 ， ： 团 先生 女士 同志 阁下").at(text, opening).is_none()
    {
        return None;
    }
    // 尊敬的××总统，尊敬的××首相，……
    let most = if eat(text, at, "尊敬的").is_some() { 180 } else { 45 };
    let mut count = 0;
    for (i, c) in each_char(window(text, at, WINDOW)) {
        let here = at + i;
        match fold(c) {
            '：' => {
                let chief =
                    eat_back(text, at, here, "长").is_some() && begins_with_any(rest(text, at), &["各位", "尊敬的"]);
                return (here >= opening && (chief || ADDRESSED.ends(text, at, here))).then_some(here);
            }
            '！' | '，' if here >= opening && ADDRESSED.ends(text, at, here) => {
                let next = here + c.len_utf8();
                let greets = || begins_with_any(rest(text, next), &["大家", "上午好", "下午好", "你们好", "您好"]);
                if skip_blanks(text, next) == line_end(text, next) || greets() {
                    return Some(here);
                }
            }
            // 老师们工作顺利，祝同学们学习进步！
            '！' if !ADDRESSED.ends(text, at, here) && eat_back(text, at, here, "好").is_none() => return None,
            '。' | '；' | '？' => return None,
            _ => {}
        }
        count += 1;
        if count > most {
            return None;
        }
    }
    let end = trim_end(text, at, line_end(text, at));
    (words!("同志们 朋友们").ends(text, at, end) && width(text.get(at..end)?) <= 12).then_some(end)
}

/// Whether people are spoken to at `at`, with a colon.
pub(crate) fn spoken_to(text: &str, at: usize) -> bool {
    salutation(text, at).is_some_and(|end| eat(text, end, "：").is_some())
}

/// What a paragraph that ends in a colon is: a list of addressees, people spoken to, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Addressed {
    Organs,
    People,
}

/// 主送机关 or 称谓 at `at`, told by the colon and what stands before it.
pub(crate) fn addressee(text: &str, at: usize, reply: bool) -> Option<(usize, Addressed)> {
    static PROSE: &Words = words!(
        "为 根据 按照 现 经 如下 下列 以下 我 你 您 近 一、 （ ） 第 附 关于 《 “ 抄 注 指 本 主要 目的 时间 \
         主办单位 承办单位 协办单位 指导单位 牵头单位 责任单位 实施单位 建设单位 施工单位 申报单位"
    );
    if PROSE.at(text, at).is_some() {
        return None;
    }
    let mut depth = 0;
    for (i, c) in each_char(window(text, at, 3 * WINDOW)) {
        let here = at + i;
        match fold(c) {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            '：' if depth <= 0 => {
                if words!("如下 下列 通知 是 为 指出 强调 问题 建议 要求 章） 签字）").ends(text, at, here)
                {
                    return None;
                }
                let name = width(text.get(at..here)?);
                if reply && name <= 12 && words!("代表 委员 先生 女士 同志").ends(text, at, here) {
                    return Some((here, Addressed::Organs));
                }
                let inside = trim_bracket(text, at, here);
                if is_list(text, at, here) {
                    return Some((here, Addressed::Organs));
                }
                if ADDRESSED.ends(text, at, inside) && !words!("国务院").ends(text, at, inside) && name <= 30 {
                    return Some((here, Addressed::People));
                }
                // 单位：万元 above a table
                if name <= 2 && eat(text, at, "各").is_none() {
                    return None;
                }
                let several = || eat(text, at, "各").is_some() && text.get(at..here).is_some_and(|t| t.contains('、'));
                return (is_organ(text, at, inside) || ADDRESSEE.ends(text, at, inside) || name <= 60 && several())
                    .then_some((here, Addressed::Organs));
            }
            '。' | '！' | '？' | '；' | '“' | '《' => return None,
            _ => {}
        }
    }
    None
}

/// Where a line of those that a document is sent to ends that has lost its colon: `县直各单位`, above a paragraph.
pub(crate) fn unmarked_addressee(text: &str, at: usize) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    let line = text.get(at..end)?;
    let all = eat(text, at, "各").is_some() || words!("各单位 各部门 各科室").ends(text, at, end);
    let named = is_list(text, at, end) || all && ADDRESSEE.ends(text, at, end);
    let below = window(text, skip_space(text, end), 3 * WINDOW);
    let opens = below.find(any_of("。：:")).is_some_and(|stop| width(below.get(..stop).unwrap_or_default()) >= 8);
    (line.contains('各') && width(line) <= 60 && named && opens).then_some(end)
}

/// Whether each part of a list is an organ, or names all of a kind: `各县（市、区）安委会，市安委会各成员单位，市属国有企业`.
fn is_list(text: &str, at: usize, end: usize) -> bool {
    let mut from = at;
    let mut parts = 0;
    for part in text.get(at..end).unwrap_or_default().split('，') {
        let to = from + part.len();
        let end = trim_bracket(text, from, to);
        let all = || part.contains('各') && words!("会 室 校 园 院 队 厂 场 店").ends(text, from, end);
        if !(is_organ(text, from, end) || ADDRESSEE.ends(text, from, end) || all()) {
            return false;
        }
        from = to + '，'.len_utf8();
        parts += 1;
    }
    parts > 1
}

/// The end of a name without a bracket after it: 科技厅（委、局）.
pub(crate) fn trim_bracket(text: &str, start: usize, end: usize) -> usize {
    let name = text.get(start..end).unwrap_or_default();
    if is_one_of(last(name), "）)") { name.rfind(any_of("（(")).map_or(end, |n| start + n) } else { end }
}

/// A date in brackets, or with a dash before it: `（1985年3月7日）`, `——2026年1月26日在……会议上`.
pub(crate) fn head_date(text: &str, at: usize) -> Option<usize> {
    if let Some(open) = eat(text, at, "（") {
        let inner = skip_blanks(text, open);
        let from = words!("公元").at(text, inner).unwrap_or(inner);
        date(text, from)?;
        let line = window(text, at, WINDOW);
        let Some(closing) = each_char(line).find(|&(_, c)| fold(c) == '）') else {
            // （……发布⏎⏎根据……修订）
            let end = at + line.len();
            return passing(text, skip_space(text, end)).map(|_| trim_end(text, at, end));
        };
        // one statement a line, in brackets together
        let first = line.find('\n').filter(|&n| n < closing.0 && date(text, skip_space(text, at + n)).is_some());
        return Some(at + first.unwrap_or(closing.0 + closing.1.len_utf8()));
    }
    let mut from = at;
    while let Some(next) = char_at(text, from).filter(|&c| matches!(c, '—' | '―' | '-' | '－' | '─')) {
        from += next.len_utf8();
    }
    if from == at {
        return None;
    }
    date(text, skip_blanks(text, from))?;
    let line = window(text, at, 360).split('\n').next().unwrap_or_default();
    // glued, the line goes on after 会议上
    let end =
        line.find("会议上").map(|n| n + "会议上".len()).or_else(|| line.find("大会上").map(|n| n + "大会上".len()));
    let whole = char_at(text, at + line.len()).is_none_or(|c| c == '\n') && width(line) <= 60;
    if whole && end.is_none() {
        // a dash line that a break cuts ends with the next line
        let next = skip_space(text, at + line.len());
        let more = trim_end(text, next, line_end(text, next));
        if eat_back(text, next, more, "上").is_some() && width(text.get(next..more)?) <= 30 {
            return Some(more);
        }
    }
    if whole { Some(trim_end(text, at, at + line.len())) } else { end.map(|n| at + n) }
}

/// One statement of a law's making: `2010年7月30日 ……第十六次会议通过`.
pub(crate) fn passing(text: &str, at: usize) -> Option<usize> {
    let opening = eat(text, at, "根据").unwrap_or(at);
    let first = date(text, opening).filter(|d| d.full)?;
    let line = window(text, at, 450);
    let (mut depth, mut end) = (0, None);
    for (i, c) in each_char(line) {
        let here = at + i;
        if here < first.end {
            continue;
        }
        match fold(c) {
            '《' | '〈' | '（' => depth += 1,
            '》' | '〉' | '）' if depth > 0 => depth -= 1,
            '。' | '；' | '！' | '，' | '：' if depth == 0 => {
                // 2021年3月5日，县长……主持召开专题会议，现纪要如下：
                return end.filter(|&end| !text.get(first.end..end).is_some_and(|told| told.contains("召开")));
            }
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let next = here + c.len_utf8();
        if PASSED.ends(text, first.end, next) {
            end = Some(next);
            // ……会议上　省长　王××
            let upon = eat(text, next, "上");
            let speaker = |upon: usize| {
                let line = text.get(upon..line_end(text, upon)).unwrap_or_default();
                post_and_name(line.get(..line.find("各位").unwrap_or(line.len())).unwrap_or_default())
            };
            if upon.is_some_and(speaker) {
                return upon;
            }
        }
        let behind = skip_blanks(text, next);
        let begins = || starts_law(text, behind) || eat(text, behind, "一、").is_some();
        if end.is_some() && (date(text, behind).is_some() || begins()) {
            return end;
        }
    }
    let whole = trim_end(text, at, at + line.len());
    if char_at(text, at + line.len()).is_none_or(|c| c == '\n') && end.is_some() { Some(whole) } else { end }
}

/// Whether the first chapter or article of a law begins here.
pub(crate) fn starts_law(text: &str, at: usize) -> bool {
    words!("第一章 第1章 第一条 第1条 第—条 第―条 第—章 第―章 第一编 第一部分 第一节 总则第一条 目录")
        .at(text, at)
        .is_some()
}

/// Where the line ends that tells the book a speech is taken from: `出处：……2006年8月第1版`.
pub(crate) fn source_end(text: &str, at: usize) -> usize {
    let line = window(text, at, 240);
    let gap = line.find("　　").unwrap_or(line.len());
    let edition =
        line.find('版').map(|n| n + '版'.len_utf8()).filter(|&n| line.get(..n).is_some_and(|l| l.contains('第')));
    let mut from = skip_space(text, at + gap);
    if gap == line.len() {
        from = edition.map_or(from, |n| {
            skip_space(
                text,
                at + line
                    .get(n..)
                    .and_then(|l| l.find("版"))
                    .filter(|&m| m < 60)
                    .map_or(n, |m| n + m + '版'.len_utf8()),
            )
        });
    }
    from
}

/// Whether the first character of a sentence is one that a closing one may begin with.
pub(crate) fn may_close(first: char) -> bool {
    CLOSING.may_begin(first)
}

/// 特此通知。 谢谢大家！: the sentence at `at` that closes.
pub(crate) fn closing(text: &str, at: usize) -> Option<usize> {
    // told by its end: 恳请各位批评指正。
    let told = CLOSING.at(text, at).is_some();
    if !told && !CLOSING.may_begin(fold(char_at(text, at)?)) {
        return None;
    }
    let mut count = 0;
    for (i, c) in each_char(window(text, at, 200)) {
        count += 1;
        if matches!(fold(c), '。' | '！') {
            let asks = || {
                let said = text.get(at..at + i).unwrap_or_default();
                ends_with_any(
                    said,
                    &[
                        "指正",
                        "谢谢",
                        "谢谢大家",
                        "谢谢各位",
                        "请大家批评",
                        "审阅",
                        "多担待",
                        "多包涵",
                        "会议到此结束",
                        "发言到此结束",
                        "汇报到此结束",
                        "，散会",
                    ],
                ) || said.starts_with("感谢")
                    && ends_with_any(said, &["支持", "关心", "关注", "理解", "监督", "意见", "建议"])
            };
            return (told || asks()).then_some(at + i + c.len_utf8());
        }
        if count > 45 || matches!(fold(c), '：' | '；') {
            return None;
        }
    }
    let end = trim_end(text, at, line_end(text, at));
    (count <= 14 && told).then_some(end)
}
