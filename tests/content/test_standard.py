"""What the first concepts keep to, so that the others can follow them."""

from pathlib import Path

import pytest

from tutor.core.cards import Concept, ConceptId, Formula, Live, kind_of
from tutor.core.text import LANGUAGES, in_language
from tutor.packs import Pack, bundled_root, check, open_library
from tutor.ui.setting import set_text

PACK = Pack("bundled", bundled_root(), trusted=True)
LIBRARY = open_library([PACK], None)
STANDARD = [
    "softmax-and-cross-entropy",
    "recurrent-network",
    "lstm-cell",
    "weight-sharing",
    "convolution-output-size",
    "scaled-dot-product-attention",
    "contextual-embeddings",
    "masked-language-model",
]
WIDTH, LINES = 73, 25  # of the body at 80 columns, and of the screen that a lesson is to fill


@pytest.fixture(params=STANDARD)
def concept(request: pytest.FixtureRequest) -> Concept:
    return LIBRARY.concepts[ConceptId(request.param)]


def test_it_is_asked_in_many_ways(concept: Concept) -> None:
    kinds = {kind_of(item.card) for item in concept.items}
    assert len(concept.items) >= 12
    assert len(kinds) >= 6


def test_it_asks_for_numbers_drawn_anew_for_a_formula_and_step_by_step(concept: Concept) -> None:
    live = [item for item in concept.items if isinstance(item.card, Live)]
    assert len(live) >= 3
    assert any(isinstance(item.card, Formula) for item in concept.items)
    assert concept.walks


def test_its_errors_of_the_notes_are_cards(concept: Concept) -> None:
    tagged = [item for item in concept.items if "errata" in item.card.tags]
    assert tagged


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_lesson_is_one_screen(concept: Concept, language: str) -> None:
    assert language in LANGUAGES
    text = in_language(concept.lesson, language)
    assert len(set_text(text, WIDTH)) <= LINES


def test_nothing_is_asked_before_what_it_needs() -> None:
    order = list(LIBRARY.concepts)
    for place, name in enumerate(order):
        for need in LIBRARY.concepts[name].needs:
            assert order.index(ConceptId(need)) < place


def test_a_file_checked_by_itself_may_need_what_its_pack_holds(concept: Concept) -> None:
    assert check([], [Path(concept.place.file)], others=[PACK], trials=False) == []
