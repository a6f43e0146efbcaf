//! Stretches of text that could be marks: 一、 （一） 1. 第三条 一是 首先 …
//!
//! Everything that has the form of a mark is a candidate unless its own words say that it is none
//! (《…》第二章, 本办法第八条, 1.5万元); whether it *is* one is decided by the section pass.

mod bare;
mod decimal;
mod look_alike;
mod padded;
mod place;
mod spoken;
pub(crate) mod spread;
pub(super) mod stop;

pub(crate) use place::Place;

use super::char_set::CharSet;
use super::chars::{is_blank, is_colon, is_han, is_paren_close, is_paren_open};
use super::decode::{char_at, last_char};
use super::numeral::{Numeral, is_han_numeral, read_arabic, read_han};
use crate::MarkStyle;
use crate::lexer::search::{self, first, last};
use decimal::{keep_parents, opens_with_day, opens_with_whole, read_decimal};
use look_alike::{han_ones, is_dash};
use place::{place_after, refers};
use spoken::{may_count, question_len, read_first_next, read_of_them};

/// The number of 最后: after all that came before it.
pub(crate) const LAST: u16 = 0;

/// What could be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Byte offsets; `end` is past the mark's own punctuation.
    pub start: u32,
    pub end: u32,
    pub style: MarkStyle,
    pub ordinal: u16,
    pub place: Place,
    /// Whether a character of it must be misread for it to be a mark (`—、`, `7,`, `2O.`).
    pub misread: bool,
    /// Whether the mark has the punctuation that usually goes with it (首先，), or blank or end (第一条　).
    pub firm: bool,
    /// Of 1.2.3, how many numbers it has, and the number before the last; 1 for 01, which counts the whole, too.
    pub depth: u8,
    pub lead: u16,
}

/// Scans `text` for candidates, in the order of their starts, wherever it has to stop.
pub(crate) fn scan(text: &str, stops: impl Iterator<Item = usize>) -> Vec<Candidate> {
    let found = Vec::with_capacity(text.len() / 256);
    Scanner { text, found, read_to: 0, quoted_until: 0, referred_to: usize::MAX }.run(stops)
}

/// How far a quotation or bracket may run before it counts as unclosed, in bytes.
const QUOTE_REACH: usize = 240;

/// How many quotations of one kind stand in one another at the most; more are unclosed.
const NESTED: u32 = 8;

struct Scanner<'t> {
    text: &'t str,
    found: Vec<Candidate>,
    /// Where the last mark or quotation ends.
    read_to: usize,
    /// Everything before this offset is inside quotation marks or brackets.
    quoted_until: usize,
    /// Where the last reference ends.
    referred_to: usize,
}

/// A mark read at a place: its length, number and how it is written.
struct Reading {
    len: usize,
    style: MarkStyle,
    ordinal: u32,
    misread: bool,
    firm: bool,
    /// Of 1.2.3, how many numbers it has, and the number before the last.
    decimal: Option<(u8, u32)>,
}

