//! What the parts of the document form say, read.

use super::excerpt::{Passage, split, stop};
use super::words::{ExactWords, exact_words};
use super::{CivilDate, Element, ElementKind, Excerpt, Piece};
use crate::lexer::amount;
use crate::lexer::chars::is_word;
use crate::lexer::decode::{char_at, last_char};
use crate::lexer::search::{any_of, chars, is_one_of};
use crate::named::named;
use crate::tree::SlotKind;
use std::ops::Range;

/// What a part of the document form says, read.
///
/// | element | value |
/// |---|---|
/// | 国办发〔2024〕3号 | `DocNumber`: 国办发, 2024, 3 |
/// | 二〇二三年六月五日 | `Date`: 2023-06-05 |
/// | 机密★1年 | `Secrecy`: confidential, 1年 |
/// | 特急 | `Urgency`: extra urgent |
/// | 各县人民政府，市直各部门： | `Names`: 各县人民政府, 市直各部门 |
/// | 附件：1.图书目录 2.值守表 | `Attachments`: 图书目录, 值守表 |
/// | 县文化局办公室　2024年3月5日印发 | `PrintInfo`: 县文化局办公室, 2024-03-05 |
///
/// ```
/// use gongwen::{ElementKind, ElementValue};
///
/// let document = gongwen::parse("某县人民政府关于办好书屋的通知
/// 某政发〔2024〕3号
///
/// 各乡镇人民政府，县直各部门：
///
/// 为办好书屋，现将有关事项通知如下。
/// 一、配齐图书
/// 二、专人值守
///
/// 某县人民政府
/// 2024年3月5日");
/// let piece = document.pieces().next().unwrap();
/// let value = |kind| piece.element(kind).unwrap().value();
/// let ElementValue::DocNumber(number) = value(ElementKind::DocNumber) else { panic!() };
/// assert_eq!((number.organ().text(), number.year(), number.number()), ("某政发", Some(2024), Some(3)));
/// let ElementValue::Names(names) = value(ElementKind::Addressee) else { panic!() };
/// assert_eq!(names[0].text(), "各乡镇人民政府");
/// assert_eq!(names[1].text(), "县直各部门");
/// let ElementValue::Date(date) = value(ElementKind::Date) else { panic!() };
/// assert_eq!(date.to_string(), "2024-03-05");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ElementValue<'d> {
    /// 发文字号: 国办发〔2024〕3号.
    DocNumber(DocNumber<'d>),
    /// 成文日期: 二〇二三年六月五日.
    Date(CivilDate),
    /// 密级和保密期限: 机密★1年.
    Secrecy {
        /// How secret.
        level: SecrecyLevel,
        /// For how long, in the text's words.
        term: Option<Excerpt<'d>>,
    },
    /// 紧急程度: 特急.
    Urgency(UrgencyLevel),
    /// The names of an addressee (主送机关), a salutation, a signer, an author, a signature, an
    /// issuing mark or the copies (抄送), each by itself.
    Names(Vec<Excerpt<'d>>),
    /// 附件说明: the titles of what is attached, each with the piece that it is.
    Attachments(Vec<Attachment<'d>>),
    /// 印发机关和印发日期.
    PrintInfo {
        /// Who printed it.
        organ: Option<Excerpt<'d>>,
        /// When.
        date: Option<CivilDate>,
    },
    /// What is only words: a note, a closing, or a value that cannot be read (XXXX年XX月XX日).
    Text(Excerpt<'d>),
    /// Nothing is there.
    Empty,
}

/// A document number (发文字号), read: 机关代字, year, number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocNumber<'d> {
    organ: Excerpt<'d>,
    year: Option<u16>,
    number: Option<u32>,
}

impl<'d> DocNumber<'d> {
    /// The code of the organ (机关代字): 国办发; empty where the number stands alone (第6号).
    pub fn organ(&self) -> &Excerpt<'d> {
        &self.organ
    }

    /// The year; `None` where it is masked or left out (国务院令第682号).
    pub fn year(&self) -> Option<u16> {
        self.year
    }

    /// The number of the year; `None` where it is masked.
    pub fn number(&self) -> Option<u32> {
        self.number
    }
}

named! {
    /// How secret a document is (密级).
    pub enum SecrecyLevel {
        /// 秘密
        Secret = "secret",
        /// 机密
        Confidential = "confidential",
        /// 绝密
        TopSecret = "top_secret",
    }
}

named! {
    /// How urgent a document is (紧急程度).
    #[non_exhaustive]
    pub enum UrgencyLevel {
        /// 平急, of telegrams
        Ordinary = "ordinary",
        /// 加急, 急件
        Urgent = "urgent",
        /// 特急
        ExtraUrgent = "extra_urgent",
        /// 特提, of telegrams
        Immediate = "immediate",
    }
}

/// One of the things attached.
#[derive(Clone, Debug)]
pub struct Attachment<'d> {
    ordinal: u32,
    title: Excerpt<'d>,
    piece: Option<Piece<'d>>,
}

