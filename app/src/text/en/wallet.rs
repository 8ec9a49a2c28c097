//! The messages of `text::wallet` in English.
