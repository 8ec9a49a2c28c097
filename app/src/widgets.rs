//! Views that several pages share.

pub mod banners;
pub mod demo;
pub mod failure;
pub mod page;
pub mod score;

pub use banners::{OfflineBanner, UpdateBanner, WeChatNotice};
pub use demo::DemoMark;
pub use failure::Failure;
pub use page::Page;
pub use score::{ScoreCard, ScoreFace};
