//! The examples as programs, built on demand: `cargo test` alone builds some of them only as tests.

use std::path::PathBuf;
use std::process::Command;

/// The program of an example; cargo says where it stands, whatever the target directory.
pub fn built(name: &str) -> PathBuf {
    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--example", name, "--message-format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let printed = String::from_utf8(build.stdout).expect("cargo prints UTF-8");
    let messages = printed.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut programs = messages.filter(|message| message["target"]["name"] == name);
    programs.find_map(|message| message["executable"].as_str().map(PathBuf::from)).expect("cargo names the program")
}
