"""The glossary on the screen, and tracks by their titles."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from tutor.ui.screens.glossary import GlossaryPage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.review import ReviewPage

from .conftest import Home

TERMS = Path(__file__).parent / "terms"


class Svg(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def terms(tmp_path):
    """A home with a pack that has a glossary."""
    made = Home(tmp_path, TERMS)
    yield made
    made.store.close()


def listed(app):
    options = app.screen.query_one(OptionList)
    return [options.get_option_at_index(at).id for at in range(options.option_count)]


async def until_listed(app, pilot):
    await pilot.pause()
    assert isinstance(app.screen, GlossaryPage)


async def test_g_opens_the_glossary_in_the_order_of_the_language(terms):
    app = terms.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await until_listed(app, pilot)
        assert listed(app) == ["attention weight", "padding", "softmax", "tanh"]
        seen = terms.seen(app)
        assert "padding  패딩" in seen
        assert "Zeros added at the edge." in seen
        await pilot.press("f6")
        assert listed(app) == ["softmax", "attention weight", "padding", "tanh"]
        assert "패딩  padding" in terms.seen(app)
        assert "가장자리에 덧붙이는 0입니다." in terms.seen(app)


async def test_the_jamo_on_the_same_key_opens_and_closes_it_over_a_question(terms):
    terms.leave_only("recall")
    app = terms.app(start="review", language="ko")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        question = app.screen
        assert isinstance(question, ReviewPage)
        await pilot.press("ㅎ")
        await until_listed(app, pilot)
        await pilot.press("ㅎ")
        assert app.screen is question


async def test_where_an_answer_is_typed_the_letter_is_text(terms):
    terms.leave_only("typed")
    app = terms.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, ReviewPage)
        assert app.screen.query_one(Input).value == "g"


async def test_a_term_is_found_by_either_language_and_the_cursor_still_moves(terms):
    app = terms.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "slash", "어", "텐")
        await until_listed(app, pilot)
        assert listed(app) == ["attention weight"]
        assert "1 of 4" in terms.seen(app)
        await pilot.press("backspace", "backspace", *"PA", "down")
        assert listed(app) == ["padding"]
        await pilot.press("backspace", "backspace", "down")
        assert app.screen.query_one(OptionList).highlighted == 2  # behind padding, still marked
        await pilot.press(*"qq")
        assert "No term holds this." in terms.seen(app)
        await pilot.press("escape", "q")
        assert not isinstance(app.screen, GlossaryPage)


async def test_enter_reads_the_lesson_of_a_term_and_comes_back(terms):
    app = terms.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LessonPage)
        assert app.screen.lesson.concept.id == "scaling"
        await pilot.press("escape")
        assert isinstance(app.screen, GlossaryPage)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, GlossaryPage)
        assert "No lesson teaches this term." in terms.seen(app)
    assert terms.answers() == []


async def test_the_lesson_leads_to_the_glossary(terms):
    app = terms.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "g glossary" in terms.seen(app)
        await pilot.press("g", "q")
        assert isinstance(app.screen, LessonPage)


async def test_the_palette_knows_the_glossary(terms):
    app = terms.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p", *"glossary")
        assert isinstance(app.screen, CommandPalette)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await until_listed(app, pilot)


async def test_without_terms_the_page_says_where_they_would_stand(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await until_listed(app, pilot)
        assert "content/glossary.yaml" in home.seen(app)
        await pilot.press("enter", "slash", "a", "escape", "escape")
        assert not isinstance(app.screen, GlossaryPage)


async def test_a_question_and_a_lesson_say_their_track_by_its_title(tmp_path):
    titled = tmp_path / "titles"
    (titled / "content").mkdir(parents=True)
    (titled / "content" / "tracks.yaml").write_text(
        "attention: {en: Paying attention, ko: 어텐션 이야기}\n", encoding="utf-8"
    )
    made = Home(tmp_path, titled)
    app = made.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Paying attention · " in made.seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Paying attention › " in made.seen(app)
        await pilot.press("f6")
        assert "어텐션 이야기 › " in made.seen(app)
    made.store.close()


@pytest.mark.parametrize(
    ("name", "language", "theme", "size"),
    [("dark", "en", "dark", (100, 30)), ("korean", "ko", "light", (80, 24))],
)
async def test_the_glossary_looks_as_it_did(
    name, language, theme, size, terms, snapshot: SnapshotAssertion
):
    app = terms.app(language=language, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.press("g")
        await until_listed(app, pilot)
        await pilot.press("down")
        await pilot.pause()
        assert terms.picture(app) == snapshot(name=name, extension_class=Svg)
