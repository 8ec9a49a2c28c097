//! The messages of `text::wallet` in English.

use crate::text::wallet::{CodeMessages, Messages, SettingsMessages, ShopMessages};

pub(crate) const TEXT: Messages = Messages {
    tab_home: "Home",
    tab_score: "Score",
    tab_code: "Code",
    tab_services: "Services",
    tab_me: "Me",
    skip_demo: "These people are made up. Tap one to enter; no password is needed.",
    sign_in_intro: "Show your credit code and enjoy the perks. It works without a network.",
    sign_in_offline: "Signing in needs a network. Connect and try again.",
    hello: |name| format!("Hello, {name}"),
    score: "Xin'an score",
    score_of: |maximum| format!("of {maximum}"),
    score_label: |total, maximum, level| format!("Score {total} of {maximum}, level: {level}"),
    level: "Level",
    level_tier: |level, tier| format!("{level} (tier {tier})"),
    to_next: |points| format!("{points} points to the next level"),
    top_level: "The highest level",
    not_scored: "Not scored yet",
    not_scored_explained: "There is too little on file for a score. No basic service depends on it: shops welcome you as any customer, and you can show your code as usual.",
    sample_scorecard: "Sample scorecard",
    sample_explained: "Levels and points follow a sample scorecard, not the city's own rules.",
    computed: |date| format!("Computed {date}"),
    kept: |ago| format!("Saved {ago}"),
    dimensions: "Five dimensions",
    points_of: |points, maximum| format!("{points} / {maximum}"),
    edition: "Scorecard edition",
    show_code: "Show code",
    show_code_note: "For the shop to scan",
    my_score: "My score",
    nearby: "Shops nearby",
    nearby_note: "Perks and terms",
    settings_note: "Language, look, storage",
    elder_on: "Large and simple",
    elder_off: "Standard view",
    elder_note: "Large text, few choices",
    code: CODE,
    shops: SHOPS,
    settings: SETTINGS,
};

const CODE: CodeMessages = CodeMessages {
    title: "Show the code",
    preparing: "Preparing…",
    refilling: "Fetching codes…",
    refresh_in: |seconds| format!("New code in {seconds} s"),
    brighten: "If it does not scan, make the screen brighter",
    choose: "What to show",
    change: "Change",
    purpose_level: "Level only",
    purpose_level_note: "Without name and score",
    purpose_name: "Level and name",
    purpose_name_note: "Part of the name is hidden",
    purpose_perk: |name| format!("Perk: {name}"),
    purpose_perk_note: "Without level and name",
    perk_number: |number| format!("perk {number}"),
    learns_level: |level| {
        format!("The shop learns only that your level is at least “{level}”, not your name or score. ")
    },
    learns_name: |level, name| {
        format!(
            "The shop learns that your level is at least “{level}” and your name “{name}”, not your score. "
        )
    },
    learns_perk: |perk| {
        format!("The shop learns only that you may have “{perk}”, not your level, name or score. ")
    },
    learns_no_level: "no level yet",
    tier_number: |tier| format!("tier {tier}"),
    picture: |learns, until| {
        format!(
            "Credit code, a QR code. {learns}It renews itself every 15 seconds and is valid until {until}."
        )
    },
    fresh_code: "A new code",
    fresh_code_note: "Take a new code for another shop: then the two cannot tell that you are the same person.",
    till_ask: "Did the shop give you six digits?",
    till_title: "Type the six digits",
    till_label: "On the shop's screen",
    till_hint: "Your code is then made anew with them.",
    till_wrong: "Type six digits, such as 042137.",
    till_done: |digits| format!("Made with the six digits {digits}"),
    till_clear: "Leave the digits out",
    left: |count, until| format!("Without a network you can show {count} more, until {until}."),
    last_one: |until| {
        format!("This is the last unused code, valid until {until}. More come when there is a network.")
    },
    reused: "Today's codes are used up, so an earlier one is shown again; the shop may see “already shown”. New ones come at midnight.",
    reused_offline: "The unused codes are used up, so an earlier one is shown again; the shop may see “already shown”. More come when there is a network.",
    expired_title: "Your codes have expired",
    expired: "This phone was without a network for too long. Connect it, and you get new codes at once.",
    wiped_title: "There are no codes on this phone",
    wiped: "This is the first time, or the browser cleared its storage. One tap gets new ones; your credit is not touched.",
    reissue: "Get codes now",
    signed_out_title: "Not signed in",
    signed_out: "Sign in to get codes and show them.",
    used_up_title: "No codes of this kind today",
    used_up: "Choose something else to show, or come back after midnight.",
    no_keys: "This browser is too old to keep keys. Open the page in a current browser.",
    damaged: "A stored code is damaged and was not shown. Try again; another one will be used.",
    way_out: "You can shop as usual without a code, or show a printed card.",
    until_today: "midnight",
    until_day: |day| format!("the end of {day}"),
};

const SHOPS: ShopMessages = ShopMessages {
    title: "Shops nearby",
    perks_title: "Perks",
    search: "Search name, address or perk",
    category: "Category",
    all: "All",
    locate: "Sort by distance",
    locating: "Finding your place…",
    locate_refused: "Your place is not known; sorted by name. Allow it in the browser's settings if you like.",
    located: "Nearest first. Your place is used on this phone only.",
    count: |count| if count == 1 { "1 shop".to_owned() } else { format!("{count} shops") },
    none: "No shop fits. Try another word or category.",
    needs: |tier| match tier {
        1 => "Any score will do".to_owned(),
        _ => format!("Needs tier {tier} or better"),
    },
    open_to_all: "For everyone",
    strict: "The till will ask you for six digits",
    hours: "Open",
    shops_with: |count| if count == 1 { "At 1 shop".to_owned() } else { format!("At {count} shops") },
    clear: "Clear",
};

const SETTINGS: SettingsMessages = SettingsMessages {
    storage: "Storage",
    storage_kept: "The browser has promised to keep your codes.",
    storage_loose: "The browser may clear your codes when space is short. One tap gets new ones.",
    storage_ask: "Ask the browser to keep them",
    storage_refused: "The browser did not agree this time. It usually does once the app is on the home screen.",
    install: "Add to the home screen",
    install_hint: "Open the browser's menu and choose “Add to home screen”. Then one tap on the icon shows your code.",
    install_now: "Add",
    standard: "Standard",
    display: "View",
    build: "Build",
    demo_root: "Demonstration: uses the public demo root key and is not fit for real use.",
    sign_out_explained: "Signing out deletes the codes and what was saved on this phone.",
    city: |name| format!("City: {name}"),
};
