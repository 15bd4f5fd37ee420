"""Quizzes on the screen: the setting, the questions, the score, the wrong ones."""

from datetime import timedelta

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.ui.answering import written
from tests.ui.conftest import KINDS, LIVE, Home
from tutor.core.cards import Claim, Pairs, Recall
from tutor.store import LockedStoreError
from tutor.study.selection import Plan, Selection
from tutor.ui.quizzing import begin
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.quiz import QuizPage
from tutor.ui.screens.quiz_missed import MissedPage
from tutor.ui.screens.quiz_score import QuizScorePage
from tutor.ui.screens.quiz_setup import QuizSetupPage
from tutor.ui.widgets.form import Form

LARGE, SMALL = (100, 30), (80, 24)


@pytest.fixture
def every(tmp_path):
    """A home with cards of all kinds."""
    made = Home(tmp_path, LIVE, KINDS)
    yield made
    made.store.close()


def only(*cards, number=None):
    """A plan for cards of these kinds."""
    return Plan(selection=Selection(kinds=frozenset(cards)), number=number, seed=3)


async def start(pilot, plan):
    await pilot.pause()
    await begin(pilot.app, plan)
    await pilot.pause()


async def press(pilot, *keys):
    await pilot.press(*keys)


async def answer(pilot, *, right=False):
    """Answer the question of now and go on."""
    page = pilot.app.screen
    if isinstance(page.card, Recall):
        await press(pilot, "space", "3" if right else "1")
    elif page.question.numbers is not None:
        numbers = page.question.numbers
        page.focused.insert_text_at_cursor(written(numbers.key) if right else "0")
        await press(pilot, "enter", "enter")
    elif page.query("AnswerLine"):
        await press(pilot, *("0 enter " * len(page.query("AnswerLine"))).split(), "enter")
    elif isinstance(page.card, Pairs):
        await press(pilot, *"1234", "enter", "enter")
    else:
        await press(pilot, "1", "enter")
        if pilot.app.screen is page and page.answered:
            await press(pilot, "enter")


async def answer_all(pilot):
    while isinstance(pilot.app.screen, QuizPage):
        await answer(pilot)


# The setting.


async def test_a_key_or_its_jamo_opens_the_setting_and_enter_begins(every):
    app = every.app(language="ko")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "ㅋ")
        assert isinstance(app.screen, QuizSetupPage)
        assert "카드 22장" in every.seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizPage)
        assert app.screen.quiz.total == 20


async def test_ticking_rows_counts_the_cards_that_fit_at_once(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "z", *["down"] * 6, "space")
        assert "9 cards" in every.seen(app)
        await press(pilot, "down", "space")
        assert "16 cards" in every.seen(app)
        await press(pilot, "f6")
        assert "카드 16장" in every.seen(app)
        await press(pilot, "f6")
        await press(pilot, "space", "home", *["down"] * 3, "space")
        assert "0 cards" in every.seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizSetupPage)
        assert "No card fits." in every.seen(app)


async def test_the_store_is_asked_once_and_a_failure_is_told(every, monkeypatch):
    def fail():
        raise LockedStoreError(every.store.path)

    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "z")
        monkeypatch.setattr(app.study, "choosable", fail)
        await press(pilot, *["down"] * 6, "space")
        assert "9 cards" in every.seen(app)
        app.screen.renew()
        assert app.screen.query_one("#note").has_class("error")
        assert str(app.screen.query_one("#note").render())


async def test_values_are_changed_by_arrows_and_by_typing(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "z", "right")
        assert "‹ 30 ›" in every.seen(app)
        await press(pilot, "left", "left")
        assert "‹ 10 ›" in every.seen(app)
        await press(pilot, "1", "2")
        assert "‹ 12 ›" in every.seen(app)
        await press(pilot, "backspace", "backspace")
        assert "‹ all ›" in every.seen(app)
        await press(pilot, "3", "down", "right", "down", "4", "2", "enter")
        assert app.screen.quiz.plan == Plan(number=3, minutes=2, seed=42)


async def test_the_mouse_ticks_and_changes_too(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "z")
        form = app.screen.query_one(Form)
        await pilot.click(form, offset=(6, 0))
        await pilot.pause()
        assert "‹ 30 ›" in every.seen(app)
        await pilot.click(form, offset=(6, 8))
        await pilot.pause()
        assert "9 cards" in every.seen(app)


# The questions.


