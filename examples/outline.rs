//! TEMPORARY: prints the JSON of one file.
fn main() {
    let path = std::env::args().last().unwrap_or_default();
    let text = std::fs::read_to_string(path).unwrap();
    println!("{}", serde_json::to_string(&gongwen::parse(&text)).unwrap());
}
