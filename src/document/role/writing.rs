//! What kind of writing a piece is, so far as it tells what its parts are for: a plan, a review, an account of experience.

use super::buffer::Buffer;
use super::lexicon::{Hit, Lexicon, Place, RoleCode};
use super::title::{self, Claim, code};
use crate::document::Document;
use crate::lexer::search::{after, any_of, before, begins_with_any, ends_with_any, find, has_any, is_one_of, last};
use crate::tree::SlotKind;

/// A kind of writing, told apart by what the parts of a document are for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// 方案 计划: what is to be done.
    Plan,
    /// 总结 汇报: what was done, then what is to be.
    Review,
    /// 典型发言 经验材料 心得: what was done well, or learnt.
    Practice,
    /// 政府工作报告: a review that ends in a plan.
    Government,
    /// 办法 条例.
    Rules,
    /// 讲话 倡议书 调研报告: a kind that is named, and none of these.
    Other,
}

impl Writing {
    /// What a code of the lexicon stands for, where it is one of a kind of writing.
    pub(super) fn of(code: RoleCode) -> Option<Self> {
        Some(match code {
            title::PLAN => Self::Plan,
            title::REVIEW => Self::Review,
            title::PRACTICE => Self::Practice,
            title::GOVERNMENT => Self::Government,
            title::RULES => Self::Rules,
            title::OTHER => Self::Other,
            _ => return None,
        })
    }
}

/// What kind of writing a piece is, whose title is in the buffer: by its title, that of its collection, or its opening.
pub(super) fn kind(
    document: &Document<'_>,
    buffer: &mut Buffer,
    at: u32,
    collection: &mut Option<Claim>,
) -> Option<Claim> {
    let own = named(buffer);
    let title = buffer.text();
    let titled = !title.is_empty();
    let open = own.is_none() || find(title, "发言").is_some() && !has_any(title, &PLEDGES);
    if buffer.read_collection_title(document, at) {
        *collection = named(buffer);
    }
    if !open || own.is_some_and(|k| k.role != title::OTHER) {
        return own;
    }
    let told = collection.filter(|k| k.role == title::PRACTICE);
    buffer.read_announcement(document, at);
    if has_any(buffer.text(), &ORDERS) {
        return own.or(told.map(|k| Claim { role: title::OTHER, ..k }));
    }
    if told.is_some() {
        return told;
    }
    let report = first_of(buffer, &REPORTS);
    let announced = report.filter(|_| {
        let said = ANNOUNCES.iter().find_map(|word| buffer.text().split_once(word));
        said.is_some_and(|(_, what)| !has_any(what, &TO_COME))
    });
    // 现将有关情况报告如下: what is not asked for there was done
    let filed = first_of(buffer, &["报告如下"]).map(|c| Claim { role: title::REVIEW, weight: FAINT, ..c });
    let announced = announced.or(filed);
    buffer.read_text(document, at);
    // an editor's note on what others did: 【编者按】…现将他们的做法刊发如下
    if has_any(buffer.text(), &["编者按", "按语"])
        && let Some(told) = first_of(buffer, &["做法", "经验"])
    {
        return Some(told);
    }
    let report = report.or_else(|| first_of(buffer, &RESULTS).filter(|_| titled));
    let since = report.filter(|_| has_any(buffer.text(), &SINCE));
    since.or_else(|| tells_of_deeds(document, buffer, at, own.is_some(), announced)).or(own)
}

/// What a piece whose sections order tells of its deeds: that they are announced, or that most of them are told by figures.
fn tells_of_deeds(
    document: &Document<'_>,
    buffer: &mut Buffer,
    at: u32,
    speech: bool,
    announced: Option<Claim>,
) -> Option<Claim> {
    let (mut all, mut done, mut ordered, mut told, mut lesson) = (0, 0, 0, None::<Claim>, None);
    let tree = document.tree();
    for section in tree.children_of(at, SlotKind::Section).take(MOST_SECTIONS) {
        // lessons at the end are drawn from what was done
        if buffer.read_title(document, section) {
            lesson = first_of(buffer, &LESSONS).filter(|_| ends_with_any(buffer.text(), &LESSONS));
        }
        buffer.read_below(document, section);
        let text = buffer.text();
        if text.is_empty() {
            continue;
        }
        all += 1;
        let (mut deed, mut asks) = (None, begins_with_any(text, &["要", "各级"]));
        Lexicon::builtin().find(text, &mut |hit| match hit.cue.role {
            title::DEED => deed = deed.or(Some(experience(hit.start as u32, hit.end as u32))),
            title::ASKS => asks = true,
            _ => {}
        });
        let deed = deed.filter(|_| !asks && text.bytes().any(|b| b.is_ascii_digit()));
        (done, ordered) = (done + u32::from(deed.is_some()), ordered + u32::from(asks));
        told = told.or(deed.map(|deed| buffer.placed(deed)));
    }
    // a last section may say what comes next
    let orders = ordered > 0 && (ordered > 1 || all < 3);
    // what has no name of such an account says little of parts that are no acts: 收支决算
    let told = told.map(|told| Claim { weight: if speech { told.weight } else { FAINT }, ..told });
    announced.or(lesson).or(told.filter(|_| done * 2 > all && all > 1)).filter(|_| !orders)
}

