"""Finding the demos of a pack and loading them as one package."""

import ast
import hashlib
import importlib
import importlib.util
import inspect
import os
import re
import sys
import traceback
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from tutor.core.text import Text
from tutor.demo.blaming import is_interruption
from tutor.demo.deadline import OverTimeError, in_time
from tutor.demo.errors import DemoError, near, summary
from tutor.demo.importing import PREFIX, begin
from tutor.demo.steps import WRONG, DemoFunction, options_of
from tutor.demo.words import DemoWords, Draw, Example, InputWords, Picture, Trap

_LONGEST = 20.0
"""So many seconds a module may take: it may import what lies on a slow disk."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """A demo ready to run, with its words.

    `conventions` says what each convention means, `defaults` what each keyword-only argument is
    unless switched, `options` what it may be switched to (from its annotation, a `bool` or a
    `Literal`; absent where it may be anything); `whys` gives the why of each step by its name. A
    keyword-only argument that begins with `wrong_` is no convention but a wrong path for a trap.
    """

    name: str
    title: Text
    function: DemoFunction
    file: Path
    source: Text = ""
    conventions: Mapping[str, Text]
    defaults: Mapping[str, object]
    options: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    inputs: Mapping[str, InputWords] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    whys: Mapping[str, Text]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    draw: Draw | None = None
    traps: tuple[Trap, ...] = ()

    def why(self, step: str) -> Text:
        """The why of a step; a loop's (`h7`) is that of its latest step that has one (`h3`)."""
        if step in self.whys:
            return self.whys[step]
        stem = step.rstrip("0123456789")
        if stem == step:
            return ""
        numbers = (name.removeprefix(stem) for name in self.whys if name.startswith(stem))
        last = max((int(number) for number in numbers if number.isdecimal()), default=None)
        return "" if last is None else self.whys[f"{stem}{last}"]


def names(folder: Path) -> list[str]:
    """The demos in a folder, in alphabetical order; nothing of them is executed.

    A file is a demo when it holds a public generator function; one that Python cannot parse is
    listed too, so that opening it says what is wrong.
    """
    if not folder.is_dir():
        return []
    return sorted(file.stem for file in folder.glob("*.py") if _is_demo(file))


def load(folder: Path, name: str, words: DemoWords | None = None) -> Demo:
    """The demo `name` of a folder, its module executed; raises `DemoError`.

    The folder is one package, so that its modules share code by `from .functions import softmax`.
    It is loaded anew once any of its files has changed.
    """
    file = folder.resolve() / f"{name}.py"
    if not holds(folder, name):
        known = tuple(names(folder))
        raise DemoError("no_demo", name=name, near=near(name, known))
    if not _is_demo(file):
        raise DemoError("no_function", file=str(file), function=re.sub(r"\W", "_", name))
    module = _module(folder.resolve(), name, file)
    function = _function(module, name, file)
    words = words or DemoWords()
    title, source = _from_docstring(module, name)
    return Demo(
        name=name,
        title=words.title or title,
        function=function,
        file=file,
        source=words.source or source,
        conventions=words.conventions,
        defaults=_defaults(function, file),
        options=options_of(function),
        inputs=words.inputs,
        examples=words.examples,
        whys=words.steps,
        pictures=words.pictures,
        draw=words.draw,
        traps=words.traps,
    )


def holds(folder: Path, name: str) -> bool:
    """Whether the folder has a public module of that name, spelled so, be it a demo or not."""
    # Listed, not asked for: some file systems take `Attend.py` for `attend.py`.
    return not name.startswith("_") and folder.is_dir() and f"{name}.py" in os.listdir(folder)


def _is_demo(file: Path) -> bool:
    try:
        stat = file.stat()
    except OSError:
        return not file.name.startswith("_")
    return not file.name.startswith("_") and _defines(file, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4096)
def _defines(file: Path, changed: int, size: int) -> bool:
    """Whether the file holds a demo; asked again once it has changed."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError, RecursionError, OSError):
        return True
    return any(
        isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _yields(node)
        for node in tree.body
    )


def _yields(function: ast.FunctionDef) -> bool:
    """Whether the function itself yields, not one that it defines."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, _FUNCTIONS):
            waiting.extend(ast.iter_child_nodes(node))
    return False


def _module(folder: Path, name: str, file: Path) -> ModuleType:
    # Before time is counted: NumPy that was stopped half imported cannot be imported any more.
    import numpy  # noqa: F401

    package = _package(folder)
    module = f"{package}.{name}"
    try:
        # What a module prints must not come between the lines of a command's output.
        with redirect_stdout(sys.stderr):
            return in_time(partial(importlib.import_module, module), _LONGEST, whole=True)
    # A learner's demo must not close the tutor with it, so `exit()` and the like are caught too.
    except BaseException as error:
        if is_interruption(error):
            raise
        where, line = _blame(error, folder, file)
        if isinstance(error, OverTimeError):
            raise DemoError("too_slow", file=str(where), line=line) from error
        raise DemoError("broken", file=str(where), line=line, error=summary(error)) from error


def _package(folder: Path) -> str:
    """The name of the package that stands for a folder, made anew when its files have changed."""
    begin()
    name = PREFIX + hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    stats = [(file.name, file.stat()) for file in sorted(folder.glob("*.py"))]
    stamp = tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)
    present = sys.modules.get(name)
    if present is not None and vars(present).get("__stamp__") == stamp:
        return name
    for module in [key for key in sys.modules if key == name or key.startswith(name + ".")]:
        del sys.modules[module]
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    package = importlib.util.module_from_spec(spec)
    vars(package)["__stamp__"] = stamp
    sys.modules[name] = package
    importlib.invalidate_caches()
    return name


def _blame(error: BaseException, folder: Path, file: Path) -> tuple[Path, int]:
    """The line of the pack at which loading failed."""
    if isinstance(error, SyntaxError) and error.filename:
        return Path(error.filename), error.lineno or 0
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).parent == folder
    ]
    return (Path(frames[-1].filename), frames[-1].lineno or 0) if frames else (file, 0)


def _function(module: ModuleType, name: str, file: Path) -> DemoFunction:
    """The public generator function named as the module, else the only one."""
    found: dict[str, DemoFunction] = {
        key: value
        for key, value in vars(module).items()
        if not key.startswith("_")
        and inspect.isgeneratorfunction(value)
        and value.__module__ == module.__name__
    }
    wanted = re.sub(r"\W", "_", name)
    if wanted in found:
        return found[wanted]
    if not found:
        raise DemoError("no_function", file=str(file), function=wanted)
    if len(found) > 1:
        functions = ", ".join(f"`{key}`" for key in found)
        raise DemoError("many_functions", file=str(file), functions=functions, function=wanted)
    return next(iter(found.values()))


def _defaults(function: DemoFunction, file: Path) -> dict[str, object]:
    """The conventions as they are unless switched; a wrong path is none of them."""
    defaults: dict[str, object] = {}
    line = inspect.unwrap(function).__code__.co_firstlineno
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
            raise DemoError("any_arguments", file=str(file), line=line, argument=name)
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            if parameter.default is inspect.Parameter.empty:
                raise DemoError("no_default", file=str(file), line=line, argument=name)
            if not name.startswith(WRONG):
                defaults[name] = parameter.default
    return defaults


def _from_docstring(module: ModuleType, name: str) -> tuple[str, str]:
    """Title and source as the module's docstring gives them: `Title. Source.` on its first line."""
    first = (inspect.getdoc(module) or "").partition("\n")[0]
    title, _, source = first.partition(". ")
    return title.removesuffix(".") or name, source.removesuffix(".")
