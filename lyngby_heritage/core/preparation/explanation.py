"""Says in Danish why a row was joined as it was, and why another was not joined at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..common.data import load
from ..common.geometry import Geometries, is_missing
from ..common.wording import decimal
from ..neighbourhood.buildings import is_main
from ..registers.codes import label
from ..registers.left_out import gone as gone_words
from ..registers.left_out import why_row
from ..registers.registration import Force, no_registration
from ..registers.rows import BbrBuildingRows, BbrStoreyRows, FootprintRows, SaveRows
from ..registers.storeys import UNPLACED
from ..registers.units import BbrUnitRows
from ..registers.versions import Life, status_text
from .choice import NO_ROW
from .differing import LAYERS, sentence
from .footprints import Footprint
from .links import LINKED, Link
from .outcome import GHOST, Prepared, Shape

TEXTS = "rules/preparation_texts.json"


def link_codes(prepared: Prepared) -> list[str]:
    """The value of `kobling` of each building."""
    texts = load(TEXTS)
    codes = [texts["links"][one.name] for one in (Link.UUID, Link.NUMBER, Link.DISTANCE)] + [texts["no_link"]]
    how = np.where((prepared.link >= 0) & (prepared.link < LINKED), prepared.link, LINKED)
    return [codes[one] for one in how.tolist()]


def shape_codes(prepared: Prepared) -> list[str]:
    """The value of `geometri` of each building."""
    codes = [load(TEXTS)["shapes"][one.name] for one in Shape]
    return [codes[one] for one in prepared.shape.tolist()]


def remarks(prepared: Prepared, save: SaveRows, max_distance: float, marks: bool) -> list[str | None]:
    """The value of `bemaerkning` of each building; `marks` says whether points stand as small squares."""
    texts = load(TEXTS)["remarks"]
    rules = load("rules/preparation.json")
    out: list[list[str]] = [[] for _ in range(len(prepared))]
    use = prepared.attributes["use"]
    secondary = ~is_main(use)
    for row in np.flatnonzero(prepared.link == Link.NUMBER).tolist():
        out[row].append(texts["NUMBER"])
    for row in np.flatnonzero(prepared.link == Link.DISTANCE).tolist():
        out[row].append(texts["DISTANCE"].format(metres=decimal(prepared.distance[row])))
        if secondary[row]:
            out[row].append(texts["secondary"].format(use=label("use", int(use[row])).lower()))
    sure = (prepared.link == Link.UUID) | (prepared.link == Link.NUMBER)
    for row in np.flatnonzero(sure & (prepared.distance > rules["far_m"])).tolist():
        out[row].append(texts["far"].format(metres=decimal(prepared.distance[row])))
    for row, values in prepared.save_values.items():
        used = int(prepared.save[row])
        out[row].append(texts["disagree"].format(values=", ".join(map(str, values)), used=used))
    for row, several in prepared.differences.items():
        differing = load(TEXTS)["differing"]["remark"]
        out[row] += [differing.format(text=sentence(one, save)) for one in several]
    void = no_registration(prepared.told.registration.force)
    for row in np.flatnonzero(void).tolist():
        value = int(save.registered[prepared.save_row[row]])
        why = texts["registration"][Force(int(prepared.told.registration.force[row])).name]
        out[row].append(texts["void"].format(value=f" (værdi {value})" if value >= 1 else "", why=why))
    for row in np.flatnonzero(prepared.link >= LINKED).tolist():
        if prepared.link[row] == Link.NO_BUILDINGS:
            out[row].append(texts["alone_no_buildings"])
        else:
            reason = save_reason(prepared, save, int(prepared.save_row[row]), max_distance)
            known_to = "alone_without_bbr" if prepared.bbr_outcome is None else "alone"
            out[row].append(texts[known_to].format(reason=reason))
    if marks:
        pointed = (prepared.shape == Shape.BBR_POINT) | (prepared.shape == Shape.SAVE_POINT)
        for row in np.flatnonzero(pointed).tolist():
            out[row].append(texts["mark"])
    return [" ".join(one) if one else None for one in out]


def save_reason(prepared: Prepared, save: SaveRows, row: int, max_distance: float) -> str:
    """Why a SAVE row found no building."""
    texts = load(TEXTS)
    how = Link(int(prepared.links.link[row]))
    gone = prepared.versions.gone.get(save.ids[row])
    template: str = texts["save_reasons"][how.name]
    return template.format(
        gone=gone_words(gone) if gone is not None else "",
        id=texts["id"]["unknown" if save.ids[row] else "missing"],
        number=texts["number"]["unknown" if save.written_numbers[row] else "missing"],
        distance=decimal(max_distance),
    )


@dataclass
class Unmatched:
    """Rows that are in no building, as columns; geometries are points of the inputs' own."""

    layer: list[str]
    number: list[int]
    outcome: list[str]
    reason: list[str]
    building_id: list[str]
    bbr_number: list[str]
    fbb_id: list[Any]
    save: list[int | None]
    address: list[str]
    property_id: list[str]
    withheld: list[bool]
    """Whether the register keeps the row from the public."""
    geometries: Geometries

    def __len__(self) -> int:
        return len(self.layer)


