"""Arrays on the screen: what is drawn, where the cursor goes, and how little is drawn again."""

import numpy as np
import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.geometry import Size

from tutor.ui import themes
from tutor.ui.widgets.array_layout import layout
from tutor.ui.widgets.array_row import ArrayRow, fit
from tutor.ui.widgets.arrays import ArrayView
from tutor.ui.widgets.heat import LEVELS, backgrounds, scale

GRID = np.array([[1.5, -2.0], [10.0, 0.25]])
LARGE = np.arange(64 * 64).reshape(64, 64) / 7


class Shown(App[None]):
    """One row of arrays, and what they told."""

    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self, *arrays: object, theme: str = "dark", most_lines: int | None = None) -> None:
        super().__init__()
        for known in themes.THEMES:
            self.register_theme(known)
        self.theme = theme
        self.views = [ArrayView() for _ in arrays]
        self.row = ArrayRow(*self.views, most_lines=most_lines)
        self.arrays = arrays
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.row

    def on_mount(self) -> None:
        for number, (view, array) in enumerate(zip(self.views, self.arrays, strict=True)):
            view.show(np.asarray(array), f"A{number}")

    def on_array_view_moved(self, event: ArrayView.Moved) -> None:
        self.told.append(("moved", event.index))

    def on_array_view_entered(self, event: ArrayView.Entered) -> None:
        self.told.append(("entered", event.index))


def lines(view: ArrayView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def style_of(view: ArrayView, y: int, text: str):
    return next(segment.style for segment in view.render_line(y) if text in segment.text)


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        (3.5, [" 3.5"]),
        ([1.5, -2.0, 10.0], [" 1.5  -2.0  10.0"]),
        (GRID, ["   1.50  -2.00", "  10.00   0.25"]),
        ([[[1, 2]], [[3, 4]]], [" [0]", "  1  2", " [1]", "  3  4"]),
        (np.arange(4).reshape(2, 1, 2, 1), [" [0,0]", "  0", "  1", " [1,0]", "  2", "  3"]),
        ([[True, False]], [" 1  0"]),
        ([["나는", "학교에"], ["the", "cat"]], ["  나는  학교에", "  the   cat"]),
        ([[np.inf, 1.0], [np.nan, -np.inf]], ["  inf     1", "  nan  -inf"]),
        (np.zeros((0, 3)), [" [ ]"]),
    ],
)
async def test_arrays_of_every_rank_are_aligned(array, expected):
    app = Shown(array)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert lines(app.views[0]) == [" A0", *expected]


async def test_the_cursor_has_brackets_and_a_sign_before_its_row():
    app = Shown(GRID)
    async with app.run_test() as pilot:
        view = app.views[0]
        assert view.go((1, 0))
        await pilot.pause()
        assert lines(view)[1:] == ["   1.50  -2.00", "▸[10.00]  0.25"]
        assert style_of(view, 2, "[10.00]").reverse
        assert view.cursor == (1, 0)
        assert view.go(None)
        await pilot.pause()
        assert lines(view)[2] == "  10.00   0.25"
        assert view.cursor is None


async def test_a_cell_that_is_not_there_cannot_be_gone_to():
    app = Shown(GRID)
    async with app.run_test():
        view = app.views[0]
        assert not view.go((2, 0))
        assert not view.go((0,))
        assert not view.go((0, -1))
        assert view.cursor is None


async def test_moving_stops_at_the_edges_and_goes_through_the_blocks():
    app = Shown(np.arange(12).reshape(2, 2, 3))
    async with app.run_test() as pilot:
        view = app.views[0]
        assert view.move(0, 0)
        assert view.cursor == (0, 0, 0)
        assert not view.move(-1, 0)
        assert view.move(1, 2)
        assert view.cursor == (0, 1, 2)
        assert view.move(1, 0)
        assert view.cursor == (1, 0, 2)
        assert view.move(9, 9)
        assert view.cursor == (1, 1, 2)
        assert not view.move(1, 1)
        await pilot.pause()
        assert app.told == [
            ("moved", (0, 0, 0)),
            ("moved", (0, 1, 2)),
            ("moved", (1, 0, 2)),
            ("moved", (1, 1, 2)),
        ]


async def test_there_is_nowhere_to_move_in_an_empty_array_or_a_number():
    app = Shown(np.zeros((2, 0)), 7.0)
    async with app.run_test():
        empty, number = app.views
        assert not empty.move(0, 1)
        assert number.move(0, 1)
        assert number.cursor == ()
        assert not number.move(1, 1)


