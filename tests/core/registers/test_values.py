"""Values as the registers write them, and how each is read."""

import datetime
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.registers.values import (
    NOT_ASSESSED,
    UNREADABLE,
    date,
    normal_id,
    normal_ids,
    read_amounts,
    read_areas,
    read_booleans,
    read_codes,
    read_numbers,
    read_save_values,
    read_storeys,
    read_whole_numbers,
    read_years,
    written_id,
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (1, 1),
        (9, 9),
        (4.0, 4),
        ("4", 4),
        ("4,0", 4),
        ("4.0", 4),
        (" 4 ", 4),
        ("\u00a04", 4),
        ("04", 4),
        (0, NOT_ASSESSED),
        (-1, NOT_ASSESSED),  # FBB's view_bygning_alle writes it for "not assessed"
        ("-1", NOT_ASSESSED),
        (None, NOT_ASSESSED),
        ("", NOT_ASSESSED),
        ("  ", NOT_ASSESSED),
        (math.nan, NOT_ASSESSED),
        (10, UNREADABLE),
        (-2, UNREADABLE),
        ("4-5", UNREADABLE),
        ("IV", UNREADABLE),
        (2.5, UNREADABLE),
        ("2,5", UNREADABLE),
        ("4 (3)", UNREADABLE),
        ("4e0", UNREADABLE),
        ("٤", UNREADABLE),
        (True, UNREADABLE),
        (math.inf, UNREADABLE),
    ],
)
def test_save_value(raw, expected):
    values, unreadable = read_save_values([raw])
    assert values.tolist() == [expected]
    assert sum(unreadable.values()) == (expected == UNREADABLE)


def test_unreadable_save_values_are_counted_each():
    values, unreadable = read_save_values(["4-5", "IV", "4-5", 4])
    assert values.tolist() == [UNREADABLE, UNREADABLE, UNREADABLE, 4]
    assert unreadable == {"4-5": 2, "IV": 1}


@given(st.lists(st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=6))))
def test_anything_at_all_is_read_without_fail_and_keeps_its_place(raw):
    values, unreadable = read_save_values(raw)
    assert len(values) == len(raw)
    assert set(values.tolist()) <= {UNREADABLE, NOT_ASSESSED, *range(1, 10)}
    assert sum(unreadable.values()) == (values == UNREADABLE).sum()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (120, 120),
        ("0120", 120),
        ("120", 120),
        (120.0, 120),
        ("120,0", 120),
        ("120 Parcelhus", 120),
        ("Dobbelthus", 132),
        ("række-, kæde- og klyngehus", 131),
        (None, None),
        ("", None),
        (999, None),
        ("0999", None),
    ],
)
def test_use_code(raw, expected):
    value = read_codes([raw], "use").values[0]
    assert (None if np.isnan(value) else value) == expected


@pytest.mark.parametrize("code_list", ["wall", "roof"])
@pytest.mark.parametrize(("raw", "known"), [(1, True), ("05", True), (80, False), ("90", False), (None, False)])
def test_codes_that_say_other_or_none_are_unknown(code_list, raw, known):
    assert np.isnan(read_codes([raw], code_list).values[0]) != known


@pytest.mark.parametrize(
    ("raw", "expected"), [(1937, 1937), ("1937", 1937), (1001, 1001), (1000, None), (0, None), ("", None), ("x", None)]
)
def test_year(raw, expected):
    value = read_years([raw]).values[0]
    assert (None if np.isnan(value) else value) == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [(85, 85), ("85", 85), ("85,5", 85.5), (0, None), (-3, None), (None, None), ("ca. 85", None)]
)
def test_area(raw, expected):
    value = read_areas([raw]).values[0]
    assert (None if np.isnan(value) else value) == expected


def test_storeys_read_alike_from_number_and_text():
    assert read_numbers([2, "2", "2.0", 2.0, "2,0"]).values.tolist() == [2.0] * 5


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("CD4E756B-B37E-46EB", "cd4e756b-b37e-46eb"),
        ("{cd4e}", "cd4e"),
        (" a ", "a"),
        (12, "12"),
        (12.0, "12"),
        (None, ""),
        (" ", ""),
    ],
)
def test_ids_compare_in_any_case(raw, expected):
    assert normal_id(raw) == expected


@given(st.lists(st.one_of(st.none(), st.text(max_size=5), st.integers())))
def test_a_column_of_ids_reads_as_each_of_them(raw):
    assert normal_ids(raw) == [normal_id(one) for one in raw]


