//! A data folder, opened by a command while a server may be running on it.

use super::Data;
use crate::{clock::Clock, db::Db, failure::Failure, keys::Vault, mode};
use domain::region::RegionCode;

pub(super) struct Opened {
    pub(super) db: Db,
    pub(super) vault: Vault,
    pub(super) demo: bool,
    pub(super) now: i64,
}

impl Opened {
    pub(super) async fn at(data: &Data) -> Result<Self, Failure> {
        if !data.data.join("city.db").exists() {
            let path = data.data.display();
            return Err(Failure::refused(format!("{path} holds no city yet; start the server once")));
        }
        let db = Db::open(&data.data).await?;
        let demo = mode::is_demo(&db).await?.unwrap_or(false);
        let offset = if demo { data.clock_offset } else { 0 };
        Ok(Self { vault: Vault::open(&data.data)?, demo, now: Clock::shifted(offset).now(), db })
    }
}

/// The cities that keys are made for.
pub(super) fn cities() -> Vec<RegionCode> {
    sample::cities().iter().map(|city| city.code).collect()
}
