//! The American keyboard: what guns type unless told otherwise.

/// Places, what they type, and what with Shift.
const SIGNS: [(&str, char, char); 12] = [
    ("Space", ' ', ' '),
    ("Minus", '-', '_'),
    ("Equal", '=', '+'),
    ("BracketLeft", '[', '{'),
    ("BracketRight", ']', '}'),
    ("Backslash", '\\', '|'),
    ("Semicolon", ';', ':'),
    ("Quote", '\'', '"'),
    ("Comma", ',', '<'),
    ("Period", '.', '>'),
    ("Slash", '/', '?'),
    ("Backquote", '`', '~'),
];
const SHIFTED_DIGITS: [char; 10] = [')', '!', '@', '#', '$', '%', '^', '&', '*', '('];
const NUMPAD: [(&str, char); 5] =
    [("Add", '+'), ("Subtract", '-'), ("Multiply", '*'), ("Divide", '/'), ("Decimal", '.')];

/// What the key at this place types.
pub(super) fn character(code: &str, shift: bool) -> Option<char> {
    if let Some(letter) = code.strip_prefix("Key") {
        return only(letter).filter(char::is_ascii_uppercase);
    }
    if let Some(digit) = code.strip_prefix("Digit") {
        let digit = only(digit)?.to_digit(10)?;
        let shifted = usize::try_from(digit).ok().and_then(|at| SHIFTED_DIGITS.get(at).copied());
        return if shift { shifted } else { char::from_digit(digit, 10) };
    }
    if let Some(key) = code.strip_prefix("Numpad") {
        let sign = NUMPAD.iter().find(|(name, _)| *name == key).map(|(_, sign)| *sign);
        return sign.or_else(|| only(key).filter(char::is_ascii_digit));
    }
    let (_, plain, shifted) = SIGNS.iter().find(|(name, ..)| *name == code)?;
    Some(if shift { *shifted } else { *plain })
}

/// The only character of a text.
fn only(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
