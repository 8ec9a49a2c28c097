//! People who do not exist.

use crate::{
    draw::Draw,
    names::{GIVEN, SURNAMES},
};
use domain::{
    ids::ResidentId, person::PersonName, region::RegionCode, resident_number::ResidentNumber, score::Record,
};
use jiff::civil::{Date, date};

/// A synthetic resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// The id.
    pub id: ResidentId,
    /// The demo account's key and note, for the named ones.
    pub account: Option<(&'static str, &'static str)>,
    /// The invented name.
    pub name: PersonName,
    /// An invented number, with a right check character.
    pub number: ResidentNumber,
    /// The city that issues for this person.
    pub city: RegionCode,
    /// Whether this person also helps others.
    pub helper: bool,
    /// Whether there is a score.
    pub scored: bool,
    /// The records behind the score.
    pub records: Vec<Record>,
}

/// Key, name, note, region, birth date, records (item and how many; none at all means not scored).
type Named = (&'static str, &'static str, &'static str, u32, Date, &'static [(&'static str, u32)]);

const NAMED: [Named; 7] = [
    (
        "wang-ming",
        "王小明",
        "虚构人物：等级优秀",
        330_802,
        date(1988, 3, 14),
        &[
            ("real-name", 1),
            ("commitment-kept", 4),
            ("utilities-paid", 6),
            ("social-insurance", 1),
            ("volunteering", 3),
        ],
    ),
    (
        "li-na",
        "李娜",
        "虚构人物：等级良好",
        330_803,
        date(1995, 7, 2),
        &[("real-name", 1), ("commitment-kept", 2), ("utilities-paid", 3), ("volunteering", 1)],
    ),
    ("zhao-lei", "赵磊", "虚构人物：尚无信用分", 330_881, date(2004, 1, 30), &[]),
    (
        "sun-po",
        "孙桂花",
        "虚构人物：八十岁，用长辈版",
        330_822,
        date(1946, 9, 18),
        &[("real-name", 1), ("utilities-paid", 6), ("social-insurance", 1)],
    ),
    (
        "chen-jing",
        "陈静怡",
        "虚构人物：丽水，等级互认",
        331_102,
        date(1991, 5, 6),
        &[("real-name", 1), ("commitment-kept", 4), ("utilities-paid", 6), ("volunteering", 2)],
    ),
    ("he-yun", "何云", "虚构人物：丽水，等级未互认", 331_102, date(1999, 11, 11), &[("real-name", 1)]),
    (
        "zhou-helper",
        "周立新",
        "虚构人物：社区帮办员",
        330_802,
        date(1979, 12, 24),
        &[("real-name", 1), ("commitment-kept", 3), ("volunteering", 4)],
    ),
];

const FURTHER: u32 = 200;
const DISTRICTS: [u32; 6] = [330_802, 330_803, 330_822, 330_824, 330_825, 330_881];
const ITEMS: [&str; 8] = [
    "utilities-paid",
    "commitment-kept",
    "contract-kept",
    "volunteering",
    "qualification",
    "utilities-overdue",
    "commitment-broken",
    "penalty-general",
];

/// Everyone: the named accounts first.
pub fn residents() -> Vec<Resident> {
    let named = NAMED.iter().enumerate().filter_map(|(at, named)| account(at, named));
    named.chain((0..FURTHER).filter_map(further)).collect()
}

fn account(at: usize, (key, name, note, region, birth, items): &Named) -> Option<Resident> {
    let region = RegionCode::new(*region).ok()?;
    Some(Resident {
        id: ResidentId::from_bytes(Draw::new(key).id()),
        account: Some((key, note)),
        name: name.parse().ok()?,
        number: number(region, *birth, 900 + u32::try_from(at).ok()?)?,
        city: region.city(),
        helper: *key == "zhou-helper",
        scored: !items.is_empty(),
        records: items.iter().flat_map(|(item, count)| (0..*count).map(|n| record(item, n))).collect(),
    })
}

fn further(at: u32) -> Option<Resident> {
    let mut draw = Draw::new(&format!("resident-{at}"));
    let id = ResidentId::from_bytes(draw.id());
    let region = RegionCode::new(draw.pick(&DISTRICTS)).ok()?;
    let name = format!("{}{}", draw.pick(&SURNAMES), draw.pick(&GIVEN));
    let year = i16::try_from(1940 + draw.below(67)).ok()?;
    let birth = date(year, i8::try_from(1 + draw.below(12)).ok()?, i8::try_from(1 + draw.below(28)).ok()?);
    let scored = draw.below(10) > 0;
    let records = if scored { 1 + draw.below(14) } else { 0 };
    Some(Resident {
        id,
        account: None,
        name: name.parse().ok()?,
        number: number(region, birth, at)?,
        city: region.city(),
        helper: false,
        scored,
        records: (0..records).map(|n| record(draw.pick(&ITEMS), n)).collect(),
    })
}

fn number(region: RegionCode, birth: Date, sequence: u32) -> Option<ResidentNumber> {
    let birth = birth.to_string().replace('-', "");
    ResidentNumber::with_check(&format!("{region}{birth}{sequence:03}")).ok()
}

/// Records of this year and the last, one a month back from June 2026.
fn record(item: &str, months_before: u32) -> Record {
    let from = date(2026, 6, 1).saturating_sub(jiff::Span::new().months(months_before.min(60)));
    Record { item: item.to_owned(), from, until: Some(from.saturating_add(jiff::Span::new().years(5))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::score::Scorecard;
    use std::collections::BTreeSet;

    #[test]
    fn the_city_is_the_same_each_time_and_nobody_is_there_twice() {
        let people = residents();
        assert_eq!(people, residents());
        assert_eq!(people.len(), NAMED.len() + 200);
        assert_eq!(people.iter().map(|p| p.id).collect::<BTreeSet<_>>().len(), people.len());
        assert_eq!(people.iter().map(|p| p.number).collect::<BTreeSet<_>>().len(), people.len());
    }

    #[test]
    fn the_named_accounts_have_the_tiers_that_tests_count_on() {
        let draft = toml::from_str(include_str!("../../../data/score/sample-2026.toml")).unwrap();
        let card = Scorecard::new(draft).unwrap();
        let tiers: Vec<(&str, u8)> = residents()
            .iter()
            .filter_map(|p| {
                let tier =
                    if p.scored { card.score(&p.records, date(2026, 11, 20)).tier.number() } else { 0 };
                Some((p.account?.0, tier))
            })
            .collect();
        assert_eq!(
            tiers,
            [
                ("wang-ming", 4),
                ("li-na", 3),
                ("zhao-lei", 0),
                ("sun-po", 3),
                ("chen-jing", 4),
                ("he-yun", 2),
                ("zhou-helper", 3),
            ]
        );
    }
}
