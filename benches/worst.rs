//! Time per doubling of the input, for inputs made to be slow: `cargo bench --bench worst`.
//!
//! Each is parsed, and then parsed and read: every finding, role, reference and value of the views.
//! Each input doubles five times, to 64 MB. A program that is linear takes twice the time for
//! twice the text; this one fails where the last doublings took more than 2.3 times as long.
//! `cargo bench --bench worst -- 8` stops at 8 MB, for a quick look; a name after it picks inputs.

mod every_view;
mod writing;

use std::hint::black_box;
use std::time::{Duration, Instant};

const DOUBLINGS: u32 = 5;
const LIMIT: f64 = 2.3;

type Program = (&'static str, fn(&str) -> usize);

const PROGRAMS: [Program; 2] = [("parse", |text| gongwen::parse(text).heap_size()), ("views", every_view::read)];

/// Name, and how to make so many bytes of it.
type Input = (&'static str, fn(usize) -> String);

const INPUTS: [Input; 31] = [
    ("ordinary", writing::corpus),
    ("ordinary on one line", |bytes| writing::corpus(bytes).replace(['\n', '\u{3000}'], "")),
    ("only marks", |bytes| repeat("一、（一）1.（1）①一是", bytes)),
    ("only 一、", |bytes| repeat("一、", bytes)),
    ("only courtesies", |bytes| repeat("首先，我代表县委；", bytes)),
    ("only 一是", |bytes| repeat("一是", bytes)),
    ("only 第一条 lines", |bytes| repeat("第一条\n", bytes)),
    ("rising numbers", rising),
    ("only opening quotes", |bytes| repeat("“", bytes)),
    ("only opening brackets", |bytes| repeat("（《", bytes)),
    ("only labels that open", |bytes| repeat("【主\n", bytes)),
    ("only digits", |bytes| repeat("1234567890", bytes)),
    ("only newlines", |bytes| repeat("\n", bytes)),
    ("only spaces", |bytes| repeat(" ", bytes)),
    ("newlines in wrapped text", |bytes| {
        let wrapped = "农村饮水安全，事关千家万户，要一村一村地查，一户一户地看\n".repeat(40);
        wrapped.clone() + &repeat("\n", bytes) + &wrapped
    }),
    ("words on lines of their own", |bytes| repeat("补助\n1000\n元\n/\n人，“\n脱贫\n”\n。\n", bytes)),
    ("labels below a long line", |bytes| {
        format!("一、{}\n", repeat("农村饮水安全", bytes / 2)) + &repeat("二、资格审查：提交材料\n", bytes / 2)
    }),
    ("only datelines", |bytes| repeat("新华社北京5月20日电", bytes)),
    ("one line of words", |bytes| repeat("农村饮水安全", bytes)),
    ("deep nesting", |bytes| {
        repeat("第一编\n第一章\n第一节\n第一条\n一、\n（一）\n1.\n（1）\n1）\n①\nA.\n一是", bytes)
    }),
    ("parts at the top level", |bytes| repeat("\n一、修路\n（一）修桥\n篇附件", bytes)),
    ("short pieces with annexes", |bytes| repeat("青石镇政府\n2024年3月5日\n附件1. 渔港管理办法\n", bytes)),
    ("page marks", |bytes| pages(bytes, "、")),
    ("page numbers", |bytes| repeat("- 3 -\n", bytes)),
    ("brackets in a task", |bytes| task("（《…", bytes)),
    ("leading units", |bytes| task("县水利局牵头", bytes)),
    ("amounts in one sentence", |bytes| task("有企业5家，", bytes)),
    ("parts cited in a row", |bytes| task("第一条第一款", bytes)),
    ("tasks with notes", |bytes| {
        task("1.修路。到2025年修路5公里。（责任单位：县水利局；完成时限：2025年6月底前）\n", bytes)
    }),
    ("a cell of conjunctions", |bytes| {
        String::from("任务表\n一、任务\n任务\t责任单位\n修路\t") + &repeat("县水利局以及及", bytes)
    }),
    ("a table of tasks", |bytes| {
        String::from("任务表\n一、任务\n序号\t任务\t责任单位\t完成时限\n")
            + &repeat("1\t修路\t县水利局\t2025年6月底前\n", bytes)
    }),
];

fn repeat(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

/// A text that is one measure of a plan, or begins with one.
fn task(part: &str, bytes: usize) -> String {
    String::from("实施方案\n一、重点任务\n1.办好书屋。") + &repeat(part, bytes)
}

fn rising(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let mut number = 1u64;
    while text.len() < bytes {
        text.push_str(&number.to_string());
        text.push_str("、落实\n");
        number += 1;
    }
    text
}

fn pages(bytes: usize, point: &str) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    let mut number = 1u64;
    while text.len() < bytes {
        text.push_str(&number.to_string());
        text.push_str(point);
        text.push_str(&"把村里的事办好,".repeat(36));
        text.push('\n');
        number += 1;
    }
    text
}

/// The shortest of a few runs.
fn time(run: fn(&str) -> usize, text: &str) -> Duration {
    let (mut best, started, mut runs) = (Duration::MAX, Instant::now(), 0);
    while runs < 3 || (runs < 7 && started.elapsed() < Duration::from_millis(300)) {
        let start = Instant::now();
        black_box(run(black_box(text)));
        best = best.min(start.elapsed());
        runs += 1;
        if started.elapsed() > Duration::from_secs(20) {
            break;
        }
    }
    best
}

/// Runs a program on an input of growing size and prints the times; says so where they are not linear.
fn double((does, run): &Program, (name, make): &Input, largest: usize) -> Option<String> {
    let mut times = Vec::new();
    let mut row = String::new();
    let mut bytes = 0;
    for doubling in (0..=DOUBLINGS).rev() {
        let text = make(largest >> doubling);
        bytes = text.len();
        let took = time(*run, &text);
        let factor = times.last().map(|before: &Duration| took.as_secs_f64() / before.as_secs_f64());
        row.push_str(&format!("{:8.1}", took.as_secs_f64() * 1e3));
        if let Some(factor) = factor {
            row.push_str(&format!(" (×{factor:.2})"));
        }
        times.push(took);
        if took > Duration::from_secs(60) {
            println!("{name:24} {does}           {row}  … given up");
            return Some(format!("{name}, {does}: {took:.0?} for {bytes} bytes"));
        }
    }
    let last = times.last().copied().unwrap_or_default().as_secs_f64();
    println!("{name:24} {does} {:9.0} {row}", bytes as f64 / 1e6 / last);
    // over several doublings, so that one run that the machine disturbed does not decide
    let steps = times.len().saturating_sub(1).min(3);
    let before = times.get(times.len() - 1 - steps).copied().unwrap_or_default().as_secs_f64();
    let factor = (last / before).powf(1.0 / steps.max(1) as f64);
    (factor > LIMIT).then(|| format!("{name}, {does}: ×{factor:.2} a doubling"))
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let largest: usize = arguments.first().and_then(|a| a.parse().ok()).unwrap_or(64) << 20;
    let only: Vec<&String> = arguments.iter().filter(|a| a.parse::<usize>().is_err()).collect();
    println!("{:24}       {:>9}  milliseconds per doubling, and its factor", "input", "MB/s");
    let mut slow = Vec::new();
    for input in INPUTS.iter().filter(|(name, _)| only.is_empty() || only.iter().any(|o| name.contains(o.as_str()))) {
        for program in &PROGRAMS {
            slow.extend(double(program, input, largest));
        }
    }
    if !slow.is_empty() {
        eprintln!("\nnot linear (over ×{LIMIT} a doubling):\n  {}", slow.join("\n  "));
        std::process::exit(1);
    }
}
