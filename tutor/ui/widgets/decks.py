"""The decks as rows of a list: what each holds today, how much of it was seen, what comes first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content
from textual.widgets.option_list import Option

from tutor.core.cards import ConceptId
from tutor.core.study import DeckCount
from tutor.core.text import Language, in_language
from tutor.study.queue import Library, towards
from tutor.ui.naming import line_of
from tutor.words import say

GOAL, NEEDED = "◆", "◇"
"""The marks of a goal, and of what it needs while cards of that are still to come."""
_COLUMNS = ("due", "new", "learning", "seen")
_WIDE = 10
_DIGITS = 6
"""How wide a column is at least where the titles get what it can spare."""


@dataclass(frozen=True, slots=True)
class Decks:
    """What is known of the decks: today's counts, the cards seen of each, the goals."""

    library: Library
    counts: Sequence[DeckCount]
    seen: Mapping[ConceptId, int]
    goals: Collection[ConceptId]
    language: Language

    def options(self, wanted: str, width: int) -> list[Option]:
        """The decks that hold all the words `wanted`, under quiet headings."""
        needed = self._needed()
        made: list[Option] = []
        for heading, group in self._groups():
            decks = [deck for deck in group if self._is_wanted(deck, wanted)]
            if decks and heading:
                made.append(Option(Content.styled(_cut(heading, width), "$quiet"), disabled=True))
            made += [Option(self._row(deck, needed, width), id=deck.concept) for deck in decks]
        return made

    def _groups(self) -> Iterator[tuple[str, Sequence[DeckCount]]]:
        """What comes first by the goals, then the rest track by track."""
        first = towards(self.goals, self.library.decks)
        if first:
            marks = f"{GOAL} {self._say('goal')}   {NEEDED} {self._say('needed')}"
            heading = f"{self._say('first')}    {marks}"
            yield heading, [deck for deck in self.counts if deck.concept in first]
        rest = [deck for deck in self.counts if deck.concept not in first]
        tracks = [(track, list(decks)) for track, decks in groupby(rest, lambda deck: deck.track)]
        # One track alone, or tracks that alternate, would be more headings than help.
        telling = bool(first) or 1 < len(tracks) <= max(len(rest) // 2, 2)
        for track, decks in tracks:
            yield self._track(track) if telling else "", decks

    def _needed(self) -> frozenset[ConceptId]:
        """All that the goals need; `towards` also has what other packs hold."""
        found: set[ConceptId] = set()
        waiting = list(self.goals)
        while waiting:
            concept = self.library.decks.get(waiting.pop())
            needs = {ConceptId(need) for need in concept.needs} - found if concept else ()
            found.update(needs)
            waiting += needs
        return frozenset(found)

    def _row(self, deck: DeckCount, needed: Collection[ConceptId], width: int) -> Content:
        seen = self.seen.get(deck.concept, 0)
        ahead = deck.concept in needed and seen < deck.cards
        mark = GOAL if deck.concept in self.goals else NEEDED if ahead else " "
        counts = {"due": deck.due, "new": deck.new, "learning": deck.learning}
        cells = {name: str(count or "·") for name, count in counts.items()}
        cells["seen"] = f"{seen}/{deck.cards}"
        return _row(f"{mark} {self._title(deck)}", cells, self.language, width)

    def _is_wanted(self, deck: DeckCount, wanted: str) -> bool:
        if not wanted:
            return True
        said = f"{deck.concept} {self._title(deck)} {self._track(deck.track)}".casefold()
        return all(word in said for word in wanted.casefold().split())

    def _title(self, deck: DeckCount) -> str:
        return line_of(in_language(deck.title, self.language))

    def _track(self, track: str) -> str:
        return line_of(in_language(self.library.tracks.get(track, track), self.language))

    def _say(self, code: str) -> str:
        return say(f"day.decks.{code}", self.language)


def draw_columns(language: Language, width: int) -> Content:
    """The heads of the columns."""
    title = f"  {say('ui.home.decks', language)}"
    return _row(title, _heads(language), language, width).stylize("$quiet")


def _heads(language: Language) -> dict[str, str]:
    return {name: say(f"day.decks.{name}", language) for name in _COLUMNS}


def _columns(language: Language, width: int) -> dict[str, int]:
    """How wide the columns are: alike where there is room, else as their heads need.

    In a narrow window what is being learnt gives way to the titles.
    """
    if width >= 84:
        return dict.fromkeys(_COLUMNS, _WIDE)
    gap = 2 if width >= 60 else 1
    return {
        name: max(Content(head).cell_length, _DIGITS) + gap
        for name, head in _heads(language).items()
        if width >= 60 or name != "learning"
    }


def _row(title: str, cells: Mapping[str, str], language: Language, width: int) -> Content:
    """A title at the left and its numbers in columns at the right."""
    columns = _columns(language, width)
    room = max(width - sum(columns.values()), 8)
    line = _cut(title, room - 1)
    line += " " * (room - Content(line).cell_length)
    for name, column in columns.items():
        short = _cut(cells[name], column - 1)
        line += " " * (column - Content(short).cell_length) + short
    return Content(line)


def _cut(text: str, width: int) -> str:
    """The text where it fits; measured here, for `tutor.maths` is slow to load."""
    whole = Content(text)
    return text if whole.cell_length <= width else whole.truncate(width, ellipsis=True).plain
