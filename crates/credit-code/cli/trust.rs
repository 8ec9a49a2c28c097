//! `credit-code trust sign`

use crate::{
    Failure, read,
    value::{self, Hex},
};
use clap::{Args, Subcommand};
use credit_code::{
    UnixTime,
    body::NumberSet,
    key::PublicKey,
    trust::{Anchor, TierMap, TrustEntry, TrustList, Use},
};
use serde::{Deserialize, Deserializer, de::Error};
use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

#[derive(Debug, Subcommand)]
pub(crate) enum Trust {
    /// Sign a trust list that is described in JSON.
    Sign(Sign),
}

#[derive(Debug, Args)]
pub(crate) struct Sign {
    /// The root's seed.
    #[arg(long, value_name = "HEX", env = "CREDIT_CODE_ROOT_SEED", hide_env_values = true)]
    seed: Hex<32>,
    /// The signed list before: the new one must be able to follow it.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// Where the signed list goes; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The description; standard input when left out.
    description: Option<PathBuf>,
}

impl Trust {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let Self::Sign(sign) = self;
        let text = read::text(sign.description.as_deref())?;
        let list = TrustList::from(serde_json::from_str::<Description>(&text)?);
        let root = sign.seed.signing_key();
        if let Some(path) = &sign.previous {
            let anchor = Anchor::pinned(root.public());
            let opened =
                TrustList::open(&read::file(path)?, &anchor).map_err(|why| read::named(path, why))?;
            list.check_succession(&opened.0)?;
        }
        read::put(sign.out.as_deref(), &list.sign(&root)?)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A trust list in JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    seq: u64,
    #[serde(deserialize_with = "time")]
    iat: UnixTime,
    #[serde(deserialize_with = "time")]
    exp: UnixTime,
    home: u32,
    #[serde(default, deserialize_with = "maybe_key")]
    next_root: Option<PublicKey>,
    keys: Vec<Key>,
}

/// One of its keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    #[serde(deserialize_with = "key")]
    public: PublicKey,
    city: u32,
    city_name: String,
    #[serde(rename = "use")]
    usage: Usage,
    #[serde(deserialize_with = "time")]
    nbf: UnixTime,
    #[serde(deserialize_with = "time")]
    exp: UnixTime,
    #[serde(default)]
    lifetime_s: u32,
    #[serde(default)]
    tiers: Vec<u8>,
    #[serde(default)]
    perks: Vec<u8>,
    #[serde(default)]
    status_uri: Option<String>,
    #[serde(default)]
    tier_map: BTreeMap<u8, u8>,
    #[serde(default = "one")]
    min_version: u8,
    #[serde(default, deserialize_with = "maybe_time")]
    revoked_at: Option<UnixTime>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Usage {
    Phone,
    Paper,
    Status,
}

impl From<Description> for TrustList {
    fn from(list: Description) -> Self {
        let Description { seq, iat, exp, home, next_root, keys } = list;
        Self { seq, iat, exp, home, next_root, entries: keys.into_iter().map(TrustEntry::from).collect() }
    }
}

impl From<Key> for TrustEntry {
    fn from(key: Key) -> Self {
        Self {
            kid: key.public.kid(),
            x: key.public,
            city: key.city,
            city_name: key.city_name,
            usage: match key.usage {
                Usage::Phone => Use::Phone,
                Usage::Paper => Use::Paper,
                Usage::Status => Use::Status,
            },
            nbf: key.nbf,
            exp: key.exp,
            lifetime_s: key.lifetime_s,
            tiers: NumberSet::from_iter(key.tiers),
            perks: NumberSet::from_iter(key.perks),
            status_uri: key.status_uri,
            tier_map: TierMap(key.tier_map),
            min_version: key.min_version,
            revoked_at: key.revoked_at,
        }
    }
}

const fn one() -> u8 {
    1
}

fn time<'de, D: Deserializer<'de>>(d: D) -> Result<UnixTime, D::Error> {
    value::time(&String::deserialize(d)?).map_err(D::Error::custom)
}

fn maybe_time<'de, D: Deserializer<'de>>(d: D) -> Result<Option<UnixTime>, D::Error> {
    Option::<String>::deserialize(d)?.map(|text| value::time(&text).map_err(D::Error::custom)).transpose()
}

fn key<'de, D: Deserializer<'de>>(d: D) -> Result<PublicKey, D::Error> {
    value::public_key(&String::deserialize(d)?).map_err(D::Error::custom)
}

fn maybe_key<'de, D: Deserializer<'de>>(d: D) -> Result<Option<PublicKey>, D::Error> {
    Option::<String>::deserialize(d)?
        .map(|text| value::public_key(&text).map_err(D::Error::custom))
        .transpose()
}
