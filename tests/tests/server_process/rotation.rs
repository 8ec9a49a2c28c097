//! Keys are changed by a command while the server runs.

use crate::{
    client::Client,
    operator::{run, start},
    wallet::{HOME, Lists, mint_one, now},
};
use api::issuing::{KeyState, ReadIssuing};
use credit_code::{
    key::Kid,
    status::{StatusError, StatusList},
    trust::Use,
    verdict::Verdict,
};
use std::{collections::BTreeSet, time::Duration};
use tests::{PATIENCE, Res, Server, ServerOptions, until};

/// Runs `keys …` by the server's clock.
async fn keys(server: &Server, args: &[&str]) -> Res<String> {
    let offset = format!("--clock-offset={}", server.clock_offset());
    server.command(&[&["keys"], args, &[&offset]].concat()).await
}

/// Reads `KID  CITY  USE  …` lines.
fn kids(printed: &str) -> Vec<(Kid, String)> {
    let kid = |line: &str| {
        let mut words = line.split_whitespace();
        let kid = words.next().unwrap().parse().unwrap();
        (kid, words.take(2).collect::<Vec<_>>().join(" "))
    };
    printed.lines().map(kid).collect()
}

/// Waits until what is published satisfies.
async fn lists(server: &Server, wanted: &str, satisfied: impl Fn(&Lists) -> bool) -> Res<Lists> {
    let anyone = Client::of(server.base());
    until(wanted, PATIENCE, || Lists::fetch(&anyone), satisfied).await
}

/// How many keys stand where: active, next, retired, revoked.
async fn states(server: &Server) -> Res<[usize; 4]> {
    let keys = Client::officer(server).await?.call(&ReadIssuing {}).await?.keys;
    let count = |state| keys.iter().filter(|key| key.state == state).count();
    Ok([KeyState::Active, KeyState::Next, KeyState::Retired, KeyState::Revoked].map(count))
}

#[tokio::test]
async fn the_next_keys_are_announced_and_sign_three_days_later() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let (wallet, at) = (Client::resident(&server, "li-na").await?, now(&server));
    let token = mint_one(&wallet).await?;
    let before = lists(&server, "lists", |_| true).await?;
    let printed = kids(&keys(&server, &["rotate"]).await?);
    assert_eq!(printed.len(), 6, "a key a city and use: {printed:?}");

    let after = lists(&server, "the next keys", |lists| lists.trust.entries.len() == 12).await?;
    assert_eq!(after.trust.seq, before.trust.seq + 1);
    after.trust.check_succession(&before.trust)?;
    let all =
        |lists: &Lists| -> BTreeSet<Kid> { lists.trust.entries.iter().map(|entry| entry.kid).collect() };
    let new: BTreeSet<Kid> = printed.iter().map(|(kid, _)| *kid).collect();
    assert_eq!(&all(&after) - &all(&before), new);
    assert_eq!(states(&server).await?, [6, 6, 0, 0]);
    assert_eq!(after.verdict(&token, at), Verdict::Valid);
    let second = mint_one(&wallet).await?;
    assert_eq!(second.kid(), token.kid(), "the new key waits until tills know it");

    server.stop().await?;
    let (phone, _) = printed.iter().find(|(_, what)| *what == format!("{HOME} phone")).unwrap();
    for (ahead, kid) in [(3 * 86_400 - 3_600, token.kid()), (3 * 86_400 + 60, *phone)] {
        let offset = format!("--clock-offset={}", server.clock_offset() + ahead);
        let later = start(server.data(), &["--demo", &offset]).await?;
        let wallet = wallet.at(&later.base);
        let token = mint_one(&wallet).await?;
        assert_eq!(token.kid(), kid, "after {ahead} s");
        assert_eq!(Lists::fetch(&wallet).await?.verdict(&token, at + ahead), Verdict::Valid);
        // A till that was offline all the while.
        assert_eq!(after.trust.find(kid).map(|entry| entry.usage), Some(Use::Phone));
        later.kill().await?;
    }
    Ok(())
}

#[tokio::test]
async fn new_keys_can_sign_at_once_and_what_the_old_ones_signed_stays_good() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let (wallet, at) = (Client::resident(&server, "li-na").await?, now(&server));
    let old = mint_one(&wallet).await?;
    let before = lists(&server, "lists", |_| true).await?;
    // Turns are counted in seconds, and the keys of the start are of this one.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let printed = kids(&keys(&server, &["rotate", "--at-once"]).await?);
    let (phone, _) = printed.iter().find(|(_, what)| *what == format!("{HOME} phone")).unwrap();

    let after = lists(&server, "the new keys", |lists| lists.trust.entries.len() == 12).await?;
    let new = mint_one(&wallet).await?;
    assert_eq!(new.kid(), *phone);
    assert_eq!((after.verdict(&old, at), after.verdict(&new, at)), (Verdict::Valid, Verdict::Valid));
    assert_eq!(before.verdict(&new, at), Verdict::KidUnknown, "a till that has no newer list");
    assert_eq!(states(&server).await?, [6, 0, 6, 0]);
    Ok(())
}

