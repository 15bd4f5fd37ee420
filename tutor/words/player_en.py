"""What the demo player says in English, by code."""

SENTENCES: dict[str, str] = {}
