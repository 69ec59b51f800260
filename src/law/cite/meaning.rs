//! Which act a mention means, and what is wrong with the way it is written.

use super::name::NameHit;
use super::number::{Number, Reading as NumberReading};
use super::{Mention, Reader, Reading, bears};
use crate::finding::Confidence;
use crate::law::Problem;
use crate::law::names::Rank;
use crate::law::register::{Origin, Statute, StatuteId};

/// What a mention turned out to mean.
pub(super) struct Meaning {
    pub(super) act: Option<StatuteId>,
    /// Other acts that the same words could mean on the same day.
    pub(super) others: Vec<StatuteId>,
    pub(super) problem: Option<Problem>,
    pub(super) confidence: Confidence,
}

impl Meaning {
    fn of(act: StatuteId, confidence: Confidence) -> Self {
        Self { act: Some(act), others: Vec::new(), problem: None, confidence }
    }

    /// A name of an act that no register holds.
    pub(super) fn unknown_name() -> Self {
        Self::fault(None, Problem::Unknown, Confidence::Medium)
    }

    fn fault(act: Option<StatuteId>, problem: Problem, confidence: Confidence) -> Self {
        Self { act, others: Vec::new(), problem: Some(problem), confidence }
    }
}

impl Reader<'_> {
    /// What a mention means; `None` when it cites nothing. `placed` says that a section is cited.
    pub(super) fn meaning(
        &self,
        reading: &Reading<'_>,
        mention: &Mention,
        placed: bool,
    ) -> Option<Meaning> {
        match (&mention.name, &mention.number) {
            (Some(name), Some(number)) => Some(self.both(name, number)),
            (Some(name), None) if name.doubtful && !placed => None,
            (Some(name), None) => self.by_name(name),
            (None, Some(number)) => self.by_number(reading, number),
            (None, None) => None,
        }
    }

    /// A name and a number that stand side by side.
    fn both(&self, name: &NameHit, number: &Number) -> Meaning {
        if let Some((act, reversed)) = self.agreed(name, number) {
            let problem = reversed.then_some(Problem::NumberReversed);
            return Meaning { problem, ..Meaning::of(act, Confidence::High) };
        }
        let sure = match name.rank {
            Rank::Title | Rank::Defined => Confidence::High,
            Rank::IndexedTitle if name.acts.len() == 1 => Confidence::High,
            Rank::IndexedTitle | Rank::IndexedWord | Rank::Short => Confidence::Medium,
        };
        let wrong = |act, confidence| Meaning::fault(act, Problem::Misnumbered, confidence);
        if let Some(listed) = self.misnumbered(number, Some(name)) {
            return wrong(Some(listed), sure);
        }
        let Some(owner) = self.owner(number) else { return self.unowned(name, number, sure) };
        if let Some(amended) = self.amended_by(owner, name) {
            return wrong(Some(amended), Confidence::High);
        }
        let loose = matches!(name.rank, Rank::Short | Rank::IndexedWord);
        if loose && self.could_mean(owner, name) {
            if self.is_of_kind(owner, name) {
                return Meaning::of(owner, Confidence::Medium);
            }
            if name.rank == Rank::IndexedWord {
                // "Kirjastoasetus" beside the number of the act on libraries: the number says what is meant.
                let problem = Problem::TitleMismatch;
                return Meaning::fault(Some(owner), problem, Confidence::Medium);
            }
        }
        wrong(self.register.on_day(&name.acts, self.written_on), sure)
    }

    /// A name beside a number that no register holds. After the day of knowledge a new act may have taken the name.
    fn unowned(&self, name: &NameHit, number: &Number, sure: Confidence) -> Meaning {
        let act = self.register.on_day(&name.acts, self.written_on);
        let wrong = |confidence| Meaning::fault(act, Problem::Misnumbered, confidence);
        let Some(plain) = plain(number).next() else { return wrong(sure) };
        if self.register.is_unused(plain.act) {
            wrong(sure)
        } else if plain.act.union || plain.act.year < self.register.index().header().whole.0 {
            wrong(sure.min(Confidence::Medium))
        } else {
            Meaning::fault(None, Problem::Unknown, Confidence::Low)
        }
    }

    fn by_name(&self, name: &NameHit) -> Option<Meaning> {
        let act = self.register.on_day(&name.acts, self.written_on)?;
        let now = self.register.on_day(&name.acts, self.as_of);
        let told = self.register.statute(act);
        // "Kirkkolaki" in a notice of 2020 is the act of 1993; today the same words cite the one of 2023.
        let mut confidence = if Some(act) == now { Confidence::High } else { Confidence::Medium };
        if told.origin == Origin::Index {
            // Notices call acts by loose names of one word, and an older act may have that very title.
            let loose = name.rank == Rank::IndexedWord && told.is_repealed(self.as_of);
            confidence = if loose { Confidence::Low } else { Confidence::Medium };
        }
        let others = self.others(name, act, &told);
        if !others.is_empty() {
            confidence = Confidence::Low;
        }
        Some(Meaning { others, ..Meaning::of(act, confidence) })
    }

    /// The other acts of the same title that were in force on the same day; an entry that people keep leaves none.
    fn others(&self, name: &NameHit, act: StatuteId, told: &Statute) -> Vec<StatuteId> {
        if told.origin == Origin::Curated {
            return Vec::new();
        }
        let lives = |id: &StatuteId| self.register.statute(*id).is_in_force(self.written_on);
        if !told.is_in_force(self.written_on) {
            return Vec::new();
        }
        name.acts.iter().copied().filter(|id| *id != act && lives(id)).collect()
    }

    /// A number without a name of the register beside it; `None` when it is no statute's.
    fn by_number(&self, reading: &Reading<'_>, number: &Number) -> Option<Meaning> {
        let bracketed = || reading.text[..number.span.start].trim_end().ends_with('(');
        let title = self.title_before(reading, number.first);
        let title = title.filter(|_| !number.like_a_month || bracketed());
        let beside_law = title.is_some();
        let foreign = || reading.around.is_foreign(reading.words, number.first);
        if !beside_law && (number.doubtful || (!number.union && foreign())) {
            return None;
        }
        if let Some(act) = self.owner(number) {
            let told = self.register.statute(act);
            if told.origin == Origin::Index && !beside_law {
                // Every other file number is that of some act; only a law beside it makes it one.
                return self.turned(number, beside_law);
            }
            let Some(title) = title.filter(|title| !self.fits(reading, *title, &told)) else {
                return Some(Meaning::of(act, Confidence::High));
            };
            // "Asetus 679/2016" means the GDPR, although a Finnish act has that number.
            let turned = self.turned(number, beside_law);
            return turned.or_else(|| Some(self.mismatch(reading, title, act, &told)));
        }
        self.turned(number, beside_law).or_else(|| self.unknown(number, beside_law))
    }

    /// A number beside a title that is not its act's: often the number of an act that amends the one named.
    fn mismatch(
        &self,
        reading: &Reading<'_>,
        title: super::title::Title,
        act: StatuteId,
        told: &Statute,
    ) -> Meaning {
        let base = told.amends.first().and_then(|base| self.register.find(base));
        let meant = base.filter(|base| {
            let base = self.register.statute(*base);
            !base.name_fi.is_empty() && self.fits(reading, title, &base)
        });
        match meant {
            Some(meant) => Meaning::fault(Some(meant), Problem::Misnumbered, Confidence::Medium),
            None => Meaning::fault(Some(act), Problem::TitleMismatch, Confidence::High),
        }
    }

    /// A number that is an act's when year and number change places.
    fn turned(&self, number: &Number, beside_law: bool) -> Option<Meaning> {
        let mut turned = number.readings().iter().filter(|reading| reading.reversed);
        let (act, union) = turned.find_map(|reading| {
            Some((*self.register.numbered(reading.act).first()?, reading.act.union))
        })?;
        let listed = self.misnumbered(number, None) == Some(act);
        if union && (number.union || listed) {
            let sure = if number.union { Confidence::High } else { Confidence::Medium };
            return Some(Meaning::fault(Some(act), Problem::NumberReversed, sure));
        }
        (!union && beside_law).then(|| Meaning::of(act, Confidence::Medium))
    }

    /// A number that no register holds, beside a law or a mark of the Union.
    fn unknown(&self, number: &Number, beside_law: bool) -> Option<Meaning> {
        let unused = beside_law
            && !number.union
            && plain(number).next().is_some_and(|reading| self.register.is_unused(reading.act));
        if unused {
            return Some(Meaning::fault(None, Problem::NoSuchNumber, Confidence::High));
        }
        let told = beside_law || number.union;
        told.then(|| Meaning::fault(None, Problem::Unknown, Confidence::Medium))
    }

    /// The act whose number this is, whatever stands beside it.
    fn owner(&self, number: &Number) -> Option<StatuteId> {
        plain(number).find_map(|reading| self.register.numbered(reading.act).first().copied())
    }

    /// The act of a name that the act of a number only amends: "työttömyysturvalaki (1370/2014)".
    fn amended_by(&self, owner: StatuteId, name: &NameHit) -> Option<StatuteId> {
        let amends = &self.register.statute(owner).amends;
        let mut amended = amends.iter().filter_map(|id| self.register.find(id));
        amended.find(|id| bears(&name.acts, *id))
    }

    /// The act meant by a wrong number that the register lists; by the name beside it, where there is one.
    fn misnumbered(&self, number: &Number, name: Option<&NameHit>) -> Option<StatuteId> {
        let listed = self.register.misnumberings().iter();
        listed.filter(|entry| entry.written == number.digits).find_map(|entry| {
            let meant = self.register.find(&entry.meant)?;
            name.is_none_or(|name| bears(&name.acts, meant)).then_some(meant)
        })
    }
}

/// The readings of a number in the order in which it is written.
fn plain(number: &Number) -> impl Iterator<Item = &NumberReading> {
    number.readings().iter().filter(|reading| !reading.reversed)
}
