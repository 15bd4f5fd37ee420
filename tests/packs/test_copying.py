"""A card of another pack becomes the learner's own, letter by letter."""

import os
from pathlib import Path

import pytest

from tutor.core.cards import CardKey
from tutor.core.faults import Fault, Severity
from tutor.packs import Library, Pack, bundled_root, open_library
from tutor.packs.copying import Copied, CopyError, begin_file, copy_card, file_of, is_own
from tutor.packs.sources import BUNDLED, OWN

FILE = """\
# a file with remarks
concept: things
title: Things
facts: {f: A fact, ü: Ein Satz}
cards:
  - id: first   # the oldest
    fact: f
    ask: >-
      What is
      asked?
    answer: 'it''s this'   # quoted

  # a remark about the next one
  - {id: flowing, ask: q, accept: [a, "b, c"]}  # in braces
  - id: literal
    ask: |
      - a dash
        # no remark

      last line
    answer: |+
      kept

  - ask: no identity
    answer: none
  -
    id: alone
    # deeper remark
    cloze: 한글 {{빈칸}}과 {{둘째|2}}
    each: true
      # the end of the card
# the end of the file
"""


class Home:
    """Two packs: one that came with the program, and the learner's own."""

    def __init__(self, folder: Path) -> None:
        self.other = folder / "other"
        self.own = folder / "own"
        self.packs = (Pack("other", self.other, trusted=True), Pack(OWN, self.own, trusted=True))

    def write(self, text: str | bytes, where: str = "other/content/track/things.yaml") -> Path:
        file = self.other.parent / where
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def open(self) -> Library:
        return open_library(self.packs, None)

    def faults(self) -> list[Fault]:
        """What keeps cards from being asked."""
        return [fault for fault in self.open().faults if fault.severity is Severity.ERROR]

    def copy(self, card: str) -> Copied:
        library = self.open()
        item = library.items[CardKey(card)]
        return copy_card(item, library.concepts[item.concept], self.own)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    made.write(FILE)
    return made


def test_the_copy_holds_the_card_as_it_was_written_and_nothing_else(home: Home) -> None:
    copied = home.copy("things/first")
    assert copied.file == home.own / "content/track/things.yaml"
    assert copied.line == 3
    assert copied.file.read_text(encoding="utf-8") == (
        "concept: things\n"
        "cards:\n"
        "  - id: first   # the oldest\n"
        "    fact: f\n"
        "    ask: >-\n"
        "      What is\n"
        "      asked?\n"
        "    answer: 'it''s this'   # quoted\n"
    )


CARDS = ("first", "flowing", "literal", "alone~1")


@pytest.mark.parametrize("card", CARDS)
def test_the_copy_overrides_the_card_and_says_the_same(home: Home, card: str) -> None:
    before = home.open()
    copied = home.copy(f"things/{card}")
    after = home.open()
    assert home.faults() == []
    key = CardKey(f"things/{card}")
    assert after.items[key].place.file == str(copied.file)
    assert after.items[key].place.line == copied.line + (card == "alone~1")
    assert list(after.items) == list(before.items)
    assert {name: item.card for name, item in after.items.items()} == {
        name: item.card for name, item in before.items.items()
    }


def test_a_dash_on_a_line_of_its_own_and_remarks_within_the_card_come_along(home: Home) -> None:
    text = home.copy("things/alone~2").file.read_text(encoding="utf-8")
    assert text.endswith(
        "cards:\n  -\n    id: alone\n    # deeper remark\n    cloze: 한글 {{빈칸}}과 {{둘째|2}}\n"
        "    each: true\n      # the end of the card\n"
    )


def test_dashes_signs_and_blank_lines_within_a_text_are_the_text_s(home: Home) -> None:
    copied = home.copy("things/literal")
    assert copied.file.read_text(encoding="utf-8").endswith(
        "      - a dash\n        # no remark\n\n      last line\n    answer: |+\n      kept\n"
    )


