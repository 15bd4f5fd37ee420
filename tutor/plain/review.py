"""The day's review, a line at a time.

A question is written, then one line is read for its answer; the verdict follows and the card is
graded as suggested. Only cards that are judged by the learner ask for a grade. The lines `=1` to
`=4` grade the last answer anew, `u` undoes it and `?` gives the hint, and `s` leaves a
walk-through; a space before them makes them an answer. The end of the input ends the review.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from tutor.core.cards import Formula, Live, Recall
from tutor.core.log import Grade
from tutor.core.study import Carried, DayDone, Lesson, Question, Unreadable, Verdict
from tutor.core.text import Language, Text
from tutor.plain.live import live_verdict_lines, report_lines
from tutor.plain.prose import one_line_of, prose
from tutor.plain.question import (
    answer_lines,
    graded_line,
    grades_line,
    prompt,
    question_lines,
    read_answer,
)
from tutor.study import Study
from tutor.words import clock_time, say, verdict_lines
from tutor.words.live_verdicts import live_verdict, skipped_lines
from tutor.words.questions import filled, live_hint, live_question
from tutor.words.unread import unread_lines

if TYPE_CHECKING:
    from tutor.demo import Demo

PATIENCE = 5
"""So many lines in a row that cannot be read end the review: no one is there who answers."""


class _End(Enum):
    """Why no more lines are read."""

    INPUT = "input"
    PATIENCE = "patience"


class _Ended(Exception):  # noqa: N818 - an end of input is no error
    def __init__(self, end: _End) -> None:
        super().__init__(end)
        self.end = end


class _Obeyed(Exception):  # noqa: N818 - a line that undid or regraded something, no error
    """A command changed what comes next: the queue is asked again."""


@dataclass
class PlainReview:
    """One sitting in lines of text; `run` holds it.

    `read` gives the next line without its newline, None at the end of the input; `write` puts one
    line out. `timer` gives seconds for timing answers, absent where no one is sitting there.
    `limit` ends the sitting after so many answers.
    """

    study: Study
    language: Language
    read: Callable[[], str | None]
    write: Callable[[str], None]
    limit: int | None = None
    timer: Callable[[], float] | None = None
    _marks: list[bool] = field(default_factory=list, init=False)
    _last: Question | None = field(default=None, init=False)
    _unread: int = field(default=0, init=False)

    def run(self) -> bool:
        """Ask until the day, the limit or the input ends; False if the answers made no sense."""
        try:
            while True:
                try:
                    if self._turn():
                        break
                except _Obeyed:
                    continue
        except _Ended as ended:
            if ended.end is _End.PATIENCE:
                self._say("review.patience", n=PATIENCE)
                return False
        self._say("review.sum", n=len(self._marks), right=sum(self._marks))
        return True

    def _turn(self) -> bool:
        """One lesson or question; True when the sitting is over."""
        if self.limit is not None and len(self._marks) >= self.limit:
            return self._last_line()
        match self.study.next():
            case Lesson() as lesson:
                self._lesson(lesson)
            case Question() as question:
                self._question(question)
            case DayDone() as done:
                self._done(done)
                return self._last_line()
        return False

    def _last_line(self) -> bool:
        """The last answer too can be undone or graded anew: one more line is read for that."""
        if self._last is not None:
            self._say("review.last")
            self._read()
        return True

    def _lesson(self, lesson: Lesson) -> None:
        title = one_line_of(lesson.concept.title, self.language)
        self._say("review.lesson", concept=title)
        for line in prose(lesson.concept.lesson, self.language):
            self.write(line)
        self._say("review.prompt.lesson")
        self._read()
        self.study.read(lesson)
        self.write("")

    def _question(self, question: Question) -> None:
        demo = self._demo(question)
        live = live_question(question, demo, self.language) if demo else None
        for line in question_lines(question, self.language, live):
            self.write(line)
        self.write(prompt(question, self.language, live))
        if isinstance(question.item.card, Recall):
            self._recall(question)
        else:
            self._judged(question, live.how if live else "")
        self._last = question
        self.write("")

    def _recall(self, question: Question) -> None:
        self._read(question)
        for line in answer_lines(question, self.language):
            self.write(line)
        self._because(question)
        self.write(grades_line(question, self.language))
        self._say("review.prompt.grade")
        while (grade := _grade(self._read())) is None:
            self._not_read(Unreadable("grade"))
        self._unread = 0
        self.study.grade(question, grade)
        self._marks.append(grade is not Grade.AGAIN)
        self.write(graded_line(question, grade, self.language))

    def _judged(self, question: Question, how: str) -> None:
        started = self.timer() if self.timer else 0.0
        hinted: list[bool] = []
        while True:
            line = self._read(question, hinted)
            given = read_answer(question, line, self.language)
            seconds = self.timer() - started if self.timer else None
            found = (
                given
                if isinstance(given, Unreadable)
                else self.study.answer(question, given, seconds=seconds, hinted=bool(hinted))
            )
            if isinstance(found, Verdict):
                break
            self._not_read(found, question, how)
        self._unread = 0
        counts = found.carried is not Carried.IDLE
        if counts:
            self._marks.append(found.right)
        for text in self._verdict_lines(found, question):
            self.write(text)
        self._because(question)
        if counts:
            self.write(graded_line(question, found.suggested, self.language))

    def _verdict_lines(self, found: Verdict, question: Question) -> list[str]:
        demo = self._demo(question)
        if demo is None:
            return verdict_lines(found, question.item.card, self.language)
        said = live_verdict(found, question, demo, self.language)
        return live_verdict_lines(said, self.language)

    def _demo(self, question: Question) -> "Demo | None":
        """The demo of a live or formula card, None for any other."""
        if question.numbers is None or not isinstance(question.item.card, Live | Formula):
            return None
        return self.study.demo(question.numbers.demo)

    def _because(self, question: Question) -> None:
        if question.item.card.because:
            self._tell(question.item.card.because, question)

    def _tell(self, text: Text, question: Question) -> None:
        """A text of the card, with the question's numbers in it."""
        demo = self._demo(question)
        told = filled(text, question, demo, self.language) if demo else text
        for line in prose(told, self.language):
            self.write(line)

    def _not_read(self, why: Unreadable, question: Question | None = None, how: str = "") -> None:
        self._unread += 1
        if self._unread >= PATIENCE:
            raise _Ended(_End.PATIENCE)
        for line in unread_lines(why, question, self.language, how):
            self.write(one_line_of(line, self.language))

    def _read(self, question: Question | None = None, hinted: list[bool] | None = None) -> str:
        """The next line that is no command; commands are obeyed on the way.

        A hint given is noted in `hinted`.
        """
        while True:
            line = self.read()
            if line is None:
                raise _Ended(_End.INPUT)
            if line == "u":
                self._undo()
            elif line in {"=1", "=2", "=3", "=4"}:
                self._regrade(Grade(int(line[1])))
            elif line == "?" and question is not None:
                self._hint(question)
                if hinted is not None:
                    hinted.append(True)
            elif line == "s" and question is not None and question.walk is not None:
                self._skip(question)
            else:
                return line

    def _hint(self, question: Question) -> None:
        demo = self._demo(question)
        if question.item.card.hint:
            self._tell(question.item.card.hint, question)
        elif demo is not None and (hint := live_hint(question, demo, self.language)):
            for line in prose(hint, self.language):
                self.write(line)
        else:
            self._say("review.no_hint")

    def _skip(self, question: Question) -> None:
        """Leave the rest of a walk-through."""
        demo = self._demo(question)
        assert demo is not None
        skipped = self.study.skip(question)
        told = skipped_lines(skipped, question, demo, self.language)
        for line in report_lines(told, self.language):
            self.write(line)
        self.write("")
        raise _Obeyed

    def _undo(self) -> None:
        undone = self.study.undo()
        if undone is None:
            self._say("review.nothing_to_undo")
            return
        if undone.grade is not None and self._marks:
            self._marks.pop()
        self._last = None
        self._say("review.undone", card=undone.card)
        raise _Obeyed

    def _regrade(self, grade: Grade) -> None:
        if self._last is None:
            self._say("review.nothing_to_grade")
            return
        self.study.grade(self._last, grade)
        if isinstance(self._last.item.card, Recall):
            self._marks[-1] = grade is not Grade.AGAIN
        self.write(graded_line(self._last, grade, self.language))
        raise _Obeyed

    def _done(self, done: DayDone) -> None:
        if done.next_at is not None:
            self._say("review.done_waiting", n=done.waiting, time=clock_time(done.next_at))
        else:
            self._say("review.done")

    def _say(self, code: str, **details: object) -> None:
        self.write(say(code, self.language, **details))


def _grade(line: str) -> Grade | None:
    """The grade that a line names; an empty line accepts Good."""
    text = line.strip()
    if not text:
        return Grade.GOOD
    return Grade(int(text)) if text in {"1", "2", "3", "4"} else None
