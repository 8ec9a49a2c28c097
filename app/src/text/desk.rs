//! Messages of the desk app. Define `pub struct Messages` here, and in this file:
//! `impl Lang { pub const fn desk(self) -> &'static Messages }` which picks `zh::desk::TEXT` or `en::desk::TEXT`.
