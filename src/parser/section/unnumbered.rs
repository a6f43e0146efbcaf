//! Unnumbered headings: a short line of its own, words in brackets (【主要做法】), or, where line breaks are lost, a
//! phrase that parallel headings share (村级建档的由来……村级建档的做法……).

use super::asked;
use super::chapter_title::{above_articles, annexes};
use super::counted::Counted;
use super::lead::is_post;
use super::title_sentence::{Questions, Sentences};
use crate::MarkStyle;
use crate::lexer::breaks::{Break, Breaks};
use crate::lexer::chars::{ends_sentence, is_blank, is_bullet, is_colon, is_comma, is_han, is_word, is_year_as_read};
use crate::lexer::decode::{char_at, each_char, last_char};
use crate::lexer::mark::{Candidate, Place};
use crate::lexer::search::{self, any_of, first, is_one_of, last};
use crate::lexer::words::{Words, words};
use crate::parser::title::{ends_like_title, of_a_time};
use memchr::memmem;

/// An unnumbered heading: where it begins and ends, in offsets of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unnumbered {
    pub start: u32,
    pub end: u32,
    /// Whether it is a bold line of Markdown.
    pub bold: Bold,
}

/// The level of a bold line: one with another right below it stands above those with text. Words in brackets stand beside
/// each other, and so do title sentences and questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bold {
    No,
    Above,
    Yes,
    Bracketed,
    Sentence,
}

/// The longest unnumbered heading, in characters.
pub(super) const LONGEST: usize = 30;
/// A sentence that is a paragraph has at least so many characters.
const SENTENCE: usize = 11;
/// A paragraph has at least so many characters.
const PARAGRAPH: usize = 36;
/// A numbered line of so many characters without an end may run on into the next.
const TITLE: usize = 24;

/// The unnumbered headings of `body`, in order.
pub(super) fn find(body: &str, breaks: Breaks<'_>, candidates: &[Candidate], lost: bool) -> Vec<Unnumbered> {
    let mut found = lines(body, breaks, candidates, lost);
    let lines = found.len();
    if lost {
        found.extend(glued(body, breaks));
    }
    found.extend(above_articles(body, candidates));
    if !lost {
        found.extend(annexes(body, breaks));
    }
    bracketed(body, lost, &mut found);
    if found.len() > lines {
        found.sort_by_key(|h| h.start);
        found.dedup_by_key(|h| h.start);
    }
    found
}

/// Adds words in brackets that paragraphs open with, or sentences where line breaks are `lost`. Where none stands on a line
/// of its own they are leads.
fn bracketed(body: &str, lost: bool, found: &mut Vec<Unnumbered>) {
    let lines = found.len();
    let mut own_line = lost;
    for start in memmem::find_iter(body.as_bytes(), "【") {
        let rest = search::after(body, start);
        let Some(words) = in_brackets(rest).or_else(|| sentence_in_brackets(rest, lost)) else { continue };
        let before = search::before(body, start).trim_end_matches(is_blank);
        let behind = search::after(body, start + words.len()).trim_start_matches(is_blank);
        let begins = before.is_empty() || before.ends_with('\n');
        // items of the list before it may have lost their ends
        let ends = || ends_sentence(search::last(before)) || found.len() > lines + 2;
        if !behind.is_empty() && (begins || lost && ends()) {
            own_line |= behind.starts_with('\n');
            found.push(Unnumbered { start: start as u32, end: (start + words.len()) as u32, bold: Bold::Bracketed });
        }
    }
    // one alone is a remark, unless it ends as titles do
    let is_named = |h: &Unnumbered| ends_like_title(search::before(body, h.end as usize).trim_end_matches('】'));
    if !own_line || found.len() < lines + 2 && !found.last().is_some_and(is_named) {
        found.truncate(lines);
    }
}

/// What a site's buttons begin with, and what stands in brackets beside a text.
const BUTTONS: [&str; 10] = ["返回", "关闭", "打印", "字号", "字体", "收藏", "分享", "下载", "附件", "来源"];

