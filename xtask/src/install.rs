//! Finds the tools the suites need and installs those that are missing, each after a check.

use std::env;
use std::env::consts;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::mobile;
use crate::suite::{Outcome, Stop, failed, missing};
use crate::workshop::{Log, Workshop};

/// The version of the `wasm-bindgen` crate in Cargo.toml: the two must be the same.
const WASM_BINDGEN: &str = "0.2.130";
/// The version of cargo-deny.
const CARGO_DENY: &str = "0.20.2";
/// The oldest Node the npm package supports.
const NODE: u32 = 20;

/// Which Rust compiler a step uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The one rust-toolchain.toml names, by rustup.
    Rustup,
    /// Debian's own, where rustup can download nothing.
    Debian,
}

impl Toolchain {
    /// Cargo of this toolchain.
    pub(crate) fn cargo(self, workshop: &Workshop) -> Command {
        match self {
            Toolchain::Rustup => workshop.command("cargo"),
            Toolchain::Debian => {
                let mut command = workshop.command("/usr/bin/cargo");
                command
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("CARGO_TARGET_DIR", workshop.target.join("debian"))
                    // Set by rustup's cargo when it started this program.
                    .env_remove("LD_LIBRARY_PATH")
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env("PATH", debian_path(workshop));
                command
            }
        }
    }
}

/// Debian's programs first, and last the folder in which rustup's compiler keeps `rust-lld`:
/// Debian has none, and the `wasm-ld` of its older LLVM does not answer to that name.
fn debian_path(workshop: &Workshop) -> String {
    let path = env::var("PATH").unwrap_or_default();
    let sysroot = printed(workshop.command("rustc").args(["--print", "sysroot"]));
    let linker = sysroot.map_or_else(String::new, |sysroot| {
        let host = format!("{}-unknown-linux-gnu", consts::ARCH);
        format!(":{sysroot}/lib/rustlib/{host}/bin")
    });
    format!("/usr/bin:{path}{linker}")
}

/// Everything at once, for `cargo xtask install`. Goes on past what cannot be had, and names it
/// at the end.
pub(crate) fn everything(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    type Step = fn(&Workshop, &mut Log) -> Outcome<()>;
    let steps: &[Step] = &[
        |workshop, log| rust_component(workshop, log, "rustfmt").map(drop),
        |workshop, log| rust_component(workshop, log, "clippy").map(drop),
        |workshop, log| wasm_toolchain(workshop, log).map(drop),
        |workshop, log| wasm_bindgen(workshop, log).map(drop),
        |workshop, log| cargo_deny(workshop, log).map(drop),
        |workshop, log| npm_packages(workshop, log, &workshop.root.join("bindings-wasm")),
        |workshop, log| {
            let requirements = workshop.root.join("tests/icalendar/requirements.txt");
            python_packages(workshop, log, "icalendar", &requirements).map(drop)
        },
        python,
        |workshop, log| chromium(workshop, log).map(drop),
        |workshop, log| mobile::ensure_kotlin(workshop, log).map(drop),
        |workshop, log| mobile::ensure_swift(workshop, log).map(drop),
    ];
    let mut lacking = Vec::new();
    for step in steps {
        match step(workshop, log) {
            Ok(()) => {}
            Err(Stop::Missing(why)) => lacking.push(why),
            Err(stop) => return Err(stop),
        }
    }
    if lacking.is_empty() {
        Ok(())
    } else {
        missing(lacking.join("; "))
    }
}

/// rustfmt or clippy: of the pinned toolchain, or Debian's.
pub(crate) fn rust_component(
    workshop: &Workshop,
    log: &mut Log,
    component: &str,
) -> Outcome<Toolchain> {
    let (program, package) = match component {
        "rustfmt" => ("rustfmt", "rustfmt-web"),
        _ => ("cargo-clippy", "rust-web-clippy"),
    };
    if works(workshop.command(program).arg("--version")) {
        return Ok(Toolchain::Rustup);
    }
    if workshop.may_install {
        log.announce(&format!("adding {component} with rustup"));
        let mut command = workshop.command("rustup");
        command.args(["component", "add", component]);
        if log.attempt(&mut command).is_ok_and(|ran| ran.succeeded) {
            return Ok(Toolchain::Rustup);
        }
    }
    let debian = Path::new("/usr/bin").join(program);
    if !debian.is_file() {
        debian_packages(workshop, log, &["rustc-web", "cargo-web", package])?;
    }
    log.note(format!(
        "took Debian's {component}, for rustup has none to give"
    ));
    Ok(Toolchain::Debian)
}

