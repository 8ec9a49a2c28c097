//! The messages in 简体中文.

pub(super) mod common;
pub(super) mod desk;
pub(super) mod merchant;
pub(super) mod wallet;
