"""What a day came to, what its limits hold back, and what comes first."""

from dataclasses import replace

from tutor.core.cards import ConceptId
from tutor.core.log import Grade, RowKind
from tutor.core.study import DayDone
from tutor.study import Limits


def test_the_summary_tells_what_was_learnt_and_what_slipped(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=3), limits=Limits(new=3))
    tools.finish(study, desk.clock)
    assert set(study.summary().learnt) == {"lstm/c0", "lstm/c1", "lstm/c2"}

    desk.clock.go(days=30)
    first, _ = tools.answer(study, "no", seconds=8.0)
    tools.answer(study, "yes", seconds=4.0)
    came_to = study.summary()

    assert came_to.learnt == ()
    assert came_to.slipped == (first.item.key,)
    assert (came_to.answers, came_to.held, came_to.seconds) == (2, 1, 12.0)
    assert came_to.by_grade[Grade.AGAIN] == 1


def test_a_new_card_that_was_not_known_in_the_end_was_not_learnt(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=1))
    tools.answer(study, "no")
    assert study.summary().learnt == ()


def test_an_undone_answer_is_not_in_the_summary(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=2))
    tools.answer(study)
    study.undo()
    assert study.summary().answers == 0


def test_the_summary_counts_what_tomorrow_asks_within_the_limits(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=9), limits=Limits(new=4))
    tools.finish(study, desk.clock)
    assert study.summary().tomorrow.new == 4
    limits = study.limits
    study.limits = replace(limits, new=20)
    assert study.summary().tomorrow.new == 5


def test_the_end_says_what_only_the_limits_hold_back(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=9), limits=Limits(new=4))
    tools.finish(study, desk.clock)
    done = study.next()
    assert isinstance(done, DayDone)
    assert (done.held_new, done.held_due) == (5, 0)


def test_an_extended_day_asks_more_and_the_next_one_does_not(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=9), limits=Limits(new=2))
    tools.finish(study, desk.clock)
    study.extend(new=3)
    assert len(set(tools.finish(study, desk.clock))) == 3
    study.extend(new=1)
    study.extend(new=1)
    assert study.today().new == 2

    desk.clock.go(days=1)
    assert study.today().new == 2


def test_reviews_beyond_the_limit_can_be_asked_too(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=6), limits=Limits(new=6))
    tools.finish(study, desk.clock)
    desk.clock.go(days=60)
    study.limits = Limits(new=0, reviews=2)
    tools.finish(study, desk.clock)
    done = study.next()
    assert isinstance(done, DayDone)
    assert done.held_due == 4
    study.extend(reviews=done.held_due)
    assert study.today().due == 4


def needing(shelf, **needs):
    """The shelf with these needs among its concepts."""
    for name, needed in needs.items():
        concept = shelf.concepts[ConceptId(name)]
        shelf.concepts[ConceptId(name)] = replace(concept, needs=tuple(needed))
    return shelf


def test_goals_and_what_they_need_come_first(desk, tools):
    shelf = needing(tools.Shelf.of(cnn=1, softmax=1, gru=1, attention=1), attention=["softmax"])
    study = desk.open(shelf)
    study.goals = (ConceptId("attention"),)
    asked = list(dict.fromkeys(tools.finish(study, desk.clock)))
    assert asked == ["softmax/c0", "attention/c0", "cnn/c0", "gru/c0"]
    assert study.goals == ("attention",)


def test_a_deck_of_ones_own_still_comes_before_a_goal(desk, tools):
    shelf = tools.Shelf.of(mine=1, cnn=1, attention=1)
    shelf.concepts[ConceptId("mine")] = replace(shelf.concepts[ConceptId("mine")], pack="mine")
    study = desk.open(shelf)
    study.goals = (ConceptId("attention"),)
    asked = list(dict.fromkeys(tools.finish(study, desk.clock)))
    assert asked == ["mine/c0", "attention/c0", "cnn/c0"]


