"""What the player knows without a screen."""

from pathlib import Path

import numpy as np
import pytest

from tutor.demo import DemoError, load
from tutor.packs import read_demo_words
from tutor.trace.tree import Address
from tutor.ui.player.about import top_text
from tutor.ui.player.source import statement
from tutor.ui.player.state import Play

DEMOS = Path(__file__).parent / "pack" / "demos"


def playing(name="attending", **opening):
    words, faults = read_demo_words(DEMOS / f"{name}.yaml")
    assert not faults
    play = Play(load(DEMOS, name, words), opening.get("inputs"))
    play.begin(1, opening)
    return play


def test_it_begins_at_the_first_step_of_the_first_example():
    play = playing()
    assert play.standing.cell == Address("scores", (0, 0))
    assert (play.numbers.origin.kind, play.numbers.origin.number) == ("example", 0)


def test_the_cursor_stops_at_the_edges():
    play = playing()
    assert not play.standing.move(-1, 0)
    assert not play.standing.move(0, -1)
    assert play.standing.move(5, 5)
    assert play.standing.cell.index == (1, 2)


def test_every_operand_of_every_cell_can_be_gone_into_and_out_of():
    play = playing()
    for step in play.steps:
        for index in np.ndindex(play.array(step.name).shape):
            cell = Address(step.name, index)
            assert play.standing.go_to_cell(cell)
            for operand in play.standing.operands:
                assert play.enter(operand)
                assert play.standing.cell == operand
                assert play.back()
                assert play.standing.cell == cell
                assert play.standing.operand == operand


def test_the_way_back_may_skip_cells():
    play = playing(cell="weights[1,1]")
    for _ in range(4):
        play.enter()
    assert play.standing.on_inputs
    assert play.back(1)
    assert play.standing.name == "exps"
    assert play.standing.operand == Address("scaled", (1, 1))
    assert [str(cell) for cell in play.standing.path] == ["weights[1,1]"]


def test_on_smaller_numbers_the_cursor_stays_inside():
    play = playing(cell="scores[1,2]")
    play.next_example()
    assert play.standing.cell == Address("scores", (0, 1))


def test_a_way_through_cells_that_are_gone_is_forgotten():
    play = playing(cell="scaled[1,2]")
    play.enter()
    play.next_example()
    assert play.standing.path == ()


def test_what_does_not_run_changes_nothing():
    play = playing()
    before = (play.run, dict(play.numbers.values), play.numbers.origin)
    with pytest.raises(DemoError):
        play.change("k", [[1, 2, 3]])
    assert (play.run, dict(play.numbers.values), play.numbers.origin) == before


def test_a_change_of_given_numbers_can_be_taken_back():
    play = playing(inputs={"q": [[1, 2]], "k": [[3, 4]]})
    play.change("q", [[0, 0]])
    assert play.numbers.origin.changed
    assert play.take_original()
    assert play.array("q").tolist() == [[1, 2]]
    assert not play.numbers.origin.changed


def test_a_draw_keeps_the_conventions():
    play = playing()
    play.change("direction", "keys")
    play.draw(3)
    assert play.numbers.conventions["direction"] == "keys"


def test_a_wrong_path_is_no_convention():
    assert set(playing().numbers.conventions) == {"direction", "shift"}


def test_a_trap_changes_the_steps_from_its_own_on():
    play = playing(trap="no-root")
    assert play.numbers.differing == {"scaled", "exps", "weights"}
    assert play.explained_wrong.value == pytest.approx(0.5)


def test_the_traps_go_round_from_the_one_made_at_this_step():
    play = playing(step="exps")
    followed = []
    for _ in range(4):
        assert play.next_trap()
        followed.append(play.numbers.trap.id if play.numbers.trap else "")
    assert followed == ["base-two", "no-root", "other-length", ""]


def test_a_trap_that_no_longer_shows_is_left():
    play = playing(trap="other-length")
    play.change("q", [[1, 0, 2, 1]] * 4)  # as many queries as a key is long
    assert play.numbers.trap is None


@pytest.mark.parametrize(
    ("line", "expected"), [(1, (1, 2)), (2, (1, 2)), (3, (3, 3)), (5, (5, 5)), (9, (9, 9))]
)
def test_the_statement_that_a_line_belongs_to_is_lit(line, expected):
    assert statement("x = f(\n    1)\ny = 2\nif y:\n    z = 3\n", line) == expected


def test_without_examples_it_plays_the_defaults_of_the_code(tmp_path):
    head = "from tutor.demo import Step\n"
    body = "    yield Step('y', 'y', 'x', x * n)\n"
    (tmp_path / "all.py").write_text(f"{head}def all(x=[1.0, 2.0], n=3):\n{body}", encoding="utf-8")
    (tmp_path / "some.py").write_text(f"{head}def some(x, n=3):\n{body}", encoding="utf-8")
    play = Play(load(tmp_path, "all"))
    play.begin(1, {})
    assert play.array("y").tolist() == [3.0, 6.0]
    assert play.array("x").tolist() == [1.0, 2.0]
    play.change("n", 5)
    assert play.array("y").tolist() == [5.0, 10.0]
    assert play.take_original()
    assert play.array("y").tolist() == [3.0, 6.0]
    without = Play(load(tmp_path, "some"))
    without.begin(1, {})
    assert without.run is None


@pytest.mark.parametrize("value", ["np.abs(x * 1j)", "np.exp(x * 1j).real"])
def test_a_way_over_complex_numbers_is_played_without_explanations(tmp_path, value):
    text = "import numpy as np\nfrom tutor.demo import Step\n"
    text += f"def one(x=[1.0, 2.0]):\n    yield Step('y', 'y', 'x', {value})\n"
    (tmp_path / "one.py").write_text(text, encoding="utf-8")
    play = Play(load(tmp_path, "one"))
    play.begin(1, {})
    assert play.numbers.refusal is not None
    assert play.run.cell(Address("y", (0,))).tree is None


def test_switched_conventions_outlast_the_origin_in_a_narrow_bar():
    play = playing()
    play.change("direction", "keys")
    switched = "direction: keys · shift: 0"

    def told(room):
        return top_text(play.numbers, lambda code, **details: code, room)

    assert told(1000) == f"{switched} · player.origin.changed"
    assert told(len(switched)) == switched
    assert told(len(switched) - 1) == "player.origin.changed"


def test_a_demo_that_changes_a_global_array_is_played_without_explanations(tmp_path):
    text = "import numpy as np\nfrom tutor.demo import Step\nW = np.zeros(2)\n"
    text += "def one(x=[1.0, 2.0]):\n    global W\n    W += x\n    yield Step('w', 'w', '', W)\n"
    (tmp_path / "one.py").write_text(text, encoding="utf-8")
    play = Play(load(tmp_path, "one"))
    play.begin(1, {})
    assert play.numbers.refusal.code == "not_repeatable"
    first, second = play.array("w").tolist()
    assert second == 2 * first
