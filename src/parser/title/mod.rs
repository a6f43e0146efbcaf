//! Fourth pass: where a title ends.

mod boundary;
mod of_a_time;
mod recurrence;
mod runs;

pub(super) use of_a_time::of_a_time;

use super::section::Entry;
use crate::lexer::breaks::{Break, Breaks};
use crate::lexer::chars::{is_blank, is_colon, is_comma, is_han};
use crate::lexer::decode::each_char;
use crate::lexer::mark::Place;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{self, after, any_of, before, first, last};
use crate::{MarkStyle, SectionKind};
use runs::{Cut, Runs};
use std::ops::RangeInclusive;

/// The longest run-in title, in characters.
const RUN_IN: usize = 40;
/// The longest title on a line of its own, in characters.
const LINE: usize = 80;
/// The longest title whose end no break shows, in characters.
const GLUED: usize = 38;

/// How sure the end of a title must be before a list that the line announces: 高血压病|符合以下标准的：
const ANNOUNCED: i32 = 8;

/// The fewest and the most characters of what may be a title as a whole.
const LABEL: RangeInclusive<usize> = 2..=12;

/// The fewest and the most characters of a label before its colon: 农村环境整治“一件事”改革：……
const NAME: RangeInclusive<usize> = 2..=18;

/// The most characters of a title with a label and a colon of its own: 发展现状：由小到大，由散到聚
const HEADS: usize = 26;

/// The fewest and the most characters of an article's caption, with the blank before it.
const CAPTION: RangeInclusive<usize> = 3..=6;

/// The fewest and the most characters of an article's title on a line of its own.
const TITLED: RangeInclusive<usize> = 2..=16;
/// The fewest and the most characters of an article's caption in brackets.
const BRACKETED: RangeInclusive<usize> = 2..=16;
/// The most characters of one in the brackets that only captions and notes stand in: 【名称应当符合《……条例》】.
const NOTED: usize = 30;

/// Whether a phrase ends in a word that titles end in: 做法, 意义, 由来.
pub(super) fn ends_like_title(phrase: &str) -> bool {
    boundary::ends_like_title(phrase)
}

/// What the first paragraph of a section looks like.
#[derive(Clone, Copy)]
struct Opening {
    /// Where the first line ends, or the first section below begins.
    line_end: u32,
    /// Where the first sentence ends; `line_end` where none does.
    sentence_end: u32,
    /// The length of the first sentence, in characters; of a long one, at least `RUN_IN * 2`.
    chars: u32,
    /// Where a wide gap stands before any sign.
    gap: Option<u32>,
    /// Where a single blank stands that may set the title off from its text.
    blank: Option<u32>,
    has_semicolon: bool,
    /// Whether nothing else stands on the line.
    alone: bool,
    has_children: bool,
    /// Whether paragraphs without a mark follow.
    has_text: bool,
}

/// Sets the title ends of `entries`, and which of them are headings.
pub(crate) fn find(body: &str, mut breaks: Breaks<'_>, entries: &mut [Entry]) {
    let openings: Vec<Opening> = (0..entries.len()).map(|i| Opening::read(body, &mut breaks, entries, i)).collect();
    let runs = Runs::new(body, &openings, entries);
    let titles = Titles { body, openings, runs };
    for i in 0..entries.len() {
        if matches!(entries[i].kind, SectionKind::Lead) || entries[i].style.is_none() {
            continue;
        }
        let Some(end) = titles.end(entries, i) else { continue };
        let entry = &mut entries[i];
        entry.title_end = Some(entry.mark_end + end.at as u32);
        // of what ends a sentence only 。 is no part of a title
        let opening = &titles.openings[i];
        let sign = after(body, opening.sentence_end as usize).chars().next();
        let whole = opening.has_sentence() && Some(opening.sentence_end) == entry.title_end;
        if let Some(sign) = sign.filter(|c| whole && matches!(c, '？' | '?' | '！' | '!')) {
            entry.title_end = Some(opening.sentence_end + sign.len_utf8() as u32);
        }
        // 第二条（公共信用信息）……：（一）…… is an article as 第一条（立法目的）…… is
        let captioned = entries[i].style == Some(MarkStyle::Article)
            && (end.named && !after(opening.line(body, &entries[i]), end.at).trim().is_empty()
                || opening.is_article_title(body, &entries[i]));
        if !captioned && titles.is_heading(entries, i, end.named, whole) {
            entries[i].kind = SectionKind::Heading;
        }
    }
}

