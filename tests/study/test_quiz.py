from itertools import pairwise

import pytest

from tutor.core.cards import Cloze, Order
from tutor.core.log import Grade, Memory, Phase, RowKind
from tutor.core.study import Arranged, Unreadable
from tutor.demo import DemoError
from tutor.schedule import Scheduler
from tutor.study.selection import Plan, Selection, is_weak


def held(quiz, text="yes"):
    """Answer all that a quiz asks; the questions in their order."""
    asked = []
    while (question := quiz.next()) is not None:
        asked.append(question)
        quiz.answer(question, (text,))
    return asked


def shown(quiz):
    """What identifies each question of a quiz, answered wrongly."""
    return [(one.item.key, one.order, one.numbers) for one in held_of_any_kind(quiz)]


def held_of_any_kind(quiz):
    asked = []
    while (question := quiz.next()) is not None:
        asked.append(question)
        given = frozenset() if question.order else ("0",)
        quiz.answer(question, given)
    return asked


def keys(questions):
    return [question.item.key for question in questions]


@pytest.fixture
def mixed(desk, tools, chain):
    """A study of live cards, choices and typed ones; its seed for drawing seeds may differ."""
    shelf = tools.Shelf.of(plain=4)
    shelf.add("computed", *(tools.live(step, step) for step in ("half", "product")), demo="chain")
    shelf.add("picked", *(tools.choices(f"which{n}") for n in range(4)))

    def open_(seed=1, demos=lambda name: chain()):
        return desk.open(shelf, seed=seed, demos=demos)

    return open_


def test_a_seed_repeats_cards_order_shuffles_and_numbers(mixed):
    first = shown(mixed(seed=1).quiz(Plan(seed=7)))
    assert len(first) == 10
    assert any(numbers for _, _, numbers in first)
    assert shown(mixed(seed=2).quiz(Plan(seed=7))) == first
    assert shown(mixed(seed=1).quiz(Plan(seed=8))) != first


def test_a_seed_repeats_the_quiz_after_other_answers_too(mixed, tools):
    study = mixed()
    first = shown(study.quiz(Plan(seed=7, number=6)))
    shown(study.quiz(Plan(seed=3, counts=True)))
    assert shown(study.quiz(Plan(seed=7, number=6))) == first


def test_a_quiz_without_a_seed_draws_one_and_names_it(mixed):
    study = mixed()
    quiz, other = study.quiz(Plan()), study.quiz(Plan())
    assert quiz.seed != other.seed
    assert shown(study.quiz(Plan(seed=quiz.seed))) == shown(quiz)


def test_concepts_take_turns_and_siblings_stand_apart(desk, tools):
    shelf = tools.Shelf.of(softmax=6, lstm=6)
    shelf.add("gates", *(tools.typed(f"gate{n}~{m}") for n in range(3) for m in range(2)))
    asked = held(desk.open(shelf).quiz(Plan(seed=5, number=12)))
    concepts = [question.concept.id for question in asked]
    assert not any(one == other for one, other in pairwise(concepts))
    families = [key.partition("~")[0] for key in keys(asked) if "~" in key]
    assert families
    assert len(set(families)) == len(families)


def test_nothing_is_recorded_unless_it_counts(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=3))
    held(study.quiz(Plan(seed=1)), "no")
    assert not any(study.history(key) for key in study.library.items)
    assert study.today().new == 3


def test_a_quiz_that_counts_records_exactly_what_it_announced(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=1))
    quiz = study.quiz(Plan(seed=1, counts=True))
    question = quiz.next()
    announced = dict(question.outcomes)[Grade.GOOD]
    verdict = quiz.answer(question, ("yes",), seconds=3.0)
    (row,) = study.history(question.item.key)
    assert (row.kind, row.grade, row.payload["given"]) == (RowKind.ANSWER, Grade.GOOD, ["yes"])
    assert verdict.suggested is Grade.GOOD
    memory = study.memory(question.item.key)
    assert announced.minutes == (memory.due_at - memory.last_at) / 60_000
    quiz.grade(question, Grade.EASY)
    assert study.history(question.item.key)[-1].grade is Grade.EASY
    assert quiz.results().right == 1


