//! Unnumbered headings that somebody asks: `问：怎么申请？` above `答：……`, `记者：请介绍一下……。` above `王大山：……`.

use super::unnumbered::{Bold, Unnumbered};
use crate::lexer::chars::{ends_sentence, is_colon, is_han};
use crate::lexer::search::{self, any_of, ends_with_any, has_any, last};
use memchr::memmem;

/// The longest question, in bytes.
const QUESTION: usize = 450;
/// The longest name of who asks or answers, in characters.
const NAME: usize = 12;

/// Where the title ends that a line is which the next one answers.
pub(super) fn asked(line: &str, behind: &str) -> Option<usize> {
    if line.len() > QUESTION {
        return None;
    }
    let asker = speaker(line).filter(|name| asks(name))?;
    let answerer = speaker(search::trim_start(behind)).filter(|name| !asks(name))?;
    // a reporter says more than questions
    let questions = matches!(last(line), '？' | '?') || has_any(line, &["请", "如何", "什么", "哪些"]);
    let answered = match asker {
        "问" => answerer == "答" && ends_sentence(last(line)),
        _ if asker.starts_with('Q') => answerer.starts_with('A'),
        _ => questions && ends_sentence(search::last(line)),
    };
    answered.then(|| line.trim_end_matches('。').len())
}

/// Who speaks, before the colon that a text begins with.
fn speaker(text: &str) -> Option<&str> {
    let near = search::prefix(text, (NAME + 1) * '字'.len_utf8());
    let name = search::before(near, search::position(near, is_colon)?);
    // Q1, which counts on
    let letter = |rest: &str| rest.chars().all(|c| c.is_ascii_digit()) && (name.starts_with('A') || !rest.is_empty());
    let fits = name.strip_prefix(any_of("QA")).map_or_else(|| name.chars().all(is_han), letter);
    (fits && !name.is_empty()).then_some(name)
}

/// Whether this is the name of one who asks.
fn asks(name: &str) -> bool {
    name.starts_with('Q') || ends_with_any(name, &["问", "记者", "主持人"])
}

/// The questions that are glued to their answers, two at the least: `……。问：……？答：……。问：……？答：……`.
#[derive(Default)]
pub(super) struct Glued {
    found: Vec<Unnumbered>,
}

impl Glued {
    /// Reads what may be one, where a sentence begins at byte `start`.
    pub(super) fn read(&mut self, text: &str, start: usize) {
        let Some(question) = text.strip_prefix("问：").or_else(|| text.strip_prefix("问:")) else { return };
        let near = search::prefix(question, QUESTION);
        let Some(len) = memmem::find(near.as_bytes(), "答".as_bytes()) else { return };
        let answer = search::after(near, len + "答".len());
        let title = search::before(near, len).trim_end();
        if is_colon(search::first(answer)) && ends_sentence(search::last(title)) {
            let end = start + (text.len() - question.len()) + title.trim_end_matches('。').len();
            self.found.push(Unnumbered { start: start as u32, end: end as u32, bold: Bold::No });
        }
    }

    pub(super) fn add(mut self, found: &mut Vec<Unnumbered>) {
        if self.found.len() >= 2 {
            found.append(&mut self.found);
        }
    }
}
