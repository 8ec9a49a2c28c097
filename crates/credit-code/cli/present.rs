//! `credit-code present`

use crate::{
    Failure,
    value::{self, Hex, time},
};
use clap::Args;
use credit_code::{
    UnixTime,
    present::{Aud, Draft, Proof},
    token::IssuerToken,
};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Present {
    /// The token, as `mint` printed it.
    #[arg(long, value_name = "HEX")]
    token: String,
    /// The seed of the phone's key; a paper token has none.
    #[arg(
        long,
        value_name = "HEX",
        env = "CREDIT_CODE_HOLDER_SEED",
        hide_env_values = true,
        requires = "at"
    )]
    seed: Option<Hex<32>>,
    /// The phone's time.
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    at: Option<UnixTime>,
    /// The till that it is meant for.
    #[arg(long, value_name = "TEXT")]
    aud: Option<String>,
    /// The answer to a till's challenge, 8 bytes.
    #[arg(long, value_name = "HEX")]
    challenge: Option<Hex<8>>,
}

impl Present {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let token = IssuerToken::parse(&value::bytes(&self.token)?)?;
        let text = match (self.seed, self.at) {
            (Some(seed), Some(iat)) => {
                let aud = self.aud.as_deref().map(Aud::new).transpose()?;
                let draft = Draft::new(token, Proof { iat, aud, cnonce: self.challenge.map(|hex| hex.0) });
                let signature = seed.signing_key().sign(&draft.to_be_signed());
                draft.finish(signature)?
            }
            _ => token.paper_text(),
        };
        println!("{text}");
        Ok(ExitCode::SUCCESS)
    }
}