async def test_another_array_keeps_the_cursor_if_it_has_such_a_cell():
    app = Shown(GRID)
    async with app.run_test():
        view = app.views[0]
        view.go((1, 1))
        view.light([(0, 0)])
        view.show(GRID * 2, "B")
        assert view.cursor == (1, 1)
        assert view.lit == frozenset()
        view.show(np.zeros(3), "c")
        assert view.cursor is None


async def test_lit_cells_differ_in_more_than_colour():
    app = Shown(GRID)
    async with app.run_test() as pilot:
        view = app.views[0]
        view.light([(0, 0), (1, 0)])
        await pilot.pause()
        assert lines(view)[1:] == [" ‹ 1.50› -2.00", " ‹10.00›  0.25"]
        assert style_of(view, 1, "1.50").underline
        assert style_of(view, 1, "1.50").bold
        assert not style_of(view, 1, "-2.00").underline
        view.light([])
        await pilot.pause()
        assert lines(view)[1] == "   1.50  -2.00"


async def test_covered_cells_show_neither_their_number_nor_their_heat():
    app = Shown(GRID)
    async with app.run_test() as pilot:
        view = app.views[0]
        warm = style_of(view, 2, "10.00").bgcolor
        view.cover([(1, 0)])
        view.go((1, 0))
        await pilot.pause()
        assert lines(view)[2] == "▸[  ?  ]  0.25"
        assert style_of(view, 2, "?").bgcolor != warm
        assert view.covered == {(1, 0)}
        view.cover([])
        await pilot.pause()
        assert "10.00" in lines(view)[2]


async def test_marks_are_signs_beside_the_numbers():
    app = Shown(GRID)
    async with app.run_test() as pilot:
        view = app.views[0]
        before = view.size.width
        view.mark({(0, 0): "right", (0, 1): "wrong", (1, 1): "first"})
        await pilot.pause()
        assert lines(view)[1:] == ["   1.50 ✓ -2.00 ✗", "  10.00    0.25 ◂"]
        assert view.size.width == before + 2
        view.mark({})
        await pilot.pause()
        assert view.size.width == before


async def test_a_click_moves_the_cursor_and_a_second_goes_into_the_cell():
    app = Shown([["나", "너"], ["우리", "모두"]])
    async with app.run_test() as pilot:
        await pilot.click(app.views[0], offset=(9, 2))
        assert app.told == [("moved", (1, 1))]
        await pilot.click(app.views[0], offset=(3, 1), times=2)
        await pilot.pause()
        assert app.told[1:] == [("moved", (0, 0)), ("entered", (0, 0))]
        await pilot.click(app.views[0], offset=(3, 0))
        assert len(app.told) == 3


async def test_a_large_array_scrolls_with_the_cursor_and_keeps_its_numbers_in_sight():
    app = Shown(LARGE, most_lines=12)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        view = app.views[0]
        assert view.size == Size(60, 12)
        assert lines(view)[1].split()[:3] == ["0", "1", "2"]
        view.go((40, 33))
        await pilot.pause()
        shown = lines(view)
        assert shown[0] == " A0"
        assert "33" in shown[1].split()
        here = next(line for line in shown if "▸" in line)
        assert here.startswith("40▸")
        assert f"[{LARGE[40, 33]:.1f}]" in here
        view.go((0, 0))
        await pilot.pause()
        assert lines(view)[2].startswith(" 0▸[")


async def test_the_cursor_stays_in_sight_when_the_room_shrinks():
    app = Shown(LARGE)
    async with app.run_test(size=(100, 60)) as pilot:
        view = app.views[0]
        view.go((30, 8))
        await pilot.pause()
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert any(f"[{LARGE[30, 8]:.1f}]" in line for line in lines(view))


