//! Issuing tokens: what comes out, what is refused, and that nothing is done by halves.

use crate::{
    support::City,
    wallet::{Lists, batch, code, mint, proven},
};
use api::{
    Fixed, ProblemCode,
    codes::{AskChallenge, KeyBatch, MintTokens},
    issuing::{RevocationReason, RevokeTokens},
};
use credit_code::verdict::Verdict;
use domain::{
    disclosure::{PerkId, Purpose},
    ids::RevocationId,
};

fn perk(number: u8) -> Purpose {
    Purpose::Perk(PerkId::try_from(number).unwrap())
}

#[tokio::test]
async fn each_purpose_says_the_least_and_a_till_accepts_it() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let today = [(0, Purpose::Level, 0..2), (0, Purpose::LevelAndName, 2..3), (0, perk(0), 3..4)];
    let minted = mint(&wang, &today).await.unwrap();
    let lists = Lists::of(&city).await;
    let now = city.app.now();
    let shown: Vec<_> = [(0, 0, 0), (0, 1, 1), (1, 0, 2), (2, 0, 3)]
        .into_iter()
        .map(|(batch, token, key): (usize, usize, u16)| {
            let text = code(&minted.batches[batch].tokens[token].0, key, now);
            let outcome = lists.outcome(text.as_str(), now);
            assert_eq!(outcome.verdict, Verdict::Valid);
            let shown = outcome.shown.unwrap();
            let name = shown.name.map(|name| name.as_str().to_owned());
            (shown.tier, name, shown.perks.iter().collect::<Vec<_>>(), shown.city)
        })
        .collect();
    let level = (Some(4), None, vec![], 330_800);
    let named = (Some(4), Some("王*明".to_owned()), vec![], 330_800);
    assert_eq!(shown, [level.clone(), level, named, (None, None, vec![0], 330_800)]);
}

#[tokio::test]
async fn the_allowance_runs_out_and_the_next_days_are_their_own() {
    let city = City::start().await;
    let li = city.resident("li-na").await;
    let left = || async { li.call(&AskChallenge {}).await.unwrap().allowances[0].left };
    assert_eq!(left().await, 16);
    mint(&li, &[(0, Purpose::Level, 0..16)]).await.unwrap();
    assert_eq!(left().await, 0);
    let over = mint(&li, &[(0, Purpose::Level, 20..21)]).await.unwrap_err();
    assert_eq!((over.code, over.fields[0].field.as_str()), (ProblemCode::TokenLimit, "batches.0.keys"));
    // All or none: a batch that is over its limit takes the others with it.
    let both = mint(&li, &[(1, Purpose::Level, 30..31), (0, Purpose::Level, 31..32)]).await.unwrap_err();
    assert_eq!(both.code, ProblemCode::TokenLimit);
    mint(&li, &[(1, Purpose::Level, 40..56), (2, Purpose::Level, 60..76)]).await.unwrap();
}

#[tokio::test]
async fn a_challenge_is_good_for_one_request_of_one_person_and_its_keys() {
    let city = City::start().await;
    let (wang, li) = (city.resident("wang-ming").await, city.resident("li-na").await);
    let challenge = wang.call(&AskChallenge {}).await.unwrap();
    let request = |batches: Vec<KeyBatch>| MintTokens { challenge: challenge.challenge, batches };
    let good = request(vec![batch(&challenge, 0, Purpose::Level, 0..2)]);
    assert_eq!(li.call(&good).await.unwrap_err().code, ProblemCode::ChallengeExpired);
    let stranger = li.call(&AskChallenge {}).await.unwrap();
    let mut mixed = batch(&challenge, 0, Purpose::Level, 0..1);
    mixed.keys.push(proven(&stranger, 5));
    let refused = wang.call(&request(vec![mixed])).await.unwrap_err();
    assert_eq!(
        (refused.code, refused.fields[0].field.as_str()),
        (ProblemCode::ProofInvalid, "batches.0.keys.1")
    );
    let mut weak = batch(&challenge, 0, Purpose::Level, 0..1);
    weak.keys[0].key = Fixed([0; 32]);
    assert_eq!(wang.call(&request(vec![weak])).await.unwrap_err().code, ProblemCode::ProofInvalid);
    // Nothing of the refused ones was taken, and the challenge is still there.
    let given = wang.call(&good).await.unwrap();
    assert_eq!(given.batches[0].tokens.len(), 2);
    // Its answer was lost on the way: sent again it brings the same, and counts once.
    assert_eq!(wang.call(&good).await.unwrap(), given);
    assert_eq!(wang.call(&AskChallenge {}).await.unwrap().allowances[0].left, 14);
    let other = request(vec![batch(&challenge, 0, Purpose::Level, 5..7)]);
    assert_eq!(wang.call(&other).await.unwrap_err().code, ProblemCode::ChallengeExpired);
}

