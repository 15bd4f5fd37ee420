"""The terms of a field, each rendered one way throughout a pack."""

from dataclasses import dataclass

from tutor.core.text import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Forms of a term by language, as they stand in texts."""

    en: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term: what it is called in each language, and what it means in a sentence.

    `concept` is where it is taught, `also` are other forms that may stand for it, `avoid` (`not` in
    the file) those that may not. Where a text names a `strict` term in English, its Korean must
    name it too.
    """

    en: str
    ko: str
    means: Text
    concept: str = ""
    also: Forms = Forms()
    avoid: Forms = Forms()
    strict: bool = False

    def called(self, language: Language) -> str:
        """Its name in a language."""
        return self.ko if language == "ko" else self.en

    def place_in(self, language: Language) -> tuple[bool, str]:
        """What terms are sorted by in a language: no signs count, Latin stands behind Hangul."""
        name = "".join(filter(str.isalnum, self.called(language))).casefold()
        return language == "ko" and name[:1].isascii(), name

    def named_by(self, words: str) -> bool:
        """Whether one of its names, in either language, is or holds `words`, whatever the case."""
        wanted = " ".join(words.casefold().split())
        names = (self.en, self.ko, *self.also.en, *self.also.ko)
        return any(wanted in name.casefold() for name in names)
