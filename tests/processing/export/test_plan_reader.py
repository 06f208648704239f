"""What the log says of layers that could not be read as they stand: layer, field, plan and value."""

import pytest
from builders import square
from conftest import write_layer

pytestmark = pytest.mark.process

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
