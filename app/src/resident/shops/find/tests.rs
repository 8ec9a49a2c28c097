use super::*;
use api::score::Localized;
use domain::{disclosure::PerkId, ids::MerchantId, level::Tier};

fn name(zh: &str, en: &str) -> Localized {
    Localized { zh: zh.to_owned(), en: en.to_owned() }
}

fn directory() -> MerchantDirectory {
    let perk = PerkId::try_from(5).unwrap();
    let shop = |id: u8, zh: &str, en: &str, category: &str, position, perks| MerchantCard {
        id: MerchantId::from_bytes([id; 16]),
        name: name(zh, en),
        category: name(category, category),
        address: name("衢江区", "Qujiang"),
        position,
        hours: String::new(),
        perks,
    };
    MerchantDirectory {
        merchants: vec![
            shop(1, "杜泽面馆", "Duze Noodles", "food", (29_000_000, 118_900_000), vec![]),
            shop(2, "衢江书店", "Qujiang Books", "books", (28_970_000, 118_870_000), vec![perk]),
        ],
        perks: vec![PerkCard {
            id: perk,
            name: name("九折", "10% off"),
            benefit: name("全场九折", "On everything"),
            tier: Tier::NONE,
            strict: false,
        }],
    }
}

fn query(words: &str) -> Query {
    Query { words: words.to_owned(), category: None, here: None, lang: Lang::Zh }
}

#[test]
fn all_words_must_be_found_in_either_language() {
    let names = |words| -> Vec<String> {
        find(&directory(), &query(words)).into_iter().map(|found| found.shop.name.en).collect()
    };
    assert_eq!(names("").len(), 2);
    assert_eq!(names("面馆"), ["Duze Noodles"]);
    assert_eq!(names("BOOKS 九折"), ["Qujiang Books"]);
    assert!(names("books 面馆").is_empty());
}

#[test]
fn categories_narrow_and_are_listed_once() {
    assert_eq!(categories(&directory(), Lang::En), ["food", "books"]);
    let only = Query { category: Some("food".to_owned()), ..query("") };
    assert_eq!(find(&directory(), &only).len(), 1);
}

#[test]
fn the_nearest_comes_first_once_the_place_is_known() {
    let here = Query { here: Some((28_970_000, 118_871_000)), ..query("") };
    let found = find(&directory(), &here);
    assert_eq!(found[0].shop.name.en, "Qujiang Books");
    // A thousandth of a degree of longitude at 29° north is 97 m.
    assert!((90..=105).contains(&found[0].meters.unwrap()), "{:?}", found[0].meters);
    assert!(found[1].meters > found[0].meters);
}
