"""What the demo player says in Korean, by code."""

SENTENCES: dict[str, str] = {}
