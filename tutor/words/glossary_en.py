"""The words of the glossary, in English."""

SENTENCES: dict[str, str] = {}
