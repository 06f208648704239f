"""Cells as people read them."""

import pytest

from lyngby_heritage.core.common.cells import cell_id, cell_text


@pytest.mark.parametrize(
    ("value", "text"),
    [("  Åsen ", "Åsen"), ("", None), ("  ", None), (None, None), (float("nan"), None), (12.5, "12.5"), (0, "0")],
)
def test_text_without_blanks(value, text):
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (12, "12"), (" a7 ", "a7"), ("12.0", "12.0"), (12.5, "12.5"), (float("nan"), None), ("", None)],
)
def test_ids_without_decimals(value, text):
    assert cell_id(value) == text
