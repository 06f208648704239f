"""Which of the layers that were found serves which role, what is made of parts, and why the others are not used.

A layer that goes by the job's own name of a role has it. Of several that were recognised as one role, one is taken only
where it is the better beyond doubt; a person's word (`by_hand`) stands over everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..common.errors import HeritageError, Note, listed
from .aliases import find_field, plain
from .collection_notes import by_hand as said_by_hand
from .collection_notes import empty, kept_for_people, lookup, not_used, other_municipality, part, taken, tie
from .deliveries import deliveries
from .found_layers import Layer, code_of, municipality_field, stated_municipalities
from .recognition import BY_HAND, CERTAIN, OWN_NAME, REGISTER_NAME, Header, Verdict, recognise


@dataclass(frozen=True)
class ThemeSaid:
    """What is said of a layer that speaks of a theme of landscape or heritage."""

    is_theme: bool
    title: str = ""
    """What the theme is called."""
    roles: tuple[str, ...] = ()
    """A role and a theme fit it equally well: a question."""
    note: Note | None = None


ThemeOf = Callable[[Layer, Verdict], "ThemeSaid | None"]
"""Says what a layer with this verdict has to do with themes; None where nothing, or where its role goes before."""


def no_theme(_layer: Layer, _verdict: Verdict) -> ThemeSaid | None:
    """What is said where there are no themes."""
    return None


@dataclass(frozen=True)
class Choice:
    """What is used as what. Layers are told by their positions among those that were chosen from."""

    verdicts: tuple[Verdict, ...]
    roles: Mapping[str, int]
    """Role → the layer that has it."""
    parts: Mapping[str, Mapping[str, int]]
    """Role that is made → part → the layer that is it."""
    themes: tuple[int, ...]
    """By their names, so that it means nothing in which files they lie."""
    titles: Mapping[int, str]
    """Theme layer → what its theme is called."""
    lookups: Mapping[str, Mapping[str, int]]
    """Role → table that something of it is looked up in → the layer that is it."""
    notes: Mapping[int, Note]
    """What is said of a layer, where there is anything to say."""
    municipality: str = ""
    """The code of the one that was asked for, or that the downloads are of: three digits; empty where nobody knows."""
    only_rows: Mapping[int, str] = field(default_factory=dict)
    """Layer of which only the municipality's rows are wanted → the field that says whose they are."""

    @property
    def used(self) -> frozenset[int]:
        """Every layer that goes into something."""
        parts = (place for found in (*self.parts.values(), *self.lookups.values()) for place in found.values())
        return frozenset({*self.roles.values(), *self.themes, *parts})

    @property
    def unknown(self) -> tuple[int, ...]:
        """Layers of which nothing is known, or between whose roles nobody can choose."""
        return tuple(
            place
            for place, verdict in enumerate(self.verdicts)
            if place not in self.used and verdict.role is None and verdict.by != BY_HAND
        )


def choose(
    layers: Sequence[Layer],
    asked: Collection[str],
    theme_of: ThemeOf = no_theme,
    municipality: str = "",
    by_hand: Mapping[int, str | None] | None = None,
    strict: bool = True,
    first: Collection[int] = (),
) -> Choice:
    """Give layers their roles.

    `asked` are the roles that anybody has a use for, `theme_of` says which layers are themes, `municipality` is a code
    whose data are wanted, `by_hand` says of a layer's position which role it has, or None for none; of two that go by
    one role's own name, those of `first` have it. HeritageError where two layers carry the own name of one role (only
    when `strict`), and where downloads of several municipalities lie side by side and none was asked for.
    """
    return _Choosing(layers, asked, theme_of, municipality, by_hand or {}, strict, first).choice()


