"""The settings by which editors find the schemas of the learner's pack, put in and taken out.

What would be written is worked out first, as a `Change`, and only then written, so that it can be
shown and asked about. What somebody else wrote is never touched: where that cannot be helped there
is an `ByHandError` with the lines to put in.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from tutor.core.saving import save
from tutor.packs.beginning import SCHEMAS
from tutor.packs.jsonc import (
    NotJsonError,
    Object,
    member_indent,
    one_line,
    read_object,
    several_lines,
    with_member,
    without,
)

FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "concept": (
        "content/**/*.yaml",
        "content/**/*.yml",
        "!content/glossary.yaml",
        "!content/tracks.yaml",
    ),
    "glossary": ("content/glossary.yaml",),
    "tracks": ("content/tracks.yaml",),
}
"""The files of a pack that each schema is for, as patterns from the pack's folder on."""
_KEY: Final = "yaml.schemas"
_INDENT: Final = "  "
"""How deep a file of ours is indented; in `{}` of somebody else's it would be more."""
_MADE: Final = frozenset({".vscode", "lsp", "after"})
"""Folders that are made for a file of ours, and go with it."""
_BOM: Final = "\ufeff"
_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LUA_HEAD: Final = """\
-- Written by `tutor schema --install`; `tutor schema --remove` takes it away.
-- Neovim 0.11 and newer join it to the other settings of the language server `yamlls`.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A file, what it will hold (None: it will be gone), and the lines put in or taken out."""

    file: Path
    data: bytes | None
    lines: str


class ByHandError(Exception):
    """The file is not ours to change; `lines` are what would have to stand in it."""

    def __init__(self, file: Path, lines: str) -> None:
        super().__init__(str(file))
        self.file = file
        self.lines = lines


def make(change: Change) -> None:
    """Write what a change says; OSError where that cannot be."""
    if change.data is not None:
        save(change.file, change.data)
        return
    change.file.unlink()
    for folder in change.file.parents:
        if folder.name not in _MADE or any(folder.iterdir()):
            break
        folder.rmdir()


def vscode_settings(pack: Path) -> dict[str, list[str]]:
    """Each schema with its files, from the folder on that is opened in VS Code.

    Patterns are held against whole names and find nothing below a hidden folder, such as the
    `.local` in which packs mostly lie, unless they name it.
    """
    parts = pack.parts[1:]
    hidden = next((at for at, part in enumerate(parts) if part.startswith(".")), len(parts))
    below = "".join(f"{part}/" for part in parts[hidden:])
    return {f"{SCHEMAS}/{kind}.json": _below(below, kind) for kind in FILES}


def neovim_settings(pack: Path) -> dict[str, list[str]]:
    """Each schema with its files, both in full: Neovim's settings hold for every folder."""
    below = "".join(f"/{part}" for part in pack.parts[1:])  # a drive has more than one spelling
    return {(pack / SCHEMAS / f"{kind}.json").as_uri(): _below(f"{below}/", kind) for kind in FILES}


def _below(folder: str, kind: str) -> list[str]:
    """The patterns of a schema's files below a folder, as editors write names into URIs.

    They do not agree on signs such as brackets, which also mean something in patterns.
    """
    there = re.sub(r"[!$&'()*+,;=:@\\]", "*", quote(folder, safe="/!$&'()*+,;=:@\\"))
    return ["!" * name.startswith("!") + there + name.lstrip("!") for name in FILES[kind]]


def vscode(pack: Path, *, installed: bool) -> Change | None:
    """What to do so that VS Code's settings in the pack name the schemas, or name them no more.

    None where nothing is to be done. ByHandError where the file cannot be edited safely.
    """
    file = pack / ".vscode" / "settings.json"
    schemas = vscode_settings(pack)
    lines = _INDENT + several_lines(_KEY, schemas, _INDENT, "\n")
    fresh = f"{{\n{lines}\n}}\n"
    old = file.read_bytes() if file.exists() else None
    if old is None or not old.strip():
        return Change(file, fresh.encode(), lines) if installed else None
    if old == fresh.encode():
        return None if installed else Change(file, None, lines)
    if not installed and f"{SCHEMAS}/".encode() not in old:
        return None
    try:
        text = old.decode()
        mark = _BOM if text.startswith(_BOM) else ""
        edit = _put_in if installed else _taken_out
        new = mark + edit(text.removeprefix(_BOM), schemas)
    except (UnicodeDecodeError, NotJsonError):
        raise ByHandError(file, lines) from None
    return None if new == text else Change(file, new.encode(), lines)


