//! Titles that stand over several pieces, each with the name of its author below its own title.

use super::byline::{LEVEL, bracketed_author, organ_begins};
use super::head::{Head, marked_title, skip_markdown};
use super::letterhead::number_above;
use super::noun::NOUN;
use super::place::is_major;
use super::subtitle::{edition, glued_subtitle};
use super::title::{Evidence, PROSE, opens_section, title};
use super::{Finder, MOST_TITLES, bulletin, first_bit, mark, noun, numbered};
use crate::ElementKind;
use crate::lexer::chars::{is_comma, is_word};
use crate::lexer::search::is_one_of;
use crate::parser::element;
use crate::parser::element::date::date;
use crate::parser::element::matching::*;

/// What such a title ends in.
static SHARED: &Words = words!(
    "发言材料 交流材料 典型材料 经验材料 汇报材料 讲话材料 交流发言 书面发言 典型发言 表态发言 大会发言 研讨发言 发言稿 \
     心得体会 典型经验 经验做法 摘编 摘要 实录 锦集 大全 汇总 合编"
);

impl<'t> Finder<'t> {
    /// A compilation's own title at `at`: `……材料汇编（5篇）` with a title or piece mark after it.
    pub(super) fn collection_title(&self, at: usize) -> Option<(usize, usize)> {
        let text = self.text;
        let line = element::window(text, at, 300);
        let counted = line.char_indices().find_map(|(i, c)| match fold(c) {
            '（' | '【' | '[' => {
                let inner = at + i + c.len_utf8();
                let mut within = element::window(text, inner, 40).char_indices();
                let close = within.find(|&(_, c)| matches!(fold(c), '）' | '】' | ']'))?;
                let end = inner + close.0;
                let count = eat_back(text, inner, end, "篇").or_else(|| eat_back(text, inner, end, "则"))?;
                let number = text.get(inner..count)?.trim_end_matches(is_blank);
                (number.ends_with(|c: char| c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十几多lO"))
                    && !number.starts_with('第'))
                .then_some(end + close.1.len_utf8())
            }
            _ => None,
        });
        // 通用3篇 without brackets
        let bare = || {
            let (n, word) =
                ["通用", "精选", "推荐", "共"].iter().find_map(|word| line.find(word).map(|n| (n, word)))?;
            let count = line.get(n + word.len()..)?.trim_start_matches(|c: char| c.is_ascii_digit());
            let end = eat(text, at + line.len() - count.len(), "篇")?;
            let digits = at + line.len() - count.len() > at + n + word.len();
            (digits && char_at(text, end).is_none_or(|c| is_blank(c) || matches!(fold(c), '\n' | '（' | '【')))
                .then_some(end)
        };
        // 心得体会三篇, 心得体会3篇范文
        let last = || {
            let whole = trim_end(text, at, at + line.len());
            let count = eat_back(text, at, eat_back(text, at, whole, "范文").unwrap_or(whole), "篇")?;
            let digits = |c: char| c.is_ascii_digit() || is_one_of(c, "两二三四五六七八九十");
            let named = text.get(at..count)?.trim_end_matches(digits);
            let noun = NOUN.ends(named, 0, named.len())
                || words!("体会 心得 感悟 范文 汇编 选编 集锦 合集 精选").ends(named, 0, named.len());
            (at + named.len() < count && noun).then_some(whole)
        };
        let counted = counted.or_else(bare).or_else(last);
        let whole = trim_end(text, at, at + line.len());
        let named = |from: usize, whole: usize| {
            // ……制度汇编（节选）
            let bracket = eat_back(text, from, whole, "）").and_then(|_| text.get(from..whole)?.rfind(any_of("（(")));
            let whole = bracket.map_or(whole, |open| trim_end(text, from, from + open));
            let line = text.get(from..whole).unwrap_or_default();
            let named = words!("汇编 选编 合集 集锦 选集 范文大全 文集 选登 摘登 选刊 专辑 文稿选 文选 讲话选")
                .ends(text, from, whole)
                || eat_back(text, from, whole, "则").and_then(|end| line.get(..end - from)).is_some_and(|counted| {
                    counted.ends_with(|c: char| c.is_ascii_digit() || is_one_of(c, "两二三四五六七八九十"))
                });
            named && (4..=50).contains(&width(line)) && !line.contains(any_of("。：:"))
        };
        // whose it is may stand on a line of its own: ××会议⏎重点提案选登
        let below = skip_space(text, line_end(text, at));
        let below_end = trim_end(text, below, line_end(text, below));
        let plain = width(line) <= 40 && !line.contains(any_of("。：:，")) && !opens_section(text, below);
        let listed = |at: usize| {
            self.listed.len() > 1
                && (mark::listed_mark(text, at, &self.listed).is_some()
                    || marked_title(text, at, &self.listed).is_some())
        };
        let end = counted.or_else(|| named(at, whole).then_some(whole));
        let end = end.or_else(|| (plain && named(below, below_end)).then_some(below_end));
        // glued to the first title
        let shared = || {
            let two_lines = || plain && shared_title(text, below);
            if shared_title(text, at) { Some(whole) } else { two_lines().then_some(below_end) }
        };
        let end = end.or_else(shared).or_else(|| {
            let head = element::window(text, at, 150);
            let (n, word) = ["材料汇编", "材料选编", "发言汇编", "发言选编", "讲话汇编", "讲话选编"]
                .iter()
                .filter_map(|word| head.find(word).map(|n| (n, word)))
                .min()?;
            let end = past_count(text, at + n + word.len());
            let next = char_at(text, end).map(fold)?;
            let plain = || !head.get(..n).is_some_and(|t| t.contains(any_of("，。“《：,")));
            let marked = matches!(next, '【' | '第' | '篇') && mark::piece_mark(text, end).is_some();
            (marked || plain() && !is_one_of(next, "，。、的”》；：")).then_some(end)
        });
        // right above the mark of the first
        let marked = || {
            let first = mark::piece_mark(text, skip_space(text, whole));
            (first.is_some() && (4..=50).contains(&width(line)) && mark::piece_mark(text, at).is_none())
                .then_some(whole)
        };
        // right above the first piece, which repeats it with its mark
        let repeated = || (first_of_series(text, below, line.trim_end())? == below && below > whole).then_some(whole);
        // right above the first title that a table of contents lists, or glued to it
        let above_listed = || {
            let key = bounded(self.listed.first().filter(|title| width(title) >= 6)?, 0, 6 * "字".len());
            let title = element::window(text, at, 300);
            let title = &title[..title.find(key).unwrap_or(title.len())];
            let title = title.trim_end_matches(|c: char| is_one_of(c, "一1、.．（）") || is_blank(c));
            let end = trim_end(text, at, at + title.len());
            let next = skip_space(text, end);
            let plain = (4..=50).contains(&width(title)) && !title.contains(any_of("。：:"));
            // with numbers they may be the sections of one document
            let titled = || self.listed.iter().any(|t| t.contains("——") || noun::NUMBERED.ends(t, 0, t.len()));
            let several = || !opens_section(text, next) || titled();
            (plain && (SHARED.ends(text, at, end) && several() || named(at, end)) && listed(next)).then_some(end)
        };
        let end = end.or_else(repeated).or_else(above_listed).or_else(|| glued_shared(text, at));
        let end = end.or_else(|| glued_to_first(text, at)).or_else(marked)?;
        if text.get(at..end)?.contains('。') {
            return None;
        }
        let end = edition(text, end).unwrap_or(end);
        let next = skip_markdown(text, skip_space(text, end));
        let next = element::head_date(text, next).map_or(next, |day| skip_space(text, day));
        let opens = mark::piece_mark(text, next).is_some()
            || self.listed.iter().any(|title| eat(text, next, title).is_some())
            || mark::spoken_mark(text, next).is_some()
            || mark::numbered_mark(text, next).is_some()
            || mark::listed_mark(text, next, &self.listed).is_some()
            || element::spoken_to(text, next)
            || mark::first_label(text, next).is_some()
            || eat(text, next, "目录").is_some()
            || title(text, next).is_some()
            || glued_subtitle(text, next).is_some()
            || number_above(text, next).is_some()
            || text.get(at..end).is_some_and(|title| first_of_series(text, next, title).is_some())
            || glued_shared(text, at) == Some(end)
            || glued_to_first(text, at) == Some(end)
            || text.get(at..end).is_some_and(|title| !numbered::titles(text, next, title).is_empty());
        opens.then_some((at, end))
    }

    /// Whether people are spoken to in a paragraph of their own, `尊敬的……：`, far below a head without a salutation.
    pub(super) fn begins_speech(&self, at: usize, on_line: bool, head: &Head) -> bool {
        /// The fewest bytes of the piece before.
        const BEFORE: usize = 600;
        let text = self.text;
        let above = text.get(..at).unwrap_or_default();
        (on_line || above.ends_with("\u{3000}\u{3000}"))
            && at > head.end + BEFORE
            && !head.has(ElementKind::Salutation)
            && eat(text, at, "尊敬的").is_some()
            && element::spoken_to(text, at)
            && !above.trim_end().ends_with(any_of("：:"))
    }

    /// Past a table of contents that no line breaks set off: its first title comes again where the
    /// first piece begins.
    pub(super) fn contents(&mut self, at: usize) -> usize {
        let text: &'t str = self.text;
        let Some(list) = eat(text, at, "目录") else { return at };
        let list = skip_space(text, list);
        let window = bounded(text, list, 6000);
        let key: String = window.chars().take(6).collect();
        let Some(start) = window.get(key.len()..).and_then(|rest| rest.find(&key)).map(|n| n + key.len()) else {
            return at;
        };
        let entries = window.get(..start).unwrap_or_default();
        self.listed.extend(
            entries
                .split(any_of("（(\n"))
                .filter_map(|entry| {
                    let title = entry
                        .rsplit(any_of("）)"))
                        .next()?
                        .trim_matches(|c: char| is_blank(c) || c.is_ascii_digit() || c == '.');
                    (width(title) >= 5).then_some(title)
                })
                .take(MOST_TITLES),
        );
        self.known |= self.listed.iter().map(|title| first_bit(title)).fold(0, |all, bit| all | bit);
        list + start
    }
}

/// What stands below a compilation's title at `at`: its day in brackets, or on a cover who made it up and when.
pub(super) fn cover(text: &str, at: usize) -> Vec<(ElementKind, usize, usize)> {
    if let Some(end) = element::head_date(text, at) {
        return vec![(ElementKind::Date, at, end)];
    }
    match made_up(text, at) {
        Some((name, from, day)) => vec![(ElementKind::Author, at, name), (ElementKind::Date, from, day)],
        None => Vec::new(),
    }
}

/// An organ's name on a line of a cover, with the day on the next: where the name ends, and the day begins and ends:
/// `××县民政局编⏎二〇二三年七月`.
pub(super) fn made_up(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let name = trim_end(text, at, line_end(text, at));
    let from = skip_space(text, name);
    let day = date(text, from).filter(|day| day.end == trim_end(text, from, line_end(text, from)))?;
    let organ = bulletin::made_up_by(text, at, name);
    let named = width(text.get(at..name)?) <= 30 && element::is_organ(text, at, organ);
    (named && from > line_end(text, name)).then_some((name, from, day.end))
}

/// Whether the line at `at` is the title over several pieces: a title with its author stands below
/// it, and another such pair further down.
pub(super) fn shared_title(text: &str, at: usize) -> bool {
    let end = line_end(text, at);
    if !SHARED.ends(text, at, end) || width(element::window(text, at, 240)) > 40 {
        return false;
    }
    let mut from = skip_space(text, end);
    from = element::head_date(text, from).map_or(from, |day| skip_space(text, day));
    let signed = |at: usize| is_signed_title(text, mark::number_or_sign(text, at).unwrap_or(at));
    if !signed(from) {
        return false;
    }
    while let Some(next) = memchr::memchr(b'\n', rest(text, from).as_bytes()) {
        from = skip_space(text, from + next);
        // names at the very end sign the last of them
        if text.len() - from > 150 && element::closing(text, from).is_none() && signed(from) {
            return true;
        }
    }
    false
}

/// Where, below a compilation's title and a site's words, the first piece begins: the title comes again with a
/// piece mark, `T（通用3篇）` above `T 第1篇`.
pub(super) fn first_of_series(text: &str, at: usize, collection: &str) -> Option<usize> {
    /// How far a site's words run, in bytes.
    const WORDS: usize = 2000;
    let stem = stem(collection);
    if stem.is_empty() {
        return None;
    }
    let below = bounded(text, at, WORDS);
    let lines = below.match_indices('\n').map(|(n, _)| skip_space(text, at + n)).take(40);
    let glued = below.match_indices(stem).map(|(n, _)| at + n);
    std::iter::once(at).chain(lines).chain(glued).find(|&line| {
        let from = mark::number_or_sign(text, line).unwrap_or(line);
        let mark = eat(text, from, stem).filter(|_| width(stem) >= 4);
        let first = mark.and_then(|mark| text.get(mark..mark::closed_mark(text, mark)?));
        first.is_some_and(|mark| mark.contains(any_of("1一l")) && width(mark) <= 3)
            || mark.is_some_and(|mark| line == from && is_numbered_first(text, mark, collection, stem))
    })
}

/// Whether a number alone behind the title that a collection counts is that of its first piece, with the second below:
/// `T1` and `T2` below `T5篇`.
fn is_numbered_first(text: &str, mark: usize, collection: &str, stem: &str) -> bool {
    let alone = |number: &str| eat(text, mark, number).is_some_and(|end| skip_blanks(text, end) == line_end(text, end));
    let counts = stem.len() < collection.len() && collection.contains('篇');
    let second = [("1", '2'), ("一", '二')].iter().find(|(first, _)| counts && alone(first));
    let again = |second: char| {
        let title = format!("\n{stem}{second}\n");
        memchr::memmem::find(rest(text, mark).as_bytes(), title.as_bytes()).is_some()
    };
    second.is_some_and(|&(_, second)| again(second))
}

/// What the pieces repeat of a collection's title, and where the mark of the first at `at` ends, with a number before it:
/// `1.T 篇一`.
pub(super) fn numbered_series<'c>(text: &str, at: usize, collection: &'c str) -> Option<(&'c str, usize)> {
    let stem = stem(collection);
    Some((stem, mark::numbered_series(text, at, stem).filter(|_| width(stem) >= 4)?))
}

