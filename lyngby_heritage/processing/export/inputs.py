"""Reads the layers given to `exportlokalplan` into what the core makes the plan's documents from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.common.cells import cell_id, cell_text
from ...core.common.data import load
from ...core.common.errors import HeritageError
from ...core.designation.binding import may_be_bound, unbound_as_withheld
from ...core.designation.certainty import thresholds_tried
from ...core.designation.churches import church_rows
from ...core.designation.outcome import Basis
from ...core.landscape.written import KIND, STATUS, THEME, is_blank_for_a_person, read_written
from ...core.neighbourhood.buildings import is_main
from ...core.neighbourhood.properties import known_properties
from ...core.plan.content import Buildings, Landscape, Parcels, Plots, Withheld, read_flag
from ...core.plan.environments import Environments
from ...core.plan.local_plans import LocalPlans, read_local_plans
from ...core.registers.codes import label
from ...core.registers.parcel_names import named_districts, parcel_name
from ...core.registers.plandata import provision_slots
from ...core.registers.registration import (
    LOCAL_PLAN,
    PUBLIC_CONCEPTS,
    STANDING_CONCEPTS,
    SUB_VALUES,
    read_standing,
    read_sub_values,
    standing_codes,
    withheld_rows,
)
from ...core.registers.rows import read_listed
from ...core.registers.values import (
    known_whole_numbers,
    normal_ids,
    read_codes,
    read_numbers,
    read_save_values,
    read_years,
)
from ..inputs.metadata import made_by
from ..inputs.sources import read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check
    from ...core.landscape.catalogue import Catalogue
    from ..inputs.sources import Source, Table

BUILDING_CONCEPTS = (
    "building_id",
    "address",
    "save_value",
    "designated",
    "designation_ground",
    "designation_reason",
    "year",
    "use",
    "wall",
    "roof",
    "property_id",
    "parcel_id",
    "district_code",
    "district_name",
    "quarter",
    "story",
    "origin",
    "listed",
    "listing_code",
    "running_number",
    "fbb_id",
    *PUBLIC_CONCEPTS,
    *SUB_VALUES,
    *STANDING_CONCEPTS,
)
CERTAINTY = "sikkerhed"
PARCELS_OF_PLOT = "jordstykker"
"""Where checkplotratio says which parcels a plot has, by number and district."""
NEEDED = ("designated", "designation_ground")


def building_positions(source: Source) -> dict[str, int | None]:
    """The fields of a classified layer; HeritageError when it is not one."""
    positions = {concept: source.find(concept) for concept in BUILDING_CONCEPTS}
    for concept in NEEDED:
        if positions[concept] is None:
            raise HeritageError(
                "The layer {layer} is not an output of classifybuildings: it has no field '{field}'. Its fields are: "
                "{fields}. Run 'Designate buildings' first, and give its result in BUILDINGS.",
                layer=source.name,
                field=load("registers/fields.json")[concept][0],
                fields=", ".join(source.field_names),
            )
    return positions


@dataclass(frozen=True)
class ReadBuildings:
    """The layer of buildings as it was read."""

    public: Buildings
    """Those that the public is told of: whatever people are shown of the plan is made from these."""
    hidden: Buildings
    """Those that the register keeps from it, for the log alone."""
    withheld: Withheld
    origin: str
    """Where the data say that they are from, or ""."""
    unsaid: Sequence[int]
    """Rows of `public` that say neither yes nor no to being designated."""
    repaired: int
    """Geometries that were repaired for the computation."""


def read_buildings(
    source: Source, positions: dict[str, int | None], crs: QgsCoordinateReferenceSystem, check: Check
) -> ReadBuildings:
    """The buildings that the public is told of, and what is withheld from it."""
    certainty = source.source.fields().lookupField(CERTAINTY)
    table = read(source, {**positions, CERTAINTY: certainty if certainty >= 0 else None}, crs, check)
    count = len(table)
    texts = partial(_texts, table)
    flags = [read_flag(one) for one in table.columns["designated"]]
    raw_save = table.columns.get("save_value")
    save, _ = read_save_values(raw_save if raw_save is not None else [None] * count)
    raw_use, raw_year = (table.columns.get(one) for one in ("use", "year"))
    use = read_codes(raw_use, "use").values if raw_use is not None else np.full(count, np.nan)
    year = read_years(raw_year).values if raw_year is not None else np.full(count, np.nan)
    raw_ids, raw_properties = table.columns.get("building_id"), table.columns.get("property_id")
    ids = texts("building_id") if raw_ids is None else [cell_id(one) or "" for one in raw_ids]
    listed = read_listed(table.columns, count)[0] == 1
    churches = church_rows(use)
    decided = np.array([one is True for one in flags], dtype=bool)
    withheld = withheld_rows(table.columns, count)
    unbound = unbound_as_withheld(decided, listed | churches, withheld)
    standing = read_standing(table.columns, count)
    buildings = Buildings(
        ids=ids,
        addresses=texts("address"),
        save=save,
        designated=may_be_bound(decided, listed | churches),
        ground=texts("designation_ground"),
        reasons=texts("designation_reason"),
        years=[None if one != one else int(one) for one in year.tolist()],
        uses=["" if one != one else label("use", int(one)) for one in use.tolist()],
        walls=_code_words(table, "wall"),
        roofs=_code_words(table, "roof"),
        main=is_main(use),
        property_ids=[""] * count if raw_properties is None else known_properties(normal_ids(raw_properties)),
        parcel_numbers=_parcel_names(table),
        quarters=texts("quarter"),
        stories=texts("story"),
        geometries=table.geometry.geometries,
        districts=_districts(table),
        decided=decided,
        listed=listed,
        churches=churches,
        by_local_plan=(standing & LOCAL_PLAN) > 0,
        standing=standing_codes(standing),
        earlier_numbers=known_whole_numbers(table.columns.get("running_number"), count),
        sub_values=read_sub_values(table.columns)[0],
        fbb_ids=_ids(table, "fbb_id"),
        certainty=_certainty(source, table),
    )
    shown = np.flatnonzero(~withheld).tolist()
    hidden = buildings.only(withheld)
    return ReadBuildings(
        public=buildings.only(~withheld),
        hidden=hidden,
        withheld=Withheld(withheld, frozenset(normal_ids(hidden.ids)), int(unbound.sum())),
        origin=_common(texts("origin")),
        unsaid=[place for place, row in enumerate(shown) if flags[row] is None],
        repaired=len(table.geometry.repaired),
    )


def _certainty(source: Source, table: Table) -> Sequence[float | None]:
    """How sure each designation is; () where the layer does not say, or no threshold was asked."""
    told = table.columns[CERTAINTY]
    if told is None or not thresholds_tried(Basis.read(made_by(source))):
        return ()
    return [None if one != one else one for one in read_numbers(told).values.tolist()]


def read_plots(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> tuple[Plots, dict[str, Any]]:
    """The plots of checkplotratio, and the columns of their annex by field."""
    fields = {
        one[0]: source.source.fields().lookupField(one[0]) for one in load("rules/lokalplan.json")["property_columns"]
    }
    positions = {field: position for field, position in fields.items() if position >= 0}
    table = read(
        source,
        {
            **positions,
            "property_id": source.need("property_id"),
            **{concept: source.find(concept) for concept in ("parcel_id", "district_code", "district_name")},
        },
        crs,
        check,
    )
    names = _texts(table, PARCELS_OF_PLOT) if PARCELS_OF_PLOT in positions else _parcel_names(table)
    plots = Plots(
        property_ids=known_properties(normal_ids(table.columns["property_id"] or [None] * len(table))),
        parcel_numbers=names,
        geometries=table.geometry.geometries,
    )
    return plots, {**{field: table.columns[field] for field in positions}, PARCELS_OF_PLOT: names}


def read_parcels(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> Parcels:
    """The parcels of Matriklen by number and district."""
    concepts = {concept: source.find(concept) for concept in ("parcel_id", "district_code", "district_name")}
    concepts["parcel_id"] = source.need("parcel_id")
    table = read(source, concepts, crs, check)
    return Parcels(_parcel_names(table), _districts(table), table.geometry.geometries)


def change_is_public(source: Source, withheld: Withheld, check: Check) -> list[bool]:
    """Whether the building of each row of comparedesignations is one that the public is told of."""
    read_ids = read(source, {"building_id": source.find("building_id")}, check=check).columns["building_id"] or ()
    return [one not in withheld.ids for one in normal_ids(read_ids)]


PLAN_CONCEPTS = (
    *("plan_name", "plan_number", "adopted", "preservation_text", "plan_document"),
    *("plan_status", "plan_cancelled", "plan_in_force", "parent_plan"),
)


def read_plans(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> LocalPlans:
    """The lokalplaner of a layer that bind today."""
    codes = {f"provision_{number}": place for number, place in enumerate(provision_slots(source.field_names))}
    table = read(source, {**{concept: source.find(concept) for concept in PLAN_CONCEPTS}, **codes}, crs, check)
    columns = table.columns
    return read_local_plans(table.geometry.geometries, columns, [columns[one] or () for one in codes])


def read_environments(
    source: Source, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[Environments, Sequence[str]]:
    """The proposals for cultural environments, and what each says of a decision (`beslutning`), "" for nothing."""
    names = (
        *("antal_bygninger", "antal_udpeget", "save_middel", "opfoert_fra", "opfoert_til", "anvendelse", "areal_ha"),
        *("antal_save", "antal_andre", "ensartethed", "begrundelse", "vaegt", "vaegt_udregning"),
    )
    fields = {name: source.source.fields().lookupField(name) for name in names}
    positions = {name: position for name, position in fields.items() if position >= 0}
    identity = source.need("environment_id")
    concepts = {
        "environment_id": identity,
        "environment_name": source.find("environment_name"),
        "story": source.find("story"),
        "decision": source.find("decision"),
    }
    table = read(source, {**positions, **concepts}, crs, check)
    texts = partial(_texts, table)
    proposals = Environments(
        ids=[cell_id(one) or str(row) for one, row in zip(table.columns["environment_id"], table.row_ids)],
        names=texts("environment_name"),
        figures={name: table.columns[name] for name in positions},
        stories=texts("story"),
        geometries=table.geometry.geometries,
    )
    return proposals, texts("decision")


LANDSCAPE_FIELDS = {
    "theme": THEME,
    "theme_name": "tema_navn",
    "name": "navn",
    "guideline": "retningslinje",
    "status": STATUS,
    "kind": KIND,
}


def read_landscape(source: Source, catalogue: Catalogue, crs: QgsCoordinateReferenceSystem, check: Check) -> Landscape:
    """The areas of the landscape, of the themes of a catalogue."""
    found = {concept: source.source.fields().lookupField(name) for concept, name in LANDSCAPE_FIELDS.items()}
    table = read(source, {one: position if position >= 0 else None for one, position in found.items()}, crs, check)
    geometries, raw = table.geometry.geometries, table.columns
    written = read_written(geometries, raw["theme"], raw["kind"], raw["status"], catalogue)
    columns = {
        concept: [None] * len(table) if column is None else [None if one is None else str(one) for one in column]
        for concept, column in raw.items()
        if concept != "kind"
    }
    columns["theme"] = written.row_codes
    words = load("rules/lokalplan.json")["words"]["landskab_status"]
    columns["status"] = [words.get(one, one) for one in columns["status"]]
    columns["guideline"] = [None if one and is_blank_for_a_person(one) else one for one in columns["guideline"]]
    return Landscape(columns, geometries, written.codes, written.registered(catalogue, check))


def _parcel_names(table: Table) -> list[str]:
    """The parcels of each row, from the layer's own numbers and districts; "" where it has none."""
    return list(map(parcel_name, _texts(table, "parcel_id"), _districts(table)))


