//! Shops and perks as they are stored.

use crate::{db::Db, http::error::ApiError};
use api::{
    merchants::{MerchantCard, PerkCard},
    score::Localized,
};
use domain::disclosure::PerkId;
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