impl Scanner<'_> {
    fn run(mut self, stops: impl Iterator<Item = usize>) -> Vec<Candidate> {
        let mut at = 0;
        for stop in stops {
            if stop < at {
                continue;
            }
            let c = first(&self.text[stop..]);
            at = match c {
                '、' | '，' | ',' | '.' | '．' | '是' | '要' | '来' => self.end(stop).unwrap_or(stop),
                _ => self.begin(stop, c),
            };
        }
        keep_parents(&mut self.found);
        han_ones(self.text, &mut self.found);
        self.found
    }

    /// Reads what the sign or ideograph at `stop` ends, and tells where to go on.
    fn end(&mut self, stop: usize) -> Option<usize> {
        let (start, c) = self.ideographs_before(stop)?;
        let reading = self.read(start, c)?;
        self.read_to = start + reading.len;
        self.push(start, reading);
        Some(self.read_to)
    }

    /// Reads what begins with the sign, digit or ideograph `c`, and tells where to go on.
    fn begin(&mut self, at: usize, c: char) -> usize {
        if let Some(len) = self.prose(at) {
            return at + len;
        }
        let mut step = c.len_utf8();
        if let Some(close) = closing_of(c) {
            self.open(at + step, c, close);
        }
        if let Some(reading) = self.read(at, c) {
            step = reading.len;
            self.push(at, reading);
            self.read_to = at + step;
        } else if let Some(len) = self.numeral(at, c) {
            step = len;
        }
        // nothing that is quoted is a mark
        self.read_to = self.read_to.max(self.quoted_until);
        (at + step).max(self.quoted_until)
    }

    /// The numeral, or the ideograph read for one, that stands before the sign at `stop`, and its first character.
    fn ideographs_before(&self, stop: usize) -> Option<(usize, char)> {
        let before = self.text.get(self.read_to..stop)?;
        let digits = before.strip_suffix(is_blank).unwrap_or(before);
        let last = last_char(digits)?;
        if is_han_numeral(last) {
            let start = search::skip_back(digits, is_han_numeral).len();
            return Some((self.read_to + start, first(&digits[start..])));
        }
        matches!(last, '丨' | '工' | '兰' | '人').then(|| (self.read_to + digits.len() - last.len_utf8(), last))
    }

    /// The length of an ideograph or a number that what follows it shows to be no mark, without further reading.
    fn prose(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes().get(at..)?;
        let (len, follow) = match bytes.first()? {
            0xe4..=0xe9 => (3, &AFTER_IDEOGRAPH),
            b'0'..=b'9' => (bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count(), &AFTER_DIGITS),
            _ => return None,
        };
        let next = char_at(self.text, at + len)?;
        (!follow.contains(next)).then_some(len)
    }

    /// Notes how far a quotation that opens before `from` runs; none where it is not closed nearby.
    fn open(&mut self, from: usize, open: char, close: char) {
        if from < self.quoted_until {
            return;
        }
        let mut depth = 1;
        let mut at = from;
        while let Some(found) = QUOTES.find(self.text, at).filter(|&found| found <= from + QUOTE_REACH) {
            let Some(c) = char_at(self.text, found).filter(|&c| c != '\n') else { return };
            at = found + c.len_utf8();
            if c == open {
                depth += 1;
                if depth > NESTED {
                    return;
                }
            } else if c == close || (close == '）' && c == ')') || (close == ')' && c == '）') {
                depth -= 1;
                if depth == 0 {
                    self.quoted_until = found;
                    return;
                }
            }
        }
    }

    /// The length of a numeral that is no mark: it is passed over whole, so that its tail is not read as another.
    fn numeral(&self, at: usize, c: char) -> Option<usize> {
        let rest = &self.text[at..];
        if c.is_ascii_digit() || ('０'..='９').contains(&c) {
            Some(rest.find(|c: char| !c.is_ascii_alphanumeric() && !('０'..='９').contains(&c)).unwrap_or(rest.len()))
        } else if is_han_numeral(c) {
            Some(rest.find(|c: char| !is_han_numeral(c)).unwrap_or(rest.len()))
        } else {
            None
        }
    }

    fn push(&mut self, start: usize, mut reading: Reading) {
        let before = &self.text[..start];
        // a law's parts are quoted line by line: “（一）……；⏎“（二）……。”
        if before.strip_suffix('“').is_some_and(|above| place_after(above) == Place::Line) {
            return;
        }
        let mut place = place_after(before);
        // on a line of its own it divides a speech: 第一个问题：……
        if place == Place::Line
            && reading.style == MarkStyle::Nth
            && self.text[start..start + reading.len].contains("个问题")
        {
            reading.style = MarkStyle::Part;
        }
        if place < Place::Sentence && reading.style == MarkStyle::Article {
            place = self.place_below_title(before, reading.ordinal).unwrap_or(place);
        }
        // 一，二 within a clause is no misread 一、
        let loose = reading.style == MarkStyle::Han && reading.misread && !reading.firm && place < Place::Sentence;
        // 四个问题：第一是……，第二是…… only names them
        let named = reading.style == MarkStyle::Nth
            && place < Place::Sentence
            && self.text[..start + reading.len].ends_with(['是', '要']);
        if loose || named {
            return;
        }
        // what a reference names goes on: 第（六）（七）项
        let named = place < Place::Line && is_paren(reading.style) && self.referred_to == start;
        if named || refers(before, &self.text[start + reading.len..], place, &reading) {
            self.referred_to = start + reading.len;
            // and what it ends has begun before: （二）（三）项
            let mut from = start;
            while is_paren(reading.style)
                && let Some(last) = self.found.pop_if(|c| c.end as usize == from && c.style == reading.style)
            {
                from = last.start as usize;
            }
            return;
        }
        if reading.decimal.is_some_and(|d| d.0 == 2) && reading.ordinal == 1 {
            self.found.extend(self.glued_parent(start, reading.decimal.map_or(0, |d| d.1)));
        }
        self.found.push(Candidate {
            start: start as u32,
            end: (start + reading.len) as u32,
            style: reading.style,
            ordinal: u16::try_from(reading.ordinal).unwrap_or(u16::MAX),
            place,
            misread: reading.misread,
            // a Markdown sign before it stands for the line that was lost
            firm: reading.firm || search::skip_back(before, is_blank).ends_with('#'),
            depth: reading.decimal.map_or(0, |d| d.0),
            lead: reading.decimal.map_or(0, |d| d.1 as u16),
        });
    }

    /// The bare number `number` with a short title that stands before its first part at `part`: 1总则 before 1.1,
    /// 2 组织体系 before 2.1.
    fn glued_parent(&self, part: usize, number: u32) -> Option<Candidate> {
        /// The longest title, in characters.
        const TITLE: usize = 16;
        let above = self.text[..part].trim_end();
        let mut title = above.char_indices().rev().take(TITLE + 1);
        let (first, sign) = title.find(|&(_, c)| !is_han(c) && c != '、')?;
        let numbered = above.get(..first + sign.len_utf8())?.trim_end_matches(is_blank);
        let digits = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
        let start = digits.len();
        let begins = numbered[start..].parse() == Ok(number) && !matches!(last(digits), '.' | '．' | '-' | '〔');
        let last = self.found.last().map_or(0, |c| c.end as usize);
        (begins && numbered.len() < above.len() && last <= start).then(|| Candidate {
            start: start as u32,
            end: numbered.len() as u32,
            style: MarkStyle::Decimal,
            ordinal: number as u16,
            // its part vouches for it
            place: place_after(digits).max(Place::Sentence),
            misread: false,
            firm: true,
            depth: 1,
            lead: 0,
        })
    }

    fn read(&self, at: usize, c: char) -> Option<Reading> {
        let rest = &self.text[at..];
        match c {
            '第' => read_nth(rest),
            '首' | '其' | '再' | '最' => read_first_next(rest).or_else(|| read_of_them(rest)),
            c if is_dash(c) || matches!(c, 'l' | 'I' | '|' | '丨' | '工' | '兰' | '人') => {
                self.read_look_alike(at, rest)
            }
            'A'..='Z' | 'a'..='z' | 'Ⅰ'..='Ⅻ' => self.read_letter(at, c, rest),
            '①'..='⑳' => Some(circled(c as u32 - '①' as u32 + 1, c)),
            '⑴'..='⒇' => Some(circled(c as u32 - '⑴' as u32 + 1, c)),
            '㈠'..='㈩' => Some(circled(c as u32 - '㈠' as u32 + 1, c)),
            '⒈'..='⒛' => Some(Reading {
                len: c.len_utf8(),
                style: MarkStyle::Arabic,
                ordinal: c as u32 - '⒈' as u32 + 1,
                misread: false,
                firm: true,
                decimal: None,
            }),
            _ if is_paren_open(c) => read_paren(rest),
            '〔' => read_paren(rest).filter(|r| r.style == MarkStyle::ParenHan),
            _ if c.is_ascii_digit() || ('０'..='９').contains(&c) => self.read_digits(at, rest),
            _ if is_han_numeral(c) => self.read_han_mark(at, rest),
            _ => None,
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        last_char(&self.text[..at])
    }

    /// 一、 and 一是, 一要; misread 一，
    fn read_han_mark(&self, at: usize, rest: &str) -> Option<Reading> {
        if self.char_before(at).is_some_and(|c| is_han_numeral(c) || c.is_ascii_digit() || c == '第') {
            return None;
        }
        let numeral = read_han(rest)?;
        let gap = blank_len(&rest[numeral.len..]);
        let after = &rest[numeral.len + gap..];
        let next = char_at(after, 0)?;
        let reading = |style, extra: char, misread, firm| {
            Some(Reading {
                len: numeral.len + gap + extra.len_utf8(),
                style,
                ordinal: numeral.value,
                misread,
                firm,
                decimal: None,
            })
        };
        let following = char_at(after, next.len_utf8());
        // 一、二、三产业; 五、六月, but 三、二级单位名单, and on a line 二、三类人员
        let counted = following.is_some_and(is_han_numeral)
            && place::is_counted(&after[next.len_utf8()..], numeral.value, || place_after(&self.text[..at]));
        match next {
            '、' => {
                let named = place::ends_name(&self.text[..at], numeral.value, &after[next.len_utf8()..]);
                (!counted && !named).then(|| reading(MarkStyle::Han, next, numeral.misread, true))?
            }
            '，' | ',' | '.' | '．'
                if !counted
                    && (numeral.value <= 30
                        || numeral.value <= 99 && place_after(&self.text[..at]) >= Place::Sentence) =>
            {
                reading(MarkStyle::Han, next, true, false)
            }
            '是' | '要' if numeral.value <= 20 && gap == 0 => {
                let style = if next == '是' { MarkStyle::Is } else { MarkStyle::Must };
                // 一是一，二是二, but 一是一地一策……; 三要素
                let behind = after[next.len_utf8()..].trim_start_matches(is_han_numeral);
                let idiom = following.is_some_and(is_han_numeral) && !is_han(search::first(behind))
                    || (next == '要' && following == Some('素'));
                (!idiom).then(|| reading(style, next, false, true))?
            }
            // 一来路远，……；二来人少，……, not 一来二去
            '来' if numeral.value <= 9
                && gap == 0
                && !following.is_some_and(is_han_numeral)
                && place_after(&self.text[..at]) >= Place::Sentence =>
            {
                reading(MarkStyle::Is, next, false, true)
            }
            _ => None,
        }
    }

    /// 1. 1． 1、 1） 1.1 and misread 1, 1，
    fn read_digits(&self, at: usize, rest: &str) -> Option<Reading> {
        let before = self.char_before(at);
        if before.is_some_and(|c| {
            c.is_ascii_alphanumeric()
                || ('０'..='９').contains(&c)
                || matches!(c, '.' | '．' | '%' | '-' | '–' | '/' | '〔' | '+' | '×' | '≥' | '≤' | '第' | '_')
        }) {
            return None;
        }
        let numeral = read_arabic(rest)?;
        if numeral.value == 0 || numeral.value > 999 || rest.starts_with('0') {
            return None;
        }
        let gap = blank_len(&rest[numeral.len..]);
        let after = &rest[numeral.len + gap..];
        let next = char_at(after, 0)?;
        let tail = &after[next.len_utf8()..];
        let following = char_at(tail, 0);
        let digit_follows = following.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let len = numeral.len + gap + next.len_utf8();
        let reading = |style, misread| {
            Some(Reading {
                len,
                style,
                ordinal: numeral.value,
                misread: misread || numeral.misread,
                firm: !misread,
                decimal: None,
            })
        };
        match next {
            // 3．2024年底前……, 1.80周岁以上的
            '.' | '．' if digit_follows && opens_with_whole(tail, || place_after(&self.text[..at])) => {
                reading(MarkStyle::Arabic, false)
            }
            '.' | '．' if digit_follows => read_decimal(rest),
            '.' | '．' | '、' => {
                let day = || place_after(&self.text[..at]) >= Place::Sentence && opens_with_day(tail);
                (next != '、' || !digit_follows || day()).then(|| reading(MarkStyle::Arabic, false))?
            }
            ',' | '，' => (!digit_follows).then(|| reading(MarkStyle::Arabic, true))?,
            ')' | '）' => reading(MarkStyle::HalfParenArabic, false),
            // 1 准备, 3  附则 above 1.1 …
            _ if gap > 0
                && (is_han(first(search::skip(after, is_blank))) && numeral.value <= 30)
                && (self.text[..at].ends_with("\u{3000}\u{3000}") || place_after(&self.text[..at]) == Place::Line) =>
            {
                Some(Reading {
                    len: numeral.len,
                    style: MarkStyle::Decimal,
                    ordinal: numeral.value,
                    misread: false,
                    firm: true,
                    decimal: Some((1, 0)),
                })
            }
            _ => None,
        }
    }

    /// A. and Ⅰ., and on a line a) or a.
    fn read_letter(&self, at: usize, c: char, rest: &str) -> Option<Reading> {
        if self.char_before(at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
            return None;
        }
        let next = char_at(rest, c.len_utf8())?;
        let following = rest[c.len_utf8() + next.len_utf8()..].chars().take(3).find(|&c| c != ' ')?;
        let small = c.is_ascii_lowercase();
        let sign = matches!(next, '.' | '．' | '、') || small && matches!(next, ')' | '）');
        let counts = !small || place_after(&self.text[..at]) == Place::Line && !self.has_capitals();
        if !sign || !is_han(following) || !counts {
            // of letters only I looks like a numeral: A、B、C三类
            return if c == 'I' { self.read_look_alike(at, rest) } else { None };
        }
        let (style, ordinal) = match c {
            'A'..='Z' | 'a'..='z' => (MarkStyle::Letter, u32::from(c.to_ascii_uppercase()) - u32::from(b'A') + 1),
            _ => (MarkStyle::Roman, c as u32 - 'Ⅰ' as u32 + 1),
        };
        Some(Reading { len: c.len_utf8() + next.len_utf8(), style, ordinal, misread: false, firm: true, decimal: None })
    }

    /// Whether capitals count near by: small letters below them would be of one style with them.
    fn has_capitals(&self) -> bool {
        let capital = |c: &Candidate| self.text.as_bytes().get(c.start as usize).is_some_and(u8::is_ascii_uppercase);
        self.found.iter().rev().take(64).any(|c| c.style == MarkStyle::Letter && capital(c))
    }
}

