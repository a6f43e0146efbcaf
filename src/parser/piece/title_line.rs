//! Whether a line of its own is the title of the next piece, told by what stands around it.

use super::byline::bracketed_author;
use super::head::Head;
use super::noun::NOUN;
use super::title::{Evidence, Title, opens_section, title};
use super::{Finder, annex, collection, letterhead, noun};
use crate::ElementKind;
use crate::parser::element::date::date;
use crate::parser::element::{self, matching::*};
use crate::parser::section::in_brackets;

/// A line that may be a title.
struct Line<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    words: &'t str,
    /// What stands below it.
    next: usize,
    /// Whether an empty line stands above it.
    below_blank: bool,
    /// Whether what stands above it ends as sentences do.
    sentence_ended: bool,
}

impl Finder<'_> {
    /// Whether the line at `at` is the title of a piece by what stands around it.
    pub(super) fn title_line(&self, at: usize, head: &Head, below_blank: bool) -> bool {
        let text = self.text;
        // most lines are paragraphs, and a subtitle is no title
        if is_longer(text, at, 240)
            || char_at(text, at).is_some_and(|c| matches!(c, '—' | '―'))
            || opens_section(text, at)
            || element::closing(text, at).is_some()
        {
            return false;
        }
        if is_issued(text, at) {
            return true;
        }
        let words = element::window(text, at, 240);
        // a long title does not run on over the day below it
        let words = words.split_once("\n—").map_or(words, |(words, _)| words);
        let end = trim_end(text, at, at + words.len());
        let wishes = || words!("最后 祝 预祝 衷心 让我们 愿").at(text, at).is_some();
        if words.trim_end().ends_with(any_of("。；：:，")) || words.contains('！') && wishes() {
            return false;
        }
        let count = width(words);
        if !(3..=60).contains(&count) {
            return false;
        }
        let cited = self.is_cited(at) && at + words.len() == line_end(text, at) && count <= 45;
        let same = || head.title.and_then(|(s, e)| text.get(s..e)).is_some_and(|t| t == words.trim_end());
        if cited || same() {
            return true;
        }
        // 附：任务分工表（略）
        if element::attachment_label(text, at).is_some_and(|label| eat(text, label, "：").is_some()) {
            return false;
        }
        let next = skip_space(text, end);
        if next >= text.len() || words.contains('。') {
            return false;
        }
        let above = text.get(..at).unwrap_or_default().trim_end().trim_end_matches('#').trim_end();
        // ---------- between two pieces
        let drawn = above.trim_end_matches(any_of("-=*─━═—_"));
        let below_rule = above.len() - drawn.len() > 4 && drawn.ends_with('\n');
        let (above, below_blank) = (if below_rule { drawn.trim_end() } else { above }, below_blank || below_rule);
        let sentence_ended = above.ends_with(any_of("。！\u{ff09})"));
        let line = Line { text, at, end, words, next, below_blank, sentence_ended };
        let apart = below_blank || sentence_ended;
        if apart && (self.is_annex_list(at, end, head) || letterhead::number_above(text, at).is_some()) {
            return true;
        }
        // 【存在问题】 is a section's
        if in_brackets(words.trim_end()).is_some_and(|words| words.len() == end - at) {
            return false;
        }
        // one speech after the other: each speaks to somebody right below its title
        let next_speech = || sentence_ended && head.has(ElementKind::Salutation) && element::spoken_to(text, next);
        if !(below_blank || self.compilation || next_speech()) {
            return false;
        }
        let Some(titled) = title(text, at) else { return false };
        let set_off = || {
            titled.evidence == Evidence::Form
                || noun::NUMBERED.ends(text, at, end)
                || collection::numbered_anew(text, head.end, at, end)
                || collection::signed_below(text, end)
        };
        below_rule && set_off()
            || self.belongs_to_collection(&line, head)
            || line.has_form_below(&titled)
            || self.is_introduced(&line)
    }

    /// Whether it is a title of what the compilation holds: of rules, or of a speech that counts anew or names its author.
    fn belongs_to_collection(&self, line: &Line<'_>, head: &Head) -> bool {
        let &Line { text, at, end, words, .. } = line;
        // 学生会规章制度1 holds several rules
        let rules = self.rules
            && self.series.is_none()
            && line.below_blank
            && width(words) <= 24
            && noun::RULES.ends(text, at, end);
        let apart = line.below_blank || line.sentence_ended;
        let named = || words.find(any_of("（(")).is_some_and(|n| bracketed_author(text, at + n) == Some(end));
        // T——第四中学 below T——实验小学
        let alike = || {
            let title = head.title.filter(|_| line.sentence_ended);
            title.is_some_and(|(start, title)| is_alike(text, (start, title), (at, end)))
        };
        // 2014年工作安排 counts anew below 2013年工作回顾
        let half = || {
            let year = words!("年").at(text, at + words.bytes().take_while(u8::is_ascii_digit).count());
            year.is_some_and(|year| {
                words!("工作安排 工作回顾 工作打算 工作思路 工作重点 主要工作 工作目标 重点工作 工作建议")
                    .at(text, year)
                    == Some(end)
            })
        };
        rules
            || self.compilation
                && (apart && !half() && collection::numbered_anew(text, head.end, at, end) || named() || alike())
    }

    /// Whether lines of an author or a day and those who are spoken to stand below it.
    fn is_introduced(&self, line: &Line<'_>) -> bool {
        let &Line { text, next, .. } = line;
        let (mut from, mut day) = (next, None);
        for _ in 0..3 {
            // the line above the day signs what stands above, and below the day the law's own title may stand
            let dated = || day.is_none() && eat(text, from, "（").is_some() && element::head_date(text, from).is_some();
            let subtitle = self.compilation && rest(text, from).starts_with("——");
            if subtitle || element::spoken_to(text, from) || dated() {
                return true;
            }
            let here = date(text, from).map(|d| d.end).filter(|&d| trim_end(text, from, line_end(text, from)) == d);
            day = day.or(here);
            let told = bracketed_author(text, from).or(here);
            let author = || element::author(text, from).filter(|_| !opens_section(text, from));
            let Some(end) = told.or_else(author) else { return false };
            if self.compilation && from == next && collection::signed_below(text, line.at + line.words.len()) {
                return true;
            }
            from = skip_space(text, end);
        }
        false
    }
}

