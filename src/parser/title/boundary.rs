//! How likely it is that a title ends at a place where nothing in print shows it.
//!
//! Titles end in certain words (…的重大意义), texts open with certain words (近年来，…); the weights
//! of both were counted over official documents and stand in two word lists beside this file. What the document itself
//! says more than once tells of words that no list has.

use super::of_a_time::of_a_time;
use super::recurrence::{PAIR, Triples, hash};
use crate::lexer::chars::{is_comma, is_word};
use crate::lexer::search::{self, is_one_of};
use crate::word_list::word_list;
use std::sync::LazyLock;

/// A word list: the weight of single characters and of pairs, where their hash sends them or next behind.
struct Weights {
    slots: Vec<([char; 2], i8)>,
}

static ENDS: LazyLock<Weights> = LazyLock::new(|| Weights::read(word_list!("ends.txt")));
static OPENS: LazyLock<Weights> = LazyLock::new(|| Weights::read(word_list!("opens.txt")));

impl Weights {
    /// A line is a weight and the words that have it; `#` opens a comment. Of a word's weights the last one holds.
    fn read(list: &str) -> Self {
        let mut weights = Self { slots: vec![(['\0'; 2], 0); 4096] };
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(weight) = words.next().and_then(|w| w.parse().ok()) else { continue };
            for word in words {
                let mut chars = word.chars();
                if let Some(first) = chars.next() {
                    let key = [first, chars.next().unwrap_or('\0')];
                    let slot = weights.find(key);
                    if let Some(slot) = weights.slots.get_mut(slot) {
                        *slot = (key, weight);
                    }
                }
            }
        }
        weights
    }

    fn get(&self, key: [char; 2]) -> Option<i32> {
        let &(known, weight) = self.slots.get(self.find(key))?;
        (known == key).then_some(i32::from(weight))
    }

    /// The slot of a key, or the empty one that it would take.
    fn find(&self, key: [char; 2]) -> usize {
        let first = (hash([key[0], key[1], '\0']) >> 44) as usize;
        let is_its = |&slot: &usize| self.slots.get(slot).is_some_and(|s| s.0 == key || s.0[0] == '\0');
        let slots = self.slots.len();
        // lists fill a quarter of the slots
        (0..slots).map(|step| (first + step) & (slots - 1)).find(is_its).unwrap_or(slots)
    }
}

/// The weight of a title ending in `last` (the two characters before the place).
fn end_weight(last: [char; 2]) -> i32 {
    ENDS.get(last).or_else(|| ENDS.get([last[1], '\0'])).unwrap_or(-1)
}

/// The weight of a text opening with `first` (the two characters after the place).
fn open_weight(first: [char; 2]) -> i32 {
    OPENS.get(first).or_else(|| OPENS.get([first[0], '\0'])).unwrap_or(-1)
}

/// Whether two characters are what texts open with.
pub(super) fn opens_text(first: [char; 2]) -> bool {
    OPENS.get(first).is_some_and(|weight| weight >= 4)
}

/// Whether a phrase ends in a word that titles end in.
pub(super) fn ends_like_title(phrase: &str) -> bool {
    let mut chars = phrase.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(last), Some(before)) => ENDS.get([before, last]).is_some_and(|w| w >= 4),
        _ => false,
    }
}

/// The most characters that are looked at.
const LONGEST: usize = 64;
/// In how many of them the quotation stands that a title ends in.
const QUOTED: usize = 28;

/// What is said around a title.
pub(super) struct Around<'a> {
    /// What the document says, the title included.
    pub document: &'a Triples,
    /// What the sections of the title's run begin with.
    pub run: &'a Triples,
    /// How many sections that is.
    pub sections: u32,
    /// What titles of the run end in whose end is shown.
    pub ends: &'a [[char; 2]],
    /// Where titles of the run end by what they have in common, in characters.
    pub frame: Frame,
    /// In which clause of its opening each section of the run has a quotation that its title may end in.
    pub quoted: Option<usize>,
}