/// A compiler for wasm32-unknown-unknown: rustup's target, else Debian's compiler with the
/// standard library's source.
pub(crate) fn wasm_toolchain(workshop: &Workshop, log: &mut Log) -> Outcome<Toolchain> {
    let forced = env::var("HANDBOOK_WASM_FALLBACK").is_ok_and(|value| value == "1");
    if !forced {
        if has_wasm_target(workshop) {
            return Ok(Toolchain::Rustup);
        }
        if workshop.may_install {
            log.announce("adding the target wasm32-unknown-unknown with rustup");
            let mut command = workshop.command("rustup");
            command.args(["target", "add", "wasm32-unknown-unknown"]);
            if log.attempt(&mut command).is_ok_and(|ran| ran.succeeded) && has_wasm_target(workshop)
            {
                return Ok(Toolchain::Rustup);
            }
        }
    }
    let source = fs::read_dir("/usr/src").is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("rustc-"))
    });
    if !(source && Path::new("/usr/bin/rustc").is_file() && Path::new("/usr/bin/cargo").is_file()) {
        debian_packages(workshop, log, &["rustc-web", "cargo-web", "rust-web-src"])?;
    }
    Ok(Toolchain::Debian)
}

/// Whether the pinned toolchain has the standard library for wasm32-unknown-unknown.
fn has_wasm_target(workshop: &Workshop) -> bool {
    let mut command = workshop.command("rustc");
    command.args([
        "--print",
        "target-libdir",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    printed(&mut command).is_some_and(|directory| {
        fs::read_dir(directory).is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd"))
        })
    })
}

/// `wasm-bindgen` of exactly the crate's version.
pub(crate) fn wasm_bindgen(workshop: &Workshop, log: &mut Log) -> Outcome<PathBuf> {
    cargo_tool(
        workshop,
        log,
        "wasm-bindgen-cli",
        "wasm-bindgen",
        WASM_BINDGEN,
    )
}

/// `cargo-deny`.
pub(crate) fn cargo_deny(workshop: &Workshop, log: &mut Log) -> Outcome<PathBuf> {
    cargo_tool(workshop, log, "cargo-deny", "cargo-deny", CARGO_DENY)
}

/// A program from crates.io in a folder of its own version, so that no other is disturbed.
fn cargo_tool(
    workshop: &Workshop,
    log: &mut Log,
    package: &str,
    program: &str,
    version: &str,
) -> Outcome<PathBuf> {
    let root = workshop.tools.join(format!("{package}-{version}"));
    let path = root.join("bin").join(program);
    if works(Command::new(&path).arg("--version")) {
        return Ok(path);
    }
    if !workshop.may_install {
        return missing(format!("{package} {version} is not installed"));
    }
    log.announce(&format!(
        "installing {package} {version}: a few minutes, once"
    ));
    // A registry may not have the very versions of the dependencies that the author locked:
    // then any that fit will do.
    for locked in [Some("--locked"), None] {
        let mut command = workshop.command("cargo");
        command
            .args(["install", package, "--version", &format!("={version}")])
            .args(locked)
            // Unoptimized it is built in half the time, and is quick enough.
            .args(["--debug", "--root"])
            .arg(&root)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // One folder for all tools: they share dependencies, and the repository's is left
            // alone.
            .env("CARGO_TARGET_DIR", workshop.tools.join("build"))
            .env_remove("RUSTFLAGS");
        if log.attempt(&mut command)?.succeeded {
            return Ok(path);
        }
    }
    missing(format!("cannot install {package} {version}"))
}

/// Node, new enough.
pub(crate) fn node(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    static FOUND: OnceLock<()> = OnceLock::new();
    if FOUND.get().is_some() {
        return Ok(());
    }
    let Some(version) = printed(workshop.command("node").arg("--version")) else {
        return missing(format!(
            "Node {NODE} or later is needed: `node` is not on the PATH"
        ));
    };
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|n| n.parse().ok());
    if major.is_none_or(|major: u32| major < NODE) {
        return missing(format!("Node {NODE} or later is needed: this is {version}"));
    }
    log.note(format!("Node {version}"));
    let _ = FOUND.set(());
    Ok(())
}

/// The npm packages that a folder's lock file names.
pub(crate) fn npm_packages(workshop: &Workshop, log: &mut Log, folder: &Path) -> Outcome<()> {
    node(workshop, log)?;
    let Ok(wanted) = fs::read(folder.join("package-lock.json")) else {
        return failed(format!("`{}` has no package-lock.json", folder.display()));
    };
    // npm writes nothing that tells which lock file it followed, so a copy does.
    let copy = folder.join("node_modules/.followed-lock.json");
    if fs::read(&copy).is_ok_and(|followed| followed == wanted) {
        return Ok(());
    }
    if !workshop.may_install {
        return missing(format!(
            "the npm packages of `{}` are not installed",
            folder.display()
        ));
    }
    log.announce(&format!(
        "installing the npm packages of {}",
        folder.display()
    ));
    let mut command = workshop.command("npm");
    command
        .current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund"]);
    if !log.attempt(&mut command)?.succeeded {
        return missing(format!(
            "cannot install the npm packages of `{}`",
            folder.display()
        ));
    }
    match fs::write(&copy, wanted) {
        Ok(()) => Ok(()),
        Err(error) => failed(format!("cannot write `{}`: {error}", copy.display())),
    }
}

