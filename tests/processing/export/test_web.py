"""What the seam to the website makes of a plan: words for codes, one text for one thing, a point for a point."""

import json
from dataclasses import replace

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.landscape.catalogue import STATUS_WORDS
from lyngby_heritage.core.plan.content import NOWHERE, Buildings, BuildingThemes, Landscape, Plan, Plots
from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.processing.export.web import write_web

EAST, NORTH = 720000, 6187000
HOUSE = shapely.box(EAST, NORTH, EAST + 10, NORTH + 8)
MARK = shapely.box(EAST + 50, NORTH, EAST + 50.1, NORTH + 0.1)
"""What stands in a layer of polygons for a building of which the place alone is known."""
DECISION = "Udpeget ved beslutning: Første hus på vejen. SAVE-værdi 5."


def a_plan(**changes):
    """A house with an outline and one known by its point, the second designated by a decision."""
    buildings = Buildings(
        ids=["hus", "sted"],
        addresses=["Ågade 1", "Ågade 3"],
        save=np.array([2, 5], dtype=np.int8),
        designated=np.array([True, True]),
        ground=["vaerdi_1_3", "beslutning"],
        reasons=["SAVE-værdi 2.", DECISION],
        years=[1912, None],
        uses=["fritliggende enfamiliehus", ""],
        walls=["mursten", ""],
        roofs=["tegl", ""],
        main=np.array([True, True]),
        property_ids=["1", "2"],
        parcel_numbers=["", ""],
        districts=["", ""],
        quarters=["", ""],
        stories=["Her boede fotografen.", ""],
        geometries=np.array([HOUSE, MARK], dtype=object),
        decided=np.array([True, True]),
        listed=np.array([False, False]),
        churches=np.array([False, False]),
        by_local_plan=np.array([False, False]),
        earlier_numbers=[None, None],
    )
    plan = {
        "title": "Plan",
        "number": "1",
        "source": "Opdigtede data",
        "date": "i dag",
        "buildings": buildings,
        "parcels": ["5a Askholt By, Askholt", ""],
        "environment_of": np.array([NOWHERE, NOWHERE]),
        "themes": BuildingThemes([None, None], [None, None]),
    }
    return Plan(**plan | changes)


def written(plan, folder, name):
    """What a data file of the plan's website hands to the page."""
    write_web(folder, plan, QgsCoordinateReferenceSystem("EPSG:25832"), QgsCoordinateTransformContext(), lambda: None)
    script = (folder / "data" / f"{name}.js").read_text(encoding="utf-8")
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def test_a_building_known_by_a_point_has_no_outline_and_keeps_its_place(tmp_path):
    outlines = written(a_plan(), tmp_path, "fodaftryk")
    assert [bool(rings) for rings in outlines] == [True, False]
    town = written(a_plan(), tmp_path, "bygninger")
    assert None not in town["x"] + town["y"]


def test_the_plot_ratio_is_on_the_card_where_the_municipality_wants_it(tmp_path, monkeypatch):
    """With its sum; in no file of the site where the setting does not name it."""
    plots = Plots(["1"], ["5a"], np.array([shapely.box(EAST - 5, NORTH - 5, EAST + 20, NORTH + 20)], dtype=object))
    columns = {
        "bebyggelsesprocent": [24.5],
        "tilladt_procent": [30.0],
        "status": ["overholdt"],
        "bemaerkning": ["98 m²."],
    }
    plan = a_plan(plots=plots, plot_columns=columns)
    told = json.dumps(written(plan, tmp_path / "uden", "tekst/000"), ensure_ascii=False)
    assert "24,5" not in told
    monkeypatch.setitem(load("web/settings.json"), "card", ["begrundelse", "bebyggelse"])
    texts = written(plan, tmp_path / "med", "tekst/000")
    lines = [[texts["lines"][one][1:] for one in section[1:]] for section in texts["cards"][0]]
    assert lines == [
        [["Status", "Overholdt"], ["Bebyggelsesprocent", "24,5 %; tilladt 30 %"], ["Regnestykket", "98 m²."]]
    ]
    assert texts["cards"][1] == []  # it stands on no plot


def test_what_was_decided_is_a_reason_and_no_story(tmp_path):
    texts = written(a_plan(), tmp_path, "tekst/000")
    assert [texts["reasons"][place] for place in texts["reason"]] == ["SAVE-værdi 2.", DECISION]
    assert texts["story"] == {"0": "Her boede fotografen."}
    assert list(written(a_plan(), tmp_path, "bygninger")["teaser"]) == ["0"]


def test_a_building_is_said_with_its_parcels_as_the_plan_names_them(tmp_path):
    plots = written(a_plan(), tmp_path, "matrikler")
    names = [f"{number} {plots['districts'][place]}" for number, place in zip(plots["numbers"], plots["district"])]
    assert [names, plots["parcel"]] == [["5a Askholt By, Askholt"], [0, -1]]


@pytest.mark.parametrize(("status", "shown"), [*STATUS_WORDS.items(), ("vedtaget", "vedtaget"), (None, None)])
def test_a_status_of_the_landscape_stands_in_words(tmp_path, status, shown):
    columns = {"theme": ["dal"], "theme_name": ["Dalen"], "name": [None], "guideline": [None], "status": [status]}
    area = Landscape(columns, np.array([HOUSE], dtype=object), ["dal"], None)
    (found,) = written(a_plan(landscape=area), tmp_path, "omraader")["landscape"]
    assert found["status"] == shown


@pytest.mark.parametrize(
    ("use", "shown"),
    [
        ("131 række-, kæde- og klyngehus", "række-, kæde- og klyngehus"),
        ("132", "dobbelthus"),
        ("villaer og rækkehuse", "villaer og rækkehuse"),
        (None, None),
    ],
)
def test_the_use_of_an_environment_stands_in_words_without_its_code(tmp_path, use, shown):
    figures = {"antal_bygninger": [1], "antal_udpeget": [1], "anvendelse": [use]}
    outline = np.array([shapely.box(EAST - 5, NORTH - 5, EAST + 60, NORTH + 20)], dtype=object)
    lane = Environments(["1"], ["Ågade"], figures, [""], outline)
    (found,) = written(a_plan(environments=lane, environment_of=np.array([0, 0])), tmp_path, "omraader")["environments"]
    assert found["use"] == shown
    # One count for one thing: the two buildings that the site shows in it, and the one that makes it an environment.
    assert [found["count"], found["designated"], found["alike"]] == [2, 2, 1]


def test_the_site_is_told_by_which_plans_a_building_is_designated_today(tmp_path):
    known = a_plan()
    texts = written(a_plan(buildings=replace(known.buildings, standing=["kommuneplan", ""])), tmp_path, "tekst/000")
    told = [[texts["lines"][one][1:] for section in card for one in section[1:]] for card in texts["cards"]]
    today = [[text for name, text in lines if name == "Udpeget i dag af"] for lines in told]
    assert today == [["kommuneplanen"], []]


def test_a_house_beside_a_designated_one_on_the_same_parcel_is_told_what_holds_there(tmp_path):
    plan = a_plan(parcels=["5a Askholt By, Askholt"] * 2)
    plan.buildings = replace(plan.buildings, designated=np.array([True, False]), ground=["vaerdi_1_3", "ikke_udpeget"])
    texts = written(plan, tmp_path, "tekst/000")
    told = [text for _, _, text in texts["lines"] if "jordstykke er med i planens område" in text]
    assert len(told) == 1
