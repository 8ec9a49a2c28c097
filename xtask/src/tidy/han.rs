//! Chinese text belongs to the apps' `text` modules and to data, where a translator finds it.

use super::{File, Finding};

/// Where Han text may be; surnames of two characters are data of the language, not text for people.
const ALLOWED: [&str; 8] = [
    "app/src/text",
    "crates/domain/src/person.rs",
    "crates/sample/",
    "data/",
    "docs/",
    "tests/",
    "public/",
    "server/tests/",
];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().filter(|file| is_code(&file.path)).flat_map(in_file).collect()
}

fn is_code(path: &str) -> bool {
    let code = [".rs", ".js", ".css", ".toml"].iter().any(|extension| path.ends_with(extension));
    let test = path.contains("/tests/") || path.ends_with("/tests.rs");
    code && !test && !ALLOWED.iter().any(|folder| path.starts_with(folder))
}

/// Comments may name a law or a term; a file's own tests come last.
fn in_file(file: &File) -> Vec<Finding> {
    let shipped = file
        .text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test"));
    shipped
        .enumerate()
        .filter(|(_, line)| without_comment(line).chars().any(is_han))
        .map(|(number, _)| file.at(number, "Han text: it belongs to app/src/text or to data".to_owned()))
        .collect()
}

fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if ["//", "/*", "*", "#!", "# "].iter().any(|mark| trimmed.starts_with(mark)) {
        return "";
    }
    line.find(" // ").or_else(|| line.find(" /* ")).map_or(line, |at| &line[..at])
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        check(&[File { path: path.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn loose_text_is_found_and_terms_in_comments_are_not() {
        assert_eq!(findings("server/src/score.rs", "let name = \"\u{4FE1}\u{7528}\";"), 1);
        assert_eq!(findings("server/src/score.rs", "/// \u{4FE1}\u{7528}\nlet a = 1; // \u{4FE1}"), 0);
        assert_eq!(findings("server/src/score.rs", "let a = 1;\n#[cfg(test)]\nmod tests { \u{4FE1} }"), 0);
    }

    #[test]
    fn texts_and_data_may_have_it() {
        for path in [
            "app/src/text/zh/home.rs",
            "data/score/sample.toml",
            "crates/sample/src/people.rs",
            "README.zh-CN.md",
        ] {
            assert_eq!(findings(path, "\u{4FE1}"), 0, "{path}");
        }
    }
}
