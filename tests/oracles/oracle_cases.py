"""Cases worked out by hand that the oracle must meet; run by the Python of .venv-oracle, silent when all is well."""

import argparse
import random

import classify_oracle as oracle
import geopandas as gpd
import pandas as pd
from libpysal.graph import Graph
from shapely import Point, box

CRS = "EPSG:25832"
DEFAULTS = {
    "method": 1,
    "value4_rule": 0,
    "neighbour_distance": 40.0,
    "opposite_distance": 20.0,
    "min_neighbours": 2,
    "min_attributes": 2,
    "similarity": 0.75,
    "uniform_share": 0.6,
    "year_tolerance": 10.0,
    "area_tolerance": 25.0,
}
HOUSE = {
    "save_vaerdi": "4",
    "anvendelse": 120,
    "opfoerelsesaar": 1920,
    "etager": 2,
    "ydervaeg": 1,
    "tagdaekning": 5,
    "bebygget_m2": 100,
}


def house(name, x, y=0, size=10, **facts):
    return {**HOUSE, "bygning_id": name, "geometry": box(x, y, x + size, y + size), **facts}


def row_of_parcels(*edges, y=-5, depth=20, owners=None):
    owners = owners or [None] * len(edges)
    shapes = [box(west, y, east, y + depth) for west, east in edges]
    return gpd.GeoDataFrame(
        {"property": [o or f"parcel {x}" for o, x in zip(owners, edges, strict=True)]}, geometry=shapes, crs=CRS
    )


def layer(rows):
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS) if rows else None


def run(rows, parcels=None, context=None, decisions=None, **options):
    options = argparse.Namespace(**{**DEFAULTS, "method": 3 if parcels is None else 1, **options})
    parcels = None if parcels is None else oracle.plots_of(parcels)
    result = oracle.classify(layer(rows), layer(context), parcels, decisions, options)
    result.index = [row["bygning_id"] for row in rows]
    return result


def expect(result, name, udpegning, naboer=None, naboer_ens=None, row=0):
    found = result.loc[[name]].iloc[row]
    figures = [None if pd.isna(found[n]) else int(found[n]) for n in ("naboer", "naboer_ens")]
    share = naboer_ens / naboer if naboer else None
    assert [found["udpegning"], *figures] == [udpegning, naboer, naboer_ens], (name, found.to_dict())
    assert (pd.isna(found["ensartethed"]) and share is None) or abs(found["ensartethed"] - share) < 1e-9, (name, share)
    assert found["udpeget"] == (udpegning in ("vaerdi_1_3", "vaerdi_4_ensartet")), name


THREE = row_of_parcels((0, 20), (20, 40), (40, 60))


def three(middle=None, east=None):
    return [house("west", 5), house("middle", 25, **(middle or {})), house("east", 45, **(east or {}))]


def adjoining_properties():
    result = run(three(), THREE)
    expect(result, "middle", "vaerdi_4_ensartet", 2, 2)
    expect(result, "west", "til_vurdering", 1, 1)
    apart = row_of_parcels((0, 19.5), (20, 39.375), (40, 60))
    expect(run(three(), apart), "middle", "til_vurdering", 1, 1)
    one_owner = row_of_parcels((0, 20), (20, 40), (40, 60), owners=[None, "a", "a"])
    expect(run(three(), one_owner), "middle", "til_vurdering", 1, 1)


def a_property_of_two_fields():
    # The farm's field lies 300 m away beside "far"; only where it is built is it anybody's neighbour.
    parcels = row_of_parcels((0, 20), (320, 340), (20, 40), (340, 360), owners=["farm", "farm", None, None])
    rows = [house("farm", 5), house("near", 25), house("far", 345)]
    result = run(rows, parcels)
    expect(result, "farm", "til_vurdering", 1, 1)
    expect(result, "near", "til_vurdering", 1, 1)
    expect(result, "far", "til_vurdering", 0, 0)
    both = run([*rows, house("barn", 325)], parcels)
    for name in ("farm", "near", "far", "barn"):
        expect(both, name, "til_vurdering", 1, 1)
    # Two plots of one property within 20 m are not opposite each other.
    expect(run(rows[:2], row_of_parcels((0, 20), (22, 40), owners=["a", "a"]), method=2), "farm", "til_vurdering", 0, 0)


def parcels_of_no_property():
    # The middle house stands on a road: nobody's neighbour by plot, and its own are found by distance.
    for extra in ({"matrikelnummer": ["1a", "7000b", "1c"]}, {"faelleslod": [False, True, None]}):
        result = run(three(), THREE.assign(**extra))
        expect(result, "middle", "vaerdi_4_ensartet", 2, 2)
        expect(result, "west", "til_vurdering", 0, 0)


