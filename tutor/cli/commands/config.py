"""`tutor config`: the settings, shown and set."""

import argparse
from dataclasses import asdict

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.cli.settings import KEYS, read_settings, write_setting
from tutor.core.settings import NotASettingError, written


def config(arguments: argparse.Namespace, context: Context) -> int:
    """Show all settings or one, or set one; 1 where the file itself cannot be used."""
    if arguments.value is not None:
        try:
            write_setting(context.home.settings, arguments.key, arguments.value)
        except NotASettingError as error:
            raise _refused(error) from None
        except OSError as error:
            file, reason = context.home.settings, error.strerror
            raise CannotError("settings.unwritable", file=file, reason=reason) from None
    elif arguments.key and arguments.key not in KEYS:
        raise CannotError("settings.no_key", 2, key=arguments.key, keys=", ".join(KEYS))
    settings, _ = read_settings(context.home.settings)
    if arguments.value and arguments.key == "goals":
        _warn_of_goals(settings.goals, context)
    shown = {
        key: value
        for key, value in asdict(settings).items()
        if key == arguments.key or not arguments.key
    }
    if arguments.json:
        print_json({"file": str(context.home.settings), "settings": shown})
    elif arguments.key:
        print(_text(shown[arguments.key], context))
    else:
        for key, value in shown.items():
            print(f"{key} = {_text(value, context)}")
        print(context.say("config.file", file=context.home.settings))
    return 1 if context.setting_faults and arguments.value is None else 0


def _warn_of_goals(goals: tuple[str, ...], context: Context) -> None:
    """Say which of the goals are no concepts; they may become some when a pack is added."""
    from tutor.cli.wiring import known_goals, open_cache, read_cards

    with open_cache(context) as cache:
        known_goals(goals, read_cards(context, (), cache), context)


def _refused(error: NotASettingError) -> CannotError:
    wrong_call = error.code != "broken"
    return CannotError(f"settings.{error.code}", 2 if wrong_call else 1, **error.details)


def _text(value: object, context: Context) -> str:
    if value is None:
        return context.say("config.from_locale", language=context.language)
    if value == ():
        return context.say("setup.no_goals")
    return written(value)
