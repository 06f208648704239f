"""What the sheet says of the checks: what was cured, and what could not be checked, is for a person to look at."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import Note
from lyngby_heritage.core.delivery.plandata_area import PartAsked, delivered_areas
from lyngby_heritage.core.delivery.plandata_checks import Bounds, Lacking, checked_areas

SQUARE = shapely.box(719_000, 6_188_000, 719_010, 6_188_010)
AREAS = delivered_areas(SQUARE, [PartAsked("A", "Gruppe A", np.array([SQUARE], dtype=object))], "planomraade")
KNOWN = Bounds(True, True, 173, ["afgraensning.kommunekode", "bygninger.bbrnummer"])
CUT = Note("cut", {"size": 4.25}, danish="{size:.1f} m² er skåret af.")


def open_rules(bounds, repaired=(), cut=()):
    return {one.rule.split(" ")[0]: one.result for one in checked_areas(AREAS, bounds, repaired, cut) if one.open}


def test_nothing_is_open_where_all_is_known():
    assert open_rules(KNOWN) == {}
    said = {one.rule: one.result for one in checked_areas(AREAS, KNOWN, [], [])}
    assert said["Planen er for én kommune, kommunens egen"] == (
        "Overholdt: kommunekode 173 står i pakkens afgrænsning og i bygningernes BBR-numre."
    )
    assert said["Delområder overlapper ikke"] == "Overholdt: 0 m² er fælles."


@pytest.mark.parametrize(
    ("bounds", "rule", "said"),
    [
        (Bounds(False, False, 173, ["bygninger.bbrnummer"]), "Alt", "pakken har ingen afgrænsning"),
        (Bounds(True, False, 173, ["bygninger.bbrnummer"]), "Alt", "ikke siger, at den er kommunens grænse"),
        (Bounds(True, True, None, []), "Planen", "intet i pakken siger"),
    ],
)
def test_what_could_not_be_checked_is_open_and_says_why(bounds, rule, said):
    assert said in open_rules(bounds)[rule]


def test_what_was_cured_is_open():
    mended = Note("mended", {}, danish="Området er repareret.")
    assert open_rules(KNOWN, [mended], [CUT]) == {
        "Ingen": "Overholdt. Området er repareret.",
        "Alt": "Overholdt. 4,2 m² er skåret af.",
    }


def test_a_building_without_ground_says_why():
    assert "Ejendom 101 er ikke blandt" in Lacking(1, "Ågade 1", "101").why
    assert "intet BFE-nummer" in Lacking(None, "", "").why
