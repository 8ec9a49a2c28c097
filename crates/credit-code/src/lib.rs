//! The credit code's format, version 1: a signed QR code that a shop verifies with no network.
//!
//! The normative description, from which a second implementation can be written, is `docs/credit-code.md`; the
//! vectors beside this crate (`tests/vectors`) are what both are held to. The format is put together from standards:
//! CBOR (RFC 8949), COSE (RFC 9052, 9053, 9864), CWT (RFC 8392), proof of possession (RFC 8747), key thumbprints
//! (RFC 9679), base45 (RFC 9285), Token Status List (IETF OAuth WG) and QR codes (ISO/IEC 18004).
//!
//! Nothing here reads a clock, a file or a random source: time, keys and bytes come in as values.
//!
//! | who | uses |
//! |---|---|
//! | an issuer | [`token::PhoneClaims::sign`], [`token::PaperClaims::sign`], [`trust::TrustList::sign`], [`status::StatusList::sign`] |
//! | a wallet | [`possession::message`], [`present::Draft`], `qr::encode` |
//! | a till | [`trust::TrustList::open`], [`status::StatusList::open`], [`verify::Verifier`] |
//! | a curious person | [`diag::inspect`] |

mod base45;
pub mod body;
pub mod bundle;
mod cbor;
mod code;
mod cose;
pub mod diag;
mod error;
pub mod key;
pub mod possession;
pub mod present;
#[cfg(feature = "qr")]
pub mod qr;
pub mod status;
mod time;
pub mod token;
pub mod trust;
pub mod verdict;
mod verified;
pub mod verify;

pub use error::{DecodeError, EncodeError};
pub use time::UnixTime;
pub use verified::Verified;

/// What every code's text begins with.
pub const PREFIX: &str = "CC1:";
/// This version of the format.
pub const VERSION: u8 = 1;
/// The most characters of a code's text.
pub const MAX_TEXT: usize = 700;
/// The most bytes that a code's text may stand for.
pub const MAX_RAW: usize = 460;
/// The most bytes of a payload in a code.
pub const MAX_PAYLOAD: usize = 256;
