"""The site's copies of photos: small, upright, and nothing of what a camera writes beside the picture."""

import struct

import pytest
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from lyngby_heritage.core.plan.photo import Photo
from lyngby_heritage.processing.export.photos import read_image, write_copies

RED, BLUE = QColor(200, 20, 20), QColor(20, 20, 200)


def picture(width, height):
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width - width // 2, height, BLUE)
    painter.end()
    return image


def jpeg(image, orientation=1):
    """The bytes of a JPEG with a camera's EXIF: which way is up, who made it, and where."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 95)
    entries = struct.pack("<HHII", 0x0112, 3, 1, orientation) + struct.pack("<HHII", 0x8825, 4, 1, 50)
    entries += struct.pack("<HHI4s", 0x013B, 2, 4, b"Eva\0")
    place = struct.pack("<H", 1) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<I", 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 3) + entries + struct.pack("<I", 0) + place
    whole = bytes(data)
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + whole[2:]


def close(image, x, y, colour):
    seen = image.pixelColor(x, y)
    return all(abs(a - b) < 25 for a, b in zip(seen.getRgb()[:3], colour.getRgb()[:3]))


def test_two_sizes_of_a_large_photo(tmp_path):
    (tmp_path / "a.JPG").write_bytes(jpeg(picture(3000, 2000)))
    assert write_copies(tmp_path / "a.JPG", tmp_path / "ud", "a") == Photo("a", ((480, 320), (1200, 800)))
    for name, size in (("a-480.jpg", (480, 320)), ("a-1200.jpg", (1200, 800))):
        made = QImage(str(tmp_path / "ud" / name))
        assert (made.width(), made.height()) == size
        assert close(made, 5, 5, RED)
        assert close(made, size[0] - 5, 5, BLUE)


@pytest.mark.parametrize(("size", "sizes"), [((300, 200), ((300, 200),)), ((600, 900), ((320, 480), (600, 900)))])
def test_no_copy_is_larger_than_the_photo(tmp_path, size, sizes):
    (tmp_path / "a.jpg").write_bytes(jpeg(picture(*size)))
    assert write_copies(tmp_path / "a.jpg", tmp_path, "b").sizes == sizes


def test_a_photo_stands_as_the_camera_was_held(tmp_path):
    # 6: what is up in the file is to the right of what was seen, so it is turned clockwise.
    (tmp_path / "a.jpg").write_bytes(jpeg(picture(1600, 800), orientation=6))
    photo = write_copies(tmp_path / "a.jpg", tmp_path, "a")
    assert photo.sizes == ((240, 480), (600, 1200))
    made = QImage(str(tmp_path / photo.files()[1]))
    assert close(made, 300, 20, RED)
    assert close(made, 300, 1180, BLUE)


def test_nothing_of_the_camera_is_left(tmp_path):
    (tmp_path / "a.jpg").write_bytes(jpeg(picture(800, 600)))
    assert b"Eva" in (tmp_path / "a.jpg").read_bytes()
    for name in write_copies(tmp_path / "a.jpg", tmp_path, "ny").files():
        content = (tmp_path / name).read_bytes()
        assert b"Exif" not in content
        assert b"Eva" not in content


def test_what_can_be_seen_through_is_on_white(tmp_path):
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.setText("Author", "Eva")
    image.save(str(tmp_path / "a.png"))
    photo = write_copies(tmp_path / "a.png", tmp_path, "a")
    assert close(QImage(str(tmp_path / photo.files()[0])), 30, 30, QColor("white"))
    assert b"Eva" not in (tmp_path / photo.files()[0]).read_bytes()


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg(picture(400, 400))[:60]])
def test_a_broken_photo_gives_none(tmp_path, content):
    (tmp_path / "a.jpg").write_bytes(content)
    assert write_copies(tmp_path / "a.jpg", tmp_path / "ud", "a") is None
    assert not (tmp_path / "ud").exists()


def test_a_photo_that_claims_to_be_as_large_as_none_is_not_unpacked(tmp_path):
    whole = jpeg(picture(16, 16))
    at = whole.index(b"\xff\xc0")
    (tmp_path / "a.jpg").write_bytes(whole[: at + 5] + struct.pack(">HH", 65000, 65000) + whole[at + 9 :])
    assert read_image(tmp_path / "a.jpg", 1200) is None


def test_the_same_photo_gives_the_same_bytes(tmp_path):
    (tmp_path / "a.jpg").write_bytes(jpeg(picture(1000, 700)))
    made = [write_copies(tmp_path / "a.jpg", tmp_path / folder, "a").files() for folder in "xy"]
    assert all((tmp_path / "x" / name).read_bytes() == (tmp_path / "y" / name).read_bytes() for name in made[0])
