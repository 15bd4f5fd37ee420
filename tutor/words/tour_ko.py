"""The words of the first-run tour, in Korean."""

SENTENCES: dict[str, str] = {}
