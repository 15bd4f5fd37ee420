"""The home page: what today holds, deck by deck."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tutor.core.cards import ConceptId
from tutor.core.faults import Severity
from tutor.core.study import DayDone, Today
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import line_of
from tutor.ui.screens.decklist import DecksPage
from tutor.ui.widgets.bars import Key, TopBar
from tutor.ui.widgets.typeset import Drawn
from tutor.words.day import held_line, more_new

_ENTER = re.compile(r"\bEnter")
_MANY = 12
"""From so many decks on the bar teaches how to look for one."""


class HomePage(DecksPage):
    """What today holds; Enter begins."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "begin"),
        bind(letter("l"), "lesson"),
        bind(letter("z"), "quiz"),
        bind(letter("o"), "only"),
        bind(letter("f"), "goal"),
        bind(letter("m"), "more_new"),
        bind(letter("r"), "more_reviews"),
        bind("asterisk", "app.marked"),
        bind(letter("e"), "edit"),
        bind("comma", "app.settings"),
        bind(letter("t"), "app.tour"),
        bind("f3", "demo"),
        bind(letter("d"), "demos"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(letter("q"), "app.quit"),
    ]
    TOPICS = ("home", "everywhere")
    STAYS = True

    def __init__(self) -> None:
        super().__init__()
        self._held: DayDone | None = None  # what limits hold back, once nothing else is left
        self._kept = False
        self._before: frozenset[ConceptId] | None = None  # what `--deck` asked for

    def body(self) -> ComposeResult:
        """The day's counts, then the decks."""
        yield Drawn("today")
        yield from super().body()

    async def begin(self) -> None:
        """Show the page at once; the day is counted as soon as it is on the screen."""
        self.query_one(OptionList).focus()
        self.retell()
        self._tell_faults()
        self.call_after_refresh(self.count)

    def _tell_faults(self) -> None:
        """Say once what could not be read: settings passed over, cards that are missing."""
        told = [*self.tutor.around.warnings]
        faults = self.tutor.library.faults
        if errors := sum(fault.severity is Severity.ERROR for fault in faults):
            told.append(self.tutor.say("cli.faults", n=errors))
        self.note("\n".join(told), error=True)

    @property
    def keeps_to_a_deck(self) -> bool:
        """Whether only one deck is being reviewed, until one comes back here."""
        return self._kept

    def on_screen_resume(self) -> None:
        """Count anew: something may have been learnt meanwhile."""
        self._lift()
        if self._today is not None:
            self.note("")  # it was said of what was done here before
            self.count()

    def _lift(self) -> None:
        if self._kept:
            self.tutor.study.keep_to(self._before)
            self._kept = False

    def renew(self) -> None:
        """Count anew."""
        self.count()

    def count(self) -> None:
        """Ask what today holds now."""
        study = self.tutor.study
        with self.reporting():
            today = study.today()
            self._seen = study.seen()
            left = today.due + today.new + today.learning
            turn = None if left or not self.tutor.library.items else study.next()
            self._held = turn if isinstance(turn, DayDone) else None
            self._today = today
            self.retell()

    def retell(self) -> None:
        """Say the day and the decks in the language of now."""
        self.query_one(TopBar).update(self.say("home.title"))
        self.query_one("#today", Drawn).update(self._draw_day)
        super().retell()
        self._retell_keys()

    def _retell_keys(self) -> None:
        say = self.tutor.say
        begin = say("day.key.day") if self._held is not None else self.say("key.begin")
        keys = [Key("Enter", begin, "screen.begin")]
        if self._held is not None and (more := more_new(self._held)):
            keys.append(Key("m", say("day.key.new", n=more), "screen.more_new"))
        if self._held is not None and self._held.held_due:
            keys.append(
                Key("r", say("day.key.reviews", n=self._held.held_due), "screen.more_reviews")
            )
        if self._decks:
            keys.append(Key("o", self.say("key.only"), "screen.only"))
            keys.append(Key("l", self.say("key.lesson"), "screen.lesson"))
        if len(self._decks) > 1:
            keys.append(Key("f", say("day.key.goal"), "screen.goal"))
        if len(self._decks) > _MANY:
            keys.append(Key("/", self.say("key.filter"), "screen.filter"))
        if self._decks:
            keys.append(Key("z", say("quiz.key.quiz"), "screen.quiz"))
        keys.append(Key("d", self.say("key.demos"), "screen.demos"))
        self.teach(
            *keys,
            Key("^l", self.say("key.language"), "app.language", last=True),
            Key("q", self.say("key.quit"), "app.quit", last=True),
        )

    # The day.

    def _draw_day(self, width: int) -> Content:
        today = self._today
        if today is None:
            return Content(" ")
        if not self.tutor.library.items:
            return Content("\n").join(Content(self.say("home.empty")).wrap(width))
        counts = [
            ("home.due", today.due),
            ("home.new", today.new),
            ("home.learning", today.learning),
        ]
        line = Content("      ").join(
            Content.assemble(
                (str(number), "bold" if number else "$quiet"), " ", (self.say(code), "$quiet")
            )
            for code, number in counts
        )
        lines = [line, Content("")]
        for sentence in self._sentences(today):
            said = Content.styled(sentence, "$quiet").highlight_regex(_ENTER, style="bold $accent")
            lines += said.wrap(width)
        return Content("\n").join(lines)

    def _sentences(self, today: Today) -> list[str]:
        left = today.due + today.new + today.learning
        if left:
            code = "goes_on" if today.answered else "begins"
            return [self.say(f"home.{code}", answered=today.answered)]
        if today.next_due is None:
            said = self.say("home.nothing")
        else:
            when = self._when(today.next_due)
            code = "ui.home.done" if today.answered else "day.home.later"
            said = self.tutor.say(code, answered=today.answered, when=when)
        held = held_line(self._held, self.tutor.language) if self._held is not None else ""
        return [sentence for sentence in (said, held) if sentence]

    def _when(self, at_ms: int) -> str:
        """When a card comes: at a time of today, tomorrow, or on a date."""
        now = self.tutor.now()
        then = datetime.fromtimestamp(at_ms / 1000, now.tzinfo)
        days = (then.date() - now.date()).days
        code = {0: "today", 1: "tomorrow"}.get(days, "date")
        return self.tutor.say(f"day.when.{code}", time=then.strftime("%H:%M"), date=then.date())

    # What keys do.

    @on(OptionList.OptionSelected)
    async def _begin(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_begin()

    async def action_begin(self) -> None:
        """Go to the day's first lesson or question."""
        await self.tutor.turn()

    async def action_only(self) -> None:
        """Go to the chosen deck's first lesson or question; coming back here lifts it."""
        if (concept := self._chosen) is not None:
            self._before = self.tutor.study.keep_to([concept.id])
            self._kept = True
            await self.tutor.turn()
            if self.app.screen is self:  # what came next could not be found, and that was said
                self._lift()

    def action_goal(self) -> None:
        """Learn the chosen deck first, with all that it needs, or no longer."""
        from tutor.ui.applying import change

        concept = self._chosen
        if concept is None:
            return
        set_now = self.tutor.settings.goals  # those of a pack that is away today too
        goals = [goal for goal in set_now if goal != concept.id]
        on = concept.id not in set_now
        change(self.tutor, "goals", ", ".join([*goals, concept.id] if on else goals))
        self.count()
        deck = line_of(self.tell(concept.title))
        self.note(self.tutor.say("day.note.goal" if on else "day.note.no_goal", deck=deck))

    async def action_more_new(self) -> None:
        """Let today hold a few new cards more, and begin."""
        if self._held is not None:
            await self.tutor.widen(new=more_new(self._held))

    async def action_more_reviews(self) -> None:
        """Let today hold the rest of the reviews, and begin."""
        if self._held is not None:
            await self.tutor.widen(reviews=self._held.held_due)

    async def action_edit(self) -> None:
        """Write cards of the chosen deck in the learner's editor."""
        from tutor.ui.editing import edit_deck

        if (concept := self._chosen) is not None:
            await edit_deck(self, concept)
            self.count()

    def action_lesson(self) -> None:
        """Read the chosen deck's lesson again; the day is not touched."""
        concept = self._chosen
        if concept is None or not concept.lesson:
            self.note(self.say("note.no_lesson"))
            return
        from tutor.core.study import Lesson
        from tutor.ui.screens.lesson import LessonPage

        language = self.tutor.study.language_of(concept.id)
        self.app.push_screen(LessonPage(Lesson(concept, language), again=True))

    def action_demo(self) -> None:
        """Open the chosen deck's demo."""
        concept = self._chosen
        with self.reporting():
            if concept is None:
                self.tutor.show_demo("")
            else:
                self.tutor.show_demo(concept.demo, Counting(concept))

    async def action_quiz(self) -> None:
        """Choose what a quiz shall be about."""
        from tutor.ui.quizzing import open_quiz

        await open_quiz(self.tutor)

    def action_demos(self) -> None:
        """List all demos."""
        from tutor.ui.screens.demos import DemosPage

        self.app.push_screen(DemosPage())

    async def action_undo(self) -> None:
        """Take back the last answer or mark and name it; an answer is asked for again."""
        await self.tutor.take_back()
