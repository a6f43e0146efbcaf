//! Who wrote what stands below the title, and when, in the forms that take more than their own look to tell.

use super::head::Head;
use super::noun::NOUN;
use super::title::{author_and_date, author_and_opener};
use crate::ElementKind;
use crate::lexer::chars::{is_han, is_word};
use crate::lexer::search::is_one_of;
use crate::parser::element::date::date;
use crate::parser::element::{self, matching::*};

/// Who wrote what stands below, in brackets: an organ, with the day or without, or a person with their post:
/// `（民政部　一九九七年一月二十八日）`.
pub(super) fn bracketed_author(text: &str, at: usize) -> Option<usize> {
    let open = eat(text, at, "（")?;
    let inner = element::window(text, open, 100);
    let inner = inner.get(..inner.find(any_of("）)（(\n。：；"))?)?;
    let close = open + inner.len();
    let day = closing_day(text, open, close);
    if inner.contains('，') && day.is_none() {
        return None;
    }
    // who wrote a report stands in its dateline
    let person = || element::person(inner) && eat(text, open, "记者").is_none();
    // no part of a name: ××（集团）有限公司
    let whole = day.is_some() || width(inner) > 2;
    let name = before_day(text, open, day.unwrap_or(close));
    let organ = whole && element::is_organ(text, open, name);
    let named = organ || day.is_none() && person() || day.is_some() && element::bare_name(text, open, name);
    eat(text, close, "）").filter(|_| named)
}

/// Where the day begins that stands last in brackets.
fn closing_day(text: &str, open: usize, close: usize) -> Option<usize> {
    let ends = |day: &usize| date(text, *day).is_some_and(|d| trim_end(text, *day, close) == d.end);
    text.get(open..close)?.char_indices().skip(2).map(|(i, _)| open + i).find(ends)
}

/// Where a name ends that a blank or a comma parts from the day.
fn before_day(text: &str, open: usize, day: usize) -> usize {
    let end = trim_end(text, open, day);
    eat_back(text, open, end, "，").map_or(end, |end| trim_end(text, open, end))
}

/// Who wrote what stands below and when, in one pair of brackets.
pub(super) fn bracketed_day(text: &str, at: usize) -> Option<((usize, usize), (usize, usize))> {
    let open = eat(text, at, "（")?;
    let close = open + element::window(text, open, 100).find(any_of("）)"))?;
    let day = closing_day(text, open, close)?;
    Some(((open, before_day(text, open, day)), (day, trim_end(text, day, close))))
}

/// Who wrote what stands below, behind the day on one line or in brackets: `1964年2月10日，最高人民法院司法行政厅`,
/// `（2022年3月5日，张　三）`.
pub(super) fn dated_author(text: &str, at: usize) -> Option<((usize, usize), (usize, usize))> {
    let open = eat(text, at, "（");
    let start = open.unwrap_or(at);
    let day = date(text, start).filter(|day| day.full)?;
    let name = skip_blanks(text, eat(text, day.end, "，")?);
    let line = trim_end(text, name, line_end(text, name));
    let end = if open.is_some() { eat_back(text, name, line, "）")? } else { line };
    let told = |words: &str| element::bare_name(text, name, end) || element::person(words);
    let person = || open.is_some() && text.get(name..end).is_some_and(told);
    let named = element::is_organ(text, name, end) && width(text.get(name..end)?) <= 24;
    (named || person()).then_some(((name, end), (start, day.end)))
}

/// Whether a line under the title names its author: by its words or by what follows.
pub(super) fn is_author(text: &str, at: usize, end: usize, head: &Head) -> bool {
    if super::title::opens_section(text, at) || NOUN.ends(text, at, end) && !element::is_organ(text, at, end) {
        return false;
    }
    let line = text.get(at..end).unwrap_or_default();
    let next = skip_space(text, end);
    let followed = element::salutation(text, next).is_some() || element::head_date(text, next).is_some();
    let name = (2..=4).contains(&width(line)) && head.has(ElementKind::Date);
    let masked = line.contains(element::masks_name) && width(line) <= 20 && !NOUN.ends(text, at, end);
    followed
        || name
        || element::is_organ(text, at, end) && head.title.is_some() && width(line) <= 24
        || masked
        || element::is_staff(line) && head.title.is_some()
        || element::post_and_name(line)
        || head.title.is_some() && element::organ_and_name(text, at, end)
        || width(line) >= 5 && element::speaker(text, at, end)
        || element::names(text, at, end)
}