def unmatched(
    prepared: Prepared,
    save: SaveRows,
    bbr: BbrBuildingRows | None,
    footprints: FootprintRows | None,
    floors: BbrStoreyRows | None,
    max_distance: float,
    units: BbrUnitRows | None = None,
) -> Unmatched:
    """Every row that no building of the result holds: first those to look at, SAVE before the others."""
    texts = load(TEXTS)
    rest = Unmatched([], [], [], [], [], [], [], [], [], [], [], np.empty(0, dtype=object))
    places: list[Geometries] = []

    def add(
        layer: str, rows: list[int], outcome: str, reasons: list[str], known: dict[str, Any], before: int = 0
    ) -> None:
        count = len(rows)
        rest.layer.extend([layer] * count)
        rest.number.extend(row + 1 - before for row in rows)
        rest.outcome.extend([outcome] * count)
        rest.reason.extend(reasons)
        for name in ("building_id", "bbr_number", "address", "property_id"):
            values = known.get(name)
            getattr(rest, name).extend([""] * count if values is None else [values[row] for row in rows])
        hidden = known.get("withheld")
        rest.withheld.extend([False] * count if hidden is None else [hidden[row] for row in rows])
        for name in ("fbb_id", "save"):
            values = known.get(name)
            getattr(rest, name).extend([None] * count if values is None else [values[row] for row in rows])
        there = known.get("geometries")
        places.append(np.empty(count, dtype=object) if there is None else there[rows])

    known: dict[str, Any] = {
        "building_id": save.written_ids,
        "bbr_number": save.written_numbers,
        "fbb_id": save.fbb_ids,
        "save": [value if value >= 1 else None for value in save.save.tolist()],
        "address": save.attributes.address,
        "property_id": save.attributes.property_id,
        "withheld": (save.assessments.public == 0).tolist(),
        "geometries": save.geometries,
    }
    not_joined, first = texts["not_joined"], int((save.layer == 0).sum())
    for number, layer in enumerate(LAYERS):
        rows = np.flatnonzero(prepared.own_point & (save.layer == number)).tolist()
        reasons = [save_reason(prepared, save, row, max_distance) for row in rows]
        add(layer, rows, not_joined, reasons, known, before=first * number)
    differing = {one.unused: one for several in prepared.differences.values() for one in several}
    registered = {**known, "save": [int(one) if one >= 1 else None for one in save.registered]}
    for number, layer in enumerate(LAYERS):
        rows = sorted(row for row in differing if save.layer[row] == number)
        reasons = [sentence(differing[row], save) for row in rows]
        add(layer, rows, texts["differing"]["code"], reasons, registered, before=first * number)
    if footprints is not None and prepared.footprint_outcome is not None:
        rows = np.flatnonzero(prepared.footprint_outcome >= Footprint.NO_BBR).tolist()
        reasons = [_footprint_reason(prepared, footprints, row) for row in rows]
        known = {
            "building_id": footprints.written_ids,
            "address": footprints.attributes.address,
            "property_id": footprints.attributes.property_id,
            "geometries": footprints.geometries,
        }
        add("FOOTPRINTS", rows, not_joined, reasons, known)
    building = None if bbr is None else _known_of(bbr)
    if prepared.bbr_outcome is not None and building is not None:
        rows = np.flatnonzero(prepared.bbr_outcome == GHOST).tolist()
        add("BBR", rows, not_joined, [texts["ghost"]] * len(rows), building)
    unit = None if units is None else {"building_id": units.buildings}
    if prepared.unit_outcome is not None and unit is not None:
        rows = np.flatnonzero(prepared.unit_outcome == UNPLACED).tolist()
        add("UNITS", rows, not_joined, [texts["unplaced_unit"]] * len(rows), unit)
    storey = None if floors is None else {"building_id": floors.buildings}
    if prepared.floor_outcome is not None and storey is not None:
        rows = np.flatnonzero(prepared.floor_outcome == UNPLACED).tolist()
        add("FLOORS", rows, not_joined, [texts["unplaced"]] * len(rows), storey)
    dropped = (
        ("BBR", None if bbr is None else bbr.lives, prepared.bbr_outcome, building),
        ("FLOORS", None if floors is None else floors.lives, prepared.floor_outcome, storey),
        ("UNITS", None if units is None else units.lives, prepared.unit_outcome, unit),
    )
    for layer, lives, outcome, described in dropped:
        if lives is not None and outcome is not None and described is not None:
            rows = np.flatnonzero((outcome > Life.REPEATED) & (outcome <= Life.OLDER)).tolist()
            reasons = [why_row(Life(int(outcome[row])), status_text(lives, row), layer == "BBR") for row in rows]
            add(layer, rows, texts["left_out"], reasons, described)
    rest.geometries = np.concatenate(places) if places else rest.geometries
    return rest


def points_of(geometries: Geometries) -> Geometries:
    """A point on each geometry, None where there is none."""
    out: Geometries = np.empty(len(geometries), dtype=object)
    there = ~is_missing(geometries)
    out[there] = shapely.point_on_surface(geometries[there])
    return out


def _known_of(bbr: BbrBuildingRows) -> dict[str, Any]:
    return {
        "building_id": bbr.written_ids,
        "bbr_number": bbr.written_numbers,
        "address": bbr.attributes.address,
        "property_id": bbr.attributes.property_id,
        "geometries": bbr.geometries,
    }


def _footprint_reason(prepared: Prepared, footprints: FootprintRows, row: int) -> str:
    texts = load(TEXTS)
    outcomes = prepared.footprint_outcome
    if outcomes is None:
        raise ValueError("a footprint's outcome was asked for where no footprints were given")
    outcome = Footprint(int(outcomes[row]))
    gone = prepared.versions.gone.get(footprints.ids[row])
    template: str = texts["footprint_reasons"][outcome.name]
    return template.format(gone=gone_words(gone) if gone is not None else "")


__all__ = ["NO_ROW", "Unmatched", "link_codes", "points_of", "remarks", "save_reason", "shape_codes", "unmatched"]
