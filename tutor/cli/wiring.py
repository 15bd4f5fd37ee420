"""Packs, store, scheduler and study, joined for one home."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.shelf import added_names, is_trusted, missing_packs, packs_of
from tutor.core.cards import CardKey, ConceptId, Item
from tutor.core.faults import Severity

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.packs import Library
    from tutor.store import Store
    from tutor.study import Study


@dataclass(frozen=True)
class Wired:
    """One home put together: its library, its store and the study over both.

    `reopen` reads the library again, whose files may have changed.
    """

    library: "Library"
    store: "Store"
    study: "Study"
    reopen: "Callable[[], Library]"


@contextmanager
def wire(
    context: Context,
    *,
    files: Sequence[Path] = (),
    deck: str = "",
    demos: "Callable[[str], Demo] | None" = None,
    warn: bool = True,
) -> Iterator[Wired]:
    """Everything for a sitting; the store is closed when the `with` ends.

    `files` are extra decks, `deck` narrows what is asked; `demos` opens demos, where not the
    patient one of `demo_opener` shall. It is said what is wrong with packs unless the caller does
    so (`warn`). CannotError if the store cannot be used or there is no such
    deck.
    """
    from tutor.schedule import Scheduler
    from tutor.store import StoreError
    from tutor.study import Limits, Study

    with open_store(context) as store:
        read, cache = deck_files(deck, files), store.cache()
        library = (open_cards if warn else read_cards)(context, read, cache)
        settings = context.settings
        study = Study(
            library,
            store,
            Scheduler(retention=settings.retention),
            context.clock,
            context.chance,
            Limits(new=settings.new_per_day, reviews=settings.reviews_per_day),
            rollover_hour=settings.rollover,
            language=context.language,
            demos=demos or demo_opener(context),
            goals=known_goals(settings.goals, library, context),
            decks=settings.decks,
        )
        warn_of_decks(settings.decks, library, context)
        if deck:
            study.keep_to(concepts_of(library, deck))
        try:
            yield Wired(library, store, study, lambda: read_cards(context, read, cache))
        except StoreError as error:
            raise CannotError(f"error.{error.code}", **error.details) from error


@contextmanager
def open_store(context: Context) -> Iterator["Store"]:
    """The learner's store; what is wrong with it becomes a CannotError."""
    from tutor.store import Store, StoreError

    try:
        context.home.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotError(
            "home.unusable", folder=context.home.data, reason=error.strerror
        ) from None
    try:
        with Store.open(context.home.database, context.clock) as store:
            yield store
    except StoreError as error:
        raise CannotError(f"error.{error.code}", **error.details) from error


def demo_opener(context: Context, *, patient: bool = True) -> "Callable[[str], Demo]":
    """Opens demos by name for the study, which knows but one kind of error: `DemoError`.

    A demo that has changed is first run in another process; the impatient do not wait for that, and
    are refused (`untried`).
    """

    def opened(name: str) -> "Demo":
        from tutor.cli.demos import open_demo
        from tutor.demo import DemoError

        try:
            return open_demo(name, context, patient=patient)
        except CannotError as error:
            raise DemoError("raised", error=error.sentence(context.language)) from error

    return opened


def open_cards(
    context: Context, files: Sequence[Path] = (), cache: MutableMapping[str, bytes] | None = None
) -> "Library":
    """The library of all packs and of the files given; each of these must be a file."""
    for sentence in missing_packs(context):
        print(sentence, file=sys.stderr)
    library = read_cards(context, checked_files(files), cache)
    errors = sum(fault.severity is Severity.ERROR for fault in library.faults)
    if errors:
        print(context.say("cli.faults", n=errors), file=sys.stderr)
    return library


def read_cards(
    context: Context, files: Sequence[Path], cache: MutableMapping[str, bytes] | None
) -> "Library":
    """As `open_cards`, but nothing is said: what is wrong is in the library's faults."""
    from tutor.packs import open_library

    return open_library(
        packs_of(context), cache, files, trusted=lambda root: is_trusted(root, context)
    )


