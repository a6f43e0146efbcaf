//! The text with its noise taken out, and the way back to the source.

use crate::NoiseKind;
use std::borrow::Cow;

/// A stretch of the source that is noise: it stood before byte `clean` of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub clean: u32,
    /// Source bytes.
    pub start: u32,
    pub end: u32,
    pub kind: NoiseKind,
}

impl Cut {
    /// Noise that is not yet taken out of the source.
    pub(crate) fn new(start: u32, end: u32, kind: NoiseKind) -> Self {
        Self { clean: start, start, end, kind }
    }
}

/// The text that the passes after the first read: whole sentences, nothing injected.
///
/// Without noise it is the source itself.
#[derive(Clone, Debug)]
pub(crate) struct Clean<'s> {
    text: Cow<'s, str>,
    cuts: Vec<Cut>,
}

impl<'s> Clean<'s> {
    /// Takes `cuts` (ascending, not overlapping, on character boundaries) out of `source`.
    pub(crate) fn new(source: &'s str, mut cuts: Vec<Cut>) -> Self {
        cuts.retain_mut(|cut| {
            cut.start = floor_boundary(source, cut.start as usize) as u32;
            cut.end = floor_boundary(source, cut.end as usize) as u32;
            cut.start < cut.end
        });
        if cuts.is_empty() {
            return Self { text: Cow::Borrowed(source), cuts };
        }
        let noise: u32 = cuts.iter().map(|cut| cut.end - cut.start).sum();
        let mut text = String::with_capacity(source.len() - noise as usize);
        let mut at = 0;
        for cut in &mut cuts {
            debug_assert!(at <= cut.start && cut.start < cut.end, "noise out of order at {cut:?}");
            text.push_str(&source[at as usize..cut.start as usize]);
            cut.clean = text.len() as u32;
            at = cut.end;
        }
        text.push_str(&source[at as usize..]);
        Self { text: Cow::Owned(text), cuts }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn cuts(&self) -> &[Cut] {
        &self.cuts
    }
}

/// The last boundary of a character or line break at or before `at`: `\r\r\n` may stand for one character
/// ([`super::known_signs`]).
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = text.floor_char_boundary(at);
    for _ in 0.."\r\r".len() {
        let around = at.checked_sub(1).and_then(|before| text.as_bytes().get(before..=at));
        at -= usize::from(matches!(around, Some([b'\r', b'\r' | b'\n'])));
    }
    at
}