fn is_paren(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::ParenHan | MarkStyle::ParenArabic)
}

fn circled(ordinal: u32, c: char) -> Reading {
    Reading { len: c.len_utf8(), style: MarkStyle::Circled, ordinal, misread: false, firm: true, decimal: None }
}

/// （一） (一) （1） (l) 【一】, and brackets of mixed width.
fn read_paren(rest: &str) -> Option<Reading> {
    let open = char_at(rest, 0)?;
    let mut at = open.len_utf8();
    at += blank_len(&rest[at..]);
    let inner = &rest[at..];
    let first = char_at(inner, 0)?;
    let (style, numeral) = if let Some(numeral) = read_han(inner) {
        (MarkStyle::ParenHan, numeral)
    } else if let Some(numeral) = read_arabic(inner) {
        (MarkStyle::ParenArabic, numeral)
    } else {
        let one = |style| (style, Numeral { value: 1, len: first.len_utf8(), misread: true });
        match first {
            c if is_dash(c) => one(MarkStyle::ParenHan),
            '=' | '＝' => (MarkStyle::ParenHan, Numeral { value: 2, len: first.len_utf8(), misread: true }),
            'l' | 'I' | '|' => one(MarkStyle::ParenArabic),
            '兰' => (MarkStyle::ParenHan, Numeral { value: 3, len: first.len_utf8(), misread: true }),
            _ => return None,
        }
    };
    at += numeral.len;
    at += blank_len(&rest[at..]);
    // （一〉, 〔一〕
    let close =
        char_at(rest, at).filter(|&c| is_paren_close(c) || style == MarkStyle::ParenHan && matches!(c, '〉' | '〕'))?;
    let misread = numeral.misread || open == '〔' || matches!(close, '〉' | '〕');
    at += close.len_utf8();
    if numeral.value == 0 || numeral.value > 200 {
        return None;
    }
    // （一）、 is one mark, （一）、（二）项 is not
    if rest[at..].starts_with('、') && !rest[at + '、'.len_utf8()..].starts_with(is_paren_open) {
        at += '、'.len_utf8();
    }
    Some(Reading { len: at, style, ordinal: numeral.value, misread, firm: true, decimal: None })
}

