from datetime import UTC, datetime, timedelta

import fsrs
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.core.log import Grade, Phase
from tutor.schedule import Moment, Scheduler, moment_of
from tutor.schedule.folding import answered, factor_of, memory_of
from tutor.schedule.fsrs6 import PARAMETERS
from tutor.schedule.fuzz import fuzz_range, fuzzed

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
GRADES = st.sampled_from(Grade)
DRAWS = st.floats(0, 1, exclude_max=True)


def at(days=0, **elapsed):
    return moment_of(NOON + timedelta(days=days, **elapsed))


def learnt(scheduler, fuzz=0.5):
    return scheduler.review(None, Grade.EASY, at(), fuzz)


def test_learning_goes_by_the_clock_one_minute_then_ten():
    scheduler = Scheduler()
    first = scheduler.preview(None, at(), 0.5)
    minutes = {grade: (first[grade].due_at or 0) - at().at_ms for grade in Grade}
    assert minutes[Grade.AGAIN] == 60_000
    assert minutes[Grade.HARD] == 330_000
    assert minutes[Grade.GOOD] == 600_000
    assert first[Grade.EASY].phase is Phase.REVIEW
    assert first[Grade.EASY].due_at is None
    second = scheduler.review(first[Grade.GOOD], Grade.GOOD, at(minutes=10), 0.5)
    assert (second.phase, second.due_at) == (Phase.REVIEW, None)
    assert second.due_day > at().day


def test_a_forgotten_review_is_relearnt_in_ten_minutes_and_counts_as_a_lapse():
    scheduler = Scheduler()
    memory = learnt(scheduler)
    lapsed = scheduler.review(memory, Grade.AGAIN, at(9), 0.5)
    assert (lapsed.phase, lapsed.lapses, lapsed.reps) == (Phase.RELEARNING, 1, 2)
    assert lapsed.due_at == at(9).at_ms + 600_000
    assert scheduler.review(lapsed, Grade.AGAIN, at(9, minutes=10), 0.5).lapses == 1


def test_a_step_that_ends_after_the_rollover_makes_the_card_due_on_the_next_day():
    late = moment_of(datetime(2026, 5, 5, 3, 55, tzinfo=UTC))
    memory = Scheduler().review(None, Grade.GOOD, late, 0.5)
    assert (memory.phase, memory.due_at, memory.due_day) == (Phase.LEARNING, None, late.day + 1)
    early = Scheduler().review(None, Grade.AGAIN, late, 0.5)
    assert early.due_at == late.at_ms + 60_000


def test_a_clock_set_back_counts_as_the_same_day():
    scheduler = Scheduler()
    memory = learnt(scheduler)
    assert scheduler.retrievability(memory, memory.last_day - 300) == 1
    back, same = (scheduler.preview(memory, moment, 0.5) for moment in (at(-300), at()))
    for grade in Grade:
        assert back[grade].stability == same[grade].stability
        assert back[grade].due_day - at(-300).day == same[grade].due_day - at().day


def test_days_and_not_hours_have_passed_since_the_last_answer():
    scheduler = Scheduler()
    memory = scheduler.review(None, Grade.EASY, moment_of(datetime(2026, 5, 5, 3, tzinfo=UTC)), 0)
    minutes_later = moment_of(datetime(2026, 5, 5, 4, 30, tzinfo=UTC))
    almost_two_days_later = moment_of(datetime(2026, 5, 6, 3, tzinfo=UTC))
    assert scheduler.retrievability(memory, minutes_later.day) < 1
    one, other = (
        scheduler.review(memory, Grade.GOOD, moment, 0).stability
        for moment in (minutes_later, almost_two_days_later)
    )
    assert one == other


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(GRADES, st.integers(-2, 400), st.integers(1, 1440), DRAWS),
        min_size=1,
        max_size=12,
    ),
    st.floats(0.7, 0.99),
)
def test_folding_leaves_what_the_scheduler_leaves_to_the_last_bit(answers, retention):
    scheduler = Scheduler(retention)
    memory, state, day = None, None, 0
    for grade, pause, minutes, fuzz in answers:
        day += pause
        ends = (day + 1) * 86_400_000
        moment = Moment(at_ms=ends - minutes * 60_000, day=day, ends=ends)
        memory = scheduler.review(memory, grade, moment, fuzz)
        factor = factor_of(retention)
        state = answered(state, int(grade), moment.at_ms, day, ends, fuzz, factor)
        assert memory_of(state) == memory


@given(st.integers(1, 36_500), DRAWS)
def test_fuzz_stays_in_its_range_and_leaves_short_intervals_alone(days, draw):
    shortest, longest = fuzz_range(days)
    assert 1 <= shortest <= days <= longest
    assert shortest <= fuzzed(days, draw) <= longest
    if days < 3:
        assert fuzzed(days, draw) == days


def test_every_interval_of_the_range_can_be_drawn():
    shortest, longest = fuzz_range(30)
    drawn = {fuzzed(30, draw / 1000) for draw in range(1000)}
    assert drawn == set(range(shortest, longest + 1))
    assert (shortest, longest) == (27, 33)


@given(DRAWS, st.integers(1, 300))
def test_a_better_grade_never_brings_a_review_back_sooner(draw, pause):
    scheduler = Scheduler()
    outcomes = scheduler.preview(learnt(scheduler), at(pause), draw)
    days = [outcomes[grade].due_day for grade in (Grade.HARD, Grade.GOOD, Grade.EASY)]
    assert days == sorted(days)


def test_a_higher_retention_brings_cards_back_sooner():
    due = [Scheduler(retention).review(None, Grade.EASY, at(), 0.5) for retention in (0.95, 0.8)]
    assert due[0].due_day < due[1].due_day
    replayed = Scheduler(0.8).preview(None, at(), 0.5, retention=0.95)[Grade.EASY]
    assert replayed == due[0]


def test_the_forgetting_curve_is_that_of_the_published_parameters():
    assert fsrs.scheduler.DEFAULT_PARAMETERS == PARAMETERS
