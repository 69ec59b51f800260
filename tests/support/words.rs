//! Words of a text as the measure of PDF readers counts them.

/// The words of a text: bullets left out, words that a hyphen broke over two lines made whole.
pub(crate) fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut broken = false;
    let plain =
        text.replace(['•', '◦', '▪', '·', '\u{F0B7}'], " ").replace('☑', "☒").replace('\u{AD}', "");
    for line in plain.split('\n').filter(|line| !line.trim().is_empty()) {
        for (index, word) in line.split_whitespace().enumerate() {
            let joins = index == 0 && broken && word.starts_with(char::is_lowercase);
            match words.last_mut() {
                Some(last) if joins && !is_suspended(word) => {
                    last.pop();
                    last.push_str(word);
                }
                _ => words.push(word.to_owned()),
            }
        }
        broken = line.trim_end().ends_with('-') && line.trim_end().len() > 1;
    }
    words
}

fn is_suspended(word: &str) -> bool {
    ["ja", "tai", "sekä", "eli", "ynnä"].contains(&word)
}

/// Word errors in a hundred words.
pub(crate) fn errors(truth: &[String], read: &[String]) -> f64 {
    let mut above: Vec<usize> = (0..=read.len()).collect();
    for (row, wanted) in truth.iter().enumerate() {
        let mut left = row + 1;
        let mut corner = row;
        above[0] = left;
        for (column, found) in read.iter().enumerate() {
            let best =
                (corner + usize::from(wanted != found)).min(left + 1).min(above[column + 1] + 1);
            corner = std::mem::replace(&mut above[column + 1], best);
            left = best;
        }
    }
    above[read.len()] as f64 * 100.0 / truth.len() as f64
}
