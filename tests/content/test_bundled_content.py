"""What every bundled concept keeps to, so that each card is worth a learner's time."""

from dataclasses import replace

import pytest

from tests.live.bundled import RUNS
from tutor.core.cards import AnyCard, Choices, Cloze, Concept, Formula, Live, Number
from tutor.core.cloze import gaps_only
from tutor.core.faults import Severity
from tutor.core.text import LANGUAGES, in_language, languages_of
from tutor.demo import load, run
from tutor.numbers import NotRead, read
from tutor.packs import Pack, bundled_root, check, open_library, read_demo_words
from tutor.packs.outlines import Demos
from tutor.packs.running import demo_faults
from tutor.packs.trying import Trials

PACK = Pack("bundled", bundled_root(), trusted=True)
LIBRARY = open_library([PACK], None)
CONCEPTS = [pytest.param(concept, id=key) for key, concept in LIBRARY.concepts.items()]


def is_generated(card: AnyCard, concept: Concept) -> bool:
    return card == Live(id=card.id, live=(f"{concept.demo}.{card.id}",))


def test_nothing_is_wrong_with_the_bundled_pack() -> None:
    # `make content` tries its live cards with a hundred draws each: that takes a minute.
    assert check([PACK], trials=False) == []


def test_nothing_is_wrong_with_the_bundled_demos() -> None:
    assert [*demo_faults(PACK)] == []


@pytest.mark.parametrize("concept", CONCEPTS)
def test_its_live_cards_can_be_asked_with_some_draws(concept: Concept) -> None:
    items = {item.key: item for item in concept.items}
    trials = Trials(replace(LIBRARY, items=items), Demos([PACK]), seeds=4)
    assert [fault for fault in trials.faults() if fault.severity is Severity.ERROR] == []


def test_no_card_asks_for_the_curve_of_a_whole_training_run() -> None:
    asked = {
        tuple(step.split("."))
        for item in LIBRARY.items.values()
        if isinstance(item.card, Live)
        for step in item.card.live
    }
    assert not asked & RUNS


@pytest.mark.parametrize("concept", CONCEPTS)
def test_every_fact_is_asked_for_and_every_written_card_names_a_fact(concept: Concept) -> None:
    written = [item.card for item in concept.items if not is_generated(item.card, concept)]
    assert {card.fact for card in written} == set(concept.facts)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_with_a_demo_asks_for_numbers_drawn_anew(concept: Concept) -> None:
    live = [item for item in concept.items if isinstance(item.card, Live | Formula)]
    assert live or not concept.demo
    assert {item.walk for item in live} - {""} == set(concept.walks)


def test_the_yaml_of_a_demo_lists_its_steps_as_they_run() -> None:
    for path in sorted(PACK.demos.glob("*.yaml")):
        words, faults = read_demo_words(path)
        assert faults == []
        assert words is not None
        demo = load(PACK.demos, path.stem, words)
        steps = run(demo.function, demo.examples[0].inputs)
        assert list(words.steps) == [step.name for step in steps]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_is_taught_in_both_languages(concept: Concept) -> None:
    for text in (concept.title, concept.lesson, *concept.facts.values()):
        assert languages_of(text) == frozenset(LANGUAGES)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_card_has_as_many_gaps_in_each_language(concept: Concept) -> None:
    for item in concept.items:
        if isinstance(item.card, Cloze):
            counts = {len(gaps_only(in_language(item.card.cloze, name))) for name in LANGUAGES}
            assert len(counts) == 1, item.key
            assert counts != {0}, item.key


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_wrong_choice_says_why_and_length_betrays_nothing(concept: Concept) -> None:
    for item in concept.items:
        if not isinstance(item.card, Choices):
            continue
        assert all(choice.right or choice.why for choice in item.card.choices), item.key
        for language in LANGUAGES:
            right, wrong = (
                [
                    len(choice.text or getattr(choice, language))
                    for choice in item.card.choices
                    if choice.right is kind
                ]
                for kind in (True, False)
            )
            assert max(right) <= 1.3 * max(wrong), item.key
            assert min(right) >= 0.7 * min(wrong), item.key


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_number_of_a_card_can_be_read(concept: Concept) -> None:
    for item in concept.items:
        if isinstance(item.card, Number):
            assert not isinstance(read(item.card.number), NotRead), item.key
