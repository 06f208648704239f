"""House numbers, which all registers write the same way."""

import pytest

from lyngby_heritage.core.common.addresses import house_numbers


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Roskildevej 25A, 2620 Albertslund", {"25"}),  # GeoDanmark with BBR
        ("Roskildevej 25", {"25"}),  # FBB
        ("Møllevej 12-14, 2. tv., 2800 Kgs. Lyngby", {"12", "14"}),
        ("Skovbrynet", set()),
        ("", set()),
    ],
)
def test_the_numbers_before_the_comma(address, expected):
    assert house_numbers(address) == expected