/// The words in brackets that a text begins with: `【主要做法】`.
pub(crate) fn in_brackets(text: &str) -> Option<&str> {
    // no character has more than four bytes
    let (words, _) = search::prefix(text.strip_prefix('【')?, 15 * 4).split_once('】')?;
    let fits = (2..=14).contains(&search::chars(words)) && words.chars().all(is_word) && words.chars().any(is_han);
    (fits && !search::begins_with_any(words, &BUTTONS)).then(|| search::before(text, words.len() + "【】".len()))
}

/// The title sentence in brackets that a text begins with, alone on its line where those are not `lost`:
/// `【织密组织体系，让网格有魂】`.
fn sentence_in_brackets(text: &str, lost: bool) -> Option<&str> {
    let (words, _) = search::prefix(text.strip_prefix('【')?, (LONGEST + 1) * 3).split_once('】')?;
    let whole = search::before(text, words.len() + "【】".len());
    let signs = |c| is_word(c) || is_comma(c) || matches!(c, '“' | '”' | '、');
    let fits = search::chars(words) >= 4 && words.chars().all(signs) && words.starts_with(|c| is_han(c) || c == '“');
    let alone = || search::after(text, whole.len()).trim_start_matches(is_blank).starts_with('\n');
    (fits && (lost || alone()) && !search::begins_with_any(words, &BUTTONS)).then_some(whole)
}

/// What a line looks like to the search for headings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Short, without an end: perhaps a heading.
    Short,
    /// A paragraph of text, or a numbered line.
    Paragraph,
    /// A numbered line, long and without an end.
    Title,
    /// Anything else: a table's row, a label, a short sentence.
    Other,
}

/// Two wide blanks.
const WIDE_BREAK: &[u8] = "\u{3000}\u{3000}".as_bytes();

/// A line without the sign before it: `▶主要做法`.
fn bare(line: &str) -> &str {
    line.strip_prefix(is_bullet).map_or(line, |line| search::skip(line, is_blank))
}

/// Drops headings behind a sign that no other of them has: ● before the last row of a list.
fn drop_lone_signs(body: &str, found: &mut Vec<Unnumbered>) {
    let sign = |h: &Unnumbered| {
        let above = search::before(body, h.start as usize).trim_end_matches(is_blank);
        last_char(above).filter(|&c| is_bullet(c))
    };
    let signs: Vec<char> = found.iter().filter_map(sign).collect();
    found.retain(|h| sign(h).is_none_or(|sign| signs.iter().filter(|&&other| other == sign).take(2).count() == 2));
}

