//! The tools below the camera: what this camera offers, a photo, the digits, the counter.

use super::photo::Photo;
use crate::{
    merchant::context::{Facing, LensState, Till, use_till},
    text::Lang,
};
use leptos::{prelude::*, task::spawn_local};
use ui::{Icon, IconName};

/// The tools.
#[component]
pub fn Tools(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let text = &lang.merchant().scan;
    let (kiosk, strict) = (till.prefs.kiosk, till.challenge());
    let asks = Signal::derive(move || strict.with(Option::is_some));
    view! {
        <div class="tools">
            <Toggle icon=IconName::Keypad label=text.strict on=asks testid="strict" toggled=move || till.ask_digits(!asks.get_untracked()) />
            <CameraTools till lang />
            <Photo till lang />
            {move || {
                let label = if kiosk.get() { text.kiosk_leave } else { text.kiosk };
                view! { <Toggle icon=IconName::Shop label on=kiosk testid="kiosk" toggled=move || stand(till, !kiosk.get_untracked()) /> }
            }}
        </div>
    }
}

/// Puts the till on the counter, or takes it into the hand: the camera turns round with it.
pub(in crate::merchant) fn stand(till: Till, on: bool) {
    till.prefs.kiosk.set(on);
    till.prefs.facing.set(if on { Facing::Front } else { Facing::Back });
    if till.lens.state().get_untracked() == LensState::On {
        till.lens.open(till.prefs);
    }
}

/// What the running camera offers.
#[component]
fn CameraTools(till: Till, lang: Lang) -> impl IntoView {
    let text = &lang.merchant().scan;
    let (state, ability) = (till.lens.state(), till.lens.ability());
    let lit = RwSignal::new(false);
    let light = move || {
        let Some(camera) = till.lens.camera() else { return };
        let on = !lit.get_untracked();
        spawn_local(async move {
            if camera.torch(on).await {
                let _ = lit.try_set(on);
            }
        });
    };
    let zoom = move |value: String| {
        let (Some(camera), Ok(to)) = (till.lens.camera(), value.parse::<f64>()) else { return };
        spawn_local(async move {
            // A camera that does not zoom leaves the picture as it is.
            let _ = camera.zoom(to).await;
        });
    };
    view! {
        <Show when=move || state.get() == LensState::On>
            <button type="button" class="tool" data-testid="swap" on:click=move |_| till.lens.swap(till.prefs)>
                <Icon name=IconName::Swap /><span>{text.swap}</span>
            </button>
            {move || ability.get().torch.then(|| view! {
                <Toggle icon=IconName::Torch label=text.torch on=lit testid="torch" toggled=light />
            })}
            {move || ability.get().zoom.map(|range| view! {
                <label class="tool tool-wide">
                    <span>{text.zoom}</span>
                    <input
                        class="tool-range" type="range" data-testid="zoom"
                        min=range.least.to_string() max=range.most.to_string() step=range.step.to_string() value=range.now.to_string()
                        on:input=move |event| zoom(event_target_value(&event))
                    />
                </label>
            })}
        </Show>
    }
}

/// A tool that is on or off.
#[component]
fn Toggle(
    icon: IconName,
    label: &'static str,
    #[prop(into)] on: Signal<bool>,
    testid: &'static str,
    toggled: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class="tool" aria-pressed=move || on.get().to_string() data-testid=testid on:click=move |_| toggled()>
            <Icon name=icon /><span>{label}</span>
        </button>
    }
}
