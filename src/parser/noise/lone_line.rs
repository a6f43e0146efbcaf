//! Single lines of a page around the title, which other furniture need not prove: facts below it, what the site is above it.
//!
//! The form of such a line tells it from a document's own, and the lines beside it that it parts two lines of one head.

use super::boilerplate::{is_date, labels, squeeze, take};
use super::line::{End, Line, ends_in_colon, is_blank, is_ideograph};
use super::page_title::{ends_as_title, ends_in_noun, is_author};
use super::words::{BUTTON, HEADING, LABEL, WORDS};
use crate::lexer::chars::{is_colon, is_year};
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, ends_with_any, find, first, has_any, is_one_of, position, skip,
    skip_back,
};
use crate::parser::row;

/// How many lines with text the head has at most, and in which of them facts may begin.
const HEAD: usize = 24;
const FIRST_FACT: usize = 4;
/// The longest of these lines, in characters.
const LONGEST: usize = 60;

/// The first lines with text that are left, by their numbers.
struct Head {
    lines: [usize; HEAD],
    len: usize,
}

impl Head {
    fn of(lines: &[Line]) -> Self {
        let mut head = Self { lines: [0; HEAD], len: 0 };
        let kept = lines.iter().enumerate().filter(|(_, line)| line.is_kept());
        for ((i, _), place) in kept.zip(&mut head.lines) {
            *place = i;
            head.len += 1;
        }
        head
    }

    fn lines(&self) -> &[usize] {
        self.lines.get(..self.len).unwrap_or_default()
    }

    /// Marks the first `count` of them.
    fn take(&self, lines: &mut [Line], count: usize) {
        if let Some(last) = count.checked_sub(1).and_then(|last| self.lines().get(last)) {
            take(lines, self.lines[0], *last);
        }
    }

    fn text<'s>(&self, source: &'s str, lines: &[Line], n: usize) -> &'s str {
        self.lines().get(n).and_then(|&i| lines.get(i)).map_or("", |line| line.text(source))
    }
}

/// Marks a box of facts that the page begins with.
pub(super) fn mark_box(source: &str, lines: &mut [Line], key: &mut String) {
    let head = Head::of(lines);
    head.take(lines, box_above(source, lines, &head, key));
}

/// Marks the lines above the title, then the facts below it.
pub(super) fn mark(source: &str, lines: &mut [Line], key: &mut String) {
    mark_box(source, lines, key);
    let head = Head::of(lines);
    head.take(lines, above_title(source, lines, &head));
    let head = Head::of(lines);
    let (mut facts, mut above) = (0, "");
    for (n, &i) in head.lines().iter().enumerate() {
        let [line, below] = [n, n + 1].map(|n| head.text(source, lines, n));
        let apart = || n > 0 || ends_as_title(below) || lines.iter().take(i).any(|l| l.noise.is_some());
        // a row of the document's own, beside others: 建设单位：……⏎日期：……
        let own = is_labelled(above) || is_labelled(below);
        let mut fact = || {
            is_fact(squeeze(line, key, is_blank), below, own)
                || n > 0 && is_day_of_site(line) && !row::is_row(line, above)
        };
        // 小字号 below the day
        let button = || facts > 0 && WORDS.has(line, BUTTON);
        if line.len() <= LONGEST * 8 && (fact() || button()) && apart() {
            take(lines, i, i);
            (facts, above) = (facts + 1, "");
            continue;
        }
        if facts > 0 || n >= FIRST_FACT || lines.get(i).is_none_or(|l| l.end == End::Sentence || is_body(line)) {
            return;
        }
        above = line;
    }
}

/// Marks the name of a site's column above the title, where a line of the page's stands below it:
/// `医院动态⏎我院召开……会议⏎发布时间：……`.
pub(super) fn mark_column(source: &str, lines: &mut [Line]) {
    let head = Head::of(lines);
    let [column, title] = [0, 1].map(|n| head.text(source, lines, n));
    let &[_, first, second, ..] = head.lines() else { return };
    let told = || lines.iter().take(second).skip(first).any(|line| line.noise.is_some());
    if is_column(column) && chars(title) > chars(column) && told() {
        head.take(lines, 1);
    }
}

