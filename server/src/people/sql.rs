//! People, tills and officers as they are stored.

use crate::{db::Db, http::error::ApiError};
use domain::{
    ids::{MerchantId, OfficerId, ResidentId, TillId},
    person::PersonName,
    region::RegionCode,
    resident_number::ResidentNumber,
};

/// A resident, as far as issuing needs one.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name.
    pub name: PersonName,
    /// The city that issues for this person.
    pub city: RegionCode,
    /// Whether this person also helps others.
    pub helper: bool,
    /// Whether there is a score.
    pub scored: bool,
}

/// A resident's year of birth.
///
/// # Errors
/// When the database fails or holds what it never should.
pub async fn birth_year(db: &Db, id: ResidentId) -> Result<Option<u16>, ApiError> {
    let query = sqlx::query_as("SELECT number FROM residents WHERE id = $1");
    let row: Option<(String,)> = query.bind(id.to_string()).fetch_optional(db.read()).await?;
    row.map(|(number,)| {
        let number: ResidentNumber = number.parse().map_err(ApiError::internal)?;
        u16::try_from(number.birth_date().year()).map_err(ApiError::internal)
    })
    .transpose()
}

/// A resident by id.
///
/// # Errors
/// When the database fails or holds what it never should.
pub async fn find(db: &Db, id: ResidentId) -> Result<Option<Person>, ApiError> {
    let row: Option<(String, i64, i64, i64)> =
        sqlx::query_as("SELECT name, city, helper, scored FROM residents WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(db.read())
            .await?;
    row.map(|(name, city, helper, scored)| {
        Ok(Person {
            name: name.parse().map_err(ApiError::internal)?,
            city: u32::try_from(city).map_err(ApiError::internal)?.try_into().map_err(ApiError::internal)?,
            helper: helper != 0,
            scored: scored != 0,
        })
    })
    .transpose()
}

/// A till's shop.
pub(super) async fn till(db: &Db, till: TillId) -> Result<Option<(MerchantId, String)>, ApiError> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT merchants.id, merchants.name_zh FROM tills JOIN merchants ON merchants.id = tills.merchant
         WHERE tills.id = $1",
    )
    .bind(till.to_string())
    .fetch_optional(db.read())
    .await?;
    row.map(|(id, name)| Ok((id.parse().map_err(ApiError::internal)?, name))).transpose()
}

/// An officer's name and office.
pub(super) async fn officer(db: &Db, officer: OfficerId) -> Result<Option<(String, String)>, ApiError> {
    let query = sqlx::query_as("SELECT name, office FROM officers WHERE id = $1");
    Ok(query.bind(officer.to_string()).fetch_optional(db.read()).await?)
}
