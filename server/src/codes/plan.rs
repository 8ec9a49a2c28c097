//! How many tokens a person may have, and which.

use crate::clock::{day_at, day_ends, day_start};
use api::{
    Problem, ProblemCode,
    codes::{Allowance, KeyBatch, MintTokens},
};
use domain::{
    disclosure::{PerkId, Purpose},
    level::Tier,
};
use std::collections::BTreeMap;

/// A token is good for one civil day; seconds.
pub const LIFETIME_S: i64 = crate::clock::DAY_S;
/// Days that a wallet holds tokens for: today and the next two.
pub const DAYS: u32 = 3;
/// A wallet may ask for all of its tokens again so many times: storage gets wiped.
const TIMES: u32 = 2;

/// How many tokens a wallet should hold for a day and a purpose.
pub fn batch(purpose: Purpose) -> u32 {
    match purpose {
        Purpose::Level | Purpose::LevelAndName => 8,
        Purpose::Perk(_) => 3,
    }
}

/// A purpose as it is stored.
pub fn name(purpose: Purpose) -> String {
    match purpose {
        Purpose::Level => "level".to_owned(),
        Purpose::LevelAndName => "level_and_name".to_owned(),
        Purpose::Perk(perk) => format!("perk_{}", perk.number()),
    }
}

/// Every purpose open to a person of a tier.
pub fn purposes(tier: Tier, perks: &[(PerkId, Tier)]) -> Vec<Purpose> {
    let open = perks.iter().filter(|(_, least)| tier >= *least).map(|(perk, _)| Purpose::Perk(*perk));
    [Purpose::Level, Purpose::LevelAndName].into_iter().chain(open).collect()
}

/// Tokens minted so far, by day and stored purpose.
pub type Minted = BTreeMap<(u32, String), u32>;

/// What may still be asked for.
pub fn allowances(now: i64, purposes: &[Purpose], minted: &Minted, unlimited: bool) -> Vec<Allowance> {
    let today = day_at(now);
    let of_day = |day: u32| {
        purposes.iter().map(move |purpose| Allowance {
            day,
            expires_at: day_ends(day),
            starts_at: day_start(day),
            purpose: *purpose,
            left: if unlimited { batch(*purpose) * TIMES } else { left(day, *purpose, minted) },
            batch: batch(*purpose),
        })
    };
    (today..today + DAYS).flat_map(of_day).collect()
}

/// Refuses what nobody may ask for, before anything is verified.
///
/// # Errors
/// The problem, with the field.
pub fn check(request: &MintTokens, now: i64, purposes: &[Purpose]) -> Result<(), Problem> {
    let today = day_at(now);
    let wrong =
        |field: &str, message: &str| Err(Problem::new(ProblemCode::Unprocessable).field(field, message));
    let keys: usize = request.batches.iter().map(|batch| batch.keys.len()).sum();
    if keys == 0 || keys > MintTokens::MAX_KEYS {
        return wrong("batches", "hold 1 to 128 keys in all");
    }
    let mut distinct: Vec<&[u8; 32]> =
        request.batches.iter().flat_map(|b| &b.keys).map(|key| &key.key.0).collect();
    distinct.sort_unstable();
    if distinct.windows(2).any(|pair| pair[0] == pair[1]) {
        return wrong("batches.keys", "each key may stand there once");
    }
    for (at, batch) in request.batches.iter().enumerate() {
        let field = |name: &str| format!("batches.{at}.{name}");
        if !(today..today + DAYS).contains(&batch.day) {
            return wrong(&field("day"), "is not today or one of the next two days");
        }
        if !purposes.contains(&batch.purpose) {
            return wrong(&field("purpose"), "is not open to this person");
        }
        if batch.keys.is_empty() {
            return wrong(&field("keys"), "are none");
        }
        if request.batches[..at].iter().any(|b| (b.day, b.purpose) == (batch.day, batch.purpose)) {
            return wrong(&field("purpose"), "stands there twice for one day");
        }
    }
    Ok(())
}

/// Refuses what is over a limit.
///
/// # Errors
/// The problem, with the field.
pub fn check_limits(batches: &[KeyBatch], minted: &Minted) -> Result<(), Problem> {
    let over = |batch: &KeyBatch| {
        u32::try_from(batch.keys.len()).unwrap_or(u32::MAX) > left(batch.day, batch.purpose, minted)
    };
    match batches.iter().position(over) {
        None => Ok(()),
        Some(at) => {
            let field = format!("batches.{at}.keys");
            Err(Problem::new(ProblemCode::TokenLimit)
                .field(field, "are more than are left for this day and purpose"))
        }
    }
}

fn left(day: u32, purpose: Purpose, minted: &Minted) -> u32 {
    let so_far = minted.get(&(day, name(purpose))).copied().unwrap_or(0);
    (batch(purpose) * TIMES).saturating_sub(so_far)
}

#[cfg(test)]
mod tests;
