//! The example `tasks` as its user meets it: the table that it writes of a plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod example;

use std::fs;
use std::process::Command;

/// What the example prints for a file with these bytes: the table, and what it says on standard error.
fn table(bytes: &[u8]) -> (Vec<Vec<String>>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.txt"), bytes).unwrap();
    let run = Command::new(example::built("tasks")).arg("plan.txt").current_dir(folder.path()).output().unwrap();
    assert!(run.status.success());
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(run.stdout.as_slice());
    let rows = csv.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (rows, String::from_utf8(run.stderr).unwrap())
}

const PLAN: &str = "管塘方案\n一、主要任务\n（一）清理淤泥。挖深一米。（县水利局牵头，各乡镇配合，6月底前完成）\n";

#[test]
fn who_does_what_by_when() {
    let (rows, said) = table(PLAN.as_bytes());
    assert_eq!(said, "1 task\n");
    assert_eq!(
        rows[1],
        ["1", "管塘方案", "1/一/一", "清理淤泥", "挖深一米", "县水利局", "", "各乡镇", "", "6月底前", "", "3"]
    );
    assert_eq!(rows.len(), 2);
}

#[test]
fn other_encodings_are_read() {
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(PLAN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (gb18030, ..) = encoding_rs::GB18030.encode(PLAN);
    for bytes in [&utf16[..], &gb18030] {
        assert_eq!(table(bytes), table(PLAN.as_bytes()));
    }
}

#[test]
fn no_cell_is_a_formula() {
    let (rows, _) = table(PLAN.replace("清理淤泥", "=HYPERLINK(1)").as_bytes());
    assert_eq!(rows[1][3], "'=HYPERLINK(1)");
}
