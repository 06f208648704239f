"""What the package keeps of the layers that a plan is read from, and what the log says of those that say too little."""

import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import read_layer, write_layer

pytestmark = pytest.mark.process

HOUSE = "POLYGON((0 0,10 0,10 10,0 10,0 0))"
AREA = "POLYGON((-50 -50,50 -50,50 50,-50 50,-50 -50))"


def test_the_lokalplaner_in_force_are_a_layer_of_the_package(process, tmp_path):
    buildings = write_layer(
        tmp_path / "lag.gpkg",
        "udpegning",
        [(HOUSE, "b1", "Ågade 1", 3, True, "vaerdi_1_3")],
        ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text"),
    )
    plans = write_layer(
        tmp_path / "lag.gpkg",
        "lokalplaner",
        [
            (AREA, "91", "Villavejene", 20200622, "V", None),
            (AREA, "92", "Et forslag", None, "F", None),
            (AREA, "12", "Aflyst", 19900101, "V", 20100101),
        ],
        ("plannr:text", "plannavn:text", "datovedt:int", "status:text", "datoaflyst:int"),
    )
    folder = tmp_path / "pakke"
    done = process(
        "run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={buildings}", f"PLANS={plans}", f"FOLDER={folder}"
    )
    assert done.code == 0, done.log
    geopackage = folder / "kulturhistorisk_lokalplan.gpkg"
    kept = read_layer(geopackage, "lokalplaner")
    assert [(one["plannr"], one["plannavn"], one["datovedt"]) for one in kept] == [("91", "Villavejene", 20200622)]
    told = [one for one in read_layer(geopackage, "koersel") if one["navn"] == "PLANS"]
    assert [(one["emne"], one["antal"], bool(one["kontrolsum"])) for one in told] == [("data", 1, True)]


EAST, NORTH = 720000, 6187000
FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "anvendelse:int", "udpeget:bool", "udpegning:text")


def test_a_date_of_adoption_that_cannot_be_read_is_told_and_asked_for(process, tmp_path):
    path = tmp_path / "lag.gpkg"
    house = (square(EAST, NORTH), "id-0", "Bredevej 9", 2, 120, True, "vaerdi_1_3")
    plan = (square(EAST - 20, NORTH - 20, 50), "91", "Bredevej", "forår 2012")
    given = (
        f"BUILDINGS={write_layer(path, 'udpegning', [house], FIELDS)}",
        f"PLANS={write_layer(path, 'planlag', [plan], ('plannr:text', 'plannavn:text', 'datovedt:text'))}",
        f"FOLDER={tmp_path / 'p'}",
    )
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given)
    assert done.code == 0, done.log
    assert "planlag (lag.gpkg), field datovedt: the date of adoption of 1 plan cannot be read" in done.log
    assert "lokalplan 91 Bredevej: »forår 2012«. Write it as year-month-day" in done.log
    text = (tmp_path / "p" / "bestemmelser.md").read_text(encoding="utf-8")
    assert "| Lokalplan 91 Bredevej | \\[datoen i laget kan ikke læses: »forår 2012«\\] |" in text


@pytest.mark.parametrize(("rule", "told"), [(0, True), (3, False)])
def test_the_site_tells_how_sure_it_is_only_where_the_rule_asks_for_neighbours(process, tmp_path, rule, told):
    """A lone 4 is to be seen under every setting; under "every 4" no setting was tried, and sikkerhed says nothing."""
    path = tmp_path / "lag.gpkg"
    house = (square(EAST, NORTH), "id-0", "Bredevej 9", 4, 120)
    buildings = write_layer(path, "huse", [house], FIELDS[:4])
    done = process(
        *("run", "lyngby_heritage:classifybuildings", "--", f"BUILDINGS={buildings}"),
        *(f"VALUE4_RULE={rule}", f"OUTPUT={tmp_path / 'ud.gpkg'}"),
    )
    assert done.code == 0, done.log
    assert [row["sikkerhed"] for row in read_layer(tmp_path / "ud.gpkg", "ud")] == [1.0]
    folder = tmp_path / "p"
    done = process(
        *("run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={tmp_path / 'ud.gpkg'}|layername=ud"),
        f"FOLDER={folder}",
    )
    assert done.code == 0, done.log
    assert ("vis-sikkerhed" in (folder / "web" / "index.html").read_text(encoding="utf-8")) == told
    styles = _styles(folder / "kulturhistorisk_lokalplan.gpkg")
    assert styles == [("Sikkerhed", 0), ("bygninger", 1)]


def _styles(geopackage):
    """The styles of the layer of buildings that the package offers, and which of them it opens with."""
    with closing(sqlite3.connect(geopackage)) as database:
        asked = "SELECT styleName, useAsDefault FROM layer_styles WHERE f_table_name = 'bygninger' ORDER BY 1"
        return database.execute(asked).fetchall()
