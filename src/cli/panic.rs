//! Faults of our own, told as a sentence: no user reads a panic trace.

use std::panic::{self, UnwindSafe};
use std::process::ExitCode;

use crate::language::Language;

/// Keeps panics from writing to the terminal. A document that one of them meets is told as not examined;
/// `RUST_BACKTRACE` brings the trace back for those who look for the fault.
pub(super) fn quiet() {
    if std::env::var_os("RUST_BACKTRACE").is_none_or(|value| value == "0") {
        panic::set_hook(Box::new(|_| {}));
    }
}

/// Runs a command; a panic outside the examination of a document becomes a sentence and the exit code of what could
/// not be examined.
pub(super) fn guarded(language: Language, run: impl FnOnce() -> ExitCode + UnwindSafe) -> ExitCode {
    panic::catch_unwind(run).unwrap_or_else(|_| {
        let sentence = language.pick([
            "ohjelmassa on vika, eikä ajo päässyt loppuun. Kerro siitä tekijöille; RUST_BACKTRACE=1 näyttää, missä se on.",
            "programmet har ett fel och körningen avbröts. Berätta om det för utvecklarna; RUST_BACKTRACE=1 visar var felet finns.",
            "there is a fault in the program and the run did not end. Please tell its makers; RUST_BACKTRACE=1 shows where it is.",
        ]);
        // When even standard error is gone there is nobody left to tell.
        let _ = std::io::Write::write_fmt(
            &mut std::io::stderr().lock(),
            format_args!("seloste: {sentence}\n"),
        );
        ExitCode::from(3)
    })
}
