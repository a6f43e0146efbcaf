//! What the wording of one title says.

mod object;

use super::lexicon::{FIRST_CUSTOM, Hit, Lexicon, NONE, Place, RoleCode};
use crate::lexer::decode::{char_at, each_char, last_char};
use crate::lexer::search::{self, begins_with_any, ends_with_any, find, first, has_any, last, prefix};
use object::{grasps, names};

/// What the crate's own wording names besides roles: the forms of titles and the kinds of writing.
pub(super) const FORMS: [&str; 17] = [
    "@brief",
    "@either",
    "@action",
    "@adverb",
    "@state",
    "@matter",
    "@plan",
    "@other",
    "@review",
    "@practice",
    "@government",
    "@rules",
    "@about",
    "@deed",
    "@asks",
    "@carries",
    "@vow",
];
pub(super) const BRIEF: RoleCode = FIRST_CUSTOM;
pub(super) const EITHER: RoleCode = FIRST_CUSTOM + 1;
pub(super) const ACTION: RoleCode = FIRST_CUSTOM + 2;
pub(super) const ADVERB: RoleCode = FIRST_CUSTOM + 3;
pub(super) const STATE: RoleCode = FIRST_CUSTOM + 4;
pub(super) const MATTER: RoleCode = FIRST_CUSTOM + 5;
pub(super) const PLAN: RoleCode = FIRST_CUSTOM + 6;
pub(super) const OTHER: RoleCode = FIRST_CUSTOM + 7;
pub(super) const REVIEW: RoleCode = FIRST_CUSTOM + 8;
pub(super) const PRACTICE: RoleCode = FIRST_CUSTOM + 9;
pub(super) const GOVERNMENT: RoleCode = FIRST_CUSTOM + 10;
pub(super) const RULES: RoleCode = FIRST_CUSTOM + 11;
const ABOUT: RoleCode = FIRST_CUSTOM + 12;
pub(super) const DEED: RoleCode = FIRST_CUSTOM + 13;
pub(super) const ASKS: RoleCode = FIRST_CUSTOM + 14;
pub(super) const CARRIES: RoleCode = FIRST_CUSTOM + 15;
pub(super) const VOW: RoleCode = FIRST_CUSTOM + 16;

/// Codes of roles, in the order of [`Role::ALL`](super::Role::ALL).
pub(super) mod code {
    use super::RoleCode;
    pub const BACKGROUND: RoleCode = 0;
    pub const SIGNIFICANCE: RoleCode = 1;
    pub const ACHIEVEMENTS: RoleCode = 2;
    pub const CORE_EXPERIENCE: RoleCode = 3;
    pub const PROBLEMS: RoleCode = 4;
    pub const CAUSES: RoleCode = 5;
    pub const REQUIREMENTS: RoleCode = 6;
    pub const GOALS: RoleCode = 7;
    pub const COUNTERMEASURES: RoleCode = 8;
    pub const SAFEGUARDS: RoleCode = 9;
    pub const CONCLUSION: RoleCode = 10;
}

/// Wording that speaks for a role, in offsets of the text that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    pub role: RoleCode,
    /// Whether the user's own lexicon says it.
    pub custom: bool,
    pub weight: u8,
    pub start: u32,
    pub end: u32,
}

impl Claim {
    pub(super) fn of(hit: Hit<'_>, custom: bool) -> Self {
        Claim { role: hit.cue.role, custom, weight: hit.cue.weight, start: hit.start as u32, end: hit.end as u32 }
    }
}

/// What a title says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sense {
    pub claim: Option<Claim>,
    /// What would count only in the last sections of a document.
    pub last: Option<Claim>,
    /// The verb that its first clause begins with.
    pub action: Option<(u32, u32)>,
    /// Words that say how things stand.
    pub state: Option<(u32, u32)>,
    /// Whether it names rules, conditions or a list.
    pub matter: bool,
    /// Whether it names a matter to speak of: 关于……的问题.
    pub topic: bool,
    /// Whether the claim says what something is: 群众参与是|有效路径.
    pub judges: bool,
}

