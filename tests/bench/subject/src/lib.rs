//! What the benchmarks of verification measure: a phone's code of the largest kind, all of its checks, and the two
//! signature checks in it by themselves. The same source runs natively and as WASM.

use credit_code::{
    EncodeError, UnixTime, Verified,
    body::{Body, MaskedName, NameError, NumberSet, StatusRef},
    key::SigningKey,
    present::{Draft, Proof},
    status::{StatusBits, StatusError, StatusList},
    token::PhoneClaims,
    trust::{Anchor, TierMap, TrustEntry, TrustError, TrustList, Use},
    verdict::{Colour, Verdict},
    verify::{SeenTokens, Till, Verifier},
};
use ed25519_dalek::{Signature, VerifyingKey};
use wasm_bindgen::prelude::wasm_bindgen;

/// 2026-11-20T04:00:00Z, noon in Shanghai.
const NOW: UnixTime = UnixTime(1_795_147_200);
const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;
const CITY: u32 = 330_800;
const STATUS: &str = "https://credit.example/lists/status/330800";
/// Bits of a status list.
const SHARD: u32 = 1 << 16;

/// Why there is nothing to measure.
#[derive(Debug, thiserror::Error)]
pub enum SubjectError {
    /// The code or a list could not be made.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The trust list that was just made is not accepted.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// The status list that was just made is not accepted.
    #[error(transparent)]
    Status(#[from] StatusError),
    /// A key is none.
    #[error(transparent)]
    Key(#[from] ed25519_dalek::SignatureError),
    /// The name is none.
    #[error(transparent)]
    Name(#[from] NameError),
}

/// A code, lists that accept it, and what its two signatures are over.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Subject {
    text: String,
    trust: Verified<TrustList>,
    status: Vec<Verified<StatusList>>,
    signed: [(VerifyingKey, Vec<u8>, Signature); 2],
}

#[wasm_bindgen]
impl Subject {
    /// Verifies the code `times` times, each as a till's first scan; gives back how many were green.
    pub fn verify(&self, times: u32) -> u32 {
        let verifier = Verifier::new(&self.trust, &self.status);
        let is_green = |_: &u32| {
            let mut session = SeenTokens::new();
            let outcome = verifier.verify(&self.text, Till::new(NOW, &mut session));
            outcome.verdict == Verdict::Valid && outcome.colour == Colour::Green
        };
        count((0..times).filter(is_green))
    }

    /// Checks the two signatures alone `times` times; gives back how often both were good.
    pub fn check_signatures(&self, times: u32) -> u32 {
        let good = |_: &u32| {
            self.signed.iter().all(|(key, message, signature)| key.verify_strict(message, signature).is_ok())
        };
        count((0..times).filter(good))
    }
}

impl Subject {
    /// Makes it, from fixed seeds.
    ///
    /// # Errors
    /// [`SubjectError`]: the format crate refuses what it made, which its tests rule out.
    pub fn new() -> Result<Self, SubjectError> {
        let [root, issuer, lists, holder] = [1, 2, 3, 4].map(|byte| SigningKey::from_seed(&[byte; 32]));
        let trust = trust_list(&issuer, &lists).sign(&root)?;
        let (trust, _) = TrustList::open(&trust, &Anchor::pinned(root.public()))?;
        let exp = UnixTime(NOW.0 + 12 * HOUR_S);
        let uri = format!("{STATUS}/{}/0", exp.token_day());
        let list = StatusList::new(uri, NOW.plus(-HOUR_S), exp, 3600, StatusBits::new(SHARD)).sign(&lists)?;
        let status = vec![StatusList::open(&list, &trust)?];

        let body = Body {
            tier: Some(3),
            perks: Some(NumberSet::from_iter([1, 2])),
            name: Some(MaskedName::new("\u{738B}*\u{660E}")?),
            status: Some(StatusRef { list: 0, idx: SHARD / 2 }),
            ..Body::default()
        };
        let token = PhoneClaims { exp, holder: holder.public(), body }.sign(&issuer)?;
        let issued = token.as_bytes().to_vec();
        let draft = Draft::new(token, Proof { iat: NOW.plus(-5), aud: None, cnonce: None });
        let proven = draft.to_be_signed();
        let signature = holder.sign(&proven);
        // The issuer's message is not public; another of its length costs the same.
        let signed = [signed(&issuer, issued)?, signed(&holder, proven)?];
        Ok(Self { text: draft.finish(signature)?.to_string(), trust, status, signed })
    }
}

fn signed(
    key: &SigningKey,
    message: Vec<u8>,
) -> Result<(VerifyingKey, Vec<u8>, Signature), ed25519_dalek::SignatureError> {
    let signature = Signature::from_bytes(&key.sign(&message));
    Ok((VerifyingKey::from_bytes(&key.public().to_bytes())?, message, signature))
}

fn trust_list(issuer: &SigningKey, lists: &SigningKey) -> TrustList {
    let entry = |key: &SigningKey, usage, lifetime_s, status_uri| TrustEntry {
        kid: key.public().kid(),
        x: key.public(),
        city: CITY,
        city_name: "\u{8862}\u{5DDE}".to_owned(),
        usage,
        nbf: NOW.plus(-30 * DAY_S),
        exp: NOW.plus(400 * DAY_S),
        lifetime_s,
        tiers: if usage == Use::Phone { NumberSet::from_iter(0..=4) } else { NumberSet::default() },
        perks: if usage == Use::Phone { NumberSet::from_iter(0..=9) } else { NumberSet::default() },
        status_uri,
        tier_map: TierMap::default(),
        min_version: 1,
        revoked_at: None,
    };
    TrustList {
        seq: 1,
        iat: NOW.plus(-HOUR_S),
        exp: NOW.plus(30 * DAY_S),
        home: CITY,
        next_root: None,
        entries: vec![
            entry(issuer, Use::Phone, 86_400, Some(format!("{STATUS}/{{day}}/{{list}}"))),
            entry(lists, Use::Status, 0, None),
        ],
    }
}

fn count(all: impl Iterator<Item = u32>) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}

/// [`Subject::new`] for JavaScript; nothing when it cannot be made.
#[wasm_bindgen]
pub fn subject() -> Option<Subject> {
    Subject::new().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_do_their_work() {
        let subject = Subject::new().unwrap();
        assert_eq!((subject.verify(3), subject.check_signatures(3)), (3, 3));
    }
}
