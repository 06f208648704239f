"""Outputs appear together or not at all, and what stood there before survives a failure."""

import os

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs.staging import Staging


def test_files_appear_together_and_no_folder_is_left(tmp_path):
    with Staging() as staging:
        for name in ("a.txt", "b.txt"):
            staging.path("OUTPUT", tmp_path / name).write_text(name, encoding="utf-8")
            assert not (tmp_path / name).exists()
        staging.commit()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_without_a_commit_nothing_is_left(tmp_path):
    with Staging() as staging:
        staging.path("OUTPUT", tmp_path / "a.txt").write_text("half", encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


def test_when_one_cannot_be_moved_all_stand_as_before(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("earlier", encoding="utf-8")
    really = os.replace

    def replace(source, target):
        if str(target) == str(tmp_path / "b.txt"):
            raise PermissionError(13, "in use by another program")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with Staging() as staging:
        for name in ("a.txt", "b.txt"):
            staging.path("OUTPUT", tmp_path / name).write_text("new", encoding="utf-8")
        with pytest.raises(HeritageError, match=r"b\.txt cannot be written: in use by another program"):
            staging.commit()
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.txt", "earlier")]


def test_an_earlier_geopackage_goes_with_its_journals(tmp_path):
    for name in ("a.gpkg", "a.gpkg-wal", "a.gpkg-shm"):
        (tmp_path / name).write_text("earlier", encoding="utf-8")
    with Staging() as staging:
        staging.path("OUTPUT", tmp_path / "a.gpkg").write_text("new", encoding="utf-8")
        staging.commit()
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.gpkg", "new")]


def test_a_destination_is_called_by_its_final_name(tmp_path):
    with Staging() as staging:
        staged = staging.path("OUTPUT", tmp_path / "a.gpkg")
        assert staging.final(f"{staged}|layername=a") == f"{tmp_path / 'a.gpkg'}|layername=a"
        assert staging.final("memory:x") == "memory:x"


@pytest.mark.parametrize("destination", ["findes/ikke/a.txt", "/proc/a.txt", "."])
def test_where_nothing_may_be_written(tmp_path, destination):
    with Staging() as staging, pytest.raises(HeritageError, match="OUTPUT"):
        staging.path("OUTPUT", (tmp_path / destination).resolve())
