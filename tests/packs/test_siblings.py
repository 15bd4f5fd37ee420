"""Cards of a file that are asked as several."""

from pathlib import Path

import pytest

from tutor.core.cards import Cloze, Recall
from tutor.core.cloze import gaps, gaps_only, one_gap
from tutor.core.text import Words
from tutor.packs import Library, Pack, open_library


def opened(tmp_path: Path, text: str) -> Library:
    content = tmp_path / "p" / "content"
    content.mkdir(parents=True)
    (content / "a.yaml").write_text(f"cards:\n{text}", encoding="utf-8")
    return open_library([Pack("p", tmp_path / "p", trusted=True)], None)


def test_each_gap_is_a_card_in_which_the_others_are_filled(tmp_path: Path) -> None:
    library = opened(
        tmp_path,
        "  - id: gates\n    hint: h\n    each: true\n    cloze:\n"
        "      en: The {{forget|erase}} gate and the {{input}} gate\n"
        "      ko: '{{망각}} 게이트와 {{입력}} 게이트'\n",
    )
    assert library.faults == ()
    assert {key: item.card for key, item in library.items.items()} == {
        "a/gates~1": Cloze(
            id="gates~1",
            hint="h",
            cloze=Words(
                en="The {{forget|erase}} gate and the input gate",
                ko="{{망각}} 게이트와 입력 게이트",
            ),
        ),
        "a/gates~2": Cloze(
            id="gates~2",
            hint="h",
            cloze=Words(
                en="The forget gate and the {{input}} gate",
                ko="망각 게이트와 {{입력}} 게이트",
            ),
        ),
    }
    assert [item.place.line for item in library.items.values()] == [2, 2]


def test_a_text_in_one_language_has_its_gaps_too(tmp_path: Path) -> None:
    text = "  - {id: g, each: true, cloze: {ko: '{{하나}}와 {{둘}}'}}\n"
    assert list(opened(tmp_path, text).items) == ["a/g~1", "a/g~2"]


def test_a_card_with_a_way_back_is_asked_both_ways(tmp_path: Path) -> None:
    library = opened(
        tmp_path,
        "  - {id: w, ask: word, answer: meaning, hint: h, because: b, reverse: true}\n",
    )
    assert [item.card for item in library.items.values()] == [
        Recall(id="w", ask="word", answer="meaning", hint="h", because="b"),
        Recall(id="w~reverse", ask="meaning", answer="word", because="b"),
    ]
    assert list(library.items) == ["a/w", "a/w~reverse"]


def test_the_history_of_a_renamed_card_follows_each_of_its_siblings(tmp_path: Path) -> None:
    library = opened(
        tmp_path,
        "  - {id: w, was: old/v, ask: q, answer: a, reverse: true}\n"
        "  - {id: g, was: a/f, cloze: '{{x}} {{y}}', each: true}\n",
    )
    assert library.faults == ()
    assert library.aliases == {
        "old/v": "a/w",
        "old/v~reverse": "a/w~reverse",
        "a/f~1": "a/g~1",
        "a/f~2": "a/g~2",
    }
    assert {name for item in library.items.values() for name in item.card.was} == set(
        library.aliases
    )


@pytest.mark.parametrize(
    "text",
    [
        r"{{a}} {{b|c}} {{d}}",
        r"$\sqrt{{{d_k}}}$ and {{$\frac{a}{b_{t}}$}}",
        r"{{$\sqrt{{{x}}}$}} or {{y}}",
    ],
)
def test_a_gap_by_itself_stays_the_only_one_and_the_same(text: str) -> None:
    every = gaps_only(text)
    for number, gap in enumerate(every, 1):
        assert gaps_only(one_gap(text, number)) == [gap]
    assert not any("{{" in piece for piece in gaps(one_gap(text, 1)) if isinstance(piece, str))
