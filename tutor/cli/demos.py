"""Demos of all packs, found and opened with their words, and what is asked of one."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.shelf import packs_of

if TYPE_CHECKING:
    from tutor.demo import Demo, DemoWords, Trap
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


def open_demo(name: str, context: Context, *, patient: bool = True) -> "Demo":
    """The demo of that name; CannotError if there is none, it is not trusted or it is broken.

    A changed one is first run elsewhere; without being `patient`, DemoError (`untried`) then.
    """
    from tutor.demo.loading import holds

    known = demo_names(context)
    if name in known:
        return open_from(known[name], name, context, patient=patient)
    for pack in packs_of(context):
        if pack.trusted and holds(pack.root / "demos", name):
            return open_from(pack, name, context)  # which says what keeps the file from being one
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    code = "demo.none_near" if near else "demo.none"
    raise CannotError(code, name=name, near="".join(near))


def open_from(pack: "Pack", name: str, context: Context, *, patient: bool = True) -> "Demo":
    """The demo of that name in a pack, as `open_demo`."""
    from tutor.demo import load

    if not pack.trusted:
        raise untrusted(pack, name, context)
    if not pack.bundled:
        _rehearse(pack, name, context, patient=patient)
    folder = pack.root / "demos"
    with saying(context):
        return load(folder, name, demo_words(name, folder, context))


def _rehearse(pack: "Pack", name: str, context: Context, *, patient: bool) -> None:
    """See to it that a demo has been run once, where it can do no harm."""
    from tutor.demo import DemoError
    from tutor.packs.rehearsed import Rehearsed

    rehearsed = Rehearsed(context.home.rehearsed)
    with saying(context):
        if patient:
            rehearsed.ensure(pack, name)
            return
        if rehearsed.check(pack, name):
            return
    raise DemoError("untried", name=name)


def rehearse_all(context: Context) -> None:
    """Run all demos once that have changed, each where it can do no harm."""
    from tutor.packs.rehearsed import Rehearsed

    for pack in packs_of(context):
        if pack.trusted and not pack.bundled:
            Rehearsed(context.home.rehearsed).rehearse(pack)


def untrusted(pack: "Pack", name: str, context: Context) -> CannotError:
    """Why a demo of a pack is not run, and what may change that."""
    from tutor.packs.trust import Trust

    changed = Trust(context.home.trust).before(pack.root) is not None
    code = "demo.changed" if changed else "demo.untrusted"
    return CannotError(code, name=name, pack=pack.name, command=trust_command(pack))


def trust_command(pack: "Pack") -> str:
    """What one types to look at a pack's code and trust it."""
    import shlex

    return f"tutor trust {shlex.quote(pack.name)}"


@contextmanager
def saying(context: Context) -> Iterator[None]:
    """What is wrong with a demo, or with what it is given, becomes a CannotError."""
    from tutor.demo import DemoError
    from tutor.live.errors import LiveError

    try:
        yield
    except DemoError as error:
        from tutor.words.demos import demo_sentence

        sentence = demo_sentence(error, context.language)
        raise CannotError("demo.failed", sentence=sentence) from error
    except LiveError as error:
        from tutor.words.live import live_sentence

        sentence = live_sentence(error, context.language)
        raise CannotError("demo.failed", sentence=sentence) from error


def asked_inputs(found: "Demo", given: Sequence[str], seed: int | None) -> dict[str, object]:
    """The inputs and conventions to run with: the first example's, or drawn, then `--set`'s.

    CannotError where a text of `given` cannot be read, DemoError where a value does not fit and
    LiveError where none can be drawn.
    """
    from tutor.demo import check_inputs

    inputs = {**found.defaults, **_numbers(found, seed)}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise CannotError("demo.set", 2, given=text)
        inputs[name.strip()] = _value(name.strip(), value, text)
    check_inputs(found, inputs)
    return inputs


def asked_trap(found: "Demo", name: str) -> "Trap | None":
    """The trap of that id, None for no name; CannotError where there is none."""
    if not name:
        return None
    known = {trap.id: trap for trap in found.traps}
    if not known:
        raise CannotError("demo.no_traps", demo=found.name)
    if name not in known:
        raise CannotError("demo.no_trap", demo=found.name, trap=name, known=", ".join(known))
    return known[name]


def _numbers(found: "Demo", seed: int | None) -> Mapping[str, object]:
    if seed is None:
        return found.examples[0].inputs if found.examples else {}
    if found.draw is None:
        raise CannotError("demo.no_draw", demo=found.name)
    from tutor.live.drawing import draw_inputs

    return draw_inputs(found, seed)


def _value(name: str, value: str, text: str) -> object:
    from tutor.demo import DemoError
    from tutor.packs.document import read_document
    from tutor.packs.shapes import core_value

    document = read_document(value.encode())
    flaws = list(document.flaws)
    found = None if document.root is None else core_value(document.root, flaws)
    if any(flaw.code == "not-finite" for flaw in flaws):
        raise DemoError("input_infinite", argument=name)
    if found is None or flaws:
        raise CannotError("demo.set", 2, given=text)
    return found
