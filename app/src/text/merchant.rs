//! Messages of the merchant app. Define `pub struct Messages` here, and in this file:
//! `impl Lang { pub const fn merchant(self) -> &'static Messages }` which picks `zh::merchant::TEXT` or `en::merchant::TEXT`.
