"""`bemaerkning`: the sum behind each plot's figures, written out so that a case officer can do it again by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import numpy as np

from ..neighbourhood.plots import ParcelRows
from . import rule_sets
from .check import Checked
from .limits import OF_PLAN, sources_of
from .rules import Booleans, known, rule
from .status import EXCEEDED, KEPT, UNKNOWN, area_scope
from .wording import counted, figure, storeys

BLOCK = 5_000


class Remarks:
    """Writes the remarks block by block, so that they need not all be held."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.ratio_sources = _in_words(sources_of(checked.ratio_limit, checked.grounds))
        self.storeys_sources = _in_words(sources_of(checked.storeys_limit, checked.grounds))
        self.sets = [one["name"] for one in rule("rule_sets")]
        self.columns = _columns(checked)

    def texts(self, start: int, end: int) -> list[str]:
        """The remarks of the plots from `start` up to `end`."""
        rows = zip(*(column[start:end].tolist() for column in self.columns.values()))
        names = tuple(self.columns)
        return [self._remark(start + number, dict(zip(names, row))) for number, row in enumerate(rows)]

    def _remark(self, plot: int, row: dict[str, Any]) -> str:
        return " ".join(self._sentences(plot, row))

    def _sentences(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if not row["placed"]:
            yield "Jordstykket har ingen geometri, så hverken zone eller bygninger kan findes."
            return
        if not row["covered"]:
            yield self._outside(row)
        yield from self._areas(plot, row)
        if row["covered"]:
            yield from self._ratio(plot, row)
            yield from self._storeys(plot, row)
            yield self._rule_set(row)
            yield from self._limits(plot, row)
        if row["remarked"]:
            yield from self._caveats(plot, row)

    # Outside the zones -----------------------------------------------------------------------------------------------

    def _outside(self, row: dict[str, Any]) -> str:
        share = figure(self.checked.settings.zone_share)
        if row["partly"]:
            return f"Under {share} % af grunden ligger i nogen enkelt af zonerne, så den er ikke omfattet."
        return "Grunden ligger uden for zonerne og er ikke omfattet."

    # The floor area --------------------------------------------------------------------------------------------------

    def _areas(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if row["left_out"] > 0.005:
            zone = rule("zone_names")[str(row["planning_zone"])]
            yield (
                f"Grundareal {figure(row['area'] + row['left_out'])} − {figure(row['left_out'])} m² i en anden zone "
                f"end hovedbygningen ({zone}) = {figure(row['area'])} m²."
            )
        if not row["mains"]:
            if row["secondary"] > 0:
                yield (
                    f"Ingen hovedbygning; sekundær bebyggelse på {figure(row['secondary'])} m² tæller ikke alene, så "
                    "etagearealet er 0."
                )
            else:
                yield "Ingen hovedbygning; etagearealet er 0."
            return
        if row["unknown_mains"]:
            count = counted(int(row["unknown_mains"]), "hovedbygning", "hovedbygninger")
            yield (
                f"Etagearealet kendes ikke: {count} har hverken samlet areal, bebygget areal og etagetal eller omrids "
                f"på kortet. Resten er {figure(row['main_area'])} m²."
            )
            return
        yield _floor_sum(row)
        if row["secondary"] > 0:
            yield self._secondary(row)

    def _secondary(self, row: dict[str, Any]) -> str:
        dwellings = counted(int(row["dwellings"]), "bolig", "boliger")
        built_in = f", heraf {figure(row['built_in'])} m² indbygget i huset" if row["built_in"] > 0 else ""
        used = figure(row["deduction"])
        if row["available"] <= 0:
            fradrag = "; intet fradrag, da der ingen kendte boliger er"
        elif row["deduction"] < row["available"]:
            fradrag = f"; fradrag {used} m² af højst {figure(row['available'])} m² ({dwellings})"
        else:
            fradrag = f"; fradrag {used} m² ({dwellings})"
        counts = figure(row["excess"])
        return f"Sekundær bebyggelse {figure(row['secondary'])} m²{built_in}{fradrag}; {counts} m² tæller med."

    # The ratio -------------------------------------------------------------------------------------------------------

    def _ratio(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        limit = row["limit"]
        source = self.ratio_sources[plot]
        if row["floor_area"] != row["floor_area"]:
            if limit == limit:
                yield f"Tilladt {figure(limit)} % ({source})."
            return
        floor, area, ratio = row["floor_area"], row["area"], row["ratio"]
        where = ""
        if row["parcel"] >= 0:
            floor, area, where = row["parcel_floor"], row["parcel_area"], self._parcel(row)
        if area != area:
            yield "Grundens areal kendes ikke, så bebyggelsesprocenten kan ikke beregnes."
        else:
            yield f"Bebyggelsesprocent{where}: {figure(floor)} / {figure(area)} m² = {figure(ratio)} %."
        if limit != limit:
            yield f"Grænsen i {source} kan ikke læses, så det kan ikke afgøres, om den er overholdt."
            return
        if row["scope"] == area_scope():
            yield (
                f"{source[:1].upper()}{source[1:]} tillader {figure(limit)} % beregnet for området som helhed; det "
                "afgøres ikke for den enkelte grund."
            )
            return
        if area != area:
            return
        allowed = f"Tilladt {figure(limit)} % = {figure(limit / 100 * area)} m² ({source})"
        status, remaining = row["ratio_status"], row["remaining"]
        if status == KEPT and remaining >= 0.005:
            yield f"{allowed}; der kan bygges {figure(remaining)} m² mere."
        elif status == KEPT:
            yield f"{allowed}; grænsen er nået, men ikke overskredet."
        elif status == EXCEEDED:
            yield f"{allowed}; overskredet med {figure(-remaining)} m²."
        else:
            yield f"{allowed}. {self._why_unknown(row, floor, area)}"

    def _parcel(self, row: dict[str, Any]) -> str:
        number = self.checked.inputs.parcels.numbers[row["parcel"]] or f"i række {row['parcel'] + 1}"
        return f" (hvert jordstykke for sig; mest bebygget er {number})"

    def _why_unknown(self, row: dict[str, Any], floor: float, area: float) -> str:
        if row["date_decides"]:
            return "Afgørelsen afhænger af, hvornår lokalplanen er vedtaget, og datoen kendes ikke."
        margin = figure(self.checked.settings.footprint_margin)
        if row["weak"]:
            least = floor / (1 + self.checked.settings.footprint_margin / 100)
            return (
                f"Arealet er målt på kortet og kan være op til {margin} % for stort: "
                f"mindst {figure(least)} m² = {figure(100 * least / area)} %, så det kan ikke afgøres."
            )
        return "Det afhænger af, hvor meget af kælderen der tæller med, og det er ikke oplyst."

    # Storeys ---------------------------------------------------------------------------------------------------------

    def _storeys(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if not row["mains"]:
            return
        limit, source = row["storeys_limit"], self.storeys_sources[plot]
        allowed = f"tilladt {storeys(limit)} ({source})" if limit == limit else f"grænsen i {source} kan ikke læses"
        if row["storeys"] != row["storeys"]:
            yield f"Etagetallet kendes ikke; {allowed}."
            return
        parts = [figure(row["full_storeys"])]
        if row["storeys_roof"]:
            parts.append("½ (udnyttet tagetage)")
        if row["storeys_basement"]:
            parts.append("1 (kælder, der tæller med)")
        made = f"{' + '.join(parts)} = {storeys(row['storeys'])}" if len(parts) > 1 else storeys(row["storeys"])
        status = row["storeys_status"]
        tail = "; overskredet" if status == EXCEEDED else ""
        yield f"Etager: {made}; {allowed}{tail}."
        if status == UNKNOWN and limit == limit:
            if row["storeys"] > limit:
                yield "Om kælderen tæller som etage, er ikke oplyst, så etagetallet kan ikke afgøres."
            else:
                count = counted(int(row["unknown_storeys"]), "hovedbygning", "hovedbygninger")
                yield f"Etagetallet kendes ikke for {count}."

    # Rule set and limits ---------------------------------------------------------------------------------------------

    def _rule_set(self, row: dict[str, Any]) -> str:
        name = self.sets[row["rule_set"]]
        plan = row["plan"]
        if self.checked.settings.rule_set != rule_sets.BY_DATE:
            return f"Beregnet efter {name} (valgt)."
        if plan < 0:
            return f"Beregnet efter {name}, da ingen lokalplan med grænser gælder."
        source = self.checked.grounds.plans.short[plan]
        if row["undated"]:
            return f"Vedtagelsesdatoen for {source} kendes ikke; beregnet efter {name}."
        day = datetime.date.fromordinal(int(self.checked.grounds.plans.adopted[plan]))
        return f"Beregnet efter {name}, da {source} er vedtaget {day:%d.%m.%Y}."

    def _limits(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if row["in_document"]:
            yield (
                "En lokalplan for grunden angiver ingen bebyggelsesprocent i Plandata, men henviser til "
                "plandokumentet: se, om den sætter en anden grænse."
            )
        if row["ratio_disagreeing"] or row["storeys_disagreeing"]:
            yield "Flere planer af samme rang angiver forskellige grænser for grunden; den nævnte er brugt."

    # What the reader must know ---------------------------------------------------------------------------------------

    def _caveats(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if row["pitched"]:
            yield (
                "Taget har hældning, men BBR har ingen tagetage: kan den udnyttes, tæller den med, så etagearealet er "
                "et mindstetal."
            )
        if row["doubtful_basement"] > 0:
            area = figure(row["doubtful_basement"])
            yield f"{area} m² kælder er talt med, fordi det ikke er oplyst, hvor dyb den er."
        if row["garage_in_basement"] > 0:
            area = figure(row["garage_in_basement"])
            yield (
                f"Indbygget garage og udhus på {area} m² er trukket fra, men kan ligge i kælderen, som ikke tæller "
                f"med; så er etagearealet {area} m² større."
            )
        if row["times"] > 0:
            yield "Samlet areal mangler i BBR for en bygning; bebygget areal × etager er kun en tilnærmelse."
        if row["unknown_storeys"] and row["polygon"] > 0:
            yield "Etagetallet mangler for en bygning, der er målt på kortet; den er regnet for én etage."
        if row["unknown_secondary"]:
            count = counted(int(row["unknown_secondary"]), "sekundær bygning", "sekundære bygninger")
            yield f"{count} uden kendt areal er ikke regnet med."
        if row["measured_secondary"] > 0:
            yield f"{figure(row['measured_secondary'])} m² af den sekundære bebyggelse er målt på kortet."
        yield from self._plot_caveats(row)

    @staticmethod
    def _plot_caveats(row: dict[str, Any]) -> Iterator[str]:
        if row["measured"]:
            yield "Et jordstykke mangler registreret areal og er målt på kortet."
        if row["deviating"]:
            yield (
                f"Registreret areal og areal på kortet er langt fra hinanden ({figure(row['plot_area'])} og "
                f"{figure(row['drawn'])} m²)."
            )
        if row["is_road"]:
            yield "Hele grunden er vejareal."
        elif row["road"] > 0:
            yield f"Vejareal på {figure(row['road'])} m² er talt med i grundens areal."
        if row["common"]:
            yield "Fælleslod; dens areal er ikke fordelt på de ejendomme, den hører til."
        if row["repeated"]:
            yield "Et jordstykke, der står flere gange i laget, er talt med én gang."
        if row["mixed_zones"]:
            yield "Hovedbygningerne ligger i forskellige zoner; zonen for den største er brugt."
        if row["contested"]:
            yield "Jordstykkerne overlapper en anden grunds; en bygning kan høre til på begge."


def _in_words(sources: list[str | None]) -> list[str]:
    """Who states each limit, as sentences say it."""
    words = {None: "", "parameter": "kommunens almindelige grænse"}
    return [words.get(one, one) or "" for one in sources]


def _floor_sum(row: dict[str, Any]) -> str:
    """The floor area with its terms."""
    terms = [
        (row["total"], "samlet bygningsareal"),
        (row["times"], "bebygget areal × etager"),
        (row["polygon"], "omrids på kortet × etager"),
        (row["roof"], "udnyttet tagetage"),
    ]
    words = [f"{figure(value)} m² {what}" for value, what in terms if value > 0]
    if row["basement_all"] > 0:
        uncounted = row["basement_all"] - row["basement"]
        of = f" ({figure(row['basement_all'])} − {figure(uncounted)} m² under 1,25 m over terræn)" if uncounted else ""
        words.append(f"{figure(row['basement'])} m² kælder{of}")
    elif row["basement"] > 0:
        words.append(f"{figure(row['basement'])} m² kælder")
    if row["excess"] > 0:
        words.append(f"{figure(row['excess'])} m² sekundær bebyggelse ud over fradraget")
    text = " + ".join(words) or "0 m²"
    if row["taken_out"] > 0:
        text += f" − {figure(row['taken_out'])} m² indbygget garage og udhus"
    houses = f" ({int(row['mains'])} hovedbygninger)" if row["mains"] > 1 else ""
    return f"Etageareal {figure(row['floor_area'])} m²{houses}: {text}."


def _columns(checked: Checked) -> dict[str, np.ndarray[Any, Any]]:
    """Everything that a remark may name, one array per fact, (m,)."""
    built, outcome, plots = checked.built, checked.outcome, checked.plots
    position = checked.rule_sets.position
    parcels = checked.inputs.parcels
    count = len(checked)
    drawn = np.bincount(plots.of_parcel, weights=plots.drawn_of_parcel, minlength=count)
    in_zones = checked.grounds.in_zones.partly
    columns: dict[str, np.ndarray[Any, Any]] = {
        "placed": checked.placed,
        "covered": (checked.zone >= 0) & checked.placed,
        "partly": in_zones,
        "area": checked.area,
        "plot_area": plots.area,
        "drawn": drawn,
        "left_out": checked.left_out,
        "planning_zone": checked.planning_zone,
        "floor_area": checked.floor_area,
        "main_area": built.main_area,
        "secondary": built.secondary,
        "deduction": built.deduction(position),
        "excess": built.excess(position),
        "available": np.choose(position, built.available) if count else np.empty(0),
        "ratio": outcome.ratio,
        "limit": checked.ratio_limit.value,
        "scope": checked.ratio_limit.scope,
        "remaining": outcome.remaining,
        "ratio_status": outcome.ratio_status,
        "weak": built.source(position) >= 2,
        "parcel": np.where(outcome.by_parcel.applies, outcome.by_parcel.parcel, -1),
        "parcel_floor": outcome.by_parcel.floor_area,
        "parcel_area": outcome.by_parcel.plot_area,
        "storeys_limit": checked.storeys_limit.value,
        "storeys_status": outcome.storeys_status,
        "rule_set": position,
        "plan": checked.rule_sets.plan,
        "undated": checked.rule_sets.undated,
        "date_decides": outcome.date_decides,
        "in_document": in_document(checked),
        "ratio_disagreeing": checked.ratio_limit.disagreeing,
        "storeys_disagreeing": checked.storeys_limit.disagreeing,
        "measured": plots.measured & checked.placed,
        "deviating": deviating(checked),
        "road": np.bincount(plots.of_parcel, weights=np.nan_to_num(_road(parcels, plots.repeated)), minlength=count),
        "is_road": is_road(checked),
        "common": _any_parcel(checked, parcels.common),
        "repeated": _any_parcel(checked, plots.repeated),
        "mixed_zones": checked.mixed_zones,
        "contested": checked.contested,
    }
    for name in (
        "mains",
        "unknown_mains",
        "total",
        "times",
        "polygon",
        "roof",
        "basement",
        "basement_all",
        "doubtful_basement",
        "taken_out",
        "built_in",
        "garage_in_basement",
        "measured_secondary",
        "unknown_secondary",
        "dwellings",
        "storeys",
        "storeys_roof",
        "storeys_basement",
        "full_storeys",
        "unknown_storeys",
        "pitched",
    ):
        columns[name] = getattr(built, name)
    columns["remarked"] = _any_caveat(columns)
    return columns


CAVEATS = (
    "pitched",
    "doubtful_basement",
    "garage_in_basement",
    "times",
    "polygon",
    "unknown_secondary",
    "measured_secondary",
    "measured",
    "deviating",
    "road",
    "common",
    "repeated",
    "mixed_zones",
    "contested",
)


def _any_caveat(columns: dict[str, np.ndarray[Any, Any]]) -> Booleans:
    """Whether there is anything that the reader must know besides the sum, (m,)."""
    out = np.zeros(len(columns["placed"]), dtype=bool)
    for name in CAVEATS:
        out |= columns[name] > 0
    return out


def _road(parcels: ParcelRows, repeated: Booleans) -> np.ndarray[Any, Any]:
    return np.where(repeated, 0.0, parcels.road)


def is_road(checked: Checked) -> Booleans:
    """Plots that are road and nothing else, (m,)."""
    plots, parcels = checked.plots, checked.inputs.parcels
    count = len(checked)
    road = np.bincount(plots.of_parcel, weights=np.nan_to_num(_road(parcels, plots.repeated)), minlength=count)
    out: Booleans = (road > 0) & (road >= np.nan_to_num(plots.area, nan=np.inf))
    return out


def _any_parcel(checked: Checked, marked: Booleans) -> Booleans:
    out = np.zeros(len(checked), dtype=bool)
    out[checked.plots.of_parcel[marked]] = True
    return out


def deviating(checked: Checked) -> Booleans:
    """Plots with a parcel whose registered area is far from the drawn one, (m,)."""
    plots, registered = checked.plots, checked.inputs.parcels.registered
    share = rule("area_deviation_percent") / 100
    drawn = plots.drawn_of_parcel
    far = known(registered) & (drawn > 0) & ~plots.repeated & (np.abs(registered - drawn) > share * drawn)
    several = np.bincount(plots.of_parcel[plots.repeated], minlength=len(checked)) > 0
    out: Booleans = _any_parcel(checked, far) & ~several
    return out


def in_document(checked: Checked) -> Booleans:
    """Plots in a plan whose figures stand in its document, while no plan states a ratio, (m,)."""
    plans, members = checked.grounds.plans, checked.grounds.in_plans
    out = np.zeros(len(checked), dtype=bool)
    silent = plans.in_document[members.area] & ~plans.ratio_stated[members.area]
    out[members.plot[silent]] = True
    silent_plan: Booleans = out & (checked.ratio_limit.origin != OF_PLAN)
    return silent_plan
