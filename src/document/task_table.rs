//! Tables of tasks in plain text: cells between tabs, bars or wide blanks, under a head with 责任单位.

use super::deadline::{self, Place};
use super::excerpt::Passage;
use super::label::{self, Says, label};
use super::responsibility::{Part, Responsibility};
use super::task::Row;
use super::words::exact_words;
use super::{Excerpt, Section, action, indicator};
use crate::lexer::amount;
use crate::lexer::char_set::CharSet;
use crate::lexer::decode::char_at;
use crate::lexer::search::{self, after, before, first, last};
use std::ops::Range;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Measure,
    Action,
    Unit(Part),
    Deadline,
    Indicator,
    Other,
}

/// The head of a table.
struct Head {
    columns: Vec<Column>,
    /// Whether one blank parts its cells: `序号 任务 责任单位`.
    narrow: bool,
}

impl Head {
    /// `None` where the line is no such head.
    fn read(text: &str, line: &str, at: usize) -> Option<Self> {
        let cells = cells(line, at, false);
        if cells.len() > 1 {
            return columns(text, &cells).map(|columns| Self { columns, narrow: false });
        }
        // parted by so little all must be known
        let columns = columns(text, &words(line, at)).filter(|c| c.len() > 2 && !c.contains(&Column::Other))?;
        Some(Self { columns, narrow: true })
    }
}

/// The rows of all task tables in `passage`, in order.
pub(super) fn find<'d>(passage: &Passage<'d>, section: Option<Section<'d>>, year: Option<u16>) -> Vec<Row<'d>> {
    let text = passage.text();
    let mut rows = Vec::new();
    if !passage.signs().any(|(at, c)| may_part(c, text, at)) {
        return rows;
    }
    let mut head: Option<Head> = None;
    // what the cell of the task says, which may be one with those below it
    let mut merged = None;
    let mut at = 0;
    let is_narrow = |head: &Option<Head>| head.as_ref().is_some_and(|head| head.narrow);
    while let Some(edge) = edge(text, at, if is_narrow(&head) { |c, _, _| is_blank(c) } else { may_part }) {
        let start = text.get(at..edge).and_then(|lines| lines.rfind('\n')).map_or(at, |end| at + end + 1);
        let end = text.get(edge..).and_then(|rest| rest.find('\n')).map_or(text.len(), |len| edge + len + 1);
        let line = text.get(start..end).unwrap_or_default();
        let cells = if is_narrow(&head) { words(line, start) } else { cells(line, start, false) };
        // a line without cells ends the table, but not one that only names the rows below it: 二、优化政务服务
        let between = text.get(at..start).unwrap_or_default().trim();
        if cells.len() < 2 || !between.is_empty() && !names_rows(between) {
            head = None;
        }
        at = end;
        if let Some(found) = Head::read(text, line, start) {
            (head, merged) = (Some(found), None);
        } else if let Some(head) = &head {
            let cells = fitting(line, start, head, cells);
            if let Some(row) = cells.and_then(|cells| row(passage, &head.columns, &cells, merged.as_ref(), year)) {
                merged = Some(row.measure.clone());
                rows.push(Row { section, ..row });
            }
        }
    }
    rows
}

/// Whether a line between two rows is what those below it are of.
fn names_rows(line: &str) -> bool {
    const LONGEST: usize = 30;
    search::chars(search::prefix(line, 4 * LONGEST)) <= LONGEST
        && !search::has(line, |c| search::is_one_of(c, "。；！：\n"))
}

