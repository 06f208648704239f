"""Parcels are built from Lodflade, Jordstykke, SamletFastEjendom and Ejerlav. It is 26 November 2026 in these tests."""

import datetime
import json
import random

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import Cancelled, HeritageError
from lyngby_heritage.core.common.geometry import clean
from lyngby_heritage.core.registers import validity
from lyngby_heritage.core.registers.aliases import find_field
from lyngby_heritage.core.registers.cadastre_rows import PartTable
from lyngby_heritage.core.registers.parcel_parts import Dropped, build_parcels
from lyngby_heritage.core.registers.recognition import Header, recognise


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr(validity, "now", lambda: datetime.datetime(2026, 11, 26, 12))


def box(x, width=20, height=40, y=0):
    return f"POLYGON (({x} {y}, {x + width} {y}, {x + width} {y + height}, {x} {y + height}, {x} {y}))"


def table(name, rows, wkt=None):
    """A table from rows, each field → value; a field that a row lacks is NULL there."""
    fields = {field: None for row in rows for field in row}
    columns = {field: [row.get(field) for row in rows] for field in fields}
    geometry = None if wkt is None else [one and shapely.to_wkb(shapely.from_wkt(one)) for one in wkt]
    return PartTable(name, columns, geometry)


def parcel(number, key, **more):
    return {
        "id_lokalId": key,
        "matrikelnummer": number,
        "ejerlavLokalId": "12352",
        "kommuneLokalId": "0173",
        "samletFastEjendomLokalId": f"5{key}",
        "registreretAreal": 800,
        "vejareal": 0,
        "faelleslod": False,
        "status": "Gældende",
        **more,
    }


def jordstykke(*rows):
    return table("Jordstykke", rows)


def surface(key, wkt, **more):
    return {"jordstykkeLokalId": key, "status": "Gældende", **more, "wkt": wkt}


def lodflade(*rows):
    kept = [{field: value for field, value in row.items() if field != "wkt"} for row in rows]
    return table("Lodflade", kept, [row["wkt"] for row in rows])


def sfe(numbers, **more):
    return table(
        "SamletFastEjendom",
        [{"id_lokalId": key, "BFEnummer": bfe, "status": "Gældende", **more} for key, bfe in numbers.items()],
    )


def ejerlav(*rows):
    rows = rows or ({"id_lokalId": "12352", "ejerlavskode": 12352, "ejerlavsnavn": "Virum By, Sorgenfri"},)
    return table("Ejerlav", [{"status": "Gældende", **row} for row in rows])


def built(surfaces, parcels, properties=None, districts=None, links=None):
    return build_parcels(surfaces, parcels, properties, districts, links)


def told(parcels, part):
    """The notes that hold a text."""
    return [str(one) for one in parcels.notes if part in str(one)]


def wkt(parcels):
    return [shapely.to_wkt(one, rounding_precision=3) for one in parcels.geometry]


TWO = (
    lodflade(surface("1001", box(0)), surface("1002", box(20, height=37))),
    jordstykke(parcel("1a", "1001"), parcel("1b", "1002", vejareal=60)),
    sfe({"51001": 5000001, "51002": 5000002}),
    ejerlav(),
)
"""Two villa plots: 20 × 40 m, and 20 × 37 m of which 60 m² of 800 are road."""


def test_two_plots():
    parcels = built(*TWO)
    assert parcels.columns == {
        "id_lokalId": ["1001", "1002"],
        "matrikelnummer": ["1a", "1b"],
        "ejerlavskode": [12352, 12352],
        "ejerlavsnavn": ["Virum By, Sorgenfri"] * 2,
        "ejendom_id": ["5000001", "5000002"],
        "BFEnummer": [5000001, 5000002],
        "registreretAreal": [800, 800],
        "vejareal": [0, 60],
        "faelleslod": [False, False],
        "kommunekode": ["0173", "0173"],
        "samletFastEjendomLokalId": ["51001", "51002"],
        "ejerlavLokalId": ["12352", "12352"],
    }
    assert shapely.area(parcels.geometry).tolist() == [800, 740]
    assert [str(one) for one in parcels.notes] == [
        "Parcels were built from Lodflade and Jordstykke: 2 parcels, of which 0 have several surfaces."
    ]
    assert parcels.dropped == ()
    assert len(parcels) == 2


TOOLS_READ = {  # what the tools look for in a layer of parcels → the field that they take it from here
    "parcel_uid": "id_lokalId",
    "parcel_id": "matrikelnummer",
    "district_code": "ejerlavskode",
    "district_name": "ejerlavsnavn",
    "property_id": "ejendom_id",
    "registered_area": "registreretAreal",
    "road_area": "vejareal",
    "common_parcel": "faelleslod",
    "municipality_code": "kommunekode",
}


