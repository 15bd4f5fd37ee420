"""What every concept of the finished tracks keeps to, and that none of them is missing."""

import pytest

from tutor.core.cards import Concept, ConceptId, Formula, Live, kind_of
from tutor.core.text import LANGUAGES, Language, in_language
from tutor.packs import Pack, bundled_root, open_library
from tutor.ui.setting import set_text

LIBRARY = open_library([Pack("bundled", bundled_root(), trusted=True)], None)
TRACKS = {
    "recurrent": (
        "sequence-problems",
        "recurrent-network",
        "backpropagation-through-time",
        "character-rnn",
        "lstm-cell",
        "gru-cell",
        "bidirectional-rnn",
        "named-entity-recognition",
        "sentiment-classification",
        "encoder-decoder",
        "padding-and-variable-length",
        "image-captioning",
    ),
    "attention": (
        "attention-idea",
        "additive-attention",
        "scaled-dot-product-attention",
        "self-attention",
        "multi-head-attention",
        "attention-mask",
        "cross-attention",
        "efficient-attention",
        "attention-maps",
        "positional-encoding",
        "positional-one-hot",
    ),
    "transformers": (
        "transformer-architecture",
        "encoder-block",
        "layer-normalisation",
        "sequence-layer-costs",
        "word-embeddings",
        "contextual-embeddings",
        "bert-input",
        "masked-language-model",
        "next-sentence-prediction",
        "bert-architecture",
        "gpt",
        "bloom",
        "zero-shot-classification",
        "detr",
        "transfer-learning",
        "quantisation",
    ),
}
FINISHED = [name for names in TRACKS.values() for name in names]
WIDTH, LINES = 73, 25  # of the body at 80 columns, and of the screen that a lesson is to fill


@pytest.fixture(params=FINISHED)
def concept(request: pytest.FixtureRequest) -> Concept:
    return LIBRARY.concepts[ConceptId(request.param)]


@pytest.mark.parametrize("track", TRACKS)
def test_a_finished_track_holds_all_its_concepts(track: str) -> None:
    held = {name for name, concept in LIBRARY.concepts.items() if concept.track == track}
    assert held == set(TRACKS[track])


def test_it_is_asked_by_eight_cards_of_five_kinds(concept: Concept) -> None:
    assert len(concept.items) >= 8
    assert len({kind_of(item.card) for item in concept.items}) >= 5


def test_with_a_demo_it_asks_for_fresh_numbers_and_for_more_than_one_step(concept: Concept) -> None:
    if not concept.demo:
        return
    live = [item for item in concept.items if isinstance(item.card, Live)]
    formulas = [item for item in concept.items if isinstance(item.card, Formula)]
    assert len(live) >= 2
    assert concept.walks or formulas


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_lesson_is_one_screen(concept: Concept, language: Language) -> None:
    assert len(set_text(in_language(concept.lesson, language), WIDTH)) <= LINES