/// The first place at or after `from` that `parts` cells.
fn edge(text: &str, mut from: usize, parts: fn(char, &str, usize) -> bool) -> Option<usize> {
    static EDGES: CharSet = CharSet::new("\t|｜ \u{3000}", &[]);
    loop {
        let at = EDGES.find(text, from)?;
        let c = first(after(text, at));
        if parts(c, text, at) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

/// Whether cells may stand on either side of `c`, which stands at byte `at`, or it parts the head of a narrow table.
pub(super) fn may_part(c: char, text: &str, at: usize) -> bool {
    is_edge(c, text, at) || is_blank(c) && label::may_end(last(before(text, at)))
}

/// Whether `c` at byte `at` parts cells: a tab, a bar, or one of two blanks.
fn is_edge(c: char, text: &str, at: usize) -> bool {
    c == '\t' || is_bar(c) || is_blank(c) && is_blank(first(after(text, at + c.len_utf8())))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜')
}

/// No table has more columns.
const MOST_COLUMNS: usize = 12;

/// The cells of a row that go with the columns of its table; `cells` are those with something in them.
fn fitting(line: &str, at: usize, head: &Head, cells: Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    let columns = &head.columns;
    let numbered = || columns.first() == Some(&Column::Number) && amount::read_count(line.trim_start()).is_some();
    if cells.len() == columns.len() {
        return (!head.narrow || columns.first() != Some(&Column::Number) || numbered()).then_some(cells);
    }
    if head.narrow {
        return None;
    }
    let all = self::cells(line, at, true);
    // the first are one with those above, and their tabs no part of the text: ⇥⇥完成溢洪道⇥县水利局
    let missing = columns.len().saturating_sub(all.len());
    let merged = columns.get(..missing).is_some_and(|first| first.contains(&Column::Measure))
        && columns.get(missing) == Some(&Column::Action);
    if merged && !numbered() {
        return Some(std::iter::repeat_n(at..at, missing).chain(all).collect());
    }
    // the last may be left out where the first is there
    let fit = all.len() == columns.len() || all.len() < columns.len() && all.len() > 2 && numbered();
    fit.then_some(all)
}

/// What stands between blanks in a line that begins at `at`, one more than a table has cells where there are too many.
fn words(line: &str, at: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut rest = search::trim_start(line);
    while !rest.is_empty() && words.len() <= MOST_COLUMNS {
        let start = at + line.len() - rest.len();
        let len = search::position(rest, search::is_space).unwrap_or(rest.len());
        words.push(start..start + len);
        rest = search::trim_start(after(rest, len));
    }
    words
}

/// The cells of a line that begins at `at`, `with_empty` those between two tabs too; one more than a table has where
/// there are too many.
fn cells(line: &str, at: usize, with_empty: bool) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let body = line.trim_end();
    let barred = body.trim_start().starts_with(is_bar);
    let body = if barred { body.trim_end_matches(is_bar) } else { body };
    let mut start =
        if barred { search::position(body, is_bar).map_or(0, |bar| bar + first_len(body.get(bar..))) } else { 0 };
    let mut from = start;
    while let Some(i) = edge(body, from, is_edge).filter(|_| cells.len() < MOST_COLUMNS) {
        let c = first(after(body, i));
        from = i + c.len_utf8();
        // between bars blanks are only blanks
        if barred && !is_bar(c) {
            continue;
        }
        cells.push(at + start..at + i);
        if !is_bar(c) {
            let swallowed = |c| is_blank(c) || c == '\t' && !with_empty;
            from = body.len() - after(body, from).trim_start_matches(swallowed).len();
        }
        start = from;
    }
    cells.push(at + start..at + body.len());
    cells
}

fn first_len(text: Option<&str>) -> usize {
    text.and_then(|t| char_at(t, 0)).map_or(0, char::len_utf8)
}

/// The columns of a table's head; `None` where the line is no such head.
fn columns(text: &str, cells: &[Range<usize>]) -> Option<Vec<Column>> {
    if !(2..=MOST_COLUMNS).contains(&cells.len()) {
        return None;
    }
    let may_be_label = |cell: &Range<usize>| {
        label::may_end(search::last(search::skip_back(text.get(cell.clone()).unwrap_or_default(), is_unread)))
    };
    if !cells.iter().any(may_be_label) {
        return None;
    }
    let mut columns: Vec<_> = cells.iter().map(|c| column(text.get(c.clone()).unwrap_or_default())).collect();
    let who = columns.iter().any(|c| matches!(c, Column::Unit(_)));
    if !columns.contains(&Column::Measure) {
        // 工作内容 alone is what the table is of
        *columns.iter_mut().find(|c| **c == Column::Action)? = Column::Measure;
    }
    who.then_some(columns)
}

/// What stands for nothing in a table's head.
fn is_unread(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '#')
}

