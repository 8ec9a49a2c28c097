//! `server trust …`: the way of a trust list to the offline root and back.

use super::{Data, keys::time, opened::Opened, run::ListOptions};
use crate::{
    config::Config,
    failure::Failure,
    file,
    keys::{sql, usage_name},
    lists::{
        root::{self, Root},
        trust::{self, LIFE_S},
    },
    serve,
};
use clap::{Args, Subcommand};
use credit_code::trust::{Anchor, TrustEntry};
use serde::Serialize;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// A list signed ahead of its day is installed on that day: tills take its time for theirs.
const EARLY_S: i64 = 300;

#[derive(Debug, Subcommand)]
pub(super) enum Trust {
    /// Print what the root is to sign, as `credit-code trust sign` reads it.
    Export(Export),
    /// Take in a list that the root has signed; a running server publishes it within a second.
    Install(Install),
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    lists: ListOptions,
    /// For a list signed ahead: so many days from now.
    #[arg(long, default_value_t = 0)]
    days_ahead: u16,
}

#[derive(Debug, Args)]
pub(super) struct Install {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    lists: ListOptions,
    /// The signed list.
    file: PathBuf,
}

impl Trust {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Export(export) => export.run().await,
            Self::Install(install) => install.run().await,
        }
    }
}

impl Export {
    async fn run(self) -> Result<(), Failure> {
        let opened = Opened::at(&self.data).await?;
        let root = root(&opened, &self.lists)?;
        let keys = sql::all(opened.db.read()).await?;
        let config = Config { public_base: self.lists.public_base, ..Config::default() };
        let catalogue = serve::catalogue(&opened.db, opened.now).await?;
        let last = trust::read(&self.data.data, root)?.map_or(0, |last| last.list.seq);
        let iat = opened.now + i64::from(self.days_ahead) * crate::clock::DAY_S;
        let list = List {
            seq: last + 1 + u64::from(self.days_ahead),
            iat: time(iat),
            exp: time(iat + LIFE_S),
            home: catalogue.home().ok_or_else(|| Failure::refused("no city to issue for"))?,
            keys: catalogue.entries(&config, &keys, iat).iter().map(Entry::of).collect(),
        };
        println!("{}", serde_json::to_string_pretty(&list).map_err(Failure::refused)?);
        opened.db.close().await;
        Ok(())
    }
}

impl Install {
    async fn run(self) -> Result<(), Failure> {
        let opened = Opened::at(&self.data).await?;
        let root = root(&opened, &self.lists)?;
        let bytes = fs::read(&self.file).map_err(Failure::file(&self.file))?;
        // Held until the end: another command, or a server, waits and then sees this list.
        let mut writing = opened.db.write().await?;
        let last = trust::read(&self.data.data, root)?;
        let anchor = match &last {
            Some(last) => Anchor::kept(root, last.list.next_root, last.list.seq),
            None => Anchor::pinned(root),
        };
        let new = trust::open(bytes, &anchor).map_err(root::refusal)?;
        if new.list.iat.0 > opened.now + EARLY_S {
            let from = time(new.list.iat.0);
            return Err(Failure::refused(format!("this list is signed for {from}; install it then")));
        }
        if let Some(last) = &last {
            new.list.check_succession(&last.list).map_err(Failure::refused)?;
        }
        // A list that was signed ahead does not know of what was revoked since.
        for key in sql::all(opened.db.read()).await?.iter().filter(|key| key.revoked_at.is_some()) {
            if new.list.find(key.kid).is_some_and(|entry| entry.revoked_at.is_none()) {
                return Err(Failure::refused(format!(
                    "key {} is revoked here and not on this list; export again and let the root sign that",
                    key.kid
                )));
            }
        }
        file::replace(&trust::path(&self.data.data), &new.signed.bytes)?;
        sql::changed(&mut writing).await?;
        writing.commit().await?;
        println!("installed list {} of {}", new.list.seq, time(new.list.iat.0));
        for key in sql::all(opened.db.read()).await? {
            if key.revoked_at.is_none() && key.expires_at > opened.now && new.list.find(key.kid).is_none() {
                println!("warning: key {} ({}) is not on it and cannot sign", key.kid, usage_name(key.usage));
            }
        }
        opened.db.close().await;
        Ok(())
    }
}

/// The root of a real city.
fn root(opened: &Opened, lists: &ListOptions) -> Result<credit_code::key::PublicKey, Failure> {
    if opened.demo {
        return Err(Failure::refused("a demo city signs its own lists"));
    }
    match Root::of(&Config { root: lists.root, ..Config::default() })? {
        Root::Pinned(root) => Ok(root),
        Root::Demo => Err(Failure::refused("a demo city signs its own lists")),
    }
}

/// What `credit-code trust sign` reads.
#[derive(Serialize)]
struct List {
    seq: u64,
    iat: String,
    exp: String,
    home: u32,
    keys: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    public: String,
    city: u32,
    city_name: String,
    #[serde(rename = "use")]
    usage: &'static str,
    nbf: String,
    exp: String,
    lifetime_s: u32,
    tiers: Vec<u8>,
    perks: Vec<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_uri: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    tier_map: BTreeMap<u8, u8>,
    min_version: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    revoked_at: Option<String>,
}

impl Entry {
    fn of(entry: &TrustEntry) -> Self {
        Self {
            public: file::hex(&entry.x.to_bytes()),
            city: entry.city,
            city_name: entry.city_name.clone(),
            usage: usage_name(entry.usage),
            nbf: time(entry.nbf.0),
            exp: time(entry.exp.0),
            lifetime_s: entry.lifetime_s,
            tiers: entry.tiers.iter().collect(),
            perks: entry.perks.iter().collect(),
            status_uri: entry.status_uri.clone(),
            tier_map: entry.tier_map.0.clone(),
            min_version: entry.min_version,
            revoked_at: entry.revoked_at.map(|at| time(at.0)),
        }
    }
}
