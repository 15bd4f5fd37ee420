"""A question on its page: what is asked, where the answer goes, what became of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from tutor.core.cards import AnyCard, Claim, Cloze, Live, Number, Recall, kind_of
from tutor.core.log import Grade
from tutor.core.study import Carried, Outcome, Question, Verdict
from tutor.core.text import Language, Text, in_language
from tutor.ui.screens.page import Body, Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.answer import AnswerLines
from tutor.ui.widgets.answering import answer_widget, line_count
from tutor.ui.widgets.bars import Key, Progress, TopBar, spread
from tutor.ui.widgets.grades import GradesBar
from tutor.ui.widgets.illustration import Illustration
from tutor.ui.widgets.picking import Picking
from tutor.ui.widgets.typeset import Drawn, Prose
from tutor.ui.widgets.verdict import VerdictView, draw_cloze, draw_verdict

if TYPE_CHECKING:
    from tutor.ui.live_turn import LiveTurn

_ANSWER_WIDTH = 72
"""How wide an answer line is at most, as in `tutor.tcss`."""


class QuestionPage(Page):
    """Shows one question at a time, in any language and at any point of answering it.

    The page stays and the question changes. What keys do is for the subclass.
    """

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._begin(question)

    def _begin(self, question: Question) -> None:
        self.question = question
        self.verdict: Verdict | None = None
        self.live: LiveTurn | None = None
        """What belongs to a question with numbers of its own."""
        self.revealed = False
        self.hinted = False
        """Whether something was looked at that makes the answer easier."""
        self.hint_shown = False
        self.since = time.monotonic()
        self.seconds = 0.0
        self.texts: tuple[str, ...] = ()
        self.at = 0

    @property
    def card(self) -> AnyCard:
        """The card that is asked."""
        return self.question.item.card

    @property
    def spoken(self) -> Language:
        """The language of the card's own texts: its deck's, else that of now."""
        return self.question.language or self.tutor.language

    def tell(self, text: Text) -> str:
        """A text of the card in its language."""
        return in_language(text, self.spoken)

    @property
    def answered(self) -> bool:
        """Whether only the grade is left to be settled."""
        return self.revealed or self.verdict is not None or self.left

    @property
    def left(self) -> bool:
        """Whether this is the end of a walk-through that was left early."""
        return self.live is not None and self.live.skipped is not None

    def about(self) -> Sequence[str]:
        """The page, then the kind of card at hand."""
        walk = ("walk",) if self.question.walk is not None else ()
        return (*self.TOPICS, *walk, f"kind.{kind_of(self.card)}")

    def body(self) -> ComposeResult:
        """Question, place for the answer, hint, what became of it, why."""
        yield Drawn("where")
        yield Illustration("image")
        yield Drawn("frame")
        yield Prose("ask")
        yield Drawn("given")
        yield Drawn("cloze")
        yield Prose("claim")
        yield Container(id="answer")
        yield Drawn("how")
        yield Prose("hint")
        yield Prose("recalled")
        yield VerdictView("verdict")
        yield Prose("because")

    def foot(self) -> ComposeResult:
        """The grades."""
        yield GradesBar("grades")

    async def begin(self) -> None:
        """Show the first question."""
        await self._lay_out()

    async def show(self, question: Question) -> None:
        """Ask another question."""
        self._begin(question)
        self.set_focus(None)
        await self._lay_out()

    async def _lay_out(self) -> None:
        """Put the answer's widget in, then say everything."""
        with self.app.batch_update():
            self.note("")
            self._take_numbers()
            place = self.query_one("#answer", Container)
            await place.remove_children()
            unit = self.card.unit if isinstance(self.card, Number | Live) else ""
            widget = answer_widget(
                self.question,
                self.spoken,
                self._placeholder,
                unglued(inline(self.tell(unit))).plain,
            )
            if widget is not None:
                await place.mount(widget)
            self.retell()
            self.query_one(Body).scroll_home(animate=False)
            # At once, so that a key pressed already finds its place. A long question is read from
            # its beginning; the line comes into view with the first letter.
            first = widget.lines[0] if isinstance(widget, AnswerLines) else widget
            self.set_focus(first, scroll_visible=False)

    def _take_numbers(self) -> None:
        """Open the demo of a question with numbers of its own; that may fail, and says so."""
        if self.question.numbers is None:
            return
        from tutor.ui.live_turn import LiveTurn

        with self.reporting():
            live = LiveTurn(self.question, self.tutor.demo(self.question.numbers.demo))
            live.words(self.spoken)
            self.live = live

    @property
    def _gap_count(self) -> int:
        return line_count(self.card, self.spoken)

    @property
    def _counts(self) -> bool:
        """Whether the answer was recorded: a step with nothing left to compute is not."""
        return self.verdict is None or self.verdict.carried is not Carried.IDLE

    @property
    def outcomes(self) -> Mapping[Grade, Outcome | None]:
        """What each grade comes to, while only that is to be settled; None where it is not said."""
        settled = self.answered and not self.left and self._counts
        return self.question.outcomes if settled else {}

    @property
    def aside(self) -> str:
        """What is said of the card at the right edge."""
        return self.tutor.say(f"phase.{self.question.phase or 'new'}")

    @property
    def _placeholder(self) -> str:
        if self.live is not None:
            return unglued(inline(self.live.words(self.tutor.language).how)).plain
        if not isinstance(self.card, Number):
            return self.say("placeholder.text")
        from tutor.words.asked import how_exactly, numbers_asked

        several = numbers_asked(self.card)
        told = self.say("placeholder.number")
        if several > 1:
            like = ", ".join(map(str, range(1, several + 1)))
            told = self.say("placeholder.numbers", n=several, like=like)
        exact = how_exactly(self.card, self.tutor.language)
        return f"{told}; {exact}" if exact else told

    def retell(self) -> None:
        """Everything on the page in the language of now; what was typed or picked stays."""
        card, language = self.card, self.spoken
        self._retell_top()
        self.query_one("#where", Drawn).update(self._draw_where)
        self._retell_asked()
        self.query_one("#cloze", Drawn).update(
            self._draw_cloze if isinstance(card, Cloze) else None
        )
        for lines in self.query(AnswerLines):
            lines.retell(self._placeholder)
            if len(lines.lines) != self._gap_count and not self.answered:
                self.call_later(self._lay_out)  # the languages have their own gaps
        picking = self.query(Picking)
        for rows in picking:
            rows.retell(language)
        asking = bool(picking) or not (self.answered or isinstance(card, Recall))
        self.query_one("#answer").display = asking or self.live is not None
        self.query_one("#hint", Prose).update(self._hint if self.hint_shown else "")
        shown = isinstance(card, Recall) and self.revealed
        self.query_one("#recalled", Prose).update(
            in_language(card.answer, language) if isinstance(card, Recall) and shown else ""
        )
        judged = self.verdict is not None or self.left
        self.query_one("#verdict", Drawn).update(self._draw_verdict if judged else None)
        self.query_one("#because", Prose).update(self._because if self.answered else "")
        suggested = self.verdict.suggested if self.verdict else Grade.GOOD
        self.query_one(GradesBar).update(self.outcomes, suggested, self.tutor.language)
        self._retell_keys()

    def _retell_asked(self) -> None:
        """The question; one with numbers of its own says where it stands and what it gives."""
        live, language = self.live, self.spoken
        self.set_class(live is not None, "-live")
        self.query_one(Illustration).update(self.card.image, language)
        statement = self.card.claim if isinstance(self.card, Claim) else ""
        self.query_one("#claim", Prose).update(self.tell(statement))
        words = live.words(language) if live is not None else None
        if live is None or words is None:
            self.query_one("#ask", Prose).update(self._ask)
            for name in ("#frame", "#given", "#how"):
                self.query_one(name, Drawn).update(None)
            if self.question.item.key.endswith("~reverse"):
                self.query_one("#frame", Drawn).update(self._draw_reverse)
            return
        from tutor.ui.widgets.asked import draw_asked, draw_frame

        walk = self.question.walk
        self.query_one("#frame", Drawn).update(
            partial(draw_frame, words, walk) if walk is not None or words.intro else None
        )
        self.query_one("#ask", Prose).update(words.ask)
        self.query_one("#given", Drawn).update(
            partial(draw_asked, words, walk) if words.given or words.notes else None
        )
        self.query_one("#how", Drawn).update(None if self.answered else self._draw_how)

    @property
    def _ask(self) -> str:
        asked = self.tell(self.card.ask)
        return asked or (self.say("claim.ask") if isinstance(self.card, Claim) else "")

    @property
    def _hint(self) -> str:
        live = self.live
        return live.hint(self.spoken) if live else self.tell(self.card.hint)

    @property
    def _because(self) -> str:
        live = self.live
        return live.because(self.spoken) if live else self.tell(self.card.because)

    def _draw_reverse(self, width: int) -> Content:
        said = Content.styled(self.say("reverse"), "$quiet")
        return Content("\n").join(said.wrap(width))

    def _draw_how(self, width: int) -> Content:
        """What is expected, once the placeholder that said it has gone; else an empty line."""
        line = Content.styled(self._placeholder, "$quiet")
        fits = line.cell_length + 3 <= min(width, _ANSWER_WIDTH)
        return (
            Content(" ") if fits and not any(self.texts) else Content("\n").join(line.wrap(width))
        )

    def _retell_top(self) -> None:
        with self.reporting():
            today = self.tutor.study.today()
            # A new card is answered twice on its first day, so that the end does not run away.
            left = 2 * today.new + today.learning + today.due
            total = today.answered + left
            right = self.say("review.counts", new=today.new, due=today.due + today.learning)
            progress = Progress(today.answered, max(total, 1))
            self.query_one(TopBar).update(self.say("review.title"), right, progress)

    def _draw_where(self, width: int) -> Content:
        concept = self.question.concept
        title = unglued(inline(self.tell(concept.title))).plain
        track = self.tell(self.tutor.library.tracks.get(concept.track, concept.track))
        left = f"{track} › {title}" if track else title
        flagged = self.tutor.flagged(self.question.item.key)
        right = f"{'⚑ ' if flagged else ''}{self.aside}"
        return spread(Content.styled(left, "$quiet"), Content.styled(right, "$quiet"), width)

    def _draw_cloze(self, width: int) -> Content:
        assert isinstance(self.card, Cloze)
        return draw_cloze(self.card, self.spoken, self.texts, self.at, self.verdict, width)

    def _draw_verdict(self, width: int) -> Content:
        live, language = self.live, self.spoken
        if live is not None:
            from tutor.ui.widgets.live_verdict import draw_live

            return draw_live(live, language, width)
        assert self.verdict is not None
        return draw_verdict(self.verdict, self.card, language, width)

    def _retell_keys(self) -> None:
        asking = bool(self.query(Picking)) and not self.answered
        deed = "screen.answer" if asking or self.types else "screen.accept"
        keys = [Key("Enter", self.say(f"key.{self._enter}"), deed)]
        if asking:
            picked = [one for rows in self.query(Picking) for one in rows.keys]
            keys = [*(Key(label, self.say(f"key.{code}")) for label, code in picked), *keys]
        if self._gap_count > 1 and not self.answered:
            keys.append(Key("Tab", self.say("key.gap")))
        if self.live is not None and len(self.live.explanations) > 1:
            keys.append(Key("← →", self.say("key.which"), "screen.pick_by(1)"))
        if self.has_hint and not self.answered and not self.hint_shown:
            keys.append(Key("F2", self.say("key.hint"), "screen.hint"))
        if self.question.concept.demo or self.live is not None:
            keys.append(Key("F3", self.say("key.demo"), "screen.demo"))
        if self.card.image is not None:
            keys.append(Key("F5", self.say("key.image"), "screen.image"))
        if self.question.walk is not None and not self.answered:
            keys.append(Key("F4", self.say("key.skip"), "screen.skip"))
        self.teach(*keys, *self.last_keys)

    @property
    def last_keys(self) -> tuple[Key, ...]:
        """The keys at the right edge, beside the general ones."""
        label = "^z" if self.types else "u"
        return (Key(label, self.say("key.undo"), "screen.undo", last=True),)

    @property
    def types(self) -> bool:
        """Whether the answer is typed and not given yet: then letters are no keys."""
        return not self.answered and bool(self.query(AnswerLines))

    @property
    def has_hint(self) -> bool:
        """Whether F2 has something to show."""
        return bool(self._hint)

    @property
    def _enter(self) -> str:
        if self.answered:
            return "next"
        if self.types and self.at == self._gap_count - 1 and not "".join(self.texts).strip():
            return "give_up"
        return "reveal" if isinstance(self.card, Recall) else "answer"
