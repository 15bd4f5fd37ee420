"""A library that did not change is looked up; whatever changed is seen."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tutor.core.decks import tally
from tutor.packs import Library, Pack, bundled_root, open_library

CARDS = """\
title: {en: T, ko: 티}
facts: {f: F}
lesson: Read me.
cards:
  - {id: a, fact: f, ask: q, answer: a, reverse: true}
  - {id: b, was: x/y, ask: q, accept: [a, {en: b, ko: 비}]}
  - {id: c, cloze: 'a {{b}} and {{c}}', each: true}
  - {id: d, ask: q, choices: [{text: a, right: true}, {en: b, why: w}], suspended: true}
  - {id: e, ask: q, number: 3/4, tolerance: 0.1, image: {file: here.png, alt: A picture}}
"""
DEMO = "demo: chain\ngenerate: true\ncards:\n  - {id: walk, live: [total, half]}\n"
STEPS = "steps: {total: {en: T}, half: {en: H}, rest: {en: R}}\n"


class Watched(dict[str, bytes]):
    """A cache that remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getitem__(self, name: str) -> bytes:
        self.asked.append(name)
        return super().__getitem__(name)

    def get(  # type: ignore[override]  # as a cache is asked, without a dict's other defaults
        self, name: str, default: bytes | None = None
    ) -> bytes | None:
        self.asked.append(name)
        return super().get(name, default)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    root = tmp_path / "p"
    (root / "content" / "t").mkdir(parents=True)
    (root / "demos").mkdir()
    (root / "content" / "t" / "here.png").write_bytes(b"png")
    (root / "demos" / "chain.py").write_text("", encoding="utf-8")
    write(root / "demos" / "chain.yaml", STEPS)
    write(root / "content" / "t" / "one.yaml", CARDS)
    write(root / "content" / "t" / "two.yaml", f"needs: [one]\n{DEMO}")
    return Pack("p", root, trusted=True)


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def test_an_unchanged_library_is_opened_without_looking_at_any_card(pack: Pack) -> None:
    cache = Watched()
    cold = open_library([pack], cache)
    cache.asked.clear()
    warm = open_library([pack], cache)
    assert list(warm.decks) == ["one", "two"]
    assert warm.decks["one"].cards == 7
    assert len(warm.items) == len(cold.items) == 10
    assert len(cache.asked) == 1  # the index
    assert warm.items["one/a"] == cold.items["one/a"]
    assert len(cache.asked) == 3  # its concept and the card itself


