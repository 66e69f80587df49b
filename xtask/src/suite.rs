//! What a suite hands back: how many cases ran, or why none could.

use std::fmt;

/// How many cases of a suite passed, failed, or were skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SuiteCount {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl SuiteCount {
    /// A suite that is one check, and it held.
    pub(crate) const ONE: SuiteCount = SuiteCount {
        passed: 1,
        failed: 0,
        skipped: 0,
    };

    /// The counts of both together.
    #[must_use]
    pub(crate) fn plus(self, other: SuiteCount) -> SuiteCount {
        SuiteCount {
            passed: self.passed.saturating_add(other.passed),
            failed: self.failed.saturating_add(other.failed),
            skipped: self.skipped.saturating_add(other.skipped),
        }
    }

    /// How many cases ran, whatever came of them.
    pub(crate) fn ran(self) -> u32 {
        self.passed.saturating_add(self.failed)
    }

    /// Reads the last line that is not empty as `N passed, M failed`, optionally followed by
    /// `, K skipped` and preceded by a label and a colon. `None` when it says something else.
    pub(crate) fn from_closing_line(text: &str) -> Option<SuiteCount> {
        let line = text
            .lines()
            .rev()
            .map(str::trim)
            .find(|line| !line.is_empty())?;
        SuiteCount::from_line(line)
    }

    /// Reads one line of the closing form.
    pub(crate) fn from_line(line: &str) -> Option<SuiteCount> {
        let counts = line.rsplit_once(": ").map_or(line, |(_, counts)| counts);
        let mut parts = counts.trim().split(", ");
        let passed = numbered(parts.next()?, "passed")?;
        let failed = numbered(parts.next()?, "failed")?;
        let skipped = match parts.next() {
            Some(part) => numbered(part, "skipped")?,
            None => 0,
        };
        parts.next().is_none().then_some(SuiteCount {
            passed,
            failed,
            skipped,
        })
    }

    /// Adds up every `test result:` line that Rust's test harness printed.
    /// `None` when there is no such line.
    pub(crate) fn from_libtest(text: &str) -> Option<SuiteCount> {
        text.lines()
            .filter_map(|line| line.trim().strip_prefix("test result: "))
            .filter_map(|line| line.split_once(". "))
            .filter_map(|(_, counts)| {
                let mut parts = counts.split("; ");
                Some(SuiteCount {
                    passed: numbered(parts.next()?, "passed")?,
                    failed: numbered(parts.next()?, "failed")?,
                    skipped: numbered(parts.next()?, "ignored")?,
                })
            })
            .reduce(SuiteCount::plus)
    }
}

/// The number in `12 passed`, if the word is the expected one.
fn numbered(part: &str, word: &str) -> Option<u32> {
    let (number, rest) = part.trim().split_once(' ')?;
    (rest == word).then(|| number.parse().ok()).flatten()
}

impl fmt::Display for SuiteCount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(out, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// Why a suite has no count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Something of ours is broken.
    Failed(String),
    /// This machine lacks the platform and it could not be installed.
    Missing(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Failed(why) | Stop::Missing(why) => out.write_str(why),
        }
    }
}

/// What every step of this program returns.
pub(crate) type Outcome<T> = Result<T, Stop>;

/// Short for a failure with a sentence.
pub(crate) fn failed<T>(why: impl Into<String>) -> Outcome<T> {
    Err(Stop::Failed(why.into()))
}

/// Short for a platform that is not there.
pub(crate) fn missing<T>(why: impl Into<String>) -> Outcome<T> {
    Err(Stop::Missing(why.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u32, failed: u32, skipped: u32) -> SuiteCount {
        SuiteCount {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn closing_lines_are_read_with_and_without_a_label() {
        let read = SuiteCount::from_closing_line;
        assert_eq!(
            read("noise\n12 passed, 0 failed\n\n"),
            Some(count(12, 0, 0))
        );
        assert_eq!(
            read("node: 7 passed, 2 failed, 1 skipped"),
            Some(count(7, 2, 1))
        );
        assert_eq!(read("12 passed, 0 failed\nthen a crash"), None);
        assert_eq!(read("12 passed"), None);
        assert_eq!(read("12 passed, 0 failed, 0 skipped, 4 more"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn every_result_line_of_the_harness_counts() {
        let text = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
            test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(SuiteCount::from_libtest(text), Some(count(5, 4, 1)));
        assert_eq!(SuiteCount::from_libtest("error: could not compile"), None);
    }
}
