//! The messages of `text::merchant` in 简体中文.
