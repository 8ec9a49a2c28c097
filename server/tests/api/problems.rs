//! Every failure is a problem (RFC 9457).

use crate::support::{Answer, City, HOST, ORIGIN};
use axum::{
    body::{Body, Bytes},
    http::{Request, header},
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

const PATH: &str = "/api/wallet/demo/sign-in";

async fn post(city: &City, kind: &str, body: Body) -> Answer {
    let request = Request::post(PATH).header(header::HOST, HOST).header(header::ORIGIN, ORIGIN);
    city.send(request.header(header::CONTENT_TYPE, kind).body(body).unwrap()).await
}

#[tokio::test]
async fn what_cannot_be_read_is_named_without_its_content() {
    let city = City::start().await;
    for (kind, body, status, code) in [
        ("application/json", "{", 400, "BadRequest"),
        ("application/json", "[]", 400, "BadRequest"),
        ("application/json", r#"{"account": 330802198001010010}"#, 400, "BadRequest"),
        ("application/json", r#"{"account":"wang-ming"} more"#, 400, "BadRequest"),
        ("text/plain", r#"{"account":"wang-ming"}"#, 415, "UnsupportedMediaType"),
        ("application/json", r#"{"account":"nobody"}"#, 404, "NotFound"),
    ] {
        let problem = post(&city, kind, Body::from(body)).await.problem();
        assert_eq!((problem.status, format!("{:?}", problem.code).as_str()), (status, code), "{body}");
        assert!(!format!("{problem:?}").contains("330802"), "{problem:?}");
    }
}

#[tokio::test]
async fn a_problem_is_this_on_the_wire() {
    let city = City::start().await;
    let answer = post(&city, "application/json", Body::from("{")).await;
    insta::assert_snapshot!(String::from_utf8(answer.body).unwrap(), @r#"{"type":"urn:credit-code:problem:bad_request","status":400,"code":"bad_request","title":"The request could not be read","fields":[{"field":"line 1, column 1","message":"is not JSON"}]}"#);
}

#[tokio::test]
async fn paths_and_methods_that_are_not_there_are_problems_too() {
    let city = City::start().await;
    for (method, path, status) in [
        ("GET", "/api/nothing", 404),
        ("GET", "/api", 404),
        ("GET", "/nothing.js", 404),
        ("GET", PATH, 405),
        ("POST", "/api/wallet/score", 405),
    ] {
        let request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        let answer = city.send(request.header(header::ORIGIN, ORIGIN).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem().status, status, "{method} {path}");
    }
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_not_read() {
    let city = City::start().await;
    let read = Arc::new(AtomicUsize::new(0));
    let counter = read.clone();
    let body = Body::from_stream(futures_util::stream::repeat_with(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 1024]))
    }));
    let request = Request::post(PATH).header(header::HOST, HOST).header(header::ORIGIN, ORIGIN);
    let request =
        request.header(header::CONTENT_TYPE, "application/json").header(header::CONTENT_LENGTH, 1 << 30);
    assert_eq!(city.send(request.body(body).unwrap()).await.problem().status, 413);
    assert_eq!(read.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_body_that_does_not_say_so_is_cut_off_at_the_limit() {
    let city = City::start().await;
    let read = Arc::new(AtomicUsize::new(0));
    let counter = read.clone();
    let body = Body::from_stream(futures_util::stream::repeat_with(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 1024]))
    }));
    assert_eq!(post(&city, "application/json", body).await.problem().status, 413);
    assert!(read.load(Ordering::Relaxed) <= 66);
}

#[tokio::test]
async fn every_answer_says_what_browsers_may_do_with_it() {
    let city = City::start().await;
    let answer = city.send(Request::get("/api/public/health/live").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 200);
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-store"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ] {
        assert_eq!(answer.headers[name], value);
    }
    assert!(answer.headers["permissions-policy"].to_str().unwrap().contains("camera=()"));
    let till = city.send(Request::get("/merchant/").body(Body::empty()).unwrap()).await;
    assert!(till.headers["permissions-policy"].to_str().unwrap().contains("camera=(self)"));
}

#[tokio::test]
async fn the_description_names_every_path_once_and_resolves() {
    let city = City::start().await;
    let answer = city.send(Request::get("/api/public/openapi.json").body(Body::empty()).unwrap()).await;
    let text = String::from_utf8(answer.body).unwrap();
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    for path in [PATH, "/api/wallet/score", "/api/merchant/scans/sync"] {
        assert!(document["paths"][path].is_object(), "{path}");
    }
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
}
