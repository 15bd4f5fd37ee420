"""What `demos/NAME.yaml` says of a demo: its words and its published numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tutor.core.draws import Draw, Drawn
from tutor.core.text import Text

__all__ = ["DemoWords", "Draw", "Drawn", "Example", "InputWords", "Picture", "Trap"]

Picture: TypeAlias = Literal["image", "curve"]
"""How a step may also be looked at: as an image of its cells, or each row as a curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Inputs with which a demo can be opened, and what their source printed for some steps.

    `inputs` are numbers, texts and nested lists of them, read by the YAML 1.2 core schema.
    `expect` maps a step's name to the printed result, its scalars left as the text that was
    printed ("0.8808"): the number of digits says how exact it is. It checks the demo and is never
    shown in place of a computed value.
    """

    inputs: Mapping[str, object]
    source: Text = ""
    expect: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputWords:
    """What an input means and which values it may take: whole numbers only, least and most."""

    means: Text = ""
    whole: bool = False
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A known wrong path: another value at one step, or other arguments of the demo.

    `value` is a safe expression over the inputs, the steps so far and the demo's own names at the
    step `at`; `arguments` (`with` in the file) replaces keyword-only arguments or inputs.
    """

    id: str
    say: Text
    at: str = ""
    value: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWords:
    """The file `demos/NAME.yaml`; a demo without one has no words and no examples.

    `conventions` says what each keyword-only argument, or a fixed notation such as `rows`, means;
    `steps` gives the why of each step by its name; `pictures` the steps worth looking at.
    """

    title: Text = ""
    source: Text = ""
    conventions: Mapping[str, Text] = field(default_factory=dict)
    inputs: Mapping[str, InputWords] = field(default_factory=dict)
    steps: Mapping[str, Text] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    draw: Draw | None = None
    traps: tuple[Trap, ...] = ()