/// What the titles of the pieces repeat of a collection's: T of `T（精选7篇）`, `T范文三篇`.
fn stem(collection: &str) -> &str {
    let bare = collection.split(any_of("（(")).next().unwrap_or_default().trim_end();
    let digits = |c: char| c.is_ascii_digit() || is_one_of(c, "一二两三四五六七八九十多");
    let stem = bare.strip_suffix('篇').map_or(bare, |counted| counted.trim_end_matches(digits));
    let made_up: &[&str] = &["汇编", "选编", "集锦", "合集"];
    let chosen: &[&str] = if stem.len() < bare.len() { &["范文", "精选", "通用", "优秀"] } else { &[] };
    made_up.iter().chain(chosen).find_map(|word| stem.strip_suffix(word)).unwrap_or(stem)
}

/// Where a title over several pieces ends at `at` that is glued to the first of their titles, which
/// is glued to its author.
pub(super) fn glued_shared(text: &str, at: usize) -> Option<usize> {
    let head = element::window(text, at, 120);
    let end = at + head.find("材料")? + "材料".len();
    SHARED.ends(text, at, end).then_some(())?;
    let plain = |t: &str| !t.contains(any_of("，。“《：,:、"));
    head.get(..end - at).filter(|t| plain(t))?;
    let whole = past_count(text, end);
    let spoken = || title(text, whole).is_some_and(|first| first.evidence == Evidence::Form);
    (first_end(text, whole).is_some() || whole > end && spoken()).then_some(whole)
}

