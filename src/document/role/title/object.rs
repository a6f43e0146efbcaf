//! Nouns that are only what a verb of the title is about, and states that are only wished.

use super::{COMPARED, MATTER, NO_MODAL, Reader, code};
use crate::document::role::lexicon::Hit;
use crate::lexer::search::{self, any_of, begins_with_any, find, has_any, suffix};

impl Reader<'_> {
    /// Whether words at the end of a clause say how things stand, not how they shall be.
    pub(super) fn states(&self, hit: &Hit<'_>, title: &str) -> bool {
        let Some(at) = self.clauses.iter().position(|c| c.1 == hit.end) else { return false };
        let clause = self.clauses.get(at).copied().unwrap_or_default();
        let up_to = |end: usize| title.get(clause.0..end).unwrap_or_default();
        // 师资队伍更强, but 建好平台，让响应更快
        let orders = self.actions.get(at).copied().flatten().is_some();
        let compares = hit.end - hit.start == COMPARED && orders;
        !compares && !is_wished(up_to(hit.start), up_to(hit.end))
    }

    /// Whether a noun is only the object of a verb of its clause: 提升……成效, 解决……问题, “三单制”破解服务难题.
    pub(super) fn objects_only(&self, hit: &Hit<'_>, title: &str) -> bool {
        let at = self.clauses.iter().position(|c| c.0 <= hit.start && hit.start < c.1);
        let start = at.and_then(|at| self.clauses.get(at)).map_or(0, |clause| clause.0);
        let up_to = |end: usize| title.get(start..end).unwrap_or_default();
        let object = match hit.cue.role {
            // 推动整改取得扎扎实实的成效
            code::ACHIEVEMENTS => {
                begins_with_any(up_to(hit.end), &WISHES) && find(up_to(hit.end), "取得").is_some()
                    || is_wished(up_to(hit.start), up_to(hit.end))
            }
            code::PROBLEMS => {
                let noun = title.get(hit.start..hit.end).unwrap_or_default();
                is_object(up_to(hit.start), &SOLVES)
                    || !has_any(noun, &["的", "存在"]) && is_object(up_to(hit.start), &TACKLES)
            }
            code::SIGNIFICANCE => is_object(up_to(hit.start), &SHOWS),
            _ => false,
        };
        if object {
            return true;
        }
        let action = at.and_then(|at| self.actions.get(at)).copied().flatten();
        if action.is_none_or(|a| !a.firm || hit.start < a.end) {
            return false;
        }
        match hit.cue.role {
            // 排查|发现的问题 says who found them
            code::PROBLEMS => {
                hit.start > start + FINDER
                    || !begins_with_any(search::after(title, hit.start), &["发现的", "查出的", "指出的", "反映的"])
            }
            code::GOALS | MATTER => true,
            code::COUNTERMEASURES | code::ACHIEVEMENTS | code::CORE_EXPERIENCE | code::BACKGROUND => {
                !preceded_by_of(hit, title)
            }
            _ => false,
        }
    }
}

/// The bytes of what brings to light what is amiss: 排查|发现的问题.
const FINDER: usize = "排查".len();

/// What is wished, not told, where it goes on to 取得: 推动……取得实效.
const WISHES: [&str; 9] = ["确保", "推动", "推进", "促进", "努力", "力争", "争取", "务求", "全力"];
/// What is done about what is amiss, and what lets a value be seen.
const SOLVES: [&str; 12] =
    ["破解", "解决", "化解", "补齐", "攻克", "消除", "打通", "疏通", "根治", "纾解", "缓解", "破"];
const TACKLES: [&str; 8] = ["响应", "回应", "处置", "攻坚", "整治", "排查", "掐断", "销号"];
const SHOWS: [&str; 6] = ["彰显", "体现", "展现", "实现", "提升", "有"];

/// Whether what a clause ends in is still to come: 在抓基层上|交出新答卷, 推动机关面貌|焕然一新, 责任要|再上新台阶.
fn is_wished(before: &str, all: &str) -> bool {
    let field = before.strip_prefix('在').and_then(|rest| rest.split_once('上'));
    let asked = before.find('要').is_some_and(|at| {
        let up_to = search::before(before, at + '要'.len_utf8());
        !NO_MODAL.iter().any(|word| up_to.ends_with(word)) && at > 0
    });
    let told = has_any(all, &["的", "情况"]);
    !told && (field.is_some() || asked || begins_with_any(before, &WISHES))
}

/// Whether one of some verbs stands right before a noun, or a word before it.
fn is_object(before: &str, verbs: &[&str]) -> bool {
    let near = suffix(before, 6 * "字".len());
    verbs
        .iter()
        .any(|verb| near.rfind(verb).and_then(|at| near.get(at..)).is_some_and(|said| !said.contains(any_of("的什何"))))
}

/// Whether an order names what is to be seen to, or what it is about: 需要|关注的情况, 对|典型案例的剖析.
pub(super) fn names(order: &str, what: &str) -> bool {
    /// The longest of such nouns, in bytes.
    const NOUN: usize = 5 * "字".len();
    let noun = what.rsplit_once('的').map_or("", |(_, noun)| noun);
    let asks = order == "需要" || order == "对" && !noun.ends_with("问题");
    asks && (1..=NOUN).contains(&noun.len())
}

/// Whether a title asks to see or understand what its noun names, which is then what it is about: `要|深刻把握……的核心经验`,
/// `对|照……查摆存在的问题`.
pub(super) fn grasps(order: &str, what: &str) -> bool {
    const MODAL: [&str; 4] = ["要", "必须", "应当", "需要"];
    const HOW: [&str; 8] = ["深刻", "准确", "全面", "充分", "清醒", "切实", "真正", "牢牢"];
    const VERBS: [&str; 13] =
        ["把握", "领会", "领悟", "感悟", "理解", "认识", "认清", "看清", "看到", "弄清", "正视", "直面", "学深悟透"];
    let verb = HOW.iter().find_map(|how| what.strip_prefix(how)).unwrap_or(what);
    MODAL.contains(&order) && begins_with_any(verb, &VERBS) || order == "对" && what.starts_with('照')
}

fn preceded_by_of(hit: &Hit<'_>, title: &str) -> bool {
    title.get(..hit.start).is_some_and(|before| before.trim_end_matches("主要").ends_with('的'))
        || title.get(hit.start..).is_some_and(|t| t.starts_with('的'))
}
