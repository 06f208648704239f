"""Finds the main job's layers among those of its input: by the job's own names, then by recognition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError, Note
from ..landscape.theme_recognition import CODE, FIELDS, NAME, ThemeVerdict
from ..registers.aliases import plain
from ..registers.recognition import CERTAIN, CONTENT, OWN_NAME, REGISTER_NAME, Header, Verdict, recognise
from .layer_notes import not_used, taken, tie
from .theme_notes import theme_not_used, theme_taken

RULES = "rules/main_job.json"
EARLIER = {"tidligere_bygninger": "@tidligere_bygninger", "tidligere_landskab": "@tidligere_temaer"}
"""Roles of one kind of earlier designation → what the steps ask for."""


@dataclass(frozen=True)
class Layer:
    """A layer of the input: its name, the address by which QGIS opens it, its fields, rows and CRS."""

    name: str
    address: str
    fields: tuple[str, ...] = ()
    rows: int = 0
    crs: str = "-"
    other_names: tuple[str, ...] = ()
    """What else it is called: as its file is, where it is the only layer in it, and as the project has it."""
    geometry: str | None = None
    """`point`, `line`, `polygon`, `none`; None where it is not known."""
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Field → values of the first rows, of fields that say what a row is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, the one in its file or service first."""
        return (self.name, *self.other_names)

    @property
    def header(self) -> Header:
        """What it is recognised by."""
        return Header(self.names, self.fields, self.geometry, self.values)


def no_theme(_header: Header) -> ThemeVerdict | None:
    """What a catalogue without themes says of any layer."""
    return None


@dataclass(frozen=True)
class Found:
    """What the input holds, sorted by what the job does with it."""

    layers: Mapping[str, Layer]
    """Role (`bygninger`, `jordstykker` …) → the layer."""
    themes: tuple[Layer, ...] = ()
    """Layers that the theme catalogue knows, in the input's order."""
    terrain: str | None = None
    """The terrain model's file."""
    unused: tuple[str, ...] = field(default=())
    """Names of layers that nothing is done with."""
    notes: tuple[Note, ...] = field(default=())
    """What was taken for what by anything but its own name, and what probably has a role and was not used."""

    def addresses(self) -> dict[str, str | list[str]]:
        """Role → address, with the special roles that begin with @."""
        out: dict[str, str | list[str]] = {role: layer.address for role, layer in self.layers.items()}
        before = self.layers.get("tidligere_udpegning")
        if before is not None:
            del out["tidligere_udpegning"]
            if "udpegning" in before.fields:
                out["@tidligere_bygninger"] = before.address
            elif "tema" in before.fields:
                out["@tidligere_temaer"] = before.address
        for role, special in EARLIER.items():
            if role in out:
                out[special] = out.pop(role)
        if self.themes:
            out["@temaer"] = [layer.address for layer in self.themes]
        if self.terrain:
            out["@terraen"] = self.terrain
        return out


def sort_layers(
    layers: Iterable[Layer],
    is_theme: Mapping[str, bool],
    terrain: str | None = None,
    theme_of: Callable[[Header], ThemeVerdict | None] = no_theme,
) -> Found:
    """Give each layer its role: by the job's own name, whatever its case and spelling of æøå, else by recognition.

    `is_theme` says of each name whether people call it a theme, `theme_of` what the theme catalogue says of a layer. Of
    several layers that were recognised as one role, one is taken only where it is the better beyond doubt.
    HeritageError when two layers carry the own name of one role: nobody may guess which was meant.
    """
    every = list(layers)
    found: dict[int, str] = {}
    themes: list[int] = []
    others: dict[int, Verdict] = {}
    said: dict[int, Note | None] = {}
    by_role: dict[str, int] = {}
    for place, layer in enumerate(every):
        verdict = recognise(layer.header)
        role = _asked(verdict)
        if role is not None and plain(layer.name) == plain(role):
            if role in by_role:
                raise HeritageError(
                    "Two layers of the input are called {role}: {first} and {second}. Rename or remove one of them.",
                    role=role,
                    first=every[by_role[role]].address,
                    second=layer.address,
                )
            found[place], by_role[role] = role, place
            continue
        if any(is_theme.get(name) for name in layer.names):
            themes.append(place)
            continue
        theme = theme_of(layer.header)
        if theme is None or _goes_before(verdict, theme, layer):
            others[place] = verdict
        elif theme.code and _is_question(verdict, theme):
            roles = (*((verdict.fits,) if verdict.fits else verdict.roles), theme.code)
            others[place] = Verdict(None, roles=roles, name=layer.name)
        elif theme.code:
            themes.append(place)
            said[place] = theme_taken(layer.name, theme)
        else:
            said[place] = theme_not_used(layer.name, theme)
    said |= _recognised(every, others, by_role, found)
    unused = tuple(layer.name for place, layer in enumerate(every) if place not in found and place not in set(themes))
    return Found(
        {found[place]: every[place] for place in sorted(found)},
        tuple(every[place] for place in themes),
        terrain,
        unused,
        tuple(note for _, note in sorted(said.items()) if note is not None),
    )


