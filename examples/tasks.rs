//! Takes the tasks out of plans and writes the task table (任务分解表), ready to be printed.
//!
//!     cargo run --release --example tasks -- examples/plan.txt -o tasks.xlsx
//!
//! The end of the output's name decides what is written: `.xlsx`, `.csv` (UTF-8 with the mark that spreadsheet
//! programs want) or `.json`. Without `-o` the CSV goes to the standard output.

use clap::Parser;
use encoding_rs::{Encoding, GB18030};
use gongwen::{Document, LineIndex, Part, Piece, Task};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

/// Writes the task table (任务分解表) of plans.
#[derive(Parser)]
struct Arguments {
    /// Texts in UTF-8, UTF-16 with a byte order mark, or GB18030.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write: a name that ends in .xlsx, .csv or .json. Without it the CSV goes to the standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A row of the table: one task, its cells as text.
struct Row {
    piece: String,
    path: String,
    measure: String,
    actions: Vec<String>,
    lead: String,
    owners: String,
    partners: String,
    persons: String,
    deadline: String,
    indicators: String,
    line: usize,
}

const HEAD: [&str; 12] = [
    "序号",
    "文件",
    "路径",
    "重点任务",
    "具体举措",
    "牵头单位",
    "责任单位",
    "配合单位",
    "责任人",
    "完成时限",
    "目标指标",
    "原文行",
];
/// The widths of the columns, in characters of a narrow letter; together they fill a landscape A4 page.
const WIDTHS: [f64; 12] = [5.0, 14.0, 10.0, 18.0, 36.0, 13.0, 15.0, 15.0, 9.0, 12.0, 16.0, 6.0];
/// The column that is not merged: every action has a row of its own.
const ACTION: usize = 4;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(tasks) => {
            eprintln!("{tasks} task{}", if tasks == 1 { "" } else { "s" });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("tasks: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the plans and writes their tasks; gives how many.
fn run(arguments: &Arguments) -> Result<usize, Box<dyn Error>> {
    let mut rows = Vec::new();
    for file in &arguments.files {
        let text = read(file).map_err(|e| format!("{}: {e}", file.display()))?;
        rows.extend(rows_of(&gongwen::parse(&text), file));
    }
    let Some(output) = &arguments.output else {
        write_csv(&rows, std::io::stdout().lock())?;
        return Ok(rows.len());
    };
    let written = match output.extension().and_then(|e| e.to_str()) {
        Some("csv") => std::fs::File::create(output).map_err(Into::into).and_then(|file| write_csv(&rows, file)),
        Some("json") => write_json(&rows, output),
        Some("xlsx") => write_xlsx(&rows, output).map_err(Into::into),
        _ => Err("the name must end in .xlsx, .csv or .json".into()),
    };
    written.map_err(|e| format!("{}: {e}", output.display()))?;
    Ok(rows.len())
}

fn read(file: &Path) -> std::io::Result<String> {
    let bytes = std::fs::read(file)?;
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return Ok(encoding.decode(&bytes).0.into_owned());
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => GB18030.decode(error.as_bytes()).0.into_owned(),
    })
}

fn rows_of(document: &Document<'_>, file: &Path) -> Vec<Row> {
    let lines = LineIndex::new(document.source());
    let name = file.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let title = |piece: Piece<'_>| piece.title().map_or_else(|| name.clone(), |t| t.text().into_owned());
    document.pieces().flat_map(|p| p.tasks().map(|t| row(&t, title(p), &lines)).collect::<Vec<_>>()).collect()
}

fn row(task: &Task<'_>, piece: String, lines: &LineIndex<'_>) -> Row {
    let who = task.responsibility();
    let named = |part| {
        let units = who.iter().flat_map(|w| w.units()).filter(|u| u.part() == part);
        units.map(|u| u.name().text()).collect::<Vec<_>>().join("、")
    };
    let deadline = task.deadline().map_or_else(String::new, |d| match d.date() {
        Some(date) => format!("{}\n（{date}）", d.raw().text()),
        None => d.raw().text().to_owned(),
    });
    let indicators: Vec<_> = task.indicators().iter().map(|i| i.raw().text().to_owned()).collect();
    Row {
        piece,
        path: task.section().map(|s| s.path()).unwrap_or_default(),
        measure: task.measure().map(|m| m.into_text().into_owned()).unwrap_or_default(),
        actions: task.actions().into_iter().map(|a| a.into_text().into_owned()).collect(),
        lead: named(Part::Lead),
        owners: named(Part::Owner),
        partners: named(Part::Partner),
        persons: named(Part::Person),
        deadline,
        indicators: indicators.join("；"),
        line: lines.position(task.span().start).line,
    }
}

impl Row {
    /// The cells in the order of [`HEAD`]; the actions on one line each.
    fn cells(&self, number: usize) -> [String; 12] {
        [
            number.to_string(),
            self.piece.clone(),
            self.path.clone(),
            self.measure.clone(),
            self.actions.join("\n"),
            self.lead.clone(),
            self.owners.clone(),
            self.partners.clone(),
            self.persons.clone(),
            self.deadline.clone(),
            self.indicators.clone(),
            self.line.to_string(),
        ]
    }
}

fn write_csv(rows: &[Row], mut to: impl std::io::Write) -> Result<(), Box<dyn Error>> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(HEAD)?;
    for (i, row) in rows.iter().enumerate() {
        csv.write_record(row.cells(i + 1).map(as_text))?;
    }
    Ok(csv.flush()?)
}

