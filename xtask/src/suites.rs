//! Every suite, how it is run, and the table at the end.

use std::collections::BTreeMap;
use std::env::{self, consts};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::suite::{Outcome, Stop, SuiteCount, failed};
use crate::workshop::{Log, Workshop};
use crate::{install, mobile, wasm};

/// One suite: its name, what runs it, and what it checks.
struct Suite {
    name: &'static str,
    runtime: &'static str,
    about: &'static str,
    run: fn(&Workshop, &mut Log) -> Outcome<SuiteCount>,
}

/// In the order in which they run: quick checks first, then Rust, then each host.
const SUITES: &[Suite] = &[
    Suite {
        name: "fmt",
        runtime: "rustfmt",
        about: "the form of the Rust sources",
        run: fmt,
    },
    Suite {
        name: "clippy",
        runtime: "clippy",
        about: "lints, warnings denied",
        run: clippy,
    },
    Suite {
        name: "deny",
        runtime: "cargo-deny",
        about: "licences, bans and sources of the dependencies",
        run: deny,
    },
    Suite {
        name: "docs",
        runtime: "rustdoc",
        about: "the core's documentation",
        run: docs,
    },
    Suite {
        name: "unit",
        runtime: "Rust",
        about: "the core's own tests and the examples in its documentation, and this program's",
        run: unit,
    },
    Suite {
        name: "tests",
        runtime: "Rust",
        about: "properties, references and the conformance vectors",
        run: tests,
    },
    Suite {
        name: "examples",
        runtime: "Rust",
        about: "the sample district and the program that judges it",
        run: examples,
    },
    Suite {
        name: "wasm",
        runtime: "Node",
        about: "builds the npm package and holds it to its size",
        run: wasm_size,
    },
    Suite {
        name: "node",
        runtime: "Node",
        about: "the conformance vectors through the npm package",
        run: node,
    },
    Suite {
        name: "rejected",
        runtime: "Node",
        about: "200,000 rejected calls on one instance, then a good one",
        run: rejected,
    },
    Suite {
        name: "package",
        runtime: "Node",
        about: "the packed npm package, installed and used as its users do",
        run: package,
    },
    Suite {
        name: "icalendar",
        runtime: "Python, Node",
        about: "iCalendar feeds read back by icalendar, vobject and ical.js",
        run: icalendar,
    },
    Suite {
        name: "sql",
        runtime: "SQLite",
        about: "levels, caps and sums of random districts once more, in SQL",
        run: sql,
    },
    Suite {
        name: "chromium",
        runtime: "Chromium",
        about: "the conformance vectors in a browser",
        run: chromium,
    },
    Suite {
        name: "web",
        runtime: "Chromium",
        about: "the sample page, built and used",
        run: web,
    },
    Suite {
        name: "kotlin",
        runtime: "Kotlin/JVM",
        about: "the Kotlin package",
        run: mobile::kotlin_test,
    },
    Suite {
        name: "swift",
        runtime: "Swift",
        about: "the Swift package",
        run: mobile::swift_test,
    },
];

/// Which suites to run.
pub(crate) enum Selection {
    /// All of them.
    Every,
    /// Those with these names.
    Named(Vec<String>),
}

impl Selection {
    /// Reads names separated by commas.
    pub(crate) fn named(names: &str) -> Outcome<Selection> {
        let names: Vec<String> = names
            .split(',')
            .map(|name| name.trim().to_owned())
            .collect();
        for name in &names {
            if !SUITES.iter().any(|suite| suite.name == name) {
                return failed(format!(
                    "no suite is called `{name}`; see `cargo xtask test --list`"
                ));
            }
        }
        Ok(Selection::Named(names))
    }

    fn holds(&self, name: &str) -> bool {
        match self {
            Selection::Every => true,
            Selection::Named(names) => names.iter().any(|wanted| wanted == name),
        }
    }
}

/// Prints the suites.
pub(crate) fn list() {
    for suite in SUITES {
        println!("{:<10} {:<11} {}", suite.name, suite.runtime, suite.about);
    }
}

