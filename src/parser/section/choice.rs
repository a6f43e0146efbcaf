//! Chooses, among all candidates, the marks that make the whole consistent.
//!
//! Real marks form runs 1, 2, 3 … nested in one another. A few hypotheses are carried through the
//! text side by side; each is a stack of open runs with a score: evidence of the place a mark
//! stands at, plus how well it goes on from what came before. The best at the end wins. Width and
//! memory are bounded, so the time is linear in the number of candidates.

use super::is_point;
use super::score::{KEYS, is_excerpt, key, lone_cost, opening, place_score, rank, rank_of};
use crate::MarkStyle;
use crate::lexer::breaks::{Break, Breaks};
use crate::lexer::chars::is_colon;
use crate::lexer::mark::{Candidate, LAST, Place};
use crate::lexer::search;
use crate::lexer::search::last;
use memchr::memmem;

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
const DEPTH: u8 = 9;
/// A hypothesis this far behind the best is given up.
const MARGIN: i32 = 130;
/// Past this many undecided choices the best hypothesis is taken as decided.
const UNDECIDED: usize = 1024;

const NONE: u32 = u32::MAX;

/// A candidate accepted by some hypothesis: the last mark of a run that was open then.
///
/// Hypotheses that went the same way share their choices, so that a hypothesis is cheap to copy.
#[derive(Clone, Copy, Debug)]
struct Choice {
    candidate: u32,
    /// The last mark of the run that this one stands in, or `NONE`.
    parent: u32,
    /// The choice before this one, or `NONE`.
    before: u32,
    /// Where it stands among the decided ones, once it is.
    decided: u32,
    /// Of the run: its style and, of 1.2.3, how many numbers it has and the number before the last.
    style: MarkStyle,
    depth: u8,
    rank: u8,
    lead: u16,
    ordinal: u16,
    /// How many runs it stands in, itself included.
    level: u8,
    /// Whether it is the only mark of its run so far, and what it costs if that stays so.
    alone: bool,
    lone: i32,
    /// What it costs to close all runs that it stands in now.
    debt: i32,
    start: u32,
    paragraph: Paragraph,
    /// Tells apart the styles and ordinals of the runs that are open with it.
    state: u64,
}

/// The paragraph that a mark stands in: whether it opens it, whether it is short like a title, and whether the
/// mark counts part of a sentence in it: 四条：（一）……；（二）……
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Paragraph {
    line: u32,
    /// How many sentences have ended before the mark.
    sentences: u32,
    opens: bool,
    short: bool,
    within: bool,
}

/// The longest line that is short like a title, in bytes.
const SHORT: usize = 90;

#[derive(Clone, Copy, Debug)]
struct Hypothesis {
    score: i32,
    /// The last mark of the innermost open run, or `NONE`.
    top: u32,
    /// The last choice, or `NONE`.
    choice: u32,
    /// The last ordinal of each style, also of closed runs: articles go on across chapters.
    last: [u16; KEYS],
    /// Tells `last` apart from others.
    numbers: u64,
    /// Tells `last` and the styles and ordinals of the open runs apart from others.
    state: u64,
}

/// What a hypothesis may do with a candidate.
#[derive(Clone, Copy, Debug)]
struct Proposal {
    score: i32,
    /// The choice that the step goes by, or `NONE`.
    run: u32,
    /// The index of the hypothesis.
    from: u8,
    step: Step,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    /// It is no mark.
    Pass,
    /// It goes on the run.
    GoOn,
    /// It begins the run anew.
    Anew,
    /// It opens a run in the run.
    Open,
}

/// The part of a body that marks are chosen for.
pub(super) struct Part<'t> {
    /// The body up to the part's end.
    pub text: &'t str,
    /// The breaks of the body.
    pub breaks: Breaks<'t>,
    /// Where the part begins.
    pub start: usize,
    /// Whether hardly any line breaks are left.
    pub lost: bool,
}

