//! Where the search for marks has to stop, so that a walk over the text for all passes can tell.

use crate::lexer::char_set::CharSet;

/// What a mark or a quotation may begin with, but for numerals in ideographs, which are found from the sign behind them.
pub(crate) static SIGNS: CharSet = CharSet::new(
    "（(〔﹙—－-─―‐ーl|《“「『〈、，,.．",
    &[('0', '9'), ('０', '９'), ('A', 'Z'), ('a', 'z'), ('Ⅰ', 'Ⅻ'), ('①', '⑳'), ('⑴', '⒇'), ('㈠', '㈩'), ('⒈', '⒛')],
);

/// The ideographs that a mark begins or ends with, but for numerals.
pub(crate) static IDEOGRAPHS: CharSet = CharSet::new("第首其再最是要来", &[]);

/// What a mark ends with behind a numeral in ideographs.
static ENDS: CharSet = CharSet::new("、，,.．是要来", &[]);

/// Numerals in ideographs, what is misread for one, and the blanks that may stand behind them, but for those of ASCII.
static NUMERALS: CharSet = CharSet::new(
    "〇零○一壹二ニ贰两三叁四肆五伍六陆七柒八捌九玖十百千廿卅丨工兰人\u{3000}\u{feff}\u{2060}",
    &[('\u{200b}', '\u{200d}')],
);

/// Whether the search stops at `c`, one of [`SIGNS`] or [`IDEOGRAPHS`], behind what stands before it.
#[inline]
pub(crate) fn stops_at(before: &[u8], c: char) -> bool {
    !ENDS.contains(c)
        || match before {
            [.., b' ' | b'\t' | b'\r'] => true,
            &[.., a @ 0xe0..=0xef, b, c] => NUMERALS.has_three([a, b, c]),
            // a blank of two bytes
            _ => before.ends_with(&[0xc2, 0xa0]),
        }
}
