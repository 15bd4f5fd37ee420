"""The words of the command line, read and explained.

Only the parser of the command that was named is built.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tutor.core.text import Language
from tutor.words import say

_Add = Callable[[argparse.ArgumentParser, Language], None]


class _Parser(argparse.ArgumentParser):
    """A parser that names wrong calls in one line and points to the help."""

    def __init__(self, prog: str, description: str, language: Language, **_: object) -> None:
        # What argparse further hands to the parsers of a command's commands is its affair.
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.language = language
        self._positionals.title = say("help.arguments", language)
        self._optionals.title = say("help.options", language)
        self.add_argument("-h", "--help", action="help", help=say("help.help", language))

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}", file=sys.stderr)
        print(say("help.hint", self.language, prog=self.prog), file=sys.stderr)
        raise SystemExit(2)


def _whole(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}")
    return int(text)


def _seed(text: str) -> int:
    if not text.isdecimal() or not text.isascii():
        raise argparse.ArgumentTypeError(f"{text!r}")
    return int(text)


def _flag(parser: argparse.ArgumentParser, language: Language, *names: str) -> None:
    for name in names:
        parser.add_argument(f"--{name}", action="store_true", help=say(f"help.{name}", language))


def _review(parser: argparse.ArgumentParser, language: Language) -> None:
    _flag(parser, language, "plain")
    parser.add_argument("--deck", metavar="D", default="", help=say("help.deck", language))
    parser.add_argument(
        "--limit", metavar="N", type=_whole, default=None, help=say("help.limit", language)
    )


def _quiz(parser: argparse.ArgumentParser, language: Language) -> None:
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--plain", action="store_true", help=say("help.plain", language))
    shape.add_argument("--json", action="store_true", help=say("help.quiz.json", language))
    for name, metavar in (("deck", "D"), ("tag", "T"), ("kind", "K")):
        said = say(f"help.quiz.{name}", language)
        parser.add_argument(f"--{name}", metavar=metavar, action="append", default=[], help=said)
    for name in ("weak", "flagged"):
        said = say(f"help.quiz.{name}", language)
        parser.add_argument(f"--{name}", action="store_true", help=said)
    many = parser.add_mutually_exclusive_group()
    many.add_argument(
        "-n", "--number", metavar="N", type=_whole, help=say("help.quiz.number", language)
    )
    many.add_argument("--all", action="store_true", help=say("help.quiz.all", language))
    parser.add_argument(
        "--minutes", metavar="M", type=_whole, help=say("help.quiz.minutes", language)
    )
    parser.add_argument("--seed", metavar="S", type=_seed, help=say("help.quiz.seed", language))
    parser.add_argument("--count", action="store_true", help=say("help.quiz.count", language))


def _demo(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "name", metavar="NAME", nargs="?", default="", help=say("help.demo.name", language)
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--plain", action="store_true", help=say("help.plain", language))
    shape.add_argument("--json", action="store_true", help=say("help.json", language))
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        dest="given",
        help=say("help.set", language),
    )
    parser.add_argument("--step", metavar="STEP", default="", help=say("help.step", language))
    for name, metavar in (("cell", "CELL"), ("trap", "ID")):
        said = say(f"help.demo.{name}", language)
        parser.add_argument(f"--{name}", metavar=metavar, default="", help=said)
    parser.add_argument(
        "--seed", metavar="N", type=_seed, default=None, help=say("help.demo.seed", language)
    )


def _need_a_demo(
    parser: argparse.ArgumentParser, arguments: argparse.Namespace, language: Language
) -> None:
    """Without a name there is nothing that could be set, drawn or shown in part."""
    for option in ("given", "step", "cell", "trap", "seed"):
        if not arguments.name and getattr(arguments, option) not in ("", [], None):
            called = "--set" if option == "given" else f"--{option}"
            parser.error(say("help.demo.nameless", language, option=called))


def _check(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", type=Path, help=say("help.check.paths", language)
    )
    for name in ("fix", "watch"):
        said = say(f"help.check.{name}", language)
        parser.add_argument(f"--{name}", action="store_true", help=said)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--plain", action="store_true", help=say("help.plain", language))
    shape.add_argument("--json", action="store_true", help=say("help.json", language))


def _new(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("name", metavar="NAME", help=say("help.new.name", language))
    parser.add_argument("--demo", action="store_true", help=say("help.new.demo", language))


def _edit(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("name", metavar="CARD|DECK", help=say("help.edit.name", language))


def _add_cards(parser: argparse.ArgumentParser, language: Language) -> None:
    from tutor.core.cards import KINDS

    parser.add_argument("--deck", metavar="D", default="", help=say("help.add.deck", language))
    said = say("help.add.kind", language)
    parser.add_argument("--kind", metavar="K", choices=list(KINDS), default="", help=said)


def _list(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("--deck", metavar="D", default="", help=say("help.deck", language))
    _flag(parser, language, "flagged")
    _flag(parser, language, "suspended")
    _flag(parser, language, "json")


def _show(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("card", metavar="CARD", help=say("help.show.card", language))
    _flag(parser, language, "json")


def _config(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("key", metavar="KEY", nargs="?", default="", help=say("help.key", language))
    parser.add_argument(
        "value", metavar="VALUE", nargs="?", default=None, help=say("help.value", language)
    )
    _flag(parser, language, "json")


def _backup(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "to",
        metavar="FILE",
        nargs="?",
        type=Path,
        default=None,
        help=say("help.backup.to", language),
    )
    _flag(parser, language, "json")


def _figures(parser: argparse.ArgumentParser, language: Language) -> None:
    _flag(parser, language, "plain", "json")


def _schema(parser: argparse.ArgumentParser, language: Language) -> None:
    kinds = ("concept", "glossary", "tracks")
    said = say("help.schema.kind", language, kinds=", ".join(kinds))
    parser.add_argument(
        "kind", metavar="KIND", nargs="?", choices=kinds, default="concept", help=said
    )
    ways = parser.add_mutually_exclusive_group()
    for way in ("install", "remove"):
        said = say(f"help.schema.{way}", language)
        ways.add_argument(f"--{way}", action="store_true", help=said)
    parser.add_argument("--yes", action="store_true", help=say("help.schema.yes", language))


def _glossary(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "term", metavar="TERM", nargs="?", default="", help=say("help.glossary.term", language)
    )
    _flag(parser, language, "plain", "json")


def _trust(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "pack", metavar="PACK", nargs="?", default="", help=say("help.trust.pack", language)
    )
    for name in ("yes", "forget"):
        said = say(f"help.trust.{name}", language)
        parser.add_argument(f"--{name}", action="store_true", help=said)
    _flag(parser, language, "json")


def _pack(parser: argparse.ArgumentParser, language: Language) -> None:
    commands = parser.add_subparsers(
        title=say("help.pack.commands", language), metavar="COMMAND", parser_class=_Parser
    )
    parser.set_defaults(json=False)
    for name in ("add", "list", "remove"):
        said, about = (say(f"help.pack.{name}{end}", language) for end in ("", ".about"))
        one = commands.add_parser(name, help=said, description=about, language=language)
        one.set_defaults(run=f"{name}_pack" if name != "list" else "list_packs")
        if name == "list":
            _flag(one, language, "json")
            continue
        if name == "add":
            said = say("help.pack.path", language)
            one.add_argument("path", metavar="PATH", help=said)
            said = say("help.pack.name", language)
            one.add_argument("--name", metavar="NAME", default="", help=said)
        else:
            one.add_argument("name", metavar="NAME", help=say("help.pack.which", language))
        said = say(f"help.pack.yes.{name}", language)
        one.add_argument("--yes", action="store_true", help=said)


COMMANDS: dict[str, tuple[str, str, _Add]] = {
    "review": ("review", "review", _review),
    "quiz": ("quiz", "quiz", _quiz),
    "demo": ("demos", "demo", _demo),
    "check": ("checking", "check", _check),
    "new": ("writing", "new", _new),
    "add": ("adding", "add", _add_cards),
    "edit": ("writing", "edit", _edit),
    "trust": ("trust", "trust", _trust),
    "list": ("cards", "list_cards", _list),
    "show": ("cards", "show", _show),
    "due": ("figures", "due", _figures),
    "stats": ("figures", "stats", _figures),
    "config": ("config", "config", _config),
    "glossary": ("glossary", "glossary", _glossary),
    "pack": ("packing", "list_packs", _pack),
    "schema": ("schema", "schema", _schema),
    "backup": ("care", "backup", _backup),
    "doctor": ("care", "doctor", _figures),
}
"""Each command: its module in `tutor.cli.commands`, the function there, and its arguments."""


def read_arguments(argv: list[str], language: Language) -> argparse.Namespace:
    """The arguments, with the `module` and the function `run` that they ask for.

    SystemExit after the help (0) or a wrong call (2).
    """
    if argv and argv[0] in COMMANDS:
        name = argv[0]
        module, run, add = COMMANDS[name]
        parser = _Parser(f"tutor {name}", say(f"help.{name}.about", language), language)
        add(parser, language)
        parser.set_defaults(module=module, run=run)
        arguments = parser.parse_args(argv[1:])
        if name == "demo":
            _need_a_demo(parser, arguments, language)
        if name == "trust" and not arguments.pack and (arguments.yes or arguments.forget):
            parser.error(say("help.trust.nameless", language))
        return arguments
    return _home_parser(language).parse_args(argv)


def _home_parser(language: Language) -> _Parser:
    parser = _Parser("tutor", say("help.about", language), language)
    parser.usage = say("help.usage", language)
    width = max(len(name) for name in COMMANDS) + 2
    commands = "\n".join(f"  {name:<{width}}{say(f'help.{name}', language)}" for name in COMMANDS)
    parser.epilog = say("help.epilog", language, commands=commands)
    parser.add_argument("files", metavar="FILE", nargs="*", help=say("help.files", language))
    _flag(parser, language, "plain", "json")
    parser.add_argument("--version", action="store_true", help=say("help.version", language))
    parser.set_defaults(module="home", run="home")
    return parser
