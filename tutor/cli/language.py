"""In which language the tutor speaks."""

import locale
from collections.abc import Mapping

from tutor.core.text import LANGUAGES, Language


def choose_language(environ: Mapping[str, str], setting: Language | None) -> Language:
    """`TUTOR_LANG`, else the setting, else the locale, else English.

    A `TUTOR_LANG` may be a whole locale (`ko_KR.UTF-8`); one in another language is passed over.
    """
    return _named(environ.get("TUTOR_LANG", "")) or setting or _of_locale(environ) or "en"


def is_overruled(environ: Mapping[str, str]) -> bool:
    """Whether `TUTOR_LANG` decides the language, whatever the setting is."""
    return _named(environ.get("TUTOR_LANG", "")) is not None


def _named(name: str) -> Language | None:
    short = name.strip().lower()[:2]
    rest = name.strip()[2:3]
    if rest.isalpha():  # `korean`, or a word that only begins alike
        return None
    return next((language for language in LANGUAGES if language == short), None)


def _of_locale(environ: Mapping[str, str]) -> Language | None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return _named(value)
    return _named(locale.getlocale()[0] or "")
