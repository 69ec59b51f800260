//! The clock, read once a run: for the default of `--as-of`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Where most systems keep the rules of their own time zone.
const OWN_ZONE: &str = "/etc/localtime";

/// The day that it is here.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned_datetime(zone()).date()
}

/// The time zone of the system. It is read from its usual place where nothing else is asked for: to learn its name, too,
/// the library walks through the zones of the whole world, which takes longer than all the rest of a start.
fn zone() -> TimeZone {
    if std::env::var_os("TZ").is_some() {
        return TimeZone::system();
    }
    let rules = std::fs::read(OWN_ZONE).ok();
    let own = rules.and_then(|rules| TimeZone::tzif("", &rules).ok());
    own.unwrap_or_else(TimeZone::system)
}
