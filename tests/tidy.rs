//! The project as its pages say it is: the code map, the size of files, what stands at the root.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `folder`, as paths from the root, generated ones left out.
fn files(folder: &str) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![root().join(folder)], Vec::new());
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.map(|e| e.unwrap()) {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() {
                if !["target", "node_modules", "dist", "build"].iter().any(|generated| name == *generated) {
                    open.push(path);
                }
            } else {
                found.push(path.strip_prefix(root()).unwrap().to_path_buf());
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    let rust = files("src").into_iter().filter(|p| p.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| (path.clone(), read(&path))).collect()
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn none(wrong: &[String], what: &str) {
    assert!(wrong.is_empty(), "{what}:\n  {}", wrong.join("\n  "));
}

/// The words of a line of the code map, folders without their slash.
fn map_words(line: &str) -> Vec<&str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || "_./".contains(c))).map(|w| w.trim_matches('/')).collect()
}

/// The first of `lines` that names `folder`, and those indented below it.
fn map_below<'m>(lines: &[&'m str], folder: &str) -> Vec<&'m str> {
    let indent = |line: &str| line.trim_start_matches("//!").chars().take_while(|c| *c == ' ').count();
    let as_folder = lines.iter().position(|l| l.contains(&format!(" {folder}/")));
    let Some(at) = as_folder.or(lines.iter().position(|l| map_words(l).contains(&folder))) else { return Vec::new() };
    let below = lines[at + 1..].iter().take_while(|l| indent(l) > indent(lines[at]));
    [lines[at]].into_iter().chain(below.copied()).collect()
}

#[test]
fn the_map_in_lib_rs_names_every_file_in_its_folder() {
    let lib = read("src/lib.rs");
    let map: Vec<&str> =
        lib.lines().take_while(|l| l.starts_with("//!")).skip_while(|l| l.trim_end() != "//! src/").skip(1).collect();
    let mut wrong = Vec::new();
    for (path, _) in sources().iter().filter(|(path, _)| path != Path::new("src/lib.rs")) {
        // a folder's mod.rs is named by its folder; a file by its name, with or without its ending
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let folders = path.parent().unwrap().iter().skip(1).map(|f| f.to_str().unwrap());
        let part = folders.fold(map.clone(), |lines, folder| map_below(&lines, folder));
        let named = |name: &str| part.iter().any(|l| map_words(l).contains(&name));
        if part.is_empty() || !(stem == "mod" || named(stem) || named(&format!("{stem}.rs"))) {
            wrong.push(path.display().to_string());
        }
    }
    none(&wrong, "not in its place in the code map at the head of src/lib.rs");
    let is_there =
        |name: &str| root().join("src").join(name).exists() || sources().iter().any(|(p, _)| p.ends_with(name));
    let words = map.iter().flat_map(|l| map_words(l));
    let gone: Vec<String> = words.filter(|w| w.ends_with(".rs") && !is_there(w)).map(String::from).collect();
    none(&gone, "in the code map, but not in src");
}

#[test]
fn files_are_short_enough_to_read() {
    let mut paths: Vec<PathBuf> = ["src", "tests", "benches", "examples", "pkg"].into_iter().flat_map(files).collect();
    paths.retain(|p| p.extension().is_some_and(|e| ["rs", "js", "mjs", "ts", "css"].iter().any(|x| e == *x)));
    let long = paths.iter().map(|p| (p, read(p).lines().count())).filter(|(_, lines)| *lines > 600);
    none(&long.map(|(p, lines)| format!("{} ({lines})", p.display())).collect::<Vec<_>>(), "over 600 lines");
}

#[test]
fn files_are_named_for_what_they_hold() {
    let vague = ["utils", "util", "common", "helpers", "helper", "misc"];
    let all = files("src").into_iter().chain(files("tests")).chain(files("benches")).chain(files("examples"));
    let wrong = all.filter(|p| p.iter().any(|part| vague.iter().any(|v| Path::new(part).file_stem().unwrap() == *v)));
    none(&wrong.map(|p| p.display().to_string()).collect::<Vec<_>>(), "says nothing about what is in it");
}

