//! The wallet's addresses as types.

/// A page of the wallet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// The score with its dimensions.
    Score,
    /// The code; opened directly, too.
    Code,
    /// What one can do.
    Services,
    /// Shops nearby.
    Shops,
    /// The person's own page.
    Me,
    /// Settings.
    Settings,
    /// Choosing who to be.
    SignIn,
}

impl Route {
    /// All pages.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Score,
        Self::Code,
        Self::Services,
        Self::Shops,
        Self::Me,
        Self::Settings,
        Self::SignIn,
    ];

    /// Its address.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Score => "/score",
            Self::Code => "/code",
            Self::Services => "/services",
            Self::Shops => "/services/shops",
            Self::Me => "/me",
            Self::Settings => "/me/settings",
            Self::SignIn => "/sign-in",
        }
    }

    /// The page at an address.
    pub fn at(path: &str) -> Option<Self> {
        let path = if path.len() > 1 { path.trim_end_matches('/') } else { path };
        Self::ALL.into_iter().find(|route| route.href() == path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_own_address() {
        for route in Route::ALL {
            assert_eq!(Route::at(route.href()), Some(route));
        }
        assert_eq!(Route::at("/code/"), Some(Route::Code));
        assert_eq!(Route::at("/nowhere"), None);
    }
}
