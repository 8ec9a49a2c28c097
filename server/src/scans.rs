//! `POST /api/merchant/scans/sync`: what a till scanned while it was offline.

mod sql;

use crate::{auth::actor::Merchant, http::error::ApiError, revocations::Revocations, state::App};
use api::{
    Problem, ProblemCode,
    scans::{Scan, ScanOutcome, ScanResult, SyncScans, SyncedScans},
};
use std::collections::BTreeMap;

/// A till may deliver scans this many days later, and with a clock this many seconds ahead.
const OLDEST_DAYS: i64 = 30;
const AHEAD_S: i64 = 600;

/// Takes scans in; a scan that was delivered before with other content is refused, the others are taken.
pub async fn sync(app: App, merchant: Merchant, request: SyncScans) -> Result<SyncedScans, ApiError> {
    if request.scans.len() > SyncScans::MAX {
        return Err(Problem::new(ProblemCode::Unprocessable).field("scans", "are more than 1000").into());
    }
    let now = app.now();
    check_times(&request.scans, now)?;
    let uris = request.scans.iter().filter_map(|scan| Some(scan.status.as_ref()?.uri.as_str()));
    let revocations = Revocations::of_lists(&app, uris).await?;
    let mut writing = app.db.write().await?;
    let mut kept = sql::kept(&mut writing, &request.scans).await?;
    let new: Vec<(&Scan, bool)> = first_of_each(&request.scans)
        .into_iter()
        .filter(|scan| !kept.contains_key(&scan.id.to_string()))
        .map(|scan| (scan, scan.status.as_ref().is_some_and(|s| revocations.had(&s.uri, s.index, scan.at))))
        .collect();
    sql::insert(&mut writing, merchant.till, &new).await?;
    for (scan, revoked) in &new {
        kept.insert(scan.id.to_string(), sql::Kept::of(merchant.till, scan, *revoked));
    }
    let firsts = sql::firsts(&mut writing, &request.scans).await?;
    writing.commit().await?;
    let results = request.scans.iter().map(|scan| ScanResult {
        id: scan.id,
        outcome: match kept.get(&scan.id.to_string()) {
            Some(kept) if kept.is_same(merchant.till, scan) => outcome(merchant, scan, kept.revoked, &firsts),
            _ => ScanOutcome::Refused,
        },
    });
    Ok(SyncedScans { results: results.collect() })
}

/// The first scan wins: by time, then by id, so that every till hears the same whatever the order of delivery.
fn outcome(
    merchant: Merchant,
    scan: &Scan,
    revoked: bool,
    firsts: &BTreeMap<Vec<u8>, sql::First>,
) -> ScanOutcome {
    match firsts.get(scan.token.0.as_slice()) {
        Some(first) if first.id != scan.id.to_string() => {
            ScanOutcome::Replayed { first_at: first.at, elsewhere: first.till != merchant.till.to_string() }
        }
        _ if revoked => ScanOutcome::Revoked,
        _ => ScanOutcome::Recorded,
    }
}

/// One scan an id, the first; what repeats it with other content is refused later.
fn first_of_each(scans: &[Scan]) -> Vec<&Scan> {
    let mut by_id: BTreeMap<_, &Scan> = BTreeMap::new();
    for scan in scans {
        by_id.entry(scan.id).or_insert(scan);
    }
    by_id.into_values().collect()
}

fn check_times(scans: &[Scan], now: i64) -> Result<(), Problem> {
    let plausible = now - OLDEST_DAYS * 86_400..=now + AHEAD_S;
    match scans.iter().position(|scan| !plausible.contains(&scan.at)) {
        None => Ok(()),
        Some(at) => {
            let field = format!("scans.{at}.at");
            Err(Problem::new(ProblemCode::Unprocessable).field(field, "is not within the last 30 days"))
        }
    }
}
