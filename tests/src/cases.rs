//! How many random cases a property takes.

use std::env;

use proptest::test_runner::Config;

/// Cases of every property in the nightly run.
const NIGHTLY: u32 = 100_000;

/// So many cases, or 100,000 where `HANDBOOK_NIGHTLY=1`. What fails is to become a vector, so no
/// seeds are kept.
#[must_use]
pub fn config(cases: u32) -> Config {
    let nightly = env::var("HANDBOOK_NIGHTLY").is_ok_and(|value| value == "1");
    Config {
        cases: if nightly { NIGHTLY } else { cases },
        failure_persistence: None,
        ..Config::default()
    }
}