impl<'d> Attachment<'d> {
    /// Its number, from 1.
    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }

    /// Its title as the note gives it.
    pub fn title(&self) -> &Excerpt<'d> {
        &self.title
    }

    /// The piece of the file that it is; `None` where none with this title follows.
    pub fn piece(&self) -> Option<Piece<'d>> {
        self.piece
    }
}

impl<'d> Element<'d> {
    /// What it says, read.
    pub fn value(self) -> ElementValue<'d> {
        let passage = Passage::all_below(self.document, self.at);
        let text = passage.text();
        let read = match self.kind() {
            ElementKind::DocNumber => doc_number(&passage, 0..text.len()).map(ElementValue::DocNumber),
            ElementKind::Date => first_date(text).map(|d| ElementValue::Date(d.0)),
            ElementKind::Secrecy => secrecy(&passage),
            ElementKind::Urgency => urgency(text).map(ElementValue::Urgency),
            ElementKind::Addressee | ElementKind::CopyTo => Some(ElementValue::Names(organs(&passage))),
            ElementKind::Salutation | ElementKind::Signer => Some(ElementValue::Names(names(&passage))),
            ElementKind::Author | ElementKind::Signature | ElementKind::IssuingMark => {
                Some(ElementValue::Names(lines(&passage)))
            }
            ElementKind::AttachmentNote => Some(ElementValue::Attachments(attachments(self, &passage))),
            ElementKind::PrintInfo => Some(print_info(&passage)),
            _ => None,
        };
        let words = || passage.excerpt(0..text.len()).map_or(ElementValue::Empty, ElementValue::Text);
        read.unwrap_or_else(words)
    }
}

/// The document number within `range`: what stands before the bracket, in it and after it.
pub(super) fn doc_number<'d>(passage: &Passage<'d>, range: Range<usize>) -> Option<DocNumber<'d>> {
    let text = passage.text().get(range.clone())?;
    let open = text.find(|c| is_one_of(c, "〔［[【(（﹝〈"));
    let close = text.find(|c| is_one_of(c, "〕］]】)）﹞〉"));
    let nth = text.find("届第").map(|nth| nth + "届".len()).or_else(|| text.find('第'));
    let (mut organ, year, number);
    if let Some(nth) = nth.filter(|&nth| close.is_none_or(|close| nth < close)) {
        // 国务院令第682号, 2024年第3号, （第6号）
        let before = text.get(..nth)?.trim_start_matches(any_of("（(〔["));
        year = super::date::year_at(before).map(|year| year.0);
        organ = nth - if year.is_some() { 0 } else { before.len() }..nth;
        number = text.get(nth..)?;
    } else {
        let (open, close) = open.zip(close)?;
        let inside = digits(text.get(open..close)?);
        year = inside.and_then(|(year, count)| u16::try_from(year).ok().filter(|_| count == 4));
        organ = 0..open;
        let behind = close + char_at(text, close)?.len_utf8();
        // （2025）江0922民初1387号, （2026）云仲裁字第35号
        let last = text.rfind(|c: char| c.is_ascii_digit()).map_or(behind, |last| last + 1);
        let stem = text.get(..last)?.trim_end_matches(|c: char| c.is_ascii_digit());
        let code = stem.trim_end_matches('第');
        if open == 0 && code.len() > behind {
            organ = behind..code.len();
        }
        number = text.get(if open == 0 { stem.len().max(behind) } else { behind }..)?;
    }
    let organ = passage.excerpt(range.start + organ.start..range.start + organ.end);
    Some(DocNumber {
        organ: organ.unwrap_or_else(|| passage.nothing()),
        year,
        number: digits(number).map(|read| read.0),
    })
}

/// The number that the first digits of `text` make, and how many they are; blanks may stand among them.
fn digits(text: &str) -> Option<(u32, usize)> {
    let start = text.find(|c| amount::digit(c).is_some())?;
    let run = text.get(start..)?.chars().filter(|c| !c.is_whitespace()).map_while(amount::digit);
    run.take(9).fold(None, |read, digit| {
        let (number, count) = read.unwrap_or((0, 0));
        Some((number * 10 + digit, count + 1))
    })
}

/// The first date in a text, and where it begins.
fn first_date(text: &str) -> Option<(CivilDate, usize)> {
    text.char_indices().find_map(|(at, _)| super::date::date_at(text.get(at..)?).map(|d| (d.0, at)))
}

