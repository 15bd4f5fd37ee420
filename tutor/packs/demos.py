"""The words and numbers of a demo, read from `demos/NAME.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from tutor.core.cards import Place
from tutor.core.faults import Fault
from tutor.core.text import Text
from tutor.demo import DemoWords, InputWords, Picture
from tutor.packs.draws import read_draw
from tutor.packs.nodes import (
    Document,
    Flaw,
    MappingNode,
    Node,
    ScalarNode,
    child,
    flaw_at,
    nearest,
)
from tutor.packs.shapes import Printed, read_object
from tutor.packs.traps import read_traps


@dataclass(frozen=True, slots=True, kw_only=True)
class _ExampleAsWritten:
    """An example whose printed results keep their digits, for these say how exact they are."""

    inputs: Mapping[str, object]
    source: Text = ""
    expect: Mapping[str, Printed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _DemoFile:
    """The keys of the file."""

    title: Text
    source: Text = ""
    conventions: Mapping[str, Text] = field(default_factory=dict)
    inputs: Mapping[str, InputWords] = field(default_factory=dict)
    steps: Mapping[str, Text] = field(default_factory=dict)
    pictures: object = None
    examples: tuple[_ExampleAsWritten, ...] = ()
    draw: object = None
    traps: object = None


_READ_APART = ("pictures", "draw", "traps")
"""The keys whose values are not read by the types of `_DemoFile`."""


def read_demo_words(path: Path) -> tuple[DemoWords | None, list[Fault]]:
    """What the file says, and what is wrong with it; never raises for its contents.

    None if there is no file, if it is no mapping or if nothing in it can be read.
    """
    from tutor.packs.document import read_document

    try:
        document = read_document(path.read_bytes())
    except FileNotFoundError:
        return None, [Fault(Place(str(path), 1, 1), "missing-file")]
    except OSError as error:
        details = {"reason": error.strerror or type(error).__name__}
        return None, [Fault(Place(str(path), 1, 1), "unreadable-file", "", details)]
    flaws: list[Flaw] = []
    words = _words(document, flaws)
    known = {(flaw.line, flaw.column) for flaw in document.flaws}
    flaws = document.flaws + [flaw for flaw in flaws if (flaw.line, flaw.column) not in known]
    flaws.sort(key=lambda flaw: (flaw.line, flaw.column))
    return words, [
        Fault(Place(str(path), flaw.line, flaw.column), flaw.code, "", flaw.details, flaw.severity)
        for flaw in flaws
    ]


def _words(document: Document, flaws: list[Flaw]) -> DemoWords | None:
    import msgspec

    root = document.root
    if root is None:
        return None
    if not isinstance(root, MappingNode):
        flaws.append(flaw_at(root, "not-a-demo"))
        return None
    entries = {name: entry for name, entry in root.entries.items() if name not in _READ_APART}
    values = read_object(replace(root, entries=entries), _DemoFile, flaws, document.lost)
    _check_ranges(root, values.get("inputs", {}), flaws)
    words = msgspec.convert(values, DemoWords)
    apart = {name: entry[1] for name, entry in root.entries.items() if name in _READ_APART}
    return replace(
        words,
        pictures=_pictures(apart["pictures"], flaws) if "pictures" in apart else {},
        draw=read_draw(apart["draw"], flaws) if "draw" in apart else None,
        traps=read_traps(apart["traps"], flaws) if "traps" in apart else (),
    )


def _pictures(node: Node, flaws: list[Flaw]) -> dict[str, Picture]:
    if not isinstance(node, MappingNode):
        flaws.append(flaw_at(node, "not-a-mapping", key="pictures"))
        return {}
    pictures: dict[str, Picture] = {}
    known: tuple[Picture, ...] = get_args(Picture)
    for step, (_, value) in node.entries.items():
        written = value.value if isinstance(value, ScalarNode) else ""
        found = [picture for picture in known if picture == written]
        if found:
            pictures[step] = found[0]
        else:
            details = {"picture": written[:60], "known": ", ".join(known)}
            flaws.append(flaw_at(value, "unknown-picture", **details, **nearest(written, known)))
    return pictures


def _check_ranges(
    root: MappingNode, inputs: Mapping[str, Mapping[str, object]], flaws: list[Flaw]
) -> None:
    """Note the inputs that no number fits, for their least is above their most."""
    for name, words in inputs.items():
        least, most = words.get("least"), words.get("most")
        if isinstance(least, float) and isinstance(most, float) and least > most:
            at = child(root, "inputs", name, "least")
            flaws.append(
                flaw_at(at, "input-range", input=name, least=f"{least:g}", most=f"{most:g}")
            )
