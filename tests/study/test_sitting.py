import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.log import Grade, RowKind
from tutor.core.study import DayDone, Lesson, Unreadable
from tutor.schedule.days import milliseconds

GRADES = st.sampled_from(Grade)


def test_an_answer_is_in_the_log_before_the_next_question(desk, tools):
    study = desk.open(tools.Shelf.of(gru=2))
    asked, verdict = tools.answer(study, "yes", seconds=3.5)
    (row,) = desk.open(study.library).history(asked.item.key)
    assert (row.kind, row.grade) == (RowKind.ANSWER, verdict.suggested)
    assert row.payload["given"] == ["yes"]
    assert row.payload["seconds"] == 3.5
    assert row.payload["phase"] == "new"


def test_an_answer_that_cannot_be_read_is_not_recorded(desk, tools):
    shelf = tools.Shelf().add("gru", tools.choices("c"))
    study = desk.open(shelf)
    assert isinstance(study.answer(tools.question(study), frozenset({9})), Unreadable)
    assert study.history("gru/c") == []


def test_answering_twice_records_once(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    asked, verdict = tools.answer(study, "no")
    assert study.answer(asked, ("yes",)) is verdict
    assert len(study.history(asked.item.key)) == 1


def test_a_recall_card_is_graded_by_the_learner(desk, tools):
    study = desk.open(tools.Shelf().add("gru", tools.recall("c")))
    asked = tools.question(study)
    with pytest.raises(TypeError):
        study.answer(asked, ("That.",))
    study.grade(asked, Grade.HARD)
    assert [row.grade for row in study.history("gru/c")] == [Grade.HARD]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(GRADES, st.integers(0, 60)), max_size=12), number=st.uuids())
def test_what_is_previewed_is_what_is_recorded(desk, tools, steps, number):
    shelf = tools.Shelf().add("gru", tools.recall("a"), tools.recall("b"))
    study = desk.open(shelf, name=f"{number}.db")
    try:
        for grade, days in steps:
            desk.clock.go(days=days, minutes=7)
            if isinstance(study.next(), DayDone):
                continue
            asked = tools.question(study)
            outcome = asked.outcomes[grade]
            study.grade(asked, grade)
            memory, now = study.memory(asked.item.key), milliseconds(desk.clock())
            assert outcome.days == memory.due_day - memory.last_day
            assert outcome.minutes == (
                None if memory.due_at is None else (memory.due_at - now) / 60_000
            )
    finally:
        while desk.opened:
            desk.opened.pop().close()


