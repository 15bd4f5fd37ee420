import pytest

from tutor.numbers import Closeness, Value, equal, read

RIGHT, ROUNDING, WRONG = Closeness.RIGHT, Closeness.ROUNDING, Closeness.WRONG


def _compare(given: str, right: str, tolerance: float | None = None) -> Closeness:
    values = read(given), read(right)
    assert isinstance(values[0], Value)
    assert isinstance(values[1], Value)
    return equal(values[0], values[1], tolerance)


@pytest.mark.parametrize(
    ("given", "right", "closeness"),
    [
        ("0.8808", "0.8808", RIGHT),
        ("0.881", "0.8808", RIGHT),
        ("88.1%", "0.8808", RIGHT),
        ("0,881", "0.8808", RIGHT),
        ("0.88", "0.8808", ROUNDING),
        ("88%", "0.8808", ROUNDING),
        (".88", "0.8808", ROUNDING),
        ("0.9", "0.8808", WRONG),
        ("0.880", "0.8808", WRONG),
        ("0.87", "0.8808", WRONG),
        ("22/25", "0.8808", WRONG),
        ("-0.881", "0.8808", WRONG),
        ("12", "12.34", ROUNDING),
        ("1.2e3", "1234.5", ROUNDING),
        ("0.0010", "0.000976", ROUNDING),
        ("0.001", "0.000976", WRONG),
        ("1e-10", "1.001e-10", RIGHT),
    ],
)
def test_three_significant_digits_are_asked_for(
    given: str, right: str, closeness: Closeness
) -> None:
    assert _compare(given, right) is closeness


@pytest.mark.parametrize(
    ("given", "right", "closeness"),
    [
        ("14", "14", RIGHT),
        ("112/sqrt(64)", "14", RIGHT),
        ("sqrt(2)^2", "2", RIGHT),
        ("14.01", "14", WRONG),
        ("1048575", "1048576", WRONG),
        ("1.05e6", "1048576", WRONG),
        ("0", "0", RIGHT),
        ("1e-6", "0", WRONG),
    ],
)
def test_whole_numbers_are_exact(given: str, right: str, closeness: Closeness) -> None:
    assert _compare(given, right) is closeness


@pytest.mark.parametrize(
    ("given", "tolerance", "closeness"),
    [("14.4", 0.5, RIGHT), ("14.6", 0.5, WRONG), ("14", 0, RIGHT), ("14.1", 0, WRONG)],
)
def test_a_stated_tolerance_is_absolute(given: str, tolerance: float, closeness: Closeness) -> None:
    assert _compare(given, "14", tolerance) is closeness


def test_no_tolerance_at_all_allows_no_rounding() -> None:
    assert _compare("0.88", "0.8808", 0) is WRONG


@pytest.mark.parametrize(
    ("given", "right", "closeness"),
    [
        ("1.75, 1.5", "1.75, 1.5", RIGHT),
        ("[1.75 1.5]", "1.75, 1.5", RIGHT),
        ("[1.75; 1.5]", "1.75, 1.5", RIGHT),
        ("1.5, 1.75", "1.75, 1.5", WRONG),
        ("0.98, 0.02", "0.9820, 0.0180", ROUNDING),
        ("1, 0", "0.9996, 0.0004", WRONG),
        ("0, 0.119, 0.881", "0, 0.1192, 0.8808", RIGHT),
        ("0.01, 0.119, 0.881", "0, 0.1192, 0.8808", WRONG),
        ("28x28x6", "(28, 28, 6)", RIGHT),
        ("28x28x6", "4704", RIGHT),
        ("4704", "28x28x6", WRONG),
        ("[1 2; 3 4]", "[[1, 2], [3, 4]]", RIGHT),
        ("[1 3; 2 4]", "[[1, 2], [3, 4]]", WRONG),
        ("[1 2 3 4]", "[[1, 2], [3, 4]]", WRONG),
        ("[1; 2]", "[[1, 2]]", WRONG),
        ("1,5", "1.5", RIGHT),
        ("1,5", "(1, 5)", RIGHT),
        ("100,200", "(100, 200)", RIGHT),
        ("[14]", "14", RIGHT),
    ],
)
def test_shapes_must_agree_up_to_the_way_of_writing(
    given: str, right: str, closeness: Closeness
) -> None:
    assert _compare(given, right) is closeness


def test_a_computed_value_compares_without_having_been_written() -> None:
    right = Value((2,), (14.000000000000002, 12.0))
    assert right.exact
    assert equal(Value((2,), (14.0, 12.0)), right, None) is RIGHT
    assert equal(Value((), (0.88,)), Value((), (0.8808,)), None) is WRONG