/// Short lines between paragraphs; where line breaks are `lost`, two wide blanks stand for one.
fn lines(body: &str, breaks: Breaks<'_>, candidates: &[Candidate], lost: bool) -> Vec<Unnumbered> {
    let mut marks = candidates.iter().filter(|c| lost || c.place == Place::Line).peekable();
    let mut found = Vec::new();
    let mut before = Line::Other;
    let mut pending: Option<Unnumbered> = None;
    let (mut labelled, mut label, mut bold_before) = (false, None::<Unnumbered>, false);
    let (mut alone, mut told) = (Vec::new(), Vec::new());
    let mut values: Vec<Unnumbered> = Vec::new();
    let mut counted = Counted::default();
    let mut pairs = Pairs::default();
    let (mut sentences, mut questions) = (Sentences::default(), Questions::default());
    let (mut in_table, mut last_marked, mut below_mark, mut signed_before) = (false, false, false, false);
    let (mut below_article, mut lists) = (false, false);
    let mut all = breaks.lines(body.len());
    let mut rest = None;
    while let Some((start, mut end)) = rest.take().or_else(|| all.next()) {
        if lost && let Some(gap) = memmem::find(&body.as_bytes()[start..end], WIDE_BREAK) {
            rest = Some((start + gap + WIDE_BREAK.len(), end));
            end = start + gap;
        }
        let line = search::trim_start(&body[start..end]);
        let text = bare(line);
        let signed = text.len() < line.len();
        let mut start = end - text.len();
        let text = search::trim_end(text);
        if text.is_empty() {
            continue;
        }
        let mut below = false;
        while let Some(mark) = marks.next_if(|m| (m.start as usize) < start) {
            below = mark.end as usize == start;
        }
        let signs = text.len() - text.trim_start_matches('*').len();
        let mark = marks.peek().filter(|m| m.start as usize == start || m.start as usize == start + signs);
        let marked = mark.is_some();
        // a table that lost its cells goes on to the next section; its cells are no headings
        in_table = in_table && mark.is_none_or(|m| m.style > MarkStyle::ParenHan) || text == "序号";
        if in_table {
            (before, pending, label, pairs.open) = (Line::Short, None, None, Pair::No);
            continue;
        }
        // a label among paragraphs that open with one, or that names a list, with a list below it
        if let Some(above) = label.take() {
            let words = body.get(above.start as usize..above.end as usize).unwrap_or_default();
            let named = || ends_like_title(words) || LISTED.iter().any(|w| words.ends_with(w));
            if marked && (labelled && words.len() >= "办理流程".len() || named()) {
                found.append(&mut told);
                found.push(above);
                lists = true;
            } else if (marked || classify(text) == Line::Paragraph) && !is_cell(words) && !is_post(words) {
                alone.push(above);
            }
        }
        labelled = labelled || opens_with_label(text);
        // 存在问题：…… right above such a label
        let named =
            NAMES.at(text, 0).filter(|&len| opens_with_label(text) && search::after(text, len).starts_with('：'));
        match named {
            _ if marked => told.clear(),
            Some(len) => told.push(Unnumbered { start: start as u32, end: (start + len) as u32, bold: Bold::No }),
            None => {}
        }
        if let Some(words) = bare_label(text).filter(|_| !marked) {
            label = Some(Unnumbered { start: start as u32, end: (start + words.len()) as u32, bold: Bold::No });
        }
        if let Some(words) = bold(text).filter(|_| !marked) {
            start += "**".len();
            if let Some(above) = found.last_mut().filter(|_| bold_before) {
                above.bold = Bold::Above;
            }
            bold_before = true;
            found.push(Unnumbered { start: start as u32, end: (start + words.len()) as u32, bold: Bold::Yes });
            (before, pending) = (Line::Title, None);
            pairs.open = Pair::No;
            continue;
        }
        bold_before = false;
        let tells = counted.read(if marked { "" } else { text }, start as u32);
        let asked = if marked || tells || below { None } else { asked::asked(text, search::after(body, end)) };
        if let Some(len) = asked {
            found.extend(pending.take());
            found.push(Unnumbered { start: start as u32, end: (start + len) as u32, bold: Bold::No });
        }
        let kind = match marked {
            // 01 alone on the line above
            _ if tells || below => Line::Title,
            _ if asked.is_some() => Line::Title,
            // the line after a numbered title may be the rest of it
            true if text.ends_with(|c| is_han(c) || is_comma(c)) && (lost || text.chars().nth(TITLE).is_some()) => {
                Line::Title
            }
            true => Line::Paragraph,
            false => classify(text),
        };
        // between two numbered lines it is what the first asks for: （一）活动主题⏎弦歌七秩，清源致远⏎（二）活动时间
        let value = marked && below_mark;
        if let Some(heading) = pending.take().filter(|_| kind == Line::Paragraph || kind == Line::Title) {
            (if value { &mut values } else { &mut found }).push(heading);
        }
        // a sign sets off the rows of a list, too
        let row = std::mem::replace(&mut signed_before, signed);
        let look = if signed && kind == Line::Short { Line::Other } else { kind };
        pairs.read(text, start as u32, look, before, marked);
        sentences.read(text, start as u32, marked);
        questions.read(text, start as u32, marked || tells);
        // 第一条目的和依据⏎为了规范……工作效⏎率，……
        let wrapped = below_article && last_marked && text.chars().nth(TITLE).is_some();
        below_article = marked && mark.is_some_and(|m| m.style == MarkStyle::Article);
        // a heading stands between paragraphs; rows of short lines are tables or lists
        if kind == Line::Short && before != Line::Short && before != Line::Title && !(signed && row || wrapped) {
            pending = Some(Unnumbered { start: start as u32, end: (start + text.len()) as u32, bold: Bold::No });
            below_mark = last_marked;
        }
        // 第六章 alone has its title below it, and a paragraph asks for nothing
        let asks =
            ("第二十三章".len() + 1..20 * "字".len()).contains(&text.len()) && !ends_sentence(search::last(text));
        (before, last_marked) = (look, marked && asks);
    }
    drop_lone_signs(body, &mut found);
    // but not where two headings end as it does: 二、工作措施⏎组织领导措施⏎1.…… 宣传发动措施⏎1.…… 疏导利用措施
    let ending = |h: &Unnumbered| body.get((h.end as usize).saturating_sub("措施".len())..h.end as usize);
    values.retain(|value| {
        let behind = found.partition_point(|h| h.start < value.start);
        found[behind..].iter().take(8).filter(|h| ending(h) == ending(value)).take(2).count() == 2
    });
    if !values.is_empty() {
        found.append(&mut values);
        found.sort_by_key(|h| h.start);
    }
    pairs.add(&mut found);
    sentences.add(&mut found);
    questions.add(&mut found);
    counted.add(&mut found);
    // labels alone on their lines above text divide it: 案由： 建议：, also one beside those above lists; those that come
    // again name who speaks
    let words = |h: &Unnumbered| body.get(h.start as usize..h.end as usize);
    let mut said: Vec<_> = alone.iter().map(words).collect();
    said.sort_unstable();
    if (said.len() >= 2 || lists && !said.is_empty()) && said.windows(2).all(|pair| pair[0] != pair[1]) {
        found.append(&mut alone);
        found.sort_by_key(|h| h.start);
    }
    found
}

