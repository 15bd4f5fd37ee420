"""What can be wrong with a demo, said in one line with the place and the cure."""

from tutor.trace.errors import SENTENCES as UNTRACEABLE

SENTENCES: dict[str, str] = {
    "no_demo": "there is no demo `{name}`{near}",
    "broken": "the demo cannot be loaded: {error}; correct this line",
    "no_function": "no demo in this file; write a generator function `def {function}(…)` "
    "that yields steps",
    "many_functions": "which of {functions} is the demo? name one of them `{function}`, "
    "or begin the others' names with `_`",
    "any_arguments": "`*{argument}` cannot be filled from a file; name each argument",
    "no_default": "the convention `{argument}` (a keyword-only argument) needs a default",
    "input_missing": "the input `{argument}` is missing; known inputs: {known}; "
    "give it by `--set {argument}=…`, or in an example in {words}",
    "input_unknown": "the demo takes no input `{argument}`{near}; known inputs: {known}",
    "input_unreadable": "the input `{argument}` is not a number, a text or an array of either; "
    "give rows of equal length",
    "not_a_generator": "the function yields no steps; write `yield Step(…)`",
    "no_steps": "the demo ends without a step; write "
    "`yield Step(name, symbol, formula, value)` for each formula",
    "not_a_step": "what was yielded is {given}, not a step; write "
    "`yield Step(name, symbol, formula, value)`",
    "step_name": "the step's name {given} is not usable; take ASCII letters, digits and `_`",
    "step_twice": "the step `{step}` stands twice; give each step a name of its own",
    "step_input": "the step `{step}` is named as an input is; give it a name of its own",
    "step_kind": "the step `{step}` yields {given}; yield an array of numbers, truth values or "
    "texts",
    "step_big": "the step `{step}` yields a whole number beyond 64 bits; make it a `float(…)`",
    "not_an_array": "the step `{step}` yields {given}; yield an array (`np.stack` joins a list)",
    "no_step": "the demo has no step `{step}`{near}; known steps: {known}",
    "sent_unreadable": "the value for the step `{step}` is not an array of numbers; "
    "give rows of equal length",
    "sent_shape": "the value for the step `{step}` has the shape {given}; it must be {shape}",
    "sent_fails": "the value for the step `{step}` cannot be computed: {error}",
    "convention": "the convention `{argument}` is switched to {given}; it can be one of: {known}",
    "convention_number": "the convention `{argument}` is switched to {given}; give a number",
    "input_text": "the input `{argument}` is a text; give numbers",
    "input_infinite": "the input `{argument}` holds an infinite number, or none; "
    "give finite numbers",
    "input_whole": "the input `{argument}` holds {given}; it takes whole numbers only",
    "input_range": "the input `{argument}` holds {given}; give {allowed}",
    "trace_differs": "traced, the step `{step}` comes out otherwise than by itself: it changes an "
    "array in place (write `x = x + …`, not `x += …` or `x[i] = …`) or an array of the module",
    "not_repeatable": "the step `{step}` comes out otherwise each time: the demo draws random "
    "numbers (make them an input) or changes an array of the module",
    "complex": "the step `{step}` holds complex numbers, which cannot be shown; "
    "calculate with the real and the imaginary parts",
    "between": "the step `{step}` is computed by way of {given}, which cannot be traced; "
    "calculate with numbers, truth values and texts alone",
    "trace_fails": "this line works by itself, but cannot be traced: {error}; "
    "use NumPy's functions and operators on whole arrays",
    "no_array": "the demo has no step or input `{name}`{near}; known: {known}",
    "many_arrays": "`{name}` is what {known} are shown as; give one of these names",
    "address": "`{given}` names no cell; write a name with an index, for example `{example}`",
    "cell": "`{given}` is no cell of `{name}`, whose shape is {shape}; "
    "write for example `{example}`",
    "cell_of_number": "`{given}` is no cell of `{name}`, which is a single number; "
    "write `{name}` alone",
    "raised": "{error}",
    "too_slow": "the demo took too long and was stopped at this line; let each loop come to an "
    "end, and compute with smaller arrays",
    "many_steps": "the demo yields more than {most} steps; let its loop come to an end",
    "step_large": "the step `{step}` yields {given} with more than {most} cells; "
    "yield a smaller one",
    "step_words": "symbol and formula of the step `{step}` are not both texts; write "
    "`Step(name, symbol, formula, value)` with three texts and a value",
    "input_changed": "this line changes an input in place; write `x = x + …`, not `x += …` or "
    "`x[i] = …`",
    "too_much_memory": "this line asks for more memory than a demo may have; compute with smaller "
    "arrays, and let each loop come to an end",
    "ends_program": "this line would end the whole program; take it out",
    "hangs": "the demo does not come back from a call at this line, and was killed; compute with "
    "smaller arrays, and wait for nothing",
    "crashes": "the demo brings Python down ({reason}); leave out what is not NumPy's",
    "untried": "the demo `{name}` has changed and is tried first; that takes a moment",
    **{f"untraceable_{code}": sentence for code, sentence in UNTRACEABLE.items()},
}
"""A sentence for each code; the details of an error fill its braces."""


_LONGEST = 300


class DemoError(Exception):
    """A demo that cannot be found, loaded or run, or values that do not fit it.

    `code` is a key of `SENTENCES`, `details` fills that sentence. `file` is empty and `line` 0
    where no line of a file is to blame.
    """

    def __init__(self, code: str, *, file: str = "", line: int = 0, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.file = file
        self.line = line
        self.details = details

    def __str__(self) -> str:
        place = ""
        if self.file:
            place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return place + SENTENCES[self.code].format(**self.details)


def near(given: str, known: tuple[str, ...]) -> str:
    """A question that names the known word nearest to `given`, or nothing."""
    import difflib

    found = difflib.get_close_matches(given, known, n=1, cutoff=0.6)
    return f"; did you mean `{found[0]}`?" if found else ""


def summary(error: BaseException) -> str:
    """An exception on one line: its type and the first line of what it says."""
    try:
        first = str(error).strip().partition("\n")[0][:_LONGEST]
    except Exception:  # an exception of a demo's own may not be able to say what it is
        first = ""
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
