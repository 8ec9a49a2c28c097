//! The root that this build believes.

use credit_code::key::PublicKey;

/// The public half of the demo root, whose private half everyone may know: it proves nothing.
const DEMO_ROOT: &str = "ea378c42c9787718d2d29f06c6480838aa57b85388ac0dddf022cf210bd71abc";

/// Whether this build believes the demo root.
pub const IS_DEMO_ROOT: bool = option_env!("CREDIT_CODE_ROOT").is_none();

/// When this build was made, seconds since 1970-01-01 UTC, where the build says it (`SOURCE_DATE_EPOCH`): a clock
/// that stands before it is slow.
pub const BUILT_AT_S: i64 = match option_env!("SOURCE_DATE_EPOCH") {
    Some(seconds) => decimal(seconds),
    None => 0,
};

const ROOT: Option<[u8; 32]> = parse(match option_env!("CREDIT_CODE_ROOT") {
    Some(root) => root,
    None => DEMO_ROOT,
});
const _: () = assert!(ROOT.is_some(), "CREDIT_CODE_ROOT is not 64 hexadecimal digits");

/// The root; nothing when the build was given a key that is unfit, which then believes no list.
pub fn pinned() -> Option<PublicKey> {
    PublicKey::from_bytes(&ROOT?).ok()
}

const fn parse(hex: &str) -> Option<[u8; 32]> {
    let digits = hex.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let (mut bytes, mut at) = ([0; 32], 0);
    while at < 32 {
        match (nibble(digits[2 * at]), nibble(digits[2 * at + 1])) {
            (Some(high), Some(low)) => bytes[at] = high * 16 + low,
            _ => return None,
        }
        at += 1;
    }
    Some(bytes)
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Digits up to the first other character.
const fn decimal(text: &str) -> i64 {
    let (digits, mut value, mut at) = (text.as_bytes(), 0_i64, 0);
    while at < digits.len() && digits[at].is_ascii_digit() && at < 15 {
        value = value * 10 + (digits[at] - b'0') as i64;
        at += 1;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use credit_code::key::SigningKey;

    #[test]
    fn the_demo_root_is_the_one_that_everyone_may_know() {
        let demo = SigningKey::from_seed(b"credit-code demo root, not a key").public().to_bytes();
        assert_eq!(
            parse(DEMO_ROOT),
            Some(demo),
            "{}",
            demo.iter().map(|b| format!("{b:02x}")).collect::<String>()
        );
        assert!(!IS_DEMO_ROOT || pinned().is_some());
    }

    #[test]
    fn only_64_digits_are_a_root() {
        assert_eq!(parse(&"0a".repeat(32)), Some([10; 32]));
        for wrong in ["", "0a", &"0g".repeat(32), &"0a".repeat(33)] {
            assert_eq!(parse(wrong), None);
        }
        assert_eq!((decimal("1795000000"), decimal(""), decimal("12x4")), (1_795_000_000, 0, 12));
    }
}
