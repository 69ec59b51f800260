//! How long a document is written: a small file may ask for much.

use std::time::Instant;

use crate::extract::UnexaminedReason;

/// Steps between two looks at the clock.
const LOOK_EVERY: usize = 1024;
/// Paragraphs and pieces of runs that are written; no more can come out than the parts of a file hold.
const MAX_STEPS: usize = 4_000_000;

/// Counts the steps of writing.
pub(super) struct Pace {
    deadline: Instant,
    steps: usize,
    over: Option<UnexaminedReason>,
}

impl Pace {
    pub(super) fn until(deadline: Instant) -> Self {
        Self { deadline, steps: 0, over: None }
    }

    /// Takes a step; false when there was time or room for no more.
    pub(super) fn step(&mut self) -> bool {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            self.over = Some(UnexaminedReason::TooLarge);
        } else if self.steps.is_multiple_of(LOOK_EVERY) {
            self.look();
        }
        self.over.is_none()
    }

    /// Looks at the clock at the end.
    ///
    /// # Errors
    /// When there was time or room for no more.
    pub(super) fn end(mut self) -> Result<(), UnexaminedReason> {
        self.look();
        self.over.map_or(Ok(()), Err)
    }

    fn look(&mut self) {
        if self.over.is_none() && Instant::now() > self.deadline {
            self.over = Some(UnexaminedReason::Timeout);
        }
    }
}
