//! The messages of `text::desk` in English.