async def test_answers_are_judged_as_in_a_review_but_not_recorded(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("accept"))
        await press(pilot, *"entropy", "enter")
        text = every.seen(app)
        assert "Not right." in text
        assert "Again" not in text
        await press(pilot, "1")
        assert app.screen.answered
        await press(pilot, "enter")
        assert not app.screen.answered
        assert every.answers() == []


async def test_what_one_recalls_is_graded_without_intervals(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("answer"))
        await press(pilot, "space")
        assert "1 Again" in every.seen(app)
        assert "10 m" not in every.seen(app)
        first = app.screen.question
        await press(pilot, "2")
        assert app.screen.question is not first
        assert app.screen.quiz.results().share == 0.5


async def test_a_quiz_that_counts_shows_intervals_and_records(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        plan = Plan(selection=Selection(kinds=frozenset({"answer"})), seed=3, counts=True)
        await start(pilot, plan)
        assert "counts" in every.seen(app).splitlines()[1]
        await press(pilot, "space")
        assert "10 m" in every.seen(app)
        await press(pilot, "3")
        assert [grade for _, grade in every.answers()] == [3]
        await press(pilot, "u")
        assert every.answers() == []
        assert "Taken back" in every.seen(app)


async def test_the_demo_opens_on_the_very_numbers(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("live"))
        numbers = app.screen.question.numbers
        app.screen.focused.insert_text_at_cursor("0")
        await press(pilot, "enter", "f3")
        assert isinstance(app.screen, PlayerPage)
        values = app.screen.play.numbers.values
        assert all(values[name] is not None for name in numbers.inputs)
        await press(pilot, "q")
        assert isinstance(app.screen, QuizPage)


async def test_an_answer_is_taken_back_from_the_next_question(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("claim"))
        first = app.screen.question.item.key
        await answer(pilot)
        assert app.screen.question.item.key != first
        await press(pilot, "u")
        assert app.screen.question.item.key == first
        await press(pilot, "u")
        assert "nothing to take back" in every.seen(app)


async def test_the_time_left_is_shown_and_ends_the_quiz(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, Plan(minutes=2, seed=1, selection=Selection(kinds=frozenset({"claim"}))))
        assert "0 answered · 2:00 left" in every.seen(app)
        every.clock.now += timedelta(seconds=90)
        await answer(pilot)
        assert "1 answered · 0:30 left" in every.seen(app)
        every.clock.now += timedelta(seconds=90)
        await answer(pilot)
        assert isinstance(app.screen, QuizScorePage)


async def test_leaving_early_shows_the_score_so_far_or_goes_home(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("claim"))
        await press(pilot, "q")
        assert isinstance(app.screen, HomePage)
        await start(pilot, only("claim"))
        await answer(pilot)
        await press(pilot, "q")
        assert "of 1 right" in every.seen(app) or "Everything was right." in every.seen(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomePage)


async def test_cards_whose_demo_is_broken_are_named_and_others_asked(every):
    every.broken = {"attending", "padding"}
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("live", "claim"))
        await answer_all(pilot)
        asked = app.screen._results.answered
        assert {one.question.item.concept for one in asked} >= {"kinds"}
        assert len(asked) == 3


async def test_the_program_can_start_with_a_quiz(every):
    app = every.app(start="quiz")
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, QuizSetupPage)
        await press(pilot, "q")
        assert isinstance(app.screen, HomePage)


# The score.


async def test_the_score_is_told_by_concept_with_the_wrong_ones(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("claim", "live", "accept", number=4))
        await answer_all(pilot)
        text = every.seen(app)
        assert "Numbers of their own" in text
        assert "0 / 2" in text
        assert "tutor quiz --kind accept --kind claim --kind live -n 4 --seed 3" in text
        assert "To look at again:" in text


async def test_the_wrong_ones_are_looked_at_one_after_the_other(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("accept"))
        await answer_all(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, MissedPage)
        first = app.screen.question
        assert "Not right." in every.seen(app)
        assert "yours" in every.seen(app)
        await press(pilot, "enter")
        assert app.screen.question is not first
        await press(pilot, "b")
        assert app.screen.question is first
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, QuizScorePage)


