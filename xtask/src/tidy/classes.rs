//! Every class that a view names exists in a style sheet.

use super::{File, Finding};
use std::collections::BTreeSet;

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let sheets = files.iter().filter(|file| file.path.starts_with("style/") && file.path.ends_with(".css"));
    let known: BTreeSet<&str> = sheets.flat_map(|file| defined(&file.text)).collect();
    let views = files.iter().filter(|file| is_view(&file.path));
    views.flat_map(|file| unknown(file, &known)).collect()
}

fn is_view(path: &str) -> bool {
    let app = path.starts_with("app/") || path.starts_with("crates/ui/src/");
    app && (path.ends_with(".rs") || path.ends_with(".html"))
}

/// The names behind a dot in a sheet. Numbers such as `0.5rem` start with a digit and are none.
fn defined(css: &str) -> impl Iterator<Item = &str> {
    css.split('.').skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = &rest[..end];
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
    })
}

fn unknown(file: &File, known: &BTreeSet<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        for name in used(line).into_iter().filter(|name| !known.contains(name)) {
            findings.push(file.at(number, format!("the class {name} is in no style sheet")));
        }
    }
    findings
}

/// Classes written out in `class="a b"` and `class:a=…`; those put together at run time are beyond this check.
fn used(line: &str) -> Vec<&str> {
    let lists = line.split(" class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<&str> =
        lists.filter(|list| !list.contains('{')).flat_map(str::split_whitespace).collect();
    names.extend(line.split(" class:").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !is_name(c))?;
        rest[end..].starts_with('=').then_some(&rest[..end])
    }));
    names
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_classes_are_found() {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = [
            file("style/components/button.css", ".button { margin: .5rem } .button.is-big:hover, a.link {}"),
            file(
                "crates/ui/src/button.rs",
                "<a class=\"button link loose\" class:is-big=big class:is-small=small>",
            ),
        ];
        let told: Vec<String> = check(&files).into_iter().map(|finding| finding.what).collect();
        assert_eq!(told, ["the class loose is in no style sheet", "the class is-small is in no style sheet"]);
    }
}
