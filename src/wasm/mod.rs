//! The face for JavaScript (feature `wasm`), from which `pkg/` makes the npm package.
//!
//! It carries and computes nothing: the JSON schema of `serde.rs` goes over the border as one
//! array of numbers (see [`tape`]), its spans turned from bytes into UTF-16 units, and
//! `pkg/src/reader.js` makes plain objects of it. A field that is added to `serde.rs` arrives in
//! JavaScript by itself; only its type has to be written down, in `types.d.ts`.

mod tape;
mod utf16;

use crate::Options;
use wasm_bindgen::prelude::wasm_bindgen;

/// What [`parse`] is told in its `switches`, one bit each; `pkg/src/core.js` has the same names.
mod switch {
    pub(super) const POINTS: u32 = 1;
    pub(super) const LEADS: u32 = 2;
    pub(super) const NOISE: u32 = 4;
}

/// Parses a text and gives the document as a tape.
#[wasm_bindgen]
pub fn parse(text: &str, switches: u32) -> Vec<u32> {
    let on = |switch: u32| switches & switch != 0;
    let options = Options::new()
        .with_points(on(switch::POINTS))
        .with_leads(on(switch::LEADS))
        .with_noise(on(switch::NOISE));
    tape::write(&options.parse(text), text)
}
