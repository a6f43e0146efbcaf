//! From what each title says to a role for each section: titles first, then form, text, the
//! sections below, the list that it is in, and its neighbours.

mod announced;
mod ends;
mod siblings;
mod under;

use super::buffer::Buffer;
use super::lexicon::{Lexicon, NONE, Place, RoleCode};
use super::title::{self, Claim, Reader, Sense, code};
use super::writing::{self, Writing};
use super::{Role, RoleBasis};
use crate::document::{Document, Section};
use crate::lexer::search::{before, begins_with_any, ends_with_any, has_any, suffix};
use crate::tree::SlotKind;
use crate::{MarkStyle, SectionKind};
use std::iter::once;

/// A role, and what says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) struct Verdict {
    /// The slot of the section.
    pub at: u32,
    /// Where the cue stands, in source bytes.
    pub start: u32,
    pub end: u32,
    role: RoleCode,
    custom: bool,
    /// Confidence in percent.
    pub weight: u8,
    pub basis: RoleBasis,
}

/// The roles of a document: of the sections that have one, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(in crate::document) struct Roles {
    verdicts: Vec<Verdict>,
}

impl Roles {
    pub(super) fn verdict(&self, at: u32) -> Option<Verdict> {
        let found = self.verdicts.binary_search_by_key(&at, |v| v.at).ok()?;
        self.verdicts.get(found).copied()
    }

    pub(super) fn below(&self, slots: std::ops::Range<u32>) -> &[Verdict] {
        let from = self.verdicts.partition_point(|v| v.at < slots.start);
        let to = self.verdicts.partition_point(|v| v.at < slots.end);
        self.verdicts.get(from..to).unwrap_or_default()
    }

    pub(super) fn role<'d>(&self, verdict: Verdict, document: &'d Document<'_>) -> Role<'d> {
        let lexicon = match &document.lexicon {
            Some(lexicon) if verdict.custom => lexicon,
            _ => Lexicon::builtin(),
        };
        lexicon.role(verdict.role).unwrap_or(Role::Custom(""))
    }
}

/// The roles of all sections; one pass over the titles, one over the tree.
pub(super) fn decide(document: &Document<'_>) -> Roles {
    let mut judge = Judge {
        document,
        reader: Reader::default(),
        own_reader: Reader::default(),
        buffer: Buffer::default(),
        entries: Vec::new(),
        family: Vec::new(),
    };
    judge.read_titles();
    judge.decide_families();
    let verdicts = judge.entries.iter().filter_map(|e| e.verdict).collect();
    Roles { verdicts }
}

/// A piece or section on its way to a role.
struct Entry {
    at: u32,
    /// The entry after the last one under this.
    next: u32,
    kind: Option<SectionKind>,
    titled: bool,
    sense: Sense,
    verdict: Option<Verdict>,
    /// Of a piece.
    writing: Option<Writing>,
    /// Whether it is a section of rules or conditions, or stands under one.
    matter: bool,
}

struct Judge<'a, 's> {
    document: &'a Document<'s>,
    reader: Reader<'a>,
    own_reader: Reader<'a>,
    buffer: Buffer,
    entries: Vec<Entry>,
    /// The children of the entry at hand.
    family: Vec<u32>,
}

