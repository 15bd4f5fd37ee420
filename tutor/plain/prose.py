"""Texts of cards and lessons as lines without markup: formulas on one line, no asterisks."""

import re

from tutor.core.text import Language, Text, in_language

_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)")
_MARKS = re.compile(r"\*\*|`")
_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)


def prose(text: Text, language: Language) -> list[str]:
    """The lines of a text in `language`, its Markdown marks dropped and its formulas set."""
    from tutor.maths import one_line, split_text  # typesetting waits until something is shown

    parts = [
        one_line(part) if formula else _MARKS.sub("", _EMPHASIS.sub(r"\1", part))
        for formula, part in split_text(_HEADING.sub("", in_language(text, language).strip()))
    ]
    return [line.rstrip() for line in "".join(parts).splitlines()]


def one_line_of(text: Text, language: Language) -> str:
    """A text in `language` on a single line."""
    return " ".join(" ".join(prose(text, language)).split())
