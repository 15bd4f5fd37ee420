"""The words of editing a card in one's editor, in English."""

SENTENCES: dict[str, str] = {}
