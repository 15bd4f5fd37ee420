"""A card as it was last asked."""

from datetime import UTC, datetime

import pytest

from tutor.core.cards import (
    CardKey,
    Choice,
    Choices,
    Claim,
    Cloze,
    Concept,
    ConceptId,
    Item,
    Number,
    Order,
    Pair,
    Pairs,
    Place,
    Recall,
    Typed,
)
from tutor.core.log import Grade, LogRow, RowKind
from tutor.core.study import Arranged
from tutor.study.looking_back import given_of, last_answer, look_back, right_of

PLACE = Place("a.yaml", 1, 1)
CHOICES = Choices(ask="?", choices=(Choice(text="a"), Choice(text="b", right=True)))
ORDER = Order(ask="?", order=("a", "b", "c"))
PAIRS = Pairs(ask="?", pairs=(Pair(left="a", right="b"), Pair(left="c", right="d")))
CARDS = {
    "typed": (Typed(ask="?", accept=("yes", "y")), ("yes",)),
    "cloze": (Cloze(cloze="{{a|b}} and {{c}}"), ("a", "c")),
    "choices": (CHOICES, frozenset({1})),
    "order": (ORDER, Arranged((0, 1, 2))),
    "pairs": (PAIRS, Arranged((0, 1))),
    "claim": (Claim(claim="So.", holds=False), False),
    "number": (Number(ask="?", number="14"), ("14",)),
}


def row(given, grade=Grade.AGAIN, kind=RowKind.ANSWER, **payload):
    at = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp() * 1000)
    details = {"given": given, **payload}
    return LogRow(
        id=b"\0" * 16,
        device="d",
        at=at,
        offset=0,
        kind=kind,
        card=CardKey("c/x"),
        grade=grade,
        payload=details,
    )


def looked(card, last=None):
    item = Item(CardKey("c/x"), ConceptId("c"), card, PLACE)
    concept = Concept(
        id=ConceptId("c"), title="C", pack="p", track="", place=PLACE, facts={}, items=(item,)
    )
    return look_back(item, concept, last, no_demo, "en")


def no_demo(name):
    raise AssertionError(name)


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_without_an_answer_is_shown_with_the_right_one(kind):
    card, right = CARDS[kind]
    found = looked(card)
    assert right_of(card, "en") == right
    assert (found.given, found.row) == (right, None)
    assert found.verdict.right


WRONG = {
    "typed": ["no"],
    "cloze": ["a", "x"],
    "choices": [0],
    "order": [1, 0, 2],
    "pairs": [1, 0],
    "claim": [True],
    "number": ["15"],
}


@pytest.mark.parametrize("kind", WRONG)
def test_an_answer_is_judged_again_as_it_was_given(kind):
    last = row(WRONG[kind])
    found = looked(CARDS[kind][0], last)
    assert found.row is last
    assert not found.verdict.right


def test_lines_stand_as_they_were_put():
    assert looked(ORDER, row([2, 0, 1])).question.order == (2, 0, 1)


def test_a_card_that_one_grades_oneself_has_no_verdict():
    last = row(None, Grade.HARD)
    found = looked(Recall(ask="?", answer="!"), last)
    assert (found.verdict, found.row) == (None, last)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("choices", [7]),
        ("choices", [True]),
        ("choices", [-1]),
        ("order", [0, 1]),
        ("order", [0, 1, -1]),
        ("order", [0, 1, 1]),
        ("claim", ["so"]),
        ("pairs", ["x", "y"]),
        ("pairs", [0, -2]),
        ("typed", []),
        ("typed", ["a", "c"]),
        ("number", ["a", "c"]),
    ],
)
def test_an_answer_that_makes_no_sense_for_the_card_of_now_is_not_shown(kind, given):
    card = CARDS[kind][0]
    assert given_of(row(given), card) is None
    assert looked(card, row(given)).verdict.right


def test_a_pair_that_was_left_open_stays_so():
    assert given_of(row([1, -1]), PAIRS) == Arranged((1, -1))


def test_the_last_slip_is_found_behind_later_answers():
    slip, later = row(["no"]), row(["yes"], Grade.GOOD)
    rows = [row(["no"]), slip, later, row(None, None, RowKind.FLAG)]
    assert last_answer(rows) is later
    assert last_answer(rows, slipped=True) is slip
    assert last_answer([later], slipped=True) is later
    assert last_answer([]) is None
