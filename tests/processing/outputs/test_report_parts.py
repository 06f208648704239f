"""What a report says of when it was made."""

import re
from datetime import date

from lyngby_heritage.core.common.as_on import as_on
from lyngby_heritage.processing.outputs.report_parts import made_at


def test_a_report_of_a_run_that_goes_by_another_day_is_dated_that_day_without_a_time():
    with as_on(date(2028, 5, 1)):
        assert made_at() == "1. maj 2028"
    assert re.fullmatch(r"\d{1,2}\. [a-z]+ \d{4} kl\. \d\d\.\d\d", made_at())
