//! What can be wrong with bytes, and with what should become bytes.

/// Why bytes are not what they should be. Each is a verdict of the same name where a code is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DecodeError {
    /// Longer than the format allows.
    #[error("too long")]
    Size,
    /// Not base45 (RFC 9285).
    #[error("not base45")]
    Base45,
    /// Not well-formed CBOR (RFC 8949 §3).
    #[error("not well-formed CBOR")]
    Cbor,
    /// CBOR, but not its one deterministic encoding, or a kind of item that the format does not have.
    #[error("not deterministic CBOR")]
    NonCanonical,
    /// Deterministic CBOR, but not of this shape.
    #[error("not of this shape")]
    Shape,
}

/// Why something cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EncodeError {
    /// A time before 1970, after the year 9999, or not in order.
    #[error("a time out of range, or an end that does not come after its start")]
    Time,
    /// A phone token that does not end at a full hour.
    #[error("a phone token ends at a full hour")]
    WholeHour,
    /// A field's value is outside its limits.
    #[error("a value is out of its range: {0}")]
    Range(&'static str),
    /// A text is not in Unicode normalization form C.
    #[error("a text is not in normalization form C: {0}")]
    NotNfc(&'static str),
    /// A paper code without the birth year that a cashier compares.
    #[error("a paper code needs a birth year")]
    BirthYear,
    /// The whole does not fit.
    #[error("too long")]
    Size,
    /// Two keys of one list have the same id.
    #[error("two keys have the same id: {0}")]
    DuplicateKid(crate::key::Kid),
    /// A token of the other kind is needed here.
    #[error("not a token for a phone")]
    NotPhone,
}