def test_a_goal_of_ones_own_deck_brings_what_it_needs_and_nothing_else(desk, tools):
    shelf = needing(tools.Shelf.of(cnn=1, softmax=1, mine=1), mine=["softmax"])
    for name in ("cnn", "softmax"):
        bundled = replace(shelf.concepts[ConceptId(name)], pack="bundled")
        shelf.concepts[ConceptId(name)] = bundled
    study = desk.open(shelf)
    study.goals = (ConceptId("mine"),)
    asked = list(dict.fromkeys(tools.finish(study, desk.clock)))
    assert asked == ["softmax/c0", "mine/c0", "cnn/c0"]


def test_a_goal_that_there_is_not_changes_nothing(desk, tools):
    study = desk.open(tools.Shelf.of(cnn=1, gru=1))
    study.goals = (ConceptId("gone"),)
    assert list(dict.fromkeys(tools.finish(study, desk.clock))) == ["cnn/c0", "gru/c0"]


def test_an_undo_names_what_it_took_back(desk, tools):
    study = desk.open(tools.Shelf.of(lesson="Read me.", lstm=2))
    study.read(study.next())
    tools.answer(study)
    study.bury(study.next().item.key)
    undone = [study.undo() for _ in range(3)]
    assert [one.kind for one in undone] == [RowKind.BURY, RowKind.ANSWER, RowKind.LESSON]
    assert undone[1].card == "lstm/c0"
    assert undone[1].grade is Grade.GOOD
    assert undone[2].card == "lstm"
    assert study.undo() is None


def test_an_undo_says_whether_the_card_is_marked_now(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=2))
    for mark in (study.flag, study.flag, study.suspend, study.suspend, study.bury):
        mark("lstm/c0")
    undone = [study.undo() for _ in range(5)]
    assert [one.marked for one in undone] == [False, True, False, True, False]


def test_the_summary_looks_a_week_ahead(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=3), limits=Limits(new=3))
    tools.finish(study, desk.clock)
    came_to = study.summary()
    days = [study.memory(key).due_day - came_to.day - 1 for key in study.library.items]
    assert len(came_to.ahead) == 7
    assert [came_to.ahead[day] for day in sorted(set(days))] == [
        days.count(day) for day in sorted(set(days))
    ]
    assert sum(came_to.ahead) == 3


def test_what_is_overdue_counts_for_tomorrow_and_no_day_holds_more_than_its_limit(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=4), limits=Limits(new=4))
    tools.finish(study, desk.clock)
    desk.clock.go(days=60)
    assert study.summary().ahead == (4, 0, 0, 0, 0, 0, 0)
    study.limits = Limits(reviews=3)
    assert study.summary().ahead[0] == 3


def test_seen_counts_the_cards_of_each_concept_that_were_answered(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=3, gru=2), limits=Limits(new=4))
    assert study.seen() == {}
    tools.finish(study, desk.clock)
    assert study.seen() == {"lstm": 3, "gru": 1}


def test_what_goes_deeper_waits_for_all_that_leads_to_the_goal(desk, tools):
    shelf = tools.Shelf()
    for name in ("cnn", "softmax", "attention"):
        shelf.add(name, tools.typed("deep", deeper=True), tools.typed("core"))
    needing(shelf, attention=["softmax"])
    study = desk.open(shelf)
    asked = list(dict.fromkeys(tools.finish(study, desk.clock)))
    assert asked == [f"{name}/{card}" for name in shelf.concepts for card in ("deep", "core")]

    study = desk.open(shelf, name="other.db")
    study.goals = (ConceptId("attention"),)
    asked = list(dict.fromkeys(tools.finish(study, desk.clock)))
    assert asked == [
        *("softmax/core", "attention/core"),
        *("softmax/deep", "attention/deep"),
        *("cnn/deep", "cnn/core"),
    ]


def test_a_sibling_does_not_move_up_when_the_day_is_drawn_up_anew(desk, tools):
    shelf = tools.Shelf()
    shelf.add("lstm", *(tools.typed(name) for name in ("gap~1", "gap~2", "other", "last")))
    study = desk.open(shelf)
    first = tools.question(study)
    tools.answer(study)
    again = desk.open(shelf)
    assert first.item.key == "lstm/gap~1"
    assert tools.question(again).item.key == "lstm/other"
