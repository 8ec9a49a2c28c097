//! What an accepted code says, in words.

use crate::{
    merchant::{
        context::{card, perk},
        judge::Judged,
    },
    text::Lang,
};
use api::{merchants::MerchantDirectory, session::MerchantSession};
use credit_code::verdict::Kind;

/// What there is to read. Everything is optional: a code says the least that its purpose needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disclosed {
    /// "At least" this tier.
    pub tier: Option<String>,
    /// Perks, each with what one gets.
    pub perks: Vec<(String, String)>,
    /// The signed-in shop does not give them.
    pub perks_elsewhere: bool,
    /// What the signed-in shop gives for this tier.
    pub can_have: Option<String>,
    /// The masked name.
    pub name: Option<String>,
    /// The city that issued it.
    pub city: Option<String>,
    /// It is another city.
    pub is_guest: bool,
    /// The kind of card and the holder's year of birth, for paper.
    pub paper: Option<String>,
}

/// Puts what a code says into words; nothing for one that was not accepted.
pub fn disclosed(
    judged: &Judged,
    directory: Option<&MerchantDirectory>,
    session: Option<&MerchantSession>,
    lang: Lang,
) -> Disclosed {
    let text = &lang.merchant().verdict;
    let Some(shown) = &judged.shown else { return Disclosed::default() };
    let named = |number: u8| {
        let known = directory.and_then(|directory| perk(directory, number));
        known.map_or_else(
            || ((text.perk_number)(number), String::new()),
            |perk| (lang.pick(&perk.name), lang.pick(&perk.benefit)),
        )
    };
    let own = directory.zip(session).and_then(|(directory, session)| card(directory, session));
    let perks_elsewhere = own.is_some_and(|shop| {
        !shown.perks.iter().any(|number| shop.perks.iter().any(|own| own.number() == number))
    });
    let can_have = shown.tier.filter(|tier| *tier > 0).and_then(|tier| {
        let directory = directory?;
        let open = own?.perks.iter().filter_map(|own| perk(directory, own.number()));
        let names: Vec<String> = open
            .filter(|perk| perk.tier.number() <= tier)
            .map(|perk| {
                if perk.strict && !judged.answered {
                    (text.with_digits)(&lang.pick(&perk.name))
                } else {
                    lang.pick(&perk.name)
                }
            })
            .collect();
        (!names.is_empty()).then(|| (text.can_have)(&names.join(text.separator)))
    });
    let city =
        if judged.is_guest { (text.other_city)(&shown.city_name) } else { (text.city)(&shown.city_name) };
    let born = shown.birth_year.map(text.born);
    Disclosed {
        tier: shown.tier.map(|tier| if tier == 0 { text.no_tier.to_owned() } else { (text.at_least)(tier) }),
        perks: shown.perks.iter().map(named).collect(),
        perks_elsewhere: perks_elsewhere && shown.perks.0 != 0,
        can_have,
        name: shown.name.as_ref().map(ToString::to_string),
        city: Some(city),
        is_guest: judged.is_guest,
        paper: (shown.kind == Kind::Paper).then(|| {
            [Some(text.paper.to_owned()), born].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }),
    }
}

impl Disclosed {
    /// The most important of it, in one line, for reading aloud.
    pub fn summary(&self, lang: Lang) -> Option<String> {
        let perks = self.perks.iter().map(|(name, _)| name.clone());
        let guest = self.city.clone().filter(|_| self.is_guest);
        let all: Vec<String> = self
            .tier
            .clone()
            .into_iter()
            .chain(perks)
            .chain(self.name.clone())
            .chain(guest)
            .chain(self.paper.clone())
            .collect();
        (!all.is_empty()).then(|| all.join(lang.merchant().verdict.separator))
    }
}
