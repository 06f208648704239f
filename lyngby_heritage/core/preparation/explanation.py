"""Says in Danish why a row was joined as it was, and why another was not joined at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
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
    rest = _Rest(prepared, max_distance)
    rest.points(save)
    rest.differing(save)
    if footprints is not None:
        rest.polygons(footprints)
    building = None if bbr is None else _known_of(bbr)
    storey = None if floors is None else {"building_id": floors.buildings}
    unit = None if units is None else {"building_id": units.buildings}
    rest.homeless("BBR", prepared.bbr_outcome, building, GHOST, "ghost")
    rest.homeless("UNITS", prepared.unit_outcome, unit, UNPLACED, "unplaced_unit")
    rest.homeless("FLOORS", prepared.floor_outcome, storey, UNPLACED, "unplaced")
    rest.dropped("BBR", None if bbr is None else bbr.lives, prepared.bbr_outcome, building)
    rest.dropped("FLOORS", None if floors is None else floors.lives, prepared.floor_outcome, storey)
    rest.dropped("UNITS", None if units is None else units.lives, prepared.unit_outcome, unit)
    return rest.gathered()


Known = Mapping[str, Any]
"""What an input tells of its rows, by the names of Unmatched."""


class _Rest:
    """The rows that no building holds, while they are gathered input by input."""

    def __init__(self, prepared: Prepared, max_distance: float) -> None:
        self.prepared, self.max_distance, self.texts = prepared, max_distance, load(TEXTS)
        self.rest = Unmatched([], [], [], [], [], [], [], [], [], [], [], np.empty(0, dtype=object))
        self.places: list[Geometries] = []

    def points(self, save: SaveRows) -> None:
        """Points of SAVE that no building has."""
        first, known = int((save.layer == 0).sum()), _known_of_save(save, save.save)
        for number, layer in enumerate(LAYERS):
            rows = np.flatnonzero(self.prepared.own_point & (save.layer == number)).tolist()
            reasons = [save_reason(self.prepared, save, row, self.max_distance) for row in rows]
            self.add(layer, rows, self.texts["not_joined"], reasons, known, first * number)

    def differing(self, save: SaveRows) -> None:
        """Values of SAVE that another value of the same building stands before."""
        first, known = int((save.layer == 0).sum()), _known_of_save(save, save.registered)
        differing = {one.unused: one for several in self.prepared.differences.values() for one in several}
        for number, layer in enumerate(LAYERS):
            rows = sorted(row for row in differing if save.layer[row] == number)
            reasons = [sentence(differing[row], save) for row in rows]
            self.add(layer, rows, self.texts["differing"]["code"], reasons, known, first * number)

    def polygons(self, footprints: FootprintRows) -> None:
        """Footprints that no building has."""
        if self.prepared.footprint_outcome is None:
            return
        rows = np.flatnonzero(self.prepared.footprint_outcome >= Footprint.NO_BBR).tolist()
        reasons = [_footprint_reason(self.prepared, footprints, row) for row in rows]
        known = {
            "building_id": footprints.written_ids,
            "address": footprints.attributes.address,
            "property_id": footprints.attributes.property_id,
            "geometries": footprints.geometries,
        }
        self.add("FOOTPRINTS", rows, self.texts["not_joined"], reasons, known)

    def homeless(self, layer: str, outcome: Any, known: Known | None, code: int, reason: str) -> None:
        """Rows of BBR that stand today and belong to nothing of the result."""
        if outcome is not None and known is not None:
            rows = np.flatnonzero(outcome == code).tolist()
            self.add(layer, rows, self.texts["not_joined"], [self.texts[reason]] * len(rows), known)

    def dropped(self, layer: str, lives: Any, outcome: Any, known: Known | None) -> None:
        """Rows of BBR that are gone, planned, or another version's."""
        if lives is None or outcome is None or known is None:
            return
        rows = np.flatnonzero((outcome > Life.REPEATED) & (outcome <= Life.OLDER)).tolist()
        reasons = [why_row(Life(int(outcome[row])), status_text(lives, row), layer == "BBR") for row in rows]
        self.add(layer, rows, self.texts["left_out"], reasons, known)

    def add(self, layer: str, rows: list[int], outcome: str, reasons: list[str], known: Known, before: int = 0) -> None:
        """Add rows of an input; `before` rows of another layer stand before its own."""
        rest, count = self.rest, len(rows)
        rest.layer.extend([layer] * count)
        rest.number.extend(row + 1 - before for row in rows)
        rest.outcome.extend([outcome] * count)
        rest.reason.extend(reasons)
        for names, unknown in (
            (("building_id", "bbr_number", "address", "property_id"), ""),
            (("withheld",), False),
            (("fbb_id", "save"), None),
        ):
            for name in names:
                values = known.get(name)
                getattr(rest, name).extend([unknown] * count if values is None else [values[row] for row in rows])
        there = known.get("geometries")
        self.places.append(np.empty(count, dtype=object) if there is None else there[rows])

    def gathered(self) -> Unmatched:
        """All that was added."""
        self.rest.geometries = np.concatenate(self.places) if self.places else self.rest.geometries
        return self.rest


def _known_of_save(save: SaveRows, values: npt.NDArray[Any]) -> Known:
    return {
        "building_id": save.written_ids,
        "bbr_number": save.written_numbers,
        "fbb_id": save.fbb_ids,
        "save": [int(one) if one >= 1 else None for one in values],
        "address": save.attributes.address,
        "property_id": save.attributes.property_id,
        "withheld": (save.assessments.public == 0).tolist(),
        "geometries": save.geometries,
    }


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