@pytest.mark.parametrize(("concept", "field"), TOOLS_READ.items())
def test_the_tools_find_every_fact_in_the_built_layer(concept, field):
    names = list(built(*TWO).columns)
    position = find_field(names, concept)
    assert names[position] == field


@pytest.mark.parametrize("name", ["jordstykker", "et lag"])
def test_the_built_layer_is_recognised_as_parcels_and_as_no_part_of_them(name):
    verdict = recognise(Header((name,), tuple(built(*TWO).columns), "polygon"))
    assert (verdict.role, verdict.part_of) == ("jordstykker", None)


def test_districts_without_a_code_are_told_apart_by_their_id():
    parcels = built(
        lodflade(surface("1", box(0)), surface("2", box(20))),
        jordstykke(parcel("7000", "1", ejerlavLokalId="a-1"), parcel("7000", "2", ejerlavLokalId="a-2")),
    )
    names = list(parcels.columns)
    assert parcels.columns[names[find_field(names, "district_code")]] == ["a-1", "a-2"]


# ---- Surfaces --------------------------------------------------------------------------------------------------------


def one_parcel(*surfaces):
    return built(lodflade(*(surface("1", one) for one in surfaces)), jordstykke(parcel("1a", "1")))


def test_the_only_surface_passes_as_it_came():
    turned = "POLYGON ((20 0, 20 40, 0 40, 0 0, 20 0))"  # begins elsewhere, and runs the other way
    assert wkt(one_parcel(turned)) == ["MULTIPOLYGON (((20 0, 20 40, 0 40, 0 0, 20 0)))"]
    several = "MULTIPOLYGON (((30 0, 40 0, 40 9, 30 9, 30 0)), ((0 0, 9 0, 9 9, 0 9, 0 0)))"
    assert wkt(one_parcel(several)) == [several]


def test_surfaces_apart_are_the_parts_of_one_parcel():
    parcels = one_parcel(box(100), box(0))
    assert shapely.get_num_geometries(parcels.geometry).tolist() == [2]
    assert shapely.area(parcels.geometry).tolist() == [1600]
    assert told(parcels, "1 parcel, of which 1 have several")


UNITED = [  # surfaces, area, parts
    ((box(0), box(20)), 1600, 1),  # they share an edge
    ((box(0), box(10)), 1200, 1),  # they overlap by half
    ((box(0), box(0)), 800, 1),  # the same twice
    ((box(0), box(20, y=40)), 1600, 2),  # they share a corner alone
    ((box(0), box(5, 10, 10, 5)), 800, 1),  # one within the other
    ((box(0), box(20), box(100)), 2400, 2),
]


@pytest.mark.parametrize(("surfaces", "area", "parts"), UNITED)
def test_surfaces_that_touch_are_united(surfaces, area, parts):
    parcels = one_parcel(*surfaces)
    assert shapely.is_valid(parcels.geometry).all()
    assert (shapely.area(parcels.geometry)[0], shapely.get_num_geometries(parcels.geometry)[0]) == (area, parts)
    assert wkt(one_parcel(*surfaces[::-1])) == wkt(parcels)


def test_corners_stay_as_they_came_and_new_ones_are_on_the_millimetre():
    parcels = one_parcel(
        "POLYGON ((0.00012345 0, 30 0, 30 10, 0.00012345 0))", "POLYGON ((0 6, 30 0, 30 20, 20 20, 0 6))"
    )
    corners = shapely.get_coordinates(parcels.geometry)
    assert 0.00012345 in corners[:, 0]
    crossing = [one for one in corners.tolist() if one[0] not in (0.00012345, 0, 20, 30)]
    assert len(crossing) == 1  # of y = x/3 and y = 6 - x/5: x = 11.25, y = 3.75
    assert crossing == [[11.25, 3.75]]


def test_an_invalid_surface_is_repaired_and_told():
    parcels = one_parcel("POLYGON ((0 0, 20 40, 20 0, 0 40, 0 0))")  # a bow tie of two triangles of 200 m²
    assert shapely.is_valid(parcels.geometry).all()
    assert shapely.area(parcels.geometry).tolist() == [400]
    assert told(parcels, "Lodflade: 1 invalid surface was repaired, of parcel 1.")


def test_geometries_that_were_read_already_are_taken_as_they_are():
    surfaces = lodflade(surface("1001", box(0)), surface("1002", box(20, height=37)))
    read = PartTable(surfaces.name, surfaces.columns, clean(surfaces.geometry))
    assert wkt(built(read, *TWO[1:])) == wkt(built(*TWO))


