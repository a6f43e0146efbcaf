//! Line breaks around words within a sentence: where a page had them linked, bold or in another type, and its text was taken
//! out piece by piece.
//!
//! Some show themselves anywhere: `（⏎三）……`, `……今年的⏎主要预期目标⏎是：……`, `……带技术⏎揭榜⏎；……`. Where a text has many of those,
//! the rest is joined, too: `补助⏎1000⏎元⏎/⏎人`, `“⏎脱贫⏎”⏎标准`, `2.⏎管护`.

use super::Cut;
use super::hard_wrap::join;
use super::line::{End, Line, is_blank, is_ideograph};
use crate::NoiseKind;
use crate::lexer::chars::is_word;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, ends_with_any, find as find_word, first, has, is_one_of, last,
    prefix, skip, skip_back,
};

/// What no line begins with that is a paragraph or a title.
const CONTINUES: &str = "，。；、：！？）”》〕";
/// What begins with the words behind it.
const OPENS: &str = "（(“《〔";

/// Adds the breaks, and blank lines with them; of a text that is wrapped at a width those that show themselves.
pub(super) fn find(source: &str, lines: &[Line], wrapped: bool, cuts: &mut Vec<Cut>) {
    let text = |line: &Line| line.text(source);
    let split = !wrapped && is_split(source, lines);
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
        if split {
            joint = match (Break { above: text(above), line: text(line), behind, prose }).joint(joint) {
                _ if line.is_indented() && !is_mark(text(above)) => Joint::No,
                Joint::No if plain => Joint::Words,
                joint => joint,
            };
        }
        let joined = plain || !matches!(joint, Joint::No | Joint::Start);
        if joined {
            join(source, &lines[one..two], above.text_end, cuts);
        }
        prose = split && (joined && prose || is_prose(text(line)));
        within = words;
    }
}

/// Adds the breaks within a day or the number of a document, by which the head of a page is told: `——⏎2026⏎年2月⏎3⏎日`,
/// `府办〔⏎2019⏎〕⏎4号`. One of the two lines is short; where a text is wrapped both are long.
pub(super) fn days(source: &str, cuts: &mut Vec<Cut>) {
    /// The longest short line, in bytes.
    const SHORT: usize = 12 * "字".len();
    let is_return = |c: char| matches!(c, '\r' | '\n');
    // a year or a month
    let alone = |start, above: &str| skip(after(above, start), is_blank).len() <= "2019年".len();
    let mut start = 0;
    for at in memchr::memchr_iter(b'\n', source.as_bytes()) {
        let (above, line) = (before(source, at), after(source, at + 1));
        let above = above.strip_suffix('\r').unwrap_or(above);
        let behind = || skip(prefix(line, SHORT), |c| c.is_ascii_digit());
        let digits = || prefix(line, SHORT).len() - behind().len();
        // no run of blank lines is passed over again from each of them
        let unit = || first(skip(prefix(behind(), 8), |c| matches!(c, '\r' | '\n')));
        let within = match (last(above), first(line)) {
            ('0'..='9', '年' | '月' | '日') | ('〔', '0'..='9') | ('0'..='9', '〕') => true,
            ('年' | '月', '0'..='9') if alone(start, above) && tells_day(prefix(line, SHORT)) => false,
            ('年' | '月' | '—', '0'..='9') => digits() <= 4 && is_one_of(unit(), "年月日"),
            ('〕', '0'..='9') => unit() == '号',
            ('0'..='9', '号') => skip_back(above, |c| c.is_ascii_digit() || matches!(c, '\r' | '\n')).ends_with('〕'),
            _ => false,
        };
        let short = || above.len() - start <= SHORT || prefix(line, SHORT).contains(is_return);
        if within && short() {
            cuts.push(Cut::new(above.len() as u32, at as u32 + 1, NoiseKind::HardWrap));
        }
        start = at + 1;
    }
}

/// Whether a line tells what happened on a day, below the year or the month as a heading: `2019年⏎3月12日　县委召开动员会。`
fn tells_day(line: &str) -> bool {
    let behind = after(line, find_word(line, "日").map_or(line.len(), |at| at + "日".len()));
    let told = skip(behind, is_blank);
    told.len() < behind.len() && is_word(first(told))
}

/// Whether the break between two lines shows itself.
fn shows(source: &str, above: &Line, line: &Line) -> bool {
    let one = above.text(source);
    let goes_on = || is_one_of(first(line.text(source)), CONTINUES) && !one.ends_with(any_of("：:"));
    above.end == End::Other && is_one_of(last(one), OPENS)
        || above.end != End::Sentence && begins_with_sign(source, line) && goes_on()
}

