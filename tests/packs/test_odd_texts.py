"""Files of every kind of odd text: read as they are meant, or refused in a line."""

import unicodedata

import pytest

from tests.packs.reading import cards_of, told
from tests.packs.test_reading import GOOD
from tutor.core.cards import Recall

DECK = "title: T\ncards:\n  - id: a\n    ask: q\n    answer: r\n"


def recall(data: str | bytes) -> Recall:
    card = cards_of(data)["a"]
    assert isinstance(card, Recall)
    assert told(data) == []
    return card


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_marks_of_other_systems_change_nothing(newline: str, bom: bytes) -> None:
    data = bom + GOOD.replace("\n", newline).encode()
    assert cards_of(data) == cards_of(GOOD)
    assert told(data) == told(GOOD)
    wrong = bom + DECK.replace("answer", "answr").replace("\n", newline).encode()
    assert told(wrong) == [("no-answer-key", 5, 5, "a")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949"])
def test_other_encodings_are_named_and_not_guessed(encoding: str) -> None:
    data = DECK.replace("T", "제목").encode(encoding)
    ((code, line, _, card),) = told(data)
    assert (code, card) in {("not-utf8", ""), ("control-character", "")}
    assert line == 1


def test_korean_letters_in_parts_are_the_same_letters() -> None:
    text = DECK.replace("ask: q", "ask: 어텐션이란").replace("answer: r", "answer: 각 값의 섞임")
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert recall(apart) == recall(text)


@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا", "a \u200fb", "\u2067x\u2069", "👩‍🔬 e\u0301"]
)
def test_text_from_right_to_left_and_joined_signs_stay_as_they_are(text: str) -> None:
    card = recall(DECK.replace("answer: r", f"answer: {text}"))
    assert card.answer == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x85", "\u2028", "\ufeff", "\x7f", "\uffff"])
def test_signs_that_nobody_sees_are_named_where_they_stand(sign: str) -> None:
    deck = DECK.replace("ask: q", f"ask: q{sign}") + "  - {id: b, ask: q, answer: r}\n"
    ((code, line, column, card),) = told(deck)
    assert (code, line, column, card) == ("control-character", 4, 11, "a")
    assert set(cards_of(deck)) == {"b"}
