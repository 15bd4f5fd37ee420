import pytest

from tutor.core.text import Words
from tutor.plain.prose import one_line_of, prose


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("# Heading\n\nText", ["Heading", "", "Text"]),
        ("**bold** and *slanted* and `code`", ["bold and slanted and code"]),
        ("2 * 3 and a*b", ["2 * 3 and a*b"]),
        ("costs \\$5", ["costs $5"]),
        (r"the root $\sqrt{d_k}$ of **$d_k$**", ["the root √(dₖ) of dₖ"]),
        ("- a list\n- of two", ["- a list", "- of two"]),
    ],
)
def test_marks_are_dropped_and_formulas_set(text: str, lines: list[str]) -> None:
    assert prose(text, "en") == lines


def test_a_text_is_told_in_the_language_asked_for_or_the_one_there_is() -> None:
    assert prose(Words(en="one", ko="하나"), "ko") == ["하나"]
    assert prose(Words(en="one"), "ko") == ["one"]


def test_a_text_of_several_lines_can_stand_on_one() -> None:
    assert one_line_of("a\n\n  b", "en") == "a b"


def test_emphasis_ends_before_a_korean_particle_too() -> None:
    assert prose("*완화*하지만 **없애지** 않습니다: a * b", "ko") == [
        "완화하지만 없애지 않습니다: a * b"
    ]
