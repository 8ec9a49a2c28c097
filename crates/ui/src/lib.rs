//! Components that only look: they take plain values and say nothing of their own; every text is the caller's.
//!
//! Each has its rules in `style/components/<name>.css`.

pub mod a11y;
pub mod badge;
pub mod banner;
pub mod button;
pub mod chart;
pub mod choice;
pub mod countdown;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod list;
pub mod notice;
pub mod qr;
pub mod spinner;
pub mod tabs;
pub mod tile;

pub use badge::Badge;
pub use banner::Banner;
pub use button::{Button, ButtonKind};
pub use choice::{Choice, ChoiceOption};
pub use countdown::Countdown;
pub use dialog::Dialog;
pub use field::{Field, Keyboard};
pub use icon::{Icon, IconName};
pub use list::{List, Row};
pub use notice::Notice;
pub use qr::{Qr, QrPath};
pub use spinner::Spinner;
pub use tabs::{Tab, Tabs};
pub use tile::Tile;

/// What a message means for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// It went well.
    Ok,
    /// Look at this.
    Warn,
    /// It went wrong.
    Danger,
}
