"""The words of the settings screen, in English."""

SENTENCES: dict[str, str] = {}
