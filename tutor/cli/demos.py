"""Demos of all packs, found and opened with their words."""

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.wiring import packs_of
from tutor.words.demos import demo_sentence

if TYPE_CHECKING:
    from tutor.demo import Demo, DemoWords
    from tutor.packs import Pack


def demo_names(context: Context) -> "dict[str, Pack]":
    """The demos by name with the pack that each is taken from; later packs override."""
    from tutor.demo import names

    return {name: pack for pack in packs_of(context) for name in names(pack.root / "demos")}


def demo_words(name: str, folder: Path, context: Context) -> "DemoWords | None":
    """The words beside a demo; CannotError where they cannot be read."""
    from tutor.packs import read_demo_words
    from tutor.words.faults import fault_sentence

    file = folder / f"{name}.yaml"
    if not file.is_file():
        return None
    words, faults = read_demo_words(file)
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        raise CannotError("demo.failed", sentence=fault_sentence(errors[0], context.language))
    return words


def open_demo(name: str, context: Context) -> "Demo":
    """The demo of that name; CannotError if there is none, it is not trusted or it is broken."""
    from tutor.demo import DemoError, load

    known = demo_names(context)
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        code = "demo.none_near" if near else "demo.none"
        raise CannotError(code, name=name, near="".join(near))
    pack = known[name]
    if not pack.trusted:
        raise CannotError("demo.untrusted", name=name, pack=pack.root)
    folder = pack.root / "demos"
    try:
        return load(folder, name, demo_words(name, folder, context))
    except DemoError as error:
        sentence = demo_sentence(error, context.language)
        raise CannotError("demo.failed", sentence=sentence) from error
