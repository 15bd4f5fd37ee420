"""Order, pairs, claims, single gaps and pictures in lines of text."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.core.study import Arranged, Given, Unreadable
from tutor.core.text import Language
from tutor.packs import open_library
from tutor.plain.arranged import letter, read_claim, read_order, read_pairs
from tutor.plain.review import PlainReview
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Study

SHOWN = (2, 0, 1)
"""Lines 2, 0 and 1 of the card are shown as 1, 2 and 3, or a, b and c."""


@pytest.mark.parametrize("line", ["2 3 1", "2,3,1", " 2; 3 ;1. ", "2-3-1", "2 → 3 → 1", "231"])
def test_an_order_is_read_by_shown_numbers(line: str) -> None:
    assert read_order(line, SHOWN) == Arranged((0, 1, 2))


@pytest.mark.parametrize("line", ["1 2", "1 2 2", "1 2 4", "0 1 2", "a b c", "12", "1 2 3 1"])
def test_what_is_no_order_is_unread(line: str) -> None:
    assert read_order(line, SHOWN) == Unreadable("order", {"lines": "3"})


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("b c a", (0, 1, 2)),
        ("B, C, A", (0, 1, 2)),
        ("bca", (0, 1, 2)),
        ("2 3 1", (0, 1, 2)),
        ("231", (0, 1, 2)),
        ("1b 2c 3a", (0, 1, 2)),
        ("3a 1b 2c", (0, 1, 2)),
        ("1-b, 3=a", (0, -1, 2)),
        ("b - a", (0, -1, 2)),
        ("- - -", (-1, -1, -1)),
    ],
)
def test_pairs_are_read_by_letters_or_numbers(line: str, places: tuple[int, ...]) -> None:
    assert read_pairs(line, SHOWN) == Arranged(places)


@pytest.mark.parametrize(
    "line", ["a b", "a a b", "a b d", "1a 1b", "4a", "a 2 x!", "0 1 2", "1a b"]
)
def test_what_is_no_pairing_is_unread(line: str) -> None:
    assert read_pairs(line, SHOWN) == Unreadable("pairs", {"pairs": "3"})


def test_right_sides_have_letters_and_then_numbers() -> None:
    assert [letter(0), letter(25), letter(26)] == ["a", "z", "27"]
    many = tuple(range(27))
    every = " ".join(map(letter, many))
    assert read_pairs(every, many) == Arranged(many)


@pytest.mark.parametrize(
    ("line", "expected"),
    [(line, True) for line in ("1", "t", "True", "y", "참", "o", "O", "예")]
    + [(line, False) for line in ("2", "f", "FALSE", "no", "거짓", "x", "아니요")],
)
def test_a_claim_is_answered_in_many_ways(line: str, expected: bool) -> None:
    assert read_claim(line) is expected


def test_any_other_word_about_a_claim_is_unread() -> None:
    assert read_claim("perhaps") == Unreadable("claim")


@pytest.mark.parametrize("read", [read_order, read_pairs])
def test_an_empty_line_gives_up(read) -> None:
    assert read(" ", SHOWN) == Arranged(())
    nothing: Given | Unreadable = read_claim("")
    assert nothing == ()


ORDER = """\
  - id: o
    ask: In which order?
    order: [first, second, third]
    image: {file: steps.png, alt: {en: Three steps, ko: 세 단계}}
"""
PAIRS = """\
  - id: p
    ask: What is what?
    pairs:
      - left: $\\sqrt{4}$
        right: two
      - {left: 1 + 2, right: three}
      - {left: 2 + 2, right: four}
