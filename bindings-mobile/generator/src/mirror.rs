//! The mirror of the core's types and doors, read from the core's own source.
//!
//! UniFFI wants a declaration of every type that crosses. Written by hand they would lose the
//! documentation; here they carry the first paragraph of it. The compiler still compares every
//! declaration with the type it mirrors.
//!
//! ```text
//! mobile-mirror          writes bindings-mobile/src/mirror.rs
//! mobile-mirror --check  fails when it is not what the core says
//! ```

#![allow(
    clippy::indexing_slicing,
    reason = "a program for developers stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, GenericArgument, Item, PathArguments, ReturnType, Token, Type};

/// Types that cross and that no door names.
const ROOTS: &[&str] = &[
    "AbsenceReason",
    "Answer",
    "CapTie",
    "CalendarFeed",
    "Command",
    "DistrictYear",
    "DistrictYearRequest",
    "Event",
    "InputCode",
    "Grade",
    "Instrument",
    "KindRule",
    "Language",
    "Outcome",
    "Overlay",
    "Question",
    "RecordAnswer",
    "RecordQuestion",
    "RuleBookProblem",
    "ScoreSheet",
    "TableFile",
    "TableProblem",
];

/// Types that cross under another name, by their path in the core.
const RENAMED: &[(&str, &str)] = &[];

/// Types of the leaf itself or of UniFFI.
const KNOWN: &[&str] = &[
    "String",
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "i8",
    "i16",
    "i32",
    "i64",
    "NaiveDate",
    "KindId",
    "MeetingId",
    "MemberId",
    "OrganizationId",
    "ParameterId",
    "ProjectId",
    "RuleId",
    "TargetId",
    "TaskId",
    "DocumentId",
    "ContributionId",
    "MatterId",
    "InspectionId",
    "TimeOfDay",
];

struct Field {
    docs: Vec<String>,
    name: Option<String>,
    ty: Type,
}

struct Variant {
    docs: Vec<String>,
    name: String,
    fields: Vec<Field>,
}

enum Shape {
    Record(Vec<Field>),
    Choice(Vec<Variant>),
}

struct Definition {
    name: String,
    path: String,
    room: String,
    file: usize,
    parameter: Option<String>,
    docs: Vec<String>,
    shape: Shape,
}

struct Door {
    name: String,
    path: String,
    file: usize,
    docs: Vec<String>,
    input: Type,
    value: Type,
}

#[derive(Default)]
struct Source {
    definitions: Vec<Definition>,
    doors: Vec<Door>,
    uses: Vec<String>,
    /// The functions that the core opens by name.
    listed: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => return Err(format!("`{other}` is not an option: --check").into()),
    };
    let leaf = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let core = leaf.join("../core/src");
    let mut source = Source::default();
    read_module(
        &core.join("lib.rs"),
        &core,
        "handbook",
        "handbook",
        &mut source,
    )?;
    let text = formatted(&emit(&source)?)?;
    let target = leaf.join("src/mirror.rs");
    if check {
        if fs::read_to_string(&target)? != text {
            return Err("bindings-mobile/src/mirror.rs is not what the core says; \
                        run `cargo xtask mirror`"
                .into());
        }
    } else {
        fs::write(&target, text)?;
    }
    Ok(())
}

