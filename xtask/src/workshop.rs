//! Where the work is done (the workshop) and what it prints meanwhile (the log of a suite).

use std::env;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::suite::{Outcome, Stop, failed};

/// A command that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(25 * 60);

/// The repository, the place of the tools, and what may be done to this machine.
#[derive(Debug, Clone)]
pub(crate) struct Workshop {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
    /// Where tools that belong to no repository are kept: `HANDBOOK_TOOLS`, or
    /// `~/.cache/handbook-tools`.
    pub(crate) tools: PathBuf,
    /// Whether what is missing may be installed.
    pub(crate) may_install: bool,
    /// Whether this is a CI run, where a missing platform is a failure.
    pub(crate) ci: bool,
}

impl Workshop {
    /// Finds the repository this program was built from.
    pub(crate) fn find() -> Outcome<Workshop> {
        let Some(root) = Path::new(env!("CARGO_MANIFEST_DIR")).parent() else {
            return failed("this program was not built inside the repository");
        };
        if !root.join("Cargo.toml").is_file() {
            return failed(format!(
                "the repository is no longer at `{}`",
                root.display()
            ));
        }
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(directory) => root.join(directory),
            None => root.join("target"),
        };
        let tools = match (env::var_os("HANDBOOK_TOOLS"), env::var_os("HOME")) {
            (Some(directory), _) => root.join(directory),
            (None, Some(home)) => Path::new(&home).join(".cache/handbook-tools"),
            (None, None) => target.join("handbook-tools"),
        };
        let ci = env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        Ok(Workshop {
            root: root.to_path_buf(),
            target,
            tools,
            may_install: true,
            ci,
        })
    }

    /// A command that starts in the repository's root.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// Opens the log of a suite, `target/xtask/NAME.log`, empty.
    pub(crate) fn log(&self, name: &str) -> Outcome<Log> {
        let directory = self.target.join("xtask");
        let path = directory.join(format!("{name}.log"));
        // Appending, so that what a child leaves running cannot write over later lines.
        let opened = fs::create_dir_all(&directory).and_then(|()| {
            let _ = fs::remove_file(&path);
            File::options()
                .create(true)
                .append(true)
                .read(true)
                .open(&path)
        });
        match opened {
            Ok(file) => Ok(Log {
                file,
                path,
                notes: Vec::new(),
            }),
            Err(error) => failed(format!("cannot write `{}`: {error}", path.display())),
        }
    }
}

/// What a suite's commands print, kept in a file, and the few lines worth showing.
#[derive(Debug)]
pub(crate) struct Log {
    file: File,
    path: PathBuf,
    notes: Vec<String>,
}

/// A command that ended.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Whether it ended with success.
    pub(crate) succeeded: bool,
    /// Everything it printed.
    pub(crate) text: String,
}

impl Log {
    /// Where the log is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps a line to be shown when the suite ends: which way was taken, what was measured.
    pub(crate) fn note(&mut self, line: impl Into<String>) {
        let line = line.into();
        self.write(&format!("{line}\n"));
        if !self.notes.contains(&line) {
            self.notes.push(line);
        }
    }

    /// The lines kept.
    pub(crate) fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Says on the screen at once what will take a while.
    pub(crate) fn announce(&mut self, line: &str) {
        println!("  {line}");
        self.write(&format!("{line}\n"));
    }

    /// Runs a command into the log; one that does not succeed is a failure.
    pub(crate) fn run(&mut self, command: &mut Command) -> Outcome<String> {
        let ran = self.attempt(command)?;
        if ran.succeeded {
            Ok(ran.text)
        } else {
            failed(format!("failed: {}", shown(command)))
        }
    }

    /// Runs a command into the log and tells how it ended. A program that cannot be started is
    /// a missing one.
    pub(crate) fn attempt(&mut self, command: &mut Command) -> Outcome<Ran> {
        let line = shown(command);
        self.write(&format!("$ {line}\n"));
        let broken = |error| Stop::Failed(format!("cannot keep the log: {error}"));
        let start = self.file.seek(SeekFrom::End(0)).map_err(broken)?;
        let out = self.file.try_clone().map_err(broken)?;
        let err = self.file.try_clone().map_err(broken)?;
        let spawned = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
        let mut child = match spawned {
            Ok(child) => child,
            Err(error) => return Err(Stop::Missing(format!("cannot start `{line}`: {error}"))),
        };
        let began = Instant::now();
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if began.elapsed() > PATIENCE => {
                    let ended = child.kill().and_then(|()| child.wait());
                    self.write(&format!(
                        "stopped after {} minutes\n",
                        PATIENCE.as_secs() / 60
                    ));
                    return failed(match ended {
                        Ok(_) => format!("did not end in time: {line}"),
                        Err(error) => format!("did not end in time: {line} ({error})"),
                    });
                }
                Ok(None) => thread::sleep(Duration::from_millis(20)),
                Err(error) => return failed(format!("lost sight of `{line}`: {error}")),
            }
        };
        let mut bytes = Vec::new();
        self.file
            .seek(SeekFrom::Start(start))
            .and_then(|_| self.file.read_to_end(&mut bytes))
            .map_err(broken)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Ran {
            succeeded: status.success(),
            text,
        })
    }

    /// The last lines of the log.
    pub(crate) fn tail(&self, lines: usize) -> String {
        let bytes = fs::read(&self.path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let mut kept: Vec<&str> = text.lines().rev().take(lines).collect();
        kept.reverse();
        kept.join("\n")
    }

    fn write(&mut self, text: &str) {
        // A log that cannot be written must not stop the work it describes.
        let _ = self.file.write_all(text.as_bytes());
    }
}

/// A command as a person would type it, shortened.
fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    if line.chars().count() > 200 {
        line = line.chars().take(200).collect();
        line.push('…');
    }
    line
}
