"""What is derived stays in step with the log, whoever writes it and whatever cards are called."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.cards import CardKey
from tutor.core.log import Grade
from tutor.core.study import DayDone, Lesson
from tutor.study import Limits

GRADES = st.sampled_from(Grade)
KEYS = ("gru/a", "gru/b", "gru/b~1", "lstm/a", "lstm/b")
ACTIONS = st.one_of(
    st.tuples(st.just("answer"), GRADES),
    st.tuples(st.just("regrade"), GRADES),
    st.tuples(st.sampled_from(["suspend", "bury", "flag"]), st.sampled_from(KEYS)),
    st.tuples(st.sampled_from(["undo", "statistics"]), st.none()),
    st.tuples(st.just("wait"), st.sampled_from([1, 12, 1_440, 6_000])),
)
_numbers = count()


def shelf_of(tools, was=""):
    cards = [tools.typed("a", was=was), tools.typed("b"), tools.typed("b~1")]
    shelf = tools.Shelf().add("gru", *cards, lesson="Read me.")
    return shelf.add("lstm", tools.typed("a"), tools.typed("b", suspended=True))


def do(study, action, what, clock):
    if action == "wait":
        clock.go(minutes=what)
    elif action in ("undo", "statistics"):
        getattr(study, action)()
    elif action in ("suspend", "bury", "flag"):
        getattr(study, action)(CardKey(what))
    else:
        turn = study.next()
        while isinstance(turn, Lesson):
            study.read(turn)
            turn = study.next()
        if not isinstance(turn, DayDone):
            study.grade(turn, what)
            if action == "regrade":
                study.grade(turn, Grade.HARD)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.booleans(), ACTIONS), max_size=14))
def test_two_programs_on_one_log_agree_with_each_other_and_with_the_log(desk, tools, actions):
    name, limits = f"{next(_numbers)}.db", Limits(new=4, reviews=3)
    shelf = shelf_of(tools)
    one, other = (desk.open(shelf, name=name, limits=limits) for _ in range(2))
    for first, (action, what) in actions:
        do(one if first else other, action, what, desk.clock)
    fresh = desk.open(shelf, name=name, limits=limits)
    for study in (one, other):
        assert study.today() == fresh.today()
        assert study.summary() == fresh.summary()
        assert [study.memory(key) for key in KEYS] == [fresh.memory(key) for key in KEYS]
        assert [study.suspended(key) for key in KEYS] == [fresh.suspended(key) for key in KEYS]
        assert [study.flagged(key) for key in KEYS] == [fresh.flagged(key) for key in KEYS]
    counted = other.statistics()
    assert fresh.rebuild() == []
    assert fresh.today() == one.today()
    assert fresh.statistics() == counted  # these are counted anew


def test_a_former_name_that_was_a_mistake_takes_its_history_back(desk, tools):
    study = desk.open(shelf_of(tools))
    tools.answer(study)
    before = study.memory("gru/a")
    wrong = tools.Shelf().add("cnn", tools.typed("z", was="gru/a"))
    assert desk.open(wrong).memory("cnn/z") == before
    right = tools.Shelf().add("cnn", tools.typed("z"))
    study = desk.open(right)
    assert study.memory("cnn/z") is None
    assert study.today().new == 1
    assert study.rebuild() == []


def test_a_program_that_knows_no_former_name_takes_none_from_one_that_does(desk, tools):
    plain = tools.Shelf().add("gru", tools.typed("a"))
    first = desk.open(plain)
    first.grade(tools.question(first), Grade.EASY)
    renamed = desk.open(tools.Shelf().add("cnn", tools.typed("z", was="gru/a")))
    before = renamed.memory("cnn/z")
    assert renamed.today().new == 0
    again = desk.open(plain)
    assert again.today().new == 0
    assert renamed.today().new == 0
    assert renamed.memory("cnn/z") == before
    assert again.today().new == 0
    assert again.memory("gru/a") == before
    desk.clock.go(days=60)
    assert renamed.today().due == 1
    renamed.grade(tools.question(renamed), Grade.GOOD)
    assert renamed.memory("cnn/z").reps == 2
    assert renamed.rebuild() == []


def test_a_renamed_card_is_due_when_the_former_one_was(desk, tools):
    study = desk.open(tools.Shelf().add("gru", tools.typed("a")))
    study.grade(tools.question(study), Grade.EASY)
    desk.clock.go(days=60)
    renamed = desk.open(tools.Shelf().add("cnn", tools.typed("z", was="gru/a")))
    assert renamed.today().due == 1
    assert tools.question(renamed).item.key == "cnn/z"
    renamed.grade(tools.question(renamed), Grade.GOOD)
    assert renamed.memory("cnn/z").reps == 2
    assert renamed.rebuild() == []


def test_marks_follow_a_card_to_its_new_name(desk, tools):
    study = desk.open(shelf_of(tools))
    study.suspend("gru/b")
    study.flag("gru/b")
    renamed = desk.open(tools.Shelf().add("cnn", tools.typed("z", was="gru/b")))
    assert renamed.suspended("cnn/z")
    assert renamed.flagged("cnn/z")
    assert renamed.today().new == 0
    renamed.suspend("cnn/z")
    assert not renamed.suspended("cnn/z")
    assert renamed.today().new == 1
