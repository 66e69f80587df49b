//! Builds the npm package: compile, bind, shrink, assemble.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::install::{self, Toolchain};
use crate::likeness;
use crate::suite::{Outcome, Stop, failed, missing};
use crate::workshop::{Log, Workshop};

const TARGET: &str = "wasm32-unknown-unknown";

/// What rustc's output may use, all of it in every browser since 2022 and in Node 20.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds `bindings-wasm/pkg`, once in this run: later callers get the first outcome.
pub(crate) fn build(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    static FIRST: OnceLock<Outcome<()>> = OnceLock::new();
    if let Some(outcome) = FIRST.get() {
        return outcome.clone();
    }
    let outcome = assemble(workshop, log);
    let retold = match &outcome {
        Err(Stop::Failed(_)) => failed("the npm package could not be built"),
        other => other.clone(),
    };
    let _ = FIRST.set(retold);
    outcome
}

fn assemble(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    let leaf = workshop.root.join("bindings-wasm");
    let written = leaf.join("npm");
    if !written.join("package.json").is_file() {
        return failed("bindings-wasm/npm has no package.json");
    }
    install::npm_packages(workshop, log, &leaf)?;
    let toolchain = install::wasm_toolchain(workshop, log)?;
    let wasm_bindgen = install::wasm_bindgen(workshop, log)?;

    let module = compile(workshop, log, toolchain)?;
    let stage = workshop.target.join("npm-stage");
    emptied(&stage)?;
    let mut bind = workshop.command(&wasm_bindgen);
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "handbook_wasm",
        "--out-dir",
    ]);
    log.run(bind.arg(&stage).arg(&module))?;
    let bound = stage.join("handbook_wasm_bg.wasm");
    let shrunk = stage.join("handbook_wasm_bg.opt.wasm");
    let optimizer = leaf.join("node_modules/binaryen/bin/wasm-opt");
    let mut shrink = workshop.command("node");
    shrink
        .arg(&optimizer)
        // A large function put into its only caller saves hardly a byte and compresses worse: with
        // the default, which puts every one there, brotli sends a tenth more.
        .args([
            "-Oz",
            "--one-caller-inline-max-function-size=20",
            "--converge",
        ])
        // Rust puts nothing below the stack's end, so that an offset never reaches there.
        .arg("--low-memory-unused")
        .args(FEATURES);
    log.run(shrink.arg(&bound).arg("-o").arg(&shrunk))?;
    let module = fs::read(&shrunk).ok();
    let Some(named) = module.and_then(|module| likeness::named(&module)) else {
        return failed("the shrunk module cannot be read");
    };
    told(fs::write(&shrunk, named), &shrunk)?;
    let mut sort = workshop.command("node");
    sort.arg(&optimizer)
        .arg("--reorder-functions-by-name")
        .args(FEATURES);
    log.run(sort.arg(&shrunk).arg("-o").arg(&bound))?;

    let package = leaf.join("pkg");
    emptied(&package)?;
    copied(&written, &package)?;
    for name in ["handbook_wasm.js", "handbook_wasm_bg.wasm"] {
        file(&stage.join(name), &package.join(name))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        file(&workshop.root.join(name), &package.join(name))?;
    }
    Ok(())
}

/// Compiles the crate and returns where the module is.
fn compile(workshop: &Workshop, log: &mut Log, toolchain: Toolchain) -> Outcome<PathBuf> {
    let mut cargo = toolchain.cargo(workshop);
    cargo.args([
        "build",
        "-p",
        "handbook-wasm",
        "--lib",
        "--profile",
        "wasm",
        "--locked",
    ]);
    cargo.args(["--target", TARGET]);
    // Panic messages name files: without the builder's folders they are shorter, and the same
    // on every machine.
    let home = env::var("CARGO_HOME")
        .ok()
        .or_else(|| env::var("HOME").ok().map(|home| format!("{home}/.cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=", workshop.root.display())];
    if let Some(home) = home {
        let registry = Path::new(&home).join("registry/src");
        for entry in fs::read_dir(&registry).into_iter().flatten().flatten() {
            flags.push(format!("--remap-path-prefix={}=", entry.path().display()));
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    let target = match toolchain {
        Toolchain::Rustup => {
            log.note("WebAssembly by rustup's wasm32-unknown-unknown");
            workshop.target.clone()
        }
        Toolchain::Debian => {
            log.note("WebAssembly by the fallback: Debian's compiler and standard library source");
            // Building the standard library is not stable; this compiler is asked to allow it.
            cargo
                .env("RUSTC_BOOTSTRAP", "1")
                .arg("-Zbuild-std=std,panic_abort");
            workshop.target.join("debian")
        }
    };
    log.run(&mut cargo)?;
    Ok(target.join(TARGET).join("wasm/handbook_wasm.wasm"))
}

/// Compiles the loop that the package is measured beside into a folder, for speed.
pub(crate) fn loop_by_hand(workshop: &Workshop, log: &mut Log, folder: &Path) -> Outcome<PathBuf> {
    if install::wasm_toolchain(workshop, log)? == Toolchain::Debian {
        return missing(format!("the loop by hand needs rustup's {TARGET}"));
    }
    told(fs::create_dir_all(folder), folder)?;
    let module = folder.join("loop.wasm");
    let mut rustc = workshop.command("rustc");
    rustc
        .args(["--edition", "2024", "--crate-type", "cdylib"])
        .args(["--target", TARGET, "-Copt-level=3", "-Clto"])
        .args(["-Ccodegen-units=1", "-Cpanic=abort", "-Cstrip=symbols"]);
    log.run(
        rustc
            .arg("bindings-wasm/bench/loop.rs")
            .arg("-o")
            .arg(&module),
    )?;
    Ok(module)
}

fn told<T>(done: std::io::Result<T>, path: &Path) -> Outcome<T> {
    done.map_err(|error| Stop::Failed(format!("cannot write `{}`: {error}", path.display())))
}

/// An empty folder in this place.
fn emptied(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        told(fs::remove_dir_all(folder), folder)?;
    }
    told(fs::create_dir_all(folder), folder)
}

/// The folder's files, and those of the folders in it.
fn copied(from: &Path, to: &Path) -> Outcome<()> {
    for entry in told(fs::read_dir(from), from)? {
        let entry = told(entry, from)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            told(fs::create_dir_all(&target), &target)?;
            copied(&entry.path(), &target)?;
        } else {
            file(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn file(from: &Path, to: &Path) -> Outcome<()> {
    fs::copy(from, to).map(drop).map_err(|error| {
        Stop::Failed(format!(
            "cannot copy `{}` to `{}`: {error}",
            from.display(),
            to.display()
        ))
    })
}
