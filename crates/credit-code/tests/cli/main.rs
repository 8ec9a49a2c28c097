//! The command line, as shops' own systems use it.

#![cfg(test)]

mod making;
mod run;
mod scanning;
mod verifying;