/// Whether a line may begin with a sign: most begin with an ideograph, which its first byte tells.
fn begins_with_sign(source: &str, line: &Line) -> bool {
    !matches!(source.as_bytes().get(line.text_start as usize), Some(0xe4..=0xe9 | b'0'..=b'z'))
}

/// Whether `line` is a few words that a paragraph goes on with, itself gone on with by `behind`.
fn breaks_off(source: &str, above: &Line, line: &Line, behind: &str) -> bool {
    /// The most of such words, in characters, and the fewest of a paragraph before them.
    const WORDS: usize = 16;
    const PARAGRAPH: usize = 20;
    let text = above.text(source);
    line.end == End::Ideograph
        && line.len() <= WORDS * "字".len()
        && matches!(above.end, End::Ideograph | End::Comma)
        && has(text, |c| c == '，')
        && above.chars(source) >= PARAGRAPH
        && (text.ends_with('的') && behind.starts_with('是') || is_one_of(first(behind), "，。；、："))
}

/// Whether a text is split at its words: many of its breaks show that.
fn is_split(source: &str, lines: &[Line]) -> bool {
    /// The fewest, and the share of all lines.
    const LEAST: usize = 4;
    const SHARE: usize = 50;
    // the longest mark or number, in bytes; what the numbers of a text count, and those of a table seldom
    const MARK: usize = 18;
    const MEASURES: &str = "元万亿个户人年月日%％";
    let (mut count, mut all, mut cut) = (0, 0, false);
    let mut above: Option<&Line> = None;
    for line in lines.iter().filter(|l| l.is_kept()) {
        let shown = above.is_some_and(|above| {
            let brief = above.len() <= MARK;
            let number = || kind_of(above.text(source)) == Some(Joint::Number) && !is_unit(line.text(source));
            shows(source, above, line)
                || brief && is_mark(above.text(source))
                || brief && cut && number() && is_one_of(first(line.text(source)), MEASURES)
        });
        cut = above.is_some_and(|above| above.end == End::Ideograph);
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

/// The most characters of a few words, and of the last of a title.
const FEW: usize = 4;
const REST: usize = 12;

/// A break between two lines in a text that is split.
struct Break<'t> {
    above: &'t str,
    line: &'t str,
    /// The line behind.
    behind: &'t str,
    /// Whether `above` is of a paragraph.
    prose: bool,
}

impl Break<'_> {
    /// How `line` is joined to `above`, which was joined so.
    fn joint(&self, before: Joint) -> Joint {
        let Self { above, line, behind, prose } = *self;
        let kind = kind_of(line);
        let words = kind.unwrap_or(Joint::Words);
        let chained = !matches!(before, Joint::No | Joint::Start);
        let open = !is_one_of(last(above), "。；：！？;:!?");
        // 二是⏎饮水, （1⏎
        if is_mark(above) || is_one_of(last(above), OPENS) || is_one_of(last(above), "，、") {
            return words;
        }
        if kind_of(above) == Some(Joint::Number) && is_one_of(first(line), ".．、") {
            return if chars(line) == 1 { Joint::Mark } else { Joint::Words };
        }
        if before == Joint::Mark || before == Joint::Start && counts(line) || self.is_reference() {
            return Joint::Words;
        }
        // ……。⏎2017⏎年，……, （一）目标⏎2017⏎年，……
        if kind == Some(Joint::Number) && counts(behind) && (!open || !chained && opens_with_mark(above)) {
            return Joint::Start;
        }
        if !open || is_mark(line) || opens_with_mark(line) {
            return Joint::No;
        }
        if prose && self.goes_on() {
            return words;
        }
        let sign = kind == Some(Joint::Sign);
        let opens = is_one_of(first(line), OPENS);
        match before {
            _ if sign && (chained || opens || is_one_of(first(line), CONTINUES)) => Joint::Sign,
            Joint::Number if counts(line) => Joint::Words,
            Joint::Sign if is_word(first(line)) || opens => words,
            _ if kind == Some(Joint::Number) => {
                if counts(behind) && kind_of(above) != kind {
                    Joint::Number
                } else {
                    Joint::No
                }
            }
            _ if chained && opens || self.changes_within() => Joint::Words,
            // 1.推广弹性⏎签约⏎服务。
            _ if opens_with_mark(above) && is_few(line) && is_rest(behind) => Joint::Words,
            Joint::Words if is_few(line) || is_rest(line) => Joint::Words,
            _ => Joint::No,
        }
    }

    /// Whether a reference is cut here: （见附件|1）.
    fn is_reference(&self) -> bool {
        first(self.line).is_ascii_digit()
            && !is_mark(self.line)
            && ends_with_any(self.above, &["附件", "附表", "第", "图", "表"])
            && chars(self.above) > 2
    }

    /// Whether a paragraph goes on here, not a signature below it.
    fn goes_on(&self) -> bool {
        let clauses = has(self.line, |c| is_one_of(c, "，。；：、”）"));
        let sign = kind_of(self.line) == Some(Joint::Sign);
        !is_whole_day(self.line)
            && find_word(self.above, "电话").is_none()
            && (self.changes() || sign || clauses || chars(self.line) <= REST)
    }

    /// Whether the type changes here, as where words are set off: Chinese on one side, a number, Latin letters or a quotation
    /// on the other.
    fn changes(&self) -> bool {
        let set_off = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '”' | '“');
        let (one, two) = (last(self.above), first(self.line));
        is_ideograph(one) && set_off(two) || set_off(one) && is_ideograph(two)
    }

    /// Whether it changes within a sentence: 今年是|“十五五”开局之年, 经营主体突破3|万户; not below a title with a mark.
    fn changes_within(&self) -> bool {
        let unit = skip(self.line, |c| c.is_ascii_digit());
        // 2017年，…… may open a paragraph
        let year = unit.starts_with('年') && self.line.len() - unit.len() == "2017".len();
        let titled = opens_with_mark(self.above) && (year || chars(self.line) > REST && !counts(unit));
        // 附件1⏎……
        let label = begins_with_any(self.above, &["附件", "附表"]) && chars(self.above) <= 5;
        self.changes() && !is_whole_day(self.line) && !label && !titled
    }
}

