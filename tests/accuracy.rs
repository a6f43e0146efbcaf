//! How well the parser reads real documents, where `../shared/corpus` with its gold outlines exists.
//!
//! Two measurements against one table: the figures computed here, in process and with damage of
//! our own making, and those of `score.py`, whose word counts. Without the corpus both say so and
//! pass.

mod damage;
mod example;
mod fixtures;
mod gold;

use damage::{Kind, damage};
use gold::{Figures, Found, Gold, Tally};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The least share of each figure: docs, entries, pieces, parent, title, leads, noise; 0 asks for nothing. Of 32 documents one
/// may read otherwise.
#[rustfmt::skip]
const LEAST: [(&str, Figures); 6] = [
    ("clean",   Figures { docs: 0.96, entries: 0.99, pieces: 0.98, parent: 0.99, title: 0.98, leads: 0.96, noise: 0.99 }),
    ("wrapped", Figures { docs: 0.96, entries: 0.99, pieces: 0.98, parent: 0.99, title: 0.98, leads: 0.95, noise: 0.99 }),
    ("spaced",  Figures { docs: 0.96, entries: 0.99, pieces: 0.98, parent: 0.99, title: 0.98, leads: 0.95, noise: 0.99 }),
    ("ocr",     Figures { docs: 0.93, entries: 0.98, pieces: 0.98, parent: 0.99, title: 0.98, leads: 0.95, noise: 0.99 }),
    ("glued",   Figures { docs: 0.93, entries: 0.98, pieces: 0.97, parent: 0.98, title: 0.95, leads: 0.00, noise: 0.98 }),
    ("paged",   Figures { docs: 0.93, entries: 0.98, pieces: 0.97, parent: 0.98, title: 0.95, leads: 0.00, noise: 0.98 }),
];

/// The same of damaged documents without a gold outline, against what is found in them as they are.
#[rustfmt::skip]
const LEAST_LIKE_CLEAN: [(&[Kind], Figures); 8] = [
    (&[Kind::Wrapped],             Figures { docs: 0.96, entries: 0.99, pieces: 0.97, parent: 0.98, title: 0.98, leads: 0.85, noise: 0.95 }),
    (&[Kind::Spaced],              Figures { docs: 0.97, entries: 0.99, pieces: 0.98, parent: 0.98, title: 0.98, leads: 0.95, noise: 0.95 }),
    (&[Kind::Ocr],                 Figures { docs: 0.97, entries: 0.99, pieces: 0.98, parent: 0.98, title: 0.98, leads: 0.95, noise: 0.95 }),
    (&[Kind::Glued],               Figures { docs: 0.90, entries: 0.98, pieces: 0.97, parent: 0.96, title: 0.89, leads: 0.00, noise: 0.90 }),
    (&[Kind::Paged],               Figures { docs: 0.89, entries: 0.98, pieces: 0.97, parent: 0.96, title: 0.89, leads: 0.00, noise: 0.95 }),
    (&[Kind::Ocr, Kind::Glued],    Figures { docs: 0.87, entries: 0.98, pieces: 0.97, parent: 0.95, title: 0.88, leads: 0.00, noise: 0.90 }),
    (&[Kind::Wrapped, Kind::Spaced], Figures { docs: 0.93, entries: 0.98, pieces: 0.97, parent: 0.96, title: 0.95, leads: 0.70, noise: 0.93 }),
    (&[Kind::Split],               Figures { docs: 0.80, entries: 0.98, pieces: 0.97, parent: 0.95, title: 0.95, leads: 0.90, noise: 0.90 }),
];

/// The document that the project began with.
const PREVIEW: (&str, Figures) = (
    "qianwan-preview",
    Figures { docs: 0.0, entries: 1.0, pieces: 1.0, parent: 1.0, title: 0.95, leads: 0.0, noise: 0.99 },
);

/// How much another seed of the damage may take away.
const SEED_MARGIN: f64 = 0.01;

const SEEDS: [u64; 2] = [1, 2];

fn documents(dev: &Path) -> Vec<(String, String, Gold)> {
    let entries = std::fs::read_dir(dev).unwrap();
    let mut golds: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
    golds.retain(|p| p.extension().is_some_and(|e| e == "gold"));
    golds.sort();
    let read = |path: PathBuf| {
        let source =
            ["txt", "md"].into_iter().find_map(|e| std::fs::read_to_string(path.with_extension(e)).ok()).unwrap();
        let outline = std::fs::read_to_string(&path).unwrap();
        let gold = Gold::read(&outline, &source).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        (path.file_stem().unwrap().to_string_lossy().into_owned(), source, gold)
    };
    golds.into_iter().map(read).collect()
}

fn compare(gold: &Gold, source: &str) -> Tally {
    Tally::of(gold, &Found::of(&gongwen::parse(source)), source)
}

/// What falls short of `least`, in words.
fn short_of(name: &str, found: &Figures, least: &Figures, margin: f64) -> Vec<String> {
    println!("{name:8} {found}");
    let pairs = found.each().into_iter().zip(least.each());
    let short = pairs.filter(|((_, found), (_, least))| *found < least - margin - 1e-9);
    short.map(|((figure, found), (_, least))| format!("{name}: {figure} {found:.4} is under {least:.2}")).collect()
}

