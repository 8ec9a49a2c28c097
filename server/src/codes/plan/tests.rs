use super::*;
use api::codes::ProvenKey;

/// 2026-11-20, noon in Shanghai.
const NOON: i64 = 1_795_147_200;

fn keys(count: u8, from: u8) -> Vec<ProvenKey> {
    (from..from + count).map(|n| ProvenKey { key: api::Fixed([n; 32]), proof: api::Fixed([0; 64]) }).collect()
}

fn request(batches: Vec<(u32, Purpose, Vec<ProvenKey>)>) -> MintTokens {
    let batches = batches.into_iter().map(|(day, purpose, keys)| KeyBatch { day, purpose, keys }).collect();
    MintTokens { challenge: api::Fixed([0; 32]), batches }
}

fn perk(number: u8) -> Purpose {
    Purpose::Perk(PerkId::try_from(number).unwrap())
}

#[test]
fn a_tier_opens_its_perks_and_no_others() {
    let perks: Vec<_> = (0..5).map(|n| (PerkId::try_from(n).unwrap(), Tier::new(n).unwrap())).collect();
    let open = purposes(Tier::new(2).unwrap(), &perks);
    assert_eq!(open, [Purpose::Level, Purpose::LevelAndName, perk(0), perk(1), perk(2)]);
    assert_eq!(purposes(Tier::NONE, &perks).len(), 3);
}

#[test]
fn three_days_are_offered_and_what_was_minted_is_taken_off() {
    let today = day_at(NOON);
    let minted = Minted::from([((today, "level".to_owned()), 9), ((today + 1, "level".to_owned()), 99)]);
    let allowances = allowances(NOON, &[Purpose::Level, perk(1)], &minted, false);
    let left: Vec<_> = allowances.iter().map(|a| (a.day - today, a.left, a.batch)).collect();
    assert_eq!(left, [(0, 7, 8), (0, 6, 3), (1, 0, 8), (1, 6, 3), (2, 16, 8), (2, 6, 3)]);
    assert!(allowances.iter().all(|a| a.expires_at - a.starts_at == 86_400));
    assert!(allowances[0].starts_at <= NOON && NOON < allowances[0].expires_at);
}

#[test]
fn what_nobody_may_ask_for_is_named() {
    let today = day_at(NOON);
    let open = [Purpose::Level, perk(1)];
    let level = |day: u32, keys: Vec<ProvenKey>| (day, Purpose::Level, keys);
    assert_eq!(
        check(&request(vec![level(today, keys(8, 0)), level(today + 2, keys(8, 8))]), NOON, &open),
        Ok(())
    );
    for (batches, field) in [
        (vec![], "batches"),
        (vec![level(today, keys(129, 0))], "batches"),
        (vec![level(today, Vec::new()), level(today + 1, keys(1, 0))], "batches.0.keys"),
        (vec![level(today - 1, keys(1, 0))], "batches.0.day"),
        (vec![level(today + 3, keys(1, 0))], "batches.0.day"),
        (vec![(today, perk(2), keys(1, 0))], "batches.0.purpose"),
        (vec![(today, Purpose::LevelAndName, keys(1, 0))], "batches.0.purpose"),
        (vec![level(today, keys(1, 0)), level(today, keys(1, 1))], "batches.1.purpose"),
        (vec![level(today, keys(1, 0)), level(today + 1, keys(1, 0))], "batches.keys"),
    ] {
        let problem = check(&request(batches), NOON, &open).unwrap_err();
        assert_eq!((problem.code, problem.fields[0].field.as_str()), (ProblemCode::Unprocessable, field));
    }
}

#[test]
fn a_day_and_purpose_has_twice_its_batch() {
    let today = day_at(NOON);
    let asked = request(vec![(today, perk(1), keys(3, 0))]).batches;
    let minted = |count| Minted::from([((today, "perk_1".to_owned()), count)]);
    assert_eq!(check_limits(&asked, &minted(3)), Ok(()));
    let problem = check_limits(&asked, &minted(4)).unwrap_err();
    assert_eq!((problem.code, problem.fields[0].field.as_str()), (ProblemCode::TokenLimit, "batches.0.keys"));
}
