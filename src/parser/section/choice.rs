//! Chooses, among all candidates, the marks that make the whole consistent.
//!
//! Real marks form runs 1, 2, 3 … nested in one another. A few hypotheses are carried through the
//! text side by side; each is a stack of open runs with a score: evidence of the place a mark
//! stands at, plus how well it goes on from what came before. The best at the end wins. Width and
//! memory are bounded, so the time is linear in the number of candidates.

use crate::MarkStyle;
use crate::lexer::mark::{Candidate, LAST, Place};

/// A mark that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub candidate: u32,
    /// The index, among the chosen, of the mark that it stands under.
    pub parent: Option<u32>,
}

/// How many hypotheses are carried along.
const WIDTH: usize = 10;
/// How many runs can be open in one another.
const DEPTH: usize = 9;
/// A hypothesis this far behind the best is given up.
const MARGIN: i32 = 200;
/// Past this many undecided choices the best hypothesis is taken as decided.
const UNDECIDED: usize = 4096;

const NONE: u32 = u32::MAX;

/// An open run of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Level {
    style: MarkStyle,
    ordinal: u16,
    /// Of 1.2.3, how many numbers it has, and the number before the last.
    depth: u8,
    lead: u16,
    /// Marks in the run so far, up to 2.
    count: u8,
    /// What it costs if the run closes with a single mark.
    lone: i32,
    /// The choice of the run's last mark.
    choice: u32,
    /// Where the last mark stands.
    start: u32,
    paragraph: Paragraph,
}

/// The paragraph that a mark stands in: whether it opens it, and whether it is short like a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Paragraph {
    line: u32,
    opens: bool,
    short: bool,
}

/// The longest line that is short like a title, in bytes.
const SHORT: usize = 90;

#[derive(Clone, Copy, Debug)]
struct Hypothesis {
    score: i32,
    depth: usize,
    levels: [Level; DEPTH],
    /// The last ordinal of each style, also of closed runs: articles go on across chapters.
    last: [u16; KEYS],
    /// The last choice.
    choice: u32,
}

/// A choice made by some hypothesis: a candidate accepted, under `parent`, after `before`.
#[derive(Clone, Copy, Debug)]
struct Choice {
    candidate: u32,
    parent: u32,
    before: u32,
}

/// The marks of `text` among `candidates`, in order.
pub(crate) fn choose(candidates: &[Candidate], text: &str) -> Vec<Chosen> {
    let mut search = Search {
        choices: Vec::new(),
        decided: Vec::new(),
        base: 0,
        beam: vec![Hypothesis::new()],
        next: Vec::new(),
        order: Vec::new(),
    };
    let mut line = 0;
    let mut at = 0;
    for (i, candidate) in candidates.iter().enumerate() {
        let between = text.get(at..candidate.start as usize).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', between.as_bytes()).count() as u32 + wide_breaks(between);
        at = candidate.start as usize;
        let opens = candidate.place == Place::Line || between.ends_with("\u{3000}\u{3000}");
        let short = text.as_bytes()[at..].iter().take(SHORT).any(|&b| b == b'\n');
        search.step(i as u32, candidate, Paragraph { line, opens, short: opens && short }, between);
    }
    // a run that begins where the text is cut off may well have gone on
    let cut_off = if ends_cut_off(text) { text.len().saturating_sub(CUT_OFF) } else { text.len() };
    search.finish(cut_off as u32)
}

/// The ends of paragraphs in `text` that two wide blanks behind a sentence stand for.
fn wide_breaks(text: &str) -> u32 {
    let breaks = memchr::memmem::find_iter(text.as_bytes(), "\u{3000}\u{3000}".as_bytes());
    breaks.filter(|&at| text.get(..at).is_some_and(|t| t.ends_with(['。', '！', '？', '：', '”']))).count() as u32
}

/// How near the end of a cut-off text a run of one mark is no wonder, in bytes.
const CUT_OFF: usize = 1500;