/// Whether a line is the name of a site's column, or of what brings it: `医院动态`, `学习强国`.
fn is_column(line: &str) -> bool {
    let kinds = ["动态", "新闻", "要闻", "资讯", "快讯", "公告", "之窗", "园地", "风采"];
    line == "学习强国" || (4..=6).contains(&chars(line)) && ends_with_any(line, &kinds)
}

fn is_body(line: &str) -> bool {
    ends_in_colon(line) || chars(line) > LONGEST || WORDS.longest_at(line, HEADING) > 0
}

/// Whether a line tells what only a page does, above `below`: when it was put there, from where, how often it was read;
/// `own` where it stands by rows of the document's own.
fn is_fact(key: &str, below: &str, own: bool) -> bool {
    /// What the labels begin with that no document gives facts of its own.
    const OF_PAGE: [&str; 21] = [
        "来源",
        "信息来源",
        "文章来源",
        "稿件来源",
        "稿源",
        "发布",
        "发表",
        "更新",
        "索引",
        "阅读",
        "浏览",
        "点击",
        "访问",
        "采集",
        "抓取",
        "公开日期",
        "发文单位",
        "发文机关",
        "发文日期",
        "成文日期",
        "印发日期",
    ];
    // 监督索引号53250301232701000
    let number = key.trim_start_matches(|c| is_one_of(c, "监督")).strip_prefix("索引号");
    let numbered = || number.is_some_and(|number| number.len() >= 8 && number.bytes().all(|b| b.is_ascii_digit()));
    if is_page_date(key) || numbered() || key.starts_with("视力保护色") {
        return true;
    }
    // 已浏览123次
    let counted = ["浏览", "阅读", "点击"].iter().find_map(|word| skip(key, |c| c == '已').strip_prefix(word));
    let counted = counted.map(|count| count.strip_suffix('次').unwrap_or(count));
    if counted.is_some_and(|count| !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit())) {
        return true;
    }
    let dated = key.starts_with(|c: char| c.is_ascii_digit());
    let name = if dated { skip(key, |c| c.is_ascii_digit() || is_one_of(c, "-/:.年月日")) } else { key };
    let day = before(key, key.len() - name.len());
    // 2021年3月28日10:15
    if name.is_empty() && is_date(day) && day.contains('日') && day.contains(':') {
        return true;
    }
    if chars(key) > LONGEST || labels(name) == 0 || key.contains('。') {
        return false;
    }
    let Some((label, value)) = skip(name, |c| matches!(c, '（' | '(')).split_once(is_colon) else { return false };
    if is_date(day) || begins_with_any(label, &OF_PAGE) {
        return true;
    }
    match label {
        // a meeting's own has its place below it
        "时间" | "日期" => is_date(value) && (!own || begins_with_any(below, &OF_PAGE)),
        // the speaker's name stands below it, or the day of the speech
        "作者" => is_author(below) || below.starts_with(any_of("—―")),
        _ => false,
    }
}

/// Whether a line tells a day and the site's name, its buttons, or who put it there: `10-28 ××素材网`,
/// `2025-04-13 版权声明 我要投稿`, `市审计局 2022-03-28 10:15`, `【2022-03-28】`.
fn is_day_of_site(line: &str) -> bool {
    let bare = skip_back(skip(line, |c| matches!(c, '【' | '[')), |c| matches!(c, '】' | ']'));
    let is_time = |text: &str| is_one_of(':', text) && text.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let Some(bare) = without_account(bare, is_time) else { return true };
    let mut words = bare.split(is_blank).filter(|word| !word.is_empty() && !is_time(word));
    let edge = words.next().is_some_and(is_page_date) || words.next_back().is_some_and(is_page_date);
    if edge && chars(line) <= 40 && !has_any(line, &["。", "，", "；"]) {
        return true;
    }
    let Some((day, names)) = line.split_once(is_blank) else { return false };
    let site = |name: &str| name.ends_with('网') && chars(name) <= 8 && skip(name, is_ideograph).is_empty();
    let names = || names.split(is_blank).filter(|name| !name.is_empty());
    let dated = day.len() >= "10-28".len() && skip(day, |c| c.is_ascii_digit() || c == '-').is_empty();
    dated
        && day.contains('-')
        && names().count() > 0
        && (names().all(|name| WORDS.has(name, BUTTON)) || names().all(site))
}

