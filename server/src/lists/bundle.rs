//! Everything in one download.

use super::{signed::Signed, status, trust::Trust};
use credit_code::bundle::Bundle;

/// The trust list and every status list.
pub(super) fn of(trust: &Trust, status: &status::Published) -> Signed {
    let lists: Vec<Vec<u8>> = status.values().map(|list| list.signed.bytes.to_vec()).collect();
    let entries = u32::try_from(lists.len()).unwrap_or(u32::MAX);
    let bundle = Bundle { trust: trust.signed.bytes.to_vec(), status: lists };
    Signed::new(bundle.encode(), trust.signed.iat, entries)
}
