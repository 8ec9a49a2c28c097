//! Shops and perks as they are stored.

use crate::{db::Db, http::error::ApiError};
use api::{
    merchants::{MerchantCard, PerkCard},
    score::Localized,
};
use credit_code::body::Perks;
use domain::{disclosure::PerkId, level::Tier};
use sqlx::{Row, any::AnyRow};

/// All shops, by name.
pub(super) async fn merchants(db: &Db) -> Result<Vec<MerchantCard>, ApiError> {
    let rows = sqlx::query("SELECT * FROM merchants ORDER BY name_zh, id").fetch_all(db.read()).await?;
    rows.iter().map(merchant).collect()
}

/// All perks, by number.
pub(crate) async fn perks(db: &Db) -> Result<Vec<PerkCard>, ApiError> {
    let rows = sqlx::query("SELECT * FROM perks ORDER BY number").fetch_all(db.read()).await?;
    rows.iter().map(perk).collect()
}

/// The numbers of all perks, and of those that may stand on paper.
pub(crate) async fn perk_sets(db: &Db) -> Result<(Perks, Perks), sqlx::Error> {
    let rows: Vec<(i64, i64)> =
        sqlx::query_as("SELECT number, paper FROM perks").fetch_all(db.read()).await?;
    let numbers = |only_paper: bool| {
        let kept = rows.iter().filter(move |(_, paper)| !only_paper || *paper != 0);
        kept.filter_map(|(number, _)| u8::try_from(*number).ok()).collect()
    };
    Ok((numbers(false), numbers(true)))
}

/// The numbers of perks that may stand on the paper of a person of a tier.
pub(crate) async fn perks_open_on_paper(db: &Db, tier: Tier) -> Result<Perks, sqlx::Error> {
    let query = sqlx::query_as("SELECT number FROM perks WHERE paper <> 0 AND tier <= $1");
    let rows: Vec<(i64,)> = query.bind(i64::from(tier.number())).fetch_all(db.read()).await?;
    Ok(rows.iter().filter_map(|(number,)| u8::try_from(*number).ok()).collect())
}

fn merchant(row: &AnyRow) -> Result<MerchantCard, ApiError> {
    let perks: i64 = row.try_get("perks")?;
    Ok(MerchantCard {
        id: row.try_get::<String, _>("id")?.parse().map_err(ApiError::internal)?,
        name: both(row, "name")?,
        category: both(row, "category")?,
        address: both(row, "address")?,
        position: (small(row, "latitude")?, small(row, "longitude")?),
        hours: row.try_get("hours")?,
        perks: (0..=PerkId::MAX)
            .filter(|n| perks >> n & 1 == 1)
            .filter_map(|n| PerkId::try_from(n).ok())
            .collect(),
    })
}

fn perk(row: &AnyRow) -> Result<PerkCard, ApiError> {
    Ok(PerkCard {
        id: small::<u8>(row, "number")?.try_into().map_err(ApiError::internal)?,
        name: both(row, "name")?,
        benefit: both(row, "benefit")?,
        tier: small::<u8>(row, "tier")?.try_into().map_err(ApiError::internal)?,
        strict: row.try_get::<i64, _>("strict")? != 0,
    })
}

fn both(row: &AnyRow, name: &str) -> Result<Localized, ApiError> {
    let column = |language: &str| row.try_get(format!("{name}_{language}").as_str());
    Ok(Localized { zh: column("zh")?, en: column("en")? })
}

fn small<T: TryFrom<i64, Error: std::fmt::Display>>(row: &AnyRow, name: &str) -> Result<T, ApiError> {
    T::try_from(row.try_get::<i64, _>(name)?).map_err(ApiError::internal)
}
