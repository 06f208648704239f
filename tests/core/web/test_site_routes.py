"""Walking routes: which places share one, in which order, and how long they are as the crow flies."""

import re

import numpy as np
import pytest
from web_sites import a_site, square

from lyngby_heritage.core.web import payload, write_site
from lyngby_heritage.core.web.routes import metres, path_through, routes_of
from lyngby_heritage.core.web.routes import payload as route_data
from lyngby_heritage.core.web.settings import RouteRule

RULE = RouteRule(longest_leg_m=700, longest_m=4000, most_stops=12, least_stops=3)
LAT = 55.77
METRE = 1 / (np.radians(1) * 6_371_008.8 * np.cos(np.radians(LAT)))
"""Degrees of longitude to a metre at LAT."""


def house(number, east, **more):
    story = {"designated": True, "ground": "vaerdi_1_3", "story": f"Historie {number}", "save": 2}
    return {"id": f"b{number}", "address": f"Ågade {number}", "lon": 12.5 + east * METRE, "lat": LAT, **story, **more}


def routes(rows, rule=RULE, environments=()):
    site = a_site(rows, environments=environments)
    town = payload.town(site)
    return site, town, routes_of(site, town, rule)


def told(found, town):
    """Each route as the addresses of its stops."""
    return [[town.columns["address"][stop.row] for stop in route.stops] for route in found]


def test_the_order_is_the_short_one_and_begins_in_the_west():
    _, town, found = routes([house(1, 200), house(2, 0), house(3, 300), house(4, 100)])
    assert told(found, town) == [["Ågade 2", "Ågade 4", "Ågade 1", "Ågade 3"]]
    assert found[0].legs == pytest.approx([100, 100, 100], rel=1e-3)
    assert found[0].metres == pytest.approx(300, rel=1e-3)
    assert found[0].name == "Ågade"


def test_places_far_apart_share_no_route_and_two_are_none():
    _, town, found = routes([house(1, 0), house(2, 100), house(3, 200), house(4, 2000), house(5, 2100)])
    assert told(found, town) == [["Ågade 1", "Ågade 2", "Ågade 3"]]


def test_a_long_row_is_cut_into_routes():
    rows = [house(number, 500 * number) for number in range(1, 13)]
    _, _, found = routes(rows, RouteRule(700, 2600, 12, 3))
    assert [len(route.stops) for route in found] == [6, 6]
    assert all(route.metres <= 2600 for route in found)


def test_no_route_has_more_stops_than_the_setting_says():
    rows = [house(number, 10 * number) for number in range(1, 11)]
    _, _, found = routes(rows, RouteRule(700, 4000, 4, 2))
    assert [len(route.stops) for route in found] == [4, 4, 2]


def test_only_what_is_designated_or_stands_apart_and_has_a_story_is_a_stop():
    rows = [
        house(1, 0),
        house(2, 50, designated=False, ground="ikke_udpeget"),
        house(3, 100, story=None),
        house(4, 150, lon=None, lat=None),
        house(5, 200),
        house(6, 250),
    ]
    _, town, found = routes(rows)
    assert told(found, town) == [["Ågade 1", "Ågade 5", "Ågade 6"]]


def test_a_decided_environment_names_the_route_and_a_proposal_is_no_stop():
    rings = [square(12.5 + 50 * METRE, LAT)]
    decided = {"id": "kilen", "name": "Kilen", "rings": rings, "decided": True, "story": "En fortælling."}
    proposed = {"id": "7", "name": "Forslag 7", "rings": rings, "decided": False, "story": "Nej."}
    site, _, found = routes([house(1, 0), house(2, 100)], environments=(proposed, decided))
    assert [(one.kind, one.row) for one in found[0].stops] == [("bygning", 0), ("miljoe", 1), ("bygning", 1)]
    assert found[0].name == "Kilen"
    (data,) = route_data(found)
    assert data["name"] == "Kilen"
    assert [stop[:2] for stop in data["stops"]] == [["bygning", 0], ["miljoe", 1], ["bygning", 1]]
    assert len(data["legs"]) == 2
    assert site.environments[1] is decided


def test_a_municipality_may_want_no_routes():
    assert routes([house(number, 10 * number) for number in range(5)], RouteRule(700, 0, 12, 3))[2] == []


def test_two_opt_undoes_the_crossing_that_nearest_neighbour_makes():
    """Round a ring from one corner; checked against every order of seven places."""
    from itertools import permutations

    places = np.random.default_rng(3).uniform(0, 100, (7, 2))
    length = lambda order: np.linalg.norm(np.diff(places[list(order)], axis=0), axis=1).sum()  # noqa: E731
    best = min(map(length, permutations(range(7))))
    assert sorted(path_through(places).tolist()) == list(range(7))
    assert length(path_through(places)) <= 1.1 * best


def test_a_degree_is_as_long_as_on_the_earth():
    """111.2 km north, and at 60° half of that east."""
    places = metres(np.array([[12.0, 59.5], [13.0, 60.5]]))
    assert np.diff(places, axis=0)[0] == pytest.approx([111_195 / 2, 111_195], rel=1e-3)


@pytest.mark.parametrize(
    ("names", "danish", "english"),
    [
        (("Møllen", "By og Å"), "Møllen og By og Å", "Møllen and By og Å"),
        (("Møllen", "Torvet", "Kajen"), "Møllen, Torvet og Kajen", "Møllen, Torvet and Kajen"),
        (("Møllen", "Torvet", "Kajen", "Kirken"), "Møllen, Torvet m.fl.", "Møllen, Torvet and others"),
    ],
)
def test_a_walk_past_several_places_has_the_pages_own_word_between_their_names(tmp_path, names, danish, english):
    places = [
        {"id": name, "name": name, "rings": [square(12.5 + at / 500, 55.77)], "decided": True, "story": "Her."}
        for at, name in enumerate(names)
    ]
    write_site(tmp_path, a_site(environments=places))
    for pages, said in (("index.html", "liste/ruter.html"), danish), (("english.html", "list/ruter.html"), english):
        for page in pages:
            text = re.sub(r"<[^>]+>", "", (tmp_path / page).read_text(encoding="utf-8"))
            assert said in text, page
