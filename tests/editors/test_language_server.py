"""What an editor says of decks: its own language server over the schemas, judged by our check.

`make editors` sets the server up. Without it these tests are skipped, but never where `CI` is set.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editors.server import ROOT, SCRIPT, LanguageServer
from tests.packs.reading import read, told
from tests.packs.test_reading import FAULTS, GOOD
from tests.packs.test_schema import REFUSED
from tutor.core.cards import KINDS
from tutor.packs.beginning import begun_deck, write_schemas
from tutor.packs.installing import make, neovim_settings, vscode
from tutor.words import say

NODE = shutil.which("node") or ""
UNSEEN = {"comma in a flow text"}
"""The server takes what follows the comma for a key that is still being typed."""
BESIDES = {"misspelt answer key": 3, "two answer keys": 5}
"""Lines of which the server says more: the card without an answer, the first of two answers."""

pytestmark = pytest.mark.skipif(
    not (NODE and SCRIPT.exists()) and os.environ.get("CI", "false") in ("", "0", "false"),
    reason="no language server: `make editors` sets it up where npm is",
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that VS Code was set up for; its name is one that patterns might stumble over."""
    pack = tmp_path_factory.mktemp("home") / ".local" / "나의 pack (1)"
    (pack / "content" / "track").mkdir(parents=True)
    write_schemas(pack)
    change = vscode(pack, installed=True)
    assert change is not None
    make(change)
    return pack


def served(folder: Path, schemas: object) -> Iterator[LanguageServer]:
    assert NODE, "there is no node"
    assert SCRIPT.exists(), "`make editors` was not run"
    server = LanguageServer(NODE, folder, {"schemas": schemas})
    yield server
    server.close()


@pytest.fixture(scope="module")
def code(pack: Path) -> Iterator[LanguageServer]:
    """The server as VS Code runs it in the pack."""
    written = json.loads((pack / ".vscode" / "settings.json").read_bytes())
    yield from served(pack, written["yaml.schemas"])


@pytest.fixture(scope="module")
def neovim(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """The server as Neovim runs it, from a folder that has nothing to do with the pack."""
    yield from served(tmp_path_factory.mktemp("work"), neovim_settings(pack))


def places(found: list[dict[str, Any]]) -> list[tuple[int, int]]:
    starts = [one["range"]["start"] for one in found]
    return [(start["line"] + 1, start["character"] + 1) for start in starts]


def test_an_editor_faults_what_the_check_faults_at_the_same_line(
    code: LanguageServer, pack: Path
) -> None:
    names = [name for name in REFUSED if name not in UNSEEN]
    decks = {pack / "content" / f"{number}.yaml": name for number, name in enumerate(names)}
    found = code.all_faults({file: str(FAULTS[name][0]) for file, name in decks.items()})
    for file, name in decks.items():
        _, _, line, _ = FAULTS[name]
        faulted = {at for at, _ in places(found[file])}
        assert faulted - {BESIDES.get(name)} == {line}, name


def test_an_editor_has_nothing_against_good_decks(code: LanguageServer, pack: Path) -> None:
    content = ROOT / "content"
    examples = [say(f"deck.{kind}", "en") for kind in KINDS]
    file = pack / "content" / "mine.yaml"
    bare = begun_deck(file, pack, "", ()).decode()
    lines = "\n".join(examples).split("\n")
    decks = {
        file: bare,  # `cards:` with nothing below it
        file.with_name("all.yaml"): bare
        + "".join(f"  {line}\n" for line in lines if line.startswith(("-", " "))),
        file.with_name("good.yml"): GOOD,
        pack / "content" / "glossary.yaml": (content / "glossary.yaml").read_text("utf-8"),
        pack / "content" / "tracks.yaml": (content / "tracks.yaml").read_text("utf-8"),
        **{
            pack / "content" / "track" / name.rpartition("/")[2]: (content / name).read_text(
                "utf-8"
            )
            for name in (
                "attention/scaled-dot-product-attention.yaml",
                "convolution/convolution-output-size.yaml",
                "recurrent/lstm-cell.yaml",
                "transformers/detr.yaml",
            )
        },
    }
    assert len(read(decks[file.with_name("all.yaml")])[0].items) >= len(KINDS)  # type: ignore[union-attr]
    assert {f.name: found for f, found in code.all_faults(decks).items() if found} == {}


def test_each_file_has_the_schema_of_its_kind(code: LanguageServer, pack: Path) -> None:
    content = pack / "content"
    found = code.all_faults(
        {
            content / "glossary.yaml": "- en: word\n  kp: 말\n",
            content / "tracks.yaml": "signals: {en: Signals, fr: Signaux}\n",
            content / "track" / "glossary.yaml": "- en: word\n",  # a concept of that name
        }
    )
    assert all(found.values())


def test_a_deck_names_its_schema_itself_wherever_it_is_opened(
    neovim: LanguageServer, pack: Path, tmp_path: Path
) -> None:
    own = tmp_path / "other"
    write_schemas(own)
    file = own / "content" / "deck.yaml"
    deck = begun_deck(file, own, "", ()).decode() + "  - {id: a, ask: q, anwser: a}\n"
    assert [at for at, _ in places(neovim.faults(file, deck))] == [deck.count("\n")] * 2


def test_neovims_settings_find_the_pack_from_anywhere(neovim: LanguageServer, pack: Path) -> None:
    text = "cards:\n  - {id: a, ask: q, answer: a, hnit: h}\n"
    assert told(text)[0][:3] == ("unknown-key", 2, 32)
    assert places(neovim.faults(pack / "content" / "x.yaml", text)) == [(2, 32)]
    assert neovim.faults(pack.parent / "content" / "x.yaml", text) == []


@pytest.mark.parametrize(
    ("text", "some", "none"),
    [
        ("|", {"title", "cards", "concept", "lesson"}, {"ask"}),
        ("cards:\n  - |", {"id", "ask", *KINDS}, {"title"}),
        ("cards:\n  - {id: a, ask: b, answer: c}\n  - |\n", {"id", "ask", *KINDS}, {"title"}),
        ("cards:\n  - id: a\n    |", {"ask", *KINDS}, {"id", "title"}),
        ("cards:\n  - id: a\n    ask: q\n    ch|\n", {"choices"}, {"ask"}),
        ("cards:\n  - id: a\n    ask:\n      |\n", {"en", "ko"}, {"id"}),
        ("cards:\n  - id: a\n    claim: q\n    |\n", {"holds", "because"}, {"id", "order"}),
        ("cards:\n  - id: a\n    claim: q\n    holds: |\n", {"true", "false"}, set()),
        ("cards:\n  - id: a\n    ask: q\n    choices:\n      - |", {"text", "right"}, {"id"}),
        ("cards:\n  - id: a\n    live: b\n    cells: |\n", {"all", "row", "one"}, set()),
    ],
)
def test_what_may_follow_is_offered(
    code: LanguageServer, pack: Path, text: str, some: set[str], none: set[str]
) -> None:
    offered = code.offers(pack / "content" / "typed.yaml", text)
    assert some <= offered.keys()
    assert not none & offered.keys()


def test_what_is_offered_is_explained(code: LanguageServer, pack: Path) -> None:
    offered = code.offers(pack / "content" / "typed.yaml", "cards:\n  - |")
    assert {key for key, item in offered.items() if not item["documentation"]} == set()
    deck = "cards:\n  - id: a\n    claim: q\n    holds: true\n"
    assert "claim is true" in code.explained(pack / "content" / "typed.yaml", deck, 4, 6)