def opposite_properties():
    parcels = pd.concat(
        [
            THREE,
            row_of_parcels((0, 60), y=35, owners=["at 20"]),
            row_of_parcels((0, 60), y=-45.125, owners=["at 20.125"]),
        ],
        ignore_index=True,
    )
    rows = [*three(), house("north", 25, 40), house("south", 25, -40, etager=3)]
    expect(run(rows, parcels, method=2), "middle", "vaerdi_4_ensartet", 3, 3)
    # The reach to the opposite side is also that to the property next but one.
    expect(run(rows, parcels, method=2), "west", "vaerdi_4_ensartet", 3, 3)
    expect(run(rows, parcels, method=2, opposite_distance=21.0), "middle", "vaerdi_4_ensartet", 4, 4)
    expect(run(rows, parcels, method=1), "north", "til_vurdering", 0, 0)


def representative():
    other = {"etager": 1, "ydervaeg": 2}
    expect(run([*three(), house("big", 50, 5, bebygget_m2=101, **other)], THREE), "middle", "ikke_udpeget", 2, 1)
    expect(run([*three(), house("a", 50, 5, **other)], THREE), "middle", "ikke_udpeget", 2, 1)
    expect(run([*three(), house("z", 50, 5, **other)], THREE), "middle", "vaerdi_4_ensartet", 2, 2)
    expect(
        run([*three(), house("shed", 50, 5, bebygget_m2=300, anvendelse=910)], THREE),
        "middle",
        "vaerdi_4_ensartet",
        2,
        2,
    )


def likeness():
    def figures(naboer_ens, middle=None, east=None, naboer=2, **options):
        found = run(three(middle, east), THREE, **options).loc["middle"]
        assert [found["naboer"], found["naboer_ens"]] == [naboer, naboer_ens], (middle, east, found.to_dict())

    # Six known: five or more alike are enough, four of six are 0.67.
    figures(2, east={"etager": 1})
    figures(1, east={"etager": 1, "ydervaeg": 2})
    figures(1, east={"etager": 1, "opfoerelsesaar": 1931})
    figures(2, east={"etager": 1, "opfoerelsesaar": 1930})
    figures(1, east={"etager": 1, "opfoerelsesaar": 1930}, year_tolerance=9)
    figures(2, east={"etager": 1, "bebygget_m2": 75})
    figures(1, east={"etager": 1, "bebygget_m2": 74.9})
    figures(1, east={"etager": 1, "anvendelse": 121})
    figures(2, middle={"anvendelse": 130}, east={"anvendelse": 132, "etager": 1, "ydervaeg": None}, similarity=0.7)
    # Four known of which three are alike: exactly 0.75.
    figures(2, east={"etager": 1, "ydervaeg": 90, "opfoerelsesaar": 1000})
    figures(1, east={"etager": 1, "ydervaeg": 80, "opfoerelsesaar": 1000}, similarity=0.76)
    little = {"anvendelse": 999, "opfoerelsesaar": None, "etager": None, "ydervaeg": " ", "tagdaekning": None}
    figures(1, east=little, naboer=1)
    figures(2, east=little, min_attributes=1)


def distance():
    rows = [house("a", 0), house("b", 50), house("c", 100.125), house("shed", 12, anvendelse=920, save_vaerdi=None)]
    result = run(rows)
    expect(result, "a", "til_vurdering", 1, 1)
    expect(result, "b", "til_vurdering", 1, 1)
    expect(result, "c", "til_vurdering", 0, 0)
    expect(result, "shed", "ikke_registreret")
    # Of a shed of value 4 nobody can tell the character from registers, however like the houses it is.
    expect(run([*rows[:3], {**rows[3], "save_vaerdi": "4"}]), "shed", "til_vurdering")
    expect(
        run([house("a", 0, save_vaerdi=2), {**rows[3], "save_vaerdi": "4"}], value4_rule=1), "shed", "vaerdi_4_ensartet"
    )
    expect(run([*rows[:3], {**rows[3], "save_vaerdi": "4"}], value4_rule=2), "shed", "ikke_udpeget")
    # What a plan designates today and no rule here does must be looked at, whatever its value.
    for value, ground in ((7, "til_vurdering"), (None, "til_vurdering"), (2, "vaerdi_1_3")):
        found = run([house("a", 0, save_vaerdi=value, gaeldende_udpegning="lokalplan")], value4_rule=4)
        expect(found, "a", ground, 0, 0)
    expect(run([house("a", 0, save_vaerdi=7, gaeldende_udpegning="ingen")]), "a", "ikke_udpeget", 0, 0)
    same = row_of_parcels((-5, 70))
    expect(run(rows, same, method=3), "a", "til_vurdering", 0, 0)
    expect(run(rows, row_of_parcels((200, 300))), "a", "til_vurdering", 1, 1)
    expect(run([{**r, "ejendom_id": "E"} for r in rows]), "a", "til_vurdering", 0, 0)
    # Without a property's number the first two parts of the BBR number say it.
    numbers = ["190-7-1", "0190-0007--2", "190-8-1", "190-7-3"]
    expect(run([{**r, "bbrnummer": n} for r, n in zip(rows, numbers)]), "a", "til_vurdering", 0, 0)
    expect(run([{**r, "bbrnummer": f"190-{n}-1"} for n, r in enumerate(rows)]), "a", "til_vurdering", 1, 1)
    expect(run([house("a", 0, geometry=None), house("b", 0)]), "a", "til_vurdering", 0, 0)


