"""The words of the glossary, in Korean."""

SENTENCES: dict[str, str] = {}