def test_columns_and_geometries_may_be_arrays():
    def arrays(one, geometry=None):
        columns = {name: np.array(values, dtype=object) for name, values in one.columns.items()}
        return PartTable(one.name, columns, geometry)

    shapes = shapely.from_wkt([box(0), box(20, height=37)])
    whole = np.ma.masked_array([0, 60], mask=[True, False])
    parcels = arrays(TWO[1])
    parcels = PartTable(parcels.name, {**parcels.columns, "vejareal": whole, "status": np.array(["Gældende"] * 2)})
    found = built(arrays(TWO[0], shapes), parcels, *map(arrays, TWO[2:]))
    expected = built(*TWO)
    assert found.columns == {**expected.columns, "vejareal": [None, 60]}
    assert wkt(found) == wkt(expected)


def test_a_row_without_a_polygon_is_told():
    parcels = built(
        lodflade(surface("1", box(0)), surface("2", None), surface("3", "LINESTRING (0 0, 1 1)")),
        jordstykke(parcel("1a", "1"), parcel("1b", "2"), parcel("1c", "3")),
        districts=ejerlav(),
    )
    assert parcels.columns["id_lokalId"] == ["1"]
    assert told(parcels, "Lodflade: 2 rows in force have no polygon: 2, 3.")
    assert told(parcels, "Jordstykke: 2 parcels in force have no surface in Lodflade and are missing from the layer: ")
    assert told(parcels, "1b og 1c Virum By, Sorgenfri")


# ---- Which rows are in force -----------------------------------------------------------------------------------------


def test_what_was_not_carried_through_lies_on_top_and_is_left_out():
    parcels = built(
        lodflade(
            surface("1", box(0)),
            surface("1", box(0, 40, 80), status="Ikke gennemført"),
            surface("2", box(5, 10), status="Ikke gennemført"),
        ),
        jordstykke(parcel("1a", "1"), parcel("1x", "2", status="ikke gennemfoert")),
    )
    assert parcels.columns["matrikelnummer"] == ["1a"]
    assert shapely.area(parcels.geometry).tolist() == [800]
    assert told(parcels, "Jordstykke: 1 row is left out, for its status is not one in force: ikke gennemfoert (1).")
    assert told(parcels, "Lodflade: 2 rows are left out, for their status is not one in force: Ikke gennemført (2).")
    assert Dropped("Jordstykke", "other", ("2",)) in parcels.dropped
    assert not [one for one in parcels.notes if one.warning and "status" in str(one)]


STATUSES = [  # status of the second parcel, whether it is built, what is said
    ("Gældende", True, None),
    ("gaeldende", True, None),
    (" GÆLDENDE ", True, None),
    (None, True, "Jordstykke: 1 row states no status and is taken to be in force."),
    ("", True, "Jordstykke: 1 row states no status and is taken to be in force."),
    ("Ikke gennemført", False, "status is not one in force: Ikke gennemført (1)."),
    ("Foreløbig", False, "no source has told what the status Foreløbig means"),
    ("Historisk", False, "no source has told what the status Historisk means"),
    ("Under behandling", False, "for its status is not known from Matriklen: Under behandling (1). Check whether it"),
    (3, False, "status is not known from Matriklen: 3 (1)."),
]


@pytest.mark.parametrize(("status", "kept", "said"), STATUSES)
def test_a_status_is_known_or_told(status, kept, said):
    surfaces = lodflade(surface("1", box(0)), surface("2", box(20)))
    parcels = built(surfaces, jordstykke(parcel("1a", "1"), parcel("1b", "2", status=status)), None, ejerlav())
    assert parcels.columns["matrikelnummer"] == (["1a", "1b"] if kept else ["1a"])
    assert told(parcels, said) if said else not told(parcels, "status")


def test_a_table_without_status_is_in_force():
    rows = [parcel("1a", "1")]
    del rows[0]["status"]
    assert len(built(lodflade(surface("1", box(0))), jordstykke(*rows))) == 1


ENDED = "Jordstykke: 1 row is history and is left out: it has ended."
NOT_YET = "Jordstykke: 1 row is left out, for it is yet to begin."
ENDS = [  # a further field of the second row, what is said when it is left out
    ({"virkningTil": "2020-01-01T00:00:00Z"}, ENDED),
    ({"registreringTil": "2020-01-01T00:00:00Z"}, ENDED),
    ({"registreringTil": "2027-01-01T00:00:00Z"}, None),
    ({"virkningTil": ""}, None),
    ({"VIRKNINGTIL": "2020-01-01T00:00:00Z"}, ENDED),
    ({"virkningTi": "2020-01-01"}, ENDED),  # cut by a shapefile
    ({"virkningFra": "2027-01-01T00:00:00Z"}, NOT_YET),
    ({"registreri": "2020-01-01"}, None),  # registreringFra, cut
]


