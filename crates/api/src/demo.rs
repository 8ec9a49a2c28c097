//! Demo sign-in: only a server started in demo mode has these paths; elsewhere they answer 404.

use crate::session::{DeskSession, MerchantSession, WalletSession};
use serde::{Deserialize, Serialize};

/// One synthetic account of the demo city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoAccount {
    /// What sign-in takes: a short word such as `wang-ming`.
    pub key: String,
    /// A synthetic name.
    pub name: String,
    /// One line on what this account shows.
    pub note: String,
}

macro_rules! demo {
    ($($list:ident $sign_in:ident $audience:literal => $session:ty;)*) => {$(
        #[doc = concat!("`GET /api/demo/", $audience, "/accounts`: the accounts to choose from.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $list {}
        impl crate::Endpoint for $list {
            const METHOD: crate::Method = crate::Method::Get;
            const PATH: &'static str = concat!("/api/demo/", $audience, "/accounts");
            const AUDIENCE: crate::Audience = crate::Audience::Public;
            const SUMMARY: &'static str = "Demo accounts";
            type Output = DemoAccounts;
        }

        #[doc = concat!("`POST /api/", $audience, "/demo/sign-in`: start a session as a demo account.")]
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $sign_in {
            /// The account's key.
            pub account: String,
        }
        impl crate::Endpoint for $sign_in {
            const METHOD: crate::Method = crate::Method::Post;
            const PATH: &'static str = concat!("/api/", $audience, "/demo/sign-in");
            // The path is under the audience's prefix so that its session layer sees it; no session is needed.
            const AUDIENCE: crate::Audience = crate::Audience::Public;
            const SUMMARY: &'static str = "Sign in as a demo account";
            type Output = $session;
        }
    )*};
}

demo! {
    ListWalletAccounts DemoWalletSignIn "wallet" => WalletSession;
    ListMerchantAccounts DemoMerchantSignIn "merchant" => MerchantSession;
    ListDeskAccounts DemoDeskSignIn "desk" => DeskSession;
}

/// The accounts of one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoAccounts {
    /// In the order to show them.
    pub accounts: Vec<DemoAccount>,
}
