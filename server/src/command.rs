//! The command line.

use crate::{
    config::{Config, PUBLIC_BASE},
    failure::Failure,
    serve,
};
use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};

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
    Run(Run),
    /// Print the description of the API (OpenAPI 3.1).
    Openapi,
}

/// Where everything that the server keeps lies.
#[derive(Debug, Args)]
pub(crate) struct Data {
    /// The data folder; made when it is missing.
    #[arg(long, default_value = "data", env = "CREDIT_DATA")]
    data: PathBuf,
}

#[derive(Debug, Args)]
struct Run {
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
    /// What the addresses of status lists start with; tokens name them, so never change it in service.
    #[arg(long, default_value = PUBLIC_BASE, env = "CREDIT_PUBLIC_BASE")]
    public_base: String,
    /// Seconds to shift the clock by, for tests.
    #[arg(long, default_value_t = 0, allow_hyphen_values = true, requires = "demo")]
    clock_offset: i64,
    /// One JSON object a line instead of text for people.
    #[arg(long)]
    log_json: bool,
}

impl Cli {
    /// Does what was asked for.
    ///
    /// # Errors
    /// [`Failure`], which says in a sentence what was wrong.
    pub async fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Run(run) => serve::run(&run.config()).await,
            Command::Openapi => {
                println!("{}", crate::openapi_text()?);
                Ok(())
            }
        }
    }
}

impl Run {
    fn config(self) -> Config {
        Config {
            data: self.data.data,
            dist: self.dist,
            listen: self.listen,
            demo: self.demo,
            public_base: self.public_base,
            clock_offset: self.clock_offset,
            log_json: self.log_json,
        }
    }
}
