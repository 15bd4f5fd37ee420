"""Appends rows to a store and prints the id of each as soon as it is acknowledged."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from tutor.core.log import Grade, RowKind
from tutor.store import Store

if __name__ == "__main__":
    path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with Store.open(path, lambda: datetime.now(UTC), name, patience=60) as store:
        for number in range(count):
            row = store.append(RowKind.ANSWER, f"{name}/{number}", grade=Grade.GOOD)
            sys.stdout.write(f"{row.id.hex()}\n")
            sys.stdout.flush()
