//! Scans as they are stored: a hash, a till, a time, a perk.

use crate::{db::Writing, http::error::ApiError};
use api::scans::Scan;
use domain::ids::TillId;
use sqlx::{Any, AssertSqlSafe, any::AnyArguments, query::QueryAs};
use std::collections::{BTreeMap, BTreeSet};

/// A scan that is stored.
pub(super) struct Kept {
    till: String,
    token: Vec<u8>,
    at: i64,
    perk: Option<i64>,
    pub(super) revoked: bool,
}

/// The first scan of a token.
pub(super) struct First {
    pub(super) id: String,
    pub(super) till: String,
    pub(super) at: i64,
}

impl Kept {
    pub(super) fn of(till: TillId, scan: &Scan, revoked: bool) -> Self {
        let perk = scan.perk.map(|perk| i64::from(perk.number()));
        Self { till: till.to_string(), token: scan.token.0.to_vec(), at: scan.at, perk, revoked }
    }

    /// Whether a delivery repeats this one.
    pub(super) fn is_same(&self, till: TillId, scan: &Scan) -> bool {
        let other = Self::of(till, scan, self.revoked);
        (&self.till, &self.token, self.at, self.perk) == (&other.till, &other.token, other.at, other.perk)
    }
}

/// Databases bound a statement's parameters.
const VALUES: usize = 400;
const ROWS: usize = 100;

/// The stored ones among these.
pub(super) async fn kept(writing: &mut Writing, scans: &[Scan]) -> Result<BTreeMap<String, Kept>, ApiError> {
    let mut kept = BTreeMap::new();
    for chunk in scans.chunks(VALUES) {
        let text = format!(
            "SELECT id, till, token, at, perk, revoked FROM scans WHERE id IN ({})",
            list(chunk.len())
        );
        let mut query = many::<(String, String, Vec<u8>, i64, Option<i64>, i64)>(text);
        for scan in chunk {
            query = query.bind(scan.id.to_string());
        }
        for (id, till, token, at, perk, revoked) in query.fetch_all(&mut **writing).await? {
            kept.insert(id, Kept { till, token, at, perk, revoked: revoked != 0 });
        }
    }
    Ok(kept)
}

pub(super) async fn insert(
    writing: &mut Writing,
    till: TillId,
    scans: &[(&Scan, bool)],
) -> Result<(), ApiError> {
    const COLUMNS: usize = 6;
    for chunk in scans.chunks(ROWS) {
        let row = |row: usize| {
            let numbers: Vec<String> = (1..=COLUMNS).map(|n| format!("${}", row * COLUMNS + n)).collect();
            format!("({})", numbers.join(", "))
        };
        let rows: Vec<String> = (0..chunk.len()).map(row).collect();
        let text =
            format!("INSERT INTO scans (id, till, token, at, perk, revoked) VALUES {}", rows.join(", "));
        // safe: only parameter numbers are put into the text.
        let mut query = sqlx::query(AssertSqlSafe(text));
        for (scan, revoked) in chunk {
            query = query
                .bind(scan.id.to_string())
                .bind(till.to_string())
                .bind(scan.token.0.to_vec())
                .bind(scan.at)
                .bind(scan.perk.map(|perk| i64::from(perk.number())))
                .bind(i64::from(*revoked));
        }
        query.execute(&mut **writing).await?;
    }
    Ok(())
}

/// The first scan, by time and then by id, of each token among these.
pub(super) async fn firsts(
    writing: &mut Writing,
    scans: &[Scan],
) -> Result<BTreeMap<Vec<u8>, First>, ApiError> {
    let tokens: BTreeSet<[u8; 32]> = scans.iter().map(|scan| scan.token.0).collect();
    let tokens: Vec<[u8; 32]> = tokens.into_iter().collect();
    let mut firsts = BTreeMap::new();
    for chunk in tokens.chunks(VALUES) {
        let text = format!(
            "SELECT token, id, till, at FROM
                 (SELECT token, id, till, at, ROW_NUMBER() OVER (PARTITION BY token ORDER BY at, id) AS place
                  FROM scans WHERE token IN ({})) AS placed
             WHERE place = 1",
            list(chunk.len())
        );
        let mut query = many::<(Vec<u8>, String, String, i64)>(text);
        for token in chunk {
            query = query.bind(token.to_vec());
        }
        for (token, id, till, at) in query.fetch_all(&mut **writing).await? {
            firsts.insert(token, First { id, till, at });
        }
    }
    Ok(firsts)
}

fn many<T>(text: String) -> QueryAs<'static, Any, T, AnyArguments>
where
    T: for<'r> sqlx::FromRow<'r, sqlx::any::AnyRow>,
{
    // safe: only parameter numbers are put into the text.
    sqlx::query_as(AssertSqlSafe(text))
}

fn list(count: usize) -> String {
    let numbers: Vec<String> = (1..=count).map(|n| format!("${n}")).collect();
    numbers.join(", ")
}