/// An author glued between title and date or salutation: `……报告××县调研组（2022年11月）`.
pub(super) fn glued_author(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = author_and_opener(text, at).or_else(|| author_and_date(text, at)) {
        return Some(end);
    }
    let mut count = 0;
    for (i, c) in element::window(text, at, 120).char_indices() {
        let here = at + i;
        if names_itself(text, at, here) || !element::masks_name(c) && masked(text, at, here) {
            return Some(here);
        }
        if i > 0
            && (element::salutation(text, here).is_some()
                || matches!(fold(c), '（') && element::head_date(text, here).is_some())
        {
            let end = trim_end(text, at, here);
            return (count >= 2).then_some(end);
        }
        if !(crate::lexer::chars::is_word(c) || is_blank(c) || matches!(c, '×' | '╳' | '*' | '、' | '·')) {
            return None;
        }
        count += 1;
        if count > 28 {
            return None;
        }
    }
    None
}

/// Whether an organ's name ends at `here` that the text behind it takes up: `中共××区芳草街道工委|芳草街道地处……`.
fn names_itself(text: &str, at: usize, here: usize) -> bool {
    let name = text.get(at..here).unwrap_or_default();
    let key = bounded(text, here, 4 * "街".len());
    key.chars().count() == 4 && key.chars().all(is_han) && name.contains(key) && element::is_organ(text, at, here)
}

/// Whether a masked name ends at `here`, behind where the person works: `清风社区　刘××|我今年……`.
fn masked(text: &str, at: usize, here: usize) -> bool {
    let name = text.get(at..here).unwrap_or_default();
    name.ends_with(element::masks_name) && element::person(name)
}

/// Where an author glued to the end of a title begins: `……调研报告|××县调研组`, `……过日子|XX镇党委`.
pub(super) fn split_author(text: &str, at: usize, end: usize) -> usize {
    let title = text.get(at..end).unwrap_or_default();
    if let Some(author) = named_again(text, at, end) {
        return author;
    }
    for (i, c) in title.char_indices().skip(4) {
        let here = at + i;
        let named =
            element::is_organ(text, here, end) || element::post_and_name(text.get(here..end).unwrap_or_default());
        // 讲话（摘要）
        let bracket = text.get(at..here).filter(|t| t.ends_with(any_of("）)"))).and_then(|t| t.rfind(any_of("（(")));
        let spoken = bracket.map_or(here, |open| at + open);
        if words!("讲话 发言 致辞 致词 报告 汇报 演讲 主持词").ends(text, at, spoken)
            && element::speaker(text, here, end)
        {
            return here;
        }
        let masked = element::masks_name(c)
            && !words!("× X ╳ 在 对 于 和 与 向 为 是 的").ends(text, at, here)
            && !NOUN.ends(text, here, end);
        if width(text.get(here..end).unwrap_or_default()) >= 3
            && (masked
                || named
                    && NOUN.ends(text, at, here)
                    && NOUN.at(text, here).is_none()
                    && !words!("法 令 函").ends(text, at, here))
        {
            return here;
        }
    }
    // 企业轻装上阵|市税务局|各位领导：
    let spoken = !NOUN.ends(text, at, end) && element::spoken_to(text, end);
    let organ = if spoken { organ_begins(text, at, end) } else { None };
    organ.filter(|&organ| !words!("致 给 对 的 在 和 与 向 为 是").ends(text, at, organ)).unwrap_or(end)
}

/// Where the name of a speaker begins that is glued to a title and taken up by the first words of the speech:
/// `难事议在家门口|枫林街道党委|各位领导：枫林街道有……`.
fn named_again(text: &str, at: usize, end: usize) -> Option<usize> {
    let title = text.get(at..end)?;
    let colon = eat(text, element::salutation(text, end)?, "：")?;
    let begins = skip_space(text, colon);
    let key = text.get(begins..begins + 4 * "字".len()).filter(|key| key.chars().all(is_han))?;
    let here = at + title.rfind(key)?;
    let named = element::is_organ(text, here, end) || element::speaker(text, here, end);
    let here = with_place(text, at, here, end).unwrap_or(here);
    (width(title.get(..here - at)?) >= 4 && named).then_some(here)
}

/// What the name of an organ begins with.
pub(super) static LEVEL: &Words = words!("省 市 县 区 州 旗 镇 乡 XX ×× 某 中共");

