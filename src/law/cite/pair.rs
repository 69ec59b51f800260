//! Which name and which number belong together.

use super::name::NameHit;
use super::number::Number;
use super::{Mention, Reader, Reading, bears};
use crate::law::register::StatuteId;

/// The most characters between a name and its number.
const GAP: usize = 30;

/// Which pairs are made: those that agree are sure of each other and go first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    Agreeing,
    SideBySide,
}

impl Reader<'_> {
    /// Pairs names with the numbers beside them: those that agree first, then a name with the number after it.
    pub(super) fn pair(
        &self,
        reading: &Reading<'_>,
        names: Vec<NameHit>,
        mut numbers: Vec<Number>,
    ) -> Vec<Mention> {
        // A title may hold a number: "poronhoitovuodelta 2001/2002 maksettavasta tuesta".
        let inside = |n: &Number, name: &NameHit| name.first <= n.first && n.last <= name.last;
        numbers.retain(|number| !names.iter().any(|name| inside(number, name)));
        let mut mentions: Vec<Mention> = names
            .into_iter()
            .map(|name| Mention { name: Some(name), number: None })
            .chain(numbers.into_iter().map(|number| Mention { name: None, number: Some(number) }))
            .collect();
        mentions.sort_by_key(Mention::first);
        for pass in [Pass::Agreeing, Pass::SideBySide] {
            let mut at = 0;
            while at + 1 < mentions.len() {
                let (left, right) = (&mentions[at], &mentions[at + 1]);
                if let Some(pair) = self.joined(reading, left, right, pass) {
                    mentions[at] = pair;
                    mentions.remove(at + 1);
                }
                at += 1;
            }
        }
        mentions
    }

    fn joined(
        &self,
        reading: &Reading<'_>,
        left: &Mention,
        right: &Mention,
        pass: Pass,
    ) -> Option<Mention> {
        let (name, number, name_first) = match (left, right) {
            (Mention { name: Some(n), number: None }, Mention { name: None, number: Some(m) }) => {
                (n, m, true)
            }
            (Mention { name: None, number: Some(m) }, Mention { name: Some(n), number: None }) => {
                (n, m, false)
            }
            _ => return None,
        };
        if left.last() >= right.first() {
            return None;
        }
        let gap = &reading.text[reading.tokens[left.last()].span.end..right.start(reading)];
        let may = match pass {
            Pass::Agreeing => self.agreed(name, number).is_some(),
            // "Tietosuojalaki, 1/2019" tells a month.
            Pass::SideBySide if number.like_a_month => name_first && gap.trim() == "(",
            Pass::SideBySide => name_first && (!gap.contains('\n') || gap.contains('(')),
        };
        let pair = || Mention { name: Some(name.clone()), number: Some(number.clone()) };
        (may && self.is_beside(gap, name_first)).then(pair)
    }

    /// Whether only brackets, commas and such words as "nro" stand between a name and a number.
    fn is_beside(&self, gap: &str, name_first: bool) -> bool {
        let few = gap.chars().count() <= GAP && gap.matches('\n').count() <= 2;
        let stops = if name_first { [';', '§'] } else { [';', ','] };
        few && !gap.contains(stops)
            && gap
                .split(|c: char| !c.is_alphanumeric())
                .filter(|piece| !piece.is_empty())
                .all(|piece| self.wording.between.holds(&piece.to_lowercase()))
    }

    /// The act that bears both the name and the number, and whether the number was written backwards.
    pub(super) fn agreed(&self, name: &NameHit, number: &Number) -> Option<(StatuteId, bool)> {
        number.readings().iter().find_map(|reading| {
            let acts = self.register.numbered(reading.act);
            let act = acts.into_iter().find(|act| bears(&name.acts, *act))?;
            Some((act, reading.reversed && reading.act.union))
        })
    }
}
