"""What shows only when demos run: names that lead nowhere, draws that fail, traps that trap nobody.

Only the demos of trusted packs are run. Each fault stands at the line of the YAML that is to blame,
or at the line of the demo's own code.
"""

from collections.abc import Iterator, Mapping, Sequence
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Final

from tutor.core.cards import Place
from tutor.core.faults import Fault, Severity
from tutor.demo import Demo, DemoError, DemoWords, Draw, Trap, load, names
from tutor.live.drawing import draw_inputs
from tutor.live.errors import DrawError, LiveError
from tutor.live.expressions import expression
from tutor.live.traps import first_difference, with_trap
from tutor.maths import faults_in, unknown_commands
from tutor.packs.demos import read_demo_words
from tutor.packs.document import read_document
from tutor.packs.draws import names_used
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, child, flaw_at, nearest
from tutor.packs.sources import Pack

if TYPE_CHECKING:
    from tutor.demo.tracing import Run
    from tutor.packs.rehearsed import Rehearsed

SEEDS: Final = 20
"""How many draws of a demo are tried."""


def demo_faults(pack: Pack, rehearsed: "Rehearsed | None" = None) -> Iterator[Fault]:
    """The faults that show when the pack's demos are run, and the YAML that no demo goes with.

    What was `rehearsed` elsewhere and did harm there is told and not run here.
    """
    known = names(pack.demos)
    for path in sorted(pack.demos.glob("*.yaml")):
        if path.stem not in known:
            details = {"demo": path.stem, **nearest(path.stem, known)}
            yield Fault(Place(str(path), 1, 1), "demo-without-code", "", details)
    if pack.trusted:
        for name in known:
            yield from _faults_of(pack, name, rehearsed)


def _faults_of(pack: Pack, name: str, rehearsed: "Rehearsed | None") -> Iterator[Fault]:
    folder = pack.demos
    path = folder / f"{name}.yaml"
    words = read_demo_words(path)[0] if path.is_file() else None
    try:
        if rehearsed is not None:
            rehearsed.ensure(pack, name)
        demo = load(folder, name, words or DemoWords())
    except DemoError as error:
        place = Place(error.file or str(folder / f"{name}.py"), max(error.line, 1), 1)
        yield Fault(place, "demo-fails", "", problem(error, placed=False))
        return
    root = read_document(path.read_bytes()).root if words else None
    trial = _Trial(demo, root or MappingNode({}, 1, 1))
    if root is not None:
        for flaw in trial.flaws():
            place = Place(str(path), flaw.line, flaw.column)
            yield Fault(place, flaw.code, "", flaw.details, flaw.severity)
    yield from _code_faults(demo, trial)


def _code_faults(demo: Demo, trial: "_Trial") -> Iterator[Fault]:
    """What is wrong with the code where no number of the YAML shows it, and with its formulas."""
    if trial.untried and all(one.default is not one.empty for one in trial.parameters.values()):
        try:
            trial.run_traced({})
        except DemoError as error:
            place = Place(error.file or str(demo.file), max(error.line, 1), 1)
            yield Fault(place, "demo-fails", "", problem(error, placed=False))
    if trial.first is None:
        return
    run = trial.first[1]
    for step in run.steps:
        file, line = run.lines[step.name]
        for tex in (step.symbol, step.formula):
            for command in unknown_commands(tex):
                yield Fault(Place(file, line, 1), "unknown-tex", "", {"command": command})
            for reason in faults_in(tex):
                details = {"tex": tex[:60], "reason": reason}
                yield Fault(Place(file, line, 1), "malformed-tex", "", details)


def problem(error: DemoError, placed: bool = True) -> dict[str, str]:
    """The details of a fault that say what a demo complained of, here or in its own language."""
    shown = error if placed else DemoError(error.code, file="", line=0, **error.details)
    parts = {f"problem.{name}": value for name, value in error.details.items()}
    place = {"problem.file": shown.file, "problem.line": str(shown.line)}
    return {"problem": str(shown), "problem.code": error.code, **place, **parts}


