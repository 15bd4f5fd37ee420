"""What can be wrong with an expression or a draw, as codes with the details that fill them."""

SENTENCES: dict[str, tuple[str, str]] = {
    # expressions: how they are written
    "expression-empty": ("there is no expression here", "write one such as `n - 1`"),
    "expression-long": (
        "the expression is longer than {longest} characters",
        "give the demo's module a function for it",
    ),
    "expression-deep": (
        "the expression is nested too deep",
        "give the demo's module a function for it",
    ),
    "expression-syntax": (
        "the expression `{text}` breaks off at character {at} ({problem})",
        "write it as Python does, for example `(n + 2*p - k) // s + 1`",
    ),
    "expression-caret": ("`^` is not a power", "write `**`"),
    "expression-forbidden": (
        "an expression may not hold `{part}`",
        "numbers, names, + - * / // % ** @, comparisons, brackets, slices, .T and .shape may stand "
        "in it, and calls of functions by name",
    ),
    "expression-attribute": (
        "`.{attribute}` may not stand in an expression",
        "only `.T` and `.shape` may; `{attribute}(x)` calls a function",
    ),
    "expression-keyword": (
        "the function `{function}` takes no `{keyword}` here",
        "known are: {known}",
    ),
    "expression-arguments": (
        "the function `{function}` is given {given} values",
        "give it {wanted}",
    ),
    # expressions: what their names stand for
    "expression-name": ("nothing is called `{name}` here", "known are: {known}"),
    "expression-name/near": ("nothing is called `{name}` here", "did you mean `{near}`?"),
    "expression-function": ("there is no function `{name}` here", "known are: {known}"),
    "expression-function/near": ("there is no function `{name}` here", "did you mean `{near}`?"),
    # expressions: what they come to
    "expression-large": (
        "`{text}` makes numbers or arrays that are too large",
        "make them smaller",
    ),
    "expression-condition": (
        "`{part}` is neither true nor false",
        "compare single numbers; `all(…)` and `any(…)` make one truth of an array, `where(…)` "
        "chooses cell by cell",
    ),
    "expression-operand": (
        "`{part}` is no number and no array of numbers",
        "calculate with numbers only",
    ),
    "expression-names-itself": (
        "`{function}(…)` only says what `{step}` is called",
        "write it out, with operations such as `exp`, `sum` and `/`",
    ),
    "expression-fails": ("`{text}` cannot be worked out ({problem})", "correct the expression"),
    # draws
    "draw-none": (
        "the demo `{demo}` does not say how its numbers are drawn",
        "write `draw` in its YAML",
    ),
    "draw-condition": (
        "none of {tries} draws met the condition `{condition}`",
        "widen the bounds or loosen the condition",
    ),
    "draw-bounds": (
        "for `{quantity}` there is nothing to draw between {least} and {most}",
        "write the smaller bound first, and leave room between the two",
    ),
    "draw-too-few": (
        "`{quantity}` asks for {wanted} different values, and there are {there}",
        "widen the bounds, or take `distinct` away",
    ),
    "draw-shape": (
        "`{quantity}` would have the shape {shape}",
        "give sizes that are whole numbers from 1 on, at most {largest} cells in all",
    ),
    "draw-value": (
        "`{quantity}` would be {value}, which is no finite number",
        "correct the expression, or exclude such draws by `where`",
    ),
    # questions
    "live-words": (
        "the step `{step}` holds words, which cannot be computed",
        "ask for a step of numbers",
    ),
    "live-truths": (
        "the step `{step}` holds truths, yes or no, which cannot be computed",
        "ask for a step of numbers",
    ),
    "live-not-finite": (
        "with the draw of seed {seed} the answer is infinite or no number",
        "exclude such draws by `where`",
    ),
}
"""What is wrong and the cure in English, by code; the details of an error fill the braces."""


class LiveError(Exception):
    """Something that an author or a learner wrote cannot be used.

    `code` is a key of `SENTENCES`, `details` fills its sentence; `near` among them, where it is
    not empty, is the known name that was probably meant.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        code = f"{self.code}/near" if self.details.get("near") else self.code
        return "; ".join(SENTENCES[code]).format(**self.details)


class ExpressionError(LiveError):
    """An expression that cannot be read, or that comes to nothing with the values given."""


class DrawError(LiveError):
    """A demo's numbers cannot be drawn as its `draw` says."""
