//! Median milliseconds of parsing a file and writing all of it as JSON: `native-speed FILE RUNS`.

use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let text = std::fs::read_to_string(args.next().expect("FILE")).expect("readable UTF-8");
    let runs = args.next().and_then(|n| n.parse().ok()).expect("RUNS");
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let json = serde_json::to_vec(&gongwen::parse(&text)).expect("serialises");
            assert!(!json.is_empty());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{}", times[times.len() / 2]);
}
