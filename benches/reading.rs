//! How long reading a document takes: `cargo bench --bench reading`.

use std::path::Path;

use divan::Bencher;
use seloste::extract::{Limits, extract};
use seloste::layout;

/// A table of headings, drawn boxes, and plain paragraphs, each by another producer.
const NOTICES: [&str; 3] = [
    "tyollisyyspalvelut-taulukko/notice.pdf",
    "rastilomake-tyopaja/notice.pdf",
    "verkkokauppa-kuvittelu/notice.pdf",
];
const TEXT: &str = "verkkokauppa-kuvittelu/notice.txt";

fn main() {
    divan::main();
}

fn bytes(name: &str) -> Vec<u8> {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"));
    std::fs::read(corpus.join(name)).expect("the corpus is there")
}

#[divan::bench(args = NOTICES)]
fn extract_pdf(bencher: Bencher, name: &str) {
    let bytes = bytes(name);
    bencher.bench(|| extract(&bytes, name, &Limits::default()));
}

#[divan::bench(args = NOTICES)]
fn layout_pdf(bencher: Bencher, name: &str) {
    let extracted = extract(&bytes(name), name, &Limits::default()).expect("a readable PDF");
    bencher.with_inputs(|| extracted.clone()).bench_values(layout::script);
}

#[divan::bench]
fn extract_text(bencher: Bencher) {
    let bytes = bytes(TEXT);
    bencher.bench(|| extract(&bytes, TEXT, &Limits::default()));
}
