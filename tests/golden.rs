//! Texts and the trees that a human reader would draw of them.
//!
//! `corpus/NAME.txt` is read and its tree compared with `corpus/NAME.tree`, line by line;
//! `UPDATE=1 cargo test --test golden` writes the trees anew (then read the diff).
//! `cases/*.txt` holds small cases, one file for each phenomenon, compared only in the kinds of
//! line that the file's `shows:` names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod fixtures;

use std::fmt::Write;
use std::fs;

/// Which kind of line of a tree this is, by its first word.
fn kind_of(line: &str) -> &'static str {
    let word = line.split_whitespace().next().unwrap_or_default();
    match word {
        "piece" => "piece",
        "heading" | "item" | "point" | "lead" => "section",
        "noise" => "noise",
        "warning" | "information" | "error" => "finding",
        _ if word.starts_with('@') => "element",
        _ => panic!("a line of no known kind: {line}"),
    }
}

/// The lines of a tree that a file of cases shows; of findings, only severity and code.
fn shown(tree: &str, shows: &[String]) -> String {
    let lines = tree.lines().filter(|line| shows.iter().any(|s| s == kind_of(line)));
    let lines = lines.map(|line| match kind_of(line) {
        "finding" => line.split(" | ").next().unwrap_or(line),
        // a piece shows its bare line where it has no title
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Both texts, line by line, with `-` before what was expected and `+` before what came.
fn difference(expected: &str, found: &str) -> String {
    let diff = similar::TextDiff::from_lines(expected, found);
    let mut text = String::new();
    for change in diff.iter_all_changes() {
        let sign = match change.tag() {
            similar::ChangeTag::Delete => '-',
            similar::ChangeTag::Insert => '+',
            similar::ChangeTag::Equal => ' ',
        };
        writeln!(text, "  {sign} {}", change.value().trim_end_matches('\n')).unwrap();
    }
    text
}

fn run(file: &str) {
    let fixtures::Cases { shows, cases } = fixtures::cases(file);
    let (mut wrong, count) = (Vec::new(), cases.len());
    for case in cases {
        let tree = gongwen::parse(&case.source).to_string();
        let found = shown(&tree, &shows);
        if found.trim_end() != case.expected {
            let difference = difference(&case.expected, &found);
            wrong.push(format!("tests/cases/{file}.txt:{}: {}\n{difference}", case.line, case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases differ (- expected, + found)\n\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! cases {
    ($($file:ident)*) => {
        $(#[test]
        fn $file() {
            run(stringify!($file));
        })*

        #[test]
        fn every_file_of_cases_runs() {
            assert_eq!(fixtures::case_files(), [$(stringify!($file)),*]);
        }
    };
}

cases!(elements findings leads marks noise not_marks pieces points sections titles);

#[test]
fn corpus() {
    let mut wrong = Vec::new();
    for text in fixtures::corpus() {
        let found = gongwen::parse(&text.source).to_string();
        if std::env::var_os("UPDATE").is_some_and(|v| v == "1") {
            fs::write(&text.tree, &found).unwrap();
        }
        let expected = fs::read_to_string(&text.tree).unwrap_or_default();
        if found != expected {
            wrong.push(format!("tests/corpus/{}.tree\n{}", text.name, difference(&expected, &found)));
        }
    }
    assert!(wrong.is_empty(), "{} trees differ (- expected, + found)\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_wrong_expectation_is_seen() {
    let tree = "piece | 通知\n  heading | 一、要求\nwarning numbering_gap | 二、 is missing\n";
    let shows = ["piece".to_string(), "finding".to_string()];
    assert_eq!(shown(tree, &shows), "piece | 通知\nwarning numbering_gap");
    assert!(difference("piece | 甲", "piece | 乙").contains("- piece | 甲"));
}
