"""Other numbers, known mistakes, conventions, predictions: what changes the page of a demo."""

from random import Random

from textual.widgets import Input

from tutor.trace.tree import Address
from tutor.ui.player.ask import Ask
from tutor.ui.screens.conventions import ConventionsDialog
from tutor.ui.screens.player import PlayerPage
from tutor.ui.widgets.arrays import ArrayView


def views(page):
    return [view for view in page.query(ArrayView) if view.display]


async def type_over(pilot, text):
    """Type in the place of what stands on the line."""
    pilot.app.screen.query_one(Ask).query_one(Input).value = ""
    await pilot.press(*text, "enter")
    await pilot.pause()


async def test_a_guess_is_asked_for_judged_and_revealed(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", "p")
        await pilot.pause()
        page = app.screen
        assert "S′[0,0] = S[0,0] / √dₖ\n= ?" in home.seen(app)
        assert "/ √4" not in home.seen(app)
        assert views(page)[-1].covered == {(0, 0)}
        await pilot.press(*"1.25", "enter")
        await pilot.pause()
        assert "Not 1.25: it is 1" in home.seen(app)
        assert views(page)[-1].marks == {(0, 0): "wrong"}
        assert views(page)[-1].covered == frozenset()


async def test_p_on_the_empty_line_covers_more_and_in_the_end_nothing(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        covered = []
        for _ in range(4):
            await pilot.press("p")
            await pilot.pause()
            covered.append(len(views(app.screen)[-1].covered))
        assert covered == [1, 3, 6, 0]
        assert "Nothing is covered any more." in home.seen(app)
        assert not app.screen.query_one(Ask).display


async def test_p_after_a_digit_is_text(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", *"2pi")
        assert app.screen.query_one(Input).value == "2pi"


async def test_a_row_is_marked_cell_by_cell_and_the_next_step_arrives_covered(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "p", *"2, 4, 7", "enter")
        await pilot.pause()
        page = app.screen
        assert "2 of 3 right." in home.seen(app)
        assert views(page)[-1].marks == {(0, 0): "right", (0, 1): "right", (0, 2): "wrong"}
        await pilot.press("space")
        await pilot.pause()
        assert views(page)[-1].covered == {(0, 0), (0, 1), (0, 2)}
        await pilot.press("escape")
        await pilot.pause()
        assert views(page)[-1].covered == frozenset()
        await pilot.press("escape", "space")
        await pilot.pause()
        assert views(page)[-1].covered == frozenset()


async def test_what_cannot_be_read_is_asked_again(home):
    app = home.app("ko", demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "p", *"1, 2", "enter")
        await pilot.pause()
        assert "칸은 3개인데 숫자가 2개입니다" in home.seen(app)
        await type_over(pilot, "?")
        assert "숫자로 읽을 수 없습니다" in home.seen(app)
        assert app.screen.query_one(Ask).display


async def test_arrows_walk_while_a_guess_is_open(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "down")
        await pilot.pause()
        assert app.screen.play.standing.cell == Address("scores", (1, 0))
        assert "S[1,0] = q[1,0]·k[0,0]" in home.seen(app)
        assert views(app.screen)[-1].covered == {(0, 0)}


async def test_an_operand_is_open_while_its_result_is_covered(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", "p")
        await pilot.pause()
        page = app.screen
        page.action_enter()
        await pilot.pause()
        assert page.play.standing.name == "scores"
        assert views(page)[-1].covered == frozenset()
        page.action_back(-1)
        await pilot.pause()
        assert views(page)[-1].covered == {(0, 0)}


async def test_inputs_are_not_predicted(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "p")
        await pilot.pause()
        assert "The inputs are given" in home.seen(app)


async def test_a_trap_stands_beside_the_truth_with_the_first_difference_marked(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        page = app.screen
        assert page.play.standing.cell == Address("scaled", (0, 0))
        wrong = views(page)[-1]
        assert wrong.marks == {(0, 0): "first"}
        text = home.seen(app)
        assert "✗  You divided by dₖ, not by its root." in text
        assert "✓ S′[0,0] = S[0,0] / √dₖ" in text
        assert "✗ S′[0,0] = S[0,0] / " in text
        assert "2 scaled ≠" in text
        assert "trap 1 of 3" in text
        await pilot.press("b")
        await pilot.pause()
        assert "Up to here nothing differs; scaled is the first step" in home.seen(app)
        assert len(views(page)) == 3
        await pilot.press("t")
        await pilot.pause()
        assert "trap 2 of 3" in home.seen(app)
        await pilot.press("t", "t")
        await pilot.pause()
        assert "trap" not in home.seen(app).partition("inputs")[0]


async def test_esc_leaves_the_trap_before_the_page(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", "escape")
        await pilot.pause()
        assert app.screen.play.numbers.wrong is None
        assert len(views(app.screen)) == 2
        await pilot.press("escape")
        assert not isinstance(app.screen, PlayerPage)


async def test_a_trap_is_told_in_korean(home):
    app = home.app("ko", demo="attending")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert "제곱근이 아니라" in home.seen(app)
        assert "함정 3개 중 1번째" in home.seen(app)


async def test_a_demo_without_traps_says_so(home):
    app = home.app(demo="sizes")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert "No known trap shows in these numbers." in home.seen(app)


async def test_the_trap_stays_on_other_numbers(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", "x")
        await pilot.pause()
        assert app.screen.play.numbers.trap.id == "no-root"
        assert app.screen.play.array("scaled").shape == (1, 2)


async def test_a_convention_is_switched_in_its_dialog_and_the_run_follows(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, ConventionsDialog)
        text = home.seen(app)
        assert "direction   queries  keys" in text
        assert "one token a row" in text
        await pilot.press("enter", "escape")
        await pilot.pause()
        page = app.screen
        assert isinstance(page, PlayerPage)
        assert [step.name for step in page.play.steps][1] == "turned"
        assert "direction: keys" in home.seen(app)
        assert "example 1 of 2, changed" in home.seen(app)


async def test_a_convention_that_may_be_anything_is_typed(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "down", "enter")
        await pilot.pause()
        assert "shift =" in home.seen(app)
        await type_over(pilot, "nothing")
        assert "This cannot be read as a value of shift" in home.seen(app)
        await type_over(pilot, "0.5")
        assert app.screen.play.array("scores")[0, 0] == 2.5
        assert "shift: 0.5" in home.seen(app)


async def test_a_demo_without_conventions_says_so(home):
    app = home.app("ko", demo="sizes")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "이 데모에는 규약이 없습니다." in home.seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, PlayerPage)


async def test_a_cell_of_an_input_is_changed_and_the_run_follows(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "e")
        await pilot.pause()
        page = app.screen
        assert page.query_one(Ask).query_one(Input).value == "1"
        await type_over(pilot, "5")
        assert page.play.array("q")[0, 0] == 5
        assert page.play.array("scores")[0, 0] == 10
        assert "changed" in home.seen(app)
        await pilot.press("o")
        await pilot.pause()
        assert page.play.array("q")[0, 0] == 1


async def test_an_operand_that_is_an_input_is_changed_from_its_step(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", "tab", "e")
        await pilot.pause()
        assert app.screen.play.standing.cell == Address("q", (0, 1))
        await type_over(pilot, "2")
        assert app.screen.play.array("q")[0, 1] == 2


async def test_enter_changes_an_input_and_esc_leaves_it_as_it_is(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "enter", "9", "escape")
        await pilot.pause()
        assert app.screen.play.array("q")[0, 0] == 1
        assert not app.screen.query_one(Ask).display
        await pilot.press("right")
        assert app.screen.play.standing.cell == Address("q", (0, 1))


async def test_a_whole_input_is_typed_at_once(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "E")
        await pilot.pause()
        assert app.screen.query_one(Ask).query_one(Input).value == "[[1, 0, 2, 1], [0, 3, 1, 0]]"
        await type_over(pilot, "[[1, 1, 1, 1]]")
        assert app.screen.play.array("scores").shape == (1, 3)


async def test_what_an_input_may_not_be_is_said_and_the_old_one_stays(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("0", "e")
        for typed, said in (
            ("two", "This cannot be read as a value of q"),
            ("50", "-9 ≤ q ≤ 9"),
        ):
            await type_over(pilot, typed)
            assert said in home.seen(app)
        await pilot.press("escape", "tab", "e")
        await type_over(pilot, "0.5")
        assert "whole numbers only" in home.seen(app)
        await pilot.press("escape", "E")
        await type_over(pilot, "[[1, 2], [3, 4]]")
        assert "k with these numbers does not fit the other inputs" in home.seen(app)
        assert app.screen.play.array("k").shape == (3, 4)


async def test_only_inputs_can_be_changed(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4", "e")
        await pilot.pause()
        assert "Only inputs can be changed" in home.seen(app)


async def test_numbers_are_drawn_anew_with_a_seed_that_is_told(home):
    app = home.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.push_screen(PlayerPage(app.demo("attending"), seeds=Random(7)))
        await pilot.press("r")
        await pilot.pause()
        seed = app.screen.play.numbers.origin.number
        drawn = app.screen.play.array("q").tolist()
        assert f"Drawn anew with seed {seed}" in home.seen(app)
        await app.push_screen(PlayerPage(app.demo("attending"), seed=seed))
        await pilot.pause()
        assert app.screen.play.array("q").tolist() == drawn
        assert f"drawn, seed {seed}" in home.seen(app)


async def test_a_demo_without_a_draw_says_so(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert "does not say how to draw" in home.seen(app)


async def test_examples_go_round_and_the_old_numbers_come_back(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        page = app.screen
        assert "example 2 of 2" in home.seen(app)
        await pilot.press("r", "o")
        await pilot.pause()
        assert "example 2 of 2" in home.seen(app)
        await pilot.press("x")
        assert page.play.numbers.origin.number == 0


async def test_a_single_example_has_no_other(home):
    app = home.app(demo="untraced")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert "There is no other example." in home.seen(app)


async def test_numbers_changed_while_predicting_are_covered_again(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "escape", "x")
        await pilot.pause()
        assert views(app.screen)[-1].covered == {(0, 0)}
