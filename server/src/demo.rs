//! Fills an empty database with the demo city.

use crate::db::{Db, Writing};
use domain::{ids::TillId, score::Record};
use sample::Resident;
use sha2::{Digest, Sha256};

/// Writes the synthetic city, unless it is there already; all or nothing.
///
/// # Errors
/// When the database fails.
pub async fn fill(db: &Db) -> Result<(), sqlx::Error> {
    let mut writing = db.write().await?;
    let (there,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM residents").fetch_one(&mut *writing).await?;
    if there == 0 {
        perks(&mut writing).await?;
        merchants(&mut writing).await?;
        officers(&mut writing).await?;
        for person in sample::residents() {
            resident(&mut writing, &person).await?;
        }
    }
    writing.commit().await
}

async fn perks(writing: &mut Writing) -> Result<(), sqlx::Error> {
    for perk in sample::perks() {
        sqlx::query("INSERT INTO perks VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(i64::from(perk.id.number()))
            .bind(perk.name.zh)
            .bind(perk.name.en)
            .bind(perk.benefit.zh)
            .bind(perk.benefit.en)
            .bind(i64::from(perk.tier.number()))
            .bind(i64::from(perk.strict))
            .bind(i64::from(perk.paper))
            .execute(&mut **writing)
            .await?;
    }
    Ok(())
}

async fn merchants(writing: &mut Writing) -> Result<(), sqlx::Error> {
    for shop in sample::merchants() {
        let perks = shop.perks.iter().fold(0_i64, |set, perk| set | 1 << perk.number());
        sqlx::query("INSERT INTO merchants VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
            .bind(shop.id.to_string())
            .bind(shop.number.to_string())
            .bind(shop.name.zh)
            .bind(shop.name.en)
            .bind(shop.category.zh)
            .bind(shop.category.en)
            .bind(shop.address.zh)
            .bind(shop.address.en)
            .bind(i64::from(shop.district.number()))
            .bind(i64::from(shop.position.0))
            .bind(i64::from(shop.position.1))
            .bind(shop.hours)
            .bind(perks)
            .execute(&mut **writing)
            .await?;
    }
    for account in sample::merchant_accounts() {
        till(writing, account.till, &account.merchant.to_string()).await?;
    }
    Ok(())
}

async fn till(writing: &mut Writing, till: TillId, merchant: &str) -> Result<(), sqlx::Error> {
    let insert =
        sqlx::query("INSERT INTO tills VALUES ($1, $2)").bind(till.to_string()).bind(merchant.to_owned());
    insert.execute(&mut **writing).await.map(|_| ())
}

async fn officers(writing: &mut Writing) -> Result<(), sqlx::Error> {
    for account in sample::officer_accounts() {
        sqlx::query("INSERT INTO officers VALUES ($1, $2, $3)")
            .bind(account.officer.to_string())
            .bind(account.name)
            .bind(account.office)
            .execute(&mut **writing)
            .await?;
    }
    Ok(())
}

async fn resident(writing: &mut Writing, person: &Resident) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO residents VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(person.id.to_string())
        .bind(i64::from(person.city.number()))
        .bind(person.name.as_str().to_owned())
        .bind(person.number.as_str().to_owned())
        .bind(i64::from(person.helper))
        .bind(i64::from(person.scored))
        .execute(&mut **writing)
        .await?;
    for (at, of) in person.records.iter().enumerate() {
        record(writing, &person.id.to_string(), at, of).await?;
    }
    Ok(())
}

async fn record(
    writing: &mut Writing,
    resident: &str,
    at: usize,
    record: &Record,
) -> Result<(), sqlx::Error> {
    let id = Sha256::digest(format!("{resident} {at}"));
    let id: String = id.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    sqlx::query("INSERT INTO records VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(resident.to_owned())
        .bind(record.item.clone())
        .bind(record.from.to_string())
        .bind(record.until.map(|until| until.to_string()))
        .execute(&mut **writing)
        .await
        .map(|_| ())
}