/// The marks of a part among its `candidates`, in order.
pub(super) fn choose(candidates: &[Candidate], part: &Part<'_>) -> Vec<Chosen> {
    let text = part.text;
    let mut search = Search {
        choices: Vec::with_capacity(candidates.len().min(UNDECIDED)),
        decided: Vec::with_capacity(candidates.len()),
        beam: vec![Hypothesis { score: 0, top: NONE, choice: NONE, last: [0; KEYS], numbers: 0, state: 0 }],
        next: Vec::new(),
        proposals: Vec::new(),
        order: Vec::new(),
    };
    // where lines are broken, blanks are their indent
    let mut wide = wide_breaks(if part.lost { text } else { "" }, part.start).peekable();
    let mut breaks = part.breaks;
    let (mut line, mut sentences) = (0, 0);
    let mut at = part.start;
    for (i, candidate) in candidates.iter().enumerate() {
        let between = text.get(at..candidate.start as usize).unwrap_or_default();
        let mut broken = false;
        for (_, kind) in breaks.from(at as u32).take_while(|b| b.0 < candidate.start) {
            broken |= kind == Break::Line;
            sentences += u32::from(kind == Break::Sentence);
        }
        at = candidate.start as usize;
        line += u32::from(candidate.place == Place::Line || broken);
        while wide.next_if(|&wide| wide < at).is_some() {
            line += 1;
        }
        let opens = candidate.place == Place::Line || between.ends_with(WIDE_BREAK);
        let ends = |b: (u32, Break)| b.1 == Break::Line && (b.0 as usize) < text.len();
        let short = opens && breaks.from(at as u32).take_while(|b| (b.0 as usize) < at + SHORT).any(ends);
        let within = !opens && matches!(last(between), '；' | ';');
        search.step(i as u32, candidate, Paragraph { line, sentences, opens, short, within }, between);
    }
    // a run that begins where the text is cut off may well have gone on
    let cut_off = if ends_cut_off(text) { text.len().saturating_sub(CUT_OFF) } else { text.len() };
    search.finish(cut_off as u32)
}

/// Two wide blanks, which stand for a line break and the indent behind it.
const WIDE_BREAK: &str = "\u{3000}\u{3000}";

/// The ends of paragraphs from byte `from` on that two wide blanks behind a sentence stand for.
fn wide_breaks(text: &str, from: usize) -> impl Iterator<Item = usize> {
    memmem::find_iter(text.as_bytes().get(from..).unwrap_or_default(), WIDE_BREAK)
        .map(move |at| from + at)
        .filter(|&at| text[..at].ends_with(['。', '！', '？', '：', '”']))
}

/// Whether what stands between two marks announces the second as part of what the first opens: `1.……如下：⏎一、……`, and not
/// in a paragraph behind its sentence: `2.询问笔录2份。⏎决定处罚如下：⏎一、……`.
fn is_announced(between: &str) -> bool {
    let said = search::trim_end(between);
    let first = search::before(said, said.find('\n').unwrap_or_default());
    said.ends_with(is_colon) && !matches!(last(search::trim_end(first)), '。' | '；')
}

/// How near the end of a cut-off text a run of one mark is no wonder, in bytes.
const CUT_OFF: usize = 1500;

/// Whether a text ends in the middle of a sentence.
fn ends_cut_off(text: &str) -> bool {
    search::trim_end(text)
        .chars()
        .next_back()
        .is_some_and(|c| crate::lexer::chars::is_word(c) || matches!(c, '，' | ',' | '、'))
}

struct Search {
    choices: Vec<Choice>,
    decided: Vec<Chosen>,
    beam: Vec<Hypothesis>,
    next: Vec<Hypothesis>,
    proposals: Vec<Proposal>,
    /// Of the proposals near the best: how far behind it they are, and which they are, in one number. The lower eight
    /// bits are enough: there are at most four for each of [`WIDTH`] hypotheses.
    order: Vec<u32>,
}

impl Search {
    fn step(&mut self, index: u32, candidate: &Candidate, paragraph: Paragraph, between: &str) {
        // a mark glued behind a title that no sentence end has closed yet: 二、主要内容（一）……
        let in_title = candidate.place == Place::Inside
            && between.chars().rev().take(40).all(|c| !matches!(c, '。' | '；' | '\n' | '，' | ',' | ';' | '：' | ':'));
        let mark = Mark {
            index,
            candidate,
            paragraph,
            in_title,
            announced: candidate.place == Place::Line && is_announced(between),
            spoken: matches!(candidate.style, MarkStyle::FirstNext | MarkStyle::Nth),
            place_score: place_score(candidate),
            lone: lone_cost(candidate),
            rank: rank_of(candidate),
            key: key(candidate),
        };
        self.proposals.clear();
        for from in 0..self.beam.len() {
            self.propose(from, &mark);
        }
        self.prune(&mark);
        if self.choices.len() > UNDECIDED {
            self.decide();
        }
    }

    /// The open run whose last mark is `choice`.
    fn run(&self, choice: u32) -> Option<&Choice> {
        self.choices.get(choice as usize)
    }

