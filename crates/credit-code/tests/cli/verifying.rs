//! `credit-code verify`, once for each vector.

use crate::run::{Ran, credit_code, vectors};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;

#[derive(Debug, Deserialize)]
struct Vector {
    name: String,
    text: String,
    at: String,
    trust: String,
    status: Vec<String>,
    challenge: Option<String>,
    aud: Option<String>,
    root: String,
    verdict: String,
    colour: String,
}

fn all() -> Vec<Vector> {
    let files = fs::read_dir(vectors()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.flat_map(|path| serde_json::from_slice::<Vec<Vector>>(&fs::read(path).unwrap()).unwrap()).collect()
}

fn verify(vector: &Vector, extra: &[&str]) -> Ran {
    let mut arguments = vec!["verify", "--trust", &vector.trust, "--at", &vector.at, "--root", &vector.root];
    let status = vector.status.iter().flat_map(|file| ["--status", file.as_str()]);
    let challenge = vector.challenge.iter().flat_map(|hex| ["--challenge", hex.as_str()]);
    let aud = vector.aud.iter().flat_map(|aud| ["--aud", aud.as_str()]);
    arguments.extend(status.chain(challenge).chain(aud).chain(extra.iter().copied()));
    credit_code(&arguments, vector.text.as_bytes())
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.text().lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

#[test]
fn the_command_line_agrees_with_every_vector() {
    let vectors = all();
    assert!(vectors.len() > 100, "{}", vectors.len());
    for vector in vectors {
        let ran = verify(&vector, &["--json"]);
        let lines = lines(&ran);
        assert_eq!(lines.len(), vector.text.split('\n').count(), "{}: {}", vector.name, ran.err);
        let last = lines.last().unwrap();
        assert_eq!(last["verdict"], vector.verdict, "{}", vector.name);
        assert_eq!(last["colour"], vector.colour, "{}", vector.name);
        let all_green = lines.iter().all(|line| line["colour"] == "green");
        assert_eq!(ran.code, Some(if all_green { 0 } else { 1 }), "{}", vector.name);
        let discloses = matches!(vector.verdict.as_str(), "VALID" | "SPECIMEN");
        assert_eq!(last["city"].is_null(), !discloses, "{}", vector.name);
        assert_eq!(last["kind"].is_null(), !discloses, "{}", vector.name);
    }
}

fn named(name: &str) -> Vector {
    all().into_iter().find(|vector| vector.name == name).expect(name)
}

#[test]
fn a_line_holds_what_is_documented() {
    let ran = verify(&named("a phone code with tier, perks, name and status"), &[]);
    assert_eq!(
        ran.line(),
        r#"{"verdict":"VALID","colour":"green","city":330800,"tier":3,"perks":[1,2],"name":"王*明","kind":"phone","expires":"2026-11-20T16:00:00Z","birth_year":null,"next":"serve"}"#
    );
    let ran = verify(&named("a paper code"), &[]);
    assert_eq!(
        lines(&ran)[0],
        json!({
            "verdict": "VALID", "colour": "green", "city": 330_800, "tier": 3, "perks": [1], "name": "王*明",
            "kind": "paper", "expires": "2027-09-16T04:00:00Z", "birth_year": 1946, "next": "serve",
        })
    );
    let ran = verify(&named("another city's code, its tier mapped"), &[]);
    assert_eq!(lines(&ran)[0]["tier"], 2);
    assert_eq!(lines(&ran)[0]["perks"], json!([]));
    let ran = verify(&named("revoked"), &[]);
    assert_eq!(
        ran.line(),
        r#"{"verdict":"REVOKED","colour":"red","city":null,"tier":null,"perks":[],"name":null,"kind":null,"expires":null,"birth_year":null,"next":"do_not_rely"}"#
    );
}

#[test]
fn a_till_can_ask_for_a_tier_or_a_perk() {
    let vector = named("a phone code with tier, perks, name and status");
    for (extra, verdict) in [
        (["--min-tier", "3"], "VALID"),
        (["--min-tier", "4"], "POLICY"),
        (["--perk", "2"], "VALID"),
        (["--perk", "5"], "POLICY"),
    ] {
        assert_eq!(lines(&verify(&vector, &extra))[0]["verdict"], verdict, "{extra:?}");
    }
    let mapped = named("another city's code, its tier mapped");
    assert_eq!(lines(&verify(&mapped, &["--min-tier", "2"]))[0]["verdict"], "VALID");
    assert_eq!(lines(&verify(&mapped, &["--min-tier", "3"]))[0]["verdict"], "POLICY");
}

#[test]
fn line_ends_of_either_kind_and_bytes_that_are_no_text_are_lines() {
    let vector = named("two tokens of one session");
    let text = vector.text.replace('\n', "\r\n") + "\r\n";
    let ran = verify(&Vector { text, ..vector }, &[]);
    assert_eq!(lines(&ran).len(), 2);
    assert_eq!(ran.code, Some(0));
    let arguments = ["verify", "--trust", "trust.cbor", "--root", &named("revoked").root];
    let ran = credit_code(&arguments, b"CC1:\xff\xfe\n\n");
    let verdicts: Vec<_> = lines(&ran).into_iter().map(|line| line["verdict"].clone()).collect();
    assert_eq!(verdicts, ["UNREADABLE", "UNREADABLE"]);
    assert_eq!(credit_code(&arguments, b"").code, Some(0));
}

#[test]
fn unusable_arguments_and_files_are_exit_code_2() {
    let root = named("revoked").root;
    let good = ["verify", "--trust", "trust.cbor", "--root", root.as_str()];
    let other = "2152f8d19b791d24453242e15f2eab6cb7cffa7b6a5ed30097960e069881db12";
    for (arguments, hint) in [
        (vec!["verify"], "--trust"),
        (vec![], "Usage"),
        (vec!["verify", "--trust", "missing.cbor", "--root", &root], "missing.cbor"),
        (vec!["verify", "--trust", "status.cbor", "--root", &root], "status.cbor"),
        (vec!["verify", "--trust", "trust.cbor", "--root", other], "unknown root"),
        (vec!["verify", "--trust", "trust.cbor"], "unknown root"),
        ([&good[..], &["--status", "trust.cbor"]].concat(), "trust.cbor"),
        ([&good[..], &["--at", "yesterday"]].concat(), "--at"),
        ([&good[..], &["--challenge", "0102"]].concat(), "16 hexadecimal digits"),
        ([&good[..], &["--aud", "a name that is long"]].concat(), "till's name"),
    ] {
        let ran = credit_code(&arguments, b"CC1:BB8\n");
        assert_eq!(ran.code, Some(2), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(hint), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{arguments:?}");
    }
}