def test_it_ends_after_its_number(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=9)).quiz(Plan(seed=1, number=4))
    assert quiz.total == 4
    assert len(held(quiz)) == 4
    assert (quiz.done, quiz.total) == (4, 4)


def test_when_the_time_is_over_the_question_of_now_is_the_last(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=9)).quiz(Plan(seed=1, minutes=2))
    assert quiz.seconds_left is None
    first = quiz.next()
    desk.clock.go(seconds=90)
    quiz.answer(first, ("yes",))
    second = quiz.next()
    assert quiz.seconds_left == 30
    desk.clock.go(minutes=5)
    assert quiz.next() is second
    quiz.answer(second, ("yes",))
    assert quiz.next() is None
    assert quiz.results().right == 2


def test_cards_are_chosen_by_concept_tag_and_kind(desk, tools):
    shelf = tools.Shelf.of(softmax=2)
    shelf.add("lstm", tools.typed("a", tags=("errata", "gates")), tools.recall("b"))
    shelf.add("gru", tools.choices("c"), tools.typed("d", tags=("gates",)))
    study = desk.open(shelf)

    def chosen(**wished):
        wished = {name: frozenset(values) for name, values in wished.items()}
        return [item.key for item in study.selected(Selection(**wished))]

    assert len(chosen()) == 6
    assert chosen(concepts=["lstm", "gru"], kinds=["answer", "choices"]) == ["lstm/b", "gru/c"]
    assert chosen(tags=["gates"]) == ["lstm/a", "gru/d"]
    assert chosen(tags=["gates", "errata"], concepts=["lstm"]) == ["lstm/a"]
    assert chosen(kinds=["claim"]) == []


def test_suspended_cards_are_left_out_and_flagged_ones_can_be_chosen(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=3))
    study.flag("softmax/c1")
    study.flag("softmax/c2")
    study.suspend("softmax/c2")
    assert [item.key for item in study.selected(Selection(flagged=True))] == ["softmax/c1"]


def test_what_can_be_chosen_is_looked_at_once_for_all_selections(desk, tools):
    shelf = tools.Shelf.of(softmax=2)
    shelf.add("lstm", tools.recall("gate"), tools.choices("which"))
    study = desk.open(shelf)
    study.flag("lstm/gate")
    study.suspend("softmax/c1")
    choosable = study.choosable()
    shelf.items.clear()
    wishes = {"flagged": True}, {"kinds": frozenset({"choices"})}, {"weak": True}, {}
    assert [choosable.fitting(Selection(**wish)) for wish in wishes] == [
        ["lstm/gate"],
        ["lstm/which"],
        [],
        ["softmax/c0", "lstm/gate", "lstm/which"],
    ]


def test_a_card_that_was_answered_wrongly_last_is_weak(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=3))
    tools.answer(study, "no")
    tools.answer(study, "yes")
    assert [item.key for item in study.selected(Selection(weak=True))] == ["softmax/c0"]


def memory(**keys):
    settled = {"phase": Phase.REVIEW, "step": 0, "stability": 40.0, "difficulty": 5.0}
    times = {"last_day": 100, "last_at": 0, "due_day": 140, "due_at": None, "reps": 9, "lapses": 0}
    return Memory(**{**settled, **times, **keys})


@pytest.mark.parametrize(
    ("known", "day", "weak"),
    [
        (memory(), 140, False),
        (memory(), 400, True),
        (memory(stability=400.0), 400, False),
        (memory(lapses=1, stability=10.0), 101, False),
        (memory(lapses=2, stability=10.0), 101, True),
        (memory(lapses=5, stability=90.0), 101, False),
        (memory(phase=Phase.RELEARNING), 100, True),
        (memory(phase=Phase.LEARNING, step=1), 100, False),
        (memory(phase=Phase.LEARNING, step=0), 100, True),
    ],
)
def test_weak_is_what_failed_last_is_often_forgotten_or_long_overdue(known, day, weak):
    assert is_weak(known, day, Scheduler(0.9)) is weak


