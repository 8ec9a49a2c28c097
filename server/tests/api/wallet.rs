//! A wallet as far as issuing needs one: keys, proofs, and what came back.

use crate::support::{City, Someone};
use api::{
    Fixed, Problem,
    codes::{AskChallenge, Challenge, KeyBatch, MintTokens, MintedTokens, ProvenKey},
};
use credit_code::{
    UnixTime, Verified,
    bundle::Bundle,
    key::SigningKey,
    possession,
    present::{CodeText, Draft, Proof},
    status::StatusList,
    token::IssuerToken,
    trust::{Anchor, TrustList},
    verdict::Outcome,
    verify::{SeenTokens, Till, Verifier},
};
use domain::disclosure::Purpose;

/// The key with a number.
pub(crate) fn key(number: u16) -> SigningKey {
    let [high, low] = number.to_be_bytes();
    SigningKey::from_seed(&[high, low].repeat(16).try_into().unwrap())
}

pub(crate) fn proven(challenge: &Challenge, number: u16) -> ProvenKey {
    let key = key(number);
    let proof = key.sign(&possession::message(&challenge.challenge.0, &key.public()));
    ProvenKey { key: Fixed(key.public().to_bytes()), proof: Fixed(proof) }
}

/// A batch of this purpose for the day that is so many days ahead.
pub(crate) fn batch(
    challenge: &Challenge,
    ahead: u32,
    purpose: Purpose,
    keys: std::ops::Range<u16>,
) -> KeyBatch {
    let today = challenge.allowances[0].day;
    KeyBatch { day: today + ahead, purpose, keys: keys.map(|number| proven(challenge, number)).collect() }
}

/// Asks for a challenge, then for these batches: days ahead, purpose, key numbers.
pub(crate) async fn mint(
    someone: &Someone<'_>,
    batches: &[(u32, Purpose, std::ops::Range<u16>)],
) -> Result<MintedTokens, Problem> {
    let challenge = someone.call(&AskChallenge {}).await?;
    let batches =
        batches.iter().map(|(ahead, purpose, keys)| batch(&challenge, *ahead, *purpose, keys.clone()));
    someone.call(&MintTokens { challenge: challenge.challenge, batches: batches.collect() }).await
}

/// The code that a phone shows now.
pub(crate) fn code(token: &[u8], number: u16, at: i64) -> CodeText {
    let token = IssuerToken::parse(token).unwrap();
    let draft = Draft::new(token, Proof { iat: UnixTime(at), aud: None, cnonce: None });
    let signature = key(number).sign(&draft.to_be_signed());
    draft.finish(signature).unwrap()
}

/// A till with the lists that the city publishes.
pub(crate) struct Lists {
    pub(crate) trust: Verified<TrustList>,
    pub(crate) status: Vec<Verified<StatusList>>,
}

impl Lists {
    pub(crate) async fn of(city: &City) -> Self {
        let answer = city.get(api::lists::BUNDLE_PATH, None).await;
        assert_eq!(answer.status, 200);
        let bundle = Bundle::decode(&answer.body).unwrap();
        let root = SigningKey::from_seed(&sample::DEMO_ROOT_SEED).public();
        let (trust, _) = TrustList::open(&bundle.trust, &Anchor::pinned(root)).unwrap();
        let open = |bytes: &Vec<u8>| StatusList::open(bytes, &trust).unwrap();
        let status = bundle.status.iter().map(open).collect();
        Self { trust, status }
    }

    /// What a till says to a code.
    pub(crate) fn outcome(&self, text: &str, now: i64) -> Outcome {
        let mut session = SeenTokens::new();
        Verifier::new(&self.trust, &self.status).verify(text, Till::new(UnixTime(now), &mut session))
    }
}
