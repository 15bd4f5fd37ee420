from dataclasses import replace

import pytest
from textual.widgets import Input

from tutor.core.text import Words
from tutor.ui import themes
from tutor.ui.screens.demos import DemosPage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.quiz_setup import QuizSetupPage


@pytest.mark.parametrize("key", ["ctrl+l", "f6"])
async def test_one_key_switches_the_language_in_place(home, key):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", *"soft", key)
        text = home.seen(app)
        assert "무엇의 기울기가 살아 있나요?" in text
        assert "점수를 몫으로 바꿉니다." in text
        assert "Enter 답하기" in text
        assert app.screen.query_one(Input).value == "soft"
        assert app.study.language == "ko"
        assert home.settings == {"language": "ko"}
        await pilot.press(key)
        assert "What keeps its gradient" in home.seen(app)


async def test_pages_below_switch_too_and_the_verdict_stays(home):
    home.leave_only("one")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "ctrl+l")
        assert "소프트맥스의 기울기를 살리려고" in home.seen(app)
        assert len(home.answers()) == 1
        await pilot.press("q")
        await pilot.pause()
        assert "스케일드 닷 프로덕트" in home.seen(app)


async def test_a_lesson_switches_language(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+l")
        assert isinstance(app.screen, LessonPage)
        assert "어텐션(attention)은 모든 토큰이" in home.seen(app)


async def test_an_open_dialog_switches_language(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "ctrl+l")
        assert "Esc를 누르면 닫힙니다" in home.seen(app)


async def test_a_key_goes_round_the_themes_and_the_choice_is_remembered(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for expected in ("light", "terminal", "dark"):
            await pilot.press("f7")
            assert app.theme == expected
            assert home.settings == {"theme": expected}


async def test_the_palette_offers_the_themes_and_the_language(home):
    app = home.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.press(*"light")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "light"


@pytest.mark.parametrize(("typed", "page"), [("quiz", QuizSetupPage), ("demos", DemosPage)])
async def test_the_palette_opens_quizzes_and_demos(home, typed, page):
    app = home.app(start="review")
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.press(*typed)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, page)


def test_an_unknown_theme_of_an_old_setting_becomes_the_dark_one():
    assert themes.known("solarized") == "dark"


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 60)])
@pytest.mark.parametrize("language", ["en", "ko"])
async def test_all_pages_hold_at_any_size(home, size, language):
    app = home.app(language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        for key in ("enter", "enter", "space", "4", "q", "d", "enter", "right", "f1"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.is_running


async def test_a_language_with_other_gaps_brings_its_own_lines(home):
    home.leave_only("gaps")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        item = app.screen.question.item
        other = replace(item.card, cloze=Words(en=item.card.cloze.en, ko="{{쿼리}}는 묻는다."))
        app.screen.question = replace(app.screen.question, item=replace(item, card=other))
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert len(app.screen.query(Input)) == 1


async def test_what_was_said_in_one_language_does_not_stand_in_the_other(home):
    home.leave_only("typed", "recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "minus")
        assert "Left until tomorrow; Ctrl+Z takes it back." in home.seen(app)
        await pilot.press("f6")
        assert "Left until tomorrow" not in home.seen(app)
        await pilot.press("ctrl+z")
        assert "되돌렸습니다" in home.seen(app)
