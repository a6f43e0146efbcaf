//! The crate as Rust runs it, for the tests to compare the package with.
//!
//!     native json FILE           the public JSON with the typed views
//!     native time FILE RUNS      median milliseconds of parsing and writing that JSON
//!     native time-bare FILE RUNS the same without the views

use gongwen::Options;
use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let command = args.next().expect("a command");
    let text = std::fs::read_to_string(args.next().expect("FILE")).expect("readable UTF-8");
    let options = Options::new().with_views(command != "time-bare");
    let json = || serde_json::to_string(&options.parse(&text)).expect("serialises");
    if command == "json" {
        return println!("{}", json());
    }
    let runs = args.next().and_then(|n| n.parse().ok()).expect("RUNS");
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            assert!(!json().is_empty());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{}", times[times.len() / 2]);
}
