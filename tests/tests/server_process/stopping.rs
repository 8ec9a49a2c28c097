//! An operator stops the server while someone is being served.

use crate::{
    client::Client,
    raw::Raw,
    wallet::{Asked, Lists, now},
};
use api::{
    Endpoint,
    codes::{AskChallenge, MintTokens, MintedTokens},
};
use credit_code::verdict::Verdict;
use domain::disclosure::Purpose;
use std::time::{Duration, Instant};
use tests::{PATIENCE, Res, Server, ServerOptions, until};

/// Sends the head of a request for tokens and half of its body; the server is reading when this returns.
async fn half_sent(server: &Server, wallet: &Client, body: &[u8]) -> Res<Raw> {
    let mut raw = Raw::open(server).await?;
    let cookie = wallet.cookie.as_deref().ok_or("no cookie")?;
    let lines = [
        format!("cookie: {cookie}"),
        format!("content-length: {}", body.len()),
        "expect: 100-continue".to_owned(),
    ];
    raw.post(MintTokens::PATH, &server.base(), &lines).await?;
    assert_eq!(raw.head().await?, "HTTP/1.1 100 Continue\r\n\r\n");
    raw.send(&body[..body.len() / 2]).await?;
    Ok(raw)
}

/// Waits until nobody new is let in.
async fn closed(server: &Server) -> Res {
    let knock = || async { Ok(Raw::open(server).await.is_err()) };
    until("a closed door", PATIENCE, knock, |closed| *closed).await.map(drop)
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_the_exit_code_is_0() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let wallet = Client::resident(&server, "li-na").await?;
    let challenge = wallet.call(&AskChallenge {}).await?;
    let asked = Asked::new(&challenge, &[(challenge.allowances[0].day, Purpose::Level)], 3);
    let body = serde_json::to_vec(&asked.request)?;
    let mut raw = half_sent(&server, &wallet, &body).await?;

    let stopping = tokio::spawn({
        let server = server.clone();
        async move { server.stop().await }
    });
    closed(&server).await?;
    assert!(!stopping.is_finished(), "it waits for who is being served");
    raw.send(&body[body.len() / 2..]).await?;
    let head = raw.head().await?;
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.contains("\r\nconnection: close\r\n"), "{head}");
    let minted: MintedTokens = serde_json::from_str(&raw.rest().await?)?;
    stopping.await??;

    server.start_again().await?;
    let lists = Lists::fetch(&Client::of(server.base())).await?;
    for token in asked.tokens(&minted) {
        assert_eq!(lists.verdict(&token, now(&server)), Verdict::Valid);
    }
    let left = wallet.call(&AskChallenge {}).await?.allowances[0].left;
    assert_eq!(left, challenge.allowances[0].left - 3, "they count");
    Ok(())
}

#[tokio::test]
async fn who_stops_it_as_soon_as_it_listens_stops_it_in_good_order() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    for _ in 0..5 {
        server.stop().await?;
        server.start_again().await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_never_finishes_holds_it_up_for_ten_seconds_only() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let wallet = Client::resident(&server, "li-na").await?;
    let _raw = half_sent(&server, &wallet, b"{\"batches\":[]}").await?;
    let since = Instant::now();
    server.stop().await?;
    let took = since.elapsed();
    assert!((Duration::from_secs(9)..Duration::from_secs(15)).contains(&took), "{took:?}");
    Ok(())
}
