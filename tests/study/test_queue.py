from itertools import pairwise

import pytest

from tutor.core.log import Grade, Phase
from tutor.core.study import DayDone, Lesson, Question
from tutor.study import Limits


def test_the_lesson_comes_before_the_first_card_of_its_concept_and_only_once(desk, tools):
    study = desk.open(tools.Shelf.of(lesson="Read me.", softmax=2))
    lesson = study.next()
    assert isinstance(lesson, Lesson)
    assert study.next() == lesson
    study.read(lesson)
    assert isinstance(study.next(), Question)
    tools.answer(study)
    assert isinstance(study.next(), Question)
    assert isinstance(desk.open(study.library).next(), Question)


def test_new_cards_come_in_library_order_up_to_the_days_limit(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=2, attention=4), limits=Limits(new=3))
    assert study.today().new == 3
    keys = tools.finish(study, desk.clock)
    assert list(dict.fromkeys(keys)) == ["softmax/c0", "softmax/c1", "attention/c0"]
    assert study.today().new == 0
    desk.clock.go(days=1)
    assert study.today().new == 3


def test_the_limit_counts_what_an_earlier_sitting_of_the_day_introduced(desk, tools):
    shelf = tools.Shelf.of(softmax=5)
    tools.answer(desk.open(shelf, limits=Limits(new=2)))
    assert desk.open(shelf, limits=Limits(new=2)).today().new == 1


def test_reviews_stop_at_the_days_limit(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=5), limits=Limits(new=5, reviews=2))
    tools.finish(study, desk.clock)
    desk.clock.go(days=30)
    assert study.today().due == 2
    assert len(tools.finish(study, desk.clock)) == 2
    assert study.today().due == 0


def test_the_likeliest_forgotten_reviews_come_first_and_stay_within_the_limit(desk, tools):
    shelf = tools.Shelf().add("gru", *(tools.recall(name) for name in "abcd"))
    study = desk.open(shelf)
    for _ in shelf.items:
        study.grade(tools.question(study), Grade.EASY)
        desk.clock.go(days=1)
    desk.clock.go(days=60)
    study = desk.open(shelf, limits=Limits(reviews=3))
    asked = []
    while not isinstance(study.next(), DayDone):
        asked.append(tools.question(study).item.key)
        study.grade(tools.question(study), Grade.EASY)
    assert asked == ["gru/a", "gru/b", "gru/c"]


def test_reviews_are_ordered_by_falling_risk_and_mixed_across_concepts(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=3, gru=3), limits=Limits(new=6))
    tools.finish(study, desk.clock)
    desk.clock.go(days=40)
    keys = tools.finish(study, desk.clock)
    concepts = [key.partition("/")[0] for key in keys]
    assert all(one != other for one, other in pairwise(concepts))


def test_siblings_are_spread_within_their_concept(desk, tools):
    shelf = tools.Shelf().add(
        "lstm", *(tools.typed(name) for name in ("gates~1", "gates~2", "cell", "state"))
    )
    shelf.add("gru", tools.typed("reset"))
    keys = list(dict.fromkeys(tools.finish(desk.open(shelf), desk.clock)))
    assert keys == ["lstm/gates~1", "lstm/cell", "lstm/state", "lstm/gates~2", "gru/reset"]


def test_a_learning_card_returns_today_before_new_ones_once_its_step_has_ended(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=3))
    first, _ = tools.answer(study)
    assert tools.question(study).item.key != first.item.key
    desk.clock.go(minutes=10)
    again = tools.question(study)
    assert again.item.key == first.item.key
    assert again.phase is Phase.LEARNING


def test_a_learning_card_is_pulled_forward_when_nothing_else_is_left(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=1))
    first, _ = tools.answer(study)
    assert tools.question(study).item.key == first.item.key


