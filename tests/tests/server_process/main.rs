//! The server as a process: killed, stopped, damaged, refused, and told to change its keys while it runs.

#![cfg(test)]

mod bodies;
mod client;
mod damage;
mod killed;
mod modes;
mod operator;
mod raw;
mod real_city;
mod revoking;
mod rotation;
mod stopping;
mod wallet;