"""
CLAIM = "  - {id: c, claim: {en: It grows., ko: 늘어납니다.}, holds: false}\n"
EACH = "  - {id: g, cloze: 'The {{query}} meets the {{key}}.', each: true}\n"
BACK = "  - {id: w, ask: gate, answer: door, reverse: true}\n"


class Room:
    """A deck of given cards, on which one sitting in lines after another is held."""

    def __init__(self, folder: Path, cards: str) -> None:
        (folder / "steps.png").write_bytes(b"png")
        deck = folder / "deck.yaml"
        deck.write_text(f"title: T\ncards:\n{cards}", encoding="utf-8")
        self.library = open_library((), None, [deck])
        assert self.library.faults == ()
        self.now = datetime(2026, 3, 2, 12, tzinfo=UTC)
        self.store = Store.open(folder / "tutor.db", self.clock)
        self.study = Study(self.library, self.store, Scheduler(), self.clock, random.Random(7))

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def sit(self, *lines: str, language: Language = "en") -> list[str]:
        said: list[str] = []
        self.study.language = language
        given = iter(lines)
        limit = len(lines) or None
        PlainReview(self.study, language, lambda: next(given, None), said.append, limit).run()
        return said


@pytest.fixture
def room(tmp_path: Path, request: pytest.FixtureRequest):
    room = Room(tmp_path, request.param)
    yield room
    room.store.close()


def shown(said: list[str]) -> dict[str, str]:
    """What stands behind each number or letter."""
    return dict(line.strip().split(". ", 1)[::-1] for line in said if line.startswith("  "))


@pytest.mark.parametrize("room", [ORDER], indirect=True)
def test_lines_are_put_in_order_by_their_numbers(room: Room, tmp_path: Path) -> None:
    said = room.sit()
    assert said[1:3] == ["In which order?", f"Picture: Three steps ({tmp_path / 'steps.png'})"]
    assert said[6] == "The numbers of the lines in the right order, as in 2 1 3:"
    numbers = shown(said)
    assert list(numbers) != ["first", "second", "third"]
    right = [numbers[name] for name in ("first", "second", "third")]
    assert "Right." in room.sit(" ".join(right))


@pytest.mark.parametrize("room", [ORDER], indirect=True)
def test_a_wrong_order_is_told_and_what_is_no_order_asked_again(room: Room) -> None:
    numbers = shown(room.sit())
    said = room.sit("1 1 1", " ".join(numbers[name] for name in ("second", "first", "third")))
    assert "Give each number from 1 to 3 once, in the right order, as in 2 1 3." in said
    assert "Partly right: 1 of 3." in said
    assert "Place 1: you put “second”; “first” belongs there." in said


@pytest.mark.parametrize("room", [PAIRS], indirect=True)
def test_pairs_are_matched_by_letters(room: Room) -> None:
    said = room.sit()
    assert said[2:5] == ["  1. √4", "  2. 1 + 2", "  3. 2 + 2"]
    letters = shown(said)
    said = room.sit(" ".join(letters[name] for name in ("two", "four", "three")))
    assert "Partly right: 1 of 3." in said
    assert "1 + 2: you chose “four”; right is “three”." in said


@pytest.mark.parametrize("room", [CLAIM], indirect=True)
def test_a_claim_is_shown_and_set_right(room: Room) -> None:
    said = room.sit("y", language="ko")
    assert said[1:3] == ["늘어납니다.", "1 참, 2 거짓:"]
    assert "이 진술은 거짓입니다." in said


@pytest.mark.parametrize("room", [EACH], indirect=True)
def test_a_gap_by_itself_is_asked_with_the_others_filled(room: Room) -> None:
    said = room.sit("query", "key")
    assert "The [___] meets the key." in said
    assert "The query meets the [___]." in said
    assert said.count("Right.") == 2


@pytest.mark.parametrize("room", [BACK], indirect=True)
def test_the_way_back_asks_the_answer_and_reveals_the_question(room: Room) -> None:
    said = room.sit("", "3", "", "3")
    first, second = (place for place, line in enumerate(said) if line == "Answer:")
    assert (said[1], said[first + 1]) == ("gate", "door")
    assert ("door" in said[first + 2 : second], said[second + 1]) == (True, "gate")
