"""Packs together: override, order, words that point elsewhere, the cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.core.text import Words
from tutor.packs import Library, Pack, bundled_root, find_packs, open_library
from tutor.words.faults import fault_parts, fault_sentence


def pack(root: Path, files: dict[str, str], name: str | None = None) -> Pack:
    for path, text in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return Pack(name or root.name, root, trusted=True)


def card(name: str, answer: str = "a", more: str = "") -> str:
    return f"  - {{id: {name}, ask: q, answer: {answer}{more}}}\n"


def codes(library: Library) -> list[str]:
    return [fault.code for fault in library.faults]


def test_cards_come_by_track_and_file_with_their_identity(tmp_path: Path) -> None:
    library = open_library(
        [
            pack(
                tmp_path / "p",
                {
                    "b/two.yaml": "cards:\n" + card("x"),
                    "a/one.yaml": "cards:\n" + card("z") + card("x"),
                    "top.yml": "cards:\n" + card("y"),
                    "a/.hidden.yaml": "nonsense: [",
                    "a/notes.txt": "nonsense: [",
                },
            )
        ],
        None,
    )
    assert codes(library) == []
    assert list(library.items) == ["top/y", "one/z", "one/x", "two/x"]
    assert [concept.track for concept in library.concepts.values()] == ["", "a", "b"]


def test_a_later_pack_overrides_cards_one_by_one(tmp_path: Path) -> None:
    first = pack(
        tmp_path / "first",
        {"c.yaml": "title: Old\nfacts: {f: F}\nlesson: L\ncards:\n" + card("x") + card("y")},
    )
    later = pack(
        tmp_path / "later",
        {"other.yaml": "concept: c\ncards:\n" + card("x", "new", ", fact: f") + card("z")},
    )
    library = open_library([first, later], None)
    assert codes(library) == []
    assert list(library.items) == ["c/x", "c/y", "c/z"]
    assert [getattr(item.card, "answer", "") for item in library.items.values()] == [
        "new",
        "a",
        "a",
    ]
    (concept,) = library.concepts.values()
    assert (concept.title, concept.lesson, concept.pack) == ("Old", "L", "first")
    assert library.items[next(iter(library.items))].place.file.endswith("other.yaml")


def test_an_identity_taken_twice_in_a_pack_names_both_places(tmp_path: Path) -> None:
    one = pack(
        tmp_path / "p",
        {
            "a.yaml": "concept: c\ncards:\n" + card("x"),
            "b.yaml": "concept: c\ncards:\n" + card("x"),
        },
    )
    library = open_library([one], None)
    assert codes(library) == ["same-concept", "same-identity"]
    sentence = fault_sentence(library.faults[1], "en")
    assert "b.yaml:3:5" in sentence
    assert "a.yaml:3" in sentence


def test_files_given_come_last(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"a.yaml": "cards:\n" + card("x")})
    file = tmp_path / "a.yaml"
    file.write_text("cards:\n" + card("x", "mine"), encoding="utf-8")
    library = open_library([one], None, [file, file])
    assert codes(library) == []
    (item,) = library.items.values()
    assert item.place.file == str(file)
    assert [known.trusted for known in library.packs] == [True, False]


def test_a_folder_of_files_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck" / "a.yaml").write_text("cards:\n" + card("x"), encoding="utf-8")
    library = open_library([], None, [tmp_path / "deck"])
    assert list(library.items) == ["a/x"]


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    library = open_library([], None, [tmp_path / "gone.yaml"])
    assert codes(library) == ["missing-file"]
    assert "gone.yaml" in fault_sentence(library.faults[0], "ko")


def test_what_is_needed_comes_first_and_else_the_files_order_stays(tmp_path: Path) -> None:
    one = pack(
        tmp_path / "p",
        {
            "a.yaml": "needs: [d]\ncards:\n" + card("x"),
            "b.yaml": "cards:\n" + card("x"),
            "c.yaml": "cards:\n" + card("x"),
            "d.yaml": "needs: [c]\ncards:\n" + card("x"),
        },
    )
    assert list(open_library([one], None).concepts) == ["b", "c", "d", "a"]


def test_needs_that_go_round_in_a_cycle_are_told_once_and_learnt_all_the_same(
    tmp_path: Path,
) -> None:
    one = pack(
        tmp_path / "p",
        {
            "a.yaml": "needs: [b]\ncards:\n" + card("x"),
            "b.yaml": "needs: [c]\ncards:\n" + card("x"),
            "c.yaml": "needs: [a]\ncards:\n" + card("x"),
            "d.yaml": "needs: [a]\ncards:\n" + card("x"),
        },
    )
    library = open_library([one], None)
    assert codes(library) == ["needs-cycle"]
    assert library.faults[0].details["cycle"] == "a → b → c → a"
    assert set(library.concepts) == {"a", "b", "c", "d"}
    assert (library.faults[0].place.line, library.faults[0].place.column) == (1, 9)


def test_an_unknown_need_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"softmax.yaml": "needs: [sofmax]\ncards:\n" + card("x")})
    library = open_library([one], None)
    assert codes(library) == ["unknown-need"]
    assert fault_parts(library.faults[0], "en") == (
        "there is no concept `sofmax`",
        "did you mean `softmax`?",
    )


def test_a_former_identity_leads_to_the_present_one(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"a.yaml": "cards:\n" + card("x", more=", was: gone/y")})
    assert open_library([one], None).aliases == {"gone/y": "a/x"}


@pytest.mark.parametrize(
    ("cards", "code"),
    [
        (card("x", more=", was: a/y") + card("y"), "was-alive"),
        (card("x", more=", was: a/x"), "was-alive"),
        (card("x", more=", was: b/z") + card("y", more=", was: b/z"), "was-twice"),
    ],
)
def test_a_former_identity_is_dead_and_has_one_heir(tmp_path: Path, cards: str, code: str) -> None:
    library = open_library([pack(tmp_path / "p", {"a.yaml": "cards:\n" + cards})], None)
    assert codes(library) == [code]
    for language in ("en", "ko"):
        assert "a.yaml:" in fault_parts(library.faults[0], language)[0]


def test_packs_are_the_bundled_one_those_on_the_path_and_the_learners_own(tmp_path: Path) -> None:
    path = os.pathsep.join([str(tmp_path / "x" / "deck"), "", str(tmp_path / "y" / "deck")])
    packs = find_packs(tmp_path / "home", path)
    assert [known.trusted for known in packs] == [True, False, False, True]
    assert packs[0].root == bundled_root()
    assert [known.name for known in packs[1:]] == ["deck", str(tmp_path / "y" / "deck"), "own"]
    library = open_library(packs[1:], None)
    assert codes(library) == ["missing-file", "missing-file"]  # the own pack may be missing


# The cache


class Counted(dict[str, bytes]):
    """A cache that counts what is written into it."""

    written = 0

    def __setitem__(self, key: str, value: bytes) -> None:
        self.written += 1
        super().__setitem__(key, value)


KINDS = """\
title: {en: T, ko: 티}
needs: [gone]
facts: {f: F}
cards:
  - {id: a, fact: g, ask: q, answer: a}
  - {id: b, was: x/y, ask: q, accept: [a, {en: b, ko: 비}]}
  - {id: c, cloze: 'a {{b}}'}
  - {id: d, ask: q, choices: [{text: a, right: true}, {en: b, why: {en: w, ko: 왜}}]}
  - {id: e, ask: q, number: 3/4, tolerance: 0.1}
  - {id: f, ask: q}
  - {ask: q, answer: unnamed}
  - {id: g, live: attend.scaled, ask: '@{scores}', draw: {scores: {reals: [-root, 9], shape: [2]}}}
  - {id: h, live: [attend.scaled, attend.output]}
  - {id: i, formula: attend.scaled}
  - {id: j, ask: q, order: [a, {en: b, ko: 비}, c], hint: h}
  - {id: k, ask: q, pairs: [{left: a, right: {en: b, ko: 비}}, {left: c, right: d}]}
  - {id: l, claim: {en: c, ko: 씨}, holds: false}
  - {id: m, cloze: 'a {{b}} {{c}}', each: true}
  - {id: n, ask: q, answer: a, reverse: true}
