//! Icons.

use leptos::prelude::*;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {
        /// The icons: strokes on a 24 × 24 grid, drawn for this project.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum IconName {
            $($(#[$doc])* $name,)*
        }

        impl IconName {
            const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }
        }
    };
}

icons! {
    /// A house.
    Home = "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6";
    /// A gauge: the score.
    Gauge = "M5 18a9 9 0 1 1 14 0M12 14l4-5M12 14.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1";
    /// A code of squares.
    Code = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M14 18v2M17 17h3v3h-3z";
    /// A shop with an awning.
    Shop = "M4 10V20h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5";
    /// A person.
    Person = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.5-6 8-6s8 2 8 6";
    /// Sliders: settings.
    Settings = "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h5M13 12h7M11 10v4";
    /// A letter A grown large.
    Large = "M3 19l6-14 6 14M5 14.5h8M18 19v-8M15 14l3-3 3 3";
    /// A cross.
    Close = "M6 6l12 12M18 6L6 18";
    /// A tick.
    Check = "M5 12.5l5 5L19 7";
    /// An exclamation mark in a triangle.
    Alert = "M12 4l9 16H3zM12 10v4M12 17v.5";
    /// A letter i in a circle.
    Info = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5M12 8v.5";
    /// To the left.
    Back = "M14 5l-7 7 7 7";
    /// To the right.
    Next = "M10 5l7 7-7 7";
    /// A circle of two arrows.
    Refresh = "M20 12a8 8 0 0 1-14.5 4.6M4 12A8 8 0 0 1 18.500 7.400M18.500 3v4.500H14M5.500 21v-4.500H10";
    /// A magnifying glass.
    Search = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5";
    /// A pin on a map.
    Place = "M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21M12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5";
    /// A sun: make the screen brighter.
    Sun = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2";
    /// A camera.
    Camera = "M4 8h3l2-3h6l2 3h3v11H4zM12 17a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7";
    /// A picture.
    Picture = "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M9 9.500v.01";
    /// A torch.
    Torch = "M8 3h8v4l-2 3v11h-4V10L8 7zM8 7h8M12 13v2";
    /// A cloud that is crossed out: no network.
    Offline = "M4 4l16 16M7.500 9A4 4 0 0 0 7 17h9M10 6.500a5.500 5.500 0 0 1 8 4.500 3 3 0 0 1 2 5";
    /// A key.
    Key = "M8 16a4 4 0 1 1 3.500-6H21v4h-2v2h-3v-2h-4.500A4 4 0 0 1 8 16M8 12v.01";
    /// The keys of a pad of digits.
    Keypad = "M6 5v.01M12 5v.01M18 5v.01M6 11v.01M12 11v.01M18 11v.01M6 17v.01M12 17v.01M18 17v.01M12 22v.01";
    /// A list.
    List = "M9 6h11M9 12h11M9 18h11M4.500 6v.01M4.500 12v.01M4.500 18v.01";
    /// A door with an arrow: leave.
    Leave = "M13 4H5v16h8M10 12h11M17 8l4 4-4 4";
    /// A loudspeaker.
    Sound = "M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6M19.500 6.500a8 8 0 0 1 0 11";
    /// Two cameras that change places.
    Swap = "M4 8h13l-3-3M20 16H7l3 3";
    /// An arrow down to a line: install.
    Install = "M12 3v12M7 10l5 5 5-5M4 20h16";
}

/// An icon beside a text; it is hidden from screen readers, so it never stands alone without a label.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
    /// Half as large again.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <svg class="icon" class:icon-large=large viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
}