/// Where titles of a run end by what they have in common, in characters; an end before 0 is none.
#[derive(Clone, Copy, Default)]
pub(super) struct Frame {
    pub end: usize,
    /// How many characters more the last word may have: 更优, 更有序.
    pub more: usize,
}

impl Frame {
    fn ends(self, k: usize) -> bool {
        self.end > 0 && (self.end..=self.end + self.more).contains(&k)
    }
}

/// The likeliest end of the title that `text` begins with: its length in bytes and its score.
///
/// Above 0 it is likelier an end than not. It lies before byte `limit` and within the first `longest` characters.
pub(super) fn best(text: &str, longest: usize, limit: usize, around: &Around<'_>) -> Option<(usize, i32)> {
    let mut buffer = [(0, '\0'); LONGEST];
    let mut count = 0;
    let visible = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    for (slot, found) in buffer.iter_mut().zip(visible).take(longest + 8) {
        *slot = found;
        count += 1;
    }
    let chars = buffer.get(..count).unwrap_or_default();
    let mut best: Option<(i32, usize, usize)> = None;
    let mut depth = 0i32;
    // what speaks against going on: a head noun, or a subject that the text took up, came before
    let (mut noun, mut repeat_seen) = (None, false);
    let recurring = around.recurring(chars);
    let named = of_a_time(text);
    // a bit for each character before the place
    let bit = |c: char| 1u64 << (c as u32 & 63);
    let mut seen = chars.iter().take(1).fold(0, |seen, &(_, c)| seen | bit(c));
    for k in 2..chars.len().saturating_sub(1).min(longest) {
        let (at, next) = chars[k];
        if at >= limit {
            break;
        }
        let last = chars[k - 1].1;
        seen |= bit(last);
        match last {
            '“' | '《' | '（' | '(' => depth += 1,
            '”' | '》' | '）' | ')' => depth -= 1,
            // what a colon sets off is no part of the title
            '：' | ':' if depth <= 0 => break,
            _ => {}
        }
        if depth > 0
            || matches!(
                next,
                '”' | '》' | '）' | ')' | '、' | '，' | ',' | '。' | '；' | '：' | ':' | '的' | '和' | '与' | '及'
            )
        {
            continue;
        }
        if matches!(last, '，' | ',' | '、' | '；' | '：' | '“' | '《' | '（' | '(') {
            continue;
        }
        // 充分认识……的意义: a verb, not what a title ends in
        if k > 2 && last == '识' && matches!(chars[k - 3].1, '分' | '刻' | '确' | '入') {
            continue;
        }
        let end = end_weight([chars[k - 2].1, last]);
        // a quotation may open a text or go on in the title: it says nothing
        let open = match next {
            '“' => 0,
            // ……情况|2023年，……
            '2' if end >= 5 && chars[k + 1].1 == '0' && chars.get(k + 4).is_some_and(|c| c.1 == '年') => 6,
            _ => open_weight([next, chars[k + 1].1]),
        };
        let clauses = clause_weight(chars, k);
        let mut score = end
            + open
            + if next == '“' { clauses.min(5) } else { clauses }
            + if k == 2 && end >= 5 { 0 } else { length_weight(k).min(end.max(0)) };
        // 各项任|务: within such a word
        if end_weight([last, next]) >= 3 {
            score -= 6;
        }
        // 取消对微观|经济活动的干预: what 对 opens goes on to 的
        if open_preposition(chars, k) {
            score -= 4;
        }
        // ……的重大意义, ……的对策举措
        let of = end >= 4 && chars[k.saturating_sub(6)..k - 1].iter().any(|&(_, c)| c == '的');
        score += match (of, noun) {
            // ……的对策举措 is one noun
            (true, Some(at)) if at + 2 < k => 2,
            (true, _) => 4,
            (false, Some(_)) => -3,
            (false, None) => 0,
        };
        // 关于……问题
        if end >= 5 && noun.is_none() && chars[0].1 == '关' && chars[1].1 == '于' {
            score += 5;
        }
        // both sides are sure
        if end >= 4 && open >= 5 {
            score += if end >= 5 { 8 } else { 4 };
        }
        if end >= 5 {
            noun = Some(k);
        }
        if repeat_seen {
            score -= 6;
        }
        // ……特色农业|提质增效我们立足……: the text opens with who tells it
        if open < 3 && has_teller(chars, k) {
            score -= 6;
        }
        if last == '”' {
            score += around.quotation(chars, k);
        }
        // 让政策|“找”|企业: a verb
        let verb = |open: usize| is_quoted_verb(chars, open);
        if verb(k) || open < 5 && k > 2 && verb(k - 3) {
            score -= 12;
        }
        // 在理论学习方面|还不够深入
        if (chars[k - 2].1, last) == ('方', '面') && is_one_of(chars[0].1, "在从对") {
            score -= 12;
        }
        // 对策|举措: a noun that titles end in goes on in another
        if end_weight([next, chars[k + 1].1]) >= 4 {
            score -= 4;
        }
        // the text takes up a word of the title at once: ……的深远意义|“千万工程”意义深远
        let second = bit(next) | bit(chars[k + 1].1);
        let may_repeat = seen & second == second || matches!(next, '这' | '对' | '本' | '该');
        let repeated = if may_repeat { repeat(chars, k) } else { 0 };
        // behind a place that is a title's end by its words, the text takes up its own
        let repeated = if best.is_some_and(|(b, ..)| b >= SURE) { repeated / 2 } else { repeated };
        if repeated >= 12 {
            repeat_seen = true;
            score = score.max(-2);
        }
        score += repeated;
        // ……情况201x年度我局未出现|……: what counts or dates behind such a noun is the text
        if noun.and_then(|at| chars.get(at..k)).is_some_and(|said| said.iter().any(|c| c.1.is_ascii_digit())) {
            score -= if end >= 5 { 6 } else { 20 };
        }
        // a wide gap sets it off; a single blank may
        score += match at - chars[k - 1].0 - last.len_utf8() {
            0 => 0,
            1..=3 => 5,
            _ => 15,
        };
        // a title that is named elsewhere in the document
        if k == recurring {
            score += 4;
        }
        // where the titles are built alike
        if around.frame.ends(k) || named == Some(at) {
            score += 14;
        }
        // no more can what is said elsewhere add
        if best.is_some_and(|(b, ..)| score + MOST < b) {
            continue;
        }
        score += around.weight(chars, k);
        // of two places as likely, the end of a further clause is the title's: 深化重点领域改革，扩大开放
        let further = |from: usize| chars[from..k].iter().any(|&(_, c)| matches!(c, '，' | ','));
        if best.is_none_or(|(b, from, _)| score > b || score == b && further(from)) {
            best = Some((score, k, at));
        }
    }
    best.map(|(score, _, at)| (at, score))
}

