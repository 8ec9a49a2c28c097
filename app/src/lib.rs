//! The wallet, merchant and desk apps: one library, one binary an app.
//!
//! | module | what it is |
//! |---|---|
//! | [`context`] | what every page may use: client, language, look, network, clock |
//! | [`text`] | every sentence that people read, in each language |
//! | [`routes`] | the wallet's addresses as types |
//! | [`shell`], [`resident`], [`elder`] | the wallet: frames, pages, and the elder's frame |
//! | [`start`] | how an app takes its place in the page |
//! | [`widgets`] | views that several pages share |
//! | [`merchant`] | the merchant app (`merchant::App`) |
//! | [`desk`] | the desk app (`desk::App`) |
//!
//! Role folders never use each other. A page loads and wires; a view takes plain values and is tested natively.
//!
//! # Hooks for tests
//!
//! Browser tests find elements by `data-testid`. In the wallet:
//!
//! | page | hooks |
//! |---|---|
//! | sign-in | `account-<key>`, such as `account-wang-ming` |
//! | home | `greeting`, `demo-mark`, `score-total`, `level`, `score-age`, `not-scored`, `show-code`, `tile-shops`, `elder-on`, `elder-off` |
//! | everywhere | `tab-code`, `offline`, `update`, `update-apply`, `in-wechat`, `failure` |
//! | score | `score-total`, `level`, `dimension-<key>` |
//! | code | `code-qr` (the picture), `code-countdown`, `code-learns`, `code-supply`, `code-choose`, `purpose-<slug>` (`level`, `name`, `perk-5`), `code-fresh`, `till-open`, `till-digits`, `till-confirm`, `code-none` with `code-reissue` |
//! | shops | `shop`, `shop-search`, `shop-category`, `shop-locate`, `shop-count` |
//! | settings | `mode-standard`, `mode-elder`, `theme-auto`, `theme-light`, `theme-dark`, `lang-zh-CN`, `lang-en`, `sign-out` (on "me") |
//!
//! The code's text is never in the document: a test reads the picture.

// A page's view is one deep type where the build does not keep its parts behind pointers, as in native tests.
#![recursion_limit = "256"]

pub mod context;
pub mod desk;
pub mod elder;
pub mod merchant;
pub mod resident;
pub mod routes;
pub mod shell;
pub mod start;
pub mod text;
pub mod widgets;
