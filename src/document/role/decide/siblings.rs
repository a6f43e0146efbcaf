//! What sections of one list say of each other.

use super::{Entry, Judge, Verdict, verdict};
use crate::SectionKind;
use crate::document::role::RoleBasis;
use crate::document::role::title::{Claim, Shape, code};
use crate::document::role::writing::Writing;
use crate::lexer::search::has_any;

impl Judge<'_, '_> {
    /// In an account of experience or a review, a title that says nothing itself tells what was done, before what is still
    /// amiss or to be done: one that is built like the one beside it, or any but the first.
    pub(super) fn done(&mut self, family: &[u32], told: Claim, alike: bool) {
        let (mut before, mut waiting, mut after_act) = (None, None, false);
        for (i, &child) in family.iter().enumerate() {
            let Some(Entry { at, kind, titled, sense, verdict: found, .. }) = self.entries.get(child as usize) else {
                break;
            };
            let role = found.map(|v| v.role);
            let amiss = matches!(role, Some(code::PROBLEMS | code::CAUSES));
            if role == Some(code::COUNTERMEASURES) || amiss && (i > 0 || told.role != code::CORE_EXPERIENCE) {
                break;
            }
            let heading = matches!(kind, Some(SectionKind::Heading | SectionKind::Item));
            // (text may run on to one that is like the one before)
            let open = role.is_none() && (*titled || after_act) && !sense.matter && heading;
            let at = *at;
            // 护林的启示 says so itself: to be built like it says nothing
            let act = found.is_some_and(|v| v.role == told.role && v.basis != RoleBasis::Title);
            let shape = (alike && (open || act)).then(|| self.shape(at));
            let same = shape.zip(before).is_some_and(|(one, other)| one.is_like(&other));
            before = shape;
            after_act = act || open && after_act;
            let last = std::mem::replace(&mut waiting, open.then_some(child));
            for child in last.filter(|_| same).into_iter().chain(waiting.filter(|_| same || !alike && i > 0)) {
                if let Some(entry) = self.entries.get_mut(child as usize) {
                    let claim = Claim { weight: 40, ..told };
                    entry.verdict = Some(verdict(entry.at, claim, RoleBasis::Parent));
                }
            }
        }
    }

    /// Whether the sentence above a family says that all of it tells what was done.
    fn is_introduced(&mut self, family: &[u32]) -> bool {
        let first = family.first().and_then(|&child| self.entries.get(child as usize));
        let Some(above) = first.map(|entry| self.document.tree().slot(entry.at).parent) else { return false };
        self.buffer.read_announcement(self.document, above);
        has_any(self.buffer.text(), &["做法", "经验", "汇报", "体会", "介绍", "交流"])
    }

    /// Whether two titles have clauses of the same lengths that begin alike.
    fn is_built_like(&mut self, at: u32, other: Option<&u32>) -> bool {
        let other = other.and_then(|&other| self.entries.get(other as usize)).map(|other| other.at);
        let Some((one, other)) = other.map(|other| (self.shape(at), self.shape(other))) else { return false };
        one.has_beat_of(&other)
    }

    fn shape(&mut self, at: u32) -> Shape {
        self.buffer.read_title(self.document, at);
        Shape::of(self.buffer.text())
    }

