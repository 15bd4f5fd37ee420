from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from tutor.store import uuid7

moments = st.integers(0, 2**47)


@given(moments)
def test_an_id_is_a_uuid_of_version_7_with_its_milliseconds_in_front(at):
    identity = uuid7.after(None, at)
    uuid = UUID(bytes=identity)
    assert (uuid.version, uuid.variant) == (7, RFC_4122)
    assert int.from_bytes(identity[:6], "big") == at
    assert uuid7.lowest(at) <= identity < uuid7.lowest(at + 1)


@given(st.lists(moments, min_size=2))
def test_ids_rise_whatever_the_clock_does(clock):
    last = None
    for at in clock:
        identity = uuid7.after(last, at)
        assert last is None or identity > last
        assert UUID(bytes=identity).version == 7
        assert identity >= uuid7.lowest(at)
        last = identity


def test_a_step_carries_over_a_millisecond_that_is_used_up():
    full = uuid7.lowest(7)[:6] + bytes.fromhex("7fffbfffffffffffffff")
    assert uuid7.lowest(8) <= uuid7.after(full, 7) < uuid7.lowest(9)


def test_two_devices_going_on_from_one_id_do_not_meet():
    last = uuid7.after(None, 1000)
    assert len({uuid7.after(last, 0) for _ in range(100)}) == 100
