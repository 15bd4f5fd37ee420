"""`tutor demo`: the demo player, or a demo's steps as text or JSON."""

import argparse

from tutor.cli.context import CannotError, Context
from tutor.cli.demos import demo_names, open_demo
from tutor.cli.output import as_json, print_json
from tutor.cli.streams import screen_possible
from tutor.core.text import in_language
from tutor.demo import Demo, DemoError, Step
from tutor.words.demos import demo_sentence


def demo(arguments: argparse.Namespace, context: Context) -> int:
    """Without a name the demos there are, with one its steps, on the screen where there is one."""
    if not arguments.name:
        return _list(arguments, context)
    asked_for_text = arguments.plain or arguments.json or arguments.given or arguments.step
    if not asked_for_text and screen_possible(context.environ):
        from tutor.cli.screen import open_screen

        open_demo(arguments.name, context)  # so that a wrong name is said before a screen opens
        return open_screen(context, demo=arguments.name)
    return _run(arguments, context)


def _list(arguments: argparse.Namespace, context: Context) -> int:
    titles = {
        name: in_language(open_demo(name, context).title, context.language)
        for name, pack in demo_names(context).items()
        if pack.trusted
    }
    if arguments.json:
        print_json({"demos": [{"name": name, "title": titles[name]} for name in titles]})
        return 0
    width = max(map(len, titles), default=0)
    for name, title in titles.items():
        print(f"{name:<{width}}  {title}")
    return 0


def _run(arguments: argparse.Namespace, context: Context) -> int:
    found = open_demo(arguments.name, context)
    inputs, conventions = _inputs(found, arguments.given, context)
    try:
        from tutor.demo import run

        steps = run(found.function, {**inputs, **conventions})
    except DemoError as error:
        sentence = demo_sentence(error, context.language)
        raise CannotError("demo.failed", sentence=sentence) from error
    chosen = _chosen(steps, arguments.step, found)
    if arguments.json:
        print_json(
            {
                "demo": found.name,
                "inputs": as_json(inputs),
                "conventions": as_json(conventions),
                "trap": None,
                "steps": [_row(step, found, context) for step in chosen],
            }
        )
        return 0
    from tutor.plain.demo import demo_lines

    numbers = {step.name: number for number, step in enumerate(steps, 1)}
    for line in demo_lines(found, chosen, numbers, {**inputs, **conventions}, context.language):
        print(line)
    return 0


def _chosen(steps: list[Step], name: str, found: Demo) -> list[Step]:
    chosen = [step for step in steps if name in ("", step.name)]
    if not chosen:
        known = ", ".join(step.name for step in steps)
        raise CannotError("demo.no_step", demo=found.name, step=name, known=known)
    return chosen


def _row(step: Step, found: Demo, context: Context) -> dict[str, object]:
    return {
        "name": step.name,
        "symbol": step.symbol,
        "formula": step.formula,
        "shape": list(getattr(step.value, "shape", ())),
        "value": as_json(step.value),
        "why": in_language(found.whys.get(step.name, ""), context.language),
    }


def _inputs(
    found: Demo, given: list[str], context: Context
) -> tuple[dict[str, object], dict[str, object]]:
    """The first example's inputs and the conventions, with what `--set` puts in their place."""
    inputs = dict(found.examples[0].inputs) if found.examples else {}
    conventions = dict(found.defaults)
    for name in list(inputs):
        if name in conventions:
            conventions[name] = inputs.pop(name)
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise CannotError("demo.set", 2, given=text)
        place = conventions if name in conventions else inputs
        place[name.strip()] = _value(value, text)
    return inputs, conventions


def _value(value: str, text: str) -> object:
    from tutor.packs.document import read_document
    from tutor.packs.shapes import core_value

    document = read_document(value.encode())
    flaws = list(document.flaws)
    found = None if document.root is None else core_value(document.root, flaws)
    if found is None or flaws:
        raise CannotError("demo.set", 2, given=text)
    return found
