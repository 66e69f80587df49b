//! Runs every vector and scenario and prints how many passed. Not a libtest: the last line is
//! read by whoever counts the cases of each runtime.

use std::process::ExitCode;

use handbook_tests::{Scenario, Topic, Trouble, json_files, vectors_folder};

fn main() -> ExitCode {
    match run() {
        Ok((passed, failed)) => {
            println!("conformance rust: {passed} passed, {failed} failed");
            if failed == 0 && passed > 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(trouble) => {
            println!("{trouble}");
            println!("conformance rust: 0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(usize, usize), Trouble> {
    let folder = vectors_folder();
    let (mut passed, mut failed) = (0, 0);
    let mut count = |name: &str, result: Result<(), String>| match result {
        Ok(()) => passed += 1,
        Err(words) => {
            failed += 1;
            println!("FAILED {name}: {words}");
        }
    };
    for (path, text) in json_files(&folder)? {
        let topic: Topic = serde_json::from_str(&text)
            .map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
        for case in &topic.cases {
            count(&format!("{}: {}", topic.topic, case.name), case.run());
        }
    }
    for (path, text) in json_files(&folder.join("record"))? {
        let scenario: Scenario = serde_json::from_str(&text)
            .map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
        match scenario.run() {
            Ok(steps) => steps
                .into_iter()
                .for_each(|step| count(&scenario.name, step)),
            Err(words) => count(&scenario.name, Err(words)),
        }
    }
    Ok((passed, failed))
}
