//! The messages of `text::merchant` in 简体中文.

mod pages;
mod scan;
mod verdict;

use crate::text::merchant::Messages;

pub(crate) const TEXT: Messages = Messages {
    title: "信用码 · 商户",
    tab_scan: "扫码",
    tab_ledger: "记录",
    tab_lists: "名单",
    tab_settings: "设置",
    scan: scan::TEXT,
    verdict: verdict::TEXT,
    lists: pages::LISTS,
    ledger: pages::LEDGER,
    settings: pages::SETTINGS,
    gun: pages::GUN,
};
