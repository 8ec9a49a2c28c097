//! The alliance's shops and perks, as a resident looks for them.

use crate::{endpoint::endpoint, score::Localized};
use domain::{disclosure::PerkId, ids::MerchantId, level::Tier};
use serde::{Deserialize, Serialize};

/// `GET /api/public/merchants`: every shop of the alliance; small enough to keep for use offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListMerchants {}
endpoint!(Get "/api/public/merchants" Public: ListMerchants => MerchantDirectory, "Shops of the alliance");

/// The directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MerchantDirectory {
    /// All shops.
    pub merchants: Vec<MerchantCard>,
    /// All perks, by number.
    pub perks: Vec<PerkCard>,
}

/// One shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MerchantCard {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MerchantId,
    /// Its name.
    pub name: Localized,
    /// What kind of shop.
    pub category: Localized,
    /// Street address (synthetic in a demo).
    pub address: Localized,
    /// Latitude and longitude in units of 1e-6 degrees, WGS 84.
    pub position: (i32, i32),
    /// Opening hours as text.
    pub hours: String,
    /// The perks it gives.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<u8>))]
    pub perks: Vec<PerkId>,
}

/// One perk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PerkCard {
    /// Its number.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub id: PerkId,
    /// Its name, a few words.
    pub name: Localized,
    /// What one gets, one sentence.
    pub benefit: Localized,
    /// The tier it needs, "at least".
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub tier: Tier,
    /// Whether tills must use the challenge (strict mode): perks of value.
    pub strict: bool,
}
