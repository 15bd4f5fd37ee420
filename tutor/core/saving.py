"""Writing a file of the learner's anew."""

import errno
import os
import shutil
from pathlib import Path


def save(file: Path, data: bytes) -> None:
    """Write a file so that a crash in between leaves the old one whole; makes its folders.

    OSError where it cannot be written; a file that may only be read is not replaced either.
    """
    target = file.resolve()  # a link stays a link
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    new.write_bytes(data)
    if target.exists():
        shutil.copymode(target, new)
    os.replace(new, target)
