//! What belongs to a title on the line below it.

use super::noun::NOUN;
use crate::parser::element;
use crate::parser::element::matching::*;

/// Where the line below a title ends that says behind a dash where it was spoken: `——在全市……座谈会上的发言`.
pub(super) fn subtitle(text: &str, title: usize) -> Option<usize> {
    let at = skip_space(text, title);
    let end = trim_end(text, at, line_end(text, at));
    if CASES.ends(text, 0, title) && at > line_end(text, title) && names_place(text, at) {
        // another one below is the next of several
        let near = at + bounded(text, at, NEXT).len();
        let mut next = skip_space(text, end);
        while next < near && !names_place(text, next) {
            next = skip_space(text, line_end(text, next));
        }
        return (next >= near).then_some(end);
    }
    let words = text.get(at..end)?.strip_prefix(any_of("—―"))?.trim_start_matches(any_of("—―"));
    let spoken = words.contains("会上的") && NOUN.ends(text, at, end) && (8..=60).contains(&width(words));
    (at > line_end(text, title) && spoken).then_some(end)
}

/// What the titles of texts end in that tell what a place has done.
static CASES: &Words = words!("案例 经验 做法");

/// Whether a title is one of such texts.
pub(super) fn is_case(text: &str, title: (usize, usize)) -> bool {
    CASES.ends(text, title.0, title.1)
}

/// How far below a subtitle that names a place the next of several would stand, in bytes.
const NEXT: usize = 6000;

/// Whether a line tells what a place has done: `柳荫街道：一碗热饭里的“银发幸福”`, not `各乡镇：……`.
pub(super) fn names_place(text: &str, at: usize) -> bool {
    let line = element::window(text, at, 40 * "字".len() + 1);
    let colon = line.find(any_of("：:"));
    let end = trim_end(text, at, at + line.len());
    at + line.len() == line_end(text, at)
        && eat(text, at, "各").is_none()
        && colon.is_some_and(|colon| of_place(text, at, at + colon, end))
        && !line.contains(any_of("。；，"))
}

/// Where a title ends whose subtitle is glued to the text: `小积分兑出新风尚——××村典型经验材料|××村地处……`.
pub(super) fn glued_subtitle(text: &str, at: usize) -> Option<usize> {
    static KIND: &Words = words!(
        "典型材料 经验材料 交流材料 发言材料 汇报材料 事迹材料 会上的发言 会上的讲话 交流发言 典型发言 表态发言"
    );
    let title = element::window(text, at, 300);
    let title = title.get(..title.find(any_of("。；：:"))?)?;
    let (main, sub) = title.split_once("——")?;
    let from = at + main.len();
    let mut ends = sub.char_indices().map(|(i, _)| from + "——".len() + i);
    let end = ends.find(|&end| KIND.ends(text, from, end))?;
    let short = (4..=40).contains(&width(main)) && width(text.get(from..end)?) <= 40;
    (short && !title.get(main.len()..end - at)?.contains('，')).then_some(end)
}

/// Where the line below a title ends that tells in brackets which edition or volume it is: `（2023年修订版）`, `（第二辑）`.
pub(super) fn edition(text: &str, title: usize) -> Option<usize> {
    static KIND: &Words = words!("版 稿 本 辑 集 卷 册 试行 选 类");
    let at = skip_space(text, title);
    let end = trim_end(text, at, line_end(text, at));
    let open = eat(text, at, "（")?;
    let close = eat_back(text, at, end, "）")?;
    let told = text.get(open..close)?;
    let plain = width(told) <= 12 && !told.contains(any_of("（）()，。："));
    (at > line_end(text, title) && plain && KIND.ends(text, open, close)).then_some(end)
}

/// Whether a title tells before its colon whom or what place it is about: `××镇：“一站式”接访让矛盾不再“转圈圈”`.
pub(super) fn of_place(text: &str, at: usize, colon: usize, end: usize) -> bool {
    static PLACE: &Words = words!("省 市 县 区 州 旗 镇 乡 村 社区 街道");
    let named = PLACE.ends(text, at, colon) || element::is_organ(text, at, colon);
    named
        && (3..=16).contains(&width(text.get(at..colon).unwrap_or_default()))
        && !words!("单位 机关 部门 机构").ends(text, at, colon)
        && width(text.get(colon..end).unwrap_or_default()) > 4
}
