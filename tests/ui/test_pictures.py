"""Images and curves: what is drawn with colours and without, and the same in words."""

import re

import numpy as np
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App, ComposeResult
from textual.geometry import Size

from tutor.ui import themes
from tutor.ui.widgets.array_row import ArrayRow
from tutor.ui.widgets.arrays import ArrayView
from tutor.ui.widgets.braille import Braille, ticks
from tutor.ui.widgets.curve import CurveView
from tutor.ui.widgets.image import ImageView, averaged, scaled
from tutor.ui.widgets.picture import Picture
from tutor.words.pictures import picture_text

KERNEL = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
WAVES = np.stack([np.sin(np.arange(40) / 5), np.cos(np.arange(40) / 5)])


class Svg(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


class Shown(App[None]):
    """Pictures beside each other."""

    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self, *widgets: Picture | ArrayView, theme: str = "dark") -> None:
        super().__init__()
        for known in themes.THEMES:
            self.register_theme(known)
        self.theme = theme
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        yield ArrayRow(*self.widgets)


def lines(view: Picture) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def drawn(view: Picture, array: object, theme: str = "terminal", size=(60, 24), **more):
    app = Shown(view, theme=theme)
    async with app.run_test(size=size) as pilot:
        view.show(np.asarray(array), "A", **more)
        await pilot.pause()
        return lines(view)


async def test_two_pixels_share_a_cell_in_their_own_colours():
    view = ImageView()
    app = Shown(view)
    async with app.run_test() as pilot:
        view.show(KERNEL, "k 3×3")
        await pilot.pause()
        assert lines(view)[:3] == [" k 3×3", " " + "▀" * 12, " " + "▀" * 12]
        left, middle, right = (
            next(segment for segment in list(view.render_line(1))[number:]) for number in (1, 2, 3)
        )
        assert len({segment.style.color for segment in (left, middle, right)}) == 3
        assert left.style.color == left.style.bgcolor
        assert lines(view)[-1].split() == ["-2", "2"]


async def test_without_colours_signs_tell_large_small_and_negative():
    assert (await drawn(ImageView(), KERNEL))[1:] == [
        " ▒▒▒▒    ----",
        " ▒▒▒▒    ----",
        " ████    ####",
        " ████    ####",
        " ▒▒▒▒    ----",
        " ▒▒▒▒    ----",
        " -2 #==--..  ░░▒▒▓▓█ 2",
    ]


async def test_no_colour_at_all_is_asked_for():
    view = ImageView()
    app = Shown(view)
    app.no_color = True
    async with app.run_test() as pilot:
        view.show(KERNEL, "k")
        await pilot.pause()
        assert "####" in lines(view)[3]


@pytest.mark.parametrize("theme", ["dark", "terminal"])
async def test_a_pixel_can_be_pointed_at(theme):
    view = ImageView()
    app = Shown(view, theme=theme)
    async with app.run_test() as pilot:
        view.show(KERNEL, "k")
        view.go((1, 2))
        await pilot.pause()
        bracketed = [line for line in lines(view)[:-1] if "[" in line and "]" in line]
        assert len(bracketed) >= 1
        assert lines(view)[-1].endswith("[1,2] -2")
        view.go(None)
        await pilot.pause()
        assert not any("[" in line for line in lines(view))


async def test_what_is_not_finite_is_told_apart_and_explained():
    shown = await drawn(ImageView(), [[1.0, -np.inf], [0.5, np.nan]], language="ko")
    assert shown[1] == " ████????"
    assert shown[-1] == " ? 무한대이거나 수가 아님"


async def test_an_image_that_is_too_large_is_averaged_and_says_so():
    shown = await drawn(ImageView(), np.ones((200, 200)) * np.arange(200), size=(60, 24))
    assert len(shown) <= 14
    assert shown[-1] == " one point is the mean of 20×20 cells"
    assert all(len(line) <= 60 for line in shown)


async def test_planes_stand_side_by_side_under_their_indices():
    shown = await drawn(ImageView(), np.arange(16).reshape(4, 2, 2))
    assert shown[1].split() == ["[0]", "[1]", "[2]", "[3]"]


async def test_planes_that_have_no_room_are_counted():
    shown = await drawn(ImageView(), np.arange(20 * 64).reshape(20, 8, 8) % 7, size=(40, 24))
    assert shown[-1] == " 18 more not drawn"


@pytest.mark.parametrize("array", [3.0, [1.0, 2.0], [[2.0]], np.zeros((0, 3)), np.zeros((2, 2))])
@pytest.mark.parametrize("kind", [ImageView, CurveView])
async def test_pictures_of_little_can_be_drawn(kind, array):
    assert (await drawn(kind(), array))[0] == " A"


def test_means_leave_no_cell_out():
    rows = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]
    assert averaged(rows, 2) == [[3.0, 4.5], [7.5, 9.0]]
    assert averaged(rows, 1) == rows


def test_an_image_is_drawn_as_large_as_there_is_room():
    large = scaled((6, 6), 1, Size(60, 18), (1, 2))
    assert (large.factor, large.width, large.lines) == (4, 24, 12)
    small = scaled((6, 6), 1, Size(60, 7), (1, 2))
    assert (small.factor, small.lines) == (2, 6)
    assert scaled((100, 6), 1, Size(60, 10), (1, 2)).averaged == 5


