"""A layer that was found: whose rows it holds."""

import pytest

from lyngby_heritage.core.registers.found_layers import code_of


@pytest.mark.parametrize(
    ("text", "code"), [("0173", "173"), (173, "173"), ("173.0", "173"), (" 0101 ", "101"), ("", "")]
)
def test_codes_of_municipalities_are_compared_as_three_digits(text, code):
    assert code_of(text) == code
