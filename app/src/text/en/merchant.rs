//! The messages of `text::merchant` in English.

mod pages;
mod scan;
mod verdict;

use crate::text::merchant::Messages;

pub(crate) const TEXT: Messages = Messages {
    title: "Credit Code · Shop",
    tab_scan: "Scan",
    tab_ledger: "Scans",
    tab_lists: "Lists",
    tab_settings: "Settings",
    scan: scan::TEXT,
    verdict: verdict::TEXT,
    lists: pages::LISTS,
    ledger: pages::LEDGER,
    settings: pages::SETTINGS,
    gun: pages::GUN,
};
