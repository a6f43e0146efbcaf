//! `parse` takes a handful of allocations per document, not one per node, and little memory.

mod damage;
mod fixtures;

use allocation_counter::{AllocationInfo, measure};
use damage::{Kind, damage};

/// Allocations of one parse, and more for each doubling of the vectors that grow with the text; for a
/// compilation, some for each piece. The goal is 48.
const ALLOCATIONS: u64 = 100;

/// More allocations that 64 times the text may take: of vectors that double.
const GROWTH: u64 = 32;

/// Peak memory of one parse beside the source, in lengths of the source.
const PEAK: u64 = 3;

/// Small tables that a parse sets up whatever the text.
const FIXED: u64 = 128 * 1024;

fn of(source: &str) -> AllocationInfo {
    // what is built once for all documents is not a document's cost
    drop(gongwen::parse(source));
    measure(|| drop(std::hint::black_box(gongwen::parse(source))))
}

/// All fixtures of the corpus after one another, `times` times.
fn long(times: usize) -> String {
    let texts: Vec<String> = fixtures::corpus().into_iter().map(|t| t.source).collect();
    texts.join("\n\n").repeat(times)
}

#[test]
fn a_handful_of_allocations_for_a_document() {
    for text in fixtures::corpus() {
        let count = of(&text.source).count_total;
        println!("{:12} {count:3} allocations", text.name);
        assert!(count <= ALLOCATIONS, "{}: {count} allocations, {ALLOCATIONS} allowed", text.name);
    }
}

#[test]
fn allocations_do_not_grow_with_the_text() {
    // one document, so that nothing but its length grows
    let document = |sections: usize| {
        let section = "一、总体要求\n（一）加强领导。各地要成立专班，一是明确责任；二是落实经费。\n1.按月调度。\n";
        format!("关于加强领导的通知\n{}", section.repeat(sections))
    };
    let count = |sections| of(&document(sections)).count_total;
    let (small, large) = (count(64), count(64 * 64));
    println!("{small} allocations for 64 sections, {large} for 4096");
    assert!(large <= small + GROWTH, "{small} allocations became {large}");
}

#[test]
fn peak_memory_is_a_few_times_the_source() {
    let clean = long(40);
    for (name, source) in [
        ("clean", clean.clone()),
        ("paged", damage(&clean, Kind::Paged, 1).text),
        ("glued", damage(&clean, Kind::Glued, 1).text),
        ("wrapped", damage(&clean, Kind::Wrapped, 1).text),
        ("spaced", damage(&clean, Kind::Spaced, 1).text),
    ] {
        let (info, length) = (of(&source), source.len() as u64);
        println!("{name:8} {:.2} × {length} bytes", info.bytes_max as f64 / length as f64);
        let allowed = PEAK * length + FIXED;
        assert!(info.bytes_max <= allowed, "{name}: a peak of {} bytes for {length}", info.bytes_max);
    }
}

#[test]
fn nothing_is_kept_after_a_document_is_dropped() {
    let source = long(1);
    assert_eq!(of(&source).bytes_current, 0);
}