def test_another_grade_takes_the_place_of_the_suggested_one(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    asked, _ = tools.answer(study)
    desk.clock.go(seconds=30)
    expected = asked.outcomes[Grade.EASY]
    study.grade(asked, Grade.EASY)
    assert [row.grade for row in study.history("gru/c0")] == [Grade.EASY]
    memory = study.memory("gru/c0")
    assert (memory.reps, memory.due_day - memory.last_day) == (1, expected.days)
    assert study.statistics().reviews == 1
    assert study.rebuild() == []


def test_the_same_grade_again_changes_nothing(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    asked, verdict = tools.answer(study)
    before = study.history("gru/c0")
    study.grade(asked, verdict.suggested)
    assert study.history("gru/c0") == before


def test_the_last_answer_can_be_graded_anew_after_the_next_question_was_shown(desk, tools):
    study = desk.open(tools.Shelf.of(gru=2))
    asked, _ = tools.answer(study)
    tools.question(study)
    study.grade(asked, Grade.AGAIN)
    assert [row.grade for row in study.history("gru/c0")] == [Grade.AGAIN]


def test_undo_restores_the_exact_memory_at_any_depth(desk, tools):
    study = desk.open(tools.Shelf.of(gru=3))
    seen = []
    for text in ("yes", "no", "yes", "yes", "no", "yes"):
        seen.append({key: study.memory(key) for key in study.library.items})
        tools.answer(study, text)
        desk.clock.go(minutes=4)
    for before in reversed(seen):
        assert study.undo() is not None
        assert {key: study.memory(key) for key in study.library.items} == before
    assert study.undo() is None
    assert study.statistics().reviews == 0


def test_an_undone_card_comes_next_also_after_the_last_of_the_day(desk, tools):
    study = desk.open(tools.Shelf.of(gru=2))
    last = tools.finish(study, desk.clock)[-1]
    assert isinstance(study.next(), DayDone)
    undone = study.undo()
    assert (undone.card, undone.grade) == (last, Grade.GOOD)
    assert tools.question(study).item.key == last


def test_undo_takes_back_an_answer_of_long_ago_in_another_sitting(desk, tools):
    shelf = tools.Shelf.of(gru=1)
    tools.answer(desk.open(shelf))
    desk.clock.go(days=400)
    study = desk.open(shelf)
    assert study.undo().card == "gru/c0"
    assert study.memory("gru/c0") is None


def test_undo_takes_back_lessons_and_marks(desk, tools):
    study = desk.open(tools.Shelf.of(lesson="Read me.", gru=2))
    study.read(study.next())
    study.suspend("gru/c0")
    study.bury("gru/c1")
    assert study.flag("gru/c1") is True
    assert isinstance(study.next(), DayDone)
    assert study.undo().card == "gru/c1"
    assert not study.flagged("gru/c1")
    study.undo()
    assert tools.question(study).item.key == "gru/c1"
    study.undo()
    assert not study.suspended("gru/c0")
    assert study.undo().card == "gru"
    assert isinstance(study.next(), Lesson)


def test_a_fast_right_answer_is_easy_only_after_eight_timed_ones(desk, tools):
    study = desk.open(tools.Shelf.of(gru=10))
    suggested = [tools.answer(study, seconds=1)[1].suggested]
    for _ in range(7):
        suggested.append(tools.answer(study, seconds=10)[1].suggested)
    assert set(suggested) == {Grade.GOOD}
    assert tools.answer(study, seconds=9)[1].suggested is Grade.GOOD
    assert tools.answer(study, seconds=2)[1].suggested is Grade.EASY


def test_a_right_answer_after_a_hint_is_hard(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    assert tools.answer(study, hinted=True)[1].suggested is Grade.HARD


def test_two_studies_on_one_store_see_each_other(desk, tools):
    shelf = tools.Shelf.of(gru=3)
    one, other = desk.open(shelf), desk.open(shelf)
    first, _ = tools.answer(one)
    second, _ = tools.answer(other)
    assert second.item.key != first.item.key
    assert tools.question(one).item.key == "gru/c2"
    assert other.undo().card == second.item.key
    assert one.today().new == 2
    assert one.memory(second.item.key) is None
    one.suspend("gru/c1")
    assert tools.question(other).item.key == "gru/c2"
    assert one.rebuild() == other.rebuild() == []


def test_a_question_open_in_two_studies_is_recorded_on_top_of_the_other_answer(desk, tools):
    shelf = tools.Shelf.of(gru=1)
    one, other = desk.open(shelf), desk.open(shelf)
    mine, theirs = tools.question(one), tools.question(other)
    one.answer(mine, ("yes",))
    other.answer(theirs, ("no",))
    one.today()
    assert one.memory("gru/c0") == other.memory("gru/c0")
    assert one.memory("gru/c0").reps == 2
    assert one.rebuild() == []


def test_a_new_name_keeps_the_history(desk, tools):
    tools.answer(desk.open(tools.Shelf().add("gru", tools.typed("old"))))
    shelf = tools.Shelf().add("gru", tools.typed("new", was="gru/old"))
    study = desk.open(shelf)
    assert study.memory("gru/new").reps == 1
    desk.clock.go(minutes=10)
    tools.answer(study)
    assert desk.open(shelf).memory("gru/new").reps == 2
    study.undo()
    study.undo()
    assert study.memory("gru/new") is None
    assert study.rebuild() == []


def test_a_changed_retention_leaves_what_was_recorded_before_alone(desk, tools):
    shelf = tools.Shelf().add("gru", tools.recall("c"))
    study = desk.open(shelf, retention=0.95)
    study.grade(tools.question(study), Grade.EASY)
    before = study.memory("gru/c")
    study = desk.open(shelf, retention=0.8)
    assert study.rebuild() == []
    assert study.memory("gru/c") == before


def test_figures_count_what_stands(desk, tools):
    study = desk.open(tools.Shelf.of(gru=2))
    assert study.statistics().retention is None
    tools.finish(study, desk.clock)
    desk.clock.go(days=1)
    assert study.statistics().streak == 1
    desk.clock.go(days=29)
    tools.answer(study, "no")
    tools.answer(study, "yes")
    found = study.statistics()
    assert (found.reviews, found.reviews_today, found.streak) == (6, 2, 1)
    assert (found.retention, found.cards, found.seen) == (0.5, 2, 2)
    assert found.by_grade[Grade.AGAIN] == 1
    study.undo()
    assert study.statistics().retention == 0


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(["yes", "no", "yess"])),
        st.tuples(st.just("regrade"), GRADES),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.sampled_from(["suspend", "bury", "flag"]), st.integers(0, 3)),
        st.tuples(st.just("wait"), st.integers(-90, 4000)),
        st.tuples(st.just("other"), st.none()),
    ),
    max_size=25,
)


def take(studies, clock, steps, tools):
    """Take steps on the first of two studies; `other` exchanges them."""
    asked = None
    for step, with_what in steps:
        study = studies[0]
        if step == "answer":
            if not isinstance(study.next(), DayDone):
                asked, _ = tools.answer(study, with_what)
        elif step == "regrade" and asked is not None:
            study.grade(asked, with_what)
        elif step == "undo":
            study.undo()
            asked = None
        elif step in ("suspend", "bury", "flag"):
            getattr(study, step)(f"gru/c{with_what}")
        elif step == "wait":
            clock.go(minutes=with_what)
        elif step == "other":
            studies.reverse()
            asked = None


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, number=st.uuids())
def test_the_fold_of_the_log_is_the_derived_state(desk, tools, steps, number):
    shelf = tools.Shelf.of(gru=4)
    studies = [desk.open(shelf, name=f"{number}.db", seed=seed) for seed in (1, 2)]
    try:
        take(studies, desk.clock, steps, tools)
        one, other = studies
        one.today(), other.today()
        assert [one.memory(key) for key in shelf.items] == [
            other.memory(key) for key in shelf.items
        ]
        assert one.rebuild() == []
    finally:
        while desk.opened:
            desk.opened.pop().close()


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(here=STEPS, there=STEPS, number=st.uuids())
def test_merging_two_logs_gives_the_same_state_either_way(desk, tools, here, there, number):
    shelf = tools.Shelf.of(gru=4)
    try:
        for name, steps in (("here", here), ("there", there)):
            study = desk.open(shelf, name=f"{number}-{name}.db", seed=len(name))
            take([study, study], desk.clock, steps, tools)
        one, other = desk.opened[-2:]
        rows = list(one.rows())
        one.merge_rows(other.rows())
        other.merge_rows(rows)
        merged = [desk.open(shelf, name=f"{number}-{name}.db") for name in ("here", "there")]
        for key in shelf.items:
            assert merged[0].memory(key) == merged[1].memory(key)
            assert merged[0].suspended(key) == merged[1].suspended(key)
        assert merged[0].statistics() == merged[1].statistics()
    finally:
        while desk.opened:
            desk.opened.pop().close()
