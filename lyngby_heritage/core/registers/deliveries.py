"""What layers and files from the registers are called and what they hold (`data/registers/deliveries.json`)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..common.data import as_shipped, cached, load
from .aliases import SHAPEFILE_NAME_LENGTH, plain

FILE = "registers/deliveries.json"
UNVERIFIED = "unverified"

_FILDOWNLOAD = re.compile(
    r"^(?P<register>[A-Z]+)_V(?P<version>\d+)_(?P<entity>[A-Za-z]\w*?)(?:_(?P<municipality>\d{4}))?"
    r"_(?P<kind>Total|Delta)Download_(?P<format>csv|json|gpkg|gml)(?:_(?P<time>Current|Temporal|Bitemporal))?"
    r"_(?P<generation>\d+)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.(gpkg|shp|zip|geojson|json|fgb|gml|tab|csv|xml|tif|tiff)$", re.IGNORECASE)
_SCHEMA = re.compile(r"^(?:[^:]*:|[A-Za-z][A-Za-z0-9_]*\.(?=[A-Za-z]))")
_OIS_TABLE = re.compile(r"^co\d{5}t$")


@dataclass(frozen=True)
class Delivery:
    """One kind of delivery. Names of fields are as they are compared (`aliases.plain`)."""

    role: str
    what: str
    """Danish, as people read it."""
    required: tuple[tuple[str, ...], ...]
    """Each with its alternatives."""
    usual: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    least_usual: int | None
    """So many usual fields beside the required decide without a name; None where fields alone decide nothing."""
    values: Mapping[str, frozenset[str]]
    """Field → values on its rows that say outright what they are."""
    geometry: frozenset[str]
    """Kinds that it may have; empty: any."""
    most_rows: int | None
    """More rows than these are more than the one thing that the role asks for; None: any number."""
    always_required: bool
    """Whether a layer without the required fields is never this, whatever it is called."""
    hearing: bool
    """Whether it is a table of people for the tools of the hearing, which nothing else reads."""
    part_of: str | None
    quality: str
    source: str
    """Where it was read what such a delivery looks like."""


@dataclass(frozen=True)
class Fildownload:
    """What the name of a file of Datafordeleren's Fildownload says, {REGISTER}_V{n}_{Entitet}_{kommunekode}_…"""

    register: str
    entity: str
    version: int
    municipality: str | None
    delta: bool
    """Only the changes since the last one, and so never a whole."""
    current: bool
    """Only the rows in force, not the history too."""
    generation: int

    @property
    def group(self) -> tuple[str, str, str]:
        """Downloads of one group hold the same rows, of another day or another extent in time."""
        return self.register, self.entity, self.municipality or ""

    @property
    def preference(self) -> tuple[bool, int, int]:
        """Which of a group is the better, the larger; generations count within one version only."""
        return self.current, self.version, self.generation


