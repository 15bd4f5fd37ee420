"""`tutor config`: the settings, shown and set."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.cli.settings import KEYS, deck_key, read_settings, write_setting
from tutor.core.settings import (
    DECK,
    DECK_SETTINGS,
    DeckSettings,
    NotASettingError,
    Settings,
    check_key,
    written,
)


def config(arguments: argparse.Namespace, context: Context) -> int:
    """Show all settings or one, or set one; 1 where the file itself cannot be used."""
    if arguments.value is not None:
        _set(arguments.key, arguments.value, context)
    settings, _ = read_settings(context.home.settings)
    if arguments.value:
        _warn(arguments.key, settings, context)
    deck = deck_key(arguments.key)
    if deck is not None:
        _show_deck(*deck, settings, context, as_json=arguments.json)
    elif arguments.key and arguments.key not in KEYS:
        raise CannotError("settings.no_key", 2, key=arguments.key, keys=", ".join(KEYS))
    else:
        _show(arguments.key, settings, context, as_json=arguments.json)
    return 1 if context.setting_faults and arguments.value is None else 0


def _set(key: str, text: str, context: Context) -> None:
    try:
        write_setting(context.home.settings, key, text)
    except NotASettingError as error:
        raise _refused(error) from None
    except OSError as error:
        file, reason = context.home.settings, error.strerror
        raise CannotError("settings.unwritable", file=file, reason=reason) from None


def _show(key: str, settings: Settings, context: Context, *, as_json: bool) -> None:
    """All settings, those of decks too, or that of the key."""
    shown = {name: getattr(settings, name) for name in KEYS if name == key or not key}
    if as_json:
        decks = {} if key else {"decks": _as_json(settings)}
        print_json({"file": str(context.home.settings), "settings": shown, **decks})
    elif key:
        print(_text(shown[key], context))
    else:
        for name, value in shown.items():
            print(f"{name} = {_text(value, context)}")
        for line in _deck_lines(settings):
            print(line)
        print(context.say("config.file", file=context.home.settings))


def _show_deck(deck: str, key: str, settings: Settings, context: Context, *, as_json: bool) -> None:
    """What is set for one deck, for one key of it, or for all decks where none is named."""
    if key and key not in DECK_SETTINGS and f"{deck}.{key}" in settings.decks:
        deck, key = f"{deck}.{key}", ""
    if key:
        try:
            check_key(key, deck=True)
        except NotASettingError as error:
            raise _refused(error) from None
    mine = settings.decks.get(deck, DeckSettings())
    if as_json:
        chosen = settings.decks if not deck else {deck: mine}
        decks = _as_json(Settings(decks=chosen))
        print_json({"file": str(context.home.settings), "decks": decks})
    elif key:
        value = getattr(mine, key)
        print(context.say("settings.deck.for_wider") if value is None else written(value))
    else:
        lines = [*_deck_lines(settings, deck)]
        print("\n".join(lines) or context.say("settings.deck.unset"))


def _deck_lines(settings: Settings, only: str = "") -> Iterator[str]:
    """What is set for decks, a line for each setting."""
    for deck, values in _as_json(settings).items():
        for key, value in values.items():
            if not only or deck == only:
                yield f"{DECK}.{deck}.{key} = {written(value)}"


def _as_json(settings: Settings) -> dict[str, dict[str, object]]:
    """The settings of decks, without what is not set."""
    return {
        deck: {key: value for key, value in asdict(mine).items() if value is not None}
        for deck, mine in settings.decks.items()
    }


def _warn(key: str, settings: Settings, context: Context) -> None:
    """Say which goals are no concepts, and that a deck is none; a pack may bring it one day."""
    deck = deck_key(key)
    if key != "goals" and deck is None:
        return
    from tutor.cli.wiring import known_goals, open_cache, read_cards, warn_of_decks

    with open_cache(context) as cache:
        library = read_cards(context, (), cache)
        if deck is None:
            known_goals(settings.goals, library, context)
        else:
            warn_of_decks(deck[:1], library, context)


def _refused(error: NotASettingError) -> CannotError:
    wrong_call = error.code != "broken"
    return CannotError(f"settings.{error.code}", 2 if wrong_call else 1, **error.details)


def _text(value: object, context: Context) -> str:
    if value is None:
        return context.say("config.from_locale", language=context.language)
    if value == ():
        return context.say("setup.no_goals")
    return written(value)