/// Whether a text ends in the middle of a sentence.
fn ends_cut_off(text: &str) -> bool {
    text.trim_end().chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '，' | ',' | '、'))
}

struct Search {
    choices: Vec<Choice>,
    decided: Vec<Chosen>,
    /// How many choices were decided before `choices[0]`.
    base: u32,
    beam: Vec<Hypothesis>,
    next: Vec<Hypothesis>,
    /// The scores of `next` and their places, best first.
    order: Vec<(std::cmp::Reverse<i32>, usize)>,
}

impl Search {
    fn step(&mut self, index: u32, candidate: &Candidate, paragraph: Paragraph, between: &str) {
        let place_score = place_score(candidate);
        // a mark glued behind a title that no sentence end has closed yet: 二、主要内容（一）……
        let in_title =
            between.chars().rev().take(40).all(|c| !matches!(c, '。' | '；' | '\n' | '，' | ',' | ';' | '：' | ':'));
        self.next.clear();
        let beam = std::mem::take(&mut self.beam);
        for hypothesis in &beam {
            self.next.push(*hypothesis);
            self.accept(hypothesis, index, candidate, paragraph, place_score, in_title);
        }
        self.beam = beam;
        self.prune();
        if self.choices.len() > UNDECIDED {
            self.decide();
        }
    }

    fn accept(
        &mut self,
        h: &Hypothesis,
        index: u32,
        c: &Candidate,
        paragraph: Paragraph,
        place_score: i32,
        in_title: bool,
    ) {
        let mut score = place_score;
        if in_title && c.place == Place::Inside && h.depth > 0 {
            let top = h.levels[h.depth - 1];
            if !is_point(top.style) && top.rank() < rank_of(c) && c.start.saturating_sub(top.start) < 140 {
                score += 35;
            }
        }
        let find = |is: &dyn Fn(&Level) -> bool| h.levels[..h.depth].iter().rposition(is);
        let open =
            find(&|l| l.style == c.style && l.depth == c.depth).or_else(|| find(&|l| l.runs_on_in(c, paragraph)));
        if let Some(i) = open {
            let level = h.levels[i];
            let (go_on, restart) = continuation(&level, c, paragraph);
            let mut on = *h;
            on.close_to(i + 1);
            on.score += score + go_on;
            let parent = if i > 0 { h.levels[i - 1].choice } else { NONE };
            let top = &mut on.levels[i];
            if restart && top.count == 1 {
                on.score -= top.lone;
            }
            top.count = if restart { 1 } else { 2 };
            top.lone = if restart { lone_cost(c) } else { top.lone };
            top.ordinal = if c.ordinal == LAST { 99 } else { c.ordinal };
            top.lead = c.lead;
            top.start = c.start;
            top.paragraph = paragraph;
            self.take(on, i, index, parent, c);
        }
        // a new run under the innermost open one, or under the innermost that ranks higher
        let mut tried = usize::MAX;
        let outer = (0..h.depth).rev().find(|&i| h.levels[i].rank() < rank_of(c)).map_or(0, |i| i + 1);
        for depth in [h.depth, outer] {
            if depth == tried || depth >= DEPTH || open.is_some_and(|i| i < depth) {
                continue;
            }
            tried = depth;
            let mut on = *h;
            on.close_to(depth);
            on.score += score + self.opening(h, depth, c, paragraph);
            let parent = if depth > 0 { h.levels[depth - 1].choice } else { NONE };
            on.levels[depth] = Level {
                style: c.style,
                ordinal: c.ordinal,
                depth: c.depth,
                lead: c.lead,
                count: 1,
                lone: lone_cost(c),
                choice: NONE,
                start: c.start,
                paragraph,
            };
            on.depth = depth + 1;
            self.take(on, depth, index, parent, c);
        }
    }