impl<'a, 's> Judge<'a, 's> {
    fn read_titles(&mut self) {
        let tree = self.document.tree();
        let mut open: Vec<(u32, usize)> = Vec::new();
        let (document, mut collection) = (self.document, None);
        for at in document.pieces().flat_map(|piece| once(piece.at).chain(piece.descendants().map(|s| s.at))) {
            let slot = tree.slot(at);
            while let Some(&(end, entry)) = open.last().filter(|o| o.0 <= at) {
                self.close(entry);
                debug_assert!(end <= at);
                open.pop();
            }
            open.push((slot.next, self.entries.len()));
            let piece = slot.kind == SlotKind::Piece;
            let titled = self.buffer.read_title(self.document, at);
            let mut entry = Entry {
                at,
                next: 0,
                kind: (!piece).then(|| SectionKind::from_detail(slot.detail)),
                titled,
                sense: Sense::default(),
                verdict: None,
                writing: None,
                matter: false,
            };
            if piece {
                let kind = writing::kind(self.document, &mut self.buffer, at, &mut collection);
                (entry.writing, entry.sense.claim) = (kind.and_then(|k| Writing::of(k.role)), kind);
            } else if titled {
                self.sense(&mut entry);
            } else if tree.slot(slot.parent).kind == SlotKind::Piece && !self.is_article(at) {
                entry.titled = self.buffer.read_sentence(self.document, at);
                self.sense(&mut entry);
                if !entry.titled {
                    // only wording can be told from text that runs on
                    entry.sense = Sense { claim: entry.sense.claim, ..Sense::default() };
                }
            }
            self.entries.push(entry);
        }
        while let Some((_, entry)) = open.pop() {
            self.close(entry);
        }
    }

    /// 第三条 orders and says nothing of what it is for.
    fn is_article(&self, at: u32) -> bool {
        self.style(at) == Some(MarkStyle::Article)
    }

    fn style(&self, at: u32) -> Option<MarkStyle> {
        Section { document: self.document, at }.mark().map(|mark| mark.style())
    }

    fn close(&mut self, entry: usize) {
        let next = self.entries.len() as u32;
        if let Some(entry) = self.entries.get_mut(entry) {
            entry.next = next;
        }
    }

    /// Reads the title in the buffer; the offsets become those of the source.
    fn sense(&mut self, entry: &mut Entry) {
        let text = self.buffer.text();
        let mut sense = self.reader.read(Lexicon::builtin(), text, false);
        if let Some(lexicon) = &self.document.lexicon {
            let own = self.own_reader.read(lexicon, text, true);
            sense.claim = own.claim.or(sense.claim);
            sense.last = own.last.or(sense.last);
        }
        // 一、学什么？（核心经验）; 一、关于经济形势的问题
        if sense.claim.is_none()
            && let Some((from, inner)) = gloss(text).or_else(|| topic(text))
        {
            let told = self.reader.read(Lexicon::builtin(), inner, false).claim;
            sense.claim = told.map(|c| Claim { start: c.start + from, end: c.end + from, ..c });
        }
        let buffer = &self.buffer;
        for claim in [&mut sense.claim, &mut sense.last].into_iter().flatten() {
            (claim.start, claim.end) = buffer.source(claim.start, claim.end);
        }
        for place in [&mut sense.action, &mut sense.state].into_iter().flatten() {
            *place = buffer.source(place.0, place.1);
        }
        entry.sense = sense;
        // 发展基础 in a plan is mostly what was achieved so far
        let (source, Some(claim)) = (self.document.source(), &mut entry.sense.claim) else { return };
        if claim.role == code::BACKGROUND && before(source, claim.end as usize).ends_with("发展基础") {
            self.buffer.read_text(self.document, entry.at);
            let told = self.text_claim(false).filter(|told| told.role == code::ACHIEVEMENTS && !claim.custom);
            claim.role = told.map_or(claim.role, |told| told.role);
        }
    }

    fn decide_families(&mut self) {
        let mut writing = None;
        for parent in 0..self.entries.len() {
            let Some(entry) = self.entries.get(parent) else { break };
            let top = entry.kind.is_none();
            if top {
                writing = entry.writing;
            }
            let (mut child, end) = (parent as u32 + 1, entry.next);
            self.family.clear();
            while child < end {
                self.family.push(child);
                child = self.entries.get(child as usize).map_or(end, |e| e.next);
            }
            if self.family.is_empty() {
                continue;
            }
            let family = std::mem::take(&mut self.family);
            self.decide_family(parent, writing, top, &family);
            self.family = family;
        }
    }

