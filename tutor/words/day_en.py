"""The words of a day's end and its limits, in English."""

SENTENCES: dict[str, str] = {}
