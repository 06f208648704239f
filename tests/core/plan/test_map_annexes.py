"""Which maps of the whole there are, and the numbers by which the documents refer to them."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.map_annexes import ANNEX, AREA, ENVIRONMENTS, EXPLAINING, map_annexes, theme_groups

EVERY_LAYER = {one["key"] for one in load("rules/lokalplan.json")["layers"]}


def names(annexes, series):
    return [f"{one.name}: {one.title}" for one in annexes.of(series)]


def test_the_maps_of_the_provisions_and_those_that_explain_are_numbered_apart():
    annexes = map_annexes(EVERY_LAYER)
    assert names(annexes, ANNEX) == [
        "Kortbilag 1: Lokalplanens område og udpegede bygninger",
        "Kortbilag 2: Kulturmiljøer",
        "Kortbilag 3: Oversigt over kortbladene",
    ]
    assert names(annexes, EXPLAINING) == [
        "Redegørelseskort 1: Ændringer i udpegningen",
        "Redegørelseskort 2: Natur og vand",
        "Redegørelseskort 3: Kulturarv i landskabet",
        "Redegørelseskort 4: Landskab og geologi",
        "Redegørelseskort 5: Andre udpegninger",
        "Redegørelseskort 6: Bebyggelsesprocent og etager",
    ]


def test_a_map_that_has_nothing_to_show_is_not_made_and_takes_no_number():
    annexes = map_annexes({"bygninger", "kortblade", "landskab_kultur", "afgraensning"})
    assert names(annexes, ANNEX)[1] == "Kortbilag 2: Oversigt over kortbladene"
    assert names(annexes, EXPLAINING) == ["Redegørelseskort 1: Kulturarv i landskabet"]
    assert annexes.every[0].layers == ("bygninger", "afgraensning")


def test_a_text_refers_to_a_map_by_its_number_or_to_the_maps_where_it_is_not_made():
    annexes = map_annexes({"bygninger", "kulturmiljoeer"})
    assert annexes.cited(AREA, "kortbilagene") == "kortbilag 1"
    assert annexes.cited(ENVIRONMENTS, "kortbilagene") == "kortbilag 2"
    assert map_annexes({"bygninger"}).cited(ENVIRONMENTS, "kortbilagene") == "kortbilagene"


def test_the_map_of_plot_ratios_says_that_it_decides_nothing():
    """Red plots on a map of an adopted plan would be read as a verdict of the plan."""
    (note,) = (one.note for one in map_annexes(EVERY_LAYER).every if one.key == "bebyggelse")
    assert "ikke en afgørelse" in note
    assert "»Overskredet« er ikke det samme som ulovligt" in note
    assert "Planen ændrer ikke" in note


@pytest.mark.parametrize(
    ("themes", "cited"),
    [
        (["paragraf3"], ["redegørelseskort 2"]),
        (["landskab", "geologi", "moelleaadal"], ["redegørelseskort 4"]),
        (["lavbund", "fortidsminde"], ["redegørelseskort 2", "redegørelseskort 3"]),
        (["stoej"], ["redegørelseskort 5"]),
        (["kommunens_eget_tema"], ["redegørelseskort 5"]),  # what no group names is on the map of the others
        ([], []),
    ],
)
def test_the_maps_of_some_themes(themes, cited):
    assert [one.cited for one in map_annexes(EVERY_LAYER).of_themes(themes)] == cited


def test_each_theme_is_in_one_group_and_is_one_of_the_catalogue():
    codes = [code for one in theme_groups() for code in one.themes or ()]
    assert len(codes) == len(set(codes))
    assert set(codes) <= {one["code"] for one in load("themes/catalogue.json")["themes"]}


def test_each_group_of_themes_has_a_layer_and_a_map():
    layers = {one["key"]: one.get("themes") for one in load("rules/lokalplan.json")["layers"]}
    drawn = {key for one in load("rules/lokalplan.json")["overviews"] for key in one["layers"]}
    for group in theme_groups():
        assert layers[group.layer] == group.key
        assert group.layer in drawn
