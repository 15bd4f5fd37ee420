import numpy as np
import pytest

from tutor.ui.player.values import read_cell, read_setting, read_whole, written

X = np.array([[1, 2], [3, 4]])


@pytest.mark.parametrize(
    ("typed", "cell"), [("5", 5), ("-0.5", -0.5), ("1/4", 0.25), ("sqrt(4)", 2), ("1,5", 1.5)]
)
def test_a_cell_takes_what_reads_as_one_number(typed, cell):
    assert read_cell(typed, X, (0, 1)) == [[1, cell], [3, 4]]


def test_whole_numbers_stay_whole_for_they_may_index():
    value = read_cell("5", X, (1, 1))
    assert np.array(value).dtype.kind == "i"


@pytest.mark.parametrize("typed", ["", "two", "[1, 2]", "1 2"])
def test_a_cell_takes_nothing_else(typed):
    assert read_cell(typed, X, (0, 0)) is None


def test_a_number_without_axes_is_replaced_as_it_is():
    assert read_cell("64", np.array(4), ()) == 64


def test_words_and_truths_are_read_as_such():
    assert read_cell(" dog ", np.array(["my", "cat"]), (1,)) == ["my", "dog"]
    assert read_cell("0", np.array([True, True]), (0,)) == [False, True]
    assert read_cell("", np.array(["my", "cat"]), (1,)) is None
    assert read_cell("maybe", np.array([True, True]), (0,)) is None


@pytest.mark.parametrize("typed", ["[[1, 0], [0, 1]]", "1, 0; 0, 1", "[1 0; 0 1]", "1, 0, 0, 1"])
def test_a_whole_array_is_typed_in_rows(typed):
    assert read_whole(typed, X) == [[1, 0], [0, 1]]


def test_a_whole_array_may_have_other_sizes_but_not_other_axes():
    assert read_whole("[[1, 2, 3], [4, 5, 6]]", X) == [[1, 2, 3], [4, 5, 6]]
    assert read_whole("[1, 2, 3]", X) is None
    assert read_whole("nothing", X) is None


def test_words_are_parted_by_blanks_or_commas():
    assert read_whole("my dog, too", np.array(["a", "b"])) == ["my", "dog", "too"]


def test_what_stands_there_can_be_typed_back():
    for array in (X, X / 4, np.array(2.5), np.array([0.1])):
        assert np.array_equal(read_whole(written(array), array), array)


def test_a_large_array_is_typed_from_nothing():
    assert written(np.zeros((64, 64))) == ""


def test_a_convention_stays_a_number_where_it_was_one():
    assert read_setting("1", 0) == 1
    assert read_setting("one", 0) is None
    assert read_setting(" pre ", "post") == "pre"
    assert read_setting(" ", "post") is None
