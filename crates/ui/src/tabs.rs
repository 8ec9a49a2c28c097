//! Tabs.

use leptos::{ev::KeyboardEvent, prelude::*};

/// One tab of [`Tabs`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab<T> {
    /// What selecting it sets.
    pub value: T,
    /// Its id; the panel it shows has `aria-labelledby` with it.
    pub id: &'static str,
    /// Its text.
    pub label: String,
}

/// A row of tabs; arrow keys move along it.
#[component]
pub fn Tabs<T>(
    /// The row's name for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab<T>>,
    /// Which is selected.
    selected: RwSignal<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let order: Vec<(T, &'static str)> = tabs.iter().map(|tab| (tab.value.clone(), tab.id)).collect();
    let step = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => order.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        let now = order.iter().position(|(value, _)| selected.with_untracked(|s| s == value)).unwrap_or(0);
        let Some((value, id)) = order.get((now + by) % order.len()) else { return };
        selected.set(value.clone());
        if let Some(tab) = document().get_element_by_id(id) {
            focus(&tab);
        }
    };
    let tab = move |tab: Tab<T>| {
        let (value, set) = (tab.value.clone(), tab.value);
        let is_selected = Memo::new(move |_| selected.with(|now| *now == value));
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=tab.id
                aria-selected=move || is_selected.get().to_string()
                tabindex=move || if is_selected.get() { "0" } else { "-1" }
                on:click=move |_| selected.set(set.clone())
            >
                {tab.label}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=step>
            {tabs.into_iter().map(tab).collect_view()}
        </div>
    }
}

fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
