"""The town's ground plan: parcels without gaps or overlaps, houses on their plots, opposite plots across a road."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.sample.ground import Ground
from lyngby_heritage.sample.municipality import make_municipality

SIZES = [20, 200, 1500]


@pytest.fixture(scope="module", params=SIZES)
def town(request):
    return request.param, make_municipality(request.param, 173, registers=False)


def parcels_of(made):
    return made.table("jordstykker")


def test_there_are_exactly_as_many_properties_as_asked_for(town):
    asked, made = town
    assert made.property_count == asked
    assert len(set(parcels_of(made).columns["samletFastEjendomLokalId"])) == asked


def test_parcels_do_not_overlap(town):
    _, made = town
    shapes = parcels_of(made).geometry
    assert shapely.is_valid(shapes).all()
    i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = i < j
    shared = shapely.area(shapely.intersection(shapes[i[pairs]], shapes[j[pairs]]))
    assert shared.max(initial=0) <= 0.01


def test_parcels_cover_the_land_without_gaps(town):
    _, made = town
    shapes = parcels_of(made).geometry
    holes = shapely.get_num_interior_rings(shapely.get_parts(shapely.union_all(shapes)))
    assert holes.sum() == 0
    assert shapely.area(shapely.union_all(shapes)) == pytest.approx(shapely.area(shapes).sum(), abs=0.5)


def test_neighbours_share_their_corners_exactly(town):
    _, made = town
    parcels = parcels_of(made)
    plots = parcels.geometry[parcels.columns["vejareal"] != parcels.columns["registreretAreal"]]
    corners, count = np.unique(shapely.get_coordinates(plots), axis=0, return_counts=True)
    tree = shapely.STRtree(shapely.points(corners))
    near = tree.query(shapely.points(corners), predicate="dwithin", distance=0.3)
    assert (near[0] == near[1]).all(), "two corners that nearly meet are a sliver in the making"
    assert (count > 1).mean() > 0.5


def test_matrikel_numbers_are_unique_within_their_district(town):
    _, made = town
    columns = parcels_of(made).columns
    pairs = set(zip(columns["ejerlavskode"].tolist(), columns["matrikelnummer"].tolist()))
    assert len(pairs) == parcels_of(made).count


def test_buildings_stand_on_their_own_property(town):
    _, made = town
    parcels, buildings = parcels_of(made), made.table("bygninger")
    ids, inverse = np.unique(parcels.columns["samletFastEjendomLokalId"], return_inverse=True)
    land = np.array(
        [shapely.union_all(parcels.geometry[inverse == number]) for number in range(len(ids))], dtype=object
    )
    shapes = shapely.make_valid(buildings.geometry)
    own = land[np.searchsorted(ids, buildings.columns["ejendom_id"])]
    inside = shapely.area(shapely.intersection(shapes, own)) / shapely.area(shapes)
    across = inside < 0.99
    assert set(buildings.columns["anvendelse"][across].compressed()) <= {910}
    assert across.sum() <= max(2, 0.005 * buildings.count)


def test_main_buildings_do_not_overlap(town):
    _, made = town
    buildings = made.table("bygninger")
    shapes = shapely.make_valid(buildings.geometry)
    i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = i < j
    shared = shapely.area(shapely.intersection(shapes[i[pairs]], shapes[j[pairs]]))
    assert (shared > 0.5).sum() <= max(1, 0.001 * buildings.count)


def test_terraced_houses_stand_wall_to_wall():
    made = make_municipality(1500, 173, registers=False)
    buildings = made.table("bygninger")
    terraced = np.isin(buildings.columns["anvendelse"].filled(0), [130, 131])
    shapes = buildings.geometry[terraced]
    i, j = shapely.STRtree(shapes).query(shapes, predicate="touches")
    walls = shapely.length(shapely.intersection(shapes[i], shapes[j]))
    joined = np.unique(i[walls > 4])
    assert len(joined) > 0.95 * len(shapes)


def test_plots_face_each_other_across_the_road():
    made = make_municipality(1500, 173, registers=False)
    parcels = parcels_of(made)
    road = parcels.columns["vejareal"] == parcels.columns["registreretAreal"]
    plots = parcels.geometry[~road.filled(False)]
    i, j = shapely.STRtree(plots).query(plots, predicate="dwithin", distance=20)
    apart = shapely.distance(plots[i], plots[j])
    assert ((apart > 6) & (apart < 13)).sum() > len(plots)


def test_some_properties_have_several_parcels_some_of_them_apart():
    made = make_municipality(1500, 173, registers=False)
    parcels = parcels_of(made)
    owner = parcels.columns["samletFastEjendomLokalId"]
    _ids, inverse, count = np.unique(owner, return_inverse=True, return_counts=True)
    several = np.flatnonzero(count > 1)
    parts = [
        len(shapely.get_parts(shapely.union_all(shapely.buffer(parcels.geometry[inverse == number], 0.25))))
        for number in several
    ]
    assert len(several) > 20
    assert sum(part == 1 for part in parts) > 15
    assert sum(part > 1 for part in parts) >= 5
    assert parcels.columns["faelleslod"].sum() == 1


def test_the_map_from_plan_to_ground_can_be_turned_back():
    ground = Ground((719700, 6187650), -14, -180, np.random.default_rng(4))
    plan = np.random.default_rng(5).uniform(-3000, 3000, (500, 2))
    assert np.abs(ground.to_plan(ground.exact(plan)) - plan).max() < 0.01