@pytest.mark.parametrize(("more", "said"), ENDS)
def test_history_is_left_out(more, said):
    surfaces = lodflade(surface("1", box(0)), surface("2", box(20)))
    parcels = built(surfaces, jordstykke(parcel("1a", "1"), parcel("1b", "2", **more)))
    assert len(parcels) == (1 if said else 2)
    assert [each for each in (ENDED, NOT_YET) if told(parcels, each)] == ([said] if said else [])
    assert bool(told(parcels, "Lodflade: 1 surface is left out, for its parcel is not in force (1) or")) is bool(said)


def test_a_bitemporal_file_gives_what_holds_now():
    parcels = built(
        lodflade(
            surface("1", box(0, 50), id_lokalId="9", registreringFra="2010-01-01", registreringTil="2018-01-01"),
            surface("1", box(0, 20), id_lokalId="9", registreringFra="2018-01-01", registreringTil=None),
        ),
        jordstykke(
            parcel("1a", "1", registreretAreal=2000, virkningFra="2010-01-01", virkningTil="2018-01-01"),
            parcel("1a", "1", registreretAreal=800, virkningFra="2018-01-01", virkningTil=None),
        ),
    )
    assert parcels.columns["registreretAreal"] == [800]
    assert shapely.area(parcels.geometry).tolist() == [800]
    assert told(parcels, "Jordstykke: 1 row is history and is left out: it has ended.")
    assert not told(parcels, "an id that another row has too")


def test_of_two_open_versions_the_later_counts_and_is_told():
    surfaces = lodflade(surface("1", box(0)))
    rows = [
        parcel("1a", "1", registreretAreal=2000, virkningFra="2010-01-01"),
        parcel("1a", "1", registreretAreal=800, virkningFra="2018-01-01"),
        parcel("1a", "1", registreretAreal=900, virkningFra="2012-01-01"),
    ]
    for order in (rows, rows[::-1]):
        parcels = built(surfaces, jordstykke(*order))
        assert parcels.columns["registreretAreal"] == [800]
        assert told(parcels, "Jordstykke: 2 rows in force have an id that another row has too (1); of each id")
        assert Dropped("Jordstykke", "older", ("1", "1")) in parcels.dropped


def test_where_nothing_tells_which_is_newer_the_first_counts():
    rows = [parcel("1a", "1", registreretAreal=area) for area in (800, 900)]
    parcels = built(lodflade(surface("1", box(0))), jordstykke(*rows))
    assert parcels.columns["registreretAreal"] == [800]
    assert Dropped("Jordstykke", "repeated", ("1",)) in parcels.dropped


def test_a_surface_that_stands_twice_is_one():
    twice = [surface("1", box(0), id_lokalId="9"), surface("1", box(20), id_lokalId="9")]
    assert shapely.area(built(lodflade(*twice), jordstykke(parcel("1a", "1"))).geometry).tolist() == [1600]
    twice[0]["virkningFra"], twice[1]["virkningFra"] = "2012-01-01", "2010-01-01"
    assert shapely.area(built(lodflade(*twice), jordstykke(parcel("1a", "1"))).geometry).tolist() == [800]


# ---- Joining ---------------------------------------------------------------------------------------------------------


SPELLINGS = [  # how the two tables write the parcel's id
    ("1001", 1001),
    (1001, "1001"),
    ("1001.0", "1001"),
    (1001.0, 1001),
    (" 1001 ", "1001"),
    ("{5A3F0000-0000-4000-8000-00000000000B}", "5a3f0000-0000-4000-8000-00000000000b"),
]


@pytest.mark.parametrize(("here", "there"), SPELLINGS)
def test_ids_join_however_they_are_written(here, there):
    parcels = built(lodflade(surface(here, box(0))), jordstykke(parcel("1a", there)))
    assert parcels.columns["matrikelnummer"] == ["1a"]


def test_ids_come_out_without_the_dress_of_numbers():
    parcels = built(
        lodflade(surface(1.0, box(0))),
        jordstykke(parcel("1a", 1.0, samletFastEjendomLokalId="51.0", ejerlavLokalId=12352.0)),
        sfe({51: "5000001.0"}),
        ejerlav(),
    )
    columns = {name: column[0] for name, column in parcels.columns.items()}
    assert (columns["id_lokalId"], columns["ejendom_id"], columns["BFEnummer"]) == ("1", "5000001", 5000001)
    assert (columns["samletFastEjendomLokalId"], columns["ejerlavsnavn"]) == ("51", "Virum By, Sorgenfri")


MUNICIPALITIES = [("0173", "0173"), ("173", "0173"), (173, "0173"), ("173.0", "0173"), (None, None), ("389103", None)]