/// Where a title ends.
struct End {
    /// Bytes behind the mark.
    at: usize,
    /// Whether it is a label, a caption or a count before the text of its line.
    named: bool,
}

/// What is known of the openings of all entries.
struct Titles<'t> {
    body: &'t str,
    openings: Vec<Opening>,
    runs: Runs,
}

impl<'t> Titles<'t> {
    /// The first line of entry `i`, behind its mark.
    fn line(&self, entries: &[Entry], i: usize) -> &'t str {
        self.openings[i].line(self.body, &entries[i])
    }

    /// Where the title of entry `i` ends, if it has one.
    fn end(&self, entries: &[Entry], i: usize) -> Option<End> {
        let (entry, line) = (entries[i], self.line(entries, i));
        let glued = self.runs.is_glued(i);
        let cut = if glued { self.runs.cut(i) } else { None };
        let opening = &self.runs.with_blank(i, self.openings[i]);
        let hidden = glued && (opening.has_sentence() || search::trim_end(line).ends_with(is_comma))
            || cut.is_some_and(|cut| cut.score >= ANNOUNCED && search::trim_end(line).ends_with(is_colon));
        let bracketed = (entry.style == Some(MarkStyle::Article)).then(|| caption(line)).flatten();
        let named = bracketed.or_else(|| self.counted(entries, i)).or_else(|| self.labelled(entries, i));
        let end = match opening.alone && !hidden {
            _ if named.is_some() => named,
            _ if self.closes_list(entries, i) => None,
            true if opening.is_article_title(self.body, &entry) => {
                self.runs.has_titled_articles().then_some(search::trim_end(line).len())
            }
            true if opening.has_sentence() && opening.has_text && self.runs.is_broken(i) => None,
            true if opening.has_sentence() && opening.has_text && self.runs.lists_sentences(i, entries) => None,
            true if opening.has_sentence()
                && self.runs.ends_sentences(i, entries)
                && answers_for(after(self.body, opening.line_end as usize)) =>
            {
                None
            }
            true => {
                // the announcement of a list may stand behind the gap
                gap(&entry, opening, line).or_else(|| alone(&entry, opening, line, self.runs.has_lines(i)))
            }
            false => run_in(&entry, opening, line, cut),
        };
        // the signs of Markdown are not the title's
        let title = line[..end?].trim_end_matches(|c| is_blank(c) || matches!(c, '#' | '*'));
        let whole = !breaks_quotation(title, after(self.body, entry.mark_end as usize + title.len()));
        (whole && !title.trim_start().is_empty()).then_some(End { at: title.len(), named: named.is_some() })
    }

    /// Where a title with a count ends that entry `i` opens with: before its colon, or where another of its run has one.
    fn counted(&self, entries: &[Entry], i: usize) -> Option<usize> {
        let line = self.line(entries, i);
        let at = counted(line).filter(|_| entries[i].kind != SectionKind::Point)?;
        let announces = |line: &str, at: usize| after(line, at).starts_with(is_colon);
        let sibling = |k: usize| {
            let line = self.line(entries, k);
            counted(line).is_some_and(|at| announces(line, at))
        };
        // 让减负有“尺度”出台制度11项。 is a sentence
        let plain = || !before(line, at).contains(is_comma);
        let sure = entries[i].place < Place::Line && plain() || announces(line, at);
        (sure || self.runs.siblings(i).any(sibling)).then_some(at)
    }

    /// Where the label ends that entry `i` opens with, as others of its run do.
    fn labelled(&self, entries: &[Entry], i: usize) -> Option<usize> {
        let (entry, opening, line) = (entries[i], &self.openings[i], self.line(entries, i));
        let (name, said) = label(line)?;
        // 一、发展现状：由小到大，由散到聚 above its text
        let heads = entry.place == Place::Line
            && opening.alone
            && !opening.has_sentence()
            && (opening.has_children || opening.has_text)
            && search::chars(search::trim_end(line)) <= HEADS
            && is_closed(line);
        let differs = |k: usize| label(self.line(entries, k)).is_some_and(|other| other.0 != name);
        let labelled = !heads
            && search::chars(search::trim_end(said)) > 2
            && entry.kind != SectionKind::Point
            && entry.style != Some(MarkStyle::Article)
            && self.runs.siblings(i).any(differs);
        labelled.then_some(name.len())
    }

    /// Whether entry `i` is the last of a list of clauses, each with ； but this with 。, so that what follows belongs to
    /// what the list stands in.
    fn closes_list(&self, entries: &[Entry], i: usize) -> bool {
        let (this, opening) = (&entries[i], &self.openings[i]);
        // a list below stands under the paragraph between: 以上事实，有下列证据证明：
        let holds = opening.has_children && !opening.has_text;
        let plain = opening.has_sentence() && !holds && this.kind != SectionKind::Point;
        if !plain || !opening.alone && !self.runs.is_last(i, entries) {
            return false;
        }
        let Some(k) = self.runs.previous(i) else { return false };
        // a clause that has a list of its own announces it: （二）下列证明之一：
        let above = entries.get(k).filter(|e| e.parent == this.parent);
        let line = self.line(entries, k);
        let clause = |text: &str| matches!(last(text), '；' | ';') && search::find(text, "。").is_none();
        (k + 1 == i || matches!(last(search::trim_end(line)), '；' | ';' | '：' | ':'))
            && above
                .and_then(|e| self.body.get(e.mark_end as usize..e.end as usize))
                .and_then(|text| search::trim_end(text).lines().last())
                .is_some_and(clause)
    }

    /// Whether the title of entry `i` makes it a heading: it has a line of its own, or holds numbered parts.
    fn is_heading(&self, entries: &[Entry], i: usize, named: bool, whole: bool) -> bool {
        let (entry, opening, next) = (&entries[i], &self.openings[i], entries.get(i + 1));
        let before_points =
            opening.has_sentence() && next.is_some_and(|e| e.kind == SectionKind::Point && e.place < Place::Line);
        let own_line = !named && (opening.alone && !before_points || !whole);
        let has_parts = next.is_some_and(|e| e.start < entry.end && e.kind != SectionKind::Point);
        let opens_text = entry.kind == SectionKind::Point && entry.place == Place::Line && opening.alone;
        entry.kind == SectionKind::Item && (own_line || has_parts)
            || opens_text && matches!(entry.style, Some(MarkStyle::Nth | MarkStyle::FirstNext))
    }
}

