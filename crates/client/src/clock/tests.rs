use super::*;

const HOUR: i64 = 3_600_000;

fn at(wall_ms: i64, monotonic_ms: i64) -> Sample {
    Sample { wall_ms, monotonic_ms }
}

#[test]
fn a_wrong_clock_is_corrected_by_the_servers_time() {
    let mut state = State::default();
    // The phone is an hour behind; the request took 200 ms.
    state.observe(10 * HOUR, at(9 * HOUR, 0), at(9 * HOUR + 200, 200));
    let now = state.now(at(9 * HOUR + 5_200, 5_200));
    assert_eq!(now.ms, 10 * HOUR + 500 + 5_100);
    assert_eq!(now.correction_age_ms, Some(5_000));
}

#[test]
fn setting_the_phones_clock_drops_the_correction() {
    let mut state = State::default();
    state.observe(10 * HOUR, at(9 * HOUR, 0), at(9 * HOUR, 0));
    assert!(state.now(at(9 * HOUR + 1_000, 1_000)).correction_age_ms.is_some());
    // Now somebody sets it right: the wall clock jumps, the page's clock does not.
    let now = state.now(at(10 * HOUR + 2_000, 2_000));
    assert_eq!(now, Now { ms: 10 * HOUR + 2_000, correction_age_ms: None, correction_ms: 0 });
    // And it stays dropped until the server speaks again.
    assert!(state.now(at(10 * HOUR + 3_000, 3_000)).correction_age_ms.is_none());
}

#[test]
fn a_kept_correction_serves_a_restart_until_it_is_too_old() {
    let kept = Kept { offset_ms: HOUR, wall_ms: 5 * HOUR };
    let mut state = State::default();
    state.restore(kept);
    assert_eq!(state.now(at(6 * HOUR, 0)).ms, 7 * HOUR);

    let mut late = State::default();
    late.restore(kept);
    assert!(late.now(at(5 * HOUR + 73 * HOUR, 0)).correction_age_ms.is_none());

    let mut back = State::default();
    back.restore(kept);
    assert!(back.now(at(4 * HOUR, 0)).correction_age_ms.is_none(), "a clock set back is not trusted with it");
}
