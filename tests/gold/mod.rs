//! Gold outlines, what the parser found, and the figures that compare them.
//!
//! An outline has a line for each part, indented by two blanks a level: its kind, perhaps its
//! role, its line in the source, and its text there (`heading L12 | 一、总体要求`; a text that ends
//! in … gives only its beginning). All places count characters.

use crate::damage::Damaged;
use gongwen::{Document, Section, SectionKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What an entry stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// The piece that begins here.
    Piece(usize),
    /// The entry that begins here.
    Entry(usize),
}

/// A heading, item, point or lead.
#[derive(Clone, Debug)]
pub struct Entry {
    pub start: usize,
    /// Where its title ends, where it has one.
    pub end: Option<usize>,
    pub parent: Option<Parent>,
}

/// A gold outline.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    pub entries: Vec<Entry>,
    leads: Vec<usize>,
    pieces: Vec<usize>,
    noise: BTreeSet<usize>,
    page_marks: bool,
}

impl Gold {
    /// Reads an outline of `source`.
    pub fn read(outline: &str, source: &str) -> Result<Self, String> {
        let characters: Vec<char> = source.chars().collect();
        let mut lines = vec![0];
        lines.extend(characters.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(at, _)| at + 1));
        lines.push(characters.len() + 1);
        let find = |needle: &[char], from: usize, to: usize| {
            let to = to.min(characters.len());
            (from..(to + 1).saturating_sub(needle.len())).find(|&at| characters[at..].starts_with(needle))
        };
        let mut gold = Gold::default();
        let (mut open, mut cursor) = (Vec::<Option<Parent>>::new(), 0);
        for row in outline.lines().filter(|row| !row.trim().is_empty() && !row.trim_start().starts_with('#')) {
            let wrong = |what: &str| format!("{what}: {row}");
            let (head, text) = row.split_once('|').unwrap_or((row, ""));
            let text = text.strip_prefix(' ').unwrap_or(text).trim_end();
            let depth = (head.len() - head.trim_start().len()) / 2;
            let kind = head.split_whitespace().next().ok_or_else(|| wrong("no kind"))?;
            let place =
                head.split_whitespace().last().and_then(|p| p.strip_prefix('L')).ok_or_else(|| wrong("no line"))?;
            let (first, last) = place.split_once('-').unwrap_or((place, place));
            let number = |n: &str| n.trim_start_matches('L').parse::<usize>().map_err(|_| wrong("no line number"));
            let (first, last) = (number(first)?, number(last)?);
            let (Some(&from), Some(&to)) = (lines.get(first - 1), lines.get(first)) else {
                return Err(wrong("no such line"));
            };
            if kind == "noise" && text.is_empty() {
                let end = lines.get(last).copied().ok_or_else(|| wrong("no such line"))?;
                gold.noise.extend(from..end.min(characters.len()));
                continue;
            }
            let beginning = text.strip_suffix('…').filter(|t| !t.is_empty());
            let needle: Vec<char> = beginning.unwrap_or(text).chars().collect();
            if matches!(kind, "noise" | "pagemark") {
                gold.page_marks |= kind == "pagemark";
                let at = find(&needle, from, to + needle.len()).ok_or_else(|| wrong("not there"))?;
                gold.noise.extend(at..at + needle.len());
                continue;
            }
            let (start, end) = match find(&needle, from.max(cursor), to) {
                Some(at) => (at, beginning.is_none().then_some(at + needle.len())),
                // a title may run over a line break or a page mark
                None => {
                    let head = &needle[..needle.len().min(8)];
                    (find(head, from.max(cursor), to).ok_or_else(|| wrong("not there"))?, None)
                }
            };
            cursor = start;
            if kind.starts_with('@') {
                continue;
            }
            open.truncate(depth);
            let parent = open.iter().rev().flatten().next().copied();
            open.resize(depth, None);
            let own = match kind {
                "piece" => {
                    gold.pieces.push(start);
                    Some(Parent::Piece(start))
                }
                "lead" => {
                    gold.leads.push(start);
                    None
                }
                "heading" | "item" | "point" => {
                    gold.entries.push(Entry { start, end, parent });
                    Some(Parent::Entry(start))
                }
                _ => return Err(wrong("unknown kind")),
            };
            open.push(own);
        }
        Ok(gold)
    }

    /// Whether the source is damaged already.
    pub fn is_dirty(&self, source: &str) -> bool {
        self.page_marks || self.noise.len() * 5 > source.chars().count()
    }

    /// The outline of the damaged text.
    pub fn moved(&self, damaged: &Damaged) -> Gold {
        let parent = |parent| match parent {
            Parent::Piece(at) => Parent::Piece(damaged.start(at)),
            Parent::Entry(at) => Parent::Entry(damaged.start(at)),
        };
        let entry = |e: &Entry| Entry {
            start: damaged.start(e.start),
            end: e.end.map(|end| damaged.end(end)),
            parent: e.parent.map(parent),
        };
        let added = damaged.noise.iter().enumerate().filter(|(_, noise)| **noise).map(|(at, _)| at);
        Gold {
            entries: self.entries.iter().map(entry).collect(),
            leads: self.leads.iter().map(|&at| damaged.start(at)).collect(),
            pieces: self.pieces.iter().map(|&at| damaged.start(at)).collect(),
            noise: self.noise.iter().filter_map(|&at| damaged.place(at)).chain(added).collect(),
            page_marks: self.page_marks,
        }
    }
}

