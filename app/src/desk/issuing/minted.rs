//! Tokens minted per hour: a chart, and the same as a table.

use crate::{desk::time, text::Lang};
use api::issuing::HourCount;
use leptos::prelude::*;

/// The chart's drawing area, in units of its view box.
const HEIGHT: u32 = 120;
const STEP: u32 = 20;
const BAR: u32 = 14;

/// Chart and table.
#[component]
pub fn Minted(
    /// The language.
    lang: Lang,
    /// Counts, oldest first.
    hours: Vec<HourCount>,
) -> impl IntoView {
    let text = lang.desk();
    let total = hours.iter().map(|hour| u64::from(hour.count)).sum();
    let busiest = hours.iter().max_by_key(|hour| hour.count);
    let label = busiest.map(|hour| (text.minted_chart)(total, &time::hour(hour.starts_at), hour.count));
    let rows = hours.iter().rev().map(|hour| {
        view! { <tr><th scope="row">{time::near(hour.starts_at)}</th><td class="table-number">{hour.count}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card stack-s" aria-labelledby="minted" data-testid="desk-minted">
            <h2 id="minted">{text.minted}</h2>
            <p class="quiet small">{(text.minted_total)(total)}</p>
            <div class="bars-and-table">
                <Bars hours=hours label=label.unwrap_or_default() />
                <div class="table-frame table-short" role="group" tabindex="0" aria-labelledby="minted">
                    <table class="table">
                        <thead>
                            <tr><th scope="col">{text.hour}</th><th scope="col" class="table-number">{text.count}</th></tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </div>
        </section>
    }
}

/// A bar an hour, with a time below every sixth.
#[component]
fn Bars(hours: Vec<HourCount>, label: String) -> impl IntoView {
    let most = hours.iter().map(|hour| hour.count).max().unwrap_or(0);
    let width = STEP * u32::try_from(hours.len().max(1)).unwrap_or(STEP);
    let bar = move |(place, hour): (u32, HourCount)| {
        let height = bar_height(hour.count, most);
        let x = place * STEP + (STEP - BAR) / 2;
        let tick = place.is_multiple_of(6).then(|| {
            view! { <text class="bars-text" x=x y=HEIGHT + 32>{time::hour(hour.starts_at)}</text> }
        });
        view! { <rect class="bars-bar" x=x y=16 + HEIGHT - height width=BAR height=height rx="2" /> {tick} }
    };
    view! {
        <svg class="bars" viewBox=format!("0 0 {width} {}", HEIGHT + 40) role="img" aria-label=label>
            <line class="bars-line" x1="0" x2=width y1=HEIGHT + 16 y2=HEIGHT + 16 />
            <line class="bars-line bars-top" x1="0" x2=width y1="16" y2="16" />
            <text class="bars-text" x="0" y="11">{most}</text>
            {(0..).zip(hours).map(bar).collect_view()}
        </svg>
    }
}

/// In proportion to the highest; what is not nothing is seen.
fn bar_height(count: u32, most: u32) -> u32 {
    let exact = u64::from(count) * u64::from(HEIGHT) / u64::from(most.max(1));
    let height = u32::try_from(exact).unwrap_or(HEIGHT);
    if count > 0 { height.max(2) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion_and_something_is_never_nothing() {
        assert_eq!(bar_height(0, 0), 0);
        assert_eq!(bar_height(50, 100), HEIGHT / 2);
        assert_eq!(bar_height(u32::MAX, u32::MAX), HEIGHT);
        assert_eq!(bar_height(1, 100_000), 2);
    }
}
