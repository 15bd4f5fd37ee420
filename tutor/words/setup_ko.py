"""The words of the settings screen, in Korean."""

SENTENCES: dict[str, str] = {}
