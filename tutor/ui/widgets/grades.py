"""The four grades, each with the time after which the card would come back, where one does."""

from collections.abc import Mapping

from textual.content import Content
from textual.events import Click
from textual.style import Style

from tutor.core.log import Grade
from tutor.core.study import Outcome
from tutor.core.text import Language
from tutor.ui.widgets.bars import CLICK, clicked
from tutor.ui.widgets.typeset import Typeset
from tutor.words import grade_name, interval


class GradesBar(Typeset):
    """A line of four grades; the suggested one, which Enter accepts, is shown reversed."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._outcomes: Mapping[Grade, Outcome | None] = {}
        self._suggested = Grade.GOOD
        self._language: Language = "en"
        self.display = False

    def update(
        self, outcomes: Mapping[Grade, Outcome | None], suggested: Grade, language: Language
    ) -> None:
        """Show the outcomes of a question; none hides the bar."""
        self._outcomes, self._suggested, self._language = outcomes, suggested, language
        self.display = bool(outcomes)
        self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Grade."""
        clicked(self, event)

    def set_in(self, width: int) -> Content:
        """All four on a line, spread evenly; where that is too narrow, two lines of two."""
        pieces = [self._piece(grade) for grade in sorted(self._outcomes)]
        widest = max((piece.cell_length for piece in pieces), default=0)
        across = 4 if widest * 4 <= width else 2 if widest * 2 <= width else 1
        column = max(min(width // across, 24), widest)
        rows = [pieces[start : start + across] for start in range(0, len(pieces), across)]
        return Content("\n").join(
            Content.assemble(*(piece.pad_right(column - piece.cell_length) for piece in row))
            for row in rows
        )

    def _piece(self, grade: Grade) -> Content:
        name = grade_name(grade, self._language)
        outcome = self._outcomes[grade]
        when = f"  {interval(outcome, self._language)}" if outcome else ""
        if grade == self._suggested:
            content = Content(f" {grade.value} {name}{when} ").stylize("bold reverse $accent")
        else:
            content = Content.assemble(
                " ", (str(grade.value), "bold $accent"), f" {name}", (when, "$quiet"), " "
            )
        return content.stylize(Style.from_meta({CLICK: f"screen.grade({grade.value})"}))