async def test_a_number_that_is_cut_shows_none_of_its_digits():
    app = Shown(LARGE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        whole = {text.strip() for row in layout(LARGE).texts for text in row}
        view = app.views[0]
        for x in (3, 5, 11):
            view.scroll_to(x, 0, animate=False)
            await pilot.pause()
            for line in lines(view)[2:-1]:
                assert set(line[3:].split()) - {"…"} <= whole
            assert "…" in lines(view)[3]


async def test_the_wheel_scrolls():
    app = Shown(LARGE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        view = app.views[0]
        down = MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False)
        view.post_message(down)
        await pilot.pause()
        assert view.scroll_target_y > 0


async def test_moving_draws_only_the_lines_that_changed(monkeypatch):
    app = Shown(LARGE, LARGE, most_lines=16)
    async with app.run_test(size=(120, 30)) as pilot:
        operand, view = app.views
        view.go((2, 2))
        await pilot.pause()
        drawn: list[tuple[int, int]] = []
        real = ArrayView.render_line

        def counted(self, y):
            drawn.append((app.views.index(self), y))
            return real(self, y)

        monkeypatch.setattr(ArrayView, "render_line", counted)
        view.move(1, 0)
        await pilot.pause()
        assert set(drawn) == {(1, 1), (1, 4), (1, 5)}
        drawn.clear()
        operand.light([(3, column) for column in range(64)])
        await pilot.pause()
        assert set(drawn) == {(0, 5)}
        drawn.clear()
        operand.light([(3, column) for column in range(64)])
        view.go((3, 2))
        await pilot.pause()
        assert drawn == []


@pytest.mark.parametrize("theme", [theme.name for theme in themes.THEMES])
async def test_heat_follows_the_theme_and_can_be_switched_off(theme):
    app = Shown(GRID, theme=theme)
    async with app.run_test() as pilot:
        await pilot.pause()
        view = app.views[0]
        grounds = {style_of(view, y, text).bgcolor for y, text in ((1, "1.50"), (2, "10.00"))}
        assert len(grounds) == (1 if theme == "terminal" else 2)
        view.heat = False
        await pilot.pause()
        grounds = {style_of(view, y, text).bgcolor for y, text in ((1, "1.50"), (2, "10.00"))}
        assert len(grounds) == 1


async def test_another_theme_brings_its_own_heat():
    app = Shown(GRID)
    async with app.run_test() as pilot:
        await pilot.pause()
        dark = style_of(app.views[0], 2, "10.00").bgcolor
        app.theme = "light"
        await pilot.pause()
        assert style_of(app.views[0], 2, "10.00").bgcolor != dark


def test_negative_numbers_are_warm_in_another_way():
    on = scale([-4.0, 0.0, 2.0, np.inf, -np.inf, np.nan])
    assert [on.level(number) for number in (-4.0, 0.0, 2.0)] == [-LEVELS, 0, LEVELS // 2]
    assert on.level(np.inf) == LEVELS
    assert on.level(-np.inf) is None
    assert on.level(np.nan) is None
    colours = backgrounds(themes.DARK)
    assert len({colours[level] for level in range(-LEVELS, LEVELS + 1)}) == 2 * LEVELS + 1


def test_numbers_of_one_sign_are_warmer_the_larger():
    on = scale([2.0, 4.0, 6.0])
    assert [on.level(number) for number in (2.0, 4.0, 6.0)] == [0, LEVELS // 2, LEVELS]
    assert scale([3.0, 3.0]).level(3.0) is None


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT])
def test_text_is_legible_on_every_heat(theme):
    def light(colour: str) -> float:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ground in backgrounds(theme):
        dark, bright = sorted((light(ground), light(theme.foreground)))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_arrays_that_fit_stand_side_by_side():
    regions = fit([Size(10, 4), Size(12, 3), Size(8, 5)], 40, 20)
    assert [tuple(region) for region in regions] == [(0, 0, 10, 4), (13, 0, 12, 3), (28, 0, 8, 5)]


def test_operands_shrink_before_the_result():
    left, right, result = fit([Size(60, 10), Size(20, 10), Size(30, 10)], 80, 12)
    assert result.width == 30
    assert left.width + right.width + result.width + 6 == 80
    assert right.width >= 18


def test_several_rows_are_taken_where_they_show_more():
    regions = fit([Size(60, 4), Size(50, 4), Size(30, 4)], 80, 20)
    assert [region.y for region in regions] == [0, 5, 10]
    assert [region.size for region in regions] == [Size(60, 4), Size(50, 4), Size(30, 4)]


def test_an_array_that_scrolls_up_and_down_gets_room_for_its_scrollbar():
    (region,) = fit([Size(20, 30)], 80, 10)
    assert region.size == Size(21, 10)


def test_nothing_stands_beyond_the_edges_of_a_small_terminal():
    regions = fit([Size(500, 66)] * 6, 76, 13)
    assert all(region.right <= 76 for region in regions)
    assert all(region.width >= 18 and region.height >= 3 for region in regions)


def test_a_long_word_is_cut_and_a_line_break_is_none():
    made = layout(np.array(["가" * 30, "a\nb", ""]))
    assert made.texts[0][0].endswith("…")
    assert made.texts[0][1:] == ["a b", "''"]
