//! The messages of `text::desk` in 简体中文.
