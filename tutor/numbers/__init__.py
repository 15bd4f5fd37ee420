"""Numbers as learners type them: reading, comparing and printing them."""

from tutor.numbers.comparing import Closeness, equal
from tutor.numbers.reading import read
from tutor.numbers.showing import matrix_lines, show
from tutor.numbers.values import NotRead, Value

__all__ = ["Closeness", "NotRead", "Value", "equal", "matrix_lines", "read", "show"]
