"""What only shows once all files are read: overriding, and words that point to other files."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tutor.core.cards import CardKey, Concept, ConceptId, Item, Place
from tutor.core.faults import Fault
from tutor.packs.concepts import ReadFile
from tutor.packs.nodes import nearest
from tutor.packs.outlines import Demos
from tutor.packs.tracks import Tracks
from tutor.packs.unfolding import unfold


@dataclass(slots=True)
class Merged:
    """Concepts put together from the files of all packs, in the order of the files."""

    concepts: dict[ConceptId, Concept] = field(default_factory=dict)
    items: dict[CardKey, Item] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    files: list[ReadFile] = field(default_factory=list)
    _cards: dict[ConceptId, dict[CardKey, Item]] = field(default_factory=dict)
    _packs: dict[str, str] = field(default_factory=dict)
    _first: dict[ConceptId, Concept] = field(default_factory=dict)
    _ranks: dict[tuple[str, str], int] = field(default_factory=dict)

    def list_tracks(self, pack: str, listed: Tracks) -> None:
        """Takes in the order in which a pack lists its tracks."""
        self.faults += listed.faults
        self._ranks |= {(pack, track): rank for rank, track in enumerate(listed.titles)}

    def add(self, read: ReadFile) -> None:
        """Takes in one more file, which overrides what earlier packs say under its identities."""
        self.faults += read.faults
        concept = read.concept
        if concept is None:
            return
        self.files.append(read)
        known = self.concepts.get(concept.id)
        if known is None:
            self.concepts[concept.id] = self._first[concept.id] = concept
        else:
            if self._packs[concept.id] == concept.pack:
                first = f"{known.place.file}:{known.place.line}"
                details = {"concept": concept.id, "first": first}
                self.faults.append(Fault(concept.place, "same-concept", "", details))
            self.concepts[concept.id] = _overridden(known, concept)
        self._packs[concept.id] = concept.pack
        cards = self._cards.setdefault(concept.id, {})
        for item in concept.items:
            other = cards.get(item.key)
            if other and self._packs.get(item.key) == concept.pack:
                first = f"{other.place.file}:{other.place.line}"
                details = {"first": first}
                self.faults.append(Fault(item.place, "same-identity", item.card.id, details))
                continue
            cards[item.key] = item
            self._packs[item.key] = concept.pack

    def finish(self, demos: Demos) -> dict[CardKey, CardKey]:
        """Puts cards and titles in place, checks what points elsewhere, orders by `needs`.

        Live cards find their demos among `demos`. Returns the identities that cards had before,
        each with the present one.
        """
        files = self._files()
        for name, concept in self.concepts.items():
            found = unfold(concept, [*self._cards[name].values()], files[name], demos)
            self.faults += found.faults
            self.concepts[name] = replace(
                concept,
                items=tuple(found.items),
                walks=found.walks,
                title=concept.title or name,
            )
        self._check_facts()
        self._check_needs()
        self.concepts = self._in_order()
        self.items = {
            item.key: item for concept in self.concepts.values() for item in concept.items
        }
        return self._former_identities()

    def _files(self) -> dict[ConceptId, dict[str, ReadFile]]:
        """For each concept the files that say anything of it, by their names."""
        files: dict[ConceptId, dict[str, ReadFile]] = {name: {} for name in self.concepts}
        for read in self.files:
            assert read.concept is not None
            files[read.concept.id][read.concept.place.file] = read
        return files

    def _check_facts(self) -> None:
        for read in self.files:
            assert read.concept is not None
            facts = self.concepts[read.concept.id].facts
            if read.facts_known:
                self.faults += fact_faults(read, facts)

    def _check_needs(self) -> None:
        names = tuple(self.concepts)
        for read in self.files:
            assert read.concept is not None
            for need in read.concept.needs:
                if need not in self.concepts:
                    place = read.place(f"need:{need}")
                    details = {"need": need, **nearest(need, names)}
                    self.faults.append(Fault(place, "unknown-need", "", details))

    def _in_order(self) -> dict[ConceptId, Concept]:
        """Each concept behind all that it needs, otherwise later packs first, as their files stand.

        The tracks that a pack lists come in the order of the list, before those that it does not.
        What a learner wrote, or named on the command line, is asked before what came with the
        tutor: the day's new cards would else be used up before it. A cycle is broken at its first
        concept, with a fault.
        """
        packs = list(dict.fromkeys(concept.pack for concept in self._first.values()))
        behind = len(self._ranks)

        def turn(name: ConceptId) -> tuple[int, int]:
            first = self._first[name]
            return -packs.index(first.pack), self._ranks.get((first.pack, first.track), behind)

        waiting = {name: self.concepts[name] for name in sorted(self.concepts, key=turn)}
        needs = {
            name: {ConceptId(need) for need in concept.needs if need in waiting}
            for name, concept in waiting.items()
        }
        ordered: dict[ConceptId, Concept] = {}
        while waiting:
            ready = next((name for name in waiting if needs[name] <= ordered.keys()), None)
            if ready is None:
                cycle = _cycle(next(iter(waiting)), needs, waiting)
                ready = min(cycle, key=list(waiting).index)
                place = self._need_place(ready, needs[ready] & set(cycle))
                chain = " → ".join([*cycle, cycle[0]])
                self.faults.append(Fault(place, "needs-cycle", "", {"cycle": chain}))
            ordered[ready] = waiting.pop(ready)
        return ordered

    def _need_place(self, name: ConceptId, needs: set[ConceptId]) -> Place:
        """Where a concept says that it needs one of `needs`."""
        for read in self.files:
            for need in sorted(needs):
                if read.concept and read.concept.id == name and f"need:{need}" in read.marks:
                    return read.place(f"need:{need}")
        return self.concepts[name].place

    def _former_identities(self) -> dict[CardKey, CardKey]:
        aliases: dict[CardKey, CardKey] = {}
        claimed: dict[CardKey, Place] = {}
        for read, written, item, former in self._renamed():
            place = read.place(f"was:{written.card.id}")
            details = {"was": str(former)}
            if former in self.items:
                alive = self.items[former].place
                details["place"] = f"{alive.file}:{alive.line}"
                self.faults.append(Fault(place, "was-alive", written.card.id, details))
            elif former in claimed:
                first = claimed[former]
                details["place"] = f"{first.file}:{first.line}"
                self.faults.append(Fault(place, "was-twice", written.card.id, details))
            else:
                claimed[former] = place
                aliases[former] = item.key
        return aliases

    def _renamed(self) -> Iterator[tuple[ReadFile, Item, Item, CardKey]]:
        """The identities that cards had before: where each is written, as what, and as asked."""
        made: dict[Place, list[Item]] = defaultdict(list)
        for item in self.items.values():
            if item.card.was:
                made[item.place].append(item)
        for read in self.files:
            assert read.concept is not None
            for written in read.concept.items:
                for item in made.get(written.place, ()):
                    for former in item.card.was:
                        yield read, written, item, CardKey(former)


def fact_faults(read: ReadFile, facts: Mapping[str, object]) -> list[Fault]:
    """A fault for each card that names a fact which is not among `facts`."""
    assert read.concept is not None
    found, names = [], tuple(facts)
    for item in read.concept.items:
        fact = item.card.fact
        if fact and fact not in facts:
            details = {"fact": fact, **nearest(fact, names)}
            place = read.place(f"fact:{item.card.id}")
            found.append(Fault(place, "unknown-fact", item.card.id, details))
    return found


def _overridden(known: Concept, later: Concept) -> Concept:
    """The concept with all that a later file says in place of what an earlier one says."""
    return replace(
        known,
        title=later.title or known.title,
        needs=tuple(dict.fromkeys((*known.needs, *later.needs))),
        source=later.source or known.source,
        facts={**known.facts, **later.facts},
        lesson=later.lesson or known.lesson,
        demo=later.demo or known.demo,
        generate=tuple(dict.fromkeys((*known.generate, *later.generate))),
        pack=later.pack if later.demo else known.pack,
    )


def _cycle(
    start: ConceptId, needs: Mapping[ConceptId, set[ConceptId]], waiting: Mapping[ConceptId, object]
) -> list[ConceptId]:
    """A cycle of needs that can be reached from `start`, all of whose needs are waiting."""
    path: list[ConceptId] = []
    here = start
    while here not in path:
        path.append(here)
        here = next(name for name in sorted(needs[here]) if name in waiting)
    return path[path.index(here) :]
