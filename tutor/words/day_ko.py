"""The words of a day's end and its limits, in Korean."""

SENTENCES: dict[str, str] = {}
