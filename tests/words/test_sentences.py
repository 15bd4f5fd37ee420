from datetime import UTC, timedelta, timezone

import pytest

from tutor.core.cards import (
    AnyCard,
    Choice,
    Choices,
    Claim,
    Cloze,
    Number,
    Order,
    Pair,
    Pairs,
    Typed,
)
from tutor.core.log import Grade
from tutor.core.study import Arranged, Mark, Outcome, Part, Verdict
from tutor.core.text import Language, Words
from tutor.demo.errors import DemoError
from tutor.study.judge import judge
from tutor.words import clock_time, date_and_time, interval, verdict_lines
from tutor.words.demos import demo_sentence
from tutor.words.times import iso_time


@pytest.mark.parametrize(
    ("days", "minutes", "english", "korean"),
    [
        (0, 10, "10 m", "10분"),
        (0, 0.2, "1 m", "1분"),
        (0, 90, "1.5 h", "1.5시간"),
        (1, None, "1 d", "1일"),
        (30, None, "30 d", "30일"),
        (61, None, "2 mo", "2개월"),
        (76, None, "2.5 mo", "2.5개월"),
        (730, None, "2 y", "2년"),
    ],
)
def test_an_interval_is_short_enough_for_a_button(
    days: int, minutes: float | None, english: str, korean: str
) -> None:
    outcome = Outcome(Grade.GOOD, days, minutes)
    assert interval(outcome, "en") == english
    assert interval(outcome, "ko") == korean


def test_times_are_told_in_the_zone_that_is_asked_for() -> None:
    seoul = timezone(timedelta(hours=9))
    moment = 1_772_370_300_000  # 2026-03-01 13:05 UTC
    assert clock_time(moment, UTC) == "13:05"
    assert date_and_time(moment, seoul) == "2026-03-01 22:05"
    assert iso_time(moment, seoul) == "2026-03-01T22:05:00+09:00"


TYPED = Typed(ask="?", accept=("dot product",))
NUMBER = Number(ask="?", number="14")
CLOZE = Cloze(cloze="{{a}} {{b}}")
CHOICES = Choices(ask="?", choices=(Choice(text="yes", right=True), Choice(text="no")))


def verdict(score: float, *parts: Part) -> Verdict:
    return Verdict(score, parts, Grade.GOOD)


@pytest.mark.parametrize(
    ("card", "found", "language", "lines"),
    [
        (TYPED, verdict(1, Part(Mark.RIGHT, "dot product", "dot product")), "en", ["Right."]),
        (
            TYPED,
            verdict(1, Part(Mark.SPELLING, "dot prodct", "dot product")),
            "en",
            [
                "Right, but look at the spelling.",
                "You wrote dot prodct; it is spelt dot product.",
            ],
        ),
        (
            NUMBER,
            verdict(0, Part(Mark.WRONG, "1.75", "14")),
            "ko",
            ["틀렸습니다.", "1.75라고 답하셨습니다. 정답: 14"],
        ),
        (
            NUMBER,
            verdict(0, Part(Mark.MISSED, "", "14")),
            "en",
            ["Not right.", "Right is 14."],
        ),
        (
            CLOZE,
            verdict(0.5, Part(Mark.RIGHT, "a", "a"), Part(Mark.WRONG, "c", "b", index=1)),
            "en",
            ["Partly right.", "Gap 2: you gave c; right is b."],
        ),
        (
            CHOICES,
            verdict(
                0,
                Part(Mark.MISSED, "", "yes"),
                Part(Mark.WRONG, Words(en="no", ko="아니오"), "", why="It is.", index=1),
            ),
            "en",
            ["Not right.", "Right, but not chosen: yes", "Wrongly chosen: no. It is."],
        ),
    ],
)
def test_a_verdict_says_what_was_right_and_what_was_not(
    card: AnyCard, found: Verdict, language: Language, lines: list[str]
) -> None:
    assert verdict_lines(found, card, language) == lines


ORDER = Order(ask="?", order=("one", "two", "three", "four"))
PAIRS = Pairs(
    ask="?",
    pairs=(
        Pair(left="a", right="1"),
        Pair(left="b", right="2"),
        Pair(left=r"$\sqrt{c}$", right="3"),
    ),
)
NUMBERED = enumerate(("one", "two", "three", "four"), 1)
CLAIM = Claim(claim="It grows.", holds=False)


def arranged(card: AnyCard, *places: int) -> Verdict:
    found = judge(card, Arranged(places), "en")
    assert isinstance(found, Verdict)
    return found


@pytest.mark.parametrize(
    ("card", "found", "lines"),
    [
        (ORDER, arranged(ORDER, 0, 1, 2, 3), ["Right."]),
        (
            ORDER,
            arranged(ORDER, 0, 1, 3, 2),
            [
                "Partly right: 2 of 4.",
                "Place 3: you put “four”; “three” belongs there.",
                "Place 4: you put “three”; “four” belongs there.",
            ],
        ),
        (
            ORDER,
            arranged(ORDER, 3, 0, 1, 2),
            ["Not right.", "Only “four” is out of order: it belongs in place 4."],
        ),
        (
            ORDER,
            arranged(ORDER),
            ["Not right.", *(f"Place {n}: “{line}” belongs there." for n, line in NUMBERED)],
        ),
        (
            PAIRS,
            arranged(PAIRS, 0, 2, 1),
            [
                "Partly right: 1 of 3.",
                "b: you chose “3”; right is “2”.",
                "√c: you chose “2”; right is “3”.",
            ],
        ),
        (PAIRS, arranged(PAIRS, 0, 1, -1), ["Partly right: 2 of 3.", "√c: right is “3”."]),
    ],
)
def test_an_arrangement_is_told_what_stands_where_and_what_belongs_there(
    card: AnyCard, found: Verdict, lines: list[str]
) -> None:
    assert verdict_lines(found, card, "en") == lines


@pytest.mark.parametrize(
    ("language", "line"), [("en", "The claim is false."), ("ko", "이 진술은 거짓입니다.")]
)
def test_a_claim_judged_wrongly_is_set_right(language: Language, line: str) -> None:
    found = judge(CLAIM, True, "en")
    assert isinstance(found, Verdict)
    assert verdict_lines(found, CLAIM, language)[1:] == [line]


def test_formulas_of_a_verdict_are_set_on_one_line() -> None:
    part = Part(Mark.WRONG, "d", r"$\sqrt{d_k}$")
    assert "$" not in verdict_lines(verdict(0, part), TYPED, "en")[1]


def test_what_is_wrong_with_a_demo_names_place_and_what_was_meant() -> None:
    near = "; did you mean `attend`?"
    error = DemoError("no_demo", file="a.py", line=3, name="atend", near=near)
    assert demo_sentence(error, "en").startswith("a.py:3: ")
    assert "`attend`를 찾으셨나요?" in demo_sentence(error, "ko")
