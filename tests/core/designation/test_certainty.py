"""How often a 4 is designated, from always to never, and which of them hangs on the settings."""

import numpy as np
import pytest
from builders import classified, codes, house, settings
from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.designation.certainty import (
    CLASSES,
    NO_CLASS,
    class_of,
    class_of_rows,
    hangs,
    share_designated,
    thresholds_tried,
)
from lyngby_heritage.core.designation.certainty_texts import certainty_texts, every_such
from lyngby_heritage.core.designation.rule import CODES

FOUR, REVIEW, NOT, DECISION = "vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget", "beslutning"


def classes(*rows):
    """The classes of buildings given as (sikkerhed, udpeget, udpegning)."""
    return [CLASSES[one] if one != NO_CLASS else None for one in class_of_rows(*zip(*rows)).tolist()]


@pytest.mark.parametrize(
    ("same", "designated", "ground", "expected"),
    [
        (27, True, FOUR, "altid"),
        (26, True, FOUR, "naesten_altid"),
        (19, True, FOUR, "naesten_altid"),  # 8 of 27 differ: fewer than 9, a third
        (18, True, FOUR, "halvdelen"),  # 9 of 27 differ: one in three
        (9, True, FOUR, "halvdelen"),
        (8, True, FOUR, "sjaeldent"),  # designated now, and under 8 of 27
        (27, False, NOT, "aldrig"),
        (26, False, NOT, "sjaeldent"),
        (18, False, NOT, "halvdelen"),  # designated under 9 of 27
        (8, False, NOT, "naesten_altid"),  # under 19 of 27, and yet not now
        (27, False, REVIEW, "altid_til_vurdering"),
        (20, False, REVIEW, "sjaeldent"),  # a plan in force names it, and the rule under 7 of 27
        (27, True, DECISION, "afgjort"),
        (27, False, DECISION, "afgjort"),
    ],
)
def test_from_always_to_never_by_how_many_of_27_settings_designate_it(same, designated, ground, expected):
    assert classes((same / 27, designated, ground)) == [expected]


def test_what_has_no_certainty_has_no_class():
    assert classes((None, True, "vaerdi_1_3"), (None, False, NOT)) == [None, None]


def test_an_outcome_hangs_on_the_settings_from_one_in_three():
    assert hangs(np.array([27, 19, 18, 9]) / 27).tolist() == [False, False, True, True]
    assert not hangs(np.array([np.nan]))[0]


def test_a_share_as_a_layer_holds_it_is_of_the_class_that_it_had_before_it_was_written():
    """18 of 27 stands as 0.666667 in a layer, above two thirds, and hangs on the settings all the same."""
    written = [round(same / 27, 6) for same in range(28)]
    assert hangs(np.array(written)).tolist() == hangs(np.arange(28) / 27).tolist()
    for designated in (True, False):
        cases = [(share, designated, FOUR) for share in written]
        assert classes(*cases) == classes(*((same / 27, designated, FOUR) for same in range(28)))
    assert classes((0.666667, True, FOUR), (0.333333, False, FOUR)) == ["halvdelen", "halvdelen"]


def a_municipality(folder, one_in):
    """Its own limit in force."""
    return in_force(read_profile(profile_in(folder, {"rules/certainty.json": {"unsure_one_in": one_in}})))


def test_another_limit_of_the_municipality_moves_the_classes_and_the_words_with_it(tmp_path):
    """Of one in five: 6 of 27 differ, more than 5.4."""
    with a_municipality(tmp_path / "five", 5):
        assert classes((21 / 27, True, FOUR)) == ["halvdelen"]
        assert every_such() == "hver femte"
        assert "mindst hver femte indstilling" in certainty_texts()["unsure"]["legend"]
    with a_municipality(tmp_path / "seven", 7):
        assert every_such() == "hver 7."
    assert classes((21 / 27, True, FOUR)) == ["naesten_altid"]


def a_street():
    """Four houses of value 4 in a row, of growing age, one of them designated today by a plan in force."""
    years = (1930, 1936, 1944, 1970)
    return [
        house(20 * i, id=f"b{i}", save=4, year=year, wall=1 + (i == 2)) | {"standing": int(i == 2)}
        for i, year in enumerate(years)
    ]


def test_sikkerhed_and_udpeget_together_are_how_often_the_rule_designates():
    """Counted by running the rule at each of the 27 settings."""
    table = a_street()
    given = classified(table)
    runs = [
        codes(classified(table, uniform_share=share, similarity=likeness, year_tolerance=years))
        for share in (0.5, 0.6, 0.7)
        for likeness in (0.65, 0.75, 0.85)
        for years in (5, 10, 15)
    ]
    counted = [sum(run[row] == FOUR for run in runs) / 27 for row in range(len(table))]
    assert share_designated(given.certainty, given.designation.designated).tolist() == pytest.approx(counted)
    assert any(0 < one < 1 for one in counted), "the street is made so that the settings matter"


def test_a_building_has_two_outcomes_at_most_whatever_the_setting():
    """So that what is not the one is the other, also where a plan in force designates it today."""
    table = a_street()
    for row in range(len(table)):
        seen = {
            codes(classified(table, uniform_share=share, similarity=likeness, year_tolerance=years))[row]
            for share in (0.0, 0.5, 1.0)
            for likeness in (0.4, 0.75, 1.0)
            for years in (0, 10, 50)
        }
        assert len(seen - {FOUR}) <= 1


def test_the_classes_of_the_data_are_those_of_the_code_in_their_order():
    assert tuple(one["key"] for one in certainty_texts()["classes"]) == CLASSES


def test_the_colours_darken_from_never_to_always_so_that_grey_paper_tells_them_apart():
    """Luma of each fill, 0-255, at least 20 apart."""
    fills = [one["fill"] for one in certainty_texts()["classes"][:5]]
    luma = [np.dot([int(one[i : i + 2], 16) for i in (1, 3, 5)], (0.299, 0.587, 0.114)) for one in fills]
    assert all(lighter - darker >= 20 for darker, lighter in zip(luma, luma[1:]))


def test_classes_are_asked_of_a_run_as_of_the_columns_of_its_layer():
    done = classified(a_street(), decisions={"b3": True})
    ground = done.designation.ground.astype(np.intp)
    asked = class_of(done.certainty, done.designation.designated, ground).tolist()
    columns = done.certainty.tolist(), done.designation.designated.tolist(), [CODES[one] for one in ground]
    assert class_of_rows(*columns).tolist() == asked
    assert CLASSES[asked[3]] == "afgjort"


@pytest.mark.parametrize(("rule", "tried"), [(0, True), (1, True), (2, False), (3, False), (4, False)])
def test_thresholds_are_tried_where_the_rule_looks_at_the_neighbours(rule, tried):
    assert thresholds_tried(settings(rule=rule).basis(True, (), ())) is tried


def test_an_unknown_basis_may_have_tried_them():
    assert thresholds_tried(None)
