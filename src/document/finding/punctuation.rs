//! Two marks of punctuation where one stands: ，， 。，

use super::finding;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::Document;
use crate::tree::SlotKind;
use memchr::memmem;

/// Checks the whole text.
pub(super) fn check(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let (tree, source) = (document.tree(), document.source());
    for pair in ["，，", "、、", "。。", "，。", "。，"] {
        let mut until = 0;
        for at in memmem::find_iter(source.as_bytes(), pair) {
            let slot = tree.slot(tree.leaf_at(at as u32));
            let end = at + pair.len();
            // 。。。 is an ellipsis, if a poor one; of 2、、 the first belongs to a number
            let run = at == until
                || source[end..].starts_with(['，', '。', '、'])
                || source.as_bytes()[..at].last().is_some_and(u8::is_ascii_digit);
            until = end;
            if !run && slot.kind == SlotKind::Text && end <= slot.end as usize {
                let message = ("two marks of punctuation stand together: {0}", "标点重复：“{0}”");
                found.push(finding(DiagnosticCode::Punctuation, Span::new(at, end), message, &[pair]));
            }
        }
    }
}