/// Short lines that stand two by two above paragraphs: a heading and its gist, or two levels.
#[derive(Default)]
struct Pairs {
    open: Pair,
    found: Vec<(Unnumbered, Unnumbered)>,
    /// Whether they look like the cells of a table: an organ, a date.
    cells: bool,
}

#[derive(Clone, Copy, Default)]
enum Pair {
    #[default]
    No,
    One(Unnumbered),
    Two(Unnumbered, Unnumbered),
}

impl Pairs {
    /// Fewer pairs are chance.
    const LEAST: usize = 3;

    fn read(&mut self, text: &str, start: u32, kind: Line, before: Line, marked: bool) {
        let line = Unnumbered { start, end: start + text.len() as u32, bold: Bold::No };
        let dated = || {
            text.starts_with(|c: char| c.is_ascii_digit())
                && classify(text.trim_start_matches(|c: char| c.is_ascii_digit())) == Line::Short
        };
        self.open = match self.open {
            Pair::Two(one, two) if kind == Line::Paragraph && !marked => {
                self.found.push((one, two));
                Pair::No
            }
            Pair::One(one) if !marked && (kind == Line::Short || dated()) => {
                self.cells |= is_cell(text);
                Pair::Two(one, line)
            }
            Pair::No if kind == Line::Short && before == Line::Paragraph => {
                self.cells |= is_cell(text);
                Pair::One(line)
            }
            _ => Pair::No,
        };
    }

    /// Adds the headings that the pairs are: with the gist as part of them where no short line
    /// stands alone, on two levels where some do.
    fn add(self, found: &mut Vec<Unnumbered>) {
        if self.cells || self.found.len() < Self::LEAST {
            return;
        }
        if found.is_empty() {
            found.extend(self.found.iter().map(|(one, two)| Unnumbered { end: two.end, ..*one }));
            return;
        }
        if found.iter().any(|h| h.bold > Bold::No) {
            return;
        }
        for heading in found.iter_mut() {
            heading.bold = Bold::Yes;
        }
        for (one, two) in self.found {
            found.push(Unnumbered { bold: Bold::Above, ..one });
            found.push(Unnumbered { bold: Bold::Yes, ..two });
        }
        found.sort_by_key(|h| h.start);
    }
}