def known_goals(goals: Sequence[str], library: "Library", context: Context) -> list[ConceptId]:
    """Those of the goals that are concepts; of the others it is said that they are not."""
    for goal in goals:
        if goal not in library.concepts:
            from difflib import get_close_matches

            near = "".join(get_close_matches(goal, library.concepts, n=1))
            code = "setup.unknown_goal_near" if near else "setup.unknown_goal"
            print(context.say(code, goal=goal, near=near), file=sys.stderr)
    return [ConceptId(goal) for goal in goals if goal in library.concepts]


def warn_of_decks(decks: Iterable[str], library: "Library", context: Context) -> None:
    """Say which of the decks that have settings of their own are no concept, track or pack."""
    known = {str(concept) for concept in library.decks}
    known |= {deck.track for deck in library.decks.values()}
    known |= {pack.name for pack in library.packs} | added_names(context)
    for name in decks:
        if name not in known:
            from difflib import get_close_matches

            near = "".join(get_close_matches(name, sorted(known), n=1))
            code = "settings.deck.none_near" if near else "settings.deck.none"
            print(context.say(code, deck=name, near=near), file=sys.stderr)


@contextmanager
def open_cache(context: Context) -> Iterator[MutableMapping[str, bytes] | None]:
    """The cache without the log, for commands that ask nothing of it; None in a new home."""
    if not context.home.data.is_dir():
        yield None
        return
    from tutor.store import Cache

    cache = Cache(context.home.database.with_name("cache.db"))
    try:
        yield cache
    finally:
        cache.close()


def deck_files(deck: str, files: Sequence[Path] = ()) -> list[Path]:
    """The files to read beside the packs: those given, and the deck where it is a file."""
    named = Path(deck)
    extra = [named] if deck.endswith((".yaml", ".yml")) and named.is_file() else []
    return [*files, *extra]


def checked_files(files: Sequence[Path]) -> list[Path]:
    """The files, each of which must be one; a missing one is a wrong call."""
    for file in files:
        if not file.is_file():
            near = _near_command(str(file))
            code = "cli.no_file_near" if near else "cli.no_file"
            raise CannotError(code, 2, file=file, near=near)
    return list(files)


def _near_command(word: str) -> str:
    from difflib import get_close_matches

    from tutor.cli.parser import COMMANDS

    return "".join(get_close_matches(word, COMMANDS, n=1))


def concepts_of(library: "Library", deck: str) -> list[ConceptId]:
    """The concepts of a deck: a track, a concept or a file; CannotError if there is no such one."""
    decks = library.decks.values()
    found = [one.id for one in decks if deck in (one.id, one.track, one.file, Path(one.file).name)]
    if not found and Path(deck).exists():
        whole = Path(deck).resolve()
        found = [one.id for one in decks if Path(one.file).resolve() == whole]
    if not found:
        from difflib import get_close_matches

        known = {one.track for one in decks} | set(library.decks)
        near = "".join(get_close_matches(deck, sorted(known - {""}), n=1))
        raise CannotError("cli.no_deck_near" if near else "cli.no_deck", deck=deck, near=near)
    return found


def find_card(name: str, items: Mapping[CardKey, Item]) -> Item:
    """The card of that identity, or of that id where it is the only one; else CannotError."""
    if name in items:
        return items[CardKey(name)]
    if made := [key for key in items if key.startswith(f"{name}~")]:
        raise CannotError("show.siblings", 2, card=name, keys=", ".join(made))
    alike = [key for key in items if key.partition("/")[2] == name]
    if len(alike) == 1:
        return items[alike[0]]
    if alike:
        raise CannotError("show.several", 2, card=name, keys=", ".join(alike))
    from difflib import get_close_matches

    near = get_close_matches(name, items, n=1, cutoff=0.5)
    raise CannotError("show.none_near" if near else "show.none", card=name, near="".join(near))
