"""Whatever the bytes of a file are, reading it gives faults and cards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.reading import read
from tests.packs.test_reading import FAULTS, GOOD
from tutor.core.cards import Concept
from tutor.core.faults import Fault
from tutor.packs.demos import read_demo_words
from tutor.packs.glossary import read_glossary
from tutor.packs.sources import Pack
from tutor.packs.style import check
from tutor.packs.tracks import read_tracks
from tutor.words.faults import fault_sentence

WORDS = st.sampled_from(
    [
        *("\n", "  ", "- ", ": ", "? ", "{", "}", "[", "]", ", ", "'", '"', "|\n", ">\n", "---\n"),
        *("&a ", "*a", "!!str ", "<<: ", "\t", "#", "$", "\\", "{{", "}}", "**", "\0", "\ufeff"),
        *("cards", "cards:\n", "  - ", "id", "ask", "answer", "choices", "number", "cloze", "en"),
        *("live", "formula", "draw", "generate: true\n", "@{", "attend.scaled", "demo: attend\n"),
        *("ko", "true", ".nan", "1e999", "가", "\u2028", "\U0001f600", "concept", "facts", "needs"),
    ]
)
FILES = [text if isinstance(text, bytes) else text.encode() for text, *_ in FAULTS.values()]


def sound(result: tuple[Concept | None, list[Fault]], data: bytes) -> None:
    concept, faults = result
    assert concept is not None or faults
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    for fault in faults:
        assert 1 <= fault.place.line <= lines
        assert fault.place.column >= 1
        for language in ("en", "ko"):
            assert "\n" not in fault_sentence(fault, language)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    sound(read(data), data)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_no_yaml_like_text_ends_in_a_traceback(text: str) -> None:
    sound(read(text), text.encode())
    under_cards = "cards:\n  - id: a\n    " + text
    sound(read(under_cards), under_cards.encode())


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([GOOD.encode(), *FILES]),
    st.lists(
        st.tuples(st.integers(0, 2000), st.integers(0, 30), WORDS | st.text(max_size=5)),
        min_size=1,
        max_size=4,
    ),
)
def test_no_changed_file_ends_in_a_traceback(
    data: bytes, changes: list[tuple[int, int, str]]
) -> None:
    for at, length, new in changes:
        place = at % (len(data) + 1)
        data = data[:place] + new.encode("utf-8", "surrogatepass") + data[place + length :]
    sound(read(data), data)


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_neither_a_demos_words_nor_the_check_end_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "never"
    (folder / "demos").mkdir(parents=True, exist_ok=True)
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / "a.yaml").write_text(text, encoding="utf-8")
    (folder / "demos" / "a.yaml").write_text(text, encoding="utf-8")
    read_demo_words(folder / "demos" / "a.yaml")
    check([Pack("bundled", folder, trusted=True)])


GLOSSARY = """\
- en: sampling rate
  ko: 표본화율
  means: {en: How often., ko: 얼마나 자주.}
  concept: sampling
  also: {en: [sample rate], ko: [표본화 주파수]}
  not: {ko: [샘플링 레이트]}
  strict: true
- {en: tone, ko: 음, means: A sound.}
"""
TRACKS = "signals: {en: Signals, ko: 신호}\nconvolution: Convolution\n"
CHANGES = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 30), WORDS | st.text(max_size=5)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([GLOSSARY, TRACKS]), CHANGES | st.binary(max_size=300))
def test_neither_glossary_nor_tracks_end_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory,
    sound: str,
    changes: list[tuple[int, int, str]] | bytes,
) -> None:
    data = sound.encode() if isinstance(changes, list) else changes
    for at, length, new in changes if isinstance(changes, list) else ():
        place = at % (len(data) + 1)
        data = data[:place] + new.encode("utf-8", "surrogatepass") + data[place + length :]
    folder = tmp_path_factory.getbasetemp() / "beside"
    (folder / "content").mkdir(parents=True, exist_ok=True)
    pack = Pack("own", folder, trusted=True)
    for name in ("glossary.yaml", "tracks.yaml"):
        (folder / "content" / name).write_bytes(data)
    glossary, tracks = read_glossary(pack), read_tracks(pack, None)
    for fault in (*glossary.faults, *tracks.faults, *check([pack])):
        assert fault.place.line >= 1
        for language in ("en", "ko"):
            assert "\n" not in fault_sentence(fault, language)