/// How likely a place is that is a title's end by its words alone.
const SURE: i32 = 12;

/// The most that [`Around::weight`] gives.
const MOST: i32 = 37;

impl Around<'_> {
    /// How well a place suits what is said elsewhere.
    fn weight(&self, chars: &[(usize, char)], k: usize) -> i32 {
        let c = |at: usize| chars.get(at).map_or('\0', |&(_, c)| c);
        let (before, last, next, second) = (c(k - 2), c(k - 1), c(k), c(k + 1));
        let document = |triple| self.document.of(triple);
        let mut weight = 0;
        // words that recur do not end here
        if document([before, last, next]) > 1 {
            weight -= 2;
        }
        if document([last, next, second]) > 1 {
            weight -= 5;
        }
        // sentences and clauses that open so, phrases that end so
        if document(['。', next, second]) + document(['；', next, second]) > 0 {
            weight += 2;
        }
        if document(['，', next, second]) > 0 {
            weight += 2;
        }
        match document([before, last, '，']) + document([before, last, '。']) + document([before, last, '；']) {
            0 => {}
            1 | 2 => weight += 3,
            _ => weight += 5,
        }
        // titles of a run often end alike
        let shown = [if last == '”' { last } else { before }, last];
        weight += match self.ends.iter().filter(|end| **end == shown).count() {
            0 => 0,
            1 => 3,
            _ => 10,
        };
        if end_weight([before, last]) >= 3 {
            weight += self.shared_end(chars, k);
            // 理论学习方面 业务工作方面
            if (before, last) == ('方', '面') && self.is_shared(before, last) {
                weight += 8;
            }
        }
        // the texts of a run often open alike
        let opens = self.run.of([next, second, c(k + 2)]) > 2;
        if opens || open_weight([next, second]) >= 5 && self.is_shared(next, second) {
            weight += 4;
        }
        weight
    }

    /// Whether most sections of the run, three at least, have a word of two characters.
    fn is_shared(&self, one: char, two: char) -> bool {
        let count = self.run.of([one, two, PAIR]);
        count > 2 && count * 3 >= self.sections * 2
    }

    /// How much speaks for a place behind a quotation.
    fn quotation(&self, chars: &[(usize, char)], k: usize) -> i32 {
        let Some(start) = chars[..k].iter().rposition(|&(_, c)| c == '“') else { return 0 };
        let clause = chars[..k].iter().filter(|c| is_comma(c.1)).count();
        if self.quoted == Some(clause) && ends_in_quotation(chars, start, k) { 16 } else { 0 }
    }

    /// How much speaks for a place that most sections of the run have a phrase of three characters and more that ends here,
    /// behind words of their own: 抓项目，在积蓄动能上求突破 抓工业，在转型升级上求突破.
    fn shared_end(&self, chars: &[(usize, char)], k: usize) -> i32 {
        let of = |end: usize| match end.checked_sub(3).and_then(|at| chars.get(at..end)) {
            Some(&[(_, a), (_, b), (_, c)]) => self.run.of([a, b, c]),
            _ => 0,
        };
        let count = of(k);
        let clause = |&(_, c): &(usize, char)| matches!(c, '，' | ',');
        if count < 3 || count * 2 < self.sections || of(k + 1) * 2 > count || !chars[..k].iter().any(clause) {
            return 0;
        }
        let phrase = (4..=k).rev().take_while(|&end| of(end) * 2 > count).count();
        if phrase + 3 > k { 0 } else { 8 }
    }

    /// How many characters of the opening the document has elsewhere; 0 where they make no title.
    fn recurring(&self, chars: &[(usize, char)]) -> usize {
        let triples = chars.windows(3).take_while(|w| self.document.of([w[0].1, w[1].1, w[2].1]) > 1).count();
        if triples < 2 { 0 } else { triples + 2 }
    }
}

