//! Line breaks within a heading, the list of addressees or a sentence, in texts with too few lines to tell a width, or within
//! lines that no width fits.

use super::Cut;
use super::hard_wrap::join;
use super::inline_break::opens_with_mark;
use super::line::{End, Line, is_ideograph};
use crate::NoiseKind;
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{
    after, before, begins_with_any, chars, ends_with_any, find as find_word, first, has, is_one_of, last, skip,
    skip_back,
};
use crate::parser::element::{self, Addressed};

/// Adds the breaks; of a text that is wrapped at a width only those that the width does not tell.
pub(super) fn find(source: &str, lines: &[Line], wrapped: bool, cuts: &mut Vec<Cut>) {
    let kept = || lines.iter().filter(|l| l.is_kept());
    let brief = !wrapped && kept().all(|l| l.len() <= LONGEST);
    let widest = if brief { kept().map(|l| l.columns(source)).max().unwrap_or(0) } else { usize::MAX };
    let full = |line: &Line| line.columns(source).saturating_add(SLACK) >= widest;
    // a text with some such lines is wrapped, if it is too short to be sure of the width
    let open =
        |l: &&Line| matches!(l.end, End::Ideograph | End::Comma) && full(l) && has(l.text(source), |c| c == '，');
    let wraps = brief && kept().filter(open).take(WRAPPED).count() == WRAPPED;
    // whether the lines name the attachments, and whether the line above goes on a sentence
    let (mut annexed, mut within) = (false, false);
    for (i, pair) in lines.windows(2).enumerate() {
        let [above, line] = pair else { return };
        let chained = std::mem::take(&mut within);
        if !above.is_kept() {
            continue;
        }
        let (one, two) = (above.text(source), line.text(source));
        annexed = one.starts_with("附件") || annexed && (opens_with_mark(one) || element::names_attachment(one));
        // long lines are seldom cut, most lines end with a sentence, and full lines of a wrapped text are told by their width
        let told = wrapped && above.full && line.full;
        let ends = above.end == End::Sentence || above.len() > LONGEST || !line.is_kept();
        if told || ends || opens_with_mark(two) || is_one_of(first(two), "#*") {
            continue;
        }
        let below = lines.get(i + 2).filter(|l| l.is_kept()).map_or("", |l| l.text(source));
        let sentence = || {
            let begun = chained || above.is_indented();
            let cut = Cutting { above: one, line: two, below, full: full(above), full_below: full(line), begun, wraps };
            !wrapped && !line.is_indented() && cut.breaks_sentence()
        };
        let joined = breaks_heading(one, two, below)
            || breaks_addressee(one, two)
            || breaks_item(one, two, below)
            || annexed && breaks_attachment(one, two)
            || !is_point(two) && ends_in_point(one)
            || breaks_bracket(one, two);
        within = !joined && sentence();
        if joined || within {
            join(source, pair, above.text_end, cuts);
            cuts.push(Cut::new(line.start, line.text_start, NoiseKind::HardWrap));
        }
    }
}

/// The longest line that is looked at, in bytes, and by how many columns a full line may be narrower than the widest.
const LONGEST: usize = 60 * "字".len();
const SLACK: usize = 6;
/// The fewest full lines in mid-sentence of a text that is wrapped.
const WRAPPED: usize = 4;

/// Whether a heading with a mark goes on: behind its comma, or with words that no heading begins with and no paragraph is:
/// `二、认清形势，切实增强做好新时代基层党建⏎工作的责任感`.
fn breaks_heading(above: &str, line: &str, below: &str) -> bool {
    /// The most characters of the rest, and of one that its words tell; the fewest of the line that is too long for a heading.
    const REST: usize = 30;
    const WORDS: usize = 12;
    const FULL: usize = 20;
    if !opens_with_mark(above) || find_word(above, "。").is_some() || !is_ideograph(last(line)) {
        return false;
    }
    let plain = !has(line, |c| is_one_of(c, "。；：！？"));
    if last(above) == '，' {
        return plain && chars(line) <= REST;
    }
    let words = || {
        let mut start = line.chars().take(3);
        start.any(|c| is_one_of(c, "的和与及")) && skip(line, is_ideograph).is_empty() && chars(line) <= WORDS
    };
    let prose = || has(below, |c| c == '。') && !opens_with_mark(below);
    is_ideograph(last(above))
        && find_word(above, "，").is_some()
        && chars(above) >= FULL
        && words()
        && prose()
        && !element::is_organ(line, 0, line.len())
}

