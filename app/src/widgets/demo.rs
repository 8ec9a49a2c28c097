//! The mark of synthetic data.

use crate::context::use_lang;
use leptos::prelude::*;
use ui::{Badge, Tone};

/// Says that people and figures here are made up.
#[component]
pub fn DemoMark() -> impl IntoView {
    let text = use_lang().get_untracked().common();
    view! { <span title=text.demo_explained data-testid="demo-mark"><Badge tone=Tone::Warn>{text.demo_mark}</Badge></span> }
}
