//! Line breaks around words within a sentence: where a page had them linked, bold or in another type, and its text was taken
//! out piece by piece.
//!
//! Some show themselves anywhere: `（⏎三）……`, `……今年的⏎主要预期目标⏎是：……`, `……带技术⏎揭榜⏎；……`. Where a text has many of those,
//! the rest is joined, too: `补助⏎1000⏎元⏎/⏎人`, `“⏎脱贫⏎”⏎标准`, `2.⏎管护`.

use super::Cut;
use super::hard_wrap::join;
use super::line::{End, Line, is_ideograph};
use crate::lexer::chars::is_word;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{after, any_of, chars, first, has, is_one_of, last, skip};

/// What no line begins with that is a paragraph or a title.
const CONTINUES: &str = "，。；、：！？）”》〕";
/// What begins with the words behind it.
const OPENS: &str = "（(“《〔";

/// Adds the breaks, and blank lines with them.
pub(super) fn find(source: &str, lines: &[Line], cuts: &mut Vec<Cut>) {
    let text = |line: &Line| line.text(source);
    let split = is_split(source, lines);
    let mut kept = lines.iter().enumerate().filter(|(_, l)| l.is_kept()).map(|(i, _)| i).peekable();
    let mut next = kept.next();
    // of the line above: whether its own words were cut off before, and how it was joined in a text that is split
    let (mut within, mut joint) = (false, Joint::No);
    // whether what the line above ends is a paragraph of prose
    let mut prose = next.is_some_and(|i| is_prose(text(&lines[i])));
    while let (Some(one), Some(two)) = (next, kept.next()) {
        next = Some(two);
        let [above, line] = [one, two].map(|i| &lines[i]);
        let behind = kept.peek().map_or("", |&i| text(&lines[i]));
        let cut = within && is_one_of(first(text(line)), "是的和等");
        let words = breaks_off(source, above, line, behind);
        let plain = !line.is_indented() && (cut || words || shows(source, above, line));
        joint = match joint.next(text(above), text(line), behind, prose) {
            _ if line.is_indented() => Joint::No,
            Joint::No if plain => Joint::Words,
            joint if split || plain => joint,
            _ => Joint::No,
        };
        let joined = plain || !matches!(joint, Joint::No | Joint::Start);
        if joined {
            join(source, &lines[one..two], above.text_end, cuts);
        }
        prose = joined && prose || is_prose(text(line));
        within = words;
    }
}

/// Whether the break between two lines shows itself.
fn shows(source: &str, above: &Line, line: &Line) -> bool {
    let [one, two] = [above, line].map(|line| line.text(source));
    // 府办〔⏎2019〕⏎4⏎号
    let number = one.ends_with('〕') && kind_of(two) == Some(Joint::Number) || two == "号";
    number
        || is_one_of(last(one), OPENS)
        || above.end != End::Sentence && is_one_of(first(two), CONTINUES) && !one.ends_with(any_of("：:"))
}

/// Whether `line` is a few words that a paragraph goes on with, itself gone on with by `behind`.
fn breaks_off(source: &str, above: &Line, line: &Line, behind: &str) -> bool {
    /// The most of such words, in characters, and the fewest of a paragraph before them.
    const WORDS: usize = 16;
    const PARAGRAPH: usize = 20;
    let text = above.text(source);
    matches!(above.end, End::Ideograph | End::Comma)
        && has(text, |c| c == '，')
        && above.chars(source) >= PARAGRAPH
        && line.end == End::Ideograph
        && line.chars(source) <= WORDS
        && (text.ends_with('的') && behind.starts_with('是') || is_one_of(first(behind), "，。；、："))
}

