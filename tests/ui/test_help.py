import pytest

from tutor.core.cards import KINDS
from tutor.core.text import LANGUAGES
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.keys import ABOUT, KEYS, KeysDialog
from tutor.words import say
from tutor.words.day_en import SENTENCES


async def test_question_mark_tells_what_the_page_is_about(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, KeysDialog)
        text = home.seen(app)
        assert "This is what your day holds." in text
        assert "begin or go on with the day" in text
        await pilot.press("question_mark")
        assert isinstance(app.screen, HomePage)


async def test_on_an_answer_line_it_is_text(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert not isinstance(app.screen, KeysDialog)
        await pilot.press("f1")
        assert isinstance(app.screen, KeysDialog)


@pytest.mark.parametrize(
    ("card", "told"),
    [("recall", "say the answer to yourself"), ("number", "you may type arithmetic")],
)
async def test_a_question_is_explained_by_its_kind(home, card, told):
    home.leave_only(card)
    app = home.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f1")
        assert told in " ".join(home.seen(app).split())


async def test_a_walk_through_is_explained_as_one(live):
    live.ask_only("scores", "scaled", "weights")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert app.screen.about() == ("review", "everywhere", "walk", "kind.live")
        await pilot.press("f1")
        assert "the steps of one computation" in " ".join(live.seen(app).split())


async def test_on_a_small_screen_the_help_scrolls_to_its_last_key(home):
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        assert "quit; every answer is already kept" not in home.seen(app)
        await pilot.press("end")
        await pilot.pause()
        assert "quit; every answer is already kept" in home.seen(app)


async def test_in_a_low_window_the_help_still_says_how_to_leave_it(home):
    app = home.app()
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Esc closes" in home.seen(app)


async def test_the_help_changes_its_language_in_place(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "f6")
        assert "오늘 할 일을 보여 줍니다." in home.seen(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_card_and_every_page_that_teaches_has_its_text(language):
    assert {f"kind.{kind}" for kind in KINDS} <= ABOUT
    assert KEYS.keys() - {"everywhere", "tour"} <= ABOUT
    assert all(say(f"day.about.{code}", language) for code in ABOUT)
    told = {code.removeprefix("day.about.") for code in SENTENCES if code.startswith("day.about.")}
    assert told == ABOUT | {"title"}
