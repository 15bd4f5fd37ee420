"""What `demos/NAME.yaml` says of a demo: its words and its published numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tutor.core.text import Text


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
class DemoWords:
    """The file `demos/NAME.yaml`; a demo without one has no words and no examples.

    `conventions` says what each keyword-only argument, or a fixed notation such as `rows`, means;
    `steps` gives the why of each step by its name.
    """

    title: Text = ""
    source: Text = ""
    conventions: Mapping[str, Text] = field(default_factory=dict)
    steps: Mapping[str, Text] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
