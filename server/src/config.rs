//! What a running server is told once, at start.

use credit_code::key::PublicKey;
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
    /// Whether limits on requests and tokens are off: for measuring a demo city.
    pub unlimited: bool,
    /// The root whose trust lists are believed; the demo root's place in demo mode.
    pub root: Option<PublicKey>,
    /// What the addresses of status lists start with. Tokens name them, so it never changes with host or port.
    pub public_base: String,
    /// Seconds that the clock is shifted by; 0 outside demo mode.
    pub clock_offset: i64,
    /// Whether logs are JSON.
    pub log_json: bool,
}

/// What the addresses of status lists start with, unless the operator says otherwise.
pub const PUBLIC_BASE: &str = "https://credit.example";

impl Default for Config {
    fn default() -> Self {
        Self {
            data: "data".into(),
            dist: "dist".into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            demo: false,
            unlimited: false,
            root: None,
            public_base: PUBLIC_BASE.to_owned(),
            clock_offset: 0,
            log_json: false,
        }
    }
}
