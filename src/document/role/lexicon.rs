//! The wording that tells roles: parsed from text, compiled to be found in one pass over a title.

use super::{Role, title};
use crate::Error;
use crate::lexer::decode::each_char;
use crate::word_list::word_list;
use std::borrow::Cow;
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
/// let roles: Vec<_> = report.outline().filter_map(|s| s.role()).map(|r| r.name()).collect();
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
/// let error = "liability end 责任认定\nfacts in:150 案情".parse::<gongwen::Lexicon>().unwrap_err();
/// assert_eq!(error.to_string(), "lexicon line 2: the confidence must be a number from 1 to 100: `facts in:150 案情`");
/// ```
#[derive(Clone)]
pub struct Lexicon {
    rules: Arc<Rules>,
}

struct Rules {
    text: Cow<'static, str>,
    /// The names that the lexicon brings, by role code from [`FIRST_CUSTOM`].
    names: Vec<Box<str>>,
    cues: Vec<Cue>,
    /// The first cue of each bucket.
    buckets: Vec<Next>,
    /// Whether a character begins a cue, and whether it alone is one, by its lower bits: most characters begin none.
    opens: Vec<[bool; 2]>,
}

/// The number of a cue, from 1; 0 where there is none.
type Next = u16;

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Where it stands in the lexicon's text, and its bytes.
    start: u32,
    len: u32,
    /// Its last byte, which is compared first.
    last: u8,
    /// The next cue of its bucket.
    next: Next,
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
    /// The place that a word of a rule names, and the confidence in percent.
    fn parse(word: &str) -> Result<(Self, u8), &'static str> {
        let (name, percent) = word.split_once(':').map_or((word, None), |(name, percent)| (name, Some(percent)));
        let (place, usual) = match name {
            "whole" => (Place::Whole, 98),
            "end" => (Place::End, 92),
            "start" => (Place::Start, 80),
            "in" => (Place::In, 70),
            "last" => (Place::Last, 75),
            "text" => (Place::Text, 60),
            _ => return Err("the place must be whole, end, start, in, last or text"),
        };
        let Some(percent) = percent else { return Ok((place, usual)) };
        let percent = percent.parse().ok().filter(|percent| (1..=100).contains(percent));
        Ok((place, percent.ok_or("the confidence must be a number from 1 to 100")?))
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

/// The place of a cue's first character, and its bucket.
fn places_of(cue: &str) -> (usize, usize) {
    let mut chars = cue.chars();
    let first = chars.next().unwrap_or(ALONE);
    (first as usize % BUCKETS, bucket(first, chars.next().unwrap_or(ALONE)))
}

/// The second character of a wording that has none.
const ALONE: char = '\0';

impl Lexicon {
    /// The crate's own wording.
    pub(super) fn builtin() -> &'static Lexicon {
        static BUILTIN: LazyLock<Lexicon> =
            LazyLock::new(|| read(Cow::Borrowed(word_list!("../role.txt")), &title::FORMS).0);
        &BUILTIN
    }

    /// The role of a code; `None` for what is no role.
    pub(super) fn role(&self, code: RoleCode) -> Option<Role<'_>> {
        match Role::ALL.get(usize::from(code)) {
            Some(&role) => Some(role),
            None => {
                let custom = code.checked_sub(FIRST_CUSTOM)?;
                self.rules.names.get(usize::from(custom)).map(|name| Role::Custom(name))
            }
        }
    }

    /// All wordings in `text`, by where they begin; calls `found` for each.
    pub(super) fn find<'l>(&'l self, text: &str, found: &mut dyn FnMut(Hit<'l>)) {
        let rules = &*self.rules;
        let mut chars = each_char(text);
        let mut next = chars.next();
        while let Some((start, first)) = next {
            next = chars.next();
            let [begins, alone] = rules.opens.get(first as usize % BUCKETS).copied().unwrap_or([true; 2]);
            if !begins {
                continue;
            }
            let second = next.map_or(ALONE, |c| c.1);
            let both = [bucket(first, ALONE), bucket(first, second)];
            // at the end of the text, and where the two places are one, each wording is met once
            let places = if !alone || both[0] == both[1] { &both[1..] } else { &both[..] };
            for &at in places {
                let mut next = rules.buckets.get(at).copied().unwrap_or(0);
                while let Some(cue) = usize::from(next).checked_sub(1).and_then(|i| rules.cues.get(i)) {
                    let end = start + cue.len as usize;
                    if text.as_bytes().get(end - 1) == Some(&cue.last)
                        && text.as_bytes().get(start..end) == Some(rules.wording(cue).as_bytes())
                    {
                        found(Hit { start, end, cue });
                    }
                    next = cue.next;
                }
            }
        }
    }
}

