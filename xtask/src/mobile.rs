//! Kotlin and Swift: their tools, the native library, the generated sources, their suites.

use std::env::consts;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::install::{debian_packages, on_path, printed};
use crate::suite::{Outcome, SuiteCount, failed, missing};
use crate::suites::keep_measures;
use crate::workshop::{Log, Workshop};

/// The oldest Java the Kotlin module is compiled for.
const JAVA: u32 = 17;
/// The oldest Swift the package is written for.
const SWIFT: u32 = 6;
/// The Debian release whose Swift stands in where there is none, and what it needs.
const SWIFT_RELEASE: &str = "trixie";
const SWIFT_PACKAGES: [&str; 4] = ["swiftlang", "swiftlang-dev", "libstdc++-14-dev", "g++"];

/// Writes the mirror of the core's types that the mobile crate exports.
pub(crate) fn mirror(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    let programs = generators(workshop, log, "mirror")?;
    log.run(&mut workshop.command(programs.join("mobile-mirror")))
        .map(drop)
}

/// Builds the native library that the mobile packages link, and writes their generated sources.
pub(crate) fn native(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    // Both at once: with other features of `syn` everything would be compiled a second time.
    let programs = generators(workshop, log, "mirror,sources")?;
    log.run(
        workshop
            .command(programs.join("mobile-mirror"))
            .arg("--check"),
    )?;

    let mut build = workshop.command("cargo");
    build.args(["build", "--release", "--locked", "-p", "handbook-mobile"]);
    log.run(&mut build)?;
    let release = workshop.target.join("release");
    let shared = format!(
        "{}handbook_mobile{}",
        consts::DLL_PREFIX,
        consts::DLL_SUFFIX
    );
    let library = release.join(&shared);

    let kotlin = workshop.target.join("mobile/kotlin");
    let swift = workshop.target.join("mobile/swift");
    let mut generate = workshop.command(programs.join("mobile-sources"));
    log.run(generate.arg(&library).arg(&kotlin).arg(&swift))?;

    let main = workshop
        .root
        .join("bindings-mobile/kotlin/library/src/main");
    let package = workshop.root.join("bindings-mobile/swift");
    let archive = if cfg!(windows) {
        "handbook_mobile.lib"
    } else {
        "libhandbook_mobile.a"
    };
    let copies = [
        (
            kotlin.join("handbook/handbook.kt"),
            main.join("generated/handbook/handbook.kt"),
        ),
        (
            library,
            main.join("resources").join(jna_folder()?).join(&shared),
        ),
        (
            swift.join("HandbookKit.swift"),
            package.join("Sources/HandbookKit/HandbookKit.swift"),
        ),
        (
            swift.join("HandbookKitFFI.h"),
            package.join("Sources/HandbookKitFFI/include/HandbookKitFFI.h"),
        ),
    ];
    for (from, to) in copies {
        copy_if_changed(&from, &to)?;
    }
    // SwiftPM does not look at the archive: what it has linked would keep the old one.
    let built = package.join(".build");
    let changed = copy_if_changed(&release.join(archive), &package.join("lib").join(archive))?;
    if changed && built.exists() {
        fs::remove_dir_all(&built)
            .or_else(|error| failed(format!("cannot remove `{}`: {error}", built.display())))?;
    }
    Ok(())
}

/// Builds the programs of `bindings-mobile/generator` that the features name; the folder they are
/// in.
fn generators(workshop: &Workshop, log: &mut Log, features: &str) -> Outcome<PathBuf> {
    let mut build = workshop.command("cargo");
    build.args([
        "build",
        "--locked",
        "-p",
        "handbook-mobile-generator",
        "--features",
        features,
    ]);
    log.run(&mut build)?;
    Ok(workshop.target.join("debug"))
}

/// The folder in which JNA looks for the library of this machine.
fn jna_folder() -> Outcome<String> {
    let system = match consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        "linux" => "linux",
        other => return missing(format!("the Kotlin module is not prepared for {other}")),
    };
    let machine = if consts::ARCH == "x86_64" {
        "x86-64"
    } else {
        consts::ARCH
    };
    Ok(format!("{system}-{machine}"))
}