#[test]
fn figures_hold() {
    let Some(dev) = fixtures::shared("corpus/dev") else { return };
    let documents = documents(&dev);
    assert!(documents.len() > 30, "only {} gold outlines", documents.len());
    let mut short = Vec::new();
    for (name, least) in LEAST {
        let kind = Kind::ALL.into_iter().find(|k| k.name() == name);
        let seeds: &[u64] = if kind.is_some() { &SEEDS } else { &[0] };
        for &seed in seeds {
            let mut total = Tally::default();
            for (document, source, gold) in &documents {
                match kind {
                    None => {
                        let tally = compare(gold, source);
                        if document == PREVIEW.0 {
                            short.extend(short_of(PREVIEW.0, &tally.figures(), &PREVIEW.1, 0.0));
                        }
                        total.add(&tally);
                    }
                    // what is dirty already is not damaged again
                    Some(kind) if !gold.is_dirty(source) => {
                        let damaged = damage(source, kind, seed);
                        total.add(&compare(&gold.moved(&damaged), &damaged.text));
                    }
                    Some(_) => {}
                }
            }
            short.extend(short_of(name, &total.figures(), &least, if kind.is_some() { SEED_MARGIN } else { 0.0 }));
        }
    }
    assert!(short.is_empty(), "\n{}", short.join("\n"));
}

#[test]
fn damage_changes_little() {
    let Some(more) = fixtures::shared("corpus/more") else { return };
    /// Longer ones only take time.
    const LONGEST: usize = 120_000;
    let folders = std::fs::read_dir(more).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()));
    let mut files: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    files.sort();
    let texts = files.iter().filter_map(|path| std::fs::read_to_string(path).ok()).filter(|t| t.len() < LONGEST);
    let found = texts.map(|text| (Gold::from(Found::of(&gongwen::parse(&text))), text));
    let documents: Vec<(Gold, String)> = found.filter(|(gold, text)| !gold.is_dirty(text)).collect();
    assert!(documents.len() > 100, "only {} documents", documents.len());
    let mut short = Vec::new();
    for (kinds, least) in LEAST_LIKE_CLEAN {
        let name = kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join("+");
        let mut total = Tally::default();
        for (gold, text) in &documents {
            let (mut gold, mut text) = (gold.clone(), text.clone());
            for &kind in kinds {
                let damaged = damage(&text, kind, 1);
                (gold, text) = (gold.moved(&damaged), damaged.text);
            }
            total.add(&compare(&gold, &text));
        }
        short.extend(short_of(&name, &total.figures(), &least, 0.0));
    }
    assert!(short.is_empty(), "\n{}", short.join("\n"));
}

#[test]
fn figures_of_score_py_hold() {
    let (Some(dev), Some(score)) = (fixtures::shared("corpus/dev"), fixtures::shared("score/score.py")) else { return };
    if Command::new("python3").arg("--version").output().is_err() {
        return println!("skipped: python3 is not here");
    }
    let outline = example::built("outline");
    let run = Command::new("python3")
        .arg(score)
        .arg(dev)
        .args(["--cmd", &format!("'{}' --format json {{}}", outline.display())])
        .args(["--damage", "paged,wrapped,glued,spaced,ocr", "--json"])
        .output()
        .unwrap();
    let (printed, complaints) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "score.py failed:\n{complaints}");
    let mut short = Vec::new();
    let rows: Vec<serde_json::Value> = printed.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    for (name, least) in LEAST {
        let row = rows.iter().find(|row| row["kind"] == name).unwrap_or_else(|| panic!("no {name} in {printed}"));
        let figure = |key: &str| row[key].as_f64().unwrap_or(0.0);
        short.extend(short_of(name, &Figures::from(figure), &least, 0.0));
    }
    assert!(short.is_empty(), "\n{}", short.join("\n"));
}

#[test]
fn a_gold_compared_with_itself_is_perfect_and_with_nothing_is_not() {
    let source = "通知\n一、要求\n一是快，二是好。\n- 1 -\n二、办法\n";
    let outline = "piece L1 | 通知\n  heading L2 | 一、要求\n    point L3 | 一是快…\n    point L3 | 二是好…\nnoise L4\n  heading L5 | 二、办法\n";
    let gold = Gold::read(outline, source).unwrap();
    let itself = Tally::of(&gold, &Found::from(&gold), source).figures();
    assert!(
        itself.entries == 1.0
            && itself.parent == 1.0
            && itself.title == 1.0
            && itself.docs == 1.0
            && itself.noise == 1.0
    );
    let nothing = Tally::of(&gold, &Found::default(), source).figures();
    assert!(nothing.entries == 0.0 && nothing.docs == 0.0 && nothing.noise == 0.0 && nothing.pieces == 0.0);
    let glued = damage(source, Kind::Glued, 0);
    let moved = gold.moved(&glued);
    let starts: Vec<char> = moved.entries.iter().map(|e| glued.text.chars().nth(e.start).unwrap()).collect();
    assert_eq!(starts, ['一', '一', '二', '二']);
}
