//! The messages in English.

pub(super) mod common;
pub(super) mod desk;
pub(super) mod merchant;
pub(super) mod wallet;
