"""`@{name}` in the texts of a live card: where a number of the question is shown."""

import re
from collections.abc import Iterator
from typing import Final

from tutor.core.cards import AnyCard, Live
from tutor.core.faults import Severity
from tutor.core.text import LANGUAGES, Text
from tutor.packs.nodes import Flaw, Node, ScalarNode, child, flaw_at, part_at

PLACEHOLDER: Final = re.compile(r"@\{([^{}\n]*)\}")
_OPEN: Final = re.compile(r"@\{(?![^{}\n]*\})")
_TEXTS: Final = ("ask", "hint", "because")


def names_shown(text: Text) -> dict[str, None]:
    """The names of the placeholders in a text, in all its languages, each once."""
    said = [text] if isinstance(text, str) else [getattr(text, name) for name in LANGUAGES]
    return dict.fromkeys(name.strip() for part in said for name in PLACEHOLDER.findall(part))


def without_placeholders(text: str) -> str:
    """The text, as long as before, with digits for placeholders, so that its TeX can be judged."""
    return PLACEHOLDER.sub(lambda found: "0" * len(found[0]), text)


def placeholder_flaws(card: AnyCard, node: Node) -> Iterator[Flaw]:
    """Placeholders that are never closed, that differ by language, or that nothing can fill."""
    for key, at, text in _texts(card, node):
        if not isinstance(card, Live):
            hint = flaw_at(part_at(at, "@{"), "placeholder-not-live", key=key)
            hint.severity = Severity.HINT
            yield hint
            continue
        found = _OPEN.search(text)
        if found:
            begun = text[found.start() : found.start() + 20].partition("\n")[0]
            yield flaw_at(part_at(at, begun), "placeholder-open", begun=begun)
    if isinstance(card, Live) and not isinstance(card.ask, str):
        shown = [set(names_shown(getattr(card.ask, name))) for name in LANGUAGES]
        said = [getattr(card.ask, name) for name in LANGUAGES]
        if all(said) and shown[0] != shown[1]:
            names = ", ".join(sorted(shown[0] ^ shown[1]))
            hint = flaw_at(child(node, "ask", "ko"), "placeholders-differ", names=names)
            hint.severity = Severity.HINT
            yield hint


def placeholder_places(card: Live, node: Node) -> dict[str, ScalarNode]:
    """Where each name first stands in a placeholder of the card."""
    places: dict[str, ScalarNode] = {}
    for _, at, text in _texts(card, node):
        for found in PLACEHOLDER.finditer(text):
            places.setdefault(found[1].strip(), part_at(at, found[0]))
    return places


def _texts(card: AnyCard, node: Node) -> Iterator[tuple[str, ScalarNode, str]]:
    """The texts of the card that begin a placeholder: their keys and where they stand."""
    for key in _TEXTS:
        text: Text = getattr(card, key, "")
        parts = [((), text)] if isinstance(text, str) else _by_language(text)
        for path, said in parts:
            at = child(node, key, *path)
            if "@{" in said and isinstance(at, ScalarNode):
                yield key, at, said


def _by_language(text: Text) -> list[tuple[tuple[str, ...], str]]:
    return [((name,), getattr(text, name)) for name in LANGUAGES]