/// A cell that begins like a formula is made text, so that a spreadsheet program does not run it.
fn as_text(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn write_json(rows: &[Row], to: &Path) -> Result<(), Box<dyn Error>> {
    let rows: Vec<_> = rows
        .iter()
        .map(|r| {
            serde_json::json!({
                "piece": r.piece, "path": r.path, "measure": r.measure, "actions": r.actions, "lead": r.lead,
                "owners": r.owners, "partners": r.partners, "persons": r.persons, "deadline": r.deadline,
                "indicators": r.indicators, "line": r.line,
            })
        })
        .collect();
    Ok(std::fs::write(to, serde_json::to_string_pretty(&rows)?)?)
}

fn write_xlsx(rows: &[Row], to: &Path) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("任务分解表")?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&C第 &P 页，共 &N 页").set_repeat_rows(0, 1)?;
    sheet.set_freeze_panes(2, 0)?;
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let base =
        Format::new().set_font_name("宋体").set_font_size(9).set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let ruled = base.clone().set_border(FormatBorder::Thin);
    let title = Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center);
    let head = ruled.clone().set_bold().set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, HEAD.len() as u16 - 1, "任务分解表", &title)?;
    sheet.set_row_height(0, 28)?.set_row_height(1, 20)?;
    for (column, words) in (0u16..).zip(HEAD) {
        sheet.write_with_format(1, column, words, &head)?;
    }
    let mut at = 2;
    let mut piece_from = (2, String::new());
    for (i, row) in rows.iter().enumerate() {
        if row.piece != piece_from.1 {
            block(sheet, piece_from.0, at, 1, &piece_from.1, &ruled)?;
            piece_from = (at, row.piece.clone());
        }
        at = write_row(sheet, at, row, i + 1, &ruled)?;
    }
    block(sheet, piece_from.0, at, 1, &piece_from.1, &ruled)?;
    book.save(to)
}

/// Writes a task from line `at` on, a line for each action; returns the line after it.
fn write_row(sheet: &mut Worksheet, at: u32, row: &Row, number: usize, format: &Format) -> Result<u32, XlsxError> {
    let cells = row.cells(number);
    let end = at + row.actions.len().max(1) as u32;
    // merged cells do not grow with their text: the lines are made high enough for the longest of them
    let needed =
        (0..HEAD.len()).filter(|&c| c != ACTION && c != 1).map(|c| lines(&cells[c], WIDTHS[c])).max().unwrap_or(1);
    let heights: Vec<usize> = row.actions.iter().map(|a| lines(a, WIDTHS[ACTION])).collect();
    let missing = needed.saturating_sub(heights.iter().sum::<usize>());
    for line in at..end {
        let i = (line - at) as usize;
        let share = missing / (end - at) as usize + usize::from(i < missing % (end - at) as usize);
        let height = heights.get(i).copied().unwrap_or(0) + share;
        sheet.set_row_height(line, 4.0 + 12.5 * height.max(1) as f64)?;
        sheet.write_with_format(line, ACTION as u16, row.actions.get(i).map_or("", String::as_str), format)?;
    }
    for (column, words) in (0u16..).zip(&cells).filter(|(c, _)| *c as usize != ACTION && *c != 1) {
        block(sheet, at, end, column, words, format)?;
    }
    Ok(end)
}

/// Writes one cell over the lines `from..to`.
fn block(
    sheet: &mut Worksheet,
    from: u32,
    to: u32,
    column: u16,
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if from + 1 < to {
        sheet.merge_range(from, column, to - 1, column, words, format)?;
    } else if from < to {
        sheet.write_with_format(from, column, words, format)?;
    }
    Ok(())
}

/// The lines that a text takes in a column.
fn lines(text: &str, width: f64) -> usize {
    text.lines().map(|line| (line.width() as f64 * 1.1 / width).ceil().max(1.0) as usize).sum::<usize>().max(1)
}