    /// Fills what stands between two known roles, in the order that such writing goes in.
    pub(super) fn neighbours(&mut self, family: &[u32], writing: Option<Writing>, top: bool) {
        // 近年来，我镇矛盾纠纷下降41%。现将有关做法汇报如下。
        let introduced = matches!(writing, Some(Writing::Practice | Writing::Review)) && self.is_introduced(family);
        let role_of = |judge: &Self, i: Option<usize>| {
            let entry = judge.entries.get(*family.get(i?)? as usize)?;
            entry.verdict.filter(|v| !v.custom && v.basis != RoleBasis::Neighbours)
        };
        // in a plan all that follows a task is one, up to what secures it
        let mut task = false;
        for i in 0..family.len() {
            let Some(entry) = family.get(i).and_then(|&c| self.entries.get(c as usize)) else { continue };
            if let Some(found) = entry.verdict {
                task = found.role == code::COUNTERMEASURES && writing == Some(Writing::Plan);
            }
            if entry.verdict.is_some() || entry.sense.matter || entry.kind != Some(SectionKind::Heading) {
                continue;
            }
            let (at, before, after) = (entry.at, role_of(self, i.checked_sub(1)), role_of(self, Some(i + 1)));
            let (last, silent) = (i + 1 == family.len(), entry.sense.claim.is_none());
            let form = |v: Option<Verdict>| v.filter(|v| v.basis == RoleBasis::Form).map(|v| v.role);
            // 心中有民，厚植为民情怀 beside 心中有党，把稳思想之舵
            let beside = [form(before).map(|_| i.wrapping_sub(1)), form(after).map(|_| i + 1)];
            let beside = beside.into_iter().flatten().find(|&other| self.is_built_like(at, family.get(other)));
            let role = match (before.map(|v| v.role), after.map(|v| v.role)) {
                (Some(role), _) if beside == i.checked_sub(1) && beside.is_some() => role,
                (_, Some(role)) if beside.is_some() => role,
                (Some(role), Some(_)) if form(before) == Some(role) && form(after) == Some(role) => role,
                _ if task && silent => code::COUNTERMEASURES,
                _ if writing == Some(Writing::Plan) => continue,
                // what follows what was amiss was done about it
                (Some(code::PROBLEMS | code::CAUSES), _) if writing == Some(Writing::Practice) && i == 1 => {
                    code::CORE_EXPERIENCE
                }
                // the first of titles that all tell what was done, where the text above them says so
                (None, Some(role @ (code::CORE_EXPERIENCE | code::ACHIEVEMENTS)))
                    if i == 0 && introduced && after.is_some_and(|v| v.basis != RoleBasis::Title) =>
                {
                    role
                }
                (None, Some(code::SIGNIFICANCE | code::CORE_EXPERIENCE | code::ACHIEVEMENTS)) if i == 0 => {
                    code::BACKGROUND
                }
                (Some(code::BACKGROUND), Some(code::CORE_EXPERIENCE | code::REQUIREMENTS)) => code::SIGNIFICANCE,
                (Some(code::BACKGROUND | code::SIGNIFICANCE), Some(code::ACHIEVEMENTS)) => code::CORE_EXPERIENCE,
                // a speech comes from why to what, and to who sees to it
                (Some(code::SIGNIFICANCE), Some(code::SAFEGUARDS)) if writing == Some(Writing::Other) => {
                    code::COUNTERMEASURES
                }
                // a study of what is done comes to what is amiss
                (Some(code::CORE_EXPERIENCE), Some(code::COUNTERMEASURES)) if writing == Some(Writing::Other) => {
                    code::PROBLEMS
                }
                (Some(code::CORE_EXPERIENCE), Some(code::PROBLEMS | code::COUNTERMEASURES)) => code::ACHIEVEMENTS,
                (Some(code::ACHIEVEMENTS), Some(code::COUNTERMEASURES)) if writing == Some(Writing::Review) => {
                    code::ACHIEVEMENTS
                }
                (Some(code::ACHIEVEMENTS), Some(code::CAUSES | code::COUNTERMEASURES)) => code::PROBLEMS,
                (Some(code::PROBLEMS), Some(code::COUNTERMEASURES)) => code::CAUSES,
                (Some(code::PROBLEMS | code::CAUSES), Some(code::SAFEGUARDS) | None) => code::COUNTERMEASURES,
                (Some(code::COUNTERMEASURES), None) if top && last && family.len() > 2 => code::SAFEGUARDS,
                _ => continue,
            };
            let Some(witness) = before.or(after) else { continue };
            if let Some(entry) = family.get(i).and_then(|&c| self.entries.get_mut(c as usize)) {
                entry.verdict = Some(Verdict { at, role, weight: 40, basis: RoleBasis::Neighbours, ..witness });
            }
        }
    }

    /// Takes their role from a few points, leads or items in a long list: a list has one, or each says its own plainly.
    pub(super) fn drop_lone(&mut self, family: &[u32], plan: bool) {
        /// The fewest members of a list that tell.
        const LIST: usize = 3;
        /// What a title says plainly weighs as much.
        const PLAIN: u8 = 90;
        let members = |judge: &Self, kind| {
            let entries = family.iter().filter_map(|&child| judge.entries.get(child as usize));
            let all = entries.filter(|e| e.kind == Some(kind));
            all.fold((0, 0), |(all, with), e| (all + 1, with + usize::from(e.verdict.is_some())))
        };
        for kind in [SectionKind::Point, SectionKind::Lead, SectionKind::Item] {
            let (all, with) = members(self, kind);
            let few = if kind == SectionKind::Item { with * 4 <= all && !plan } else { with * 2 < all };
            if all < LIST || !few {
                continue;
            }
            for &child in family {
                let Some(entry) = self.entries.get_mut(child as usize).filter(|e| e.kind == Some(kind)) else {
                    continue;
                };
                let plain = |v: &Verdict| v.custom || kind == SectionKind::Item && v.weight >= PLAIN;
                entry.verdict = entry.verdict.filter(plain);
            }
        }
    }
}
