"""`tutor glossary`: the terms of the packs, found by their names in either language."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.core.glossary import Term
from tutor.core.text import in_language
from tutor.plain.prose import one_line_of


def glossary(arguments: argparse.Namespace, context: Context) -> int:
    """The terms that are or hold what was named, those of that very name first; else all."""
    from tutor.cli.shelf import packs_of
    from tutor.packs.glossary import terms_of

    every = terms_of(packs_of(context))
    terms = _chosen(every, arguments.term, context)
    if arguments.json:
        print_json({"terms": [_row(term, context) for term in terms]})
        return 0
    for term in terms:
        for line in _lines(term, context):
            print(line)
    return 0


def _chosen(every: Sequence[Term], words: str, context: Context) -> list[Term]:
    language = context.language
    named = [term for term in every if term.named_by(words)]
    if words and not named:
        names = [name for term in every for name in (term.en, term.ko)]
        near = "".join(get_close_matches(words, names, n=1))
        raise CannotError("glossary.none_near" if near else "glossary.none", term=words, near=near)
    exact = words.casefold()

    def turn(term: Term) -> tuple[bool, tuple[bool, str]]:
        return exact not in (term.en.casefold(), term.ko), term.place_in(language)

    return sorted(named, key=turn)


def _row(term: Term, context: Context) -> dict[str, object]:
    return {
        "en": term.en,
        "ko": term.ko,
        "means": in_language(term.means, context.language),
        "concept": term.concept or None,
        "also": asdict(term.also),
    }


def _lines(term: Term, context: Context) -> Iterator[str]:
    language = context.language
    name, other = term.called(language), term.called("en" if language == "ko" else "ko")
    yield name if other == name else f"{name} ({other})"
    yield f"  {one_line_of(term.means, language)}"
    if term.concept:
        yield f"  {context.say('glossary.taught', concept=term.concept)}"
