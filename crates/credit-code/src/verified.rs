//! Proof that something was checked, as a type.

use std::ops::Deref;

/// A value whose signature, key and form were checked. Only this crate makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    pub(crate) fn new(checked: T) -> Self {
        Self(checked)
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