class _Choosing:
    def __init__(
        self,
        layers: Sequence[Layer],
        asked: Collection[str],
        theme_of: ThemeOf,
        municipality: str,
        by_hand: Mapping[int, str | None],
        strict: bool,
        first: Collection[int],
    ) -> None:
        self.layers, self.asked, self.theme_of, self.strict = layers, asked, theme_of, strict
        self.first = frozenset(first)
        self.verdicts = [
            _by_hand(by_hand[place]) if place in by_hand else recognise(layer.header)
            for place, layer in enumerate(layers)
        ]
        self.asked_for = code_of(municipality)
        self.municipality = self.asked_for or _only_municipality(layers, self.verdicts)
        self.roles: dict[str, int] = {}
        self.themes: list[int] = []
        self.titles: dict[int, str] = {}
        self.notes: dict[int, Note] = {}
        self.rivals: dict[str, list[int]] = {}
        """Role → the layers that all go by its own name."""
        self.quiet: set[int] = set()
        """Of whom nothing is to be said beyond what is said of another."""

    def choice(self) -> Choice:
        self.take_named()
        candidates = self.candidates()
        parts = self.make_of_parts(candidates)
        for role, places in candidates.items():
            if role in self.asked and role not in parts:
                self.take_best(role, places)
        self.leave_rivals()
        lookups = self.look_up(candidates)
        for place, verdict in enumerate(self.verdicts):
            if not self.is_settled(place, parts):
                self.say(place, not_used(self.layers[place], verdict, lacking_parts=self.lacking(verdict, candidates)))
        choice = Choice(
            tuple(self.verdicts),
            dict(self.roles),
            parts,
            tuple(sorted(self.themes, key=lambda place: (plain(self.layers[place].name), place))),
            dict(self.titles),
            lookups,
            dict(sorted(self.notes.items())),
            self.municipality,
        )
        return replace(choice, only_rows=self.only_rows(choice.used))

    def take_named(self) -> None:
        """Layers that go by a role's own name, those that a person gave a role, and themes."""
        for place, (layer, verdict) in enumerate(zip(self.layers, self.verdicts)):
            if verdict.by == BY_HAND:
                self.say(place, said_by_hand(layer, verdict))
                if verdict.role in self.asked:
                    self.roles[str(verdict.role)] = place
        order = sorted(range(len(self.layers)), key=lambda place: (place not in self.first, place))
        for place in order:
            layer, verdict = self.layers[place], self.verdicts[place]
            if verdict.by == BY_HAND:
                continue
            role = verdict.role if verdict.role in self.asked else None
            if role is not None and plain(layer.name) == plain(role):
                self.take_own(role, place)
            elif (said := self.theme_of(layer, verdict)) is not None:
                self.take_theme(place, said)

    def take_theme(self, place: int, said: ThemeSaid) -> None:
        if said.roles:
            self.verdicts[place] = Verdict(None, roles=said.roles, name=self.layers[place].name)
            return
        if said.is_theme and place in self.first:  # what people decided of environments is no register's designation
            self.quiet.add(place)
            self.say(place, kept_for_people(self.layers[place]))
            return
        if said.is_theme:
            self.themes.append(place)
            self.titles[place] = said.title
        else:
            self.quiet.add(place)
            self.verdicts[place] = Verdict(None, name=self.layers[place].name)
        self.say(place, said.note)

    def leave_rivals(self) -> None:
        """Of several that go by one role's own name none has it."""
        for role in self.rivals:
            del self.roles[role]

    def take_own(self, role: str, place: int) -> None:
        other = self.roles.get(role)
        if other is None:
            self.roles[role] = place
        elif self.verdicts[other].by == BY_HAND or other in self.first:
            self.say(place, not_used(self.layers[place], self.verdicts[place], instead=self.layers[other].called))
        elif self.strict:
            raise HeritageError(
                "Two layers of the input are called {role}: {first} and {second}. Rename or remove one of them.",
                role=role,
                first=self.layers[other].address,
                second=self.layers[place].address,
            )
        else:
            rivals = self.rivals.setdefault(role, [other])
            rivals.append(place)
            note = tie(role, [self.layers[one].called for one in rivals])
            for one in rivals:
                self.say(one, note)

    def candidates(self) -> dict[str, list[int]]:
        """Role or part → the layers that may be it, those that are of no use told and left out."""
        found: dict[str, list[int]] = defaultdict(list)
        settled = {*self.roles.values(), *self.themes}
        for place, (layer, verdict) in enumerate(zip(self.layers, self.verdicts)):
            if place in settled or place in self.notes or verdict.role is None:
                continue
            if not self.is_of_municipality(verdict):
                self.say(place, other_municipality(layer, verdict, self.municipality))
            elif is_usable(layer, verdict) and not self.has_too_many(layer, verdict):
                found[verdict.role].append(place)
        return found

    def has_too_many(self, layer: Layer, verdict: Verdict) -> bool:
        """Whether a layer has more rows than its role asks for, and none says which are the municipality's."""
        most = verdict.most_rows
        many = most is not None and layer.rows is not None and layer.rows > most
        return many and not (self.municipality and municipality_field(layer))

    def only_rows(self, used: Iterable[int]) -> dict[int, str]:
        """Layers that hold other municipalities too, as far as their rows say so, with the field that does."""
        found = {}
        for place in used:
            verdict, download = self.verdicts[place], self.verdicts[place].download
            national = verdict.most_rows is not None or (download is not None and download.municipality is None)
            name = municipality_field(self.layers[place])
            if name and self.municipality and verdict.by != OWN_NAME and (national or self.asked_for):
                found[place] = name
        return found

    def lacking(self, verdict: Verdict, candidates: Mapping[str, Sequence[int]]) -> list[str]:
        """What else the role that a layer is a part of cannot be made without, in Danish."""
        recipe = deliveries().made_of.get(verdict.part_of or "")
        missing = [one for one in recipe.needed if not candidates.get(one)] if recipe is not None else []
        return [deliveries().called[one] for one in missing]

    def is_of_municipality(self, verdict: Verdict) -> bool:
        """Whether a download may be the municipality's."""
        stated = verdict.download.municipality if verdict.download is not None else None
        return not stated or not self.municipality or self.municipality == code_of(stated)

    def make_of_parts(self, candidates: Mapping[str, list[int]]) -> dict[str, dict[str, int]]:
        """Roles that are made of parts, unless a layer has the role by its own name or a person's word."""
        out: dict[str, dict[str, int]] = {}
        for role, recipe in deliveries().made_of.items():
            if role not in self.asked:
                continue
            found = self.best_with_rows(recipe.every, candidates)
            if role in self.roles or any(one not in found for one in recipe.needed):
                continue
            out[role] = found
            for one, place in found.items():
                self.say(place, part(self.layers[place], self.verdicts[place], role))
                self.pass_over(place, candidates[one])
            for place in candidates.get(role, ()):
                instead = listed([self.layers[one].called for one in found.values()])
                self.say(place, not_used(self.layers[place], self.verdicts[place], instead=instead))
        return out

    def look_up(self, candidates: Mapping[str, list[int]]) -> dict[str, dict[str, int]]:
        """The tables that a role's BFE numbers are looked up in, where all are there and its rows point to them."""
        out = {}
        for role, tables in deliveries().looked_up_in.items():
            if role not in self.roles:
                continue
            found = self.best_with_rows(tables, candidates)
            if len(found) < len(tables) or find_field(self.layers[self.roles[role]].fields, "bbr_ground") is None:
                continue
            out[role] = found
            for one, place in found.items():
                self.say(place, lookup(self.layers[place], self.verdicts[place], role))
                self.pass_over(place, candidates[one])
        return out

    def take_best(self, role: str, places: Sequence[int]) -> None:
        best = self.roles.get(role, self.best(places))
        if best is None:
            if places:
                self.say(places[0], tie(role, [self.layers[one].called for one in places]))
                self.quiet.update(places)
            return
        if self.is_empty(best):
            self.say(best, empty(self.layers[best], self.verdicts[best]))
            self.pass_over(best, places)
            return
        if role not in self.roles:
            self.roles[role] = best
            self.say(best, taken(self.layers[best], role, self.verdicts[best]))
        self.pass_over(best, places)

    def pass_over(self, best: int, places: Iterable[int]) -> None:
        for place in places:
            if place != best:
                self.say(place, not_used(self.layers[place], self.verdicts[place], instead=self.layers[best].called))

    def best(self, places: Sequence[int]) -> int | None:
        """The best of several for one role; those whose rows begin with the municipality's go before others."""
        own = [place for place in places if self.municipality in stated_municipalities(self.layers[place])]
        return _best(own or places, self.layers, self.verdicts)

    def best_with_rows(self, names: Iterable[str], candidates: Mapping[str, list[int]]) -> dict[str, int]:
        """Part or table → the best layer for it, of those that there is one of and that has rows."""
        best = {one: self.best(candidates.get(one, ())) for one in names}
        return {one: place for one, place in best.items() if place is not None and not self.is_empty(place)}

    def is_empty(self, place: int) -> bool:
        """Whether a download holds its headings only."""
        return self.layers[place].rows == 0 and self.verdicts[place].download is not None

    def is_settled(self, place: int, parts: Mapping[str, Mapping[str, int]]) -> bool:
        in_part = any(place in found.values() for found in parts.values())
        named = place in self.roles.values() or place in self.themes
        return named or in_part or place in self.notes or place in self.quiet

    def say(self, place: int, note: Note | None) -> None:
        if note is not None:
            self.notes[place] = note


