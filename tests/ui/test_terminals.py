"""Terminals that show no colour or few, that change their size, that write in Korean."""

from __future__ import annotations

import re
from itertools import chain, groupby

import pytest
from rich.segment import Segment
from textual.app import App

from tutor.core.cards import Choices, Cloze, Recall, Typed, kind_of
from tutor.core.cloze import gaps_only
from tutor.core.text import in_language
from tutor.ui import themes
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.review import ReviewPage

SMALL, LARGE = (80, 24), (100, 30)
JUDGED = {
    "one": (["1"], "home"),
    "several": (["1", "enter"], "home"),
    "typed": ([*"gradient", "enter"], "home"),
    "gaps": ([*"value", "tab", *"query", "enter"], "home"),
    "number": ([*"[1.75, 1.5]", "enter"], "home"),
    "order": (["down", "4", "enter"], "kinds"),
    "pairs": ([*"1234", "enter"], "kinds"),
    "claim": (["2"], "kinds"),
    "scaling": ([*"896 768 640 832", "enter"], "live"),
    "padded": (["6", "enter"], "live"),
}
"""A card of each kind with keys that answer it, most of them wrongly."""
SIGNS = re.compile("[✓✗~○≠→←▸‹]|yours +right")


def drawn(app: App[None]) -> list[list[Segment]]:
    """What stands on the screen, line by line, with its styles."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def asking(request, card):
    """A home that asks only this card."""
    pack = JUDGED[card][1]
    found = request.getfixturevalue(pack)
    if pack == "home":
        found.leave_only(card)
    else:
        found.ask_only(card)
    return found


@pytest.mark.parametrize("card", JUDGED)
async def test_no_judgement_is_told_by_colour_alone(request, card):
    app = asking(request, card).app(start="review")
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.press(*JUDGED[card][0])
        await pilot.pause()
        page = app.screen
        assert isinstance(page, ReviewPage)
        assert page.verdict is not None
        await pilot.pause()
        # As Textual mixes them, which may differ by a shade from what the theme says.
        judging = {app.theme_variables[name].casefold() for name in ("success", "error", "warning")}
        judging |= {themes.DARK.success, themes.DARK.error, themes.DARK.warning}
        lines = drawn(app)
    texts = ["".join(part.text for part in line) for line in lines]
    coloured = [[part.text for part in line if _foreground(part) in judging] for line in lines]
    # Lines that belong together, and what stands above them: a table's heads.
    stretches = [
        ("\n".join(texts[max(first - 1, 0) : last]), [*chain(*coloured[first:last])])
        for told, first, last in _stretches([bool(parts) for parts in coloured])
        if told
    ]
    assert stretches
    signed = "\n".join(text for text, _ in stretches if SIGNS.search(text))
    # What is coloured without a sign is said once more with one: a gap within its sentence.
    for _, parts in stretches:
        assert all(part.strip() in signed for part in parts), parts


@pytest.mark.parametrize("card", ["several", "gaps", "pairs", "scaling"])
async def test_without_colour_a_whole_question_uses_none(request, monkeypatch, card):
    monkeypatch.setenv("NO_COLOR", "1")
    app = asking(request, card).app(start="review", theme="terminal")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        before = drawn(app)
        await pilot.press(*JUDGED[card][0])
        await pilot.pause()
        after = drawn(app)
    for line in (*before, *after):
        for part in line:
            assert _foreground(part) in (None, "default"), part
            assert _background(part) in (None, "default"), part


async def test_without_colour_the_chosen_deck_stands_out(home, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = home.app(theme="terminal")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.pause()
        standing_out = [
            line for line in drawn(app) if any(part.style and part.style.underline for part in line)
        ]
    assert len(standing_out) == 1


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"TERM": "xterm-256color"}, "light"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "light"),
        ({"TERM": "tmux-256color"}, "light"),
        ({"TERM": "linux"}, "terminal"),
        ({"TERM": "xterm-16color"}, "terminal"),
        ({"TERM": "vt100"}, "terminal"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "terminal"),
    ],
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="Windows tells its colours otherwise")
def test_a_terminal_of_few_colours_gets_its_own(environ, theme):
    assert themes.fitting("light", environ) == theme


@pytest.mark.parametrize("card", ["several", "gaps", "order", "padded"])
async def test_a_question_survives_any_change_of_size(request, card):
    app = asking(request, card).app(start="review", language="ko")
    sizes = [(20, 6), (200, 60), (40, 12), SMALL]
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for number, key in enumerate(JUDGED[card][0]):
            await pilot.resize_terminal(*sizes[number % len(sizes)])
            await pilot.press(key)
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        page = app.screen
        assert isinstance(page, ReviewPage)
        assert page.verdict is not None


async def test_a_whole_review_can_be_done_with_a_korean_input_method_on(home):
    """Digits, space, Enter, arrows and texts; letter keys come as jamo, never as letters."""
    app = home.app(language="ko")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("ㅣ")  # the chosen deck's lesson
        await pilot.pause()
        assert isinstance(app.screen, LessonPage)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HomePage)
        await pilot.press("enter")
        for _ in range(40):
            await pilot.pause()
            match app.screen:
                case DonePage():
                    break
                case LessonPage():
                    await pilot.press("enter")
                case ReviewPage() as page:
                    await _answer(pilot, page)
        assert isinstance(app.screen, DonePage)
        grades = {grade for _, grade in home.answers()}
        assert len(home.answers()) >= 6
        assert grades == {3}
        await pilot.press("ㅕ")  # undo
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        await pilot.press("escape", "ㅂ")  # back home
        await pilot.pause()
        assert isinstance(app.screen, HomePage)


def _stretches(values):
    """Each run of equal values, with the places of its first and after its last."""
    first = 0
    for value, run in groupby(values):
        last = first + len(list(run))
        yield value, first, last
        first = last


async def _answer(pilot, page):
    """Answer a card rightly by what one can type with the input method on."""
    card = page.card
    match card:
        case Recall():
            await pilot.press("space", "3")
            return
        case Typed():
            await _type(pilot, in_language(card.accept[0], "ko"))
        case Cloze():
            for number, one in enumerate(gaps_only(in_language(card.cloze, "ko"))):
                if number:
                    await pilot.press("tab")
                await _type(pilot, in_language(one.text, "ko"))
        case Choices():
            rights = [
                place
                for place, index in enumerate(page.question.order, 1)
                if card.choices[index].right
            ]
            await pilot.press(*map(str, rights))
            if len(rights) > 1:
                await pilot.press("enter")
            await pilot.press("enter", "3") if page.verdict is None else await pilot.press("3")
            return
        case _:
            assert kind_of(card) == "number"
            await _type(pilot, card.number)
    await pilot.press("enter", "3")


async def _type(pilot, text):
    pilot.app.focused.insert_text_at_cursor(text)


def _foreground(part: Segment) -> str | None:
    colour = part.style.color if part.style else None
    return colour.name.casefold() if colour else None


def _background(part: Segment) -> str | None:
    colour = part.style.bgcolor if part.style else None
    return colour.name.casefold() if colour else None