/// Whether a line is likelier a table's cell than a heading.
fn is_cell(text: &str) -> bool {
    is_one_of(last(text), "局委部办厅院处科前底日月年")
        || ["单位", "政府", "公司", "中心"].iter().any(|w| text.ends_with(w))
}

fn classify(text: &str) -> Line {
    // no character has more than four bytes
    let chars = if text.len() > PARAGRAPH * 4 { PARAGRAPH } else { search::chars(text).min(PARAGRAPH) };
    let Some(last) = last_char(text) else { return Line::Other };
    // a paragraph that announces a list: 围绕上述目标，我们将抓好以下三项工作：
    let announces = is_colon(last) && chars >= TITLE && search::has(text, is_comma);
    if announces || chars >= PARAGRAPH || ends_sentence(last) && text.contains(any_of("。！？")) && chars >= SENTENCE
    {
        return Line::Paragraph;
    }
    let title = (2..=LONGEST).contains(&chars)
        && !ends_sentence(last)
        && !is_comma(last)
        && !matches!(last, '：' | ':' | '、' | '.' | '…' | '—' | '-' | '】')
        && !text.contains(any_of("。；|\t：:/<>=_*[]"))
        && (char_at(text, 0).is_some_and(|c| is_han(c) || matches!(c, '“' | '《')) || opens_with_year(text))
        && (text.chars().filter(|&c| is_han(c)).count() * 3 >= (chars - if opens_with_year(text) { 4 } else { 0 }) * 2
            && !text.contains("  ")
            && !text.contains('\u{3000}')
            || frames_sections(text))
        && !is_picture_caption(text)
        && !text.ends_with('日')
        && !text.ends_with("日电")
        && !text.ends_with('摄');
    if title || opens_with_title(text) { Line::Short } else { Line::Other }
}

/// Whether a line names what stands before or behind the sections, and its title: `引言：扎根泥土，方知冷暖`.
pub(super) fn opens_with_title(line: &str) -> bool {
    const NAMES: [&str; 8] = ["引言", "前言", "序言", "引子", "序章", "结语", "结束语", "尾声"];
    let named = line.split_once(is_colon).filter(|(name, _)| NAMES.contains(name));
    named.is_some_and(|(_, title)| {
        (2..=LONGEST).contains(&search::chars(title))
            && !title.contains(any_of("。；："))
            && !is_comma(search::last(title))
    })
}

/// Headings of what stands before and behind the numbered sections.
const FRAMES: [&str; 12] =
    ["引言", "前言", "导言", "序言", "总纲", "绪论", "引子", "导语", "摘要", "结语", "结束语", "尾声"];

/// Whether a line is such a heading, also with blanks in it: `前　　言`, `结 束 语`.
pub(super) fn frames_sections(line: &str) -> bool {
    FRAMES.iter().any(|words| words.chars().eq(line.chars().filter(|&c| !is_blank(c))))
}

