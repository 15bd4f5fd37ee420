"""Cards that were renamed or moved: asked about once; the history of the same card follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.ui.screens.page import Page

if TYPE_CHECKING:
    from tutor.packs.vanished import Move
    from tutor.ui.app import TutorApp
    from tutor.ui.surroundings import Moves


def ask_about_moves(app: TutorApp) -> None:
    """Ask whether new cards are old ones under another name, where some look like it.

    While another dialog is open, or the question was put aside, nothing is asked.
    """
    around = app.around.moves
    page = app.screen
    if around is None or not isinstance(page, Page):
        return
    with page.reporting():
        moves = [move for move in around.find(app.library) if move.former not in app.put_aside]
        if moves:
            from tutor.ui.screens.moves import MovesDialog

            app.put_aside.update(move.former for move in moves)
            app.push_screen(MovesDialog(moves, lambda same: _answered(app, around, moves, same)))


async def _answered(app: TutorApp, around: Moves, moves: Sequence[Move], same: bool) -> None:
    page = app.screen
    assert isinstance(page, Page)
    with page.reporting():
        if not same:
            around.decline(moves)
            page.note(app.say("moves.declined"))
            return
        try:
            around.accept(moves)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            page.note(app.say("edit.failed", file=error.filename, reason=reason), error=True)
            return
        except ValueError:
            page.note(app.say("moves.cannot", card=moves[0].item.key), error=True)
            return
        from tutor.ui.watching import read_anew

        await read_anew(app)
        page.note(app.say("moves.accepted", n=len(moves)))
