"""Texts held against a glossary: a term is rendered one way throughout.

Two things are found: a rendering that the glossary rules out, and a text whose English names a
strict term while its Korean does not. What stands in formulas, in code and in what is accepted
beside the right answer is passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tutor.core.faults import Severity
from tutor.core.glossary import Term
from tutor.core.text import LANGUAGES, Language
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, SequenceNode, flaw_at, part_at

_UNSAID: Final = frozenset(
    {
        *("concept", "id", "was", "needs", "fact", "tags", "source", "file", "demo", "generate"),
        *("live", "formula", "number", "draw", "cells", "tolerance", "holds"),
        *("at", "value", "with", "pictures", "examples"),
        *("also", "not", "strict"),
    }
)
"""Keys whose values are names and numbers, not words to be read."""
_NAMES: Final = frozenset({"facts", "steps", "inputs", "conventions"})
"""Keys whose mappings have keys of the author's own."""

_PASSED_OVER: Final = re.compile(r"\$(?:\\.|[^$\\])+\$|`[^`]+`|@\{[^{}]*\}")
_ALTERNATIVES: Final = re.compile(r"(\{\{[^{}|]*)\|[^{}]*(?=\}\})")
_MARKS: Final = re.compile(r"\{\{|\}\}|\*+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDS: Final[dict[Language, str]] = {"en": r"(?:e?s)?(?![^\W_])", "ko": ""}
"""What may follow a form: in English the plural and no more, in Korean any particle."""


class Renderings:
    """What a glossary asks of texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._named = _by_form((term, (term.en, *term.also.en)) for term in terms)
        begun = _by_first_word(self._named)
        self._naming = {word: _any_of(forms, _ENDS["en"]) for word, forms in begun.items()}
        self._forms = {
            term.en: tuple(
                _squeezed(form)
                for form in (term.ko, *term.also.ko, term.en, *term.also.en, *term.avoid.ko)
            )
            for term in terms
            if term.strict
        }
        strict = {form: term.en for form, term in self._named.items() if term.strict}
        self._asked = {
            word: {self._forms[strict[form]] for form in forms if form in strict}
            for word, forms in begun.items()
        }
        self._avoided = {
            language: _by_form((term, getattr(term.avoid, language)) for term in terms)
            for language in LANGUAGES
        }
        self._ruling = {
            language: _any_of(forms, _ENDS[language])
            for language, forms in self._avoided.items()
            if forms
        }

    def flaws(self, node: Node, key: str = "") -> Iterator[Flaw]:
        """A hint for each word to be mended at and under `node`, which stands under `key`."""
        if key in _UNSAID:
            return
        if isinstance(node, ScalarNode):
            for language in LANGUAGES:
                yield from self._ruled_out(node, language)
        elif isinstance(node, SequenceNode):
            for item in node.items[:1] if key == "accept" else node.items:
                yield from self.flaws(item)
        else:
            yield from self._mapping_flaws(node, key)

    def _mapping_flaws(self, node: MappingNode, key: str) -> Iterator[Flaw]:
        said: dict[Language, ScalarNode] = {}
        for language in LANGUAGES:
            entry = node.entries.get(language)
            if entry and isinstance(entry[1], ScalarNode):
                said[language] = entry[1]
                yield from self._ruled_out(entry[1], language)
        if len(said) == len(LANGUAGES):
            yield from self._unsaid(said["en"], said["ko"])
        for name, (_, value) in node.entries.items():
            if name not in said:
                yield from self.flaws(value, "" if key in _NAMES else name)

    def _ruled_out(self, node: ScalarNode, language: Language) -> Iterator[Flaw]:
        """Each rendering in the text that the glossary rules out."""
        pattern = self._ruling.get(language)
        if pattern is None or not pattern.search(node.value.lower()):
            return
        for found in dict.fromkeys(words for _, words in _found([pattern], _words(node.value))):
            term = _term_of(found, self._avoided[language])
            details = {"found": _squeezed(found), "term": term.en, "form": getattr(term, language)}
            yield _hint(node, found, "ruled-out", details)

    def _unsaid(self, en: ScalarNode, ko: ScalarNode) -> Iterator[Flaw]:
        """Each strict term that the English names and the Korean does not, not even wrongly."""
        words = self._naming.keys() & _WORD.findall(en.value.lower())
        if not words:
            return
        korean = _squeezed(_words(ko.value))
        if all(_says(korean, forms) for word in words for forms in self._asked[word]):
            return
        patterns = {self._naming[word] for word in words}
        for found in dict.fromkeys(_longest(_found(patterns, _words(en.value)))):
            term = _term_of(found, self._named)
            if term.strict and not _says(korean, self._forms[term.en]):
                details = {"found": _squeezed(found), "form": term.ko}
                yield _hint(ko, "", "term-unsaid", details)


def _says(korean: str, forms: Iterable[str]) -> bool:
    """Whether a text has one of the forms, as they are compared."""
    return any(form in korean for form in forms)


def _by_form(named: Iterable[tuple[Term, Iterable[str]]]) -> dict[str, Term]:
    """The terms by forms of theirs, as these are compared."""
    return {_squeezed(form): term for term, forms in named for form in forms}


def _by_first_word(forms: Iterable[str]) -> dict[str, list[str]]:
    """The forms that begin with a word or whose plural is that word, by the word.

    Most texts hold few of the words, so that few of the forms need be looked for.
    """
    begun: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if words := _WORD.findall(form):
            for ending in ("", "s", "es"):
                begun[words[0] + ending].append(form)
    return begun


def _any_of(forms: Iterable[str], end: str) -> re.Pattern[str]:
    """Finds any of the forms in small letters, of two that fit the longer one.

    Whether a word begins there is left to `_found`: a pattern that begins with letters is looked
    for several times faster.
    """
    longest = sorted(forms, key=len, reverse=True)
    ways = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    return re.compile(f"(?:{ways}){end}")


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[tuple[int, str]]:
    """Where in a text the patterns find something that begins a word, and what, as written."""
    small = text.lower()
    if len(small) != len(text):
        text = small
    for pattern in patterns:
        for match in pattern.finditer(small):
            if not small[match.start() - 1 : match.start()].isalnum():
                yield match.start(), text[match.start() : match.end()]


def _longest(found: Iterable[tuple[int, str]]) -> Iterator[str]:
    """What was found without what lies in another: a hidden state is no state."""
    end = 0
    for start, words in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        if start >= end:
            yield words
            end = start + len(words)


def _term_of(found: str, forms: dict[str, Term]) -> Term:
    name = _squeezed(found)
    for way in (name, name.removesuffix("s")):
        if way in forms:
            return forms[way]
    return forms[name.removesuffix("es")]


def _words(text: str) -> str:
    """The words of a text that a learner is to read: no formulas, code, signs or alternatives."""
    if "$" in text or "`" in text or "@{" in text:
        text = _PASSED_OVER.sub(" · ", text)
    if "{{" in text:
        text = _ALTERNATIVES.sub(r"\1", text)
    return _MARKS.sub("", text) if "{{" in text or "*" in text else text


def _squeezed(text: str) -> str:
    return " ".join(text.lower().split())


def _hint(node: ScalarNode, part: str, code: str, details: dict[str, str]) -> Flaw:
    at = part_at(node, part) if part and part in node.value else node
    flaw = flaw_at(at, code, **details)
    flaw.severity = Severity.HINT
    return flaw
