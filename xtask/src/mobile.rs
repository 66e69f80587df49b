//! Kotlin and Swift: their tools, the native library, the generated sources, their suites.

use crate::suite::{Outcome, SuiteCount, failed};
use crate::workshop::{Log, Workshop};

/// Builds the native library that the mobile packages link.
pub(crate) fn native(_workshop: &Workshop, _log: &mut Log) -> Outcome<()> {
    failed("bindings-mobile has no native library yet")
}

/// Finds or installs a JDK and Maven.
pub(crate) fn ensure_kotlin(_workshop: &Workshop, _log: &mut Log) -> Outcome<()> {
    failed("bindings-mobile/kotlin is not there yet")
}

/// Finds or installs Swift.
pub(crate) fn ensure_swift(_workshop: &Workshop, _log: &mut Log) -> Outcome<()> {
    failed("bindings-mobile/swift is not there yet")
}

/// Runs the Kotlin suite on the JVM.
pub(crate) fn kotlin_test(_workshop: &Workshop, _log: &mut Log) -> Outcome<SuiteCount> {
    failed("bindings-mobile/kotlin is not there yet")
}

/// Runs the Swift suite.
pub(crate) fn swift_test(_workshop: &Workshop, _log: &mut Log) -> Outcome<SuiteCount> {
    failed("bindings-mobile/swift is not there yet")
}