#[test]
fn the_library_neither_panics_nor_leaves_things_open() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        // a file's own tests stand at its end
        for (number, line) in text.lines().enumerate().take_while(|(_, l)| l.trim() != "#[cfg(test)]") {
            let code = line.trim_start();
            if code.starts_with("//") {
                continue;
            }
            let open = [
                ".unwrap()",
                ".expect(",
                "panic!",
                "todo!",
                "unimplemented!",
                "unreachable!",
                "dbg!",
                "TEMPORARY",
                "FIXME",
            ];
            if open.iter().any(|o| code.contains(o)) {
                wrong.push(format!("{}:{}: {code}", path.display(), number + 1));
            }
        }
        if text.contains("TEMPORARY") {
            wrong.push(format!("{}: TEMPORARY", path.display()));
        }
    }
    none(&wrong, "may panic, or is not finished");
}

#[test]
fn word_lists_are_read_and_hold_each_entry_once() {
    let (mut wrong, code) = (Vec::new(), sources().into_iter().map(|(_, text)| text).collect::<String>());
    for path in files("src").into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if !code.contains(&format!("{name}\"")) {
            wrong.push(format!("{}: no code reads it", path.display()));
        }
        let text = read(&path);
        let mut entries: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')).collect();
        let count = entries.len();
        entries.sort_unstable();
        if let Some(twice) = entries.windows(2).find(|pair| pair[0] == pair[1]) {
            wrong.push(format!("{}: {} stands twice", path.display(), twice[0]));
        }
        if count == 0 {
            wrong.push(format!("{}: empty", path.display()));
        }
    }
    none(&wrong, "word lists");
}

#[test]
fn only_what_belongs_there_stands_at_the_root() {
    const BELONGS: [&str; 18] = [
        ".ci",
        ".git",
        ".gitattributes",
        ".github",
        ".gitignore",
        ".rustfmt.toml",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "examples",
        "pkg",
        "src",
        "target",
        "tests",
    ];
    let entries = fs::read_dir(root()).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    let mut extra: Vec<String> = entries.filter(|name| !BELONGS.contains(&name.as_str())).collect();
    extra.sort();
    none(&extra, "at the root besides what belongs there");
}

#[test]
fn the_readme_speaks_of_what_is_there() {
    let readme = read("README.md");
    let mut wrong = Vec::new();
    let words = |line: &str| line.split_whitespace().map(String::from).collect::<Vec<_>>();
    for line in readme
        .lines()
        .filter(|l| ["cargo ", "bash ", "npm ", "sh "].iter().any(|tool| l.trim_start().starts_with(tool)))
    {
        let words = words(line.trim());
        for pair in words.windows(2) {
            let there = match pair[0].as_str() {
                "--example" => ["examples/{}.rs", "examples/{}/main.rs"]
                    .iter()
                    .any(|p| root().join(p.replace("{}", &pair[1])).is_file()),
                "--bench" => root().join(format!("benches/{}.rs", pair[1])).is_file(),
                "--test" => root().join(format!("tests/{}.rs", pair[1])).is_file(),
                "--manifest-path" | "bash" | "sh" => root().join(&pair[1]).is_file(),
                "--features" => {
                    pair[1].split(',').all(|f| read("Cargo.toml").lines().any(|l| l.starts_with(&format!("{f} ="))))
                }
                _ => true,
            };
            if !there {
                wrong.push(format!("{} {} in: {}", pair[0], pair[1], line.trim()));
            }
        }
    }
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
        if !target.is_empty() && !target.contains("://") && !root().join(target).exists() {
            wrong.push(format!("the link {target}"));
        }
    }
    none(&wrong, "the README names what is not there");
    assert!(readme.contains("bash tests/run.sh"), "the README gives the command of the tests");
}

#[test]
fn crate_and_npm_package_have_one_version() {
    let Ok(package) = fs::read_to_string(root().join("pkg/package.json")) else { return };
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
}
