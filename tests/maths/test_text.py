import subprocess
import sys

import pytest
from wcwidth import wcswidth, wcwidth

from tutor.maths import cells, pad, split_text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("plain", [(False, "plain")]),
        ("$x$", [(True, "x")]),
        ("a $x$ b", [(False, "a "), (True, "x"), (False, " b")]),
        (r"\$5 and $x$", [(False, "$5 and "), (True, "x")]),
        (r"$a \$ b$", [(True, r"a \$ b")]),
        ("$$x$$ then", [(True, "x"), (False, " then")]),
        ("costs $5", [(False, "costs $5")]),
        ("$x$$y$", [(True, "x"), (True, "y")]),
        ("$$", [(False, "$$")]),
    ],
)
def test_tex_stands_between_dollars(text: str, pieces: list[tuple[bool, str]]) -> None:
    assert split_text(text) == pieces


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("어텐션", 6), ("C̃ₜ", 2), ("√ Σ →", 5), ("", 0), ("a\tb", 2)],
)
def test_width_is_counted_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_widths_told_without_tables_are_those_of_the_tables() -> None:
    letters = [chr(code) for code in (*range(0x20, 0xD800), *range(0xE000, 0x10000))]
    assert [letter for letter in letters if cells(letter) != max(0, wcwidth(letter))] == []
    assert cells("가\u0302x\u0302 √2") == wcswidth("가\u0302x\u0302 √2") == 6


def test_common_signs_hangul_and_accents_need_no_tables() -> None:
    code = (
        "import sys; from tutor.maths import cells; cells('√가x\u0302 ≤ α₁'); print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "wcwidth" not in ran.stdout.split()


def test_padding_fills_up_to_a_width_in_cells() -> None:
    assert pad("값", 5) == "값   "
    assert pad("값", 5, "right") == "   값"
    assert pad("값", 5, "center") == " 값  "
    assert pad("값", 1) == "값"
