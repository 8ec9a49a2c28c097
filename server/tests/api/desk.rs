//! The desk: finding a person, revoking tokens, and the log of both.

use crate::support::City;
use api::{
    ProblemCode,
    issuing::{FindResident, RevocationReason, RevokeTokens},
    session::ReadWalletSession,
};
use domain::ids::{ResidentId, RevocationId};
use server::codes::sql::{Batch, Places, insert};

fn revocation(id: u8, resident: ResidentId) -> RevokeTokens {
    let id = RevocationId::from_bytes([id; 16]);
    RevokeTokens { id, resident, reason: RevocationReason::DeviceLost, note: "lost on the bus".to_owned() }
}

async fn log(city: &City) -> Vec<(String, Option<String>)> {
    sqlx::query_as("SELECT act, resident FROM access_log ORDER BY at, act")
        .fetch_all(city.app.db.read())
        .await
        .unwrap()
}

/// Gives a person two tokens that have ended, and five that have not.
async fn mint(city: &City, resident: ResidentId) {
    let now = city.app.now();
    let batch = |start, count, expires_at| Batch {
        day: 1,
        purpose: "level".to_owned(),
        count,
        expires_at,
        places: Places { list: 0, start, seed: Vec::new() },
    };
    let batches = [batch(0, 2, now), batch(2, 5, now + 1000)];
    let mut writing = city.app.db.write().await.unwrap();
    insert(&mut writing, resident, 330_800.try_into().unwrap(), &batches, None, now).await.unwrap();
    writing.commit().await.unwrap();
}

#[tokio::test]
async fn a_person_is_found_by_number_and_the_log_keeps_who_looked() {
    let city = City::start().await;
    let wang = &sample::residents()[0];
    mint(&city, wang.id).await;
    let officer = city.officer().await;
    let found =
        officer.call(&FindResident { resident_number: wang.number.as_str().to_lowercase() }).await.unwrap();
    assert_eq!((found.resident, found.masked_name.as_str(), found.live_tokens), (wang.id, "王*明", 5));
    let nobody = officer.call(&FindResident { resident_number: "34052419800101001X".into() }).await;
    assert_eq!(nobody.unwrap_err().code, ProblemCode::NotFound);
    let wrong =
        officer.call(&FindResident { resident_number: "340524198001010011".into() }).await.unwrap_err();
    assert_eq!((wrong.code, wrong.fields[0].field.as_str()), (ProblemCode::Unprocessable, "resident_number"));
    assert!(!format!("{wrong:?}").contains("3405241980"), "{wrong:?}");
    let mut kept = log(&city).await;
    kept.sort();
    assert_eq!(kept, [("find".to_owned(), None), ("find".to_owned(), Some(wang.id.to_string()))]);
}

#[tokio::test]
async fn a_revocation_ends_what_has_not_ended_once() {
    let city = City::start().await;
    let wang = sample::residents()[0].id;
    mint(&city, wang).await;
    let officer = city.officer().await;
    let first = officer.call(&revocation(1, wang)).await.unwrap();
    assert_eq!(first.tokens, 5);
    assert_eq!(officer.call(&revocation(1, wang)).await.unwrap(), first);
    assert_eq!(officer.call(&revocation(2, wang)).await.unwrap().tokens, 0);
    let other = RevokeTokens { note: "another reason".to_owned(), ..revocation(1, wang) };
    assert_eq!(officer.call(&other).await.unwrap_err().code, ProblemCode::Conflict);
    assert_eq!(log(&city).await.len(), 2);
}

#[tokio::test]
async fn a_revocation_needs_a_person_and_a_note() {
    let city = City::start().await;
    let officer = city.officer().await;
    let nobody = officer.call(&revocation(1, ResidentId::from_bytes([9; 16]))).await.unwrap_err();
    assert_eq!(nobody.code, ProblemCode::NotFound);
    let wang = sample::residents()[0].id;
    for note in ["", "   a   ", &"长".repeat(501)] {
        let problem =
            officer.call(&RevokeTokens { note: note.to_owned(), ..revocation(1, wang) }).await.unwrap_err();
        assert_eq!((problem.code, problem.fields[0].field.as_str()), (ProblemCode::Unprocessable, "note"));
    }
    assert!(log(&city).await.is_empty());
}

#[tokio::test]
async fn a_lost_phone_is_signed_out_and_a_corrected_one_told_to_fetch_anew() {
    let city = City::start().await;
    let (officer, bystander) = (city.officer().await, city.resident("li-na").await);
    let untouched = bystander.call(&ReadWalletSession {}).await.unwrap().token_epoch;
    let wang = sample::residents()[0].id;
    let table = [
        (RevocationReason::DataCorrected, true),
        (RevocationReason::DeviceLost, false),
        (RevocationReason::HolderAsked, false),
        (RevocationReason::Deceased, false),
    ];
    for (id, (reason, stays)) in (1..).zip(table) {
        let phones = [city.resident("wang-ming").await, city.resident("wang-ming").await];
        let before = phones[0].call(&ReadWalletSession {}).await.unwrap().token_epoch;
        officer.call(&RevokeTokens { reason, ..revocation(id, wang) }).await.unwrap();
        for phone in &phones {
            match phone.call(&ReadWalletSession {}).await {
                Ok(session) => assert!(stays && session.token_epoch != before, "{reason:?}"),
                Err(problem) => assert!(!stays && problem.code == ProblemCode::SignedOut, "{reason:?}"),
            }
        }
    }
    assert_eq!(bystander.call(&ReadWalletSession {}).await.unwrap().token_epoch, untouched);
}
