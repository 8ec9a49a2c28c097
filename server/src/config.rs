//! What a running server is told once, at start.

use std::{net::SocketAddr, path::PathBuf};

/// The configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where keys, lists and the database lie.
    pub data: PathBuf,
    /// The built apps.
    pub dist: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whether this is a demo city.
    pub demo: bool,
    /// Seconds that the clock is shifted by; 0 outside demo mode.
    pub clock_offset: i64,
    /// Whether logs are JSON.
    pub log_json: bool,
}