/// The verb that a title begins with.
#[derive(Clone, Copy)]
struct Action {
    start: usize,
    end: usize,
    /// Whether it can be nothing but a verb.
    firm: bool,
}

/// Reads titles; it keeps its rooms between them.
#[derive(Default)]
pub(super) struct Reader<'l> {
    hits: Vec<Hit<'l>>,
    clauses: Vec<(usize, usize)>,
    /// The verbs that the clauses begin with.
    actions: Vec<Option<Action>>,
    /// Whether the title is longer than any: text hangs on to it.
    overlong: bool,
}

/// More wordings than any title has; it bounds the work on a hostile one.
const MAX_HITS: usize = 96;

/// The most bytes of a title that text does not hang on to.
const LONG_TITLE: usize = 40 * "字".len();

/// More bytes than a clause of a title has, most times.
const LONG_CLAUSE: usize = 25 * "字".len();

/// The bytes after 为什么 that tell what it asks, and what asks for a reason to act: 为什么|不能等.
const BRIEFLY: usize = "群众不满".len();
const URGES: [&str; 6] = ["不能", "要", "必须", "说", "非", "需"];

/// What a title that is a wording as a whole weighs at least.
const WHOLE: u8 = 98;

/// The most that a word that asks weighs: 怎么改.
const ASKED: u8 = 55;

/// The most bytes of a title that names a case: 尚未达到较大级别的.
const CASE: usize = 30 * "字".len();

/// The least bytes of what is worked at, and of what is done there: 在|教学|上|创新.
const FIELD: usize = "教学".len();

/// The least bytes of a clause that text has run on to its title: 基本情况|全县现有学校.
const RUN_ON: usize = "全县现有".len();

/// The least bytes of a clause that can be nothing but text: 下一步打算|虽然取得成效.
const LONG_RUN_ON: usize = "虽然取得成效".len();

/// The least bytes of what a title says something of: 参与|是….
const SUBJECT: usize = "参与".len();

/// What a title before such text outranks all wording of the text by.
const TITLE_FIRST: usize = 100_000;

/// The most bytes of a clause that is a noun of two words: 组织管理.
const NOUN_CLAUSE: usize = "组织管理".len();

/// The most bytes of a clause whose first character alone is its verb: 稳增长.
const BRIEF_CLAUSE: usize = "稳就业增收".len();

/// The most bytes between what a title names and the last of what is joined to it: 措施|、责任单位及完成|时限.
const JOINED: usize = "、责任单位及完成".len();

/// The bytes of what stands beside a noun: 原因|及性质.
const SHORT_NOUN: usize = "及性质".len();
const LONG_NOUN: usize = "及工作体制机制".len();

/// The bytes of words that compare: 更优.
const COMPARED: usize = "更优".len();

/// The most bytes between a noun and the one that it says more of: 改革|试点|单位.
const WHICH: usize = "试点".len();

/// What asks for people to be something, where it goes on so: 做文明新风的引领者.
const ACTS_AS: [&str; 3] = ["做", "不做", "当好"];

/// Nouns that begin with a verb.
const NOUNS: [&str; 10] =
    ["调研", "要素", "优势", "优点", "教育事业", "教育发展", "教育工作", "服务能力", "服务体系", "监管能力"];

/// What a title asks a field of work for, before 新成效.
const WISHED: [&str; 4] = ["要有新", "要见新", "要上新", "要出新"];

/// What ends in 要 or 应 and orders nothing.
const NO_MODAL: [&str; 12] =
    ["主要", "重要", "首要", "需要", "纲要", "简要", "扼要", "响应", "供应", "适应", "效应", "反应"];