    /// The ways in which a hypothesis may pass or accept a mark.
    fn propose(&mut self, from: usize, mark: &Mark<'_>) {
        let Some(h) = self.beam.get(from) else { return };
        let c = mark.candidate;
        let (top, last, passed) = (h.top, h.last[mark.key], h.score);
        let mut score = passed + mark.place_score;
        if mark.in_title
            && let Some(top) = self.run(top)
            && !is_point(top.style)
            && top.rank < mark.rank
            && c.start.saturating_sub(top.start) < 140
        {
            score += 35;
        }
        // down the open runs: the one that the mark goes on, and the innermost that ranks higher
        let (mut open, mut other, mut outer) = (NONE, NONE, NONE);
        let mut at = top;
        let mut debt = 0;
        while let Some(run) = self.choices.get(at as usize) {
            if at == top {
                debt = run.debt;
            }
            if outer == NONE && run.rank < mark.rank && !run.ended_before(mark) {
                outer = at;
            }
            if open == NONE && run.style == c.style && run.depth == c.depth {
                open = at;
            }
            if open != NONE && outer != NONE {
                break;
            }
            if mark.spoken && other == NONE && run.runs_on_in(c, mark.paragraph) {
                other = at;
            }
            at = run.parent;
        }
        let from = from as u8;
        self.proposals.push(Proposal { score: passed, run: top, from, step: Step::Pass });
        let (mut inside, mut same) = (u8::MAX, u8::MAX);
        let open = if open == NONE { other } else { open };
        if let Some(run) = self.choices.get(open as usize) {
            let (go_on, anew) = continuation(run, c, mark.paragraph);
            // in a run of its own style a mark opens none; nor is the run that it goes on better begun anew
            inside = run.level;
            same = if go_on >= 30 { run.level - 1 } else { u8::MAX };
            // the runs within it are closed, and to begin it anew closes it, too
            let closing = debt - run.debt + if anew { run.cost() } else { 0 };
            let step = if anew { Step::Anew } else { Step::GoOn };
            self.proposals.push(Proposal { score: score + go_on - closing, run: open, from, step });
        }
        // a new run under the innermost open one, or under the innermost that ranks higher
        score += opening(c, last, top != NONE);
        for parent in [top, outer] {
            let above = self.choices.get(parent as usize);
            let (level, left) = above.map_or((0, 0), |run| (run.level, run.debt));
            if level < DEPTH && level < inside && level != same {
                let nested = above.map_or(0, |above| nesting(above, mark));
                let score = score + nested + left - debt;
                self.proposals.push(Proposal { score, run: parent, from, step: Step::Open });
            }
            if outer == top {
                break;
            }
        }
    }

    /// Adds the choice that a proposal of hypothesis `h` makes; none where it passes the mark.
    fn choose(&mut self, proposal: &Proposal, h: &Hypothesis, mark: &Mark<'_>) {
        let c = mark.candidate;
        // an article that goes on the count may well be the only one of its chapter, and so may a number below a title
        let last = h.last[mark.key];
        let counted = (c.style == MarkStyle::Article || mark.in_title && c.ordinal > 3) && last + 1 == c.ordinal
            || is_excerpt(c) && (1..c.ordinal).contains(&last);
        // 第三章 国家机构 第一节 人民代表大会 may go on behind the end of an excerpt
        let first_part = c.style == MarkStyle::Division && c.firm && mark.in_title;
        let lone = if counted || first_part { mark.lone.min(10) } else { mark.lone };
        let mut choice = Choice {
            candidate: mark.index,
            parent: proposal.run,
            before: h.choice,
            decided: NONE,
            style: c.style,
            depth: c.depth,
            rank: mark.rank,
            level: 1,
            lead: c.lead,
            ordinal: c.ordinal,
            alone: true,
            lone,
            debt: 0,
            start: c.start,
            paragraph: mark.paragraph,
            state: 0,
        };
        if let Step::GoOn | Step::Anew = proposal.step
            && let Some(run) = self.run(proposal.run)
        {
            // a run keeps its style
            (choice.parent, choice.style, choice.depth, choice.rank) = (run.parent, run.style, run.depth, run.rank);
            choice.ordinal = if c.ordinal == LAST { 99 } else { c.ordinal };
            choice.alone = matches!(proposal.step, Step::Anew);
            choice.lone = if choice.alone { lone } else { run.lone };
        }
        choice.debt = choice.cost();
        if let Some(above) = self.run(choice.parent) {
            choice.level += above.level;
            choice.debt += above.debt;
            choice.state = above.state;
        }
        choice.state = mix(choice.state, u64::from(choice.ordinal) << 8 | choice.style as u64);
        self.choices.push(choice);
    }

