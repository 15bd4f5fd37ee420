import subprocess
import sys
from pathlib import Path

import pytest

from tutor.demo import DemoError, DemoWords, load, names, run
from tutor.demo.loading import _defines

HEAD = "import numpy as np\nfrom tutor.demo import Array, Step, Steps\n"
ONE = HEAD + "def one(x: Array) -> Steps:\n    yield Step('y', 'y', 'x', x * {factor})\n"


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")


def error_of(folder: Path, name: str) -> DemoError:
    with pytest.raises(DemoError) as caught:
        load(folder, name)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_demo_shares_code_with_its_neighbours(tmp_path: Path) -> None:
    write(
        tmp_path,
        functions="def double(x):\n    return 2 * x\n",
        one=HEAD + "from .functions import double\n"
        "def one(x: Array) -> Steps:\n    yield Step('y', 'y', '2 x', double(x))\n",
    )
    assert run(load(tmp_path, "one").function, {"x": [1, 2]})[0].value.tolist() == [2, 4]


def test_a_module_can_define_dataclasses_with_delayed_annotations(tmp_path: Path) -> None:
    text = "from __future__ import annotations\nfrom dataclasses import dataclass\n"
    write(tmp_path, one=text + ONE.format(factor=1) + "@dataclass\nclass P:\n    a: int\n")
    assert load(tmp_path, "one").name == "one"


def test_two_packs_may_have_demos_of_one_name(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for factor, folder in enumerate(folders, 2):
        folder.mkdir()
        write(folder, one=ONE.format(factor=factor))
    values = [run(load(folder, "one").function, {"x": 1})[0].value for folder in folders]
    assert values == [2, 3]


def test_an_edited_demo_is_loaded_anew(tmp_path: Path) -> None:
    write(tmp_path, one=ONE.format(factor=2))
    load(tmp_path, "one")
    write(tmp_path, one=ONE.format(factor=1000))
    assert run(load(tmp_path, "one").function, {"x": 1})[0].value == 1000


def test_the_names_are_of_files_that_hold_a_demo_and_nothing_is_executed(tmp_path: Path) -> None:
    write(
        tmp_path,
        one="raise SystemExit\n" + ONE.format(factor=1),
        functions="def f():\n    def g():\n        yield 1\n    return g\n",
        _private=ONE.format(factor=1),
        broken="def (",
    )
    assert names(tmp_path) == ["broken", "one"]
    assert names(tmp_path / "absent") == []


def test_the_function_named_as_the_module_is_the_demo(tmp_path: Path) -> None:
    other = "def other(x: Array) -> Steps:\n    yield Step('z', 'z', 'x', x)\n"
    write(tmp_path, one=ONE.format(factor=1) + other)
    assert load(tmp_path, "one").function.__name__ == "one"


def test_the_only_function_is_the_demo_and_an_imported_one_does_not_count(tmp_path: Path) -> None:
    only = "from .one import one\ndef lone(x: Array) -> Steps:\n    yield from one(x)\n"
    write(tmp_path, one=ONE.format(factor=1), two=HEAD + only)
    assert load(tmp_path, "two").function.__name__ == "lone"


def test_two_functions_of_other_names_are_a_question(tmp_path: Path) -> None:
    text = ONE.format(factor=1)
    write(tmp_path, pair=text + text.replace("def one", "def two"))
    error = error_of(tmp_path, "pair")
    assert error.code == "many_functions"
    assert "`one`, `two`" in str(error)


def test_a_demo_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, attention=ONE.format(factor=1))
    error = error_of(tmp_path, "atention")
    assert error.code == "no_demo"
    assert "did you mean `attention`?" in str(error)
    assert error_of(tmp_path, "../attention").code == "no_demo"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("def (", "SyntaxError"),
        ("import no_such_module_here", "no_such_module_here"),
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit", "SystemExit"),
    ],
)
def test_a_broken_module_is_one_message_with_its_line(
    tmp_path: Path, line: str, named: str
) -> None:
    write(tmp_path, one=ONE.format(factor=1) + line + "\n")
    error = error_of(tmp_path, "one")
    assert error.code == "broken"
    assert str(error).startswith(f"{tmp_path / 'one.py'}:5: ")
    assert named in str(error)