def _districts(table: Table) -> list[str]:
    """The cadastral district of each row as people say it: its name, else its code; "" where it has none."""
    names, raw = _texts(table, "district_name"), table.columns.get("district_code")
    codes = [""] * len(table) if raw is None else [cell_id(one) or "" for one in raw]
    return named_districts(names, codes)


def _ids(table: Table, concept: str) -> list[str]:
    """A column of ids, "" where nothing stands; nothing at all for a column that the layer lacks."""
    raw = table.columns.get(concept)
    return [] if raw is None else [cell_id(one) or "" for one in raw]


def _code_words(table: Table, concept: str) -> list[str]:
    """A column of codes in BBR's words; "" where none stands, or one that means unknown."""
    raw = table.columns.get(concept)
    if raw is None:
        return [""] * len(table)
    return ["" if one != one else label(concept, int(one)) for one in read_codes(raw, concept).values.tolist()]


def _texts(table: Table, concept: str) -> list[str]:
    """A column as texts; "" where nothing stands, and for a column that the layer lacks."""
    column = table.columns.get(concept)
    return [""] * len(table) if column is None else [cell_text(one) or "" for one in column]


def _common(texts: Iterable[str]) -> str:
    """The one text that all rows share, else ""."""
    found = set(texts)
    return found.pop() if len(found) == 1 else ""
