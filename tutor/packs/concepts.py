"""One file of a pack read into a concept: every sound card, and a fault for everything else.

What only shows across files (an unknown `needs`, an identity taken twice) is found in
`tutor.packs.links`; the marks kept here say where such a word stands.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from tutor.core.cards import (
    KINDS,
    AnyCard,
    Card,
    CardId,
    CardKey,
    Concept,
    ConceptId,
    Item,
    Place,
)
from tutor.core.faults import Fault, Severity
from tutor.core.text import Text
from tutor.packs.images import image_marks
from tutor.packs.livecards import live_marks, with_lists
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
from tutor.packs.shapes import field_names, read_object

_NAME = re.compile(r"[^\s/~#\"'`\x00-\x1f]{1,120}")
"""What an identity looks like: `/` joins a concept's and a card's, `~` marks a derived card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptFile:
    """The keys at the top of a file in `content/`; none of them must be there but `cards`."""

    concept: str = ""
    title: Text = ""
    needs: tuple[str, ...] = ()
    source: Text = ""
    facts: dict[str, Text] = field(default_factory=dict)
    lesson: Text = ""
    demo: str = ""
    generate: tuple[str, ...] = ()
    cards: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: its name in faults, and the pack and track that it belongs to."""

    file: str
    pack: str
    track: str

    @property
    def stem(self) -> str:
        """The identity of a concept whose file gives none: the file's name without its ending."""
        stem = unicodedata.normalize("NFC", PurePath(self.file).stem)
        return re.sub(r"[\s/~#\"'`\x00-\x1f]+", "-", stem).strip("-")[:120] or "cards"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file holds. `title` is empty, not invented, in a file that gives none.

    `marks` says where the words stand that point elsewhere: `need:NAME`, `fact:CARD`, `was:CARD`,
    `concept`, `demo`, `generate:STEP`, and those of `tutor.packs.livecards` and
    `tutor.packs.images`. `facts_known` is false when the facts could not be read.
    """

    concept: Concept | None
    faults: tuple[Fault, ...]
    marks: dict[str, tuple[int, int]]
    facts_known: bool = True

    def place(self, mark: str) -> Place:
        """Where the word marked so stands; the top of the file for an unknown mark."""
        assert self.concept is not None
        line, column = self.marks.get(mark, (1, 1))
        return Place(self.concept.place.file, line, column)


def read_source(data: bytes, source: Source) -> ReadFile:
    """Reads a file's bytes; never raises, whatever they are."""
    from tutor.packs.document import read_document

    return _FileReader(source, read_document(data)).read()


