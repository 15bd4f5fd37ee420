"""Texts of cards without their Markdown marks, formulas set on one line."""

import re

_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)")
_MARKS = re.compile(r"\*\*|`")


def unmarked(text: str) -> str:
    """The text as it is read aloud: no asterisks, no backquotes, formulas in signs."""
    from tutor.maths import one_line, split_text  # typesetting waits until something is shown

    return "".join(
        one_line(part) if formula else _MARKS.sub("", _EMPHASIS.sub(r"\1", part))
        for formula, part in split_text(text)
    )