@pytest.mark.parametrize(("raw", "code"), MUNICIPALITIES)
def test_the_municipality_s_code_has_four_digits(raw, code):
    parcels = built(lodflade(surface("1", box(0))), jordstykke(parcel("1a", "1", kommuneLokalId=raw)))
    assert parcels.columns["kommunekode"] == [code]
    unread = told(parcels, "1 value of kommuneLokalId cannot be read and is unknown: 389103 (1).")
    assert bool(unread) is (raw == "389103")


def test_fields_are_found_in_every_spelling():
    parcels = built(
        table("LODFLADE", [{"JORDSTYKKELOKALID": "1", "STATUS": "Gældende"}], [box(0)]),
        table(
            "jordstykke.dbf",
            [
                {
                    "id_lokalId": "1",
                    "matrikelnu": "1a",
                    "ejerlavLok": "12352",
                    "kommuneLok": "173",
                    "samletFast": "51",
                    "registrere": 800,
                    "vejareal": 20,
                    "faelleslod": "nej",
                }
            ],
        ),
        table("sfe", [{"id.lokalId": "51", "bfenummer": "5000001"}]),
        table("ejerlav", [{"id_lokalid": "12352", "Ejerlavskode": "12352", "ejerlavsna": "Virum By, Sorgenfri"}]),
    )
    assert [column[0] for column in parcels.columns.values()] == [
        *("1", "1a", 12352, "Virum By, Sorgenfri", "5000001", 5000001, 800, 20, False, "0173", "51", "12352"),
    ]


def test_the_rows_come_in_the_order_of_jordstykke():
    surfaces = lodflade(surface("2", box(20)), surface("3", box(40)), surface("1", box(0)))
    parcels = built(surfaces, jordstykke(parcel("1c", "3"), parcel("1a", "1"), parcel("1b", "2")))
    assert parcels.columns["matrikelnummer"] == ["1c", "1a", "1b"]
    assert shapely.bounds(parcels.geometry)[:, 0].tolist() == [40, 0, 20]


# ---- Properties ------------------------------------------------------------------------------------------------------


def test_without_the_table_of_properties_they_are_grouped_by_their_id_in_matriklen():
    surfaces = lodflade(surface("1", box(0)), surface("2", box(20)))
    rows = [parcel("1a", "1", samletFastEjendomLokalId="51"), parcel("1b", "2", samletFastEjendomLokalId="51")]
    parcels = built(surfaces, jordstykke(*rows), None, ejerlav())
    assert (parcels.columns["BFEnummer"], parcels.columns["ejendom_id"]) == ([None, None], ["51", "51"])
    assert told(parcels, "The table SamletFastEjendom is missing, so no parcel has its BFE number")


def test_a_table_of_properties_without_numbers_is_told():
    parcels = built(*TWO[:2], table("SFE", [{"id_lokalId": "51001", "status": "Gældende"}]))
    assert parcels.columns["BFEnummer"] == [None, None]
    assert told(parcels, "SFE has not the fields id_lokalId, BFEnummer, so no parcel has its BFE number.")


def test_a_property_that_is_not_in_its_table_is_told_by_the_parcel_s_name():
    parcels = built(*TWO[:2], sfe({"51001": 5000001, "99": 0}), ejerlav())
    assert parcels.columns["ejendom_id"] == ["5000001", "51002"]
    assert told(
        parcels,
        "1 parcel has no BFE number, for SamletFastEjendom does not tell its property: 1b Virum By, Sorgenfri.",
    )


def test_a_public_road_is_no_property_s_and_is_not_missed():
    parcels = built(
        lodflade(surface("1", box(0)), surface("2", box(20))),
        jordstykke(parcel("1a", "1"), parcel("7000a", "2", samletFastEjendomLokalId=None)),
        sfe({"51": 5000001}),
        ejerlav(),
    )
    assert parcels.columns["ejendom_id"] == ["5000001", None]
    assert len(parcels.notes) == 1


def test_a_parcel_that_states_no_property_is_told():
    parcels = built(
        *TWO[:1], jordstykke(parcel("1a", "1001"), parcel("1b", "1002", samletFastEjendomLokalId="")), *TWO[2:]
    )
    assert told(parcels, "Jordstykke: 1 parcel states no property; each is taken for one by itself: 1b Virum By, Sorg")


