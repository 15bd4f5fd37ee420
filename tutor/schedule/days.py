"""Study days: a day runs from the rollover hour, local time, to the next one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

ROLLOVER_HOUR = 4
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as the scheduler sees it.

    `at_ms` is milliseconds since the epoch, `day` the study day (days since the epoch) and `ends`
    the millisecond at which that study day ends.
    """

    at_ms: int
    day: int
    ends: int

    def after(self, minutes: float) -> int:
        """The millisecond that lies `minutes` later."""
        return self.at_ms + round(minutes * 60_000)

    def day_of(self, at_ms: int) -> int:
        """The study day of a millisecond at or after this moment."""
        if at_ms < self.ends:
            return self.day
        return self.day + 1 + (at_ms - self.ends) // DAY_MS

    def starts(self, day: int) -> int:
        """The millisecond at which a later study day begins, as far as the clock stays as it is."""
        return self.ends + (day - self.day - 1) * DAY_MS


def study_day(moment: datetime, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """The study day of `moment`, in days since the epoch.

    The clock on the wall decides: whatever daylight saving does, the day changes when the local
    clock shows the rollover hour. A moment without a time zone is taken as local time.
    """
    wall = _aware(moment).replace(tzinfo=None) - timedelta(hours=rollover_hour)
    return wall.toordinal() - _EPOCH_ORDINAL


def day_starts(day: int, zone: tzinfo | None, rollover_hour: int = ROLLOVER_HOUR) -> datetime:
    """The moment at which the study day `day` begins in `zone`."""
    return datetime.combine(
        date.fromordinal(day + _EPOCH_ORDINAL), time(rollover_hour), zone or UTC
    )


def milliseconds(moment: datetime) -> int:
    """Milliseconds from the epoch to `moment`, exactly."""
    return (_aware(moment) - EPOCH) // timedelta(milliseconds=1)


def moment_of(moment: datetime, rollover_hour: int = ROLLOVER_HOUR) -> Moment:
    """What the scheduler needs to know of `moment`."""
    moment = _aware(moment)
    day = study_day(moment, rollover_hour)
    ends = milliseconds(day_starts(day + 1, moment.tzinfo, rollover_hour))
    return Moment(at_ms=milliseconds(moment), day=day, ends=ends)


def logged_moment(at_ms: int, offset: int, rollover_hour: int = ROLLOVER_HOUR) -> Moment:
    """The moment of a log row, from its milliseconds and its offset from UTC in minutes."""
    shift = offset * 60_000 - rollover_hour * 3_600_000
    day = (at_ms + shift) // DAY_MS
    return Moment(at_ms=at_ms, day=day, ends=(day + 1) * DAY_MS - shift)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.astimezone()
