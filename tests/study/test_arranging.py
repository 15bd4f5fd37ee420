"""Cards that are answered by arranging, and claims: judged, shuffled, recorded."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.core.cards import Choice, Choices, Claim, Cloze, Order, Pair, Pairs, Recall
from tutor.core.log import Grade
from tutor.core.study import Arranged, Mark, Unreadable, Verdict
from tutor.core.text import Words, in_language
from tutor.study.asking import shown_order
from tutor.study.judge import judge

ORDER = Order(id="o", ask="?", order=("one", "two", Words(en="three", ko="셋"), "four"))
PAIRS = Pairs(
    id="p",
    ask="?",
    pairs=(Pair(left="a", right="1"), Pair(left="b", right="2"), Pair(left="c", right="3")),
)
CLAIM = Claim(id="c", claim="It grows.", holds=True)


@pytest.mark.parametrize(
    ("places", "score", "grade"),
    [
        ((0, 1, 2, 3), 1, Grade.GOOD),
        ((0, 1, 3, 2), 0.5, Grade.HARD),
        ((3, 0, 1, 2), 0, Grade.AGAIN),
        ((), 0, Grade.AGAIN),
    ],
)
def test_an_order_is_worth_the_share_of_lines_in_their_places(places, score, grade):
    found = judge(ORDER, Arranged(places), "en")
    assert (found.score, found.suggested) == (score, grade)


def test_each_place_says_which_line_was_put_there_and_which_belongs_there():
    parts = judge(ORDER, Arranged((0, 2, 1, 3)), "en").parts
    assert [(part.index, part.mark, part.given, part.right) for part in parts] == [
        (0, Mark.RIGHT, "one", "one"),
        (1, Mark.WRONG, ORDER.order[2], "two"),
        (2, Mark.WRONG, "two", ORDER.order[2]),
        (3, Mark.RIGHT, "four", "four"),
    ]


@pytest.mark.parametrize("places", [(0, 1, 2), (0, 1, 2, 2), (0, 1, 2, 4), (0, 1, 2, -1)])
def test_an_arrangement_that_is_no_order_of_the_lines_is_not_wrong_but_unread(places):
    assert judge(ORDER, Arranged(places), "en") == Unreadable("order", {"lines": "4"})


@given(st.permutations(range(4)))
def test_every_order_is_judged_and_only_the_right_one_is_right(places):
    found = judge(ORDER, Arranged(tuple(places)), "ko")
    assert isinstance(found, Verdict)
    assert found.right == (list(places) == [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("places", "marks", "grade"),
    [
        ((0, 1, 2), [Mark.RIGHT] * 3, Grade.GOOD),
        ((0, 1, -1), [Mark.RIGHT, Mark.RIGHT, Mark.MISSED], Grade.HARD),
        ((0, 2, 1), [Mark.RIGHT, Mark.WRONG, Mark.WRONG], Grade.AGAIN),
        ((), [Mark.MISSED] * 3, Grade.AGAIN),
    ],
)
def test_pairs_are_judged_pair_by_pair(places, marks, grade):
    found = judge(PAIRS, Arranged(places), "en")
    assert [part.mark for part in found.parts] == marks
    assert found.score == pytest.approx(marks.count(Mark.RIGHT) / 3)
    assert found.suggested is grade


def test_a_wrong_pair_says_what_was_chosen_and_what_is_right():
    part = judge(PAIRS, Arranged((0, 2, -1)), "en").parts[1]
    assert (part.index, part.given, part.right) == (1, "3", "2")


@pytest.mark.parametrize("places", [(0, 1), (0, 0, 1), (0, 1, 3), (0, 1, -2)])
def test_right_sides_that_are_not_there_or_chosen_twice_are_unread(places):
    assert judge(PAIRS, Arranged(places), "en") == Unreadable("pairs", {"pairs": "3"})


@pytest.mark.parametrize("holds", [True, False])
def test_a_claim_is_right_or_wrong(holds):
    card = Claim(claim="It grows.", holds=holds)
    assert judge(card, holds, "en").suggested is Grade.GOOD
    wrong = judge(card, not holds, "en")
    assert (wrong.score, wrong.suggested) == (0, Grade.AGAIN)
    (part,) = wrong.parts
    assert in_language(part.given, "ko") == ("거짓" if holds else "참")
    assert in_language(part.right, "en") == ("true" if holds else "false")


def test_saying_nothing_of_a_claim_gives_up():
    found = judge(CLAIM, (), "en")
    assert (found.parts[0].mark, found.suggested) == (Mark.MISSED, Grade.AGAIN)


@pytest.mark.parametrize("given", [frozenset({1}), ("one",), True])
def test_an_order_is_not_answered_by_anything_but_an_arrangement(given):
    with pytest.raises(TypeError):
        judge(ORDER, given, "en")


@given(st.integers(0, 500), st.integers(3, 5))
def test_lines_never_stand_in_their_right_order_already(seed, count):
    card = Order(ask="?", order=tuple(map(str, range(count))))
    order = shown_order(card, Random(seed))
    assert sorted(order) == list(range(count))
    assert order != tuple(range(count))


def test_two_right_sides_may_stand_either_way():
    two = Pairs(ask="?", pairs=PAIRS.pairs[:2])
    assert {shown_order(two, Random(seed)) for seed in range(20)} == {(0, 1), (1, 0)}
    assert (0, 1, 2) not in {shown_order(PAIRS, Random(seed)) for seed in range(100)}


def test_only_what_is_chosen_from_is_shuffled():
    some = Choices(ask="?", choices=(Choice(text="a"), Choice(text="b")))
    assert sorted(shown_order(some, Random(1))) == [0, 1]
    for card in (CLAIM, Recall(ask="?", answer="!"), Cloze(cloze="{{a}}")):
        assert shown_order(card, Random(1)) == ()


def test_answers_to_all_of_them_are_kept_in_the_log(desk, tools):
    study = desk.open(tools.Shelf().add("kinds", ORDER, PAIRS, CLAIM))
    kept = []
    for given_answer in (Arranged((1, 0, 2, 3)), Arranged((2, -1, 0)), False):
        asked = tools.question(study)
        study.answer(asked, given_answer)
        (row,) = study.history(asked.item.key)
        kept.append((asked.item.card.id, row.payload["given"], row.payload["score"], row.grade))
    assert kept == [
        ("o", [1, 0, 2, 3], 0.5, Grade.HARD),
        ("p", [2, -1, 0], 0, Grade.AGAIN),
        ("c", [False], 0, Grade.AGAIN),
    ]


def test_the_shuffled_order_stays_while_the_question_does(desk, tools):
    study = desk.open(tools.Shelf().add("kinds", ORDER))
    first = tools.question(study)
    assert first.order
    assert tools.question(study) is first


def test_siblings_are_not_asked_one_after_the_other(desk, tools):
    cards = [tools.typed(name) for name in ("a~1", "a~2", "b", "c~1", "c~reverse")]
    study = desk.open(tools.Shelf().add("kinds", *cards))
    assert tools.finish(study, desk.clock)[:5] == [
        f"kinds/{name}" for name in ("a~1", "b", "c~1", "a~2", "c~reverse")
    ]