@pytest.mark.parametrize("raw", ["2012-01-17", "2012-01-17T10:00:00", "20120117", 20120117, "17-01-2012", "17.01.2012"])
def test_date(raw):
    assert date(raw) == datetime.date(2012, 1, 17)


@pytest.mark.parametrize("raw", [None, ""])
def test_no_date(raw):
    assert date(raw) is None


@pytest.mark.parametrize("raw", ["januar 2012", "2012-13-40", 12])
def test_a_date_that_cannot_be_read_is_an_error(raw):
    with pytest.raises(ValueError, match=r".+"):
        date(raw)


def numbers(column):
    return [None if one != one else one for one in column.values.tolist()]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (["1.234", "12.345", "840"], [1234, 12345, 840]),  # every dot has three figures behind it
        (["1.234", "84.5"], [1.234, 84.5]),  # 84.5 shows that the dots are points
        (["1.234", "0.500"], [1.234, 0.5]),  # no number of thousands begins with 0
        (["1.234", "1234.000"], [1.234, 1234]),
        (["1.234,5", "1.234.567"], [1234.5, 1234567]),
        (["1 234", "1\u00a0234", "1\u202f234,5"], [1234, 1234, 1234.5]),
        (["1234 m2", "1.234 m²", "1.234,5 kvm.", "0,5 ha"], [1234, 1234, 1234.5, 5000]),
        ([1.234, "1.234"], [1.234, 1234]),  # a number is none that anybody wrote a dot in
        (["12 34", "1234 km", "m2", "ca. 85"], [None, None, None, None]),
    ],
)
def test_areas_as_danes_write_them(raw, expected):
    assert numbers(read_areas(raw)) == expected
    assert numbers(read_amounts(raw)) == expected


def test_dots_between_thousands_are_read_in_whole_numbers_too():
    assert numbers(read_whole_numbers(["1.234", "2 boliger"])) == [1234, 2]
    assert numbers(read_years(["1.954", "1961"])) == [1954, 1961]


def test_a_storey_and_a_share_have_points_and_never_thousands():
    assert numbers(read_storeys(["1.500", "2.000", "1,5 etager"])) == [1.5, 2, 1.5]
    assert numbers(read_numbers(["1.500", "0.123"])) == [1.5, 0.123]


@pytest.mark.parametrize("digits", ["9" * 400, int("9" * 400), "-" + "9" * 400, math.inf, -math.inf])
@pytest.mark.parametrize(
    "read", [read_areas, read_amounts, read_numbers, read_storeys, read_whole_numbers, read_years, read_booleans]
)
def test_a_number_beyond_all_bounds_is_unreadable_in_any_column(read, digits):
    column = read([digits, "1"])
    assert math.isnan(column.values[0])
    assert sum(column.unreadable.values()) == 1


def test_a_save_value_beyond_all_bounds_is_unreadable():
    values, _ = read_save_values(["9" * 400, int("9" * 400), 4])
    assert values.tolist() == [UNREADABLE, UNREADABLE, 4]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("123.0", "123"),
        ("123.00", "123"),
        ("0123", "0123"),  # a zero in front may be part of an id; codes with numbers are `whole_number`'s
        ("1.5", "1.5"),
        ("v1.0", "v1.0"),
        ("urn:uuid:CD4E756B-B37E-46EB-8D1C-0123456789AB", "cd4e756b-b37e-46eb-8d1c-0123456789ab"),
        ("CD4E756BB37E46EB8D1C0123456789AB", "cd4e756b-b37e-46eb-8d1c-0123456789ab"),
        ("\u200bcd4e\u00a0", "cd4e"),
        ("'123", "123"),
        ("12345678901234567890123456789012", "12345678901234567890123456789012"),  # digits alone are no UUID
    ],
)
def test_what_tools_dress_an_id_in_is_taken_off(raw, expected):
    assert normal_id(raw) == expected
    assert normal_ids([raw, "a"]) == [expected, "a"]


def test_an_id_is_written_without_decimals():
    assert [written_id(one) for one in ("123.0", 123.0, "0123", " a ", "v1.0", None)] == [
        "123", "123", "0123", "a", "v1.0", ""
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [2**31, float(2**40), "2147483648", -(2**31)])
def test_a_whole_number_beyond_32_bits_is_no_count_year_or_code(raw):
    for column in (read_whole_numbers([raw]), read_codes([raw], "use", keep_unknown=True)):
        assert math.isnan(column.values[0])
        assert sum(column.unreadable.values()) == 1
    assert read_whole_numbers([2**31 - 1]).values.tolist() == [2**31 - 1]
