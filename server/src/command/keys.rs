//! `server keys …`

use super::{
    Data,
    opened::{Opened, cities},
};
use crate::{
    failure::Failure,
    keys::{self, AHEAD_S, USES, sql, usage_name},
};
use clap::{Args, Subcommand};
use credit_code::{key::Kid, trust::Use};
use domain::region::RegionCode;

#[derive(Debug, Subcommand)]
pub(super) enum Keys {
    /// List all keys, one a line: id, city, use, state, and since and until when.
    List(Data),
    /// Make the next keys. Tills learn of them three days before they sign.
    Rotate(Rotate),
    /// Revoke a key: tills refuse everything that it signed, as soon as they have the next trust list.
    Revoke(Revoke),
}

#[derive(Debug, Args)]
pub(super) struct Rotate {
    #[command(flatten)]
    data: Data,
    /// Of this city only (GB/T 2260).
    #[arg(long)]
    city: Option<u32>,
    /// For this use only: phone, paper or status.
    #[arg(long = "use", value_parser = usage)]
    usage: Option<Use>,
    /// Let the new keys sign at once: a till that has no newer list does not know them.
    #[arg(long)]
    at_once: bool,
}

#[derive(Debug, Args)]
pub(super) struct Revoke {
    #[command(flatten)]
    data: Data,
    /// The key's id, 8 hexadecimal digits.
    kid: Kid,
}

impl Keys {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::List(data) => list(&data).await,
            Self::Rotate(rotate) => rotate.run().await,
            Self::Revoke(revoke) => revoke.run().await,
        }
    }
}

async fn list(data: &Data) -> Result<(), Failure> {
    let opened = Opened::at(data).await?;
    let keys = sql::all(opened.db.read()).await?;
    for key in &keys {
        let state = format!("{:?}", keys::state(key, &keys, opened.now)).to_lowercase();
        let usage = usage_name(key.usage);
        let (from, until) = (time(key.signs_from), time(key.expires_at));
        println!("{}  {}  {usage:<6}  {state:<7}  {from}  {until}", key.kid, key.city);
    }
    opened.db.close().await;
    Ok(())
}

impl Rotate {
    async fn run(self) -> Result<(), Failure> {
        let opened = Opened::at(&self.data).await?;
        let asked = |city: &RegionCode| self.city.is_none_or(|number| number == city.number());
        let cities: Vec<_> = cities().into_iter().filter(asked).collect();
        if cities.is_empty() {
            return Err(Failure::refused("no such city here"));
        }
        let signs_from = if self.at_once { opened.now } else { opened.now + AHEAD_S };
        let mut writing = opened.db.write().await?;
        for city in cities {
            for usage in USES.into_iter().filter(|usage| self.usage.is_none_or(|asked| asked == *usage)) {
                let key =
                    keys::create(&mut writing, &opened.vault, city, usage, opened.now, signs_from).await?;
                println!("{}  {city}  {:<6}  signs from {}", key.kid, usage_name(usage), time(signs_from));
            }
        }
        writing.commit().await?;
        remind(&opened);
        opened.db.close().await;
        Ok(())
    }
}

impl Revoke {
    async fn run(self) -> Result<(), Failure> {
        let opened = Opened::at(&self.data).await?;
        let mut writing = opened.db.write().await?;
        if !sql::revoke(&mut writing, self.kid, opened.now).await? {
            return Err(Failure::refused(format!("there is no key {} that is not revoked yet", self.kid)));
        }
        sql::changed(&mut writing).await?;
        keys::create_missing(&mut writing, &opened.vault, &cities(), opened.now).await?;
        writing.commit().await?;
        println!("revoked {}", self.kid);
        remind(&opened);
        opened.db.close().await;
        Ok(())
    }
}

/// Outside demo mode nothing reaches tills before the root has signed it.
fn remind(opened: &Opened) {
    if !opened.demo {
        println!("now: `server trust export`, let the root sign it, `server trust install`");
    }
}

fn usage(text: &str) -> Result<Use, String> {
    let known = USES.into_iter().find(|usage| usage_name(*usage) == text);
    known.ok_or_else(|| "phone, paper or status is due".to_owned())
}

/// A time as RFC 3339 writes it.
pub(super) fn time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(|_| seconds.to_string(), |time| time.to_string())
}
