//! A person's name, and the masked form that others may see.

use std::{fmt, str::FromStr};

/// A name as the household register writes it. Personal data: `Debug` shows the masked form only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

/// A name with everything hidden but the surname and the last character: 王*明.
///
/// One star stands for whatever is hidden, so that it does not tell how much that is. At most 24 bytes, in NFC.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MaskedName(String);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonNameError {
    /// Fewer than two characters, or more than [`PersonName::MAX_CHARS`].
    #[error("a name has 2 to 50 characters")]
    Length,
    /// A character that stands in no name, or one of the compatibility ideographs that NFC would replace.
    #[error("a name is written in Han characters or Latin letters, its parts divided by a middle dot")]
    Character,
    /// A middle dot at an end, or two in a row.
    #[error("a middle dot stands between two parts")]
    Dot,
}

/// The middle dot between the parts of a name (U+00B7, GB 11714's choice).
const DOT: char = '·';
const HIDDEN: char = '*';

/// Surnames of two characters, the ones in common use; any other name's surname is its first character.
const COMPOUND_SURNAMES: [&str; 20] = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒",
    "司空", "夏侯", "南宫", "端木", "百里", "呼延", "独孤",
];

impl PersonName {
    /// The longest name, in characters.
    pub const MAX_CHARS: usize = 50;

    /// The full name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What others may see of it.
    pub fn masked(&self) -> MaskedName {
        let chars: Vec<char> = self.0.chars().collect();
        let (Some(first), Some(last)) = (chars.first(), chars.last()) else {
            return MaskedName(HIDDEN.to_string());
        };
        if chars.contains(&DOT) {
            return MaskedName(format!("{first}{HIDDEN}{DOT}{HIDDEN}{last}"));
        }
        let surname = match COMPOUND_SURNAMES.iter().find(|s| self.0.starts_with(**s)) {
            Some(compound) if chars.len() > 2 => (*compound).to_owned(),
            _ => first.to_string(),
        };
        match chars.len() - surname.chars().count() {
            0 | 1 => MaskedName(format!("{surname}{HIDDEN}")),
            _ => MaskedName(format!("{surname}{HIDDEN}{last}")),
        }
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    /// Takes the name with spaces around it; `•` and `‧`, which keyboards type, become the middle dot.
    fn from_str(text: &str) -> Result<Self, PersonNameError> {
        let name: String =
            text.trim().chars().map(|c| if matches!(c, '•' | '‧' | '・') { DOT } else { c }).collect();
        let count = name.chars().count();
        if !(2..=Self::MAX_CHARS).contains(&count) {
            return Err(PersonNameError::Length);
        }
        if !name.chars().all(|c| c == DOT || is_name_character(c)) {
            return Err(PersonNameError::Character);
        }
        if name.split(DOT).any(str::is_empty) {
            return Err(PersonNameError::Dot);
        }
        Ok(Self(name))
    }
}

impl MaskedName {
    /// The most bytes a code has for it.
    pub const MAX_BYTES: usize = 24;

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PersonName").field(&self.masked().0).finish()
    }
}

impl fmt::Display for MaskedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Han characters (the unified blocks only: NFC leaves them alone) and unaccented Latin letters.
fn is_name_character(c: char) -> bool {
    matches!(u32::from(c), 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0x2_0000..=0x2_F7FF | 0x3_0000..=0x3_23AF)
        || c.is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mask(name: &str) -> String {
        name.parse::<PersonName>().unwrap().masked().to_string()
    }

    #[test]
    fn the_surname_and_the_last_character_stay() {
        for (name, masked) in [
            ("王小明", "王*明"),
            ("李娜", "李*"),
            ("欧阳小明", "欧阳*明"),
            ("欧阳娜", "欧阳*"),
            ("欧阳", "欧*"),
            ("阿依古丽·买买提", "阿*·*提"),
            ("迪丽热巴•迪力木拉提", "迪*·*提"),
            ("王小明亮", "王*亮"),
            ("𠮷小明", "𠮷*明"),
        ] {
            assert_eq!(mask(name), masked, "{name}");
        }
    }

    #[test]
    fn what_is_no_name_is_named() {
        for (text, error) in [
            ("王", PersonNameError::Length),
            ("", PersonNameError::Length),
            ("王1明", PersonNameError::Character),
            ("王\u{FA30}", PersonNameError::Character),
            ("王 明", PersonNameError::Character),
            ("·王明", PersonNameError::Dot),
            ("王··明", PersonNameError::Dot),
        ] {
            assert_eq!(text.parse::<PersonName>(), Err(error), "{text}");
        }
        assert_eq!("明".repeat(51).parse::<PersonName>(), Err(PersonNameError::Length));
    }

    #[test]
    fn debug_hides_the_name() {
        assert_eq!(format!("{:?}", "王小明".parse::<PersonName>().unwrap()), r#"PersonName("王*明")"#);
    }

    proptest! {
        #[test]
        fn a_masked_name_fits_a_code(name in "[一-龥]{2,25}(·[一-龥]{1,20})?") {
            prop_assert!(mask(&name).len() <= MaskedName::MAX_BYTES);
        }

        #[test]
        fn any_text_is_a_name_or_an_error(text in any::<String>()) {
            if let Ok(name) = text.parse::<PersonName>() {
                prop_assert!(name.masked().as_str().len() <= MaskedName::MAX_BYTES);
            }
        }
    }
}