/// Whether a bracket is open between two parts of a line, and closed in it; one that is open for long never is.
fn is_in_brackets(before: &str, after: &str) -> bool {
    let (open, close) = (any_of("（("), any_of("）)"));
    let near = search::suffix(before, LINE * "（".len());
    let behind = search::prefix(after, LINE * "（".len());
    near.rfind(open) > near.rfind(close)
        && behind.find(close).is_some_and(|at| !search::before(behind, at).contains('\n'))
}

/// Whether the end of a sentence stands within a quotation that goes on behind it, or whose sentence does, and closes on its
/// line: “要实干。要担当。” “要实干。”的嘱托
fn is_in_quotation(before: &str, after: &str) -> bool {
    let near = search::suffix(before, LINE * "“".len());
    let behind = search::prefix(search::after(after, first(after).len_utf8()), LINE * "“".len());
    let Some(at) = behind.find(any_of("“”\n")).filter(|&at| behind[at..].starts_with('”')) else { return false };
    let goes_on = at > 0 || search::is_one_of(first(search::after(behind, "”".len())), "的等这和与，、");
    goes_on && near.rfind(any_of("“”")).is_some_and(|at| near[at..].starts_with('“'))
}

/// Whether a line opens with a label of those who answer for all above it, or by when: 责任单位：……
fn answers_for(line: &str) -> bool {
    let near = search::prefix(search::trim_start(line), "市级牵头责任单位：".len());
    search::position(near, is_colon).is_some_and(|colon| {
        const ENDS: [&str; 9] = ["单位", "部门", "科室", "股室", "处室", "领导", "责任人", "时限", "期限"];
        search::ends_with_any(before(near, colon), &ENDS)
    })
}