    /// Gives the children of one piece or section their roles.
    fn decide_family(&mut self, parent: usize, writing: Option<Writing>, top: bool, family: &[u32]) {
        let Some(entry) = self.entries.get(parent) else { return };
        let (mut above, under_matter) = (entry.verdict, entry.matter);
        let announced = match above {
            Some(_) => None,
            None => self.announced(parent),
        };
        if above.is_none() {
            above = announced;
        }
        // what is announced is the list that follows, not the next
        let list = |judge: &Self, child: u32| judge.entries.get(child as usize).map(|e| (e.kind, judge.style(e.at)));
        let first = announced.and_then(|_| list(self, *family.first()?));
        let rules = writing == Some(Writing::Rules);
        let source = self.document.source();
        let (mut looks_ahead, mut verb, mut alike) = (false, None, 0);
        for (i, &child) in family.iter().enumerate() {
            let Some(entry) = self.entries.get(child as usize) else { continue };
            // 聚焦党的建设 after 聚焦产业升级 and 聚焦民生改善 is one of the tasks
            let begins = entry.sense.action.and_then(|(start, end)| source.get(start as usize..end as usize));
            alike = if begins.is_some() && begins == verb { alike + 1 } else { 0 };
            verb = begins;
            let task = alike > 1 && writing == Some(Writing::Plan);
            let near_end = i > 0 && i + 3 >= family.len();
            // 加强队伍建设 before 加强组织实施 is one of the tasks
            let closes = entry.sense.last.is_none_or(|last| {
                last.weight > FIELD_OF_WORK || family.iter().skip(i + 1).all(|&other| self.concludes(other))
            });
            let task = task || !closes;
            let told_by_children = above.is_some_and(|v| v.basis == RoleBasis::Children);
            let verdict = if under_matter || rules && above.is_none() {
                let firm =
                    |c: &Claim| c.custom || c.weight >= 98 || rules && c.weight >= 92 && c.role == code::SAFEGUARDS;
                entry.sense.claim.filter(firm).map(|c| verdict(entry.at, c, RoleBasis::Title))
            } else if let Some(above) = above
                .filter(|_| !told_by_children || entry.sense.claim.is_none())
                .filter(|_| announced.is_none() || list(self, child) == first)
            {
                self.under_role(child as usize, above, announced.is_some())
            } else {
                self.alone(child as usize, writing, top, near_end, looks_ahead, task)
            };
            let Some(entry) = self.entries.get_mut(child as usize) else { continue };
            entry.verdict = verdict;
            entry.matter = under_matter || verdict.is_none() && (entry.sense.matter || rules);
            if let Some(verdict) = verdict.filter(|v| !v.custom) {
                // what orders after a chapter that looks back by its title looks ahead
                // (an account of experience may begin with what was amiss)
                looks_ahead = verdict.role == code::COUNTERMEASURES
                    || matches!(verdict.role, code::PROBLEMS | code::CAUSES)
                        && (i > 0 || writing != Some(Writing::Practice))
                    || verdict.role == code::ACHIEVEMENTS && verdict.basis == RoleBasis::Title && begins.is_none();
            }
        }
        if top && !rules && (above.is_none() || announced.is_some()) {
            self.ends(parent, writing, family, announced.is_some());
        }
        if above.is_none() && !under_matter && !rules {
            // 案例 and 信息 say little
            let told = self.entries.get(parent).and_then(|e| e.sense.claim);
            let done = match told.filter(|k| k.weight >= 50).map(|k| k.role) {
                Some(title::PRACTICE) => Some((code::CORE_EXPERIENCE, Writing::Practice)),
                Some(title::REVIEW) => Some((code::ACHIEVEMENTS, Writing::Review)),
                _ => None,
            };
            if let (Some(told), Some((role, kind))) = (told, done) {
                let told = Claim { role, ..told };
                self.done(family, told, true);
                self.neighbours(family, Some(kind), top);
                self.done(family, told, false);
            }
            self.neighbours(family, writing, top);
        }
        let plan = matches!(writing, Some(Writing::Plan | Writing::Government));
        self.drop_lone(family, plan);
        if !under_matter && !rules {
            self.announce_points(parent, writing, family);
        }
    }