_TOLD = {OWN_NAME: 3, REGISTER_NAME: 3, NAME: 3, CONTENT: 2, CODE: 2, FIELDS: 1}
"""How much what told weighs: names before values on the rows, and those before fields."""


def _goes_before(verdict: Verdict, theme: ThemeVerdict, layer: Layer) -> bool:
    """Whether the role that a layer was recognised as goes before the theme."""
    if not verdict.fits and not verdict.roles:
        return False
    if theme.is_unknown_number:
        return True
    if theme.by == NAME:  # a layer called by a theme is one, unless its own name or a better one is that of a role
        names = layer.names
        return verdict.by == OWN_NAME and names.index(verdict.name) <= names.index(theme.name)
    return _TOLD[verdict.by or ""] > _TOLD[theme.by]


def _is_question(verdict: Verdict, theme: ThemeVerdict) -> bool:
    """Whether a role and a theme fit a layer equally well."""
    return bool(verdict.fits or verdict.roles) and theme.by != NAME and _TOLD[verdict.by or ""] == _TOLD[theme.by]


def _recognised(
    layers: Sequence[Layer], verdicts: Mapping[int, Verdict], by_role: dict[str, int], found: dict[int, str]
) -> dict[int, Note | None]:
    """Add to `found` and `by_role` the layers that a verdict gives a role; what is said of each in `verdicts`."""
    candidates: dict[str, list[int]] = defaultdict(list)
    for place, verdict in verdicts.items():
        role = _asked(verdict)
        if role is not None and is_usable(layers[place], verdict):
            candidates[role].append(place)
    said: dict[int, Note | None] = {}
    for role, places in candidates.items():
        best = by_role.get(role, _best(places, layers, verdicts))
        if best is None:
            said |= dict.fromkeys(places)
            said[places[0]] = tie(role, [layers[one].address for one in places])
            continue
        if role not in by_role:
            by_role[role], found[best] = best, role
            said[best] = taken(layers[best].name, role, verdicts[best])
        for place in places:
            if place != best:
                said[place] = not_used(layers[place].name, verdicts[place], instead=layers[best].address)
    for place, verdict in verdicts.items():
        if place not in said:
            said[place] = not_used(layers[place].name, verdict, layers[place].rows)
    return said


def _asked(verdict: Verdict) -> str | None:
    """The role that a layer was recognised as, where the job reads it."""
    return verdict.role if verdict.role in load(RULES)["layers"] else None


def is_wanted(names: Sequence[str]) -> bool:
    """Whether the job would use a layer of these names, of which nothing more is known."""
    verdict = recognise(Header(tuple(names)))
    return _asked(verdict) is not None and is_usable(Layer(names[0], ""), verdict)


def is_usable(layer: Layer, verdict: Verdict) -> bool:
    """Whether a layer is what its role asks for: whole, and with rows that apply and no more than these."""
    changes_only = verdict.download is not None and verdict.download.delta
    too_many = verdict.most_rows is not None and layer.rows > verdict.most_rows
    return verdict.part_of is None and verdict.state is None and not changes_only and not too_many


def _best(places: Sequence[int], layers: Sequence[Layer], verdicts: Mapping[int, Verdict]) -> int | None:
    """The layer of several for one role that is the better beyond doubt; None where there is none.

    Downloads of the same rows: one with rows (the newest version may be headings only), in force, of the newest
    version and generation. Else one that is surer than every other: by a whole name, by a name, by its fields.
    """
    if len(places) == 1:
        return places[0]
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
