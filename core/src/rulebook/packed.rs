//! The rule book's text in a tenth of its bytes, for downloads.
//!
//! A model guesses every bit of the text from what stands before it, and an arithmetic coder keeps
//! only what the guesses leave open. Packing and unpacking ask the same model, so that they differ
//! in one thing: where the bits come from. The build packs, the library unpacks.

/// How many bytes before a bit the model looks at, at most.
const CONTEXTS: usize = 5;

/// The model's memory is `1 << MEMORY_BITS` guesses.
const MEMORY_BITS: u32 = 18;

/// Guesses are odds on a logistic scale within `-ODDS_MOST..=ODDS_MOST`.
const ODDS_MOST: i32 = 2_047;

/// Chances of 4096 for every 128th odds.
const CHANCES: [i32; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348,
    3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/// How far a guess moves after each test, in 4096 of what it missed.
const STEPS: [i32; 16] = [
    1536, 1228, 1024, 877, 768, 682, 614, 558, 512, 472, 438, 409, 384, 361, 341, 323,
];

/// The chance, in 4096, that belongs to some odds.
fn chance(odds: i32) -> i32 {
    let above = odds.clamp(-ODDS_MOST, ODDS_MOST) + ODDS_MOST + 1;
    let step = usize::try_from(above >> 7).unwrap_or_default();
    let (low, high) = match CHANCES.get(step..) {
        Some([low, high, ..]) => (low, high),
        _ => (&4094, &4094),
    };
    let part = above & 127;
    (low * (128 - part) + high * part + 64) >> 7
}

/// A guess, and in its lowest four bits how often it was put to the test.
type Guess = i16;

fn odds(guess: Guess) -> i32 {
    i32::from(guess >> 4)
}

/// Moves a guess towards what came, the less the more often it was tested.
fn learn(guess: &mut Guess, bit: bool) {
    let tested = *guess & 15;
    let step = STEPS.get(usize::try_from(tested).unwrap_or_default());
    let missed = (i32::from(bit) << 12) - chance(odds(*guess));
    let moved = odds(*guess) + ((missed * step.unwrap_or(&0)) >> 12);
    let moved = moved.clamp(-ODDS_MOST, ODDS_MOST) << 4;
    *guess = Guess::try_from(moved).unwrap_or_default() | (tested + 1).min(15);
}

fn mix(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x2F0B_4C47).rotate_left(11)
}

fn place(hash: u32, bits: u32) -> usize {
    usize::try_from(hash.wrapping_mul(0x85EB_CA6B) >> (32 - bits)).unwrap_or_default()
}

