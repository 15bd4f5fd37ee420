"""Cards changed in the learner's editor: a real program, run where the screens make room."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tutor.packs import Pack, open_library
from tutor.ui.screens.faults import FaultsDialog
from tutor.ui.screens.review import ReviewPage
from tutor.ui.surroundings import Surroundings

from .conftest import LIVE, Home

EDITOR = """\
import pathlib, sys
*changes, name = sys.argv[1:]
file = pathlib.Path(name)
text = file.read_text(encoding="utf-8")
for change in changes:
    old, _, new = change.partition("=>")
    if old in text:
        file.write_text(text.replace(old, new), encoding="utf-8", newline="")
        break
sys.exit(int("fails" in changes))
"""
SIZE = (80, 24)


class Writer(Home):
    """A home with the learner's own pack and an editor that makes the first change it can."""

    def __init__(self, folder: Path) -> None:
        self.own = folder / "own"
        super().__init__(folder, self.own)
        self.packs = self.library.packs
        self.script = folder / "editor.py"
        self.script.write_text(EDITOR, encoding="utf-8")

    def app(self, *changes, editor="", **options):
        app = super().app(**options)
        words = [sys.executable, str(self.script), *changes]
        app.around = Surroundings(
            environ={"EDITOR": editor or shlex.join(words)},
            reopen=lambda: open_library(self.packs, None),
        )
        return app

    def texts(self) -> list[str]:
        """What the learner's own files hold."""
        return [file.read_text(encoding="utf-8") for file in self.own.rglob("*.yaml")]


@pytest.fixture
def writer(tmp_path, monkeypatch):
    # The driver of tests has no terminal to give away: letting it pass is all that is not real.
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda driver: True))
    made = Writer(tmp_path)
    yield made
    made.store.close()


async def test_a_card_of_another_pack_is_copied_and_asked_as_it_is_now(writer):
    writer.leave_only("typed")
    app = writer.app("What keeps=>What saves", start="review")
    async with app.run_test(size=SIZE) as pilot:
        assert "What keeps its gradient" in writer.seen(app)
        await pilot.press("escape", "e")
        await pilot.pause()
        text = writer.seen(app)
        assert "What saves its gradient" in text
        assert "Saved: the card is now as" in text
        assert "What saves" in writer.texts()[0]
        assert app.library is app.study.library
        await pilot.press(*"softmax", "enter")
        assert writer.answers() == [("scaling/typed", 3)]


async def test_a_korean_keyboard_edits_too(writer):
    writer.leave_only("recall")
    app = writer.app(start="review", language="ko")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ㄷ")
        await pilot.pause()
        assert "바뀐 것이 없습니다." in writer.seen(app)


async def test_an_unchanged_card_leaves_nothing_behind(writer):
    writer.leave_only("recall")
    app = writer.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "e")
        await pilot.pause()
        assert "Nothing was changed." in writer.seen(app)
        assert app.screen.revealed
        assert writer.texts() == []


async def test_what_is_revealed_stays_so_with_its_new_text(writer):
    writer.leave_only("recall")
    app = writer.app("answer:=>hint: A hint.\n    answer:", start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "e")
        await pilot.pause()
        assert app.screen.revealed
        assert app.screen.card.hint == "A hint."
        await pilot.press("4")
        assert writer.answers() == [("scaling/recall", 4)]


async def test_what_was_answered_stays_answered(writer):
    writer.leave_only("typed")
    app = writer.app("What keeps=>What saves", start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"softmax", "enter", "e")
        await pilot.pause()
        text = writer.seen(app)
        assert "What keeps its gradient" in text
        assert "from the next time on" in text.replace("\n", " ")
        assert writer.answers() == [("scaling/typed", 3)]
        await pilot.press("2")
        assert writer.answers() == [("scaling/typed", 2)]
        assert "What saves its gradient" in writer.seen(app)  # it is still being learnt


async def test_a_fault_is_shown_and_the_old_card_goes_on_until_it_is_mended(writer):
    writer.leave_only("typed")
    app = writer.app("accept:=>acept:", "acept:=>accept:", start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "e")
        await pilot.pause()
        assert isinstance(app.screen, FaultsDialog)
        text = writer.seen(app)
        assert "1 fault in what you wrote" in text
        assert re.search(r"line \d+, card typed", text)
        assert "acept" in text
        await pilot.press("f6")
        assert "행, 카드 typed" in writer.seen(app)
        await pilot.press("f6", "e")
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        assert "Saved" in writer.seen(app)
        await pilot.press(*"softmax", "enter")
        assert writer.answers() == [("scaling/typed", 3)]