    fn concludes(&self, child: u32) -> bool {
        let claim = self.entries.get(child as usize).and_then(|e| e.sense.claim);
        claim.is_some_and(|c| c.role == code::CONCLUSION)
    }

    /// What 主要工作 or 做法和成效 claims in a review, or 工作措施 in an account of experience, before it comes to what is to be
    /// done: what was done.
    fn looked_back(&self, writing: Option<Writing>, claim: Claim) -> Claim {
        let (role, nouns): (_, &[&str]) = match writing {
            Some(Writing::Review) => {
                (code::ACHIEVEMENTS, &["主要工作", "重点工作", "成效", "主要举措", "工作举措", "主要措施", "工作措施"])
            }
            Some(Writing::Practice) => {
                (code::CORE_EXPERIENCE, &["主要工作", "重点工作", "措施", "举措", "方法", "办法", "思考"])
            }
            _ => return claim,
        };
        let source = before(self.document.source(), claim.end as usize);
        let ahead = suffix(source, (claim.end - claim.start) as usize + AHEAD);
        // 怎样把人心聚拢 in an account tells how it was done
        let asks = writing == Some(Writing::Practice)
            && begins_with_any(suffix(source, (claim.end - claim.start) as usize), &["怎", "如何", "该怎", "该如何"]);
        let done = matches!(claim.role, code::COUNTERMEASURES | code::CORE_EXPERIENCE)
            && !claim.custom
            && (asks || ends_with_any(source, nouns))
            && !has_any(ahead, &["下", "改", "策", "今后"]);
        Claim { role: if done { role } else { claim.role }, ..claim }
    }

    /// What a speech asks for by 怎么做, which elsewhere asks what was done: what is to be; and by 靠什么: what carries it.
    fn asked(&self, writing: Option<Writing>, claim: Claim) -> Claim {
        let cue = self.document.source().get(claim.start as usize..claim.end as usize).unwrap_or_default();
        let asks = writing == Some(Writing::Other)
            && claim.role == code::CORE_EXPERIENCE
            && !claim.custom
            && !cue.ends_with('的');
        let role = match () {
            _ if !asks => claim.role,
            _ if cue.starts_with("怎么") || cue.starts_with("怎样") => code::COUNTERMEASURES,
            _ if cue.starts_with("靠什") => code::SAFEGUARDS,
            _ => claim.role,
        };
        Claim { role, ..claim }
    }

