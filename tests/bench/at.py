"""Runs the tutor at a moment that is given: `python at.py 2025-01-31T09:00:00+09:00 due`."""

import sys
from datetime import datetime

from tutor.cli import main

now = datetime.fromisoformat(sys.argv.pop(1))
sys.exit(main(clock=lambda: now))
