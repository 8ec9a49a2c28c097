//! Whose turn it is.

use super::*;

const NOW: i64 = 1_795_000_000;

fn key(seed: u8, signs_from: i64, revoked_at: Option<i64>) -> Key {
    let public = SigningKey::from_seed(&[seed; 32]).public();
    Key {
        kid: public.kid(),
        city: RegionCode::new(330_800).unwrap(),
        usage: Use::Phone,
        public,
        signs_from,
        not_before: signs_from - BEFORE_S,
        expires_at: signs_from + TURN_S + AFTER_S,
        revoked_at,
    }
}

#[test]
fn one_key_signs_and_the_others_say_why_not() {
    let old = key(1, NOW - 9 * DAY_S, None);
    let current = key(2, NOW - 2 * DAY_S, None);
    let lost = key(3, NOW - DAY_S, Some(NOW - 5));
    let next = key(4, NOW + DAY_S, None);
    let keys = [old, current, lost, next];
    let states: Vec<KeyState> = keys.iter().map(|key| state(key, &keys, NOW)).collect();
    assert_eq!(states, [KeyState::Retired, KeyState::Active, KeyState::Revoked, KeyState::Next]);
    let signs = |at| signer(&keys, current.city, Use::Phone, at, at).map(|key| key.kid);
    assert_eq!(signs(NOW), Some(current.kid));
    assert_eq!(signs(next.signs_from - 1), Some(current.kid));
    assert_eq!(signs(next.signs_from), Some(next.kid));
    assert_eq!(signs(next.expires_at + 1), None);
    assert_eq!(signer(&keys, current.city, Use::Paper, NOW, NOW), None);
    assert_eq!(signer(&keys, RegionCode::new(331_100).unwrap(), Use::Phone, NOW, NOW), None);
    let beyond = current.expires_at.max(old.expires_at) + 1;
    assert_eq!(signer(&keys, current.city, Use::Phone, NOW, beyond), None, "nothing outlives its key");
}
