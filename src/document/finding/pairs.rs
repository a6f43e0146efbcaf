//! Quotation marks and brackets without their partners.

use super::finding;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::Document;
use crate::lexer::chars::{ends_sentence, line_break};
use crate::lexer::numeral::is_han_numeral;
use crate::lexer::search::{self, before, last};
use crate::tree::SlotKind;

/// Checks that what is opened is closed, within each piece.
pub(super) fn check(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    /// A text with more is no writing: nobody reads on.
    const MOST: usize = 1000;
    let tree = document.tree();
    let most = found.len() + MOST;
    for piece in document.pieces() {
        let (mut open, mut before_end) = (Open::default(), 0);
        let mut signs = document.signs(piece.span().range()).iter().peekable();
        for slot in tree.descendants(piece.at).map(|i| tree.slot(i)) {
            match slot.kind {
                SlotKind::Break if line_break(&document.source()[slot.start as usize..slot.end as usize]).is_some() => {
                    open.end_paragraph(found);
                    before_end = slot.end;
                }
                SlotKind::Text => {
                    while signs.next_if(|sign| sign.at < slot.start).is_some() {}
                    while let Some(sign) = signs.next_if(|sign| sign.at < slot.end) {
                        // the text before the first sign of a leaf may end with the leaf or the break before it
                        let end = if sign.at == slot.start { before_end } else { sign.at };
                        open.read(sign.c, sign.at as usize, before(document.source(), end as usize), found);
                        if found.len() >= most {
                            return;
                        }
                    }
                    before_end = slot.end;
                }
                _ => {}
            }
        }
        for (c, at) in open.carried.into_iter().chain(open.stack).filter(|o| Some(o.1) != open.closes) {
            report(c, at, found);
        }
    }
}

/// No writing opens more before it closes one; what stands further out is never closed.
const DEEPEST: usize = 64;

#[derive(Default)]
struct Open {
    /// What is open in this paragraph.
    stack: Vec<(char, usize)>,
    /// A quotation that may run over several paragraphs: only the last.
    carried: Option<(char, usize)>,
    /// The “ that another was reported for: of “三查三看“ the second closes the first.
    closes: Option<usize>,
    /// Whether a list begins with 一）.
    numbers: bool,
}

impl Open {
    /// Reads the sign at byte `at` of the source; `before` is the text before it.
    fn read(&mut self, c: char, at: usize, before: &str, found: &mut Vec<Diagnostic>) {
        match c {
            '“' | '《' | '（' | '(' | '〔' | '【' => {
                if c == '“' {
                    self.reopen(at, before, found);
                }
                self.stack.push((c, at));
                if self.stack.len() > DEEPEST {
                    let (outermost, place) = self.stack.remove(0);
                    report(outermost, place, found);
                }
            }
            '”' | '》' | '）' | ')' | '〕' | '】' => self.close(c, at, before, found),
            _ => {}
        }
    }

    /// The same quotation mark does not open within itself, but a quotation of several paragraphs opens at each of
    /// them, also where their breaks are lost.
    fn reopen(&mut self, at: usize, before: &str, found: &mut Vec<Diagnostic>) {
        let before = search::skip_back(before, is_blank);
        if before.ends_with('\n') {
            self.carried = None;
        }
        if let Some((outer, place)) = self.stack.pop_if(|o| o.0 == '“') {
            let opens_passage = |c| matches!(c, '：' | ':' | '。' | '；' | ';' | '\n' | '\0');
            let outer_before = before.get(..place).unwrap_or_default().trim_end_matches(is_blank);
            let goes_on = matches!(last(before), '：' | ':' | '。' | '；' | ';') && opens_passage(last(outer_before));
            if !goes_on && self.closes != Some(place) {
                report(outer, place, found);
                // of “安全第一"和“预防为主" it does not
                let half = before.get(place..).is_some_and(|between| between.contains('"'));
                self.closes = (!half).then_some(at);
            }
        }
    }

    fn close(&mut self, c: char, at: usize, before: &str, found: &mut Vec<Diagnostic>) {
        if let Some(i) = self.stack.iter().rposition(|o| partners(o.0, c)) {
            for (inner, place) in self.stack.drain(i..).skip(1).filter(|o| Some(o.1) != self.closes) {
                report(inner, place, found);
            }
        } else if self.carried.is_some_and(|o| partners(o.0, c)) {
            self.carried = None;
        } else {
            // 1） and a) are numbers, not brackets; so are 一） and what follows it where a sentence begins
            let before = before.trim_end();
            let above = search::skip_back(before, is_han_numeral);
            let begins = above.is_empty() || last(above) == '\n' || ends_sentence(last(above));
            let numeral = search::after(before, above.len());
            self.numbers |= begins && numeral == "一";
            let counted = begins && !numeral.is_empty() && self.numbers;
            let number = matches!(c, '）' | ')') && (counted || last(before).is_ascii_alphanumeric());
            if !number {
                report(c, at, found);
            }
        }
    }

    /// Only a quotation goes on into the next paragraph; what else is open stays for the report.
    fn end_paragraph(&mut self, found: &mut Vec<Diagnostic>) {
        // a quotation of several paragraphs opens at each and closes at the last
        if let Some(i) = self.stack.iter().position(|o| o.0 == '“')
            && let Some((outer, place)) = self.carried.replace(self.stack.remove(i))
            && self.closes != Some(place)
        {
            report(outer, place, found);
        }
        // brackets may hold a line break in a table, so they stay open for a while
        if self.stack.len() > 4 {
            self.stack.remove(0);
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}')
}

fn partners(open: char, close: char) -> bool {
    matches!((open, close), ('“', '”') | ('《', '》') | ('（' | '(', '）' | ')') | ('〔', '〕') | ('【', '】'))
}

fn report(c: char, at: usize, found: &mut Vec<Diagnostic>) {
    let opens = matches!(c, '“' | '《' | '（' | '(' | '〔' | '【');
    let message = if opens {
        ("{0} is not closed", "“{0}”没有配对的后半")
    } else {
        ("{0} closes nothing", "“{0}”没有配对的前半")
    };
    let span = Span::new(at, at + c.len_utf8());
    found.push(finding(DiagnosticCode::Unbalanced, span, message, &[c.encode_utf8(&mut [0; 4])]));
}