/// What came of a suite.
struct Line {
    name: &'static str,
    runtime: &'static str,
    count: SuiteCount,
    word: &'static str,
    took: Duration,
}

/// Runs the suites and prints the table; the last line is the sum of all counts.
pub(crate) fn test(workshop: &Workshop, selection: &Selection) -> Outcome<ExitCode> {
    let began = Instant::now();
    let mut lines = Vec::new();
    for suite in SUITES.iter().filter(|suite| selection.holds(suite.name)) {
        println!("{}: {}", suite.name, suite.about);
        lines.push(run_one(workshop, suite)?);
    }

    println!();
    println!(
        "{:<10} {:<11} {:>7} {:>7} {:>8} {:>8}  result",
        "suite", "runtime", "passed", "failed", "skipped", "seconds"
    );
    for line in &lines {
        println!(
            "{:<10} {:<11} {:>7} {:>7} {:>8} {:>8}  {}",
            line.name,
            line.runtime,
            line.count.passed,
            line.count.failed,
            line.count.skipped,
            line.took.as_secs(),
            line.word
        );
    }
    let total = lines
        .iter()
        .fold(SuiteCount::default(), |sum, line| sum.plus(line.count));
    println!("{} suites in {} s", lines.len(), began.elapsed().as_secs());
    println!("{total}");
    Ok(if total.failed == 0 && total.passed > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run_one(workshop: &Workshop, suite: &Suite) -> Outcome<Line> {
    let began = Instant::now();
    let mut log = workshop.log(suite.name)?;
    let ended = (suite.run)(workshop, &mut log);
    let (count, word) = match ended {
        Ok(count) if count.ran() == 0 => {
            println!("  no case ran: a suite that checks nothing counts as failed");
            (SuiteCount { failed: 1, ..count }, "FAILED")
        }
        Ok(count) if count.failed == 0 => (count, "ok"),
        Ok(count) => (count, "FAILED"),
        Err(Stop::Missing(why)) if !workshop.ci => {
            println!("  MISSING on this machine, so this suite did NOT run: {why}");
            (
                SuiteCount {
                    skipped: 1,
                    ..SuiteCount::default()
                },
                "MISSING",
            )
        }
        Err(stop) => {
            println!("  {stop}");
            (
                SuiteCount {
                    failed: 1,
                    ..SuiteCount::default()
                },
                "FAILED",
            )
        }
    };
    let took = began.elapsed();
    if word == "FAILED" {
        println!("  --- the end of {}", log.path().display());
        println!("{}", log.tail(60));
        println!("  ---");
    }
    for note in log.notes() {
        println!("  {note}");
    }
    println!("  {word}: {count} ({} s)", took.as_secs());
    Ok(Line {
        name: suite.name,
        runtime: suite.runtime,
        count,
        word,
        took,
    })
}

/// A runner that failed has at least one failure, whatever it counted.
fn settled(succeeded: bool, count: SuiteCount) -> SuiteCount {
    if succeeded {
        count
    } else {
        SuiteCount {
            failed: count.failed.max(1),
            ..count
        }
    }
}

fn fmt(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let toolchain = install::rust_component(workshop, log, "rustfmt")?;
    log.run(
        toolchain
            .cargo(workshop)
            .args(["fmt", "--all", "--check", "--", "--color", "never"]),
    )?;
    log.run(
        toolchain
            .cargo(workshop)
            .args(["fmt", "--check", "--manifest-path"])
            .arg("examples/national-scale/Cargo.toml"),
    )?;
    Ok(SuiteCount::ONE)
}

fn clippy(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let toolchain = install::rust_component(workshop, log, "clippy")?;
    let mut command = toolchain.cargo(workshop);
    command.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]);
    log.run(&mut command)?;
    Ok(SuiteCount::ONE)
}

