import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.maths import cells
from tutor.ui.prose import blocks
from tutor.ui.setting import inline, set_text, unglued


def plain(text: str, width: int = 60) -> list[str]:
    return [line.plain.rstrip() for line in set_text(text, width)]


def test_lines_of_a_paragraph_are_joined_and_wrapped():
    assert plain("one two\nthree four", 9) == ["one two", "three", "four"]


def test_items_hang_under_their_first_word():
    assert plain("1. one two three", 10) == ["1. one two", "   three"]


def test_a_list_is_tight_and_set_apart_from_the_text_around_it():
    assert plain("a\n\n- b\n- c\n\nd") == ["a", "", "• b", "• c", "", "d"]


def test_nested_items_are_indented():
    assert plain("- a\n  - b\n- c") == ["• a", "  • b", "• c"]


def test_an_item_may_go_on_over_lines():
    assert plain("- a\n  b\n- c") == ["• a b", "• c"]


@pytest.mark.parametrize("text", [r"$$\frac{a}{b}$$", r"$\frac{a}{b}$", "$$\n\\frac{a}{b}\n$$"])
def test_a_formula_alone_on_its_line_stands_in_two_dimensions(text):
    lines = plain(f"x\n\n{text}\n\ny")
    assert lines[2].strip() == "a"
    assert lines[4].strip() == "b"


def test_a_formula_within_a_line_stays_on_it():
    assert plain(r"so $\frac{a}{b}$ it is") == ["so a/b it is"]


def test_a_short_formula_is_not_broken_at_its_spaces():
    assert plain("words and $d_k = 64$ here", 16) == ["words and", "dₖ = 64 here"]


def test_emphasis_code_and_escapes_lose_their_signs():
    assert plain(r"**bold** *it* `x*y` \*no\* a * b") == ["bold it x*y *no* a * b"]


def test_bold_before_a_korean_particle_is_bold():
    assert plain("**어텐션(attention)**은") == ["어텐션(attention)은"]


def test_brackets_are_never_read_as_markup():
    assert plain("W[red] and [/x] and [b]") == ["W[red] and [/x] and [b]"]


def test_a_table_keeps_its_alignment_and_its_formulas():
    lines = plain("| a | n |\n| --- | ---: |\n| $x|y$ | 10 |\n| z | 2 |")
    assert lines == ["a      n", "────────", "x|y   10", "z      2"]


def test_a_wide_table_wraps_its_cells():
    lines = set_text("| a | b |\n|---|---|\n| one two three | four five six |", 20)
    assert all(line.cell_length <= 20 for line in lines)


def test_headings_quotes_code_and_rules():
    lines = plain("# Title\n> said\n> so\n\n---\n```\na  b\n```", 10)
    assert lines == ["Title", "", "▏ said so", "", "─" * 10, "", "  a  b"]


def test_korean_is_wrapped_by_its_width():
    lines = set_text("가나다 라마바 사아자", 8)
    assert [line.plain.rstrip() for line in lines] == ["가나다", "라마바", "사아자"]


@given(
    st.text(alphabet="ab 가$\\{}*`|#->[]_1.\n^", max_size=80),
    st.integers(min_value=8, max_value=60),
)
def test_no_text_breaks_the_setting_and_text_lines_fit(text, width):
    kinds = {block.kind for block in blocks(text)}
    lines = set_text(text, width)
    if not kinds & {"code", "formula", "table"}:
        assert all(cells(line.plain.rstrip()) <= width for line in lines)


def test_glue_never_reaches_the_screen():
    assert unglued(inline("$a = b$")).plain == "a = b"
