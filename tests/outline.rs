//! The example `outline` as its user meets it: what it prints, where, and its exit code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod example;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

const NOTICE: &str = "关于加强山塘管护的通知\n一、提高思想认识\n各村要把山塘管护摆上日程。\n二、落实管护责任\n";

/// The example, built once; cargo says where it stands, whatever the target directory.
fn outline() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| example::built("outline"))
}

struct Run {
    stdout: String,
    stderr: String,
    code: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().expect("ends by itself"),
        }
    }
}

/// Runs the example in `folder`, so that the names in its output are short.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    Command::new(outline()).args(arguments).current_dir(folder).output().unwrap().into()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(outline())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap().into()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_file_is_drawn_with_places_kinds_marks_and_titles() {
    let folder = folder(&[("notice.txt", NOTICE.as_bytes())]);
    let run = run(folder.path(), &["notice.txt"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", 0));
    let mut lines = run.stdout.lines();
    assert_eq!(lines.next().unwrap(), "notice.txt  1 piece · 2 sections · 0.0 % noise · 0 findings");
    assert_eq!(lines.next().unwrap(), "");
    assert_eq!(lines.next().unwrap(), "      1:1  piece    关于加强山塘管护的通知");
    assert_eq!(lines.next().unwrap(), "      2:1  heading    一、提高思想认识  [significance]");
    assert_eq!(lines.next().unwrap(), "      4:1  heading    二、落实管护责任  [countermeasures]");
    assert_eq!(lines.next(), None);
}

#[test]
fn without_a_file_the_sample_is_shown() {
    let folder = folder(&[]);
    let run = run(folder.path(), &[]);
    assert_eq!((run.stderr.as_str(), run.code), ("", 0));
    assert!(run.stdout.starts_with("examples/sample.txt  "), "{}", run.stdout);
    for title in ["二、青岭县“路长制”经验的核心内容", "3、始终坚持依靠群众、发动群众", "首先"]
    {
        assert!(run.stdout.contains(title), "no {title} in\n{}", run.stdout);
    }
}

/// `BLESS=1 cargo test --test outline` brings the picture up to date.
#[test]
fn the_pictures_in_the_readme_are_the_real_output_for_the_sample() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let mut real = readme.clone();
    for language in ["en", "zh"] {
        let output = run(Path::new("."), &["--lang", language]).stdout;
        // findings stand in blocks, an empty line between them
        let shown = output
            .find("warning[")
            .or(output.find("note["))
            .map_or(output.len(), |first| first + output[first..].find("\n\n").unwrap_or(output.len() - first));
        let before = real.find(&format!("<!-- picture {language} -->")).unwrap();
        let start = before + real[before..].find("```text\n").unwrap() + "```text\n".len();
        let end = start + real[start..].find("```\n").unwrap();
        real.replace_range(start..end, &format!("{}\n", output[..shown].trim_end()));
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &real).unwrap();
    } else {
        assert!(readme == real, "the picture has aged: BLESS=1 cargo test --test outline");
    }
}

#[test]
fn a_missing_file_is_one_error_line_and_the_others_are_done() {
    let folder = folder(&[("notice.txt", NOTICE.as_bytes())]);
    let run = run(folder.path(), &["--format", "tree", "gone.txt", "notice.txt"]);
    assert_eq!(run.stderr, "outline: gone.txt: no such file\n");
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("==> notice.txt <==\npiece | 关于加强山塘管护的通知\n"), "{}", run.stdout);
}

#[test]
fn a_file_that_cannot_be_decoded_is_one_error_line_and_the_others_are_done() {
    // UTF-8 with a byte lost is not taken for GB18030, which nearly any bytes could be
    let mut torn = NOTICE.repeat(3).into_bytes();
    torn.remove(4);
    let folder = folder(&[
        ("binary.txt", &[0x89, b'P', b'N', b'G', 0, 0xFF]),
        ("torn.txt", &torn),
        ("odd.txt", &[0xFF, 0xFE, 0x2F]),
        ("notice.txt", NOTICE.as_bytes()),
    ]);
    let run = run(folder.path(), &["--format", "tree", "binary.txt", "torn.txt", "odd.txt", "notice.txt"]);
    let tried = "not UTF-16 with a byte order mark, not GB18030";
    assert_eq!(
        run.stderr,
        format!(
            "outline: binary.txt: cannot be decoded: not UTF-8 (from byte 0), {tried}\n\
             outline: torn.txt: cannot be decoded: not UTF-8 (from byte 3), {tried}\n\
             outline: odd.txt: cannot be decoded: not UTF-8 (from byte 0), {tried}\n"
        )
    );
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("二、落实管护责任"), "{}", run.stdout);
}

