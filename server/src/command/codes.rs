//! `server codes …`

use super::{Data, run::ListOptions};
use crate::{codes::paper, config::Config, db::Db, failure::Failure, http::error::ApiError, mode, serve};
use clap::{Args, Subcommand};
use domain::ids::ResidentId;

#[derive(Debug, Subcommand)]
pub(super) enum Codes {
    /// Issue a code for a printed card, and print its text.
    Paper(Paper),
}

#[derive(Debug, Args)]
pub(super) struct Paper {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    lists: ListOptions,
    #[command(flatten)]
    holder: Holder,
}

/// Whose card.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Holder {
    /// A demo account, such as sun-po.
    #[arg(long)]
    account: Option<String>,
    /// A resident's id, 32 hexadecimal digits.
    #[arg(long)]
    resident: Option<ResidentId>,
}

impl Codes {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let Self::Paper(paper) = self;
        paper.run().await
    }
}

impl Paper {
    async fn run(self) -> Result<(), Failure> {
        let db = Db::open(&self.data.data).await?;
        let demo = mode::is_demo(&db).await?.unwrap_or(false);
        db.close().await;
        let resident = self.holder.id(demo)?;
        let config = Config {
            data: self.data.data,
            demo,
            root: self.lists.root,
            public_base: self.lists.public_base,
            clock_offset: self.data.clock_offset,
            ..Config::default()
        };
        let app = serve::start(&config).await?;
        let issued = paper::issue(&app, resident).await.map_err(|error| match error {
            ApiError::Problem(problem) => Failure::refused(problem.title),
            other => Failure::refused(other),
        })?;
        app.db.close().await;
        println!("{}", issued.paper_text().as_str());
        Ok(())
    }
}

impl Holder {
    fn id(&self, demo: bool) -> Result<ResidentId, Failure> {
        let Some(account) = self.account.as_deref().filter(|_| demo) else {
            return self.resident.ok_or_else(|| Failure::refused("accounts exist in demo cities only"));
        };
        let people = sample::residents();
        let person = people.iter().find(|person| person.account.is_some_and(|(key, _)| key == account));
        person.map(|person| person.id).ok_or_else(|| Failure::refused(format!("no account {account}")))
    }
}