/// Python 3, with what its standard library has: SQLite new enough for window functions.
pub(crate) fn python(workshop: &Workshop, log: &mut Log) -> Outcome<()> {
    const HAS: &str = "import sqlite3; assert sqlite3.sqlite_version_info >= (3, 28)";
    let works_now = || works(Command::new("python3").args(["-c", HAS]));
    if !works_now() {
        debian_packages(workshop, log, &["python3"])?;
    }
    if works_now() {
        Ok(())
    } else {
        missing("Python 3 with SQLite 3.28 or later is needed")
    }
}

/// The Python of a folder of its own among the tools, with the packages that a file names.
pub(crate) fn python_packages(
    workshop: &Workshop,
    log: &mut Log,
    name: &str,
    requirements: &Path,
) -> Outcome<PathBuf> {
    let Ok(wanted) = fs::read(requirements) else {
        return failed(format!("`{}` is not there", requirements.display()));
    };
    let folder = workshop.tools.join(format!("python-{name}"));
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    // Written last, so that a folder left half made is made anew.
    let copy = folder.join(".followed-requirements.txt");
    let there = fs::read(&copy).is_ok_and(|followed| followed == wanted);
    if there && works(Command::new(&python).arg("--version")) {
        return Ok(python);
    }
    if !workshop.may_install {
        return missing(format!(
            "the Python packages of `{}` are not installed",
            requirements.display()
        ));
    }
    log.announce(&format!("installing the Python packages for `{name}`"));
    // Debian has `venv` in a package of its own, and the module is there without it, half.
    if !works(Command::new("python3").args(["-c", "import ensurepip"])) {
        debian_packages(workshop, log, &["python3", "python3-venv"])?;
    }
    let mut environment = workshop.command("python3");
    environment.args(["-m", "venv", "--clear"]).arg(&folder);
    let mut packages = workshop.command(&python);
    packages
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(requirements);
    for command in [&mut environment, &mut packages] {
        if !log.attempt(command)?.succeeded {
            return missing(format!("cannot install the Python packages for `{name}`"));
        }
    }
    match fs::write(&copy, wanted) {
        Ok(()) => Ok(python),
        Err(error) => failed(format!("cannot write `{}`: {error}", copy.display())),
    }
}

/// A Chromium or Chrome that is installed, else Debian's.
pub(crate) fn chromium(workshop: &Workshop, log: &mut Log) -> Outcome<String> {
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    const APPLICATIONS: [&str; 2] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    let find = || {
        let named = env::var("CHROMIUM_PATH")
            .ok()
            .filter(|path| Path::new(path).is_file());
        named
            .or_else(|| NAMES.iter().find_map(|name| on_path(name)))
            .or_else(|| {
                APPLICATIONS
                    .iter()
                    .find(|path| Path::new(path).is_file())
                    .map(|&p| p.to_owned())
            })
    };
    if let Some(path) = find() {
        return Ok(path);
    }
    debian_packages(workshop, log, &["chromium"])?;
    match find() {
        Some(path) => Ok(path),
        None => missing("no Chromium was found, not even after installing one"),
    }
}

/// Installs packages with apt, as root on Debian.
pub(crate) fn debian_packages(
    workshop: &Workshop,
    log: &mut Log,
    packages: &[&str],
) -> Outcome<()> {
    static UPDATED: OnceLock<()> = OnceLock::new();
    let names = packages.join(" ");
    if !workshop.may_install {
        return missing(format!("not installed: {names}"));
    }
    let root = printed(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if on_path("apt-get").is_none() || !root {
        return missing(format!("install these yourself: {names}"));
    }
    log.announce(&format!("installing with apt: {names}"));
    if UPDATED.get().is_none() {
        // A failed update is told by the install after it.
        let _ = log.attempt(workshop.command("apt-get").args(["update", "-q"]));
        let _ = UPDATED.set(());
    }
    let mut command = workshop.command("apt-get");
    command
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    if log.attempt(&mut command)?.succeeded {
        Ok(())
    } else {
        missing(format!("apt cannot install {names}"))
    }
}

/// Where a program is on the PATH.
pub(crate) fn on_path(program: &str) -> Option<String> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|directory| directory.join(program))
        .find(|path| path.is_file())
        .map(|path| path.to_string_lossy().into_owned())
}

/// Whether a command can be run and succeeds.
pub(crate) fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// What a command prints, trimmed, if it succeeds.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
