"""The words of quizzes, in Korean."""

SENTENCES: dict[str, str] = {}
