"""`tutor demo`: the demo player, or a demo's steps as text or JSON."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.demos import (
    asked_inputs,
    asked_trap,
    demo_names,
    open_demo,
    open_from,
    saying,
    untrusted,
)
from tutor.cli.output import as_json, print_json
from tutor.cli.streams import screen_possible
from tutor.core.text import in_language
from tutor.demo import Demo, Step, Trap

if TYPE_CHECKING:
    from tutor.demo import Explained
    from tutor.packs import Pack
    from tutor.plain.demo import Difference
    from tutor.ui.player.state import Opening


def demo(arguments: argparse.Namespace, context: Context) -> int:
    """Without a name the demos there are, with one its steps, on the screen where there is one."""
    if not arguments.name:
        return _list(arguments, context)
    found = open_demo(arguments.name, context)
    if not (arguments.plain or arguments.json) and screen_possible(context.environ):
        return _play(found, arguments, context)
    with saying(context):
        told = _told(found, arguments)
    if arguments.json:
        _print_json(told, context)
    else:
        _print_lines(told, context)
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A run and the part of it that was asked for."""

    demo: Demo
    inputs: Mapping[str, object]
    conventions: Mapping[str, object]
    steps: Sequence[Step]
    chosen: str
    trap: Trap | None = None
    difference: "Difference | None" = None
    cell: "Explained | None" = None

    def shown(self, name: str) -> list[Step]:
        return [step for step in self.steps if name in ("", step.name)]


def _list(arguments: argparse.Namespace, context: Context) -> int:
    titles: dict[str, str] = {}
    untold: dict[Pack, str] = {}
    for name, pack in demo_names(context).items():
        if pack.trusted:
            titles[name] = _title(pack, name, context)
        else:
            untold.setdefault(pack, name)
    if arguments.json:
        print_json({"demos": [{"name": name, "title": titles[name]} for name in titles]})
        return 0
    width = max(map(len, titles), default=0)
    for name, title in titles.items():
        print(f"{name:<{width}}  {title}".rstrip())
    for pack, name in untold.items():
        print(
            f"tutor: {untrusted(pack, name, context).sentence(context.language)}", file=sys.stderr
        )
    return 0


def _title(pack: "Pack", name: str, context: Context) -> str:
    """A demo's title; nothing of a broken one, which must not hide the others."""
    try:
        return in_language(open_from(pack, name, context).title, context.language)
    except CannotError as error:
        print(f"tutor: {error.sentence(context.language)}", file=sys.stderr)
        return ""


def _play(found: Demo, arguments: argparse.Namespace, context: Context) -> int:
    """Open the player, on the numbers and at the place asked for; what is wrong is said before."""
    from tutor.cli.screen import open_screen

    opening: Opening = {}
    particular = arguments.given or arguments.step or arguments.cell or arguments.trap
    if particular or arguments.seed is not None:
        with saying(context), redirect_stderr(StringIO()):  # nothing may lie over the screen
            _told(found, arguments)
            if arguments.given:
                opening["inputs"] = asked_inputs(found, arguments.given, arguments.seed)
            elif arguments.seed is not None:
                opening["seed"] = arguments.seed
        opening |= {"step": arguments.step, "cell": arguments.cell, "trap": arguments.trap}
    return open_screen(context, demo=arguments.name, opening=opening)


def _told(found: Demo, arguments: argparse.Namespace) -> _Told:
    """The demo run as asked; traced only where that is needed, for not every demo can be."""
    trap = asked_trap(found, arguments.trap)
    inputs = asked_inputs(found, arguments.given, arguments.seed)
    if trap is None and not arguments.cell:
        told = _plain(found, inputs, arguments.step)
    else:
        told = _traced(found, inputs, arguments, trap)
    if not told.shown(arguments.step):
        known = ", ".join(step.name for step in told.steps)
        raise CannotError("demo.no_step", demo=found.name, step=arguments.step, known=known)
    return told


def _plain(found: Demo, inputs: Mapping[str, object], chosen: str) -> _Told:
    from tutor.demo import run
    from tutor.demo.arguments import arrays

    return _Told(
        demo=found,
        inputs=arrays(found.function, inputs),
        conventions={name: inputs[name] for name in found.defaults},
        steps=run(found.function, inputs),
        chosen=chosen,
    )


def _traced(
    found: Demo, inputs: Mapping[str, object], arguments: argparse.Namespace, trap: Trap | None
) -> _Told:
    from tutor.demo import trace

    run = right = trace(found.function, inputs)
    difference = None
    if trap is not None:
        from tutor.live.traps import first_difference, with_trap
        from tutor.plain.demo import difference_at

        run = with_trap(found, inputs, trap)
        at = first_difference(right, run)
        difference = None if at is None else difference_at(at, right, run)
    return _Told(
        demo=found,
        inputs=run.inputs,
        conventions=run.conventions,
        steps=run.steps,
        chosen=arguments.step,
        trap=trap,
        difference=difference,
        cell=run.cell(run.address(arguments.cell)) if arguments.cell else None,
    )


def _print_json(told: _Told, context: Context) -> None:
    found: dict[str, object] = {
        "demo": told.demo.name,
        "inputs": as_json(told.inputs),
        "conventions": as_json(told.conventions),
        "trap": None if told.trap is None else told.trap.id,
        "steps": [_step(step, told.demo, context) for step in told.shown(told.chosen)],
    }
    if told.cell is not None:
        found["cell"] = {
            "at": str(told.cell.at),
            "symbols": told.cell.symbols,
            "numbers": told.cell.numbers,
            "value": as_json(told.cell.value),
            "operands": [str(operand) for operand in told.cell.operands],
        }
    print_json(found)


def _step(step: Step, found: Demo, context: Context) -> dict[str, object]:
    return {
        "name": step.name,
        "symbol": step.symbol,
        "formula": step.formula,
        "shape": list(getattr(step.value, "shape", ())),
        "value": as_json(step.value),
        "why": in_language(found.why(step.name), context.language),
    }


def _print_lines(told: _Told, context: Context) -> None:
    from tutor.plain.demo import demo_lines

    # Of a cell its step is enough; a cell of an input has none.
    chosen = told.chosen or ("" if told.cell is None else told.cell.at.name)
    for line in demo_lines(
        told.demo,
        told.shown(chosen),
        {step.name: number for number, step in enumerate(told.steps, 1)},
        {**told.inputs, **told.conventions},
        context.language,
        trap=told.trap,
        difference=told.difference,
        cell=told.cell,
    ):
        print(line)
