"""A mark as a sign and a colour; the sign alone is enough."""

from tutor.core.study import Mark, Part, Verdict

__all__ = ["Part", "colour", "of_verdict", "sign"]

_SIGNS: dict[Mark, tuple[str, str]] = {
    Mark.RIGHT: ("✓", "$success"),
    Mark.SPELLING: ("~", "$warning"),
    Mark.ROUNDING: ("~", "$warning"),
    Mark.WRONG: ("✗", "$error"),
    Mark.MISSED: ("○", "$warning"),
}


def sign(mark: Mark) -> str:
    """`✓`, `~`, `✗`, or `○` for what was missed."""
    return _SIGNS[mark][0]


def colour(mark: Mark) -> str:
    """The theme's variable for a mark."""
    return _SIGNS[mark][1]


def of_verdict(verdict: Verdict) -> Mark:
    """The mark of the whole: right, near (partly right or a slip), wrong."""
    marks = {part.mark for part in verdict.parts}
    if verdict.right:
        return next((mark for mark in (Mark.SPELLING, Mark.ROUNDING) if mark in marks), Mark.RIGHT)
    return Mark.WRONG if verdict.score <= 0 else Mark.SPELLING
