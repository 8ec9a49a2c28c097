//! A code's text as a QR code (ISO/IEC 18004), feature `qr`.

use crate::present::CodeText;
use qrcode::{EcLevel, QrCode, Version};

/// How much of the picture may be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ecc {
    /// About 15 %: for screens.
    M,
    /// About 25 %: for paper.
    Q,
}

/// The modules of a QR code, without the quiet zone of 4 modules that must stay around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on a side: 17 + 4 × version.
    pub size: usize,
    /// Row by row; true is dark.
    pub modules: Vec<bool>,
}

/// The text does not fit into any QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text does not fit into a QR code")]
pub struct QrError;

impl Qr {
    /// Its version, 1 to 40.
    pub const fn version(&self) -> usize {
        self.size.saturating_sub(17) / 4
    }

    /// Whether a module is dark; those outside are not.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.modules.get(y * self.size + x).copied().unwrap_or(false)
    }
}

/// Draws a text in the smallest version that holds it. A [`CodeText`] becomes one alphanumeric segment.
///
/// # Errors
/// [`QrError`] when the text is too long.
pub fn encode(text: &str, ecc: Ecc) -> Result<Qr, QrError> {
    let level = match ecc {
        Ecc::M => EcLevel::M,
        Ecc::Q => EcLevel::Q,
    };
    let code = QrCode::with_error_correction_level(text, level).map_err(|_| QrError)?;
    match code.version() {
        Version::Normal(_) => {
            let size = code.width();
            let modules = code.into_colors().into_iter().map(|c| c == qrcode::Color::Dark).collect();
            Ok(Qr { size, modules })
        }
        Version::Micro(_) => Err(QrError),
    }
}

/// Draws a phone code for a screen.
///
/// # Errors
/// [`QrError`] when the text is too long, which no code's is.
pub fn for_screen(text: &CodeText) -> Result<Qr, QrError> {
    encode(text.as_str(), Ecc::M)
}

/// Draws a paper code for print.
///
/// # Errors
/// [`QrError`] when the text is too long, which no code's is.
pub fn for_paper(text: &CodeText) -> Result<Qr, QrError> {
    encode(text.as_str(), Ecc::Q)
}

#[cfg(test)]
mod tests;
