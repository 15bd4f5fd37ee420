"""Missing identities, written into the files of packs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import Context

if TYPE_CHECKING:
    from tutor.packs import Pack


def write_ids(paths: Sequence[Path], context: Context, *, quiet: bool) -> dict[str, int]:
    """Write missing identities into the files; how many, by file. What stood there stays.

    Packs of others are written to only where they are named.
    """
    from tutor.cli.shelf import others_of
    from tutor.core.saving import save
    from tutor.packs.concepts import Source
    from tutor.packs.fixing import CannotFixError, with_ids
    from tutor.packs.sources import found_in

    fixed: dict[str, int] = {}
    others = set() if paths else others_of(context)
    for pack in packs_at(paths, context):
        for found in () if pack.root in others else found_in(pack).files:
            source = Source(found.file, pack.name, found.track)
            try:
                data, count = with_ids(found.path.read_bytes(), source)
                if count:
                    save(found.path, data)
                    fixed[found.file] = count
            except CannotFixError:
                print(context.say("check.not_fixed", file=found.file), file=sys.stderr)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                said = context.say("check.not_written", file=found.file, reason=reason)
                print(said, file=sys.stderr)
    if not quiet:
        for file, count in fixed.items():
            print(context.say("check.fixed", file=file, n=count))
    return fixed


def packs_at(paths: Sequence[Path], context: Context) -> "tuple[Pack, ...]":
    """The packs that a call is about: one for each path, or all where none is named."""
    from tutor.cli.shelf import packs_of
    from tutor.packs.sources import packs_of_files

    return packs_of_files(paths) if paths else packs_of(context)
