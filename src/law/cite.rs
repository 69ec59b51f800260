//! Citations: names and numbers that stand together become one, and the act meant is found.

use jiff::civil::Date;

use super::lemma::head_of;
use super::name::{NameBook, NameHit, Token, alike, tokens};
use super::number::{self, Number};
use super::register::{Register, Statute, StatuteId};
use super::wording::{Around, Wording};
use super::{Citation, CitationStatus, Problem, section};
use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::place::Span;

/// What a text is read with.
pub(super) struct Reader<'a> {
    pub(super) register: &'a Register,
    pub(super) names: &'a NameBook,
    pub(super) wording: &'a Wording,
    /// The day for which statuses are told.
    pub(super) as_of: Date,
    /// The day on which names are understood: the notice's own, else `as_of`.
    pub(super) written_on: Date,
}

/// A text and what was seen in it.
struct Reading<'a> {
    text: &'a str,
    words: &'a [Word],
    tokens: Vec<Token>,
    around: Around<'a>,
}

/// A name, a number, or both side by side.
#[derive(Debug, Clone)]
struct Mention {
    name: Option<NameHit>,
    number: Option<Number>,
}

/// What a mention turned out to mean.
struct Meaning {
    act: Option<StatuteId>,
    problem: Option<Problem>,
    confidence: Confidence,
}

