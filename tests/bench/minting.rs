//! Tokens minted over HTTP, each against a proof of possession, and bare signatures on the same processors.

use crate::{
    city::{self, City},
    http::{Connection, request},
    table::{Goal, Row, median},
};
use api::{
    Fixed,
    codes::{Challenge, KeyBatch, MintTokens, MintedTokens, ProvenKey},
};
use credit_code::{key::SigningKey, possession};
use std::{thread, time::Instant};
use tests::Res;
use tokio::task::JoinSet;

const ROUNDS: usize = 3;
/// Wallets that ask at once, and requests of each.
const WALLETS: usize = 8;
const REQUESTS: usize = 12;
/// Tokens of a round.
const TOKENS: usize = WALLETS * REQUESTS * MintTokens::MAX_KEYS;
/// What an issuer signs is about so long, bytes.
const MESSAGE: [u8; 150] = [7; 150];

pub(crate) fn measure() -> Res<Vec<Row>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let city = city::start_with(&["--unlimited"]).await?;
        let cookie = city.sign_in("wang-ming").await?;
        let (mut minted, mut signed, mut proven) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let asked = prepare(&city, &cookie, round).await?;
            minted.push(mint(&city, asked).await?);
            signed.push(on_all_processors(sign)?);
            proven.push(on_all_processors(prove)?);
        }
        city.server.stop().await?;
        let (minted, signed, proven) = (median(minted), median(signed), median(proven));
        let note = format!(
            "{minted:.0}/s ÷ {signed:.0}/s on as many processors; a token's own signature and proof alone: {proven:.0}/s"
        );
        Ok(vec![
            Row::new("tokens minted ÷ bare signatures", Goal::AtLeast(0.6), minted / signed, "", note),
            Row::new(
                "tokens minted ÷ sign and verify alone",
                Goal::AtLeast(0.6),
                minted / proven,
                "",
                String::new(),
            ),
        ])
    })
}

/// Each wallet's requests, with fresh keys and their proofs: the wallets' work is not the server's.
async fn prepare(city: &City, cookie: &str, round: usize) -> Res<Vec<Vec<Vec<u8>>>> {
    let mut wallets = Vec::new();
    let mut seed = round * TOKENS;
    for _ in 0..WALLETS {
        let mut requests = Vec::new();
        for _ in 0..REQUESTS {
            let answer = city.ask("POST", "/api/wallet/codes/challenge", cookie, "{}").await?;
            let challenge: Challenge = serde_json::from_slice(&answer.body)?;
            let allowed = challenge.allowances.first().ok_or("nothing may be minted")?;
            let keys = (0..MintTokens::MAX_KEYS).map(|_| {
                seed += 1;
                proven_key(&challenge.challenge.0, seed)
            });
            let batch = KeyBatch { day: allowed.day, purpose: allowed.purpose, keys: keys.collect() };
            let body = MintTokens { challenge: challenge.challenge, batches: vec![batch] };
            let body = serde_json::to_string(&body)?;
            requests.push(request("POST", "/api/wallet/codes/mint", city.port, cookie, &body));
        }
        wallets.push(requests);
    }
    Ok(wallets)
}

fn proven_key(challenge: &[u8; 32], number: usize) -> ProvenKey {
    let mut seed = [1; 32];
    seed[..8].copy_from_slice(&number.to_be_bytes());
    let key = SigningKey::from_seed(&seed);
    let proof = key.sign(&possession::message(challenge, &key.public()));
    ProvenKey { key: Fixed(key.public().to_bytes()), proof: Fixed(proof) }
}

/// Tokens a second.
async fn mint(city: &City, wallets: Vec<Vec<Vec<u8>>>) -> Res<f64> {
    let began = Instant::now();
    let mut running = JoinSet::new();
    for requests in wallets {
        let port = city.port;
        running.spawn(async move {
            let mut connection = Connection::open(port).await?;
            let mut last = Vec::new();
            for request in requests {
                let answer = connection.send(&request).await?;
                if answer.status != 200 {
                    return Res::Err(format!("minting: {}", answer.status).into());
                }
                last = answer.body;
            }
            Ok(last)
        });
    }
    let mut answers = Vec::new();
    while let Some(ended) = running.join_next().await {
        answers.push(ended??);
    }
    let took = began.elapsed().as_secs_f64();
    for answer in answers {
        let minted: MintedTokens = serde_json::from_slice(&answer)?;
        if minted.batches.iter().map(|batch| batch.tokens.len()).sum::<usize>() != MintTokens::MAX_KEYS {
            return Err("fewer tokens than keys".into());
        }
    }
    Ok(f64::from(u32::try_from(TOKENS)?) / took)
}

/// How often a second `work` is done on all processors together.
fn on_all_processors(work: fn(&SigningKey, u32) -> Res) -> Res<f64> {
    let processors = u32::try_from(thread::available_parallelism()?.get())?;
    let each = u32::try_from(TOKENS)? / processors;
    let key = SigningKey::from_seed(&[9; 32]);
    let began = Instant::now();
    thread::scope(|scope| {
        let running: Vec<_> = (0..processors).map(|_| scope.spawn(|| work(&key, each))).collect();
        running.into_iter().try_for_each(|thread| thread.join().map_err(|_| "a thread ended early")?)
    })?;
    Ok(f64::from(each * processors) / began.elapsed().as_secs_f64())
}

fn sign(key: &SigningKey, times: u32) -> Res {
    for _ in 0..times {
        std::hint::black_box(key.sign(std::hint::black_box(&MESSAGE)));
    }
    Ok(())
}

/// What each token cannot do without: one verification and one signature.
fn prove(key: &SigningKey, times: u32) -> Res {
    let (public, challenge) = (key.public(), [3; 32]);
    let proof = key.sign(&possession::message(&challenge, &public));
    for _ in 0..times {
        if !possession::verify(&challenge, std::hint::black_box(&public), &proof) {
            return Err("a proof is not good".into());
        }
        std::hint::black_box(key.sign(std::hint::black_box(&MESSAGE)));
    }
    Ok(())
}
