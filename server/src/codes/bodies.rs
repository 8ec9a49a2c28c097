//! What tokens say: the least that each purpose needs.

use super::Holder;
use crate::http::error::ApiError;
use api::codes::Shown;
use credit_code::body::{Body, MaskedName, Perks, StatusRef};
use domain::disclosure::Purpose;

/// What a phone's token says.
///
/// # Errors
/// When a name does not fit, which [`domain::person::MaskedName`] rules out.
pub(super) fn phone(holder: &Holder, purpose: Purpose, status: StatusRef) -> Result<Body, ApiError> {
    let shown = shown(holder, purpose);
    Ok(Body {
        tier: shown.tier,
        perks: (!shown.perks.is_empty()).then(|| Perks::from_iter(shown.perks)),
        name: shown.name.map(|name| MaskedName::new(&name)).transpose().map_err(ApiError::internal)?,
        status: Some(status),
        birth_year: None,
        specimen: false,
    })
}

/// What a printed card says: the name and birth year that a cashier compares, and perks that are safe on paper. Only
/// where it has none of those, as for another city's shops, it says the tier.
///
/// # Errors
/// As above.
pub(super) fn paper(
    holder: &Holder,
    perks: Perks,
    birth_year: u16,
    status: StatusRef,
) -> Result<Body, ApiError> {
    let has_no_perks = perks == Perks::default();
    Ok(Body {
        tier: has_no_perks.then_some(holder.tier.number()),
        perks: (!has_no_perks).then_some(perks),
        name: Some(masked(holder))
            .map(|name| MaskedName::new(&name))
            .transpose()
            .map_err(ApiError::internal)?,
        status: Some(status),
        birth_year: Some(birth_year),
        specimen: false,
    })
}

/// The same, in words for the wallet.
pub(super) fn shown(holder: &Holder, purpose: Purpose) -> Shown {
    let tier = Some(holder.tier.number());
    match purpose {
        Purpose::Level => Shown { tier, name: None, perks: Vec::new() },
        Purpose::LevelAndName => Shown { tier, name: Some(masked(holder)), perks: Vec::new() },
        Purpose::Perk(perk) => Shown { tier: None, name: None, perks: vec![perk.number()] },
    }
}

fn masked(holder: &Holder) -> String {
    holder.person.name.masked().to_string()
}