def test_the_kept_library_is_the_one_that_was_put_together(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    bundled = Pack("bundled", bundled_root(), trusted=True)
    for packs in ([pack], [bundled], [bundled, pack]):
        cold, warm = open_library(packs, cache), open_library(packs, cache)
        assert warm == cold == open_library(packs, None)
        assert [*warm.concepts.values()] == [*cold.concepts.values()]
        assert [*warm.items.items()] == [*cold.items.items()]
        assert [*warm.decks.values()] == [*cold.decks.values()]
        for name, deck in warm.decks.items():
            items = warm.concepts[name].items
            assert [item.key for item in items] == [*warm.keys[name]]
            assert (deck.cards, deck.tally) == (len(items), tally(warm.keys[name]))
            assert deck.apart == {item.key for item in items if item.walk or item.card.suspended}
            assert all(key in warm.items for key in warm.keys[name])


def test_what_is_not_there_is_not_found(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    open_library([pack], cache)
    warm = open_library([pack], cache)
    for key in ("one/z", "three/a", "one", ""):
        assert key not in warm.items
        assert warm.items.get(key) is None
    assert "three" not in warm.concepts
    with pytest.raises(KeyError):
        warm.concepts["three"]
    with pytest.raises(KeyError):
        warm.keys["three"]


def changes(pack: Pack) -> Iterator[str]:
    """Makes one change after the other, and says what the cards are then."""
    content, demos = pack.root / "content", pack.root / "demos"
    write(content / "t" / "one.yaml", "cards:\n  - {id: z, ask: q, answer: a}\n")
    yield "one/z two/total two/half two/rest"
    write(content / "three.yaml", "cards:\n  - {id: y, ask: q, answer: a}\n")
    yield "three/y one/z two/total two/half two/rest"
    (content / "t" / "one.yaml").unlink()
    yield "three/y two/total two/half two/rest"
    write(demos / "chain.yaml", STEPS.replace("rest", "last"))
    yield "three/y two/total two/half two/last"
    (demos / "chain.py").unlink()
    yield "three/y"
    write(content / "tracks.yaml", "t: T\n")
    write(content / "t" / "four.yaml", "cards:\n  - {id: x, ask: q, answer: a}\n")
    yield "four/x three/y"


def test_every_change_of_a_file_is_seen(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    open_library([pack], cache)
    for keys in changes(pack):
        for library in (open_library([pack], cache), open_library([pack], cache)):
            assert " ".join(library.items) == keys
            assert library == open_library([pack], None)


def test_a_picture_that_comes_back_is_no_longer_missed(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    picture = pack.root / "content" / "t" / "here.png"
    picture.unlink()
    for _ in range(2):
        faults = open_library([pack], cache).faults
        assert "image-missing" in [fault.code for fault in faults]
    picture.write_bytes(b"png")
    assert "image-missing" not in [fault.code for fault in open_library([pack], cache).faults]


def test_a_file_that_could_not_be_read_is_looked_for_again(tmp_path: Path) -> None:
    cache: dict[str, bytes] = {}
    deck = tmp_path / "deck.yaml"
    assert open_library([], cache, [deck]).faults
    write(deck, CARDS)
    assert "deck/a" in open_library([], cache, [deck]).items


def test_a_file_given_beside_the_packs_leaves_theirs_known(pack: Pack, tmp_path: Path) -> None:
    cache = Watched()
    deck = tmp_path / "deck.yaml"
    write(deck, CARDS)
    open_library([pack], cache)
    assert "deck/a" in open_library([pack], cache, [deck]).items
    cache.asked.clear()
    assert len(open_library([pack], cache).decks) == 2
    assert len(cache.asked) == 1


def damaged(library: Library, cache: dict[str, bytes], spoil: bytes | None) -> None:
    """Damages or removes what is kept of every card and concept of one library."""
    for name in [name for name in cache if "\0" not in name and name != "libraries"]:
        if spoil is None:
            del cache[name]
        else:
            cache[name] = spoil
    assert library.decks


@pytest.mark.parametrize("spoil", [None, b"", b"\x95x", b"\xc0"])
def test_what_was_lost_of_a_kept_library_is_read_from_the_files(
    pack: Pack, spoil: bytes | None
) -> None:
    cache: dict[str, bytes] = {}
    cold = open_library([pack], cache)
    warm = open_library([pack], cache)
    damaged(warm, cache, spoil)
    assert warm.items["one/a"] == cold.items["one/a"]
    assert "one/b" in warm.items
    assert warm.keys["two"] == cold.keys["two"]
    assert warm.concepts["two"] == cold.concepts["two"]
    assert open_library([pack], cache) == cold
    assert open_library([pack], cache).concepts["one"] == cold.concepts["one"]


@pytest.mark.parametrize("lost", ["a concept", "all cards", "everything"])
def test_what_was_lost_of_a_kept_library_is_kept_again(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    cache: dict[str, bytes] = {}
    deck = tmp_path / "deck.yaml"
    write(deck, "cards:\n  - {id: z, ask: q, answer: a}\n")
    cards = dict(open_library([pack], cache).items)
    parts = {name for name in cache if "\0" not in name and name != "libraries"}
    whole = dict(cache)
    open_library([pack], cache, [deck])  # another library that holds what is lost
    shelves = [name for name in parts if ":" not in name]
    for name in {"a concept": shelves[:1], "all cards": parts - {*shelves}}.get(lost, parts):
        del cache[name]
    for _ in range(2):
        assert dict(open_library([pack], cache).items) == cards
    assert {name: cache[name] for name in parts} == {name: whole[name] for name in parts}
    monkeypatch.setattr("tutor.packs.library._linked", None)  # nothing is put together any more
    assert dict(open_library([pack], cache).items) == cards
    assert cards.items() < dict(open_library([pack], cache, [deck]).items).items()


def test_a_program_that_runs_keeps_its_cards_while_another_sees_a_change(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    open_library([pack], cache)
    running = open_library([pack], cache)
    write(pack.root / "content" / "t" / "one.yaml", "cards:\n  - {id: z, ask: q, answer: a}\n")
    assert "one/b" not in open_library([pack], cache).items
    assert running.items["one/b"].card.was == ("x/y",)
    assert running.concepts["one"].lesson == "Read me."


def test_what_no_library_of_late_needs_is_thrown_away(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    sizes = []
    for number in range(12):
        text = f"cards:\n  - {{id: a, ask: q, answer: a{number}}}\n"
        write(pack.root / "content" / "t" / "one.yaml", text)
        open_library([pack], cache)
        sizes.append(len(cache))
    assert len(set(sizes[6:])) == 1


def test_what_goes_goes_in_one_piece_where_the_cache_can(pack: Pack) -> None:
    class Quick(dict[str, bytes]):
        pieces = 0

        def discard(self, names: Iterable[str]) -> None:
            self.pieces += 1
            for name in names:
                super().pop(name, None)

        def pop(self, *given: object) -> bytes:
            raise AssertionError(given)

    quick, plain = Quick(), dict[str, bytes]()
    for number in range(7):
        text = f"cards:\n  - {{id: a, ask: q, answer: a{number}}}\n"
        write(pack.root / "content" / "t" / "one.yaml", text)
        before = quick.pieces
        for cache in (quick, plain):
            open_library([pack], cache)
        assert quick.pieces - before <= 1
    assert quick.pieces
    assert quick == plain


def test_cards_that_are_equal_to_others_count_as_one_with_them(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    write(pack.root / "content" / "t" / "one.yaml", "cards:\n  - {id: z, ask: q, answer: a}\n")
    cold, warm = open_library([pack], cache), open_library([pack], cache)
    items = warm.concepts["one"].items
    assert items == cold.concepts["one"].items
    assert len({items, cold.concepts["one"].items, tuple(items)}) == 1


def test_the_order_of_tracks_is_kept(pack: Pack) -> None:
    cache: dict[str, bytes] = {}
    write(pack.root / "content" / "tracks.yaml", "t: {en: Track, ko: 트랙}\n")
    cold, warm = open_library([pack], cache), open_library([pack], cache)
    assert list(warm.tracks.items()) == list(cold.tracks.items())
    assert list(warm.tracks) == ["t"]
