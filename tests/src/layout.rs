//! One stable layout of the vector files: a line per key of a case or step.

use serde_json::{Value, json};

use crate::{Scenario, Step, Topic};

type Line = (&'static str, Option<Value>);

fn lines(indent: &str, lines: &[Line]) -> String {
    let lines: Vec<String> = lines
        .iter()
        .filter_map(|(key, value)| {
            value
                .as_ref()
                .map(|value| format!("{indent}{}: {value}", json!(key)))
        })
        .collect();
    lines.join(",\n")
}

fn blocks(blocks: impl Iterator<Item = Vec<Line>>) -> String {
    let blocks: Vec<String> = blocks
        .map(|block| format!("  {{\n{}\n  }}", lines("   ", &block)))
        .collect();
    blocks.join(",\n")
}

/// The text of a file of cases.
#[must_use]
pub fn topic_text(topic: &Topic) -> String {
    let cases = blocks(topic.cases.iter().map(|case| {
        vec![
            ("name", Some(json!(case.name))),
            ("rules", Some(json!(case.rules))),
            ("source", Some(json!(case.source))),
            ("on", Some(json!(case.on))),
            ("overlay", case.overlay.clone()),
            ("door", Some(json!(case.door))),
            ("input", case.input.clone()),
            (
                "inputText",
                case.input_text.as_ref().map(|text| json!(text)),
            ),
            ("expect", Some(case.expect.clone())),
            ("answer", case.answer.clone()),
            ("error", case.error.clone()),
        ]
    }));
    format!(
        "{{\n \"topic\": {},\n \"cases\": [\n{cases}\n ]\n}}\n",
        json!(topic.topic)
    )
}

/// The text of a scenario's file.
#[must_use]
pub fn scenario_text(scenario: &Scenario) -> String {
    let head = lines(
        " ",
        &[
            ("name", Some(json!(scenario.name))),
            ("rules", Some(json!(scenario.rules))),
            ("source", Some(json!(scenario.source))),
            ("overlay", scenario.overlay.clone()),
        ],
    );
    let steps = blocks(scenario.steps.iter().map(step_lines));
    format!("{{\n{head},\n \"steps\": [\n{steps}\n ]\n}}\n")
}

fn step_lines(step: &Step) -> Vec<Line> {
    let text = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    vec![
        ("command", step.command.clone()),
        ("recordedOn", text(&step.recorded_on)),
        ("ask", step.ask.clone()),
        ("on", text(&step.on)),
        ("knownOn", text(&step.known_on)),
        ("replay", step.replay.map(|replay| json!(replay))),
        ("expect", step.expect.clone()),
        ("outcome", step.outcome.clone()),
        ("answer", step.answer.clone()),
        ("error", step.error.clone()),
    ]
}