impl std::str::FromStr for Lexicon {
    type Err = Error;

    /// Reads a lexicon; [`Error::Lexicon`] names the first line that cannot be read.
    fn from_str(text: &str) -> Result<Self, Error> {
        match read(Cow::Owned(text.to_owned()), &[]) {
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

impl Rules {
    fn wording(&self, cue: &Cue) -> &str {
        self.text.get(cue.start as usize..(cue.start + cue.len) as usize).unwrap_or_default()
    }

    fn read_line(&mut self, start: usize, end: usize) -> Result<(), &'static str> {
        let line = self.text.get(start..end).unwrap_or_default();
        let rule = line.split('#').next().unwrap_or_default();
        let mut words = rule.split_whitespace();
        let Some(name) = words.next() else { return Ok(()) };
        let (place, weight) = Place::parse(words.next().unwrap_or_default())?;
        let known = Role::ALL.iter().position(|role| role.name() == name).or((name == "none").then_some(NONE.into()));
        let own = || self.names.iter().position(|n| **n == *name).map(|at| at + usize::from(FIRST_CUSTOM));
        let role = known.or_else(own).unwrap_or(self.names.len() + usize::from(FIRST_CUSTOM));
        let role = RoleCode::try_from(role).ok().filter(|role| *role < RoleCode::MAX).ok_or("too many roles")?;
        if usize::from(role) == self.names.len() + usize::from(FIRST_CUSTOM) {
            self.names.push(name.into());
        }
        let before = self.cues.len();
        for wording in words {
            if self.cues.len() >= usize::from(Next::MAX) {
                return Err("more than 65534 wordings");
            }
            // a wording is a part of the line
            let start = start + (wording.as_ptr() as usize - line.as_ptr() as usize);
            let (len, last) = (wording.len() as u32, wording.as_bytes().last().copied().unwrap_or_default());
            self.cues.push(Cue { start: start as u32, len, last, next: 0, role, place, weight });
        }
        if self.cues.len() == before { Err("no wording after the place") } else { Ok(()) }
    }
}

/// Reads all lines that can be read, and says which is the first that cannot.
fn read(text: Cow<'static, str>, names: &[&str]) -> (Lexicon, Option<Error>) {
    let names = names.iter().copied().map(Box::from).collect();
    let mut rules =
        Rules { text, names, cues: Vec::new(), buckets: vec![0; BUCKETS], opens: vec![[false; 2]; BUCKETS] };
    let (mut start, mut number, mut error) = (0, 0, None);
    while start < rules.text.len() {
        let rest = rules.text.get(start..).unwrap_or_default();
        let end = start + memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        number += 1;
        if let Err(reason) = rules.read_line(start, end) {
            let text = rules.text.get(start..end).unwrap_or_default().trim().into();
            error.get_or_insert(Error::Lexicon { line: number, reason, text });
        }
        start = end + 1;
    }
    // from the last on, so that each bucket has its cues in the order of the text
    for at in (0..rules.cues.len()).rev() {
        let Some(wording) = rules.cues.get(at).map(|cue| rules.wording(cue)) else { continue };
        let ((first, bucket), alone) = (places_of(wording), wording.chars().nth(1).is_none());
        if let Some(opens) = rules.opens.get_mut(first) {
            *opens = [true, opens[1] | alone];
        }
        if let (Some(cue), Some(first)) = (rules.cues.get_mut(at), rules.buckets.get_mut(bucket)) {
            cue.next = *first;
            *first = at as Next + 1;
        }
    }
    (Lexicon { rules: Arc::new(rules) }, error)
}
