"""`bemaerkning`: the sum behind each plot's figures, written out so that a case officer can do it again by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..common.dates import danish_date
from ..common.land_words import COMMON, ROAD, ROAD_ALONE
from ..common.wording import capitalised, plain_plural, storeys
from ..neighbourhood.plots import Land
from . import rule_sets
from .check import Checked
from .limits import sources_of
from .plan_limits import NO_NUMBER, STATED, SUB_AREAS_DISAGREE, SUB_AREAS_NOT_GIVEN
from .remark_facts import columns_of
from .rules import rule
from .status import EXCEEDED, KEPT, UNKNOWN, area_scope
from .wording import figure, percentage

BLOCK = 5_000
UNREGULATED = "regulerer ikke selv omfanget ifølge Plandata"
"""What `iomfangreg` says of a plan: not that it has delområder, nor that it leaves anything to them."""


class Remarks:
    """Writes the remarks block by block, so that they need not all be held."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.ratio_sources = _in_words(sources_of(checked.ratio_limit, checked.grounds))
        self.storeys_sources = _in_words(sources_of(checked.storeys_limit, checked.grounds))
        self.sets = [one["name"] for one in rule("rule_sets")]
        self.columns = columns_of(checked)
        self.with_sub_areas = checked.grounds.of_plans.with_sub_areas

    def texts(self, start: int, end: int) -> list[str]:
        """The remarks of the plots from `start` up to `end`."""
        rows = zip(*(column[start:end].tolist() for column in self.columns.values()))
        names = tuple(self.columns)
        return [self._remark(start + number, dict(zip(names, row))) for number, row in enumerate(rows)]

    def _remark(self, plot: int, row: dict[str, Any]) -> str:
        return " ".join(self._sentences(plot, row))

    def _sentences(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if row["land"] != Land.PLOT:
            yield from _no_plot(row)
            return
        if not row["placed"]:
            yield "Jordstykket har ingen geometri, så hverken åben-lav-område eller bygninger kan findes."
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
            return (
                f"Under {share} % af grunden ligger i et enkelt af de åben-lav-områder, der er valgt, så den er ikke "
                "omfattet."
            )
        return "Grunden ligger uden for de åben-lav-områder, der er valgt, og er ikke omfattet."

    # The floor area --------------------------------------------------------------------------------------------------

    def _areas(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if row["left_out"] > 0.005:
            zone = rule("zone_names")[str(row["planning_zone"])]
            yield (
                f"Grundareal {figure(row['area'] + row['left_out'])} − {figure(row['left_out'])} m² i en anden zone "
                f"end hovedbygningen ({zone}) = {figure(row['area'])} m²."
            )
        if not row["mains"]:
            there = [("sekundær bebyggelse", row["secondary"]), ("udestue", row["conservatory"])]
            words = " og ".join(f"{what} på {figure(area)} m²" for what, area in there if area > 0)
            tail = f"{words} tæller ikke alene, så etagearealet er 0." if words else "etagearealet er 0."
            yield f"Ingen hovedbygning; {tail}"
            return
        if row["unknown_mains"]:
            count = plain_plural(int(row["unknown_mains"]), "hovedbygning", "hovedbygninger")
            yield (
                f"Etagearealet kendes ikke: {count} har hverken samlet areal, bebygget areal og etagetal eller omrids "
                f"på kortet. Resten er {figure(row['main_area'] + row['conservatory'])} m²."
            )
            return
        if row["unknown_conservatories"]:
            count = plain_plural(int(row["unknown_conservatories"]), "udestue", "udestuer")
            yield (
                f"Etagearealet kendes ikke: {count} har hverken areal i BBR eller omrids på kortet. Resten er "
                f"{figure(row['main_area'] + row['conservatory'])} m²."
            )
            return
        yield _floor_sum(row)
        if row["secondary"] > 0:
            yield self._secondary(row)

    def _secondary(self, row: dict[str, Any]) -> str:
        dwellings = plain_plural(int(row["dwellings"]), "bolig", "boliger")
        built_in = f", heraf {figure(row['built_in'])} m² indbygget i huset" if row["built_in"] > 0 else ""
        used = figure(row["deduction"])
        if row["available"] <= 0:
            fradrag = "; intet fradrag, da der ingen kendte boliger er"
        elif row["deduction"] < row["available"]:
            fradrag = f"; fradrag {used} m² af højst {figure(row['available'])} m² ({dwellings})"
        else:
            fradrag = f"; fradrag {used} m² ({dwellings})"
        counts = figure(row["excess"])
        text = f"Sekundær bebyggelse {figure(row['secondary'])} m²{built_in}{fradrag}; {counts} m² tæller med."
        if row["sure_deduction"] < row["deduction"]:
            text += (
                f" I {self.sets[row['rule_set']]} kendes fradraget ikke for andre boliger end fritliggende "
                f"enfamiliehuse: det er mellem {figure(row['sure_deduction'])} og {used} m²."
            )
        return text

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
            why = no_limit(row["ratio_why"], source)
            yield f"{capitalised(why)}, så det kan ikke afgøres, om den er overholdt."
            return
        if row["scope"] == area_scope():
            yield (
                f"{capitalised(source)} tillader {figure(limit)} % beregnet for området som helhed; det "
                "afgøres ikke for den enkelte grund."
            )
            return
        if area != area:
            return
        allowed = f"Tilladt {figure(limit)} % = {figure(limit / 100 * area)} m² ({source})"
        status, remaining = row["ratio_status"], row["remaining"]
        if status == KEPT and remaining >= 0.005:
            yield (
                f"{allowed}. Inden for bebyggelsesprocenten er der {figure(remaining)} m² tilbage; afstand, højde, "
                "etager og bevaring kan begrænse det."
            )
        elif status == KEPT:
            yield f"{allowed}; grænsen er nået, men ikke overskredet."
        elif status == EXCEEDED:
            yield f"{allowed}; overskredet med {figure(-remaining)} m²."
        else:
            yield f"{allowed}. {self._why_unknown(row, area)}"

    def _parcel(self, row: dict[str, Any]) -> str:
        called = self.checked.inputs.parcels.named([row["parcel"]])
        called = f"matr.nr. {called}" if called else f"det i række {row['parcel'] + 1}"
        return f" (hvert jordstykke for sig; mest bebygget er {called})"

    def _why_unknown(self, row: dict[str, Any], area: float) -> str:
        if row["date_decides"]:
            return "Afgørelsen afhænger af, hvornår lokalplanen er vedtaget, og datoen kendes ikke."
        if row["deduction_decides"]:
            return (
                f"Afgørelsen afhænger af fradraget, som ikke kendes: etagearealet kan være {figure(row['most'])} m² = "
                f"{percentage(row['most'] / area)}."
            )
        if row["weak"]:
            part = "Arealet" if row["all_measured"] else "En del af arealet"
            margin = figure(self.checked.settings.footprint_margin)
            return (
                f"{part} er målt på kortet og kan være op til {margin} % for stor{'t' if row['all_measured'] else ''}: "
                f"mindst {figure(row['least'])} m² = {percentage(row['least'] / area)}, så det kan ikke afgøres."
            )
        return "Det afhænger af, hvor meget af kælderen der tæller med, og det er ikke oplyst."

    # Storeys ---------------------------------------------------------------------------------------------------------

    def _storeys(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        if not row["mains"]:
            return
        limit, source = row["storeys_limit"], self.storeys_sources[plot]
        if limit == limit:
            allowed = f"tilladt {storeys(limit)} ({source})"
        elif row["storeys_why"] != STATED and row["storeys_why"] == row["ratio_why"]:
            allowed = "heller ikke den grænse kendes"
        else:
            allowed = no_limit(row["storeys_why"], source)
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
                count = plain_plural(int(row["unknown_storeys"]), "hovedbygning", "hovedbygninger")
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
        return f"Beregnet efter {name}, da {source} er vedtaget {danish_date(day)}."

    def _limits(self, plot: int, row: dict[str, Any]) -> Iterator[str]:
        yield from self._silent_plans(row)
        if row["ratio_disagreeing"] or row["storeys_disagreeing"]:
            yield "Flere planer af samme rang angiver forskellige grænser for grunden; den nævnte er brugt."

    def _silent_plans(self, row: dict[str, Any]) -> Iterator[str]:
        of_plans = self.checked.grounds.of_plans
        told = {"bebyggelsesprocent": row["ratio_silent"], "etageantal": row["storeys_silent"]}
        for plan in dict.fromkeys(one for one in told.values() if one >= 0):
            what = " eller ".join(name for name, one in told.items() if one == plan)
            source = of_plans.plans.sources[plan]
            parts = (
                f"intet af dens delområder, som grunden hører til, angiver {what}"
                if self.with_sub_areas[plan]
                else "der er ingen delområder for den i data"
            )
            yield f"{capitalised(source)} {UNREGULATED}, og {parts}. Den næste grænse i rækken er brugt."

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
        if row["measured_conservatory"] > 0:
            yield f"{figure(row['measured_conservatory'])} m² udestue er målt på kortet."
        if row["unknown_secondary"]:
            count = plain_plural(int(row["unknown_secondary"]), "sekundær bygning", "sekundære bygninger")
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
        if row["listed"]:
            yield (
                f"Et jordstykke står i laget for {plain_plural(int(row['listed']), 'ejendom', 'ejendomme')} og er talt "
                "med én gang: det er ejerlejligheder på samme grund."
            )
        if row["repeated"]:
            yield "Et jordstykke, der står flere gange i laget, er talt med én gang."
        if row["mixed_zones"]:
            yield "Hovedbygningerne ligger i forskellige zoner; zonen for den største er brugt."
        if row["shared"] == 1:
            yield (
                f"En bygning ligger på flere ejendomme: {percentage(row['least_share'])} af den er regnet med her, "
                "efter hvor meget af omridset der ligger på grunden. Bygningens areal er ikke målt på hver side af "
                "skellet."
            )
        elif row["shared"]:
            yield (
                f"{int(row['shared'])} bygninger ligger på flere ejendomme og er delt efter, hvor meget af omridset "
                "der ligger på grunden. Deres areal er ikke målt på hver side af skellet."
            )
        if row["contested"]:
            yield "Jordstykkerne overlapper en anden grunds; en bygning kan høre til på begge."


def _no_plot(row: dict[str, Any]) -> Iterator[str]:
    """Why a row is no plot, and what stands there all the same."""
    if row["land"] == Land.COMMON:
        yield (
            f"{COMMON} jordstykket hører til flere ejendomme og er ikke en grund for sig. Dens areal er ikke fordelt "
            "på de ejendomme, den hører til, for hvordan bestemmer kommunalbestyrelsen."
        )
    elif row["land"] == Land.ROAD:
        yield f"{ROAD}matrikelnummer 7000): jordstykket er ikke en grund og hører ikke til nogen ejendom her."
    else:
        yield f"{ROAD_ALONE}, så den er ikke en byggegrund."
    if row["mains"]:
        count = plain_plural(int(row["mains"]), "hovedbygning", "hovedbygninger")
        yield f"{count} her tæller ikke med på nogen grund; se efter, om jordstykket er rigtigt."


def no_limit(why: int, source: str) -> str:
    """Why a limit is unknown, and where to look, as part of a sentence."""
    if why == SUB_AREAS_NOT_GIVEN:
        return f"{source} {UNREGULATED}, og delområder, der kan gøre det, er ikke angivet: grænsen skal findes i planen"
    if why == NO_NUMBER:
        return f"{source} regulerer omfanget, men Plandata har intet tal: grænsen skal findes i planen"
    if why == SUB_AREAS_DISAGREE:
        return f"to delområder i {source}, som grunden hører til, angiver forskellige grænser"
    return f"grænsen i {source} kan ikke læses"


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
        (row["conservatory"], "udestue"),
    ]
    words = [f"{figure(value)} m² {what}" for value, what in terms if value > 0]
    if row["basement"] > 0:
        words.append(f"{figure(row['basement'])} m² kælder")
    if row["excess"] > 0:
        words.append(f"{figure(row['excess'])} m² sekundær bebyggelse ud over fradraget")
    text = " + ".join(words) or "0 m²"
    if row["taken_out"] > 0:
        text += f" − {figure(row['taken_out'])} m² indbygget garage og udhus"
    houses = f" ({int(row['mains'])} hovedbygninger)" if row["mains"] > 1 else ""
    return f"Etageareal {figure(row['floor_area'])} m²{houses}: {text}.{_uncounted_basement(row)}"


def _uncounted_basement(row: dict[str, Any]) -> str:
    """The basement that adds nothing, and why (BR18 § 455 stk. 3 nr. 1)."""
    area = row["basement_all"] - row["basement"] if row["basement_all"] > 0 else 0.0
    if area <= 0:
        return ""
    if row["basement"] > 0:
        return (
            f" Yderligere {figure(area)} m² kælder tæller ikke med, fordi loftet dér ligger under 1,25 m over terræn."
        )
    return f" Kælder på {figure(area)} m² tæller ikke med, fordi loftet ligger under 1,25 m over terræn."
