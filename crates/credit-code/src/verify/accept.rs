//! The last step: what this till makes of a genuine code.

use super::{Ending, Policy};
use crate::{
    VERSION,
    body::{Body, Perks},
    code::Code,
    trust::TrustEntry,
    verdict::{Kind, Shown, StatusPlace, Verdict},
};

/// What a token says, in the home city's terms; or that it is not enough here.
pub(super) fn accept(
    home: u32,
    entry: &TrustEntry,
    code: Code<'_>,
    status: Option<StatusPlace>,
    policy: &Policy,
) -> Result<(Verdict, Shown), Ending> {
    let claims = code.issuer.claims;
    let kind = if claims.holder.is_phone() { Kind::Phone } else { Kind::Paper };
    let (tier, perks) = recognised(home, entry, &claims.body)?;
    let has_tier = policy.min_tier.is_none_or(|least| tier.is_some_and(|tier| tier >= least));
    let has_perk = policy.perk.is_none_or(|perk| perks.contains(perk));
    if entry.min_version > VERSION || !has_tier || !has_perk {
        return Err(Verdict::Policy.into());
    }
    let Body { name, birth_year, specimen, .. } = claims.body;
    let shown = Shown {
        kind,
        city: entry.city,
        city_name: entry.city_name.clone(),
        tier,
        perks,
        name,
        birth_year,
        expires: claims.exp,
        status,
    };
    Ok((if specimen { Verdict::Specimen } else { Verdict::Valid }, shown))
}

/// The home city's own tier and perks; of another city its tier alone, if the home city recognises it.
fn recognised(home: u32, entry: &TrustEntry, body: &Body) -> Result<(Option<u8>, Perks), Ending> {
    if entry.city == home {
        return Ok((body.tier, body.perks.unwrap_or_default()));
    }
    let here = body.tier.and_then(|there| entry.tier_map.0.get(&there)).ok_or(Verdict::Policy)?;
    Ok((Some(*here), Perks::default()))
}