async def test_curves_carry_letters_and_axes_carry_round_numbers():
    shown = await drawn(CurveView(), WAVES)
    text = "\n".join(shown)
    assert all(f" {number} ┤" in text for number in ("1", "0", "-1"))
    assert text.count("a") > 2
    assert text.count("b") > 2
    assert shown[-1] == " a [0]  b [1]"
    assert shown[-2].split() == ["0", "10", "20", "30"]


async def test_one_curve_needs_no_letter():
    shown = await drawn(CurveView(), np.exp(-np.arange(9)))
    assert not any("a" in line for line in shown)
    assert (
        shown[-1].split() == [str(place) for place in range(9)][:: 2 if "1" not in shown[-1] else 1]
    )


async def test_a_gap_is_left_where_a_number_is_missing():
    shown = await drawn(CurveView(), [0.0, 0.0, np.nan, 0.0, 0.0], size=(40, 24))
    (row,) = [line for line in shown if any("⠀" < sign <= "⣿" for sign in line)]
    drawn_cells = row.partition("┤")[2]
    assert "      " in drawn_cells.strip()


async def test_a_point_of_a_curve_can_be_pointed_at():
    view = CurveView()
    app = Shown(view)
    async with app.run_test() as pilot:
        view.show(WAVES, "waves")
        view.go((1, 20))
        await pilot.pause()
        marked = [
            segment
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert [segment.text for segment in marked] == ["o"]
        assert lines(view)[-1].endswith("[1,20] -0.6536")


async def test_more_than_six_curves_are_counted():
    shown = await drawn(CurveView(), np.arange(40).reshape(8, 5))
    assert shown[-1] == " 2 more not drawn"


@pytest.mark.parametrize(
    ("least", "largest", "most", "expected"),
    [
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-1, 1, 5, [-1, -0.5, 0, 0.5, 1]),
        (3, 3, 4, [0, 2, 4, 6]),
        (0, 0.37, 3, [0, 0.2, 0.4]),
        (120, 480, 4, [0, 200, 400, 600]),
    ],
)
def test_ticks_are_round_and_enclose_the_range(least, largest, most, expected):
    assert ticks(least, largest, most) == expected


def test_braille_joins_dots_into_signs():
    sheet = Braille(2, 1)
    sheet.line(0, 0, 3, 0)
    assert [sheet.cell(column, 0)[0] for column in range(2)] == ["⠉", "⠉"]
    sheet.line(0, 0, 0, 3, by=1)
    assert sheet.cell(0, 0) == ("⡏", 1)


async def test_a_picture_says_in_words_what_it_shows():
    view = CurveView()
    app = Shown(view)
    async with app.run_test():
        view.show(np.array([3.0, 2.0, 1.0]), "loss")
        assert view.text == [
            "From 1 at [2] to 3 at [0].",
            "From 3 at [0] to 1 at [2], falling all the way.",
        ]


@pytest.mark.parametrize(
    ("array", "kind", "language", "expected"),
    [
        (
            [[0.8, 0.1], [0.3, 0.3], [0.2, -np.inf]],
            "image",
            "en",
            [
                "From 0.1 at [0,1] to 0.8 at [0,0].",
                "1 cell is infinite or not a number.",
                "Row [0]: the largest is 0.8 at [0,0].",
                "Row [1]: 0.3 in every column.",
                "Row [2]: the largest is 0.2 at [2,0].",
            ],
        ),
        (
            [1.0, 5.0, 2.0],
            "curve",
            "ko",
            [
                "가장 작은 값은 [0]의 1, 가장 큰 값은 [1]의 5입니다.",
                "[0]의 1에서 [2]의 2까지 가며 방향이 1번 바뀝니다. "
                "가장 높은 값은 [1]의 5, 가장 낮은 값은 [0]의 1입니다.",
            ],
        ),
        (np.full((2, 2), 3.0), "image", "ko", ["모든 칸이 3입니다."]),
        (np.arange(20.0).reshape(10, 2), "curve", "en", ["And 2 more rows."]),
        (["a", "b"], "image", "en", []),
    ],
)
def test_what_a_picture_shows_is_said_in_both_languages(array, kind, language, expected):
    said = picture_text(np.asarray(array), kind, language)
    assert said[-len(expected) :] == expected if expected else said == []


@pytest.mark.parametrize("theme", ["dark", "light", "terminal"])
async def test_pictures_look_as_before(snapshot: SnapshotAssertion, theme: str):
    numbers, image, curve = ArrayView(), ImageView(), CurveView()
    app = Shown(numbers, image, curve, theme=theme)
    async with app.run_test(size=(80, 40)) as pilot:
        numbers.show(KERNEL, "k 3×3")
        numbers.go((1, 2))
        numbers.light([(0, 0), (1, 0), (2, 0)])
        numbers.mark({(0, 1): "right", (0, 2): "wrong", (2, 2): "first"})
        image.show(KERNEL, "k 3×3")
        curve.show(WAVES, "waves")
        await pilot.pause()
        await pilot.pause()
        assert normalised(app) == snapshot.use_extension(Svg)(name=f"arrays-{theme}")


def normalised(app: App[None]) -> str:
    """The screen as SVG, without what differs from run to run."""
    return re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="tutor"))
