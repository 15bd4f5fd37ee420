"""New cards written as YAML: whatever was typed is what is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.core.cards import Recall
from tutor.core.text import LANGUAGES
from tutor.packs import Pack, check, open_library
from tutor.packs.beginning import UnusableNameError, begun_deck, deck_file
from tutor.packs.concepts import Source, read_source
from tutor.packs.writing import FlawedCardError, NoRoomError, add_card, card_lines, name_for, scalar
from tutor.words import say

KINDS = ("answer", "accept", "cloze", "choices", "order", "pairs", "claim", "number", "live")
typed = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip)


@given(ask=typed, answer=typed)
def test_what_is_typed_is_what_is_asked(ask: str, answer: str) -> None:
    cut = card_lines({"id": "a", "ask": ask.strip(), "answer": answer.strip()})
    data = "\n".join(["cards:", *cut.lines, ""]).encode()
    concept = read_source(data, Source("d.yaml", "", "")).concept
    assert concept is not None
    (item,) = concept.items
    assert isinstance(item.card, Recall)
    normal = read_source(
        f"cards: [{{id: a, ask: {quoted(ask)}, answer: {quoted(answer)}}}]".encode(),
        Source("d.yaml", "", ""),
    ).concept
    assert normal is not None
    assert item.card == normal.items[0].card


def quoted(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


@pytest.mark.parametrize("text", ["plain", "what is it?", "x < y", "$\\sqrt{d_k}$"])
def test_an_innocent_text_needs_quotes_only_where_yaml_asks_for_them(text: str) -> None:
    assert scalar(text) == (text if text[0].isalnum() else quoted(text))


def test_a_card_goes_behind_the_last_one_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    former = b"# mine\ncards:\n- ask: one   # first\n  answer: 1\n  id: a\n\n# the end\n"
    file.write_bytes(former)
    item = add_card(file, b"", card_lines({"id": "b", "ask": "two", "answer": "2"}))
    assert item.card.id == "b"
    after = file.read_bytes()
    assert after.replace(b"- id: b\n  ask: two\n  answer: 2\n", b"") == former


def test_a_flawed_card_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    with pytest.raises(FlawedCardError) as error:
        add_card(file, b"cards:\n", card_lines({"id": "a", "ask": "x", "number": "many"}))
    assert error.value.faults
    assert not file.exists()


def test_cards_in_brackets_are_left_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(b"cards: [{id: a, ask: x, answer: y}]\n")
    with pytest.raises(NoRoomError):
        add_card(file, b"", card_lines({"id": "b", "ask": "x", "answer": "z"}))
    assert file.read_bytes() == b"cards: [{id: a, ask: x, answer: y}]\n"


def test_an_id_is_made_of_the_first_words_and_never_taken_twice() -> None:
    assert name_for("What is the scale, and why?", set()) == "what-is-the-scale-and"
    assert name_for("어텐션이란 무엇인가요?", set()) == "어텐션이란-무엇인가요"
    assert name_for("What?", {"what", "what-2"}) == "what-3"
    assert name_for("???", set()) == "card"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_new_deck_is_a_sound_card(tmp_path: Path, language: str) -> None:
    examples = [say(f"deck.{kind}", language) for kind in (*KINDS, "formula")]  # type: ignore[arg-type]
    own = tmp_path / "pack"
    file = deck_file(own, "first")
    begun = begun_deck(file, own, say("deck.head", language), examples).decode()  # type: ignore[arg-type]
    lines = []
    for line in begun.split("\n"):
        bare = line.removeprefix("  # ")
        remark = line.startswith("  # ") and not bare.startswith(("- ", "  "))
        lines.append(line if remark or bare == line else f"  {bare}")
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(lines), encoding="utf-8")
    packs = [Pack("own", own, trusted=True)]
    assert check(packs, others=[], trials=False) == []
    assert len(open_library(packs, None).items) == 10


@pytest.mark.parametrize("name", ["", "a/b/c", "../up", "con", "a:b", "end.", "a\x00b"])
def test_a_name_that_some_system_cannot_have_is_refused_with_a_better_one(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UnusableNameError) as error:
        deck_file(tmp_path, name)
    better = deck_file(tmp_path, error.value.better)
    assert better.is_relative_to(tmp_path / "content")
