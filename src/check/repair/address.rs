//! Whose an address is that several offices had.

use crate::finnish::words::Word;
use crate::law::{Law, Owner};
use crate::place::Span;
use crate::recognise::Notice;

/// Whether the address at a place is the owner's: by a box that is nobody else's, or by the owner's name at its head
/// with nothing but an address between the two. The house and its post code were a regional agency's too.
pub(super) fn is_of(owner: &Owner, span: Span, notice: &Notice, law: &Law) -> bool {
    let words = notice.words.as_slice();
    let first = words.partition_point(|word| word.span.end <= span.start);
    let behind = words.partition_point(|word| word.span.start < span.end);
    // A box stands in the form or right before it: "PL 800, 00521".
    let ends_at = |piece: &str, at: usize| words.get(at).is_some_and(|word| word.folded == piece);
    let is_own = |own: &String| {
        let (head, number) = own.split_once(' ').unwrap_or(("", own));
        (first.max(1) - 1..behind)
            .any(|at| ends_at(number, at) && at.checked_sub(1).is_some_and(|at| ends_at(head, at)))
    };
    if owner.own.iter().any(is_own) {
        return true;
    }
    let block = block_start(&notice.script.text, span.start);
    let before = words[..first].iter().rev().take_while(|word| word.span.start >= block);
    let before: Vec<&Word> = before.collect();
    let of_address = |word: &&&Word| {
        let begins = |start: &String| word.folded.starts_with(start);
        word.folded.starts_with(|c: char| c.is_ascii_digit())
            || law.repair_words().address_words.iter().any(begins)
    };
    let passed = before.iter().take_while(of_address).count();
    let at_head = |name: &String| {
        let mut words = before[passed..].iter();
        let mut pieces = name.split(' ').rev();
        pieces.all(|piece| words.next().is_some_and(|word| word.folded.starts_with(piece)))
    };
    owner.names.iter().any(at_head)
}

/// Where the lines begin that stand together with a place: behind the last blank one.
fn block_start(text: &str, at: usize) -> usize {
    let mut start = at;
    for line in text[..at].split_inclusive('\n').rev() {
        if line.ends_with('\n') && line.trim().is_empty() {
            break;
        }
        start -= line.len();
    }
    start
}