impl Opening {
    fn read(body: &str, breaks: &mut Breaks<'_>, entries: &[Entry], i: usize) -> Self {
        let entry = entries[i];
        let below = entries.get(i + 1).filter(|e| e.start < entry.end);
        let limit = below.map_or(entry.end, |e| e.start);
        let text = |from: u32, to: u32| body.get(from as usize..to as usize).unwrap_or_default();
        let (mut line_end, mut sentence_end, mut gap) = (limit, None, None);
        let (mut has_sign, mut has_semicolon) = (false, false);
        for (at, kind) in breaks.from(entry.mark_end).take_while(|b| b.0 < limit) {
            if kind == Break::Line {
                line_end = at;
                break;
            } else if kind == Break::Gap {
                // blanks behind the mark are no gap, nor is what is to be filled in: 报警电话是（　　）
                let said = text(entry.mark_end, at);
                let within = has_sign || said.ends_with(['（', '(']) || said.trim_start().is_empty();
                gap = gap.or((!within).then_some(at));
                continue;
            } else if kind == Break::Sentence {
                // 三、租期多长？到期了怎么办？ 一、为什么管？（重大意义）
                let asks = |at: u32| text(at, limit).starts_with(['？', '?']);
                let within = || is_in_quotation(text(entry.mark_end, at), text(at, limit));
                if asks(at) && is_gloss(text(at, limit)) || sentence_end.is_none() && within() {
                    continue;
                }
                if sentence_end.is_none_or(|first| asks(first) && asks(at)) {
                    sentence_end = Some(at);
                }
            }
            // 一、改厕（牵头单位：县水务局；完成时限：6月底）: one in brackets parts no clauses
            let in_brackets = || is_in_brackets(text(entry.mark_end, at), text(at, limit));
            has_semicolon = has_semicolon || kind == Break::Semicolon && !in_brackets();
            // 一、为何改？　　……: of what ends a sentence only 。 is no part of a title
            has_sign |= kind != Break::Sentence || text(at, limit).starts_with('。');
        }
        let sentence_end = sentence_end.unwrap_or(line_end);
        let sentence = text(entry.mark_end, sentence_end);
        let behind = |c: char| matches!(c, '。' | '！' | '？' | '!' | '?' | '：' | ':' | '”') || c.is_whitespace();
        Self {
            line_end,
            sentence_end,
            blank: blank(sentence, below.is_some()).map(|at| entry.mark_end + at as u32),
            chars: if sentence.len() > RUN_IN * 8 { RUN_IN as u32 * 2 } else { search::chars(sentence) as u32 },
            gap,
            has_semicolon,
            alone: text(sentence_end, line_end).trim_start_matches(behind).is_empty(),
            has_children: below.is_some(),
            // the signs of a Markdown heading below are no text
            has_text: !text(line_end, limit)
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'))
                .is_empty(),
        }
    }

    /// How many lines of one short sentence stand below, before byte `end`; none where another line does.
    fn sentences_below(&self, body: &str, end: u32) -> Option<usize> {
        /// How much is read, and how long a sentence may be, in bytes.
        const READ: usize = 400;
        const LONG: usize = 50 * '字'.len_utf8();
        let below = search::prefix(body.get(self.line_end as usize..end as usize)?, READ);
        let said = |line: &str| line.len() < LONG && line.find('。').is_some_and(|at| at + "。".len() == line.len());
        let lines = || below.lines().map(str::trim).filter(|line| !line.is_empty());
        lines().all(said).then(|| lines().count())
    }

