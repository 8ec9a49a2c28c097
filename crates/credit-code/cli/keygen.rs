//! `credit-code keygen`

use crate::{
    Failure,
    value::{Hex, hex},
};
use clap::Args;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Keygen {
    /// The seed; random when left out.
    #[arg(long, value_name = "HEX")]
    seed: Option<Hex<32>>,
}

#[derive(Serialize)]
struct Key {
    seed: String,
    public: String,
    kid: String,
}

impl Keygen {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let seed = match self.seed {
            Some(seed) => seed,
            None => random()?,
        };
        let public = seed.signing_key().public();
        let key =
            Key { seed: seed.to_string(), public: hex(&public.to_bytes()), kid: public.kid().to_string() };
        println!("{}", serde_json::to_string(&key)?);
        Ok(ExitCode::SUCCESS)
    }
}

fn random() -> Result<Hex<32>, Failure> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    Ok(Hex(seed))
}
