//! Fails where parsing has become slow: `cargo bench --bench guard`, a part of the tests.
//!
//! Machines differ and are busy, so a time means nothing by itself: parsing is set against std's
//! `from_utf8` of the same text, the best of many short runs of each in turn, for half a second at least, so that a moment
//! in which the machine is busy does not count. The limits are half as much again as what was measured, wide enough for
//! other machines and narrow enough for a pass that looks at everything twice.

mod writing;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use writing::Kind;

/// The fewest runs of each, in turn, and how long they take at least.
const ROUNDS: usize = 60;
const LEAST: Duration = Duration::from_millis(500);

fn main() -> ExitCode {
    let mut slow = false;
    for (name, text, limit) in [
        ("speech", writing::speech(), 27.0),
        ("compilation", writing::compilation(), 29.0),
        ("compilation, paged", writing::damaged(&writing::compilation(), Kind::Paged), 40.0),
        ("compilation, wrapped", writing::damaged(&writing::compilation(), Kind::Wrapped), 40.0),
    ] {
        let (mut parse, mut check) = (Duration::MAX, Duration::MAX);
        let (start, mut rounds) = (Instant::now(), 0);
        while rounds < ROUNDS || start.elapsed() < LEAST {
            rounds += 1;
            parse = parse.min(time(|| gongwen::parse(&text).heap_size()));
            check = check.min(time(|| std::str::from_utf8(text.as_bytes()).map_or(0, str::len)));
        }
        let ratio = parse.as_secs_f64() / check.as_secs_f64();
        let speed = text.len() as f64 / 1e6 / parse.as_secs_f64();
        println!("{name:24} {speed:6.0} MB/s, {ratio:5.1} times from_utf8, {limit} allowed");
        slow |= ratio > limit;
    }
    if slow {
        eprintln!("parsing has become slow");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn time(work: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}
