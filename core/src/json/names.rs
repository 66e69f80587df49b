//! Lists of names as one text, as the macros write them from the Rust names.
//!
//! ` id born_on to? village_`: a space before each name; `_` after a key that may be missing when
//! it is read, `?` after one that is also left out when there is nothing to write. A text costs
//! less than a table of texts, and a browser downloads every byte.

/// A list of names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names(pub(super) &'static str);

/// One name of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    /// As it stands in Rust.
    pub(super) rust: &'static str,
    /// Whether the key may be missing when it is read.
    pub(super) may_be_missing: bool,
    /// Whether the key is left out when there is nothing to write.
    pub(super) left_out: bool,
}

impl Names {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list's names as they stand in JSON, for a message.
    #[cold]
    #[inline(never)]
    pub(super) fn listed(self) -> String {
        let mut list = String::new();
        for name in self {
            if !list.is_empty() {
                list.push_str(" | ");
            }
            push_camel(&mut list, name.rust);
        }
        list
    }
}

impl Iterator for Names {
    type Item = Name;

    #[inline(never)]
    fn next(&mut self) -> Option<Name> {
        let list = self.0.strip_prefix(' ')?;
        let end = list
            .bytes()
            .position(|byte| byte == b' ')
            .unwrap_or(list.len());
        let (marked, rest) = list.split_at_checked(end)?;
        self.0 = rest;
        let left_out = marked.ends_with('?');
        let may_be_missing = left_out || marked.ends_with('_');
        let rust = marked.get(..marked.len() - usize::from(may_be_missing))?;
        Some(Name {
            rust,
            may_be_missing,
            left_out,
        })
    }
}

/// Appends the camel case of a Rust name: `bornOn` of `born_on`, `nonState` of `NonState`.
#[inline(never)]
pub(super) fn push_camel(text: &mut String, name: &str) {
    let mut raised = false;
    for (place, letter) in name.chars().enumerate() {
        match letter {
            '_' => raised = true,
            _ if raised => {
                text.push(letter.to_ascii_uppercase());
                raised = false;
            }
            _ if place == 0 => text.push(letter.to_ascii_lowercase()),
            _ => text.push(letter),
        }
    }
}

/// Whether a text is the camel case of a Rust name.
#[inline(never)]
pub(crate) fn is_camel_of(text: &str, name: &str) -> bool {
    let mut letters = text.bytes();
    let mut raised = false;
    for (place, byte) in name.bytes().enumerate() {
        if byte == b'_' {
            raised = true;
            continue;
        }
        let wanted = match place {
            0 => byte.to_ascii_lowercase(),
            _ if raised => byte.to_ascii_uppercase(),
            _ => byte,
        };
        raised = false;
        if letters.next() != Some(wanted) {
            return false;
        }
    }
    letters.next().is_none()
}
