"""The map of a sheet: its scale by hand, its edge in red, and nothing of what is withheld."""

import numpy as np
import pytest
import shapely
from builders import square
from sheet_packages import package

from lyngby_heritage.processing.sheet.sheet_map import scale_of, shown_of, shows_all


def land(x, side):
    return shapely.from_wkt(square(x, 0, side))


@pytest.mark.parametrize(
    ("side", "scale"),
    [(20, 1000), (36, 1000), (37, 1250), (120, 2000), (3000, 50_000), (9000, 50_000)],
)
def test_the_scale_is_the_largest_that_shows_the_property_with_25_m_round_it(side, scale):
    assert scale_of(land(0, side)) == scale


def test_of_land_that_lies_apart_the_map_shows_where_the_buildings_stand():
    apart = shapely.MultiPolygon([land(0, 50), land(3000, 50)])
    houses = np.array([land(10, 10), None], dtype=object)
    assert shown_of(apart, houses).bounds == (10, 0, 20, 10)
    assert shown_of(apart, houses[1:]) is apart
    near = shapely.MultiPolygon([land(0, 50), land(60, 50)])
    assert shown_of(near, houses) is near
    assert shows_all(near, near)
    assert not shows_all(shown_of(apart, houses), apart)


def test_a_building_that_reaches_beyond_its_land_is_shown_whole_with_it():
    plot, hall = land(0, 30), np.array([land(20, 120)], dtype=object)
    shown = shown_of(plot, hall)
    assert shown.bounds == (0, 0, 140, 120)
    assert shows_all(shown, plot)
    place = shapely.Point(80, 60)  # a property whose parcels nobody knows
    assert shown_of(place, hall).bounds == (20, 0, 140, 120)
    assert shows_all(shown_of(place, hall), place)
    far = np.array([land(9000, 10)], dtype=object)  # registered on it by mistake
    assert shown_of(plot, far) is plot


@pytest.fixture(scope="module")
def images(qgis_app, process, tmp_path_factory):
    from qgis.core import QgsProcessingContext

    from lyngby_heritage.processing.inputs.plan_package import PlanPackage
    from lyngby_heritage.processing.sheet.sheet_map import SheetMap

    context = QgsProcessingContext()
    with PlanPackage(str(package(process, tmp_path_factory.mktemp("pakke"))), context) as plan:
        maps = SheetMap(plan, context.transformContext())
        drawn = {}
        for x in (0, 150):
            shape = land(x - 5, 45)
            drawn[x] = maps.draw(shape, shape)
        place = shapely.Point(5, 5)
        drawn["place"] = maps.draw(place, place)
        yield drawn


def colours(image):
    from qgis.PyQt.QtGui import QColor

    return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def near(found, colour):
    """Whether a colour is among those found, as near as a picture of 256 colours has it."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return any(
        max(abs(int(one[at : at + 2], 16) - value) for at, value in zip((1, 3, 5), wanted)) < 24 for one in found
    )


def test_the_property_has_a_red_edge_and_its_building_the_colour_of_its_class(images):
    found = colours(images[0])
    assert near(found, "#c1121f")
    assert near(found, "#e08a5b")


def test_a_building_that_is_withheld_is_on_no_map(images):
    """Both houses stand 12.5 m west and south of the middle of their map: the one is drawn, the other is not."""

    def at_the_house(image):
        away = round(12.5 / 1000 / 0.0254 * 200)  # 1:1000, 200 dots an inch
        x, y = image.width() // 2 - away, image.height() // 2 + away
        return {image.pixelColor(x + dx, y + dy).name() for dx in (-25, 25) for dy in (-25, 25)}

    assert near(at_the_house(images[0]), "#e08a5b")
    assert at_the_house(images[150]) == {"#ffffff"}


def test_the_boundary_of_an_environment_is_told_where_it_runs_across_the_map():
    from qgis.core import QgsGeometry

    from lyngby_heritage.processing.sheet.sheet_map import SheetMap

    maps = SheetMap.__new__(SheetMap)  # of which only the environments are asked
    maps.environments = [QgsGeometry.fromWkt(square(0, -200, 400))]
    told = {x: maps.shows_environment(land(x, 20)) for x in (0, 190, 600)}
    assert told == {0: True, 190: False, 600: False}


def test_a_property_that_is_only_a_place_has_a_ring(images):
    assert near(colours(images["place"]), "#c1121f")
