//! A small generator of pseudo-random numbers (SplitMix64, by Steele, Lea and Flood): the same
//! seed gives the same sample on every machine and with every version of every dependency.

/// A stream of pseudo-random numbers.
pub(crate) struct Random {
    state: u64,
}

impl Random {
    /// A stream of its own for one topic, so that a change in one leaves the others alone.
    pub(crate) fn for_topic(seed: u64, topic: &str) -> Self {
        let mut random = Self { state: seed };
        for byte in topic.bytes() {
            random.state ^= u64::from(byte);
            random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but without, `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let wide = u128::from(self.next()) * u128::from(end);
        u32::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number of a range, both ends included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = u32::try_from(most - least + 1).unwrap_or(1);
        least + i32::try_from(self.below(span)).unwrap_or(0)
    }

    /// True this many times in a thousand.
    pub(crate) fn permille(&mut self, chance: i32) -> bool {
        self.between(0, 999) < chance
    }

    /// A place of a list of this length.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        let end = u32::try_from(length).unwrap_or(u32::MAX);
        usize::try_from(self.below(end)).unwrap_or(0)
    }

    /// One of a list.
    pub(crate) fn pick<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        &list[self.place(list.len())]
    }

    /// Puts a list into random order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.place(end + 1));
        }
    }
}