/// Copies a file unless the copy is there already: build tools look at the time of change. Says
/// whether it had to.
fn copy_if_changed(from: &Path, to: &Path) -> Outcome<bool> {
    let copied = || {
        let wanted = fs::read(from)?;
        if fs::read(to).is_ok_and(|present| present == wanted) {
            return Ok(false);
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(to, wanted).map(|()| true)
    };
    copied().or_else(|error: io::Error| {
        failed(format!(
            "cannot copy `{}` to `{}`: {error}",
            from.display(),
            to.display()
        ))
    })
}

/// Finds or installs a JDK and Maven.
pub(crate) fn ensure_kotlin(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    let java = || {
        // `javac 17.0.15`
        let version = printed(Command::new("javac").arg("-version"))?;
        first_number(&version)
    };
    let mut wanted = Vec::new();
    if java().is_none_or(|version| version < JAVA) {
        wanted.push("openjdk-17-jdk-headless");
    }
    if on_path("mvn").is_none() {
        wanted.push("maven");
    }
    if wanted.is_empty() {
        return Ok(());
    }
    debian_packages(workshop, log, &wanted)?;
    match java() {
        Some(version) if version >= JAVA && on_path("mvn").is_some() => Ok(()),
        _ => missing(format!(
            "a JDK of version {JAVA} or later and Maven are needed"
        )),
    }
}

/// Where Swift is.
enum Swift {
    /// On the PATH.
    Here,
    /// In a Debian system of its own, in this folder.
    Apart(PathBuf),
}

/// Finds or installs Swift.
pub(crate) fn ensure_swift(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    find_swift(workshop, log).map(drop)
}

fn find_swift(workshop: &Workshop, log: &mut Log) -> Outcome<Swift> {
    let here = printed(Command::new("swift").arg("--version"))
        .and_then(|text| first_number(text.split_once("Swift version")?.1));
    if here.is_some_and(|version| version >= SWIFT) {
        return Ok(Swift::Here);
    }
    let system = workshop.tools.join("swift");
    let complete = system.join("etc/handbook-swift-is-complete");
    if complete.is_file() {
        log.note(format!(
            "Swift of Debian {SWIFT_RELEASE}, kept in {}",
            system.display()
        ));
        return Ok(Swift::Apart(system));
    }
    let root = printed(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !workshop.may_install || !root || !Path::new("/etc/debian_version").is_file() {
        return missing(format!(
            "Swift {SWIFT} or later is needed: https://www.swift.org/install (on Debian, root \
             gets it installed)"
        ));
    }
    if on_path("debootstrap").is_none() {
        debian_packages(workshop, log, &["debootstrap"])?;
    }
    log.announce(&format!(
        "installing Swift into a Debian {SWIFT_RELEASE} of its own: about a minute, once, 3.3 GB"
    ));
    if system.exists() {
        // An installation that was interrupted. Nothing is mounted in it: see `apart`.
        if let Err(error) = fs::remove_dir_all(&system) {
            return failed(format!("cannot remove `{}`: {error}", system.display()));
        }
    }
    let mut bootstrap = workshop.command("debootstrap");
    bootstrap
        .args(["--variant=minbase", SWIFT_RELEASE])
        .arg(&system)
        .arg(debian_archive());
    let mut install = apart(workshop, &system, &workshop.root);
    install
        .args([
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-y",
            "-q",
        ])
        .arg("--no-install-recommends")
        .args(SWIFT_PACKAGES);
    let mut clean = apart(workshop, &system, &workshop.root);
    clean.args(["apt-get", "clean"]);
    for step in [&mut bootstrap, &mut install, &mut clean] {
        if !log.attempt(step)?.succeeded {
            return missing("Swift could not be installed from Debian's archive");
        }
    }
    if let Err(error) = fs::write(&complete, "") {
        return failed(format!("cannot write `{}`: {error}", complete.display()));
    }
    Ok(Swift::Apart(system))
}

/// The archive that apt already uses for Debian itself.
fn debian_archive() -> String {
    let format = "$(REPO_URI) $(ORIGIN) $(LABEL)";
    printed(Command::new("apt-get").args(["indextargets", "--format", format]))
        .and_then(|text| {
            text.lines()
                .find_map(|line| line.strip_suffix(" Debian Debian"))
                .map(str::to_owned)
        })
        .unwrap_or_else(|| "http://deb.debian.org/debian".to_owned())
}

/// A command inside the other system, started in `directory` of this one. The repository, `/proc`
/// and `/dev` are mounted in a name space of its own, so nothing stays mounted, however it ends.
fn apart(workshop: &Workshop, system: &Path, directory: &Path) -> Command {
    const SCRIPT: &str = "set -e; system=$1 root=$2 directory=$3; shift 3; \
        mount -t proc proc \"$system/proc\"; mount --rbind /dev \"$system/dev\"; \
        mkdir -p \"$system$root\"; mount --bind \"$root\" \"$system$root\"; \
        exec chroot \"$system\" sh -c 'cd \"$0\" && exec \"$@\"' \"$directory\" \"$@\"";
    let mut command = workshop.command("unshare");
    command
        .args([
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-c",
            SCRIPT,
            "sh",
        ])
        .arg(system)
        .arg(&workshop.root)
        .arg(directory)
        .env("HOME", "/root")
        .env("LC_ALL", "C.UTF-8");
    command
}

/// Runs the Kotlin suite on the JVM: the library's tests, and the sample's.
pub(crate) fn kotlin_test(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    ensure_kotlin(workshop, log)?;
    native(workshop, log)?;
    let mut maven = workshop.command("mvn");
    maven
        .current_dir(workshop.root.join("bindings-mobile/kotlin"))
        .args([
            "--batch-mode",
            "--no-transfer-progress",
            "-Dstyle.color=never",
            "verify",
        ]);
    let ran = log.attempt(&mut maven)?;
    keep_measures(log, &ran.text);
    let aligned = pages_of_16_kb(workshop, log)?;
    let count = ran
        .text
        .lines()
        .filter_map(surefire)
        .fold(SuiteCount::default(), SuiteCount::plus);
    Ok(at_least_one_failure_unless(ran.succeeded, count).plus(aligned))
}

/// Whether the library suits the pages of newer Android devices, where this machine can tell: the
/// linker is given the same option for Linux.
fn pages_of_16_kb(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    if consts::OS != "linux" || on_path("readelf").is_none() {
        return Ok(SuiteCount::default());
    }
    let mobile = workshop.root.join("bindings-mobile/kotlin");
    let mut check = workshop.command("bash");
    check
        .arg(mobile.join("android/check-alignment.sh"))
        .arg(workshop.target.join("release/libhandbook_mobile.so"));
    let ran = log.attempt(&mut check)?;
    Ok(at_least_one_failure_unless(
        ran.succeeded,
        SuiteCount {
            passed: u32::from(ran.succeeded),
            ..SuiteCount::default()
        },
    ))
}

/// `[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0`: the sum of one module. The lines of
/// single classes go on with the time.
fn surefire(line: &str) -> Option<SuiteCount> {
    let (_, counts) = line.split_once("Tests run: ")?;
    let mut numbers = counts.split(", ").map(|part| {
        part.rsplit_once(' ')
            .map_or(part, |(_, number)| number)
            .parse::<u32>()
            .ok()
    });
    let [run, failures, errors, skipped] = [
        numbers.next()??,
        numbers.next()??,
        numbers.next()??,
        numbers.next()??,
    ];
    let failed = failures.checked_add(errors)?;
    let passed = run.checked_sub(failed)?.checked_sub(skipped)?;
    numbers.next().is_none().then_some(SuiteCount {
        passed,
        failed,
        skipped,
    })
}

/// Runs the Swift suite: the package's tests, and the sample.
pub(crate) fn swift_test(workshop: &Workshop, log: &mut Log) -> Outcome<SuiteCount> {
    let swift = find_swift(workshop, log)?;
    native(workshop, log)?;
    let package = workshop.root.join("bindings-mobile/swift");
    let start = |arguments: &[&str]| {
        let mut command = match &swift {
            Swift::Here => {
                let mut command = workshop.command("swift");
                command.current_dir(&package);
                command
            }
            Swift::Apart(system) => {
                let mut command = apart(workshop, system, &package);
                command.arg("swift");
                command
            }
        };
        command.args(arguments);
        command
    };
    let ran = log.attempt(&mut start(&["test", "-Xswiftc", "-warnings-as-errors"]))?;
    keep_measures(log, &ran.text);
    let tests = ran.text.lines().rev().find_map(xctest).unwrap_or_default();
    let vectors = ran
        .text
        .lines()
        .filter(|line| line.starts_with("conformance "))
        .filter_map(SuiteCount::from_line)
        .fold(SuiteCount::default(), SuiteCount::plus);
    let count = at_least_one_failure_unless(ran.succeeded, tests.plus(vectors));

    let district = workshop.root.join("examples/data/yen-mo-2023");
    // Optimized, so that what it measures is what an app gets.
    let mut sample = start(&[
        "run",
        "-c",
        "release",
        "-Xswiftc",
        "-warnings-as-errors",
        "DistrictYear",
    ]);
    let ran = log.attempt(sample.arg(district).arg("en"))?;
    keep_measures(log, &ran.text);
    // The figure that everything comes together in; the tests compare the whole report.
    let shown = ran.text.contains("107.4");
    let sample = SuiteCount {
        passed: u32::from(shown),
        ..SuiteCount::default()
    };
    Ok(count.plus(at_least_one_failure_unless(ran.succeeded && shown, sample)))
}

/// `Executed 12 tests, with 1 test skipped and 0 failures (0 unexpected) in …`.
fn xctest(line: &str) -> Option<SuiteCount> {
    let (run, rest) = line.trim().strip_prefix("Executed ")?.split_once(" test")?;
    let run: u32 = run.parse().ok()?;
    let before = |words: &str| {
        let start = rest
            .split(words)
            .next()
            .filter(|start| start.len() < rest.len())?;
        start.rsplit(' ').next()?.parse::<u32>().ok()
    };
    let failed = before(" failure")?.min(run);
    let skipped = before(" test skipped")
        .or_else(|| before(" tests skipped"))
        .unwrap_or(0);
    Some(SuiteCount {
        passed: run.checked_sub(failed)?.checked_sub(skipped)?,
        failed,
        skipped,
    })
}

/// A run that failed has at least one failure, whatever it counted.
fn at_least_one_failure_unless(succeeded: bool, count: SuiteCount) -> SuiteCount {
    let failed = if succeeded {
        count.failed
    } else {
        count.failed.max(1)
    };
    SuiteCount { failed, ..count }
}

/// The first whole number in a text.
fn first_number(text: &str) -> Option<u32> {
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let digits = text.get(start..)?;
    let end = digits
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(digits.len());
    digits.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_a_module_count_and_lines_of_a_class_do_not() {
        let count = SuiteCount {
            passed: 9,
            failed: 2,
            skipped: 1,
        };
        let sum = "[WARNING] Tests run: 12, Failures: 1, Errors: 1, Skipped: 1";
        assert_eq!(surefire(sum), Some(count));
        let class = "[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s";
        assert_eq!(surefire(class), None);
        assert_eq!(surefire("[INFO] Building Handbook"), None);
    }

    #[test]
    fn the_closing_line_of_a_swift_suite_is_read() {
        let read = |line| xctest(line).map(|count| (count.passed, count.failed, count.skipped));
        let plain = "\t Executed 12 tests, with 0 failures (0 unexpected) in 0.003 (0.003) seconds";
        assert_eq!(read(plain), Some((12, 0, 0)));
        let one = "Executed 1 test, with 1 failure (1 unexpected) in 0.1 (0.1) seconds";
        assert_eq!(read(one), Some((0, 1, 0)));
        let skipped = "Executed 5 tests, with 2 tests skipped and 0 failures (0 unexpected) in 0.1";
        assert_eq!(read(skipped), Some((3, 0, 2)));
        assert_eq!(read("Test Suite 'All tests' passed"), None);
    }

    #[test]
    fn versions_are_read_from_what_programs_print() {
        assert_eq!(first_number("javac 17.0.15"), Some(17));
        assert_eq!(first_number(" 6.0.3 (swift-6.0.3-RELEASE)"), Some(6));
        assert_eq!(first_number("none"), None);
    }
}
