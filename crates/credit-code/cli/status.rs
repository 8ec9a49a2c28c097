//! `credit-code status sign`

use crate::{
    Failure, read,
    value::{Hex, time},
};
use clap::{Args, Subcommand};
use credit_code::{
    UnixTime,
    status::{StatusBits, StatusList},
};
use std::{path::PathBuf, process::ExitCode};

#[derive(Debug, Subcommand)]
pub(crate) enum Status {
    /// Sign a status list.
    Sign(Sign),
}

#[derive(Debug, Args)]
pub(crate) struct Sign {
    /// The seed of a status key.
    #[arg(long, value_name = "HEX", env = "CREDIT_CODE_STATUS_SEED", hide_env_values = true)]
    seed: Hex<32>,
    /// The list's address, with its day and number filled in.
    #[arg(long)]
    uri: String,
    /// When it is signed.
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    iat: UnixTime,
    /// When it ends.
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    exp: UnixTime,
    /// After how many seconds a till should ask for a newer one.
    #[arg(long, default_value_t = 3600)]
    ttl: u32,
    /// For how many tokens there is room.
    #[arg(long, default_value_t = 65_536)]
    size: u32,
    /// A revoked token's index; several are divided by commas.
    #[arg(long, value_delimiter = ',')]
    revoked: Vec<u32>,
    /// Where the signed list goes; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Status {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let Self::Sign(sign) = self;
        let mut bits = StatusBits::new(sign.size);
        for idx in sign.revoked {
            if !bits.set(idx) {
                return Err(format!("index {idx} lies outside a list of {} tokens", bits.len()).into());
            }
        }
        let list = StatusList::new(sign.uri, sign.iat, sign.exp, sign.ttl, bits);
        read::put(sign.out.as_deref(), &list.sign(&sign.seed.signing_key())?)?;
        Ok(ExitCode::SUCCESS)
    }
}
