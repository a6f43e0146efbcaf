//! The crate as Rust runs it, for the tests to compare the package with.
//!
//!     native json FILE           the public JSON with the typed views
//!     native time FILE RUNS      the fastest of so many times that it is parsed and written as that JSON, in milliseconds
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
    let runs: u32 = args.next().and_then(|n| n.parse().ok()).expect("RUNS");
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        assert!(!json().is_empty());
        start.elapsed().as_secs_f64() * 1e3
    });
    println!("{}", times.fold(f64::INFINITY, f64::min));
}