#[test]
fn files_of_word_and_web_pages_are_named() {
    let folder = folder(&[
        ("plan.docx", b"PK\x03\x04\x14\0\x06\0"),
        ("plan.doc", b"\xD0\xCF\x11\xE0\xA1\xB1"),
        ("plan.pdf", b"%PDF-1.7"),
        ("plan.html", "<!DOCTYPE html><p>一、提高认识</p>".as_bytes()),
    ]);
    let run = run(folder.path(), &["plan.docx", "plan.doc", "plan.pdf", "plan.html"]);
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        (
            "",
            "outline: plan.docx: is a Word file (.docx) or another archive, not plain text: save it as text first\n\
             outline: plan.doc: is a Word file (.doc), not plain text: save it as text first\n\
             outline: plan.pdf: is a PDF file, not plain text: save it as text first\n\
             outline: plan.html: is HTML, not plain text: save it as text first\n",
            1
        )
    );
}

#[test]
fn warnings_fail_where_they_are_denied() {
    let gap = "关于管塘的通知\n一、巡查\n三、清淤\n";
    let folder = folder(&[("docs/gap.txt", gap.as_bytes()), ("notice.txt", NOTICE.as_bytes())]);
    for (arguments, code) in [
        (["docs/gap.txt", "--lang", "zh"], 0),
        (["docs/gap.txt", "--deny-warnings", "--lang=zh"], 1),
        (["docs", "--deny-warnings", "--lang=zh"], 1),
        (["notice.txt", "--deny-warnings", "--lang=zh"], 0),
    ] {
        let run = run(folder.path(), &arguments);
        assert_eq!((run.code, run.stderr.as_str()), (code, ""), "{arguments:?}");
    }
}