/// What is left before the place that a channel's day and hour stand with, `××发布 2024-03-15 09:00|重庆`; none where only
/// a channel writes the line: `原创 张×× ××发布 2023-07-01 08:00 发表于山东`, `收录于合集 #微党课 12个`.
fn without_account(line: &str, is_time: fn(&str) -> bool) -> Option<&str> {
    const PROVINCES: [&str; 34] = [
        "北京",
        "天津",
        "河北",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "上海",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "江西",
        "山东",
        "河南",
        "湖北",
        "湖南",
        "广东",
        "广西",
        "海南",
        "重庆",
        "四川",
        "贵州",
        "云南",
        "西藏",
        "陕西",
        "甘肃",
        "青海",
        "宁夏",
        "新疆",
        "香港",
        "澳门",
        "台湾",
    ];
    let original = || line.strip_prefix("原创").is_some_and(|names| is_blank(first(names)));
    let collected = || begins_with_any(line, &["收录于合集", "收录于话题"]);
    if chars(line) <= LONGEST && !has_any(line, &["。", "，", "；"]) && (original() || collected()) {
        return None;
    }
    let placed = line.rsplit_once(is_blank).filter(|(dated, place)| {
        let place = place.strip_prefix("发表于").unwrap_or(place);
        dated.rsplit(is_blank).next().is_some_and(is_time) && PROVINCES.contains(&place)
    });
    let Some((dated, _)) = placed else { return Some(line) };
    // the day may be written in words there: ××发布 2024年3月15日 09:00 重庆
    let day = dated.split(is_blank).rev().nth(1);
    day.is_none_or(|day| !is_date(day)).then_some(dated)
}

/// Whether a line opens with a label of its own.
fn is_labelled(line: &str) -> bool {
    let colon = position(line, is_colon).filter(|&colon| colon > 0);
    colon.is_some_and(|colon| chars(before(line, colon)) <= 6 && !ends_in_colon(line))
}

/// A day with its parts divided as only machines do it, with the hour or without: `2022-03-28 10:15`.
fn is_page_date(key: &str) -> bool {
    let parts = |sign: char| key.split(sign).count() == 3 && before(key, 5).ends_with(sign);
    is_date(key) && is_year(before(key, 4)) && (parts('-') || parts('/'))
}

/// How many rows a box of facts above the title has, whose signs a copy changed or lost: `公开方式: | 主动公开 | 组配分类: |`,
/// `索引号000014/2024-05⏎发布机构××局⏎文号⏎发布日期2024-08-16`.
fn box_above(source: &str, lines: &[Line], head: &Head, key: &mut String) -> usize {
    let (mut rows, mut bullets, mut values, mut end) = (0, 0, 0, 0);
    let (mut of_page, mut glued, mut numbered) = (0, 0, false);
    // a label without its colon, whose value stands on the next line: 索引号⏎0142/2023-0213⏎发布机构⏎××局
    let mut open = "";
    for (n, line) in (0..HEAD).map(|n| (n, head.text(source, lines, n))) {
        // a title may be the value
        if line.is_empty() || chars(line) > 3 * LONGEST {
            break;
        }
        let key = squeeze(line, key, is_blank);
        let row = skip(key, |c| matches!(c, '•' | '-' | '|' | '·'));
        if row.is_empty() {
            bullets += 1;
            continue;
        }
        let label = WORDS.longest_at(row, LABEL);
        // a title is no value but of its own label, where the document has it again
        let titled = chars(row) >= 8 && ends_as_title(row);
        let again = || (0..HEAD).filter(|&n| head.text(source, lines, n) == line).count() > 1;
        let inner = || !open.ends_with(['称', '题']) && WORDS.has(head.text(source, lines, n + 1), LABEL);
        if !open.is_empty() && label == 0 && chars(row) <= LONGEST && (!titled || again() || inner()) {
            (open, end) = ("", rows + bullets + values + 1);
            values += 1;
            continue;
        }
        let value = after(row, label);
        open = if value.is_empty() { line } else { "" };
        let signed = value.is_empty() || value.starts_with(any_of("：:|"));
        if label == 0 || !signed && (label < "索引号".len() || ends_as_title(row) || chars(row) > LONGEST) {
            break;
        }
        let cells = row.split(any_of("：:|")).filter(|cell| WORDS.has(cell, LABEL));
        of_page += cells.filter(|cell| *cell == "文号" || cell.len() >= "索引号".len()).count();
        glued += usize::from(!signed);
        numbered |= before(row, label) == "索引号"
            && skip(value, |c| matches!(c, '：' | ':' | '|')).starts_with(|c: char| c.is_ascii_digit());
        (rows, end) = (rows + 1, rows + 1 + bullets + values);
    }
    let sure = if glued > 0 { numbered && rows >= 3 } else { of_page >= 2 || rows >= 2 && numbered };
    if sure { end } else { 0 }
}

