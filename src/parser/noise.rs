//! First pass: what is not the document.

use crate::{NoiseKind, Span};

/// The noise of `source`, ascending, without overlaps.
pub(crate) fn find(_source: &str) -> Vec<(Span, NoiseKind)> {
    Vec::new()
}