/// Whether a text is split at its words: many of its breaks show that.
fn is_split(source: &str, lines: &[Line]) -> bool {
    /// The fewest, and the share of all lines.
    const LEAST: usize = 4;
    const SHARE: usize = 50;
    let (mut count, mut all) = (0, 0);
    let mut above: Option<&Line> = None;
    for line in lines.iter().filter(|l| l.is_kept()) {
        let shown = above.is_some_and(|above| shows(source, above, line) || is_mark(above.text(source)));
        count += usize::from(shown);
        all += 1;
        above = Some(line);
    }
    count >= LEAST && count * SHARE >= all
}

/// How a line was joined to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    No,
    /// It is a number: 1000|元.
    Number,
    /// It is a number that begins a paragraph: 2017|年.
    Start,
    /// It ends a mark: 3|.|管护.
    Mark,
    /// It is a sign within a sentence: ”|标准, /|人.
    Sign,
    /// It is anything else.
    Words,
}

impl Joint {
    /// How `line` is joined to `above`, which was joined so, in a text that is split; `prose` is what
    /// `above` belongs to.
    fn next(self, above: &str, line: &str, behind: &str, prose: bool) -> Joint {
        /// The most characters of a few words, and of the last of a title.
        const FEW: usize = 4;
        const REST: usize = 12;
        const UNITS: &str = "元万亿个户人年月日号名项所家公里平米吨届岁周天次点时分条款批期级类支套镇乡村座亩头只倍台件种处以多余章节%％‰/";
        let chained = !matches!(self, Joint::No | Joint::Start);
        let open = !is_one_of(last(above), "。；：！？;:!?");
        let begins = is_mark(line) || opens_with_mark(line);
        // 二是⏎饮水, （1⏎, 2016⏎年
        if is_mark(above) || is_one_of(last(above), OPENS) || is_one_of(last(above), "，、") {
            return kind_of(line).unwrap_or(Joint::Words);
        }
        if kind_of(above) == Some(Joint::Number) && is_one_of(first(line), ".．、") {
            return if chars(line) == 1 { Joint::Mark } else { Joint::Words };
        }
        let sign = kind_of(line) == Some(Joint::Sign);
        let number = kind_of(line) == Some(Joint::Number);
        let few = chars(line) <= FEW && skip(line, is_ideograph).is_empty();
        let unit = |text: &str| is_one_of(first(text), UNITS) || is_one_of(first(text), CONTINUES);
        if self == Joint::Mark || self == Joint::Start && unit(line) {
            return Joint::Words;
        }
        // ……。⏎2017⏎年，……, （一）目标⏎2017⏎年，……
        if number && unit(behind) && (!open || !chained && opens_with_mark(above)) {
            return Joint::Start;
        }
        if !open || begins {
            return Joint::No;
        }
        if prose {
            return kind_of(line).unwrap_or(Joint::Words);
        }
        match self {
            _ if sign && (chained || is_one_of(first(line), OPENS) || is_one_of(first(line), CONTINUES)) => Joint::Sign,
            Joint::Number if unit(line) => Joint::Words,
            Joint::Sign if is_word(first(line)) || is_one_of(first(line), OPENS) => {
                kind_of(line).unwrap_or(Joint::Words)
            }
            _ if number && kind_of(above) != Some(Joint::Number) && unit(behind) => Joint::Number,
            _ if chained && is_one_of(first(line), OPENS) => Joint::Words,
            // 1.推广弹性⏎签约⏎服务。
            _ if opens_with_mark(above) && few && chars(behind) <= REST && behind.ends_with('。') => Joint::Words,
            Joint::Words if few => Joint::Words,
            Joint::Words if chars(line) <= REST && line.ends_with('。') => Joint::Words,
            _ => Joint::No,
        }
    }
}

/// Whether a line is of a paragraph and no title: it has a sentence or a clause of one.
fn is_prose(line: &str) -> bool {
    /// The longest title with a comma, in characters.
    const TITLE: usize = 40;
    let clause = has(line, |c| matches!(c, '，' | '；'));
    has(line, |c| c == '。') || clause && (!opens_with_mark(line) || chars(line) > TITLE)
}