impl Line<'_> {
    /// Whether a part of the document form stands below it, or it stands far from what is above.
    fn has_form_below(&self, titled: &Title) -> bool {
        let &Self { text, at, end, next, .. } = self;
        let below = skip_space(text, titled.end);
        // ××条例（1998年3月2日公布
        let dated = titled.evidence == Evidence::Form && titled.end < end && eat(text, below, "（").is_some();
        // ××会⏎公告⏎（第12号）
        let numbered = eat(text, below, "（第").is_some() && element::order_line(text, below).is_some();
        let named = NOUN.ends(text, at, end);
        // 关于……的答复 with whom it answers right below
        let answers = named && text.get(at..end).is_some_and(|t| t.contains("关于"));
        // 关于……的说明⏎——2023年4月25日在……会议上
        let dashed = named && self.below_blank && rest(text, next).starts_with(['—', '―']);
        numbered
            || dated && element::head_date(text, below).is_some()
            || answers && element::addressee(text, next, true).is_some()
            || dashed && element::head_date(text, next).is_some()
            || annex::stands_apart(text, at, end)
    }
}

/// Whether the number of a document and those whom it is sent to stand below the line at `at`, or it is the name of an
/// order, with its number and what it issues.
fn is_issued(text: &str, at: usize) -> bool {
    let end = trim_end(text, at, line_end(text, at));
    let next = skip_space(text, end);
    let number = trim_end(text, next, line_end(text, next));
    let below = skip_space(text, number);
    let sent = || {
        text.get(at..end).is_some_and(|t| t.contains("关于"))
            && letterhead::number_line(text, next, number) == Some((next, number))
            && element::addressee(text, below, false).is_some_and(|(end, _)| eat(text, end, "：").is_some())
    };
    let orders = || {
        eat_back(text, at, end, "令").is_some_and(|organ| element::is_organ(text, at, organ))
            && element::order_line(text, next) == Some(number)
            && eat(text, below, "《").is_some()
    };
    NOUN.ends(text, at, end) && (sent() || orders()) || is_announced(text, at)
}

/// Whether a document begins at `at` that a report above it gives in full: `……文件详情如下：` above its title and those
/// whom it is sent to.
fn is_announced(text: &str, at: usize) -> bool {
    let above = text.get(..at).unwrap_or_default().trim_end_matches(|c: char| c == '\n' || is_blank(c));
    let Some(above) = above.strip_suffix(any_of("：:")).and_then(|above| above.strip_suffix("如下")) else {
        return false;
    };
    let whole =
        ["全文", "原文", "详情", "内容", "文件", "通知", "公告", "通告"].iter().any(|word| above.ends_with(word));
    let titled = title(text, at).filter(|titled| whole && titled.evidence > Evidence::Line);
    titled.is_some_and(|titled| {
        let next = skip_space(text, titled.end);
        let sent = element::addressee(text, next, false).and_then(|(end, _)| eat(text, end, "："));
        next > line_end(text, titled.end) && sent.is_some()
    })
}

/// Whether both of two titles tell behind a dash whose they are, or what: `T——第四中学`, `T——第四中学经验材料`.
fn is_alike(text: &str, one: (usize, usize), other: (usize, usize)) -> bool {
    let behind = |(at, end): (usize, usize)| Some((at + text.get(at..end)?.find("——")? + "——".len(), end));
    let (Some(one), Some(other)) = (behind(one), behind(other)) else { return false };
    let unit = |(at, end)| element::names_speaker(text, at, end);
    let noun = |(at, end)| NOUN.ends(text, at, end);
    let last = |end: usize| text.get(end.saturating_sub(2 * "字".len())..end);
    unit(one) && unit(other) || noun(one) && noun(other) && last(one.1) == last(other.1)
}

/// Whether no line break stands within `bytes` from `at` on.
fn is_longer(text: &str, at: usize, bytes: usize) -> bool {
    let stretch = text.as_bytes().get(at..at + bytes);
    stretch.is_some_and(|stretch| memchr::memchr(b'\n', stretch).is_none())
}

/// Where a line ends that stands between the title and those who are spoken to, whatever it is.
pub(super) fn line_above_salutation(text: &str, at: usize) -> Option<usize> {
    /// The most characters of such a line, and the most lines that stand between it and the salutation.
    const LINE: usize = 40;
    const LINES: usize = 2;
    let end = trim_end(text, at, line_end(text, at));
    let plain = |at: usize, end: usize| {
        let words = text.get(at..end).unwrap_or_default();
        (2..=LINE).contains(&width(words)) && !words.contains(any_of("。；")) && !opens_section(text, at)
    };
    let mut from = end;
    for _ in 0..=LINES {
        let below = skip_space(text, from);
        if element::spoken_to(text, below) {
            return plain(at, end).then_some(end);
        }
        from = trim_end(text, below, line_end(text, below));
        if !plain(below, from) {
            return None;
        }
    }
    None
}
