"""Sentences from the catalogues: a code names one, details fill it.

A catalogue is a module of this package with `SENTENCES: dict[str, str]`, one for each language;
the word before a code's first dot chooses it (`ui.home.title` stands in `ui_en` and `ui_ko`),
all other codes stand in `en` and `ko`. Catalogues are read when first asked for.

In a template `{name}` is a detail, `{name|은는}` the detail with its Korean particle,
`{count|card/cards}` the word that the number asks for, and `{{` a brace.
"""

import re
from functools import cache
from importlib import import_module

from tutor.core.text import Language
from tutor.words.particles import PARTICLES, with_particle

PARTS: dict[str, str] = {
    "fault": "faults",
    "ui": "ui",
    "help": "help",
    "player": "player",
    "picture": "picture",
    "diagnosis": "diagnosis",
    "live": "live",
    "unread": "live",
    "quiz": "quiz",
    "day": "day",
    "tour": "tour",
    "setup": "setup",
    "edit": "edit",
    "deck": "deck",
    "add": "add",
    "watch": "watch",
    "moves": "watch",
    "glossary": "glossary",
    **dict.fromkeys(("trust", "found"), "workshop"),
    "newdemo": "newdemo",
    "settings": "settings",
    "pack": "pack",
    "schema": "schema",
}
"""The first word of a code and the catalogue that holds it, where that is not the common one."""

FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>\w+)(?:\|(?P<form>[^{}]+))?\}")
"""A field of a template: a name, and perhaps a particle or the forms of a word."""


@cache
def catalogue(part: str, language: Language) -> dict[str, str]:
    """The sentences of one catalogue in one language; `part` is empty for the common one."""
    module = import_module(f"tutor.words.{part}_{language}" if part else f"tutor.words.{language}")
    sentences: dict[str, str] = module.SENTENCES
    return sentences


def template(code: str, language: Language) -> str:
    """The template that `code` names; KeyError if there is none, for that is a mistake of ours."""
    return catalogue(PARTS.get(code.partition(".")[0], ""), language)[code]


def say(code: str, language: Language, /, **details: object) -> str:
    """The sentence that `code` names, filled with `details`."""
    return fill(template(code, language), details)


def fill(sentence: str, details: dict[str, object]) -> str:
    """A template with its fields filled; details are put in as they are, never read as fields."""

    def field(match: re.Match[str]) -> str:
        name, form = match["name"], match["form"]
        if name is None:
            return match[0][0]
        value = str(details[name])
        if form is None:
            return value
        if form in PARTICLES:
            return with_particle(value, form)
        one, _, many = form.partition("/")
        return one if value == "1" else many

    return FIELD.sub(field, sentence)