/// `图1 ……`, `表2 ……`: what a picture or a table is called.
fn is_picture_caption(text: &str) -> bool {
    let after = ["图", "表", "附图", "附表"].iter().find_map(|w| text.strip_prefix(w));
    after.is_some_and(|t| {
        search::trim_start(t).starts_with(|c: char| c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十"))
    })
}

/// `2026年重点工作`, also misread, or `2019年` of a chronicle, but no date.
fn opens_with_year(text: &str) -> bool {
    let told = |rest: &str| rest.is_empty() || is_han(search::first(rest));
    text.split_once('年').is_some_and(|(year, rest)| is_year_as_read(year) && told(rest))
}

/// A bold line of Markdown: `**注意事项:**` without its signs and colon.
fn bold(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("**")?.strip_suffix("**")?.trim_end_matches(is_colon);
    (classify(inner) == Line::Short).then_some(inner)
}

/// What labels end in that open a list, besides what titles end in: 注意事项：
const LISTED: [&str; 8] = ["请求", "事项", "材料", "对象", "标准", "依据", "方向", "计划"];

/// A label of 2 to 8 characters alone on its line: `办理流程：`.
fn bare_label(text: &str) -> Option<&str> {
    let label = text.strip_suffix(is_colon)?;
    let told = ["包括", "代表", "委员", "同志", "们", "是", "有", "为"];
    // 建　议：
    let fits = (2..=8).contains(&search::chars(label)) && label.chars().all(|c| is_han(c) || is_blank(c));
    let announces = ["以下", "下列", "如下"].iter().any(|w| label.contains(w));
    (fits && !announces && !told.iter().any(|w| label.ends_with(w))).then_some(label)
}

/// Whether a paragraph opens with a label like that and goes on: `享受对象：……`.
fn opens_with_label(text: &str) -> bool {
    let label = text.chars().take(13).take_while(|&c| is_han(c)).count();
    let rest = || text.get(label * '一'.len_utf8()..).and_then(|words| words.strip_prefix('：'));
    (2..=12).contains(&label) && rest().is_some_and(|rest| !rest.is_empty())
}

/// The words before 的 in a glued heading, and where it stands.
struct Phrase<'t> {
    subject: &'t str,
    heading: Unnumbered,
    /// Whether the text takes the subject up at once.
    repeated: bool,
}

/// What a heading 从“……”到“……” and what follows it takes at the most, in bytes.
const TURN: usize = 256;
/// The longest subject of a glued heading, in characters.
const SUBJECT: usize = 20;

/// Headings of the form X的N glued to their text, where another has the same X or the text repeats it; those named for what
/// they tell; 从“……”到“……”. They come in no order.
fn glued(body: &str, mut breaks: Breaks<'_>) -> Vec<Unnumbered> {
    let mut phrases: Vec<Phrase<'_>> = Vec::new();
    let mut turns: Vec<Unnumbered> = Vec::new();
    let mut named: Vec<Unnumbered> = Vec::new();
    let mut questions = asked::Glued::default();
    let mut at = 0;
    while at < body.len() {
        let stop = breaks.from(at as u32).find(|b| matches!(b.1, Break::Sentence | Break::Line));
        let sentence = search::after(body, at);
        let text = search::skip(sentence, is_blank);
        let start = at + (sentence.len() - text.len());
        // behind the sign, which may have one byte or three
        at = stop.map_or(body.len(), |b| b.0 as usize + search::first(search::after(body, b.0 as usize)).len_utf8());
        questions.read(text, start);
        if let Some(len) = name(text) {
            named.push(Unnumbered { start: start as u32, end: (start + len) as u32, bold: Bold::No });
        } else if let Some(phrase) = phrase(body, start) {
            phrases.push(phrase);
        } else if let Some(len) = turn(search::prefix(text, TURN)) {
            turns.push(Unnumbered { start: start as u32, end: (start + len) as u32, bold: Bold::No });
        }
    }
    // one alone may be the subject of a sentence, but not 几点体会
    let counted =
        |h: &Unnumbered| search::begins_with_any(search::after(body, h.start as usize), &["几点", "名词解释"]);
    let differ = |a: &Unnumbered, b: &Unnumbered| {
        body.get(a.start as usize..a.end as usize) != body.get(b.start as usize..b.end as usize)
    };
    if !named.first().zip(named.last()).is_some_and(|(first, last)| differ(first, last)) {
        named.retain(counted);
    }
    // the same words again are no other heading
    let words = |p: &Phrase<'_>| body.get(p.heading.start as usize..p.heading.end as usize).unwrap_or_default();
    let mut headings: Vec<(&str, &str)> = phrases.iter().map(|p| (p.subject, words(p))).collect();
    headings.sort_unstable();
    headings.dedup();
    let subjects: Vec<&str> = headings.iter().map(|h| h.0).collect();
    let shared = |subject: &str| {
        let from = subjects.partition_point(|s| *s < subject);
        subjects[from..].iter().take_while(|s| **s == subject).count() >= 2
    };
    let phrases = phrases.iter().filter(|p| p.repeated || shared(p.subject)).map(|p| p.heading);
    named.extend(phrases);
    if turns.len() >= 2 {
        named.append(&mut turns);
    }
    questions.add(&mut named);
    named
}

