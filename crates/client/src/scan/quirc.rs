//! The reader in Rust.

use super::{Grey, best};

/// Reads QR codes in grey pictures; one value reads many, and keeps its buffers.
#[derive(Default)]
pub struct Quirc(quircs::Quirc);

impl Quirc {
    /// The text of a code in the picture: a credit code's, where there are several.
    pub fn read(&mut self, picture: &Grey) -> Option<String> {
        let codes = self.0.identify(picture.width(), picture.height(), picture.pixels());
        let texts = codes.filter_map(|code| {
            let data = code.ok()?.decode().ok()?;
            Some(String::from_utf8_lossy(&data.payload).into_owned())
        });
        best(texts)
    }
}
