//! The messages of `text::merchant` in English.