/// 第一章 第1条 第一部分 第 一 节 第一，
fn read_nth(rest: &str) -> Option<Reading> {
    let mut at = '第'.len_utf8();
    at += blank_len(&rest[at..]);
    // 第―章
    let dash = first(&rest[at..]);
    let one = || is_dash(dash).then_some(Numeral { value: 1, len: dash.len_utf8(), misread: true });
    let numeral = read_han(&rest[at..]).or_else(|| read_arabic(&rest[at..])).or_else(one)?;
    at += numeral.len;
    at += blank_len(&rest[at..]);
    let unit = char_at(rest, at).filter(|&unit| !is_dash(dash) || matches!(unit, '编' | '章' | '节' | '条' | '部'))?;
    let (style, len) = match unit {
        '编' | '篇' if unit == '编' || rest[at + 3..].starts_with([' ', '\u{3000}', '\n']) => (MarkStyle::Volume, 3),
        '分' if rest[at..].starts_with("分编") => (MarkStyle::Part, "分编".len()),
        '章' => (MarkStyle::Chapter, 3),
        '节' => (MarkStyle::Division, 3),
        '条' => (MarkStyle::Article, 3),
        '部' if rest[at..].starts_with("部分") => (MarkStyle::Part, 6),
        '，' | '、' | '：' | ',' | ':' | '.' if numeral.value <= 20 => (MarkStyle::Nth, unit.len_utf8()),
        // 第二要把事分清楚, not 第一要务
        '是' | '要'
            if may_count(numeral.value, rest)
                && !rest[at + unit.len_utf8()..].starts_with(['务', '义', '素', '点', '件', '求']) =>
        {
            (MarkStyle::Nth, unit.len_utf8())
        }
        '个' | '点' | '件' | '句' | '步' if numeral.value <= 20 => (MarkStyle::Nth, question_len(&rest[at..])?),
        _ => return None,
    };
    at += len;
    if style == MarkStyle::Article {
        at += inserted_len(&rest[at..]);
    }
    let mut firm = style == MarkStyle::Nth;
    if style != MarkStyle::Nth {
        let next = char_at(rest, at);
        firm = next.is_none_or(|c| is_blank(c) || matches!(c, '\n' | '、' | '*') || is_colon(c));
        at += next.filter(|&c| is_colon(c)).map_or(0, char::len_utf8);
    } else if matches!(unit, '、' | '.') && char_at(rest, at).is_some_and(|c| c == '第' || c.is_ascii_digit()) {
        return None;
    }
    Some(Reading { len: at, style, ordinal: numeral.value, misread: numeral.misread, firm, decimal: None })
}

