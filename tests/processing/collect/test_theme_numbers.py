"""Every number of a theme on the rows of a layer, not only the first ones."""

from builders import square
from conftest import write_layer

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.theme_recognition import recognise_theme
from lyngby_heritage.processing.collect.survey import survey_of
from lyngby_heritage.processing.collect.theme_numbers import with_numbers


def test_every_number_of_a_theme_on_the_rows_is_seen(qgis_app, tmp_path):
    """The first rows do not say what the others are: an export may hold several themes."""
    rows = [(square(place), 1113) for place in range(30)]
    write_layer(tmp_path / "et.gpkg", "eksport_3", rows, ("temakode:int",))
    write_layer(tmp_path / "to.gpkg", "eksport_4", [*rows, (square(40), 1115)], ("temakode:int",))
    found = [one.layer for one in with_numbers(survey_of(tmp_path).found, built_in())]
    assert [sorted(layer.values["temakode"]) for layer in found] == [[1113], [1113, 1115]]
    assert [recognise_theme(layer.header, built_in()).fits for layer in found] == [
        (),
        ("oekologisk_forbindelse", "lavbund"),
    ]
