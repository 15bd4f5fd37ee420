"""The page of what there is to learn says what the bundled pack holds."""

from pathlib import Path

from docs.curriculum import bundled, demos_of, page
from tutor.core.cards import ConceptId

PAGE = Path(__file__).resolve().parents[2] / "docs" / "curriculum.md"


def test_the_page_of_the_curriculum_is_as_the_pack_is() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(bundled()), "make curriculum writes it"


def test_it_names_every_concept_behind_all_that_it_needs() -> None:
    library, text = bundled(), PAGE.read_text(encoding="utf-8")
    rows = [
        text.index(f"/{concept.track}/{concept.id}.yaml") for concept in library.concepts.values()
    ]
    assert len(set(rows)) == len(library.concepts)
    places = dict(zip(library.concepts, rows, strict=True))
    for concept in library.concepts.values():
        for need in concept.needs:
            other = library.concepts.get(ConceptId(need))
            if other is not None and other.track == concept.track:
                assert places[other.id] < places[concept.id]


def test_it_finds_the_demos_that_cards_ask_about_beside_the_concepts_own() -> None:
    lstm = bundled().concepts[ConceptId("lstm-cell")]
    assert demos_of([lstm]) == ["lstm", "lstm_gates"]
