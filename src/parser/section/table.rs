//! Tables, with a row on each line or with each cell on a line of its own: no rows of them are sections.

use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{ends_sentence, is_blank, is_comma, is_han};
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

/// Where the rows of tables stand, with the line that names their columns: `一、公共安全支出⇥12.3`, and those whose values
/// stand below them: `一、本年新收申请数量⏎5⏎7`.
pub(super) fn rows(body: &str, breaks: Breaks<'_>, candidates: &[Candidate]) -> Vec<(u32, u32)> {
    /// How much of a line and what stands below it is read first, in bytes.
    const NEAR: usize = 600;
    let mut marks = candidates.iter().filter(|c| c.place == Place::Line).peekable();
    // most texts have none
    let may_be_row = |mark: &Candidate| {
        let near = search::prefix(search::after(body, mark.end as usize), NEAR);
        let mut lines = near.split('\n').map(str::trim);
        look(lines.next().unwrap_or_default(), true) >= Look::Pair
            || lines.find(|line| !line.is_empty()).is_some_and(is_value)
    };
    if !marks.clone().any(may_be_row) {
        return Vec::new();
    }
    let mut lines: Vec<Line> = Vec::with_capacity(breaks.lines(body.len()).count());
    for (start, end) in breaks.lines(body.len()) {
        let text = search::trim_end(body.get(start..end).unwrap_or_default());
        if text.is_empty() {
            continue;
        }
        while marks.next_if(|m| (m.start as usize) < start).is_some() {}
        let mark = marks.peek().filter(|m| (m.start as usize) < end);
        let said = mark.map_or(text, |m| body.get(m.end as usize..start + text.len()).unwrap_or_default());
        lines.push(Line {
            start,
            end,
            mark: mark.map(|m| m.style),
            look: look(search::trim_start(said), mark.is_some()),
        });
    }
    let mut found = Vec::new();
    for run in lines.chunk_by(|one, other| one.look >= Look::Heads && other.look >= Look::Heads) {
        let columns = || run.iter().filter(|line| line.look >= Look::Pair);
        let marked = |line: &Line| line.mark.is_some_and(|style| style <= MarkStyle::ParenHan);
        // 项目⇥决算数 above them, or a value in one of them
        let told = columns().any(|line| line.mark.is_none() || line.look > Look::Pair);
        if let Some(last) = columns().next_back()
            && told
            && columns().count() >= 2
            && columns().any(marked)
        {
            found.push((run[0].start as u32, last.end as u32));
        }
    }
    add_rows_above_values(&lines, &mut found);
    found.sort_unstable();
    found
}

/// A line as a part of a table.
struct Line {
    start: usize,
    end: usize,
    /// The mark that it begins with.
    mark: Option<MarkStyle>,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Other,
    /// A value alone.
    Value,
    /// Perhaps the names of columns: 项目 决算数
    Heads,
    /// Two cells: 推进一网通办⇥市行政审批局
    Pair,
    /// More of them, or one with a value behind it.
    Row,
}

/// What a line looks like, behind the mark that it may have.
fn look(said: &str, marked: bool) -> Look {
    /// The longest row whose cells only blanks part, in bytes.
    const ROW: usize = 200;
    let mut cells = said.split(['\t', '|']).map(str::trim).filter(|cell| !cell.is_empty());
    if let (Some(_), Some(second)) = (cells.next(), cells.next()) {
        // 一、总体要求⇥坚持……。 is a title and its text
        let text = ends_sentence(search::last(second)) && chars(second) > CELL;
        return match cells.next() {
            Some(_) => Look::Row,
            None if is_value(second) || said.contains('|') => Look::Row,
            None if text => Look::Other,
            None => Look::Pair,
        };
    }
    if is_value(said) && !marked {
        return Look::Value;
    }
    let Some((cell, last)) = said.rsplit_once(is_blank).filter(|_| said.len() <= ROW) else { return Look::Other };
    match cell.contains(is_han) {
        true if is_value(last) => Look::Row,
        true if !marked && !ends_sentence(search::last(last)) => Look::Heads,
        _ => Look::Other,
    }
}

/// Adds the rows whose values stand on the lines below: one of a lower rank may stand right below one that has none,
/// 三、办理结果⏎（一）予以公开⏎3⏎4.
fn add_rows_above_values(lines: &[Line], found: &mut Vec<(u32, u32)>) {
    let is = |i: usize, look: Look| lines.get(i).is_some_and(|line| line.look == look);
    let has_value = |i: usize| lines.get(i).is_some_and(|line| line.mark.is_some()) && is(i + 1, Look::Value);
    let holds = |i: usize| {
        let below = lines.get(i + 1).and_then(|line| line.mark);
        i > 0 && is(i - 1, Look::Value) && has_value(i + 1) && lines[i].mark.is_some() && lines[i].mark < below
    };
    let (mut from, mut count) = (None, 0);
    for i in 0..=lines.len() {
        if i < lines.len() && (is(i, Look::Value) || has_value(i) || holds(i)) {
            from = from.or(lines[i].mark.map(|_| i));
            count += usize::from(has_value(i));
        } else if let Some(from) = from.take() {
            if count >= VALUES {
                found.push((lines[from].start as u32, lines[i - 1].end as u32));
            }
            count = 0;
        }
    }
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