def is_wanted(names: Sequence[str], asked: Collection[str]) -> bool:
    """Whether a layer of these names, of which nothing more is known, would be used as one of these roles."""
    verdict = recognise(Header(tuple(names)))
    return verdict.role in asked and is_usable(Layer(names[0], ""), verdict)


def is_usable(layer: Layer, verdict: Verdict) -> bool:
    """Whether a layer is what its role asks for: whole, and with rows that apply."""
    changes_only = verdict.download is not None and verdict.download.delta
    return verdict.state is None and not changes_only


def _only_municipality(layers: Sequence[Layer], verdicts: Sequence[Verdict]) -> str:
    """The one municipality of the downloads; empty where they name none. HeritageError where they name several."""
    named: dict[str, str] = {}
    for layer, verdict in zip(layers, verdicts):
        if verdict.download is not None and verdict.download.municipality:
            named.setdefault(code_of(verdict.download.municipality), layer.called)
    if len(named) > 1:
        raise HeritageError(
            "The input holds downloads of several municipalities: {codes}. Give the code of the one that is meant in "
            "MUNICIPALITY.",
            codes=", ".join(f"{code.zfill(4)} ({file})" for code, file in sorted(named.items())),
        )
    return next(iter(named), "")


def _by_hand(role: str | None) -> Verdict:
    return Verdict(role, BY_HAND, CERTAIN)


