"""The glossary: what the terms of the field are called, and what they mean."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tutor.core.cards import ConceptId
from tutor.core.glossary import Term
from tutor.core.study import Lesson
from tutor.packs.glossary import terms_of
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Page
from tutor.ui.setting import inline, unglued, wrapped
from tutor.ui.widgets.answer import FilterLine
from tutor.ui.widgets.bars import Key, TopBar, spread
from tutor.ui.widgets.typeset import Drawn

_INDENT = "  "
_NARROW = 60


class GlossaryPage(Page):
    """All terms in the language of now, the other language's beside; / finds by either."""

    BINDINGS: ClassVar[Bindings] = [
        bind("slash", "filter"),
        bind("enter", "lesson"),
        bind("up", "move('cursor_up')"),
        bind("down", "move('cursor_down')"),
        bind("pageup", "move('page_up')"),
        bind("pagedown", "move('page_down')"),
        bind("home", "move('first')"),
        bind("end", "move('last')"),
        bind(f"escape,{letter('q')},{letter('g')}", "app.pop_screen"),
    ]
    TOPICS = ("glossary", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._terms: tuple[Term, ...] = ()

    def body(self) -> ComposeResult:
        """The line to find by, and the terms."""
        yield FilterLine(id="filter", compact=True)
        yield Drawn("lacking")
        yield OptionList(id="terms", compact=True, markup=False)

    async def begin(self) -> None:
        """Read the terms, which nothing has asked for before, and start in the list."""
        self.query_one("#filter").display = False
        self.query_one(OptionList).focus()
        self._terms = terms_of(self.tutor.library.packs)
        self.retell()

    def retell(self) -> None:
        """The terms in the language of now, in its order."""
        say = self.tutor.say
        self.query_one("#filter", Input).placeholder = say("glossary.filter")
        self.teach(
            Key("Enter", say("glossary.lesson"), "screen.lesson"),
            Key("↑ ↓", self.say("key.choose")),
            Key("/", self.say("key.filter"), "screen.filter"),
            Key("q", self.say("key.back"), "app.pop_screen", last=True),
        )
        self._fill()

    def on_resize(self) -> None:
        """Set the terms in the new width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        """The terms that are called what was typed, the highlighted one still highlighted."""
        language, options = self.tutor.language, self.query_one("#terms", OptionList)
        words = self.query_one("#filter", Input).value
        found = [term for term in self._terms if term.named_by(words)]
        found.sort(key=lambda term: term.place_in(language))
        before = self._chosen
        width = max(options.scrollable_content_region.width - 2, 20)  # less the options' padding
        options.clear_options()
        options.add_options(Option(self._entry(term, width), id=term.en) for term in found)
        names = [term.en for term in found]
        options.highlighted = (
            names.index(before.en) if before and before.en in names else 0 if names else None
        )
        self._retell_count(len(found))

    def _retell_count(self, count: int) -> None:
        say, every = self.tutor.say, len(self._terms)
        code = "glossary.count" if count == every else "glossary.some"
        self.query_one(TopBar).update(say("glossary.title"), say(code, n=count, all=every))
        lacking = say("glossary.nothing" if every else "glossary.empty")
        self.query_one("#lacking", Drawn).update(
            None if count else lambda width: Content("\n").join(wrapped(Content(lacking), width))
        )

    def _entry(self, term: Term, width: int) -> Content:
        """The names, and where it is taught, on one line; below them the meaning."""
        language = self.tutor.language
        name, other = term.called(language), term.called("en" if language == "ko" else "ko")
        beside = Content.styled("" if other == name else other, "$quiet")
        names = Content.assemble((name, "bold"), _INDENT, beside)
        concept = self.tutor.library.concepts.get(ConceptId(term.concept))
        title = unglued(inline(self.tell(concept.title))).plain if concept else ""
        taught = Content.styled(title if width >= _NARROW else "", "$quiet")
        meaning = wrapped(inline(self.tell(term.means)), width - len(_INDENT))
        lines = [spread(names, taught, width), *(Content(_INDENT) + line for line in meaning)]
        return Content("\n").join(lines)

    @property
    def _chosen(self) -> Term | None:
        options = self.query_one("#terms", OptionList)
        if options.highlighted is None or options.highlighted >= options.option_count:
            return None
        name = options.get_option_at_index(options.highlighted).id
        return next((term for term in self._terms if term.en == name), None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(FilterLine.Left)
    def _unfilter(self) -> None:
        line = self.query_one("#filter", Input)
        line.value, line.display = "", False
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_lesson()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_lesson()

    def action_filter(self) -> None:
        """Type what a term is called; Esc takes it away and goes back to the list."""
        line = self.query_one("#filter", Input)
        line.display = True
        self.set_focus(line)

    def action_move(self, how: str) -> None:
        """Another term, also while the name is typed."""
        getattr(self.query_one("#terms", OptionList), f"action_{how}")()

    def action_lesson(self) -> None:
        """Read the lesson that teaches the highlighted term; the day is not touched."""
        term = self._chosen
        concept = self.tutor.library.concepts.get(ConceptId(term.concept)) if term else None
        if concept is None or not concept.lesson:
            self.note(self.tutor.say("glossary.no_lesson"))
            return
        from tutor.ui.screens.lesson import LessonPage

        self.note("")
        language = self.tutor.study.language_of(concept.id)
        self.app.push_screen(LessonPage(Lesson(concept, language), again=True))
