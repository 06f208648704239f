"""The rows that are written: one for each plot, one for each area whose limit is for the area as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from ..common.geometry import Geometries, on_the_millimetre
from ..common.wording import plain_plural
from . import rule_sets
from .areas import PLAN, SUB_AREA, ZONE
from .built import SOURCES
from .check import Checked
from .limits import sources_of
from .remarks import Remarks
from .rules import Floats
from .status import CODES, changes
from .whole_areas import WholeAreas, whole_areas
from .wording import figure


def _shown(values: Floats, digits: int = 2) -> list[float | None]:
    """Rounded figures, None where unknown."""
    return [None if one != one else one for one in (np.round(values, digits) + 0.0).tolist()]


class PlotRows:
    """The columns of the plots, made block by block."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.remarks = Remarks(checked)
        self.ratio_sources = sources_of(checked.ratio_limit, checked.grounds)
        self.storeys_sources = sources_of(checked.storeys_limit, checked.grounds)
        position = checked.rule_sets.position
        self.deduction = checked.built.deduction(position)
        self.source = checked.built.source(position)
        self.codes = [rule_sets.code(one) for one in range(3)]
        order = np.argsort(checked.plots.of_parcel, kind="stable")
        self.parcels = order
        self.repeated = checked.plots.repeated.tolist()
        self.starts = np.searchsorted(checked.plots.of_parcel[order], np.arange(len(checked) + 1))
        self.changes: list[str] = []
        if checked.compared is not None:
            self.changes = changes(checked.outcome.status, checked.compared.status, checked.bound)

    def geometries(self, start: int, end: int) -> Geometries:
        """The plots' geometries as multipolygons, None where there is none."""
        checked = self.checked
        out: Geometries = checked.inputs.parcels.geometries[checked.plots.first_parcel[start:end]]
        several = np.flatnonzero(self._parcel_counts(start, end) > 1)
        for place in several.tolist():
            rows = self._parcels_of(start + place)
            out[place] = shapely.union_all(checked.inputs.parcels.geometries[rows])
        out[several] = on_the_millimetre(out[several])
        single = np.flatnonzero(shapely.get_type_id(out) == 3)
        out[single] = shapely.multipolygons(out[single], indices=np.arange(len(single)))
        return out

    def _parcel_counts(self, start: int, end: int) -> np.ndarray[Any, Any]:
        return np.diff(self.starts[start : end + 1])

    def _parcels_of(self, plot: int) -> list[int]:
        rows: list[int] = self.parcels[self.starts[plot] : self.starts[plot + 1]].tolist()
        return rows

    def columns(self, start: int, end: int) -> dict[str, Sequence[Any]]:
        """The values of the plots from `start` up to `end` by field."""
        checked, part = self.checked, slice(start, end)
        built, outcome, plots = checked.built, checked.outcome, checked.plots
        first = plots.first_parcel[part].tolist()
        labels, zones = checked.inputs.parcels.property_labels, checked.grounds.zones.names
        columns: dict[str, Sequence[Any]] = {
            "ejendom_id": [labels[row] or None for row in first],
            "grund_nr": plots.number[part].tolist(),
            "matrikelnumre": self._texts(start, end, checked.inputs.parcels.numbers, once=False),
            "ejerlav": self._texts(start, end, checked.inputs.parcels.districts, once=True),
            "jordstykker": [self._named(plot) for plot in range(start, end)],
            "grundareal_m2": _shown(checked.area[part]),
            "grundareal_kilde": ["geometri" if one else "registreret" for one in plots.measured[part].tolist()],
            "etageareal_m2": _shown(checked.floor_area[part]),
            "etageareal_kilde": [SOURCES[one] for one in self.source[part].tolist()],
            "sekundaer_m2": _shown(built.secondary[part]),
            "fradrag_m2": _shown(self.deduction[part]),
            "boliger": built.dwellings[part].astype(int).tolist(),
            "bebyggelsesprocent": _shown(outcome.ratio[part]),
            "tilladt_procent": _shown(checked.ratio_limit.value[part]),
            "procent_kilde": self.ratio_sources[part],
            "restareal_m2": _shown(outcome.remaining[part]),
            "etager": _shown(built.storeys[part]),
            "tilladt_etager": _shown(checked.storeys_limit.value[part]),
            "etager_kilde": self.storeys_sources[part],
            "regelsaet": [self.codes[one] for one in checked.rule_sets.position[part].tolist()],
            "zone": [zones[one] if one >= 0 else None for one in checked.zone[part].tolist()],
            "status_procent": [CODES[one] for one in outcome.ratio_status[part].tolist()],
            "status_etager": [CODES[one] for one in outcome.storeys_status[part].tolist()],
            "status": [CODES[one] for one in outcome.status[part].tolist()],
            "bemaerkning": self.remarks.texts(start, end),
        }
        if checked.compared is not None:
            columns["status_sammenlign"] = [CODES[one] for one in checked.compared.status[part].tolist()]
            columns["aendring"] = self.changes[part]
        return columns

    def _named(self, plot: int) -> str | None:
        rows = (row for row in self._parcels_of(plot) if not self.repeated[row])
        return self.checked.inputs.parcels.named(rows) or None

    def _texts(self, start: int, end: int, texts: Sequence[str], once: bool) -> list[str | None]:
        """The texts of each plot's parcels, in the layer's order; None where there are none."""
        out: list[str | None] = [texts[row] or None for row in self.checked.plots.first_parcel[start:end].tolist()]
        for place in np.flatnonzero(self._parcel_counts(start, end) > 1).tolist():
            named = [texts[row] for row in self._parcels_of(start + place) if texts[row] and not self.repeated[row]]
            out[place] = ", ".join(dict.fromkeys(named) if once else named) or None
        return out


