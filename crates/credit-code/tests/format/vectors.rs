//! The committed vectors, made again and verified. `UPDATE_VECTORS=1` writes them anew.

use crate::make;
use credit_code::{
    UnixTime, Verified,
    key::PublicKey,
    present::Aud,
    status::StatusList,
    trust::{Anchor, TrustList},
    verdict::{Outcome, Verdict},
    verify::{SeenTokens, Till, Verifier},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fs, path::PathBuf};

/// One vector. Several lines of text are shown one after the other; the verdict is the last one's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Vector {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) at: String,
    pub(crate) trust: String,
    pub(crate) status: Vec<String>,
    pub(crate) challenge: Option<String>,
    pub(crate) aud: Option<String>,
    pub(crate) root: String,
    pub(crate) verdict: String,
    pub(crate) colour: String,
}

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

/// Every committed vector.
pub(crate) fn committed() -> Vec<Vector> {
    let files = make::vectors().into_iter().map(|(file, _)| fs::read(folder().join(file)).expect(file));
    files
        .flat_map(|json| serde_json::from_slice::<Vec<Vector>>(&json).expect("an array of vectors"))
        .collect()
}

impl Vector {
    /// The outcome of its last line.
    pub(crate) fn outcome(&self) -> Outcome {
        let root = PublicKey::from_bytes(&array(&self.root)).unwrap();
        let trust = fs::read(folder().join(&self.trust)).unwrap();
        let (trust, _) = TrustList::open(&trust, &Anchor::pinned(root)).unwrap();
        let status: Vec<Verified<StatusList>> = self
            .status
            .iter()
            .map(|file| StatusList::open(&fs::read(folder().join(file)).unwrap(), &trust).unwrap())
            .collect();
        let verifier = Verifier::new(&trust, &status);
        let mut session = SeenTokens::new();
        let now = UnixTime(self.at.parse::<Timestamp>().unwrap().as_second());
        let mut show = |line: &str| {
            let till = Till {
                aud: self.aud.as_deref().map(|aud| Aud::new(aud).unwrap()),
                challenge: self.challenge.as_deref().map(array),
                ..Till::new(now, &mut session)
            };
            verifier.verify(line, till)
        };
        self.text.split('\n').map(&mut show).last().expect("a line")
    }
}

fn array<const N: usize>(hex: &str) -> [u8; N] {
    assert_eq!(hex.len(), 2 * N);
    std::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
}

#[test]
fn the_committed_vectors_are_those_that_the_seeds_make() {
    let json =
        |vectors: &[Vector]| format!("{}\n", serde_json::to_string_pretty(vectors).unwrap()).into_bytes();
    let files = make::lists()
        .into_iter()
        .chain([("seeds.toml", make::seeds().into_bytes())])
        .chain(make::vectors().into_iter().map(|(file, vectors)| (file, json(&vectors))));
    let is_update = std::env::var_os("UPDATE_VECTORS").is_some();
    for (file, bytes) in files {
        let path = folder().join(file);
        if is_update {
            fs::write(&path, &bytes).unwrap();
        }
        assert!(fs::read(&path).unwrap() == bytes, "{file} differs; UPDATE_VECTORS=1 writes it anew");
    }
}

#[test]
fn each_vector_gets_its_verdict() {
    let mut wrong = Vec::new();
    for vector in committed() {
        let outcome = vector.outcome();
        let (verdict, colour) = (outcome.verdict.code(), outcome.colour.name());
        if (verdict, colour) != (vector.verdict.as_str(), vector.colour.as_str()) {
            wrong.push(format!(
                "{}: {verdict} {colour}, not {} {}",
                vector.name, vector.verdict, vector.colour
            ));
        }
        let discloses = matches!(outcome.verdict, Verdict::Valid | Verdict::Specimen);
        assert_eq!(outcome.shown.is_some(), discloses, "{}", vector.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_verdict_has_a_vector_and_each_vector_a_name() {
    let vectors = committed();
    for verdict in Verdict::all() {
        assert!(vectors.iter().any(|vector| vector.verdict == verdict.code()), "{verdict}");
    }
    let names: BTreeSet<_> = vectors.iter().map(|vector| &vector.name).collect();
    assert_eq!(names.len(), vectors.len());
}
