"""A plan is of one municipality, whoever of its data says it; two are refused with the rows that name them."""

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.delivery.one_municipality import Said, only_municipality

BOUNDARY = Said("0173", "afgraensning.kommunekode", "", "0173")
HOUSE = Said("173", "bygninger.bbrnummer", "loebenr 1", "173-1234-1")
OVER_THE_BORDER = Said("157", "bygninger.bbrnummer", "loebenr 2", "157-9999-1")
SILENT = Said("", "afgraensning.kommunekode", "", "")


@pytest.mark.parametrize(
    ("said", "code"), [([BOUNDARY, HOUSE], 173), ([SILENT, HOUSE], 173), ([SILENT], None), ([], None)]
)
def test_all_say_one_or_nobody_says_any(said, code):
    assert only_municipality(said) == code


def test_another_municipalitys_row_is_named():
    with pytest.raises(HeritageError) as error:
        only_municipality([BOUNDARY, HOUSE, OVER_THE_BORDER])
    assert "afgraensning.kommunekode says 0173 (Lyngby-Taarbæk)" in str(error.value)
    assert "bygninger.bbrnummer (loebenr 2) says 157-9999-1 (Gentofte)" in str(error.value)
