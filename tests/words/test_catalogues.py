import re
from pathlib import Path

import pytest

import tutor
from tutor.core.cards import KINDS
from tutor.core.log import Grade, Phase, RowKind
from tutor.core.study import Mark
from tutor.core.text import LANGUAGES
from tutor.demo.errors import SENTENCES as DEMO_SENTENCES
from tutor.words import demos_ko, say
from tutor.words.particles import PARTICLES
from tutor.words.say import FIELD, PARTS, catalogue, fill

SOURCE = Path(tutor.__file__).parent
ALL_PARTS = ["", *sorted(set(PARTS.values()) - {"faults"})]


_ARRANGED = ("line", "pair", "claim")


def fields(template: str) -> set[str]:
    return {match["name"] for match in FIELD.finditer(template) if match["name"]}


@pytest.mark.parametrize("part", ALL_PARTS)
def test_both_languages_say_the_same_things(part: str) -> None:
    english, korean = catalogue(part, "en"), catalogue(part, "ko")
    assert english.keys() == korean.keys()


@pytest.mark.parametrize("part", ALL_PARTS)
def test_both_languages_name_the_same_details(part: str) -> None:
    english, korean = catalogue(part, "en"), catalogue(part, "ko")
    assert {code for code in english if fields(english[code]) != fields(korean[code])} == set()


@pytest.mark.parametrize("part", ALL_PARTS)
def test_only_korean_uses_particles_and_only_known_ones(part: str) -> None:
    for language in LANGUAGES:
        for template in catalogue(part, language).values():
            for match in FIELD.finditer(template):
                if match["form"] and "/" not in match["form"]:
                    assert language == "ko"
                    assert match["form"] in PARTICLES


def test_what_is_wrong_with_a_demo_is_said_in_both_languages() -> None:
    assert demos_ko.SENTENCES.keys() == DEMO_SENTENCES.keys()
    for code, english in DEMO_SENTENCES.items():
        assert fields(demos_ko.SENTENCES[code]) <= fields(english)


def used_codes() -> tuple[set[str], set[str]]:
    """The codes that the source names, and the beginnings of those that it puts together."""
    source = "\n".join(
        file.read_text(encoding="utf-8")
        for file in SOURCE.rglob("*.py")
        if not re.search(r"_(en|ko)\.py$|/words/(en|ko)\.py$", file.as_posix())
    )
    whole = set(re.findall(r"[\"']([a-z]+\.[a-z_.]+)[\"']", source))
    begun = set(re.findall(r"f[\"']([a-z]+\.(?:[a-z_]+\.)?)\{", source))
    return whole, begun


@pytest.mark.parametrize("part", ["", "help"])
def test_every_sentence_is_used(part: str) -> None:
    whole, begun = used_codes()
    unused = {
        code
        for code in catalogue(part, "en")
        if code not in whole and not code.startswith(tuple(begun))
    }
    assert unused == set()


@pytest.mark.parametrize(
    "code",
    [
        *(f"grade.{grade.name.lower()}" for grade in Grade),
        *(f"kind.{kind}" for kind in KINDS),
        *(f"phase.{phase}" for phase in [*Phase, "new"]),
        *(f"row.{kind}" for kind in RowKind),
        *(f"verdict.{shape}.{mark}" for shape in ("whole", "gap", "choice") for mark in Mark),
        *(f"verdict.{shape}.{mark}" for shape in _ARRANGED for mark in (Mark.WRONG, Mark.MISSED)),
    ],
)
def test_whatever_the_core_can_name_has_a_word(code: str) -> None:
    for language in LANGUAGES:
        assert code in catalogue("", language)


def test_every_error_of_the_store_has_a_sentence() -> None:
    from tutor.store.errors import StoreError

    codes = {StoreError.code, *(kind.code for kind in StoreError.__subclasses__())}
    for language in LANGUAGES:
        assert {f"error.{code}" for code in codes} <= catalogue("", language).keys()


def test_details_are_put_in_as_they_are() -> None:
    assert fill("{name} {{braces}}", {"name": "{other}"}) == "{other} {braces}"


def test_a_number_chooses_the_form_of_its_word() -> None:
    assert fill("{n} {n|card/cards}", {"n": 1}) == "1 card"
    assert fill("{n} {n|card/cards}", {"n": 0}) == "0 cards"


def test_a_korean_sentence_takes_the_particle_of_its_detail() -> None:
    assert say("error.store-read-only", "ko", path="기록").startswith("기록은 ")
    assert say("error.store-read-only", "ko", path="자료").startswith("자료는 ")
