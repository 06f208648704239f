"""What came of a run: what each layer told, what is unknown, and the figures of each theme."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.changes import compare_designations
from lyngby_heritage.core.landscape.earlier import earlier_designations
from lyngby_heritage.core.landscape.gather import LayerRows, gather
from lyngby_heritage.core.landscape.layer_results import left_out
from lyngby_heritage.core.landscape.membership import buildings_held, properties_held
from lyngby_heritage.core.landscape.outcome import LandscapeOutcome, landscape_of
from lyngby_heritage.core.landscape.rule import MembershipRule

CATALOGUE = built_in()
RULE = MembershipRule()
TOWN = shapely.box(0, 0, 1000, 1000)


def shapes(*wkt):
    return np.array([None if one is None else shapely.from_wkt(one) for one in [*wkt, None]], dtype=object)[:-1]


def landscape(*layers, municipality=TOWN, others=(), rule=RULE):
    """What is gathered from layers of (name, rows of (WKT, name, status))."""
    read = [
        LayerRows(
            name,
            CATALOGUE.recognise([name], []),
            shapes(*(row[0] for row in rows)),
            {"name": [row[1] for row in rows], "status": [row[2] for row in rows]},
        )
        for name, rows in layers
    ]
    made = gather(read, CATALOGUE)
    labels, themes, counts = zip(*((one.label, one.recognised.theme, len(one)) for one in read))
    return landscape_of(made, labels, themes, counts, others, municipality, CATALOGUE, rule)


def codes(themes):
    return [CATALOGUE.themes[one].code for one in themes]


BOG = ("bes_naturtyper", [(square(0, 0, 100), "Mosen", "3"), (square(50, 0, 100), "Engen", "2")])
ELSEWHERE = ("kirkebyggelinjer", [(square(90_000, 0, 100), "Kirken", "3")])
LINES = ("aa_bes_linjer", [("LINESTRING (0 0, 500 500)", "Åen", "3")])
EMPTY = ("skovbyggelinjer", [])


def test_what_each_layer_told():
    found = landscape(BOG, EMPTY, ELSEWHERE, LINES, others=[left_out("min_egen", 4, None)])
    assert [(one.layer, one.outcome) for one in found.layers] == [
        ("bes_naturtyper", "laest"),
        ("skovbyggelinjer", "tomt"),
        ("kirkebyggelinjer", "uden_for"),
        ("aa_bes_linjer", "kun_linjer"),
        ("min_egen", "ukendt_tema"),
    ]
    assert codes(found.unknown) == ["aabeskyttelse", "skovbyggelinje", "kirkebyggelinje"]
    assert codes(found.told) == ["paragraf3"]
    assert codes(found.present) == ["paragraf3", "aabeskyttelse", "kirkebyggelinje"]
    assert found.silent == 3
    given = {"paragraf3", "aabeskyttelse", "skovbyggelinje", "kirkebyggelinje"}
    assert {*codes(one.theme for one in found.not_given), *given, "oevrigt"} == {one.code for one in CATALOGUE.themes}


def test_without_a_boundary_nobody_can_tell_that_a_layer_lies_elsewhere():
    found = landscape(ELSEWHERE, municipality=None)
    assert [one.outcome for one in found.layers] == ["laest"]
    (figures,) = LandscapeOutcome(found, 1.0, False).figures()
    assert (figures.area, figures.inside) == (10_000, None)


def test_the_figures_of_a_theme_count_nothing_twice():
    found = landscape(BOG)
    houses = shapes(square(10, 10), square(120, 10), square(400, 400))
    plots = shapes(square(0, 0, 200), square(400, 400, 100))
    counted = found.counted
    outcome = LandscapeOutcome(found, 1.0, False, buildings_held(houses, counted), properties_held(plots, counted))
    (bog,) = outcome.figures()
    assert (bog.code, bog.designations, bog.single) == ("paragraf3", 2, 0)
    assert bog.statuses == (("gaeldende", 1), ("forslag", 1))
    assert (bog.area, bog.inside) == (15_000, 15_000)  # 100 × 150 m, not 2 × 10,000 m²
    assert (bog.buildings, bog.properties) == (2, 1)
    assert bog.guidelines[0][1] == 2
    assert bog.sources == ("Danmarks Miljøportal: bes_naturtyper",)
    assert (bog.kept, bog.new, bog.gone, bog.single_changes, bog.compared) == (None, None, None, None, False)
    assert not bog.unknown


@pytest.mark.parametrize(
    ("layer", "inside"),
    [
        (("kirkebyggelinjer", [(square(950, 0, 100), "halvt ude", "3")]), 5_000),
        (ELSEWHERE, 0),
        (("kirkebyggelinjer", [(square(0, 0, 100), "afsluttet", "ophørt")]), 0),  # it is there, and does not count
        (("fortidsminder", [("POINT (5 5)", "højen", "3")]), None),  # a point has no area
    ],
)
def test_the_part_in_the_municipality(layer, inside):
    (figures,) = LandscapeOutcome(landscape(layer), 1.0, False).figures()
    assert figures.inside == inside


def compared(found, *rows, sliver=1.0):
    """The comparison with an earlier layer of (WKT, tema, geometri, status)."""
    geometries, themes, kinds, statuses = (list(column) for column in zip(*rows))
    earlier = earlier_designations(shapes(*geometries), themes, kinds, statuses, CATALOGUE, found.counted.rule)
    return compare_designations(earlier, found.counted, found.shapes, found.told, found.municipality, sliver, CATALOGUE)


def test_changes_of_areas_points_and_a_theme_that_nobody_gave():
    found = landscape(BOG, ("fortidsminder", [("POINT (500 500)", "højen", "3")]))
    comparison = compared(
        found,
        (square(0, 0, 100), "paragraf3", "flade", "gaeldende"),
        (square(300, 0, 100), "paragraf3", "flade", None),  # without a status it was in force
        (square(700, 0, 100), "paragraf3", "flade", "ophoert"),  # was no more in force then
        (square(498, 498, 4), "fortidsminde", "punkt", "gaeldende"),
        (square(800, 800, 4), "fortidsminde", "punkt", "gaeldende"),
        (square(0, 0, 100), "moelleaadal", "flade", "gaeldende"),
        (square(0, 0, 100), "skovbrug", "flade", "gaeldende"),
    )
    assert [
        (codes([one.theme])[0], one.change, one.area, one.count) for one in comparison.changes if not one.count
    ] == [
        ("paragraf3", "fastholdt", 10_000, 0),
        ("paragraf3", "ny", 5_000, 0),
        ("paragraf3", "udgaaet", 10_000, 0),
    ]
    assert [(codes([one.theme])[0], one.change, one.count) for one in comparison.changes if one.count] == [
        ("fortidsminde", "fastholdt", 1),
        ("fortidsminde", "udgaaet", 1),
    ]
    assert codes(comparison.not_compared) == ["moelleaadal"]  # not gone: nobody knows
    said = [str(one) for one in comparison.notes]
    assert "1 row has a theme that the catalogue does not have, and is not compared: 'skovbrug'" in said[0]
    assert "Ådal med sidedale" in said[1]
    bog, mound = LandscapeOutcome(found, 1.0, False, comparison=comparison).figures()
    assert (bog.kept, bog.new, bog.gone, bog.compared) == (10_000, 5_000, 10_000, True)
    assert mound.single_changes == (1, 0, 1)


def test_a_theme_whose_layer_lies_elsewhere_is_not_compared():
    found = landscape(BOG, ELSEWHERE)
    comparison = compared(found, (square(0, 0, 100), "kirkebyggelinje", "flade", "gaeldende"))
    assert codes(comparison.not_compared) == ["kirkebyggelinje"]
    assert [one.change for one in comparison.changes] == ["ikke_sammenlignet"]  # the file holds nothing of § 3
    church = LandscapeOutcome(found, 1.0, False, comparison=comparison).figures()[1]
    assert (church.code, church.compared, church.kept, church.unknown) == ("kirkebyggelinje", False, None, True)


def test_what_the_earlier_file_holds_nothing_of_is_not_new_but_not_compared():
    found = landscape(BOG, ("fortidsminder", [("POINT (500 500)", "højen", "3")]))
    comparison = compared(found, (square(0, 0, 100), "paragraf3", "flade", "gaeldende"))
    assert [(codes([one.theme])[0], one.change) for one in comparison.changes if one.theme in comparison.not_held] == [
        ("fortidsminde", "ikke_sammenlignet")
    ]
    assert codes(comparison.not_held) == ["fortidsminde"]
    assert "1 theme is not compared, for the file of the earlier designation holds nothing of it" in str(
        comparison.notes[-1]
    )
    mound = LandscapeOutcome(found, 1.0, False, comparison=comparison).figures()[1]
    assert (mound.code, mound.compared, mound.new, mound.single_changes) == ("fortidsminde", False, None, None)


def test_what_the_earlier_file_holds_as_no_more_in_force_is_new_where_it_is_in_force_now():
    comparison = compared(landscape(BOG), (square(0, 0, 100), "paragraf3", "flade", "ophoert"))
    assert {one.change for one in comparison.changes} == {"ny"}
    assert comparison.not_held == []


def test_areas_are_compared_inside_the_municipality():
    found = landscape(("lavbund", [(square(950, 0, 100), None, "3")]))
    comparison = compared(found, (square(990, 0, 100), "lavbund", "flade", "gaeldende"))
    assert {one.change: one.area for one in comparison.changes} == {"fastholdt": 1_000, "ny": 4_000}
