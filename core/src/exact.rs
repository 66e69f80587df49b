//! Exact arithmetic on numbers of 128 bits, compiled once: the compiler's own division and
//! writing of such numbers are several kilobytes of WebAssembly.

/// Dividend by divisor, rounded downward; the divisor is 1 or more.
#[inline(never)]
pub(crate) fn floor_div(dividend: i128, divisor: i128) -> i128 {
    let whole = quotient(dividend.unsigned_abs(), divisor.unsigned_abs());
    let whole = i128::try_from(whole).unwrap_or(i128::MAX);
    if dividend >= 0 {
        whole
    } else if whole * divisor == -dividend {
        -whole
    } else {
        -whole - 1
    }
}

fn quotient(dividend: u128, divisor: u128) -> u128 {
    if let (Ok(dividend), Ok(divisor)) = (u64::try_from(dividend), u64::try_from(divisor)) {
        return dividend.checked_div(divisor).unwrap_or(0).into();
    }
    let (mut above, mut quotient, mut rest) = (dividend, 0, 0);
    for _ in 0..u128::BITS {
        rest = rest << 1 | above >> (u128::BITS - 1);
        above <<= 1;
        quotient <<= 1;
        if rest >= divisor {
            rest -= divisor;
            quotient |= 1;
        }
    }
    quotient
}

/// A number of 0 or more, in decimal digits.
#[inline(never)]
pub(crate) fn digits(number: i128) -> String {
    const BLOCK: i128 = 1_000_000_000_000_000_000;
    if let Ok(small) = u64::try_from(number) {
        return small.to_string();
    }
    let above = floor_div(number, BLOCK);
    let block = u64::try_from(number - above * BLOCK).unwrap_or_default();
    format!("{}{block:018}", digits(above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_and_digits_agree_with_the_compiler() {
        let mut state = 88_172_645_463_325_252_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        for _ in 0..20_000 {
            let cut = next() % 126 + 1;
            let dividend = i128::from(next()) << 62 ^ i128::from(next());
            let dividend = dividend >> cut;
            let divisor = (i128::from(next()) << 40 >> (next() % 103)).max(1);
            for dividend in [dividend, -dividend, dividend / divisor * divisor] {
                assert_eq!(
                    floor_div(dividend, divisor),
                    dividend.div_euclid(divisor),
                    "{dividend} / {divisor}"
                );
            }
            assert_eq!(digits(dividend), dividend.to_string());
        }
        for (dividend, divisor) in [(0, 1), (-1, 2), (i128::MAX, 1), (i128::MAX, i128::MAX)] {
            assert_eq!(floor_div(dividend, divisor), dividend.div_euclid(divisor));
        }
        assert_eq!(digits(i128::MAX), i128::MAX.to_string());
        assert_eq!(digits(10_i128.pow(18)), 10_i128.pow(18).to_string());
        assert_eq!(digits(10_i128.pow(36)), 10_i128.pow(36).to_string());
    }
}
