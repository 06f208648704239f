"""A zip is the same bytes whenever it is written."""

import io
import zipfile

from lyngby_heritage.core.common.archive import timeless_entry


def test_a_file_is_packed_and_has_no_time_of_its_own():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(timeless_entry("plan.dbf"), b"a" * 1000)
    with zipfile.ZipFile(file) as archive:
        (entry,) = archive.infolist()
    assert (entry.filename, entry.date_time) == ("plan.dbf", (1980, 1, 1, 0, 0, 0))
    assert entry.compress_size < 100