PROPERTY_ROWS = [  # rows of SamletFastEjendom with the id 51, the BFE number
    ([{"BFEnummer": 1, "status": "Gældende"}, {"BFEnummer": 2, "status": "Historisk"}], 1),
    ([{"BFEnummer": 1, "status": "Historisk"}, {"BFEnummer": 2, "status": "Gældende"}], 2),
    ([{"BFEnummer": 1, "virkningTil": "2020-01-01"}, {"BFEnummer": 2}], 2),
    ([{"BFEnummer": 1, "status": "Oprettet"}], 1),  # an unknown status in a table that is only looked up in
    ([{"BFEnummer": 1, "status": "Oprettet", "virkningFra": "2020"}, {"BFEnummer": 2, "status": "Gældende"}], 2),
    ([{"BFEnummer": 1, "status": "Historisk"}], None),
    ([{"BFEnummer": 1, "virkningFra": "2010"}, {"BFEnummer": 2, "virkningFra": "2012"}], 2),
]


@pytest.mark.parametrize(("rows", "bfe"), PROPERTY_ROWS)
def test_which_row_tells_the_bfe_number(rows, bfe):
    properties = table("SFE", [{"id_lokalId": "51", **row} for row in rows])
    parcels = built(lodflade(surface("1", box(0))), jordstykke(parcel("1a", "1")), properties)
    assert parcels.columns["BFEnummer"] == [bfe]


COMMON = [  # Jordstykke.faelleslod, SamletFastEjendom.erFaelleslod, common land
    (True, None, True),
    (False, True, False),
    (None, True, True),
    ("ja", None, True),
    ("false", None, False),
    (None, None, None),
]


@pytest.mark.parametrize(("own", "property_s", "common"), COMMON)
def test_common_land_by_the_parcel_s_word_else_by_its_property_s(own, property_s, common):
    parcels = built(
        lodflade(surface("1", box(0))),
        jordstykke(parcel("1a", "1", faelleslod=own)),
        sfe({"51": 5000001}, erFaelleslod=property_s),
    )
    assert parcels.columns["faelleslod"] == [common]


def linked(own, common, links, status="Gældende"):
    """A parcel that states the property `own`, and is linked with others by objectid."""
    properties = [
        {"id_lokalId": str(50 + place), "objectid": place, "BFEnummer": 5000000 + place, "status": "Gældende"}
        for place in (1, 2)
    ]
    properties.append({"id_lokalId": "53", "objectid": 3, "BFEnummer": 5000003, "status": status})
    return built(
        lodflade(surface("1", box(0))),
        jordstykke(parcel("1a", "1", objectid=7, samletFastEjendomLokalId=own, faelleslod=common)),
        table("SFE", properties),
        ejerlav(),
        table("X", [{"Jordstykkeobjectid": 7, "SamletFastEjendomobjectid": place} for place in links]),
    )


LINKS = [  # its own property, faelleslod, linked with → ejendom_id, faelleslod, said
    ("51", True, (2, 1), "5000001, 5000002", True, "1 common parcel has its several properties from X."),
    (None, None, (2, 1), "5000001, 5000002", True, "1 common parcel has its several properties from X."),
    (None, False, (2,), "5000002", False, None),
    ("51", False, (1,), "5000001", False, None),
    ("51", False, (2, 1), "5000001", False, "X links 1 parcel with several properties, though it is no common land"),
    ("51", True, (99,), "5000001", True, None),
]


@pytest.mark.parametrize(("own", "common", "links", "held_by", "is_common", "said"), LINKS)
def test_common_land_has_its_properties_from_the_linking_table(own, common, links, held_by, is_common, said):
    parcels = linked(own, common, links)
    assert (parcels.columns["ejendom_id"], parcels.columns["faelleslod"]) == ([held_by], [is_common])
    assert [str(one).startswith(said or "-") for one in parcels.notes[1:]] == ([True] if said else [])


def test_a_property_that_is_history_holds_no_common_land():
    assert linked(None, True, (1, 3), "Historisk").columns["ejendom_id"] == ["5000001"]
    assert linked(None, True, (1, 3)).columns["ejendom_id"] == ["5000001, 5000003"]


def test_a_linking_table_without_numbers_to_link_by_is_told():
    parcels = built(*TWO, table("X", [{"Jordstykkeobjectid": 7, "SamletFastEjendomobjectid": 1}]))
    assert told(parcels, "X could not be used: it links Jordstykke and SamletFastEjendom by objectid")


# ---- Districts -------------------------------------------------------------------------------------------------------


DISTRICTS = [  # the rows of Ejerlav or None, the parcel's ejerlavLokalId, code, name
    ([{"id_lokalId": "a", "ejerlavskode": 12352, "ejerlavsnavn": "Virum By"}], "a", 12352, "Virum By"),
    ([{"id_lokalId": "12352", "ejerlavsnavn": "Virum By"}], "12352", 12352, "Virum By"),  # the id is the code
    ([{"id_lokalId": "a", "ejerlavsnavn": "Virum By"}], "a", None, "Virum By"),
    ([{"id_lokalId": "b", "ejerlavskode": 1, "ejerlavsnavn": "Askholt"}], "12352", 12352, None),
    (None, "12352", 12352, None),
    (None, "123456789012", None, None),  # a number, but no district's
    (None, None, None, None),
]


