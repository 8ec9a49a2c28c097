//! The format as others see it: vectors, sizes, flipped bits, noise, and second opinions.

#![cfg(test)]

mod city;
mod craft;
mod flips;
mod hex_page;
mod make;
mod noise;
mod oracle;
mod rfc8392;
mod sizes;
mod table;
mod till;
mod vectors;
