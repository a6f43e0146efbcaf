//! What the words right before a list say that it is: 存在以下问题：, 核心经验有三条。

use super::{Claim, Judge, Verdict, code, verdict};
use crate::SectionKind;
use crate::document::Section;
use crate::document::role::RoleBasis;
use crate::document::role::lexicon::Lexicon;
use crate::document::role::writing::Writing;
use crate::lexer::search::{before, begins_with_any, ends_with_any, has_any, last, suffix};
use crate::tree::SlotKind;

impl Judge<'_, '_> {
    /// What the words right before the first section under `parent` announce.
    pub(super) fn announced(&mut self, parent: usize) -> Option<Verdict> {
        let at = self.entries.get(parent)?.at;
        self.buffer.read_announcement(self.document, at);
        let text = self.buffer.text().trim_end();
        if !announces(text) {
            return None;
        }
        // 工作情况和明年打算 are two things
        let source = self.document.source();
        let one_of_two = |c: &Claim| {
            let words = suffix(before(source, c.start as usize), "情况和下半年的工作".len());
            has_any(words, &["情况和", "情况及"]) || c.role == code::COUNTERMEASURES && words.contains("情况")
        };
        // where a place lies is told before a list of anything
        let tells = |c: &Claim| c.custom || c.role != code::BACKGROUND && !one_of_two(c);
        let found = self.text_claim(false).filter(|c| c.weight >= 50 && tells(c))?;
        Some(verdict(at, found, RoleBasis::Announced))
    }

    /// Points in running text whose announcement says what they are: 存在的问题有：一是……；二是……
    pub(super) fn announce_points(&mut self, parent: usize, writing: Option<Writing>, family: &[u32]) {
        let is_point = |judge: &Self, child: u32| {
            judge.entries.get(child as usize).is_some_and(|e| e.kind == Some(SectionKind::Point))
        };
        let Some(above) = self.entries.get(parent).map(|e| e.verdict.map(|v| v.role)) else { return };
        let (mut told, mut after_point) = (None, false);
        for &child in family {
            let follows = std::mem::replace(&mut after_point, is_point(self, child));
            let Some(at) = self.entries.get(child as usize).map(|e| e.at).filter(|_| after_point) else { continue };
            let mark = Section { document: self.document, at }.mark();
            if !follows || mark.is_some_and(|mark| mark.ordinal() == Some(1)) {
                let before = self.text_before(at);
                told = before.and_then(|(start, end)| self.told_of_points(start, end, writing));
            }
            let told = told.filter(|v| Some(v.role) != above);
            let (Some(told), Some(entry)) = (told, self.entries.get_mut(child as usize)) else { continue };
            entry.verdict = entry.verdict.filter(|v| v.custom).or(Some(Verdict { at, ..told }));
        }
    }

    /// The text right before a section, perhaps of the section before it.
    fn text_before(&self, at: u32) -> Option<(u32, u32)> {
        let tree = self.document.tree();
        let slot =
            (0..at).rev().map(|i| tree.slot(i)).find(|s| !matches!(s.kind, SlotKind::Break | SlotKind::Noise))?;
        let is_title = matches!(tree.slot(slot.parent).kind, SlotKind::Title | SlotKind::Element);
        (slot.kind == SlotKind::Text && !is_title).then_some((slot.start, slot.end))
    }