    /// The first line, behind the mark.
    fn line<'t>(&self, body: &'t str, entry: &Entry) -> &'t str {
        body.get(entry.mark_end as usize..self.line_end as usize).unwrap_or_default()
    }

    /// Whether the line is one of its own that announces nothing.
    fn is_title(&self, body: &str, entry: &Entry) -> bool {
        let announces = |c| is_colon(c) || is_comma(c);
        self.alone && !self.has_sentence() && !self.line(body, entry).trim_end().ends_with(announces)
    }

    /// Whether the line may be the title of an article, with its text below: `第二条 适用范围⏎本办法适用于……`, not the first line
    /// of a broken sentence: `第二条 为了加强管理⏎根据……`.
    fn is_article_title(&self, body: &str, entry: &Entry) -> bool {
        const SENTENCES: [&str; 7] = ["应当", "必须", "不得", "应由", "适用于", "是指", "负责"];
        let line = search::prefix(self.line(body, entry), TITLED.end() * '字'.len_utf8() + 4).trim();
        let plain = |c: char| is_han(c) || matches!(c, '、' | '“' | '”' | '（' | '）');
        entry.style == Some(MarkStyle::Article)
            && self.is_title(body, entry)
            && (self.has_text || self.has_children)
            && TITLED.contains(&search::chars(line))
            && line.chars().all(plain)
            && !search::is_one_of(first(line), "为本凡在对第（")
            && !search::begins_with_any(line, &["根据", "按照", "依据"])
            && (line == "目的" || !search::is_one_of(last(line), "的和及与或由"))
            && !search::has_any(line, &SENTENCES)
    }

    /// Whether a sentence ends on the line.
    fn has_sentence(&self) -> bool {
        self.sentence_end < self.line_end
    }
}

/// Whether only a few words in brackets stand behind a question on its line: `？（重大意义）`.
fn is_gloss(text: &str) -> bool {
    let inner = after(text, first(text).len_utf8()).strip_prefix(['（', '(']);
    let near = inner.map(|inner| search::prefix(inner, BRACKETED.end() * '字'.len_utf8()));
    let Some((_, rest)) = near.and_then(|near| near.split_once(['）', ')'])) else { return false };
    search::skip(rest, is_blank).starts_with('\n')
}

/// Whether a line opens a list with what its members have in common, and is no title: 经营所得，是指：
/// 具有本市户籍且符合以下条件之一的人员：
fn announces_members(line: &str) -> bool {
    /// How much of the line's end is read, in characters.
    const END: usize = 12;
    let Some(said) = search::trim_end(line).strip_suffix(is_colon) else { return false };
    let end = search::suffix(said, END * '字'.len_utf8());
    said.ends_with("是指") || said.ends_with("，包括") || said.ends_with("除外") || end.contains("之一")
}

/// Whether a sentence amends a law, and is no title: 删去《……》第七条, 将……修改为：“……”
fn amends(sentence: &str) -> bool {
    let names_part = || matches!(last(sentence), '条' | '款' | '项') && sentence.contains('第');
    search::begins_with_any(search::trim_start(sentence), &["删去", "删除"]) && names_part()
        || sentence.ends_with("作相应调整")
        || search::has_any(sentence, &["修改为：", "修改为“", "改为：“", "增加一款", "增加一条"])
}

/// Whether a line announces the new words of a law, and is no title: 第十四条修改为： 增加一条，作为第九条：“……
fn puts_in(line: &str) -> bool {
    let line = search::trim_end(line);
    let quotes = search::find(line, "：“").map(|at| before(line, at));
    let Some(said) = quotes.or_else(|| line.strip_suffix(is_colon)) else { return false };
    let number = search::find(said, "作为第").map_or("", |at| after(said, at + "作为第".len()));
    let part = number.trim_start_matches(is_han_numeral).starts_with(['条', '款', '项']);
    part || said.strip_suffix("修改为").is_some_and(|part| part.contains('条'))
}

