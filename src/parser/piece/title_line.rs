//! Whether a line of its own is the title of the next piece, told by what stands around it.

use super::head::Head;
use super::noun::NOUN;
use super::title::{opens_section, title};
use super::{Finder, annex, collection, head, noun};
use crate::parser::element::{self, matching::*};

impl Finder<'_> {
    /// Whether the line at `at` is the title of a piece by what stands around it.
    pub(super) fn title_line(&self, at: usize, head: &Head, below_blank: bool) -> bool {
        let text = self.text;
        // most lines are paragraphs, and a subtitle is no title
        if is_longer(text, at, 240)
            || char_at(text, at) == Some('—')
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
        let same = || head.title.and_then(|(s, e)| text.get(s..e)).is_some_and(|t| t == words.trim_end());
        if self.is_cited(at) || same() {
            return true;
        }
        // 附：任务分工表（略）
        if element::attachment_label(text, at).is_some_and(|label| eat(text, label, "：").is_some()) {
            return false;
        }
        let next = skip_space(text, end);
        if self.is_annex_list(at, end, head) || head::number_above(text, at).is_some() {
            return true;
        }
        // one speech after the other: each speaks to somebody right below its title
        if !(below_blank || self.compilation || element::spoken_to(text, next)) {
            return false;
        }
        let Some(title) = title(text, at) else { return false };
        let below = skip_space(text, title.end);
        // 关于……的答复 with whom it answers right below
        let answers = NOUN.ends(text, at, end) && words.contains("关于");
        self.rules && below_blank && noun::RULES.ends(text, at, end)
            || self.compilation && counts_anew(text, at, end, head)
            || answers && element::addressee(text, below, true).is_some()
            || annex::stands_apart(text, at, end)
            || self.compilation && (rest(text, next).starts_with("——") || collection::signed_below(text, end))
            || is_introduced(text, below)
    }
}

/// Whether it is the title of a speech in a compilation that counts anew.
fn counts_anew(text: &str, at: usize, end: usize, head: &Head) -> bool {
    // 2014年工作安排 counts anew below 2013年工作回顾
    let half = || {
        let digits = bounded(text, at, 12).bytes().take_while(u8::is_ascii_digit).count();
        words!("年").at(text, at + digits).is_some_and(|year| {
            words!("工作安排 工作回顾 工作打算 工作思路 工作重点 主要工作 工作目标 重点工作 工作建议").at(text, year)
                == Some(end)
        })
    };
    let above = text.get(..at).unwrap_or_default().trim_end();
    above.ends_with(any_of("。！\u{ff09})")) && !half() && collection::numbered_anew(text, head.end, at, end)
}

/// Whether lines of an author or a day and those who are spoken to stand at `from`, below a title.
fn is_introduced(text: &str, mut from: usize) -> bool {
    for _ in 0..3 {
        if element::spoken_to(text, from) || element::head_date(text, from).is_some() {
            return true;
        }
        let told = head::bracketed_author(text, from);
        let author = || element::author(text, from).filter(|_| !opens_section(text, from));
        let Some(end) = told.or_else(author) else { return false };
        from = skip_space(text, end);
    }
    false
}

/// Whether the number of a document and those whom it is sent to stand below the line at `at`, or it is the name of an
/// order, with its number.
fn is_issued(text: &str, at: usize) -> bool {
    let end = trim_end(text, at, line_end(text, at));
    let next = skip_space(text, end);
    let number = trim_end(text, next, line_end(text, next));
    let below = skip_space(text, number);
    let sent = || {
        text.get(at..end).is_some_and(|t| t.contains("关于"))
            && head::number_line(text, next, number) == Some((next, number))
            && element::addressee(text, below, false).is_some()
    };
    let orders = || eat_back(text, at, end, "令").is_some() && element::order_line(text, next) == Some(number);
    sent() || orders()
}

/// Whether no line break stands within `bytes` from `at` on.
fn is_longer(text: &str, at: usize, bytes: usize) -> bool {
    let stretch = text.as_bytes().get(at..at + bytes);
    stretch.is_some_and(|stretch| memchr::memchr(b'\n', stretch).is_none())
}
