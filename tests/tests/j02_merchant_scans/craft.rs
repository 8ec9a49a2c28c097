//! Codes that no wallet shows.

use credit_code::{
    UnixTime,
    body::{Body, NumberSet},
    key::SigningKey,
    present::{Draft, Proof},
    token::PhoneClaims,
};
use tests::Res;

/// A code that is right in every way, but for an issuer that no list names.
pub(crate) fn of_unknown_issuer(now: i64) -> Res<String> {
    let (issuer, holder) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
    let body = Body { tier: Some(4), perks: Some(NumberSet::default()), ..Body::default() };
    // Tokens end with a whole hour.
    let exp = UnixTime(now - now.rem_euclid(3_600) + 3_600);
    let token = PhoneClaims { exp, holder: holder.public(), body }.sign(&issuer)?;
    let draft = Draft::new(token, Proof { iat: UnixTime(now), aud: None, cnonce: None });
    let signature = holder.sign(&draft.to_be_signed());
    Ok(draft.finish(signature)?.to_string())
}
