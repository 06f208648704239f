"""How large a picture stands in a document."""

import pytest

from lyngby_heritage.core.documents.pictures import TALLEST, drawing, png_size


def png(wide, tall):
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + wide.to_bytes(4, "big") + tall.to_bytes(4, "big")


def test_the_size_stands_in_the_head_of_the_file():
    assert png_size(png(1480, 300)) == (1480, 300)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_another_file_is_no_picture(content):
    with pytest.raises(ValueError, match="PNG"):
        png_size(content)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((400, 200), (9000, 4500)),  # as wide as the text
        ((100, 400), (TALLEST // 4, TALLEST)),  # a tall one is as tall as a page takes
    ],
)
def test_it_is_as_wide_as_the_text_and_no_taller_than_a_page(size, shown):
    written = drawing("w:", "rId1", 1, png(*size), "Kort", 9000)
    assert f'<wp:extent cx="{shown[0] * 635}" cy="{shown[1] * 635}"/>' in written
