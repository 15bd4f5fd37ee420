"""Identities written into files, which stay byte for byte what they were elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.packs.concepts import Source, read_source
from tutor.packs.fixing import with_ids

SOURCE = Source("deck.yaml", "own", "")

DECK = """\
# my deck
title: 덱   # in Korean
cards:
  - ask: What is it?   # why not
    answer: "a thing"

  -
    # a dash of its own
    claim: It is so.
    holds: true
  - {ask: 한 줄, answer: '그렇다'}
  - id: mine
    ask: Has one.
    answer: yes
    # the end
  -   ask: Set apart.
      accept: [one,
               two]
"""


def without(data: bytes, ids: list[str]) -> bytes:
    """The file with every piece taken away that an id may have brought along."""
    text = data.decode("utf-8-sig")
    for name in ids:
        before, _, after = text.partition(f"id: {name}")
        text = before + after.lstrip(",").lstrip(" \r\n") if after[:1] in ",\r\n" else ""
    return text.encode()


def ids_in(data: bytes) -> list[str]:
    concept = read_source(data, SOURCE).concept
    assert concept is not None
    return [item.card.id for item in concept.items]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_cards_get_the_ids_they_had_and_all_else_stays(newline: str, bom: bytes) -> None:
    data = bom + DECK.replace("\n", newline).encode()
    fixed, count = with_ids(data, SOURCE)
    assert count == 4
    assert ids_in(fixed) == ids_in(data)
    assert not [fault for fault in read_source(fixed, SOURCE).faults if fault.code == "no-id"]
    assert fixed.startswith(bom)
    made = [name for name in ids_in(data) if name != "mine"]
    assert without(fixed, made) == data.decode("utf-8-sig").encode()
    assert (b"\n" in fixed.replace(b"\r\n", b"")) is (newline == "\n")


def test_a_second_time_changes_nothing() -> None:
    fixed, _ = with_ids(DECK.encode(), SOURCE)
    assert with_ids(fixed, SOURCE) == (fixed, 0)


def test_a_broken_card_keeps_its_bytes_and_the_sound_ones_get_their_ids() -> None:
    data = DECK.replace("holds: true", "holds: [").encode()
    fixed, count = with_ids(data, SOURCE)
    assert count >= 1
    assert b"holds: [" in fixed


def test_a_file_that_is_no_deck_is_left_alone() -> None:
    for data in (b"", b"\xff\xfe", b"just text", b"cards: 7", b"- a\n- b\n"):
        assert with_ids(data, SOURCE) == (data, 0)


said = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="'"), min_size=1)


@given(
    cards=st.lists(st.tuples(said, said, st.sampled_from(["block", "flow", "alone"])), max_size=5),
    indent=st.sampled_from(["", "  ", "    "]),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_the_layout_the_cards_stay_what_they_are(
    cards: list[tuple[str, str, str]], indent: str, newline: str
) -> None:
    lines = ["cards:"]
    for ask, answer, layout in cards:
        if layout == "flow":
            lines.append(f"{indent}- {{ask: '{ask}', answer: '{answer}'}}")
        elif layout == "block":
            lines += [f"{indent}- ask: '{ask}'", f"{indent}  answer: '{answer}'"]
        else:
            lines += [f"{indent}-", f"{indent}  ask: '{ask}'", f"{indent}  answer: '{answer}'"]
    data = newline.join([*lines, ""]).encode()
    before = read_source(data, SOURCE).concept
    fixed, _ = with_ids(data, SOURCE)
    after = read_source(fixed, SOURCE).concept
    assert (before and [item.card for item in before.items]) == (
        after and [item.card for item in after.items]
    )