/// Whether the list of those that a document is sent to goes on: `……，县直各有关单位，各⏎人民团体：`.
fn breaks_addressee(above: &str, line: &str) -> bool {
    let list = is_one_of(last(line), "：:")
        && chars(line) <= 40
        && find_word(above, "各").is_some()
        && has(above, |c| is_one_of(c, "，、"))
        && !has(above, |c| is_one_of(c, "。；：:"));
    list && {
        let whole = [above, line].concat();
        let colon = whole.len() - last(line).len_utf8();
        element::addressee(&whole, 0, false) == Some((colon, Addressed::Organs))
    }
}

/// Whether words go on that no line ends or begins with: `……第二章的⏎规定……`, `……参股、合资经营⏎的，……`; or an item of a
/// list that ends in ； below.
fn breaks_item(above: &str, line: &str, below: &str) -> bool {
    /// The fewest characters of a line that is cut.
    const CUT: usize = 12;
    if chars(above) < CUT || !is_ideograph(last(above)) && last(above) != '，' {
        return false;
    }
    let open = ends_with_any(above, &["的", "把", "或", "并"]) && !ends_with_any(above, &["目的", "合并", "吞并"]);
    // 年出栏500头以上的⏎奖励5万元 is a row of a list
    let open = open && has(above, |c| is_one_of(c, "，。、")) && has(line, |c| c == '。');
    let word = begins_with_any(line, &["的确", "的士"]);
    let item = || {
        // 具备下列条件，可以申请补助⏎具有本市户籍；⏎年满60周岁。
        let list = !opens_with_mark(below) && is_one_of(last(below), "；。");
        opens_with_mark(above) && has(above, |c| is_one_of(c, "，、")) && last(line) == '；' && !list
    };
    !word && (open || line.starts_with('的')) || item()
}

/// Whether the name of an attachment goes on: `附件：1.……三年行动任⏎务分解表`.
fn breaks_attachment(above: &str, line: &str) -> bool {
    let plain = chars(line) <= 24 && !has(line, |c| is_one_of(c, "。，；：:"));
    chars(above) >= 14
        && is_ideograph(last(above))
        && plain
        && !element::names_attachment(above)
        && element::names_attachment(line)
}

/// Whether a line is a point by itself: 二是架桥.
fn is_point(line: &str) -> bool {
    is_han_numeral(first(line)) && skip(line, is_han_numeral).starts_with(['是', '要'])
}

/// Whether a line ends with the words that open a point, and a word or two of it: `……体现在“三个新”：一是粮食⏎`.
fn ends_in_point(above: &str) -> bool {
    /// The most characters behind them, and the fewest before.
    const BEHIND: usize = 3;
    const BEFORE: usize = 8;
    let mut behind = above;
    for _ in 0..=BEHIND {
        if let Some(count) = behind.strip_suffix('是').filter(|t| is_han_numeral(last(t))) {
            let said = skip_back(count, is_han_numeral);
            return is_one_of(last(said), "：；。，") && chars(said) >= BEFORE;
        }
        if !is_ideograph(last(behind)) {
            return false;
        }
        behind = before(behind, behind.len() - last(behind).len_utf8());
    }
    false
}

/// Whether a bracket opens in a line and closes in the next, which opens with no date of its own.
fn breaks_bracket(above: &str, line: &str) -> bool {
    [('（', '）'), ('《', '》')].iter().any(|&(open, close)| {
        let opens = above.rfind(open).is_some_and(|at| Some(at) > above.rfind(close)) && !first(line).is_ascii_digit();
        opens && line.find(close).is_some_and(|at| !before(line, at).contains(open))
    })
}

/// A break between two lines.
struct Cutting<'t> {
    above: &'t str,
    line: &'t str,
    /// The line behind.
    below: &'t str,
    /// Whether the two are as long as any.
    full: bool,
    full_below: bool,
    /// Whether `above` is of a paragraph for sure: it goes on a sentence, or is indented, as `line` is not.
    begun: bool,
    /// Whether the text is wrapped.
    wraps: bool,
}

