"""Rules on BBR's facts: codes, years, storeys and areas that cannot be, or that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..common.arrays import Booleans, Floats, Integers
from ..common.wording import year
from ..neighbourhood.buildings import is_main
from ..registers.aliases import words
from ..registers.codes import labels
from ..registers.dwellings import is_dwelling
from .findings import Hits
from .inputs import Inputs, Layer, pairs_by_id
from .roles import ATTRIBUTE_ROLES
from .rule_table import Rule
from .rules import rule

CODE_LISTS = ("use", "wall", "roof")
AREAS = (
    *("footprint_area", "total_area", "dwelling_area", "roof_storey_area", "basement_area"),
    "deep_basement_area",
)


def _raw(layer: Layer, concept: str, rows: Integers) -> list[str]:
    raw = layer.raw(concept) or []
    return [str(raw[row]) for row in rows.tolist()]


def _main(layer: Layer) -> Booleans:
    """Which rows are main buildings that stand now, (n,); without a field for use it cannot be told of any."""
    if not layer.has("use"):
        return np.zeros(len(layer), dtype=bool)
    use = layer.codes("use").values
    return is_main(use) & ~np.isnan(use) & layer.current


# Codes ---------------------------------------------------------------------------------------------------------------


@rule("kode_ulaeselig")
def unreadable_code(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Something that is neither a code nor the words of BBR's list."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        for concept in CODE_LISTS:
            rows = layer.unreadable(concept, layer.codes(concept))
            yield Hits(layer, rows, {"felt": words(concept)[1], "vaerdi": _raw(layer, concept, rows)})


@rule("kode_ukendt")
def unknown_code(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A number that BBR's list does not have."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        for concept in CODE_LISTS:
            values = layer.codes(concept).values
            rows = np.flatnonzero(~np.isnan(values) & ~np.isin(values, list(labels(concept))))
            yield Hits(layer, rows, {"felt": words(concept)[1], "vaerdi": _raw(layer, concept, rows)})


@rule("anvendelse_ukendt")
def unknown_use(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """None, or 999: the building is taken for a main building."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        if layer.has("use"):
            column = layer.codes("use")
            unknown = np.isnan(column.values)
            unknown[layer.unreadable("use", column)] = False
            yield Hits(layer, np.flatnonzero(unknown & layer.current & ~_case_without_place(layer)))


# Years ---------------------------------------------------------------------------------------------------------------


def _years(layer: Layer) -> Floats:
    years = layer.numbers("year").values.copy()
    years[~layer.current] = np.nan
    return years


