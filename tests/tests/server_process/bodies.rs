//! Bodies over their limit are refused before they are read.

use crate::{client::Client, raw::Raw};
use api::{Endpoint, codes::MintTokens, demo::DemoWalletSignIn};
use std::time::Duration;
use tests::{Res, Server, ServerOptions};

/// The problem, as its bytes are.
const TOO_LARGE: &str = r#"{"type":"urn:credit-code:problem:too_large","status":413,"code":"too_large","title":"The body is larger than this endpoint takes"}"#;

/// Heads of requests to an endpoint that anyone may call and to one that needs a session.
async fn endpoints(server: &Server) -> Res<[(&'static str, Vec<String>, usize); 2]> {
    let cookie = Client::resident(server, "li-na").await?.cookie.ok_or("no cookie")?;
    Ok([
        (DemoWalletSignIn::PATH, Vec::new(), DemoWalletSignIn::MAX_BODY),
        (MintTokens::PATH, vec![format!("cookie: {cookie}")], MintTokens::MAX_BODY),
    ])
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_refused_before_a_byte_of_it_came() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    for (path, lines, limit) in endpoints(&server).await? {
        for length in [limit + 1, 1 << 40] {
            let mut raw = Raw::open(&server).await?;
            let length = [format!("content-length: {length}"), "expect: 100-continue".to_owned()];
            raw.post(path, &server.base(), &[&lines[..], &length].concat()).await?;
            // No `100 Continue`: the body is not even asked for.
            assert_refused(&mut raw).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_body_that_grows_over_the_limit_is_cut_off_there() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    for (path, lines, limit) in endpoints(&server).await? {
        let mut raw = Raw::open(&server).await?;
        let chunked = ["transfer-encoding: chunked".to_owned()];
        raw.post(path, &server.base(), &[&lines[..], &chunked].concat()).await?;
        raw.chunk(&vec![b' '; limit / 2]).await?;
        raw.chunk(&vec![b' '; limit - limit / 2]).await?;
        assert!(
            raw.is_silent(Duration::from_millis(300)).await,
            "{path}: within the limit it waits for the rest"
        );
        raw.chunk(b" ").await?;
        assert_refused(&mut raw).await?;
    }
    Ok(())
}

/// The answer is the problem, and the connection ends with it: what may still come of the body is not read.
async fn assert_refused(raw: &mut Raw) -> Res {
    let head = raw.head().await?;
    assert!(head.starts_with("HTTP/1.1 413 "), "{head}");
    assert!(head.contains("\r\ncontent-type: application/problem+json\r\n"), "{head}");
    assert_eq!(raw.rest().await?, TOO_LARGE);
    Ok(())
}