/// Whether those who tell the text are named a few characters behind a place, with no sign between: 我们, 我镇.
fn has_teller(chars: &[(usize, char)], k: usize) -> bool {
    let word = |&(_, c): &(usize, char)| is_word(c);
    let near = chars[k..].iter().skip(1).take(8).take_while(|c| word(c));
    let next = chars[k..].iter().skip(2).take(8);
    near.zip(next).any(|(&(_, one), &(_, two))| one == '我' && is_one_of(two, "们省市州县区镇乡村局委办院校厅处站所"))
}

/// Whether a 对 stands open before a place.
fn open_preposition(chars: &[(usize, char)], k: usize) -> bool {
    let Some(at) = chars[..k].iter().rposition(|&(_, c)| matches!(c, '对' | '的' | '，' | ',')) else {
        return false;
    };
    let beside = |at: usize, list: &str| chars.get(at).is_some_and(|&(_, c)| list.contains(c));
    chars[at].1 == '对' && !beside(at + 1, "策接口外象标等于手内") && !(at > 0 && beside(at - 1, "应面针相反绝校核比"))
}

/// Whether a quotation that opens at a place has one character, a verb: 让政策“找”企业.
fn is_quoted_verb(chars: &[(usize, char)], open: usize) -> bool {
    let is = |at: usize, c: char| chars.get(at).is_some_and(|found| found.1 == c);
    let clause = || chars[..open].iter().rposition(|c| is_comma(c.1)).map_or(0, |comma| comma + 1);
    is(open, '“') && is(open + 2, '”') && (is(clause(), '让') || is(clause(), '使'))
}

