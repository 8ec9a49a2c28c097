//! A gauge of 240 degrees.

use super::permille;
use leptos::prelude::*;

/// From lower left over the top to lower right: a circle of radius 84 around (100, 100), open below by 120 degrees.
const ARC: &str = "M27.250 142 A84 84 0 1 1 172.750 142";

/// A gauge; what stands in its middle are the children.
#[component]
pub fn Gauge(
    /// The value, or nothing: then only the track is drawn.
    value: Option<u32>,
    /// The most there is.
    maximum: u32,
    /// The figure in the middle.
    children: Children,
) -> impl IntoView {
    let drawn = value.filter(|value| *value > 0).map(|value| {
        let dash = format!("{} 1000", permille(value, maximum));
        view! { <path class="gauge-value" d=ARC pathLength="1000" stroke-dasharray=dash /> }
    });
    view! {
        <div class="gauge">
            <svg class="gauge-arc" viewBox="8 8 184 146" aria-hidden="true" focusable="false">
                <path class="gauge-track" d=ARC />
                {drawn}
            </svg>
            <div class="gauge-middle">{children()}</div>
        </div>
    }
}
