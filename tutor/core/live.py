"""What a live question asks with numbers of its own, and what a wrong answer turns out to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from tutor.core.text import Text

Index: TypeAlias = tuple[int, ...]
"""Where a cell stands in an array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of one live question: all that is needed to show and to judge it once more.

    `inputs` fills the demo's arguments, `arguments` its conventions; `given` holds the steps that
    the question shows, rounded as shown, and that the demo goes on with. `cells` are the cells of
    `step` that are asked, `shape` the shape in which they are typed, `key` their exact values in
    that order. `tolerance` is absolute; None stands for half a unit of the third significant digit,
    and for equality where all are whole. `aim` is the trap that the draw exposes.
    """

    demo: str
    step: str
    seed: int
    inputs: Mapping[str, object]
    arguments: Mapping[str, object] = field(default_factory=dict)
    given: Mapping[str, object] = field(default_factory=dict)
    cells: tuple[Index, ...]
    shape: tuple[int, ...]
    key: tuple[float, ...]
    tolerance: float | None = None
    aim: str = ""


class Cause(StrEnum):
    """What kind of thing explains a wrong number, in the order in which they are looked for."""

    TRAP = "trap"
    """A known wrong path that the demo's author described."""
    STEP = "step"
    """The right value of another step or an input."""
    STRUCTURE = "structure"
    """The right numbers in another order, shape, sign or scale."""
    EDIT = "edit"
    """The computation with a single operation changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One thing that the learner may have done, which gives exactly the numbers that were typed.

    `say` is an author's text; without it `code` names a sentence that `details` fills. `step` is
    where the path leaves the right one, `edit` finds a changed operation again. `operation` is the
    formula's operation in the demo's signs, to be pointed at. What is not `sure` fits a single
    small whole number, as many slips would: it is said with an if, and never asserted.
    """

    cause: Cause
    step: str
    say: Text = ""
    code: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    trap: str = ""
    edit: str = ""
    operation: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What can be said of a wrong answer: several explanations are a tie, none is asserted then.

    `right` holds for each asked cell whether it was right; `first` is the first that was not.
    """

    explanations: tuple[Explanation, ...]
    right: tuple[bool, ...] = ()
    first: Index | None = None
