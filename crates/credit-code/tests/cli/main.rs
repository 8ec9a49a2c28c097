//! The command line, as shops' own systems use it.

mod making;
mod run;
mod scanning;
mod verifying;
