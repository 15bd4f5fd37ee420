"""A card's history: every answer that was given to it, and what the scheduler knows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tutor.core.log import LogRow, Memory, RowKind
from tutor.core.study import Question
from tutor.core.text import in_language
from tutor.demo import Demo, DemoError
from tutor.maths import pad, plain_text
from tutor.study.replay import past_question
from tutor.ui.screens.dialog import Dialog
from tutor.ui.setting import set_text
from tutor.words import date_and_time, grade_name

_INDENT = 3


class HistoryDialog(Dialog):
    """What happened to a card, the last first."""

    def __init__(self, question: Question, rows: Sequence[LogRow], memory: Memory | None) -> None:
        super().__init__()
        self._question = question
        self._rows = rows
        self._memory = memory
        self._demos: dict[str, Demo | None] = {}

    def title_line(self) -> str:
        """The card's identity."""
        return str(self._question.item.key)

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
            lines.append(Content(""))
        if not self._rows:
            lines.append(Content(self.say("history.none")))
        for row in reversed(self._rows):
            lines += [self._line(row), *self._question_of(row, width)]
        return Content("\n").join(lines)

    def _line(self, row: LogRow) -> Content:
        when = date_and_time(row.at, self.tutor.now().tzinfo)
        if row.kind is RowKind.ANSWER and row.grade is not None:
            what = grade_name(row.grade, self.tutor.language)
        else:
            what = self.tutor.say(f"row.{row.kind}")
        given = row.payload.get("given", "")
        shown = given if isinstance(given, str) else ", ".join(map(str, given))
        return Content.assemble((when, "$quiet"), "   ", pad(what, 10), (shown, "$quiet"))

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
