"""Which theme holds what: the same answer from the registers' layers and from the layer that was written of them."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.designations import KINDS, drawn
from lyngby_heritage.core.landscape.gather import LayerRows, gather
from lyngby_heritage.core.landscape.membership import (
    Counted,
    answers,
    buildings_held,
    joined_codes,
    only_proposed,
    properties_held,
)
from lyngby_heritage.core.landscape.rule import COUNTED, MIN_SHARE, MembershipRule
from lyngby_heritage.core.landscape.written import read_written

CATALOGUE = built_in()
CODES = [theme.code for theme in CATALOGUE.themes]


def shapes(*wkt):
    return np.array([None if one is None else shapely.from_wkt(one) for one in [*wkt, None]], dtype=object)[:-1]


def gathered(*layers):
    """Layers of (name, rows of (WKT, status))."""
    return gather(
        [
            LayerRows(
                name,
                CATALOGUE.recognise([name], []),
                shapes(*(row[0] for row in rows)),
                {"status": [row[1] for row in rows]},
            )
            for name, rows in layers
        ],
        CATALOGUE,
    )


def from_registers(made, rule):
    """What the tables ask: the designations as they were gathered."""
    return Counted(made, len(CODES), rule), CODES


def from_written_layer(made, rule):
    """What the website asks: the same, drawn, written and read again."""
    kinds = [KINDS[one] for one in made.kind]
    themes = [CODES[one] for one in made.theme]
    written = read_written(drawn(made, CATALOGUE), themes, kinds, made.status, CATALOGUE)
    return Counted(written.registered(CATALOGUE), len(written.codes), rule), written.codes


SIDES = pytest.mark.parametrize("asked", [from_registers, from_written_layer])


def themes_of(asked, made, *buildings, rule=None):
    counted, codes = asked(made, rule or MembershipRule())
    held = buildings_held(shapes(*buildings), counted)
    return joined_codes(held.holds, codes, held.nowhere)


@SIDES
def test_an_ended_designation_holds_nothing_and_thirty_per_cent_of_a_house_is_enough(asked):
    made = gathered(("fredning", [(square(-10, -10, 40), "ophørt"), (square(193, -10, 10), "gældende")]))
    houses = [square(0, 0), square(100, 0), "POLYGON ((200 -10, 210 -10, 210 0, 200 0, 200 -10))"]
    # 3 m of the third house's 10 m lie in what is in force; a point in its middle does not.
    assert themes_of(asked, made, *houses) == ["", "", "fredning"]


@SIDES
@pytest.mark.parametrize(
    ("option", "held"),
    [
        (0, ["fredning", "fredning", "fredning", ""]),
        (1, ["fredning", "", "fredning", ""]),
        (2, ["fredning", "", "", ""]),
    ],
)
def test_which_statuses_count(asked, option, held):
    statuses = ["gældende", "forslag", None, "ophørt"]
    made = gathered(("fredning", [(square(100 * i, 0, 50), status) for i, status in enumerate(statuses)]))
    houses = [square(100 * i + 10, 10) for i in range(4)]
    assert themes_of(asked, made, *houses, rule=MembershipRule(COUNTED[option])) == held


@SIDES
@pytest.mark.parametrize(
    ("metres", "share", "held"), [(0.9, 0.1, ""), (1, 0.1, "lavbund"), (1, 0.2, ""), (0.1, 0, "lavbund")]
)
def test_the_share_of_a_house(asked, metres, share, held):
    made = gathered(("lavbund", [(square(-100 + metres, -50, 100), None)]))
    assert themes_of(asked, made, square(0, 0), rule=MembershipRule(min_share=share)) == [held]


@SIDES
def test_a_mound_and_a_dike_hold_the_house_that_they_meet_and_not_the_one_beside(asked):
    made = gathered(
        ("fortidsminder", [("POINT (5 5)", None), ("MULTIPOINT (304 5, 306 5)", None)]),
        ("bes_sten_jorddiger_2022", [("LINESTRING (100 -20, 105 5, 100 40)", None)]),
    )
    houses = [
        square(0, 0),
        square(13, 0),  # 8 m from the point
        square(8, 0, 4),  # 3 m from the point: inside the circle that is drawn of 5 m
        square(100, 0),
        square(105.5, 0),  # half a metre from the line: inside the band that is drawn of 1 m
        square(300, 0),
    ]
    assert themes_of(asked, made, *houses) == ["fortidsminde", "", "", "oevrigt", "", "fortidsminde"]


@SIDES
def test_a_building_that_is_a_point_and_one_without_a_place(asked):
    made = gathered(("lavbund", [(square(0, 0, 50), None)]), ("moelleaadal", [(square(-10, -10, 100), None)]))
    assert themes_of(asked, made, "POINT (5 5)", "POINT (70 5)", "POINT (500 5)", None) == [
        "moelleaadal;lavbund",  # in the catalogue's order
        "moelleaadal",
        "",
        None,  # nobody knows; that is not "none"
    ]


def test_without_a_field_for_it_a_written_layer_tells_its_kind_by_its_shapes():
    geometries = shapes(square(0, 0), "POINT (105 5)", "LINESTRING (205 0, 205 10)", None)
    written = read_written(geometries, ["lavbund"] * 4, None, None, CATALOGUE)
    counted = Counted(written.registered(CATALOGUE), len(written.codes))
    held = buildings_held(shapes(*(square(100 * i, 0) for i in range(4))), counted)
    assert joined_codes(held.holds, written.codes, held.nowhere) == ["lavbund", "lavbund", "lavbund", ""]


def test_a_written_theme_is_known_by_its_code_or_its_name_and_one_of_ones_own_comes_last():
    themes = ["Fredning", "solceller", "lavbund", None, " ", "solceller"]
    written = read_written(shapes(*[square(0, 0)] * 6), themes, None, None, CATALOGUE)
    assert written.codes == (*CODES, "solceller")
    assert written.row_codes == ["fredning", "solceller", "lavbund", None, None, "solceller"]
    held = buildings_held(shapes(square(0, 0)), Counted(written.places, len(written.codes)))
    assert joined_codes(held.holds, written.codes, held.nowhere) == ["lavbund;fredning;solceller"]


def test_a_line_drawn_narrower_than_the_catalogue_says_stays_as_it_is():
    band = shapely.buffer(shapely.from_wkt("LINESTRING (0 0, 100 0)"), 0.5)
    written = read_written(np.array([band]), ["oevrigt"], ["linje"], None, CATALOGUE)
    assert written.registered(CATALOGUE).geometries[0].equals(band)


def test_what_a_theme_holds_by_proposals_alone():
    made = gathered(
        (
            "fredning",
            [(square(0, 0, 50), "forslag"), (square(100, 0, 50), "forslag"), (square(100, 0, 50), "gældende")],
        ),
        ("lavbund", [(square(0, 0, 300), "gældende")]),
        ("fortidsminder", [("POINT (205 5)", "forslag")]),
    )
    buildings = shapes(square(0, 0), square(100, 0), square(200, 0))
    counted, codes = from_registers(made, MembershipRule())
    held = buildings_held(buildings, counted)
    assert joined_codes(held.holds, codes, held.nowhere) == ["lavbund;fredning"] * 2 + ["lavbund;fortidsminde"]
    only = only_proposed(buildings, held, counted)
    assert joined_codes(only, codes, held.nowhere) == ["fredning", "", "fortidsminde"]
    firm, _ = from_registers(made, MembershipRule(COUNTED[2]))
    assert not only_proposed(buildings, buildings_held(buildings, firm), firm).any()


def test_a_property_is_held_by_its_share_or_by_what_reaches_past_its_boundary():
    made = gathered(
        ("lavbund", [("POLYGON ((-50 -50, 0.4 -50, 0.4 150, -50 150, -50 -50))", None)]),
        ("landskab", [("POLYGON ((-50 -50, 3 -50, 3 150, -50 150, -50 -50))", None)]),
        ("fortidsminder", [("POINT (50 50)", None), ("POINT (60 50)", None)]),
        ("bes_vandloeb", [("LINESTRING (0.2 0, 0.2 100)", None)]),  # along the boundary
    )
    counted, codes = from_registers(made, MembershipRule())
    held = properties_held(shapes(square(0, 0, 100), square(500, 0, 100)), counted)
    # 3 m of 100 are 3 %, less than 10 %, and yet 300 m²; 0.4 m is how exactly boundaries are drawn.
    assert [codes[one] for one in held.theme] == ["landskab", "fortidsminde"]
    assert held.target.tolist() == [0, 0]
    np.testing.assert_allclose(held.share, [0.03, np.nan])
    np.testing.assert_allclose(held.area, [300, np.nan])
    assert (held.held, held.per_theme.sum()) == (1, 2)


def test_what_a_point_and_an_area_of_one_theme_hold_stands_once():
    made = gathered(("fortidsminder", [("POINT (5 5)", None), (square(0, 0, 5), None)]))
    held = buildings_held(shapes(square(0, 0)), from_registers(made, MembershipRule())[0])
    assert held.share.tolist() == [0.25]


def test_a_theme_that_a_layer_failed_to_tell_about_is_not_no():
    held, nowhere = np.array([True, False, False]), np.array([False, False, True])
    assert answers(held, False, nowhere) == [True, False, None]
    assert answers(held, True, nowhere) == [True, None, None]


def test_the_rule_in_force():
    assert MIN_SHARE == 0.10
    assert MembershipRule() == MembershipRule(("gaeldende", "ukendt", "forslag"), 0.10)
