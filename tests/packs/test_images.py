"""Pictures of cards: found beside the file that names them, never outside the pack."""

from pathlib import Path

import pytest

from tutor.packs import Library, Pack, open_library
from tutor.words.faults import fault_sentence


def opened(tmp_path: Path, file: str, cache: dict[str, bytes] | None = None) -> Library:
    pack = tmp_path / "p"
    (pack / "content" / "t" / "near.png").parent.mkdir(parents=True, exist_ok=True)
    for name in ("p/content/t/near.png", "p/pictures.png", "outside.png"):
        (tmp_path / name).write_bytes(b"png")
    text = f"cards:\n  - id: a\n    ask: q\n    answer: a\n    image: {{file: {file}, alt: b}}\n"
    (pack / "content" / "t" / "a.yaml").write_text(text, encoding="utf-8")
    return open_library([Pack("p", pack, trusted=True)], cache)


@pytest.mark.parametrize(
    ("file", "found"),
    [("near.png", "p/content/t/near.png"), ("../../pictures.png", "p/pictures.png")],
)
def test_a_picture_is_found_from_the_file_that_names_it(
    tmp_path: Path, file: str, found: str
) -> None:
    library = opened(tmp_path, file)
    assert library.faults == ()
    (item,) = library.items.values()
    assert item.card.image is not None
    assert Path(item.card.image.file) == (tmp_path / found).resolve()


def test_a_picture_outside_the_pack_is_a_fault_and_its_card_left_out(tmp_path: Path) -> None:
    library = opened(tmp_path, "../../../outside.png")
    (fault,) = library.faults
    assert (fault.code, fault.place.line, fault.place.column) == ("image-outside", 5, 19)
    assert not library.items
    assert fault_sentence(fault, "en").endswith(
        'card "a": the picture `../../../outside.png` lies outside the pack; '
        "copy it into the pack and name it as it lies from this file"
    )


def test_a_link_does_not_lead_a_picture_out_of_the_pack(tmp_path: Path) -> None:
    opened(tmp_path, "near.png")
    link = tmp_path / "p" / "content" / "t" / "link.png"
    try:
        link.symlink_to(tmp_path / "outside.png")
    except OSError:
        pytest.skip("this system makes no links")
    assert [fault.code for fault in opened(tmp_path, "link.png").faults] == ["image-outside"]


def test_a_card_without_its_picture_can_be_asked_and_the_fault_is_told(tmp_path: Path) -> None:
    library = opened(tmp_path, "gone.png")
    assert [fault.code for fault in library.faults] == ["image-missing"]
    assert list(library.items) == ["a/a"]


def test_a_picture_that_goes_away_is_missed_although_the_file_is_unchanged(tmp_path: Path) -> None:
    cache: dict[str, bytes] = {}
    cold = opened(tmp_path, "near.png", cache)
    pack = Pack("p", tmp_path / "p", trusted=True)
    warm = open_library([pack], cache)
    assert cold == warm
    assert cold.faults == ()
    (tmp_path / "p" / "content" / "t" / "near.png").unlink()
    assert [fault.code for fault in open_library([pack], cache).faults] == ["image-missing"]


def test_a_single_file_has_its_pictures_beside_it(tmp_path: Path) -> None:
    (tmp_path / "curve.png").write_bytes(b"png")
    deck = tmp_path / "deck.yaml"
    text = "cards:\n  - {id: a, ask: q, answer: a, image: {file: %s, alt: b}}\n"
    deck.write_text(text % "curve.png", encoding="utf-8")
    assert open_library((), None, [deck]).faults == ()
    deck.write_text(text % "../curve.png", encoding="utf-8")
    assert [fault.code for fault in open_library((), None, [deck]).faults] == ["image-outside"]
