"""Walking in a demo by the keyboard: steps, cells, operands, what the page says of them."""

import pytest

from tutor.demo import DemoError
from tutor.trace.tree import Address
from tutor.ui.screens.player import PlayerPage
from tutor.ui.widgets.arrays import ArrayView


async def opened(pilot, name="attending", **opening):
    await pilot.pause()
    page = PlayerPage(pilot.app.demo(name), **opening)
    await pilot.app.push_screen(page)
    await pilot.pause()
    return page


def views(page):
    return [view for view in page.query(ArrayView) if view.display]


async def test_space_and_b_step_forth_and_back_and_stop_at_the_ends(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        page = app.screen
        seen = [page.play.standing.at]
        for key in ("space", "n", "pagedown", "space", "b", "pageup", "backspace", "b", "b"):
            await pilot.press(key)
            seen.append(page.play.standing.at)
        assert seen == [1, 2, 3, 4, 4, 3, 2, 1, 0, 0]


async def test_home_end_and_digits_jump(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for key, at in (("end", 4), ("home", 0), ("3", 3), ("9", 3), ("0", 0)):
            await pilot.press(key)
            assert app.screen.play.standing.at == at


async def test_a_step_shows_formula_operands_result_arithmetic_and_why(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        text = home.seen(app)
        assert "√dₖ" in text
        assert "S 2×3 scores" in text
        assert "S′ 2×3 scaled" in text
        assert "S′[0,0] = S[0,0] / √dₖ" in text
        assert "= 2 / √4" in text
        assert "the root of dₖ undoes that" not in text  # `scaling` has its words, not this demo
        await pilot.press("1")
        await pilot.pause()
        assert "A dot product for each pair" in home.seen(app)


async def test_arrows_move_the_cell_and_its_operands_are_lit(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("right", "right", "right", "down", "up", "down")
        await pilot.pause()
        page = app.screen
        assert page.play.standing.cell == Address("scores", (1, 2))
        q, k, result = views(page)
        assert q.lit == {(1, 0), (1, 1), (1, 2), (1, 3)}
        assert k.lit == {(2, 0), (2, 1), (2, 2), (2, 3)}
        assert q.cursor == (1, 0)
        assert result.cursor == (1, 2)
        assert "S[1,2] = q[1,0]·k[2,0]" in home.seen(app)


async def test_a_cell_of_the_same_place_is_kept_from_step_to_step(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("right", "down", "space")
        assert app.screen.play.standing.cell == Address("scaled", (1, 1))


async def test_enter_goes_into_an_operand_and_backspace_out_again(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4", "right", "tab", "enter")
        await pilot.pause()
        page = app.screen
        assert page.play.standing.cell == Address("exps", (0, 0))
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        assert page.play.standing.cell == Address("q", (0, 0))
        assert "A[0,1] ▸ E[0,0] ▸ S′[0,0] ▸ S[0,0] ▸ q[0,0]" in home.seen(app)
        await pilot.press("backspace", "escape")
        assert page.play.standing.cell == Address("scaled", (0, 0))
        await pilot.press("backspace", "backspace")
        assert page.play.standing.cell == Address("weights", (0, 1))
        assert page.play.standing.operand == Address("exps", (0, 0))
        assert page.play.standing.path == ()
        await pilot.press("backspace")
        assert page.play.standing.at == 3


async def test_shift_tab_chooses_the_operand_before(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("shift+tab")
        await pilot.pause()
        assert app.screen.play.standing.operand == Address("k", (0, 3))
        assert "into k[0,3]" in home.seen(app)


async def test_the_page_of_the_inputs_shows_them_their_meaning_and_the_source(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "tab", "down")
        await pilot.pause()
        text = home.seen(app)
        assert app.screen.play.standing.cell == Address("k", (1, 0))
        assert "one query a row" in text
        assert "whose shares add up to 1" in text
        assert "Source: The worked example" in text
        assert "direction: queries · shift: 0 · example 1 of 2" in text


async def test_the_page_of_the_inputs_speaks_korean(home):
    app = home.app("ko", demo="attending")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0")
        await pilot.pause()
        text = home.seen(app)
        assert "행마다 쿼리 하나" in text
        assert "출처: 풀이한 예제" in text
        assert "예제 2개 중 1번째" in text
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "one query a row" in home.seen(app)


async def test_in_a_demo_of_single_numbers_the_arrows_step(home):
    app = home.app(demo="sizes")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await pilot.pause()
        assert app.screen.play.standing.name == "width"
        assert "w = m − k + 1" in home.seen(app)
        await pilot.press("left", "left")
        assert app.screen.play.standing.on_inputs


async def test_a_long_sum_is_elided_in_words_and_large_arrays_scroll(home):
    app = home.app("ko", demo="large")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["right"] * 5, *["down"] * 12)
        await pilot.pause()
        text = home.seen(app)
        assert "개 더 …" in text
        assert "Y[12,5]" in text
        assert "[12,5]" in text


async def test_blocks_are_walked_one_after_the_other(home):
    app = home.app(demo="large")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", *["down"] * 20)
        assert app.screen.play.standing.cell == Address("blocks", (1, 0, 0))


async def test_the_heat_can_be_taken_away(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("h")
        assert not any(view.heat for view in views(app.screen))
        await pilot.press("space")
        assert not any(view.heat for view in views(app.screen))
        await pilot.press("h")
        assert all(view.heat for view in views(app.screen))


async def test_the_why_can_be_hidden_and_shown(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert "A dot product for each pair" not in home.seen(app)
        await pilot.press("w")
        await pilot.pause()
        assert "A dot product for each pair" in home.seen(app)
        await pilot.press("2", "w")
        await pilot.pause()
        assert "Nothing is said about the why" in home.seen(app)


async def test_a_picture_stands_in_the_place_of_the_numbers_with_its_words(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4", "v")
        await pilot.pause()
        page = app.screen
        assert [view.cursor for view in views(page)] == [(0, 0)]
        text = home.seen(app)
        assert "From 0.04201 at [0,0] to 0.8438" in text
        await pilot.press("v", "3", "v")
        await pilot.pause()
        assert "This step has no picture." in home.seen(app)


async def test_the_source_lights_the_step_also_in_another_file(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        text = home.seen(app)
        assert "attending.py" in text
        assert any(line.startswith("▸") and '"scores"' in line for line in text.splitlines())
        await pilot.press("space")
        await pilot.pause()
        text = home.seen(app)
        assert "scaling.py" in text
        assert any(line.startswith("▸") and '"scaled"' in line for line in text.splitlines())
        await pilot.press("escape")
        await pilot.pause()
        assert "scaling.py" not in home.seen(app)


async def test_a_demo_that_cannot_be_traced_still_plays_and_says_why(home):
    app = home.app(demo="untraced")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        text = home.seen(app)
        assert "The cells of this demo cannot be explained: " in text
        assert "untraced.py:10" in text
        assert "y[0] = 10" in text
        await pilot.press("0", "space", "t", "p", "1", "0", "enter")
        await pilot.pause()
        assert "Right: 10" in home.seen(app)


async def test_a_demo_without_examples_opens_on_drawn_numbers(home):
    app = home.app(demo="sizes")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "drawn, seed" in home.seen(app)


async def test_a_demo_without_any_numbers_says_what_to_do(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "bare")
        text = home.seen(app)
        assert "This demo has no numbers yet" in text
        assert "tutor demo bare --set x=…" in text
        keys = ["space", "b", "right", "tab", "enter", "p", "t", "e", "r", "x", "o", "c", "s", "v"]
        await pilot.press(*keys, "h", "w", "0", "end", "q")
        assert app.is_running
        assert not isinstance(app.screen, PlayerPage)


async def test_it_opens_at_a_step_with_numbers_of_ones_own(home):
    app = home.app()
    inputs = {"q": [[1, 2]], "k": [[3, 4]]}
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, inputs=inputs, step="scaled")
        assert page.play.standing.name == "scaled"
        assert page.play.array("scores").tolist() == [[11]]
        assert "numbers as given" in home.seen(app)
        await pilot.press("q")
        assert not isinstance(app.screen, PlayerPage)


async def test_it_opens_at_a_cell_and_with_a_trap(home):
    app = home.app()
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, cell="weights[1,-1]")
        assert page.play.standing.cell == Address("weights", (1, 2))
        page = await opened(pilot, trap="no-root")
        assert page.play.standing.cell == Address("scaled", (0, 0))
        page = await opened(pilot, trap="no-root", step="weights")
        assert page.play.standing.name == "weights"
        assert "You divided by" in home.seen(app)


async def test_a_trap_that_the_demo_does_not_know_is_said(home):
    app = home.app("ko")
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, trap="no-such-thing")
        assert "no-such-thing이라는 함정이 없습니다" in home.seen(app)


@pytest.mark.parametrize(
    "opening", [{"step": "nowhere"}, {"cell": "scores[9,9]"}, {"cell": "nowhere[0]"}]
)
def test_a_place_that_is_not_there_is_refused(home, opening):
    demo = home.app().demo("attending")
    with pytest.raises(DemoError):
        PlayerPage(demo, **opening)


async def test_a_demo_that_fails_is_one_sentence(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def fail(name: str) -> None:
            raise DemoError("no_demo", name=name, near="")

        app._open_demo = fail
        await pilot.press("f3")
        await pilot.pause()
        assert "there is no demo `scaling`" in home.seen(app)


async def test_a_demo_that_fails_is_said_in_korean(home):
    app = home.app("ko")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def fail(name: str) -> None:
            raise DemoError("no_demo", name=name, near="")

        app._open_demo = fail
        await pilot.press("f3")
        await pilot.pause()
        assert "scaling이라는 데모는 없습니다" in home.seen(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (140, 40), (250, 70)])
async def test_the_player_holds_at_any_size(home, size):
    language = "ko" if size[0] in (60, 140) else "en"
    app = home.app(language, demo="attending")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        for key in ("space", "enter", "s", "s", "4", "v", "t", "p", "escape", "0", "c", "escape"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.is_running


async def test_letters_answer_to_their_jamo(home):
    app = home.app("ko", demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ㅜ")
        assert app.screen.play.standing.at == 2
        await pilot.press("ㅠ", "ㅗ")
        assert app.screen.play.standing.at == 1
        assert not app.screen.play.heat


async def test_a_page_that_was_left_holds_on_to_nothing_it_drew(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = [app.screen, *app.screen.query("*")]
        assert any(widget._styles_cache._cache for widget in drawn)
        await pilot.press("q")
        await pilot.pause()
        assert not any(widget._styles_cache._cache for widget in drawn)
