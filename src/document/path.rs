//! Citation paths: names for sections that a person can read and a program can follow.

use super::{Document, Mark, Piece, Section};
use crate::lexer::chars::{is_letter, is_number};
use crate::lexer::numeral::is_han_numeral;
use crate::tree::SlotKind;
use crate::{Error, MarkStyle};
use std::borrow::Cow;

impl<'d> Section<'d> {
    /// Its citation path, such as `1/二/3`: under 二、 of the first piece, 3.
    ///
    /// The first step is the number of the piece, from 1. Each further step is the numeral of a
    /// mark as it is written (`二` of 二、 or （二）, `3` of 3. or （3）, `首先`), or, of a heading
    /// without a mark, `#` and its number among the unmarked sections under the same parent:
    /// `1/#2`. Where several sections under one parent give the same step, the second is `2~2`, the
    /// third `2~3`. So every section has its own path, and the same text gives the same paths.
    ///
    /// ```
    /// let document = gongwen::parse("工作方案\n一、总体要求\n（一）指导思想\n二、重点任务\n（一）摸清底数\n（一）建好台账");
    /// let paths: Vec<_> = document.outline().map(|s| s.path()).collect();
    /// assert_eq!(paths, ["1/一", "1/一/一", "1/二", "1/二/一", "1/二/一~2"]);
    /// for section in document.outline() {
    ///     assert_eq!(document.get(&section.path()), Ok(section));
    /// }
    /// ```
    pub fn path(self) -> String {
        let mut path = String::new();
        self.write_path(&mut path);
        path
    }

    fn write_path(self, path: &mut String) {
        match self.parent() {
            Some(above) => above.write_path(path),
            None => *path += &self.piece().path(),
        }
        self.write_step(path);
    }

    /// Its path, below that of what it stands under.
    #[cfg(feature = "serde")]
    pub(crate) fn path_below(self, above: &str) -> String {
        let mut path = above.to_owned();
        self.write_step(&mut path);
        path
    }

    fn write_step(self, path: &mut String) {
        let step = self.step();
        *path += "/";
        *path += &step;
        let rank = self.document.steps().rank(self.at);
        if rank > 0 {
            *path += if step == UNMARKED { "" } else { "~" };
            *path += &rank.to_string();
        }
    }

    fn step(self) -> Cow<'d, str> {
        self.mark().map_or(Cow::Borrowed(UNMARKED), numeral)
    }
}

impl Piece<'_> {
    /// The first step of the paths of its sections: its number, from 1.
    pub(crate) fn path(self) -> String {
        self.document.steps().piece(self.at).to_string()
    }
}

impl Document<'_> {
    /// The section at a citation path, as [`Section::path`] gives it.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchPath`] with the first step that the document does not have.
    ///
    /// ```
    /// let document = gongwen::parse("工作方案\n一、总体要求\n二、重点任务\n（一）摸清底数");
    /// assert_eq!(document.get("1/二/一").unwrap().title().unwrap().text(), "摸清底数");
    /// assert!(document.get("2/一").is_err());
    /// ```
    pub fn get(&self, path: &str) -> Result<Section<'_>, Error> {
        let refuse = |step: &str| Error::NoSuchPath { path: path.into(), step: step.into() };
        let mut steps = path.split('/');
        let first = steps.next().unwrap_or_default();
        let number = first.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let piece: Piece<'_> = number.and_then(|n| self.pieces().nth(n)).ok_or_else(|| refuse(first))?;
        let (mut at, mut found) = (piece.at, None);
        for step in steps {
            let section = self.sections_below(at).find(|s| self.is_step(*s, step)).ok_or_else(|| refuse(step))?;
            at = section.at;
            found = Some(section);
        }
        found.ok_or_else(|| refuse(first))
    }

    /// The deepest section that the byte at `offset` of the source lies in; `None` outside of all.
    ///
    /// The end of the source belongs to what ends there.
    ///
    /// # Errors
    ///
    /// [`Error::OffsetOutOfRange`] past the end of the source.
    ///
    /// ```
    /// let source = "工作方案\n一、总体要求\n（一）指导思想";
    /// let document = gongwen::parse(source);
    /// let section = document.at(source.find("思想").unwrap()).unwrap().unwrap();
    /// assert_eq!(section.path(), "1/一/一");
    /// assert_eq!(document.at(0), Ok(None));
    /// assert!(document.at(source.len() + 1).is_err());
    /// ```
    pub fn at(&self, offset: usize) -> Result<Option<Section<'_>>, Error> {
        let len = self.source().len();
        if offset > len {
            return Err(Error::OffsetOutOfRange { offset, len });
        }
        let inside = offset.min(len.saturating_sub(1));
        let section = self.tree().section_at(inside as u32).map(|at| Section { document: self, at });
        Ok(section)
    }

    fn is_step(&self, section: Section<'_>, step: &str) -> bool {
        let own = section.step();
        let Some(rest) = step.strip_prefix(&*own) else { return false };
        let rank = self.steps().rank(section.at);
        let number = if own == UNMARKED { Some(rest) } else { rest.strip_prefix('~') };
        match rank {
            0 => rest.is_empty(),
            n => number.is_some_and(|r| !r.starts_with('0') && r.parse() == Ok(n)),
        }
    }

    fn steps(&self) -> &Steps {
        self.steps.get_or_init(|| Steps::count(self))
    }
}

