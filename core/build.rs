//! Packs the rule book that the library ships: the same bytes from the same file.

#[path = "src/rulebook/packed.rs"]
mod packed;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=rules/vietnam.json");
    println!("cargo::rerun-if-changed=src/rulebook/packed.rs");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let text = fs::read("rules/vietnam.json")?;
    fs::write(Path::new(&out).join("vietnam.packed"), packed::pack(&text))
}
