"""Groups that chain are cut where the likeness is weakest; every member is like most of the others."""

import numpy as np
import pytest
from builders import house
from ensemble_cases import chosen, ensembles
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lyngby_heritage.core.neighbourhood.likeness import compare
from lyngby_heritage.core.neighbourhood.neighbours import NeighbourGraph

STRICT = {"neighbour_distance": 10.0, "similarity": 1.0}
"""Houses 20 m apart that are 10 m wide are neighbours of the next, and alike only in all that is known."""


def street(*years, **facts):
    return [house(20 * place, id=f"b{place:02}", year=year, **facts) for place, year in enumerate(years)]


def years_of(found):
    """The first and the last year of each group, from the oldest."""
    return sorted(zip(found.figures.first_year.tolist(), found.figures.last_year.tolist()))


def test_a_chain_through_time_is_cut_at_its_widest_gap():
    # Two schemes, 8 years between them: within the tolerance of 10, so that the pairs hang together. Of the ten, 1900
    # is like the five of its own scheme alone: 4 of 9.
    found = ensembles(street(1900, 1901, 1902, 1903, 1904, 1912, 1913, 1914, 1915, 1916), **STRICT)
    assert years_of(found) == [(1900, 1904), (1912, 1916)]


def test_a_group_whose_members_are_like_most_of_the_others_is_not_cut():
    # 1900 and 1911 are not alike, but each is like five of the six others.
    found = ensembles(street(1900, 1903, 1905, 1906, 1908, 1910, 1911), **STRICT)
    assert years_of(found) == [(1900, 1911)]


def test_an_even_chain_is_cut_round_its_most_typical_buildings():
    # One house a year for 40 years: no gap is wider than another. The northernmost of the most typical ones, then the
    # westernmost, is 1910, like ten on each side; 1900 is like 10 of the 20 others, which is not most, nor is 1920.
    found = ensembles(street(*range(1900, 1940)), **STRICT)
    assert years_of(found)[0] == (1901, 1919)
    for first, last in years_of(found):
        assert last - first <= 19


def test_a_chain_through_likeness_is_cut_where_it_is_weakest():
    # Wall and roofing differ from the first five to the last five; the one between has the wall of these and the
    # roofing of those. Known are use, year, storeys, wall, roofing and area: 5 of 6 are alike, 4 of 6 are not.
    row = [house(20 * place, id=f"b{place:02}", wall=1, roof=5) for place in range(5)]
    row += [house(100, id="b05", wall=1, roof=2)]
    row += [house(120 + 20 * place, id=f"b{6 + place:02}", wall=4, roof=2) for place in range(5)]
    found = ensembles(row, neighbour_distance=10.0)
    assert sorted(found.groups.sizes.tolist()) in ([5, 5], [5, 6])
    walls = [set(found.buildings.attributes[found.groups.building[found.groups.group == one], 4]) for one in range(2)]
    assert {5.0} in walls


def test_what_is_put_out_is_an_ensemble_where_enough_of_it_hangs_together():
    old, new = [1900] * 6, [1940] * 6
    between = [1909, 1918, 1927, 1933]
    found = ensembles(street(*old, *between, *new), **STRICT)
    assert years_of(found)[0][0] == 1900
    assert years_of(found)[-1][1] == 1940
    assert found.groups.count == 2


@pytest.mark.parametrize(("least", "groups"), [(3, 0), (2, 1)])
def test_fewer_than_the_least_are_dropped(least, groups):
    # The most typical is 1909, like the houses before and behind it; both are like one of two, which is not most, and
    # go. What is left of the others is 1918 with 1927, alike and next to each other.
    found = ensembles(street(1900, 1909, 1918, 1927), min_buildings=least, **STRICT)
    assert found.groups.count == groups


many = hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
streets = st.lists(st.sampled_from([*range(1890, 1960, 3), None]), min_size=1, max_size=40)


@many
@given(streets, st.sampled_from([2, 3, 5]), st.sampled_from([0.75, 1.0]))
def test_every_member_is_like_most_of_the_others_and_in_one_ensemble_only(years, least, similarity):
    found = ensembles(street(*years), min_buildings=least, neighbour_distance=30.0, similarity=similarity)
    members = found.groups.building
    assert len(np.unique(members)) == len(members)
    thresholds = chosen(similarity=similarity).thresholds
    nobody = np.empty(0, dtype=np.intp)
    for group in range(found.groups.count):
        ours = members[found.groups.group == group]
        assert len(ours) >= least
        source, target = np.repeat(ours, len(ours)), np.tile(ours, len(ours))
        alike = compare(found.buildings, NeighbourGraph(source, target, nobody), thresholds).are_alike(thresholds)
        likes = (alike & (source != target)).reshape(len(ours), len(ours)).sum(axis=1)
        assert (2 * likes > len(ours) - 1).all()
        assert hang_together(ours, found, thresholds)


def hang_together(ours, found, thresholds):
    """Whether the buildings are connected through alike neighbours among them, found step by step."""
    alike = compare(found.buildings, found.graph, thresholds).are_alike(thresholds)
    pairs = set(zip(found.graph.source[alike].tolist(), found.graph.target[alike].tolist()))
    reached, before = {int(ours[0])}, 0
    while len(reached) > before:
        before = len(reached)
        reached |= {
            int(one) for one in ours if any((one, other) in pairs or (other, one) in pairs for other in reached)
        }
    return reached == set(ours.tolist())
