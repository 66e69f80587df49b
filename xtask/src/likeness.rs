//! An order of a WebAssembly module's functions in which like ones stand side by side: what
//! repeats near by costs less to send than what repeats far away.

use std::collections::BTreeMap;

/// Bytes whose recurrence makes two bodies alike.
const RUN: usize = 5;

/// A run of bytes that more bodies share says nothing about any two of them.
const MOST_SHARING: usize = 150;

/// Eighths of the likeness to earlier neighbours that still count one place on.
const KEPT: u64 = 6;

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// The module with names for its functions that, sorted, stand in the order of likeness; none
/// where the bytes are no module of the kind that is built here.
pub(crate) fn named(module: &[u8]) -> Option<Vec<u8>> {
    let header = module.get(..8)?;
    let mut rest = module.get(8..)?;
    let mut named = header.to_vec();
    let mut imported = 0;
    let mut bodies = Vec::new();
    while let Some((section, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (content, after) = after.split_at_checked(length)?;
        match *section {
            IMPORTS => imported = imported_functions(content)?,
            CODE => bodies = function_bodies(content)?,
            _ => {}
        }
        let names = *section == CUSTOM && content.starts_with(b"\x04name");
        if !names {
            named.extend_from_slice(rest.get(..rest.len() - after.len())?);
        }
        rest = after;
    }
    let mut places = vec![0; bodies.len()];
    for (place, body) in by_likeness(&bodies).into_iter().enumerate() {
        *places.get_mut(body)? = place;
    }
    let mut names = Vec::new();
    put_number(&mut names, places.len());
    for (body, place) in places.into_iter().enumerate() {
        put_number(&mut names, imported + body);
        let name = format!("{place:08}");
        put_number(&mut names, name.len());
        names.extend_from_slice(name.as_bytes());
    }
    let mut content = b"\x04name\x01".to_vec();
    put_number(&mut content, names.len());
    content.extend_from_slice(&names);
    named.push(CUSTOM);
    put_number(&mut named, content.len());
    named.extend_from_slice(&content);
    Some(named)
}

/// The bodies in an order in which each is much like those just before it; the largest first.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let mut sharing: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (number, body) in bodies.iter().enumerate() {
        for run in body.windows(RUN) {
            let bodies = sharing.entry(run).or_default();
            if bodies.last() != Some(&number) {
                bodies.push(number);
            }
        }
    }
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut alike = vec![0_u64; bodies.len()];
    let mut order: Vec<usize> = Vec::new();
    let size = |number: usize| bodies.get(number).map_or(0, |body| body.len() as u64);
    while let Some(next) = (0..left.len()).reduce(|best, other| {
        let [(one, of_one), (two, of_two)] = [best, other].map(|at| {
            let number = left.get(at).copied().unwrap_or_default();
            let alike = alike.get(number).copied().unwrap_or_default();
            (alike, size(number))
        });
        // A large body shares more with any other: likeness counts by the root of the size.
        let [by_one, by_two] = [one * one * (of_two + 8), two * two * (of_one + 8)];
        if (by_two, of_two) > (by_one, of_one) {
            other
        } else {
            best
        }
    }) {
        let number = left.remove(next);
        order.push(number);
        for alike in &mut alike {
            *alike = *alike * KEPT / 8;
        }
        let body = bodies.get(number).copied().unwrap_or_default();
        let mut runs: Vec<&[u8]> = body.windows(RUN).collect();
        runs.sort_unstable();
        runs.dedup();
        for run in runs {
            let others = sharing.get(run).map_or(&[][..], Vec::as_slice);
            if others.len() > MOST_SHARING {
                continue;
            }
            for other in others {
                if let Some(alike) = alike.get_mut(*other) {
                    *alike += 64;
                }
            }
        }
    }
    order
}

/// How many functions a module imports; none where an import is of a kind not known here.
fn imported_functions(section: &[u8]) -> Option<usize> {
    let (count, mut rest) = number(section)?;
    let mut functions = 0;
    for _ in 0..count {
        for _ in ["module", "name"] {
            let (length, after) = number(rest)?;
            rest = after.get(length..)?;
        }
        let (kind, after) = rest.split_first()?;
        // wasm-bindgen's modules import functions only.
        if *kind != 0 {
            return None;
        }
        rest = number(after)?.1;
        functions += 1;
    }
    Some(functions)
}

fn function_bodies(section: &[u8]) -> Option<Vec<&[u8]>> {
    let (count, mut rest) = number(section)?;
    let mut bodies = Vec::new();
    for _ in 0..count {
        let (length, after) = number(rest)?;
        let (body, after) = after.split_at_checked(length)?;
        bodies.push(body);
        rest = after;
    }
    Some(bodies)
}

/// A number of seven bits a byte, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn put_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_bodies_stand_side_by_side() {
        let bodies: [&[u8]; 5] = [
            b"0123456789",
            b"abcdefghijklmnop",
            b"__0123456789",
            b"uvwxyz",
            b"abcdefghijkl",
        ];
        assert_eq!(by_likeness(&bodies), [1, 4, 2, 0, 3]);
    }

    #[test]
    fn functions_are_named_by_their_places_and_old_names_go() {
        // Two functions without arguments, the second larger, and a name section.
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend_from_slice(&[1, 4, 1, 0x60, 0, 0]);
        module.extend_from_slice(&[3, 3, 2, 0, 0]);
        let kept = module.len();
        let code = [10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b];
        module.extend_from_slice(&code);
        module.extend_from_slice(b"\0\x0c\x04name\x01\x05\x01\0\x02ab");
        let named = named(&module).unwrap_or_default();
        assert_eq!(named.get(..kept), module.get(..kept));
        assert_eq!(named.get(kept..kept + code.len()), Some(&code[..]));
        let names = b"\0\x1c\x04name\x01\x15\x02\0\x0800000001\x01\x0800000000";
        assert_eq!(named.get(kept + code.len()..), Some(&names[..]));
    }

    #[test]
    fn what_is_no_module_has_no_order() {
        assert_eq!(named(b"\0asm\x01\0\0\0\x0a\x7f"), None);
        assert_eq!(named(b"\0asm"), None);
    }
}
