//! Bytes per second of each stage on inputs of four sizes, clean and damaged: `cargo bench --bench stages`.
//!
//! The stages that a caller can tell apart: `parse` (the whole tree), `views` (every title, mark,
//! text and element of it), `json`, and `tree` (its drawing).

mod writing;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use gongwen::Document;
use std::fmt;
use writing::Kind;

fn main() {
    divan::main();
}

#[derive(Clone, Copy)]
enum Size {
    Notice,
    Speech,
    Compilation,
    Corpus,
}

/// An input: its size, and the damage done to it.
#[derive(Clone, Copy)]
struct Input(Size, Option<Kind>);

const INPUTS: [Input; 9] = [
    Input(Size::Notice, None),
    Input(Size::Speech, None),
    Input(Size::Compilation, None),
    Input(Size::Corpus, None),
    Input(Size::Speech, Some(Kind::Paged)),
    Input(Size::Speech, Some(Kind::Wrapped)),
    Input(Size::Speech, Some(Kind::Glued)),
    Input(Size::Speech, Some(Kind::Spaced)),
    Input(Size::Compilation, Some(Kind::Ocr)),
];

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Size::Notice => "notice 4 KB",
            Size::Speech => "speech 20 KB",
            Size::Compilation => "compilation 200 KB",
            Size::Corpus => "corpus 16 MB",
        })?;
        self.1.map_or(Ok(()), |kind| write!(f, ", {}", kind.name()))
    }
}

impl Input {
    fn text(self) -> String {
        let clean = match self.0 {
            Size::Notice => writing::notice(),
            Size::Speech => writing::speech(),
            Size::Compilation => writing::compilation(),
            Size::Corpus => writing::corpus(16 << 20),
        };
        self.1.map_or(clean.clone(), |kind| writing::damaged(&clean, kind))
    }
}

#[divan::bench(args = INPUTS, min_time = 0.3, max_time = 2)]
fn parse(bencher: Bencher<'_, '_>, input: Input) {
    let text = input.text();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| gongwen::parse(black_box(&text)));
}

#[divan::bench(args = INPUTS, min_time = 0.3, max_time = 2)]
fn views(bencher: Bencher<'_, '_>, input: Input) {
    let text = input.text();
    let document = gongwen::parse(&text);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| look_at_all(black_box(&document)));
}

#[divan::bench(args = INPUTS, min_time = 0.3, max_time = 2)]
fn json(bencher: Bencher<'_, '_>, input: Input) {
    let text = input.text();
    let document = gongwen::parse(&text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| serde_json::to_string(black_box(&document)).map(|json| json.len()));
}

#[divan::bench(args = INPUTS, min_time = 0.3, max_time = 2)]
fn tree(bencher: Bencher<'_, '_>, input: Input) {
    let text = input.text();
    let document = gongwen::parse(&text);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| black_box(&document).to_string().len());
}

/// Asks for every value that the views give.
fn look_at_all(document: &Document<'_>) -> usize {
    let mut seen = 0;
    for piece in document.pieces() {
        seen += piece.title().map_or(0, |t| t.text().len()) + piece.text().len();
        seen += piece.elements().map(|e| e.text().len()).sum::<usize>();
    }
    for section in document.outline() {
        seen += section.title().map_or(0, |t| t.text().len()) + section.text().len();
        seen += section.mark().map_or(0, |m| m.text().len() + m.ordinal().unwrap_or(0) as usize);
    }
    seen + document.noise().map(|n| n.text().len()).sum::<usize>()
}