fn read_module(
    file: &Path,
    directory: &Path,
    path: &str,
    room: &str,
    source: &mut Source,
) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let parsed = syn::parse_file(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    let index = source.uses.len();
    source.uses.push(String::new());
    for item in &parsed.items {
        match item {
            Item::Use(item) => {
                let words = item.to_token_stream().to_string();
                source.uses[index].push_str(&words);
                source.uses[index].push(';');
            }
            Item::Mod(item) if item.content.is_none() && !is_test(&item.attrs) => {
                let name = item.ident.to_string();
                let public = matches!(item.vis, syn::Visibility::Public(_));
                let inner_path = if public {
                    format!("{path}::{name}")
                } else {
                    path.to_owned()
                };
                let inner_room = if path == "handbook" {
                    name.as_str()
                } else {
                    room
                };
                let flat = directory.join(format!("{name}.rs"));
                let nested = directory.join(&name);
                let file = if flat.exists() {
                    flat
                } else {
                    nested.join("mod.rs")
                };
                read_module(&file, &nested, &inner_path, inner_room, source)?;
            }
            Item::Struct(item) if is_public(&item.vis) => source.definitions.push(Definition {
                name: item.ident.to_string(),
                path: path.to_owned(),
                room: room.to_owned(),
                file: index,
                parameter: type_parameter(&item.generics),
                docs: docs(&item.attrs),
                shape: Shape::Record(fields(&item.fields)),
            }),
            Item::Enum(item) if is_public(&item.vis) => source.definitions.push(Definition {
                name: item.ident.to_string(),
                path: path.to_owned(),
                room: room.to_owned(),
                file: index,
                parameter: None,
                docs: docs(&item.attrs),
                shape: Shape::Choice(
                    item.variants
                        .iter()
                        .map(|variant| Variant {
                            docs: docs(&variant.attrs),
                            name: variant.ident.to_string(),
                            fields: fields(&variant.fields),
                        })
                        .collect(),
                ),
            }),
            Item::Macro(item) if item.mac.path.is_ident("doors") => {
                let doors: Doors = item.mac.parse_body()?;
                let list = |name: &str, docs: &str, ty: fn(&DoorLine) -> Type| Definition {
                    name: name.to_owned(),
                    path: path.to_owned(),
                    room: room.to_owned(),
                    file: index,
                    parameter: None,
                    docs: vec![docs.to_owned()],
                    shape: Shape::Choice(
                        doors
                            .0
                            .iter()
                            .map(|door| Variant {
                                docs: door.docs.clone(),
                                name: door.variant.clone(),
                                fields: vec![Field {
                                    docs: Vec::new(),
                                    name: None,
                                    ty: ty(door),
                                }],
                            })
                            .collect(),
                    ),
                };
                let question = list("Question", "A question to one of the formulas.", |door| {
                    door.input.clone()
                });
                let answer = list(
                    "Answer",
                    "The answer to a `Question`, of the same name.",
                    |door| {
                        let value = &door.value;
                        syn::parse_quote!(Verdict<#value>)
                    },
                );
                source.definitions.push(question);
                source.definitions.push(answer);
                source
                    .listed
                    .extend(doors.0.into_iter().map(|door| door.function));
            }
            Item::Macro(item)
                if item.mac.path.is_ident("policies") || item.mac.path.is_ident("words") =>
            {
                // Another macro of that name: a type that is wanted from it will be missed.
                let Ok(policies) = item.mac.parse_body::<Policies>() else {
                    continue;
                };
                for policy in policies.0 {
                    source.definitions.push(Definition {
                        name: policy.name,
                        path: path.to_owned(),
                        room: room.to_owned(),
                        file: index,
                        parameter: None,
                        docs: policy.docs,
                        shape: Shape::Choice(policy.variants),
                    });
                }
            }
            Item::Fn(item) if is_public(&item.vis) => {
                if let Some(door) = door(item, path, index) {
                    source.doors.push(door);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg"))
}

fn type_parameter(generics: &syn::Generics) -> Option<String> {
    generics
        .type_params()
        .next()
        .map(|parameter| parameter.ident.to_string())
}

fn fields(fields: &Fields) -> Vec<Field> {
    fields
        .iter()
        .map(|field| Field {
            docs: docs(&field.attrs),
            name: field.ident.as_ref().map(ToString::to_string),
            ty: field.ty.clone(),
        })
        .collect()
}

/// The documentation up to its first heading or example, links turned into plain words.
fn docs(attributes: &[Attribute]) -> Vec<String> {
    let mut lines = Vec::new();
    for attribute in attributes {
        let syn::Meta::NameValue(meta) = &attribute.meta else {
            continue;
        };
        let syn::Expr::Lit(literal) = &meta.value else {
            continue;
        };
        let (true, syn::Lit::Str(text)) = (meta.path.is_ident("doc"), &literal.lit) else {
            continue;
        };
        let text = text.value();
        let text = text.strip_prefix(' ').unwrap_or(&text);
        if text.starts_with("# ") || text.starts_with("```") {
            break;
        }
        lines.push(plain(text));
    }
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("[`") {
        let Some(end) = rest[start..].find("`]").map(|end| start + end) else {
            break;
        };
        out.push_str(&rest[..start]);
        let target = &rest[start + 2..end];
        out.push('`');
        out.push_str(target.rsplit("::").next().unwrap_or(target));
        out.push('`');
        rest = &rest[end + 2..];
        if rest.starts_with('(')
            && let Some(close) = rest.find(')')
        {
            rest = &rest[close + 1..];
        }
    }
    out.push_str(rest);
    out
}

struct Policy {
    name: String,
    docs: Vec<String>,
    variants: Vec<Variant>,
}

/// The body of the core's `policies!` and `words!`: `Name { Variant = "word", … }`.
struct Policies(Vec<Policy>);

impl Parse for Policies {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut policies = Vec::new();
        while !input.is_empty() {
            let attributes = input.call(Attribute::parse_outer)?;
            let name: syn::Ident = input.parse()?;
            let body;
            syn::braced!(body in input);
            let variants = Punctuated::<PolicyVariant, Token![,]>::parse_terminated(&body)?;
            policies.push(Policy {
                name: name.to_string(),
                docs: docs(&attributes),
                variants: variants.into_iter().map(|variant| variant.0).collect(),
            });
        }
        Ok(Self(policies))
    }
}

struct PolicyVariant(Variant);

impl Parse for PolicyVariant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name: syn::Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        input.parse::<syn::LitStr>()?;
        Ok(Self(Variant {
            docs: docs(&attributes),
            name: name.to_string(),
            fields: Vec::new(),
        }))
    }
}

/// A line of the core's `doors!`: `Variant = "name": Input => Value, path::to::function;`.
struct DoorLine {
    docs: Vec<String>,
    variant: String,
    input: Type,
    value: Type,
    function: String,
}

struct Doors(Vec<DoorLine>);

impl Parse for Doors {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut lines = Vec::new();
        while !input.is_empty() {
            let attributes = input.call(Attribute::parse_outer)?;
            let variant: syn::Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            input.parse::<syn::LitStr>()?;
            input.parse::<Token![:]>()?;
            let question = input.parse()?;
            input.parse::<Token![=>]>()?;
            let value = input.parse()?;
            input.parse::<Token![,]>()?;
            let function: syn::Path = input.parse()?;
            input.parse::<Token![;]>()?;
            lines.push(DoorLine {
                docs: docs(&attributes),
                variant: variant.to_string(),
                input: question,
                value,
                function: function.to_token_stream().to_string().replace(' ', ""),
            });
        }
        Ok(Self(lines))
    }
}

/// A door: `fn(rules: &Rules<'_>, input: &Input) -> Result<Verdict<Value>, HandbookError>`.
fn door(item: &syn::ItemFn, path: &str, file: usize) -> Option<Door> {
    let names: Vec<String> = item
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            syn::FnArg::Typed(typed) => Some(typed.pat.to_token_stream().to_string()),
            syn::FnArg::Receiver(_) => None,
        })
        .collect();
    let (2, "input") = (names.len(), names.last()?.as_str()) else {
        return None;
    };
    let syn::FnArg::Typed(last) = item.sig.inputs.last()? else {
        return None;
    };
    let Type::Reference(reference) = &*last.ty else {
        return None;
    };
    let ReturnType::Type(_, output) = &item.sig.output else {
        return None;
    };
    let (result, answer) = generic(output)?;
    let (verdict, value) = generic(&answer)?;
    (result == "Result" && verdict == "Verdict").then(|| Door {
        name: item.sig.ident.to_string(),
        path: path.to_owned(),
        file,
        docs: docs(&item.attrs),
        input: (*reference.elem).clone(),
        value,
    })
}