/// Past the number of pieces glued to what a collection's title ends in: `发言材料汇编|10篇`, `案例选编|（8例）`.
fn past_count(text: &str, end: usize) -> usize {
    let open = eat(text, end, "（");
    let from = open.unwrap_or(end);
    let near = bounded(text, from, 12);
    let number = near.trim_start_matches(|c: char| c.is_ascii_digit() || is_one_of(c, "两二三四五六七八九十"));
    let number = near.len() - number.len();
    let whole = words!("篇 则 例").at(text, from + number).filter(|_| number > 0);
    whole.and_then(|whole| if open.is_some() { eat(text, whole, "）") } else { Some(whole) }).unwrap_or(end)
}

/// Whether the title that stands at `first` is what a collection with this title is of, and comes again:
/// `述职述廉报告汇编|述职述廉报告……`.
fn is_repeated(text: &str, collection: &str, first: usize) -> bool {
    let matter = stem(collection);
    let stands = |n: usize| text.get(..n).is_some_and(|above| above.ends_with(element::is_stop));
    let again = |name: &str| {
        let from = eat(text, first, name).filter(|_| width(name) >= 4 && NOUN.ends(name, 0, name.len()));
        from.is_some_and(|from| memchr::memmem::find_iter(rest(text, from).as_bytes(), name).any(|n| stands(from + n)))
    };
    matter.char_indices().any(|(n, _)| matter.get(n..).is_some_and(again))
}

