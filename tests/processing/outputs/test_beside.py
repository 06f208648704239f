"""A file beside a GeoPackage is a run's own only where the GeoPackage knows it as it is."""

import pytest
from conftest import write_layer

from lyngby_heritage.processing.outputs.beside import is_somebodys, remember_beside


@pytest.fixture
def written(tmp_path):
    """A GeoPackage and the list that was written with it."""
    write_layer(tmp_path / "æ.gpkg", "lag", [("POLYGON((0 0,1 0,1 1,0 0))", 1)], ("tal:int",))
    (tmp_path / "æ.xlsx").write_bytes(b"liste")
    remember_beside(tmp_path / "æ.gpkg", [tmp_path / "æ.xlsx"])
    return tmp_path


def test_what_was_written_together_is_the_runs_own(written):
    assert not is_somebodys(written / "æ.xlsx", written / "æ.gpkg")
    assert sorted(one.name for one in written.iterdir()) == ["æ.gpkg", "æ.xlsx"]


def test_a_file_that_is_not_there_is_nobodys(written):
    assert not is_somebodys(written / "andet.txt", written / "æ.gpkg")


def test_a_file_that_somebody_wrote_in_is_theirs(written):
    (written / "æ.xlsx").write_bytes(b"liste, rettet")
    assert is_somebodys(written / "æ.xlsx", written / "æ.gpkg")


@pytest.mark.parametrize("content", [None, b"no GeoPackage"])
def test_a_file_beside_nothing_that_knows_it_is_somebodys(tmp_path, content):
    (tmp_path / "egen.xlsx").write_bytes(b"min")
    if content is not None:
        (tmp_path / "egen.gpkg").write_bytes(content)
    assert is_somebodys(tmp_path / "egen.xlsx", tmp_path / "egen.gpkg")
