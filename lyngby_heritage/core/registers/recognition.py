"""What a layer is: which role it has, by its names, its fields or its rows. Nothing is guessed into a role.

Names come first, for they are what people and registers call it: the job's own name of the layer, then of its file,
then a register's. Where a name fits several deliveries (Bygning is BBR's and GeoDanmark's) fields and geometry tell
them apart. Where no name tells, values that say outright what a row is (plantype 20) and then the fields decide, if
one role alone fits. Two roles that fit are a question; what fits none comes with the nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..common.cells import cell_id
from .aliases import SHAPEFILE_NAME_LENGTH, plain
from .deliveries import (
    UNVERIFIED,
    Deliveries,
    Delivery,
    Fildownload,
    cut,
    deliveries,
    fildownload,
    forms_of,
    state_of,
    trigrams,
    words_of,
)

OWN_NAME, REGISTER_NAME, FIELDS, CONTENT = "eget_navn", "registernavn", "felter", "indhold"
BY_HAND = "valgt"
"""A person said so."""
CERTAIN, LIKELY, OPEN = "sikker", "sandsynlig", "aaben"

TELLING = 3
"""So many usual fields make a delivery the nearest, though required ones are missing."""
LIKENESS = 0.6
"""Share of the runs of three letters that two names have in common, from which one is told as the nearest."""


@dataclass(frozen=True)
class Header:
    """What is seen of a layer without reading it."""

    names: tuple[str, ...]
    """In its file or service, then of the file where it is the only layer in it, then in the project."""
    fields: tuple[str, ...] = ()
    geometry: str | None = None
    """`point`, `line`, `polygon`, `none`; None where it is not known."""
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Field → values of some rows, where they were looked at."""


@dataclass(frozen=True)
class Verdict:
    """What a layer was taken for."""

    role: str | None
    """None where it is open: `roles` are then those that fit, or none and `nearest` is what it is most like."""
    by: str | None = None
    """OWN_NAME, REGISTER_NAME, FIELDS, CONTENT or BY_HAND; None where nothing tells anything."""
    sure: str = OPEN
    """CERTAIN; LIKELY: by less than a whole name, or a name and fields that do not bear each other out; OPEN."""
    what: str = ""
    """Danish: the delivery."""
    name: str = ""
    """The name that told."""
    part_of: str | None = None
    """The role that this is a part of, and which must be made from its parts."""
    most_rows: int | None = None
    """More rows than these are more than the role asks for."""
    state: str | None = None
    """Danish: what the rows are, where a name says that they do not apply."""
    lacking: tuple[str, ...] = ()
    """Fields that such a delivery has and this layer lacks."""
    unverified: bool = False
    """Nobody has seen such a delivery under this name."""
    roles: tuple[str, ...] = ()
    nearest: str | None = None
    download: Fildownload | None = None

    @property
    def fits(self) -> str | None:
        """The role that it has or is a part of."""
        return self.part_of or self.role


class Seen:
    """The fields, geometry and values of a header as deliveries ask for them."""

    def __init__(self, header: Header) -> None:
        self.geometry = header.geometry
        self.names = {plain(name) for name in header.fields}
        self.short = {plain(name) for name in header.fields if len(name) == SHAPEFILE_NAME_LENGTH}
        if any(len(name) > SHAPEFILE_NAME_LENGTH for name in header.fields):  # no shapefile: BBR's own jordstykke
            self.short -= deliveries().field_names
        self.values = {
            plain(name): {text for value in found if (text := cell_id(value)) is not None}
            for name, found in header.values.items()
        }

    def has(self, alternatives: Iterable[str]) -> bool:
        """Whether one of several fields is there, whole or as a shapefile cuts it."""
        return any(
            one in self.names or (len(one) > SHAPEFILE_NAME_LENGTH and cut(one) in self.short) for one in alternatives
        )

    def lacking(self, one: Delivery) -> tuple[str, ...]:
        """The required fields that are not there."""
        return tuple(alternatives[0] for alternatives in one.required if not self.has(alternatives))

    def usual(self, one: Delivery) -> int:
        """How many of the usual fields are there."""
        return sum(self.has(alternatives) for alternatives in one.usual)

    def has_place(self, one: Delivery) -> bool:
        """Whether the geometry is one that the delivery comes with."""
        return self.geometry is None or not one.geometry or self.geometry in one.geometry

    def says(self, one: Delivery) -> bool | None:
        """Whether values on the rows say that they are this; None where they say nothing."""
        told = [not found.isdisjoint(values) for name, values in one.values.items() if (found := self.values.get(name))]
        return all(told) if told else None

    def fits(self, one: Delivery) -> bool:
        """Whether fields, geometry and values are all those of the delivery."""
        return (
            self.has_place(one) and self.says(one) is not False and not self.has(one.excluded) and not self.lacking(one)
        )

    def tells(self, one: Delivery) -> bool:
        """Whether the fields alone say that it is this."""
        return one.least_usual is not None and self.fits(one) and self.usual(one) >= one.least_usual


