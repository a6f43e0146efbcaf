//! Tables, with a row on each line or with each cell on a line of its own: no rows of them are sections.

use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::{ends_sentence, is_blank, is_colon, is_comma, is_han};
use crate::lexer::mark::{Candidate, Place};
use crate::lexer::search::{self, chars, is_one_of};

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
        look(lines.next().unwrap_or_default(), true) >= Look::Sum
            || lines.find(|line| !line.is_empty()).is_some_and(is_amount)
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
            ordinal: mark.map_or(0, |m| m.ordinal),
            look: look(search::trim_start(said), mark.is_some()),
            is_row: false,
        });
    }
    let mut runs = Vec::new();
    let mut from = 0;
    for run in lines.chunk_by(|one, other| one.look >= Look::Heads && other.look >= Look::Heads) {
        if let Some(last) = run.iter().rposition(|line| line.look >= Look::Sum)
            && has_columns(&run[..=last], from == 0)
        {
            runs.push((from, from + last + 1));
        }
        from += run.len();
    }
    add_rows_above_values(&lines, &mut runs);
    for &(from, until) in &runs {
        lines[from..until].iter_mut().for_each(|line| line.is_row = true);
    }
    let mut found: Vec<_> = runs.iter().filter_map(|&run| without_sections(&lines, run)).collect();
    found.sort_unstable();
    found
}

/// A line as a part of a table.
struct Line {
    start: usize,
    end: usize,
    /// The mark that it begins with, and its number.
    mark: Option<MarkStyle>,
    ordinal: u16,
    look: Look,
    is_row: bool,
}

/// Whether lines are the rows of a table: 项目⇥决算数 above them, which is no title, a row without a mark among them, or two with more than one value.
fn has_columns(run: &[Line], is_title: bool) -> bool {
    let count = |is: fn(&Line) -> bool| run.iter().filter(|line| is(line)).count();
    let headed = !is_title && run.first().is_some_and(|line| line.mark.is_none());
    count(|line| line.look >= Look::Sum) >= 2
        && count(|line| line.look >= Look::Sum && line.mark.is_some_and(|style| style <= MarkStyle::ParenHan)) > 0
        && (headed
            || count(|line| line.look >= Look::Pair && line.mark.is_none()) > 0
            || count(|line| line.look == Look::Values) >= 2)
}

/// Where a table stands of whose rows those are sections whose marks count on with marks outside of it: 三、…… above it
/// and 五、…… below it need the last 四、…… that stands in it.
fn without_sections(lines: &[Line], (mut from, mut until): (usize, usize)) -> Option<(u32, u32)> {
    /// How many lines around it are read.
    const REACH: usize = 256;
    let run = lines.get(from..until)?;
    let top = run.iter().filter_map(|line| line.mark).min()?;
    let section = |line: &&Line| !line.is_row && line.mark.is_some_and(|style| style <= top);
    let number = |line: Option<&Line>| line.filter(|line| line.mark == Some(top)).map_or(0, |line| line.ordinal);
    let above = number(lines[..from].iter().rev().take(REACH).find(section));
    let below = number(lines[until..].iter().take(REACH).find(section));
    // those that the section below counts on from, the last first
    let mut needed = below.saturating_sub(1);
    for i in (from..until).rev().filter(|&i| lines[i].mark == Some(top)) {
        if needed <= above || lines[i].ordinal != needed {
            break;
        }
        (until, needed) = (i, needed - 1);
    }
    // and those that count on from the section above, unless the one below does
    if above > 0 && (below == 0 || needed > above) {
        let mut next = above + 1;
        for i in (from..until).filter(|&i| lines[i].mark == Some(top)) {
            if lines[i].ordinal != next {
                break;
            }
            (from, next) = (i + 1, next + 1);
        }
    }
    let run = &lines[from..until];
    let values = run.iter().filter(|line| line.look == Look::Value).count();
    let above_values = run.windows(2).filter(|two| two[0].mark.is_some() && two[1].look == Look::Value).count();
    let holds = has_columns(run, from == 0)
        // in a section with such a mark, or more than one column
        || above_values >= VALUES && (above > 0 || values >= 2 * above_values);
    holds.then(|| (run[0].start as u32, run[run.len() - 1].end as u32))
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Other,
    /// A value alone.
    Value,
    /// Perhaps the names of columns: 项目 决算数
    Heads,
    /// One value behind blanks: 一、教育支出 12.3
    Sum,
    /// Two cells: 推进一网通办⇥市行政审批局
    Pair,
    /// More of them, or one with a value behind it.
    Row,
    /// Two values behind what they are of: 一、企业数量 12 13
    Values,
}

