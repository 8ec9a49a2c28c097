//! Every sentence that people read. An area of the apps has a struct of messages; each language has one constant of
//! it, so a missing message does not compile.

pub mod common;
pub mod desk;
mod en;
pub mod merchant;
pub mod wallet;
mod zh;

use api::score::Localized;

/// A language of the apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All, in the order to offer them.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag for `<html lang>` and for storage.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `en-GB`; what is unknown is Chinese.
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") { Self::En } else { Self::Zh }
    }

    /// A name of the server's data in this language.
    pub fn pick(self, name: &Localized) -> String {
        match self {
            Self::Zh => name.zh.clone(),
            Self::En => name.en.clone(),
        }
    }
}