def context():
    # The same house in the context, by its id or by its place, is no neighbour; another one is.
    ghost = house("A", 300, save_vaerdi=None)
    assert run([house("a", 0), house("b", 12)], context=[ghost]).loc["a", "naboer"] == 1
    assert run([house("a", 0), house("b", 12)], context=[house("x", 4)]).loc["a", "naboer"] == 1
    assert run([house("a", 0), house("b", 12)], context=[house("x", -6)]).loc["a", "naboer"] == 2
    point = house("a", 0, geometry=Point(5, 5), etager=None, bebygget_m2=None)
    seen = run([point, house("b", 48)], context=[house(None, 0, bebygget_m2=None)], min_attributes=6)
    assert seen.loc["a", "naboer"] == 1, seen
    assert run([point, house("b", 48)], min_attributes=6).loc["a", "naboer"] == 0


def same_id_twice():
    rows = [house("a", 0, etager=None), house(" A", 500, save_vaerdi="3", opfoerelsesaar=1700), house("b", 15)]
    result = run(rows, min_attributes=6)
    expect(result, "a", "til_vurdering", 1, 1)
    expect(result, " A", "vaerdi_1_3", 1, 1)
    expect(result, "b", "til_vurdering", 1, 1)


def rules_and_values():
    values = {
        "4": 4,
        " 4 ": 4,
        "4,0": 4,
        "9": 9,
        "0": None,
        "-1": None,
        "IV": None,
        "4-5": None,
        "2.5": None,
        None: None,
    }
    result = run([house(str(text), 1000 * n, save_vaerdi=text) for n, text in enumerate(values)], value4_rule=4)
    for text, value in values.items():
        code = "ikke_registreret" if value is None else "ikke_udpeget"
        expect(result, str(text), code, 0, 0)
    near = [house("a", 0), house("b", 50, save_vaerdi=3), house("c", 1000)]
    for rule, codes in {
        0: ["til_vurdering", "til_vurdering"],
        1: ["vaerdi_4_ensartet", "til_vurdering"],
        2: ["ikke_udpeget", "ikke_udpeget"],
        3: ["vaerdi_4_ensartet", "vaerdi_4_ensartet"],
        4: ["ikke_udpeget", "ikke_udpeget"],
    }.items():
        assert run(near, value4_rule=rule).loc[["a", "c"], "udpegning"].tolist() == codes, rule
    assert run([house("a", 0, anvendelse=121)], value4_rule=2).loc["a", "udpegning"] == "vaerdi_4_ensartet"
    decided = run(near, decisions=pd.Series({"a": "udpeg", "b": "udpeg_ikke"}))
    assert decided["udpegning"].tolist() == ["beslutning", "beslutning", "til_vurdering"]
    assert decided["udpeget"].tolist() == [True, False, False]


def neighbours_as_libpysal_finds_them():
    chance = random.Random(173)
    corners = [(x + chance.random(), y + chance.random()) for x in range(0, 400, 20) for y in range(0, 300, 30)]
    parcels = gpd.GeoDataFrame(geometry=[box(x, y, x + 19.2, y + 29.2) for x, y in corners], crs=CRS)
    parcels["property"] = parcels.index
    # Buffers are many-sided polygons, a little smaller than round: only distances very near 0.5 could be told apart.
    fuzzy = Graph.build_fuzzy_contiguity(parcels, buffer=0.25, quad_segs=64)
    expected = set(fuzzy.adjacency[fuzzy.adjacency > 0].index)
    parcels = oracle.plots_of(parcels)
    names = parcels["plot"].tolist()
    expected = {(names[left], names[right]) for left, right in expected}
    assert set(oracle.plots_within(parcels, 0.5).itertuples(index=False, name=None)) == expected

    points = gpd.GeoDataFrame(geometry=parcels.centroid)
    band = Graph.build_distance_band(points, threshold=40)
    expected = set(band.adjacency[band.adjacency > 0].index)
    assert set(oracle.buildings_within(points, points, 40).itertuples(index=False, name=None)) == expected


for case in (
    adjoining_properties,
    a_property_of_two_fields,
    parcels_of_no_property,
    opposite_properties,
    representative,
    likeness,
    distance,
    context,
    same_id_twice,
    rules_and_values,
    neighbours_as_libpysal_finds_them,
):
    case()
