//! The signed lists that a till verifies with: checked against the root that this build was made with, kept, joined
//! with newer ones, never with older ones.

mod held;
mod kept;
mod root;

pub use held::{Ages, Lists, ListsError};
pub use kept::{FetchError, Held, Origin, fetch, load};
pub use root::{BUILT_AT_S, IS_DEMO_ROOT, pinned};

/// The object store of lists.
pub const STORE: &str = "lists";

#[cfg(test)]
mod tests;
