"""The words of the first-run tour, in English."""

SENTENCES: dict[str, str] = {}