/// The length of the number that an article put in later bears behind that of the one before it: 第二条之一.
fn inserted_len(text: &str) -> usize {
    let number = text.strip_prefix('之').and_then(read_han).filter(|n| !n.misread && n.value > 0);
    number.map_or(0, |n| "之".len() + n.len)
}

/// The bytes of a single blank at the start of `text`, or 0: blanks inside a mark are stray.
fn blank_len(text: &str) -> usize {
    char_at(text, 0).filter(|&c| is_blank(c)).map_or(0, char::len_utf8)
}

/// What can follow the ideograph that a mark begins with: 第一 首先 其一
static AFTER_IDEOGRAPH: CharSet = CharSet::new(
    "先次后—―－ー〇零○一壹二贰两三叁四肆五伍六陆七柒八捌九玖十百千廿卅 \u{3000}\t\u{a0}\r\u{feff}\u{2060}",
    &[('0', '9'), ('０', '９'), ('\u{200b}', '\u{200d}')],
);
/// What can follow the digits of a mark, misread ones among them.
static AFTER_DIGITS: CharSet =
    CharSet::new("、，,.．)）| \u{3000}\t\u{a0}\r\u{feff}\u{2060}", &[('０', '９'), ('\u{200b}', '\u{200d}')]);

/// What opens and closes a quotation, and what none runs over.
static QUOTES: CharSet = CharSet::new("《》“”「」『』（）()〈〉\n", &[]);

fn closing_of(open: char) -> Option<char> {
    Some(match open {
        '《' => '》',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '〈' => '〉',
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