#[tokio::test]
async fn one_city_or_use_alone_can_be_rotated() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let printed = kids(&keys(&server, &["rotate", "--city", "331100", "--use", "paper"]).await?);
    assert_eq!(printed.iter().map(|(_, what)| what.as_str()).collect::<Vec<_>>(), ["331100 paper"]);
    let after = lists(&server, "the new key", |lists| lists.trust.entries.len() == 7).await?;
    let entry = after.trust.find(printed[0].0).ok_or("not on the list")?;
    assert_eq!((entry.city, entry.usage), (331_100, Use::Paper));
    let nowhere = run(server.data(), &["keys", "rotate", "--city", "110100"]).await?;
    assert_eq!(nowhere.sentence(), "error: no such city here");
    Ok(())
}

#[tokio::test]
async fn a_revoked_key_is_marked_and_nothing_that_it_signed_is_accepted() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let (wallet, at) = (Client::resident(&server, "li-na").await?, now(&server));
    let token = mint_one(&wallet).await?;
    let before = lists(&server, "lists", |_| true).await?;
    let kid = token.kid().to_string();
    assert_eq!(keys(&server, &["revoke", &kid]).await?, format!("revoked {kid}\n"));

    let marked =
        |lists: &Lists| lists.trust.find(token.kid()).is_some_and(|entry| entry.revoked_at.is_some());
    let after = lists(&server, "the revoked key", marked).await?;
    after.trust.check_succession(&before.trust)?;
    assert_eq!(
        (before.verdict(&token, at), after.verdict(&token, at)),
        (Verdict::Valid, Verdict::KeyRevoked)
    );
    let revoked_at = after.trust.find(token.kid()).and_then(|entry| entry.revoked_at).ok_or("not revoked")?;
    assert!((at..at + 30).contains(&revoked_at.0), "{revoked_at:?}, and it was {at}");
    // Another key took over at once, for the wallet too.
    assert_eq!((after.phone_keys().len(), states(&server).await?), (2, [6, 0, 0, 1]));
    let next = mint_one(&wallet).await?;
    assert_ne!(next.kid(), token.kid());
    assert_eq!(after.verdict(&next, at), Verdict::Valid);

    for other in [kid.as_str(), "00000000"] {
        let again = run(server.data(), &["keys", "revoke", other]).await?;
        let why = format!("error: there is no key {other} that is not revoked yet");
        assert_eq!(again.sentence(), why);
    }
    server.kill().await?;
    server.start_again().await?;
    let again = lists(&server, "lists", |_| true).await?;
    assert_eq!((again.verdict(&token, at), again.verdict(&next, at)), (Verdict::KeyRevoked, Verdict::Valid));
    Ok(())
}

#[tokio::test]
async fn status_lists_are_signed_anew_when_their_key_is_revoked() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let (wallet, at) = (Client::resident(&server, "li-na").await?, now(&server));
    let token = mint_one(&wallet).await?;
    let before = lists(&server, "lists", |_| true).await?;
    let path = format!("/lists/status/{HOME}/paper/0");
    let held = Client::of(server.base()).get(&path, None).await?.body;
    let lost = before.trust.entries.iter().find(|entry| (entry.city, entry.usage) == (HOME, Use::Status));
    let lost = lost.ok_or("no key for status lists")?.kid;
    keys(&server, &["revoke", &lost.to_string()]).await?;
    let marked = |lists: &Lists| lists.trust.find(lost).is_some_and(|entry| entry.revoked_at.is_some());
    let after = lists(&server, "the revoked key", marked).await?;
    let addresses = |lists: &Lists| lists.status.iter().map(|list| list.uri.clone()).collect::<BTreeSet<_>>();
    assert!(addresses(&after).is_superset(&addresses(&before)));
    assert_eq!(after.verdict(&token, at), Verdict::Valid);
    // What the lost key signed counts for nothing any more, and what is served now does.
    assert_eq!(StatusList::open(&held, &after.trust), Err(StatusError::Revoked(lost)));
    let served = Client::of(server.base()).get(&path, None).await?.body;
    StatusList::open(&served, &after.trust)?;
    Ok(())
}