@pytest.mark.parametrize(("rows", "key", "code", "name"), DISTRICTS)
def test_the_district(rows, key, code, name):
    parcels = built(
        lodflade(surface("1", box(0))),
        jordstykke(parcel("1a", "1", ejerlavLokalId=key)),
        sfe({"51": 5000001}),
        None if rows is None else ejerlav(*rows),
    )
    assert parcels.columns.get("ejerlavskode", [None]) == [code]
    assert parcels.columns["ejerlavsnavn"] == [name]
    from_id = code is not None and not (rows and rows[0].get("ejerlavskode") == code)
    assert bool(told(parcels, "The district's code of 1 parcel is its id in Matriklen")) is from_id
    assert bool(told(parcels, "The table Ejerlav is missing")) is (rows is None)
    assert bool(told(parcels, "1 parcel has no district's name, for Ejerlav")) is (rows is not None and name is None)


# ---- Areas -----------------------------------------------------------------------------------------------------------


AREAS = [  # registered area of a parcel drawn with 800 m², whether it is told
    (800, False),
    (952, False),  # 0.840
    (953, True),  # 0.839
    (708, False),  # 1.1299
    (707, True),  # 1.1315
    (None, False),
    (0, False),
]


@pytest.mark.parametrize(("registered", "off"), AREAS)
def test_an_area_far_from_the_registered_one_is_told(registered, off):
    rows = jordstykke(parcel("1a", "1", registreretAreal=registered))
    parcels = built(lodflade(surface("1", box(0))), rows, None, ejerlav())
    said = "1 parcel is drawn with less than 0.84 or more than 1.13 of the registered area: 1a Virum By, Sorgenfri."
    assert bool(told(parcels, said)) is off
    assert bool(told(parcels, "1 parcel has no registered area: 1a Virum By, Sorgenfri.")) is (not registered)


def test_the_largest_differences_are_named_first():
    surfaces = lodflade(*(surface(str(place), box(20 * place)) for place in range(3)))
    rows = [parcel(f"1{letter}", str(place), registreretAreal=area)
            for place, (letter, area) in enumerate((("a", 1000), ("b", 200), ("c", 8000)))]  # fmt: skip
    assert told(built(surfaces, jordstykke(*rows), None, ejerlav()), ": 1c, 1b og 1a Virum By, Sorgenfri")


def test_what_cannot_be_read_is_told():
    rows = jordstykke(parcel("1a", "1", registreretAreal="ca. 800", vejareal="60 m²"))
    parcels = built(lodflade(surface("1", box(0))), rows)
    assert (parcels.columns["registreretAreal"], parcels.columns["vejareal"]) == ([None], [60])
    assert told(parcels, "Jordstykke: 1 value of registreretAreal cannot be read and is unknown: ca. 800 (1).")


# ---- What always holds -----------------------------------------------------------------------------------------------