def _best(places: Sequence[int], layers: Sequence[Layer], verdicts: Sequence[Verdict]) -> int | None:
    """The layer of several for one role that is the better beyond doubt; None where there is none.

    Downloads of the same rows: one with rows (the newest version may be headings only), in force, of the newest
    version and generation. Else one that is surer than every other: by a whole name, by a name, by its fields.
    """
    if len(places) <= 1:
        return places[0] if places else None
    downloads = [verdicts[place].download for place in places]
    if len({None if one is None else one.group for one in downloads}) == 1 and downloads[0] is not None:
        ranks = [(layers[place].rows != 0, *one.preference) for place, one in zip(places, downloads) if one is not None]
        return _alone_at(places, ranks)
    return _alone_at(places, [_surety(layers[place], verdicts[place]) for place in places])


def _surety(layer: Layer, verdict: Verdict) -> tuple[bool, bool, bool]:
    """A file's name is that of every layer in it: the layer's own is the surer."""
    return verdict.sure == CERTAIN, verdict.by in (OWN_NAME, REGISTER_NAME), verdict.name == layer.name


def _alone_at(places: Sequence[int], ranks: Sequence[tuple[Any, ...]]) -> int | None:
    highest = [place for place, rank in zip(places, ranks) if rank == max(ranks)]
    return highest[0] if len(highest) == 1 else None
