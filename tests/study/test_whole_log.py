"""The whole log folded at once, compared with the fold card by card."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, RowKind
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.store.uuid7 import lowest
from tutor.study.fold import fold_memory
from tutor.study.whole_log import fold_all

BEGIN = 1_700_000_000_000
CARDS = ("a/x", "a/y", "b/x")
MOMENTS = (
    st.none() | st.just("noon") | st.lists(st.integers(0, 9), max_size=4) | st.just([1, 2.5, 3])
)
FUZZES = st.floats(0, 1) | st.integers(-1, 2) | st.just("half") | st.none()
RETENTIONS = st.floats(0.7, 0.99) | st.just(True) | st.just("high") | st.none()


@st.composite
def logs(draw):
    """Rows of the study's own and of others who write what they like."""
    rows: list[LogRow] = []
    for number in range(draw(st.integers(0, 14))):
        at = BEGIN + number * draw(st.sampled_from([60_000, 86_400_000]))
        kind = draw(st.sampled_from([RowKind.ANSWER] * 6 + [RowKind.UNDO, RowKind.RESET]))
        payload: dict[str, object] = {}
        if kind is RowKind.UNDO:
            named = draw(st.lists(st.sampled_from(rows), max_size=2)) if rows else []
            payload["undoes"] = [row.id.hex() for row in named] + draw(
                st.sampled_from([[], ["nonsense"], [3]])
            )
        elif kind is RowKind.ANSWER:
            own = {"moment": [at, at // 86_400_000, at + 3_600_000], "fuzz": 0.25, "retention": 0.9}
            other = {
                "moment": draw(MOMENTS),
                "fuzz": draw(FUZZES),
                "retention": draw(RETENTIONS),
                "given": ["yes"],
            }
            payload |= draw(st.sampled_from([own, own, other, {}]))
        rows.append(
            LogRow(
                id=lowest(BEGIN + number),
                device="desk",
                at=at,
                offset=draw(st.sampled_from([0, 540])),
                kind=kind,
                card=CardKey(draw(st.sampled_from(CARDS))),
                grade=draw(st.sampled_from([*Grade, None])) if kind is RowKind.ANSWER else None,
                payload=payload,
            )
        )
    return rows


_numbers = count()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(logs())
def test_a_log_folded_at_once_leaves_what_its_cards_rows_leave(tmp_path, tools, rows):
    scheduler = Scheduler(0.85)
    with Store.open(tmp_path / f"{next(_numbers)}.db", tools.Clock()) as store:
        store.merge_rows(rows)
        with store.snapshot():
            folded = fold_all(store, scheduler)
        for card in CARDS:
            assert folded.get(card) == fold_memory(store.standing(card=card), scheduler)
