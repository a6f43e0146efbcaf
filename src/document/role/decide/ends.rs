//! What the first and the last part of a speech are for, and the last of what someone has learnt.

use super::{Claim, Judge, code, verdict};
use crate::SectionKind;
use crate::document::role::RoleBasis;
use crate::document::role::lexicon::{Lexicon, Place, RoleCode};
use crate::document::role::title;
use crate::document::role::writing::{ORDERS, Writing};
use crate::lexer::search::{any_of, before, begins_with_any, ends_with_any, has_any};

impl Judge<'_, '_> {
    /// Gives the outer parts of a speech or reflection the roles that their words have only there.
    pub(super) fn ends(&mut self, piece: usize, writing: Option<Writing>, family: &[u32], announced: bool) {
        let Some(entry) = self.entries.get(piece) else { return };
        let (at, kind) = (entry.at, entry.sense.claim);
        let kind = kind.and_then(|k| self.document.source().get(k.start as usize..k.end as usize)).unwrap_or_default();
        match writing {
            Some(Writing::Practice) if has_any(kind, &REFLECTIONS) => {
                self.end(family, title::VOW, code::COUNTERMEASURES);
            }
            None | Some(Writing::Other) if !announced => {
                self.buffer.read_announcement(self.document, at);
                let orders = has_any(self.buffer.text(), &ORDERS);
                if orders || has_any(kind, &SPEECHES) {
                    self.mind(family);
                    self.end(family, title::CARRIES, code::SAFEGUARDS);
                }
                if orders {
                    self.begin(family);
                }
            }
            _ => {}
        }
    }

    /// 思想认识要再提高: what is asked of the mind is to see why it matters.
    fn mind(&mut self, family: &[u32]) {
        for &child in family {
            let Some(entry) = self.entries.get(child as usize) else { break };
            if !entry.titled || entry.verdict.is_some_and(|v| v.custom || v.basis == RoleBasis::Title && v.weight >= 75)
            {
                continue;
            }
            let at = entry.at;
            self.buffer.read_title(self.document, at);
            let text = self.buffer.text();
            let end = text.find(any_of("要，")).unwrap_or(0);
            let subject = before(text, end);
            let asked = text.get(end..).is_some_and(|rest| rest.starts_with('要')) && subject.len() <= SUBJECT;
            let mind = has_any(subject, &["认识", "站位"])
                || begins_with_any(subject, &["思想", "在思想"]) && !has_any(subject, &["政治", "建设", "工作"]);
            if asked && mind {
                self.tell(child, code::SIGNIFICANCE, 0, end as u32);
            }
        }
    }

    /// 整改来不得半点含糊, before what is to be done and what secures it: why it matters, as a speech begins.
    fn begin(&mut self, family: &[u32]) {
        let role = |child: Option<&u32>| self.entries.get(*child? as usize)?.verdict.map(|v| v.role);
        let (second, last) = (role(family.get(1)), role(family.last()));
        let Some(&child) = family.first().filter(|_| {
            family.len() >= PARTS && second == Some(code::COUNTERMEASURES) && last == Some(code::SAFEGUARDS)
        }) else {
            return;
        };
        let Some(entry) = self.entries.get(child as usize) else { return };
        let silent = entry.verdict.is_none() && entry.sense.claim.is_none() && entry.sense.action.is_none();
        if silent && entry.titled && !entry.sense.matter {
            self.buffer.read_title(self.document, entry.at);
            let title = self.buffer.text();
            let end = title.len() as u32;
            // 项目建设方面 is a field, 忠诚履职，做忠诚卫士 an order
            if !begins_with_any(title, &["关于"])
                && !has_any(title, &["，做", "，当"])
                && !ends_with_any(title, &["方面", "工作", "情况", "问题"])
            {
                self.tell(child, code::SIGNIFICANCE, 0, end);
            }
        }
    }

    /// Gives the last of several parts a role by words that tell it only there.
    fn end(&mut self, family: &[u32], form: RoleCode, role: RoleCode) {
        let &[.., before, last] = family else { return };
        let (Some(before), Some(entry)) = (self.entries.get(before as usize), self.entries.get(last as usize)) else {
            return;
        };
        let first = self.entries.get(family.first().copied().unwrap_or_default() as usize).and_then(|e| e.verdict);
        let follows = match role {
            // (信念要坚定, 纪律要严明 is asked of people)
            code::SAFEGUARDS => match before.verdict {
                Some(before) => before.role == code::COUNTERMEASURES,
                None => first.is_some_and(|v| v.role == code::SIGNIFICANCE),
            },
            _ => true,
        };
        // what it says itself goes first; that something is to be done it says in any case
        let open = entry.verdict.is_none_or(|v| {
            !v.custom && (v.basis != RoleBasis::Title || v.role == code::COUNTERMEASURES && v.weight < 90)
        });
        if family.len() < PARTS
            || !follows
            || !open
            || !entry.titled
            || entry.sense.topic
            || entry.kind != Some(SectionKind::Heading)
        {
            return;
        }
        let at = entry.at;
        for place in [Place::In, Place::Text] {
            match place {
                Place::Text => self.buffer.read_text(self.document, at),
                _ => _ = self.buffer.read_title(self.document, at),
            }
            // 遵守纪律，做有担当的人 is asked of people
            if role == code::SAFEGUARDS && ends_with_any(self.buffer.text(), &["人", "者"]) {
                return;
            }
            let mut cue = None;
            Lexicon::builtin().find(self.buffer.text(), &mut |hit| {
                if hit.cue.role == form && hit.cue.place == place {
                    cue = cue.or(Some((hit.start as u32, hit.end as u32)));
                }
            });
            if let Some((start, end)) = cue {
                return self.tell(last, role, start, end);
            }
        }
    }

    /// Gives a section a role by words of the buffer.
    fn tell(&mut self, child: u32, role: RoleCode, start: u32, end: u32) {
        let claim = self.buffer.placed(Claim { role, custom: false, weight: 60, start, end });
        if let Some(entry) = self.entries.get_mut(child as usize) {
            entry.verdict = Some(verdict(entry.at, claim, RoleBasis::Form));
        }
    }
}

/// What pieces are called in which someone says what he has learnt, and those in which someone says what is to be done.
const REFLECTIONS: [&str; 4] = ["心得", "感", "体会", "研讨"];
const SPEECHES: [&str; 3] = ["讲话", "动员", "讲稿"];

/// The fewest parts of which the last carries the others through.
const PARTS: usize = 3;

/// The most bytes of what a title asks something of: 在思想认识上|要….
const SUBJECT: usize = "在全体干部的思想认识上".len();
