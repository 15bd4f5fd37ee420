"""The words of editing a card in one's editor, in Korean."""

SENTENCES: dict[str, str] = {}
