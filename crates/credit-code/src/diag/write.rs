//! One item after the other, lenient: what cannot be accepted can still be looked at.

use crate::{
    DecodeError,
    cbor::{LIST, check},
};
use std::fmt::Write;

/// Items inside each other.
const DEPTH: usize = 16;
/// Shorter items stay on one line.
const LINE: usize = 72;

pub(super) struct Writer<'b> {
    bytes: &'b [u8],
    at: usize,
    text: String,
}

/// An argument: a length or a value, or an indefinite length.
#[derive(Clone, Copy)]
enum Argument {
    Known(u64),
    Indefinite,
}

impl<'b> Writer<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, text: String::new() }
    }

    pub(super) fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Writes the next item at a depth of nesting.
    pub(super) fn item(&mut self, depth: usize) -> Result<(), DecodeError> {
        if depth > DEPTH {
            return Err(DecodeError::Shape);
        }
        let head = self.take(1)?.first().copied().ok_or(DecodeError::Cbor)?;
        let (major, info) = (head >> 5, head & 0x1f);
        if major == 7 {
            return self.simple(info);
        }
        let argument = self.argument(info)?;
        match (major, argument) {
            (0, Argument::Known(value)) => self.put(&value.to_string()),
            (1, Argument::Known(value)) => self.put(&(-1 - i128::from(value)).to_string()),
            (2, Argument::Known(length)) => {
                let bytes = self.take(length)?;
                self.byte_string(bytes, depth);
            }
            (3, Argument::Known(length)) => {
                let text = std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::Cbor)?;
                self.text_string(text);
            }
            (2 | 3, Argument::Indefinite) => self.list("(_ ", ")", argument, false, depth)?,
            (4, _) => self.list("[", "]", argument, false, depth)?,
            (5, _) => self.list("{", "}", argument, true, depth)?,
            (6, Argument::Known(tag)) => {
                self.put(&format!("{tag}("));
                self.item(depth + 1)?;
                self.put(")");
            }
            _ => return Err(DecodeError::Cbor),
        }
        Ok(())
    }

    fn simple(&mut self, info: u8) -> Result<(), DecodeError> {
        let name = match info {
            20 => "false".to_owned(),
            21 => "true".to_owned(),
            22 => "null".to_owned(),
            23 => "undefined".to_owned(),
            0..20 => format!("simple({info})"),
            24 => format!("simple({})", hex(self.take(1)?)),
            25..=27 => format!("float'{}'", hex(self.take(1 << (info - 24))?)),
            _ => return Err(DecodeError::Cbor),
        };
        self.put(&name);
        Ok(())
    }

    /// CBOR maps in byte strings are headers and payloads: they are shown opened.
    fn byte_string(&mut self, bytes: &[u8], depth: usize) {
        let is_map = bytes.first().is_some_and(|head| head >> 5 == 5);
        if !is_map || check(bytes, LIST).is_err() {
            return self.put(&format!("h'{}'", hex(bytes)));
        }
        let mut inner = Writer::new(bytes);
        match inner.item(depth) {
            Ok(()) => self.put(&format!("<<{}>>", inner.text)),
            Err(_) => self.put(&format!("h'{}'", hex(bytes))),
        }
    }

    fn text_string(&mut self, text: &str) {
        let escaped: String = text
            .chars()
            .map(|c| match c {
                '"' | '\\' => format!("\\{c}"),
                c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
                c => c.to_string(),
            })
            .collect();
        self.put(&format!("\"{escaped}\""));
    }

    fn list(
        &mut self,
        open: &str,
        close: &str,
        argument: Argument,
        is_map: bool,
        depth: usize,
    ) -> Result<(), DecodeError> {
        let before = std::mem::take(&mut self.text);
        let mut items = Vec::new();
        let result = self.items(argument, is_map, depth, &mut items);
        self.text = before;
        let mark = if matches!(argument, Argument::Indefinite) && !open.contains('_') { "_ " } else { "" };
        let is_short = items.iter().map(|item| item.len() + 2).sum::<usize>() <= LINE
            && !items.iter().any(|item| item.contains('\n'));
        if is_short {
            self.put(&format!("{open}{mark}{}", items.join(", ")));
        } else {
            let indent = "  ".repeat(depth + 1);
            let lines: Vec<String> = items.iter().map(|item| format!("{indent}{item}")).collect();
            self.put(&format!("{open}{mark}\n{}\n{}", lines.join(",\n"), "  ".repeat(depth)));
        }
        if result.is_ok() {
            self.put(close);
        }
        result
    }

    /// The items of an array, or the pairs of a map, each as text; also those before an offence.
    fn items(
        &mut self,
        argument: Argument,
        is_map: bool,
        depth: usize,
        items: &mut Vec<String>,
    ) -> Result<(), DecodeError> {
        let mut left = argument;
        loop {
            match &mut left {
                Argument::Known(0) => return Ok(()),
                Argument::Known(left) => *left -= 1,
                Argument::Indefinite if self.rest().first() == Some(&0xff) => {
                    self.at += 1;
                    return Ok(());
                }
                Argument::Indefinite => {}
            }
            let mut result = self.item(depth + 1);
            if is_map && result.is_ok() {
                self.put(": ");
                result = self.item(depth + 1);
            }
            let item = std::mem::take(&mut self.text);
            if !item.is_empty() {
                items.push(item);
            }
            result?;
        }
    }

    fn argument(&mut self, info: u8) -> Result<Argument, DecodeError> {
        let length = match info {
            0..24 => return Ok(Argument::Known(info.into())),
            24..28 => 1 << (info - 24),
            31 => return Ok(Argument::Indefinite),
            _ => return Err(DecodeError::Cbor),
        };
        let bytes = self.take(length)?;
        Ok(Argument::Known(bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))))
    }

    fn take(&mut self, length: u64) -> Result<&'b [u8], DecodeError> {
        let taken = usize::try_from(length).ok().and_then(|length| self.rest().get(..length));
        let taken = taken.ok_or(DecodeError::Cbor)?;
        self.at += taken.len();
        Ok(taken)
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // safe: a String takes every write.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
