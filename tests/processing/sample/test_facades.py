"""The sample's pictures of buildings: by what BBR knows, and plainly marked as invented."""

import pytest
from qgis.PyQt.QtGui import QColor, QImage

from lyngby_heritage.processing.sample.facades import GROUND, HEIGHT, ROOFS, WALLS, WIDTH, drawn
from lyngby_heritage.sample.photographed import Portrayed


def close(seen, colour):
    return all(abs(a - b) < 30 for a, b in zip(seen.getRgb()[:3], QColor(colour).getRgb()[:3]))


@pytest.mark.parametrize(("wall", "roof"), [(1, 5), (5, 7)])
def test_wall_and_roof_have_the_colours_of_their_materials(qgis_app, wall, roof):
    image = QImage.fromData(drawn(Portrayed("a", 1, wall, roof, 1900)))
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert close(image.pixelColor(175, GROUND - 20), WALLS[wall])
    assert close(image.pixelColor(WIDTH // 2, GROUND - 200), ROOFS[roof])


def test_a_storey_more_is_a_taller_house(qgis_app):
    low, high = (QImage.fromData(drawn(Portrayed("a", storeys, 1, 5, 1900))) for storeys in (1, 3))
    assert close(high.pixelColor(175, GROUND - 320), WALLS[1])
    assert not close(low.pixelColor(175, GROUND - 320), WALLS[1])


def test_the_band_at_the_foot_says_that_it_is_invented(qgis_app):
    image = QImage.fromData(drawn(Portrayed("a", 0, 0, 0, 0)))
    row = [image.pixelColor(x, HEIGHT - 46).lightness() for x in range(WIDTH)]
    assert row[10] < 60
    assert max(row[WIDTH // 3 : 2 * WIDTH // 3]) > 200  # white letters


def test_the_same_building_gives_the_same_bytes(qgis_app):
    assert drawn(Portrayed("a", 2, 4, 7, 1790)) == drawn(Portrayed("b", 2, 4, 7, 1790))
