//! gongwen beside other libraries, in one process, on the same text.
//!
//!     cargo run --release --manifest-path benches/peers/Cargo.toml [-- --json] [-- FILE]
//!
//! Each row is the median of nine runs or more, the programs taking turns, so that what slows the
//! machine for a while slows all of them. None of the others does the same work; they are here
//! as measures of what a pass over the text costs.

#[path = "../../every_view/mod.rs"]
mod every_view;
#[path = "../../writing/mod.rs"]
mod writing;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use regex::Regex;
use std::hint::black_box;
use std::time::{Duration, Instant};
use text_splitter::TextSplitter;
use unicode_segmentation::UnicodeSegmentation;

const MEDIAN_OF: usize = 9;

/// A program: its name, and what it does with the text (a number, so that nothing is left out).
struct Peer<'t> {
    name: &'static str,
    run: Box<dyn Fn() -> usize + 't>,
    times: Vec<Duration>,
}

fn peers<'t>(text: &'t str, small: &'t str) -> Vec<Peer<'t>> {
    let mut peers = Vec::new();
    let mut add = |name, run: Box<dyn Fn() -> usize + 't>| peers.push(Peer { name, run, times: Vec::new() });
    add("gongwen parse", Box::new(move || gongwen::parse(text).heap_size()));
    add("gongwen full", Box::new(move || every_view::read(text)));
    add("gongwen parse, 20 KB speeches", Box::new(move || {
        (0..text.len() / small.len()).map(|_| gongwen::parse(black_box(small)).heap_size()).sum()
    }));
    add("from_utf8", Box::new(move || std::str::from_utf8(text.as_bytes()).map_or(0, str::len)));
    add("simdutf8", Box::new(move || simdutf8::basic::from_utf8(text.as_bytes()).map_or(0, str::len)));
    add("memchr", Box::new(move || memchr::memchr_iter(b'\n', text.as_bytes()).count()));
    add("pulldown-cmark", Box::new(move || pulldown_cmark::Parser::new(text).count()));
    add("comrak", Box::new(move || {
        let arena = comrak::Arena::new();
        comrak::parse_document(&arena, text, &comrak::Options::default()).children().count()
    }));
    add("jotdown", Box::new(move || jotdown::Parser::new(text).count()));
    add("text-splitter", Box::new(move || TextSplitter::new(2000).chunks(text).count()));
    add("unicode sentences", Box::new(move || text.split_sentence_bounds().count()));
    add("icu sentences", Box::new(move || {
        SentenceSegmenter::new(SentenceBreakInvariantOptions::default()).segment_str(text).count()
    }));
    let marks = "(?m)^[ \u{3000}]*(第[一二三四五六七八九十百零0-9]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]+[.．、])";
    let marks = Regex::new(marks).unwrap();
    add("regex of marks", Box::new(move || marks.find_iter(text).count()));
    peers
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.iter().find(|a| !a.starts_with("--"));
    let text = match file.map(std::fs::read_to_string) {
        Some(Ok(text)) => text,
        Some(Err(error)) => {
            eprintln!("{}: {error}", file.map_or("", String::as_str));
            std::process::exit(1);
        }
        None => writing::corpus(16 << 20),
    };
    let small = writing::speech();
    let small_bytes = text.len() / small.len() * small.len();
    let mut peers = peers(&text, &small);
    for round in 0..=MEDIAN_OF {
        for peer in &mut peers {
            let start = Instant::now();
            black_box((peer.run)());
            let took = start.elapsed();
            // the first round warms up
            if round > 0 {
                peer.times.push(took);
            }
        }
    }
    let speed = |peer: &Peer<'_>| {
        let mut times = peer.times.clone();
        times.sort_unstable();
        let bytes = if peer.name.contains("20 KB") { small_bytes } else { text.len() };
        bytes as f64 / 1e6 / times[times.len() / 2].as_secs_f64()
    };
    if arguments.iter().any(|a| a == "--json") {
        let row = |peer: &Peer<'_>| (peer.name.to_string(), (speed(peer) * 10.0).round() / 10.0);
        let table: serde_json::Map<_, _> = peers.iter().map(row).map(|(name, speed)| (name, speed.into())).collect();
        println!("{}", serde_json::Value::Object(table));
        return;
    }
    println!("{} bytes, median of {MEDIAN_OF}; gongwen parse is so many times as fast\n", text.len());
    println!("{:30} {:>8} {:>8}", "", "MB/s", "ratio");
    let parse = speed(&peers[0]);
    for peer in &peers {
        println!("{:30} {:8.0} {:8.2}", peer.name, speed(peer), parse / speed(peer));
    }
}