class _FileReader:
    """Goes through a document once; `flaws` gathers what is wrong on the way."""

    def __init__(self, source: Source, document: Document) -> None:
        self.source = source
        self.document = document
        self.flaws: list[Flaw] = []
        self.marks: dict[str, tuple[int, int]] = {}
        self.broken_at = {(flaw.line, flaw.column) for flaw in document.flaws}

    def read(self) -> ReadFile:
        root = self.document.root
        if root is None:
            return self.done(None)
        if not isinstance(root, MappingNode):
            self.flaws.append(flaw_at(root, "not-a-concept"))
            return self.done(None)
        head = self.head(root)
        cards = root.entries.get("cards")
        if "concept" in self.document.lost or ("concept" in root.entries and not head["concept"]):
            concept_id = None  # cards under a wrong identity would lose their history
        else:
            concept_id = ConceptId(head["concept"] or self.source.stem)
        items = tuple(self.items(cards[1], concept_id or ConceptId(""))) if cards else ()
        if not cards and "lesson" not in root.entries and not self.document.lost:
            self.flaws.append(flaw_at(root, "missing-key", key="cards"))
        if concept_id is None:
            return self.done(None)
        del head["concept"]
        line, column = self.marks.get("concept", (root.line, root.column))
        place = Place(self.source.file, line, column)
        return self.done(
            Concept(
                id=concept_id,
                pack=self.source.pack,
                track=self.source.track,
                place=place,
                items=items,
                **head,
            )
        )

    def head(self, root: MappingNode) -> dict[str, Any]:
        """The fields of the concept itself, defaults for those that are absent or broken."""
        import msgspec

        entries = {name: entry for name, entry in root.entries.items() if name != "cards"}
        head = with_lists(replace(root, entries=entries))
        values = read_object(head, ConceptFile, self.flaws)
        for name in ("concept", "demo"):
            if name in values:
                at = child(root, name)
                self.marks[name] = (at.line, at.column)
                values[name] = self.name(values[name], at, name)
        for key, mark in (("needs", "need"), ("generate", "generate")):
            listed = child(head, key)
            if key in values and isinstance(listed, SequenceNode):
                for name, at in zip(values[key], listed.items, strict=True):
                    self.marks[f"{mark}:{name}"] = (at.line, at.column)
        made = msgspec.convert(values, ConceptFile)
        return {name: getattr(made, name) for name in field_names(ConceptFile) if name != "cards"}

    def name(self, text: str, at: Node, key: str) -> str:
        """`text` if it can be an identity, else nothing."""
        if _NAME.fullmatch(text):
            return text
        self.flaws.append(flaw_at(at, "bad-name", key=key, name=text[:60]))
        return ""

    def items(self, listed: Node, concept: ConceptId) -> Iterable[Item]:
        """The sound cards of the list, their flaws noted under their ids."""
        if not isinstance(listed, SequenceNode):
            if isinstance(listed, ScalarNode) and not listed.value and not listed.style:
                flaw = flaw_at(listed, "no-cards-yet")  # a deck that was just begun
                flaw.severity = Severity.HINT
            else:
                flaw = flaw_at(listed, "not-a-list", key="cards")
            self.flaws.append(flaw)
            return
        seen: dict[str, Place] = {}
        for node in listed.items:
            flaws: list[Flaw] = []
            card = self.card(node, flaws)
            place = Place(self.source.file, node.line, node.column)
            if card and card.id in seen:
                first = seen[card.id]
                details = {"first": f"{first.file}:{first.line}"}
                flaws.append(Flaw(node.line, node.column, "same-identity", details))
                card = None
            name = node.text("id") if isinstance(node, MappingNode) else ""
            for flaw in flaws:
                flaw.card = name
            self.flaws += flaws
            if card and not self.spoilt(node, name):
                seen[card.id] = place
                yield Item(CardKey(f"{concept}/{card.id}"), concept, card, place)

    def spoilt(self, node: Node, name: str) -> bool:
        """Whether the document's own flaws lie within the card; they are given its name."""
        found = False
        if isinstance(node, MappingNode) and self.broken_at:
            for flaw in self.document.flaws:
                if (node.line, node.column) <= (flaw.line, flaw.column) < node.end:
                    flaw.card = flaw.card or name
                    found = True
        return found

    def card(self, node: Node, flaws: list[Flaw]) -> AnyCard | None:
        """The card at `node`, None if anything about it is wrong."""
        import msgspec

        from tutor.packs.kinds import card_flaws

        if not isinstance(node, MappingNode):
            flaws.append(flaw_at(node, "not-a-card"))
            return None
        answers = [key for key in node.entries if key in KINDS]
        if len(answers) != 1:
            flaws += _answer_flaws(node, answers)
            return None
        kind: type = KINDS[answers[0]]
        node = with_lists(node)
        values = read_object(node, kind, flaws)
        if "id" in values and not _NAME.fullmatch(values["id"]):
            flaws.append(flaw_at(child(node, "id"), "bad-name", key="id", name=values["id"][:60]))
        for number, former in enumerate(values.get("was", ())):
            if not _was_identity(former):
                flaws.append(flaw_at(child(node, "was", number), "bad-was", was=former[:60]))
        if flaws:
            return None
        if "id" not in values:
            values["id"] = _id_from_text(values, answers[0])
        card: AnyCard = msgspec.convert(values, kind)
        flaws += card_flaws(card, node)
        if any(flaw.severity is Severity.ERROR for flaw in flaws):
            return None
        if "id" not in node.entries:
            hint = flaw_at(node, "no-id", id=card.id)
            hint.severity = Severity.HINT
            flaws.append(hint)
        for key in ("fact", "was"):
            if values.get(key):
                at = child(node, key)
                self.marks[f"{key}:{card.id}"] = (at.line, at.column)
        self.marks.update(live_marks(card, node) | image_marks(card, node))
        return card

    def done(self, concept: Concept | None) -> ReadFile:
        """All that was found; where the YAML itself is at fault nothing else is said of it."""
        flaws = self.document.flaws + [
            flaw for flaw in self.flaws if (flaw.line, flaw.column) not in self.broken_at
        ]
        flaws.sort(key=lambda flaw: (flaw.line, flaw.column))
        faults = tuple(
            Fault(
                Place(self.source.file, flaw.line, flaw.column),
                flaw.code,
                flaw.card,
                flaw.details,
                flaw.severity,
            )
            for flaw in flaws
        )
        return ReadFile(concept, faults, self.marks, "facts" not in self.document.lost)


def _answer_flaws(node: MappingNode, answers: list[str]) -> list[Flaw]:
    """What to say of a card with no answer key, or with several."""
    if answers:
        key = node.entries[answers[1]][0]
        return [flaw_at(key, "two-answer-keys", first=answers[0], second=answers[1])]
    every: list[type] = list(KINDS.values())
    known = {name for kind in every for name in field_names(kind)}
    kinds = ", ".join(KINDS)
    unknown = [key for key, _ in node.entries.values() if key.value not in known]
    for key in unknown:
        if near := nearest(key.value, tuple(KINDS)):
            return [flaw_at(key, "no-answer-key", known=kinds, key=key.value, **near)]
    flaws = [flaw_at(node, "no-answer-key", known=kinds)]
    common = field_names(Card)
    for key in unknown:
        near = nearest(key.value, common)
        flaws.append(
            flaw_at(key, "unknown-key", key=key.value, known=", ".join(sorted(known)), **near)
        )
    return flaws


def _was_identity(text: str) -> bool:
    parts = text.replace("~", "").split("/")
    return len(parts) == 2 and all(_NAME.fullmatch(part) for part in parts)


def _id_from_text(values: dict[str, Any], answer: str) -> CardId:
    """An identity made of what the card asks and answers, the same on every machine."""
    said = json.dumps([answer, values.get("ask"), values[answer]], ensure_ascii=False)
    return CardId("text-" + hashlib.sha256(said.encode()).hexdigest()[:12])
