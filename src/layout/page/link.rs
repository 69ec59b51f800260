//! Links get the words they stand on.

use crate::extract::page::Link as OnPage;
use crate::layout::{Link, Script};

/// The links in order of their words. Pieces of one link that was wrapped, each a box of its own, are one.
pub(super) fn placed(script: &Script, links: Vec<(u32, OnPage)>) -> Vec<Link> {
    let mut placed: Vec<Link> = Vec::new();
    for (page, link) in links {
        let on_page = |at: usize| script.lines[script.line_at(at)].page == Some(page);
        let pressed = script.pieces.iter().filter(|piece| {
            let middle = f32::midpoint(piece.bbox.0, piece.bbox.2);
            let height = f32::midpoint(piece.bbox.1, piece.bbox.3);
            link.bbox.contains((middle, height)) && on_page(piece.span.start)
        });
        let Some(span) = pressed.map(|piece| piece.span).reduce(crate::place::Span::to) else {
            continue;
        };
        placed.push(Link { span, target: link.target });
    }
    placed.sort_by_key(|link| link.span);
    placed.dedup_by(|next, link| {
        let between = script.text.get(link.span.end..next.span.start);
        let wrapped =
            link.target == next.target && between.is_none_or(|text| text.trim().is_empty());
        if wrapped {
            link.span = link.span.to(next.span);
        }
        wrapped
    });
    placed
}
