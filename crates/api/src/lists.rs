//! Signed lists that tills verify with. They are CBOR, not JSON, public, and answer with an ETag; so they are
//! paths here and no endpoints.

/// All lists a till needs in one download: the trust list and every status list of today and the next two days
/// (a `credit_code::bundle::Bundle`). Fetching one shard alone would tell which code was scanned.
pub const BUNDLE_PATH: &str = "/lists/bundle.cbor";
/// The trust list alone.
pub const TRUST_PATH: &str = "/lists/trust.cbor";
/// A day's status list: `/lists/status/{city}/{day}/{list}`; its full address is the token's `sub`.
pub const STATUS_PREFIX: &str = "/lists/status";
/// Their media type.
pub const MEDIA_TYPE: &str = "application/cbor";
