"""What is known of demos without running them: their steps and inputs, from their YAML alone."""

import ast
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tutor.packs.sources import BUNDLED, Pack, bundled_root


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a demo's YAML mentions, in its order; all empty where there is none.

    `steps` are those that it describes or prints results of, `inputs` all that may be handed in,
    `drawn` the quantities that it draws.
    """

    steps: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A demo of a pack, not opened yet."""

    name: str
    pack: Pack
    known: Known

    def mentions(self, name: str) -> bool:
        """Whether a name is an argument or a text in the demo's code or what it imports beside it.

        The YAML need not describe every step, so a name is unknown only if it is not here either.
        """
        waiting, seen = [self.name], set[str]()
        while waiting:
            stem = waiting.pop()
            seen.add(stem)
            try:
                tree = ast.parse((self.pack.demos / f"{stem}.py").read_bytes())
            except OSError:
                continue
            except (SyntaxError, ValueError, RecursionError):
                return True  # nobody can tell; opening the demo says what is wrong with it
            for node in ast.walk(tree):
                match node:
                    case ast.Constant(value=found) | ast.arg(arg=found) if found == name:
                        return True
                    case ast.ImportFrom(module=str(module), level=1) if module not in seen:
                        waiting.append(module)
        return False


@dataclass(slots=True)
class Demos:
    """The demos of packs, found by name: those of later packs first, the bundled ones always.

    With a cache the YAML of a demo is read only if it has changed.
    """

    packs: Sequence[Pack]
    cache: MutableMapping[str, bytes] | None = None
    _found: dict[str, Outline | None] = field(default_factory=dict)

    def find(self, name: str) -> Outline | None:
        """The demo of that name, if a pack has one; nothing of it is executed."""
        if name not in self._found:
            self._found[name] = self._look(name)
        return self._found[name]

    def names(self) -> tuple[str, ...]:
        """The names of all that may be demos, to find the nearest one among them."""
        found = {path.stem for pack in self._places() for path in pack.demos.glob("*.py")}
        return tuple(sorted(name for name in found if not name.startswith("_")))

    def _places(self) -> list[Pack]:
        places = [pack for pack in reversed(self.packs) if pack.root.is_dir()]
        if not any(pack.bundled for pack in places):
            places.append(Pack(BUNDLED, bundled_root(), trusted=True))
        return places

    def _look(self, name: str) -> Outline | None:
        for pack in self._places():
            if (pack.demos / f"{name}.py").is_file():
                return Outline(name, pack, self._known(pack, name))
        return None

    def _known(self, pack: Pack, name: str) -> Known:
        path = pack.demos / f"{name}.yaml"
        try:
            if self.cache is None:
                return known_names(path.read_bytes())
            state = path.stat()
            return _through(self.cache, pack, path, (state.st_size, state.st_mtime_ns))
        except OSError:
            return Known()


def known_names(data: bytes) -> Known:
    """The names in the bytes of a demo's YAML; never raises, whatever they are."""
    from tutor.packs.document import read_document
    from tutor.packs.nodes import MappingNode, SequenceNode, child

    root = read_document(data).root

    def keys(*path: str | int) -> list[str]:
        at = root
        for step in path:
            before, at = at, child(at, step) if at is not None else None
            if at is before:
                return []
        return list(at.entries) if isinstance(at, MappingNode) else []

    listed = None if root is None else child(root, "examples")
    count = len(listed.items) if isinstance(listed, SequenceNode) else 0
    expected = [name for number in range(count) for name in keys("examples", number, "expect")]
    given = [name for number in range(count) for name in keys("examples", number, "inputs")]
    drawn = [name for name in keys("draw") if name != "where"]
    inputs = [*keys("inputs"), *given, *([] if given else drawn), *keys("conventions")]
    return Known(
        steps=tuple(dict.fromkeys([*keys("steps"), *expected])),
        inputs=tuple(dict.fromkeys(inputs)),
        drawn=tuple(drawn),
    )


def _through(
    cache: MutableMapping[str, bytes], pack: Pack, path: Path, state: tuple[int, int]
) -> Known:
    import msgspec

    from tutor.packs.cache import through

    def read(data: bytes) -> tuple[Known, bytes]:
        made = known_names(data)
        return made, msgspec.msgpack.encode(made)

    def known(content: msgspec.Raw) -> Known | None:
        try:
            return msgspec.msgpack.decode(content, type=Known)
        except msgspec.MsgspecError:
            return None

    return through(cache, f"{pack.name}\0{path}\0outline", path, state, read, known)
