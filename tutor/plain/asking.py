"""Questions in lines of text: one is written, its answer read from a line, the verdict written.

Only cards that are judged by the learner ask for a grade. Some lines are commands: `?` gives the
hint, `=d` shows the demo behind the last answer with its numbers, `=l` the lesson, `=h` lists all
commands, `=q` ends it. A space before them makes them an answer. The end of the input ends it all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from tutor.core.cards import Formula, Live, Recall
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Unreadable, Verdict
from tutor.core.text import Language, Text
from tutor.plain.live import live_verdict_lines
from tutor.plain.prose import one_line_of, prose
from tutor.plain.question import answer_lines, grades_line, prompt, question_lines, read_answer
from tutor.study import Study
from tutor.words import say, verdict_lines
from tutor.words.live_verdicts import live_verdict
from tutor.words.questions import filled, live_hint, live_question
from tutor.words.unread import unread_lines

if TYPE_CHECKING:
    from tutor.demo import Demo

PATIENCE = 5
"""So many lines in a row that cannot be read end it: no one is there who answers."""


class End(Enum):
    """Why no more lines are read."""

    INPUT = "input"
    PATIENCE = "patience"


class Ended(Exception):  # noqa: N818 - an end of input is no error
    """No more lines are read."""

    def __init__(self, end: End) -> None:
        super().__init__(end)
        self.end = end


class Obeyed(Exception):  # noqa: N818 - a line that undid or regraded something, no error
    """A command changed what comes next: that is asked for again."""


@dataclass
class Asking:
    """Asks in lines of text; `run` does it all. A subclass says what, and keeps the answers.

    `read` gives the next line without its newline, None at the end of the input; `write` puts one
    line out. `timer` gives seconds for timing answers, absent where no one is sitting there.
    """

    PATIENCE_ENDED: ClassVar[str] = "review.patience"
    COMMANDS: ClassVar[str] = "review.commands"
    """The sentence that lists the commands."""

    study: Study
    language: Language
    read: Callable[[], str | None]
    write: Callable[[str], None]
    timer: Callable[[], float] | None = field(default=None, kw_only=True)
    _last: Question | None = field(default=None, init=False)
    _found: Verdict | None = field(default=None, init=False)
    _unread: int = field(default=0, init=False)

    def run(self) -> bool:
        """Ask until nothing is left or the input ends; False if the answers made no sense."""
        understood = True
        if self.timer is not None:  # somebody sits there
            self._say("review.hello")
        try:
            while True:
                try:
                    if self._turn():
                        break
                except Obeyed:
                    continue
        except Ended as ended:
            if ended.end is End.PATIENCE:
                self._say(self.PATIENCE_ENDED, n=PATIENCE)
                understood = False
        self._sum_up(understood)
        return understood

    # What a subclass says

    def _turn(self) -> bool:
        """Whatever comes next; True when it is over."""
        raise NotImplementedError

    def _judge(
        self, question: Question, given: Given, seconds: float | None, *, hinted: bool
    ) -> Verdict | Unreadable:
        """Judge an answer and keep it."""
        raise NotImplementedError

    def _grade(self, question: Question, grade: Grade, *, hinted: bool) -> None:
        """Keep the learner's own grade."""
        raise NotImplementedError

    def _after(self, question: Question, found: Verdict | None, grade: Grade) -> None:
        """What follows an answer; there is no verdict where the learner was the judge."""

    def _sum_up(self, understood: bool) -> None:
        """The last words."""

    def _heading(self, question: Question) -> str:
        """What stands above a question; empty for its concept and phase."""
        return ""

    def _obey(self, line: str, question: Question | None) -> bool:
        """Do what a line says that is a command; False for any other line."""
        return False

    # One question

    def _question(self, question: Question) -> None:
        demo, spoken = self._demo(question), self._spoken(question)
        live = live_question(question, demo, spoken) if demo else None
        for line in question_lines(question, spoken, live, self._heading(question)):
            self.write(line)
        if demo and spoken != self.language:
            live = live_question(question, demo, self.language)  # how to answer is no card's text
        self.write(prompt(question, self.language, live))
        if isinstance(question.item.card, Recall):
            self._recall(question)
        else:
            self._judged(question, live.how if live else "")
        self._last = question
        self.write("")

    def _recall(self, question: Question) -> None:
        hinted: list[bool] = []
        self._read(question, hinted)
        for line in answer_lines(question, self._spoken(question)):
            self.write(line)
        self._because(question)
        self.write(grades_line(question, self.language))
        self._say("review.prompt.grade")
        while (grade := _own_grade(self._read())) is None:
            self._not_read(Unreadable("grade"))
        self._unread = 0
        self._found = None
        self._grade(question, grade, hinted=bool(hinted))
        self._after(question, None, grade)

    def _judged(self, question: Question, how: str) -> None:
        started = self.timer() if self.timer else 0.0
        hinted: list[bool] = []
        while True:
            line = self._read(question, hinted)
            given = read_answer(question, line, self._spoken(question))
            seconds = self.timer() - started if self.timer else None
            found = (
                given
                if isinstance(given, Unreadable)
                else self._judge(question, given, seconds, hinted=bool(hinted))
            )
            if isinstance(found, Verdict):
                break
            self._not_read(found, question, how)
        self._unread = 0
        self._found = found
        self._explain(found, question)
        self._after(question, found, found.suggested)

    def _explain(self, found: Verdict, question: Question) -> None:
        """The verdict, and why."""
        for text in self._verdict_lines(found, question):
            self.write(text)
        self._because(question)

    def _verdict_lines(self, found: Verdict, question: Question) -> list[str]:
        demo = self._demo(question)
        if demo is None:
            return verdict_lines(found, question.item.card, self._spoken(question))
        said = live_verdict(found, question, demo, self._spoken(question))
        return live_verdict_lines(said, self._spoken(question))

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
        told = filled(text, question, demo, self._spoken(question)) if demo else text
        for line in prose(told, self._spoken(question)):
            self.write(line)

    def _not_read(self, why: Unreadable, question: Question | None = None, how: str = "") -> None:
        self._unread += 1
        if self._unread >= PATIENCE:
            raise Ended(End.PATIENCE)
        for line in unread_lines(why, question, self.language, how):
            self.write(one_line_of(line, self.language))

    def _read(self, question: Question | None = None, hinted: list[bool] | None = None) -> str:
        """The next line that is no command; commands are obeyed on the way.

        A hint given is noted in `hinted`.
        """
        while True:
            line = self.read()
            if line is None:
                raise Ended(End.INPUT)
            if line == "?" and question is not None:
                self._hint(question)
                if hinted is not None:
                    hinted.append(True)
            elif not self._look(line, question) and not self._obey(line, question):
                return line

    def _look(self, line: str, question: Question | None) -> bool:
        """Show what a line asks to see; False for any other line."""
        match line:
            case "=q":
                raise Ended(End.INPUT)
            case "=h":
                self._say(self.COMMANDS)
            case "=d":
                self._show_demo()
            case "=l":
                self._show_lesson(question or self._last)
            case _:
                return False
        return True

    def _show_demo(self) -> None:
        """The demo behind the last answer; that of a walk-through under way shows no more of it."""
        from tutor.demo import DemoError
        from tutor.words.demos import demo_sentence

        last = self._last
        name = "" if last is None else last.numbers.demo if last.numbers else last.concept.demo
        if last is None or not name:
            self._say("review.no_demo")
            return
        from tutor.plain.looking import looked_into

        try:
            demo = self.study.demo(name)
            for line in looked_into(last, self._found, demo, self.language):
                self.write(line)
        except DemoError as error:
            self.write(demo_sentence(error, self.language))

    def _show_lesson(self, question: Question | None) -> None:
        lesson = question.concept.lesson if question is not None else ""
        if question is None or not lesson:
            self._say("ui.note.no_lesson")
            return
        for line in prose(lesson, self._spoken(question)):
            self.write(line)

    def _hint(self, question: Question) -> None:
        demo = self._demo(question)
        if question.item.card.hint:
            self._tell(question.item.card.hint, question)
        elif demo is not None and (hint := live_hint(question, demo, self._spoken(question))):
            for line in prose(hint, self._spoken(question)):
                self.write(line)
        else:
            self._say("review.no_hint")

    def _spoken(self, question: Question) -> Language:
        """The language of a card's own texts: its deck's, else that of all."""
        return question.language or self.language

    def _say(self, code: str, **details: object) -> None:
        self.write(self._told(code, **details))

    def _told(self, code: str, **details: object) -> str:
        return say(code, self.language, **details)


def _own_grade(line: str) -> Grade | None:
    """The grade that a line names; an empty line accepts Good."""
    text = line.strip()
    if not text:
        return Grade.GOOD
    return Grade(int(text)) if text in {"1", "2", "3", "4"} else None