@rule("aar_ulaeseligt")
def unreadable_year(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A year that is no number, such as ca. 1900."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        rows = layer.unreadable("year", layer.numbers("year"))
        yield Hits(layer, rows, {"aar": _raw(layer, "year", rows)})


@rule("aar_i_fremtiden")
def future_year(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Built later than this year (or than the year that the municipality has set)."""
    latest = rule.limits["latest_year"]
    latest = data.this_year if latest is None else latest
    for layer in data.of(*ATTRIBUTE_ROLES):
        years = _years(layer)
        rows = np.flatnonzero(years > latest)
        yield Hits(layer, rows, {"aar": _plain_years(years[rows]), "seneste": str(int(latest))})


@rule("aar_for_tidligt")
def early_year(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Older than any building that stands; 1000 and 0 are the registers' way to write unknown."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        years = _years(layer)
        rows = np.flatnonzero((years < rule.limit("earliest_year")) & ~np.isin(years, (0, 1000)))
        tidligste = str(int(rule.limit("earliest_year")))
        yield Hits(layer, rows, {"aar": _plain_years(years[rows]), "tidligste": tidligste})


@rule("aar_ukendt")
def unknown_year(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """None, 1000 or 0: no fault, but the building cannot be compared on its year."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        if layer.has("year"):
            column = layer.numbers("year")
            unknown = np.isnan(column.values) | np.isin(column.values, (0, 1000))
            unknown[layer.unreadable("year", column)] = False
            yield Hits(layer, np.flatnonzero(unknown & layer.current & ~_case_without_place(layer)))


@rule("ombygget_foer_opfoert")
def rebuilt_before_built(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Rebuilt before it was built."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        built, rebuilt = _years(layer), layer.numbers("rebuilt_year").values
        rows = np.flatnonzero((rebuilt > 1000) & (rebuilt < built))
        yield Hits(layer, rows, {"aar": _plain_years(built[rows]), "ombygget": _plain_years(rebuilt[rows])})


def _plain_years(years: Floats) -> list[str]:
    return [year(one) for one in years.tolist()]


# Storeys -------------------------------------------------------------------------------------------------------------


@rule("etager_umulige")
def impossible_storeys(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No number, below 0, above the highest, or neither whole nor half."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        column = layer.numbers("storeys")
        odd = (column.values < 0) | (column.values > rule.limit("most_storeys"))
        odd |= np.mod(np.nan_to_num(column.values) * 2, 1) > 0
        rows = np.union1d(np.flatnonzero(odd & layer.current), layer.unreadable("storeys", column))
        yield Hits(layer, rows, {"etager": _raw(layer, "storeys", rows), "mest": rule.limit("most_storeys")})


@rule("etager_mangler")
def no_storeys(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A main building without storeys, or with 0; outbuildings often have none, which is no fault."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        if layer.has("storeys"):
            values = layer.numbers("storeys").values
            readable = np.isnan(values) | (values == 0)
            readable[layer.unreadable("storeys", layer.numbers("storeys"))] = False
            yield Hits(layer, np.flatnonzero(readable & _main(layer) & ~_case_without_place(layer)))


def _case_without_place(layer: Layer) -> Booleans:
    """Rows of BBR without a place, which have a rule of their own, (n,)."""
    return layer.placeless & (layer.role == "BBR")


@rule("boliger_nul")
def no_dwellings(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """0 dwellings on a building that is one by its use: nobody's answer, taken for one dwelling."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        concept = "dwellings" if layer.has("dwellings") else "kitchens"
        if layer.has(concept) and layer.has("use"):
            dwelling = is_dwelling(layer.codes("use").values) & layer.current & ~_case_without_place(layer)
            rows = np.flatnonzero(dwelling & (layer.numbers(concept).values == 0))
            yield Hits(layer, rows, {"felt": layer.fields[concept], "boligbygninger": int(dwelling.sum())})


# Areas ---------------------------------------------------------------------------------------------------------------


@rule("areal_umuligt")
def impossible_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No number, below 0, or larger than any building."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        for concept in AREAS:
            column = layer.numbers(concept)
            odd = (column.values < 0) | (column.values > rule.limit("largest_m2"))
            rows = np.union1d(np.flatnonzero(odd & layer.current), layer.unreadable(concept, column))
            yield Hits(layer, rows, {"felt": words(concept)[1], "vaerdi": _raw(layer, concept, rows)})


@rule("areal_mangler")
def building_without_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A main building of which no area is known, nor an outline in any layer: its plot ratio cannot be computed.

    One without a place, as a case has none, lies on no plot.
    """
    outlines = {
        key
        for layer in data.of("BUILDINGS", "FOOTPRINTS")
        for key, drawn in zip(layer.ids, layer.polygons.tolist())
        if key and drawn
    }
    for layer in data.of("BUILDINGS", "BBR"):
        known = layer.polygons | np.array([key in outlines for key in layer.ids], dtype=bool)
        for concept in ("footprint_area", "total_area"):
            known |= ~np.isnan(layer.areas_of(concept).values)
        if layer.has("footprint_area") or layer.has("total_area"):
            yield Hits(layer, np.flatnonzero(~known & _main(layer) & ~layer.placeless))


@rule("areal_mod_etager")
def area_against_storeys(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The full storeys together are far from footprint × storeys.

    A storey may be smaller than the one below, so the total may be much less than the product; it is hardly less than
    most of the footprint itself, and hardly more than the product.
    """
    for layer in data.of(*ATTRIBUTE_ROLES):
        footprint, total = layer.areas_of("footprint_area").values, layer.areas_of("total_area").values
        storeys = layer.numbers("storeys").values
        product = footprint * np.where(storeys >= 1, storeys, np.nan)
        over = (total > rule.limit("most_factor") * product) & (total - product > rule.limit("least_m2"))
        under = (total < rule.limit("least_factor") * footprint) & (footprint - total > rule.limit("least_m2"))
        under &= ~np.isnan(product)
        rows = np.flatnonzero((over | under) & layer.current)
        columns = {"samlet": total, "bebygget": footprint, "etager": storeys, "produkt": product}
        yield Hits(layer, rows, {name: values[rows].tolist() for name, values in columns.items()})


@rule("areal_mod_flade")
def area_against_outline(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The outline in the map is far from the registered footprint.

    The areas of all outlines of one id count together. GeoDanmark draws roofs: in real extracts the middle ratio is
    1.11 to 1.23 and 95 of 100 lie below 1.77, so that only what is far outside that is told.
    """
    for layer in data.of("BUILDINGS", "FOOTPRINTS", "CONTEXT_BUILDINGS"):
        if data.usable(layer):
            outline, registered = _outlines(layer), layer.areas_of("footprint_area").values
            yield _deviating(layer, np.arange(len(layer)), outline, registered, rule)
    for footprints in data.of("FOOTPRINTS"):
        if footprints.has("footprint_area") or not data.usable(footprints):
            continue
        for bbr in data.of("BBR"):
            i, j = pairs_by_id(footprints.ids, bbr.ids, bbr.current)
            yield _deviating(footprints, i, _outlines(footprints)[i], bbr.areas_of("footprint_area").values[j], rule)


def _outlines(layer: Layer) -> Floats:
    """The area of all outlines with the id of each row, (n,), on the first of them; NaN on the others."""
    areas = layer.areas.copy()
    if not any(layer.ids):
        return areas
    first: dict[str, int] = {}
    for row, key in enumerate(layer.ids):
        if key:
            earlier = first.setdefault(key, row)
            if earlier != row:
                areas[earlier] += areas[row]
                areas[row] = np.nan
    return areas


def _deviating(layer: Layer, of: Integers, outline: Floats, registered: Floats, rule: Rule) -> Hits:
    ratio = outline / registered
    odd = (ratio < rule.limit("least_factor")) | (ratio > rule.limit("most_factor"))
    odd &= np.abs(outline - registered) > rule.limit("least_m2")
    odd &= layer.current[of]
    chosen = np.flatnonzero(odd)
    values = {"flade": np.rint(outline[chosen]).astype(int).tolist(), "bebygget": registered[chosen].tolist()}
    return Hits(layer, of[chosen], {**values, "forhold": ratio[chosen].tolist()})


@rule("kaelder_modstrid")
def basement(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The deep part of a basement is larger than the basement; so much more would be deducted than there is."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        whole, deep = layer.numbers("basement_area").values, layer.numbers("deep_basement_area").values
        rows = np.flatnonzero((deep > whole) & layer.current)
        yield Hits(layer, rows, {"kaelder": whole[rows].tolist(), "dyb": deep[rows].tolist()})
