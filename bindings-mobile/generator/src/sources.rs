//! The Kotlin and Swift sources, read from the built library.
//!
//! ```text
//! mobile-sources LIBRARY KOTLIN_DIRECTORY SWIFT_DIRECTORY
//! ```

#![allow(
    clippy::indexing_slicing,
    reason = "a program for developers stops at the first surprise"
)]

use std::error::Error;
use std::fs;
use std::path::Path;

use uniffi::{GenerateOptions, SwiftBindingsOptions, TargetLanguage};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, kotlin, swift] = arguments.as_slice() else {
        return Err("usage: mobile-sources LIBRARY KOTLIN_DIRECTORY SWIFT_DIRECTORY".into());
    };
    uniffi::generate(GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.as_str().into(),
        out_dir: kotlin.as_str().into(),
        ..GenerateOptions::default()
    })?;
    let source = Path::new(kotlin).join("handbook/handbook.kt");
    let text = with_sentences(&fs::read_to_string(&source)?)?;
    // Inside sealed classes UniFFI writes every name with the package, imported ones as well.
    let text = text
        .replace("handbook.LocalDate", "LocalDate")
        .replace("handbook.LocalTime", "LocalTime");
    fs::write(&source, text)?;

    uniffi::generate_swift_bindings(SwiftBindingsOptions {
        generate_swift_sources: true,
        generate_headers: true,
        generate_modulemap: false,
        source: library.as_str().into(),
        out_dir: swift.as_str().into(),
        xcframework: false,
        module_name: None,
        modulemap_filename: None,
        metadata_no_deps: false,
        link_frameworks: Vec::new(),
        config: None,
    })?;
    let source = Path::new(swift).join("HandbookKit.swift");
    fs::write(&source, with_swift_cases(&fs::read_to_string(&source)?)?)?;
    Ok(())
}

/// UniFFI makes an exception's `message` a list of its fields. Here it is the English sentence,
/// and `localizedMessage` the one in the user's language.
fn with_sentences(source: &str) -> Result<String, Box<dyn Error>> {
    let class = "sealed class HandbookException: kotlin.Exception() {";
    let start = source
        .find(class)
        .ok_or("the generated Kotlin has no HandbookException")?;
    let end = source[start..]
        .find("\n}\n")
        .map(|length| start + length)
        .ok_or("HandbookException has no end")?;
    let mut body = String::new();
    let mut sentences = 0;
    let mut lines = source[start..end].lines().peekable();
    while let Some(line) = lines.next() {
        let is_message = line.trim() == "override val message";
        if is_message
            && lines
                .peek()
                .is_some_and(|next| next.trim().starts_with("get() = \""))
        {
            lines.next();
            sentences += 1;
            body.push_str("        override val message: String\n");
            body.push_str("            get() = sentence(Language.EN)\n");
            continue;
        }
        body.push_str(line);
        body.push('\n');
        if line == class {
            body.push_str(
                "    override fun getLocalizedMessage(): String =\n        \
                 sentence(if (java.util.Locale.getDefault().language == \"vi\") Language.VI else Language.EN)\n\n",
            );
        }
    }
    let variants = source[start..end]
        .matches(") : HandbookException()")
        .count();
    if sentences == 0 || sentences != variants {
        return Err(format!("{sentences} of {variants} Kotlin exceptions got a sentence").into());
    }
    Ok(format!("{}{body}{}", &source[..start], &source[end + 1..]))
}

/// UniFFI gives the cases of an error capital letters, which no Swift enum has.
fn with_swift_cases(source: &str) -> Result<String, Box<dyn Error>> {
    let start = source
        .find("enum HandbookError: Swift.Error")
        .ok_or("the generated Swift has no HandbookError")?;
    let end = source[start..]
        .find("func FfiConverterTypeHandbookError_lift")
        .map(|length| start + length)
        .ok_or("HandbookError has no end")?;
    let mut body = source[start..end].to_owned();
    let cases: Vec<String> = body
        .lines()
        .filter_map(|line| line.trim().strip_prefix("case ")?.split_once('('))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect();
    if cases.is_empty() {
        return Err("HandbookError has no cases".into());
    }
    for case in cases {
        let lower = case[..1].to_lowercase() + &case[1..];
        body = body.replace(&format!("case {case}("), &format!("case {lower}("));
        body = body.replace(&format!(" .{case}("), &format!(" .{lower}("));
    }
    Ok(format!("{}{body}{}", &source[..start], &source[end..]))
}
