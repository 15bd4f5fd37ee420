"""TeX to Unicode: formulas as boxes of text or on one line, and width in terminal cells."""

from tutor.maths.setting import (
    faults_in,
    one_line,
    plain_text,
    split_text,
    typeset,
    unknown_commands,
)
from tutor.maths.widths import cells, pad

__all__ = [
    "cells",
    "faults_in",
    "one_line",
    "pad",
    "plain_text",
    "split_text",
    "typeset",
    "unknown_commands",
]
