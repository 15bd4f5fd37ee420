import itertools
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, RowKind
from tutor.store import Store, uuid7

from .conftest import Clock

_numbers = itertools.count()


@st.composite
def logs(draw, device):
    """A log as one device may have written it, undo rows of its own and of unknown ids among it."""
    rows: list[LogRow] = []
    last = None
    for at in draw(st.lists(st.integers(0, 5), max_size=8)):
        last = uuid7.after(last, at)
        undoes = draw(st.booleans()) and bool(rows)
        payload = {"undoes": [draw(st.sampled_from(rows)).id.hex()]} if undoes else {}
        rows.append(
            LogRow(
                id=last,
                device=device,
                at=at,
                offset=540,
                kind=RowKind.UNDO if undoes else RowKind.ANSWER,
                card=CardKey("" if undoes else draw(st.sampled_from(["a/x", "a/y"]))),
                grade=None if undoes else draw(st.sampled_from(Grade)),
                payload=payload,
            )
        )
    return rows


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=logs("desk"), second=logs("lap"), shared=logs("phone"))
def test_merging_is_set_union_in_any_order_and_any_number_of_times(
    tmp_path: Path, first, second, shared
):
    home = tmp_path / str(next(_numbers))
    with (
        Store.open(home / "one.db", Clock()) as one,
        Store.open(home / "two.db", Clock()) as two,
    ):
        one.merge_rows(first + shared)
        two.merge_rows(shared + second)
        assert one.merge_rows(two.rows()) == len(second)
        assert two.merge_rows(reversed(list(one.rows()))) == len(first)
        assert one.merge_rows(two.rows()) == 0
        union = {row.id: row for row in first + second + shared}
        assert list(one.rows()) == list(two.rows()) == [union[key] for key in sorted(union)]
        assert list(one.standing()) == list(two.standing())


def test_merging_forgets_what_was_derived(store, tmp_path, clock):
    store.append(RowKind.ANSWER, "a/x", grade=Grade.GOOD, memories={})
    with Store.open(tmp_path / "other.db", clock) as other:
        other.append(RowKind.LESSON, "a")
        assert store.merge_rows(other.rows()) == 1
    assert store.derived_through() is None
