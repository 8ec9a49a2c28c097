use super::*;

const TOKEN: TokenKey = [7; 32];

/// Sees `text` every 100 ms from `from` to `to`; gives back what was said, without repetitions.
fn watch(flow: &mut Flow, text: &str, from: u32, to: u32) -> Vec<Sight> {
    let mut said: Vec<Sight> =
        (from..to).step_by(100).map(|at| flow.sight(text, By::Camera, at.into())).collect();
    said.dedup();
    said
}

#[test]
fn a_code_held_to_the_camera_is_judged_once() {
    let mut flow = Flow::default();
    assert_eq!(flow.sight("A", By::Camera, 0.0), Sight::New);
    flow.show("A", Some(TOKEN), Colour::Green, 1.0);
    assert_eq!(watch(&mut flow, "A", 100, 9_000), [Sight::Same]);
    // The phone renews its code: judged, found "already shown", and known to be the same one.
    assert_eq!(flow.sight("B", By::Camera, 9_000.0), Sight::New);
    assert!(!flow.is_in_sight(&[8; 32], 9_000.0));
}

#[test]
fn a_renewed_code_of_the_token_in_sight_is_no_replay() {
    let mut flow = Flow::default();
    flow.sight("A", By::Camera, 0.0);
    flow.show("A", Some(TOKEN), Colour::Green, 0.0);
    assert_eq!(watch(&mut flow, "A", 100, 3_000), [Sight::Same]);
    assert_eq!(flow.sight("B", By::Camera, 3_000.0), Sight::New);
    assert!(flow.is_in_sight(&TOKEN, 3_000.0));
    assert_eq!(watch(&mut flow, "B", 3_100, 3_400), [Sight::Same]);
    assert!(!flow.is_in_sight(&TOKEN, 9_000.0), "put away and shown again: that is news");
}

#[test]
fn the_next_customer_waits_no_longer_than_the_verdict_is_large() {
    let mut flow = Flow::default();
    flow.sight("A", By::Camera, 0.0);
    flow.show("A", Some(TOKEN), Colour::Green, 0.0);
    assert_eq!(watch(&mut flow, "B", 100, 800), [Sight::Hold]);
    assert_eq!(flow.sight("B", By::Camera, 801.0), Sight::New);
    flow.show("B", None, Colour::Red, 801.0);
    assert_eq!(flow.sight("C", By::Camera, 1_750.0), Sight::Hold);
    assert_eq!(flow.sight("C", By::Camera, 1_802.0), Sight::New);
}

#[test]
fn a_good_verdict_shrinks_by_itself_and_a_bad_one_when_the_code_is_gone() {
    let mut flow = Flow::default();
    assert_eq!(flow.small_in(0.0), None);
    flow.sight("A", By::Camera, 0.0);
    flow.show("A", Some(TOKEN), Colour::Green, 0.0);
    watch(&mut flow, "A", 0, 800);
    assert_eq!((flow.small_in(300.0), flow.small_in(800.0)), (Some(500.0), None));

    flow.sight("B", By::Camera, 900.0);
    flow.show("B", None, Colour::Amber, 900.0);
    assert_eq!(flow.small_in(900.0), Some(OTHER_MS));
    watch(&mut flow, "B", 1_000, 5_000);
    assert_eq!(flow.small_in(4_950.0), Some(700.0), "still there: the cashier sees why it does not go on");
    assert_eq!(flow.small_in(6_000.0), None);
    flow.go_on();
    assert_eq!(flow.small_in(4_950.0), None);
}

#[test]
fn a_poster_in_the_background_does_not_flicker() {
    let mut flow = Flow::default();
    assert_eq!(flow.sight("POSTER", By::Camera, 0.0), Sight::New);
    flow.show("POSTER", None, Colour::Grey, 0.0);
    let mut verdicts = 0;
    for at in (100..20_000_u32).step_by(200) {
        assert_ne!(flow.sight("POSTER", By::Camera, at.into()), Sight::New, "at {at}");
        if flow.sight("CODE", By::Camera, f64::from(at) + 100.0) == Sight::New {
            verdicts += 1;
            flow.show("CODE", Some(TOKEN), Colour::Green, f64::from(at) + 100.0);
        }
    }
    assert_eq!(verdicts, 1);
}

#[test]
fn a_gun_interrupts_and_a_photo_is_always_judged() {
    let mut flow = Flow::default();
    flow.sight("A", By::Gun, 0.0);
    flow.show("A", None, Colour::Red, 0.0);
    assert_eq!(flow.sight("B", By::Gun, 50.0), Sight::New, "a gun is a hand's wish");
    assert_eq!(flow.sight("B", By::Gun, 100.0), Sight::Same, "a gun that scans twice by itself");
    assert_eq!(flow.sight("B", By::Gun, 2_000.0), Sight::New);
    assert_eq!(flow.sight("B", By::Photo, 2_100.0), Sight::New);
}

#[test]
fn what_was_seen_long_ago_is_forgotten() {
    let mut flow = Flow::default();
    for number in 0..10_000_u32 {
        flow.sight(&number.to_string(), By::Gun, number.into());
    }
    assert!(flow.texts.len() <= MOST);
    flow.sight("x", By::Camera, 1e9);
    assert_eq!(flow.texts.len(), 1);
}
