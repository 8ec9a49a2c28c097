//! `server run`

use super::Data;
use crate::{
    config::{Config, PUBLIC_BASE},
    failure::Failure,
    serve,
};
use clap::Args;
use credit_code::key::PublicKey;
use std::{net::SocketAddr, path::PathBuf};

#[derive(Debug, Args)]
pub(super) struct Run {
    #[command(flatten)]
    data: Data,
    /// Serve a demo city with synthetic people, signed by the publicly known demo root.
    #[arg(long)]
    demo: bool,
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder of the built apps.
    #[arg(long, default_value = "dist")]
    dist: PathBuf,
    #[command(flatten)]
    lists: ListOptions,
    /// No limits on requests and tokens, to measure a demo city.
    #[arg(long, requires = "demo")]
    unlimited: bool,
    /// One JSON object a line instead of text for people.
    #[arg(long)]
    log_json: bool,
}

/// What signed lists depend on.
#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// The root's public key, 64 hexadecimal digits; apps are built with the same one. Not needed in demo mode.
    #[arg(long, value_name = "HEX", env = "CREDIT_CODE_ROOT", value_parser = root)]
    pub(super) root: Option<PublicKey>,
    /// What the addresses of status lists start with; tokens name them, so never change it in service.
    #[arg(long, default_value = PUBLIC_BASE, env = "CREDIT_PUBLIC_BASE")]
    pub(super) public_base: String,
}

impl Run {
    pub(super) async fn run(self) -> Result<(), Failure> {
        if self.data.clock_offset != 0 && !self.demo {
            return Err(Failure::refused("--clock-offset is for demo cities only"));
        }
        let config = Config {
            data: self.data.data,
            dist: self.dist,
            listen: self.listen,
            demo: self.demo,
            unlimited: self.unlimited,
            root: self.lists.root,
            public_base: self.lists.public_base,
            clock_offset: self.data.clock_offset,
            log_json: self.log_json,
        };
        serve::run(&config).await
    }
}

/// A public key that is fit for use.
fn root(text: &str) -> Result<PublicKey, String> {
    let wrong = || "64 hexadecimal digits of an Ed25519 public key are due".to_owned();
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(wrong());
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| wrong())?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
    }
    PublicKey::from_bytes(&bytes).map_err(|why| why.to_string())
}
