use super::*;
use proptest::prelude::*;

/// The alphabet of codes, and how a gun types each of its characters.
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

fn place(character: char) -> (String, bool) {
    let sign = |code: &str, shift| (code.to_owned(), shift);
    match character {
        '0'..='9' => sign(&format!("Digit{character}"), false),
        'A'..='Z' => sign(&format!("Key{character}"), true),
        ' ' => sign("Space", false),
        '$' => sign("Digit4", true),
        '%' => sign("Digit5", true),
        '*' => sign("Digit8", true),
        '+' => sign("Equal", true),
        '-' => sign("Minus", false),
        '.' => sign("Period", false),
        '/' => sign("Slash", false),
        _ => sign("Semicolon", true),
    }
}

/// Types a text with its Shift keys, `gaps` before each key in turn, and ends it; gives back the last answer.
fn type_out(gun: &mut Gun, text: &str, gaps: &[f64], end: &str) -> Read {
    let (mut at_ms, mut gaps) = (1000.0, gaps.iter().cycle());
    let mut press = |gun: &mut Gun, code: &str, shift| {
        at_ms += gaps.next().copied().unwrap_or(5.0);
        gun.press(Key { code, shift, chord: false, at_ms })
    };
    for character in text.chars() {
        let (code, shift) = place(character);
        if shift {
            press(gun, "ShiftLeft", true);
        }
        press(gun, &code, shift);
    }
    press(gun, end, false)
}

fn scanned(read: Read) -> Option<String> {
    match read {
        Read::Scan(scan) => Some(scan.text),
        Read::Hand | Read::Burst => None,
    }
}

#[test]
fn four_hundred_keys_at_five_milliseconds_are_read() {
    let text = format!("CC1:{}", ALPHABET.repeat(9).chars().take(396).collect::<String>());
    for end in ["Enter", "NumpadEnter", "Tab"] {
        let read = type_out(&mut Gun::default(), &text, &[5.0], end);
        let Read::Scan(scan) = read else { panic!("{read:?}") };
        assert_eq!((scan.text.len(), scan.longest_gap_ms), (400, 5.0));
        assert_eq!(scan.text, text);
    }
}

#[test]
fn a_hand_is_no_gun() {
    let mut gun = Gun::default();
    assert_eq!(scanned(type_out(&mut gun, "CC1:ABCDEFGH", &[120.0], "Enter")), None);
    assert_eq!(scanned(type_out(&mut gun, "CC1:ABCDEFGH", &[51.0], "Enter")), None);
    assert_eq!(scanned(type_out(&mut gun, "ABC", &[5.0], "Enter")), None, "too few keys to be sure");
    let (mut at_ms, mut reads) = (0.0, Vec::new());
    for code in ["Tab", "Enter", "Space", "ArrowDown", "F5", ""] {
        at_ms += 5.0;
        reads.push(gun.press(Key { code, shift: false, chord: false, at_ms }));
    }
    assert!(reads.iter().all(|read| *read == Read::Hand), "the page keeps its keys: {reads:?}");
}

#[test]
fn a_pause_starts_anew_and_a_late_enter_ends_nothing() {
    let mut gun = Gun::default();
    let press = |gun: &mut Gun, code: &str, at_ms| gun.press(Key { code, shift: false, chord: false, at_ms });
    for (number, code) in ["KeyX", "KeyY", "KeyZ"].into_iter().enumerate() {
        press(&mut gun, code, f64::from(u32::try_from(number).unwrap()));
    }
    for (number, code) in ["KeyA", "KeyB", "KeyC", "KeyD"].into_iter().enumerate() {
        press(&mut gun, code, 500.0 + f64::from(u32::try_from(number).unwrap()));
    }
    assert!(gun.is_reading());
    assert_eq!(scanned(press(&mut gun, "Enter", 510.0)), Some("ABCD".to_owned()));
    for (number, code) in ["KeyA", "KeyB", "KeyC", "KeyD"].into_iter().enumerate() {
        press(&mut gun, code, 900.0 + f64::from(u32::try_from(number).unwrap()));
    }
    assert_eq!(press(&mut gun, "Enter", 1000.0), Read::Hand);
}

#[test]
fn shortcuts_are_left_to_the_page() {
    let mut gun = Gun::default();
    for (number, code) in ["KeyA", "KeyB", "KeyC", "KeyD", "KeyR"].into_iter().enumerate() {
        let at_ms = f64::from(u32::try_from(number).unwrap());
        gun.press(Key { code, shift: false, chord: code == "KeyR", at_ms });
    }
    assert_eq!(gun.press(Key { code: "Enter", shift: false, chord: false, at_ms: 9.0 }), Read::Hand);
}

#[test]
fn places_type_what_an_american_keyboard_types() {
    let table = [
        ("Digit4", true, Some('$')),
        ("Digit0", true, Some(')')),
        ("KeyQ", false, Some('Q')),
        ("Semicolon", false, Some(';')),
        ("Semicolon", true, Some(':')),
        ("Numpad7", false, Some('7')),
        ("NumpadDecimal", false, Some('.')),
        ("NumpadAdd", false, Some('+')),
        ("Numpad", false, None),
        ("NumpadEqual", false, None),
        ("Key", true, None),
        ("Keyé", true, None),
        ("KeyAB", true, None),
        ("Digitx", false, None),
        ("Lang1", false, None),
        ("Unidentified", false, None),
    ];
    for (code, shift, wanted) in table {
        assert_eq!(character(code, shift), wanted, "{code}");
    }
    for wanted in ALPHABET.chars() {
        let (code, shift) = place(wanted);
        assert_eq!(character(&code, shift), Some(wanted));
    }
}

#[test]
fn a_stuck_key_does_not_fill_the_memory() {
    let mut gun = Gun::default();
    for number in 0..100_000_u32 {
        gun.press(Key { code: "KeyA", shift: false, chord: false, at_ms: f64::from(number) });
    }
    assert_eq!(
        scanned(gun.press(Key { code: "Enter", shift: false, chord: false, at_ms: 100_001.0 }))
            .map(|t| t.len()),
        Some(MOST)
    );
}

proptest! {
    #[test]
    fn what_a_gun_types_is_what_is_read(text in "[0-9A-Z $%*+./:-]{4,420}", gaps in prop::collection::vec(0.0..=GAP_MS, 1..40)) {
        prop_assert_eq!(scanned(type_out(&mut Gun::default(), &text, &gaps, "Enter")), Some(text));
    }

    #[test]
    fn with_one_long_pause_never_the_whole_is_read(text in "[0-9]{8,40}", at in 1..8_usize, pause in 51.0..5000.0) {
        let mut gaps = vec![5.0; text.len() + 1];
        gaps[at] = pause;
        let read = scanned(type_out(&mut Gun::default(), &text, &gaps, "Enter"));
        prop_assert_ne!(read.as_deref(), Some(text.as_str()));
        prop_assert!(read.is_none_or(|tail| text.ends_with(&tail)));
    }

    #[test]
    fn no_keys_ever_panic(keys in prop::collection::vec((".{0,12}", any::<bool>(), any::<bool>(), any::<f64>()), 0..60)) {
        let mut gun = Gun::default();
        for (code, shift, chord, at_ms) in &keys {
            gun.press(Key { code, shift: *shift, chord: *chord, at_ms: *at_ms });
        }
    }
}
