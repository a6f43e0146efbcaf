//! The wording that tells roles: parsed from text, compiled to be found in one pass over a title.

use super::{Role, title};
use crate::Error;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// Wording that tells the role of a section: the crate's own, or yours for another domain.
///
/// A lexicon is text, one rule a line: a role, a place, and wordings, parted by blanks. `#` opens a
/// comment. The role is one of the crate's eleven (`problems`), any name of your own (`liability`),
/// or `none` for wording that looks like a cue and is not.
///
/// | place | the wording counts where |
/// |---|---|
/// | `whole` | a title, or a clause of it, is exactly this: 一、建议 |
/// | `end` | a title, or a clause of it, ends so: 当前存在的**主要问题** |
/// | `start` | a title, or a clause of it, begins so: **下一步**，… |
/// | `in` | it stands anywhere in a title |
/// | `last` | as `end`, in the last sections of a document only |
/// | `text` | the text under a title opens with it, or announces a list with it |
///
/// A place may give the confidence in percent: `in:40`. Of several wordings in a title the longest
/// at the end decides. Your own rules go before the crate's.
///
/// An accident report, and a court's guiding case:
///
/// ```
/// use gongwen::{Lexicon, Options, Role};
///
/// let lexicon: Lexicon = "\
/// ## accident report
/// sequence   end    事故经过 救援过程
/// liability  end    责任认定 责任者的处理意见
/// ## guiding case of a court
/// facts      whole  基本案情
/// facts      text   经审理查明
/// holding    whole  裁判结果 裁判要点
/// reasoning  whole  裁判理由
/// ".parse().unwrap();
/// let options = Options::new().with_lexicon(lexicon);
///
/// let report = options.parse("某仓库火灾事故调查报告\n一、事故经过\n二、事故原因\n三、事故责任认定\n四、整改措施");
/// let roles: Vec<_> = report.sections().filter_map(|s| s.role()).map(|r| r.name()).collect();
/// assert_eq!(roles, ["sequence", "causes", "liability", "countermeasures"]);
///
/// let case = options.parse("指导性案例\n一、基本案情\n二、裁判结果\n三、裁判理由");
/// assert_eq!(case.sections_by_role(Role::Custom("reasoning")).count(), 1);
/// ```
///
/// A line that cannot be read is refused with its number:
///
/// ```
/// let error = "liability behind 责任认定".parse::<gongwen::Lexicon>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "lexicon line 1: the place must be whole, end, start, in, last or text: `liability behind 责任认定`",
/// );
/// ```
#[derive(Clone)]
pub struct Lexicon {
    rules: Arc<Rules>,
}

struct Rules {
    /// Names by role code; the crate's roles come first, in the order of [`Role::ALL`].
    names: Vec<Box<str>>,
    /// Sorted by [`bucket_of`].
    cues: Vec<Cue>,
    /// Where the cues of each bucket begin.
    buckets: Vec<u16>,
}

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    text: Box<str>,
    pub role: RoleCode,
    pub place: Place,
    /// Confidence in percent.
    pub weight: u8,
}

/// A role as a small number: an index into the names of a lexicon.
pub(super) type RoleCode = u8;

/// The code after those of [`Role::ALL`]: wording that looks like a cue and is not.
pub(super) const NONE: RoleCode = Role::ALL.len() as u8;
/// The codes after it: the names that a lexicon brings.
pub(super) const FIRST_CUSTOM: RoleCode = NONE + 1;

/// Which part of the title or text a wording must stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Whole,
    End,
    Start,
    In,
    Last,
    Text,
}

impl Place {
    fn parse(word: &str) -> Option<(Self, u8)> {
        let (name, percent) = match word.split_once(':') {
            Some((name, percent)) => (name, Some(percent.parse::<u8>().ok().filter(|p| (1..=100).contains(p))?)),
            None => (word, None),
        };
        let (place, usual) = match name {
            "whole" => (Place::Whole, 98),
            "end" => (Place::End, 92),
            "start" => (Place::Start, 80),
            "in" => (Place::In, 70),
            "last" => (Place::Last, 75),
            "text" => (Place::Text, 60),
            _ => return None,
        };
        Some((place, percent.unwrap_or(usual)))
    }
}

/// A wording found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'l> {
    pub start: usize,
    pub end: usize,
    pub cue: &'l Cue,
}

const BUCKETS: usize = 4096;

/// Where a wording is looked for: by its first two characters, so that few share a place.
fn bucket(first: char, second: char) -> usize {
    (first as usize).wrapping_mul(37).wrapping_add((second as usize).wrapping_mul(101)) % BUCKETS
}