def town():
    """Sixty parcels in rows: some of two surfaces, roads, one common, one without a surface, one that is history."""
    surfaces, parcels, numbers = [], [], {}
    for place in range(60):
        key, x, y = str(1000 + place), 20 * (place % 10), 40 * (place // 10)
        more = {"matrikelnummer": f"7000{'abc'[place % 3]}"} if place % 20 == 7 else {}
        more |= {"faelleslod": True} if place == 11 else {}
        more |= {"virkningTil": "2020-01-01"} if place == 30 else {}
        parcels.append({**parcel(f"{place}", key), "samletFastEjendomLokalId": f"5{place // 2}", **more})
        numbers[f"5{place // 2}"] = 5000000 + place // 2
        if place == 40:
            continue
        if place % 4 == 0:
            surfaces += [surface(key, box(x, 8, 40, y)), surface(key, box(x + 8, 12, 40, y))]
        else:
            surfaces.append(surface(key, box(x, 20, 40, y)))
    return surfaces, parcels, numbers


def content(parcels):
    return {key: (row, geometry) for key, *row, geometry in zip(*parcels.columns.values(), wkt(parcels))}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_parts_changes_nothing(seed):
    surfaces, rows, numbers = town()
    expected = built(lodflade(*surfaces), jordstykke(*rows), sfe(numbers), ejerlav())
    shuffle = random.Random(seed).shuffle
    shuffle(surfaces)
    items = list(numbers.items())
    shuffle(items)
    same_rows = built(lodflade(*surfaces), jordstykke(*rows), sfe(dict(items)), ejerlav())
    assert (same_rows.columns, wkt(same_rows)) == (expected.columns, wkt(expected))
    shuffle(rows)
    shuffled = built(lodflade(*surfaces), jordstykke(*rows), sfe(dict(items)), ejerlav())
    assert content(shuffled) == content(expected)
    assert len(expected) == 58


def test_splitting_a_surface_changes_nothing():
    surfaces, rows, numbers = town()
    expected = built(lodflade(*surfaces), jordstykke(*rows), sfe(numbers), ejerlav())
    halves = []
    for one in surfaces:
        west, south, east, north = shapely.bounds(shapely.from_wkt(one["wkt"])).tolist()
        middle = (south + north) / 2
        for low, high in ((south, middle), (middle, north)):
            halves.append({**one, "wkt": box(west, east - west, high - low, low)})
    parcels = built(lodflade(*halves), jordstykke(*rows), sfe(numbers), ejerlav())
    assert parcels.columns == expected.columns
    assert shapely.equals(parcels.geometry, expected.geometry).all()
    assert shapely.get_num_geometries(parcels.geometry).tolist() == [1] * 58


def test_the_account_adds_up():
    surfaces, rows, numbers = town()
    parcels = built(lodflade(*surfaces), jordstykke(*rows), sfe(numbers), ejerlav())
    lost = {(one.part, one.reason): len(one.ids) for one in parcels.dropped}
    assert lost == {
        ("Jordstykke", "ended"): 1,
        ("Jordstykke", "uden_lodflade"): 1,
        ("Lodflade", "uden_jordstykke"): 1,
    }
    assert len(parcels) + 2 == len(rows)


@pytest.mark.realdata
def test_real_parcels_come_out_as_they_went_in(realdata):
    """285 parcels in degrees, every other one cut in two: along a line that no corner lies on."""
    read = json.loads((realdata / "matrikel" / "tversted_jordstykker.geojson").read_text(encoding="utf-8"))["features"]
    shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in read])
    surfaces = []
    for place, shape in enumerate(shapes):
        west, south, east, north = shape.bounds
        middle = (west + east) / 2
        halves = [shape & shapely.box(low, south, high, north) for low, high in ((west, middle), (middle, east))]
        surfaces += [surface(str(place), one.wkt) for one in (halves if place % 2 else [shape])]
    rows = [parcel(one["properties"]["matrikelnummer"], str(place)) for place, one in enumerate(read)]
    parcels = built(lodflade(*surfaces[::-1]), jordstykke(*rows))
    assert parcels.columns["matrikelnummer"] == [one["properties"]["matrikelnummer"] for one in read]
    whole = shapely.multipolygons(shapes[::2], indices=np.arange(len(shapes[::2])))
    assert shapely.equals_exact(parcels.geometry[::2], whole).all()
    differing = shapely.area(shapely.symmetric_difference(parcels.geometry, shapes)) / shapely.area(shapes)
    assert differing.max() < 1e-6
    assert shapely.is_valid(parcels.geometry).all()


# ---- Nothing can be built --------------------------------------------------------------------------------------------


REFUSED = [  # the two tables, what the error says
    (
        lambda: (table("L.csv", [{"id_lokalId": "9"}], [box(0)]), TWO[1]),
        "L.csv has no field jordstykkeLokalId, without which no parcel can be built. Its fields are: id_lokalId.",
    ),
    (lambda: (TWO[0], table("J.csv", [{"matrikelnummer": "1a"}])), "J.csv has no field id_lokalId"),
    (lambda: (TWO[0], table("J.csv", [{"id_lokalId": "1"}])), "J.csv has no field matrikelnummer"),
    (lambda: (table("L.csv", [{"jordstykkeLokalId": "1001"}]), TWO[1]), "L.csv has no geometry"),
    (
        lambda: (TWO[0], jordstykke(parcel("1a", "1001", status="Foreløbig"), parcel("1b", "2", virkningTil="2020"))),
        "Jordstykke has no row in force, so no parcel can be built: 2 rows, of which 1 ended and 0 yet to begin; "
        "status of the others: Foreløbig.",
    ),
    (
        lambda: (TWO[0], jordstykke(parcel("1a", "77"))),
        "None of the surfaces in Lodflade (jordstykkeLokalId) belongs to a parcel in Jordstykke. Take the files of one",
    ),
    (lambda: (TWO[0], table("J", [])), "J has no field id_lokalId"),
]


@pytest.mark.parametrize(("tables", "said"), REFUSED)
def test_where_nothing_can_be_built_the_error_says_why(tables, said):
    with pytest.raises(HeritageError) as refused:
        build_parcels(*tables())
    assert str(refused.value).startswith(said)


def test_a_run_can_be_stopped():
    def stopped():
        raise Cancelled

    with pytest.raises(Cancelled):
        build_parcels(*TWO, check=stopped)
