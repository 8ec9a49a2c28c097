//! Delivering scans that were made offline.

use crate::support::{City, Someone};
use api::{
    ProblemCode,
    scans::{Scan, ScanOutcome, SyncScans},
};
use domain::ids::ScanId;

fn scan(city: &City, id: u8, token: u8, ago_s: i64) -> Scan {
    let at = city.app.now() - ago_s;
    Scan { id: ScanId::from_bytes([id; 16]), token: api::Fixed([token; 32]), status: None, at, perk: None }
}

async fn deliver(till: &Someone<'_>, scans: &[&Scan]) -> Vec<ScanOutcome> {
    let request = SyncScans { scans: scans.iter().map(|scan| (*scan).clone()).collect() };
    till.call(&request).await.unwrap().results.iter().map(|result| result.outcome).collect()
}

#[tokio::test]
async fn the_first_scan_wins_whoever_delivers_first() {
    let city = City::start().await;
    let (noodles, books) = (city.till("duze-noodles").await, city.till("qujiang-books").await);
    let (early, late) = (scan(&city, 1, 7, 600), scan(&city, 2, 7, 300));
    assert_eq!(deliver(&books, &[&late]).await, [ScanOutcome::Recorded]);
    assert_eq!(deliver(&noodles, &[&early]).await, [ScanOutcome::Recorded]);
    let replayed = ScanOutcome::Replayed { first_at: early.at, elsewhere: true };
    assert_eq!(deliver(&books, &[&late]).await, [replayed]);
}

#[tokio::test]
async fn at_the_same_second_the_smaller_id_wins() {
    let city = City::start().await;
    let till = city.till("duze-noodles").await;
    let (one, two) = (scan(&city, 1, 7, 60), scan(&city, 2, 7, 60));
    let replayed = ScanOutcome::Replayed { first_at: one.at, elsewhere: false };
    assert_eq!(deliver(&till, &[&two, &one]).await, [replayed, ScanOutcome::Recorded]);
}

#[tokio::test]
async fn a_repeated_delivery_changes_nothing() {
    let city = City::start().await;
    let till = city.till("duze-noodles").await;
    let one = scan(&city, 1, 7, 60);
    for _ in 0..3 {
        assert_eq!(deliver(&till, &[&one, &one]).await, [ScanOutcome::Recorded; 2]);
    }
    let (rows,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM scans").fetch_one(city.app.db.read()).await.unwrap();
    assert_eq!(rows, 1);
}

#[tokio::test]
async fn a_known_id_with_other_content_is_refused_and_the_rest_taken() {
    let city = City::start().await;
    let (till, other) = (city.till("duze-noodles").await, city.till("qujiang-books").await);
    let one = scan(&city, 1, 7, 60);
    deliver(&till, &[&one]).await;
    let changed = scan(&city, 1, 8, 60);
    let new = scan(&city, 3, 9, 60);
    assert_eq!(deliver(&till, &[&changed, &new]).await, [ScanOutcome::Refused, ScanOutcome::Recorded]);
    // Another till's scan is other content too, and nothing of it is told.
    assert_eq!(deliver(&other, &[&one]).await, [ScanOutcome::Refused]);
}

#[tokio::test]
async fn what_is_kept_leads_to_no_person() {
    let city = City::start().await;
    let columns: Vec<(String,)> = sqlx::query_as("SELECT name FROM pragma_table_info('scans')")
        .fetch_all(city.app.db.read())
        .await
        .unwrap();
    let names: Vec<&str> = columns.iter().map(|(name,)| name.as_str()).collect();
    assert_eq!(names, ["id", "till", "token", "at", "perk", "revoked"]);
}

#[tokio::test]
async fn a_time_that_cannot_be_is_refused_by_place() {
    let city = City::start().await;
    let till = city.till("duze-noodles").await;
    for ago in [-700, 31 * 86_400, i64::MAX / 4, i64::MIN / 4] {
        let request = SyncScans { scans: vec![scan(&city, 1, 7, 60), scan(&city, 2, 7, ago)] };
        let problem = till.call(&request).await.unwrap_err();
        assert_eq!(
            (problem.code, problem.fields[0].field.as_str()),
            (ProblemCode::Unprocessable, "scans.1.at")
        );
    }
}

#[tokio::test]
async fn a_thousand_scans_are_taken_and_one_more_is_not() {
    let city = City::start().await;
    let till = city.till("duze-noodles").await;
    let many = |count: u128| SyncScans {
        scans: (0..count)
            .map(|n| Scan {
                id: ScanId::from_bytes(n.to_be_bytes()),
                ..scan(&city, 0, u8::try_from(n % 251).unwrap(), 60)
            })
            .collect(),
    };
    assert_eq!(till.call(&many(1000)).await.unwrap().results.len(), 1000);
    assert_eq!(till.call(&many(1001)).await.unwrap_err().code, ProblemCode::Unprocessable);
}
