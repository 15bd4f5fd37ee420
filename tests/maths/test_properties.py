from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.maths import cells, faults_in, one_line, pad, plain_text, typeset, unknown_commands

COMMANDS = r"""
\frac \sqrt \sum \hat \left( \right) \right. \left\{ \\ \begin{pmatrix} \end{pmatrix}
\begin{cases} \end{cases} \text{a} \overline \foo \alpha \max \underbrace \binom \not
\operatorname{f} \limits \, \middle| \cdot \sqrt[ ]
"""
PIECES = st.sampled_from(
    [
        *"{}^_&'()[]|~ xWQ12.,-+=",
        *COMMANDS.split(),
        "어텐션",
        "e\u0301",
        "\u0301",
        "\u200d",
        "\ufe0f",
        "\x00",
        "\n",
        "\\",
        "✂",
        "👍🏽",
    ]
)
TEX = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@settings(deadline=None, max_examples=400)
@given(TEX, st.none() | st.integers(0, 40))
def test_no_input_raises_and_every_row_is_equally_wide(tex: str, width: int | None) -> None:
    rows = typeset(tex, width)
    assert rows
    assert len({cells(row) for row in rows}) == 1
    assert not any("\n" in row for row in rows)
    if width is not None and len(rows) > 1:
        assert cells(rows[0]) <= width
    assert "\n" not in one_line(tex)
    assert plain_text(tex) is not None
    assert all(name.startswith("\\") for name in unknown_commands(tex))
    assert len(faults_in(tex)) <= 1


@settings(deadline=None)
@given(TEX)
def test_an_unknown_command_is_shown_as_it_is_written(tex: str) -> None:
    if not faults_in(tex):
        for name in unknown_commands(tex):
            assert name in one_line(tex)


@given(st.text(), st.integers(0, 60), st.sampled_from(["left", "right", "center"]))
def test_padding_never_cuts_a_text(text: str, width: int, align: str) -> None:
    assert text in pad(text, width, align)  # type: ignore[arg-type]  # drawn as str