fn column(head: &str) -> Column {
    let head: String = head.chars().filter(|&c| !is_unread(c)).collect();
    match label(&head) {
        Some(Says::Part(part)) => return Column::Unit(part),
        Some(Says::Deadline) => return Column::Deadline,
        None => {}
    }
    match head.as_str() {
        "序号" | "编号" | "号" => Column::Number,
        _ if search::chars(&head) > 12 => Column::Other,
        _ if exact_words!("时限 期限 时间 进度").stand_in(&head) => Column::Deadline,
        _ if exact_words!("指标 目标值 量化").stand_in(&head) => Column::Indicator,
        _ if exact_words!("举措 措施 内容 要求").stand_in(&head) => Column::Action,
        _ if exact_words!("任务 事项 项目 工作 问题").stand_in(&head) => Column::Measure,
        _ => Column::Other,
    }
}

fn row<'d>(
    passage: &Passage<'d>,
    columns: &[Column],
    cells: &[Range<usize>],
    merged: Option<&Excerpt<'d>>,
    year: Option<u16>,
) -> Option<Row<'d>> {
    let text = passage.text();
    // the line between the head and the rows of a Markdown table
    let ruled =
        |cell: &Range<usize>| text.get(cell.clone()).is_some_and(|t| t.trim_matches([' ', ':', '-', '—']).is_empty());
    if cells.iter().all(ruled) {
        return None;
    }
    let (mut measure, mut ordinal, mut deadline) = (None, None, None);
    let (mut action_cell, mut measure_cell) = (None, None);
    let (mut units, mut indicators) = (Vec::new(), Vec::new());
    for (&column, cell) in columns.iter().zip(cells) {
        match column {
            Column::Number if ordinal.is_none() => ordinal = amount::read_count(text.get(cell.clone())?.trim()),
            Column::Action => action_cell = action_cell.or(Some(cell)),
            Column::Measure => {
                measure = measure.or_else(|| passage.excerpt(cell.clone()));
                measure_cell = measure_cell.or(Some(cell));
            }
            Column::Deadline if deadline.is_none() => {
                deadline = deadline::find(passage, cell.clone(), Place::Labelled, year);
            }
            Column::Unit(part) => units.push((cell.clone(), part)),
            _ => {}
        }
        if matches!(column, Column::Indicator | Column::Action | Column::Measure) {
            indicators.extend(indicator::within(passage, cell.clone()));
        }
    }
    let responsibility = Responsibility::of_cells(passage, &units);
    // a cell that is one with that above it: 2⇥⇥完成溢洪道⇥县水利局
    let says = || responsibility.is_some() || action_cell.is_some_and(|cell| passage.excerpt(cell.clone()).is_some());
    let measure = measure.or_else(|| merged.cloned().filter(|_| says()))?;
    Some(Row {
        section: None,
        ordinal: ordinal.map(|n| n.0),
        actions: action_cell.or(measure_cell).map(|cell| actions(passage, cell.clone())).unwrap_or_default(),
        responsibility,
        deadline,
        indicators,
        measure,
        span: passage.excerpt(cells.first()?.start..cells.last()?.end)?.span(),
    })
}

/// The clauses of doing in a cell; all of it where none is found: what stands there is to be done.
fn actions<'d>(passage: &Passage<'d>, cell: Range<usize>) -> Vec<Excerpt<'d>> {
    let found = action::within(passage, cell.clone());
    if found.is_empty() { passage.excerpt(cell).into_iter().collect() } else { found }
}