/// What sections are named for what they tell, without a number.
static NAMES: &Words = words!(
    "主要做法 具体做法 基本做法 工作成效 主要成效 取得成效 取得的成效 主要成绩 经验启示 经验体会 几点体会 几点启示 几点思考 \
     几点感悟 几点感受 几点认识 结束语 启示与思考 存在问题 存在的问题 存在不足 存在的不足 主要问题 下一步打算 下步打算 \
     下一步工作打算 下一步计划 努力方向 意见建议 对策建议 对策措施 基本情况 工作背景 案例背景 原因分析 改进措施 名词解释"
);
/// The length of such a name that a sentence opens with, where the text follows at once: 存在问题|虽然取得了成绩，…….
fn name(sentence: &str) -> Option<usize> {
    let name = of_a_time(sentence).or_else(|| NAMES.at(sentence, 0))?;
    let next = char_at(sentence, name)?;
    let goes_on = is_one_of(next, "是的和与及在有了上中为如等也就都看来方部已将由全均基");
    ((is_han(next) || next.is_ascii_digit() || next == '“') && !goes_on).then_some(name)
}

/// The length of a heading 从“……”到“……” that a sentence opens with, where the text follows at once.
fn turn(sentence: &str) -> Option<usize> {
    let quoted = |text: &str| -> Option<usize> {
        let inner = text.strip_prefix(any_of("“\""))?;
        let len = inner.find(any_of("”\"")).filter(|&len| len > 0 && len <= 30)?;
        inner.get(..len).filter(|t| !t.contains(any_of("，,。")))?;
        Some(text.len() - inner.len() + len + char_at(inner, len)?.len_utf8())
    };
    let from = sentence.strip_prefix('从')?;
    let one = quoted(from)?;
    let to = from[one..].strip_prefix('到')?;
    let two = quoted(to)?;
    let text = &to[two..];
    let follows = char_at(text, 0).is_some_and(|c| is_han(c) || c.is_ascii_digit());
    let goes_on = is_one_of(first(text), "的再和与是之、到转这，也都");
    (follows && !goes_on).then_some(sentence.len() - text.len())
}

/// The phrase that the sentence at `start` may open with.
fn phrase(body: &str, start: usize) -> Option<Phrase<'_>> {
    let rest = body.get(start..)?;
    let ends = |c: char| is_comma(c) || ends_sentence(c) || matches!(c, '的' | '是' | '：');
    let (_, (of, _)) = each_char(rest)
        .take(SUBJECT + 1)
        .enumerate()
        .find(|&(_, (_, c))| ends(c))
        .filter(|&(chars, (_, c))| c == '的' && chars >= 4)?;
    let window = &rest[..rest.char_indices().nth(SUBJECT + 12).map_or(rest.len(), |(i, _)| i)];
    let subject = &window[..of];
    let noun = &window[of + '的'.len_utf8()..];
    // the shortest that ends like a title and has a text behind it
    for (n, (i, c)) in each_char(noun).enumerate().skip(1).take(5) {
        let end = i + c.len_utf8();
        let next = char_at(noun, end)?;
        if matches!(
            next,
            '是' | '的'
                | '和'
                | '与'
                | '、'
                | '，'
                | ','
                | '。'
                | '；'
                | '在'
                | '上'
                | '中'
                | '下'
                | '了'
                | '也'
                | '有'
        ) {
            continue;
        }
        if !is_han(next) && next != '“' && !next.is_ascii_digit() {
            return None;
        }
        if n >= 1 && ends_like_title(&window[..of + '的'.len_utf8() + end]) {
            let repeated = noun[end..].starts_with(subject);
            let end = (start + of + '的'.len_utf8() + end) as u32;
            let heading = Unnumbered { start: start as u32, end, bold: Bold::No };
            return Some(Phrase { subject, heading, repeated });
        }
    }
    None
}