def test_a_partial_answer_earns_its_share(desk, tools):
    lines = ("one", "two", "three", "four")
    shelf = tools.Shelf().add("lstm", Order(id="steps", ask="Order?", order=lines))
    quiz = desk.open(shelf).quiz(Plan(seed=1))
    quiz.answer(quiz.next(), Arranged((0, 1, 3, 2)))
    results = quiz.results()
    assert (results.right, results.share) == (0, 0.5)
    assert len(results.wrong) == 1


@pytest.mark.parametrize(
    ("grade", "hinted", "share"),
    [
        (Grade.AGAIN, False, 0.0),
        (Grade.HARD, False, 0.5),
        (Grade.GOOD, False, 1.0),
        (Grade.EASY, False, 1.0),
        (Grade.GOOD, True, 0.5),
    ],
)
def test_what_was_recalled_is_worth_what_its_grade_says(desk, tools, grade, hinted, share):
    quiz = desk.open(tools.Shelf().add("lstm", tools.recall("gate"))).quiz(Plan(seed=1))
    quiz.grade(quiz.next(), grade, hinted=hinted)
    assert quiz.results().share == share


def test_a_second_grade_takes_the_place_of_the_first(desk, tools):
    shelf = tools.Shelf().add("lstm", tools.recall("gate"), tools.recall("cell"))
    quiz = desk.open(shelf).quiz(Plan(seed=1))
    question = quiz.next()
    quiz.grade(question, Grade.AGAIN)
    quiz.grade(question, Grade.GOOD)
    assert (quiz.done, quiz.results().right) == (1, 1)


@pytest.mark.parametrize("counts", [False, True])
def test_a_second_grade_leaves_the_question_that_stands_by_now(desk, tools, counts):
    shelf = tools.Shelf().add("lstm", *(tools.recall(name) for name in ("gate", "cell", "peep")))
    quiz = desk.open(shelf).quiz(Plan(seed=1, counts=counts))
    first = quiz.next()
    quiz.grade(first, Grade.AGAIN)
    second = quiz.next()
    quiz.grade(first, Grade.GOOD)
    assert quiz.next() is second
    assert (quiz.done, quiz.total, quiz.results().right) == (1, 3, 1)
    quiz.grade(second, Grade.GOOD)
    assert quiz.next().item.key not in {first.item.key, second.item.key}


def test_an_answer_after_a_hint_is_half_right_at_most(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=1)).quiz(Plan(seed=1))
    verdict = quiz.answer(quiz.next(), ("yes",), hinted=True)
    assert verdict.suggested is Grade.HARD
    assert quiz.results().share == 0.5


def test_what_cannot_be_read_is_not_counted(desk, tools):
    shelf = tools.Shelf().add("lstm", Cloze(id="gap", cloze="The {{forget}} gate."))
    quiz = desk.open(shelf).quiz(Plan(seed=1))
    assert isinstance(quiz.answer(quiz.next(), ("forget", "output")), Unreadable)
    assert quiz.done == 0


def test_an_answer_that_was_judged_keeps_its_verdict(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=2)).quiz(Plan(seed=1))
    question = quiz.next()
    verdict = quiz.answer(question, ("no",))
    assert quiz.answer(question, ("yes",)) is verdict
    quiz.next()
    quiz.grade(question, Grade.EASY)
    assert quiz.results().right == 0


def test_only_the_question_of_now_can_be_answered(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=3)).quiz(Plan(seed=1))
    first = quiz.next()
    quiz.answer(first, ("yes",))
    quiz.answer(quiz.next(), ("yes",))
    with pytest.raises(ValueError, match="question of now"):
        quiz.answer(first, ("yes",))


def test_the_score_is_told_by_concept_the_weakest_first(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=2, lstm=3)).quiz(Plan(seed=1))
    while (question := quiz.next()) is not None:
        quiz.answer(question, ("yes" if question.concept.id == "softmax" else "no",))
    results = quiz.results()
    told = [(tally.concept.id, tally.asked, tally.right, tally.share) for tally in results.tallies]
    assert told == [("lstm", 3, 0, 0.0), ("softmax", 2, 2, 1.0)]
    assert results.share == pytest.approx(0.4)
    assert {one.question.concept.id for one in results.wrong} == {"lstm"}


