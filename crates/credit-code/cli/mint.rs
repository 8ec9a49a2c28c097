//! `credit-code mint`

use crate::{
    Failure,
    value::{Hex, hex, public_key, status_ref, time},
};
use clap::Args;
use credit_code::{
    UnixTime,
    body::{Body, MaskedName, NumberSet, StatusRef},
    key::PublicKey,
    token::{PaperClaims, PhoneClaims},
};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Mint {
    /// The issuing key's seed.
    #[arg(long, value_name = "HEX", env = "CREDIT_CODE_ISSUER_SEED", hide_env_values = true)]
    seed: Hex<32>,
    /// For a phone: its public key.
    #[arg(long, value_name = "HEX", value_parser = public_key, conflicts_with = "nbf")]
    holder: Option<PublicKey>,
    /// For paper: when it begins.
    #[arg(long, value_name = "RFC3339", value_parser = time, required_unless_present = "holder")]
    nbf: Option<UnixTime>,
    /// When it ends; for a phone a full hour.
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    exp: UnixTime,
    /// The tier, "at least".
    #[arg(long)]
    tier: Option<u8>,
    /// Perk numbers, divided by commas.
    #[arg(long, value_delimiter = ',')]
    perks: Option<Vec<u8>>,
    /// The masked name.
    #[arg(long)]
    name: Option<String>,
    /// Where its status stands.
    #[arg(long, value_name = "LIST,INDEX", value_parser = status_ref)]
    status: Option<StatusRef>,
    /// Year of birth; on paper it must be there.
    #[arg(long)]
    birth_year: Option<u16>,
    /// A sample.
    #[arg(long)]
    specimen: bool,
}

impl Mint {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let Self { holder, nbf, exp, tier, perks, status, birth_year, specimen, .. } = self;
        let name = self.name.as_deref().map(MaskedName::new).transpose()?;
        let body = Body { tier, perks: perks.map(NumberSet::from_iter), name, status, birth_year, specimen };
        let key = self.seed.signing_key();
        let token = match (holder, nbf) {
            (Some(holder), _) => PhoneClaims { exp, holder, body }.sign(&key)?,
            (None, Some(nbf)) => PaperClaims { exp, nbf, body }.sign(&key)?,
            (None, None) => return Err("a phone's key or a beginning is needed".into()),
        };
        println!("{}", hex(token.as_bytes()));
        Ok(ExitCode::SUCCESS)
    }
}
