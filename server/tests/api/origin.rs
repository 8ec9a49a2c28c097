//! What another site's page makes a browser send is refused (CSRF).

use crate::support::{City, HOST};
use axum::{
    body::Body,
    http::{Request, header},
};

#[tokio::test]
async fn only_our_own_origin_may_change_anything() {
    let city = City::start().await;
    for (headers, refused) in [
        (&[("origin", "https://city.example")][..], false),
        (&[("origin", "https://city.example"), ("sec-fetch-site", "same-origin")], false),
        (&[("origin", "https://evil.example")], true),
        (&[("origin", "https://city.example"), ("sec-fetch-site", "cross-site")], true),
        (&[("origin", "null")], true),
        (&[], true),
    ] {
        let mut request = Request::post("/api/wallet/demo/sign-in")
            .header(header::HOST, HOST)
            .header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = city.send(request.body(Body::from(r#"{"account":"wang-ming"}"#)).unwrap()).await;
        assert_eq!(answer.status == 403, refused, "{headers:?}");
        assert_eq!(answer.cookie().is_none(), refused, "{headers:?}");
    }
}
