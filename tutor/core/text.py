"""Text in one or two languages."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text in English, Korean or both; an absent language is the empty string."""

    en: str = ""
    ko: str = ""


Text: TypeAlias = str | Words


def in_language(text: Text, language: Language) -> str:
    """The text in `language`, or in the other one where that is all there is."""
    if isinstance(text, str):
        return text
    if language == "ko":
        return text.ko or text.en
    return text.en or text.ko


def languages_of(text: Text) -> frozenset[Language]:
    """The languages a text can be read in; a plain text reads in each."""
    if isinstance(text, str):
        return frozenset(LANGUAGES)
    return frozenset(name for name in LANGUAGES if getattr(text, name))