def area_rows(checked: Checked) -> tuple[Geometries, dict[str, Sequence[Any]]]:
    """Geometries and values of the areas whose limit is for the area as a whole."""
    whole = whole_areas(checked)
    grounds = checked.grounds
    of_kind = {PLAN: grounds.plans, SUB_AREA: grounds.sub_areas, ZONE: grounds.zones}
    areas = [(of_kind[kind], row) for kind, row in zip(whole.kind, whole.row)]
    geometries = np.array([area.geometries[row] for area, row in areas] or [None], dtype=object)[: len(areas)]
    drawn = np.where(shapely.is_missing(geometries), np.nan, shapely.area(geometries))
    single = np.flatnonzero(shapely.get_type_id(geometries) == 3)
    geometries[single] = shapely.multipolygons(geometries[single], indices=np.arange(len(single)))
    return geometries, {
        "omraade": [area.names[row] for area, row in areas],
        "kilde": [area.sources[row] for area, row in areas],
        "grunde": whole.plots.tolist(),
        "omfattede_grunde": whole.covered_plots.tolist(),
        "grundareal_m2": _shown(whole.plot_area),
        "omraadeareal_m2": _shown(drawn),
        "etageareal_m2": _shown(whole.floor_area),
        "bebyggelsesprocent": _shown(whole.ratio),
        "tilladt_procent": _shown(whole.limit),
        "restareal_m2": _shown(whole.remaining),
        "status": [CODES[one] for one in whole.status.tolist()],
        "bemaerkning": [_area_remark(whole, row) for row in range(len(areas))],
    }


def _area_remark(whole: WholeAreas, row: int) -> str:
    """The sum behind an area, in words."""
    plots, limit = int(whole.plots[row]), whole.limit[row]
    if not plots:
        return "Ingen af lagets grunde hører til området."
    count = plain_plural(plots, "grund", "grunde")
    if whole.common_area[row] > 0:
        count += f" og {figure(whole.common_area[row])} m² fælleslod"
    if whole.floor_area[row] != whole.floor_area[row]:
        unknown = plain_plural(int(whole.unknown_plots[row]), "grund", "grunde")
        return (
            f"{count} på {figure(whole.plot_area[row])} m². Etagearealet kendes ikke for {unknown}; resten er "
            f"{figure(whole.known_floor_area[row])} m²."
        )
    allowed = f"Tilladt {figure(limit)} % = {figure(limit / 100 * whole.plot_area[row])} m²."
    if limit != limit:
        allowed = "Grænsen kan ikke læses."
    weak = int(whole.weak_plots[row])
    measured = f" På {plain_plural(weak, 'grund', 'grunde')} er areal målt på kortet." if weak else ""
    return (
        f"Etageareal {figure(whole.floor_area[row])} m² / grundareal {figure(whole.plot_area[row])} m² ({count}) = "
        f"{figure(whole.ratio[row])} %. {allowed}{measured}"
    )
