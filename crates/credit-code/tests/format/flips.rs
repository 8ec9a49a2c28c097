//! Nothing may be changed: each bit of a code, each character of its text.

use crate::{
    city::{self, NOW, card, key, paper_claims},
    craft,
    till::Lists,
};
use credit_code::verdict::{Colour, Verdict};

const CHARACTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

fn codes() -> [String; 2] {
    let printed = paper_claims(card()).sign(&key("home paper")).unwrap().paper_text();
    [city::valid().into(), printed.into()]
}

#[test]
fn every_flipped_bit_is_refused() {
    let lists = Lists::today();
    for code in codes() {
        let raw = craft::raw(&code);
        assert_eq!(lists.verdict(&craft::text(&raw), NOW), Verdict::Valid);
        for bit in 0..raw.len() * 8 {
            let mut bad = raw.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            let outcome = lists.outcome(&craft::text(&bad), NOW);
            assert!(
                outcome.shown.is_none() && outcome.colour != Colour::Green,
                "bit {bit}: {}",
                outcome.verdict
            );
        }
    }
}

#[test]
fn every_changed_character_is_refused() {
    let lists = Lists::today();
    for code in codes() {
        for place in 0..code.len() {
            for other in CHARACTERS.iter().chain(b"a~").filter(|other| **other != code.as_bytes()[place]) {
                let mut bad = code.clone().into_bytes();
                bad[place] = *other;
                let bad = String::from_utf8(bad).unwrap();
                assert_ne!(lists.verdict(&bad, NOW), Verdict::Valid, "{bad}");
            }
        }
    }
}

#[test]
fn every_cut_and_every_addition_is_refused() {
    let lists = Lists::today();
    for code in codes() {
        for length in 0..code.len() {
            assert_ne!(lists.verdict(&code[..length], NOW), Verdict::Valid, "{length}");
        }
        for other in CHARACTERS {
            assert_ne!(lists.verdict(&format!("{code}{}", char::from(*other)), NOW), Verdict::Valid);
        }
    }
}
