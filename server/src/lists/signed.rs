//! A signed list as it is published.

use base64ct::{Base64UrlUnpadded, Encoding};
use bytes::Bytes;
use sha2::{Digest, Sha256};

/// Bytes, and what is told about them. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The list.
    pub bytes: Bytes,
    /// Its entity tag (RFC 9110 §8.8.3), quotes included.
    pub etag: String,
    /// When it was signed, seconds since 1970-01-01 UTC.
    pub iat: i64,
    /// Revoked places of a status list; keys of a trust list.
    pub entries: u32,
}

impl Signed {
    /// Publishes bytes.
    pub fn new(bytes: Vec<u8>, iat: i64, entries: u32) -> Self {
        let digest = Sha256::digest(&bytes);
        let etag = format!("\"{}\"", Base64UrlUnpadded::encode_string(&digest[..16]));
        Self { bytes: bytes.into(), etag, iat, entries }
    }
}