def neovim(config: Path, pack: Path, *, installed: bool) -> Change | None:
    """What to do so that Neovim's language server knows the schemas, or knows them no more.

    None where nothing is to be done. ByHandError where the file was written by somebody else.
    """
    file = config / "after" / "lsp" / "yamlls.lua"
    text = _lua(neovim_settings(pack))
    old = file.read_bytes().decode(errors="replace") if file.exists() else ""
    ours = _QUOTED.sub("", old.replace("\r\n", "\n")) == _QUOTED.sub("", text)
    if not installed:
        return Change(file, None, text) if ours else None
    if old == text:
        return None
    if old.strip() and not ours:
        raise ByHandError(file, text)
    return Change(file, text.encode(), text)


def neovim_config(environ: Mapping[str, str], home: Path, *, windows: bool) -> Path:
    """The folder of Neovim's own settings."""
    if named := environ.get("XDG_CONFIG_HOME"):
        base = Path(named)
    elif windows:
        base = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = home / ".config"
    return base / (environ.get("NVIM_APPNAME") or "nvim")


def _lua(schemas: Mapping[str, list[str]]) -> str:
    lines = [
        f"        [{json.dumps(schema)}] = "
        f"{{ {', '.join(json.dumps(file, ensure_ascii=False) for file in files)} }},"
        for schema, files in schemas.items()
    ]
    head = "return {\n  settings = {\n    yaml = {\n      schemas = {\n"
    foot = "\n      },\n    },\n  },\n}\n"
    return _LUA_HEAD + head + "\n".join(lines) + foot


def _put_in(text: str, schemas: Mapping[str, Any]) -> str:
    """The settings with all schemas in them; NotJsonError where one is used otherwise."""
    root = read_object(text)
    held = _held(root)
    if held is None:
        return with_member(text, root, _KEY, schemas)
    for name, files in reversed([*schemas.items()]):
        there = held.member(name)
        if there is not None and there.value == files:
            continue
        if there is not None:
            if not _is_ours(there.value, files):
                raise NotJsonError(name)
            text = without(text, held, there)  # the pack lay elsewhere
            held = _held_in(text)
        text = with_member(text, held, name, files)
        held = _held_in(text)
    return text


def _taken_out(text: str, schemas: Mapping[str, Any]) -> str:
    """The settings without the schemas that stand there as they were put in."""
    root = read_object(text)
    whole, held = root.member(_KEY), _held(root)
    if whole is None or held is None:
        return text
    indent = member_indent(text, whole)
    newline = "\r\n" if "\r\n" in text[whole.start : whole.end] else "\n"
    ours = {name: held.member(name) for name in schemas}
    found = {
        name: there.value
        for name, there in ours.items()
        if there is not None and _is_ours(there.value, schemas[name])
    }
    made = one_line(_KEY, found)
    if indent is not None:
        made = several_lines(_KEY, found, indent, newline)
    if text[whole.start : whole.end] == made:
        return without(text, root, whole)
    for name in found:
        there = held.member(name)
        assert there is not None
        text = without(text, held, there)
        held = _held_in(text)
    return text


def _is_ours(value: Any, files: list[str]) -> bool:
    """Whether these are patterns that were put in, perhaps when the pack lay elsewhere."""
    ends = [re.fullmatch(r"(!?)(?:.*/)?(content/.*)", file) for file in files]
    return (
        isinstance(value, list)
        and len(value) == len(files)
        and all(
            isinstance(one, str) and end and one.startswith(end[1]) and one.endswith(end[2])
            for one, end in zip(value, ends, strict=True)
        )
    )


def _held_in(text: str) -> Object:
    """The object under the setting, which is there."""
    held = _held(read_object(text))
    assert held is not None
    return held


def _held(root: Object) -> Object | None:
    """The object under the setting, None where there is no such setting yet."""
    there = root.member(_KEY)
    if there is not None and there.held is None:
        raise NotJsonError(_KEY)
    return there.held if there else None