    /// A section whose parent has no role.
    fn alone(
        &mut self,
        child: usize,
        writing: Option<Writing>,
        top: bool,
        near_end: bool,
        looks_ahead: bool,
        task: bool,
    ) -> Option<Verdict> {
        let entry = self.entries.get(child)?;
        let (at, sense, kind, titled) = (entry.at, entry.sense, entry.kind, entry.titled);
        let heading = matches!(kind, Some(SectionKind::Heading | SectionKind::Item));
        let claim = match sense.last.filter(|_| top && near_end && !task && !sense.matter) {
            Some(last) if sense.claim.is_none_or(|c| c.weight < 90) => Some(last),
            _ => sense.claim,
        };
        // 加强组织领导 in the middle of a review, or of a list of measures, is one of them
        let in_passing = |c: &Claim| {
            let told =
                matches!(writing, Some(Writing::Practice | Writing::Review)) || top && !near_end && c.weight < 98;
            // 提高政治站位，增强思想自觉 in a review was done
            let stance = || c.weight < 90 || before(self.document.source(), c.end as usize).ends_with("自觉");
            let done = writing == Some(Writing::Review) && !looks_ahead && c.role == code::SIGNIFICANCE && stance();
            // 贫困情况 is how things are, 公开政府信息情况 in a review what was done
            let bare = c.weight == BARE && writing != Some(Writing::Review);
            // 多元投入是保障 orders nothing
            let judged = sense.judges && matches!(c.role, code::COUNTERMEASURES | code::SAFEGUARDS);
            !c.custom
                && ((c.role == code::SAFEGUARDS && told || done) && sense.action.or(sense.state).is_some()
                    || bare
                    || judged)
        };
        let claim = claim.filter(|c| !in_passing(c));
        let claim = claim.map(|c| self.asked(writing, if looks_ahead { c } else { self.looked_back(writing, c) }));
        if let Some(claim) = claim.filter(|c| c.custom || c.weight >= 50 && (sense.action.is_none() || c.weight >= 65))
        {
            return Some(verdict(at, claim, RoleBasis::Title));
        }
        if sense.matter {
            return None;
        }
        let plan = matches!(writing, None | Some(Writing::Plan | Writing::Government));
        let action = sense.action.filter(|_| titled && heading);
        let by_action = |role| {
            action.map(|(start, end)| Verdict {
                at,
                start,
                end,
                role,
                custom: false,
                weight: 65,
                basis: RoleBasis::Form,
            })
        };
        if plan && writing.is_some() && action.is_some() {
            return by_action(code::COUNTERMEASURES);
        }
        if !heading && self.document.lexicon.is_none() {
            return None;
        }
        // nor does what stands below the last of what was done say what that was
        let done = matches!(writing, Some(Writing::Review | Writing::Practice)) && action.is_some();
        let led = |v: &Verdict| match v.role {
            code::SAFEGUARDS => done && writing == Some(Writing::Review),
            code::PROBLEMS => done && !looks_ahead,
            _ => false,
        };
        if let Some(found) = self.by_children(child).filter(|v| !led(v)) {
            return Some(found);
        }
        // in writing of an unknown kind, words in passing do not outweigh a title that orders
        let told = |role| matches!(role, code::CORE_EXPERIENCE | code::PROBLEMS | code::CAUSES);
        let practice = writing == Some(Writing::Practice) && !looks_ahead;
        let says = |v: &Verdict| match () {
            _ if action.is_none() || v.custom => true,
            _ if practice => v.role == code::CORE_EXPERIENCE,
            _ if !plan => v.weight >= 50,
            _ => v.weight >= 60 && told(v.role),
        };
        let reads = kind == Some(SectionKind::Heading) || top && !plan || self.document.lexicon.is_some();
        if let Some(found) = reads.then(|| self.by_text(at, top, titled)).flatten().filter(says) {
            return Some(found);
        }
        if let Some((start, end)) = sense.state.filter(|_| !plan) {
            return Some(Verdict {
                at,
                start,
                end,
                role: code::ACHIEVEMENTS,
                custom: false,
                weight: 60,
                basis: RoleBasis::Form,
            });
        }
        // 关于防汛的问题 in a speech is a matter, no measure
        if writing == Some(Writing::Other) && sense.topic {
            return None;
        }
        by_action(match writing {
            Some(Writing::Practice) if practice => code::CORE_EXPERIENCE,
            Some(Writing::Review) if !looks_ahead => code::ACHIEVEMENTS,
            _ => code::COUNTERMEASURES,
        })
    }

