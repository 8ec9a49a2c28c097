//! One-time tokens: fetched ahead for three days, taken once each, shown with a fresh proof every 15 seconds.

mod mint;
mod show;
mod store;

pub use mint::{MintError, Plan, drop_revoked, is_low, plan, refill};
pub use show::{ShowError, Showing, till_nonce};
pub use store::{Stock, forget_all, purge, stock};

use crate::{cache, idb::Db, keys};
use domain::disclosure::Purpose;

/// The object store of tokens.
pub const STORE: &str = "tokens";

/// The wallet's database.
pub const WALLET: Db = Db::new("credit-code-wallet", 1, &[cache::STORE, keys::STORE, STORE]);

/// A purpose as a part of a key and of an address.
pub fn slug(purpose: Purpose) -> String {
    match purpose {
        Purpose::Level => "level".to_owned(),
        Purpose::LevelAndName => "name".to_owned(),
        Purpose::Perk(perk) => format!("perk-{}", perk.number()),
    }
}

/// The purpose of a slug.
pub fn from_slug(slug: &str) -> Option<Purpose> {
    match slug {
        "level" => Some(Purpose::Level),
        "name" => Some(Purpose::LevelAndName),
        _ => slug.strip_prefix("perk-")?.parse::<u8>().ok()?.try_into().ok().map(Purpose::Perk),
    }
}
