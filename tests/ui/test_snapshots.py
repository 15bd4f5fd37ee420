"""Pictures of the pages; `pytest --snapshot-update` draws them anew."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class Svg(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Svg)


LARGE, SMALL = (100, 30), (80, 24)
PAGES = {
    "home": ({}, (), ["tab"], LARGE),
    "home-korean": ({"language": "ko"}, (), ["tab"], SMALL),
    "lesson": ({"start": "review"}, (), [], LARGE),
    "recall": ({"start": "review"}, ("recall",), [], LARGE),
    "recalled": ({"start": "review"}, ("recall",), ["space"], LARGE),
    "typed-right": ({"start": "review"}, ("typed",), [*"softmax", "enter"], LARGE),
    "typed-wrong-korean": (
        {"start": "review", "language": "ko"},
        ("typed",),
        ["경", "사", "enter"],
        SMALL,
    ),
    "gaps": ({"start": "review"}, ("gaps",), [*"query", "tab"], LARGE),
    "choice-wrong": ({"start": "review", "theme": "light"}, ("one",), ["1"], LARGE),
    "choices": ({"start": "review"}, ("several",), ["1"], SMALL),
    "number-wrong": ({"start": "review"}, ("number",), [*"[1.75, 1.5]", "enter"], LARGE),
    "terminal": ({"start": "review", "theme": "terminal"}, ("one",), ["1"], SMALL),
    "narrow": ({"start": "review", "language": "ko"}, ("one",), ["1"], (50, 20)),
    "done": ({"start": "review"}, ("typed",), [*"softmax", "enter", "4"], LARGE),
    "player": ({"demo": "attending"}, (), ["right", "down"], LARGE),
    "player-korean": (
        {"demo": "attending", "theme": "light", "language": "ko"},
        (),
        ["4", "right"],
        SMALL,
    ),
    "player-inputs": ({"demo": "attending", "theme": "light"}, (), ["0", "right"], LARGE),
    "player-trap": ({"demo": "attending"}, (), ["t", "right"], LARGE),
    "player-guess": ({"demo": "attending"}, (), ["2", "p", "p", *"1, 2, 3", "enter"], SMALL),
    "player-covered": ({"demo": "attending", "theme": "terminal"}, (), ["4", "p", "p"], SMALL),
    "player-picture": ({"demo": "attending"}, (), ["4", "v"], LARGE),
    "player-source": ({"demo": "attending"}, (), ["2", "s"], (140, 36)),
    "conventions": ({"demo": "attending"}, (), ["c"], LARGE),
    "keys": ({"start": "review"}, ("recall",), ["f1"], SMALL),
}
LIVE_PAGES = {
    "live-asked": ({}, ("shares",), [], LARGE),
    "live-wrong": ({}, ("scaling",), [*"896 768 640 832", "enter"], LARGE),
    "live-wrong-korean": (
        {"theme": "light", "language": "ko"},
        ("scaling",),
        [*"14 12 10 77", "enter"],
        SMALL,
    ),
    "live-tie": ({"theme": "terminal"}, ("padded",), ["6", "enter", "right"], SMALL),
    "live-demo": ({}, ("scaling",), [*"896 768 640 832", "enter", "f3"], LARGE),
    "live-walk": ({"theme": "light"}, ("scores", "scaled", "weights"), [], LARGE),
}
KIND_PAGES = {
    "order": ({}, "order", ["down", "space"], SMALL),
    "order-partly": ({"theme": "light"}, "order", ["down", "4", "up", "2", "enter"], LARGE),
    "order-korean": ({"language": "ko"}, "order", ["enter"], SMALL),
    "pairs": ({}, "pairs", ["3"], LARGE),
    "pairs-wrong": ({"theme": "light"}, "pairs", [*"1234", "enter"], SMALL),
    "pairs-narrow": ({"theme": "terminal"}, "pairs", ["2", "enter"], (50, 20)),
    "claim": ({"theme": "light"}, "claim", [], SMALL),
    "claim-wrong": ({"language": "ko"}, "claim", ["2"], LARGE),
    "pictured": ({}, "seen", [], SMALL),
}


@pytest.mark.parametrize("page", PAGES)
async def test_page_looks_as_before(home, snapshot, page):
    options, cards, keys, size = PAGES[page]
    if cards:
        home.leave_only(*cards)
    await looks_as_before(home, home.app(**options), keys, size, snapshot(name=page))


@pytest.mark.parametrize("page", LIVE_PAGES)
async def test_live_page_looks_as_before(live, snapshot, page):
    options, cards, keys, size = LIVE_PAGES[page]
    live.ask_only(*cards)
    app = live.app(start="review", **options)
    await looks_as_before(live, app, keys, size, snapshot(name=page))


@pytest.mark.parametrize("page", KIND_PAGES)
async def test_page_of_a_further_kind_looks_as_before(kinds, snapshot, page):
    options, card, keys, size = KIND_PAGES[page]
    kinds.ask_only(card)
    app = kinds.app(start="review", **options)
    await looks_as_before(kinds, app, keys, size, snapshot(name=page))


async def looks_as_before(home, app, keys, size, snapshot):
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for widget in app.screen.query("AnswerLine"):
            widget.cursor_blink = False
        await pilot.press(*keys)
        await pilot.pause()
        assert home.picture(app) == snapshot
