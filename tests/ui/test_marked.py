from tests.ui.conftest import Home
from tutor.core.log import Grade
from tutor.core.study import Arranged
from tutor.packs import open_library
from tutor.study.sitting import Study
from tutor.ui.screens.card import CardPage
from tutor.ui.screens.history import HistoryDialog
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.marked import MarkedPage
from tutor.ui.screens.player import PlayerPage


def marked(home) -> Study:
    study = home.study()
    study.flag("scaling/one")
    study.suspend("scaling/number")
    return study


async def test_marked_cards_are_found_again_from_the_home_page(home):
    marked(home)
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        assert isinstance(app.screen, MarkedPage)
        lines = home.seen(app).splitlines()
        assert next(line for line in lines if "Why are" in line).endswith("⚑ flagged")
        assert next(line for line in lines if "With scores" in line).endswith("suspended")


async def test_both_marks_can_be_taken_away_and_undo_sets_them_again(home):
    marked(home)
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*", "*", "down", "@")
        assert not app.study.flagged("scaling/one")
        assert not app.study.suspended("scaling/number")
        assert "This card is asked again." in home.seen(app)
        await pilot.press("u")
        assert app.study.suspended("scaling/number")
        assert isinstance(app.screen, MarkedPage)
        assert "is suspended again." in " ".join(home.seen(app).split())


async def test_a_marked_card_is_shown_with_its_right_answer(home):
    marked(home)
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*", "down", "enter")
        assert isinstance(app.screen, CardPage)
        text = home.seen(app)
        assert "The right answer: [14, 12]" in text
        assert "The scale is √64 = 8." in text
        assert "suspended" in text
        await pilot.press("@")
        assert not app.study.suspended("scaling/number")
        await pilot.press("i")
        assert isinstance(app.screen, HistoryDialog)
        assert "Not answered yet." in home.seen(app)


async def test_without_a_mark_the_page_says_how_to_set_one(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        assert "No card is flagged or suspended." in home.seen(app)
        await pilot.press("enter", "@", "*", "q")
        assert isinstance(app.screen, HomePage)


async def test_a_live_card_is_shown_with_the_numbers_it_was_last_asked_with(live):
    live.ask_only("scaling")
    study = live.study()
    question = study.next()
    study.answer(question, ("1 2 3 4",))
    study.flag(question.item.key)
    app = live.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        cards = app.screen._cards
        await pilot.press(*["down"] * cards.index(question.item.key), "enter")
        text = live.seen(app)
        assert "✗  Not right." in text
        assert "1 2 3 4" in text
        await pilot.press("f3")
        assert isinstance(app.screen, PlayerPage)
        assert f"{question.numbers.inputs['d_k']}" in live.seen(app)


async def test_a_live_card_whose_demo_is_gone_is_still_shown(live):
    live.ask_only("scaling")
    study = live.study()
    question = study.next()
    study.answer(question, ("1 2 3 4",))
    study.flag(question.item.key)
    live.broken.add(question.numbers.demo)
    app = live.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        cards = app.screen._cards
        await pilot.press(*["down"] * cards.index(question.item.key), "enter")
        assert "With scores … and" in live.seen(app)


async def test_each_kind_is_shown_as_it_was_answered(kinds):
    study = kinds.study()
    for key in kinds.library.items:
        if key.startswith("kinds/"):
            study.flag(key)
        else:
            study.suspend(key)
    app = kinds.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        await pilot.press("enter")
        seen = 0
        while isinstance(app.screen, CardPage):
            seen += 1
            assert "✗" not in kinds.seen(app)
            await pilot.press("enter")
        assert seen == len(kinds.library.items)


async def test_a_wrong_order_is_shown_as_it_was_put(kinds):
    kinds.ask_only("order")
    study = kinds.study()
    study.answer(study.next(), Arranged((1, 0, 2, 3)))
    study.flag("kinds/order")
    app = kinds.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("*")
        cards = app.screen._cards
        await pilot.press(*["down"] * cards.index("kinds/order"), "enter")
        lines = [line for line in kinds.seen(app).splitlines() if "belongs in place" in line]
        assert len(lines) == 2
        assert "Divide by" in lines[0]
        await pilot.press("i")
        assert "2 1 3 4" in kinds.seen(app)


async def test_what_was_recalled_is_shown_with_its_answer(home):
    home.leave_only("recall")
    study = home.study()
    study.grade(study.next(), Grade.HARD)
    study.flag("scaling/recall")
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*", "enter")
        text = home.seen(app)
        assert "root of the length" in text
        assert "Hard · 2026-03-02" in text


async def test_a_card_whose_kind_was_changed_is_shown_without_the_old_answer(tmp_path):
    pack = tmp_path / "own"
    file = pack / "content/mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("cards:\n  - {id: a, cloze: 'The {{b}} and {{c}}.'}\n", encoding="utf-8")
    home = Home(tmp_path, pack)
    study = home.study()
    study.ask_next("mine/a")
    study.answer(study.next(), ("b", "no"))
    study.flag("mine/a")
    file.write_text("cards:\n  - {id: a, ask: How many?, number: 14}\n", encoding="utf-8")
    home.library = open_library(home.library.packs, None)
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("*", "enter")
        assert isinstance(app.screen, CardPage)
        assert "The right answer: 14" in home.seen(app)
    home.store.close()