    /// What it gives to open a run with `c` at `depth`.
    fn opening(&self, h: &Hypothesis, depth: usize, c: &Candidate, paragraph: Paragraph) -> i32 {
        let mut score = 0;
        let last = h.last[key(c)];
        if c.ordinal == LAST {
            return -200;
        }
        if c.ordinal > 1 {
            // numbering that goes on across the headings above: articles, （十四）
            score += match c.ordinal.checked_sub(last) {
                Some(1) if last > 0 && h.depth > 0 => 20,
                Some(2) if last > 0 && h.depth > 0 => -35,
                _ => -45 - 6 * i32::from(c.ordinal.min(10)),
            };
        } else if last > 0 && c.style == MarkStyle::Article {
            score -= 30;
        }
        if let Some(parent) = depth.checked_sub(1).map(|i| h.levels[i]) {
            let (outer, inner) = (parent.rank(), rank_of(c));
            // 第一，…… on a line of its own is a heading
            let titled = parent.style == MarkStyle::Nth && parent.paragraph.short && inner > rank(MarkStyle::Han);
            if is_point(parent.style) && !is_point(c.style) && !titled {
                score -= if inner > rank(MarkStyle::Arabic) { 10 } else { 60 };
                if paragraph.line != parent.paragraph.line {
                    score -= 30;
                }
            } else if outer > inner && !titled {
                score -= 45;
            } else if is_point(parent.style) {
                // a list within a paragraph hardly goes on in the next
                let apart = paragraph.line != parent.paragraph.line;
                score -= match (apart, parent.paragraph.opens) {
                    (true, false) => 12,
                    (true, true) if !paragraph.opens => 5,
                    (false, false) if c.start.saturating_sub(parent.start) > 1500 => 8,
                    _ => 0,
                };
            }
        }
        score
    }

    fn take(&mut self, mut on: Hypothesis, level: usize, index: u32, parent: u32, c: &Candidate) {
        let choice = self.base + self.choices.len() as u32;
        self.choices.push(Choice { candidate: index, parent, before: on.choice });
        on.levels[level].choice = choice;
        on.choice = choice;
        on.last[key(c)] = on.levels[level].ordinal;
        self.next.push(on);
    }

    /// Keeps the best hypotheses, one of each state.
    fn prune(&mut self) {
        self.order.clear();
        self.order.extend(self.next.iter().enumerate().map(|(i, h)| (std::cmp::Reverse(h.score), i)));
        // in place: a stable sort would allocate at each candidate
        self.order.sort_unstable();
        let best = self.order.first().map_or(0, |o| o.0.0);
        self.beam.clear();
        for &(score, i) in &self.order {
            if self.beam.len() == WIDTH || score.0 < best - MARGIN {
                break;
            }
            let h = &self.next[i];
            if !self.beam.iter().any(|kept| kept.same_state(h)) {
                self.beam.push(*h);
            }
        }
    }

    /// Takes the best hypothesis as decided and forgets the others.
    fn decide(&mut self) {
        self.beam.truncate(1);
        let Some(best) = self.beam.first_mut() else { return };
        let mut path = Vec::new();
        let mut at = best.choice;
        while at != NONE && at >= self.base {
            path.push(at);
            at = self.choices[(at - self.base) as usize].before;
        }
        // choices are renumbered by their place among the decided
        let renumber = |old: u32, path: &[u32], decided: u32| -> u32 {
            if old == NONE || old < self.base {
                return old;
            }
            let from_end = path.iter().rposition(|&p| p == old);
            from_end.map_or(NONE, |i| decided + (path.len() - 1 - i) as u32)
        };
        let first = self.decided.len() as u32;
        let mut parents = Vec::with_capacity(path.len());
        for &at in path.iter().rev() {
            let choice = self.choices[(at - self.base) as usize];
            let parent = renumber(choice.parent, &path, first);
            parents.push(Chosen { candidate: choice.candidate, parent: (parent != NONE).then_some(parent) });
        }
        for level in &mut best.levels[..best.depth] {
            level.choice = renumber(level.choice, &path, first);
        }
        self.decided.extend(parents);
        self.base = self.decided.len() as u32;
        best.choice = NONE;
        self.choices.clear();
    }