/// Whether a text begins with what a number counts, or goes on a sentence.
fn counts(text: &str) -> bool {
    const UNITS: &str =
        "元万亿个户人年月日号名项所家公里平米吨届岁周天次点时分条款批期级类支套镇乡村座亩头只倍台件种处以多余章节%％‰/";
    is_one_of(first(text), UNITS) || is_one_of(first(text), CONTINUES)
}

/// Whether a line is a unit alone, as in a table: 个, 万米.
fn is_unit(line: &str) -> bool {
    chars(line) <= 2 && skip(line, is_ideograph).is_empty()
}

/// Whether a line is a few ideographs.
fn is_few(line: &str) -> bool {
    chars(line) <= FEW && skip(line, is_ideograph).is_empty()
}

/// Whether a line may be the end of a title: `服务。`
fn is_rest(line: &str) -> bool {
    chars(line) <= REST && line.ends_with('。')
}

/// Whether a line is a day: `2023年10月19日`.
fn is_whole_day(line: &str) -> bool {
    before(line, "2023年".len()).ends_with('年') && first(line).is_ascii_digit() && line.ends_with('日')
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
    // 1.2.2
    let parts = || line.bytes().all(|b| b.is_ascii_digit() || b == b'.') && line.matches('.').count() == 2;
    parts()
        || behind.len() < inner.len()
            && inner.len() - behind.len() <= "二十一".len()
            && if closed {
                matches!(behind, "）" | ")")
            } else {
                matches!(behind, "、" | "." | "．" | "是" | "）")
            }
}

/// Whether a line opens with a mark: `1.建立`, `（一）管护`.
pub(super) fn opens_with_mark(line: &str) -> bool {
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
        let whole = "（一）目标\n2017年，全县修渠3条，补助12万元以上。\n2018年，全县修渠5万米以上。\n1.推广弹性签约服务。\n渠长与户主签约。\n府办〔2019〕4号\n";
        let split = "（一）目标\n2017\n年，全县修渠\n3\n条，补助\n12\n万元以上\n。\n2018\n年，全县修渠\n5\n万米以上\n。\n1.推广弹性\n签约\n服务。\n渠长与户主签约。\n府办〔\n2019〕\n4\n号\n";
        assert_eq!(clean(split), whole);
    }

    #[test]
    fn a_table_stays_as_it_is() {
        let table =
            "一、分工\n序号\n事项\n单位\n1\n修渠\n水利局\n2\n护塘\n农业局\n合计\n191\n10.5\n二、要求\n按时办结。\n";
        assert_eq!(clean(table), table);
    }
}