/// Where the name of an organ begins that is glued to a title and ends at `end`: `民心是最大的政治|平阳县信访局`; of a town
/// only if the text names its county: `……|平阳县石桥镇`.
pub(super) fn organ_begins(text: &str, at: usize, end: usize) -> Option<usize> {
    static COMMON: &Words = words!("市场 市域 市民 乡村 乡亲 乡愁 乡土 区域 区块 县域 镇域 省心 省力");
    let organ = element::is_organ(text, at, end);
    if !organ && !words!("镇 乡 街道 社区 村 县 区 市").ends(text, at, end) {
        return None;
    }
    let levels = || {
        // 建设美丽青石县 is one title
        let begins = text.get(at..end).unwrap_or_default().char_indices().skip(4).map(|(i, _)| at + i);
        let begins = begins.filter(|&here| here + "县".len() < end);
        let common = |here| COMMON.at(text, here).is_some() && words!("市场监 乡村振兴局").at(text, here).is_none();
        begins.filter(move |&here| LEVEL.at(text, here).is_some() && !common(here)).take(4)
    };
    let placed = || levels().find_map(|here| with_place(text, at, here, end));
    let first = || levels().next().filter(|_| organ);
    named_again(text, at, end).or_else(placed).or_else(first)
}

/// Where the place begins that an organ's name found at `here` begins with, if a sentence near it begins with the place:
/// 平阳县 of `平阳县信访局` above `平阳县现有……`.
fn with_place(text: &str, at: usize, here: usize, end: usize) -> Option<usize> {
    /// How far around the name such a sentence may stand, in bytes.
    const NEAR: usize = 3000;
    static PLACE: &Words = words!("省 市 县 区 州 旗 镇 乡");
    let level = if PLACE.ends(text, at, here) { here } else { PLACE.at(text, here)? };
    let before = text.get(..at).unwrap_or_default();
    let before = before.get(before.floor_char_boundary(at.saturating_sub(NEAR))..).unwrap_or_default();
    let near = [bounded(text, end, NEAR), before];
    let begins = |name: &str| {
        near.iter()
            .any(|near| near.match_indices(name).any(|(n, _)| near.get(..n).is_some_and(|t| !t.ends_with(is_han))))
    };
    // 平阳县, 清江浦区
    [5, 4, 3].into_iter().find_map(|count| {
        let name = text.get(at..level)?;
        let (n, _) = name.char_indices().nth_back(count - 1)?;
        let name = name.get(n..)?;
        (name.chars().all(is_han) && n >= 4 * "字".len() && begins(name)).then_some(at + n)
    })
}

/// Where the brackets end that tell at `at` who speaks or when, behind a title: `（副县长）`, `（××局局长　张××）`.
pub(super) fn told_in_brackets(text: &str, at: usize) -> Option<usize> {
    let open = eat(text, at, "（")?;
    let inner = element::window(text, open, 60);
    let inner = inner.get(..inner.find(any_of("）)（(\n。：；，"))?)?;
    let close = open + inner.len();
    let short = (2..=16).contains(&width(inner)) && words!("以下 附").at(text, open).is_none();
    let post = || short && (element::ends_in_post(inner) || element::is_organ(text, open, close));
    let named = bracketed_author(text, at).is_some() || element::head_date(text, at).is_some() || post();
    eat(text, close, "）").filter(|_| named)
}

/// Whether the next of several speeches with one title begins behind the title, which ends at `end`: `T（副县长）按照……`, or,
/// if the title that stands at `first` is glued to its text as well, `T这次……`. The mark is where the title ends, if the
/// text goes on there.
pub(super) fn speaks_anew(text: &str, first: usize, at: usize, end: usize) -> Option<Option<usize>> {
    /// Within so many bytes a line ends that is a title.
    const LINE: usize = 300;
    static SPEECH: &Words = words!("发言 讲话 体会 感悟 材料 总结 汇报 报告 讲稿 发言稿 讲话稿 演讲稿 提纲");
    let above = text.get(..at).unwrap_or_default().trim_end();
    if !above.ends_with(any_of("。！？…")) || !SPEECH.ends(text, at, end) {
        return None;
    }
    let begins = || super::collection::begins(text, end) || words!("这次 参加 根据 按照 本人").at(text, end).is_some();
    let glued = || !bounded(text, first, LINE).contains('\n');
    let bare = || (begins() && glued()).then_some(Some(end));
    // ……的讲话（2022年6月6日）里，我说过……
    let named = told_in_brackets(text, skip_blanks(text, end)).filter(|&told| {
        char_at(text, skip_space(text, told)).is_some_and(|c| is_word(c) && !is_one_of(c, "里中上时后前的是等已将"))
    });
    named.map(|_| None).or_else(bare)
}
