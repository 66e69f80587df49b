//! Fills in the whole answers of `tests/vectors` and rewrites the files in one layout. A case
//! whose hand-written expectation does not hold is left as it is and named; then nothing of its
//! file is written.

use std::fs;
use std::process::ExitCode;

use handbook_tests::{
    Scenario, Topic, Trouble, json_files, scenario_text, topic_text, vectors_folder,
};

fn main() -> ExitCode {
    match record() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(refused) => {
            eprintln!("{refused} not as expected");
            ExitCode::FAILURE
        }
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn record() -> Result<usize, Trouble> {
    let folder = vectors_folder();
    let mut refused = 0;
    for (path, text) in json_files(&folder)? {
        let at = |error| Trouble::new(format!("{}: {error}", path.display()));
        let mut topic: Topic = serde_json::from_str(&text).map_err(at)?;
        let mut differences = 0;
        for case in &mut topic.cases {
            let found = case.ask();
            if let Err(difference) = case.check_expected(&found) {
                eprintln!("{}: {}: {difference}", topic.topic, case.name);
                differences += 1;
                continue;
            }
            match found {
                Ok(answer) => case.answer = Some(answer),
                Err(error) => case.error = Some(error),
            }
        }
        refused += differences;
        if differences == 0 {
            write(&path, &text, &topic_text(&topic))?;
        }
    }
    for (path, text) in json_files(&folder.join("record"))? {
        let at = |error: String| Trouble::new(format!("{}: {error}", path.display()));
        let mut scenario: Scenario =
            serde_json::from_str(&text).map_err(|error| at(error.to_string()))?;
        let results = scenario.play().map_err(at)?;
        let unexpected = scenario.unexpected(&results);
        for difference in &unexpected {
            eprintln!("{}: {difference}", scenario.name);
        }
        refused += unexpected.len();
        if !unexpected.is_empty() {
            continue;
        }
        for (step, result) in scenario.steps.iter_mut().zip(results) {
            match result {
                None => {}
                Some(Err(error)) => step.error = Some(error),
                Some(Ok(found)) if step.command.is_some() => step.outcome = Some(found),
                Some(Ok(found)) => step.answer = Some(found),
            }
        }
        write(&path, &text, &scenario_text(&scenario))?;
    }
    Ok(refused)
}

fn write(path: &std::path::Path, old: &str, new: &str) -> Result<(), Trouble> {
    if old == new {
        return Ok(());
    }
    println!("recorded {}", path.display());
    fs::write(path, new).map_err(|error| Trouble::new(format!("{}: {error}", path.display())))
}