async def test_a_broken_card_of_ones_own_is_still_asked_as_it_was(writer):
    file = writer.own / "content/mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("cards:\n  - id: mine\n    ask: Mine?\n    answer: Yes.\n", encoding="utf-8")
    writer.library = open_library(writer.packs, None)
    writer.leave_only()
    app = writer.app("answer: Yes.=>answer: 'Yes.", start="review")
    async with app.run_test(size=SIZE) as pilot:
        assert "Mine?" in writer.seen(app)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, FaultsDialog)
        await pilot.press("escape", "space", "enter")
        assert writer.answers() == [("mine/mine", 3)]


async def test_a_card_that_was_taken_out_is_asked_no_more(writer):
    file = writer.own / "content/mine.yaml"
    file.parent.mkdir(parents=True)
    card = "  - {id: mine, ask: Mine?, answer: a}\n"
    file.write_text(f"cards:\n{card}  - {{id: b, ask: Second?, answer: b}}\n", encoding="utf-8")
    writer.library = open_library(writer.packs, None)
    writer.leave_only()
    app = writer.app(f"{card}=>", start="review")
    async with app.run_test(size=SIZE) as pilot:
        assert "Mine?" in writer.seen(app)
        await pilot.press("e")
        await pilot.pause()
        assert "Second?" in writer.seen(app)
        assert "no such card any more" in writer.seen(app)


async def test_a_deck_is_added_to_from_the_home_page(writer):
    app = writer.app("  # Your=>  - {id: mine, ask: q, answer: a}\n  # Your")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert "scaling/mine" in app.library.items
        assert "# Your own cards of" in writer.texts()[0]


async def test_where_the_terminal_cannot_be_given_away_it_says_so(writer, monkeypatch):
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda driver: False))
    writer.leave_only("recall")
    app = writer.app("ask=>aks", start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "No editor can be opened in this terminal." in writer.seen(app)
        assert writer.texts() == []


async def test_without_an_editor_it_says_where_the_card_stands(writer, monkeypatch):
    monkeypatch.setenv("PATH", "")
    writer.leave_only("recall")
    app = writer.app(start="review")
    app.around = Surroundings(reopen=app.around.reopen)
    async with app.run_test(size=(160, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        text = writer.seen(app)
        assert "No editor was found. Set EDITOR" in text
        assert f"line {app.screen.question.item.place.line}" in text


async def test_a_missing_editor_and_one_that_fails_are_named(writer):
    writer.leave_only("recall")
    app = writer.app(editor="no-such-editor", start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "There is no no-such-editor." in writer.seen(app)
        assert writer.texts() == []
        failing = shlex.join([sys.executable, str(writer.script), "fails"])
        app.around = Surroundings(environ={"VISUAL": failing}, reopen=app.around.reopen)
        await pilot.press("e")
        await pilot.pause()
        assert "ended with an error" in writer.seen(app)


async def test_a_step_of_a_walk_through_is_come_back_to(tmp_path, writer):
    writer.packs = (*writer.packs[:1], Pack(LIVE.name, LIVE, trusted=True), *writer.packs[1:])
    writer.library = open_library(writer.packs, None)
    writer.ask_only("scores", "scaled", "weights")
    app = writer.app("live:=>hint: Slowly.\n    live:", start="review")
    async with app.run_test(size=SIZE) as pilot:
        key = app.screen.question.item.key
        walk = app.screen.question.walk
        await pilot.press("escape", "e")
        await pilot.pause()
        again = app.screen.question
        assert (again.item.key, again.walk.asked) == (key, walk.asked)
        assert again.item.card.hint == "Slowly."


async def test_a_card_whose_file_has_gone_is_not_taken_for_a_missing_editor(writer):
    file = writer.own / "content/mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("cards:\n  - id: mine\n    ask: Mine?\n    answer: Yes.\n", encoding="utf-8")
    writer.library = open_library(writer.packs, None)
    writer.leave_only()
    app = writer.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        file.unlink()
        await pilot.press("e")
        await pilot.pause()
        text = " ".join(writer.seen(app).split())
        assert "The card does not stand in" in text
        assert "mine.yaml" in text
        assert isinstance(app.screen, ReviewPage)


async def test_a_card_whose_pack_has_gone_is_not_copied(tmp_path, writer):
    pack = tmp_path / "away"
    (pack / "content").mkdir(parents=True)
    file = pack / "content/far.yaml"
    file.write_text("cards:\n  - id: far\n    ask: Far?\n    answer: Yes.\n", encoding="utf-8")
    writer.packs = (Pack("away", pack, trusted=True), *writer.packs)
    writer.library = open_library(writer.packs, None)
    writer.leave_only()
    app = writer.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        assert "Far?" in writer.seen(app)
        file.unlink()
        await pilot.press("e")
        await pilot.pause()
        assert "The card does not stand in" in writer.seen(app)
        assert writer.texts() == []