/// Makes a text of `length` bytes: `bit` is told the chance, in 4096, that the next bit is set, and
/// says whether it is.
pub(crate) fn model(length: usize, bit: &mut dyn FnMut(i32) -> bool) -> Vec<u8> {
    let mut memory: Vec<Guess> = vec![0; 1 << MEMORY_BITS];
    let mut repeats: [Guess; 16] = [0; 16];
    let mut weights = [20_000_i32; CONTEXTS + 1];
    // Where the last few bytes were seen before, and how long the text has gone on as there.
    let mut seen: Vec<usize> = vec![0; 1 << 16];
    let (mut there, mut run) = (0_usize, 0_usize);
    let mut text: Vec<u8> = Vec::with_capacity(length);
    while text.len() < length {
        let mut contexts = [0; CONTEXTS];
        let mut hash = 0;
        let mut before = text.iter().rev();
        for context in &mut contexts {
            *context = hash;
            hash = mix(hash, before.next().map_or(0, |byte| u32::from(*byte) + 1));
        }
        if let Some(last) = seen.get_mut(place(hash, 16)) {
            if run == 0 && *last > 0 {
                (there, run) = (*last, 1);
            }
            *last = text.len();
        }
        let expected = text
            .get(there)
            .copied()
            .filter(|_| run > 0)
            .map_or(0, |byte| u32::from(byte) + 256);
        // The bits of the byte so far, after a leading one.
        let mut byte = 1_u32;
        while byte < 256 {
            // The repeated byte speaks as long as it was right.
            let shift = byte.leading_zeros() - 23;
            let repeated = (expected >> shift == byte).then(|| expected >> (shift - 1) & 1 == 1);
            let mut inputs = [0; CONTEXTS + 1];
            let mut places = [0; CONTEXTS];
            for ((at, context), input) in places.iter_mut().zip(contexts).zip(&mut inputs) {
                *at = place(mix(context, byte), MEMORY_BITS);
                *input = memory.get(*at).copied().map_or(0, odds);
            }
            let trust = repeats.get_mut(run.min(15));
            if let (Some(repeated), Some(trust), [.., input]) = (repeated, &trust, &mut inputs) {
                *input = if repeated {
                    odds(**trust)
                } else {
                    -odds(**trust)
                };
            }
            let summed: i64 = inputs
                .iter()
                .zip(&weights)
                .map(|(input, weight)| i64::from(*input) * i64::from(*weight))
                .sum();
            let summed = i32::try_from(summed >> 16).unwrap_or(ODDS_MOST);
            let guessed = chance(summed).clamp(1, 4095);
            let set = bit(guessed);
            let missed = (i32::from(set) << 12) - guessed;
            for (weight, input) in weights.iter_mut().zip(inputs) {
                *weight += (input * missed * 2 + 0x2000) >> 14;
            }
            for at in places {
                if let Some(guess) = memory.get_mut(at) {
                    learn(guess, set);
                }
            }
            if let (Some(repeated), Some(trust)) = (repeated, trust) {
                learn(trust, repeated == set);
            }
            byte = byte << 1 | u32::from(set);
        }
        run = if byte == expected { run + 1 } else { 0 };
        there += 1;
        text.push(u8::try_from(byte & 255).unwrap_or_default());
    }
    text
}

/// Where the chance splits the range that is left.
fn split(low: u32, high: u32, chance: i32) -> u32 {
    let range = u64::from(high - low) * u64::try_from(chance).unwrap_or_default();
    low + u32::try_from(range >> 12).unwrap_or_default()
}

/// A range that bits narrow down; its settled leading bytes are taken off.
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const ALL: Self = Self {
        low: 0,
        high: u32::MAX,
    };

    fn narrow(&mut self, middle: u32, set: bool) {
        if set {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// Takes the leading byte off if it is settled.
    fn settled(&mut self) -> Option<u8> {
        let lead = self.low >> 24;
        if lead != self.high >> 24 {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        u8::try_from(lead).ok()
    }
}

/// The text behind packed bytes, which start with its length.
#[allow(dead_code, reason = "the build packs, the library unpacks")]
pub(crate) fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = packed.iter().copied();
    let mut next = |value: u32| value << 8 | u32::from(bytes.next().unwrap_or_default());
    let length = (0..4).fold(0, |value, _| next(value));
    let mut value = (0..4).fold(0, |value, _| next(value));
    let mut range = Range::ALL;
    model(usize::try_from(length).unwrap_or_default(), &mut |chance| {
        let middle = split(range.low, range.high, chance);
        let set = value <= middle;
        range.narrow(middle, set);
        while range.settled().is_some() {
            value = next(value);
        }
        set
    })
}

/// The packed bytes of a text.
#[allow(dead_code, reason = "the build packs, the library unpacks")]
pub(crate) fn pack(text: &[u8]) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut packed = length.to_be_bytes().to_vec();
    let mut range = Range::ALL;
    let mut bits = text
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1));
    model(text.len(), &mut |chance| {
        let set = bits.next().unwrap_or_default();
        let middle = split(range.low, range.high, chance);
        range.narrow(middle, set);
        while let Some(byte) = range.settled() {
            packed.push(byte);
        }
        set
    });
    packed.extend(range.high.to_be_bytes());
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let mut state = 1_u32;
        for length in [0, 1, 2, 5, 300, 5_000] {
            for letters in [1, 3, 256] {
                let text: Vec<u8> = (0..length)
                    .map(|_| {
                        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        u8::try_from((state >> 8) % letters).unwrap_or_default()
                    })
                    .collect();
                assert_eq!(unpack(&pack(&text)), text);
            }
        }
    }
}
