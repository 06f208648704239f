"""BBR numbers compare by their three parts, however they are written."""

import pytest

from lyngby_heritage.core.registers.bbr_number import (
    bfe_of_link,
    municipality_of,
    normal_bbr_number,
    whole_number,
    without_municipality,
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("190-2263785-1", "190-2263785-1"),  # as FBB's WFS serves it
        ("165-7523344--103", "165-7523344-103"),  # the same service, for buildings without a BBR id
        ("0173-002154708-001", "173-2154708-1"),
        (" 173 - 2154708 - 1 ", "173-2154708-1"),
        ("173-2154708", ""),
        ("173-2154708-1-2", ""),
        ("", ""),
        (None, ""),
        (1732154708, ""),
    ],
)
def test_the_compared_form(raw, expected):
    assert normal_bbr_number(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [("0173", "173"), (173.0, "173"), ("2.0", "2"), (3, "3"), ("", ""), (None, ""), ("A", "")]
)
def test_whole_numbers_of_any_kind(raw, expected):
    assert whole_number(raw) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("173-9100003-1", "173"),
        ("0173-9100003-1", "173"),
        (" 173 -9100003-1", "173"),
        ("9100003-1", ""),  # the number of the property comes first
        ("1234", ""),
        ("A-9100003-1", ""),
        ("", ""),
    ],
)
def test_the_municipality_in_front_of_a_number(number, expected):
    assert municipality_of(number) == expected


def test_a_number_without_its_municipality():
    assert without_municipality("165-7523344-103") == "7523344-103"


def test_the_bfe_number_in_a_link_to_bbr():
    assert bfe_of_link("https://bbr.dk/se-bbr-oplysninger/0/1/0/bfe:8784853") == "8784853"
    assert bfe_of_link("https://bbr.dk/") == ""