/// What the parser found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    entries: Vec<Entry>,
    leads: Vec<usize>,
    pieces: Vec<usize>,
    noise: BTreeSet<usize>,
}

impl Found {
    /// What is in `document`.
    pub fn of(document: &Document<'_>) -> Self {
        let mut character = vec![0; document.source().len() + 1];
        for (number, (at, c)) in document.source().char_indices().enumerate() {
            character[at..=at + c.len_utf8()].fill(number);
            character[at + c.len_utf8()] = number + 1;
        }
        let mut found = Found::default();
        for piece in document.pieces() {
            let start = character[piece.title().map_or(piece.span(), |t| t.span()).start];
            found.pieces.push(start);
            for section in piece.sections() {
                found.section(section, Parent::Piece(start), &character);
            }
        }
        for noise in document.noise() {
            found.noise.extend(character[noise.span().start]..character[noise.span().end]);
        }
        found
    }

    fn section(&mut self, section: Section<'_>, parent: Parent, character: &[usize]) {
        let start = character[section.span().start];
        let below = if section.kind() == SectionKind::Lead {
            self.leads.push(start);
            parent
        } else {
            let end = section.title().map(|t| character[t.span().end]);
            self.entries.push(Entry { start, end, parent: Some(parent) });
            Parent::Entry(start)
        };
        for section in section.sections() {
            self.section(section, below, character);
        }
    }
}

impl From<&Gold> for Found {
    fn from(gold: &Gold) -> Self {
        let Gold { entries, leads, pieces, noise, .. } = gold.clone();
        Found { entries, leads, pieces, noise }
    }
}

/// As if what was found were the truth.
impl From<Found> for Gold {
    fn from(found: Found) -> Self {
        let Found { entries, leads, pieces, noise } = found;
        Gold { entries, leads, pieces, noise, page_marks: false }
    }
}

/// A count of what agrees, was found, and should be found.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    both: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn of<T: Ord>(found: &BTreeSet<T>, gold: &BTreeSet<T>) -> Self {
        Count { both: found.intersection(gold).count(), found: found.len(), gold: gold.len() }
    }

    fn add(&mut self, other: Count) {
        self.both += other.both;
        self.found += other.found;
        self.gold += other.gold;
    }

    /// Where nothing was found and nothing was to be found, all is well.
    fn f1(self) -> f64 {
        share(2 * self.both, self.found + self.gold)
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

/// The counts of one document or of many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    docs: (usize, usize),
    entries: Count,
    leads: Count,
    pieces: Count,
    parent: (usize, usize),
    title: (usize, usize),
    noise: Count,
}

