//! How old a list is, in the words that tills use.

use crate::text::Lang;
use leptos::prelude::*;
use ui::{Badge, Icon, IconName, Tone};

/// How a till judges a list of some age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Good for a green verdict.
    Fresh,
    /// Good for an amber one.
    Aging,
    /// Not good for a paper code any more.
    Stale,
}

impl Freshness {
    const HOUR_S: i64 = 3_600;

    /// Of an age in seconds.
    pub(super) fn of(age_s: i64) -> Self {
        if age_s <= 24 * Self::HOUR_S {
            Self::Fresh
        } else if age_s <= 72 * Self::HOUR_S {
            Self::Aging
        } else {
            Self::Stale
        }
    }
}

/// Shape, word and colour.
#[component]
pub fn FreshnessMark(
    /// The language.
    lang: Lang,
    /// The judgement.
    freshness: Freshness,
) -> impl IntoView {
    let text = lang.desk();
    let (tone, icon, word) = match freshness {
        Freshness::Fresh => (Tone::Ok, IconName::Check, text.fresh),
        Freshness::Aging => (Tone::Warn, IconName::Alert, text.aging),
        Freshness::Stale => (Tone::Danger, IconName::Close, text.stale),
    };
    view! { <Badge tone=tone><Icon name=icon />{word}</Badge> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_judged_as_tills_do() {
        for (hours, freshness) in [(0, Freshness::Fresh), (24, Freshness::Fresh), (72, Freshness::Aging)] {
            assert_eq!(Freshness::of(hours * 3_600), freshness);
        }
        assert_eq!(Freshness::of(24 * 3_600 + 1), Freshness::Aging);
        assert_eq!(Freshness::of(72 * 3_600 + 1), Freshness::Stale);
        assert_eq!(Freshness::of(-5), Freshness::Fresh, "a clock a little behind");
    }
}