impl<'l> Reader<'l> {
    /// What the wording of `lexicon` says of `title`.
    pub(super) fn read(&mut self, lexicon: &'l Lexicon, title: &str, custom: bool) -> Sense {
        self.hits.clear();
        let hits = &mut self.hits;
        lexicon.find(title, &mut |hit| {
            if hits.len() < MAX_HITS && hit.cue.place != Place::Text && hit.start < LONG_TITLE {
                hits.push(hit);
            }
        });
        self.overlong = title.len() > LONG_TITLE;
        let mut sense = Sense::default();
        if self.hits.is_empty() && !begins_with_any(title, &ACTS_AS) {
            return sense;
        }
        self.split(title);
        self.actions.clear();
        if !custom {
            for i in 0..self.clauses.len() {
                let action = self.clauses.get(i).and_then(|&clause| self.action(title, clause));
                self.actions.push(action);
            }
        }
        // 尚未达到较大事件级别的 names a case, 加强学习是做好工作的前提 states
        let first = self.actions.first().copied().flatten().filter(|_| title.len() > CASE || !title.ends_with('的'));
        let clause = self.clauses.first().and_then(|c| title.get(c.0..c.1)).unwrap_or_default();
        let states = clause
            .split_once('是')
            .is_some_and(|(before, rest)| !matches!(last(before), '求' | '就') && rest.contains('的'));
        let first = first.filter(|_| !states);
        let first = first.or_else(|| self.modal(title).filter(|_| !custom));
        // 党建引领，推动发展 orders as well
        let short = self.clauses.first().is_some_and(|c| c.1 - c.0 <= BRIEF_CLAUSE);
        let action = first.or_else(|| self.actions.last().copied().flatten().filter(|a| a.firm && short));
        sense.action = action.map(|a| (a.start as u32, a.end as u32));
        let firm = action.filter(|a| a.firm);
        let about = self.hits.iter().find(|h| h.start == 0 && h.cue.role == ABOUT && !custom);
        sense.state = self
            .hits
            .iter()
            .find(|h| h.cue.role == STATE && !custom && self.states(h, title))
            .map(|h| (h.start as u32, h.end as u32));
        let mut best = 0;
        for hit in &self.hits {
            let Some((place_weight, whole)) = self.weigh(hit, title, custom) else { continue };
            if self.shadowed(hit, title, custom) || !whole && self.objects_only(hit, title) {
                continue;
            }
            let claim = Claim {
                role: hit.cue.role,
                custom,
                weight: place_weight,
                start: hit.start as u32,
                end: hit.end as u32,
            };
            if hit.cue.place == Place::Last {
                sense.last = Some(claim);
                continue;
            }
            // the longer wording, and the later, says more
            // 下一步打算虽然取得了一定成效，但还有差距: so does the title that text has run on to
            let before_text = hit.start == 0
                && !whole
                && matches!(hit.cue.place, Place::Whole | Place::End)
                && clause.len() >= hit.end + LONG_RUN_ON;
            let rank = if before_text { TITLE_FIRST } else { 0 };
            let rank = rank + usize::from(place_weight) * 1000 + hit.end.min(900) + (hit.end - hit.start).min(60);
            if rank >= best {
                best = rank;
                sense.claim = Some(claim);
            }
        }
        if let Some(ask) = sense.claim.as_mut().filter(|_| !custom) {
            let asked = title.get(ask.start as usize..).unwrap_or_default();
            if ask.role == code::COUNTERMEASURES && ask.weight <= ASKED && clause.ends_with('的') {
                // 怎么改的 tells what was done
                (ask.role, ask.end) = (code::CORE_EXPERIENCE, ask.start.max(clause.len() as u32));
            } else if ask.role == code::SIGNIFICANCE
                && ["为什么", "为何", "为啥"]
                    .iter()
                    .filter_map(|why| asked.strip_prefix(why))
                    .any(|what| has_any(prefix(what, BRIEFLY), &["不", "没", "难"]) && !begins_with_any(what, &URGES))
            {
                // 为什么不灵 asks for what is to blame
                ask.role = code::CAUSES;
            }
        }
        sense.judges = sense.claim.is_some_and(|claim| {
            let (subject, _) = prefix(title, claim.start as usize).rsplit_once('是').unwrap_or_default();
            let cue = title.get(claim.start as usize..).unwrap_or_default();
            subject.len() >= SUBJECT && !matches!(last(subject), '求' | '就' | '还') && !cue.starts_with(['的', '是'])
        });
        // 开展时间 is one, whatever it begins with
        sense.matter =
            sense.claim.is_some_and(|c| !custom && c.role == MATTER && (firm.is_none() || c.weight >= WHOLE));
        if let Some(about) = about.filter(|_| sense.claim.is_some_and(|c| c.role == code::PROBLEMS)) {
            // 关于……问题 is a matter that is dealt with, not something amiss
            sense.claim = None;
            sense.action = Some((about.start as u32, about.end as u32));
            sense.topic = true;
        }
        sense.claim = sense.claim.filter(|c| c.role != NONE && (custom || c.role != MATTER));
        sense
    }

