"""The learner's own text editor, and how it is told to open a file at a line."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PureWindowsPath

_FORMS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "vis", "elvis"), ("+{line}", "{file}")),
    **dict.fromkeys(("nano", "pico", "micro", "joe", "jed", "mg", "ne"), ("+{line}", "{file}")),
    **dict.fromkeys(("emacs", "emacsclient", "kak"), ("+{line}", "{file}")),
    **dict.fromkeys(("gvim", "mvim"), ("-f", "+{line}", "{file}")),
    **dict.fromkeys(("hx", "helix"), ("{file}:{line}",)),
    **dict.fromkeys(("code", "code-insiders", "codium"), ("--wait", "-g", "{file}:{line}")),
    **dict.fromkeys(("vscodium", "cursor", "windsurf"), ("--wait", "-g", "{file}:{line}")),
    **dict.fromkeys(("subl", "zed", "zeditor"), ("--wait", "{file}:{line}")),
    "mate": ("--wait", "--line", "{line}", "{file}"),
    "kate": ("--block", "--line", "{line}", "{file}"),
}
"""The arguments of each editor that is known: those behind its name; any other gets the file."""


def editor(
    environ: Mapping[str, str],
    *,
    windows: bool,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str] | None:
    """The words that start the learner's editor, None where none is set or found.

    `VISUAL`, else `EDITOR`, else what the system has: Notepad on Windows, nano or vi elsewhere.
    """
    for variable in ("VISUAL", "EDITOR"):
        named = environ.get(variable, "").strip()
        if named:
            return _words(named, windows=windows, which=which)
    names = ("notepad",) if windows else ("nano", "vi")
    for name in names:
        if found := which(name):
            return [found]
    return None


def at_line(words: Sequence[str], file: Path, line: int) -> list[str]:
    """The whole command that opens `file`, at `line` where the editor is known to be able to."""
    form = _FORMS.get(_name(words[0]), ("{file}",))
    filled = [part.replace("{line}", str(line)).replace("{file}", str(file)) for part in form]
    return [*words, *(part for part in filled if part not in words)]


def _words(named: str, *, windows: bool, which: Callable[[str], str | None]) -> list[str]:
    if whole := which(named):  # a path with spaces that nobody quoted
        return [whole]
    try:
        words = shlex.split(named, posix=not windows)
    except ValueError:  # a quote without its other half
        words = named.split()
    if windows:
        words = [word.strip('"') for word in words]
        words[:1] = [which(words[0]) or words[0]]  # `code` is a `code.cmd`, which has to be named
    return words


def _name(program: str) -> str:
    return PureWindowsPath(program).stem.lower()