def test_a_mistake_in_shared_code_is_placed_there(tmp_path: Path) -> None:
    write(
        tmp_path, functions="\n\n1 / 0\n", one="from .functions import f\n" + ONE.format(factor=1)
    )
    error = error_of(tmp_path, "one")
    assert (Path(error.file).name, error.line) == ("functions.py", 3)


def test_keyword_only_arguments_are_conventions_with_defaults(tmp_path: Path) -> None:
    write(tmp_path, one=ONE.format(factor=1).replace("x: Array", "x: Array, *, ddof: int = 1"))
    assert load(tmp_path, "one").defaults == {"ddof": 1}
    write(tmp_path, one=ONE.format(factor=1).replace("x: Array", "x: Array, *, ddof: int"))
    assert error_of(tmp_path, "one").code == "no_default"


def test_arguments_without_names_are_refused(tmp_path: Path) -> None:
    write(tmp_path, one=ONE.format(factor=1).replace("x: Array", "x: Array, *rest: Array"))
    assert error_of(tmp_path, "one").code == "any_arguments"


def test_a_demo_without_words_takes_them_from_its_docstring(tmp_path: Path) -> None:
    write(tmp_path, one='"""Doubling. A book, page 3."""\n' + ONE.format(factor=2))
    demo = load(tmp_path, "one")
    assert (demo.title, demo.source) == ("Doubling", "A book, page 3")
    assert load(tmp_path, "one", DemoWords(title="Twice")).title == "Twice"


def test_listing_and_loading_words_costs_no_numpy() -> None:
    code = "import sys, tutor.demo; print({'numpy', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_step_of_a_loop_takes_the_why_of_its_latest_named_one(tmp_path: Path) -> None:
    write(tmp_path, loop=HEAD + "def loop(x: Array) -> Steps:\n    yield Step('y', 'y', 'x', x)\n")
    demo = load(tmp_path, "loop", DemoWords(steps={"h1": "first", "h2": "second", "sum": "all"}))
    assert [demo.why(step) for step in ("h1", "h2", "h9", "sum", "g4", "other")] == [
        "first",
        "second",
        "second",
        "all",
        "",
        "",
    ]


def test_a_file_without_a_generator_is_no_demo_and_is_told_so(tmp_path: Path) -> None:
    write(tmp_path, one="def one(x):\n    return x\n", _two="def two(x):\n    yield x\n")
    assert names(tmp_path) == []
    assert error_of(tmp_path, "one").code == "no_function"
    assert "`def one(…)` that yields steps" in str(error_of(tmp_path, "one"))
    for name in ("_two", "One", "../one", "absent"):
        assert error_of(tmp_path, name).code == "no_demo"


def test_opening_a_demo_reads_none_of_the_others(tmp_path: Path) -> None:
    write(tmp_path, one=ONE.format(factor=1))
    before = _defines.cache_info().currsize
    write(tmp_path, two=ONE.format(factor=2), three=ONE.format(factor=3))
    load(tmp_path, "one")
    assert _defines.cache_info().currsize == before + 1


def test_a_file_that_becomes_a_demo_is_found(tmp_path: Path) -> None:
    write(tmp_path, one="x = 1\n")
    assert names(tmp_path) == []
    write(tmp_path, one=ONE.format(factor=1))
    assert names(tmp_path) == ["one"]


def test_a_module_that_prints_does_not_disturb_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, one="print('loaded')\n" + ONE.format(factor=1))
    load(tmp_path, "one")
    assert capsys.readouterr() == ("", "loaded\n")