"""


def test_a_warm_cache_gives_the_very_same_library(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"t/a.yaml": KINDS})
    cache = Counted()
    cold, warm, bare = (open_library([one], kept) for kept in (cache, cache, None))
    assert cold == warm == bare
    assert cache.written == 2  # the file, and the names in the demo's
    assert codes(warm) == [
        "no-answer-key",
        "no-id",
        "unknown-fact",
        "unknown-need",
    ]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"a.yaml": "cards:\n" + card("x")})
    cache = Counted()
    open_library([one], cache)
    pack(tmp_path / "p", {"a.yaml": "cards:\n" + card("x") + card("y")})
    assert list(open_library([one], cache).items) == ["a/x", "a/y"]
    assert cache.written == 2


def test_a_file_that_was_only_touched_is_known_by_its_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = pack(tmp_path / "p", {"a.yaml": "cards:\n" + card("x")})
    cache = Counted()
    before = open_library([one], cache)
    os.utime(tmp_path / "p" / "content" / "a.yaml", ns=(1, 1))
    monkeypatch.setattr("tutor.packs.cache.read_source", None)
    assert open_library([one], cache) == before
    assert cache.written == 2


@pytest.mark.parametrize("spoil", [lambda kept: b"", lambda kept: b"\x95x", lambda kept: kept[:-9]])
def test_a_damaged_cache_is_read_past(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    one = pack(tmp_path / "p", {"a.yaml": KINDS})
    cache: dict[str, bytes] = {}
    before = open_library([one], cache)
    for key in cache:
        cache[key] = spoil(cache[key])
    assert open_library([one], cache) == before


def test_a_start_with_a_warm_cache_reads_no_yaml(tmp_path: Path) -> None:
    pack(tmp_path / "p", {"a.yaml": KINDS})
    program = """
