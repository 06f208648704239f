"""A list of one's own files is read again, and another file of its name is none."""

import pytest

from lyngby_heritage.processing.outputs.own_files import listed_files

HEADINGS = ("fil", "hvad", "sum")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fil;hvad;sum\r\na.txt;ord;12\r\nb/c.docx;;34\r\n", {"a.txt": "12", "b/c.docx": "34"}),
        ("fil;hvad;sum\r\na.txt;12\r\n", {}),  # a row that is not whole
        ("navn;adresse;by\r\nx;y;z\r\n", {}),  # somebody else's table
        ("", {}),
        (None, {}),
    ],
)
def test_the_files_of_a_list(tmp_path, written, expected):
    listing = tmp_path / "filer.csv"
    if written is not None:
        listing.write_text(written, encoding="utf-8-sig", newline="")

    assert listed_files(listing, HEADINGS) == expected
