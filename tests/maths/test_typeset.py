from textwrap import dedent

import pytest

from tutor.maths import cells, typeset

PICTURES = [
    (
        r"\alpha_{1,i} = \frac{q^1 \cdot k^i}{\sqrt{d}}",
        """
                q¹·kⁱ
        α    = ───────
         1,i     √d
        """,
    ),
    (
        r"\mathrm{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V",
        """
               ⎛ Q Kᵀ ⎞
        softmax⎜──────⎟ V
               ⎜  __  ⎟
               ⎝ √dₖ  ⎠
        """,
    ),
    (
        r"\sum_{i=1}^{n} x_i^2",
        """
         n
         Σ  xᵢ²
        i=1
        """,
    ),
    (
        r"W^Q_f",
        """
         Q
        W
         f
        """,
    ),
    (
        r"\lfloor \frac{n+2p-k}{s} \rfloor + 1",
        """
        ⎢ n + 2p − k ⎥
        ⎢────────────⎥ + 1
        ⎣     s      ⎦
        """,
    ),
    (
        r"A = \begin{bmatrix} 1 & 20 \\ 3 & 4 \end{bmatrix}",
        """
        A = ⎡1  20⎤
            ⎣3  4 ⎦
        """,
    ),
    (
        r"f(x) = \begin{cases} x & x > 0 \\ 0 & x = 0 \\ -x & \text{otherwise} \end{cases}",
        """
               ⎧x   x > 0
        f(x) = ⎨0   x = 0
               ⎩−x  otherwise
        """,
    ),
    (
        r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
        """
        a = b + c
          = d
        """,
    ),
    (
        r"\left(\frac{a}{b}\right)^2",
        """
        ⎛ a ⎞²
        ⎜───⎟
        ⎝ b ⎠
        """,
    ),
    (
        r"\underbrace{a + b + c}_{n}",
        """
        a + b + c
        ╰───┬───╯
            n
        """,
    ),
    (
        r"\sqrt{\frac{1}{n}}",
        """
         ┌───
         │ 1
         │───
        ╲│ n
        """,
    ),
    (
        r"\sqrt[4]{x+1}",
        """
        4 _____
         √x + 1
        """,
    ),
    (
        r"\overline{x+y}",
        """
        _____
        x + y
        """,
    ),
    (
        r"\exp(\alpha_{1,j})",
        """
        exp(α   )
             1,j
        """,
    ),
]


@pytest.mark.parametrize(("tex", "picture"), PICTURES)
def test_a_formula_stands_in_two_dimensions(tex: str, picture: str) -> None:
    rows = [row.rstrip() for row in typeset(tex)]
    assert rows == [row.rstrip() for row in dedent(picture).strip("\n").splitlines()]


@pytest.mark.parametrize(
    "tex",
    [
        r"f_t \odot C_{t-1} + i_t \odot \tilde{C}_t",
        r"\sigma^2 - x'",
        r"\hat y = W^\top x",
        r"\sum_j A_j",
        r"\log_2 8",
    ],
)
def test_what_fits_on_a_row_takes_one(tex: str) -> None:
    assert len(typeset(tex)) == 1


def test_a_formula_too_wide_for_two_dimensions_comes_on_one_line() -> None:
    tex = r"\frac{aaaa+bbbb}{c}"
    assert len(typeset(tex, 13)) == 3
    assert typeset(tex, 12) == ["(aaaa + bbbb)/c"]


def test_korean_in_a_formula_counts_two_cells_a_syllable() -> None:
    rows = typeset(r"\frac{\text{맞은 수}}{n}")
    assert {cells(row) for row in rows} == {9}


def test_no_formula_is_one_empty_row() -> None:
    assert typeset("") == [""]