/// The step of a section without a mark, before its number.
const UNMARKED: &str = "#";

/// What tells sections with the same step apart: a number for those that need one.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    /// Slot and number, by slot.
    ranks: Vec<(u32, u32)>,
    /// The slots of the pieces.
    pieces: Vec<u32>,
}

impl Steps {
    fn rank(&self, at: u32) -> u32 {
        let found = self.ranks.binary_search_by_key(&at, |r| r.0).ok().and_then(|i| self.ranks.get(i));
        found.map_or(0, |r| r.1)
    }

    /// The number of a piece, from 1.
    fn piece(&self, at: u32) -> usize {
        self.pieces.partition_point(|&piece| piece <= at)
    }

    fn count(document: &Document<'_>) -> Self {
        let mut ranks = Vec::new();
        let mut family: Vec<(Cow<'_, str>, u32)> = Vec::new();
        let tree = document.tree();
        for parent in 0..tree.len() {
            if tree.slot(parent).kind.is_leaf() {
                continue;
            }
            family.clear();
            family.extend(document.sections_below(parent).map(|s| (s.step(), s.at)));
            family.sort_unstable();
            let mut n = 0;
            for (i, (step, at)) in family.iter().enumerate() {
                let repeats = i.checked_sub(1).and_then(|i| family.get(i)).is_some_and(|(before, _)| before == step);
                n = if repeats { n + 1 } else { 1 };
                if n > 1 || step == UNMARKED {
                    ranks.push((*at, n));
                }
            }
        }
        ranks.sort_unstable();
        Self { ranks, pieces: tree.children_of(0, SlotKind::Piece).collect() }
    }
}

/// The numeral of a mark as it is written, without what stands around it.
fn numeral(mark: Mark<'_>) -> Cow<'_, str> {
    if mark.style() == MarkStyle::FirstNext {
        return mark.text();
    }
    let is = |c: char| is_numeral(c, mark.style());
    let text = mark.text();
    let start = text.find(is).unwrap_or(text.len());
    let rest = text.get(start..).unwrap_or_default();
    let numeral = rest.get(..rest.find(|c| !is(c)).unwrap_or(rest.len())).unwrap_or_default().trim_end_matches('.');
    match (&text, mark.ordinal()) {
        // a misread mark is cited by the number meant
        (_, Some(ordinal)) if numeral.is_empty() => {
            mark.style().write(ordinal).chars().filter(|&c| is(c) && c != '.').collect()
        }
        (_, None) if numeral.is_empty() => Cow::Borrowed(UNMARKED),
        (&Cow::Borrowed(text), _) => Cow::Borrowed(text.get(start..start + numeral.len()).unwrap_or_default()),
        (Cow::Owned(_), _) => Cow::Owned(numeral.to_owned()),
    }
}

fn is_numeral(c: char, style: MarkStyle) -> bool {
    match style {
        MarkStyle::Arabic | MarkStyle::ParenArabic | MarkStyle::HalfParenArabic => c.is_ascii_digit(),
        MarkStyle::Decimal => c.is_ascii_digit() || c == '.',
        MarkStyle::Letter => is_letter(c),
        _ => is_han_numeral(c) || is_number(c),
    }
}
