"""What first runs of demos have found, remembered as long as their files do not change."""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Final

from tutor.core.saving import save
from tutor.demo import DemoError, names
from tutor.packs.sources import Pack
from tutor.packs.trust import code_of

_VERSION: Final = 1
_REMEMBERED: Final = 500


class Rehearsed:
    """The outcomes of first runs, in a file that may be thrown away at any time."""

    _noted: ClassVar[dict[Path, dict[str, Any]]] = {}
    """The outcomes of this process, by file: that may not be writable."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def check(self, pack: Pack, name: str) -> bool:
        """Whether a demo was run as it is now; raises `DemoError` where that went wrong."""
        key = _keys(pack).get(name)
        if key is None:
            return True  # its files cannot be read: what opens it will say so
        outcome = self._kept().get(key, False)
        if isinstance(outcome, dict):
            with suppress(KeyError, TypeError):
                raise DemoError(
                    outcome["code"],
                    file=outcome["file"],
                    line=outcome["line"],
                    **outcome["details"],
                )
        return outcome is None

    def ensure(self, pack: Pack, name: str) -> None:
        """See to it that a demo has been run as it is now; raises `DemoError` as `check`."""
        if not pack.bundled and not self.check(pack, name):
            self.rehearse(pack)
            self.check(pack, name)

    def rehearse(self, pack: Pack, *, again: bool = False) -> None:
        """Run what was not run yet, `again` what went wrong too, and remember what came of it.

        Where no process can be started, or nothing be written, the demos pass.
        """
        from tutor.packs.rehearsing import rehearse

        keys, before = _keys(pack), self._kept()
        passed = {key for key, outcome in before.items() if outcome is None or not again}
        waiting = [name for name, key in keys.items() if key not in passed]
        if not waiting:
            return
        try:
            found = rehearse(pack.demos, waiting)
        except OSError:
            found = dict.fromkeys(waiting)
        outcomes = {keys[name]: _outcome(error) for name, error in found.items()}
        self._noted.setdefault(self.file, {}).update(outcomes)
        kept = {key: one for key, one in before.items() if key not in outcomes}
        latest = list({**kept, **outcomes}.items())[-_REMEMBERED:]
        with suppress(OSError):
            text = json.dumps({"version": _VERSION, "demos": dict(latest)})
            save(self.file, text.encode())

    def _kept(self) -> dict[str, Any]:
        return {**self._read(), **self._noted.get(self.file, {})}

    def _read(self) -> dict[str, Any]:
        try:
            read = json.loads(self.file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(read, dict) or read.get("version") != _VERSION:
            return {}
        demos = read.get("demos")
        return demos if isinstance(demos, dict) else {}


def _outcome(error: DemoError | None) -> dict[str, object] | None:
    if error is None:
        return None
    return {
        "code": error.code,
        "file": error.file,
        "line": error.line,
        "details": error.details,
    }


def _keys(pack: Pack) -> dict[str, str]:
    """What the run of each demo depends on, in short: all code of its pack, its words, Python."""
    try:
        code = code_of(pack.root)
    except OSError:
        return {}
    shared = hashlib.sha256(f"{pack.root.resolve()}\0{sys.version}".encode())
    for file in code:
        shared.update(f"\0{file.name}\0{file.sha256}".encode("utf-8", "surrogatepass"))
    keys = {}
    for name in names(pack.demos):
        own = shared.copy()
        own.update(f"\0{name}\0".encode())
        with suppress(OSError):
            own.update((pack.demos / f"{name}.yaml").read_bytes())
        keys[name] = own.hexdigest()
    return keys
