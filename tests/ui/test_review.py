from pathlib import Path

import pytest
from textual.widgets import Input

from tutor.store import DiskFullError
from tutor.ui.screens.history import HistoryDialog
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.keys import KeysDialog
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage


async def test_space_reveals_and_a_digit_grades(home):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "root of the length" not in home.seen(app)
        await pilot.press("space")
        assert "root of the length" in home.seen(app)
        assert "1 Again  1 m" in home.seen(app)
        assert home.answers() == []
        await pilot.press("2")
        assert home.answers() == [("scaling/recall", 2)]


async def test_enter_after_the_answer_of_a_recall_card_means_good(home):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        assert home.answers() == [("scaling/recall", 3)]


async def test_while_letters_are_text_the_bar_teaches_the_other_key_of_undo(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "^z undo" in home.seen(app)
        await pilot.press("u", "enter")
        assert "u undo" in home.seen(app)


async def test_a_click_on_the_bar_answers_what_was_typed(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax")
        bar = app.screen.query_one("#keys")
        await pilot.click("#keys", offset=(bar.render().plain.index("answer") + 2, 0))
        await pilot.pause()
        assert "✓  Right." in home.seen(app)
        assert home.answers() == [("scaling/typed", 3)]


async def test_the_bar_says_that_enter_on_an_empty_line_gives_up(home):
    home.leave_only("gaps")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Enter answer" in home.seen(app)  # it leads to the second line
        await pilot.press("enter")
        await pilot.pause()
        assert "Enter give up" in home.seen(app)
        await pilot.press("k")
        await pilot.pause()
        assert "Enter answer" in home.seen(app)


async def test_an_answer_is_in_the_log_before_the_verdict_shows(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter")
        assert "✓  Right." in home.seen(app)
        assert home.answers() == [("scaling/typed", 3)]


async def test_a_wrong_answer_stands_beside_the_right_one_with_the_reason(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"relu", "enter")
        text = home.seen(app)
        assert "✗  Not right." in text
        assert "yours   right" in text
        assert "A saturated softmax has a gradient near 0." in text


async def test_a_misspelt_answer_is_marked_as_near(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"sofmax", "enter")
        assert "~  Right, but look at the spelling." in home.seen(app)


async def test_a_digit_overrules_the_suggested_grade(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter", "2")
        assert home.answers() == [("scaling/typed", 2)]


async def test_letters_and_digits_are_text_on_the_answer_line_and_keys_after_escape(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", "u", "1", "space", "d")
        assert app.screen.query_one(Input).value == "qu1 d"
        await pilot.press("escape")
        assert app.focused is None
        await pilot.press("enter")
        assert app.focused is app.screen.query_one(Input)
        await pilot.press("escape", "q")
        assert isinstance(app.screen, HomePage)


@pytest.mark.parametrize("key", ["ㅂ", "Q", "q"])
async def test_letter_keys_answer_to_their_jamo_too(home, key):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, HomePage)


async def test_keys_hint_and_demo_work_while_typing(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "f1")
        assert isinstance(app.screen, KeysDialog)
        await pilot.press("escape", "f2")
        assert "It turns scores into shares." in home.seen(app)
        await pilot.press("f3")
        assert isinstance(app.screen, PlayerPage)
        await pilot.press("q")
        assert isinstance(app.screen, ReviewPage)
        assert app.screen.query_one(Input).value == "s"


async def test_a_right_answer_after_a_hint_is_suggested_hard(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", *"softmax", "enter")
        assert home.answers() == [("scaling/typed", 2)]


async def test_gaps_are_filled_one_after_the_other_and_judged_one_by_one(home):
    home.leave_only("gaps")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"query", "enter")
        assert "The 1 query asks, the 2 ____ is asked" in home.seen(app)
        await pilot.press(*"value", "enter")
        text = home.seen(app)
        assert "~  Partly right." in text
        assert "The query asks, the key is asked" in text
        assert "2 ✗   value   key" in text


async def test_a_digit_answers_where_one_choice_is_right(home):
    home.leave_only("one")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        question = app.screen.question
        wrong = question.order.index(1) + 1
        await pilot.press(str(wrong))
        text = home.seen(app)
        assert "✗  So that the weights add up to 1" in text
        assert "The softmax does that, with or without the root." in text
        assert "✓  So that the softmax keeps its gradient" in text


async def test_digits_pick_where_several_are_right_and_enter_answers(home):
    home.leave_only("several")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        order = app.screen.question.order
        await pilot.press("enter")
        assert "Pick at least one first." in home.seen(app)
        await pilot.press(str(order.index(0) + 1), str(order.index(1) + 1))
        assert home.answers() == []
        await pilot.press("enter")
        assert "✓  Right." in home.seen(app)


async def test_arrows_and_space_are_enough_to_choose(home):
    home.leave_only("several")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "down", "space", "down", "space", "enter")
        assert "Partly right." in home.seen(app)


async def test_what_cannot_be_read_is_asked_again_and_not_recorded(home):
    home.leave_only("number")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"hm", "enter")
        assert "hm cannot be read as a number." in home.seen(app)
        assert home.answers() == []
        assert app.focused is app.screen.query_one(Input)
        await pilot.press("ctrl+u", *"[112/8, 96/8]", "enter")
        assert "✓  Right." in home.seen(app)


@pytest.mark.parametrize("key", ["u", "ctrl+z"])
async def test_undo_takes_back_any_number_of_answers(home, key):
    home.leave_only("recall", "typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "4", *"softmax", "enter")
        assert len(home.answers()) == 2
        await pilot.press(key)
        assert home.answers() == [("scaling/recall", 4)]
        assert "Taken back" in home.seen(app)
        await pilot.press("escape", key)
        assert home.answers() == []
        assert "How are the scores scaled?" in home.seen(app)


async def test_burying_suspending_and_flagging_are_recorded(home):
    home.leave_only("recall", "number", "one")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("*")
        assert "⚑ new" in home.seen(app)
        await pilot.press("minus")
        assert "Left until tomorrow" in home.seen(app)
        await pilot.press("escape", "@")
        assert "not asked any more" in home.seen(app)
        kinds = [row.kind for row in home.store.standing()]
        assert kinds[-3:] == ["flag", "bury", "suspend"]


async def test_a_card_shows_its_history(home):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "1", "i")
        assert isinstance(app.screen, HistoryDialog)
        assert "2026-03-02 09:30   Again" in home.seen(app)


async def test_a_full_disk_is_one_sentence_and_the_answer_stays_on_the_line(home, monkeypatch):
    home.leave_only("typed")
    app = home.app(start="review")

    def full(*args: object, **options: object) -> None:
        raise DiskFullError(Path("log.sqlite"))

    monkeypatch.setattr(app.study, "answer", full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter")
        assert "the disk is full" in home.seen(app)
        assert app.screen.query_one(Input).value == "softmax"
        monkeypatch.undo()
        await pilot.press("enter")
        assert home.answers() == [("scaling/typed", 3)]


async def test_the_scheduler_is_not_asked_before_the_answer(home):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.question.outcomes._known is None
        await pilot.press("space")
        assert app.screen.question.outcomes._known is not None


async def test_a_click_on_a_grade_grades(home):
    home.leave_only("recall", "typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        await pilot.click("#grades", offset=(3, 0))
        await pilot.pause()
        assert home.answers() == [("scaling/recall", 1)]