/// Whether a quotation that opens in a title closes only in what stands behind or below, so that it would be cut within it.
fn breaks_quotation(title: &str, below: &str) -> bool {
    /// How much of what stands there is read, in bytes.
    const BELOW: usize = 240;
    let open = title.rfind(['“', '”']).is_some_and(|at| title[at..].starts_with('“'));
    let closes = || {
        let near = search::prefix(below, BELOW);
        near.find(['“', '”']).is_some_and(|at| near[at..].starts_with('”'))
    };
    open && closes()
}

/// A line of its own: a title, unless it is a whole paragraph; `among_lines` where others of its run are such titles.
fn alone(entry: &Entry, opening: &Opening, line: &str, among_lines: bool) -> Option<usize> {
    let title = line.trim_end_matches(|c: char| is_blank(c) || is_colon(c) || c == '。');
    let opens = opening.has_children || opening.has_text;
    let sentence = opening.has_sentence() && !among_lines;
    let paragraph = opening.has_semicolon
        || opening.has_sentence() && amends(title)
        || puts_in(line) && !opening.has_children
        || announces_members(line)
        || search::chars(title) > if sentence { RUN_IN } else { LINE }
        || sentence && !opens
        || entry.kind == SectionKind::Point && !opens
        || entry.style == Some(MarkStyle::Article);
    (!paragraph).then_some(title.len())
}

/// Where a wide blank within the line sets the title off from its text.
fn gap(entry: &Entry, opening: &Opening, line: &str) -> Option<usize> {
    let end = (opening.gap? - entry.mark_end) as usize;
    let chars = search::chars(before(line, end).trim_start());
    let least = if opening.blank == opening.gap { 2 } else { 4 };
    let has_text = opening.has_sentence() || after(line, end).contains(['，', ',']);
    ((least..=GLUED).contains(&chars) && has_text).then_some(end)
}

/// Where the first blank stands between ideographs of a section's first sentence, behind what may be a title and before
/// what may be a text; none where lines were joined by blanks, so that more of them stand in the sentence.
fn blank(sentence: &str, has_children: bool) -> Option<usize> {
    /// How much of the text is read, in bytes.
    const TEXT: usize = 150;
    /// The shortest text behind a title of two clauses, in characters.
    const LEAST: usize = 8;
    let opens = |c: char| is_han(c) || matches!(c, '“' | '《');
    let sets_off = |text: &str| {
        let mut chars = each_char(text);
        let mut before = '\0';
        chars.find_map(|(at, c)| {
            let found =
                is_blank(c) && (is_han(before) || before == '”') && after(text, at + c.len_utf8()).starts_with(opens);
            before = c;
            found.then_some(at)
        })
    };
    let start = sentence.len() - search::skip(sentence, is_blank).len();
    let near = search::prefix(after(sentence, start), GLUED * '字'.len_utf8());
    // most have none
    let wide = || memchr::memchr_iter(0xe3, near.as_bytes()).any(|at| after(near, at).starts_with('\u{3000}'));
    if memchr::memchr(b' ', near.as_bytes()).is_none() && !wide() {
        return None;
    }
    let title = sets_off(near)?;
    let text = search::prefix(after(sentence, start + title).trim_start_matches(is_blank), TEXT);
    // a title of two clauses is whole: 改革不断深化,活力增强 企业改革基本完成
    let whole = || before(after(sentence, start), title).contains(is_comma) && search::chars(text) >= LEAST;
    let long = search::has(text, is_comma) || text.len() > title || has_children || whole();
    (title >= 2 * '字'.len_utf8() && long && sets_off(text).is_none()).then_some(start + title)
}

