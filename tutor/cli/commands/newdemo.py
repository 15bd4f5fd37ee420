"""`tutor new --demo`: a demo of one's own to begin with, opened in one's editor."""

import keyword
import re
from pathlib import Path
from typing import Final

from tutor.cli.context import CannotError, Context
from tutor.cli.opening import open_in_editor

_LONGEST: Final = 60
_OF_WINDOWS: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_OF_THE_DEMO: Final = frozenset({"np", "x", "w", "b", "z", "array", "step", "steps", "functions"})
"""What stands in the demo already, or is where packs keep what their demos share."""


def new_demo(name: str, context: Context) -> int:
    """Make `demos/NAME.py` and its words in the learner's own pack, and open the code.

    CannotError where the name cannot be one or is taken.
    """
    _check_name(name)
    code = context.home.pack / "demos" / f"{name}.py"
    words = code.with_suffix(".yaml")
    _check_free(name, code, context)
    told = {"name": name, "title": name.replace("_", " ").capitalize()}
    text = context.say("newdemo.code", **told)
    try:
        code.parent.mkdir(parents=True, exist_ok=True)
        for file, content in ((words, context.say("newdemo.words", **told)), (code, text)):
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotError(
            "newdemo.unwritable", file=error.filename or code, reason=reason
        ) from None
    print(context.say("newdemo.made", file=code, words=words))
    open_in_editor(code, _line_of(f"def {name}(", text), context)
    print(context.say("newdemo.next", name=name))
    return 0


def _check_name(name: str) -> None:
    near = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").lstrip("0123456789_")[:_LONGEST]
    near = near if near and _is_free(near) else f"my_{near or 'demo'}"
    fits = name.isidentifier() and name.isascii() and not name.startswith("_")
    if not fits or len(name) > _LONGEST:
        raise CannotError("newdemo.name", 2, name=name, near=near)
    if not _is_free(name):
        raise CannotError("newdemo.reserved", 2, name=name, near=near)


def _is_free(name: str) -> bool:
    """Whether a word means nothing else: to Python, to Windows, to the demo itself."""
    reserved = keyword.iskeyword(name) or keyword.issoftkeyword(name)
    return not reserved and name.casefold() not in _OF_WINDOWS | _OF_THE_DEMO


def _check_free(name: str, code: Path, context: Context) -> None:
    """Refuse a name that a file of the pack has, in whatever case, or another pack's demo."""
    from tutor.cli.demos import demo_names

    there = sorted(code.parent.glob("*")) if code.parent.is_dir() else []
    for file in there:
        if file.stem.casefold() == name.casefold() and file.suffix in (".py", ".yaml", ""):
            raise CannotError("newdemo.taken", file=file)
    known = demo_names(context)
    if name in known:
        near = f"my_{name}"
        raise CannotError("newdemo.overrides", name=name, pack=known[name].name, near=near)


def _line_of(begins: str, text: str) -> int:
    lines = text.split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(begins))
