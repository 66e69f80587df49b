//! A number that stands for the text of a rule book and its overlays.

/// FNV-1a of 128 bits over the texts, each without the white space between its parts and with a
/// byte behind it that no text has. Not for security.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(u128);

const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
const END_OF_TEXT: u8 = 0xff;

impl Default for Fingerprint {
    fn default() -> Self {
        Self(BASIS)
    }
}

impl Fingerprint {
    /// The texts so far and one more of JSON.
    pub(super) fn with(mut self, json: &str) -> Self {
        let (mut quoted, mut escaped) = (false, false);
        for byte in json.bytes() {
            let quote = byte == b'"' && !escaped;
            if quoted || !byte.is_ascii_whitespace() {
                self.take(byte);
            }
            quoted ^= quote;
            escaped = quoted && byte == b'\\' && !escaped;
        }
        self.take(END_OF_TEXT);
        self
    }

    fn take(&mut self, byte: u8) {
        self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(PRIME);
    }

    pub(super) fn digits(self) -> String {
        let mut digits = String::with_capacity(32);
        for byte in self.0.to_be_bytes() {
            for half in [byte >> 4, byte & 15] {
                digits.extend(char::from_digit(half.into(), 16));
            }
        }
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published values of FNV-1a with 128 bits, of texts without a byte behind them.
    #[test]
    fn it_is_fnv_1a() {
        let of = |text: &str| {
            let mut hash = Fingerprint::default();
            text.bytes().for_each(|byte| hash.take(byte));
            hash.digits()
        };
        assert_eq!(of(""), "6c62272e07bb014262b821756295c58d");
        assert_eq!(of("a"), "d228cb696f1a8caf78912b704e4a8964");
        assert_eq!(of("foobar"), "343e1662793c64bf6f0d3597ba446f18");
    }

    #[test]
    fn white_space_counts_within_quotes_only() {
        let hash = |json| Fingerprint::default().with(json).digits();
        assert_eq!(hash("{\"a\": [1,\n 2]}"), hash("{\"a\":[1,2]}"));
        assert_ne!(hash("{\"a b\":1}"), hash("{\"ab\":1}"));
        assert_eq!(hash(r#"{"a\"": "b c"}"#), hash(r#"{"a\"":"b c"}"#));
        assert_ne!(hash(r#"{"a\" b": 1}"#), hash(r#"{"a\"b":1}"#));
        assert_eq!(hash(r#"{"a\\": 1 }"#), hash(r#"{"a\\":1}"#));
    }

    #[test]
    fn one_text_is_not_two() {
        let hash = Fingerprint::default;
        assert_ne!(hash().with("1").with("2"), hash().with("12"));
        assert_ne!(hash().with("1").with("2"), hash().with("2").with("1"));
    }
}
