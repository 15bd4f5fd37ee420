"""The least that Textual can show: what a start is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """The word that the stopwatch waits for."""
        yield Static("ready")


Empty().run()
