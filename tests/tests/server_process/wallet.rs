//! A wallet and a till as far as issuing needs them: keys, proofs, tokens, codes, lists.

use crate::client::Client;
use api::{
    Fixed,
    codes::{AskChallenge, Challenge, KeyBatch, MintTokens, MintedTokens, ProvenKey},
};
use credit_code::{
    UnixTime, Verified,
    bundle::Bundle,
    key::{Kid, PublicKey, SigningKey},
    possession,
    present::{Draft, Proof},
    status::StatusList,
    token::IssuerToken,
    trust::{Anchor, TrustEntry, TrustList, Use},
    verdict::{Outcome, Verdict},
    verify::{SeenTokens, Till, Verifier},
};
use domain::disclosure::Purpose;
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};
use tests::{Res, Server};

/// The city whose tills verify.
pub(crate) const HOME: u32 = 330_800;

/// A token with the key that it is bound to.
#[derive(Clone)]
pub(crate) struct Token {
    issued: IssuerToken,
    key: SigningKey,
}

/// Keys that wait for their tokens.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) request: MintTokens,
    keys: Vec<SigningKey>,
}

impl Asked {
    /// `count` fresh keys for each of these days and purposes.
    pub(crate) fn new(challenge: &Challenge, wanted: &[(u32, Purpose)], count: usize) -> Self {
        let mut keys = Vec::new();
        let mut proven = || {
            let key = fresh_key();
            let proof = key.sign(&possession::message(&challenge.challenge.0, &key.public()));
            let proven = ProvenKey { key: Fixed(key.public().to_bytes()), proof: Fixed(proof) };
            keys.push(key);
            proven
        };
        let mut batch = |(day, purpose): &(u32, Purpose)| KeyBatch {
            day: *day,
            purpose: *purpose,
            keys: (0..count).map(|_| proven()).collect(),
        };
        let batches = wanted.iter().map(&mut batch).collect();
        Self { request: MintTokens { challenge: challenge.challenge, batches }, keys }
    }

    /// The tokens that came, each with its key.
    pub(crate) fn tokens(&self, minted: &MintedTokens) -> Vec<Token> {
        let issued: Vec<_> = minted.batches.iter().flat_map(|batch| &batch.tokens).collect();
        assert_eq!(issued.len(), self.keys.len(), "a token for each key");
        let token = |(bytes, key): (&&api::Base64, &SigningKey)| Token {
            issued: IssuerToken::parse(&bytes.0).unwrap(),
            key: key.clone(),
        };
        issued.iter().zip(&self.keys).map(token).collect()
    }
}

/// Mints one token for today that shows the level.
pub(crate) async fn mint_one(resident: &Client) -> Res<Token> {
    let challenge = resident.call(&AskChallenge {}).await?;
    let asked = Asked::new(&challenge, &[(challenge.allowances[0].day, Purpose::Level)], 1);
    let minted = resident.call(&asked.request).await?;
    Ok(asked.tokens(&minted).remove(0))
}

impl Token {
    /// The key that signed it.
    pub(crate) fn kid(&self) -> Kid {
        self.issued.kid()
    }

    /// The code that a phone shows at a moment.
    pub(crate) fn code(&self, at: i64) -> String {
        let draft = Draft::new(self.issued.clone(), Proof { iat: UnixTime(at), aud: None, cnonce: None });
        let signature = self.key.sign(&draft.to_be_signed());
        draft.finish(signature).unwrap().as_str().to_owned()
    }
}

/// The lists that a till holds.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) trust: Verified<TrustList>,
    pub(crate) status: Vec<Verified<StatusList>>,
}

impl Lists {
    /// Those of a demo city.
    pub(crate) async fn fetch(client: &Client) -> Res<Self> {
        Self::fetch_under(demo_root().public(), client).await
    }

    /// Those that this root has signed.
    pub(crate) async fn fetch_under(root: PublicKey, client: &Client) -> Res<Self> {
        let answer = client.get(api::lists::BUNDLE_PATH, None).await?;
        if answer.status != 200 {
            return Err(answer.problem().into());
        }
        let bundle = Bundle::decode(&answer.body)?;
        let (trust, _) = TrustList::open(&bundle.trust, &Anchor::pinned(root))?;
        let status = bundle.status.iter().map(|list| StatusList::open(list, &trust));
        Ok(Self { status: status.collect::<Result<_, _>>()?, trust })
    }

    /// What a till with them makes of a token that is shown at a moment.
    pub(crate) fn outcome(&self, token: &Token, at: i64) -> Outcome {
        let mut session = SeenTokens::new();
        let till = Till::new(UnixTime(at), &mut session);
        Verifier::new(&self.trust, &self.status).verify(&token.code(at), till)
    }

    /// The same, in a word.
    pub(crate) fn verdict(&self, token: &Token, at: i64) -> Verdict {
        self.outcome(token, at).verdict
    }

    /// What the trust list says of the home city's keys for phones.
    pub(crate) fn phone_keys(&self) -> Vec<&TrustEntry> {
        let entries = self.trust.entries.iter();
        entries.filter(|entry| (entry.city, entry.usage) == (HOME, Use::Phone)).collect()
    }
}

/// The root that everyone may sign with.
pub(crate) fn demo_root() -> SigningKey {
    SigningKey::from_seed(&sample::DEMO_ROOT_SEED)
}

/// The server's time, seconds since 1970-01-01 UTC.
pub(crate) fn now(server: &Server) -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap() + server.clock_offset()
}

/// A key that no other in this process is.
fn fresh_key() -> SigningKey {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    SigningKey::from_seed(&seed)
}