/// How many lines above the title tell the site or the papers of a meeting.
fn above_title(source: &str, lines: &[Line], head: &Head) -> usize {
    let text = |n: usize| head.text(source, lines, n);
    let meeting = || ends_with_any(text(0), &["大会", "会议", "委员会", "常委会"]) && is_meetings_paper(text(1));
    let last = usize::from(!is_of_site(text(0)) && meeting());
    let titled = || ends_as_title(text(last + 1)) || ends_as_title(text(last + 2));
    let above = is_of_site(text(last)) || (is_meetings_paper(text(last)) || is_menu(text(last))) && titled();
    if above { last + 1 } else { 0 }
}

/// `××市十六届人大常委会第十二次会议文件`, `第六次会议文件（一）`
fn is_meetings_paper(line: &str) -> bool {
    let name = skip_back(line, |c| is_blank(c) || c.is_ascii_digit() || is_one_of(c, "（）()之一二三四五六七八九十"));
    let of_meeting = || has_any(name, &["次会议", "大会", "全会", "常委会", "政协"]);
    chars(line) <= LONGEST && ends_with_any(name, &["会议文件", "会议材料", "会议资料", "大会文件"]) && of_meeting()
}

/// Whether a line names the site, by its form.
fn is_of_site(line: &str) -> bool {
    if chars(line) > LONGEST {
        return false;
    }
    // ××市人民政府 2019年12月3日星期二
    let today = || {
        let (day, name) = line.rsplit_once("星期").unwrap_or_default();
        is_ideograph(first(line))
            && chars(name) == 1
            && ends_with_any(day.trim_end_matches(is_blank), &["日"])
            && find(day, "年").is_some()
    };
    // ××规范性文件 > 正文阅览
    let way = || {
        let last = line.rsplit_once(any_of(">›»＞")).map_or("", |(_, last)| last.trim_matches(is_blank));
        begins_with_any(last, &["正文", "内容", "详情", "详细"]) && chars(last) <= 6
    };
    // ××网--××信息搜索网
    let names = || {
        let (one, two) = line.split_once("--").or_else(|| line.split_once("——"))?;
        let plain = |name: &str| chars(name) <= 12 && name.ends_with('网') && skip(name, is_ideograph).is_empty();
        Some(plain(one) && plain(two.trim_start_matches('-')))
    };
    // ××素材网 首页
    let home = || {
        let entries = || line.split(is_blank).filter(|entry| !entry.is_empty());
        entries().count() == 2 && entries().any(|entry| entry == "首页") && chars(line) <= 16
    };
    // SUCAI.COM —— ××范文
    let address = || {
        let name = line.split(is_blank).next().unwrap_or_default();
        name.len() < line.len() && name.is_ascii() && ends_with_any(name, &[".com", ".COM", ".cn", ".net"])
    };
    home() || address() || today() || way() || names() == Some(true)
}

/// Whether a line has one of the page's buttons, or the kinds of text that the site has: `正文复制`, `方案 计划 总结 报告 体会`.
fn is_menu(line: &str) -> bool {
    let entries = || line.split(is_blank).filter(|entry| !entry.is_empty());
    let kinds = || {
        entries().count() >= 5
            && entries().all(|entry| (2..=4).contains(&chars(entry)))
            && entries().filter(|entry| ends_in_noun(entry)).count() >= 3
    };
    chars(line) <= LONGEST && (chars(line) >= 4 && WORDS.has(line, BUTTON) || kinds())
}
