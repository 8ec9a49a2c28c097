//! Which shops fit, in which order.

use crate::text::Lang;
use api::merchants::{MerchantCard, MerchantDirectory, PerkCard};

/// What one looks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Words of name, address or perk; all must be found.
    pub words: String,
    /// A category, or any.
    pub category: Option<String>,
    /// Where one is, in units of 1e-6 degrees.
    pub here: Option<(i32, i32)>,
    /// The language.
    pub lang: Lang,
}

/// A shop that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The shop.
    pub shop: MerchantCard,
    /// Its perks.
    pub perks: Vec<PerkCard>,
    /// How far it is, in meters, when one's own place is known.
    pub meters: Option<u32>,
}

/// The shops that fit: nearest first when the place is known, else in the directory's order.
pub fn find(directory: &MerchantDirectory, query: &Query) -> Vec<Found> {
    let words = query.words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found: Vec<Found> = directory
        .merchants
        .iter()
        .filter(|shop| {
            query.category.as_ref().is_none_or(|wanted| query.lang.pick(&shop.category) == *wanted)
        })
        .map(|shop| Found {
            perks: directory.perks.iter().filter(|perk| shop.perks.contains(&perk.id)).cloned().collect(),
            meters: query.here.map(|here| meters(here, shop.position)),
            shop: shop.clone(),
        })
        .filter(|found| {
            let text = searched(found);
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    found.sort_by_key(|found| found.meters);
    found
}

/// The categories of the directory, each once, in its order.
pub fn categories(directory: &MerchantDirectory, lang: Lang) -> Vec<String> {
    let mut names = Vec::new();
    for shop in &directory.merchants {
        let name = lang.pick(&shop.category);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Both languages are searched, whatever is shown.
fn searched(found: &Found) -> String {
    let shop = &found.shop;
    let mut text = String::new();
    let names = [&shop.name, &shop.category, &shop.address].into_iter();
    for name in names.chain(found.perks.iter().flat_map(|perk| [&perk.name, &perk.benefit])) {
        text.push_str(&name.zh);
        text.push(' ');
        text.push_str(&name.en);
        text.push(' ');
    }
    text.to_lowercase()
}

/// The distance on a plane, good to a percent within a city.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most half the earth, in meters"
)]
fn meters(a: (i32, i32), b: (i32, i32)) -> u32 {
    const METERS_PER_MICRODEGREE: f64 = 0.111_195;
    let north = f64::from(b.0) - f64::from(a.0);
    // The cosine's first terms: the library's own would add 6 kB to the download.
    let latitude = (f64::from(a.0) / 1e6).to_radians().powi(2);
    let shrink = 1.0 - latitude / 2.0 + latitude * latitude / 24.0;
    let east = (f64::from(b.1) - f64::from(a.1)) * shrink;
    (north.hypot(east) * METERS_PER_MICRODEGREE) as u32
}

#[cfg(test)]
mod tests;
