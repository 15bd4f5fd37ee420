import copy
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import msgspec
import pytest

from tutor.core import records


@dataclass(frozen=True, slots=True)
class Plain:
    """As the standard library makes it."""

    place: int
    tags: tuple[str, ...] = ()
    found: dict[str, int] = field(default_factory=dict)
    seen: int = field(default=0, compare=False, repr=False)


@records.dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    place: int
    tags: tuple[str, ...] = ()
    found: dict[str, int] = field(default_factory=dict)
    seen: int = field(default=0, compare=False, repr=False)


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What others are made from."""

    name: str = ""


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    """With one field more, which has no default."""

    size: int


@records.dataclass(frozen=True, eq=False)
class Same:
    """Equal to itself alone, with a word of its own to say."""

    size: int
    double: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "double", 2 * self.size)

    def __repr__(self) -> str:
        return "same"


def test_a_record_is_made_compared_and_shown_as_the_standard_librarys_is() -> None:
    quick, plain = Quick(1, ("a",), seen=3), Plain(1, ("a",), seen=3)
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert asdict(quick) == asdict(plain)
    assert [f.name for f in fields(Quick)] == [f.name for f in fields(Plain)]
    assert quick == Quick(1, ("a",), seen=4)
    assert quick != Quick(2, ("a",), seen=3)
    assert quick != plain
    assert replace(quick, place=5) == Quick(5, ("a",))
    assert hash(Derived(size=1)) == hash(Derived(size=1))
    with pytest.raises(TypeError):
        hash(quick)  # for it holds a dict


def test_each_record_has_a_dict_of_its_own() -> None:
    first, second = Quick(1), Quick(2)
    first.found["here"] = 1
    assert second.found == {}


@pytest.mark.parametrize("arguments", [(), (1, 2, 3, 4, 5)])
def test_a_wrong_call_is_refused_with_the_names_of_class_and_field(
    arguments: tuple[int, ...],
) -> None:
    with pytest.raises(TypeError, match=r"Quick\.__init__\(\)"):
        Quick(*arguments)
    with pytest.raises(TypeError, match="bigness"):
        Derived(size=1, bigness=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Derived("name", 1)  # type: ignore[misc]


def test_a_record_cannot_be_changed() -> None:
    record = Derived(name="a", size=1)
    with pytest.raises(FrozenInstanceError, match="size"):
        record.size = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="name"):
        del record.name
    with pytest.raises(AttributeError):
        record.other = 3  # type: ignore[attr-defined]
    assert not hasattr(record, "__dict__")


def test_a_record_is_copied_pickled_and_matched() -> None:
    record = Derived(name="a", size=1)
    assert copy.deepcopy(record) == copy.copy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record
    match Quick(7):
        case Quick(place):
            assert place == 7


def test_what_a_class_says_itself_stands() -> None:
    assert (Same(2).double, repr(Same(2))) == (4, "same")
    assert Same(2) != Same(2)
    assert len({Same(2), Same(2)}) == 2


def test_a_class_that_is_not_frozen_is_left_to_the_standard_library() -> None:
    @records.dataclass(slots=True)
    class Open:
        size: int = 1

    made = Open()
    made.size = 2
    assert made == Open(2)


def test_a_record_is_read_from_bytes() -> None:
    packed = msgspec.msgpack.encode(Derived(name="a", size=1))
    assert msgspec.msgpack.decode(packed, type=Derived) == Derived(name="a", size=1)


def test_nothing_is_compiled_before_a_record_is_made() -> None:
    code = (
        "import builtins, sys\n"
        "compiled = []\n"
        "import dataclasses, tutor.core.records\n"
        "real = builtins.exec\n"
        "def exec(*given): compiled.append(given[0]); return real(*given)\n"
        "dataclasses.exec = tutor.core.records.exec = exec\n"
        "from tutor.core.cards import Place\n"
        "print(len(compiled)); Place('a', 1, 2); Place('b', 1, 2); print(len(compiled))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["0", "1"]