import sys
from pathlib import Path
from tutor.packs import Pack, open_library
root = Path(sys.argv[1])
cache = {}
if sys.argv[2] == "warm":
    import pickle
    cache = pickle.loads((root / "cache").read_bytes())
    Path.read_bytes = Path.read_text = None
library = open_library([Pack("p", root, True)], cache)
assert len(library.items) == 17, library.items
if sys.argv[2] == "cold":
    import pickle
    (root / "cache").write_bytes(pickle.dumps(cache))
print(",".join(sorted({"yaml", "tutor.packs.document", "numpy", "sqlite3"} & set(sys.modules))))
"""
    for state, loaded in (("cold", "tutor.packs.document,yaml"), ("warm", "")):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "p"), state],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.strip() == loaded


def test_titles_in_two_languages_survive(tmp_path: Path) -> None:
    one = pack(tmp_path / "p", {"a.yaml": KINDS})
    cache: dict[str, bytes] = {}
    open_library([one], cache)
    (concept,) = open_library([one], cache).concepts.values()
    assert concept.title == Words(en="T", ko="티")


def test_what_the_learner_wrote_is_asked_before_what_came_along(tmp_path: Path) -> None:
    for pack in ("bundled", "own"):
        folder = tmp_path / pack / "content"
        folder.mkdir(parents=True)
        for name in ("first", "second"):
            text = "cards:\n  - {id: a, ask: q, answer: a}\n"
            (folder / f"{pack}-{name}.yaml").write_text(text, encoding="utf-8")
    packs = [Pack(name, tmp_path / name, trusted=True) for name in ("bundled", "own")]
    assert list(open_library(packs, None).concepts) == [
        "own-first",
        "own-second",
        "bundled-first",
        "bundled-second",
    ]
