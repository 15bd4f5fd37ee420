"""The day's review, a line at a time.

A question is written, then one line is read for its answer; the verdict follows and the card is
graded as suggested. Only cards that are judged by the learner ask for a grade. The lines `=1` to
`=4` grade the last answer anew, `u` undoes it and `?` gives the hint, and `s` leaves a
walk-through; `-` leaves the card until tomorrow, `@` suspends it, `*` flags it, `=i` tells its
history. A space before them makes them an answer. The end of the input ends the review.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Recall
from tutor.core.log import Grade, RowKind
from tutor.core.study import (
    Carried,
    DayDone,
    Given,
    Lesson,
    Question,
    Unreadable,
    Verdict,
)
from tutor.plain.asking import Asking, Obeyed
from tutor.plain.day import card_name, end_lines
from tutor.plain.history import history_lines
from tutor.plain.live import report_lines
from tutor.plain.prose import one_line_of, prose
from tutor.plain.question import graded_line
from tutor.words.day import more_new
from tutor.words.live_verdicts import skipped_lines
from tutor.words.taken_back import taken_back

if TYPE_CHECKING:
    from tutor.demo import Demo

_MARKS = ("-", "@", "*")
_MORE_NEW = ("m", "ㅡ")
_MORE_REVIEWS = ("r", "ㄱ")
_REGRADES = {f"={grade.value}": grade for grade in Grade}


@dataclass
class PlainReview(Asking):
    """One sitting in lines of text; `limit` ends it after so many answers."""

    limit: int | None = None
    _marks: list[bool] = field(default_factory=list, init=False)
    _told_end: list[str] = field(default_factory=list, init=False)
    _named: set[CardKey] = field(default_factory=set, init=False)

    def _turn(self) -> bool:
        """One lesson or question; True when the sitting is over."""
        if self.limit is not None and len(self._marks) >= self.limit:
            return self._last_line()
        turn = self.study.next()
        self._name_troubles()
        match turn:
            case Lesson() as lesson:
                self._lesson(lesson)
            case Question() as question:
                self._ask(question)
            case DayDone() as done:
                self._end(done)
                return self._last_line(done)
        return False

    def _ask(self, question: Question) -> None:
        """Ask a question; one whose demo does not work any more is left out."""
        from tutor.demo import DemoError

        try:
            self._question(question)
        except DemoError as error:
            self.study.leave_out(question, error)

    def _name_troubles(self) -> None:
        """Say once which cards are left out because their demo or draw does not work."""
        from tutor.words.errors import error_sentence

        for key, why in self.study.troubles.items():
            if key not in self._named:
                self._named.add(key)
                reason = error_sentence(why, self.language)
                self._say("ui.note.left_out", card=key, reason=reason)

    def _end(self, done: DayDone) -> None:
        """What the day came to; where that has been said already, only that it is over."""
        lines = end_lines(self.study, done, self.language)
        for line in lines[:1] if lines == self._told_end else lines:
            self.write(line)
        self._told_end = lines

    def _last_line(self, done: DayDone | None = None) -> bool:
        """The last answer can be undone or graded anew too: one more line is read for that.

        Where limits hold cards back it may also widen the day.
        """
        held = done is not None and bool(done.held_new or done.held_due)
        if self._last is not None:
            self._say("review.last")
        if self._last is not None or held:
            line = self._read().strip().casefold()
            if done is not None and line in _MORE_NEW and done.held_new:
                self._widen(new=more_new(done))
            if done is not None and line in _MORE_REVIEWS and done.held_due:
                self._widen(reviews=done.held_due)
        return True

    def _widen(self, *, new: int = 0, reviews: int = 0) -> None:
        """Let today hold so many cards more, and go on."""
        self.study.extend(new=new, reviews=reviews)
        raise Obeyed

    def _lesson(self, lesson: Lesson) -> None:
        spoken = lesson.language or self.language
        title = one_line_of(lesson.concept.title, spoken)
        self._say("review.lesson", concept=title)
        for line in prose(lesson.concept.lesson, spoken):
            self.write(line)
        self._say("review.prompt.lesson")
        self._read()
        self.study.read(lesson)
        self.write("")

    def _judge(
        self, question: Question, given: Given, seconds: float | None, *, hinted: bool
    ) -> Verdict | Unreadable:
        return self.study.answer(question, given, seconds=seconds, hinted=hinted)

    def _grade(self, question: Question, grade: Grade, *, hinted: bool) -> None:
        self.study.grade(question, grade, hinted=hinted)

    def _after(self, question: Question, found: Verdict | None, grade: Grade) -> None:
        if found is not None and found.carried is Carried.IDLE:
            return
        self._marks.append(grade is not Grade.AGAIN if found is None else found.right)
        self.write(graded_line(question, grade, self.language))

    def _sum_up(self, understood: bool) -> None:
        if understood:
            self._say("review.sum", n=len(self._marks), right=sum(self._marks))

    def _obey(self, line: str, question: Question | None) -> bool:
        if line == "u":
            self._undo()
        elif line in _REGRADES:
            self._regrade(_REGRADES[line])
        elif line == "s" and question is not None and question.walk is not None:
            self._skip(question)
        elif line in _MARKS and (about := question or self._last) is not None:
            self._mark(line, about, asked=question is not None)
        elif line == "=i" and (about := question or self._last) is not None:
            self._history(about)
        else:
            return False
        return True

    def _mark(self, line: str, question: Question, *, asked: bool) -> None:
        """Bury, suspend or flag a card, and say so; what is asked is not asked now, but a flag."""
        key, study = question.item.key, self.study
        if line == "*":
            self._say(f"day.plain.flag_{'on' if study.flag(key) else 'off'}")
            return
        if line == "-":
            study.bury(key)
            self._say("day.plain.buried")
        else:
            self._say(f"day.plain.suspend_{'on' if study.suspend(key) else 'off'}")
        if asked:
            self.write("")
            raise Obeyed

    def _history(self, question: Question) -> None:
        """What happened to a card so far."""
        rows = self.study.history(question.item.key)
        for row in rows:
            for line in history_lines(row, question.item.card, self._opened, self.language):
                self.write(line)
        if not rows:
            self._say("ui.history.none")

    def _opened(self, demo: str) -> "Demo | None":
        from tutor.demo import DemoError

        try:
            return self.study.demo(demo)
        except DemoError:
            return None

    def _skip(self, question: Question) -> None:
        """Leave the rest of a walk-through."""
        demo = self._demo(question)
        assert demo is not None
        skipped = self.study.skip(question)
        told = skipped_lines(skipped, question, demo, self.language)
        for line in report_lines(told, self.language):
            self.write(line)
        self.write("")
        raise Obeyed

    def _undo(self) -> None:
        undone = self.study.undo()
        if undone is None:
            self._say("review.nothing_to_undo")
            return
        name = card_name(undone.card, self.study.library, self.language)
        self.write(taken_back(undone, name, self.language))
        if undone.kind is RowKind.FLAG:  # which changes nothing of what is asked
            return
        if undone.grade is not None and self._marks:
            self._marks.pop()
        self._last = None
        raise Obeyed

    def _regrade(self, grade: Grade) -> None:
        if self._last is None:
            self._say("review.nothing_to_grade")
            return
        self.study.grade(self._last, grade)
        if isinstance(self._last.item.card, Recall):
            self._marks[-1] = grade is not Grade.AGAIN
        self.write(graded_line(self._last, grade, self.language))
        raise Obeyed
