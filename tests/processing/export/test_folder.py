"""The folder of a package: one run at a time, whole or not at all, nobody else's files harmed."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsVectorLayer

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.export.folder import LOCK, PackageFolder, sha256
from lyngby_heritage.processing.outputs.staging import Staging


def content(folder):
    return {
        one.relative_to(folder).as_posix(): one.read_text(encoding="utf-8")
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def run(path, files, earlier=(), owned=()):
    with PackageFolder("FOLDER", path) as folder:
        write(folder.staged, files)
        folder.commit(dict(earlier), set(owned))
    return folder


def test_a_package_appears_whole_in_a_folder_that_is_made_for_it(tmp_path):
    run(tmp_path / "ny" / "pakke", {"a.txt": "1", "web/data/b.js": "2"})
    assert content(tmp_path) == {"ny/pakke/a.txt": "1", "ny/pakke/web/data/b.js": "2"}


def test_without_a_commit_nothing_is_left_not_even_the_folder(tmp_path):
    with PackageFolder("FOLDER", tmp_path / "ny" / "pakke") as folder:
        write(folder.staged, {"a.txt": "1"})
    assert list(tmp_path.iterdir()) == []


def test_other_people_s_files_stay_and_a_foreign_file_of_the_same_name_is_kept_beside(tmp_path):
    write(tmp_path, {"notat.txt": "deres", "kort.pdf": "deres", "web/billede.png": "deres"})
    folder = run(tmp_path, {"kort.pdf": "vores", "web/index.html": "vores"})
    assert content(tmp_path) == {
        "notat.txt": "deres",
        "kort.pdf": "vores",
        "kort (tidligere).pdf": "deres",
        "web/billede.png": "deres",
        "web/index.html": "vores",
    }
    assert "kort (tidligere).pdf" in str(folder.notes[0])


def test_the_earlier_package_is_replaced_and_what_it_had_more_goes(tmp_path):
    run(tmp_path, {"a.txt": "1", "b.txt": "1", "c.txt": "1"})
    earlier = {name: sha256(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")}
    write(tmp_path, {"c.txt": "rettet af planlæggeren"})
    run(tmp_path, {"a.txt": "2"}, earlier)
    # c is no longer made, but somebody has worked on it.
    assert content(tmp_path) == {"a.txt": "2", "c.txt": "rettet af planlæggeren"}


def test_a_file_that_somebody_has_worked_on_is_kept_each_time(tmp_path):
    for number in range(3):
        earlier = {"a.md": sha256(tmp_path / "a.md")} if number else {}
        write(tmp_path, {"a.md": f"rettet {number}"})
        run(tmp_path, {"a.md": f"ny {number}"}, earlier)
    kept = {"a (tidligere).md": "rettet 0", "a (tidligere) 2.md": "rettet 1", "a (tidligere) 3.md": "rettet 2"}
    assert content(tmp_path) == {"a.md": "ny 2", **kept}


def test_an_owned_file_goes_with_its_journals(tmp_path):
    write(tmp_path, {"a.gpkg": "1", "a.gpkg-wal": "1", "a.gpkg-shm": "1"})
    run(tmp_path, {"a.gpkg": "2"}, {}, {"a.gpkg"})
    assert content(tmp_path) == {"a.gpkg": "2"}


def test_when_one_cannot_be_moved_all_stand_as_before(tmp_path, monkeypatch):
    before = {"a.txt": "1", "b.txt": "1", "z.txt": "1"}
    write(tmp_path, before)
    really = os.replace

    def replace(source, target):
        if str(target) == str(tmp_path / "web" / "c.txt"):
            raise PermissionError(13, "in use by another program")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    known = {name: sha256(tmp_path / name) for name in before}
    with pytest.raises(HeritageError, match=r"c\.txt cannot be written: in use by another program"):
        run(tmp_path, {"a.txt": "2", "b.txt": "2", "web/c.txt": "2"}, known)
    assert content(tmp_path) == before
    assert not (tmp_path / "web").exists()


@pytest.mark.parametrize("held", [None, "resultat.gpkg", "a.txt"])
def test_files_elsewhere_appear_together_with_the_package(tmp_path, monkeypatch, held):
    write(tmp_path, {"pakke/a.txt": "før", "resultat.gpkg": "før"})
    replace = os.replace

    def failing(source, target):
        if Path(source).name == held and "/ny/" in str(source):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    known = {"a.txt": sha256(tmp_path / "pakke" / "a.txt")}
    with PackageFolder("FOLDER", tmp_path / "pakke") as folder, Staging() as staging:
        write(folder.staged, {"a.txt": "ny"})
        staging.path("OUTPUT", tmp_path / "resultat.gpkg").write_text("ny", encoding="utf-8")
        if held:
            with pytest.raises(HeritageError, match="Nothing was changed"):
                folder.commit(known, [], together=staging)
        else:
            folder.commit(known, [], together=staging)
    stands = "før" if held else "ny"
    assert content(tmp_path) == {"pakke/a.txt": stands, "resultat.gpkg": stands}


def test_a_second_run_is_refused_while_the_first_is_at_work(tmp_path):
    with PackageFolder("FOLDER", tmp_path):
        script = (
            "import sys; from lyngby_heritage.processing.export.folder import PackageFolder\n"
            "try:\n    PackageFolder('FOLDER', sys.argv[1]).__enter__()\nexcept Exception as error:\n    print(error)"
        )
        other = subprocess.run(
            [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, timeout=60, check=True
        )
        assert f"another run (process {os.getpid()} on" in other.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_behind_stops_nobody(tmp_path):
    script = (
        "import os, sys; from lyngby_heritage.processing.export.folder import PackageFolder\n"
        "folder = PackageFolder('FOLDER', sys.argv[1]).__enter__()\n"
        "(folder.staged / 'halv.txt').write_text('x')\nos._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path], timeout=60, check=False)
    assert (tmp_path / LOCK).exists()
    run(tmp_path, {"a.txt": "1"})
    assert content(tmp_path) == {"a.txt": "1"}
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "fil").write_text("x")
    with pytest.raises(HeritageError, match="is a file"), PackageFolder("FOLDER", tmp_path / "fil"):
        pass


@pytest.mark.parametrize("place", ["/proc/pakke", "/proc"])
def test_where_nothing_may_be_written(place):
    with pytest.raises(HeritageError, match="FOLDER: nothing can be written in /proc"), PackageFolder("FOLDER", place):
        pass


def test_what_the_package_replaces_is_not_read_whichever_way_it_is_named(qgis_app, tmp_path):
    layer = write_layer(tmp_path / "plan.gpkg", "bygninger", [(square(0), "a")], ("bygning_id:text",))
    (tmp_path / "lag.vrt").write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="bygninger"><SrcDataSource>{tmp_path / "plan.gpkg"}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>",
        encoding="utf-8",
    )
    folder = PackageFolder("FOLDER", str(tmp_path))
    for address in (layer, str(tmp_path / "lag.vrt")):
        source = SimpleNamespace(layer=QgsVectorLayer(address, "bygninger", "ogr"), parameter="BUILDINGS")
        folder.refuse_inputs([source], ["kort.pdf"])
        with pytest.raises(HeritageError, match=r"the run would replace .*plan\.gpkg, which BUILDINGS reads"):
            folder.refuse_inputs([source], ["kort.pdf", "plan.gpkg"])