impl Tally {
    /// Compares what was found in `source` with its gold.
    pub fn of(gold: &Gold, found: &Found, source: &str) -> Self {
        let characters: Vec<char> = source.chars().collect();
        let by_start = |entries: &[Entry]| entries.iter().map(|e| (e.start, e.clone())).collect::<BTreeMap<_, _>>();
        let (want, have) = (by_start(&gold.entries), by_start(&found.entries));
        let set = |starts: &[usize]| starts.iter().copied().collect::<BTreeSet<_>>();
        let solid = |noise: &BTreeSet<usize>| -> BTreeSet<usize> {
            noise.iter().copied().filter(|&at| characters.get(at).is_some_and(|c| !c.is_whitespace())).collect()
        };
        // a piece may begin up to twelve characters from where the gold begins it
        let mut free = set(&found.pieces);
        let mut piece_of = BTreeMap::new();
        for &start in &gold.pieces {
            let near = free.range(start.saturating_sub(12)..=start + 12).copied().min_by_key(|at| at.abs_diff(start));
            if let Some(near) = near {
                free.remove(&near);
                piece_of.insert(start, near);
            }
        }
        let mut tally = Tally {
            entries: Count::of(&have.keys().collect(), &want.keys().collect()),
            leads: Count::of(&set(&found.leads), &set(&gold.leads)),
            pieces: Count { both: piece_of.len(), found: found.pieces.len(), gold: gold.pieces.len() },
            noise: Count::of(&solid(&found.noise), &solid(&gold.noise)),
            ..Tally::default()
        };
        for (start, want) in &want {
            let Some(have) = have.get(start) else { continue };
            let parent = want.parent.map(|parent| match parent {
                Parent::Piece(at) => Parent::Piece(piece_of.get(&at).copied().unwrap_or(at)),
                entry => entry,
            });
            tally.parent.0 += usize::from(have.parent == parent);
            tally.parent.1 += 1;
            if let Some(end) = want.end {
                let ends = have.end.is_some_and(|have| trimmed(&characters, have) == trimmed(&characters, end));
                tally.title.0 += usize::from(ends);
                tally.title.1 += 1;
            }
        }
        let nothing = tally.entries.found + tally.entries.gold == 0;
        let right = tally.entries.f1() >= 0.98 && (tally.parent.1 > 0 && share(tally.parent.0, tally.parent.1) >= 0.98);
        tally.docs = (usize::from(right || nothing), 1);
        tally
    }

    /// Adds the counts of another document.
    pub fn add(&mut self, other: &Tally) {
        let pair = |own: &mut (usize, usize), other: (usize, usize)| *own = (own.0 + other.0, own.1 + other.1);
        pair(&mut self.docs, other.docs);
        pair(&mut self.parent, other.parent);
        pair(&mut self.title, other.title);
        self.entries.add(other.entries);
        self.leads.add(other.leads);
        self.pieces.add(other.pieces);
        self.noise.add(other.noise);
    }

    /// The shares.
    pub fn figures(&self) -> Figures {
        Figures {
            docs: share(self.docs.0, self.docs.1),
            entries: self.entries.f1(),
            pieces: self.pieces.f1(),
            parent: share(self.parent.0, self.parent.1),
            title: share(self.title.0, self.title.1),
            leads: self.leads.f1(),
            noise: self.noise.f1(),
        }
    }
}

/// Where a title ends without the punctuation and blanks that close it.
fn trimmed(characters: &[char], end: usize) -> usize {
    let closes = |c: char| " \t\u{3000}\r\n。：:；;，,.．、".contains(c);
    (0..end).rev().find(|&at| !closes(characters[at])).map_or(0, |at| at + 1)
}

/// The figures of the comparison, each from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    pub docs: f64,
    pub entries: f64,
    pub pieces: f64,
    pub parent: f64,
    pub title: f64,
    pub leads: f64,
    pub noise: f64,
}

impl Figures {
    /// The figures that `figure` gives for each name.
    pub fn from(figure: impl Fn(&str) -> f64) -> Self {
        Figures {
            docs: figure("docs"),
            entries: figure("entries"),
            pieces: figure("pieces"),
            parent: figure("parent"),
            title: figure("title"),
            leads: figure("leads"),
            noise: figure("noise"),
        }
    }

    /// Each with its name.
    pub fn each(&self) -> [(&'static str, f64); 7] {
        [
            ("docs", self.docs),
            ("entries", self.entries),
            ("pieces", self.pieces),
            ("parent", self.parent),
            ("title", self.title),
            ("leads", self.leads),
            ("noise", self.noise),
        ]
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.each().iter().try_for_each(|(name, value)| write!(f, "{name} {value:.3}  "))
    }
}
