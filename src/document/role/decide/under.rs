//! What a section is for that stands under one whose role is known.

use super::{Judge, Verdict, code, verdict};
use crate::SectionKind;
use crate::document::role::RoleBasis;
use crate::document::role::title::Claim;
use crate::document::role::writing;

impl Judge<'_, '_> {
    /// A section in a list whose role is known.
    pub(super) fn under_role(&self, child: usize, above: Verdict, announced: bool) -> Option<Verdict> {
        let entry = self.entries.get(child)?;
        let sense = &entry.sense;
        let inherits = entry.titled && matches!(entry.kind, Some(SectionKind::Heading | SectionKind::Item));
        // 始终坚持先建机制、后建工程: what was always done is experience, whatever the noun it ends in
        let practice = !announced && above.role == code::CORE_EXPERIENCE && sense.action.is_some();
        // 加强组织领导 in an account is one of the things done
        let done = |c: &Claim| match c.role {
            code::SAFEGUARDS => true,
            code::SIGNIFICANCE | code::REQUIREMENTS => sense.action.is_some(),
            _ => false,
        };
        let account = !announced && matches!(above.role, code::ACHIEVEMENTS | code::CORE_EXPERIENCE);
        // 群众参与是有效路径 is a lesson, too
        let lesson = |c: &Claim| sense.judges && above.role == code::CORE_EXPERIENCE && c.role != above.role;
        let in_passing = |c: &Claim| lesson(c) || account && done(c);
        let strong = |c: &Claim| {
            c.custom
                || c.weight >= 98
                || c.role == above.role
                || !practice
                    && c.weight >= if sense.action.is_some() { 90 } else { 78 }
                    && writing::follows(above.role, c.role)
        };
        if let Some(claim) = sense.claim.filter(|c| c.custom || !in_passing(c)).filter(strong) {
            return Some(verdict(entry.at, claim, RoleBasis::Title));
        }
        if sense.matter || !inherits || above.custom && !announced {
            return None;
        }
        let form = match above.role {
            code::ACHIEVEMENTS | code::GOALS => sense.state.or(sense.action),
            code::BACKGROUND | code::SIGNIFICANCE => sense.state,
            code::COUNTERMEASURES | code::SAFEGUARDS | code::CORE_EXPERIENCE | code::REQUIREMENTS => sense.action,
            _ => None,
        };
        let role = match above.role {
            // 加快建设…… under 目标任务 is one of the tasks
            code::BACKGROUND | code::SIGNIFICANCE if form.is_some() => code::ACHIEVEMENTS,
            code::GOALS if sense.state.is_none() && form.is_some() && self.ends_in_task(above) => code::COUNTERMEASURES,
            role => role,
        };
        Some(match form {
            Some((start, end)) => {
                Verdict { at: entry.at, start, end, role, weight: 75, basis: RoleBasis::Form, ..above }
            }
            None => {
                let basis = if announced { RoleBasis::Announced } else { RoleBasis::Parent };
                Verdict { at: entry.at, weight: above.weight.saturating_sub(30).max(20), basis, ..above }
            }
        })
    }

    fn ends_in_task(&self, verdict: Verdict) -> bool {
        let cue = self.document.source().get(verdict.start as usize..verdict.end as usize);
        cue.is_some_and(|cue| cue.ends_with("任务"))
    }
}
