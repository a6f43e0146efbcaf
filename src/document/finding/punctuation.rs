//! Two marks of punctuation where one stands: ，， 。，

use super::finding;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::Document;
use crate::document::words::{ExactWords, exact_words};
use crate::lexer::char_set::CharSet;
use crate::lexer::search::{after, before, first, last};
use crate::tree::SlotKind;

const PAIRS: ExactWords = exact_words!("，， 、、 。。 ；； ：： ，。 。， ，； 。”。");

/// What they begin with.
static STOPS: CharSet = CharSet::new("，、。；：", &[]);

/// Checks the whole text.
pub(super) fn check(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let (tree, source) = (document.tree(), document.source());
    let mut from = 0;
    while let Some(at) = STOPS.find(source, from) {
        let rest = after(source, at);
        from = at + first(rest).len_utf8();
        let Some(len) = PAIRS.begin(rest) else { continue };
        // 。。。 is an ellipsis, if a poor one; of 2、、 the first belongs to a number
        let (above, end) = (last(before(source, at)), at + len);
        let run = STOPS.contains(above) || above.is_ascii_digit() || STOPS.contains(first(after(source, end)));
        from = end;
        let slot = tree.slot(tree.leaf_at(at as u32));
        if !run && slot.kind == SlotKind::Text && end <= slot.end as usize {
            let message = ("two marks of punctuation stand together: {0}", "标点重复：“{0}”");
            found.push(finding(DiagnosticCode::Punctuation, Span::new(at, end), message, &[before(rest, len)]));
        }
    }
}