@dataclass(frozen=True)
class Recipe:
    """What a role is made of that no register delivers whole: roles of its parts."""

    needed: tuple[str, ...]
    wanted: tuple[str, ...]
    """Without these something is unknown."""
    helpful: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All parts."""
        return (*self.needed, *self.wanted, *self.helpful)


@dataclass(frozen=True)
class Deliveries:
    """Every kind of delivery, with what they are looked up by."""

    every: tuple[Delivery, ...]
    roles: tuple[str, ...]
    own_names: Mapping[str, str]
    """Name as it is compared → the role of the main job that is called so."""
    by_name: Mapping[str, tuple[tuple[Delivery, bool], ...]]
    """Name as it is compared → deliveries, each with whether anyone has seen it under that name."""
    by_entity: Mapping[tuple[str, str], Delivery]
    """Register and entity in Fildownload's names, as they are compared → delivery."""
    not_in_force: Mapping[str, str]
    """Word in a name → what rows of such a layer are, in Danish."""
    noise: frozenset[str]
    places: frozenset[str]
    """Words of the municipalities' names."""
    field_names: frozenset[str]
    """Every name of a field, as it is compared."""
    by_trigram: Mapping[str, tuple[str, ...]]
    """Three letters → the names that hold them."""
    made_of: Mapping[str, Recipe]
    """Role → the parts that it is made of."""
    looked_up_in: Mapping[str, tuple[str, ...]]
    """Role → the tables that its properties' BFE numbers are looked up in."""
    got_at: Mapping[str, str]
    """Role → where its data are got (Danish)."""

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Role, or part of one → what it is called (Danish); of several deliveries of a role the first names it."""
        return {one.role: one.what for one in reversed(self.every)}

    @cached_property
    def of_hearing(self) -> frozenset[str]:
        """The roles of tables of people."""
        return frozenset(one.role for one in self.every if one.hearing)

    def role_named(self, key: str) -> str | None:
        """The role that a name as it is compared stands for, be it the role's own or a register's."""
        named = {one.part_of or one.role for one, _ in self.by_name.get(key, ())}
        return self.own_names.get(key) or (named.pop() if len(named) == 1 else None)


def fildownload(name: str) -> Fildownload | None:
    """What a name of Fildownload's says; None for any other name.

    >>> fildownload("BBR_V3_Bygning_0173_TotalDownload_csv_Current_688.csv").group
    ('BBR', 'Bygning', '0173')
    """
    found = _FILDOWNLOAD.match(_ENDING.sub("", name.strip()))
    if found is None:
        return None
    return Fildownload(
        found["register"].upper(),
        found["entity"],
        int(found["version"]),
        found["municipality"],
        found["kind"].lower() == "delta",
        (found["time"] or "").lower() == "current",
        int(found["generation"]),
    )


def words_of(name: str) -> list[str]:
    """The words of a layer's or file's name as they are compared, without a service's namespace and a file's ending.

    >>> words_of("pdk:theme_pdk_lokalplan_vedtaget_v"), words_of("Vandløb 2026.gpkg")
    (['theme', 'pdk', 'lokalplan', 'vedtaget', 'v'], ['vandloeb', '2026'])
    """
    text = _ENDING.sub("", unicodedata.normalize("NFC", name).strip())
    text = _SCHEMA.sub("", text) or text
    words = [plain(word) for word in re.split(r"[^0-9A-Za-zÆØÅæøåÄÖäö]+", text)]
    return [word for word in words if word]


def forms_of(name: str, known: Deliveries) -> Iterator[tuple[str, bool]]:
    """What a name is looked up by, best first, each with whether place, number or year was left out for it."""
    words = words_of(name)
    yield "".join(words), False
    meaning = [one for one in words if one not in known.noise and one not in known.not_in_force]
    yield "".join(meaning), False
    table = [one for one in words if _OIS_TABLE.match(one)]
    yield "".join(table), False
    yield "".join(one for one in meaning if not one.isdigit() and one not in known.places), True


def state_of(names: Iterable[str], known: Deliveries) -> str | None:
    """What the rows of a layer are when a word in a name says that they do not apply (Danish); None else."""
    words = (word for name in names for word in words_of(name))
    return next((known.not_in_force[word] for word in words if word in known.not_in_force), None)


def trigrams(key: str) -> set[str]:
    """The runs of three letters in a name as it is compared."""
    return {key[start : start + 3] for start in range(len(key) - 2)}


@cached
def deliveries() -> Deliveries:
    """The kinds of deliveries as the data file has them."""
    content = load(FILE)
    by_name: dict[str, list[tuple[Delivery, bool]]] = defaultdict(list)
    by_entity: dict[tuple[str, str], Delivery] = {}
    noise, words = frozenset(content["noise_words"]), content["not_in_force"]
    every = []
    for entry in content["deliveries"]:
        one = delivery_of(entry)
        every.append(one)
        seen = [(name, True) for name in entry["names"]]
        for name, verified in [*seen, *((name, False) for name in entry.get("unverified_names", ()))]:
            whole = words_of(name)
            meaning = [word for word in whole if word not in noise]
            for key in dict.fromkeys(("".join(whole), "".join(meaning))):
                if key and all(other is not one for other, _ in by_name[key]):
                    by_name[key].append((one, verified))
        for named in entry.get("datafordeler", ()):
            register, entity = named.split()
            by_entity[plain(register), plain(entity)] = one
    own = {plain(role): role for role in content["roles"]}
    by_trigram: dict[str, list[str]] = defaultdict(list)
    for key in [*own, *by_name]:
        for three in trigrams(key):
            by_trigram[three].append(key)
    return Deliveries(
        every=tuple(every),
        roles=tuple(content["roles"]),
        own_names=own,
        by_name={key: tuple(found) for key, found in by_name.items()},
        by_entity=by_entity,
        not_in_force=words,
        noise=noise,
        places=frozenset(
            word for name in as_shipped("themes/catalogue.json")["municipalities"] for word in words_of(name)
        ),
        field_names=frozenset(name for one in every for group in (*one.required, *one.usual) for name in group),
        by_trigram={key: tuple(names) for key, names in by_trigram.items()},
        made_of={
            role: Recipe(tuple(one["needed"]), tuple(one["wanted"]), tuple(one["helpful"]))
            for role, one in content["made_of"].items()
        },
        looked_up_in={role: tuple(parts) for role, parts in content["looked_up_in"].items()},
        got_at=content["got_at"],
    )


@cached
def values_asked() -> frozenset[str]:
    """The fields, as they are compared, whose values say outright what a row is."""
    return frozenset(name for one in deliveries().every for name in one.values)


def delivery_of(entry: Mapping[str, Any]) -> Delivery:
    """A kind of delivery as an entry of a data file has it."""
    return Delivery(
        role=entry["role"],
        what=entry["what"],
        required=_fields(entry["required"]),
        usual=_fields(entry["usual"]),
        excluded=tuple(plain(one) for one in entry.get("excluded", ())),
        least_usual=entry.get("least_usual"),
        values={plain(name): frozenset(found) for name, found in entry.get("values", {}).items()},
        geometry=frozenset(entry.get("geometry", ())),
        most_rows=entry.get("most_rows"),
        always_required=entry.get("always_required", False),
        hearing=entry.get("hearing", False),
        part_of=entry.get("part_of"),
        quality=entry["quality"],
        source=entry["source"],
    )


def _fields(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(plain(one) for one in name.split("|")) for name in names)


def cut(name: str) -> str:
    """What a shapefile leaves of a field's name, as it is compared."""
    return name[:SHAPEFILE_NAME_LENGTH]