    /// The clauses of a title: what stands between its commas, without brackets at the end.
    fn split(&mut self, title: &str) {
        self.clauses.clear();
        let (mut start, mut inside) = (0, 0u32);
        for (at, c) in each_char(title) {
            match c {
                '《' | '（' | '(' => inside += 1,
                '》' | '）' | ')' => inside = inside.saturating_sub(1),
                '，' | '、' | '；' | '：' | '。' | ',' | ';' | ':' | '—' | '！' | '？' | ' ' | '\u{3000}'
                    if inside == 0 =>
                {
                    if at > start {
                        self.clauses.push((start, at));
                    }
                    start = at + c.len_utf8();
                }
                _ => {}
            }
        }
        if start < title.len() {
            self.clauses.push((start, title.len()));
        }
        for clause in &mut self.clauses {
            let text = title.get(clause.0..clause.1).unwrap_or_default();
            let closed = text.trim_end_matches(['”', '"', '’', '…', '.']);
            let cut = match closed.char_indices().next_back() {
                Some((_, '）' | ')')) => closed.rfind(['（', '(']).filter(|&at| at > 0).unwrap_or(closed.len()),
                _ => closed.len(),
            };
            clause.1 = clause.0 + cut;
        }
    }

    /// The verb that orders at the beginning of a clause.
    fn action(&self, title: &str, clause: (usize, usize)) -> Option<Action> {
        let (first, clause_end) = clause;
        let mut at = first;
        if matches!(char_at(title, at), Some('“' | '"')) || begins_with_any(search::after(title, at), &NOUNS) {
            return None;
        }
        for _ in 0..4 {
            let longest = |code| self.hits.iter().filter(|h| h.start == at && h.cue.role == code).map(|h| h.end).max();
            let found = |end, firm| Some(Action { start: first, end, firm });
            // 扶持对象, 优秀等次, 清理目标: what is a noun, too, tells which
            let noun = longest(EITHER).or(longest(BRIEF).filter(|_| longest(ACTION).is_none()));
            let tells = |end: usize| {
                let near = end..=end + WHICH;
                let noun = |h: &Hit<'_>| matches!(h.cue.role, MATTER | code::GOALS) && h.end == clause_end;
                self.hits.iter().any(|h| noun(h) && near.contains(&h.start))
            };
            if noun.is_some_and(tells) {
                return None;
            }
            if let Some(end) = longest(ACTION) {
                let (order, what) = (title.get(at..end), title.get(end..clause_end));
                let (order, what) = (order.unwrap_or_default(), what.unwrap_or_default());
                if grasps(order, what) || clause_end == title.len() && names(order, what) {
                    return None;
                }
                // 规范性文件
                let kind = title.get(end..).is_some_and(|t| t.starts_with('性') && !t.starts_with("性能"));
                return found(end, true).filter(|_| !kind);
            }
            // 系统|性红斑狼疮 has an adverb's form only
            let verb = longest(EITHER).filter(|&end| longest(ADVERB).is_none_or(|adverb| adverb <= end));
            let kind = title.get(..clause_end).is_some_and(|clause| clause.ends_with('型'));
            if let Some(end) = verb.filter(|_| at > first || clause_end - at > NOUN_CLAUSE && !kind) {
                return found(end, at > first);
            }
            // 建军之魂 is a noun
            let brief = |_: &usize| {
                let clause = title.get(at..clause_end).unwrap_or_default();
                clause.len() <= BRIEF_CLAUSE && !clause.contains('之') && longest(EITHER).is_none()
            };
            if let Some(end) = longest(BRIEF).filter(brief) {
                return found(end, true);
            }
            // 做文明新风的引领者
            let clause = title.get(at..clause_end).unwrap_or_default();
            let order = ACTS_AS.iter().find(|order| clause.starts_with(**order));
            if let Some(order) = order.filter(|_| ends_with_any(clause, &["者", "人", "手", "兵", "军"])) {
                return found(at + order.len(), true);
            }
            at = longest(ADVERB)?;
            for particle in ["地", "、", "，", "和"] {
                if title.get(at..).is_some_and(|t| t.starts_with(particle)) {
                    at += particle.len();
                }
            }
        }
        None
    }

