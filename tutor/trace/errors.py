"""What a demo may not do if its numbers are to explain themselves, each with its cure."""

SENTENCES: dict[str, str] = {
    "assigned": "`x[…] = …` changes a computed array in place; build a new one with "
    "`np.where(…)`, or grow a list and `np.stack` it",
    "assigned_plain": "`out[…] = …` writes a computed value into a plain array, which forgets how "
    "it was made; grow a list and `np.stack` it",
    "made_plain": "`{function}` forgets how the values it is given were made; join them with "
    "`np.stack` or `np.concatenate`, or use them as they are",
    "listed": "a list holds computed values where an array is needed; join them with `np.stack`",
    "number": "`{function}` of a computed value forgets how it was made; leave it an array",
    "module": "`{function}` takes no arrays; use NumPy's function of that name",
    "truth": "what a computed value decides by `if`, `while`, `and`, `or`, `not`, `max` or `min` "
    "cannot be followed; use `np.where`, `np.maximum`, `np.minimum`, `&`, `|` or `~`",
    "hashed": "a computed value as a key of a `dict` or in a `set` cannot be followed; compare "
    "whole arrays, as in `words[:, None] == vocab`, or use `np.unique`",
    "vectorized": "`np.vectorize` hands out plain numbers one by one; write the formula with "
    "whole arrays",
    "at": "`np.{function}.at` writes in place; multiply by a one-hot matrix instead",
    "written": "`{function}` writes in place; build a new array with `np.where` or `np.stack`",
    "output": "`out=` writes a computed value into another array; assign the result to a name",
    "unpacked": "`.{attribute}` forgets how the value was made; leave it an array",
    "attribute": "`.{attribute}` of an array is not traced; use the NumPy function for it",
    "function": "`{function}` is not traced; write it with operators, `np.sum`, `np.where`, "
    "`np.stack` and the like",
    "objects": "`{function}` makes an array of Python objects; keep to numbers, words or truth "
    "values",
}
"""A sentence for each code; the details of a refusal fill its braces."""


class Untraceable(TypeError):  # noqa: N818  # the name says what the operation is
    """A demo did something after which a value could not say any more how it was made.

    `code` is a key of `SENTENCES`, `details` fills that sentence. The place is the last frame of
    the traceback that stands in the demo's folder.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return SENTENCES[self.code].format(**self.details)


class UntraceableAttribute(Untraceable, AttributeError):  # noqa: N818  # as above
    """The same for an attribute, so that `hasattr` and `getattr` with a default still work."""
