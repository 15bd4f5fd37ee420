"""The words and numbers of a demo, read from `demos/NAME.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tutor.core.cards import Place
from tutor.core.faults import Fault
from tutor.core.text import Text
from tutor.demo import DemoWords
from tutor.packs.nodes import Document, Flaw, MappingNode, flaw_at
from tutor.packs.shapes import Printed, read_object


@dataclass(frozen=True, slots=True, kw_only=True)
class _ExampleAsWritten:
    """An example whose printed results keep their digits, for these say how exact they are."""

    inputs: Mapping[str, object]
    source: Text = ""
    expect: Mapping[str, Printed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _DemoFile:
    """The keys of the file; how `draw` and `traps` are read belongs to the live cards."""

    title: Text
    source: Text = ""
    conventions: Mapping[str, Text] = field(default_factory=dict)
    steps: Mapping[str, Text] = field(default_factory=dict)
    examples: tuple[_ExampleAsWritten, ...] = ()
    draw: object = None
    traps: object = None


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
    values = read_object(root, _DemoFile, flaws, document.lost)
    kept = {name: value for name, value in values.items() if name not in ("draw", "traps")}
    return msgspec.convert(kept, DemoWords)
