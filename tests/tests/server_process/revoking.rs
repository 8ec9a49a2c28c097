//! Revoking a person's tokens reaches whoever fetches the next status list.

use crate::{
    client::{Answer, Client},
    raw::Raw,
    wallet::{Asked, Lists, mint_one, now},
};
use api::{
    Endpoint, ProblemCode,
    codes::{AskChallenge, MintTokens},
    issuing::{FindResident, ReadIssuing, RevocationReason, RevokeTokens},
};
use credit_code::{
    status::StatusList,
    verdict::{Outcome, Verdict},
};
use domain::{disclosure::Purpose, ids::RevocationId};
use reqwest::header::{CACHE_CONTROL, ETAG};
use std::time::Duration;
use tests::{Res, Server, ServerOptions};

/// A path of a status list as tokens name it.
fn path(outcome: &Outcome) -> String {
    let place = outcome.shown.as_ref().and_then(|shown| shown.status.as_ref()).unwrap();
    place.uri.strip_prefix("https://credit.example").unwrap().to_owned()
}

fn request(resident: &str, id: u8) -> Res<RevokeTokens> {
    Ok(RevokeTokens {
        id: RevocationId::from_bytes([id; 16]),
        resident: resident.parse()?,
        reason: RevocationReason::DeviceLost,
        note: "lost on the bus".to_owned(),
    })
}

#[tokio::test]
async fn a_revoked_token_is_in_the_list_that_is_fetched_next() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let (anyone, at) = (Client::of(server.base()), now(&server));
    let (li, wang) =
        (Client::resident(&server, "li-na").await?, Client::resident(&server, "wang-ming").await?);
    let (lost, kept) = (mint_one(&li).await?, mint_one(&wang).await?);
    let lists = Lists::fetch(&anyone).await?;
    let path = path(&lists.outcome(&lost, at));
    let before = anyone.get(&path, None).await?;
    let paper = anyone.get("/lists/status/330800/paper/0", None).await?;
    assert_unchanged(&anyone, &path, &before).await?;

    let officer = Client::officer(&server).await?;
    let people = sample::residents();
    let person = people.iter().find(|person| person.account.is_some_and(|(key, _)| key == "li-na")).unwrap();
    let number = person.number.as_str().to_owned();
    let found = officer.call(&FindResident { resident_number: number }).await?;
    assert_eq!(found.live_tokens, 1);
    let revoke = request(&found.resident.to_string(), 1)?;
    let receipt = officer.call(&revoke).await?;
    assert_eq!(receipt.tokens, 1);

    // The very next answer has it: a till that asks with the old tag gets new bytes.
    let after = anyone.get(&path, Some(before.header(ETAG))).await?;
    assert_eq!(after.status, 200);
    assert_ne!(after.header(ETAG), before.header(ETAG));
    let list = StatusList::open(&after.body, &lists.trust)?;
    assert_eq!(
        (StatusList::open(&before.body, &lists.trust)?.bits.count_set(), list.bits.count_set()),
        (0, 1)
    );
    let now_held = Lists { trust: lists.trust.clone(), status: vec![list] };
    assert_eq!(lists.verdict(&lost, at), Verdict::Valid, "by the list of before");
    assert_eq!(now_held.verdict(&lost, at), Verdict::Revoked);
    assert_eq!(now_held.verdict(&kept, at), Verdict::Valid, "another person's");
    assert_unchanged(&anyone, &path, &after).await?;
    assert_unchanged(&anyone, "/lists/status/330800/paper/0", &paper).await?;

    // Sent again it is the same; the same id for another person is a conflict. Both survive a restart.
    server.kill().await?;
    server.start_again().await?;
    assert_eq!(officer.call(&revoke).await?, receipt);
    let other = request(&sample::residents()[0].id.to_string(), 1)?;
    assert_eq!(officer.ask(&other).await?.unwrap_err().code, ProblemCode::Conflict);
    let lists = Lists::fetch(&anyone).await?;
    assert_eq!((lists.verdict(&lost, at), lists.verdict(&kept, at)), (Verdict::Revoked, Verdict::Valid));
    // Who lost a phone is signed out of it, signs in on another, and has tokens again that are good.
    assert_eq!(li.ask(&AskChallenge {}).await?.unwrap_err().code, ProblemCode::SignedOut);
    let li = Client::resident(&server, "li-na").await?;
    assert!(li.call(&AskChallenge {}).await?.allowances[0].left > 0);
    assert_eq!(lists.verdict(&mint_one(&li).await?, at), Verdict::Valid);
    Ok(())
}

/// Whoever holds this answer gets no bytes.
async fn assert_unchanged(anyone: &Client, path: &str, held: &Answer) -> Res {
    let again = anyone.get(path, Some(held.header(ETAG))).await?;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
    assert_eq!((again.header(ETAG), again.header(CACHE_CONTROL)), (held.header(ETAG), "no-cache"));
    Ok(())
}

#[tokio::test]
async fn a_request_held_back_until_after_the_revocation_brings_nothing() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let li = Client::resident(&server, "li-na").await?;
    mint_one(&li).await?;
    let challenge = li.call(&AskChallenge {}).await?;
    let asked = Asked::new(&challenge, &[(challenge.allowances[0].day, Purpose::Level)], 1);
    let body = serde_json::to_vec(&asked.request)?;
    let cookie = li.cookie.clone().ok_or("no cookie")?;
    let lines = [format!("cookie: {cookie}"), "transfer-encoding: chunked".to_owned()];
    let mut raw = Raw::open(&server).await?;
    raw.post(MintTokens::PATH, &server.base(), &lines).await?;
    raw.chunk(&body[..body.len() / 2]).await?;
    assert!(raw.is_silent(Duration::from_millis(300)).await, "signed in, and waiting for the rest");

    let officer = Client::officer(&server).await?;
    let people = sample::residents();
    let person = people.iter().find(|person| person.account.is_some_and(|(key, _)| key == "li-na")).unwrap();
    officer.call(&request(&person.id.to_string(), 1)?).await?;

    raw.chunk(&body[body.len() / 2..]).await?;
    raw.chunk(b"").await?;
    let head = raw.head().await?;
    assert!(head.starts_with("HTTP/1.1 401 ") || head.starts_with("HTTP/1.1 409 "), "{head}");
    let minted = officer.call(&ReadIssuing {}).await?.minted;
    assert_eq!(minted.iter().map(|hour| hour.count).sum::<u32>(), 1, "only what came before");
    Ok(())
}