/// What a line looks like, behind the mark that it may have.
fn look(said: &str, marked: bool) -> Look {
    /// The longest row whose cells only blanks part, in bytes.
    const ROW: usize = 200;
    // nearly all lines have no such signs, and those with a mark that are prose end in no number
    let parted = memchr::memchr2(b'\t', b'|', said.as_bytes()).is_some();
    if !parted && (said.len() > ROW || marked && !is_of_value(search::last(said))) {
        return Look::Other;
    }
    let mut cells = said.split(['\t', '|']).map(str::trim).filter(|cell| !cell.is_empty());
    if let (Some(first), Some(second)) = (cells.next(), cells.next()) {
        // 一、总体要求⇥坚持……。 is a title and its text
        let text = ends_sentence(search::last(second)) && chars(second) > CELL;
        return match cells.next() {
            // 项目编号： is no cell
            _ if is_colon(search::last(first)) => Look::Other,
            Some(third) if is_amount(second) && is_amount(third) => Look::Values,
            Some(_) => Look::Row,
            None if is_amount(second) || said.contains('|') => Look::Row,
            None if text => Look::Other,
            None => Look::Pair,
        };
    }
    if is_amount(said) && !marked {
        return Look::Value;
    }
    let Some((cell, last)) = said.rsplit_once(is_blank) else { return Look::Other };
    let cell = search::trim_end(cell);
    let before = cell.rsplit(is_blank).next().unwrap_or_default();
    match cell.contains(is_han) && !is_colon(search::last(cell)) {
        true if is_value(last) && is_value(before) && (is_amount(last) || is_amount(before)) => Look::Values,
        true if is_amount(last) => Look::Sum,
        true if !marked && !ends_sentence(search::last(last)) => Look::Heads,
        _ => Look::Other,
    }
}

/// Adds the lines that may be rows with their values on the lines below: one of a lower rank may stand right below one that has none,
/// 三、办理结果⏎（一）予以公开⏎3⏎4.
fn add_rows_above_values(lines: &[Line], found: &mut Vec<(usize, usize)>) {
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
                found.push((from, i));
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
    cell.chars().all(is_of_value) && cell.contains(|c: char| c.is_ascii_digit())
}

fn is_of_value(c: char) -> bool {
    c.is_ascii_digit() || is_one_of(c, ".%％><＞＜≥≤〔〕［］[]()-—+左右以上")
}

/// Whether a cell is a number that a table has: no day, telephone, code or share, 2024.2.26, 0572-1234567, 056, 10%.
fn is_amount(cell: &str) -> bool {
    /// The fewest digits of a telephone.
    const TELEPHONE: usize = 11;
    let count = |sign: u8| search::count(cell, |b| b == sign);
    let is_code = cell.len() > 1 && cell.starts_with('0') && count(b'.') == 0;
    let is_long = cell.len() >= TELEPHONE && cell.bytes().all(|b| b.is_ascii_digit());
    is_value(cell)
        && !is_code
        && !is_long
        && count(b'.') <= 1
        && !cell.trim_start_matches('-').contains(['-', '—'])
        && !cell.ends_with(['%', '％'])
}
