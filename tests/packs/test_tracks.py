"""A pack's tracks: their order of learning and their titles."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tutor.core.text import LANGUAGES, Words
from tutor.packs import Library, Pack, check, document, json_schema, open_library
from tutor.words.faults import fault_parts

ORDER = "zoo: {en: Animals, ko: 동물}\nart: Art\n"


def pack(
    root: Path, *files: str, tracks: str | None = ORDER, name: str = "p", needs: str = ""
) -> Pack:
    for file in files:
        path = root / "content" / f"{file}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"needs: [{needs}]\ncards:\n  - {{id: a, ask: q, answer: a}}\n", encoding="utf-8"
        )
    if tracks is not None:
        (root / "content").mkdir(parents=True, exist_ok=True)
        (root / "content" / "tracks.yaml").write_text(tracks, encoding="utf-8")
    return Pack(name, root, trusted=True)


def order(library: Library) -> list[str]:
    assert library.faults == ()
    return list(library.concepts)


def test_concepts_come_in_the_order_of_the_tracks_and_others_by_name_behind_them(
    tmp_path: Path,
) -> None:
    files = ("art/a", "art/b", "box/c", "zoo/d", "bar/e")
    assert order(open_library([pack(tmp_path, *files)], None)) == ["d", "a", "b", "e", "c"]


def test_without_the_file_tracks_come_by_name(tmp_path: Path) -> None:
    library = open_library([pack(tmp_path, "zoo/a", "art/b", tracks=None)], None)
    assert order(library) == ["b", "a"]
    assert library.tracks == {}


def test_what_is_needed_comes_first_whatever_its_track(tmp_path: Path) -> None:
    pack(tmp_path, "art/basis")
    assert order(open_library([pack(tmp_path, "zoo/d", needs="basis")], None)) == ["basis", "d"]


def test_later_packs_still_come_first_each_in_its_own_order(tmp_path: Path) -> None:
    first = pack(tmp_path / "1", "zoo/a", "art/b", name="first")
    later = pack(tmp_path / "2", "zoo/c", "art/d", name="later", tracks="art: Mine\nzoo: Mine\n")
    library = open_library([first, later], None)
    assert order(library) == ["d", "c", "a", "b"]
    assert library.tracks == {"zoo": "Mine", "art": "Mine"}


def test_a_later_pack_without_a_list_keeps_the_titles_of_the_earlier(tmp_path: Path) -> None:
    first = pack(tmp_path / "1", "zoo/a", name="first")
    later = pack(tmp_path / "2", "zoo/b", name="later", tracks=None)
    library = open_library([first, later], None)
    assert library.tracks == {"zoo": Words(en="Animals", ko="동물"), "art": "Art"}


def test_an_unchanged_list_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, cache = pack(tmp_path, "zoo/a", "art/b"), dict[str, bytes]()
    first = open_library([made], cache)

    def read_document(data: bytes) -> None:
        raise AssertionError(data)

    monkeypatch.setattr(document, "read_document", read_document)
    again = open_library([made], cache)
    assert order(again) == order(first) == ["a", "b"]
    assert again.tracks == first.tracks


def test_a_changed_list_is_read_again(tmp_path: Path) -> None:
    made, cache = pack(tmp_path, "zoo/a", "art/b"), dict[str, bytes]()
    open_library([made], cache)
    pack(tmp_path, tracks="art: Art first\n")
    assert order(open_library([made], cache)) == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ("not-tracks", 1, 1)),
        ("- zoo\n", ("not-tracks", 1, 1)),
        ("zoo: {en: Animals, jp: x}\n", ("text-key-flow", 1, 20)),
        ("zoo:\n", ("empty-text", 1, 5)),
        ("zoo: A\nzoo: B\n", ("double-key", 2, 1)),
    ],
)
def test_what_is_wrong_with_the_list_is_told_and_hides_no_card(
    tmp_path: Path, text: str, told: tuple[str, int, int]
) -> None:
    made, cache = pack(tmp_path, "zoo/a", tracks=text), dict[str, bytes]()
    for _ in range(2):  # the second time from the cache
        library = open_library([made], cache)
        (fault,) = library.faults
        assert (fault.code, fault.place.line, fault.place.column) == told
        assert list(library.items) == ["a/a"]
        assert all(all(fault_parts(fault, language)) for language in LANGUAGES)


def test_a_track_that_is_no_folder_is_a_hint(tmp_path: Path) -> None:
    made = pack(tmp_path, "zoo/a", tracks="zooo: Animals\nzoo: Animals\nqqq: Q\n")
    hints = check([made])
    assert [(hint.code, hint.place.line) for hint in hints] == [
        ("empty-track", 1),
        ("empty-track", 3),
    ]
    assert "`zoo`" in fault_parts(hints[0], "ko")[1]


def test_a_pack_may_title_the_tracks_of_another(tmp_path: Path) -> None:
    other = pack(tmp_path / "1", "art/b", tracks=None, name="other")
    made = pack(tmp_path / "2", "zoo/a")
    assert check([made], others=[other]) == []


def test_the_schema_judges_tracks_as_the_reader_does() -> None:
    validator = jsonschema.Draft202012Validator(json_schema("tracks"))

    def accepted(text: str) -> bool:
        value: Any = yaml.safe_load(text)
        return bool(validator.is_valid(value))

    assert accepted(ORDER)
    assert not accepted("- zoo\n")
    assert not accepted("zoo: {jp: x}\n")
    assert not accepted("zoo:\n")
