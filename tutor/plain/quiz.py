"""A quiz, a line at a time: its questions, then the score and what to look at again.

`u` takes the last answer back, `?` gives the hint, `=1` to `=4` grade anew what one recalled. At
the end a number shows a question that went wrong, `r` takes these again, `n` begins another quiz.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

from tutor.core.cards import Recall
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Unreadable, Verdict
from tutor.plain.asking import Asking, Obeyed
from tutor.plain.prose import one_line_of
from tutor.plain.question import answer_lines, graded_line, question_lines
from tutor.study.quiz import Quiz
from tutor.study.scores import Answered, Results
from tutor.words import grade_name
from tutor.words.questions import live_question
from tutor.words.quiz import (
    demo_command,
    given_answer,
    own_grade,
    percent,
    points,
    repeat_command,
    right_answer,
    title_of,
)

_REGRADES = {f"={grade.value}": grade for grade in Grade}


@dataclass
class PlainQuiz(Asking):
    """One quiz in lines of text, and those that follow from it.

    Where nobody is there to take the wrong ones again it `ends` with the score.
    """

    PATIENCE_ENDED: ClassVar[str] = "quiz.patience"
    COMMANDS: ClassVar[str] = "quiz.commands"

    quiz: Quiz = field(kw_only=True)
    ends: bool = field(default=False, kw_only=True)
    _scored: bool = field(default=False, init=False)

    def _turn(self) -> bool:
        question = self.quiz.next()
        if question is None:
            return self._end()
        self._scored = False
        self._question(question)
        return False

    def _heading(self, question: Question) -> str:
        title = one_line_of(question.concept.title, self.language)
        seconds = self.quiz.seconds_left
        details = {"n": self.quiz.done + 1, "all": self.quiz.total, "concept": title}
        if seconds is None:
            return self._told("quiz.heading", **details)
        return self._told("quiz.heading.timed", **details, minutes=-(-int(seconds) // 60))

    def _judge(
        self, question: Question, given: Given, seconds: float | None, *, hinted: bool
    ) -> Verdict | Unreadable:
        return self.quiz.answer(question, given, seconds=seconds, hinted=hinted)

    def _grade(self, question: Question, grade: Grade, *, hinted: bool) -> None:
        self.quiz.grade(question, grade, hinted=hinted)

    def _after(self, question: Question, found: Verdict | None, grade: Grade) -> None:
        if self.quiz.plan.counts:
            self.write(graded_line(question, grade, self.language))

    def _obey(self, line: str, question: Question | None) -> bool:
        if line == "u":
            self._undo()
        elif line in _REGRADES:
            self._regrade(_REGRADES[line])
        else:
            return False
        return True

    def _undo(self) -> None:
        if self.quiz.undo() is None:
            self._say("review.nothing_to_undo")
            return
        self._last = None
        self._say("quiz.note.undone")
        raise Obeyed

    def _regrade(self, grade: Grade) -> None:
        last = self._last
        if last is None:
            self._say("review.nothing_to_grade")
        elif not self.quiz.plan.counts and not isinstance(last.item.card, Recall):
            self._say("quiz.judged")
        else:
            self.quiz.grade(last, grade)
            self._say("quiz.graded", grade=grade_name(grade, self.language))

    # The end

    def _end(self) -> bool:
        """The score, then what is wished: True when no more is."""
        self._score()
        if self.ends or not self.quiz.done:
            return True
        wrong = self.quiz.results().wrong
        while True:
            self._say("quiz.prompt.end" if wrong else "quiz.prompt.end_right", n=len(wrong))
            line = self._read().strip()
            if line == "r" and wrong:
                self._begin(self.quiz.again())
                return False
            if line == "n":
                self._begin(self.study.quiz(replace(self.quiz.first, seed=None)))
                return False
            if line.isdecimal() and 1 <= int(line[:4]) <= len(wrong):
                self._unread = 0
                self._show(wrong[int(line) - 1])
            elif line:
                self._not_read(Unreadable("choice", {"choices": str(len(wrong))}))
            else:
                return True

    def _begin(self, quiz: Quiz) -> None:
        self.quiz, self._last, self._unread = quiz, None, 0
        self.write("")

    def _sum_up(self, understood: bool) -> None:
        if not self._scored:
            self._score()

    def _score(self) -> None:
        """The score by concept, and where to look again."""
        self._scored = True
        results = self.quiz.results()
        if not results.answered:
            self._say("quiz.nothing")
            return
        details = {"n": len(results.answered), "right": results.right}
        self._say("quiz.score", **details, percent=percent(results.share))
        for tally in results.tallies:
            title = one_line_of(tally.concept.title, self.language)
            told = {"right": points(tally.share * tally.asked), "n": tally.asked}
            self._say("quiz.tally", concept=title, **told, percent=percent(tally.share))
        self._wrong_ones(results)
        if self.quiz.round == 1:
            concepts = self.study.library.concepts
            self._say("quiz.repeat", command=repeat_command(self.quiz.plan, concepts))

    def _wrong_ones(self, results: Results) -> None:
        if not results.wrong:
            return
        self.write("")
        self._say("quiz.wrong")
        for number, one in enumerate(results.wrong, 1):
            spoken = self._spoken(one.question)
            title = one_line_of(one.question.concept.title, spoken)
            asked = title_of(one, spoken)
            self._say("quiz.wrong.line", n=number, concept=title, asked=asked)
            if given := given_answer(one, spoken):
                self.write("   " + self._told("quiz.given", given=given))
            self.write("   " + self._told("quiz.wrong.right", right=right_answer(one, spoken)))
            for line in self._where_to_look(one):
                self.write(f"   {line}")
        self.write("")

    def _where_to_look(self, one: Answered) -> list[str]:
        """The demo on these numbers, or else the concept's own; the lesson."""
        question, concept = one.question, one.question.concept
        lines = []
        if question.numbers is not None:
            demo = self.quiz.demo(question.numbers.demo)
            lines.append(self._told("quiz.look.demo", command=demo_command(question.numbers, demo)))
        elif concept.demo:
            lines.append(self._told("quiz.look.demo", command=f"tutor demo {concept.demo}"))
        if concept.lesson:
            title = one_line_of(concept.title, self.language)
            lines.append(self._told("quiz.look.lesson", concept=title))
        return lines

    def _show(self, one: Answered) -> None:
        """A question that went wrong, in full."""
        question = one.question
        demo, spoken = self._demo(question), self._spoken(question)
        live = live_question(question, demo, spoken) if demo else None
        heading = one_line_of(question.concept.title, spoken)
        for line in question_lines(question, spoken, live, heading):
            self.write(line)
        if given := given_answer(one, spoken):
            self._say("quiz.given", given=given)
        if one.verdict is not None:
            self._explain(one.verdict, question)
        else:
            self.write(own_grade(one, self.language))
            for line in answer_lines(question, spoken):
                self.write(line)
            self._because(question)
        for line in self._where_to_look(one):
            self.write(line)
        self.write("")
