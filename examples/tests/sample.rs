//! The committed sample is what its generator writes.

#![allow(clippy::panic, reason = "a failing test may panic")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_generator_writes_the_committed_bytes() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/yen-mo-2023");
    let written = Path::new(env!("CARGO_TARGET_TMPDIR")).join("yen-mo-2023");
    let status = Command::new(env!("CARGO_BIN_EXE_generate-yen-mo"))
        .arg(&written)
        .status();
    assert!(status.is_ok_and(|status| status.success()));
    for table in [
        "organizations",
        "posts",
        "members",
        "meetings",
        "attendance",
        "targets",
        "ratings",
        "adoption",
        "projects",
    ] {
        let bytes = |folder: &Path| {
            let path = folder.join(format!("{table}.csv"));
            std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        // Not `assert_eq`: nobody reads two megabytes of difference.
        assert!(bytes(&committed) == bytes(&written), "{table}.csv differs");
    }
}

#[test]
fn the_generator_says_where_it_cannot_write() {
    let output = Command::new(env!("CARGO_BIN_EXE_generate-yen-mo"))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output();
    let Ok(output) = output else {
        panic!("the generator runs")
    };
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to"));
}
