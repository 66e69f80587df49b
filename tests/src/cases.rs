//! How many random cases a property takes, and what several take.

use std::env;

use handbook::evaluation::TaskCounts;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Cases of every property in the nightly run.
const NIGHTLY: u32 = 100_000;

/// So many cases, or 100,000 where `HANDBOOK_NIGHTLY=1`. What fails is to become a vector, so no
/// seeds are kept.
#[must_use]
pub fn config(cases: u32) -> Config {
    let nightly = env::var("HANDBOOK_NIGHTLY").is_ok_and(|value| value == "1");
    let cases = if nightly { NIGHTLY } else { cases };
    Config {
        cases,
        max_global_rejects: cases.max(256) * 4,
        max_local_rejects: cases.max(256) * 256,
        failure_persistence: None,
        ..Config::default()
    }
}

prop_compose! {
    /// Fewer tasks than `limit`; nothing undone, late or beyond is as likely as any number of each.
    pub fn any_tasks(limit: u32)(
        total in 1..limit,
        undone in prop_oneof![Just(0_u32), any::<u32>()],
        late in prop_oneof![Just(0_u32), any::<u32>()],
        poor in prop_oneof![Just(0_u32), any::<u32>()],
        beyond in any::<u32>(),
    ) -> TaskCounts {
        let done = total - undone % (total + 1);
        let late = late % (done + 1);
        let on_time = done - late - poor % (done - late + 1);
        TaskCounts { total, done, on_time, beyond: beyond % (done + 1), late }
    }
}
