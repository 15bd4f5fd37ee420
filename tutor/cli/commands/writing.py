"""`tutor new` and `tutor edit`: files of the learner's own, begun and opened in an editor."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.opening import open_in_editor, tell_faults

if TYPE_CHECKING:
    from tutor.packs import Library
    from tutor.packs.copying import Copied


def new(arguments: argparse.Namespace, context: Context) -> int:
    """Begin a deck in the learner's pack, with an example of each kind, or a demo; open it."""
    from tutor.core.cards import KINDS

    if arguments.demo:
        from tutor.cli.commands.newdemo import new_demo

        return new_demo(arguments.name, context)
    file = begin(arguments.name, context, examples=[f"deck.{kind}" for kind in KINDS])
    print(context.say("deck.begun", file=file))
    open_in_editor(file, 1, context)
    code = tell_faults(file, context)
    print(context.say("deck.learn", deck=file.stem))
    return code


def begin(name: str, context: Context, *, examples: list[str]) -> Path:
    """Make the file of a new deck; CannotError if its name is taken or can be no file's."""
    from tutor.core.saving import save
    from tutor.packs.beginning import UnusableNameError, begun_deck, deck_file, write_schemas

    own = context.home.pack
    try:
        file = deck_file(own, name)
    except UnusableNameError as error:
        raise CannotError("deck.unusable", 2, name=name, better=error.better) from None
    if file.exists():
        raise CannotError("deck.taken", file=file, name=name)
    data = begun_deck(file, own, context.say("deck.head"), [context.say(code) for code in examples])
    try:
        write_schemas(own)
        save(file, data)
    except OSError as error:
        raise CannotError("edit.failed", file=file, reason=error.strerror) from None
    return file


def edit(arguments: argparse.Namespace, context: Context) -> int:
    """Open a card, a deck or a file; what is of another pack is first copied to the own one."""
    from tutor.cli.wiring import open_cache, read_cards
    from tutor.packs.copying import CopyError

    with open_cache(context) as cache:
        library = read_cards(context, (), cache)
        try:
            copied = _text_of(arguments.name, library, context)
        except CopyError as error:
            raise CannotError(f"edit.cannot.{error.code}", file=error.file) from None
        except OSError as error:
            file, reason = error.filename or arguments.name, error.strerror
            raise CannotError("edit.failed", file=file, reason=reason) from None
    if open_in_editor(copied.file, copied.line, context) and copied.take_back():
        print(context.say("edit.unchanged"))
        return 0
    return tell_faults(copied.file, context)


def _text_of(name: str, library: "Library", context: Context) -> "Copied":
    """The text that a name stands for: a file, a deck of the learner's, a concept, or a card."""
    from tutor.cli.wiring import find_card
    from tutor.core.cards import ConceptId
    from tutor.packs.beginning import UnusableNameError, deck_file
    from tutor.packs.copying import as_it_stands, begin_file, copy_card, is_own

    own = context.home.pack
    if Path(name).is_file():
        return as_it_stands(Path(name), 1)
    try:
        if (file := deck_file(own, name)).is_file():  # it may be too broken to be a concept
            return as_it_stands(file, 1)
    except UnusableNameError:
        pass
    concept = library.concepts.get(ConceptId(name))
    if concept is not None:
        if is_own(concept.place.file, library.packs):
            return as_it_stands(Path(concept.place.file), 1)
        title = concept.title if isinstance(concept.title, str) else concept.title.en
        remarks = context.say("edit.remarks", title=title).split("\n")
        return begin_file(concept, own, remarks)
    item = find_card(name, library.items)
    if is_own(item.place.file, library.packs):
        return as_it_stands(Path(item.place.file), item.place.line)
    return copy_card(item, library.concepts[item.concept], own)
