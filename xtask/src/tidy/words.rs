//! Words that have no place in a project that others clone.

use super::{File, Finding};
use crate::workspace::root;
use std::env;

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let home = env::var("HOME").unwrap_or_default();
    let here = root().parent().map(|parent| parent.display().to_string()).unwrap_or_default();
    let machine: Vec<String> =
        [home, here].into_iter().filter(|path| path.len() > 1).map(|path| format!("{path}/")).collect();
    files.iter().flat_map(|file| in_file(file, &machine)).collect()
}

fn in_file(file: &File, machine: &[String]) -> Vec<Finding> {
    let lines = file.text.lines().enumerate();
    let has_markup = file.path.ends_with(".html") || (file.path.ends_with(".rs") && is_app(&file.path));
    lines
        .filter_map(|(number, line)| {
            if let Some(path) = machine.iter().find(|path| holds_path(line, path)) {
                Some(file.at(number, format!("a path of this machine: {path}")))
            } else if has_markup && line.contains("style=\"") {
                Some(file.at(number, "an inline style: the policy forbids it; use a class".to_owned()))
            } else {
                None
            }
        })
        .collect()
}

/// The path itself, not the end of another one such as `https://host/root/…`.
fn holds_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '}' | '*'))
    })
}

fn is_app(path: &str) -> bool {
    path.starts_with("app/") || path.starts_with("crates/ui/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        in_file(&file, &["/home/ana/".to_owned()]).len()
    }

    #[test]
    fn paths_of_the_machine_are_found() {
        assert_eq!(findings("a.md", "see /home/ana/project"), 1);
        assert_eq!(findings("a.md", "https://example.org/home/ana/"), 0);
    }

    #[test]
    fn inline_styles_are_found_where_there_is_markup() {
        assert_eq!(findings("app/src/shell.rs", "<p style=\"x\">"), 1);
        assert_eq!(findings("app/wallet.html", "<p style=\"x\">"), 1);
        assert_eq!(findings("docs/a.md", "never style=\"x\""), 0);
    }
}