/// Where a title over several pieces ends at `at` that is glued to the mark of the first, or to the title that they repeat:
/// `心得体会汇编|第一篇：……`, `心得体会3篇|心得体会篇1……`.
fn glued_to_first(text: &str, at: usize) -> Option<usize> {
    static MADE_UP: &Words = words!("汇编 选编 合集 集锦 选集");
    static COUNTED: &Words = words!("范文 精选 通用 集合 大全");
    let head = element::window(text, at, 150);
    let head = head.split(any_of("。；：:")).next().filter(|head| !head.starts_with("关于")).unwrap_or_default();
    let first = |end: usize| {
        let next = skip_blanks(text, end);
        let is_one = |mark: usize| text.get(next..mark).is_some_and(|mark| mark.contains(any_of("一1")));
        let series = || title(text, next).and_then(|first| text.get(next..first.end));
        mark::piece_mark(text, next).is_some_and(is_one)
            || mark::glued_series(text, next).is_some()
            || series().is_some_and(|title| title.ends_with("篇1") || title.ends_with("篇一"))
    };
    let counted = |end: usize| COUNTED.ends(text, at, end) || NOUN.ends(text, at, end);
    let mut ends = head.char_indices().map(|(n, _)| at + n).skip(4);
    ends.find_map(|end| {
        let whole = past_count(text, end);
        let named = || MADE_UP.ends(text, at, end) || whole > end && counted(end);
        (named() && (first(whole) || text.get(at..whole).is_some_and(|title| is_repeated(text, title, whole))))
            .then_some(whole)
    })
}