fn secrecy<'d>(passage: &Passage<'d>) -> Option<ElementValue<'d>> {
    const LEVELS: [(&str, SecrecyLevel); 3] =
        [("绝密", SecrecyLevel::TopSecret), ("机密", SecrecyLevel::Confidential), ("秘密", SecrecyLevel::Secret)];
    let level = level(passage.text(), &LEVELS)?;
    let star = passage.text().find(any_of("★☆*"));
    let term = star.and_then(|at| {
        let after = at + char_at(passage.text(), at)?.len_utf8();
        passage.excerpt(after..passage.text().len())
    });
    Some(ElementValue::Secrecy { level, term })
}

fn urgency(text: &str) -> Option<UrgencyLevel> {
    const LEVELS: [(&str, UrgencyLevel); 6] = [
        ("特提", UrgencyLevel::Immediate),
        ("特急", UrgencyLevel::ExtraUrgent),
        ("加急", UrgencyLevel::Urgent),
        ("紧急", UrgencyLevel::Urgent),
        ("平急", UrgencyLevel::Ordinary),
        ("急件", UrgencyLevel::Urgent),
    ];
    level(text, &LEVELS)
}

/// The first level whose name stands in `text`, blanks aside.
fn level<L: Copy>(text: &str, levels: &[(&str, L)]) -> Option<L> {
    let text: String = text.split_whitespace().collect();
    levels.iter().find(|level| text.contains(level.0)).map(|level| level.1)
}

/// The text after a label (主送：, 抄送：, 签发人：), without its closing marks.
fn labelled(text: &str) -> Range<usize> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || is_one_of(c, "：:。")).len();
    let label = text.get(..end).and_then(|t| t.find(any_of("：:"))).filter(|at| *at <= 24);
    let start = label.map_or(0, |at| at + char_at(text, at).map_or(0, char::len_utf8));
    start..end
}

/// The organs of a list; 各省、自治区、直辖市人民政府 is one.
fn organs<'d>(passage: &Passage<'d>) -> Vec<Excerpt<'d>> {
    const BODIES: ExactWords = exact_words!(
        "政府 部 部委 委 委员会 局 厅 办 办公室 办事处 院 会 机构 部门 单位 公司 企业 大学 中心 机关 团体 组 科室 处室 人大 政协"
    );
    let range = labelled(passage.text());
    let text = passage.text().get(range.clone()).unwrap_or_default();
    let bare = |part: Range<usize>| {
        let words = text.get(part.clone()).unwrap_or_default();
        part.start..part.start + words.trim_end_matches(any_of("，,、；;\n")).len()
    };
    let mut found = Vec::new();
    for group in split(text, stop::COMMA | stop::SEMICOLON) {
        let words = text.get(group.clone()).unwrap_or_default();
        let parts: Vec<_> =
            split(words, stop::PAUSE).map(|p| bare(group.start + p.start..group.start + p.end)).collect();
        let is_body = |part: &Range<usize>| {
            let name = text.get(part.clone()).unwrap_or_default().split(any_of("（(")).next().unwrap_or_default();
            BODIES.end(name.trim_end()).is_some()
        };
        let any = parts.iter().any(is_body);
        let all = |part: &Range<usize>| text.get(part.clone()).is_some_and(|name| name.trim_start().starts_with('各'));
        let mut open = None;
        for (i, part) in parts.iter().enumerate() {
            // 抄报：市政府；抄送：县委办
            let part = part.start + labelled(text.get(part.clone()).unwrap_or_default()).start..part.end;
            let start = *open.get_or_insert(part.start);
            if !any || is_body(&part) || parts.get(i + 1).is_none_or(all) {
                found.extend(passage.excerpt(range.start + start..range.start + part.end));
                open = None;
            }
        }
    }
    found
}

/// The names of a list between 、 and ，, and of persons who sign one beside the other: `王强　李勇`.
fn names<'d>(passage: &Passage<'d>) -> Vec<Excerpt<'d>> {
    let range = labelled(passage.text());
    let text = passage.text().get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    for part in split(text, stop::PAUSE | stop::COMMA | stop::SEMICOLON) {
        let words = text.get(part.clone()).unwrap_or_default().trim_end_matches(any_of("、，,；;\n"));
        let person = |name: &str| name.is_empty() || (2..=4).contains(&chars(name));
        if !words.split(char::is_whitespace).all(person) {
            found.extend(passage.excerpt(range.start + part.start..range.start + part.start + words.len()));
            continue;
        }
        let mut at = 0;
        for name in words.split(char::is_whitespace) {
            at += words.get(at..).and_then(|words| words.find(name)).unwrap_or(0);
            let start = range.start + part.start + at;
            found.extend(passage.excerpt(start..start + name.len()));
            at += name.len();
        }
    }
    found
}