    /// The order that a first clause with a subject holds: 研发机构应|建立评价体系, 服要|服出便利.
    fn modal(&self, title: &str) -> Option<Action> {
        let &(start, end) = self.clauses.first()?;
        let clause = title.get(start..end).filter(|clause| !clause.ends_with('的'))?;
        let mut chars = clause.chars();
        let (subject, verb, again) = (chars.next()?, chars.next()?, chars.next()?);
        if verb == '要' && subject == again && chars.next().is_some() {
            let end = start + subject.len_utf8() + verb.len_utf8();
            return Some(Action { start, end, firm: true });
        }
        // 在扩容提质上|抢先一步
        let field = clause.strip_prefix('在').and_then(|rest| rest.split_once('上'));
        if let Some((field, deed)) = field.filter(|_| clause.len() <= LONG_CLAUSE)
            && field.len() >= FIELD
            && deed.len() >= FIELD
            && !matches!(first(deed), '的' | '，')
        {
            return Some(Action { start: end - deed.len(), end, firm: true });
        }
        // 文明创建|要有|新成效
        if let Some((at, deed)) = WISHED.iter().find_map(|deed| Some((find(clause, deed)?, deed))).filter(|w| w.0 > 0) {
            return Some(Action { start: start + at, end: start + at + deed.len(), firm: true });
        }
        let orders = |hit: &&Hit<'_>| {
            let before = title.get(start..hit.start).filter(|_| hit.end <= end && hit.start > start);
            matches!(hit.cue.role, ACTION | ADVERB)
                && !title.get(hit.start..).is_some_and(|rest| rest.starts_with('对'))
                && before.is_some_and(|before| {
                    ["要", "应", "应当", "必须"].iter().any(|modal| before.ends_with(modal))
                        && !NO_MODAL.iter().any(|word| before.ends_with(word))
                })
        };
        let hit = self.hits.iter().find(orders)?;
        Some(Action { start: hit.start, end: hit.end, firm: true })
    }

    /// How much a wording counts where it stands, and whether it is a whole clause.
    fn weigh(&self, hit: &Hit<'_>, title: &str, custom: bool) -> Option<(u8, bool)> {
        if !custom && hit.cue.role >= FIRST_CUSTOM && hit.cue.role != MATTER {
            return None;
        }
        let at = self.clauses.iter().position(|c| c.0 <= hit.start && hit.start < c.1);
        let clause = at.and_then(|at| self.clauses.get(at)).copied();
        let is_last = at == self.clauses.len().checked_sub(1);
        // 下一步怎么走我们建议，用两年时间，…: no matter is named by the text that hangs on
        let hangs = self.overlong || title.get(hit.end..).is_some_and(|rest| rest.starts_with('，'));
        if hangs && hit.cue.role == MATTER && at != Some(0) {
            return None;
        }
        // 科学设定标准，解决“积什么”的问题 orders
        let orders = || self.actions.last().copied().flatten().is_some_and(|a| a.firm);
        if hit.cue.role == MATTER && !is_last && orders() && title.get(hit.end..).is_some_and(|t| t.starts_with('，'))
        {
            return None;
        }
        // 整改措施及时限: what is joined to it is by the way
        let joined = |one: &Hit<'_>, other: &Hit<'_>| {
            other.cue.role == MATTER
                && (one.end..one.end + JOINED).contains(&other.start)
                && title.get(one.end..).is_some_and(|rest| matches!(first(rest), '及' | '和' | '与' | '、'))
        };
        if self.hits.iter().any(|one| one.cue.role < NONE && joined(one, hit)) {
            return None;
        }
        let end = clause.map(|c| c.1).filter(|&end| {
            end == hit.end
                || self.hits.iter().any(|other| other.end == end && joined(hit, other))
                || self.leads(hit, title, at, end)
        });
        let whole = end.is_some() && clause.is_some_and(|c| c.0 == hit.start);
        let stands = match hit.cue.place {
            Place::Whole => whole,
            Place::End | Place::Last => end.is_some(),
            Place::Start => clause.is_some_and(|c| c.0 == hit.start),
            Place::In => true,
            Place::Text => false,
        };
        let weight = u32::from(hit.cue.weight);
        // 问题：缺少监管 is set as a label
        let label = whole && title.get(hit.end..).is_some_and(|rest| matches!(first(rest), '：' | ':'));
        let weight = match hit.cue.place {
            Place::Whole | Place::End if !is_last && !label => weight * 85 / 100,
            Place::Start if at != Some(0) => weight * 80 / 100,
            _ => weight,
        };
        // where a title's end is not known, the text may follow at once: 主要做法三年来
        let glued = clause.is_some_and(|c| c.1 - c.0 > LONG_CLAUSE && hit.end - c.0 <= LONG_CLAUSE)
            && (hit.cue.place == Place::End && hit.end - hit.start >= "核心内容".len()
                || hit.cue.place == Place::Whole && hit.start == 0);
        // 存在的不足回顾一年的工作，…: so may it where clauses follow
        let rest = title.get(hit.end..clause.map_or(0, |c| c.1)).unwrap_or_default();
        let glued = glued
            || hit.start == 0
                && !is_last
                && matches!(hit.cue.place, Place::Whole | Place::End)
                && hit.end >= "工作目标".len()
                && hit.cue.role < code::SAFEGUARDS
                && rest.len() >= RUN_ON
                && !matches!(first(rest), '的' | '和' | '与' | '及' | '是' | '为' | '由');
        if glued && !stands {
            let share = if self.overlong { 9 } else { 7 };
            return Some((hit.cue.weight / 10 * share, false));
        }
        stands.then_some((weight as u8, whole))
    }

    /// Whether it is the first of two nouns, of which the second says nothing: 原因|及性质.
    fn leads(&self, hit: &Hit<'_>, title: &str, clause: Option<usize>, end: usize) -> bool {
        let action = clause.and_then(|at| self.actions.get(at)).copied().flatten();
        let says = hit.cue.role < code::REQUIREMENTS || hit.cue.role == code::SAFEGUARDS;
        says && hit.cue.weight >= 90
            && end == title.len()
            && action.is_none_or(|a| !a.firm)
            && (hit.end + SHORT_NOUN..=hit.end + LONG_NOUN).contains(&end)
            && title.get(hit.end..).is_some_and(|rest| matches!(first(rest), '及' | '和' | '与'))
            && !self.hits.iter().any(|other| other.end == end)
    }

    /// Whether a longer wording that also counts holds this one.
    fn shadowed(&self, hit: &Hit<'_>, title: &str, custom: bool) -> bool {
        self.hits.iter().any(|other| {
            other.start <= hit.start
                && hit.end <= other.end
                && other.end - other.start > hit.end - hit.start
                && self.weigh(other, title, custom).is_some()
        })
    }
}

/// How a title is built.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    first: Option<char>,
    last: Option<char>,
    /// Characters in all, and before the first comma.
    len: (usize, Option<usize>),
}

impl Shape {
    pub(super) fn of(title: &str) -> Self {
        let words = title.trim_matches(|c: char| !c.is_alphanumeric());
        let comma = words.chars().position(|c| !c.is_alphanumeric());
        Shape { first: char_at(words, 0), last: last_char(words), len: (search::chars(words), comma) }
    }

    /// Whether the two begin alike and have a comma at the same place.
    pub(super) fn has_beat_of(&self, other: &Self) -> bool {
        self.first == other.first && self.len.1 == other.len.1 && self.len.1.is_some()
    }

    /// Whether the two begin or end alike, or are of one length and beat.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.first == other.first || self.last == other.last || self.len == other.len
    }
}