/// Whether the quotation from `start` to `end` may end a title: it has a word, and no noun that titles end in behind it
/// (“大走访”活动).
fn ends_in_quotation(chars: &[(usize, char)], start: usize, end: usize) -> bool {
    let Some(&[(_, next), (_, second), ..]) = chars.get(end..) else { return false };
    start + 4 <= end
        && (is_word(next) || next == '“')
        && next != '的'
        && end_weight([next, second]) < 2
        && open_weight([next, second]) > -4
}

/// The clause of the opening of a section in which the first quotation stands that its title may end in.
pub(super) fn quoted(opening: &str) -> Option<usize> {
    let mut buffer = [(0, '\0'); LONGEST];
    let visible = opening.char_indices().filter(|(_, c)| !c.is_whitespace());
    let count = buffer.iter_mut().zip(visible).map(|(slot, found)| *slot = found).count();
    let chars = buffer.get(..count)?;
    let end = chars.iter().take(QUOTED).take_while(|c| c.1 != '。').position(|c| c.1 == '”')?;
    let start = chars[..end].iter().rposition(|c| c.1 == '“')?;
    ends_in_quotation(chars, start, end + 1).then(|| chars[..end].iter().filter(|c| is_comma(c.1)).count())
}

/// How common titles of `k` characters are.
fn length_weight(k: usize) -> i32 {
    match k {
        4 => 3,
        6 => 2,
        5 | 7..=12 => 1,
        2 => -4,
        3 => -3,
        20..=27 => -1,
        28.. => -3,
        _ => 0,
    }
}

/// How well the commas around a place suit it: the clauses of a title are of one length, and a text
/// often opens with a short clause (这几年，……).
fn clause_weight(chars: &[(usize, char)], k: usize) -> i32 {
    let comma = |&(_, c): &(usize, char)| matches!(c, '，' | ',');
    let mut weight = 0;
    if let Some(last) = chars[..k].iter().rposition(comma) {
        let before = chars[..last].iter().rposition(comma).map_or(0, |c| c + 1);
        let (one, other) = (last - before, k - last - 1);
        weight += match one.abs_diff(other) {
            // 抓龙头，强带动
            0 if before == 0 && one <= 8 => 9,
            0 => 5,
            1 => 3,
            2 | 3 => 1,
            4 | 5 => -1,
            // 突出重点，坚决守牢安全生产底线
            _ if before == 0 && one == 4 && other <= 16 => -1,
            _ => -4,
        };
    } else if let Some(last) = chars[..k].iter().rposition(|&(_, c)| c == '、') {
        // 学习经验、提升……: what is joined is of like length
        weight -= if last.abs_diff(k - last - 1) >= 6 { 4 } else { 0 };
    }
    match chars[k..].iter().take(8).position(comma) {
        Some(2..=7) => weight + 2,
        _ => weight,
    }
}

/// What may stand before the word of the title that a text takes up: 这次|清理整顿.
const TAKES_UP: [&str; 6] = ["这次", "这项", "这一", "对", "本", "该"];

/// How much speaks for a place that the words right after it stand in the title too.
fn repeat(chars: &[(usize, char)], k: usize) -> i32 {
    let is = |at: usize, c: char| chars.get(at).is_some_and(|next| next.1 == c);
    let before = TAKES_UP.iter().find(|word| word.chars().zip(k..).all(|(c, at)| is(at, c)));
    let behind = before.map_or(0, |word| repeated(chars, k, k + search::chars(word)));
    match repeated(chars, k, k).max(behind) {
        n @ 4.. => 8 + n as i32,
        n @ 2.. => 2 + n as i32,
        _ => 0,
    }
}

/// How many characters at `at` repeat a word of the first `k`; none where the repetition begins before `at`.
fn repeated(chars: &[(usize, char)], k: usize, at: usize) -> usize {
    let same = |from: usize| {
        (0..6).take_while(|&i| from + i < k && at + i < chars.len() && chars[from + i].1 == chars[at + i].1).count()
    };
    let begins = |&from: &usize| from == 0 || chars[from - 1].1 != chars[at - 1].1;
    (0..k).filter(begins).map(same).max().unwrap_or(0)
}