async def test_a_wrong_one_leads_to_its_lesson_and_its_demo(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        scaling = Selection(concepts=frozenset({"scaling"}))
        await start(pilot, Plan(selection=scaling, number=1, seed=4))
        await answer_all(pilot)
        await press(pilot, "enter", "l")
        assert isinstance(app.screen, LessonPage)
        await press(pilot, "enter", "f3")
        assert isinstance(app.screen, PlayerPage)
        await press(pilot, "q")
        assert isinstance(app.screen, MissedPage)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("choices", ["2", "enter"]),
        ("claim", ["2"]),
        ("order", ["down", "space", "down", "space", "enter"]),
        ("pairs", [*"4321", "enter"]),
    ],
)
async def test_what_was_picked_stands_as_it_was_answered(every, kind, given):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only(kind))
        asked = []
        while isinstance(app.screen, QuizPage):
            page = app.screen
            for key in given:
                if not page.answered:
                    await press(pilot, key)
            asked.append((page.question, shape(page)))
            await press(pilot, "enter")
        missed = [one.question for one in app.screen._results.wrong]
        assert missed
        await press(pilot, "enter")
        for question in missed:
            before = next(rows for other, rows in asked if other is question)
            assert shape(app.screen) == before
            await press(pilot, "enter")


def shape(page):
    """The rows of a judged question as text."""
    rows = page.query_one("#answer").children[0]
    return rows.set_in(80).plain


async def test_the_wrong_ones_are_taken_again_with_fresh_numbers(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("live", number=2))
        await answer(pilot, right=True)
        await answer_all(pilot)
        wrong = {one.question.item.key: one.question.numbers for one in app.screen._results.wrong}
        await press(pilot, "r")
        assert "the wrong ones again" in every.seen(app)
        quiz = app.screen.quiz
        assert quiz.total == len(wrong) == 1
        await answer_all(pilot)
        for one in quiz.results().answered:
            assert one.question.numbers != wrong[one.question.item.key]
        assert "tutor quiz" not in every.seen(app)


async def test_another_quiz_has_another_seed(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("claim", number=1))
        await answer_all(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, QuizPage)
        assert app.screen.quiz.seed != 3
        assert isinstance(app.screen.card, Claim)


async def test_another_quiz_after_the_wrong_ones_is_as_long_as_the_first(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("order", "claim", "pairs", number=1))
        await press(pilot, "enter", "enter", "r", "enter", "enter")
        assert isinstance(app.screen, QuizScorePage)
        await press(pilot, "n")
        assert (app.screen.quiz.round, app.screen.quiz.total) == (1, 1)


async def test_the_last_answer_is_taken_back_from_the_score(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("order"))
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, QuizScorePage)
        await press(pilot, "u")
        assert isinstance(app.screen, QuizPage)
        assert app.screen.quiz.done == 0


async def test_a_wrong_one_is_chosen_with_the_mouse(every):
    app = every.app()
    async with app.run_test(size=LARGE) as pilot:
        await start(pilot, only("accept"))
        await answer_all(pilot)
        await pilot.click("#decks", offset=(8, 1))
        await pilot.pause()
        assert isinstance(app.screen, MissedPage)


@pytest.mark.parametrize("size", [(50, 18), (160, 48)])
async def test_every_page_holds_at_every_size_and_in_both_languages(every, size):
    app = every.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "z", "f6", "f7")
        await start(pilot, only("live", number=1))
        await press(pilot, "f6")
        await answer_all(pilot)
        await press(pilot, "f6", "f7", "enter", "f6")
        assert isinstance(app.screen, MissedPage)
        await pilot.resize_terminal(70, 22)
        await press(pilot, "escape", "f1")
        assert "look at a question" in every.seen(app)


# How it looks.


class Svg(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


PAGES = {
    "setup": ({}, None, ["z", *["down"] * 6, "space"], LARGE),
    "setup-korean": ({"language": "ko"}, None, ["z"], SMALL),
    "recalled": ({}, "answer", ["space"], LARGE),
    "live-wrong": ({"theme": "light"}, "live", ["0", "enter"], SMALL),
}


@pytest.mark.parametrize("page", PAGES)
async def test_page_looks_as_before(every, snapshot, page):
    options, kind, keys, size = PAGES[page]
    app = every.app(**options)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if kind is not None:
            await start(pilot, only(kind))
        await press(pilot, *keys)
        assert every.picture(app) == snapshot(name=page, extension_class=Svg)


@pytest.mark.parametrize(
    ("name", "options", "keys", "size"),
    [
        ("score", {}, [], LARGE),
        ("score-korean", {"language": "ko"}, [], SMALL),
        ("missed", {"theme": "light"}, ["down", "enter"], LARGE),
    ],
)
async def test_the_end_looks_as_before(every, snapshot, name, options, keys, size):
    app = every.app(**options)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await start(pilot, only("accept", "claim", "order", "live", number=4))
        await answer(pilot, right=True)
        await answer_all(pilot)
        await press(pilot, *keys)
        assert every.picture(app) == snapshot(name=name, extension_class=Svg)
