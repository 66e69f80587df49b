//! The one door to every check, build and install of this repository: `cargo xtask help`.

mod install;
mod likeness;
mod mobile;
mod suite;
mod suites;
mod wasm;
mod workshop;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use suite::{Outcome, failed};
use suites::Selection;
use workshop::{Log, Workshop};

const HELP: &str = "\
cargo xtask test [--only SUITE[,SUITE]] [--list] [--no-install]
                     installs what is missing and runs every suite, or those named
cargo xtask wasm     builds the npm package into bindings-wasm/pkg
cargo xtask native   builds the native library and sources of the mobile packages
cargo xtask mirror   writes bindings-mobile/src/mirror.rs anew after a change of the core's types
cargo xtask wasm-bench
                     measures bulk judging in WebAssembly beside a loop by hand and TypeScript
cargo xtask engines  installs Polars, DuckDB and a rules engine, and measures bulk judging beside
                     them
cargo xtask install  installs what the suites need, and nothing more
cargo xtask national-scale [--members N] [--partitions N] [--seed N] [--data DIR] [--keep]
                     the levels of 5.4 million synthetic members by DataFusion, byte for byte
                     those of one process; compiles DataFusion, which takes minutes
cargo xtask help     prints this

HANDBOOK_TOOLS           where tools are kept (default: ~/.cache/handbook-tools)
HANDBOOK_WASM_FALLBACK=1 builds WebAssembly with Debian's compiler, as if rustup had no target
CI=true                  makes a missing platform a failure instead of a skipped suite";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(stop) => {
            eprintln!("error: {stop}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome<ExitCode> {
    let mut workshop = Workshop::find()?;
    let (task, options) = match arguments.split_first() {
        Some((task, options)) => (task.as_str(), options),
        None => ("help", arguments),
    };
    match task {
        "test" => {
            let mut selection = Selection::Every;
            let mut options = options.iter().map(String::as_str);
            while let Some(option) = options.next() {
                match option {
                    "--list" => {
                        suites::list();
                        return Ok(ExitCode::SUCCESS);
                    }
                    "--no-install" => workshop.may_install = false,
                    "--only" => match options.next() {
                        Some(names) => selection = Selection::named(names)?,
                        None => return failed("`--only` needs the name of a suite"),
                    },
                    other => match other.strip_prefix("--only=") {
                        Some(names) => selection = Selection::named(names)?,
                        None => return failed(format!("unknown option `{other}`\n{HELP}")),
                    },
                }
            }
            suites::test(&workshop, &selection)
        }
        "wasm" => single(&workshop, options, "wasm-build", wasm::build),
        "native" => single(&workshop, options, "native", mobile::native),
        "mirror" => single(&workshop, options, "mirror", mobile::mirror),
        "wasm-bench" => single(&workshop, options, "wasm-bench", suites::wasm_bench),
        "engines" => single(&workshop, options, "engines", suites::engines),
        "install" => single(&workshop, options, "install", install::everything),
        "national-scale" => national_scale(&workshop, options),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => failed(format!("unknown task `{other}`\n{HELP}")),
    }
}

/// Builds and runs the example that is no member of the workspace, in the same target directory.
fn national_scale(workshop: &Workshop, options: &[String]) -> Outcome<ExitCode> {
    let mut command = workshop.command("cargo");
    command
        .args(["run", "--release", "--locked", "--manifest-path"])
        .arg(workshop.root.join("examples/national-scale/Cargo.toml"))
        .arg("--target-dir")
        .arg(&workshop.target)
        .arg("--")
        .args(options);
    match command.status() {
        Ok(status) if status.success() => Ok(ExitCode::SUCCESS),
        Ok(_) => failed("the example failed, or its runs differ"),
        Err(error) => failed(format!("cannot start cargo: {error}")),
    }
}

/// Runs one step outside the suites and prints what it noted.
fn single(
    workshop: &Workshop,
    options: &[String],
    name: &str,
    step: impl Fn(&Workshop, &mut Log) -> Outcome<()>,
) -> Outcome<ExitCode> {
    if let Some(option) = options.first() {
        return failed(format!("unknown option `{option}`\n{HELP}"));
    }
    let began = Instant::now();
    let mut log = workshop.log(name)?;
    let ended = step(workshop, &mut log);
    for note in log.notes() {
        println!("  {note}");
    }
    match ended {
        Ok(()) => {
            println!("{name}: done in {} s", began.elapsed().as_secs());
            Ok(ExitCode::SUCCESS)
        }
        Err(stop) => {
            println!("{}", log.tail(60));
            failed(format!("{stop} (log: {})", log.path().display()))
        }
    }
}
