"""The SVG of a screen, made so that each letter stands in its cell whatever font shows it."""

from __future__ import annotations

import html
import re

from tutor.maths import cells

_CELL = 12.2
"""How wide Rich draws a cell."""
_WIDE = 22
"""The size at which Korean letters fill their two cells; the others have 20."""
_RUN = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="[\d.]+" clip-path="(?P<clip>[^"]+)">(?P<text>[^<]*)</text>'
)
_WORD = re.compile(r"[^\xa0 ]+")
_LINES = re.compile(r"[\u2500-\u259f\xa0 ]*")
"""Rules, blocks and shades, which must join one another."""


def in_cells(svg: str) -> str:
    """A screenshot of Rich's, whose classes it does not number anew each time.

    Rich states how long a run of text is, and leaves it to the viewer to spread its letters: where
    Korean stands in it, all that follows is out of line. Here every word has its place, and so has
    every letter of a word with Korean in it.
    """
    return _RUN.sub(_placed, re.sub(r"terminal-\d+", "terminal", svg))


def _placed(run: re.Match[str]) -> str:
    text = html.unescape(run["text"])
    if text.replace("\xa0", " ").isascii() or _LINES.fullmatch(text):
        return run[0]
    return "".join(
        _word(run, word[0], cells(text[: word.start()])) for word in _WORD.finditer(text)
    )


def _word(run: re.Match[str], word: str, before: int) -> str:
    start, style, clip = float(run["x"]), run["style"], run["clip"]

    def place(number: int) -> str:
        return f"{start + (before + cells(word[:number])) * _CELL:.6g}"

    if all(cells(letter) < 2 for letter in word):
        told, wide = html.escape(word), f' textLength="{cells(word) * _CELL:.6g}"'
    else:
        told, wide = "".join(_letter(one, place(at)) for at, one in enumerate(word)), ""
    where = f'x="{place(0)}" y="{run["y"]}"{wide}'
    return f'<text class="{style}" {where} clip-path="{clip}">{told}</text>'


def _letter(letter: str, place: str) -> str:
    size = f' font-size="{_WIDE}px"' if cells(letter) > 1 else ""
    return f'<tspan x="{place}"{size}>{html.escape(letter)}</tspan>'