impl Cutting<'_> {
    /// Whether a sentence goes on from one line to the next: with a number and what it counts, with a clause of one character,
    /// or from a line that is as long as any and has a whole sentence before, or a line as long below.
    fn breaks_sentence(&self) -> bool {
        /// The fewest characters of a line that is cut.
        const CUT: usize = 16;
        let Self { above, line, below, full, .. } = *self;
        let stops = |text: &str| find_word(text, "。").is_some();
        let clause = find_word(above, "，").is_some();
        // an item, not a heading: （三）坚持预防为主、防抗结合，依照本预⏎案落实。
        let item = || !is_han_numeral(first(above)) && clause && self.wraps && full && stops(line);
        if chars(above) < CUT || opens_with_mark(above) && !stops(above) {
            return chars(above) >= CUT && item();
        }
        if !is_ideograph(last(above)) {
            return last(above) == '，' && self.wraps && full && (stops(line) || self.full_below);
        }
        // 坚持以人为⏎本，……
        let one = is_ideograph(first(line)) && !is_han_numeral(first(line)) && {
            let sign = first(after(line, first(line).len_utf8()));
            is_one_of(sign, "，。；")
        };
        // 预计⏎2020年6月投入使用。
        let counted = || {
            let unit = skip(line, |c| c.is_ascii_digit());
            let said = skip(unit, |c| c.is_ascii_digit() || is_one_of(c, "年月日初底末前后以来"));
            unit.len() < line.len()
                && is_one_of(first(unit), "年月个万亿元户人名家项亩公吨座条余多周届次倍天小所处%％")
                && is_ideograph(first(said))
                && stops(line)
        };
        // 3月11日检查⏎3月18日检查
        let listed = || first(above).is_ascii_digit() && first(line).is_ascii_digit();
        let whole = || (stops(above) || self.begun) && (stops(line) || line.ends_with("如下：")) && !listed();
        let between = || self.full_below && clause && (stops(line) || stops(below)) && !opens_with_mark(below);
        // a title, or a heading that no mark shows, may have a comma, too: 强力推进乡村振兴⏎2023年我县……
        let told = || stops(above) || self.begun || ends_with_any(above, &OPEN);
        (one || clause && counted()) && told() || full && (whole() || between())
    }
}

/// What no line ends in but one that is cut.
const OPEN: [&str; 16] =
    ["预计", "于", "共", "达", "为", "约", "至", "到", "以", "由", "在", "自", "从", "近", "超过", "新增"];

#[cfg(test)]
mod tests {
    use super::super::tests::clean;

    #[test]
    fn what_goes_on_below_is_joined() {
        for (broken, whole) in [
            ("一、不忘初心，\n永葆本色\n98年来，我们走了很远。\n", "一、不忘初心，永葆本色\n98年来，我们走了很远。\n"),
            (
                "各乡镇人民政府，各街道办事处，县直各有关单位，各\n人民团体：\n",
                "各乡镇人民政府，各街道办事处，县直各有关单位，各人民团体：\n",
            ),
            (
                "下一步，我局将建设智慧停车平台，预计\n2020年6月投入使用。\n",
                "下一步，我局将建设智慧停车平台，预计2020年6月投入使用。\n",
            ),
        ] {
            assert_eq!(clean(broken), whole);
        }
    }

    #[test]
    fn what_begins_below_is_not() {
        for text in [
            "一、加强组织领导\n各村要抓好落实。\n",
            "1.推进农村生活污水治理项目建设，抓好运行管理工作\n县水利局和县住建局\n2.清淤。\n",
            "石门县水利局，石门县住房和城乡建设局\n2020年6月5日\n",
            "县长主持会议，各乡镇负责人参加会议\n会议指出：\n",
            "1.病房\n3月3日至10日清扫走廊、大厅、扶手。3月11日检查\n3月12日至17日清扫窗户、墙裙。3月18日检查\n",
            "小店镇：党建引领聚合力，山塘管护有实效\n2020年，全镇修塘十二口。\n",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
