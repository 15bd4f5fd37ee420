"""Parts of a line, put together with brackets only where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.trace.pieces import Rope
from tutor.trace.signs import Level


@dataclass(frozen=True, slots=True)
class Text:
    """A part of a line, and what the parts around it have to know of it."""

    level: Level
    bare: Rope
    guarded: Rope
    """The same to stand after an operator: a minus at its beginning is in brackets."""
    length: int
    bars: bool = False
    """Whether |x| is in it, so that no further bars may go round it."""

    def within(self, least: Level, first: bool = False) -> Rope:
        """The text in a place that takes nothing looser than `least`."""
        if self.level < least:
            return ("(", self.bare, ")")
        return self.bare if first else self.guarded


def plain(level: Level, text: str, rope: Rope | None = None) -> Text:
    """The text of a leaf."""
    rope = text if rope is None else rope
    guarded = ("(", rope, ")") if text.startswith("−") else rope
    return Text(level, rope, guarded, len(text))


def made(level: Level, rope: Rope, texts: Sequence[Text]) -> Text:
    """A text put together from `texts`, which does not begin with a minus."""
    bars = any(text.bars for text in texts)
    return Text(level, rope, rope, sum(text.length for text in texts) + 3 * len(texts), bars)


def led_by(
    first: Text, least: Level, later: Sequence[Rope], level: Level, texts: Sequence[Text]
) -> Text:
    """An operation whose first part may begin with a minus."""
    if not later:
        return first
    rope = (first.within(least, first=True), *later)
    text = made(level, rope, texts)
    if first.level < least or first.guarded is first.bare:
        return text
    return Text(level, rope, (first.guarded, *later), text.length, text.bars)


def negated(text: Text) -> Text:
    """The text with a minus before it."""
    rope = ("−", text.within(Level.QUOTIENT))
    level = min(text.level, Level.PRODUCT) if text.level >= Level.QUOTIENT else Level.PRODUCT
    return Text(level, rope, ("(", rope, ")"), text.length + 3, text.bars)


def factor(text: Text, is_last: bool) -> Rope:
    """The text as a later factor: a root that another one follows is bracketed."""
    if text.level == Level.ROOT and not is_last:
        return ("(", text.bare, ")")
    return text.within(Level.PRODUCT)


def bracketed(text: Text) -> Text:
    """The text in brackets, which then hold together against everything."""
    rope = ("(", text.bare, ")")
    return Text(Level.CALL, rope, rope, text.length + 2, text.bars)
