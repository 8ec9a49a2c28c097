use super::*;
use crate::{db::Db, demo};
use std::collections::BTreeSet;

async fn city() -> (tempfile::TempDir, Db, RegionCode) {
    let data = tempfile::tempdir().unwrap();
    let db = Db::open(data.path()).await.unwrap();
    demo::fill(&db).await.unwrap();
    (data, db, RegionCode::new(330_800).unwrap())
}

#[tokio::test]
async fn no_place_is_given_twice_however_many_ask_at_once() {
    let (_data, db, city) = city().await;
    let ask = |db: Db| async move {
        let mut writing = db.write().await.unwrap();
        let (places, _) = take_places(&mut writing, city, 20_777, 100).await.unwrap();
        writing.commit().await.unwrap();
        (places.list, places.start)
    };
    let asked: Vec<_> = (0..400).map(|_| tokio::spawn(ask(db.clone()))).collect();
    let mut given = BTreeSet::new();
    for one in asked {
        let (list, start) = one.await.unwrap();
        assert!((start..start + 100).all(|turn| turn < PLACES / 2 && given.insert((list, turn))));
    }
    // 40 000 places: a second list is begun when the first is half full.
    assert_eq!(given.iter().map(|(list, _)| list).collect::<BTreeSet<_>>().len(), 2);
}

#[tokio::test]
async fn what_was_taken_in_a_transaction_that_failed_is_free_again() {
    let (_data, db, city) = city().await;
    for _ in 0..2 {
        let mut writing = db.write().await.unwrap();
        assert_eq!(take_places(&mut writing, city, 1, 5).await.unwrap().0.start, 0);
        writing.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn batches_count_per_day_and_purpose() {
    let (_data, db, city) = city().await;
    let resident = sample::residents()[0].id;
    let mut writing = db.write().await.unwrap();
    let mut batches = Vec::new();
    for turn in 0..120 {
        let places = Places { list: 0, start: turn * 2, seed: vec![0; 32] };
        let purpose = if turn % 2 == 0 { "level" } else { "perk_1" };
        batches.push(Batch { day: 10 + turn % 3, purpose: purpose.into(), count: 2, expires_at: 99, places });
    }
    // Places are per day, so the three days may share turns; here they do not.
    insert(&mut writing, resident, city, &batches, None, 7).await.unwrap();
    writing.commit().await.unwrap();
    let minted = minted(db.read(), resident, 11).await.unwrap();
    assert_eq!(minted.len(), 4);
    assert_eq!(minted[&(11, "level".to_owned())], 40);
}

#[tokio::test]
async fn a_challenge_is_used_by_one_request_of_its_own_resident_in_time() {
    let (_data, db, _) = city().await;
    let people = sample::residents();
    let (mine, other, challenge) = (people[0].id, people[1].id, [3; 32]);
    let mut writing = db.write().await.unwrap();
    keep_challenge(&mut writing, &challenge, mine, 100, 0).await.unwrap();
    let claim = async |writing: &mut Writing, who, request: u8| {
        claim(writing, &challenge, who, &[request; 32]).await.unwrap()
    };
    assert_eq!(claim(&mut writing, other, 1).await, Claim::Refused);
    assert!(has_challenge(&mut *writing, &challenge, mine, 99).await.unwrap());
    assert!(!has_challenge(&mut *writing, &challenge, mine, 100).await.unwrap());
    assert_eq!(claim(&mut writing, mine, 1).await, Claim::First);
    assert_eq!(claim(&mut writing, mine, 1).await, Claim::Again);
    assert_eq!(claim(&mut writing, mine, 2).await, Claim::Refused);
    assert_eq!(claim(&mut writing, other, 1).await, Claim::Refused);
    forget_challenges(&mut writing, mine).await.unwrap();
    assert_eq!(claim(&mut writing, mine, 1).await, Claim::Refused);
}