def test_a_card_without_an_identity_gets_the_one_that_it_has_had(home: Home) -> None:
    key = next(key for key in home.open().items if "text-" in key)
    text = home.copy(key).file.read_text(encoding="utf-8")
    name = key.partition("/")[2]
    assert text.endswith(f"  - id: {name}\n    ask: no identity\n    answer: none\n")
    assert home.open().items[key].place.file.startswith(str(home.own))


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(
    "own",
    [
        "concept: things\ncards:\n- id: mine\n  ask: q\n  answer: a\n",
        "concept: things\ncards:\n    -   id: mine\n        ask: q\n        answer: a",
        "\ufeff# mine\r\nconcept: things\r\ncards:\r\n  - {id: mine, ask: q, answer: a}\r\n",
        "concept: things\ncards:\n  - id: mine\n    ask: q\n    answer: |\n      b\n\n\n# end\n"
        "title: My things  # 끝\n",
        "concept: things\nlesson: Read this.",
    ],
)
def test_the_card_goes_behind_the_last_one_and_all_else_stays_as_it_was(
    home: Home, card: str, own: str
) -> None:
    file = home.write(own, "own/content/mine.yaml")
    before = home.open()
    copied = home.copy(f"things/{card}")
    assert copied.file == file
    now = file.read_bytes()
    former = own.encode()
    start = next(n for n in range(len(now)) if former[n : n + 1] != now[n : n + 1])
    assert now.endswith(former[start:])
    assert (b"\r\n" in now) == ("\r\n" in own)
    assert b"\n" not in now.replace(b"\r\n", b"") if "\r\n" in own else True
    after = home.open()
    assert home.faults() == []
    assert after.items[CardKey(f"things/{card}")].place.file == str(file)
    assert {name: item.card for name, item in after.items.items()} == {
        name: item.card for name, item in before.items.items()
    }
    lines = now.decode("utf-8-sig").splitlines()
    assert lines[copied.line - 1].lstrip().startswith("-")


def test_a_file_with_windows_line_ends_is_cut_like_any_other(home: Home) -> None:
    home.write(FILE.replace("\n", "\r\n"))
    text = home.copy("things/first").file.read_bytes()
    assert b"\r" not in text
    assert home.faults() == []


def test_a_card_of_a_list_in_brackets_becomes_one_with_a_dash(home: Home) -> None:
    home.write(
        "concept: things\ncards: [{id: a, ask: q, answer: a},\n  {id: b,\nask: r, answer: b}]"
    )
    copied = home.copy("things/b")
    assert copied.file.read_bytes().endswith(b"cards:\n  - {id: b,\nask: r, answer: b}\n")
    assert home.open().items[CardKey("things/b")].place.file == str(copied.file)


def test_a_list_in_brackets_is_not_added_to(home: Home) -> None:
    own = "concept: things\ncards: [{id: mine, ask: q, answer: a}]\n"
    file = home.write(own, "own/content/mine.yaml")
    with pytest.raises(CopyError) as caught:
        home.copy("things/first")
    assert (caught.value.code, caught.value.file) == ("brackets", str(file))
    assert file.read_text(encoding="utf-8") == own


def test_nothing_is_added_to_a_file_that_cannot_be_read(home: Home) -> None:
    own = "concept: things\ncards:\n  - id: mine\n    ask: 'q\n"
    file = home.write(own, "own/content/things.yaml")
    with pytest.raises(CopyError) as caught:
        home.copy("things/first")
    assert caught.value.code == "broken"
    assert file.read_text(encoding="utf-8") == own


def test_a_copy_that_is_at_fault_is_opened_where_it_stands(home: Home) -> None:
    own = "concept: things\ncards:\n  - id: first\n    aks: q\n"
    home.write(own, "own/content/things.yaml")
    copied = home.copy("things/first")
    assert copied.line == 3
    assert copied.file.read_text(encoding="utf-8") == own


def test_an_unchanged_copy_is_taken_back(home: Home) -> None:
    copied = home.copy("things/first")
    assert copied.take_back()
    assert not copied.file.exists()
    own = "concept: things\r\ncards:\r\n  - {id: mine, ask: q, answer: a}"
    file = home.write(own, "own/content/mine.yaml")
    assert home.copy("things/first").take_back()
    assert file.read_bytes() == own.encode()


def test_a_changed_copy_stays(home: Home) -> None:
    copied = home.copy("things/first")
    text = copied.file.read_text(encoding="utf-8").replace("asked", "wanted")
    copied.file.write_text(text, encoding="utf-8")
    assert not copied.take_back()
    assert copied.file.exists()


def test_a_picture_comes_along_and_goes_with_an_unchanged_copy(home: Home) -> None:
    home.write(
        "concept: things\ncards:\n  - id: seen\n    ask: q\n    answer: a\n"
        "    image: {file: ../images/x.png, alt: a thing}\n"
    )
    home.write(b"PNG", "other/content/images/x.png")
    copied = home.copy("things/seen")
    assert (home.own / "content/images/x.png").read_bytes() == b"PNG"
    library = home.open()
    assert home.faults() == []
    assert library.items[CardKey("things/seen")].card.image is not None
    copied.take_back()
    assert not (home.own / "content/images/x.png").exists()


