//! A synthetic city from one seed: the same people, shops and records in every build.
//!
//! Every name, number and address here is invented; nobody and nothing real is meant. Residents carry 虚构 in what
//! apps show about their accounts.

mod accounts;
mod cities;
mod draw;
mod names;
mod residents;
mod shops;

pub use accounts::{MerchantAccount, OfficerAccount, merchant_accounts, officer_accounts};
pub use cities::{City, cities};
pub use residents::{Resident, residents};
pub use shops::{merchants, perks};

/// The seed of the demo root key: 32 bytes that everyone may know.
///
/// Whoever reads this can sign any trust list for it. It therefore proves nothing, on purpose: apps that pin it say
/// 演示 (demo) on every screen, and a server outside demo mode refuses lists that it signed.
pub const DEMO_ROOT_SEED: [u8; 32] = *b"credit-code demo root, not a key";

/// The seed that everything else is drawn from.
const SEED: u64 = 0x0003_3080_0202_6112;
