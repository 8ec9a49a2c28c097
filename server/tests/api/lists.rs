//! What is published: signed, complete, and asked for again cheaply.

use crate::{support::City, wallet::Lists};
use api::{
    codes::AskChallenge,
    issuing::{KeyState, ReadIssuing},
};
use credit_code::{status::StatusList, trust::Use, verdict::Verdict};
use domain::disclosure::Purpose;
use server::{codes::paper, keys, lists};

#[tokio::test]
async fn the_bundle_holds_every_city_day_and_use() {
    let city = City::start().await;
    let lists = Lists::of(&city).await;
    let uses: Vec<(u32, Use)> = lists.trust.entries.iter().map(|entry| (entry.city, entry.usage)).collect();
    for code in [330_800, 331_100] {
        for usage in [Use::Phone, Use::Paper, Use::Status] {
            assert!(uses.contains(&(code, usage)), "{code} {usage:?}");
        }
    }
    // Four days and the cards, of two cities.
    assert_eq!((lists.trust.home, lists.status.len()), (330_800, 10));
    assert!(lists.status.iter().all(|list| list.bits.len() == 1 << 16 && list.bits.count_set() == 0));
}

#[tokio::test]
async fn whoever_holds_a_version_gets_no_bytes() {
    let city = City::start().await;
    let lists = Lists::of(&city).await;
    let address = &lists.status[0].uri;
    let path = address.strip_prefix("https://credit.example").unwrap();
    for path in ["/lists/bundle.cbor", "/lists/trust.cbor", path] {
        let first = city.get(path, None).await;
        assert_eq!(
            (first.status.as_u16(), first.headers["content-type"].to_str().unwrap()),
            (200, "application/cbor")
        );
        let etag = first.headers["etag"].to_str().unwrap().to_owned();
        let again = city.get(path, Some(&etag)).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
    }
    let whole = city.get(path, None).await.body;
    assert_eq!(StatusList::open(&whole, &lists.trust).unwrap().uri, *address);
    for wrong in ["/lists/status/330800/1/0", "/lists/status/x/y/z", "/lists/status/330800/paper/07"] {
        assert_eq!(city.get(wrong, None).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_list_that_is_up_to_date_is_not_signed_again() {
    let city = City::start().await;
    let first = city.get("/lists/bundle.cbor", None).await;
    lists::renew(&city.app).await.unwrap();
    assert_eq!(city.get("/lists/bundle.cbor", None).await.headers["etag"], first.headers["etag"]);
}

#[tokio::test]
async fn a_revoked_key_is_told_and_another_signs() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let before = crate::wallet::mint(&wang, &[(0, Purpose::Level, 0..1)]).await.unwrap();
    let now = city.app.now();
    let old = Lists::of(&city).await;
    let lost = old.trust.entries.iter().find(|e| (e.city, e.usage) == (330_800, Use::Phone)).unwrap().kid;
    let cities: Vec<_> = city.app.cities.iter().map(|city| city.code).collect();
    let mut writing = city.app.db.write().await.unwrap();
    assert!(keys::sql::revoke(&mut writing, lost, now).await.unwrap());
    assert!(!keys::sql::revoke(&mut writing, lost, now).await.unwrap());
    keys::create_missing(&mut writing, &city.app.lists.vault, &cities, now).await.unwrap();
    writing.commit().await.unwrap();
    lists::renew(&city.app).await.unwrap();
    let new = Lists::of(&city).await;
    assert_eq!(new.trust.seq, old.trust.seq + 1);
    new.trust.check_succession(&old.trust).unwrap();
    let text = crate::wallet::code(&before.batches[0].tokens[0].0, 0, now);
    assert_eq!(new.outcome(text.as_str(), now).verdict, Verdict::KeyRevoked);
    // What it had signed is replaced, and does not count as given.
    assert_eq!(wang.call(&AskChallenge {}).await.unwrap().allowances[0].left, 16);
    let after = crate::wallet::mint(&wang, &[(0, Purpose::Level, 1..2)]).await.unwrap();
    let text = crate::wallet::code(&after.batches[0].tokens[0].0, 1, now);
    assert_eq!(new.outcome(text.as_str(), now).verdict, Verdict::Valid);
    let overview = city.officer().await.call(&ReadIssuing {}).await.unwrap();
    let states = |state| overview.keys.iter().filter(|key| key.state == state).count();
    assert_eq!((states(KeyState::Active), states(KeyState::Revoked), overview.keys.len()), (6, 1, 7));
}

#[tokio::test]
async fn the_desk_sees_keys_lists_and_the_hours_tokens() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    crate::wallet::mint(&wang, &[(0, Purpose::Level, 0..5)]).await.unwrap();
    let overview = city.officer().await.call(&ReadIssuing {}).await.unwrap();
    assert_eq!((overview.minted.len(), overview.minted[23].count), (24, 5));
    assert_eq!(overview.minted[..23].iter().map(|hour| hour.count).sum::<u32>(), 0);
    assert!(overview.keys.iter().all(|key| key.state == KeyState::Active));
    let paths: Vec<&str> = overview.lists.iter().map(|list| list.path.as_str()).collect();
    assert!(
        paths.contains(&"/lists/trust.cbor") && paths.contains(&"/lists/status/331100/paper/0"),
        "{paths:?}"
    );
    for path in paths {
        assert_eq!(city.get(path, None).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_card_is_good_for_a_year_and_says_whom_to_expect() {
    let city = City::start().await;
    let person = sample::residents();
    let sun = person.iter().find(|p| p.account.is_some_and(|(key, _)| key == "sun-po")).unwrap();
    let card = paper::issue(&city.app, sun.id).await.unwrap();
    assert!(card.as_bytes().len() <= 122, "{}", card.as_bytes().len());
    let (lists, now) = (Lists::of(&city).await, city.app.now());
    let outcome = lists.outcome(card.paper_text().as_str(), now);
    assert_eq!(outcome.verdict, Verdict::Valid);
    let shown = outcome.shown.unwrap();
    assert_eq!(shown.birth_year.map(i32::from), Some(i32::from(sun.number.birth_date().year())));
    assert_eq!(shown.name.unwrap().as_str(), sun.name.masked().to_string());
    assert!(shown.expires.0 > now + 364 * 86_400);
}