    /// What the end of a stretch of text says of the points behind it.
    fn told_of_points(&mut self, start: u32, end: u32, writing: Option<Writing>) -> Option<Verdict> {
        self.buffer.read_last_sentence(self.document, start, end);
        let text = self.buffer.text();
        if !announces(text.trim_end()) {
            return None;
        }
        let told = text.trim_end().trim_end_matches(STOPS);
        let clause = told.rsplit(['，', ',', '；', ';']).next().unwrap_or(told);
        let (words, noun) = around_count(clause);
        // both where they stand in the text
        let (words_at, noun_at) = (told.len() - clause.len(), told.len() - noun.len());
        let of_noun = |role| {
            // 还存在不少问题： has no noun of its own
            let (start, end) = (if noun.is_empty() { words_at } else { noun_at } as u32, told.len() as u32);
            Claim { role, custom: false, weight: LEAST, start, end }
        };
        let matter = ends_with_any(clause, &["问题", "矛盾", "困难"]);
        let task = TASKS.contains(&noun);
        let claim = match () {
            _ if matter && has_any(clause, &AMISS) => Some(of_noun(code::PROBLEMS)),
            // 要注意以下几个问题 names none of them as amiss
            _ if matter && has_any(words, &SPOKEN_OF) => return None,
            _ if matter && has_any(words, &DEALT_WITH) || PROPOSALS.contains(&noun) => {
                Some(of_noun(code::COUNTERMEASURES))
            }
            _ if task && has_any(words, &DONE) => Some(of_noun(code::ACHIEVEMENTS)),
            _ if task && has_any(words, &TO_DO) => Some(of_noun(code::COUNTERMEASURES)),
            _ => {
                // 核心经验|主要有三条
                let named = TELLS.iter().filter_map(|tells| words.find(tells)).min();
                let named = named.map_or(words, |at| before(words, at));
                [(noun, noun_at, LEAST), (named, words_at, PLAIN)].into_iter().find_map(|(part, at, least)| {
                    let claim =
                        self.reader.read(Lexicon::builtin(), part, false).claim.filter(|c| c.weight >= least)?;
                    Some(Claim { start: claim.start + at as u32, end: claim.end + at as u32, ..claim })
                })
            }
        };
        let claim = match claim {
            Some(claim) => self.buffer.placed(claim),
            None => self.text_claim(false).filter(|c| c.weight >= LEAST)?,
        };
        // to the conclusion that …… is no concluding part
        let told = Some(claim).filter(|c| c.role != code::CONCLUSION)?;
        Some(verdict(start, self.looked_back(writing, told), RoleBasis::Announced))
    }
}

/// The least that the words of an announcement must weigh, and those that it has before a colon only: 带根本性的|问题： is a theme.
const LEAST: u8 = 50;
const PLAIN: u8 = 70;

const STOPS: [char; 4] = ['。', '：', ':', '！'];

/// What stands between what is announced and how many there are.
const TELLS: [&str; 11] =
    ["主要有", "至少有", "大致有", "共有", "主要是", "主要体现", "主要表现", "体现在", "表现在", "可以概括", "归纳"];

/// What is said of questions: of those that need not be amiss, of those that are, and what is done about them.
const SPOKEN_OF: [&str; 10] = ["注意", "强调", "把握", "讲", "谈", "说明", "回答", "研究", "关心", "关注"];
const AMISS: [&str; 3] = ["存在", "有待", "亟待"];
const DEALT_WITH: [&str; 5] = ["解决", "处理", "化解", "破解", "攻克"];

const PROPOSALS: [&str; 2] = ["倡议", "主张"];
const TASKS: [&str; 4] = ["工作", "任务", "事", "事情"];
const DONE: [&str; 5] = ["做了", "开展了", "完成了", "抓了", "办了"];
const TO_DO: [&str; 6] = ["做好", "抓好", "办好", "推进", "重点", "着力"];

/// The words before and behind how many there are, or what points to them: 主要做了|以下几项|工作, 核心经验有|三条|.
fn around_count(clause: &str) -> (&str, &str) {
    let pointer = POINTERS.iter().filter_map(|word| clause.find(word)).min();
    let many = clause.char_indices().find(|&(at, c)| {
        let behind = clause.get(at + c.len_utf8()..).unwrap_or_default();
        (is_many(c) || c == '几') && begins_with_any(behind, &UNITS)
    });
    let at = pointer.into_iter().chain(many.map(|(at, _)| at)).min().unwrap_or(clause.len());
    let words = before(clause, at).trim_end_matches(is_many);
    let mut noun = clause.get(at..).unwrap_or_default();
    while let Some(rest) = noun.strip_prefix(|c| is_many(c) || c == '几').or_else(|| {
        let words = POINTERS.iter().chain(&UNITS).chain(&["的", "主要", "突出", "重要", "重点", "这些"]);
        words.filter_map(|word| noun.strip_prefix(word)).next()
    }) {
        noun = rest;
    }
    (words, noun)
}

const POINTERS: [&str; 5] = ["以下", "如下", "下列", "下面", "这么"];
const UNITS: [&str; 9] = ["个", "方面", "点", "条", "项", "件", "大", "种", "层"];

/// Whether a sentence announces a list by its colon, a number, or by words.
/// 走出了一条路子 announces none, nor does 工作要点.
fn announces(text: &str) -> bool {
    let counted = |unit: &str| {
        text.match_indices(unit).any(|(at, _)| {
            let before = before(text, at);
            before.strip_suffix(['个', '大']).unwrap_or(before).ends_with(is_many)
        })
    };
    matches!(last(text), '：' | ':')
        || has_any(text, &POINTERS)
        || text.contains('几')
        || ["方面", "点", "条", "项", "件事"].iter().any(|unit| counted(unit))
}

/// Whether a character ends a number of more than one: 三条, 6条, 多条
fn is_many(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '多' | '些')
}
