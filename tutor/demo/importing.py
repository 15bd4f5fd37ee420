"""Importing the modules of a pack's demos from what their files say, and from nothing else.

Python would run compiled code that lies beside a file (`__pycache__`) if only size and time of the
file fit: it may say something else than the file that somebody looked at and trusted.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import FileFinder, ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType
from typing import Final

PREFIX: Final = "tutor_demos_"
"""How the names begin of the packages that stand for folders of demos."""


class _FromSource(SourceFileLoader):
    """Compiles a file anew, and leaves nothing beside it."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


class _Finder:
    """Finds the modules of demos in their folders."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(PREFIX):
            return None
        for folder in path or ():
            spec = FileFinder(folder, (_FromSource, [".py"])).find_spec(fullname, target)
            if spec is not None and spec.loader is not None:
                return spec
        return None


def begin() -> None:
    """Have Python ask here first from now on."""
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