/// Where the first title at `at` ends, before its author or the organ that speaks, or behind its dash.
pub(super) fn first_end(text: &str, at: usize) -> Option<usize> {
    let before_organ = || {
        let speech = before_speech(text, at)?;
        organ_begins(text, at, speech)
    };
    signed_end(text, at).or_else(before_organ).or_else(|| glued_subtitle(text, at))
}

/// Whether a title stands on the line at `at`, with the name of its author on the next.
pub(super) fn is_signed_title(text: &str, at: usize) -> bool {
    let line = line_end(text, at);
    let short = (4..=40).contains(&width(text.get(at..line).unwrap_or_default()));
    short && title(text, at).is_some_and(|t| t.end <= line) && signed_below(text, line)
}

/// Whether an organ, a place, or a person with their post is named on the line after the one that
/// ends at `end`.
pub(super) fn signed_below(text: &str, end: usize) -> bool {
    static PLACE: &Words = words!("镇 乡 村 社区 县 区 市 州");
    let from = skip_space(text, end);
    if bracketed_author(text, from).is_some() {
        return true;
    }
    let Some(end) = element::author(text, from).filter(|_| !opens_section(text, from)) else { return false };
    let name = text.get(from..end).unwrap_or_default();
    let width = width(name);
    width <= 24
        && (element::is_organ(text, from, end)
            || element::post_and_name(name)
            || width <= 12 && PLACE.ends(text, from, end))
        && !words!("做法 办法").ends(text, from, end)
}

/// The longest title that is glued to a speech, in bytes.
pub(super) const WINDOW: usize = 150;

/// What the first sentence of a speech begins with.
static BEGINS: &Words = words!(
    "近年来 近期 近几年 今年以来 去年以来 今年 去年 一年来 两年来 三年来 五年来 多年来 几年来 当前 目前 \
     按照会议 根据会议 按会议 按照大会 按照安排 \
     我是 我叫 我们 我在 我从 我来自 各位 尊敬的 大家好 同志们 \
     党的 习近平 通过学习 听了 作为 刚才 为深入 围绕"
);

