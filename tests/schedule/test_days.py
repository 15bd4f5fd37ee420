from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from tutor.schedule import Moment, day_starts, moment_of, study_day
from tutor.schedule.days import logged_moment, milliseconds

BERLIN, SEOUL = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize("zone", [BERLIN, SEOUL, UTC, timezone(timedelta(hours=-9, minutes=-30))])
@pytest.mark.parametrize("date", [(2026, 1, 15), (2026, 3, 29), (2026, 10, 25), (2026, 12, 31)])
def test_the_day_changes_at_four_on_the_local_clock(zone, date):
    before = datetime(*date, 3, 59, 59, tzinfo=zone)
    after = datetime(*date, 4, 0, tzinfo=zone)
    assert study_day(after) == study_day(before) + 1
    assert study_day(datetime(*date, 23, 59, tzinfo=zone)) == study_day(after)


@pytest.mark.parametrize("zone", [BERLIN, SEOUL])
@pytest.mark.parametrize("date", [(2026, 3, 28), (2026, 3, 29), (2026, 10, 24), (2026, 10, 25)])
def test_a_day_begins_where_the_one_before_it_ends(zone, date):
    moment = datetime(*date, 12, tzinfo=zone)
    day = study_day(moment)
    assert study_day(day_starts(day, zone)) == day
    last = day_starts(day + 1, zone) - timedelta(milliseconds=1)
    assert moment_of(moment).ends == milliseconds(day_starts(day + 1, zone))
    assert study_day(last) == day


def test_a_day_with_a_clock_change_is_an_hour_shorter_or_longer():
    def hours(*date):
        moment = moment_of(datetime(*date, 5, tzinfo=BERLIN))
        return (moment.ends - milliseconds(day_starts(moment.day, BERLIN))) / 3_600_000

    assert hours(2026, 3, 28) == 23
    assert hours(2026, 10, 24) == 25
    assert hours(2026, 6, 1) == 24


def test_both_hours_of_a_repeated_hour_are_of_the_same_day():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    assert (
        study_day(first) == study_day(second) == study_day(datetime(2026, 10, 24, 5, tzinfo=BERLIN))
    )


def test_the_epoch_is_day_nought_from_four_in_the_morning():
    assert study_day(datetime(1970, 1, 1, 4, tzinfo=UTC)) == 0
    assert study_day(datetime(1970, 1, 1, 3, tzinfo=UTC)) == -1
    assert study_day(datetime(1970, 1, 1, 3, tzinfo=UTC), rollover_hour=0) == 0


@pytest.mark.parametrize("zone", [BERLIN, SEOUL, UTC])
def test_a_log_row_has_the_day_of_the_moment_it_was_written(zone):
    for hour in range(0, 48):
        moment = datetime(2026, 7, 1, tzinfo=zone) + timedelta(hours=hour, minutes=7)
        offset = moment.utcoffset() // timedelta(minutes=1)
        assert logged_moment(milliseconds(moment), offset) == moment_of(moment)


def test_days_after_a_moment_are_counted_from_its_end():
    moment = Moment(at_ms=1_000, day=5, ends=10_000)
    assert [moment.day_of(at) for at in (1_000, 9_999, 10_000, 86_410_000)] == [5, 5, 6, 7]
    assert moment.starts(6) == 10_000
