"""The keys that matter where one stands, for the bar below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.ui.player.expression import cell_label
from tutor.ui.widgets.bars import Key

if TYPE_CHECKING:
    from tutor.ui.player.state import Play

Say = Callable[..., str]


def keys_of(play: Play, purpose: str, say: Say) -> list[Key]:
    """The keys of now; `purpose` is what the line above them asks for, if anything."""

    def key(label: str, code: str, action: str, **details: object) -> Key:
        return Key(label, say(f"player.key.{code}", **details), action)

    if purpose == "guess":
        return [
            key("Enter", "check", "screen.submit"),
            key("p", "more", "screen.predict"),
            key("Esc", "show", "screen.leave"),
        ]
    if purpose:
        return [key("Enter", "set", "screen.submit"), key("Esc", "leave", "screen.leave")]
    keys = _moving(play, key)
    if play.standing.on_inputs:
        keys.append(key("e", "edit", "screen.edit(False)"))
        keys.append(key("E", "whole", "screen.edit(True)"))
    else:
        keys.append(key("p", "predict", "screen.predict"))
    if play.demo.traps and not play.standing.on_inputs:
        keys.append(key("t", "trap_next" if play.numbers.trap else "trap", "screen.trap"))
    if play.demo.draw is not None:
        keys.append(key("r", "draw", "screen.draw"))
    if len(play.demo.examples) > 1:
        keys.append(key("x", "example", "screen.example"))
    if play.numbers.origin.kind == "seed" or play.numbers.origin.changed:
        keys.append(key("o", "original", "screen.original"))
    if play.numbers.conventions:
        keys.append(key("c", "conventions", "screen.conventions"))
    step = play.step
    if step is not None and step.name in play.demo.pictures:
        keys.append(key("v", "numbers" if play.picture else "picture", "screen.picture"))
    keys.append(key("s", "code", "screen.source"))
    return keys


def _moving(play: Play, key: Callable[..., Key]) -> list[Key]:
    standing = play.standing
    keys = []
    if standing.at < len(play.steps):
        keys.append(key("Space", "next", "screen.step_by(1)"))
    else:
        keys.append(key("b", "previous", "screen.step_by(-1)"))
    if standing.several:
        keys.append(Key("←↑↓→", key("", "cell", "").does))
    if standing.on_inputs:
        if standing.several_inputs:
            keys.append(key("Tab", "input", "screen.choose(1)"))
    elif (operand := standing.operand) is not None and play.run is not None:
        if len(standing.operands) > 1:
            keys.append(key("Tab", "operand", "screen.choose(1)"))
        label = cell_label(play.run.symbol(operand.name), operand)
        keys.append(key("Enter", "into", "screen.enter", cell=label))
    if standing.path:
        keys.append(key("Esc", "out", "screen.back(-1)"))
    return keys
