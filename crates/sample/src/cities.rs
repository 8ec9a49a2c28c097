//! The two demo cities.

use domain::{region::RegionCode, text::Bilingual};

/// A city that issues codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct City {
    /// Its code.
    pub code: RegionCode,
    /// Its name.
    pub name: Bilingual,
    /// Which of its tiers another city recognises, and as what: `(its tier, the other city's tier)`. A tier that is
    /// not here is refused elsewhere. Provisional: invented, until the cities agree.
    pub recognised: &'static [(u8, u8)],
}

/// 衢州, where the demo is at home, and 丽水, whose codes are guests there.
pub fn cities() -> Vec<City> {
    let city = |code, zh: &str, en: &str, recognised| {
        let name = Bilingual { zh: zh.to_owned(), en: en.to_owned() };
        Some(City { code: RegionCode::new(code).ok()?, name, recognised })
    };
    [
        city(330_800, "衢州", "Quzhou", &[(2, 2), (3, 3), (4, 4), (5, 5)]),
        city(331_100, "丽水", "Lishui", &[(3, 2), (4, 3), (5, 4)]),
    ]
    .into_iter()
    .flatten()
    .collect()
}