    fn finish(mut self, cut_off: u32) -> Vec<Chosen> {
        for h in &mut self.beam {
            for level in &mut h.levels[..h.depth] {
                if level.start >= cut_off && level.style != MarkStyle::FirstNext {
                    level.lone = 0;
                }
            }
            h.close_to(0);
        }
        self.beam.sort_by_key(|h| std::cmp::Reverse(h.score));
        self.decide();
        self.decided
    }
}

impl Hypothesis {
    fn new() -> Self {
        let level = Level {
            style: MarkStyle::Han,
            ordinal: 0,
            depth: 0,
            lead: 0,
            count: 0,
            lone: 0,
            choice: NONE,
            start: 0,
            paragraph: Paragraph { line: 0, opens: false, short: false },
        };
        Self { score: 0, depth: 0, levels: [level; DEPTH], last: [0; KEYS], choice: NONE }
    }

    /// Closes the runs deeper than `depth`.
    fn close_to(&mut self, depth: usize) {
        for level in &self.levels[depth..self.depth] {
            if level.count == 1 {
                self.score -= level.lone;
            }
        }
        self.depth = self.depth.min(depth);
    }

    fn same_state(&self, other: &Self) -> bool {
        self.depth == other.depth
            && self.last == other.last
            && self.levels[..self.depth]
                .iter()
                .zip(&other.levels[..other.depth])
                .all(|(a, b)| (a.style, a.ordinal, a.count.min(2)) == (b.style, b.ordinal, b.count.min(2)))
    }
}

/// What it gives that `c` goes on an open run, and whether it begins it anew.
fn continuation(level: &Level, c: &Candidate, paragraph: Paragraph) -> (i32, bool) {
    let point = is_point(c.style);
    if c.lead != level.lead {
        // 2.1 after 1.3
        return (if c.ordinal == 1 && c.lead > level.lead { 25 } else { -60 }, false);
    }
    let mut score = match i32::from(c.ordinal) - i32::from(level.ordinal) {
        _ if c.ordinal == LAST => return (if level.ordinal < 90 { 25 } else { -60 }, false),
        1 => 30,
        0 => return (-40, false),
        2 => -28,
        3 => -45,
        4..=6 => -70,
        _ if c.ordinal == 1 => {
            let anew = match (point, c.place) {
                (true, Place::Line | Place::Sentence) => -5,
                (true, _) => -15,
                (false, Place::Line) => -40,
                (false, _) if rank(c.style) >= rank(MarkStyle::ParenArabic) => -10,
                (false, _) => -50,
            };
            return (anew, true);
        }
        _ => -110,
    };
    if point && paragraph.line != level.paragraph.line && !paragraph.opens {
        score -= 30;
    }
    if point && c.start.saturating_sub(level.start) > 6000 {
        score -= 30;
    }
    (score, false)
}

/// The styles, and each depth of 1.2.3 as one more.
const KEYS: usize = MarkStyle::ALL.len() + 6;

fn key(c: &Candidate) -> usize {
    match c.depth {
        0 => c.style as usize,
        depth => MarkStyle::ALL.len() + usize::from(depth.min(5)),
    }
}

impl Level {
    /// Whether another style goes on with this run: 首先 其次 第三, 第一 第二 最后.
    fn runs_on_in(&self, c: &Candidate, paragraph: Paragraph) -> bool {
        match (self.style, c.style) {
            (MarkStyle::FirstNext, MarkStyle::Nth) => c.ordinal >= 3 && c.ordinal == self.ordinal + 1,
            (MarkStyle::Nth, MarkStyle::FirstNext) => {
                c.ordinal == LAST && (2..90).contains(&self.ordinal) && paragraph.short && self.paragraph.short
            }
            _ => false,
        }
    }

    fn rank(&self) -> u8 {
        decimal_rank(self.depth).unwrap_or(rank(self.style))
    }
}

