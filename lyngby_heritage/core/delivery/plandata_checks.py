"""What came of holding a plan's areas against the published rules, row by row, for the sheet of the delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..common.errors import Note
from ..common.wording import filled, joined, number
from .plandata_area import Areas, limit, overlapping

OFFICIAL = "Plandatas vejledning til upload"
OWN = "dette programs egen grænse"
MOST_NARROW = 10
"""Narrow surfaces that are named."""
TOLD_BY = {
    "afgraensning": "pakkens afgrænsning",
    "bygninger": "bygningernes BBR-numre",
    "PROFILE": "kommunens profil",
}
"""What says which municipality the plan is of, by the layer that it stands in."""


@dataclass(frozen=True)
class Checked:
    """A rule, and what came of holding the areas against it."""

    rule: str
    result: str
    source: str
    open: bool = False
    """Whether a person has to look."""


@dataclass(frozen=True)
class Lacking:
    """A designated building whose ground is not in the plan's area."""

    number: int | None
    address: str
    property_id: str
    """"" where the building has none."""

    @property
    def why(self) -> str:
        """Why its ground is not there."""
        if self.property_id:
            return f"Ejendom {self.property_id} er ikke blandt pakkens grunde, og bygningen ligger ikke på en af dem."
        return "Bygningen har intet BFE-nummer (ejendom_id) og ligger ikke på en af pakkens grunde."


@dataclass(frozen=True)
class Bounds:
    """What is known of the municipality and its boundary."""

    given: bool
    """Whether the package has a boundary."""
    of_municipality: bool
    """Whether that says of which municipality it is."""
    municipality: int | None
    told_by: Sequence[str]
    """The layers and fields that say so (`Said.where`), none where nothing does."""


def checked_areas(areas: Areas, bounds: Bounds, repaired: Sequence[Note], cut: Sequence[Note]) -> list[Checked]:
    """A row for each rule. Whatever breaks one was refused before, and what was cured is told (`repaired`, `cut`)."""
    mended, trimmed = _told(repaired), _told(cut)
    places = "; ".join(f"{name} ved {x:.0f}, {y:.0f}" for name, x, y in areas.slivers[:MOST_NARROW])
    width = str(limit("sliver_m")).replace(".", ",")
    narrow = f"{number(len(areas.slivers))}: {places}."
    return [
        Checked("Koordinatsystemet er ETRS89 / UTM zone 32N (EPSG:25832)", "Overholdt.", OFFICIAL),
        Checked("Hvert objekt er ét multipolygon, og hver fil har én slags geometri", "Overholdt.", OFFICIAL),
        Checked(
            "Ingen linjer krydser hinanden", f"Overholdt. {mended or 'Intet er repareret.'}", OFFICIAL, bool(mended)
        ),
        _boundary_row(bounds, trimmed),
        _municipality_row(bounds),
        Checked("Delområder overlapper ikke", f"Overholdt: {number(overlapping(areas.parts))} m² er fælles.", OWN),
        Checked("Delområder ligger i planens område", "Overholdt.", OWN),
        Checked(
            "ZONE er 1 eller 3, og IZONEREG false; eller ZONE er tom, og IZONEREG true",
            "Overholdt i begge filer.",
            OFFICIAL,
        ),
        Checked(f"Flader, der er smallere end {width} m", narrow if places else "Ingen.", OWN, bool(places)),
    ]


def _told(notes: Sequence[Note]) -> str:
    return " ".join(filled(one.danish, one.values, danish=True) for one in notes)


def _boundary_row(bounds: Bounds, trimmed: str) -> Checked:
    rule = "Alt ligger inden for kommunens egen grænse"
    if not bounds.given:
        said = "Ikke kontrolleret: pakken har ingen afgrænsning. Lav den igen med kommunegrænsen i BOUNDARY."
        return Checked(rule, said, OFFICIAL, True)
    if not bounds.of_municipality:
        said = f"Ligger i pakkens afgrænsning, som ikke siger, at den er kommunens grænse. {trimmed}".strip()
        return Checked(rule, said, OFFICIAL, True)
    return Checked(rule, f"Overholdt. {trimmed}".strip(), OFFICIAL, bool(trimmed))


def _municipality_row(bounds: Bounds) -> Checked:
    rule = "Planen er for én kommune, kommunens egen"
    if bounds.municipality is None:
        return Checked(rule, "Ikke kontrolleret: intet i pakken siger, hvilken kommune den er for.", OFFICIAL, True)
    where = dict.fromkeys(f"i {TOLD_BY[one.partition('.')[0]]}" for one in bounds.told_by)
    return Checked(rule, f"Overholdt: kommunekode {bounds.municipality} står {joined(list(where))}.", OFFICIAL)
