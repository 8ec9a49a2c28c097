//! The API, asked as the apps ask it: the whole router over a demo city of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper that fails should end the test where it is"
)]

mod desk;
mod lists;
mod minting;
mod origin;
mod problems;
mod roles;
mod sessions;
mod support;
mod tills;
mod wallet;
