//! The messages of `text::wallet` in 简体中文.
