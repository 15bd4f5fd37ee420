"""Cards as they are asked: gaps one by one, ways back, live cards joined with their demos.

Only what the demos' YAML says is looked at here, so that a start runs no Python of a demo. What
shows when they run (steps that hold words, draws that fail) is for `tutor.packs.trying`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tutor.core.cards import AnyCard, CardId, CardKey, Concept, Formula, Item, Live, Place
from tutor.core.faults import Fault
from tutor.packs.concepts import ReadFile
from tutor.packs.images import OUTSIDE, image_path
from tutor.packs.livecards import EVERY
from tutor.packs.nodes import nearest
from tutor.packs.outlines import Demos, Outline
from tutor.packs.siblings import siblings


@dataclass(slots=True)
class Unfolded:
    """The cards of one concept as they can be asked, and what kept others from it."""

    items: list[Item] = field(default_factory=list)
    walks: dict[CardKey, Live] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def unfold(
    concept: Concept, items: Sequence[Item], files: Mapping[str, ReadFile], demos: Demos
) -> Unfolded:
    """`items` with each step written as `demo.step`, each walk-through as one item a step.

    A card with `each` or `reverse` becomes several; pictures are named by their whole paths.
    `files` are those that say anything of the concept, by their names. An item that names a demo
    or a step which does not exist is left out, with a fault.
    """
    return _Unfolding(concept, items, files, demos).unfolded()


@dataclass(frozen=True, slots=True)
class _Named:
    """A step that a card names, found."""

    demo: Outline
    step: str

    @property
    def full(self) -> str:
        return f"{self.demo.name}.{self.step}"


class _Unfolding:
    """One concept; `found` gathers what becomes of it."""

    def __init__(
        self,
        concept: Concept,
        items: Sequence[Item],
        files: Mapping[str, ReadFile],
        demos: Demos,
    ) -> None:
        self.concept = concept
        self.items = items
        self.files = files
        self.demos = demos
        self.found = Unfolded()
        self.walks: dict[CardKey, Item] = {}

    def unfolded(self) -> Unfolded:
        made = {one.key: one for item in self.items for one in self.resolved(item)}
        made |= {item.key: item for item in self.generated({item.key for item in self.items})}
        owners: dict[CardKey, Item] = {}
        steps: dict[CardKey, list[Item]] = {}
        for walk in self.walks.values():
            joined = self.steps_of(walk, made, owners)
            owners |= dict.fromkeys((item.key for item in joined), walk)
            steps[walk.key] = [item for item in joined if item.key not in made]
            made |= {item.key: item for item in joined if item.key in made}
        for key, item in made.items():
            self.found.items += steps.get(key, []) if key in self.walks else [item]
        return self.found

    def resolved(self, item: Item) -> Iterator[Item]:
        """The item with full names; a walk-through is noted besides, to be unfolded later."""
        pictured = self.with_picture(item)
        if pictured is None:
            return
        item = pictured
        match item.card:
            case Live(live=(_,)) as card:
                named = self.named_steps(item, card.live)
                if named and self.shows_what_it_can(item, card, named[0]):
                    yield replace(item, card=replace(card, live=(named[0].full,)))
            case Live() as card:
                named = self.named_steps(item, card.live)
                if (
                    named
                    and self.are_in_order(item, named)
                    and self.shows_what_it_can(item, card, named[0])
                ):
                    card = replace(card, live=tuple(one.full for one in named))
                    self.walks[item.key] = replace(item, card=card)
                    yield item
            case Formula() as card:
                for one in self.named_steps(item, (card.formula,)):
                    yield replace(item, card=replace(card, formula=one.full))
            case _:
                yield from siblings(item)

    def with_picture(self, item: Item) -> Item | None:
        """The item with its picture's whole path, None where that leads out of the pack.

        Where there is no such file the card can still be asked: `alt` says what is to be seen.
        """
        image, file = item.card.image, self.files.get(item.place.file)
        if image is None or file is None or file.concept is None:
            return item
        path, wrong = image_path(image, item.place.file, file.concept.pack, self.demos.packs)
        if wrong:
            place = self.place(item, f"image:{item.card.id}")
            self.tell(place, wrong, item.card.id, file=image.file)
        if wrong == OUTSIDE:
            return None
        return replace(item, card=replace(item.card, image=replace(image, file=str(path))))

    def named_steps(self, item: Item, written: Iterable[str]) -> list[_Named]:
        """The steps that a card names, none if one of them is not there."""
        found = [
            self.named(name, self.place(item, f"live:{item.card.id}:{index}"), item.card.id)
            for index, name in enumerate(written)
        ]
        named = [one for one in found if one is not None]
        return named if len(named) == len(found) else []

    def named(self, written: str, place: Place, card: str) -> _Named | None:
        demo, dot, step = written.partition(".")
        if not dot:
            demo, step = self.concept.demo, written
        if not demo:
            self.tell(place, "live-without-demo", card, step=step)
            return None
        outline = self.demos.find(demo)
        if outline is None:
            near = nearest(demo, self.demos.names())
            if not dot:  # told once, where the concept names it
                place, card = self.place_of_word("demo"), ""
            self.tell(place, "unknown-demo", card, demo=demo, **near)
            return None
        steps = outline.known.steps
        if steps and step not in steps and not outline.mentions(step):
            near = nearest(step, steps)
            self.tell(place, "unknown-step", card, name=step, known=", ".join(steps), **near)
            return None
        return _Named(outline, step)

    def are_in_order(self, item: Item, named: Sequence[_Named]) -> bool:
        """Whether the steps of a walk-through are of one demo, and none before an earlier one."""
        first = named[0].demo
        steps = first.known.steps
        for index, (one, other) in enumerate(pairwise(named), start=1):
            place = self.place(item, f"live:{item.card.id}:{index}")
            if other.demo != first:
                details = {"demo": other.demo.name, "first": first.name}
                self.tell(place, "walk-demos", item.card.id, **details)
                return False
            if {one.step, other.step} <= {*steps} and steps.index(one.step) >= steps.index(
                other.step
            ):
                details = {"step": other.step, "before": one.step}
                self.tell(place, "walk-order", item.card.id, **details)
                return False
        return True

    def shows_what_it_can(self, item: Item, card: Live, first: _Named) -> bool:
        """Whether placeholders and draw name what the demo has, before the first step asked."""
        faults = len(self.found.faults)
        known = first.demo.known
        steps = known.steps
        before = steps[: steps.index(first.step)] if first.step in steps else steps
        own = tuple(card.draw.quantities) if card.draw else ()
        shown = tuple(dict.fromkeys([*known.inputs, *before]))
        for name, place in self.marked(item, "shown"):
            if name in shown or name in own:
                continue
            if name in steps:
                self.tell(place, "placeholder-later", item.card.id, name=name, step=first.step)
            elif known.inputs and not first.demo.mentions(name):
                details = {"known": ", ".join(shown), **nearest(name, shown)}
                self.tell(place, "placeholder-unknown", item.card.id, name=name, **details)
        drawn = (*known.drawn, *own)
        for name, place in self.marked(item, "drawn"):
            if name not in drawn:
                details = {"known": ", ".join(drawn), **nearest(name, drawn)}
                self.tell(place, "expression-name", item.card.id, name=name, **details)
        return len(self.found.faults) == faults

    def generated(self, taken: set[CardKey]) -> Iterator[Item]:
        """A live card for each step to be generated whose identity no card has."""
        made: dict[CardKey, Item] = {}
        for written, place in self.steps_to_generate():
            named = self.named(written, place, "")
            if named is None:
                continue
            key = CardKey(f"{self.concept.id}/{named.step}")
            if key not in taken and key not in made:
                card = Live(id=CardId(named.step), live=(named.full,))
                made[key] = Item(key, self.concept.id, card, place)
        yield from made.values()

    def steps_to_generate(self) -> Iterator[tuple[str, Place]]:
        """The steps under `generate`, all of them where it is true, and where that is said."""
        for written in self.concept.generate:
            place = self.place_of_word(f"generate:{written}")
            if written != EVERY:
                yield written, place
                continue
            outline = self.demos.find(self.concept.demo) if self.concept.demo else None
            if outline is None:
                if self.concept.demo:
                    self.named("", place, "")
                else:
                    self.tell(place, "generate-without-demo", "")
            elif not outline.known.steps:
                self.tell(place, "generate-no-steps", "", demo=outline.name)
            else:
                for step in outline.known.steps:
                    yield step, place

    def steps_of(
        self, walk: Item, made: Mapping[CardKey, Item], owners: Mapping[CardKey, Item]
    ) -> list[Item]:
        """An item a step of the walk-through, its own where it has one; none if that cannot be."""
        card = walk.card
        assert isinstance(card, Live)
        steps: list[Item] = []
        for index, full in enumerate(card.live):
            step = full.partition(".")[2]
            key = CardKey(f"{self.concept.id}/{step}")
            place = self.place(walk, f"live:{card.id}:{index}")
            own = made.get(key)
            if key in owners:
                other = owners[key]
                first = f"{other.place.file}:{other.place.line}"
                details = {"step": step, "other": other.card.id, "first": first}
                self.tell(place, "walk-step-shared", card.id, **details)
                return []
            if key == walk.key:
                self.tell(walk.place, "walk-named-as-step", card.id, step=step)
                return []
            if own is not None and not _asks(own.card, full):
                first = f"{own.place.file}:{own.place.line}"
                self.tell(place, "walk-step-taken", card.id, step=step, first=first)
                return []
            own = own or Item(key, self.concept.id, card, walk.place)
            steps.append(replace(own, walk=walk.key))
        self.found.walks[walk.key] = card
        return steps

    def marked(self, item: Item, kind: str) -> Iterator[tuple[str, Place]]:
        """The names marked so for a card, and where each stands."""
        file = self.files.get(item.place.file)
        prefix = f"{kind}:{item.card.id}:"
        for mark in file.marks if file else ():
            if file and mark.startswith(prefix):
                yield mark[len(prefix) :], file.place(mark)

    def place(self, item: Item, mark: str) -> Place:
        file = self.files.get(item.place.file)
        return file.place(mark) if file and mark in file.marks else item.place

    def place_of_word(self, mark: str) -> Place:
        """Where a word at the top of one of the files stands, the last of them first."""
        for file in reversed(list(self.files.values())):
            if mark in file.marks:
                return file.place(mark)
        return self.concept.place

    def tell(self, place: Place, code: str, card: str, **details: str) -> None:
        fault = Fault(place, code, card, details)
        if fault not in self.found.faults:
            self.found.faults.append(fault)


def _asks(card: AnyCard, full: str) -> bool:
    """Whether a card asks for this step and no other."""
    return isinstance(card, Live) and card.live == (full,)
