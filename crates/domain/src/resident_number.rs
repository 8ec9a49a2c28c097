//! The resident identity number of GB 11643-1999.

use std::{fmt, str::FromStr};

/// A number whose length, characters, birth date and check character are right. Whether it was ever given to a person
/// only a register knows. Personal data: its `Debug` hides it, and it never goes into a log, a URL or an error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentNumber([u8; ResidentNumber::LENGTH]);

/// Why a text is no resident number. The first thing wrong, from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResidentNumberError {
    /// Not 18 characters; holds how many there are.
    #[error("a resident number has 18 characters")]
    Length(usize),
    /// A character that cannot stand there; holds its place, counted from 1.
    #[error("a resident number is 17 digits and a digit or X")]
    Character(usize),
    /// Digits 7 to 14 are no date.
    #[error("the birth date in the number does not exist")]
    BirthDate,
    /// The last character does not fit the others.
    #[error("the check character does not fit")]
    Check,
}

impl ResidentNumber {
    /// How many characters it has.
    pub const LENGTH: usize = 18;
    /// GB 11643-1999, 4.2: the weight of each of the first 17 digits.
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    /// The check character for each remainder mod 11.
    const CHECKS: &'static [u8; 11] = b"10X98765432";

    /// The check character that belongs to 17 digits.
    fn check(digits: &[u8]) -> Option<u8> {
        let sum: u32 = digits.iter().zip(Self::WEIGHTS).map(|(d, weight)| u32::from(d - b'0') * weight).sum();
        Self::CHECKS.get(usize::try_from(sum % 11).ok()?).copied()
    }

    /// The number that 17 digits and their check character make.
    ///
    /// # Errors
    /// [`ResidentNumberError`] when they are not 17 digits with a birth date in them.
    pub fn with_check(first_17: &str) -> Result<Self, ResidentNumberError> {
        let digits = first_17.bytes().all(|b| b.is_ascii_digit());
        let check = if digits { Self::check(first_17.as_bytes()) } else { None };
        format!("{first_17}{}", char::from(check.unwrap_or(b'0'))).parse()
    }

    /// The birth date in it.
    pub fn birth_date(&self) -> jiff::civil::Date {
        // safe: a number without a date is never made.
        date(&self.0[6..14]).unwrap_or(jiff::civil::Date::ZERO)
    }

    /// Its 18 characters.
    pub fn as_str(&self) -> &str {
        // safe: only ASCII digits and X are ever inside; the fallback is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for ResidentNumber {
    type Err = ResidentNumberError;

    /// Takes the 18 characters, with spaces around and between them and a small x, as people type them.
    fn from_str(text: &str) -> Result<Self, ResidentNumberError> {
        let typed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        if typed.len() != Self::LENGTH {
            return Err(ResidentNumberError::Length(typed.len()));
        }
        let mut number = [0; Self::LENGTH];
        for (place, (byte, c)) in number.iter_mut().zip(&typed).enumerate() {
            *byte = match c {
                '0'..='9' => u8::try_from(*c).map_err(|_| ResidentNumberError::Character(place + 1))?,
                'x' | 'X' if place == Self::LENGTH - 1 => b'X',
                _ => return Err(ResidentNumberError::Character(place + 1)),
            };
        }
        if date(&number[6..14]).is_none() {
            return Err(ResidentNumberError::BirthDate);
        }
        if Self::check(&number[..17]) != Some(number[17]) {
            return Err(ResidentNumberError::Check);
        }
        Ok(Self(number))
    }
}

impl fmt::Debug for ResidentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResidentNumber(…)")
    }
}

/// The day, since 1800, that eight digits are, year first.
fn date(digits: &[u8]) -> Option<jiff::civil::Date> {
    let number = |part: &[u8]| part.iter().fold(0_i16, |n, d| n * 10 + i16::from(d - b'0'));
    let small = |part: &[u8]| i8::try_from(number(part)).unwrap_or_default();
    let year = number(&digits[..4]);
    let date = jiff::civil::Date::new(year, small(&digits[4..6]), small(&digits[6..])).ok();
    date.filter(|_| year >= 1800)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ResidentNumberError::{BirthDate, Character, Check, Length};
    use proptest::prelude::*;

    /// The example of the standard.
    const VECTOR: &str = "34052419800101001X";

    #[test]
    fn the_standards_example_is_taken_as_people_type_it() {
        for typed in [VECTOR, "34052419800101001x", " 340524 19800101 001X\n"] {
            assert_eq!(typed.parse::<ResidentNumber>().unwrap().as_str(), VECTOR);
        }
        assert_eq!(format!("{:?}", VECTOR.parse::<ResidentNumber>().unwrap()), "ResidentNumber(…)");
    }

    #[test]
    fn a_number_can_be_completed_and_tells_the_birth_date() {
        let number: ResidentNumber = VECTOR.parse().unwrap();
        assert_eq!(ResidentNumber::with_check(&VECTOR[..17]), Ok(number));
        assert_eq!(number.birth_date(), jiff::civil::date(1980, 1, 1));
        assert!(ResidentNumber::with_check("3405241980010100").is_err());
        assert!(ResidentNumber::with_check("3405241980010100+").is_err());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, wrong) in [
            ("", Length(0)),
            ("3405241980010100", Length(16)),
            ("34052419800101001X1", Length(19)),
            ("34052419800101001Y", Character(18)),
            ("3405241980010X001X", Character(14)),
            ("３4052419800101001X", Character(1)),
            ("34052419801301001X", BirthDate),
            ("34052419810229001X", BirthDate),
            ("340524198001010011", Check),
        ] {
            assert_eq!(text.parse::<ResidentNumber>(), Err(wrong), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_single_changed_digit_is_refused(place in 0_usize..17, digit in b'0'..=b'9') {
            let mut changed = VECTOR.as_bytes().to_vec();
            prop_assume!(changed[place] != digit);
            changed[place] = digit;
            let changed = String::from_utf8(changed).unwrap();
            prop_assert!(changed.parse::<ResidentNumber>().is_err());
        }

        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = text.parse::<ResidentNumber>();
        }
    }
}
