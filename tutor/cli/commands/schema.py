"""`tutor schema`: what a file of cards may hold, for editors, and the settings that name it."""

import argparse
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.streams import read_line

if TYPE_CHECKING:
    from tutor.packs.installing import Change


def schema(arguments: argparse.Namespace, context: Context) -> int:
    """Print a JSON Schema, or put what names the schemas into the settings of editors."""
    if arguments.install or arguments.remove:
        return _set_up(context, installed=arguments.install, sure=arguments.yes)
    if arguments.yes:
        raise CannotError("schema.only_yes", 2)
    from tutor.packs import json_schema

    print(json.dumps(json_schema(arguments.kind), ensure_ascii=False, indent=2))
    return 0


@dataclass(frozen=True, slots=True)
class _Editor:
    """An editor that can be set up: its name in codes, its file, and what would be done to it."""

    name: str
    file: Path
    planned: "Callable[[], Change | None]"


def _set_up(context: Context, *, installed: bool, sure: bool) -> int:
    """Show what would be done to each editor's settings, ask, and do it; 1 if anything was not."""
    from tutor.packs.beginning import write_schemas

    pack = context.home.pack.absolute()
    if installed:
        try:
            write_schemas(pack)
        except OSError as error:
            raise CannotError("edit.failed", file=pack, reason=error.strerror) from None
    done = [
        _Asking(context, editor, installed=installed).go_through(sure=sure)
        for editor in _editors(pack, context, installed=installed)
    ]
    return 0 if all(done) else 1


def _editors(pack: Path, context: Context, *, installed: bool) -> Iterator[_Editor]:
    """The editors of this machine; of one that is not there it is said that it is not."""
    from shutil import which

    from tutor.packs.installing import neovim, neovim_config, vscode

    file = pack / ".vscode" / "settings.json"
    yield _Editor("vscode", file, lambda: vscode(pack, installed=installed))
    config = neovim_config(context.environ, Path.home(), windows=os.name == "nt")
    if config.is_dir() or which("nvim", path=context.environ.get("PATH", "")):
        file = config / "after" / "lsp" / "yamlls.lua"
        yield _Editor("neovim", file, lambda: neovim(config, pack, installed=installed))
    else:
        print(context.say("schema.absent", editor=context.say("schema.neovim"), folder=config))


class _Asking:
    """The talk about one editor."""

    def __init__(self, context: Context, editor: _Editor, *, installed: bool) -> None:
        self.context = context
        self.editor = editor
        self.installed = installed

    def go_through(self, *, sure: bool) -> bool:
        """Say what would be done, ask unless that is `sure`, do it; whether all is as it shall be.

        CannotError where a file cannot be read or written.
        """
        from tutor.packs.installing import ByHandError, make

        try:
            change = self.editor.planned()
            if change is None:
                self.say("there" if self.installed else "not_there", file=self.editor.file)
                return True
            self.say("put" if self.installed else "take", file=change.file)
            print(change.lines.rstrip("\n"))
            if not sure and not self.agreed():
                self.say("left")
                return False
            make(change)
        except ByHandError as error:
            self.say("by_hand" if self.installed else "by_hand_out", file=error.file)
            print(error.lines.rstrip("\n"))
            return False
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise CannotError("edit.failed", file=self.editor.file, reason=reason) from None
        self.say("put_in" if self.installed else "taken_out")
        if self.installed:
            needs = f"schema.needs.{self.editor.name}"
            print(self.context.say(needs, pack=self.context.home.pack.absolute()))
        return True

    def agreed(self) -> bool:
        """Whether the learner says yes; the end of the input does not."""
        print(self.context.say("schema.sure"), end=" ")
        line = read_line()
        if line is None:
            print()
        return (line or "").strip().casefold() in ("y", "yes", "ㅛ", "예", "네")

    def say(self, code: str, **details: object) -> None:
        """A sentence about the editor."""
        name = self.context.say(f"schema.{self.editor.name}")
        print(self.context.say(f"schema.{code}", editor=name, **details))
