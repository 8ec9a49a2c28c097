//! Addresses of status lists: the same whatever port or host serves them, because tokens and lists name them.

use crate::config::Config;
use domain::region::RegionCode;

/// The day under which the lists of printed cards are kept: they belong to no day.
pub const PAPER: u32 = 0;

/// The template that a trust entry carries; `{day}` and `{list}` are filled in by whoever verifies.
pub fn template(config: &Config, city: RegionCode, is_paper: bool) -> String {
    let middle = if is_paper { "paper" } else { "{day}" };
    format!("{}{}/{city}/{middle}/{{list}}", config.public_base, api::lists::STATUS_PREFIX)
}

/// The address of one list.
pub fn address(config: &Config, city: RegionCode, day: u32, list: u32) -> String {
    let template = template(config, city, day == PAPER);
    template.replace("{day}", &day.to_string()).replace("{list}", &list.to_string())
}

/// What an address, or its path, stands for: city, day, list.
pub fn parse(config: &Config, address: &str) -> Option<(RegionCode, u32, u32)> {
    let path = address.strip_prefix(config.public_base.as_str()).unwrap_or(address);
    let mut parts = path.strip_prefix(api::lists::STATUS_PREFIX)?.strip_prefix('/')?.split('/');
    let city = RegionCode::new(number(parts.next()?)?).ok()?;
    let day = match parts.next()? {
        "paper" => PAPER,
        day => number(day)?,
    };
    let list = number(parts.next()?)?;
    parts.next().is_none().then_some((city, day, list))
}

/// A number in its one spelling.
fn number(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_what_it_stands_for() {
        let config = Config { public_base: "https://credit.example".to_owned(), ..Config::default() };
        let city = RegionCode::new(330_800).unwrap();
        for (day, list, address_text) in [
            (20_777, 0, "https://credit.example/lists/status/330800/20777/0"),
            (PAPER, 3, "https://credit.example/lists/status/330800/paper/3"),
        ] {
            assert_eq!(address(&config, city, day, list), address_text);
            assert_eq!(parse(&config, address_text), Some((city, day, list)));
        }
        for other in [
            "https://else.example/lists/status/330800/1/0",
            "/lists/status/330800/01/0",
            "/lists/status/1/1/1",
            "",
        ] {
            assert_eq!(parse(&config, other), None, "{other}");
        }
    }
}
