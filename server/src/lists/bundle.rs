//! Everything in one download.

use super::{signed::Signed, status, trust::Trust};
use crate::failure::Failure;
use credit_code::bundle::Bundle;

/// The trust list and every status list.
///
/// # Errors
/// When there are more lists than a till takes: better said here than refused at every counter.
pub(super) fn of(trust: &Trust, status: &status::Published) -> Result<Signed, Failure> {
    if status.len() > Bundle::MAX_STATUS {
        let (lists, most) = (status.len(), Bundle::MAX_STATUS);
        return Err(Failure::refused(format!(
            "{lists} status lists are more than the {most} that tills take"
        )));
    }
    let lists: Vec<Vec<u8>> = status.values().map(|list| list.signed.bytes.to_vec()).collect();
    let entries = u32::try_from(lists.len()).unwrap_or(u32::MAX);
    let bundle = Bundle { trust: trust.signed.bytes.to_vec(), status: lists };
    Ok(Signed::new(bundle.encode(), trust.signed.iat, entries))
}