#[tokio::test]
async fn what_nobody_may_have_is_named() {
    let city = City::start().await;
    let he = city.resident("he-yun").await;
    for (batches, field) in [
        (vec![(3, Purpose::Level, 0..1)], "batches.0.day"),
        (vec![(0, perk(0), 0..1)], "batches.0.purpose"),
        (vec![(0, Purpose::Level, 0..0), (1, Purpose::Level, 0..1)], "batches.0.keys"),
        (vec![(0, Purpose::Level, 0..1), (0, Purpose::Level, 1..2)], "batches.1.purpose"),
        (vec![(0, Purpose::Level, 0..1), (1, Purpose::Level, 0..1)], "batches.keys"),
        (vec![(0, Purpose::Level, 0..129)], "batches"),
        (vec![], "batches"),
    ] {
        let problem = mint(&he, &batches).await.unwrap_err();
        assert_eq!((problem.code, problem.fields[0].field.as_str()), (ProblemCode::Unprocessable, field));
    }
}

#[tokio::test]
async fn guests_are_recognised_by_mapped_tier_or_refused_clearly() {
    let city = City::start().await;
    let now = city.app.now();
    for (account, expected) in [("chen-jing", (Verdict::Valid, Some(3))), ("he-yun", (Verdict::Policy, None))]
    {
        let guest = city.resident(account).await;
        let minted = mint(&guest, &[(0, Purpose::Level, 0..1)]).await.unwrap();
        let text = code(&minted.batches[0].tokens[0].0, 0, now);
        let outcome = Lists::of(&city).await.outcome(text.as_str(), now);
        assert_eq!((outcome.verdict, outcome.shown.and_then(|shown| shown.tier)), expected, "{account}");
    }
}

#[tokio::test]
async fn revoked_tokens_are_on_the_list_that_is_out_with_the_answer() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let minted = mint(&wang, &[(0, Purpose::Level, 0..3), (1, Purpose::Level, 3..4)]).await.unwrap();
    let li = city.resident("li-na").await;
    let others = mint(&li, &[(0, Purpose::Level, 9..10)]).await.unwrap();
    let resident = sample::residents()[0].id;
    let request = RevokeTokens {
        id: RevocationId::from_bytes([7; 16]),
        resident,
        reason: RevocationReason::DeviceLost,
        note: "lost on the bus".to_owned(),
    };
    assert_eq!(city.officer().await.call(&request).await.unwrap().tokens, 4);
    let (lists, now) = (Lists::of(&city).await, city.app.now());
    let verdict = |token: &[u8], key| lists.outcome(code(token, key, now).as_str(), now).verdict;
    for key in 0..3 {
        assert_eq!(verdict(&minted.batches[0].tokens[usize::from(key)].0, key), Verdict::Revoked);
    }
    assert_eq!(verdict(&others.batches[0].tokens[0].0, 9), Verdict::Valid);
    // What was revoked is replaced: it does not count.
    let again = city.resident("wang-ming").await.call(&AskChallenge {}).await.unwrap();
    assert_eq!(again.allowances[0].left, 16);
}

#[tokio::test]
async fn no_two_tokens_have_anything_in_common() {
    let city = City::start().await;
    let wang = city.resident("wang-ming").await;
    let minted = mint(&wang, &[(0, Purpose::Level, 0..8), (0, Purpose::LevelAndName, 8..16)]).await.unwrap();
    let tokens: Vec<&[u8]> = minted.batches.iter().flat_map(|b| &b.tokens).map(|t| t.0.as_slice()).collect();
    let windows =
        |token: &[u8]| token.windows(4).map(<[u8]>::to_vec).collect::<std::collections::BTreeSet<_>>();
    // Signatures, keys: the last 64 bytes and the 32 of the key.
    for (n, one) in tokens.iter().enumerate() {
        for other in &tokens[n + 1..] {
            let tails = (windows(&one[one.len() - 64..]), windows(&other[other.len() - 64..]));
            assert!(tails.0.is_disjoint(&tails.1));
        }
    }
    let lists = Lists::of(&city).await;
    let now = city.app.now();
    let place = |(key, token): (usize, &&[u8])| {
        let text = code(token, u16::try_from(key).unwrap(), now);
        lists.outcome(text.as_str(), now).shown.unwrap().status.unwrap().idx
    };
    let mut places: Vec<u32> = tokens.iter().enumerate().map(place).collect();
    let near = places.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) < 8).count();
    assert!(near <= 2, "places lie together: {places:?}");
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), tokens.len());
}