def recognise(header: Header) -> Verdict:
    """What one layer is."""
    known = deliveries()
    names = [name for name in dict.fromkeys(header.names) if name]
    own = own_role(names[0]) if names else None
    if own is not None:
        return Verdict(own, OWN_NAME, CERTAIN, name=names[0])
    seen = Seen(header)
    for name in names:
        download = fildownload(name)
        if download is not None:
            return _downloaded(name, download, seen, known)
    return _named(names, seen, known) or _unnamed(names, seen, known)


def recognise_all(headers: Iterable[Header]) -> list[Verdict]:
    """What each of several layers is, in their order."""
    return [recognise(header) for header in headers]


def own_role(name: str) -> str | None:
    """The role that the main job calls by this very name, in any case and spelling of æøå; None for any other name."""
    return deliveries().own_names.get(plain(name))


# By name -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Candidate:
    role: str
    by: str
    name: str
    delivery: Delivery | None
    shortened: bool
    verified: bool


def _candidates(name: str, seen: Seen, known: Deliveries) -> list[_Candidate]:
    """What a name may mean, by the best of its forms that means anything."""
    for key, shortened in forms_of(name, known):
        found = [
            _Candidate(one.role, _kind_of_name(key, one), name, one, shortened, verified)
            for one, verified in known.by_name.get(key, ())
            if not (one.always_required and seen.lacking(one))
        ]
        own = known.own_names.get(key)
        if own is not None and (not found or key == plain(name)):  # the job's own whole name leaves no doubt
            return [_Candidate(own, OWN_NAME, name, None, shortened, True)]
        if found:
            return found
    return []


def _kind_of_name(key: str, one: Delivery) -> str:
    """People's own layers, that no register delivers, are called by their role."""
    return OWN_NAME if one.always_required and key == plain(one.role) else REGISTER_NAME


def _named(names: Sequence[str], seen: Seen, known: Deliveries) -> Verdict | None:
    """The verdict by the names; None where they mean nothing."""
    meant = [found for name in names if (found := _candidates(name, seen, known))]
    if not meant:
        return None
    common = set.intersection(*({one.role for one in found} for found in meant))
    every = [one for found in meant for one in found if not common or one.role in common]
    placed = [one for one in every if one.delivery is None or seen.has_place(one.delivery)]
    if not placed:
        return _misplaced(every[0].name, [one.delivery for one in every if one.delivery is not None], seen, known)
    fitting = [one for one in placed if one.delivery is not None and seen.fits(one.delivery)]
    others = {one.role for one in placed}
    if len(others) == 1:
        chosen = (fitting or placed)[0]
    elif len({one.role for one in fitting}) == 1:
        chosen = fitting[0]
    else:
        roles = tuple(sorted({one.role for one in fitting or placed}))
        return Verdict(None, REGISTER_NAME, roles=roles, name=placed[0].name)
    if not fitting and chosen.delivery is not None:
        against = {one.role for one in _by_fields(seen, known)}
        if against and not against & others:
            return Verdict(None, chosen.by, roles=tuple(sorted({chosen.role, *against})), name=chosen.name)
    return _verdict(chosen, seen, names, known)


def _verdict(chosen: _Candidate, seen: Seen, names: Sequence[str], known: Deliveries) -> Verdict:
    if chosen.delivery is None:
        sure = LIKELY if chosen.shortened else CERTAIN
        return Verdict(chosen.role, OWN_NAME, sure, name=chosen.name, state=state_of(names, known))
    verdict = _as(chosen.delivery, chosen.by, chosen.name, seen, names, known)
    unverified = verdict.unverified or not chosen.verified
    sure = LIKELY if verdict.lacking or unverified or chosen.shortened else CERTAIN
    return replace(verdict, sure=sure, unverified=unverified)


