//! `keygen`, `trust sign`, `status sign`, `mint`, `present`, `inspect`: a city of one's own, made from nothing.

use crate::run::{credit_code, vectors};
use serde_json::{Value, json};
use std::fs;

fn key(byte: &str) -> (String, String) {
    let key: Value =
        serde_json::from_str(credit_code(&["keygen", "--seed", &byte.repeat(32)], b"").text()).unwrap();
    (key["seed"].as_str().unwrap().to_owned(), key["public"].as_str().unwrap().to_owned())
}

#[test]
fn a_key_of_a_seed_is_always_the_same_and_a_random_one_never() {
    assert_eq!(
        credit_code(&["keygen", "--seed", &"11".repeat(32)], b"").line(),
        r#"{"seed":"1111111111111111111111111111111111111111111111111111111111111111","public":"d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737","kid":"df8534b2"}"#
    );
    assert_ne!(credit_code(&["keygen"], b"").text(), credit_code(&["keygen"], b"").text());
}

#[test]
fn a_city_can_be_made_on_the_command_line() {
    let folder = std::env::temp_dir().join(format!("credit-code-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (root_seed, root) = key("a1");
    let (issuer_seed, issuer) = key("a2");
    let (status_seed, status) = key("a3");
    let (holder_seed, holder) = key("a4");
    let times = json!({ "nbf": "2026-11-01T00:00:00Z", "exp": "2027-01-01T00:00:00Z" });
    let entry = |mut entry: Value| {
        entry["nbf"] = times["nbf"].clone();
        entry["exp"] = times["exp"].clone();
        entry["city"] = json!(330_800);
        entry["city_name"] = json!("衢州");
        entry
    };
    let mut description = json!({
        "seq": 1, "iat": "2026-11-20T00:00:00Z", "exp": "2026-12-20T00:00:00Z", "home": 330_800,
        "keys": [
            entry(json!({ "public": issuer, "use": "phone", "lifetime_s": 86_400, "tiers": [0, 1, 2], "perks": [7],
                          "status_uri": "https://credit.example/{day}/{list}" })),
            entry(json!({ "public": status, "use": "status" })),
        ],
    });
    let sign = |description: &Value, extra: &[&str]| {
        let arguments = [&["trust", "sign", "--seed", &root_seed], extra].concat();
        credit_code(&arguments, description.to_string().as_bytes())
    };
    assert_eq!(sign(&description, &["--out", &file("trust.cbor")]).code, Some(0));
    description["seq"] = json!(2);
    assert_eq!(sign(&description, &["--previous", &file("trust.cbor")]).code, Some(0));
    description["seq"] = json!(1);
    let ran = sign(&description, &["--previous", &file("trust.cbor")]);
    assert_eq!((ran.code, ran.err.contains("number must be above 1")), (Some(2), true), "{}", ran.err);
    description["keys"][1] = description["keys"][0].clone();
    let ran = sign(&description, &[]);
    assert_eq!((ran.code, ran.err.contains("same id")), (Some(2), true), "{}", ran.err);

    let uri = "https://credit.example/20777/0";
    let iat = "2026-11-20T01:00:00Z";
    let list = [
        "status",
        "sign",
        "--seed",
        &status_seed,
        "--uri",
        uri,
        "--iat",
        iat,
        "--exp",
        "2026-11-20T16:00:00Z",
    ];
    let out = file("status.cbor");
    assert_eq!(credit_code(&[&list[..], &["--revoked", "5,6", "--out", &out]].concat(), b"").code, Some(0));
    assert_eq!(credit_code(&[&list[..], &["--size", "8", "--revoked", "8"]].concat(), b"").code, Some(2));

    let mint =
        ["mint", "--seed", &issuer_seed, "--holder", &holder, "--exp", "2026-11-20T16:00:00Z", "--tier", "2"];
    for (idx, verdict) in [("0,4", "VALID"), ("0,5", "REVOKED")] {
        let token =
            credit_code(&[&mint[..], &["--perks", "7", "--name", "李*", "--status", idx]].concat(), b"");
        let present =
            ["present", "--token", token.line(), "--seed", &holder_seed, "--at", "2026-11-20T04:00:00Z"];
        let text = credit_code(&present, b"");
        let verify = ["verify", "--trust", &file("trust.cbor"), "--status", &out, "--root", &root, "--at"];
        let ran = credit_code(&[&verify[..], &["2026-11-20T04:00:10Z"]].concat(), text.text().as_bytes());
        let line: Value = serde_json::from_str(ran.text()).expect(&ran.err);
        assert_eq!(line["verdict"], verdict);
    }
    let half = ["mint", "--seed", &issuer_seed, "--holder", &holder, "--exp", "2026-11-20T16:30:00Z"];
    assert_eq!(credit_code(&half, b"").code, Some(2));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn inspect_shows_texts_and_lists() {
    let ran = credit_code(&["inspect", "trust.cbor"], b"");
    assert!(ran.text().contains("\"衢州\""), "{}", ran.text());
    let ran = credit_code(&["inspect", "status.cbor"], b"");
    assert!(ran.text().starts_with("18(["), "{}", ran.text());
    let ran = credit_code(&["inspect"], "CC1:BB?\nhttps://credit.example/\n".as_bytes());
    assert_eq!(ran.text(), "/ not base45 /\n/ not a credit code /\n");
    let files = fs::read_dir(vectors()).unwrap().count();
    assert!(files > 15, "{files}");
}
