"""Texts of cards and lessons as lines without markup: formulas on one line, no asterisks."""

import re

from tutor.core.text import Language, Text, in_language
from tutor.words.unmarked import unmarked

_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)


def prose(text: Text, language: Language) -> list[str]:
    """The lines of a text in `language`, its Markdown marks dropped and its formulas set."""
    text = _HEADING.sub("", in_language(text, language).strip())
    return [line.rstrip() for line in unmarked(text).splitlines()]


def one_line_of(text: Text, language: Language) -> str:
    """A text in `language` on a single line."""
    return " ".join(" ".join(prose(text, language)).split())