fn deny(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let program = install::cargo_deny(workshop, log)?;
    let mut count = SuiteCount::default();
    // The national example is a workspace of its own, with what it allows beside it.
    for manifest in ["Cargo.toml", "examples/national-scale/Cargo.toml"] {
        for check in ["licenses", "bans", "sources"] {
            let mut command = workshop.command(&program);
            command.args(["--color", "never", "--locked", "--manifest-path", manifest]);
            let ran = log.attempt(command.args(["check", check]))?;
            count = count.plus(settled(ran.succeeded, SuiteCount::ONE));
        }
    }
    Ok(count)
}

fn docs(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let mut command = workshop.command("cargo");
    command.args(["doc", "-p", "handbook", "--no-deps", "--locked"]);
    log.run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(SuiteCount::ONE)
}

fn unit(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    harness(workshop, log, &["-p", "handbook", "-p", "xtask"])
}

fn tests(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    harness(workshop, log, &["-p", "handbook-tests"])
}

/// Whether the run may take hours: every property then takes 100,000 random cases.
fn is_nightly() -> bool {
    env::var("HANDBOOK_NIGHTLY").is_ok_and(|value| value == "1")
}

fn examples(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    harness(workshop, log, &["-p", "handbook-examples"])
}

/// Runs `cargo test` and adds up what the harness counted, together with every line
/// `conformance RUNTIME: N passed, M failed` that a test printed.
fn harness(workshop: &Workshop, log: &mut Log, packages: &[&str]) -> Outcome<SuiteCount> {
    let mut command = workshop.command("cargo");
    command
        .args(["test", "--locked", "--no-fail-fast"])
        .args(packages);
    if is_nightly() {
        // Faster by ten times, with the same checks of overflow.
        command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "2");
    }
    let ran = log.attempt(&mut command)?;
    keep_measures(log, &ran.text);
    let Some(count) = SuiteCount::from_libtest(&ran.text) else {
        return failed("no test was run");
    };
    let vectors = ran
        .text
        .lines()
        .filter(|line| line.starts_with("conformance "))
        .filter_map(SuiteCount::from_line)
        .fold(SuiteCount::default(), SuiteCount::plus);
    Ok(settled(ran.succeeded, count.plus(vectors)))
}

fn wasm_size(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    wasm::build(workshop, log)?;
    script(
        workshop,
        log,
        "bindings-wasm/tests/size.mjs",
        &BTreeMap::new(),
    )
}

fn node(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    wasm::build(workshop, log)?;
    script(
        workshop,
        log,
        "bindings-wasm/tests/conformance.mjs",
        &BTreeMap::new(),
    )
}

fn rejected(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    wasm::build(workshop, log)?;
    script(
        workshop,
        log,
        "bindings-wasm/tests/rejected-calls.mjs",
        &BTreeMap::new(),
    )
}

fn package(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    wasm::build(workshop, log)?;
    script(
        workshop,
        log,
        "bindings-wasm/tests/package.mjs",
        &BTreeMap::new(),
    )
}

/// Writes feeds, and reads them with parsers that others wrote.
fn icalendar(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let python = install::python_packages(
        workshop,
        log,
        "icalendar",
        &workshop.root.join("tests/icalendar/requirements.txt"),
    )?;
    install::npm_packages(workshop, log, &workshop.root.join("bindings-wasm"))?;
    let feeds = workshop.target.join("icalendar-feeds");
    let mut write = workshop.command("cargo");
    write.args(["run", "--locked", "-q", "-p", "handbook-tests"]);
    log.run(write.args(["--bin", "icalendar-feeds"]).arg(&feeds))?;
    let readers = [
        (python, "tests/icalendar/read_back.py"),
        (PathBuf::from("node"), "bindings-wasm/tests/icalendar.mjs"),
    ];
    let mut count = SuiteCount::default();
    for (program, script) in readers {
        let ran = log.attempt(workshop.command(program).arg(script).arg(&feeds))?;
        count = count.plus(counted(log, ran.succeeded, &ran.text)?);
    }
    Ok(count)
}

