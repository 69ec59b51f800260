//! The rule files are embedded: a change below `rules/` builds the crate anew.

fn main() {
    println!("cargo::rerun-if-changed=rules");
}