/// `Name<Argument, …>` as its name and first argument.
fn generic(ty: &Type) -> Option<(String, Type)> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let argument = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    })?;
    Some((segment.ident.to_string(), argument))
}

struct Mirror<'source> {
    source: &'source Source,
    wanted: BTreeSet<usize>,
    /// Alias of a generic type to the definition and its argument.
    aliases: BTreeMap<String, (usize, String)>,
    queue: Vec<usize>,
}

impl Mirror<'_> {
    fn exported(&self, index: usize) -> String {
        let definition = &self.source.definitions[index];
        let full = format!("{}::{}", definition.path, definition.name);
        RENAMED
            .iter()
            .find(|(path, _)| *path == full)
            .map_or_else(|| definition.name.clone(), |(_, name)| (*name).to_owned())
    }

    fn find(&self, name: &str, file: usize) -> Result<usize, String> {
        let candidates: Vec<usize> = (0..self.source.definitions.len())
            .filter(|index| self.source.definitions[*index].name == name)
            .collect();
        if let [only] = candidates.as_slice() {
            return Ok(*only);
        }
        let here = |index: &usize| self.source.definitions[*index].file == file;
        if let Some(index) = candidates.iter().copied().find(|index| here(index)) {
            return Ok(index);
        }
        let uses = self.source.uses.get(file).map_or("", String::as_str);
        let imported: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|index| {
                let room = &self.source.definitions[*index].room;
                uses.split(';').any(|line| {
                    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                        .any(|word| word == name)
                        && line.contains(room.as_str())
                })
            })
            .collect();
        match imported.as_slice() {
            [only] => Ok(*only),
            _ => Err(format!(
                "`{name}` is {} types of the core",
                candidates.len()
            )),
        }
    }

    fn want(&mut self, index: usize) {
        if self.wanted.insert(index) {
            self.queue.push(index);
        }
    }

    /// The type as the mirror spells it; everything it names will be mirrored.
    fn spell(&mut self, ty: &Type, file: usize) -> Result<String, String> {
        let Type::Path(path) = ty else {
            return Err(format!("`{}` cannot cross", ty.to_token_stream()));
        };
        let segment = path.path.segments.last().ok_or("an empty type")?;
        let name = segment.ident.to_string();
        if let Some((outer, argument)) = generic(ty) {
            let inner = self.spell(&argument, file)?;
            if matches!(outer.as_str(), "Vec" | "Option" | "Box") {
                return Ok(format!("{outer}<{inner}>"));
            }
            let index = self.find(&outer, file)?;
            let short = match inner.as_str() {
                "u32" | "i64" | "u64" => "Count".to_owned(),
                "bool" => "Flag".to_owned(),
                other => other.replace(['<', '>'], ""),
            };
            let alias = format!("{short}{outer}");
            self.want_arguments(index)?;
            self.aliases.insert(alias.clone(), (index, inner));
            return Ok(alias);
        }
        if KNOWN.contains(&name.as_str()) {
            return Ok(name);
        }
        let index = self.find(&name, file)?;
        self.want(index);
        Ok(self.exported(index))
    }

    fn want_arguments(&mut self, index: usize) -> Result<(), String> {
        let definition = &self.source.definitions[index];
        if let Shape::Record(fields) = &definition.shape {
            for field in fields {
                let ty = field.ty.to_token_stream().to_string();
                if Some(ty.as_str()) != definition.parameter.as_deref() {
                    self.spell(&field.ty, definition.file)?;
                }
            }
        }
        Ok(())
    }

    fn fields(
        &mut self,
        out: &mut String,
        definition: &Definition,
        fields: &[Field],
        argument: Option<&str>,
        defaults: bool,
    ) -> Result<(), String> {
        for field in fields {
            comment(out, &field.docs);
            let plain = field.ty.to_token_stream().to_string();
            let ty = if Some(plain.as_str()) == definition.parameter.as_deref() {
                argument.unwrap_or_default().to_owned()
            } else {
                self.spell(&field.ty, definition.file)
                    .map_err(|error| format!("{}: {error}", definition.name))?
            };
            if defaults && ty.starts_with("Option<") {
                out.push_str("#[uniffi(default = None)]\n");
            }
            match &field.name {
                Some(name) => writeln!(out, "{name}: {ty},"),
                None => writeln!(out, "{ty},"),
            }
            .map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    fn declare(
        &mut self,
        out: &mut String,
        index: usize,
        alias: Option<(&str, &str)>,
    ) -> Result<(), Box<dyn Error>> {
        let definition = &self.source.definitions[index];
        let full = format!("{}::{}", definition.path, definition.name);
        let name = alias.map_or_else(|| self.exported(index), |(alias, _)| alias.to_owned());
        if let Some((_, argument)) = alias {
            writeln!(out, "pub(crate) type {name} = {full}<{argument}>;")?;
        } else if name != definition.name {
            writeln!(out, "pub(crate) type {name} = {full};")?;
        }
        comment(out, &definition.docs);
        match &definition.shape {
            Shape::Record(fields) => {
                writeln!(out, "#[uniffi::remote(Record)]\npub struct {name} {{")?;
                self.fields(out, definition, fields, alias.map(|(_, inner)| inner), true)?;
            }
            Shape::Choice(variants) => {
                writeln!(out, "#[uniffi::remote(Enum)]\npub enum {name} {{")?;
                for variant in variants {
                    comment(out, &variant.docs);
                    out.push_str(&variant.name);
                    if let Some(first) = variant.fields.first() {
                        let (open, close) = if first.name.is_some() {
                            ("{", "}")
                        } else {
                            ("(", ")")
                        };
                        writeln!(out, "{open}")?;
                        self.fields(out, definition, &variant.fields, None, false)?;
                        out.push_str(close);
                    }
                    out.push_str(",\n");
                }
            }
        }
        out.push_str("}\n\n");
        Ok(())
    }
}

fn comment(out: &mut String, docs: &[String]) {
    for line in docs {
        let _ = writeln!(out, "/// {line}");
    }
}

fn emit(source: &Source) -> Result<String, Box<dyn Error>> {
    let mut mirror = Mirror {
        source,
        wanted: BTreeSet::new(),
        aliases: BTreeMap::new(),
        queue: Vec::new(),
    };
    for root in ROOTS {
        let index = mirror.find(root, usize::MAX)?;
        mirror.want(index);
    }

    let mut doors = String::new();
    for listed in &source.listed {
        let door = source
            .doors
            .iter()
            .find(|door| format!("{}::{}", door.path, door.name).ends_with(&format!("::{listed}")))
            .ok_or_else(|| format!("the core has no door `{listed}`"))?;
        let input = mirror.spell(&door.input, door.file)?;
        let verdict: Type = {
            let value = &door.value;
            syn::parse_quote!(Verdict<#value>)
        };
        let verdict = mirror.spell(&verdict, door.file)?;
        comment(&mut doors, &door.docs);
        let Door { name, path, .. } = door;
        writeln!(
            doors,
            "pub fn {name}(&self, on: CalendarDate, input: {input}) \
                 -> Result<{verdict}, HandbookError> {{ \
                 Ok({path}::{name}(&self.book.on(on)?, &input)?) }}\n"
        )?;
    }

    // The closure of the types named so far; generic types are declared once per argument.
    let mut declared = BTreeMap::new();
    let mut aliases_done = BTreeSet::new();
    loop {
        if let Some(index) = mirror.queue.pop() {
            let mut out = String::new();
            mirror.declare(&mut out, index, None)?;
            declared.insert(mirror.exported(index), out);
            continue;
        }
        let next = mirror
            .aliases
            .iter()
            .find(|(alias, _)| !aliases_done.contains(*alias))
            .map(|(alias, (index, inner))| (alias.clone(), *index, inner.clone()));
        let Some((alias, index, inner)) = next else {
            break;
        };
        let mut out = String::new();
        mirror.declare(&mut out, index, Some((&alias, &inner)))?;
        aliases_done.insert(alias.clone());
        if declared.insert(alias.clone(), out).is_some() {
            return Err(format!("two types would cross as `{alias}`").into());
        }
    }

    let mut text = String::from(
        "//! Every type of the core that crosses, and every stateless door.\n//!\n\
         //! Written by `cargo xtask mirror` from the core's source. Do not edit: edit the core.\n\n\
         #![allow(unused_imports, clippy::too_many_lines, \
         reason = \"the declarations are consumed by UniFFI's macros\")]\n\n\
         use handbook::calendar::TimeOfDay;\n\
         use handbook::{NaiveDate, ContributionId, DocumentId, InspectionId, KindId, MatterId, \
         MeetingId, MemberId, OrganizationId, ParameterId, ProjectId, RuleId, TargetId, \
         TaskId};\n\n",
    );
    let mut names = BTreeSet::new();
    for index in &mirror.wanted {
        let definition = &source.definitions[*index];
        let exported = mirror.exported(*index);
        if !names.insert(exported.clone()) {
            return Err(format!("two types would cross as `{exported}`: rename one").into());
        }
        if exported == definition.name {
            writeln!(text, "use {}::{exported};", definition.path)?;
        }
    }
    text.push_str("use crate::failure::HandbookError;\nuse crate::identifiers::CalendarDate;\n");
    text.push_str("use crate::rule_book::RuleBook;\n\n");
    for declaration in declared.values() {
        text.push_str(declaration);
    }
    if !doors.is_empty() {
        writeln!(text, "#[uniffi::export]\nimpl RuleBook {{\n{doors}}}")?;
    }
    Ok(text)
}

fn formatted(text: &str) -> Result<String, Box<dyn Error>> {
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rustfmt.toml");
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path", config])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    rustfmt
        .stdin
        .take()
        .ok_or("rustfmt takes no input")?
        .write_all(text.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("rustfmt refuses the mirror:\n{text}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
