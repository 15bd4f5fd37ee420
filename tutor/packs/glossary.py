"""`content/glossary.yaml`: the terms of a pack, read only when somebody asks for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tutor.core.cards import Place
from tutor.core.faults import Fault
from tutor.core.glossary import Forms, Term
from tutor.core.text import Text
from tutor.packs.nodes import (
    Document,
    Flaw,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    child,
    flaw_at,
    nearest,
)
from tutor.packs.shapes import LOST, reading_of, unknown_key
from tutor.packs.sources import GLOSSARY, Pack, reserved_file

_KEYS: Final[dict[str, Any]] = {
    "en": str,
    "ko": str,
    "means": Text,
    "concept": str,
    "also": Forms,
    "not": Forms,
    "strict": bool,
}
"""The keys of a term as they are written, and what each holds."""
_REQUIRED: Final = ("en", "ko", "means")


@dataclass(frozen=True, slots=True)
class Glossary:
    """What the glossary of one pack holds: its sound terms, and a fault for everything else.

    `taught` says where the file names the concept of a term, by the term's English name.
    """

    terms: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()
    taught: Mapping[str, Place] = field(default_factory=dict)

    def unknown_concepts(self, known: Sequence[str]) -> Iterator[Fault]:
        """A fault for each term that is said to be taught in a concept that is not `known`."""
        for term in self.terms:
            if term.concept and term.concept not in known:
                details = {"concept": term.concept[:60], **nearest(term.concept, tuple(known))}
                yield Fault(self.taught[term.en], "unknown-concept", "", details)


def terms_of(packs: Iterable[Pack]) -> tuple[Term, ...]:
    """The terms of all packs, a later one in place of an earlier one of the same English name."""
    found: dict[str, Term] = {}
    for pack in packs:
        found |= {term.en.casefold(): term for term in read_glossary(pack).terms}
    return tuple(found.values())


def read_glossary(pack: Pack) -> Glossary:
    """The glossary of a pack, an empty one if it has none; never raises for what the file holds."""
    from tutor.packs.document import read_document

    try:
        found = reserved_file(pack, GLOSSARY)
        if found is None:
            return Glossary()
        return _glossary(read_document(found.path.read_bytes()), str(found.path))
    except OSError as error:
        place = Place(str(error.filename or pack.root), 1, 1)
        details = {"reason": error.strerror or type(error).__name__}
        return Glossary(faults=(Fault(place, "unreadable-file", "", details),))


def _glossary(document: Document, file: str) -> Glossary:
    flaws: list[Flaw] = [flaw for flaw in document.flaws if flaw.code != "empty-file"]
    terms: dict[str, Term] = {}
    nodes: dict[str, Node] = {}
    if isinstance(document.root, SequenceNode):
        for node in document.root.items:
            term = _term(node, flaws)
            if term is None:
                continue
            name = term.en.casefold()
            if name in terms:
                details = {"term": term.en, "line": str(nodes[name].line)}
                flaws.append(flaw_at(child(node, "en"), "same-term", **details))
                continue
            terms[name], nodes[name] = term, node
    elif not flaws:
        flaws.append(flaw_at(document.root or ScalarNode("", 1, 1), "not-a-glossary"))
    flaws.sort(key=lambda flaw: (flaw.line, flaw.column))
    taught = {term.en: child(nodes[name], "concept") for name, term in terms.items()}
    return Glossary(
        tuple(terms.values()),
        tuple(Fault(_place(file, flaw), flaw.code, "", flaw.details) for flaw in flaws),
        {name: _place(file, node) for name, node in taught.items()},
    )


def _place(file: str, at: Flaw | Node) -> Place:
    return Place(file, at.line, at.column)


def _term(node: Node, flaws: list[Flaw]) -> Term | None:
    """The term at `node`, None where anything is wrong with it."""
    import msgspec

    if not isinstance(node, MappingNode):
        flaws.append(flaw_at(node, "not-a-term", known=", ".join(_KEYS)))
        return None
    before = len(flaws)
    values: dict[str, Any] = {}
    for name, (key, value) in node.entries.items():
        if name in _KEYS:
            # `not` is a word of Python's own
            values["avoid" if name == "not" else name] = reading_of(_KEYS[name])(value, name, flaws)
        else:
            flaws.append(unknown_key(replace(node, flow=False), key, tuple(_KEYS)))
    for name in _REQUIRED:
        if name not in node.entries:
            flaws.append(flaw_at(node, "missing-key", key=name))
    if len(flaws) > before or LOST in values.values():
        return None
    return msgspec.convert(values, Term)
