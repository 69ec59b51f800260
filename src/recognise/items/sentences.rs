//! The sentences of a notice, and the sentences that lead in its lists.

use std::ops::Range;

use crate::finnish::breaks::is_bullet;
use crate::finnish::words::Word;
use crate::segment::Section;

/// The words with a sentence's end before every heading and after it, and before every line of a form
/// ("Tietolähteet: asiakas"): neither has a full stop.
pub(super) fn parted_by_headings(text: &str, words: &[Word], sections: &[Section]) -> Vec<Word> {
    let mut ends: Vec<usize> =
        sections.iter().flat_map(|s| [s.heading_span.start, s.heading_span.end]).collect();
    let line_starts = text.match_indices('\n').map(|(at, _)| at + 1);
    ends.extend(line_starts.filter(|start| is_form_line(&text[*start..])));
    ends.sort_unstable();
    let parted = words.iter().map(|word| {
        let before = ends.partition_point(|end| *end <= word.span.start) as u32;
        let (sentence, clause) = (word.sentence + before, word.clause + before);
        Word { sentence, clause, ..word.clone() }
    });
    parted.collect()
}

/// Whether a line opens with a label of at most five words, a colon and a value.
fn is_form_line(line: &str) -> bool {
    let line = line.split('\n').next().unwrap_or("");
    line.split_once(": ").is_some_and(|(label, _)| {
        label.starts_with(char::is_uppercase)
            && label.split_whitespace().count() <= 5
            && !label.contains(['.', ',', '(', '"'])
    })
}

pub(super) fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        match sentences.last_mut() {
            Some(last) if words[last.start].sentence == word.sentence => last.end = index + 1,
            _ => sentences.push(index..index + 1),
        }
    }
    sentences
}

/// For every sentence the one that leads in the list it is an item of ("Rekisteröidyllä on oikeus:").
/// A list with bullets ends at the first line without one, another where a line ends with a full stop.
pub(super) fn leads(text: &str, words: &[Word], sentences: &[Range<usize>]) -> Vec<Option<usize>> {
    let mut leads = Vec::with_capacity(sentences.len());
    let mut list: Option<(usize, bool)> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let previous = index.saturating_sub(1);
        let gap_start = words[sentences[previous].end - 1].span.end;
        let gap = text.get(gap_start..words[sentence.start].span.start).unwrap_or("");
        let (bullet, new_line, stop) = (
            opens_item(gap, &words[sentence.start].folded),
            gap.contains('\n'),
            gap.contains(['.', '!', '?']),
        );
        let goes_on = match list {
            Some((_, true)) => bullet || !new_line,
            Some((_, false)) => !stop || !new_line,
            None => false,
        };
        if !goes_on {
            let begins = index > 0 && (gap.contains(':') || (bullet && !stop));
            list = begins.then_some((previous, bullet));
        }
        leads.push(list.map(|(lead, _)| lead));
    }
    leads
}

/// Whether a line opens with a bullet (which may stand alone on the line before), with the `o` that some
/// bullets become, or with a number.
fn opens_item(gap: &str, first: &str) -> bool {
    gap.split_once('\n').is_some_and(|(_, line)| {
        let numbered = first.len() <= 2 && first.bytes().all(|byte| byte.is_ascii_digit());
        numbered || first == "o" || line.contains(is_bullet)
    })
}
