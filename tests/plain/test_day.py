"""The end of a day, its limits, undo and marks in lines of text."""

import pytest

from tests.plain.conftest import Desk
from tutor.study import Limits


def ask_only(desk: Desk, *cards: str) -> None:
    for key in desk.study.library.items:
        if key.partition("/")[2] not in cards:
            desk.study.suspend(key)


def test_the_end_says_what_was_learnt_and_what_comes(desk: Desk) -> None:
    ask_only(desk, "typed")
    desk.sit("", "attention", "=4")
    at = desk.said.index("Learnt:")
    assert desk.said[at - 1 : at + 2] == [
        "1 answer, 1 learnt.",
        "Learnt:",
        "  A small deck: Which word?",
    ]
    desk.now[0] = desk.now[0].replace(month=7)
    desk.sit("attention")
    assert "1 answer, 1 held." in desk.said
    assert "Learnt:" not in desk.said


def test_the_end_is_told_once_also_where_the_last_answer_is_graded_anew(desk: Desk) -> None:
    ask_only(desk, "typed")
    desk.sit("", "attention", "=4", "=3", "=4")
    assert desk.said.count("Learnt:") == 1


def test_a_day_without_an_answer_is_not_summed_up(desk: Desk) -> None:
    ask_only(desk)
    desk.sit()
    assert desk.said == ["Nothing more to ask today.", "0 answered, 0 right."]


def test_a_card_that_slipped_is_named_so_that_it_can_be_shown(desk: Desk) -> None:
    ask_only(desk, "typed")
    desk.sit("", "attention", "=4")
    desk.now[0] = desk.now[0].replace(month=7)
    desk.sit("relu", "attention")
    at = desk.said.index("Slipped:")
    assert "1 slipped" in desk.said[at - 1]
    assert desk.said[at + 1] == "  A small deck: Which word?  (small/typed)"
    assert "tutor show CARD" in desk.said[at + 2]


@pytest.mark.parametrize("more", ["m", "ㅡ"])
def test_new_cards_that_the_limit_holds_back_can_be_had(desk: Desk, more: str) -> None:
    desk.study.limits = Limits(new=1)
    desk.sit("", "", "4", more, "attention")
    assert "Today's limit holds back 4 new cards." in desk.said
    assert "m: 4 more new cards today" in desk.said
    assert desk.grades("typed") == [3]


def test_the_rest_of_the_reviews_can_be_had(desk: Desk) -> None:
    desk.sit("", "", "4", "attention", "=4", "query; key", "=4", limit=3)
    desk.now[0] = desk.now[0].replace(month=7)
    desk.study.limits = Limits(new=0, reviews=1)
    desk.sit("", "4", "r", "attention", "attention", "query; key", "attention")
    assert "Today's limits hold back 2 new cards and 2 reviews." in desk.said
    assert "r: 2 more reviews today" in desk.said


def test_an_empty_line_at_the_limit_ends_the_day(desk: Desk) -> None:
    desk.study.limits = Limits(new=1)
    assert desk.sit("", "", "4", "", "attention")
    assert desk.answers() == 1


def test_each_thing_taken_back_is_named(desk: Desk) -> None:
    desk.sit("", "*", "", "2", "u", "u", "u")
    said = [line for line in desk.said if line.startswith("Taken back")]
    assert said == [
        "Taken back: Hard on “A small deck: What is √16?”",
        "Taken back: the flag on “A small deck: What is √16?”",
        "Taken back: the lesson “A small deck” counts as unread again.",
    ]


def test_it_is_named_in_korean_too(desk: Desk) -> None:
    desk.sit("", "-", "u", "@", "u", language="ko")
    said = [line for line in desk.said if line.startswith("되돌렸습니다")]
    assert said == [
        "되돌렸습니다: ‘작은 덱: What is √16?’ 카드를 내일로 미루지 않습니다.",
        "되돌렸습니다: ‘작은 덱: What is √16?’ 카드를 다시 묻습니다.",
    ]


def test_marks_are_set_by_a_line(desk: Desk) -> None:
    desk.sit("", "*", "-", "@")
    items = desk.study.library.items
    flagged = [key for key in items if desk.study.flagged(key)]
    assert flagged == ["small/recalled"]
    assert [key for key in items if desk.study.suspended(key)] == ["small/typed"]
    assert "Left until tomorrow (u takes it back)." in desk.said


def test_a_space_makes_a_mark_an_answer(desk: Desk) -> None:
    desk.sit("", "", "4", " *", limit=2)
    assert desk.grades("typed") == [1]


def test_the_history_of_a_card_is_told(desk: Desk) -> None:
    ask_only(desk, "typed")
    desk.sit("", "=i", "attention", "=i")
    assert "Not answered yet." in desk.said
    assert any(line.endswith("Good  attention") for line in desk.said)
