"""Intervals, clock times and dates as a learner reads them."""

from datetime import datetime, tzinfo

from tutor.core.study import Outcome
from tutor.core.text import Language
from tutor.words.say import say

_DAYS_IN_MONTH = 30.44
_DAYS_IN_YEAR = 365.25


def interval(outcome: Outcome, language: Language) -> str:
    """When a card would come back, short enough for a button: `10 m`, `4 d`, `2.5 mo`."""
    if outcome.minutes is not None:
        return minutes(outcome.minutes, language)
    return days(outcome.days, language)


def minutes(count: float, language: Language) -> str:
    """A span within the day; at least a minute."""
    whole = max(1, round(count))
    if whole < 60:
        return say("time.minutes", language, n=whole)
    return say("time.hours", language, n=_one_digit(whole / 60))


def days(count: int, language: Language) -> str:
    """A span of whole days, in months from 31 days on and in years from a year on."""
    if count >= _DAYS_IN_YEAR:
        return say("time.years", language, n=_one_digit(count / _DAYS_IN_YEAR))
    if count > 30:
        return say("time.months", language, n=_one_digit(count / _DAYS_IN_MONTH))
    return say("time.days", language, n=count)


def _one_digit(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def clock_time(at_ms: int, zone: tzinfo | None = None) -> str:
    """The time of day of a moment (milliseconds since the epoch), `14:05`; local if no zone."""
    return _moment(at_ms, zone).strftime("%H:%M")


def date_and_time(at_ms: int, zone: tzinfo | None = None) -> str:
    """A moment (milliseconds since the epoch) as `2026-03-01 14:05`; local if no zone."""
    return _moment(at_ms, zone).strftime("%Y-%m-%d %H:%M")


def iso_time(at_ms: int, zone: tzinfo | None = None) -> str:
    """A moment (milliseconds since the epoch) in ISO 8601 with its offset from UTC."""
    return _moment(at_ms, zone).isoformat(timespec="seconds")


def _moment(at_ms: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, zone).astimezone(zone)