/// Where the caption in brackets ends that an article opens with: `第一条（目的和依据）为了……`, not 第十条（二）项 or
/// 第十条（2019年修订）.
fn caption(line: &str) -> Option<usize> {
    let text = search::skip(line, is_blank);
    let inner = text.strip_prefix(['（', '(', '【', '〔'])?;
    let noted = text.starts_with('【');
    let longest = if noted { NOTED } else { *BRACKETED.end() };
    let (words, _) = search::prefix(inner, longest * '字'.len_utf8() + 1).split_once(['）', ')', '】', '〕'])?;
    let sign = |c| matches!(c, '、' | '“' | '”') || noted && (is_comma(c) || matches!(c, '《' | '》'));
    let named = words.chars().all(|c| is_han(c) || sign(c));
    let fits =
        (*BRACKETED.start()..=longest).contains(&search::chars(words)) && named && !words.chars().all(is_han_numeral);
    fits.then(|| line.len() - inner.len() + words.len() + first(after(inner, words.len())).len_utf8())
}

/// Where a title with a count ends before its list: `……方面8项：……`.
fn counted(line: &str) -> Option<usize> {
    let words = search::prefix(line, (GLUED + 1) * '字'.len_utf8());
    // most have no digit
    if search::count(words, |byte| byte.is_ascii_digit()) == 0 {
        return None;
    }
    let at = words.find(['：', ':', '。'])?;
    let words = before(words, at);
    let counts = ["项", "条", "种"]
        .iter()
        .any(|unit| words.strip_suffix(unit).is_some_and(|w| w.ends_with(|c: char| c.is_ascii_digit())));
    (counts && search::chars(words) <= GLUED).then_some(at)
}

/// The label before the colon that the line begins with, and what it sets off: `资格审查：提交……`. What announces
/// (修改为：, 如下：) is none.
fn label(line: &str) -> Option<(&str, &str)> {
    // a line may be long, and is asked of by each of its siblings
    let near = search::prefix(line, (NAME.end() + 1) * '字'.len_utf8());
    let (name, said) = line.split_at(search::position(near, |c| matches!(c, '：' | ':' | '。' | '，' | ',' | '；'))?);
    // 四、10:40-11:00
    let time =
        last(name).is_ascii_digit() && after(said, first(said).len_utf8()).starts_with(|c: char| c.is_ascii_digit());
    let colon = is_colon(first(said)) && !time && !matches!(last(name), '为' | '是' | '下' | '有' | '括');
    (colon && NAME.contains(&search::chars(name)) && is_closed(name)).then_some((name, said))
}

/// Whether what opens in a label closes in it: “双百”行动：……, not 他说“一句话：……
fn is_closed(label: &str) -> bool {
    let open = |c| match c {
        '“' | '（' | '(' => 1,
        '”' | '）' | ')' => -1,
        _ => 0,
    };
    label.chars().map(open).sum::<i32>() == 0
}

/// Text follows on the line: a run-in title, or one whose end no break shows but a `cut`.
fn run_in(entry: &Entry, opening: &Opening, line: &str, cut: Option<Cut>) -> Option<usize> {
    if entry.style == Some(MarkStyle::Article) {
        // 第三条 载体建设。对……: only a caption is an article's title
        let end = (opening.sentence_end - entry.mark_end) as usize;
        let caption = opening.has_sentence() && !opening.alone && CAPTION.contains(&(opening.chars as usize));
        return (caption && !before(line, end).contains(['应', '须', '禁'])).then_some(end);
    }
    if let Some(gap) = gap(entry, opening, line) {
        return Some(gap);
    }
    let sentence = if opening.has_sentence() {
        (opening.sentence_end - entry.mark_end) as usize
    } else {
        search::trim_end(line).len()
    };
    let chars = opening.chars as usize;
    if let Some(cut) = cut {
        // a short sentence is likelier a title as a whole
        let need = if chars > *LABEL.end() { 0 } else { 12 };
        let labelled = label(line).is_some_and(|(name, _)| LABEL.contains(&search::chars(name)));
        if cut.score >= need && !labelled {
            return Some(cut.end as usize);
        }
    }
    (chars <= RUN_IN && opening.has_sentence() && (!opening.alone || opening.has_children)).then_some(sentence)
}
