"""The invented municipality as a whole: every layer that the tools read, and the terrain under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from .assessments import assessment_columns, draw_assessments, geofa_table
from .decisions import decided_buildings, decision_table
from .environments import environment_table
from .houses import CHURCH_USE, draw_houses, frames
from .landscape import landscape_tables
from .naming import addresses, quarter_names
from .notable import mark_notable
from .oddities import spoil_outlines, spoil_values
from .outbuildings import draw_outbuildings, over_the_boundary
from .plans import NamedBuildings, plan_tables
from .properties import divide_ownership, make_parcels
from .records import Records, make_records
from .registers import (
    bbr_table,
    building_table,
    fbb_entries,
    fbb_table,
    floors_table,
    geodanmark_table,
    save_text_table,
)
from .standing import earlier_buildings, standing_of
from .tables import Objects, SampleTable, table, texts, whole
from .terrain import Terrain, make_terrain
from .town import build_town, plot_polygons, settings
from .types import house_types
from .units import units_table
from .water import draw_water

FIRST_FBB_ID = 7_300_000


def never_cancelled() -> None:
    """The check of a run that nobody can cancel."""


@dataclass(frozen=True)
class SampleMunicipality:
    """All tables, the terrain, and the numbers of properties and buildings in them."""

    tables: list[SampleTable]
    terrain: Terrain
    property_count: int
    building_count: int

    def table(self, name: str) -> SampleTable:
        """The table of that name."""
        return next(each for each in self.tables if each.name == name)


def make_municipality(
    property_count: int,
    seed: int,
    registers: bool = True,
    check: Callable[[], None] = never_cancelled,
    progress: Callable[[float], None] = lambda share: None,
) -> SampleMunicipality:
    """Make a municipality of exactly `property_count` properties (20 or more); the same seed gives the same data.

    Coordinates are EPSG:25832 in metres, rounded to 0.01. Without `registers` the tables fbb, save_tekst,
    bygningsvurdering, bbr, geodanmark_bygning, etager and enheder are left out. `check` is called often and may raise
    to stop; `progress` gets 0–1.
    """
    known = settings()
    kinds = known["kinds"]
    codes = [kind["code"] for kind in kinds]
    types = house_types(kinds)

    def chance(topic: int) -> np.random.Generator:
        # Each topic draws for itself, so that one can be changed without changing the others.
        return np.random.default_rng([seed, topic])

    def step(share: float) -> None:
        check()
        progress(share)

    town = build_town(property_count, seed, check)
    step(0.15)
    plots = plot_polygons(town)
    owned = divide_ownership(town, shapely.area(plots), property_count, codes, chance(2))
    axes = frames(town)
    empty = ~town.built | owned.garden | (np.arange(town.count) == owned.common)
    houses = draw_houses(town, axes, kinds, types, empty, owned.church, chance(3))
    outbuildings = draw_outbuildings(town, axes, houses, plots, known, chance(4))
    over_the_boundary(town, axes, houses, outbuildings, chance(5))
    step(0.35)
    parcels = make_parcels(town, plots, owned, houses.plot[houses.use == 110], chance(6), check)
    step(0.55)
    records = make_records(town, houses, outbuildings, types, kinds, owned.church, chance(7))
    decided = decided_buildings(records, town, kinds)
    spoil_values(records, np.array(decided), chance(8))
    outlines = spoil_outlines(records, chance(9))
    water = draw_water(town, chance(12))
    notable = mark_notable(records, town, kinds, owned.church, water.pond, property_count, decided)
    step(0.65)
    address = addresses(town.street, town.even, town.place, chance(10))[records.plot]
    numbers = texts(  # the middle part is the property's BFE number, as FBB serves it
        f"173-{number}-{building}"
        for number, building in zip(parcels.property[records.plot].tolist(), records.number.tolist())
    )
    fbb_id = whole(FIRST_FBB_ID + np.arange(records.count))
    entries = fbb_entries(records, axes, chance(11))
    by_name = np.flatnonzero(notable.named)
    plans = plan_tables(
        town, kinds, NamedBuildings(address[by_name].tolist(), parcels.geometry[np.unique(records.plot[by_name])])
    )
    standing = standing_of(records, town, kinds, plans[1], notable.named)
    assessments = draw_assessments(records, town, kinds, entries, standing, chance(19))
    further = {
        **assessment_columns(records, outlines.record, assessments),
        "kvarter": quarter_names(town)[records.plot][outlines.record],
        "fortaelling": notable.stories[outlines.record],
    }
    step(0.75)
    terrain = make_terrain(town, water, chance(13))
    step(0.85)
    tables = [
        building_table(records, outlines, entries, parcels, numbers, address, fbb_id, further),
        table("jordstykker", "Jordstykker", "MultiPolygon", parcels.geometry, parcels.columns),
        *plans,
        decision_table(records, decided),
        environment_table(town, kinds, records, owned.church),
        earlier_buildings(records, standing, address),
        *landscape_tables(town, water, kinds, _churches(records, owned.church), chance(14)),
    ]
    step(0.9)
    if registers:
        tables += [
            fbb_table(records, entries, numbers, address, fbb_id),
            save_text_table(records, entries),
            geofa_table(records, assessments, parcels.property[records.plot], address),
            bbr_table(records, parcels, chance(15)),
            geodanmark_table(records, outlines, terrain, chance(16)),
            floors_table(records, chance(17)),
            units_table(records, chance(18)),
        ]
    step(1.0)
    return SampleMunicipality(tables, terrain, len(set(parcels.property.tolist())), len(outlines.record))


def _churches(records: Records, first: int) -> Objects:
    """The churches' outlines, the one on the plot `first` before the others."""
    here = np.flatnonzero(records.use == CHURCH_USE)
    churches: Objects = records.geometry[here[np.argsort(records.plot[here] != first, kind="stable")]]
    return churches