#[test]
fn an_unknown_format_is_refused_with_exit_code_2() {
    let folder = folder(&[]);
    let run = run(folder.path(), &["--format", "xml"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("[possible values: outline, tree, json, markdown]"), "{}", run.stderr);
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let run = run_with_input(&["-"], NOTICE.as_bytes());
    assert_eq!((run.stderr.as_str(), run.code), ("", 0));
    assert!(run.stdout.starts_with("<stdin>  1 piece · 2 sections"), "{}", run.stdout);
    let torn = run_with_input(&["-"], &[0xFF]);
    assert_eq!(torn.code, 1);
    assert!(torn.stderr.starts_with("outline: <stdin>: cannot be decoded: "), "{}", torn.stderr);
}

#[test]
fn gb18030_and_utf16_give_the_same_tree_as_utf8() {
    let utf16 = |big: bool| -> Vec<u8> {
        let unit = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
        format!("\u{FEFF}{NOTICE}").encode_utf16().flat_map(unit).collect()
    };
    let gb18030 = encoding_rs::GB18030.encode(NOTICE).0;
    let folder = folder(&[
        ("utf8.txt", NOTICE.as_bytes()),
        ("gb18030.txt", &gb18030),
        ("utf16le.txt", &utf16(false)),
        ("utf16be.txt", &utf16(true)),
    ]);
    let want = run(folder.path(), &["--format", "json", "utf8.txt"]);
    assert!(want.stdout.contains("落实管护责任"));
    for name in ["gb18030.txt", "utf16le.txt", "utf16be.txt"] {
        let got = run(folder.path(), &["--format", "json", name]);
        assert_eq!((got.stderr.as_str(), got.code), ("", 0));
        assert_eq!(json(&got.stdout), json(&want.stdout), "{name}");
    }
}

#[test]
fn json_spans_are_bytes_of_the_file_byte_order_mark_included() {
    let text = format!("\u{FEFF}{NOTICE}");
    let folder = folder(&[("bom.txt", text.as_bytes())]);
    let document = json(&run(folder.path(), &["--format", "json", "bom.txt"]).stdout);
    let section = &document["pieces"][0]["sections"][0];
    let start = section["span"]["start"].as_u64().unwrap() as usize;
    assert!(text[start..].starts_with("一、提高思想认识"));
}

#[test]
fn several_files_give_one_line_of_json_each() {
    let folder = folder(&[("a.txt", NOTICE.as_bytes()), ("b.txt", format!("{NOTICE}三、强化宣传引导\n").as_bytes())]);
    let run = run(folder.path(), &["--format", "json", "a.txt", "b.txt"]);
    let sections: Vec<_> =
        run.stdout.lines().map(|l| json(l)["pieces"][0]["sections"].as_array().unwrap().len()).collect();
    assert_eq!(sections, [2, 3]);
}

#[test]
fn markdown_has_headings_by_depth_and_no_noise() {
    let run = run_with_input(&["--format", "markdown", "-"], NOTICE.as_bytes());
    let want =
        "# 关于加强山塘管护的通知\n\n## 一、提高思想认识\n\n各村要把山塘管护摆上日程。\n\n## 二、落实管护责任\n\n";
    assert_eq!((run.stdout.as_str(), run.code), (want, 0));
}

#[test]
fn a_directory_gives_one_aligned_row_a_file() {
    let folder = folder(&[
        ("docs/b.md", "# 一、总则\n".as_bytes()),
        ("docs/通知/山塘.txt", NOTICE.as_bytes()),
        ("docs/picture.png", b"x"),
        ("docs/.hidden.txt", b"x"),
        ("docs/torn.txt", &[0xFF]),
    ]);
    let run = run(folder.path(), &["docs"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.starts_with("outline: docs/torn.txt: cannot be decoded: "), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "the progress bar is for terminals: {}", run.stderr);
    let rows: Vec<_> = run.stdout.lines().collect();
    assert_eq!(rows.len(), 3, "{}", run.stdout);
    assert_eq!(rows[0], "file           pieces  sections  elements    noise  findings");
    assert!(rows[1].starts_with("b.md           "), "{}", rows[1]);
    assert_eq!(rows[2], "通知/山塘.txt       1         2         0    0.0 %         0");
}

#[test]
fn a_directory_in_another_format_gives_each_file_in_it() {
    let folder = folder(&[("docs/a.txt", NOTICE.as_bytes()), ("docs/b/c.md", "# 一、总则\n".as_bytes())]);
    let run_in = |format| run(folder.path(), &["--format", format, "docs"]);
    let json_lines = run_in("json").stdout;
    assert_eq!(json_lines.lines().map(|line| json(line)["schema"].as_u64()).collect::<Vec<_>>(), [Some(1), Some(1)]);
    let tree = run_in("tree").stdout;
    assert!(tree.starts_with("==> docs/a.txt <==\npiece | 关于加强山塘管护的通知\n"), "{tree}");
    assert!(tree.contains("==> docs/b/c.md <==\n"), "{tree}");
}

#[test]
fn a_directory_without_texts_is_one_error_line() {
    let folder = folder(&[("docs/picture.png", b"x")]);
    let run = run(folder.path(), &["docs"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", 1));
    assert_eq!(run.stderr, "outline: docs: no .txt or .md file in this directory\n");
}

#[test]
fn colours_are_for_terminals() {
    let run = run_with_input(&["-"], NOTICE.as_bytes());
    assert!(!run.stdout.contains('\u{1b}'));
    let coloured = Command::new(outline()).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR").output().unwrap();
    assert!(String::from_utf8(coloured.stdout).unwrap().contains("\u{1b}[1m"));
    let plain = Command::new(outline()).env_remove("CLICOLOR_FORCE").env("NO_COLOR", "1").output().unwrap();
    assert!(!String::from_utf8(plain.stdout).unwrap().contains('\u{1b}'));
}

#[test]
fn a_reader_that_stops_is_no_error() {
    let folder = folder(&[("long.txt", NOTICE.repeat(5_000).as_bytes())]);
    let mut child = Command::new(outline())
        .args(["--format", "json", "long.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!((run.stderr.as_str(), run.code), ("", 0));
}
