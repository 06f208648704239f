"""Decided cultural environments: as people write them, four for and one against."""

import pytest
import shapely

from lyngby_heritage.core.designation.written import COLUMNS, ENVIRONMENTS
from lyngby_heritage.sample.municipality import make_municipality


@pytest.mark.parametrize("size", [20, 1500])
def test_five_are_decided_with_every_text(size):
    municipality = make_municipality(size, 173)
    table = municipality.table("kulturmiljoeer")
    assert table.columns["beslutning"].tolist() == ["udpeg", "udpeg", "udpeg", "udpeg", "udpeg_ikke"]
    assert set(COLUMNS[ENVIRONMENTS]) - set(table.columns) == {"hvem", "skrevet"}, "initials would be somebody's"
    assert all(text for column in table.columns.values() for text in column.tolist())
    assert all("(opdigtet)" in source for source in table.columns["kilde"])
    assert all(story.endswith("(Opdigtet.)") for story in table.columns["fortaelling"])
    assert shapely.area(table.geometry).min() > 1000


def test_the_village_is_decided_as_the_kommuneplan_has_it_and_holds_the_church():
    municipality = make_municipality(1500, 173)
    village = municipality.table("kulturmiljoeer").geometry[0]
    theme = municipality.table("theme_pdk_vaerdifuldtkulturmiljoe_vedtaget").geometry[0]
    assert shapely.area(shapely.symmetric_difference(village, theme)) < 1
    buildings = municipality.table("bygninger")
    churches = buildings.geometry[buildings.columns["anvendelse"].filled(0) == 414]
    assert shapely.contains(village, churches).sum() == 1
