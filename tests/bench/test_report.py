import platform
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from report import Table, in_seconds, machine, megabytes, milliseconds, page, times


def test_a_page_shows_each_figure_beside_its_aim_and_says_whether_it_was_met(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = Table("Starting", ("median", "aim"), "Until the screen stands.")
    table.begin()
    table.line("bare", "10 ms", "")
    table.line("tutor", "12 ms", "≤ 1.10×", met=False)
    table.line("quick | small", "11 ms", "≤ 1.10×", met=True)
    assert capsys.readouterr().out.splitlines()[2].split() == ["bare", "10", "ms"]
    said = page([table], "2 cores, Python 3.11", "2026-01-31").split("\n\n")
    assert "Measured on 2026-01-31: 2 cores, Python 3.11." in said
    assert said[-1].splitlines() == [
        "|  | median | aim | met |",
        "| --- | ---: | ---: | ---: |",
        "| bare | 10 ms |  |  |",
        "| tutor | 12 ms | ≤ 1.10× | no |",
        "| quick \\| small | 11 ms | ≤ 1.10× | yes |",
    ]


def test_a_page_names_no_day_that_it_was_not_told_and_no_machine() -> None:
    said = page([], machine())
    assert f"Measured: {machine()}." in said
    assert platform.python_version() in said
    assert platform.node() not in said


def test_a_table_without_aims_has_no_column_that_judges() -> None:
    table = Table("Opening", ("median",), "From the key to the paint.")
    table.line("attention", "60 ms")
    assert "met" not in page([table], "")


def test_figures_have_three_digits_and_a_unit() -> None:
    assert [milliseconds(0.0001234), milliseconds(1.5)] == ["0.123 ms", "1500 ms"]
    assert [in_seconds(0.4567), megabytes(48_700_000), times(1.0849)] == [
        "0.457 s",
        "48.7 MB",
        "1.08×",
    ]
