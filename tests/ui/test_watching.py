"""Files saved while the tutor runs: they are picked up, in the middle of a review too."""

import shutil
from dataclasses import replace

import pytest

from tutor.cli.moving import accept_moves
from tutor.packs import Pack, open_library
from tutor.packs.vanished import likely_moves
from tutor.packs.watching import Watch
from tutor.ui.screens.moves import MovesDialog
from tutor.ui.surroundings import Moves, Surroundings

from .conftest import PACK, Home

SIZE = (100, 30)


class Watched(Home):
    """A home whose pack may be written; its files are looked at whenever nothing else happens."""

    def __init__(self, folder):
        self.pack = folder / "pack"
        shutil.copytree(PACK, self.pack)
        super().__init__(folder)
        self.packs = [Pack("pack", self.pack, trusted=True)]
        self.library = open_library(self.packs, None)
        (self.file,) = self.pack.glob("content/*/scaling.yaml")

    def app(self, *, watched=True, **options):
        app = super().app(**options)
        app.around = Surroundings(
            reopen=lambda: open_library(self.packs, None), pause=0.05 if watched else None
        )
        return app

    def change(self, old, new):
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def home(tmp_path):
    made = Watched(tmp_path)
    yield made
    made.store.close()


async def until(pilot, home, words):
    """Wait until words are on the screen; a test that waits in vain ends by itself."""
    for _ in range(400):
        await pilot.pause()
        if words in " ".join(home.seen(pilot.app).split()):
            return
    raise AssertionError(home.seen(pilot.app))


async def test_a_question_that_is_saved_is_asked_as_it_is_now(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, home, "What keeps its gradient")
        home.change("What keeps", "What saves")
        await until(pilot, home, "What saves its gradient")
        assert "Saved: the card is now as" in home.seen(app)
        await pilot.press(*"softmax", "enter")
        assert home.answers() == [("scaling/typed", 3)]


async def test_what_was_answered_stays_answered(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"softmax", "enter")
        home.change("What keeps", "What saves")
        await until(pilot, home, "from the next time")
        assert "What keeps its gradient" in home.seen(app)
        assert home.answers() == [("scaling/typed", 3)]


async def test_a_file_broken_by_a_save_is_named_and_its_card_stays_on_the_screen(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, home, "What keeps its gradient")
        home.change("accept:", "acept:")
        await until(pilot, home, "did you mean")
        assert "What keeps its gradient" in home.seen(app)
        home.change("acept:", "accept:")
        await until(pilot, home, "What keeps its gradient")
        await pilot.press(*"softmax", "enter")
        assert home.answers() == [("scaling/typed", 3)]


async def test_a_new_deck_is_there_without_a_new_start(home):
    app = home.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        (home.pack / "content" / "fresh.yaml").write_text(
            "title: A fresh deck\ncards:\n  - {id: a, ask: What?, answer: That}\n", "utf-8"
        )
        await until(pilot, home, "A fresh deck")


async def test_without_watching_ctrl_r_reads_the_files_again(home):
    home.leave_only("typed")
    app = home.app(watched=False, start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        home.change("What keeps", "What saves")
        await pilot.pause()
        assert "What keeps" in home.seen(app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "What saves" in home.seen(app)


async def test_reading_again_says_so_where_nothing_has_changed(home):
    app = home.app(watched=False, language="ko")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "모든 파일을 다시 읽었습니다" in home.seen(app)


def test_half_a_save_is_not_noticed_and_a_whole_one_only_once(home):
    watch = Watch(home.packs)
    assert not watch.changed()
    home.change("What keeps", "What saves much more")
    assert not watch.changed()  # it may still be written
    home.change("What saves much more", "What saves")
    assert not watch.changed()
    assert watch.changed()
    assert not watch.changed()


def test_a_folder_that_cannot_be_looked_at_is_named(tmp_path):
    gone = tmp_path / "gone"
    assert str(gone) in Watch([Pack("gone", gone, trusted=True)]).unreadable()
    assert Watch([Pack("own", gone, trusted=True)]).unreadable() == ""


class Renaming(Watched):
    """A home that keeps what it read, so that it knows which cards have gone."""

    def __init__(self, folder):
        super().__init__(folder)
        self.cache = {}
        self.library = open_library(self.packs, self.cache)
        self.declined = []

    def app(self, **options):
        app = super().app(watched=False, **options)
        app.around = replace(
            app.around,
            reopen=lambda: open_library(self.packs, self.cache),
            moves=Moves(
                find=lambda library: likely_moves(
                    self.cache, library, lambda key: app.study.memory(key) is not None
                ),
                accept=accept_moves,
                decline=self.declined.extend,
            ),
        )
        return app


@pytest.fixture
def renaming(tmp_path):
    made = Renaming(tmp_path)
    yield made
    made.store.close()


async def test_a_card_under_another_id_is_asked_about_and_its_history_follows(renaming):
    renaming.leave_only("typed")
    app = renaming.app(start="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"softmax", "enter")
        renaming.change("id: typed", "id: retyped")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert isinstance(app.screen, MovesDialog)
        assert "scaling/typed → scaling/retyped" in renaming.seen(app)
        await pilot.press("y")
        await pilot.pause()
        assert "The history of 1 card follows." in renaming.seen(app)
        assert "was: scaling/typed" in renaming.file.read_text(encoding="utf-8")
        assert len(app.study.history("scaling/retyped")) == 1


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_one_who_does_not_say_yes_is_left_alone(renaming, key):
    renaming.leave_only("typed")
    app = renaming.app(start="review", language="ko")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"softmax", "enter")
        renaming.change("id: typed", "id: retyped")
        await pilot.press("ctrl+r")
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert [move.former for move in renaming.declined] == ["scaling/typed"] * (key == "n")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert not isinstance(app.screen, MovesDialog)
        assert "was:" not in renaming.file.read_text(encoding="utf-8")
