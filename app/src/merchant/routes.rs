//! The merchant app's addresses as types.

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// Scanning: the start page.
    Scan,
    /// What was scanned.
    Ledger,
    /// The signed lists.
    Lists,
    /// Settings.
    Settings,
    /// Trying a scanner gun.
    Gun,
}

impl Route {
    /// All pages.
    pub const ALL: [Self; 5] = [Self::Scan, Self::Ledger, Self::Lists, Self::Settings, Self::Gun];

    /// Its address.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Scan => "/merchant/",
            Self::Ledger => "/merchant/ledger",
            Self::Lists => "/merchant/lists",
            Self::Settings => "/merchant/settings",
            Self::Gun => "/merchant/settings/gun",
        }
    }

    /// The page at an address.
    pub fn at(path: &str) -> Option<Self> {
        let path = path.trim_end_matches('/');
        Self::ALL.into_iter().find(|route| route.href().trim_end_matches('/') == path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_address() {
        for route in Route::ALL {
            assert_eq!(Route::at(route.href()), Some(route));
            assert!(route.href().starts_with("/merchant/"));
        }
        assert_eq!(Route::at("/merchant"), Some(Route::Scan));
        assert_eq!(Route::at("/merchant/nothing"), None);
    }
}
