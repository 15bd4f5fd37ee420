"""A question shown as it was answered: nothing more can be typed or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.core.study import Arranged, Given, Verdict
from tutor.ui.widgets.answer import AnswerLines
from tutor.ui.widgets.choices import ChoiceList
from tutor.ui.widgets.claim import ClaimList
from tutor.ui.widgets.order import OrderList
from tutor.ui.widgets.pairs import PairList
from tutor.ui.widgets.picking import Picking

if TYPE_CHECKING:
    from tutor.ui.screens.question import QuestionPage


def texts(given: Given | None) -> tuple[str, ...]:
    """What was typed, a text a line; nothing where it was picked."""
    return given if isinstance(given, tuple) else ()


def stand(
    page: QuestionPage, given: Given | None, verdict: Verdict | None, *, revealed: bool
) -> None:
    """Put what was answered where it was, and say what became of it."""
    page.set_focus(None)
    page.revealed, page.verdict = revealed, verdict
    if page.live is not None and verdict is not None:
        page.live.judged(verdict)
    for lines in page.query(AnswerLines):
        lines.disabled = True
        for line, text in zip(lines.lines, texts(given), strict=False):
            line.value = text
    for rows in page.query(Picking):
        _put_back(rows, given)
        if verdict is not None:
            rows.judged(verdict)
    page.retell()


def _put_back(rows: Picking, given: Given | None) -> None:
    match rows, given:
        case ClaimList(), bool():
            rows.picked = {0 if given else 1}
        case ChoiceList(), frozenset():
            rows.picked = set(given)
        case OrderList(), Arranged(places):
            rows.places = list(places)
        case PairList(), Arranged(places):
            rows.joined = list(places)
