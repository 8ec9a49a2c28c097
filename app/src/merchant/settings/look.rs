//! Size, theme and language.

use crate::{
    context::{Mode, Theme, use_app},
    text::Lang,
};
use leptos::prelude::*;
use ui::{Choice, ChoiceOption};

/// The choices.
#[component]
pub fn Look(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (look, common) = (use_app().look(), lang.common());
    let option = |label: &str, testid: String| (label.to_owned(), String::new(), Some(testid));
    let themes = [
        (Theme::Auto, common.theme_auto, "auto"),
        (Theme::Light, common.theme_light, "light"),
        (Theme::Dark, common.theme_dark, "dark"),
    ];
    let themes = themes.map(|(value, label, word)| {
        let (label, note, testid) = option(label, format!("theme-{word}"));
        ChoiceOption { value, label, note, testid }
    });
    let sizes =
        [(Mode::Standard, common.size_standard, "standard"), (Mode::Elder, common.size_large, "elder")];
    let sizes = sizes.map(|(value, label, word)| {
        let (label, note, testid) = option(label, format!("mode-{word}"));
        ChoiceOption { value, label, note, testid }
    });
    let langs = Lang::ALL.map(|value| {
        let (label, note, testid) = option(value.common().language_name, format!("lang-{}", value.tag()));
        ChoiceOption { value, label, note, testid }
    });
    view! {
        <section class="card stack-l">
            <Choice name="mode" legend=common.size in_row=true chosen=look.mode options=sizes.to_vec() on_choose=move |mode| look.mode.set(mode) />
            <Choice name="theme" legend=common.theme in_row=true chosen=look.theme options=themes.to_vec() on_choose=move |theme| look.theme.set(theme) />
            <Choice name="language" legend=common.language in_row=true chosen=look.lang options=langs.to_vec() on_choose=move |lang| look.lang.set(lang) />
        </section>
    }
}
