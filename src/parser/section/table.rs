//! Tables that lost their cells, so that each stands on a line of its own: no rows of them are sections.

use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{ends_sentence, is_comma};
use crate::lexer::mark::{Candidate, Place};
use crate::lexer::search::{self, any_of, chars};

/// The longest cell, in characters.
const CELL: usize = 30;
/// The fewest cells, and the fewest of them that are values.
const CELLS: usize = 6;
const VALUES: usize = 2;

/// Where the cells of tables with a caption stand, from the line below it: `专栏2 主要指标⏎指标⏎2020年⏎……⏎67.7⏎>92.7`.
pub(super) fn cells(body: &str, breaks: Breaks<'_>, candidates: &[Candidate]) -> Vec<(u32, u32)> {
    let mut marks = candidates.iter().filter(|c| c.place == Place::Line && c.style <= MarkStyle::ParenHan).peekable();
    let mut found = Vec::new();
    let mut open: Option<Cells> = None;
    for (start, end) in breaks.lines(body.len()) {
        let line = body.get(start..end).unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        while marks.next_if(|m| (m.start as usize) < start).is_some() {}
        let marked = marks.peek().is_some_and(|m| (m.start as usize) < end);
        if !marked && is_caption(line) {
            found.extend(open.take().and_then(|table| table.close(start)));
            open = Some(Cells { from: end, count: 0, values: 0 });
        } else if let Some(table) = &mut open {
            if marked || line.ends_with(|c| ends_sentence(c) || is_comma(c)) || chars(line) > CELL {
                found.extend(open.take().and_then(|table| table.close(start)));
            } else {
                table.count += 1;
                table.values += usize::from(is_value(line));
            }
        }
    }
    found.extend(open.and_then(|table| table.close(body.len())));
    found
}

struct Cells {
    from: usize,
    count: usize,
    values: usize,
}

impl Cells {
    fn close(&self, until: usize) -> Option<(u32, u32)> {
        (self.count >= CELLS && self.values >= VALUES).then_some((self.from as u32, until as u32))
    }
}

/// Whether a line is what a table is called: 专栏2 ……, 表1 …….
fn is_caption(line: &str) -> bool {
    let numbered = |rest: &str| search::trim_start(rest).starts_with(|c: char| c.is_ascii_digit());
    chars(line) <= CELL + CELL / 3
        && !ends_sentence(search::last(line))
        && ["专栏", "附表", "表"].iter().any(|name| line.strip_prefix(name).is_some_and(numbered))
}

/// Whether a cell is a number: 67.7, >92.7, ［50］.
fn is_value(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || any_of(".%％><＞＜≥≤〔〕［］[]()-—+左右以上")(c))
}
