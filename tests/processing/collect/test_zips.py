"""What lies in a zip, and taking a file out of it; what cannot be taken out is told."""

import shutil
import struct
import zipfile
from collections import namedtuple

import pytest
from delivered_files import zipped

from lyngby_heritage.core.common.errors import Cancelled, HeritageError
from lyngby_heritage.processing.collect import zips

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646"


def with_password(path):
    """The zip with its first member marked as encrypted, in its own header and in the list at the end."""
    content = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(sign) + offset
        content[place : place + 2] = struct.pack("<H", struct.unpack("<H", content[place : place + 2])[0] | 1)
    path.write_bytes(content)
    return path


def test_the_files_in_a_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("data/", "")
        archive.writestr(f"data/{NAME}.csv", "a,b")
        archive.writestr("data/vandløb.shp", "x")
        archive.writestr("__MACOSX/data/._vandløb.shp", "x")
        archive.writestr("Thumbs.db", "x")
    assert zips.members(tmp_path / "z.zip") == [f"data/{NAME}.csv", "data/vandløb.shp"]


@pytest.mark.parametrize(("encoding", "system"), [("cp850", 0), ("utf-8", 3)])
def test_names_from_windows_and_macos(tmp_path, encoding, system):
    """Neither says which letters it uses; zipfile takes both for those of the first PC."""
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("s.csv", "a,b")
    raw = (tmp_path / "z.zip").read_bytes()
    name = "søer å.csv".encode(encoding)
    for sign, offset in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        place = raw.index(sign) + offset
        begin = raw.index(b"s.csv", place)
        raw = raw[:place] + struct.pack("<H", len(name)) + raw[place + 2 : begin] + name + raw[begin + 5 :]
    end = raw.index(b"PK\x05\x06")
    longer = len(name) - 5
    size, start = struct.unpack("<II", raw[end + 12 : end + 20])
    raw = raw[: end + 12] + struct.pack("<II", size + longer, start + longer) + raw[end + 20 :]
    (tmp_path / "z.zip").write_bytes(raw)
    assert zips.members(tmp_path / "z.zip") == ["søer å.csv"]
    assert zips.extract(tmp_path / "z.zip", "søer å.csv", tmp_path).name == "søer å.csv"


def test_what_cannot_be_taken_out_is_told(tmp_path):
    file = zipped(
        tmp_path / "z.zip", **{"a.zip": "PK", "../b.csv": "a,b", "C:/c.csv": "a", "/d.csv": "a", "e.csv": "a"}
    )
    found = zips.look_into(file)
    assert found.names == ("e.csv",)
    assert [str(note).removeprefix(f"{file}: ") for note in found.notes] == [
        f"a.zip in it is packed itself. Unpack {file} first, and give the folder.",
        *[
            f"the file {name} in it would be unpacked outside the folder, as only a harmful zip asks for. It is not "
            "read."
            for name in ("../b.csv", "C:/c.csv", "/d.csv")
        ],
    ]
    with pytest.raises(HeritageError, match="packed itself"):
        zips.extract(file, "a.zip", tmp_path)
    with pytest.raises(HeritageError, match="outside the folder"):
        zips.extract(file, "../b.csv", tmp_path)


def test_a_password(tmp_path):
    file = with_password(zipped(tmp_path / "z.zip", a__csv="a,b", b__csv="a,b"))
    found = zips.look_into(file)
    assert (found.names, [str(one) for one in found.notes]) == (
        ("b.csv",),
        [f"{file}: a.csv in it has a password. Unpack the zip, and give the folder."],
    )
    with pytest.raises(HeritageError, match="has a password"):
        zips.extract(file, "a.csv", tmp_path)


@pytest.mark.parametrize("content", [b"", b"<html>Log ind</html>", None])
def test_half_a_download(tmp_path, content):
    file = zipped(tmp_path / "z.zip", a__csv="a,b\n" * 9_000)
    file.write_bytes(file.read_bytes()[:-30] if content is None else content)
    with pytest.raises(HeritageError, match="the download broke off"):
        zips.members(file)


def test_a_damaged_member(tmp_path):
    file = zipped(tmp_path / "z.zip", a__csv="".join(f"{number}," for number in range(9_000)))
    content = bytearray(file.read_bytes())
    content[200:260] = bytes(60)
    file.write_bytes(content)
    folder = tmp_path / "ud"
    folder.mkdir()
    with pytest.raises(HeritageError, match="Fetch it again"):
        zips.extract(file, "a.csv", folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("d/A.shp", ["A.DBF", "A.cpg", "A.prj", "A.shp", "A.shx"]),
        ("d/B.TAB", ["B.DAT", "B.ID", "B.MAP", "B.TAB"]),
        ("d/C.gml", ["C.gfs", "C.gml", "C.xsd"]),
        ("d/D.csv", ["D.csv"]),
    ],
)
def test_the_parts_come_along(tmp_path, member, expected):
    names = ["A.shp", "A.shx", "A.DBF", "A.prj", "A.cpg", "A2.shx", "B.TAB", "B.DAT", "B.MAP", "B.ID"]
    names += ["C.gml", "C.xsd", "C.gfs", "D.csv", "D.prj"]
    file = zipped(tmp_path / "z.zip", **{f"d/{name}": name for name in names}, **{"e/A.prj": "another"})
    folder = tmp_path / "ud"
    folder.mkdir()
    found = zips.extract(file, member, folder)
    assert found == folder / member[2:]
    assert sorted(one.name for one in folder.iterdir()) == expected
    assert all(one.read_text() == one.name for one in folder.iterdir())


def test_more_than_the_disk_holds(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(1, 1, 60_000_000))
    file = zipped(tmp_path / "z.zip", a__csv="0" * 20_000_000, b__csv="a")
    assert zips.extract(file, "b.csv", tmp_path).read_text() == "a"
    with pytest.raises(HeritageError, match=r"a\.csv takes 20 MB unpacked, and .* has 60 MB free"):
        zips.extract(file, "a.csv", tmp_path)


def test_cancelling_leaves_nothing(tmp_path):
    asked = []

    def cancel():
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled

    file = zipped(tmp_path / "z.zip", a__shp="x", a__shx="y", a__dbf="0" * 3_000_000)
    folder = tmp_path / "ud"
    folder.mkdir()
    with pytest.raises(Cancelled):
        zips.extract(file, "a.shp", folder, cancel)
    assert list(folder.iterdir()) == []


def test_a_zip_that_is_not_there(tmp_path):
    with pytest.raises(HeritageError, match="There is no file"):
        zips.members(tmp_path / "z.zip")