def test_a_card_that_stands_there_no_more_cannot_be_copied(home: Home) -> None:
    library = home.open()
    item = library.items[CardKey("things/first")]
    home.write("concept: things\ncards:\n  - {id: other, ask: q, answer: a}\n")
    with pytest.raises(CopyError) as caught:
        copy_card(item, library.concepts[item.concept], home.own)
    assert caught.value.code == "gone"


def test_a_card_is_found_where_it_stands_now(home: Home) -> None:
    library = home.open()
    item = library.items[CardKey("things/flowing")]
    home.write("# one line more\n" + FILE)
    copied = copy_card(item, library.concepts[item.concept], home.own)
    text = copied.file.read_text(encoding="utf-8")
    assert text.endswith('  - {id: flowing, ask: q, accept: [a, "b, c"]}  # in braces\n')


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_file_stays_a_link(home: Home, tmp_path: Path) -> None:
    real = home.write("concept: things\ncards:\n  - {id: m, ask: q, answer: a}\n", "real.yaml")
    file = home.own / "content/things.yaml"
    file.parent.mkdir(parents=True)
    file.symlink_to(real)
    home.copy("things/first")
    assert file.is_symlink()
    assert "id: first" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("concept", "file"),
    [
        ("things", "things.yaml"),
        ("con", "con-.yaml"),
        ("a:b?", "a-b-.yaml"),
        ("tracks", "tracks-2.yaml"),
        ("개념", "개념.yaml"),
    ],
)
def test_the_file_has_a_name_that_every_system_takes(home: Home, concept: str, file: str) -> None:
    home.write(f"concept: '{concept}'\ncards:\n  - {{id: a, ask: q, answer: a}}\n")
    copied = home.copy(f"{concept}/a")
    assert copied.file.name == file
    assert home.open().items[CardKey(f"{concept}/a")].place.file == str(copied.file)


def test_the_file_of_another_concept_is_left_alone(home: Home) -> None:
    file = home.write("concept: others\ncards: []\n", "own/content/track/things.yaml")
    assert home.copy("things/first").file.name == "things-2.yaml"
    assert file.read_text(encoding="utf-8") == "concept: others\ncards: []\n"


def test_a_deck_is_begun_with_remarks_only(home: Home) -> None:
    concept = home.open().concepts["things"]  # type: ignore[index]  # a name
    begun = begin_file(concept, home.own, ["- id: x", "  ask: 무엇?"])
    text = begun.file.read_text(encoding="utf-8")
    assert text == "concept: things\ncards:\n  # - id: x\n  #   ask: 무엇?\n"
    begun.file.write_text(text.replace("# ", "") + "    answer: 답\n", encoding="utf-8")
    library = home.open()
    assert home.faults() == []
    assert library.items[CardKey("things/x")].concept == "things"
    assert file_of(concept, home.own) == begun.file


def test_only_what_nothing_overrides_is_changed_where_it_stands(tmp_path: Path) -> None:
    mine, alone = tmp_path / "own", tmp_path / "deck.yaml"
    packs = (
        Pack(BUNDLED, tmp_path, trusted=True),
        Pack(OWN, mine, trusted=True),
        Pack("deck", alone, trusted=False),
    )
    assert is_own(str(mine / "content/a.yaml"), packs)
    assert is_own(str(alone), packs)
    assert not is_own(str(tmp_path / "content/a.yaml"), packs)
    assert not is_own("elsewhere.yaml", packs)


def test_every_bundled_kind_of_card_can_be_copied(tmp_path: Path) -> None:
    """One card of each kind that a file has, a step of a walk-through and a generated one."""
    packs = (Pack(BUNDLED, bundled_root(), trusted=True), Pack(OWN, tmp_path, trusted=True))
    before = open_library(packs, None)
    kinds = {}
    for item in before.items.values():
        written = item.place.column, type(item.card), bool(item.walk)
        kinds.setdefault(written, item)
    for item in kinds.values():
        copy_card(item, before.concepts[item.concept], tmp_path)
    after = open_library(packs, None)
    assert [fault for fault in after.faults if str(tmp_path) in fault.place.file] == []
    for item in kinds.values():
        assert after.items[item.key].card == item.card
        assert after.items[item.key].place.file.startswith(str(tmp_path))