/// Whether the first words of a speech stand at `at`, or the year that it opens with: `2021年`, `20××年`, not 20名.
pub(super) fn begins(text: &str, at: usize) -> bool {
    let year = || {
        let digits = bounded(text, eat(text, at, "20")?, 2 * "×".len());
        let year = digits.trim_start_matches(|c: char| c.is_ascii_digit() || element::masks_name(c));
        (digits.len() - year.len() >= 2).then(|| eat(text, at + "20".len() + digits.len() - year.len(), "年"))?
    };
    BEGINS.at(text, at).is_some() || year().is_some()
}

/// Where a title at `at` ends that is glued to the first words of its speech.
pub(super) fn before_speech(text: &str, at: usize) -> Option<usize> {
    if element::salutation(text, at).is_some() || opens_section(text, at) || PROSE.at(text, at).is_some() {
        return None;
    }
    let mut count = 0;
    for (i, c) in element::window(text, at, 120).char_indices() {
        let here = at + i;
        if count >= 5 && begins(text, here) {
            // 我叫李强，是××村党支部书记，下面…… has begun already
            let title = text.get(at..here)?;
            let begun = begins(text, at) && title.contains(is_comma);
            // ……还有差距，|我们将……; ……高高兴兴回家，是|我们的……; 经组织选派，本人|2021年……
            let goes_on = title.ends_with(is_comma)
                || title.ends_with('、')
                || title
                    .ends_with(['是', '为', '把', '让', '使', '对', '向', '在', '的', '我', '于', '自', '从', '至'])
                || title.ends_with("本人");
            return Some(here).filter(|_| !begun && !goes_on);
        }
        if count > 30 || matches!(fold(c), '。' | '；' | '：' | '！' | '？' | '（' | '【') {
            return None;
        }
        count += usize::from(!is_blank(c));
    }
    None
}

/// Where a title at `at` ends that is glued to a speech whose numbering begins anew. The last piece
/// began at `from`.
pub(super) fn restart_end(text: &str, from: usize, at: usize) -> Option<usize> {
    before_speech(text, at).filter(|&end| numbered_anew(text, from, at, end))
}

/// Where a title ends that is glued to its author, an organ and a masked name: `……写在大地上|县农业局李×`.
pub(super) fn signed_end(text: &str, at: usize) -> Option<usize> {
    static POST: &Words = words!("书记 主任 局长 镇长 乡长 县长 区长 院长 校长 经理 董事长 站长 部长 会长");
    let mut chars = 0;
    let mut organ = None;
    for (i, c) in element::window(text, at, WINDOW).char_indices() {
        let here = at + i;
        if chars >= 4 && organ.is_none() && LEVEL.at(text, here).is_some() {
            organ = Some(here);
        }
        if matches!(c, '×' | '某') && organ.is_some_and(|organ| here > organ + 12) {
            // the surname stands before the mask, the organ before it
            let name = text.get(at..here).and_then(|t| t.char_indices().next_back()).map_or(here, |(n, _)| at + n);
            return organ.filter(|&organ| element::is_organ(text, organ, name) || POST.ends(text, organ, name));
        }
        if chars > 40 || !(is_word(c) || matches!(c, '“' | '”' | '×') || is_blank(c)) {
            return None;
        }
        chars += usize::from(!is_blank(c));
    }
    None
}

/// How far numbering is looked for, in bytes.
pub(super) const REACH: usize = 9000;

/// Whether numbering that came to 二、 since `from`, before `at`, begins anew after `end`.
pub(super) fn numbered_anew(text: &str, from: usize, at: usize, end: usize) -> bool {
    let counted = text.get(from.max(at.saturating_sub(REACH))..at).or_else(|| text.get(from..at)).unwrap_or_default();
    let major = |stretch: &str| -> Option<char> {
        stretch.match_indices('、').find_map(|(i, _)| {
            let mut before = stretch.get(..i)?.chars().rev();
            let numeral = before.next().filter(|&c| is_major(c))?;
            before.next().is_none_or(|c| element::is_stop(c) || c.is_ascii_punctuation()).then_some(numeral)
        })
    };
    counted.contains("二、") && major(bounded(text, end, REACH)) == Some('一')
}