fn rank_of(c: &Candidate) -> u8 {
    decimal_rank(c.depth).unwrap_or(rank(c.style))
}

/// 1 stands as high as 一、, 1.1 as （一）, 1.1.1 as 1.
fn decimal_rank(depth: u8) -> Option<u8> {
    depth.checked_sub(1).map(|below| rank(MarkStyle::Han) + below)
}

/// How high a style stands where nothing else tells: low ranks hold high ones.
fn rank(style: MarkStyle) -> u8 {
    match style {
        MarkStyle::Volume => 0,
        MarkStyle::Part => 1,
        MarkStyle::Chapter => 2,
        MarkStyle::Division => 3,
        MarkStyle::Article | MarkStyle::Roman => 4,
        MarkStyle::Han => 5,
        MarkStyle::ParenHan => 6,
        MarkStyle::Arabic | MarkStyle::Decimal => 7,
        MarkStyle::ParenArabic => 8,
        MarkStyle::HalfParenArabic | MarkStyle::Letter => 9,
        MarkStyle::Circled => 10,
        MarkStyle::Nth | MarkStyle::Is | MarkStyle::Must | MarkStyle::FirstNext | MarkStyle::OfThem => 11,
    }
}

use super::is_point;

/// How much the place of a candidate speaks for it.
fn place_score(c: &Candidate) -> i32 {
    use MarkStyle::*;
    let score = match c.place {
        Place::Line => match c.style {
            Volume | Part | Chapter | Division | Article | Han | ParenHan => 120,
            Arabic | ParenArabic | Circled => 80,
            Decimal | HalfParenArabic | Roman | OfThem => 60,
            Nth | Must => 70,
            Is => 75,
            FirstNext => 45,
            Letter => 40,
        },
        Place::Sentence => match c.style {
            Volume | Part | Chapter | Division | Han | ParenHan => 90,
            Article => 80,
            Arabic => 55,
            ParenArabic | Circled | Nth | Is => 60,
            OfThem => 55,
            Must => 50,
            FirstNext => 40,
            HalfParenArabic => 25,
            Roman => 20,
            Decimal => 10,
            Letter => 0,
        },
        Place::Clause => match c.style {
            Is => 35,
            Circled | OfThem => 30,
            Must => 25,
            FirstNext => 12,
            Nth => 10,
            ParenHan | ParenArabic => 0,
            Han | Arabic => -20,
            _ => -40,
        },
        Place::Inside => match c.style {
            Circled => 10,
            Chapter | Division | Part | Volume if c.firm => 10,
            ParenHan => 0,
            ParenArabic => -10,
            Han => -15,
            Article if c.firm => -10,
            Arabic => -30,
            Is | Must | FirstNext => -25,
            Chapter | Division | Part | Volume | Article => -40,
            _ => -60,
        },
    };
    let misread = match c.style {
        _ if !c.misread => 0,
        MarkStyle::Arabic if !c.firm => 45,
        MarkStyle::Han if !c.firm => 45,
        _ => 15,
    };
    let loose = match c.style {
        MarkStyle::FirstNext | MarkStyle::OfThem if !c.firm => 20,
        MarkStyle::Article | MarkStyle::Chapter | MarkStyle::Division | MarkStyle::Part if !c.firm => 15,
        _ => 0,
    };
    score - misread - loose
}

/// What it costs if a run that `c` begins has no second mark.
fn lone_cost(c: &Candidate) -> i32 {
    use MarkStyle::*;
    match (c.style, c.place) {
        (Volume | Part | Chapter | Division, Place::Line) => 10,
        (Article, Place::Line) => 10,
        (Han, Place::Line) => 40,
        (ParenHan, Place::Line) => 30,
        (Arabic | ParenArabic | Circled | HalfParenArabic | Decimal, Place::Line) => 40,
        (Is, _) => 80,
        (Must, _) => 80,
        (FirstNext, _) => 120,
        (Nth | OfThem, _) => 80,
        (_, Place::Sentence) => 70,
        _ => 90,
    }
}