fn lines<'d>(passage: &Passage<'d>) -> Vec<Excerpt<'d>> {
    let parts = split(passage.text(), stop::LINE);
    parts.filter_map(|line| passage.excerpt(line)).collect()
}

fn print_info<'d>(passage: &Passage<'d>) -> ElementValue<'d> {
    let text = passage.text();
    let date = first_date(text);
    let organ = passage.excerpt(0..date.map_or(text.len(), |d| d.1));
    ElementValue::PrintInfo { organ, date: date.map(|d| d.0) }
}

/// The titles of an attachment note, with the pieces that follow under them.
fn attachments<'d>(element: Element<'d>, passage: &Passage<'d>) -> Vec<Attachment<'d>> {
    let text = passage.text();
    // 附件1：巡查表⏎附件2：登记表
    let start = if is_numbered(text) { 0 } else { labelled(text).start };
    let rest = text.get(start..).unwrap_or_default();
    // where each mark begins and ends, and its number
    let mut marks: Vec<(usize, usize, u32)> = Vec::new();
    for (at, c) in rest.char_indices() {
        let last = marks.last().map_or((0, 0), |m| (m.1, m.2));
        let before = rest.get(last.0..at).unwrap_or_default();
        // the numbers run on from 1, so that a figure in a title is no mark; one with its label may come later
        if let '①'..='⑳' = c {
            let number = c as u32 - '①' as u32 + 1;
            if number == last.1 + 1 {
                marks.push((at, at + c.len_utf8(), number));
            }
            continue;
        }
        if amount::digit(c).is_none() || last_char(before).is_some_and(|b| amount::digit(b).is_some()) {
            continue;
        }
        let Some((number, len)) = amount::read_count(rest.get(at..).unwrap_or_default()) else { continue };
        let bare = before.trim_end_matches(any_of("（("));
        let label = ["附件", "附表"].iter().find_map(|label| bare.trim_end().strip_suffix(label));
        let label = label.filter(|above| above.is_empty() || above.ends_with(char::is_whitespace));
        let sign = rest.get(at + len..).and_then(|after| char_at(after, 0));
        let stop = sign.filter(|&c| {
            is_one_of(c, ".．、:：，")
                || bare.len() < before.len() && is_one_of(c, "）)")
                || label.is_some() && c.is_whitespace()
        });
        let above = label.unwrap_or(bare);
        let titled = last.1 == 0 || !above.trim().is_empty();
        let runs_on = number == last.1 + 1 || label.is_some() && number > last.1;
        if let Some(stop) = stop.filter(|_| titled && runs_on) {
            marks.push((last.0 + above.len(), at + len + stop.len_utf8(), number));
        }
    }
    let mut titles = Vec::new();
    if marks.is_empty() {
        titles.extend(passage.excerpt(start..text.len()).map(|title| (1, title)));
    }
    for (i, &(_, from, number)) in marks.iter().enumerate() {
        let end = marks.get(i + 1).map_or(rest.len(), |m| m.0);
        let words = rest.get(from..end).unwrap_or_default();
        let len = words.trim_end_matches(|c: char| c.is_whitespace() || is_one_of(c, "；;，,。")).len();
        titles.extend(passage.excerpt(start + from..start + from + len).map(|title| (number, title)));
    }
    let (document, mut top) = (element.document, element.at);
    while document.tree().slot(top).parent > 0 {
        top = document.tree().slot(top).parent;
    }
    let following = document.tree().following(top, SlotKind::Piece).map(|at| Piece { document, at });
    let after: Vec<_> = following.take(titles.len() + 8).collect();
    let piece = |title: &Excerpt<'d>| {
        let wanted = plain(title.text());
        after.iter().copied().find(|p| {
            let found = p.title().map(|t| plain(&t.text())).unwrap_or_default();
            !found.is_empty() && (found.ends_with(&wanted) || wanted.ends_with(&found))
        })
    };
    titles.into_iter().map(|(ordinal, title)| Attachment { ordinal, piece: piece(&title), title }).collect()
}

/// Whether the number of the first attachment stands in its label: 附件1.
fn is_numbered(text: &str) -> bool {
    let label = ["附件", "附表"].iter().find_map(|label| text.trim_start().strip_prefix(label));
    label.is_some_and(|behind| char_at(behind.trim_start(), 0).and_then(amount::digit).is_some())
}

/// A title as titles are compared: its words alone.
fn plain(title: &str) -> String {
    title.chars().filter(|&c| is_word(c)).collect()
}