def _as(one: Delivery, by: str, name: str, seen: Seen, names: Sequence[str], known: Deliveries) -> Verdict:
    """The verdict that a layer is this delivery, as likely as fields alone make it."""
    return Verdict(
        role=one.role,
        by=by,
        sure=LIKELY,
        what=one.what,
        name=name,
        part_of=one.part_of,
        most_rows=one.most_rows,
        state=state_of(names, known),
        lacking=seen.lacking(one),
        unverified=one.quality == UNVERIFIED,
    )


def _misplaced(name: str, meant: Sequence[Delivery], seen: Seen, known: Deliveries) -> Verdict:
    """A layer with a geometry that what its name means never has: its fields alone may say that it is more."""
    roles = {role for one in meant for role in (one.role, one.part_of)}
    more = next((one for one in _by_fields(seen, known) if one.role in roles), None)
    if more is not None:
        return _as(more, FIELDS, name, seen, [name], known)
    one = meant[0]
    return Verdict(None, REGISTER_NAME, what=one.what, name=name, nearest=one.part_of or one.role)


def _downloaded(name: str, download: Fildownload, seen: Seen, known: Deliveries) -> Verdict:
    """Fildownload's names say the register and the entity: nothing else can be meant."""
    one = known.by_entity.get((plain(download.register), plain(download.entity)))
    if one is None:
        return Verdict(None, name=name, download=download)
    if not seen.has_place(one):
        return replace(_misplaced(name, [one], seen, known), download=download)
    verdict = _as(one, REGISTER_NAME, name, seen, [name], known)
    return replace(verdict, sure=LIKELY if verdict.lacking or verdict.unverified else CERTAIN, download=download)


# Without a name ------------------------------------------------------------------------------------------------------


def _unnamed(names: Sequence[str], seen: Seen, known: Deliveries) -> Verdict:
    told = [one for one in known.every if seen.says(one) and seen.has_place(one)]
    if len({one.role for one in told}) == 1:
        return _as(told[0], CONTENT, _first(names), seen, names, known)
    found = _by_fields(seen, known)
    roles = sorted({one.role for one in found})
    if len(roles) == 1:
        return _as(found[0], FIELDS, _first(names), seen, names, known)
    if roles:
        return Verdict(None, FIELDS, roles=tuple(roles), name=_first(names))
    return _nearest(names, seen, known)


def _by_fields(seen: Seen, known: Deliveries) -> list[Delivery]:
    """The deliveries that the fields alone can tell, and do."""
    return [one for one in known.every if seen.tells(one)]


def _nearest(names: Sequence[str], seen: Seen, known: Deliveries) -> Verdict:
    """What a layer that nothing tells is most like: by its required fields, else by its name."""
    best: tuple[int, int] = (0, 0)
    guess = None
    for one in known.every:
        if one.least_usual is None or not seen.has_place(one) or seen.says(one) is False:
            continue
        if one.hearing:  # nobody should call a layer of theirs a table of people
            continue
        if seen.has(one.excluded):
            continue
        there = len(one.required) - len(seen.lacking(one))
        score = (there, seen.usual(one))
        telling = there == len(one.required) or score[1] >= TELLING
        if there and telling and score > best:
            best, guess = score, one
    if guess is not None:
        return Verdict(
            None, FIELDS, what=guess.what, name=_first(names), nearest=guess.role, lacking=seen.lacking(guess)
        )
    role = next((role for name in names if (role := _like(name, known))), None)
    return Verdict(None, REGISTER_NAME if role else None, name=_first(names), nearest=role)


def _like(name: str, known: Deliveries) -> str | None:
    """The role whose name is most like a name: one of its words, else most of its letters; None where none is."""
    words = words_of(name)
    for word in words:
        role = known.role_named(word)
        if role is not None and word not in known.noise:
            return role
    key = "".join(words)
    mine = trigrams(key)
    shared = Counter(other for three in mine for other in known.by_trigram.get(three, ()))
    likeness = {other: 2 * count / (len(mine) + len(trigrams(other))) for other, count in shared.items()}
    best = max(likeness, key=lambda other: (likeness[other], other), default=None)
    return known.role_named(best) if best is not None and likeness[best] >= LIKENESS else None


def _first(names: Sequence[str]) -> str:
    return names[0] if names else ""