/// Whether a section of role `inner` is at home under one of role `outer`.
pub(super) fn follows(outer: RoleCode, inner: RoleCode) -> bool {
    match outer {
        code::REQUIREMENTS => matches!(inner, code::GOALS | code::BACKGROUND | code::SIGNIFICANCE | code::SAFEGUARDS),
        code::COUNTERMEASURES => matches!(inner, code::GOALS | code::SAFEGUARDS | code::REQUIREMENTS),
        code::SAFEGUARDS => false,
        code::GOALS => matches!(inner, code::REQUIREMENTS | code::COUNTERMEASURES),
        code::SIGNIFICANCE => matches!(inner, code::BACKGROUND | code::PROBLEMS),
        _ => true,
    }
}

/// The kind of writing that the title in the buffer names last.
fn named(buffer: &Buffer) -> Option<Claim> {
    let title = buffer.text();
    let body = match title.strip_suffix(['）', ')', '》']) {
        Some(open) => open.rfind(['（', '(']).and_then(|at| title.get(..at)).unwrap_or(open),
        None => title,
    };
    let mut kind: Option<Hit<'_>> = None;
    Lexicon::builtin().find(title, &mut |hit| {
        let longer = kind.is_none_or(|k| hit.end > k.end || hit.end == k.end && hit.start < k.start);
        let at_end = hit.end == body.len() || hit.cue.place != Place::End;
        // 2023年工作总结及2024年工作计划 looks back first
        let joined = |k: Hit<'_>| k.cue.role == title::REVIEW && hit.cue.role == title::PLAN && is_joined(title, k.end);
        if Writing::of(hit.cue.role).is_some() && at_end && longer && !kind.is_some_and(joined) {
            kind = Some(hit);
        }
    });
    let doer = || {
        let end = title.find(any_of("：:")).filter(|&at| is_one_of(last(before(title, at)), DOERS))?;
        Some(experience(0, end as u32))
    };
    kind.map(|hit| Claim::of(hit, false)).or_else(doer).map(|claim| buffer.placed(claim))
}

/// Whether the title names something else as well behind byte `at`.
fn is_joined(title: &str, at: usize) -> bool {
    begins_with_any(after(title, at), &["和", "及", "暨", "与", "、"])
}

/// The first of some words that the buffer has, as what tells of experience.
fn first_of(buffer: &Buffer, words: &[&str]) -> Option<Claim> {
    let text = buffer.text();
    let (start, word) = words.iter().find_map(|word| Some((find(text, word)? as u32, word)))?;
    Some(buffer.placed(experience(start, start + word.len() as u32)))
}

fn experience(start: u32, end: u32) -> Claim {
    Claim { role: title::PRACTICE, custom: false, weight: 70, start, end }
}

/// What the opening of an account of one's own work says, as 近年来, before it comes to what was done: 汇报如下.
const SINCE: [&str; 6] = ["年来", "以来", "去年", "这些年", "这两年", "这几年"];
const REPORTS: [&str; 8] = ["汇报", "体会", "做法", "经验", "介绍", "交流", "归纳起来", "概括起来"];
const RESULTS: [&str; 11] =
    ["增长", "提高到", "提升到", "升至", "达到", "下降", "降至", "累计", "被评为", "荣获", "表扬"];
/// What a speaker says who announces an account of his own, and what says that it is one of what is to come.
const ANNOUNCES: [&str; 7] = ["现将", "现就", "我就", "下面", "我从", "我代表", "就"];
const TO_COME: [&str; 8] = ["打算", "安排", "计划", "意见", "建议", "表态", "思路", "草案"];
/// What a kind weighs that is told by figures alone.
const FAINT: u8 = 40;
const LESSONS: [&str; 2] = ["启示", "体会"];
/// The sections of a piece that are asked what it tells of.
const MOST_SECTIONS: usize = 8;
/// What speeches are called that tell of no work done.
const PLEDGES: [&str; 4] = ["表态", "检查", "检视", "剖析"];
/// What the opening of a leader's speech ends in: 讲三点意见.
pub(super) const ORDERS: [&str; 6] = ["点意见", "条意见", "点要求", "条要求", "点希望", "强调"];

/// What whose names stand before a colon, in the title of an account of what it did: 某区：….
const DOERS: &str = "区县市州旗镇乡村道局委院校学司";
