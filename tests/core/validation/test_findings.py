"""How findings are told: one per fault or one per layer, where they lie, in what order; and what data never do."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from layers_of import EAST, NORTH, UUIDS, at, found, layer, point, where

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.validation.findings import by_rule, written
from lyngby_heritage.core.validation.inputs import Inputs, told_of_each_other
from lyngby_heritage.core.validation.roles import CONCEPTS
from lyngby_heritage.core.validation.rule_table import LEVELS, built_in
from lyngby_heritage.core.validation.run import validate
from lyngby_heritage.core.validation.texts import mended

A, B, C = UUIDS[:3]


def houses(count, **values):
    return layer("BUILDINGS", *({"bygning_id": f"h{n}", "wkt": at(20 * n), **values} for n in range(count)))


# One per fault, or one for the layer --------------------------------------------------------------------------------


def test_each_fault_is_a_finding_of_its_own():
    told = found(houses(49, save_vaerdi=12), rule="save_uden_for_skalaen")
    assert [one.object_id for one in told] == [f"h{n}" for n in range(49)]


def test_what_holds_for_nearly_all_of_a_layer_is_told_once():
    (told,) = found(houses(50, save_vaerdi=12), rule="save_uden_for_skalaen")
    assert (told.object_id, told.row_id, told.count) == (None, None, 50)
    assert told.text.startswith("50 af 50 objekter i laget, f.eks. h0, h1, h2 m.fl. Det første: SAVE-værdien er 12")


def test_many_faults_among_more_that_are_right_stay_apart():
    # 90 % of 100 are 90: 89 of them are told one by one.
    rows = [{"bygning_id": f"h{n}", "save_vaerdi": 12 if n < 89 else 4, "wkt": at(20 * n)} for n in range(100)]
    assert len(found(layer("BUILDINGS", *rows), rule="save_uden_for_skalaen")) == 89
    rows[89]["save_vaerdi"] = 12
    assert len(found(layer("BUILDINGS", *rows), rule="save_uden_for_skalaen")) == 1


def test_unknown_years_are_told_once_per_layer():
    (told,) = found(houses(3, opfoerelsesaar=1000), rule="aar_ukendt")
    assert told.level == "oplysning"
    assert told.text.startswith("3 af 3 bygninger har intet kendt opførelsesår")


def test_old_plans_are_told_one_by_one_up_to_nineteen():
    def plans(count):
        rows = ({"planid": n, "plannr": str(n), "datovedt": 20050101, "wkt": at(200 * n)} for n in range(count))
        return layer("PLANS", *rows)

    assert len(found(plans(19), rule="plan_aeldre_regler")) == 19
    (told,) = found(plans(20), rule="plan_aeldre_regler")
    assert told.text.startswith("20 af 20 planer er vedtaget før 1. februar 2008 eller ")


def test_a_finding_on_many_names_those_with_an_address_first_and_of_the_others_the_beginning_of_the_id():
    rows = [{"bygning_id": f"8c15c59{n}{A[8:]}", "opfoerelsesaar": 1000, "wkt": at(20 * n)} for n in range(9)]
    (told,) = found(layer("BUILDINGS", *rows), rule="aar_ukendt")
    assert "f.eks. 8c15c590… (række 1), 8c15c591… (række 2), 8c15c592… (række 3) m.fl." in told.text
    rows[8]["adresse"] = "Smøgen 1"
    (told,) = found(layer("BUILDINGS", *rows), rule="aar_ukendt")
    assert "f.eks. Smøgen 1, 8c15c590… (række 1), 8c15c591… (række 2) m.fl." in told.text


def test_a_building_is_called_by_the_address_that_another_layer_has_of_it():
    buildings = layer("BUILDINGS", {"bygning_id": A, "save_vaerdi": 12, "wkt": at(0)})
    save = layer("SAVE", {"bygning_id": A.upper(), "adresse": "Smøgen 1", "save_vaerdi": 4, "wkt": at(0)})
    (told,) = found(buildings, save, rule="save_uden_for_skalaen")
    assert (told.object_id, told.named) == (A, "Smøgen 1")
    answers = layer("ANSWERS", {"svar_id": "1", "bygning_id": A, "tekst": "Ja"})
    _, _, answers = told_of_each_other([buildings, save, answers])
    assert answers.named(0) == "række 1"


# What the register keeps from the public ------------------------------------------------------------------------------


def withheld_first(count):
    """Houses without an address whose SAVE value cannot be; the first is withheld, and its value is another."""
    rows = [{"bygning_id": f"h{n}", "save_vaerdi": 12, "offentlig": True, "wkt": at(20 * n)} for n in range(count)]
    rows[0] |= {"save_vaerdi": 13, "offentlig": False}
    return layer("BUILDINGS", *rows)


def test_a_finding_on_many_names_no_building_that_is_withheld_and_quotes_another():
    (told,) = found(withheld_first(50), rule="save_uden_for_skalaen")
    assert not told.withheld
    assert told.text.startswith("50 af 50 objekter i laget, f.eks. en bygning, som registret ikke offentliggør, h1, h2")
    assert "Det første: SAVE-værdien er 12" in told.text


def test_the_findings_of_a_rule_are_told_by_one_that_the_public_may_see():
    told = found(withheld_first(3), rule="save_uden_for_skalaen")
    assert [(one.object_id, one.withheld) for one in told] == [("h0", True), ("h1", False), ("h2", False)]
    ((_, _, count, _, text),) = by_rule(told)
    assert count == 3
    assert text.startswith("SAVE-værdien er 12")
    ((_, _, count, called, text),) = by_rule(told[:1])
    assert (count, called, text) == (1, "en bygning, som registret ikke offentliggør", told[0].title)


# Where ----------------------------------------------------------------------------------------------------------------


def test_a_finding_lies_on_its_object():
    (told,) = found(houses(1, save_vaerdi=12), rule="save_uden_for_skalaen")
    assert where(told) == (5, 5)


def test_an_overlap_is_where_the_parcels_lie_on_each_other():
    parcels = layer(
        "PARCELS",
        {"matrikelnummer": "1a", "ejerlavsnavn": "Virum", "wkt": at(0, 0, 20)},
        {"matrikelnummer": "1b", "ejerlavsnavn": "Virum", "wkt": at(18, 0, 20)},
    )
    (told,) = found(parcels, rule="jordstykker_overlapper")
    assert where(told) == (19, 10)
    assert told.object_id == "1a Virum"
    assert "1a Virum og 1b Virum ligger oven i hinanden på 40 m²" in told.text


def test_an_invalid_geometry_is_where_it_crosses_itself():
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    wkt = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    (told,) = found(layer("BUILDINGS", {"bygning_id": A, "wkt": wkt}), rule="geometri_ugyldig")
    assert where(told) == (5, 5)
    assert "omridset krydser sig selv" in told.text
    assert "areal 0 m² før, 50 m² efter" in told.text  # two triangles of 25 m²


def test_a_building_over_the_boundary_is_where_it_is_over():
    parcels = layer(
        "PARCELS",
        {"matrikelnummer": "1a", "ejerlavsnavn": "Virum", "wkt": at(0, 0, 20)},
        {"matrikelnummer": "1b", "ejerlavsnavn": "Virum", "wkt": at(20, 0, 20)},
    )
    (told,) = found(layer("BUILDINGS", {"bygning_id": A, "wkt": at(14)}), parcels, rule="bygning_over_skel")
    assert where(told) == (22, 5)
    assert told.text.startswith("40 m² (40 %) af bygningen ligger på matr.nr. 1b Virum, resten på matr.nr. 1a Virum")


def test_a_decision_is_where_its_building_is_and_one_on_nobody_nowhere():
    decisions = layer("DECISIONS", {"bygning_id": A, "beslutning": "nej"}, {"bygning_id": C, "beslutning": "nej"})
    told = found(layer("BUILDINGS", {"bygning_id": A, "wkt": at(0)}), decisions, rule="beslutning_ulaeselig")
    assert where(told[0]) == (5, 5)
    assert told[1].point is None


def test_a_finding_on_a_layer_lies_in_its_middle():
    (told,) = found(layer("PARCELS", {"wkt": at(0)}, {"wkt": at(90)}), rule="felt_nyttigt_mangler")
    assert where(told) == (50, 5)


def test_a_row_without_an_id_is_called_by_its_number():
    (told,) = found(layer("BUILDINGS", {"bygning_id": None, "wkt": at(0)}), rule="id_mangler")
    assert (told.object_id, told.row_id) == ("række 1", 1)


# Order and words ------------------------------------------------------------------------------------------------------


def test_the_gravest_come_first_then_layer_by_layer():
    told = found(
        houses(2, save_vaerdi=12, opfoerelsesaar=193),
        layer("PARCELS", {"matrikelnummer": "1a", "registreretAreal": None, "wkt": at(0, -5, 60)}),
    )
    levels = [LEVELS.index(one.level) for one in told]
    assert levels == sorted(levels)
    warnings = [one.layer.role for one in told if one.level == "advarsel"]
    assert warnings == sorted(warnings)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.9999, "1"), (2.5, "2,5"), (12345.6, "12.346"), (1929, "1929"), (12345, "12.345"), (float("nan"), "ukendt")],
)
def test_numbers_are_written_as_danish_writes_them(value, text):
    assert written(value) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mÃ¥ kun anvendes", "må kun anvendes"),
        ("65 - med tillÃ¦g", "65 - med tillæg"),
        ("Ã†bleparken og Ã˜sterbro, SÃ¸", "Æbleparken og Østerbro, Sø"),
        ("Ærø og Åbenrå", "Ærø og Åbenrå"),
        ("João, Ångström", "João, Ångström"),
    ],
)
def test_letters_read_in_the_wrong_encoding_are_told_as_they_were_meant(text, meant):
    assert mended(text) == meant


# What must always hold ----------------------------------------------------------------------------------------------

JUNK = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "1110", "4-5", "æøå", "Ã¥", "19101224", "1000", "-1", "30,0", "F", "udpeg", A, "0173"]),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
)
SHAPES = st.sampled_from(
    [
        None,
        "POLYGON EMPTY",
        at(0),
        at(5),
        at(9000),
        point(3),
        "POINT (nan nan)",
        "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((3 3, 6 3, 6 6, 3 6, 3 3)))",
        "LINESTRING (720000 6187000, 720005 6187005)",
        "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))",
    ]
)
NAMES = (
    *("bygning_id", "ois_id", "bevaringsvaerdi", "anvendelse", "opfoerelsesaar", "etager", "ydervaeg", "bebygget_m2"),
    *("samlet_m2", "id_lokalId", "bbrnummer", "kommunekode", "komnr", "status", "datovedt", "bebygpct", "bebygpctaf"),
    *("anvspec1", "bygpct1", "bygpcth1", "maxetager", "zone", "beslutning", "dato", "bygning", "eta025Etagetype"),
    *("eta020SamletArealAfEtage", "registreretAreal", "matrikelnummer", "ejendom_id", "Statuskode", "planid"),
)
ROW = st.fixed_dictionaries({"wkt": SHAPES, **dict.fromkeys(NAMES, JUNK)})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CONCEPTS)), st.lists(ROW, max_size=4)), min_size=1, max_size=5))
def test_no_data_makes_it_fail_and_every_finding_is_whole(tables):
    layers = [layer(role, *rows, fields=NAMES) for role, rows in tables]
    for one in found(*layers):
        assert one.text
        assert "{" not in one.text
        assert one.level in LEVELS
        assert one.point is None or np.isfinite(shapely.get_coordinates(one.point)).all()
        assert (one.object_id is None) == (one.row_id is None)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_rows_changes_no_finding(order):
    rows = [
        {"bygning_id": A, "save_vaerdi": 12, "opfoerelsesaar": 2030, "wkt": at(0)},
        {"bygning_id": B, "save_vaerdi": 4, "opfoerelsesaar": 1900, "wkt": at(0)},
        {"bygning_id": C, "save_vaerdi": "IV", "opfoerelsesaar": 193, "wkt": at(50)},
        {"bygning_id": "d", "save_vaerdi": 5, "opfoerelsesaar": "x", "wkt": at(90)},
        {"bygning_id": "e", "save_vaerdi": 5, "opfoerelsesaar": 1000, "wkt": at(200)},
        {"bygning_id": "f", "save_vaerdi": None, "opfoerelsesaar": 1950, "wkt": None},
    ]
    told = {(one.rule, one.level) for one in found(layer("BUILDINGS", *rows))}
    assert {(one.rule, one.level) for one in found(layer("BUILDINGS", *(rows[n] for n in order)))} == told


def test_a_layer_elsewhere_is_told_as_such_and_held_against_nothing():
    # In degrees under a metric CRS: one finding instead of one per building that lies on no parcel.
    save = layer(
        "SAVE", {"ois_id": A, "bevaringsvaerdi": 4, "wkt": "POINT (12.5 55.77)"}, extent=(12.5, 55.77, 12.5, 55.77)
    )
    told = found(save, layer("BUILDINGS", {"bygning_id": A, "wkt": at(0)}))
    assert [one.rule for one in told if one.layer is save] == ["lag_uden_for_danmark", "felt_nyttigt_mangler"]
    assert "Tallene ligner grader: sæt lagets koordinatsystem til EPSG:4326." in told[0].text


def test_swapped_coordinates_are_recognised():
    wkt = f"POINT ({NORTH} {EAST})"
    (told,) = found(
        layer("SAVE", {"ois_id": A, "bevaringsvaerdi": 4, "wkt": wkt}, extent=(NORTH, EAST, NORTH, EAST)),
        rule="lag_uden_for_danmark",
    )
    assert "Øst og nord ser ud til at være byttet om." in told.text


def test_cancel_is_asked_for_often():
    asked = []

    def check():
        asked.append(1)
        if len(asked) > 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        validate(Inputs([houses(3)], check=check), built_in())


def test_a_finding_on_a_plan_is_called_by_its_number_and_name_and_on_a_decision_by_its_address():
    plans = layer("PLANS", {"planid": 1000026, "plannr": "91", "plannavn": "Villavejene", "komnr": 159, "wkt": at(0)})
    (foreign,) = found(plans, rule="plan_anden_kommune")
    assert (foreign.object_id, foreign.called) == ("1000026", "91 »Villavejene«")
    decisions = layer(
        "DECISIONS",
        {"bygning_id": A, "beslutning": "udpeg", "dato": "2024-01-01"},
        {"bygning_id": A, "beslutning": "udpeg_ikke", "dato": "2025-01-01"},
    )
    (newer,) = found(
        layer("BUILDINGS", {"bygning_id": A, "adresse": "Smøgen 1", "wkt": at(0)}), decisions, rule="beslutning_afloest"
    )
    assert (newer.object_id, newer.called) == (A, "Smøgen 1")


def test_a_decision_on_an_unknown_building_is_told_by_its_row():
    buildings = layer("BUILDINGS", {"bygning_id": A, "wkt": at(0)})
    row = {"bygning_id": "b7", "beslutning": "udpeg", "begrundelse": "Porten står.", "dato": "2022-09-05"}
    (told,) = found(buildings, layer("DECISIONS", row), rule="beslutning_ukendt_bygning")
    assert "og bliver ikke brugt. Udpeges, »Porten står.«, 5. september 2022 (b7). Er bygningen revet ned" in told.text


# Delområder ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize(
    ("parts", "words", "never"),
    [
        ([], "Angiv også Plandatas delområder, ellers er grænsen ukendt.", "det angivne lag"),
        (["p99"], "lag med delområder har ingen, der hører til. Den næste grænse i rækken bruges.", "ukendt"),
    ],
)
def test_a_layer_of_delomraader_that_has_none_of_a_plan_s_is_not_said_to_be_missing(count, parts, words, never):
    plans = layer("PLANS", *({"planid": f"p{n}", "plannr": str(n), "iomfangreg": "true"} for n in range(count)))
    given_parts = [layer("SUB_AREAS", {"delnr": "A", "lokplan_id": one}) for one in parts]
    (one,) = found(plans, *given_parts, rule="plan_overlader_omfanget")
    assert words in one.text
    assert never not in one.text
    assert "regulerer ikke selv omfanget ifølge Plandata" in one.text
    assert "overlader" not in one.text, "nobody says that the plan has delområder"
