import sys
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parent))

from generate import Made, Size, kept_home, make_home  # stands beside this file

from tutor.core.log import RowKind  # as above
from tutor.core.study import Question  # as above
from tutor.packs import Library, Pack, open_library  # as above
from tutor.schedule import Scheduler  # as above
from tutor.store import Store  # as above
from tutor.study import Study  # as above

SIZE = Size(cards=60, rows=700)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_home(tmp_path_factory.mktemp("made") / "home", SIZE)


@pytest.fixture
def store(made: Made) -> Store:
    return Store.open(made.folder / "tutor.db", lambda: made.now)


def library(made: Made) -> Library:
    return open_library([Pack("own", made.folder / "pack", trusted=True)], None)


def study(made: Made, store: Store) -> Study:
    return Study(library(made), store, Scheduler(), lambda: made.now, Random(0))


def test_a_made_pack_is_sound_and_holds_as_many_cards_as_were_asked_for(made: Made) -> None:
    found = library(made)
    assert found.faults == ()
    assert len(found.items) == SIZE.cards
    kinds = {type(item.card).__name__ for item in found.items.values()}
    assert kinds == {"Recall", "Typed", "Cloze", "Choices", "Order", "Pairs", "Claim", "Number"}


def test_a_made_log_has_its_rows_and_speaks_of_cards_that_there_are(
    made: Made, store: Store
) -> None:
    with store:
        rows = list(store.rows())
    assert len(rows) == SIZE.rows
    found = library(made)
    assert {row.card for row in rows} <= set(found.items) | set(found.concepts)
    kinds = {row.kind for row in rows}
    assert kinds >= {RowKind.ANSWER, RowKind.UNDO, RowKind.LESSON}


def test_what_a_made_store_has_derived_is_what_its_log_says(made: Made, store: Store) -> None:
    with store:
        assert store.derived_through() == store.last()
        assert study(made, store).rebuild() == []
        assert store.check() == []


def test_a_made_home_has_something_due_and_asks_it(made: Made, store: Store) -> None:
    with store:
        sitting = study(made, store)
        today = sitting.today()
        assert today.due > 0
        assert today.new > 0
        assert isinstance(sitting.next(), Question)


def test_the_same_size_and_seed_make_the_same_home(
    made: Made, store: Store, tmp_path: Path
) -> None:
    again = make_home(tmp_path / "again", SIZE)
    assert again.now == made.now
    with store, Store.open(again.folder / "tutor.db", lambda: again.now) as other:
        assert list(store.rows()) == list(other.rows())
        assert store.memories() == other.memories()


def test_a_home_is_kept_until_another_is_made_of_its_size(tmp_path: Path) -> None:
    size = Size(cards=20, rows=30)
    (tmp_path / "home-20-30-0-former").mkdir()
    first = kept_home(size, kept=tmp_path)
    made_at = (first.folder / "tutor.db").stat().st_mtime_ns
    assert kept_home(size, kept=tmp_path) == first
    assert (first.folder / "tutor.db").stat().st_mtime_ns == made_at
    assert list(tmp_path.iterdir()) == [first.folder]