class _Trial:
    """One demo, run with all that its YAML holds; `root` says where each word of it stands."""

    def __init__(self, demo: Demo, root: Node) -> None:
        self.demo = demo
        self.root = root
        self.parameters = signature(demo.function).parameters
        self.steps: dict[str, None] = {}
        self.untried = True
        self.first: tuple[Mapping[str, object], Run] | None = None

    def flaws(self) -> Iterator[Flaw]:
        yield from self.examples()
        yield from self.draws()
        yield from self.words()
        if self.first is not None:
            for number, trap in enumerate(self.demo.traps):
                yield from self.trap(trap, self.trap_node(trap, number), *self.first)

    def examples(self) -> Iterator[Flaw]:
        for number, example in enumerate(self.demo.examples):
            try:
                self.run_traced(example.inputs)
            except DemoError as error:
                at = child(self.root, "examples", number, "inputs")
                yield flaw_at(at, "example-fails", **problem(error))

    def draws(self) -> Iterator[Flaw]:
        """The first draw that fails; one is traced if no example could be."""
        from tutor.demo.running import run

        if self.demo.draw is None:
            return
        yield from _unused(self.demo.draw, tuple(self.parameters), self.root)
        for seed in range(SEEDS):
            try:
                inputs = draw_inputs(self.demo, seed)
                if self.first is None:
                    self.run_traced(inputs)
                self.check(inputs)
                self.steps.update((step.name, None) for step in run(self.demo.function, inputs))
            except DrawError as error:
                yield flaw_at(self.blamed(error), error.code, **error.details)
                return
            except DemoError as error:
                at = child(self.root, "draw")
                yield flaw_at(at, "draw-fails", seed=str(seed), **problem(error))
                return

    def run_traced(self, inputs: Mapping[str, object]) -> None:
        from tutor.demo.tracing import trace

        self.untried = False
        self.check(inputs)
        run = trace(self.demo.function, inputs)
        self.steps.update((step.name, None) for step in run.steps)
        self.first = self.first or (inputs, run)

    def check(self, inputs: Mapping[str, object]) -> None:
        """Raise `DemoError` where inputs are not what the demo's own words allow."""
        from tutor.demo.arguments import check_inputs

        check_inputs(self.demo, inputs)

    def blamed(self, error: DrawError) -> Node:
        """The condition or the quantity that a draw failed at."""
        where = self.demo.draw.where if self.demo.draw else ()
        for number, text in enumerate(where):
            if expression(text).text == error.details.get("condition"):
                return child(self.root, "draw", "where", number)
        return child(self.root, "draw", error.details.get("quantity", ""))

    def words(self) -> Iterator[Flaw]:
        """The names that stand in the YAML and nowhere in the demo."""
        arguments = tuple(self.parameters)
        for key in _keys(self.root, "inputs"):
            yield from _unknown(key, "argument", arguments)
        described = self.demo.conventions
        conventions = [
            name
            for name, one in self.parameters.items()
            if one.kind is Parameter.KEYWORD_ONLY and name not in described
        ]
        for key in _keys(self.root, "conventions"):
            # A notation such as `rows` may be described too, so only a slip of the pen is told.
            if key.value not in self.parameters and nearest(key.value, conventions):
                yield from _unknown(key, "argument", conventions)
        if not self.steps:
            return
        for name in ("steps", "pictures"):
            for key in _keys(self.root, name):
                yield from _unknown(key, "step", tuple(self.steps))
        for number in range(len(self.demo.examples)):
            for key in _keys(child(self.root, "examples", number), "expect"):
                yield from _unknown(key, "step", tuple(self.steps))

    def trap_node(self, trap: Trap, number: int) -> Node:
        """Where a trap stands; broken ones before it count in the file, not in the demo."""
        listed = child(self.root, "traps")
        found = [node for node in getattr(listed, "items", []) if node.text("id") == trap.id]
        return found[0] if found else child(listed, number)

    def trap(
        self, trap: Trap, node: Node, inputs: Mapping[str, object], right: "Run"
    ) -> Iterator[Flaw]:
        at, steps = child(node, "at"), tuple(self.steps)
        unknown = [*_unknown(at, "step", steps)] if isinstance(at, ScalarNode) else []
        for key in _keys(node, "with"):
            unknown += _unknown(key, "argument", tuple(self.parameters))
        if unknown:
            yield from unknown
            return
        try:
            wrong = with_trap(self.demo, inputs, trap)
        except DemoError as error:
            cause = error.__cause__
            while cause is not None and not isinstance(cause, LiveError):
                cause = cause.__cause__
            if cause is None:
                yield flaw_at(node, "trap-fails", id=trap.id, **problem(error))
            else:
                yield flaw_at(child(node, "value"), cause.code, **cause.details)
            return
        if first_difference(right, wrong) is None:
            yield flaw_at(node, "trap-same", id=trap.id)


def _keys(node: Node, name: str) -> Iterator[ScalarNode]:
    """The keys of the mapping that stands under `name`, none if there is none."""
    if isinstance(node, MappingNode) and name in node.entries:
        inner = node.entries[name][1]
        if isinstance(inner, MappingNode):
            for key, _ in inner.entries.values():
                yield key


def _unknown(key: ScalarNode, what: str, known: Sequence[str]) -> Iterator[Flaw]:
    """The flaw of a word that names no step or argument of the demo."""
    if key.value not in known:
        details = {"name": key.value[:60], "known": ", ".join(known)}
        yield flaw_at(key, f"unknown-{what}", **details, **nearest(key.value, tuple(known)))


def _unused(draw: Draw, arguments: Sequence[str], root: Node) -> Iterator[Flaw]:
    """A hint at each quantity that is no argument of the demo and that no other one needs."""
    used = set(names_used(draw))
    for key in _keys(root, "draw"):
        if key.value != "where" and key.value not in used and key.value not in arguments:
            details = {"quantity": key.value, "known": ", ".join(arguments)}
            flaw = flaw_at(key, "draw-unused", **details, **nearest(key.value, tuple(arguments)))
            flaw.severity = Severity.HINT
            yield flaw
