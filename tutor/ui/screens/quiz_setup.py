"""Setting up a quiz: which cards, how many, how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tutor.core.cards import KINDS, ConceptId
from tutor.maths import cells
from tutor.study.choosable import Choosable
from tutor.study.selection import USUAL_NUMBER, Plan, Selection
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.quizzing import begin
from tutor.ui.screens.page import Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.bars import Key, TopBar
from tutor.ui.widgets.form import Form, Heading, Row, Tick, Value

_NUMBERS = (5, 10, USUAL_NUMBER, 30, 50, 100, None)
_MINUTES = (None, 2, 5, 10, 15, 20, 30, 60)
_LONGEST = 6
"""So many digits are typed at most."""


@dataclass
class _Draft:
    """What was chosen so far."""

    selection: Selection = field(default_factory=Selection)
    number: int | None = USUAL_NUMBER
    minutes: int | None = None
    seed: int | None = None
    counts: bool = False

    def plan(self) -> Plan:
        return Plan(
            selection=self.selection,
            number=self.number,
            minutes=self.minutes,
            seed=self.seed,
            counts=self.counts,
        )


@dataclass(frozen=True)
class _Line:
    """A row with what acting on it does; `typed` takes a number that is typed there."""

    row: Row
    act: Callable[[int], None] = lambda by: None
    typed: Callable[[int | None], None] | None = None
    number: int | None = None


class QuizSetupPage(Page):
    """What the quiz shall be about; Enter begins it."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter", "begin"),
        *(bind(str(digit), f"type({digit})") for digit in range(10)),
        bind("backspace,delete", "rub_out"),
        bind(f"escape,{letter('q')}", "app.home"),
    ]
    TOPICS = ("quiz_setup", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._draft = _Draft()
        self._lines: Sequence[_Line] = ()
        self._typed_at: int | None = None
        """The row at which digits are being typed."""
        self._fitting = 0
        self._choosable: Choosable | None = None
        self._kinds: Counter[str] = Counter()
        self._tags: Counter[str] = Counter()
        self._cards: Counter[ConceptId] = Counter()

    def body(self) -> ComposeResult:
        """One form."""
        yield Form("form")

    async def begin(self) -> None:
        """Count what there is, and stand at the first row."""
        self.retell()
        self.query_one(Form).focus()

    def renew(self) -> None:
        """Count anew what there is."""
        self._choosable = None
        self.retell()

    def _count(self) -> Choosable:
        """The cards there are, looked at once: each key chooses something else of them."""
        if self._choosable is None:
            self._choosable = self.tutor.study.choosable()
            cards = self._choosable.cards
            self._kinds = Counter(card.kind for card in cards)
            self._tags = Counter(tag for card in cards for tag in card.tags)
            self._cards = Counter(card.concept for card in cards)
        return self._choosable

    def retell(self) -> None:
        """Everything in the language of now."""
        self.note("")
        with self.reporting():
            self._fitting = len(self._count().fitting(self._draft.selection))
        self._lines = [*self._amounts(), *self._decks(), *self._kind_lines(), *self._tag_lines()]
        self.query_one(Form).update([line.row for line in self._lines])
        fits = self.tutor.say("quiz.fits", n=self._fitting)
        self.query_one(TopBar).update(self.tutor.say("quiz.title"), fits)
        self.teach(
            Key("Enter", self.tutor.say("quiz.key.begin"), "screen.begin"),
            Key("↑ ↓", self.say("key.choose")),
            Key("Space", self.tutor.say("quiz.key.tick")),
            Key("← →", self.tutor.say("quiz.key.change")),
            Key("q", self.say("key.back"), "app.home", last=True),
        )

    # The rows

    def _amounts(self) -> list[_Line]:
        draft, told = self._draft, self._told
        number = str(draft.number) if draft.number else told("number.all")
        minutes = str(draft.minutes) if draft.minutes else told("minutes.none")
        seed = told("seed.new") if draft.seed is None else str(draft.seed)
        names = [told(name) for name in ("number", "minutes", "seed")]
        column = max(map(cells, names)) + 2
        chosen = draft.selection
        return [
            _Line(
                Value(names[0], number, column),
                lambda by: self._set(number=_stepped(_NUMBERS, draft.number, by)),
                lambda typed: self._set(number=typed or None),
                draft.number,
            ),
            _Line(
                Value(names[1], minutes, column),
                lambda by: self._set(minutes=_stepped(_MINUTES, draft.minutes, by)),
                lambda typed: self._set(minutes=typed or None),
                draft.minutes,
            ),
            _Line(
                Value(names[2], seed, column, told("seed.means")),
                lambda by: self._set(seed=max((draft.seed or 0) + by, 0)),
                lambda typed: self._set(seed=typed),
                draft.seed,
            ),
            _Line(
                Tick(told("weak"), chosen.weak, told("weak.means")),
                self._taking(weak=not chosen.weak),
            ),
            _Line(
                Tick(told("flagged"), chosen.flagged),
                self._taking(flagged=not chosen.flagged),
            ),
            _Line(
                Tick(told("counts"), draft.counts, told("counts.means")),
                lambda by: self._set(counts=not draft.counts),
            ),
        ]

    def _decks(self) -> list[_Line]:
        """The tracks, each with its concepts below it."""
        tracks: dict[str, list[ConceptId]] = {}
        for concept in self.tutor.library.decks.values():
            if self._cards[concept.id]:
                tracks.setdefault(concept.track, []).append(concept.id)
        lines = [_Line(Heading(self._told("decks"), self._told("every")))]
        for track, members in tracks.items():
            several = bool(track) and len(members) > 1
            if several:
                lines.append(self._track(track, frozenset(members)))
            lines += [self._concept(concept, 3 * several) for concept in members]
        return lines

    def _track(self, track: str, members: frozenset[ConceptId]) -> _Line:
        chosen = self._draft.selection.concepts
        whole = members <= chosen
        title = self.tell(self.tutor.library.tracks.get(track, track))
        count = sum(self._cards[concept] for concept in members)
        row = Tick(title, whole, str(count), partly=not members.isdisjoint(chosen))
        after = chosen - members if whole else chosen | members
        return _Line(row, self._taking(concepts=after))

    def _concept(self, concept: ConceptId, indent: int) -> _Line:
        chosen = self._draft.selection.concepts
        title = unglued(inline(self.tell(self.tutor.library.decks[concept].title))).plain
        row = Tick(title, concept in chosen, str(self._cards[concept]), indent)
        return _Line(row, self._taking(concepts=chosen ^ {concept}))

    def _kind_lines(self) -> list[_Line]:
        chosen = self._draft.selection.kinds
        lines = [_Line(Heading(self._told("kinds"), self._told("every")))]
        for kind in (kind for kind in KINDS if self._kinds[kind]):
            row = Tick(self.tutor.say(f"kind.{kind}"), kind in chosen, str(self._kinds[kind]))
            lines.append(_Line(row, self._taking(kinds=chosen ^ {kind})))
        return lines

    def _tag_lines(self) -> list[_Line]:
        if not self._tags:
            return []
        chosen = self._draft.selection.tags
        lines = [_Line(Heading(self._told("tags"), self._told("every")))]
        for tag, count in sorted(self._tags.items()):
            row = Tick(tag, tag in chosen, str(count))
            lines.append(_Line(row, self._taking(tags=chosen ^ {tag})))
        return lines

    def _told(self, code: str) -> str:
        return self.tutor.say(f"quiz.setup.{code}")

    # What acting on a row does

    def _set(self, **changed: int | None) -> None:
        self._draft = replace(self._draft, **changed)  # type: ignore[arg-type]  # by name
        self.retell()

    def _taking(self, **changed: object) -> Callable[[int], None]:
        """What acting on a row does that changes the selection."""

        def take(by: int) -> None:
            chosen = replace(self._draft.selection, **changed)  # type: ignore[arg-type]  # by name
            self._draft = replace(self._draft, selection=chosen)
            self.retell()

        return take

    @on(Form.Changed)
    def _acted(self, event: Form.Changed) -> None:
        self._typed_at = None
        self._lines[event.row].act(event.by)

    def action_type(self, digit: int) -> None:
        """Digits are the value of the row one stands at."""
        at = self.query_one(Form).at
        line = self._lines[at]
        if line.typed is None:
            return
        before = str(line.number) if self._typed_at == at and line.number is not None else ""
        self._typed_at = at
        line.typed(int(f"{before}{digit}"[:_LONGEST]))

    def action_rub_out(self) -> None:
        """Take the last digit away."""
        line = self._lines[self.query_one(Form).at]
        if line.typed is not None and line.number is not None:
            left = str(line.number)[:-1]
            line.typed(int(left) if left else None)

    async def action_begin(self) -> None:
        """Begin, if any card fits."""
        if not self._fitting:
            self.note(self.tutor.say("quiz.note.none"), error=True)
            return
        with self.reporting():
            await begin(self.tutor, self._draft.plan())


def _stepped(steps: Sequence[int | None], now: int | None, by: int) -> int | None:
    """The next step or the one before; from a number between two, the nearer in that direction."""
    if now in steps:
        return steps[(steps.index(now) + by) % len(steps)]
    known = [step for step in steps if step is not None]
    beyond = [step for step in known if now is not None and (step > now if by > 0 else step < now)]
    return (beyond[0] if by > 0 else beyond[-1]) if beyond else None