fn bucket_of(cue: &str) -> usize {
    let mut chars = cue.chars();
    bucket(chars.next().unwrap_or(ALONE), chars.next().unwrap_or(ALONE))
}

/// The second character of a wording that has none.
const ALONE: char = '\0';

impl Lexicon {
    /// The crate's own wording.
    pub(super) fn builtin() -> &'static Lexicon {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("../role.txt"), &title::FORMS).0);
        &BUILTIN
    }

    /// The name of a role code.
    pub(super) fn name(&self, code: RoleCode) -> &str {
        self.rules.names.get(usize::from(code)).map_or("", |n| n)
    }

    /// The role of a code; `None` for what is no role.
    pub(super) fn role(&self, code: RoleCode) -> Option<Role<'_>> {
        match Role::ALL.get(usize::from(code)) {
            Some(&role) => Some(role),
            None if code >= FIRST_CUSTOM => Some(Role::Custom(self.name(code))),
            None => None,
        }
    }

    /// All wordings in `text`, by where they begin; calls `found` for each.
    pub(super) fn find<'l>(&'l self, text: &str, mut found: impl FnMut(Hit<'l>)) {
        let rules = &*self.rules;
        let mut chars = text.char_indices().peekable();
        while let Some((start, first)) = chars.next() {
            let second = chars.peek().map_or(ALONE, |c| c.1);
            let both = [bucket(first, ALONE), bucket(first, second)];
            // at the end of the text, and where the two places are one, each wording is met once
            let places = if both[0] == both[1] { &both[..1] } else { &both[..] };
            for &at in places {
                let (Some(&from), Some(&to)) = (rules.buckets.get(at), rules.buckets.get(at + 1)) else { continue };
                for cue in rules.cues.get(usize::from(from)..usize::from(to)).unwrap_or_default() {
                    if text.as_bytes().get(start..).is_some_and(|rest| rest.starts_with(cue.text.as_bytes())) {
                        found(Hit { start, end: start + cue.text.len(), cue });
                    }
                }
            }
        }
    }
}

impl std::str::FromStr for Lexicon {
    type Err = Error;

    /// Reads a lexicon; [`Error::Lexicon`] names the first line that cannot be read.
    fn from_str(text: &str) -> Result<Self, Error> {
        match read(text, &[]) {
            (lexicon, None) => Ok(lexicon),
            (_, Some(error)) => Err(error),
        }
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("cues", &self.rules.cues.len()).finish_non_exhaustive()
    }
}

/// Reads all lines that can be read, and says which is the first that cannot.
fn read(text: &str, more: &[&str]) -> (Lexicon, Option<Error>) {
    let own = Role::ALL.iter().map(|r| r.name()).chain(["none"]);
    let mut names: Vec<Box<str>> = own.chain(more.iter().copied()).map(Box::from).collect();
    let (mut cues, mut error) = (Vec::new(), None);
    for (at, line) in text.lines().enumerate() {
        if let Err(reason) = read_line(line, &mut names, &mut cues) {
            error.get_or_insert_with(|| Error::Lexicon { line: at + 1, reason, text: line.trim().into() });
        }
    }
    cues.sort_by_key(|cue| bucket_of(&cue.text));
    let mut buckets = vec![0u16; BUCKETS + 1];
    for cue in &cues {
        if let Some(count) = buckets.get_mut(bucket_of(&cue.text) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut buckets {
        sum += *count;
        *count = sum;
    }
    (Lexicon { rules: Arc::new(Rules { names, cues, buckets }) }, error)
}

fn read_line(line: &str, names: &mut Vec<Box<str>>, cues: &mut Vec<Cue>) -> Result<(), &'static str> {
    let line = line.split_once('#').map_or(line, |(rule, _)| rule);
    let mut words = line.split_whitespace();
    let Some(name) = words.next() else { return Ok(()) };
    let Some((place, weight)) = words.next().and_then(Place::parse) else {
        return Err("the place must be whole, end, start, in, last or text");
    };
    let role = match names.iter().position(|n| **n == *name) {
        Some(at) => at,
        None if names.len() >= usize::from(RoleCode::MAX) => return Err("too many roles"),
        None => {
            names.push(name.into());
            names.len() - 1
        }
    } as RoleCode;
    let before = cues.len();
    for text in words {
        if cues.len() >= usize::from(u16::MAX) {
            return Err("more than 65534 wordings");
        }
        cues.push(Cue { text: text.into(), role, place, weight });
    }
    if cues.len() == before { Err("no wording after the place") } else { Ok(()) }
}