@pytest.mark.parametrize("counts", [False, True])
def test_an_answer_taken_back_is_asked_again_with_the_same_numbers(mixed, counts):
    study = mixed()
    live = Selection(kinds=frozenset({"live"}))
    quiz = study.quiz(Plan(selection=live, seed=1, counts=counts))
    first = quiz.next()
    quiz.answer(first, ("0",))
    second = quiz.next()
    assert quiz.undo().question is first
    again = quiz.next()
    assert (again.item.key, again.numbers) == (first.item.key, first.numbers)
    assert (quiz.done, quiz.total) == (0, 2)
    assert study.history(first.item.key) == []
    quiz.answer(again, ("0",))
    after = quiz.next()
    assert (after.item.key, after.numbers) == (second.item.key, second.numbers)
    assert len(study.history(first.item.key)) == counts


def test_taking_a_counted_answer_back_leaves_marks_and_the_day_alone(desk, tools):
    study = desk.open(tools.Shelf.of(softmax=3))
    quizzes = (study.quiz(Plan(seed=seed, counts=True)) for seed in range(20))
    quiz = next(quiz for quiz in quizzes if quiz.next().item.key == "softmax/c2")
    question = quiz.next()
    quiz.answer(question, ("yes",))
    study.flag(question.item.key)
    quiz.undo()
    assert study.flagged(question.item.key)
    assert study.next().item.key == "softmax/c0"


def test_with_nothing_answered_there_is_nothing_to_take_back(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=1)).quiz(Plan(seed=1))
    quiz.next()
    assert quiz.undo() is None


def test_the_wrong_ones_are_taken_again_with_fresh_numbers(mixed):
    quiz = mixed().quiz(Plan(seed=1, number=7))
    while (question := quiz.next()) is not None:
        right = question.concept.id == "plain"
        quiz.answer(question, ("yes" if right else "0",) if not question.order else frozenset())
    wrong = {one.question.item.key: one.question.numbers for one in quiz.results().wrong}
    again = held_of_any_kind(quiz.again())
    assert sorted(keys(again)) == sorted(wrong)
    drawn = [one for one in again if one.numbers is not None]
    assert drawn
    assert all(one.numbers.inputs != wrong[one.item.key].inputs for one in drawn)


def test_the_wrong_ones_remember_the_plan_they_came_from(desk, tools):
    quiz = desk.open(tools.Shelf.of(softmax=5)).quiz(Plan(seed=1, number=2, minutes=9))
    held(quiz, "no")
    again = quiz.again()
    assert (again.plan.number, again.plan.minutes) == (None, None)
    held(again, "no")
    assert again.again().first == quiz.plan


def test_the_steps_of_a_walk_through_are_asked_one_by_one(desk, tools, chain):
    steps = ("total", "half", "product")
    walk = tools.live("way", *steps, ask="Go all the way.", because="So it goes.")
    shelf = tools.Shelf().add("computed", demo="chain", walks=[walk])
    quiz = desk.open(shelf, demos=lambda name: chain()).quiz(Plan(seed=1))
    asked = []
    while (question := quiz.next()) is not None:
        assert question.walk is None
        assert not question.item.card.ask
        assert quiz.answer(question, (tools.right(question),)).right
        asked.append(question.numbers)
    assert sorted(numbers.step for numbers in asked) == sorted(steps)
    assert len({numbers.inputs["a"] for numbers in asked}) > 1


def test_cards_whose_demo_does_not_work_make_room_for_others(mixed):
    def broken(name):
        raise DemoError("raised", error="it is broken")

    study = mixed(demos=broken)
    quiz = study.quiz(Plan(seed=1, number=8))
    assert len(shown(quiz)) == 8
    assert set(quiz.troubles) == {"computed/half", "computed/product"}
    assert not study.troubles


def test_a_quiz_aims_at_traps_by_its_seed(desk, tools, chain):
    card = tools.live("all", "product", ask="What is the product?")
    study = desk.open(tools.Shelf().add("computed", card, demo="chain"), demos=lambda name: chain())
    aims = {study.quiz(Plan(seed=seed)).next().numbers.aim for seed in range(12)}
    assert aims == {"doubled", "forgot-b", "times-b"}
