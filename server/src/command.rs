//! The command line.

mod codes;
mod keys;
mod opened;
mod run;
mod trust;

use crate::failure::Failure;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// The city's server.
#[derive(Debug, Parser)]
#[command(name = "server", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the apps, the API and the lists.
    Run(run::Run),
    /// Issuing keys: list, rotate, revoke.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// The trust list: export for the root to sign, install when signed.
    #[command(subcommand)]
    Trust(trust::Trust),
    /// Codes on paper.
    #[command(subcommand)]
    Codes(codes::Codes),
    /// Print the description of the API (OpenAPI 3.1).
    Openapi,
}

/// Where everything that the server keeps lies.
#[derive(Debug, Args)]
struct Data {
    /// The data folder; made when it is missing.
    #[arg(long, default_value = "data", env = "CREDIT_DATA")]
    data: PathBuf,
    /// Seconds to shift the clock by, for tests of a demo city.
    #[arg(long, default_value_t = 0, allow_hyphen_values = true)]
    clock_offset: i64,
}

impl Cli {
    /// Does what was asked for.
    ///
    /// # Errors
    /// [`Failure`], which says in a sentence what was wrong.
    pub async fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Run(run) => run.run().await,
            Command::Keys(keys) => keys.run().await,
            Command::Trust(trust) => trust.run().await,
            Command::Codes(codes) => codes.run().await,
            Command::Openapi => {
                println!("{}", crate::openapi_text()?);
                Ok(())
            }
        }
    }
}