    /// Keeps the best proposals, one of each state, and makes hypotheses of them.
    fn prune(&mut self, mark: &Mark<'_>) {
        let best = self.proposals.iter().fold(i32::MIN, |best, p| best.max(p.score));
        self.order.clear();
        for (i, p) in self.proposals.iter().enumerate() {
            let behind = best - p.score;
            if behind <= MARGIN {
                self.order.push((behind as u32) << 8 | i as u32);
            }
        }
        self.order.sort_unstable();
        self.next.clear();
        // a sum of products can be brought up to date without the others
        let weight = mix(0, mark.key as u64 + 1);
        for i in 0..self.order.len() {
            if self.next.len() == WIDTH {
                break;
            }
            let p = self.proposals[(self.order[i] & 0xff) as usize];
            let mut h = Hypothesis { score: p.score, ..self.beam[p.from as usize] };
            let passed = matches!(p.step, Step::Pass);
            if !passed {
                self.choose(&p, &h, mark);
                h.choice = self.choices.len() as u32 - 1;
                h.top = h.choice;
            }
            let top = self.run(h.top);
            if let Some(choice) = top.filter(|_| !passed) {
                let change = u64::from(choice.ordinal).wrapping_sub(u64::from(h.last[mark.key]));
                h.numbers = h.numbers.wrapping_add(weight.wrapping_mul(change));
                h.last[mark.key] = choice.ordinal;
            }
            h.state = mix(h.numbers, top.map_or(0, |top| top.state));
            if !self.next.iter().any(|kept| kept.state == h.state && self.covers(kept.top, h.top)) {
                self.next.push(h);
            } else if !passed {
                self.choices.pop();
            }
        }
        std::mem::swap(&mut self.beam, &mut self.next);
    }

    /// Whether a hypothesis with the open runs `one`, the better score and the same state as one with `two` is open
    /// to all that that one is.
    fn covers(&self, mut one: u32, mut two: u32) -> bool {
        while one != two
            && let (Some(this), Some(other)) = (self.run(one), self.run(two))
        {
            if this.alone && (!other.alone || this.lone > other.lone) {
                return false;
            }
            (one, two) = (this.parent, other.parent);
        }
        true
    }

    /// Takes the best hypothesis as decided and forgets the others.
    fn decide(&mut self) {
        self.beam.truncate(1);
        let Some(best) = self.beam.first_mut() else { return };
        let first = self.decided.len();
        let mut at = best.choice;
        while let Some(choice) = self.choices.get(at as usize).filter(|c| c.decided == NONE) {
            // its own index for now: where it stands among the decided is known only when all are there
            self.decided.push(Chosen { candidate: choice.candidate, parent: Some(at) });
            at = choice.before;
        }
        self.decided[first..].reverse();
        for i in first..self.decided.len() {
            let Some(at) = self.decided[i].parent.map(|at| at as usize) else { continue };
            // what it stands under comes before it, so that its place is known
            self.choices[at].decided = i as u32;
            let parent = self.choices.get(self.choices[at].parent as usize);
            self.decided[i].parent = parent.map(|p| p.decided);
        }
        // of the choices only the open runs are needed again
        let mut open = [NONE; DEPTH as usize];
        let mut depth = 0;
        let mut at = best.top;
        while let Some(choice) = self.choices.get(at as usize) {
            open[depth] = at;
            depth += 1;
            at = choice.parent;
        }
        // the outer ones stand before the inner ones, none before its new place
        for (i, &at) in open[..depth].iter().rev().enumerate() {
            let parent = (i as u32).checked_sub(1).unwrap_or(NONE);
            self.choices[i] = Choice { parent, before: NONE, ..self.choices[at as usize] };
        }
        self.choices.truncate(depth);
        best.top = (depth as u32).checked_sub(1).unwrap_or(NONE);
        best.choice = best.top;
    }

    fn finish(mut self, cut_off: u32) -> Vec<Chosen> {
        for choice in &mut self.choices {
            if choice.start >= cut_off && choice.style != MarkStyle::FirstNext {
                choice.lone = 0;
            }
        }
        for i in 0..self.beam.len() {
            let mut at = self.beam[i].top;
            // not their debts: some cost nothing now
            while let Some(run) = self.choices.get(at as usize) {
                self.beam[i].score -= run.cost();
                at = run.parent;
            }
        }
        // the first of the best
        let best = (0..self.beam.len()).rev().max_by_key(|&i| self.beam[i].score).unwrap_or(0);
        self.beam.swap(0, best);
        self.decide();
        self.decided
    }
}

