"""Widgets whose text is set anew for every width."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.ui.prose import Block, blocks
from tutor.ui.setting import set_blocks


class Typeset(Widget):
    """A text that knows how to set itself in a width; as high as its lines."""

    DEFAULT_CSS = """
    Typeset { width: 1fr; height: auto; }
    """

    auto_links = False
    _measured = (0, 0)

    def renew(self) -> None:
        """Set another text; the page is laid out again only where its height has changed."""
        width, high = self._measured
        same = width and width == self.content_size.width and self._height_in(width) == high
        self.refresh(layout=not same)

    def set_in(self, width: int) -> Content:
        """The text in `width` cells; no line of it is wider."""
        raise NotImplementedError

    def render(self) -> Content:
        """The text in the width that the layout gave."""
        return self.set_in(max(self.content_size.width, 1))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text has in that width."""
        self._measured = (width, self._height_in(width))
        return self._measured[1]

    def _height_in(self, width: int) -> int:
        content = self.set_in(max(width, 1))
        return content.plain.count("\n") + 1 if content.plain else 0


class Prose(Typeset):
    """A text of a card or a lesson: Markdown's common part, formulas in two dimensions."""

    def __init__(self, identity: str, *, style: str = "") -> None:
        super().__init__(id=identity)
        self._blocks: list[Block] = []
        self._style = style
        self._set: dict[int, Content] = {}
        self.display = False

    def update(self, text: str) -> None:
        """Show another text; an empty one takes no room."""
        self._blocks = blocks(text)
        self._set = {}
        self.display = bool(text)
        self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """The blocks in `width`; remembered, for layout asks more than once."""
        if width not in self._set:
            self._set = {width: set_blocks(self._blocks, width, self._style)}
        return self._set[width]


class Drawn(Typeset):
    """A text made by a function of the width; nothing to show takes no room."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._draw: Callable[[int], Content] | None = None
        self.display = False

    def update(self, draw: Callable[[int], Content] | None) -> None:
        """Draw by another function from now on; None empties the widget."""
        self._draw = draw
        self.display = draw is not None
        self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """What the function draws."""
        return self._draw(width) if self._draw else Content("")