    /// The role that most titles right under a section state.
    fn by_children(&self, parent: usize) -> Option<Verdict> {
        let entry = self.entries.get(parent)?;
        let (mut counts, mut first, mut all) = ([0u32; NONE as usize], [None; NONE as usize], 0);
        let mut child = parent as u32 + 1;
        while child < entry.next {
            let Some(below) = self.entries.get(child as usize) else { break };
            child = below.next.max(child + 1);
            all += 1;
            let Some(claim) = below.sense.claim.filter(|c| !c.custom && c.weight >= 78) else { continue };
            let role = usize::from(claim.role);
            if let (Some(count), Some(first)) = (counts.get_mut(role), first.get_mut(role)) {
                *count += 1;
                first.get_or_insert(claim);
            }
        }
        let (most, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
        let claim = first.get(most).copied().flatten().filter(|_| count * 2 >= all && (*count > 1 || all == 1))?;
        Some(verdict(entry.at, Claim { weight: 70, ..claim }, RoleBasis::Children))
    }

    /// What the opening of a section's text, or the sentence before its list, says.
    fn by_text(&mut self, at: u32, top: bool, titled: bool) -> Option<Verdict> {
        let title_free = !titled;
        self.buffer.read_text(self.document, at);
        let found = self.text_claim(title_free)?;
        (top || found.weight >= 50).then(|| verdict(at, found, RoleBasis::Text))
    }

    /// The role whose wording weighs most in the buffer.
    fn text_claim(&self, title_free: bool) -> Option<Claim> {
        let text = self.buffer.text();
        if let Some(lexicon) = &self.document.lexicon {
            let mut own: Option<Claim> = None;
            lexicon.find(text, &mut |hit| {
                let counts =
                    hit.cue.place == Place::Text || title_free && hit.start == 0 && hit.cue.place == Place::Whole;
                if counts && hit.cue.role != NONE && own.is_none() {
                    own = Some(Claim::of(hit, true));
                }
            });
            if let Some(own) = own {
                return Some(self.buffer.placed(own));
            }
        }
        let (mut sums, mut best) = ([0u32; NONE as usize], [None::<Claim>; NONE as usize]);
        let mut covered = 0;
        Lexicon::builtin().find(text, &mut |hit| {
            let role = usize::from(hit.cue.role);
            let counts = hit.cue.place == Place::Text || title_free && hit.start == 0 && hit.cue.place == Place::Whole;
            if !counts || hit.end <= covered || hit.cue.role > NONE {
                return;
            }
            covered = hit.end;
            if let (Some(sum), Some(best)) = (sums.get_mut(role), best.get_mut(role)) {
                // what stands first says more
                let near = if hit.start < 150 { 10 } else { 7 };
                *sum += u32::from(hit.cue.weight) * near / 10;
                if best.is_none_or(|b| b.weight < hit.cue.weight) {
                    *best = Some(Claim::of(hit, false));
                }
            }
        });
        let (role, sum) = sums.iter().enumerate().max_by_key(|(_, sum)| **sum)?;
        let found = best.get(role).copied().flatten().filter(|_| *sum >= 45)?;
        Some(self.buffer.placed(found))
    }
}

/// What a title names as a matter to speak of, and where it begins.
fn topic(title: &str) -> Option<(u32, &str)> {
    const ABOUT: &str = "关于";
    let inner = title.strip_prefix(ABOUT)?.strip_suffix("问题")?;
    Some((ABOUT.len() as u32, inner.strip_suffix('的').unwrap_or(inner)))
}

/// The words in brackets that a title ends with, and where they begin.
fn gloss(title: &str) -> Option<(u32, &str)> {
    let inner = title.strip_suffix(['）', ')'])?;
    let from = inner.rfind(['（', '('])?;
    let words = inner.get(from..)?.trim_start_matches(['（', '(']);
    Some(((inner.len() - words.len()) as u32, words))
}

fn verdict(at: u32, claim: Claim, basis: RoleBasis) -> Verdict {
    let Claim { role, custom, weight, start, end } = claim;
    Verdict { at, start, end, role, custom, weight, basis }
}

/// What 队伍建设 weighs in `role.txt`: a field of work, which may be among the tasks as well.
const FIELD_OF_WORK: u8 = 70;

/// What 情况 alone weighs in `role.txt`, and no other wording.
const BARE: u8 = 67;

/// The bytes before a noun in which a title says that it looks ahead: 下一步|主要|措施.
const AHEAD: usize = "下一步的工作".len();
