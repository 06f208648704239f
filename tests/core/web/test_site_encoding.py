"""The data files: safe as scripts, and the same places again when they are unpacked."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.web.encoding import STEPS, json_text, packed_rings, script, steps

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(anything)
def test_what_goes_in_comes_out_and_nothing_in_it_ends_a_script(value):
    written = json_text(value)
    assert json.loads(written) == value
    assert not re.search("[<>&\u2028\u2029]", written)


def test_a_script_hands_over_one_piece():
    assert script("tekst/001", {"a": "</script>"}) == ('Heritage.receive("tekst/001",{"a":"\\u003c/script\\u003e"});\n')


def test_degrees_become_whole_steps():
    assert steps([12.5000004, None, 12.5000006], 12_500_000) == [0, None, 1]


def unpack(packed, lon, lat):
    points = []
    for dx, dy in zip(packed[::2], packed[1::2]):
        lon, lat = lon + dx, lat + dy
        points.append((lon, lat))
    return points


def test_a_ring_by_hand():
    ring = [[12.0, 55.0], [12.00001, 55.0], [12.00001, 55.00002], [12.0, 55.0]]
    assert packed_rings([ring], 11_999_990, 54_999_995) == [[10, 5, 10, 0, 0, 20]]  # the last point is the first


def test_a_line_keeps_its_end_and_a_third_dimension_goes():
    assert packed_rings([[[12.0, 55.0, 3.0], [12.000002, 55.0, 4.0]]], 12_000_000, 55_000_000) == [[0, 0, 2, 0]]


coordinate = st.integers(-300, 300)


@given(st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=12))
def test_rings_come_back_to_the_step(points):
    ring = [[12.5 + x / STEPS, 55.7 + y / STEPS] for x, y in points]
    (packed,) = packed_rings([[*ring, ring[0]]], 12_500_000, 55_700_000)
    there = [(12_500_000 + x, 55_700_000 + y) for x, y in points]
    back = unpack(packed, 12_500_000, 55_700_000)
    assert list(dict.fromkeys(back)) == list(dict.fromkeys(there))
