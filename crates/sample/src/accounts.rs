//! Demo accounts of shops and of the office.

use crate::draw::Draw;
use domain::ids::{MerchantId, OfficerId, TillId};

/// A till to sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MerchantAccount {
    /// What sign-in takes.
    pub key: &'static str,
    /// The shop's name.
    pub name: &'static str,
    /// One line on it.
    pub note: &'static str,
    /// The shop.
    pub merchant: MerchantId,
    /// Its till.
    pub till: TillId,
}

/// An officer to sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerAccount {
    /// What sign-in takes.
    pub key: &'static str,
    /// An invented name.
    pub name: &'static str,
    /// One line on it.
    pub note: &'static str,
    /// The office.
    pub office: &'static str,
    /// The officer.
    pub officer: OfficerId,
}

/// Keys, names and notes of the shops with an account; also the first entries of the directory.
pub(crate) const SHOPS: [(&str, &str, &str, &str); 2] = [
    ("duze-noodles", "杜泽老街面馆", "Duze Old Street Noodles", "虚构商户：面馆收银台"),
    ("qujiang-books", "衢江书屋", "Qujiang Books", "虚构商户：书店收银台"),
];

/// Two shops, with a till each.
pub fn merchant_accounts() -> Vec<MerchantAccount> {
    let account =
        |(key, name, _, note): (&'static str, &'static str, &'static str, &'static str)| MerchantAccount {
            key,
            name,
            note,
            merchant: shop_id(key),
            till: TillId::from_bytes(Draw::new(&format!("till-{key}")).id()),
        };
    SHOPS.into_iter().map(account).collect()
}

/// One officer.
pub fn officer_accounts() -> Vec<OfficerAccount> {
    let key = "xu-officer";
    vec![OfficerAccount {
        key,
        name: "徐敏",
        note: "虚构人物：信用中心工作人员",
        office: "衢州市信用中心（演示）",
        officer: OfficerId::from_bytes(Draw::new(key).id()),
    }]
}

pub(crate) fn shop_id(key: &str) -> MerchantId {
    MerchantId::from_bytes(Draw::new(&format!("shop-{key}")).id())
}
