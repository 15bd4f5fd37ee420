"""Cards and days named in few words."""

import pytest

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, RowKind
from tutor.core.study import DayDone, Tomorrow
from tutor.maths import cells
from tutor.words.day import held_line, more_new, tomorrow_line
from tutor.words.given import given_text
from tutor.words.titles import clipped


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one, two", 6, "one…"),
        ("unbreakable", 6, "unbre…"),
        ("a unbreakable", 8, "a unbre…"),
        ("점수를 왜 나누나요", 12, "점수를 왜…"),
    ],
)
def test_a_text_is_clipped_between_words_where_that_keeps_half_of_it(text, most, short):
    assert clipped(text, most) == short
    assert cells(clipped(text, most)) <= most


def test_what_limits_hold_back_is_said_only_where_they_do():
    assert held_line(DayDone(3, 0, None), "en") == ""
    one = DayDone(3, 0, None, held_new=1)
    assert held_line(one, "en") == "Today's limit holds back 1 new card."
    both = DayDone(3, 0, None, held_new=9, held_due=2)
    assert held_line(both, "ko") == "새 카드 9장과 복습 2장이 오늘 한도를 넘어 남아 있습니다."
    assert (more_new(one), more_new(both)) == (1, 5)


def test_tomorrow_is_said_without_zeros():
    assert tomorrow_line(Tomorrow(due=0, new=0), "en") == ""
    assert tomorrow_line(Tomorrow(due=1, new=0), "en") == "Tomorrow: 1 review."
    assert tomorrow_line(Tomorrow(due=0, new=2), "en") == "Tomorrow: 2 new cards."
    assert tomorrow_line(Tomorrow(due=3, new=1), "en") == "Tomorrow: 3 reviews and 1 new card."


def test_what_no_card_can_have_been_given_is_not_told():
    for given in (None, 3, [None], [1, 2]):
        row = LogRow(
            id=b"\0" * 16,
            device="d",
            at=0,
            offset=0,
            kind=RowKind.ANSWER,
            card=CardKey("c/x"),
            grade=Grade.GOOD,
            payload={"given": given},
        )
        assert given_text(row, None, "en") == ""
