"""The conventions that a question's answer depends on, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from tutor.core.text import LANGUAGES, Language, Text, in_language
from tutor.words.say import say
from tutor.words.scene import Scene

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def convention_notes(scene: Scene, language: Language, *, fixed: bool) -> Iterator[str]:
    """The conventions on which the answer depends; with `fixed` the demo's notation as well."""
    demo = scene.demo
    shown = set(scene.needed())
    for name, value in scene.numbers.arguments.items():
        if name not in shown and _matters(name, value, scene):
            means = in_language(demo.conventions.get(name, ""), language)
            told = str(value).lower() if isinstance(value, bool) else str(value)
            code = "live.convention" if means else "live.convention.bare"
            yield say(code, language, name=name, value=told, means=means)
    if fixed:
        for name, text in demo.conventions.items():
            if name not in scene.numbers.arguments and _concerns(text, scene):
                yield in_language(text, language)


def _concerns(note: Text, scene: Scene) -> bool:
    """Whether a note of the demo's notation speaks of what is asked, or of no input at all.

    It is the same note in each language, though one may call a step by its name and another not.
    """
    said = " ".join(in_language(note, one) for one in LANGUAGES)
    spoken = set(_NAME.findall(said)) & {*scene.numbers.inputs, *scene.steps}
    return not spoken or not spoken.isdisjoint({*scene.needed(), scene.step.name})


def _matters(name: str, value: object, scene: Scene) -> bool:
    """Whether the asked step comes out otherwise under another setting of a convention."""
    others: Iterable[Any]
    if name in scene.demo.options:
        others = (option for option in scene.demo.options[name] if option != value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        others = (value + 1,)
    else:
        others = ()
    return any(_differs(scene, {name: other}) for other in others)


def _differs(scene: Scene, switched: Mapping[str, object]) -> bool:
    import numpy as np

    from tutor.demo import DemoError, run

    numbers = scene.numbers
    inputs = {**numbers.inputs, **numbers.arguments, **switched}
    try:
        steps = run(scene.demo.function, inputs, numbers.given)
    except DemoError:
        return True
    found = next((step for step in steps if step.name == numbers.step), None)
    return found is None or not np.array_equal(
        np.asarray(found.value), np.asarray(scene.step.value)
    )
