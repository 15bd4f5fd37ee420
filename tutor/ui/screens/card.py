"""A card to look at: as it was last asked, with what was answered, the right answer and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tutor.core.cards import CardKey, Cloze, Formula, Live
from tutor.core.log import Grade
from tutor.core.study import Outcome
from tutor.study.looking_back import LookedBack, last_answer, look_back
from tutor.ui.answered import stand, texts
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.looking import LookingPage
from tutor.ui.screens.page import Body
from tutor.ui.setting import set_text
from tutor.ui.widgets.bars import Key, Progress, TopBar
from tutor.words import date_and_time, grade_name
from tutor.words.titles import asked_text, open_text

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def open_card(
    tutor: TutorApp, cards: Sequence[CardKey], at: int = 0, *, slipped: bool = False
) -> None:
    """Look at one of several cards, with `slipped` as each was last forgotten."""
    tutor.push_screen(CardPage(_looked_back(tutor, cards[at], slipped), cards, at, slipped=slipped))


class CardPage(LookingPage):
    """One of several cards, nothing asked; Enter goes on to the next and after the last back."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "next"),
        bind("at", "suspend"),
        bind(f"escape,{letter('q')}", "app.pop_screen"),
    ]
    TOPICS = ("card", "everywhere")

    def __init__(
        self, looked: LookedBack, cards: Sequence[CardKey], at: int, *, slipped: bool = False
    ) -> None:
        super().__init__(looked.question)
        self._looked = looked
        self._cards = cards
        self._place = at
        self._slipped = slipped

    async def begin(self) -> None:
        """Show the card with all that belongs to it."""
        await super().begin()
        self._show_end()

    async def action_next(self) -> None:
        """The next card; after the last one back."""
        if self._place + 1 == len(self._cards):
            self.app.pop_screen()
            return
        self._place += 1
        with self.reporting():
            self._looked = _looked_back(self.tutor, self._cards[self._place], self._slipped)
            await self.show(self._looked.question)
            self._show_end()

    def _show_end(self) -> None:
        """Put what was answered where it was, and say what became of it."""
        stand(self, self._looked.given, self._looked.verdict, revealed=True)
        self.query_one(Body).scroll_home(animate=False)

    # What it says.

    def _retell_top(self) -> None:
        count = len(self._cards)
        progress = Progress(self._place + 1, count) if count > 1 else None
        self.query_one(TopBar).update(self.tutor.say("day.card.title"), "", progress)

    @property
    def aside(self) -> str:
        """When it was answered and how that was graded; whether it is left out."""
        row = self._looked.row
        said = []
        if self.tutor.study.suspended(self.question.item.key):
            said.append(self.tutor.say("day.mark.suspended"))
        if row is not None and row.grade is not None:
            said.append(grade_name(row.grade, self.tutor.language))
            said.append(date_and_time(row.at, self.tutor.now().tzinfo)[:10])
        return " · ".join(said)

    @property
    def outcomes(self) -> Mapping[Grade, Outcome | None]:
        """Nothing is to be graded."""
        return {}

    @property
    def _ask(self) -> str:
        if isinstance(self.card, Live | Formula):
            return asked_text(self.question.item, self.spoken)
        return super()._ask

    @property
    def _because(self) -> str:
        return super()._because if self.live else open_text(self.card.because, self.spoken)

    def _draw_verdict(self, width: int) -> Content:
        """The verdict on what was answered, and the right answer where that does not name it."""
        looked, verdict = self._looked, self.verdict
        told = super()._draw_verdict(width) if looked.row is not None else Content("")
        given = looked.given
        if verdict is None or not texts(given) or not (verdict.right or looked.row is None):
            return told
        if isinstance(self.card, Cloze) or self.live is not None:  # which show it already
            return told
        right = "; ".join(self.tell(part.right) for part in verdict.parts)
        said = set_text(self.tutor.say("day.card.right", text=right), width)
        return Content("\n").join([*([told, Content("")] if told else []), *said])

    def _retell_keys(self) -> None:
        last = self._place + 1 == len(self._cards)
        keys = [Key("Enter", self.say("key.back" if last else "key.next"), "screen.next")]
        if self.question.concept.demo or self.live is not None:
            keys.append(Key("F3", self.say("key.demo"), "screen.demo"))
        say, item = self.tutor.say, self.question.item
        marks = ("off" if on else "on" for on in (self._is_suspended, self.tutor.flagged(item.key)))
        suspended, flagged = marks
        keys += [
            Key("i", say("day.key.history"), "screen.history"),
            Key("*", say(f"day.key.flag_{flagged}"), "screen.flag"),
            Key("@", say(f"day.key.suspend_{suspended}"), "screen.suspend"),
        ]
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    @property
    def _is_suspended(self) -> bool:
        return self.tutor.study.suspended(self.question.item.key)

    # What keys do.

    def action_flag(self) -> None:
        """Set or take away the card's flag."""
        super().action_flag()
        self._retell_keys()

    def action_suspend(self) -> None:
        """Ask the card no more, or again."""
        with self.reporting():
            on = self.tutor.study.suspend(self.question.item.key)
            self.retell()
            self.note(self.tutor.say("day.note.suspended" if on else "day.note.asked_again"))

    def _take_numbers(self) -> None:
        try:
            super()._take_numbers()
        # The demo may have become anything since: then the card is told without its numbers.
        except Exception:
            self.live = None


def _looked_back(tutor: TutorApp, key: CardKey, slipped: bool) -> LookedBack:
    item = tutor.library.items[key]
    row = last_answer(tutor.study.history(key), slipped=slipped)
    own = tutor.study.language_of(item.concept)
    concept, language = tutor.library.concepts[item.concept], own or tutor.language
    looked = look_back(item, concept, row, tutor.demo, language)
    return replace(looked, question=replace(looked.question, language=own))
