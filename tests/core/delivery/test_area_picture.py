"""The picture of the areas: each delområde with its colour and number, north up, a scale of whole metres."""

import xml.etree.ElementTree as ET

import shapely

from lyngby_heritage.core.delivery.area_picture import area_picture

PLAN = shapely.MultiPolygon([shapely.box(719_000, 6_188_000, 719_400, 6_188_200)])
NORTH_WEST = shapely.MultiPolygon([shapely.box(719_000, 6_188_100, 719_100, 6_188_200)])
SVG = "{http://www.w3.org/2000/svg}"


def test_a_part_is_drawn_where_it_lies_with_its_number():
    drawn = ET.fromstring(area_picture(PLAN, [("K1 & A", "#b4413c", NORTH_WEST)], None, "Kort"))
    assert drawn.find(f"{SVG}title").text == "Kort"
    number, scale = drawn.findall(f"{SVG}text")
    assert number.text == "K1 & A"
    # 400 m are 864 px: the part is 216 px wide, and its middle lies 18 + 108 px from the left and from above.
    assert (float(number.get("x")), float(number.get("y"))) == (126.0, 131.0)
    assert scale.text == "100 m, nord er op"
    assert [one.get("fill") for one in drawn.findall(f"{SVG}path")] == ["#e4dfd5", "#b4413c", "none"]


def test_the_boundary_is_drawn_under_it():
    drawn = ET.fromstring(area_picture(PLAN, [], shapely.box(718_000, 6_187_000, 720_000, 6_189_000), "Kort"))
    assert [one.get("fill") for one in drawn.findall(f"{SVG}path")] == ["#faf8f4", "#e4dfd5", "none"]
