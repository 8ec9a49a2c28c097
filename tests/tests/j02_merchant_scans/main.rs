//! J2: a cashier's till without a network, and every kind of thing that customers hold before its camera.

#![cfg(test)]

mod clocks;
mod craft;
mod digits;
mod others;
mod senses;
mod tills;
mod verdicts;
