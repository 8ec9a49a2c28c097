//! Signing in and out.

use crate::support::City;
use api::{
    ProblemCode,
    demo::{DemoWalletSignIn, ListWalletAccounts},
    score::ReadScore,
    session::{EndWalletSession, ReadDeskSession, ReadMerchantSession, ReadWalletSession},
};
use axum::http::header;
use credit_code::key::SigningKey;
use server::config::Config;

#[tokio::test]
async fn a_resident_signs_in_and_out() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let session = wang.call(&ReadWalletSession {}).await.unwrap();
    assert_eq!((session.masked_name.as_str(), session.city.as_str(), session.demo), ("王*明", "衢州", true));
    wang.call(&EndWalletSession {}).await.unwrap();
    assert_eq!(wang.call(&ReadWalletSession {}).await.unwrap_err().code, ProblemCode::SignedOut);
}

#[tokio::test]
async fn the_cookie_is_the_hosts_alone_and_out_of_reach_of_scripts() {
    let city = City::start().await;
    let answer = city.nobody().send(&DemoWalletSignIn { account: "wang-ming".into() }).await;
    let line = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(line.starts_with("__Host-wallet="), "{line}");
    for part in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"] {
        assert!(line.contains(part), "{line}");
    }
    assert!(!line.contains("Domain"), "{line}");
}

#[tokio::test]
async fn signing_in_again_ends_the_session_that_was_there() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let again = wang.send(&DemoWalletSignIn { account: "li-na".into() }).await;
    assert_ne!(again.cookie(), wang.cookie);
    assert_eq!(wang.call(&ReadScore {}).await.unwrap_err().code, ProblemCode::SignedOut);
}

#[tokio::test]
async fn the_database_holds_no_token_that_signs_in() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let token = wang.cookie.unwrap().split_once('=').unwrap().1.to_owned();
    let (hash,): (Vec<u8>,) =
        sqlx::query_as("SELECT token_hash FROM sessions").fetch_one(city.app.db.read()).await.unwrap();
    assert_ne!(hash, token.as_bytes());
    assert_eq!(hash.len(), 32);
}

#[tokio::test]
async fn a_session_of_one_audience_is_worth_nothing_in_another() {
    let city = City::start().await;
    let mut wang = city.resident("wang-ming").await;
    wang.cookie = wang.cookie.map(|cookie| cookie.replace("__Host-wallet", "__Host-desk"));
    assert_eq!(wang.call(&ReadDeskSession {}).await.unwrap_err().code, ProblemCode::SignedOut);
}

#[tokio::test]
async fn outside_demo_mode_there_is_no_demo_sign_in() {
    let city =
        City::with(Config { root: Some(SigningKey::from_seed(&[9; 32]).public()), ..Config::default() })
            .await;
    let sign_in = city.nobody().call(&DemoWalletSignIn { account: "wang-ming".into() }).await;
    assert_eq!(sign_in.unwrap_err().code, ProblemCode::NotFound);
    assert_eq!(city.nobody().call(&ListWalletAccounts {}).await.unwrap_err().code, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_session_ends_by_itself() {
    let city = City::start().await;
    let (wang, till, officer) =
        (city.resident("wang-ming").await, city.till("duze-noodles").await, city.officer().await);
    let lifetimes: Vec<(String, i64)> =
        sqlx::query_as("SELECT audience, expires_at - created_at FROM sessions ORDER BY audience")
            .fetch_all(city.app.db.read())
            .await
            .unwrap();
    let hours = |audience: &str, hours: i64| (audience.to_owned(), hours * 3600);
    assert_eq!(
        lifetimes,
        [hours("__Host-desk", 12), hours("__Host-merchant", 720), hours("__Host-wallet", 720)]
    );
    let mut writing = city.app.db.write().await.unwrap();
    let end = sqlx::query("UPDATE sessions SET expires_at = $1").bind(city.app.now());
    end.execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(wang.call(&ReadWalletSession {}).await.unwrap_err().code, ProblemCode::SignedOut);
    assert_eq!(till.call(&ReadMerchantSession {}).await.unwrap_err().code, ProblemCode::SignedOut);
    assert_eq!(officer.call(&ReadDeskSession {}).await.unwrap_err().code, ProblemCode::SignedOut);
}