/// A candidate, and what does not depend on the hypothesis.
struct Mark<'c> {
    index: u32,
    candidate: &'c Candidate,
    paragraph: Paragraph,
    /// Whether no sentence has ended since the mark before.
    in_title: bool,
    /// Whether a colon ends the line above: `3.将第九条修改为：……下列情形之一的：` above （一）.
    announced: bool,
    /// Whether its run may go on in another style: 首先 其次 第三.
    spoken: bool,
    place_score: i32,
    lone: i32,
    rank: u8,
    key: usize,
}

impl Choice {
    /// Whether another style goes on with this run: 首先 其次 第三, 第一 第二 最后.
    fn runs_on_in(&self, c: &Candidate, paragraph: Paragraph) -> bool {
        match (self.style, c.style) {
            (MarkStyle::FirstNext, MarkStyle::Nth) => c.ordinal == self.ordinal + 1,
            (MarkStyle::Nth, MarkStyle::FirstNext) => {
                c.ordinal == LAST && (2..90).contains(&self.ordinal) && paragraph.short && self.paragraph.short
            }
            _ => false,
        }
    }

    /// Whether its run is a list within a paragraph, and a mark counts points in a later one; or points within a
    /// sentence that has ended: 一是……；二是……。……：一要……
    fn ended_before(&self, mark: &Mark<'_>) -> bool {
        let ended = if is_point(self.style) {
            self.paragraph.sentences != mark.paragraph.sentences
        } else {
            is_point(mark.candidate.style) && self.paragraph.line != mark.paragraph.line
        };
        self.paragraph.within && ended
    }

    /// What it costs to close its run now.
    fn cost(&self) -> i32 {
        if self.alone { self.lone } else { 0 }
    }
}

/// Stirs `value` into a state.
fn mix(state: u64, value: u64) -> u64 {
    (state.rotate_left(5) ^ value).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What it gives to open a run with `mark` under `parent`.
fn nesting(parent: &Choice, mark: &Mark<'_>) -> i32 {
    let (c, paragraph) = (mark.candidate, mark.paragraph);
    if c.ordinal == LAST {
        return 0;
    }
    if parent.ended_before(mark) {
        return -25;
    }
    let (outer, inner) = (parent.rank, mark.rank);
    let apart = paragraph.line != parent.paragraph.line;
    // 第一，…… on a line of its own is a heading
    let titled = parent.style == MarkStyle::Nth && parent.paragraph.short && inner > rank(MarkStyle::Han);
    if is_point(parent.style) && !is_point(c.style) && !titled {
        let far = if apart { 30 } else { 0 };
        -far - if inner > rank(MarkStyle::Arabic) { 10 } else { 60 }
    } else if parent.style == MarkStyle::Arabic && c.depth == 2 && c.lead == parent.ordinal {
        5 // 2.1 under 2.
    } else if outer > inner && !titled {
        if mark.announced && c.ordinal == 1 { 5 } else { -45 }
    } else if is_point(parent.style) {
        // a list within a paragraph hardly goes on in the next
        match (apart, parent.paragraph.opens) {
            // 第一 stands above 一是
            _ if c.style == MarkStyle::Nth && matches!(parent.style, MarkStyle::Is | MarkStyle::Must) => -20,
            (true, false) => -12,
            (true, true) if !paragraph.opens => -5,
            (false, false) if c.start.saturating_sub(parent.start) > 1500 => -8,
            _ => 0,
        }
    } else {
        0
    }
}

/// What it gives that `c` goes on an open run, and whether it begins it anew.
fn continuation(level: &Choice, c: &Candidate, paragraph: Paragraph) -> (i32, bool) {
    let point = is_point(c.style);
    if c.lead != level.lead {
        // 2.1 after 1.3
        return (if c.ordinal == 1 && c.lead > level.lead { 25 } else { -60 }, false);
    }
    let mut score = match i32::from(c.ordinal) - i32::from(level.ordinal) {
        _ if c.ordinal == LAST => return (if level.ordinal < 90 { 25 } else { -60 }, false),
        // 。 is lost before it
        1 if c.style == MarkStyle::Article
            && c.place == Place::Inside
            && paragraph.sentences == level.paragraph.sentences =>
        {
            60
        }
        1 => 30,
        0 => return (-40, false),
        2 => -28,
        3 => -45,
        4.. if is_excerpt(c) => -45,
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