/// Whether a line is a number or a sign alone.
fn kind_of(line: &str) -> Option<Joint> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '%' | '-' | '~');
    if first(line).is_ascii_digit() && skip(line, number).is_empty() {
        Some(Joint::Number)
    } else {
        (chars(line) == 1 && !is_word(first(line))).then_some(Joint::Sign)
    }
}

/// Whether a line is a mark alone: `1.`, `（一）`, `二是`.
fn is_mark(line: &str) -> bool {
    let inner = line.strip_prefix(any_of("（(")).unwrap_or(line);
    let behind = skip(inner, |c| is_han_numeral(c) || c.is_ascii_digit());
    let closed = inner.len() < line.len();
    behind.len() < inner.len()
        && inner.len() - behind.len() <= "二十一".len()
        && if closed { matches!(behind, "）" | ")") } else { matches!(behind, "、" | "." | "．" | "是" | "）") }
}

/// Whether a line opens with a mark: `1.建立`, `（一）管护`.
fn opens_with_mark(line: &str) -> bool {
    let inner = skip(line, |c| matches!(c, '（' | '(' | '第'));
    let behind = skip(inner, |c| is_han_numeral(c) || c.is_ascii_digit());
    let signed = is_one_of(first(behind), "、.．）)") && !first(after(behind, 1)).is_ascii_digit();
    behind.len() < inner.len() && (signed || inner.len() < line.len() && is_one_of(first(behind), "条章节"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::clean;

    #[test]
    fn words_that_a_page_linked_are_joined() {
        let text = "一、目标\n今年是开局之年，做好各项工作十分重要，今年全县的\n主要目标\n是：渠通塘满，不漏不淤。\n（\n二）措施\n县里出钱，修渠护塘由水利局的同志带队，各村按人头\n出工\n；镇里出人。\n";
        let whole = "一、目标\n今年是开局之年，做好各项工作十分重要，今年全县的主要目标是：渠通塘满，不漏不淤。\n（二）措施\n县里出钱，修渠护塘由水利局的同志带队，各村按人头出工；镇里出人。\n";
        assert_eq!(clean(text), whole);
    }

    #[test]
    fn a_text_split_at_its_words_is_whole_again() {
        let whole = "（一）贫困户“脱贫”标准：\n1.人均收入达到3335元，不欠账；\n2.参加合作医疗的达到100%，看得起病。\n二是住房有保障的，每户补助1000元/人。\n3.不断优化管护服务。\n渠有人修，塘有人看。\n";
        let split = "（一）贫困户\n“\n脱贫\n”\n标准：\n1.\n人均收入达到\n3335\n元，不欠账\n；\n2.\n参加合作医疗的达到\n100%\n，看得起病。\n二是\n住房有保障的，每户补助\n1000\n元\n/\n人\n。\n3\n.\n不断优化\n管护\n服务。\n渠有人修，塘有人看。\n";
        assert_eq!(clean(split), whole);
    }

    #[test]
    fn a_number_may_begin_a_paragraph() {
        let whole = "（一）目标\n2017年，全县修渠3条。\n2018年，全县修渠5条。\n1.推广弹性签约服务。\n渠长与户主签约。\n府办〔2019〕4号\n";
        let split = "（一）目标\n2017\n年，全县修渠\n3\n条\n。\n2018\n年，全县修渠\n5\n条\n。\n1.推广弹性\n签约\n服务。\n渠长与户主签约。\n府办〔\n2019〕\n4\n号\n";
        assert_eq!(clean(split), whole);
    }

    #[test]
    fn a_table_stays_as_it_is() {
        let table =
            "一、分工\n序号\n事项\n单位\n1\n修渠\n水利局\n2\n护塘\n农业局\n合计\n191\n10.5\n二、要求\n按时办结。\n";
        assert_eq!(clean(table), table);
    }
}