/// Random districts and the vectors of caps judged again by SQLite, through Python's own module.
fn sql(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    install::python(workshop, log)?;
    let mut build = workshop.command("cargo");
    build.args(["build", "--locked", "-q", "-p", "handbook-tests"]);
    log.run(build.args(["--bin", "sql-districts"]))?;
    let program = format!("debug/sql-districts{}", consts::EXE_SUFFIX);
    let mut opinion = workshop.command("python3");
    opinion
        .arg("tests/sql/third_opinion.py")
        .arg(workshop.target.join(program))
        .arg("tests/vectors/cap.json");
    let ran = log.attempt(&mut opinion)?;
    counted(log, ran.succeeded, &ran.text)
}

/// Measures bulk judging in the npm package beside a loop by hand and TypeScript.
pub(crate) fn wasm_bench(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    wasm::build(workshop, log)?;
    let work = workshop.target.join("wasm-bench");
    let by_hand = wasm::loop_by_hand(workshop, log, &work)?;
    let mut bench = workshop.command("node");
    bench.arg("bindings-wasm/bench/levels.mjs").arg(by_hand);
    let ran = log.attempt(bench.arg(work))?;
    keep_measures(log, &ran.text);
    if ran.succeeded {
        Ok(())
    } else {
        failed("the package could not be measured, or answers otherwise")
    }
}

/// Measures bulk judging beside data engines and a rules engine.
pub(crate) fn engines(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    let python = install::python_packages(
        workshop,
        log,
        "engines",
        &workshop.root.join("tests/benches/engines.txt"),
    )?;
    let mut bench = workshop.command("cargo");
    bench
        .args(["bench", "--locked", "-p", "handbook-tests"])
        .args(["--features", "engines", "--bench", "evaluation"])
        .env("HANDBOOK_ENGINES_PYTHON", python);
    let ran = log.attempt(&mut bench)?;
    keep_measures(log, &ran.text);
    if ran.succeeded {
        Ok(())
    } else {
        failed("the engines could not be measured, or answer otherwise")
    }
}

fn chromium(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let browser = install::chromium(workshop, log)?;
    wasm::build(workshop, log)?;
    let environment = BTreeMap::from([("CHROMIUM_PATH", browser)]);
    script(
        workshop,
        log,
        "bindings-wasm/tests/browser.mjs",
        &environment,
    )
}

fn web(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let page = workshop.root.join("examples/web-handbook");
    if !page.join("package.json").is_file() {
        return failed("examples/web-handbook is not there");
    }
    let browser = install::chromium(workshop, log)?;
    wasm::build(workshop, log)?;
    install::npm_packages(workshop, log, &page)?;
    // Its own test builds the page first.
    let mut command = workshop.command("npm");
    command
        .current_dir(&page)
        .args(["test", "--silent"])
        .env("CHROMIUM_PATH", browser);
    let ran = log.attempt(&mut command)?;
    counted(log, ran.succeeded, &ran.text)
}

/// Runs a script with Node; its last line is its count.
fn script(
    workshop: &Workshop,
    log: &mut Log,
    path: &str,
    environment: &BTreeMap<&str, String>,
) -> Outcome<SuiteCount> {
    if !workshop.root.join(path).is_file() {
        return failed(format!("the runner `{path}` is not there"));
    }
    install::node(workshop, log)?;
    let ran = log.attempt(workshop.command("node").arg(path).envs(environment))?;
    counted(log, ran.succeeded, &ran.text)
}

/// The count a runner closed with.
pub(crate) fn counted(log: &mut Log, succeeded: bool, text: &str) -> Outcome<SuiteCount> {
    keep_measures(log, text);
    match SuiteCount::from_closing_line(text) {
        Some(count) => Ok(settled(succeeded, count)),
        None => failed("the runner's last line is not `N passed, M failed`"),
    }
}

/// Shows the lines in which a runner tells what it measured, and an aim it does not reach.
pub(crate) fn keep_measures(log: &mut Log, text: &str) {
    const SHOWN: [&str; 2] = ["measured", "aim not reached"];
    for line in text.lines().map(str::trim) {
        if SHOWN.iter().any(|start| line.starts_with(start)) {
            log.note(line);
        }
    }
}
