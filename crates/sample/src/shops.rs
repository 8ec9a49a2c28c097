//! Shops and perks that do not exist, near places that do.

use crate::{
    accounts::{SHOPS, shop_id},
    draw::Draw,
};
use domain::{
    alliance::{Merchant, Perk},
    credit_number::CreditNumber,
    disclosure::PerkId,
    level::Tier,
    region::RegionCode,
    text::Bilingual,
};

type Words = (&'static str, &'static str);
/// Name, benefit, tier, strict, allowed on paper.
type PerkRow = (Words, Words, u8, bool, bool);

const PERKS: [PerkRow; 8] = [
    (
        ("免押金借阅", "Borrow without a deposit"),
        ("图书免押金借阅十册。", "Borrow ten books without a deposit."),
        2,
        false,
        true,
    ),
    (("饮食九五折", "5 % off meals"), ("堂食九五折。", "5 % off when eating in."), 2, false, true),
    (("饮食九折", "10 % off meals"), ("堂食九折。", "10 % off when eating in."), 4, true, false),
    (
        ("景区半价", "Half-price entry"),
        ("景区门票半价。", "Half-price admission to the scenic area."),
        3,
        true,
        false,
    ),
    (
        ("免押金租车", "Bicycle without a deposit"),
        ("公共自行车免押金。", "Rent a city bicycle without a deposit."),
        2,
        false,
        false,
    ),
    (("健身体验", "Gym trial"), ("免费体验一次。", "One free visit."), 3, true, false),
    (
        ("免费停车半小时", "Half an hour's parking"),
        ("首半小时免费。", "The first half hour is free."),
        1,
        false,
        true,
    ),
    (
        ("敬老茶水", "Tea for everyone"),
        ("免费热茶，人人可得。", "Free hot tea, for everyone."),
        0,
        false,
        true,
    ),
];

/// District, its name, a centre (1e-6 degrees), streets.
type District = (u32, Words, (i32, i32), [Words; 2]);
const DISTRICTS: [District; 6] = [
    (
        330_802,
        ("柯城区", "Kecheng"),
        (28_968_500, 118_871_000),
        [("上街", "Shang Street"), ("水亭门街", "Shuitingmen Street")],
    ),
    (
        330_803,
        ("衢江区", "Qujiang"),
        (28_979_700, 118_959_500),
        [("信安大道", "Xin'an Avenue"), ("杜泽老街", "Duze Old Street")],
    ),
    (
        330_822,
        ("常山县", "Changshan"),
        (28_901_400, 118_511_200),
        [("文峰路", "Wenfeng Road"), ("胡柚街", "Huyou Street")],
    ),
    (
        330_824,
        ("开化县", "Kaihua"),
        (29_137_300, 118_415_500),
        [("芹阳路", "Qinyang Road"), ("江滨路", "Jiangbin Road")],
    ),
    (
        330_825,
        ("龙游县", "Longyou"),
        (29_028_500, 119_172_200),
        [("荣昌路", "Rongchang Road"), ("太平路", "Taiping Road")],
    ),
    (
        330_881,
        ("江山市", "Jiangshan"),
        (28_737_500, 118_626_900),
        [("鹿溪路", "Luxi Road"), ("江城路", "Jiangcheng Road")],
    ),
];

/// Kind of shop, its word in a name, its perks.
type Kind = (Words, Words, &'static [u8]);
const KINDS: [Kind; 7] = [
    (("餐饮", "Food"), ("面馆", "Noodles"), &[1, 2, 7]),
    (("书店", "Books"), ("书屋", "Books"), &[0]),
    (("景区", "Sights"), ("景区", "Scenic Area"), &[3, 6]),
    (("出行", "Getting around"), ("单车驿站", "Bicycle Stand"), &[4]),
    (("健身", "Fitness"), ("健身馆", "Gym"), &[5]),
    (("茶馆", "Tea"), ("茶馆", "Tea House"), &[1, 7]),
    (("停车", "Parking"), ("停车场", "Car Park"), &[6]),
];

const SHOPS_IN_ALL: usize = 40;

/// All perks, by number.
pub fn perks() -> Vec<Perk> {
    let perk = |(number, row): (usize, &PerkRow)| {
        let (name, benefit, tier, strict, paper) = *row;
        Some(Perk {
            id: PerkId::try_from(u8::try_from(number).ok()?).ok()?,
            name: both(name),
            benefit: both(benefit),
            tier: Tier::new(tier).ok()?,
            strict,
            paper,
        })
    };
    PERKS.iter().enumerate().filter_map(perk).collect()
}

/// All shops; those with a demo account first.
pub fn merchants() -> Vec<Merchant> {
    (0..SHOPS_IN_ALL).filter_map(merchant).collect()
}

fn merchant(at: usize) -> Option<Merchant> {
    let account = SHOPS.get(at);
    let key = account.map_or_else(|| format!("{at}"), |shop| shop.0.to_owned());
    let mut draw = Draw::new(&format!("merchant-{key}"));
    // The two accounts lie in 衢江; the kinds and districts of the others go round.
    let district = if account.is_some() { &DISTRICTS[1] } else { &DISTRICTS[at % DISTRICTS.len()] };
    let kind = &KINDS[at % KINDS.len()];
    let (code, (district_zh, district_en), centre, streets) = *district;
    let (street_zh, street_en) = draw.pick(&streets);
    let house = 1 + draw.below(180);
    let name = match account {
        Some((_, zh, en, _)) => both((zh, en)),
        None => Bilingual {
            zh: format!("{street_zh}{}（虚构{at}号）", kind.1.0),
            en: format!("{street_en} {} (synthetic {at})", kind.1.1),
        },
    };
    let mut near = |centre: i32| centre + i32::try_from(draw.below(24_000)).unwrap_or(0) - 12_000;
    let position = (near(centre.0), near(centre.1));
    Some(Merchant {
        id: shop_id(&key),
        number: CreditNumber::with_check(&format!("92{code}MADEM{at:04}")).ok()?,
        name,
        category: both(kind.0),
        address: Bilingual {
            zh: format!("{district_zh}{street_zh}{house}号"),
            en: format!("{house} {street_en}, {district_en}"),
        },
        district: RegionCode::new(code).ok()?,
        position,
        hours: draw.pick(&["08:00–20:00", "09:00–21:00", "07:30–22:00"]).to_owned(),
        perks: kind.2.iter().filter_map(|n| PerkId::try_from(*n).ok()).collect(),
    })
}

fn both((zh, en): Words) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn forty_shops_each_give_a_perk_of_the_catalogue() {
        let known: BTreeSet<PerkId> = perks().iter().map(|p| p.id).collect();
        let shops = merchants();
        assert_eq!((shops.len(), known.len()), (SHOPS_IN_ALL, PERKS.len()));
        assert_eq!(shops.iter().map(|s| s.id).collect::<BTreeSet<_>>().len(), shops.len());
        for shop in &shops {
            assert!(!shop.perks.is_empty() && shop.perks.iter().all(|p| known.contains(p)), "{shop:?}");
            assert!(shop.number.check_fits() && shop.district.city().number() == 330_800, "{shop:?}");
        }
    }
}
