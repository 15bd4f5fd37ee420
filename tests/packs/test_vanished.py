"""Cards that have gone, and the new ones that look as if they were the same."""

from pathlib import Path

import pytest

from tutor.core.cards import CardKey
from tutor.packs import Pack, open_library
from tutor.packs.concepts import Source
from tutor.packs.fixing import CannotFixError, with_was
from tutor.packs.library import Library
from tutor.packs.vanished import forget_vanished, likely_moves

GATE = "What does the forget gate of an LSTM decide?"


class Deck:
    """One file of a pack, read through a cache as at each start of the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "content"
        self.folder.mkdir()
        self.packs = [Pack("own", folder, trusted=True)]
        self.cache: dict[str, bytes] = {}

    def write(self, name: str, **cards: str) -> Library:
        rows = [f"  - {{id: {key}, ask: '{ask}', answer: That}}\n" for key, ask in cards.items()]
        (self.folder / f"{name}.yaml").write_text("cards:\n" + "".join(rows), encoding="utf-8")
        return self.read()

    def read(self) -> Library:
        return open_library(self.packs, self.cache)

    def moves(self, *learnt: str) -> list[tuple[str, str]]:
        found = likely_moves(self.cache, self.read(), lambda key: key in learnt)
        return [(move.former, move.item.key) for move in found]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return Deck(tmp_path)


def test_a_card_with_another_id_may_be_the_same(deck: Deck) -> None:
    deck.write("a", old=GATE, other="Which?")
    deck.write("a", new=GATE, other="Which?")
    assert deck.moves("a/old", "a/other") == [("a/old", "a/new")]


def test_so_may_one_that_was_reworded_or_moved_to_another_file(deck: Deck) -> None:
    deck.write("a", old=GATE, other="Which?")
    deck.write("b", new="What does the forget gate of the LSTM cell decide?")
    deck.write("a", other="Which?")
    assert deck.moves("a/old", "a/other") == [("a/old", "b/new")]


def test_a_renamed_file_moves_all_its_cards(deck: Deck) -> None:
    asks = {"one": GATE, "two": "What does a padding mask hide from the softmax?"}
    deck.write("a", **asks)
    (deck.folder / "a.yaml").rename(deck.folder / "b.yaml")
    assert deck.moves("a/one", "a/two") == [("a/one", "b/one"), ("a/two", "b/two")]


def test_what_was_never_learnt_is_not_asked_about(deck: Deck) -> None:
    deck.write("a", old=GATE)
    deck.write("a", new=GATE)
    assert deck.moves() == []


def test_a_card_that_has_a_history_of_its_own_is_no_new_card(deck: Deck) -> None:
    deck.write("a", old=GATE, other=GATE.lower())
    deck.write("a", other=GATE.lower())
    assert deck.moves("a/old", "a/other") == []


def test_another_question_is_another_card(deck: Deck) -> None:
    deck.write("a", old=GATE)
    deck.write("a", new="How many heads has the base model of the paper?")
    assert deck.moves("a/old") == []


def test_a_card_that_is_back_is_not_asked_about(deck: Deck) -> None:
    deck.write("a", old=GATE)
    deck.write("a", new=GATE)
    deck.write("a", old=GATE, new=GATE)
    assert deck.moves("a/old") == []


def test_it_is_asked_until_it_is_answered_however_often_the_files_are_read(deck: Deck) -> None:
    deck.write("a", old=GATE)
    deck.write("a", new=GATE)
    deck.write("b", third="Else?")
    assert deck.moves("a/old") == [("a/old", "a/new")]
    forget_vanished(deck.cache, [CardKey("a/old")])
    assert deck.moves("a/old") == []


def test_a_lost_part_of_what_was_kept_disturbs_nothing(deck: Deck) -> None:
    deck.write("a", old=GATE)
    for name in [name for name in deck.cache if ":" in name]:
        del deck.cache[name]
    deck.write("a", new=GATE)
    assert deck.moves("a/old") == []


DECK = b"# mine\ncards:\n- id: b   # new\n  ask: x\n  answer: y\n- {id: c, ask: z, answer: y}\n"


def test_was_is_written_and_all_else_stays() -> None:
    fixed = with_was(DECK, Source("d.yaml", "", ""), {"b": "d/a", "c": "e/c"})
    assert fixed.replace(b"was: d/a\n  ", b"").replace(b"was: e/c, ", b"") == DECK


def test_was_is_not_written_where_there_is_no_such_card() -> None:
    with pytest.raises(CannotFixError):
        with_was(DECK, Source("d.yaml", "", ""), {"gone": "d/a"})


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("was: x/y", "was: [d/a, x/y]"),
        ("was: [x/y, x/z]", "was: [d/a, x/y, x/z]"),
    ],
)
def test_a_card_that_was_renamed_twice_keeps_both_histories(written: str, then: str) -> None:
    deck = f"# mine\ncards:\n  - id: b\n    {written}   # once\n    ask: x\n    answer: y\n"
    fixed = with_was(deck.encode(), Source("d.yaml", "", ""), {"b": "d/a"})
    assert fixed.decode() == deck.replace(written, then)


def test_all_names_that_a_card_had_lead_to_it(deck: Deck) -> None:
    deck.write("a", other="Which?")
    text = "cards:\n  - {id: c, was: [a/b, a/a], ask: x, answer: y}\n"
    (deck.folder / "b.yaml").write_text(text, encoding="utf-8")
    assert dict(deck.read().aliases) == {"a/b": "b/c", "a/a": "b/c"}
