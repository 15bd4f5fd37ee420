"""Writing a file of the learner's anew."""

import os
import shutil
from pathlib import Path


def save(file: Path, data: bytes) -> None:
    """Write a file so that a crash in between leaves the old one whole; makes its folders."""
    target = file.resolve()  # a link stays a link
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    new.write_bytes(data)
    if target.exists():
        shutil.copymode(target, new)
    os.replace(new, target)
