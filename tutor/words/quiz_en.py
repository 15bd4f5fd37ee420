"""The words of quizzes, in English."""

SENTENCES: dict[str, str] = {}
