"""The three looks: dark, light, and the terminal's own sixteen colours.

With `NO_COLOR` the third one is drawn without any. One accent carries what can be acted on; green,
red and amber only ever say right, wrong and near. `quiet` is for what is read second, `line` for
rules, `formula` for mathematics.
"""

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#8fb0f6",
    secondary="#8fb0f6",
    accent="#8fb0f6",
    foreground="#d9dce3",
    background="#14161b",
    surface="#1c1f26",
    panel="#1c1f26",
    boost="#1c1f26",
    success="#8ccf8f",
    error="#f08d88",
    warning="#e3bf72",
    dark=True,
    variables={
        "quiet": "#8d94a3",
        "line": "#2f343f",
        "formula": "#bfd0fa",
        "track": "#333946",
        "scrollbar": "#333946",
        "scrollbar-hover": "#49505f",
        "scrollbar-active": "#8fb0f6",
        "scrollbar-background": "#14161b",
        "scrollbar-background-hover": "#14161b",
        "scrollbar-background-active": "#14161b",
        "scrollbar-corner-color": "#14161b",
        "input-selection-background": "#8fb0f6 30%",
        "block-cursor-background": "#262c3a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "border": "#8fb0f6",
    },
)

LIGHT = Theme(
    name="light",
    primary="#3155b4",
    secondary="#3155b4",
    accent="#3155b4",
    foreground="#22252b",
    background="#fbfaf7",
    surface="#f0eee8",
    panel="#f0eee8",
    boost="#f0eee8",
    success="#1f7636",
    error="#b3261e",
    warning="#875f00",
    dark=False,
    variables={
        "quiet": "#666b76",
        "line": "#dcd9d1",
        "formula": "#24418f",
        "track": "#d6d3ca",
        "scrollbar": "#d6d3ca",
        "scrollbar-hover": "#bbb7ab",
        "scrollbar-active": "#3155b4",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "scrollbar-corner-color": "#fbfaf7",
        "input-selection-background": "#3155b4 25%",
        "block-cursor-background": "#e2e7f5",
        "block-cursor-foreground": "#10131a",
        "block-cursor-text-style": "bold",
        "border": "#3155b4",
    },
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_blue",
    accent="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    error="ansi_red",
    warning="ansi_yellow",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "quiet": "ansi_bright_black",
        "line": "ansi_bright_black",
        "formula": "ansi_cyan",
        "track": "ansi_bright_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-text-style": "bold",
        "border": "ansi_blue",
    },
)

THEMES = (DARK, LIGHT, TERMINAL)


def known(name: str) -> str:
    """The theme of that name, else the dark one: an old setting must not keep anyone out."""
    return name if any(theme.name == name for theme in THEMES) else DARK.name


def fitting(name: str, environ: Mapping[str, str]) -> str:
    """The theme of that name where the terminal shows its colours, else the terminal's own.

    The first two need 256 colours; told to show none, only the third can do without.
    """
    if environ.get("NO_COLOR") is not None:
        return TERMINAL.name
    from rich.console import Console

    shown = Console(force_terminal=True, _environ=environ).color_system
    return TERMINAL.name if shown in (None, "standard") else known(name)


def after(name: str) -> str:
    """The theme that follows in the round that the key makes."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(known(name)) + 1) % len(names)]
