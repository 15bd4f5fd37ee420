"""A card's history: every answer that was given to it, and what the scheduler knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content

from tutor.core.log import LogRow, Memory, RowKind
from tutor.core.study import Question
from tutor.core.text import in_language
from tutor.demo import Demo, DemoError
from tutor.maths import pad, plain_text
from tutor.study.replay import past_question
from tutor.ui.naming import card_name, line_of
from tutor.ui.screens.dialog import Dialog
from tutor.ui.setting import set_text
from tutor.words import date_and_time, grade_name
from tutor.words.given import given_text
from tutor.words.titles import clipped

_INDENT = 3
_WHAT = 10


class HistoryDialog(Dialog):
    """What happened to a card, the last first."""

    def __init__(self, question: Question, rows: Sequence[LogRow], memory: Memory | None) -> None:
        super().__init__()
        self._question = question
        self._rows = rows
        self._memory = memory
        self._demos: dict[str, Demo | None] = {}

    def title_line(self) -> str:
        """The card by its concept and what it asks."""
        return card_name(self._question.item.key, self.tutor.library, self.tutor.language)

    def draw(self, width: int) -> Content:
        """The memory's figures, then a line a row of the log."""
        lines: list[Content] = []
        fact = self._question.concept.facts.get(self._question.item.card.fact, "")
        if fact:
            text = plain_text(in_language(fact, self.tutor.language))
            lines += [*Content.styled(text, "$quiet").wrap(width), Content("")]
        if self._memory is not None:
            lines += Content(
                self.say(
                    "history.memory",
                    stability=f"{self._memory.stability:.1f}",
                    difficulty=f"{self._memory.difficulty:.1f}",
                    reps=self._memory.reps,
                    lapses=self._memory.lapses,
                )
            ).wrap(width)
            lines += [*Content(self._due(self._memory)).wrap(width), Content("")]
        if not any(row.kind is RowKind.ANSWER for row in self._rows):
            lines.append(Content(self.say("history.none")))
        for row in reversed(self._rows):
            lines += [self._line(row, width), *self._question_of(row, width)]
        key = str(self._question.item.key)
        lines += [Content(""), *Content.styled(key, "$quiet").wrap(width)]
        return Content("\n").join(lines)

    def _due(self, memory: Memory) -> str:
        """When the card comes next."""
        if memory.due_at is not None:
            when = date_and_time(memory.due_at, self.tutor.now().tzinfo)
        else:
            when = (date(1970, 1, 1) + timedelta(days=memory.due_day)).isoformat()
        return self.tutor.say("day.history.due", when=when)

    def _line(self, row: LogRow, width: int) -> Content:
        """When, what, and what was answered as far as there is room."""
        when = date_and_time(row.at, self.tutor.now().tzinfo)
        card, language = self._question.item.card, self.tutor.language
        head = Content.assemble((when, "$quiet"), "   ", pad(self._what(row), _WHAT), "  ")
        given = line_of(given_text(row, card, language))
        room = max(width - head.cell_length, 8)
        return Content.assemble(head, (clipped(given, room), "$quiet"))

    def _what(self, row: LogRow) -> str:
        """The grade of an answer; of a mark, whether it was set or taken away."""
        if row.kind is RowKind.ANSWER and row.grade is not None:
            return grade_name(row.grade, self.tutor.language)
        if row.kind in (RowKind.FLAG, RowKind.SUSPEND):
            on = "on" if row.payload.get("on", True) else "off"
            return self.tutor.say(f"day.row.{row.kind.value}_{on}")
        return self.tutor.say(f"row.{row.kind}")

    def _question_of(self, row: LogRow, width: int) -> list[Content]:
        """What was asked with numbers of its own, indented below its answer."""
        numbers = past_question(row)
        if numbers is None:
            return []
        from tutor.words.past import past_lines

        card, demo = self._question.item.card, self._demo(numbers.demo)
        told = past_lines(row, card, demo, self.tutor.language)
        lines = [line for text in told for line in set_text(text, width - _INDENT, "$quiet")]
        return [*(Content.assemble(" " * _INDENT, line) for line in lines), Content("")]

    def _demo(self, name: str) -> Demo | None:
        """The demo of a past question, opened once; there may be none of that name any more."""
        if name not in self._demos:
            try:
                self._demos[name] = self.tutor.demo(name)
            except DemoError:
                self._demos[name] = None
        return self._demos[name]
