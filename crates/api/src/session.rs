//! Who is signed in. The same for real and demo sign-in; each audience has its own cookie.

use crate::{bytes::Fixed, endpoint::endpoint};
use domain::ids::{MerchantId, OfficerId, ResidentId, TillId};
use serde::{Deserialize, Serialize};

/// A hash over what revokes a person's tokens; means nothing in itself.
pub type TokenEpoch = Fixed<8>;

/// The wallet's session: a resident or a helper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletSession {
    /// The signed-in resident (a helper is a resident too).
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub resident: ResidentId,
    /// Masked name, for the greeting: 王*明.
    pub masked_name: String,
    /// The name of the resident's city.
    pub city: String,
    /// Whether this person also acts as a helper.
    pub helper: bool,
    /// Another one than before: tokens that were fetched before have been revoked, and a wallet drops them.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub token_epoch: TokenEpoch,
    /// Whether the server runs a demo city with synthetic people.
    pub demo: bool,
}

/// The merchant app's session: one till of one shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MerchantSession {
    /// The shop.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub merchant: MerchantId,
    /// The shop's name.
    pub name: String,
    /// This device.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub till: TillId,
    /// Whether the server runs a demo city with synthetic people.
    pub demo: bool,
}

/// The desk's session: an officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskSession {
    /// The officer.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub officer: OfficerId,
    /// The officer's name.
    pub name: String,
    /// The office.
    pub office: String,
    /// Whether the server runs a demo city with synthetic people.
    pub demo: bool,
}

/// Nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Done {}

macro_rules! sessions {
    ($($get:ident $out:ident $audience:ident $path:literal $end:literal => $session:ty;)*) => {$(
        #[doc = concat!("`GET ", $path, "`: who is signed in.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $get {}
        endpoint!(Get $path $audience: $get => $session, "Who is signed in");

        #[doc = concat!("`POST ", $end, "`: end the session.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $out {}
        endpoint!(Post $end $audience: $out => Done, "Sign out");
    )*};
}

sessions! {
    ReadWalletSession EndWalletSession Wallet "/api/wallet/session" "/api/wallet/session/end" => WalletSession;
    ReadMerchantSession EndMerchantSession Merchant "/api/merchant/session" "/api/merchant/session/end" => MerchantSession;
    ReadDeskSession EndDeskSession Desk "/api/desk/session" "/api/desk/session/end" => DeskSession;
}
