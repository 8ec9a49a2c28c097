//! Build, run, test and bench the project.
fn main() {}
