//! The unified social credit code of organisations, GB 32100-2015.

use std::{fmt, str::FromStr};

/// A code whose length and characters are right. A wrong check character is a warning, not a refusal: some codes
/// given out in the pilot years fail the check and are valid all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CreditNumber([u8; CreditNumber::LENGTH]);

/// Why a text is no unified social credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreditNumberError {
    /// Not 18 characters.
    #[error("a unified social credit code has 18 characters")]
    Length,
    /// A character outside the alphabet; holds its place, counted from 1.
    #[error("a unified social credit code has digits and capitals without I, O, S, V and Z")]
    Character(usize),
}

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl CreditNumber {
    /// How many characters it has.
    pub const LENGTH: usize = 18;

    /// Whether the last character fits the others; warn when it does not.
    pub fn check_fits(&self) -> bool {
        check(&self.0[..17]) == Some(self.0[17])
    }

    /// The code that 17 characters and their check character make.
    ///
    /// # Errors
    /// [`CreditNumberError`] when they are not 17 characters of the alphabet.
    pub fn with_check(first_17: &str) -> Result<Self, CreditNumberError> {
        let check = check(first_17.as_bytes()).map(char::from).unwrap_or('0');
        format!("{first_17}{check}").parse()
    }
}

impl FromStr for CreditNumber {
    type Err = CreditNumberError;

    /// Takes the code with spaces around it and small letters, as people type them.
    fn from_str(text: &str) -> Result<Self, CreditNumberError> {
        let typed = text.trim().to_ascii_uppercase();
        let code: [u8; Self::LENGTH] = typed.as_bytes().try_into().map_err(|_| CreditNumberError::Length)?;
        match code.iter().position(|c| !ALPHABET.contains(c)) {
            Some(at) => Err(CreditNumberError::Character(at + 1)),
            None => Ok(Self(code)),
        }
    }
}

impl fmt::Display for CreditNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|c| write!(f, "{}", char::from(*c)))
    }
}

/// Weights 3^i mod 31; check = (31 − Σ mod 31) mod 31.
fn check(first_17: &[u8]) -> Option<u8> {
    let mut weight = 1;
    let mut sum = 0;
    for c in first_17 {
        sum += ALPHABET.iter().position(|a| a == c)? * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET.get((31 - sum % 31) % 31).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_code_fits_and_a_changed_one_only_warns() {
        let code: CreditNumber = "91330800MA29T3ET1G".parse().unwrap();
        assert!(code.check_fits());
        assert_eq!(CreditNumber::with_check("91330800MA29T3ET1"), Ok(code));
        assert!(!"91330800MA29T3ET1H".parse::<CreditNumber>().unwrap().check_fits());
    }

    #[test]
    fn every_changed_character_is_seen() {
        let code = "91330800MA29T3ET1G";
        for (at, c) in code.bytes().enumerate() {
            for other in ALPHABET.iter().filter(|a| **a != c) {
                let mut changed = code.as_bytes().to_vec();
                changed[at] = *other;
                let changed = std::str::from_utf8(&changed).unwrap().parse::<CreditNumber>().unwrap();
                assert!(!changed.check_fits(), "{changed}");
            }
        }
    }

    #[test]
    fn letters_outside_the_alphabet_are_named_by_place() {
        assert_eq!("9133080OMA29T3ET1G".parse::<CreditNumber>(), Err(CreditNumberError::Character(8)));
        assert_eq!("".parse::<CreditNumber>(), Err(CreditNumberError::Length));
    }
}