def test_a_wrong_answer_brings_the_card_back_today(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=2))
    tools.finish(study, desk.clock)
    desk.clock.go(days=30)
    first, _ = tools.answer(study, "no")
    tools.answer(study)
    back = tools.question(study)
    assert back.item.key == first.item.key
    assert back.phase is Phase.RELEARNING
    assert study.memory(back.item.key).lapses == 1


def test_the_day_is_done_when_all_is_answered(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=2))
    tools.finish(study, desk.clock)
    assert study.next() == DayDone(answered=4, waiting=0, next_at=None)
    today = study.today()
    assert (today.new, today.learning, today.due, today.answered) == (0, 0, 0, 4)
    assert today.next_due > desk.clock().timestamp() * 1000


def test_a_step_across_the_rollover_waits_for_the_next_day(desk, tools):
    desk.clock.now = desk.clock.now.replace(hour=3, minute=55)
    study = desk.open(tools.Shelf.of(softmax=1))
    tools.answer(study)
    assert isinstance(study.next(), DayDone)
    desk.clock.go(minutes=6)
    assert tools.question(study).phase is Phase.LEARNING


def test_a_clock_set_back_does_not_keep_a_learning_card_away(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=1))
    tools.answer(study)
    desk.clock.go(hours=-3)
    assert tools.question(study).phase is Phase.LEARNING
    tools.answer(study)
    assert isinstance(study.next(), DayDone)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Seoul"])
def test_counts_begin_anew_at_the_rollover_on_days_of_a_clock_change(desk, tools, zone):
    desk.clock.__init__(zone=zone)
    for month, day in ((3, 28), (10, 24)):
        desk.clock.now = desk.clock.now.replace(month=month, day=day, hour=22)
        study = desk.open(tools.Shelf.of(softmax=3), name=f"{month}.db")
        tools.answer(study)
        desk.clock.now = desk.clock.now.replace(day=day + 1, hour=3, minute=59)
        assert study.today().answered == 1
        desk.clock.now = desk.clock.now.replace(hour=4, minute=0)
        assert study.today().answered == 0


def test_a_suspended_card_is_left_out_until_it_is_wanted_again(desk, tools):
    shelf = tools.Shelf().add("gru", tools.typed("a"), tools.typed("b", suspended=True))
    study = desk.open(shelf)
    assert study.today().new == 1
    assert study.suspend("gru/a") is True
    assert isinstance(study.next(), DayDone)
    assert study.suspend("gru/b") is False
    assert tools.question(study).item.key == "gru/b"
    assert tools.question(desk.open(shelf)).item.key == "gru/b"


def test_a_buried_card_comes_back_on_the_next_study_day(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    study.bury("gru/c0")
    assert isinstance(study.next(), DayDone)
    desk.clock.go(days=1)
    assert isinstance(study.next(), Question)


def test_only_the_chosen_concepts_are_asked(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=2, gru=2))
    study.keep_to({"gru"})
    assert {key.partition("/")[0] for key in tools.finish(study, desk.clock)} == {"gru"}
    study.keep_to(None)
    assert study.today().new == 2


def test_decks_count_what_the_day_holds_of_each_concept(desk, tools):
    study = desk.open(tools.Shelf.of(lstm=2, gru=3), limits=Limits(new=3))
    tools.answer(study)
    lstm, gru = study.today().decks
    assert (lstm.concept, lstm.cards, lstm.new, lstm.learning) == ("lstm", 2, 1, 1)
    assert (gru.cards, gru.new, gru.due) == (3, 1, 0)


def test_choices_are_shuffled_and_a_question_stays_the_same_until_it_is_answered(desk, tools):
    shelf = tools.Shelf().add(
        "gru", *(tools.choices(f"c{n}", (True,) + (False,) * 5) for n in range(5))
    )
    study = desk.open(shelf, seed=7)
    orders = set()
    for _ in range(5):
        question = tools.question(study)
        assert study.next() is question
        assert sorted(question.order) == list(range(6))
        orders.add(question.order)
        study.answer(question, frozenset({0}))
    assert len(orders) > 1
