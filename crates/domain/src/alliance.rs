//! The alliance of shops that give perks for a credit code.

use crate::{
    credit_number::CreditNumber, disclosure::PerkId, ids::MerchantId, level::Tier, region::RegionCode,
    text::Bilingual,
};

/// One perk of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perk {
    /// Its number in the code's perk set.
    pub id: PerkId,
    /// A few words.
    pub name: Bilingual,
    /// What one gets, one sentence.
    pub benefit: Bilingual,
    /// The least tier that has it. Tier 0 is open to everyone, scored or not.
    pub tier: Tier,
    /// Whether a till must ask with its challenge: perks of value.
    pub strict: bool,
    /// Whether a printed card may carry it.
    pub paper: bool,
}

/// One shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// Its unified social credit code.
    pub number: CreditNumber,
    /// Its name.
    pub name: Bilingual,
    /// What kind of shop.
    pub category: Bilingual,
    /// Street address.
    pub address: Bilingual,
    /// The district that it lies in.
    pub district: RegionCode,
    /// Latitude and longitude in units of 1e-6 degrees, WGS 84.
    pub position: (i32, i32),
    /// Opening hours as text.
    pub hours: String,
    /// The perks that it gives.
    pub perks: Vec<PerkId>,
}

impl Perk {
    /// Whether a person of this tier has it.
    pub fn is_open_to(&self, tier: Tier) -> bool {
        tier >= self.tier
    }
}
