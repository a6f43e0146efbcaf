//! The face for JavaScript (feature `wasm`), from which `pkg/` makes the npm package.
//!
//! It carries and computes nothing: the JSON schema of `serde.rs` goes over the border as one
//! array of numbers (see [`tape`]), its spans turned from bytes into UTF-16 units, and
//! `pkg/src/reader.js` makes plain objects of it. A field that is added to `serde.rs` arrives in
//! JavaScript by itself; only its type has to be written down, in `types.d.ts`.

mod tape;
mod utf16;

use crate::{Error, Lexicon, Options};
use ::serde::ser::{Serialize, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What [`parse`] is told in its `switches`, one bit each; `pkg/src/core.js` has the same names.
mod switch {
    pub(super) const POINTS: u32 = 1;
    pub(super) const LEADS: u32 = 2;
    pub(super) const NOISE: u32 = 4;
    pub(super) const VIEWS: u32 = 8;
    pub(super) const FINDINGS: u32 = 16;
}

/// Parses a text and gives the document as a tape.
///
/// `lexicon` is the text of one, or empty. Why one is refused is thrown as a plain object.
#[wasm_bindgen]
pub fn parse(text: &str, switches: u32, lexicon: &str) -> Result<Vec<u32>, JsValue> {
    match options(switches, lexicon) {
        Ok(options) => Ok(tape::write(&options.parse(text), text)),
        Err(error) => Err(serde_wasm_bindgen::to_value(&Refusal(error))?),
    }
}

fn options(switches: u32, lexicon: &str) -> Result<Options, Error> {
    let on = |switch: u32| switches & switch != 0;
    let options = Options::new()
        .with_points(on(switch::POINTS))
        .with_leads(on(switch::LEADS))
        .with_noise(on(switch::NOISE))
        .with_views(on(switch::VIEWS))
        .with_findings(on(switch::FINDINGS));
    Ok(if lexicon.is_empty() { options } else { options.with_lexicon(lexicon.parse::<Lexicon>()?) })
}

/// An error for JavaScript: `pkg/src/instance.js` throws it.
struct Refusal(Error);

impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (code, line) = match self.0 {
            Error::NoSuchPath { .. } => ("no_such_path", None),
            Error::OffsetOutOfRange { .. } => ("offset_out_of_range", None),
            Error::Lexicon { line, .. } => ("lexicon", Some(line)),
        };
        let mut s = serializer.serialize_struct("Refusal", 3)?;
        s.serialize_field("refused", code)?;
        s.serialize_field("message", &self.0.to_string())?;
        s.serialize_field("line", &line)?;
        s.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tape as `pkg/src/reader.js` sees it: its first object's shape name and the whole pool.
    fn pool(tape: &[u32]) -> String {
        let [tape_len, strings, shapes, pool_len] = [tape[0], tape[1], tape[2], tape[3]].map(|n| n as usize);
        let bytes: Vec<u8> =
            tape[4 + tape_len + strings + shapes..].iter().flat_map(|word| word.to_le_bytes()).collect();
        String::from_utf8(bytes[..pool_len].to_vec()).expect("the pool is UTF-8")
    }

    #[test]
    fn slices_of_the_source_stay_out_of_the_pool() {
        let tape = parse("关于书屋的通知\n一、提高认识", 7, "").unwrap();
        let pool = pool(&tape);
        assert!(pool.contains("role_evidence") && pool.contains("heading"), "{pool}");
        assert!(!pool.contains("提高认识") && !pool.contains("通知"), "{pool}");
    }

    #[test]
    fn names_are_sent_once() {
        let text = "通知\n".to_string() + &"一、提高认识。\n".repeat(50);
        let pool = pool(&parse(&text, 7, "").unwrap());
        assert_eq!(pool.matches("heading").count() + pool.matches("item").count(), 1, "{pool}");
    }
}
