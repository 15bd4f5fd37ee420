"""What the bundled glossary keeps to; `check` itself holds the texts against it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tutor.core.text import LANGUAGES, Language, in_language, languages_of
from tutor.packs import Pack, bundled_root, open_library
from tutor.packs.glossary import read_glossary

PACK = Pack("bundled", bundled_root(), trusted=True)
GLOSSARY = read_glossary(PACK)
LIBRARY = open_library([PACK], None)
HANGUL = re.compile("[가-힣]")


def texts(value: object, language: Language) -> Iterator[str]:
    """All that a file says in a language, what is said in both included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, language)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in LANGUAGES or key == language:
                yield from texts(item, language)


@cache
def said_in(concept: str, language: Language) -> str:
    """All texts of a concept and of its demo in a language, in small letters, on one line."""
    found = LIBRARY.concepts[concept]  # type: ignore[index]  # a name from a file
    files = [Path(found.place.file)]
    if found.demo:
        files.append(PACK.demos / f"{found.demo}.yaml")
    said: list[str] = []
    for file in files:
        value = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        said += texts(value, language)
    return re.sub(r"[*{}]", "", " ".join(" ".join(said).split())).casefold()


def test_the_glossary_can_be_read_whole() -> None:
    assert GLOSSARY.faults == ()
    assert len(GLOSSARY.terms) >= 90


def test_a_term_means_one_sentence_in_each_language() -> None:
    for term in GLOSSARY.terms:
        assert languages_of(term.means) == frozenset(LANGUAGES), term.en
        english, korean = (in_language(term.means, language) for language in LANGUAGES)
        assert english.endswith("."), term.en
        assert korean.endswith("다."), term.en
        assert not HANGUL.search(english), term.en
        assert len(re.findall(r"\.(?: |$)", english)) == 1, term.en


def test_no_two_terms_have_one_name_and_no_form_is_ruled_out_elsewhere() -> None:
    for language in LANGUAGES:
        names = [term.called(language).casefold() for term in GLOSSARY.terms]
        assert len(names) == len(set(names))
        avoided = {form for term in GLOSSARY.terms for form in getattr(term.avoid, language)}
        allowed = {form for term in GLOSSARY.terms for form in getattr(term.also, language)}
        assert avoided.isdisjoint({*names, *allowed})


def test_a_concept_that_teaches_a_term_names_it_in_both_languages() -> None:
    for term in GLOSSARY.terms:
        for language in LANGUAGES if term.concept else ():
            forms = (term.called(language), *getattr(term.also, language), term.en)
            said = said_in(term.concept, language)
            assert any(form.casefold() in said for form in forms), (term.en, language)


def test_most_terms_must_be_said_in_korean_wherever_the_english_says_them() -> None:
    strict = [term for term in GLOSSARY.terms if term.strict]
    assert len(strict) >= 0.7 * len(GLOSSARY.terms)


def test_every_track_has_a_title_and_the_path_begins_at_the_foundations() -> None:
    tracks = list(dict.fromkeys(concept.track for concept in LIBRARY.concepts.values()))
    assert tracks[0] == next(iter(LIBRARY.tracks)) == "foundations"
    assert set(tracks) == set(LIBRARY.tracks)
    for title in LIBRARY.tracks.values():
        assert languages_of(title) == frozenset(LANGUAGES)


def test_a_concept_never_comes_before_one_of_an_earlier_track_that_it_could_follow() -> None:
    order = list(LIBRARY.concepts)
    ranks = list(LIBRARY.tracks)
    seen: set[str] = set()
    for place, name in enumerate(order):
        concept = LIBRARY.concepts[name]
        for later in order[place + 1 :]:
            other = LIBRARY.concepts[later]
            if ranks.index(other.track) < ranks.index(concept.track):
                assert not set(other.needs) <= seen, (name, later)
        seen.add(name)