impl Reader<'_> {
    /// All citations of a text, in order.
    pub(super) fn read(&self, text: &str, words: &[Word]) -> Vec<Citation> {
        let tokens = tokens(words);
        let names = self.names.find(text, &tokens);
        let last_year = u32::try_from(self.as_of.year() + 1).unwrap_or(0);
        let numbers = number::find(text, &tokens, last_year);
        let reading = Reading { text, words, tokens, around: self.wording.around(words) };
        let mentions = self.pair(&reading, names, numbers);
        let mut citations: Vec<Citation> =
            mentions.iter().filter_map(|mention| self.cite(&reading, mention)).collect();
        citations.sort_by_key(|citation| citation.span);
        merge(text, citations)
    }

    /// Pairs names with the numbers beside them: those that agree first, then a name with the number after it.
    fn pair(
        &self,
        reading: &Reading<'_>,
        names: Vec<NameHit>,
        numbers: Vec<Number>,
    ) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = names
            .into_iter()
            .map(|name| Mention { name: Some(name), number: None })
            .chain(numbers.into_iter().map(|number| Mention { name: None, number: Some(number) }))
            .collect();
        mentions.sort_by_key(Mention::first);
        for agreeing in [true, false] {
            let mut at = 0;
            while at + 1 < mentions.len() {
                if let Some(pair) = self.joined(reading, &mentions[at], &mentions[at + 1], agreeing)
                {
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
        agreeing: bool,
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
        let beside = self.is_beside(gap, name_first);
        let agree = self.agreed(name, number).is_some();
        let may =
            if agreeing { agree } else { name_first && (!gap.contains('\n') || gap.contains('(')) };
        (beside && may).then(|| Mention { name: Some(name.clone()), number: Some(number.clone()) })
    }

    /// Whether only brackets, commas and such words as "nro" stand between a name and a number.
    fn is_beside(&self, gap: &str, name_first: bool) -> bool {
        let few = gap.chars().count() <= 30 && gap.matches('\n').count() <= 2;
        let stops = if name_first { [';', '§'] } else { [';', ','] };
        few && !gap.contains(stops)
            && gap
                .split(|c: char| !c.is_alphanumeric())
                .filter(|piece| !piece.is_empty())
                .all(|piece| self.wording.between.holds(&piece.to_lowercase()))
    }

    /// The act that bears both the name and the number, and whether the number was written backwards.
    fn agreed(&self, name: &NameHit, number: &Number) -> Option<(StatuteId, bool)> {
        number.readings().iter().find_map(|reading| {
            let act =
                self.register.numbered(reading.act).iter().find(|id| name.acts.contains(id))?;
            Some((*act, reading.reversed && reading.act.union))
        })
    }

    fn cite(&self, reading: &Reading<'_>, mention: &Mention) -> Option<Citation> {
        let (first, last) = (mention.first(), mention.last());
        let part_of_title = mention.name.is_none() || mention.number.is_none();
        if part_of_title && reading.around.is_title_part(reading.words, first, last) {
            return None;
        }
        let place = section::find(self.wording, reading.text, &reading.tokens, (first, last));
        let meaning = match (&mention.name, &mention.number) {
            (Some(name), Some(number)) => self.both(name, number),
            (Some(name), None) if name.doubtful && place.is_none() => return None,
            (Some(name), None) => self.by_name(name),
            (None, Some(number)) => self.by_number(reading, number)?,
            (None, None) => return None,
        };
        let span = self.span(reading, mention);
        let history = reading.around.is_history(reading.words, first, last);
        Some(self.citation(mention, &meaning, place, span, history))
    }

    /// A name and a number that stand side by side.
    fn both(&self, name: &NameHit, number: &Number) -> Meaning {
        if let Some((act, reversed)) = self.agreed(name, number) {
            let problem = reversed.then_some(Problem::NumberReversed);
            return Meaning { act: Some(act), problem, confidence: Confidence::High };
        }
        let listed = self.misnumbered(number, Some(name));
        let confidence = if name.official { Confidence::High } else { Confidence::Medium };
        let owner = self.owner(number);
        if let Some(act) = owner.filter(|act| !name.official && self.could_bear(*act, name)) {
            return Meaning { act: Some(act), problem: None, confidence };
        }
        let act = listed.or_else(|| self.register.on_day(&name.acts, self.written_on));
        Meaning { act, problem: Some(Problem::Misnumbered), confidence }
    }

    fn by_name(&self, name: &NameHit) -> Meaning {
        let act = self.register.on_day(&name.acts, self.written_on);
        let now = self.register.on_day(&name.acts, self.as_of);
        // "Kirkkolaki" in a notice of 2020 is the act of 1993; today the same words cite the one of 2023.
        let confidence = if act == now { Confidence::High } else { Confidence::Medium };
        Meaning { act, problem: None, confidence }
    }

    /// A number without a name of the register beside it; `None` when it is no statute's.
    fn by_number(&self, reading: &Reading<'_>, number: &Number) -> Option<Meaning> {
        let title = title_before(&reading.tokens, reading.text, number.first);
        let beside_law = title.is_some();
        if !beside_law && !number.union && reading.around.is_foreign(reading.words, number.first) {
            return None;
        }
        let known = |wanted: bool| {
            number.readings().iter().find_map(|reading| {
                let act = self.register.numbered(reading.act).first()?;
                (reading.reversed == wanted).then_some((*act, reading.act.union))
            })
        };
        if number.doubtful && !beside_law {
            return None;
        }
        if let Some((act, _)) = known(false) {
            let fits = title.is_none_or(|title| self.fits(&reading.tokens, title, act));
            let problem = (!fits).then_some(Problem::TitleMismatch);
            return Some(Meaning { act: Some(act), problem, confidence: Confidence::High });
        }
        if let Some((act, union)) = known(true) {
            let listed = self.misnumbered(number, None) == Some(act);
            if union && (number.union || listed) {
                let problem = Some(Problem::NumberReversed);
                let confidence = if number.union { Confidence::High } else { Confidence::Medium };
                return Some(Meaning { act: Some(act), problem, confidence });
            }
            if !union && beside_law {
                return Some(Meaning {
                    act: Some(act),
                    problem: None,
                    confidence: Confidence::Medium,
                });
            }
        }
        let unknown = beside_law || number.union;
        unknown.then_some(Meaning {
            act: None,
            problem: Some(Problem::Unknown),
            confidence: Confidence::Medium,
        })
    }

    /// The act whose number this is, whatever stands beside it.
    fn owner(&self, number: &Number) -> Option<StatuteId> {
        let mut plain = number.readings().iter().filter(|reading| !reading.reversed);
        plain.find_map(|reading| self.register.numbered(reading.act).first().copied())
    }

    /// The act meant by a wrong number that the register lists; by the name beside it, where there is one.
    fn misnumbered(&self, number: &Number, name: Option<&NameHit>) -> Option<StatuteId> {
        let written = |entry: &&super::register::Misnumbering| entry.written == number.digits;
        self.register.misnumberings().iter().filter(written).find_map(|entry| {
            let meant = self.register.find(&entry.meant)?;
            name.is_none_or(|name| name.acts.contains(&meant)).then_some(meant)
        })
    }

    /// Whether an act could go by a short name that the register gives to another.
    fn could_bear(&self, act: StatuteId, name: &NameHit) -> bool {
        name.acts.iter().any(|other| {
            let own = self.register.statute(*other);
            shares_a_word(&self.register.statute(act).name_fi, &own.name_fi)
        })
    }

    /// Whether the title from `first` to `last` can be that of an act.
    fn fits(&self, tokens: &[Token], (first, last): (usize, usize), act: StatuteId) -> bool {
        let statute = self.register.statute(act);
        let mut said = tokens[first..=last]
            .iter()
            .map(|token| content(&token.lemma))
            .filter(|w| w.len() >= 4)
            .peekable();
        said.peek().is_none() || said.any(|word| names_word(statute, word))
    }

    /// The words cited: title or name, number and closing bracket.
    fn span(&self, reading: &Reading<'_>, mention: &Mention) -> Span {
        let tokens = &reading.tokens;
        let mut first = mention.first();
        if mention.name.is_none() {
            first = title_before(tokens, reading.text, first).map_or(first, |title| title.0);
        } else {
            while first > 0
                && self.wording.lead.holds(&tokens[first - 1].lemma)
                && tokens[first - 1].sentence == tokens[first].sentence
                && tokens[first - 1].clause == tokens[first].clause
            {
                first -= 1;
            }
        }
        let start = tokens[first].span.start.min(mention.start(reading));
        let mut end = tokens[mention.last()].span.end;
        let cited = &reading.text[start..end];
        if cited.matches('(').count() > cited.matches(')').count()
            && reading.text[end..].starts_with(')')
        {
            end += 1;
        }
        Span::new(start, end)
    }

    fn citation(
        &self,
        mention: &Mention,
        meaning: &Meaning,
        section: Option<String>,
        span: Span,
        history: bool,
    ) -> Citation {
        let statute = meaning.act.map(|act| self.register.statute(act));
        let (status, problem) = self.status(statute, meaning.problem, section.as_deref());
        let confidence = statute.map_or(Confidence::Medium, |statute| statute.confidence);
        Citation {
            span,
            id: statute.map(|statute| statute.id.clone()).or_else(|| mention.written_id()),
            name: statute.map(|statute| statute.title().to_owned()),
            section,
            status,
            problem,
            repealed_on: statute
                .filter(|statute| statute.is_repealed(self.as_of))
                .and_then(|statute| statute.repealed_on)
                .map(|date| date.to_string()),
            replaced_by: statute.map(|statute| statute.replaced_by.clone()).unwrap_or_default(),
            confidence: confidence.min(meaning.confidence),
            history: history && status == CitationStatus::Repealed,
        }
    }

    fn status(
        &self,
        statute: Option<&Statute>,
        problem: Option<Problem>,
        section: Option<&str>,
    ) -> (CitationStatus, Option<Problem>) {
        let Some(statute) = statute else {
            return (CitationStatus::Unknown, Some(Problem::Unknown));
        };
        if problem == Some(Problem::Misnumbered) {
            return (CitationStatus::Misnumbered, problem);
        }
        if statute.is_repealed(self.as_of) {
            return (CitationStatus::Repealed, Some(Problem::Repealed));
        }
        if statute.is_future(self.as_of) {
            return (CitationStatus::NotYetInForce, Some(Problem::NotYetInForce));
        }
        let gone = || {
            statute.partially_repealed_on.is_some_and(|day| day <= self.as_of)
                && section.is_some_and(|place| {
                    let cited = section::sections(place);
                    cited.iter().any(|section| statute.repealed_sections.contains(section))
                })
        };
        let problem = problem.or_else(|| gone().then_some(Problem::SectionRepealed));
        (CitationStatus::InForce, problem)
    }
}

impl Mention {
    fn first(&self) -> usize {
        let name = self.name.iter().map(|name| name.first);
        name.chain(self.number.iter().map(|number| number.first)).min().unwrap_or(0)
    }

    fn last(&self) -> usize {
        let name = self.name.iter().map(|name| name.last);
        name.chain(self.number.iter().map(|number| number.last)).max().unwrap_or(0)
    }

    /// Its first byte, the bracket of "(EU)" included.
    fn start(&self, reading: &Reading<'_>) -> usize {
        let name = self.name.iter().map(|name| reading.tokens[name.first].span.start);
        name.chain(self.number.iter().map(|number| number.span.start)).min().unwrap_or(0)
    }

    /// The number as the id of an act that is not in the register.
    fn written_id(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        let act = number.readings().first()?.act;
        Some(match (act.union, number.digits.contains('.')) {
            (true, _) => format!("(EU) {}/{}", act.year, act.number),
            (false, _) => format!("{}/{}", act.number, act.year),
        })
    }
}

/// The words directly before a number that make the title of a law: "Metsälaki (", "laki X:stä (", "annetun lain (".
fn title_before(tokens: &[Token], text: &str, number: usize) -> Option<(usize, usize)> {
    /// Longer titles occur, yet then the first words say enough.
    const REACH: usize = 24;
    let last = number.checked_sub(1)?;
    let gap = &text[tokens[last].span.end..tokens[number].span.start];
    let near = gap.chars().count() <= 10 && !gap.contains(['.', ';', ',']);
    if !near || tokens[last].sentence != tokens[number].sentence {
        return None;
    }
    if let Some((stem, _)) = head_of(&tokens[last].lemma) {
        let alone = stem.is_empty() && last > 0 && tokens[last - 1].lemma == "annettu";
        let reach = if alone { 5 } else { 0 };
        let same = |at: &usize| tokens[*at].clause == tokens[last].clause;
        let first = (last.saturating_sub(reach)..=last).rev().take_while(same).last()?;
        return Some((first, last));
    }
    let is_head = |at: &usize| {
        head_of(&tokens[*at].lemma).is_some_and(|(stem, head)| stem.is_empty() && head != "kaari")
    };
    let clause = tokens[last].clause;
    let row = (last.saturating_sub(REACH)..last).rev();
    row.take_while(|at| tokens[*at].clause == clause).find(is_head).map(|first| (first, last))
}

/// A lemma without its head: of "asiakastietolaki" the part "asiakastieto".
fn content(lemma: &str) -> &str {
    match head_of(lemma) {
        Some((stem, _)) => stem,
        None if lemma == "annettu" => "",
        None => lemma,
    }
}

/// Whether a word of a title, or the beginning of a compound, occurs in the names of an act.
fn names_word(statute: &Statute, word: &str) -> bool {
    let beginning: String = word.chars().take(5).collect();
    let names = std::iter::once(&statute.name_fi)
        .chain(&statute.name_sv)
        .chain(&statute.name_en)
        .chain(&statute.short)
        .chain(&statute.short_sv)
        .chain(&statute.former_names);
    names.map(|name| name.to_lowercase().replace('-', "")).any(|name| name.contains(&beginning))
}

fn shares_a_word(a: &str, b: &str) -> bool {
    let words = |title: &str| -> Vec<String> {
        title.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    let theirs = words(b);
    words(a).iter().any(|word| theirs.iter().any(|other| alike(word, other)))
}

/// Citations of one act that stand side by side are one: "EU:n yleinen tietosuoja-asetus (GDPR)".
fn merge(text: &str, citations: Vec<Citation>) -> Vec<Citation> {
    let mut merged: Vec<Citation> = Vec::new();
    for citation in citations {
        let joins = merged.last().is_some_and(|before| {
            before.id == citation.id
                && before.span.end <= citation.span.start
                && opens_apposition(&text[before.span.end..citation.span.start])
        });
        match merged.last_mut().filter(|_| joins) {
            Some(before) => {
                let closed = text[citation.span.end..].starts_with(')');
                before.span = before.span.to(citation.span);
                before.span.end += usize::from(closed);
                before.section = before.section.take().or(citation.section);
            }
            None => merged.push(citation),
        }
    }
    merged
}

/// Whether what stands between two names of one act makes the second an apposition of the first.
fn opens_apposition(gap: &str) -> bool {
    let gap = gap.trim();
    gap.len() <= 8
        && (matches!(gap, "" | "(" | "[" | "/" | "-" | "–" | "eli" | "," | ", eli" | "i.e."))
}
