"""Whatever happens while files are moved into place: after the next run all are old or all new, and nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
import windows_files
from killed import in_a_process, kill_at

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.export.folder import PackageFolder, sha256
from lyngby_heritage.processing.outputs import held, journal
from lyngby_heritage.processing.outputs.box import companions
from lyngby_heritage.processing.outputs.staging import Staging

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(held, "PAUSES", (0.01, 0.02))


@pytest.fixture
def windows():
    windows_files.pretend()
    windows_files.HITS.clear()
    yield windows_files
    windows_files.stop()


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def content(folder):
    """The files that a person sees."""
    return {
        one.relative_to(folder).as_posix(): one.read_text(encoding="utf-8")
        for one in sorted(folder.rglob("*"))
        if one.is_file() and ".lyngby_heritage" not in one.as_posix()
    }


def staged(folder, files):
    with Staging() as staging:
        for name, text in files.items():
            staging.path("OUTPUT", folder / name).write_text(text, encoding="utf-8")
        staging.commit()


def hours_pass(folder):
    """After them a staging folder without a journal is nobody's: a run was killed in the instant of making it."""
    for one in folder.glob(".lyngby_heritage-*/"):
        if not (one / journal.NAME).exists():
            os.utime(one, (0, 0))


def begin(folder):
    """A run begins, and is cancelled."""
    hours_pass(folder)
    with Staging() as staging:
        staging.path("OUTPUT", folder / "andet.txt")
    return staging


def hidden(folder):
    return [one.name for one in folder.iterdir() if one.name.startswith(".")]


# ---- killed ----------------------------------------------------------------------------------------------------------

OLD = {"o.gpkg": "gammel", "p.gpkg": "gammel", "r.html": "gammel"}
NEW = dict.fromkeys((*OLD, "ny.csv"), "ny")


def kill_half_way(folder):
    """Two of the four new files stand."""
    assert kill_at(5, lambda: staged(folder, NEW), ("replace",))  # 1 and 2 are the journal
    assert content(folder) == {**OLD, "ny.csv": "ny", "o.gpkg": "ny"}


def test_single_outputs_are_old_or_new_after_the_next_run_wherever_the_first_was_killed(tmp_path):
    outcomes, number = [], 0
    while True:
        number += 1
        folder = tmp_path / str(number)
        write(folder, OLD)
        if not kill_at(number, lambda folder=folder: staged(folder, NEW)):
            break
        missing = set(OLD) - set(content(folder))
        assert not missing, number  # at no moment is a place empty
        begin(folder)
        assert content(folder) in (OLD, NEW), number
        assert hidden(folder) == [], number
        outcomes.append(content(folder) == NEW)
    assert content(folder) == NEW
    assert number > 2 * len(NEW)
    assert outcomes == sorted(outcomes)  # first old, then new
    assert set(outcomes) == {False, True}


def test_where_the_disk_knows_no_second_names_too(tmp_path):
    def refused(*_):
        raise OSError(95, "Operation not supported")

    def work():
        os.link = refused
        staged(folder, NEW)

    number, came = 0, True
    while came:
        number += 1
        folder = tmp_path / str(number)
        write(folder, OLD)
        came = kill_at(number, work, ("replace", "rename", "unlink", "mkdir"))
        begin(folder)
        assert content(folder) in (OLD, NEW), number
    assert content(folder) == NEW


def test_outputs_in_two_folders_are_old_or_new_together(tmp_path):
    def work():
        with Staging() as staging:
            for one in ("a/o.gpkg", "b/r.html"):
                staging.path("OUTPUT", folder / one).write_text("ny", encoding="utf-8")
            staging.commit()

    old = {"a/o.gpkg": "gammel", "b/r.html": "gammel"}
    for first in ("a", "b"):
        number, came = 0, True
        while came:
            number += 1
            folder = tmp_path / first / str(number)
            write(folder, old)
            came = kill_at(number, work)
            begin(folder / first)
            assert content(folder) in (old, dict.fromkeys(old, "ny")), number
            begin(folder / ("b" if first == "a" else "a"))
            assert hidden(folder / "a") == hidden(folder / "b") == [], number


def test_a_kill_while_things_are_put_back_is_put_right_as_well(tmp_path):
    for second in range(1, 12):
        folder = tmp_path / str(second)
        write(folder, OLD)
        kill_half_way(folder)
        kill_at(second, lambda folder=folder: begin(folder))
        begin(folder)
        assert content(folder) == OLD, second


PACKAGE = dict.fromkeys(("plan.gpkg", "plan.qgz", "bestemmelser.md", "gone.pdf", "web/index.html"), "gammel")
NEXT = dict.fromkeys(("plan.gpkg", "plan.qgz", "bestemmelser.md", "web/index.html", "web/data/b.js"), "ny")


def package(folder, files, earlier=()):
    with PackageFolder("FOLDER", folder) as made:
        write(made.staged, files)
        made.commit(dict(earlier), {"plan.gpkg"})
    return made


def test_a_package_is_old_or_new_after_the_next_run_wherever_the_first_was_killed(tmp_path):
    corrected = {**PACKAGE, "bestemmelser.md": "rettet af juristen", "notat.txt": "deres"}
    after = {**NEXT, "bestemmelser (tidligere).md": "rettet af juristen", "notat.txt": "deres"}
    outcomes, came, number = [], True, 0
    while came:
        number += 1
        folder = tmp_path / str(number)
        write(folder, PACKAGE)
        earlier = {name: sha256(folder / name) for name in PACKAGE}
        write(folder, corrected)
        came = kill_at(number, lambda folder=folder, earlier=earlier: package(folder, NEXT, earlier))
        hours_pass(folder)
        with PackageFolder("FOLDER", folder) as following:  # and it is cancelled
            assert content(folder) in (corrected, after), number
        assert hidden(folder) == [], number
        assert (folder / "web/data").exists() == (content(folder) == after)
        outcomes.append((content(folder) == after, bool(following.notes)))
    assert (False, True) in outcomes  # something was put back, and it is said
    assert outcomes[-1] == (True, False)


def test_a_moved_folder_is_put_right_where_it_is_now(tmp_path):
    write(tmp_path / "a", OLD)
    kill_half_way(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")
    begin(tmp_path / "b")
    assert content(tmp_path / "b") == OLD


def test_what_somebody_has_done_with_the_new_file_since_is_kept_beside_the_old(tmp_path):
    write(tmp_path, OLD)
    kill_half_way(tmp_path)
    (tmp_path / "o.gpkg").write_text("ny, og rettet", encoding="utf-8")
    staging = begin(tmp_path)
    assert content(tmp_path) == {**OLD, "o (tidligere).gpkg": "ny, og rettet"}
    assert "o.gpkg" in str(staging.notes[0])


# ---- journals of an editor -------------------------------------------------------------------------------------------


def a_geopackage(path, value, killed):
    """A table of one value; where its editor was killed, the value stands in the -wal alone."""

    def work():
        database = sqlite3.connect(path)
        database.executescript("PRAGMA journal_mode=WAL; CREATE TABLE t (v); PRAGMA wal_checkpoint(TRUNCATE);")
        database.execute("INSERT INTO t VALUES (?)", (value,))
        database.commit()
        if not killed:
            database.execute("PRAGMA journal_mode=DELETE")
            database.close()

    in_a_process(work)
    assert path.with_name(path.name + "-wal").exists() == killed


def value_of(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT v FROM t").fetchall()


def test_the_journal_of_a_killed_editor_goes_with_its_own_file_and_never_into_the_new_one(tmp_path):
    came, number = True, 0
    while came:
        number += 1
        place, source = tmp_path / f"{number}/o.gpkg", tmp_path / f"{number}.gpkg"
        place.parent.mkdir()
        a_geopackage(place, "gammel", killed=True)
        a_geopackage(source, "ny", killed=False)
        new = source.read_bytes()

        def work(place=place, new=new):
            with Staging() as staging:
                staging.path("OUTPUT", place).write_bytes(new)
                staging.commit()

        came = kill_at(number, work)
        assert value_of(place) in ([("gammel",)], [("ny",)]), number
        begin(place.parent)
        assert value_of(place) in ([("gammel",)], [("ny",)]), number
        assert [one.name for one in place.parent.iterdir()] == ["o.gpkg"], number
    assert value_of(place) == [("ny",)]


def test_a_foreign_geopackage_that_is_kept_has_taken_in_its_journal(tmp_path):
    a_geopackage(tmp_path / "plan.gpkg", "deres", killed=True)
    with PackageFolder("FOLDER", tmp_path) as folder:
        a_geopackage(folder.staged / "plan.gpkg", "ny", killed=False)
        folder.commit({}, set())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["plan (tidligere).gpkg", "plan.gpkg"]
    assert value_of(tmp_path / "plan (tidligere).gpkg") == [("deres",)]
    assert value_of(tmp_path / "plan.gpkg") == [("ny",)]


@pytest.mark.parametrize(
    ("place", "its", "others"),
    [
        ("o.gpkg", ["o.gpkg-wal", "o.gpkg-shm", "o.gpkg-journal"], ["o.qml", "oo.gpkg-wal"]),
        ("h.tif", ["h.tif.aux.xml", "h.tif.ovr"], ["h.qml", "h.tfw"]),
        ("s.shp", ["s.dbf", "s.shx", "s.prj", "s.qix"], ["s.qml", "s.xlsx"]),
        ("r.html", [], ["r.html-wal", "r.prj"]),
    ],
)
def test_what_belongs_to_a_file_goes_with_it(tmp_path, place, its, others):
    write(tmp_path, dict.fromkeys([place, *its, *others], "gammel"))
    assert sorted(one.name for one in companions(tmp_path / place)) == sorted(its)
    staged(tmp_path, {place: "ny"})
    assert content(tmp_path) == {place: "ny", **dict.fromkeys(others, "gammel")}


# ---- other runs ------------------------------------------------------------------------------------------------------

AT_WORK = """
import sys
from pathlib import Path
from lyngby_heritage.processing.outputs.staging import Staging
with Staging() as staging:
    staging.path("OUTPUT", Path(sys.argv[1]) / "anden.txt").write_text("anden")
    print("in", flush=True)
    sys.stdin.read()
    staging.commit()
"""


def test_a_run_that_is_at_work_is_not_touched(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", AT_WORK, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as other:
        assert other.stdout.readline() == "in\n"
        staged(tmp_path, {"o.txt": "ny"})
        package(tmp_path, {"p.txt": "ny"})
        assert len(hidden(tmp_path)) == 1
        other.stdin.close()
    assert other.returncode == 0
    assert content(tmp_path) == {"anden.txt": "anden", "o.txt": "ny", "p.txt": "ny"}
    assert hidden(tmp_path) == []


HOUR, DAY = 3_600, 86_400


@pytest.mark.parametrize(
    ("change", "age", "dead"),
    [
        ({}, 0, False),
        ({"started": "1"}, 0, True),  # the number is another process's by now
        ({"started": ""}, 30 * DAY, False),  # cannot be told
        ({"process": 2**22 + 1}, 0, True),  # more than Linux ever gives
        ({"where": "en anden maskine"}, 6 * DAY, False),
        ({"where": "en anden maskine"}, 8 * DAY, True),
    ],
)
def test_whose_run_is_over(tmp_path, change, age, dead):
    journal.write(tmp_path, journal.WRITING)
    file = tmp_path / journal.NAME
    there = json.loads(file.read_text())
    there["owner"].update(change)
    file.write_text(json.dumps(there))
    os.utime(file, (file.stat().st_mtime - age,) * 2)
    assert journal.is_dead(tmp_path) == dead


def test_a_move_on_another_machine_is_over_after_an_hour(tmp_path):
    for age, dead in ((HOUR / 2, False), (2 * HOUR, True)):
        journal.write(tmp_path, journal.MOVING)
        file = tmp_path / journal.NAME
        file.write_text(file.read_text().replace(os.readlink("/proc/self/ns/pid"), "pid:[1]"))
        os.utime(file, (file.stat().st_mtime - age,) * 2)
        assert journal.is_dead(tmp_path) == dead


def test_a_folder_whose_journal_is_missing_or_damaged_is_left_alone(tmp_path):
    for name in ("tom", "ny", "skadet"):
        write(tmp_path, {f".lyngby_heritage-{name}/ny/a.txt": "x"})
    write(tmp_path, {".lyngby_heritage-skadet/journal.json": '{"state": "mov'})
    os.utime(tmp_path / ".lyngby_heritage-tom", (0, 0))  # of 1970, and never begun
    os.utime(tmp_path / ".lyngby_heritage-skadet/journal.json", (0, 0))
    staged(tmp_path, {"a.txt": "ny"})
    assert sorted(hidden(tmp_path)) == [".lyngby_heritage-ny", ".lyngby_heritage-skadet"]


@pytest.mark.parametrize(
    ("answers", "started"),
    [
        ({"OpenProcess": 0, "error": 87}, None),  # ERROR_INVALID_PARAMETER: no such process
        ({"OpenProcess": 0, "error": 5}, ""),  # another user's
        ({"OpenProcess": 8, "code": 0}, None),  # it has ended
        ({"OpenProcess": 8, "code": 259}, str((7 << 32) + 9)),
    ],
)
def test_what_windows_says_of_a_process(monkeypatch, answers, started):
    import ctypes

    class Function:
        def __init__(self, do):
            self.do = do

        def __call__(self, *arguments):
            return self.do(*arguments)

    def code(_, there):
        there._obj.value = answers["code"]
        return 1

    def times(_, made, *others):
        made._obj.dwHighDateTime, made._obj.dwLowDateTime = 7, 9
        return 1

    class Kernel:
        OpenProcess = Function(lambda *_: answers["OpenProcess"])
        GetExitCodeProcess = Function(code)
        GetProcessTimes = Function(times)
        CloseHandle = Function(lambda _: 1)

    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: Kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: answers["error"], raising=False)
    assert journal._started_on_windows(1234) == started


# ---- what cannot be replaced, found out before the work --------------------------------------------------------------


def refused(place, words):
    with Staging() as staging, pytest.raises(HeritageError, match=words) as caught:
        staging.path("OUTPUT", place)
    assert str(place) in str(caught.value)
    assert hidden(place.parent) == []


def test_a_link_a_device_and_a_folder_are_refused(tmp_path):
    write(tmp_path, {"mål.txt": "deres"})
    (tmp_path / "a.txt").symlink_to(tmp_path / "mål.txt")
    (tmp_path / "b.txt").symlink_to("findes ikke")
    (tmp_path / "c.txt").mkdir()
    os.mkfifo(tmp_path / "d.txt")
    refused(tmp_path / "a.txt", "is a link to .*mål.txt")
    refused(tmp_path / "b.txt", "is a link to findes ikke")
    refused(tmp_path / "c.txt", "cannot be written")
    refused(tmp_path / "d.txt", "is a device")
    refused(Path("/dev/null"), "is a device")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to others")
@pytest.mark.parametrize("whose", ["udpegning.gpkg", "udpegning.gpkg-wal"])
def test_another_s_file_in_a_folder_like_tmp_is_refused_and_stays(tmp_path, whose):
    write(tmp_path, {"udpegning.gpkg": "måneders arbejde", "udpegning.gpkg-wal": "wal"})
    for one in tmp_path.iterdir():
        os.chown(one, 12345, 12345)
    os.chown(tmp_path / whose, 54321, 54321)
    for one in [tmp_path, *list(tmp_path.parents)[:2]]:
        os.chmod(one, 0o1777)
    before = content(tmp_path)

    def work():
        os.setgid(12345)
        os.setuid(12345)
        try:
            staged(tmp_path, {"udpegning.gpkg": "ny"})
        except HeritageError as error:
            (tmp_path / "sagt.txt").write_text(str(error))

    in_a_process(work)
    said = (tmp_path / "sagt.txt").read_text()
    assert f"{whose} is write-protected or belongs to somebody else" in said
    assert {**before, "sagt.txt": said} == content(tmp_path)


def test_a_write_protected_file_is_refused(tmp_path, monkeypatch):
    write(tmp_path, {"a.gpkg": "deres"})
    (tmp_path / "a.gpkg").chmod(0o444)
    if os.geteuid() == 0:  # whom nothing is protected from
        monkeypatch.setattr(os, "access", lambda path, mode: bool(os.stat(path).st_mode & 0o200))
    refused(tmp_path / "a.gpkg", "is write-protected")


@pytest.mark.parametrize("name", ["a.gpkg", "a.gpkg-wal"])
def test_a_file_that_is_open_elsewhere_is_refused_before_the_work(tmp_path, windows, name):
    write(tmp_path, {"a.gpkg": "1", "a.gpkg-wal": ""})
    wanted = pytest.raises(HeritageError, match=f"{name} is open in another program")
    with (tmp_path / name).open(), Staging() as staging, wanted:
        staging.path("OUTPUT", tmp_path / "a.gpkg")
    staged(tmp_path, {"a.gpkg": "2"})
    assert content(tmp_path) == {"a.gpkg": "2"}


def test_a_file_of_the_package_that_is_open_is_refused_and_nothing_moves(tmp_path, windows):
    write(tmp_path, {"kort.pdf": "1"})
    wanted = pytest.raises(HeritageError, match=r"kort\.pdf is open in another program")
    with (tmp_path / "kort.pdf").open(), PackageFolder("FOLDER", tmp_path) as folder, wanted:
        folder.refuse_held(["kort.pdf"])
    assert content(tmp_path) == {"kort.pdf": "1"}


# ---- held during the move --------------------------------------------------------------------------------------------


def test_a_file_that_a_scanner_holds_for_a_moment_is_waited_for(tmp_path, windows, monkeypatch):
    monkeypatch.setattr(held, "PAUSES", (0.05,) * 60)
    write(tmp_path, {"a.gpkg": "1"})
    with Staging() as staging:
        staging.path("OUTPUT", tmp_path / "a.gpkg").write_text("2", encoding="utf-8")
        scanner = (tmp_path / "a.gpkg").open()
        threading.Timer(0.3, scanner.close).start()
        staging.commit()
    assert content(tmp_path) == {"a.gpkg": "2"}
    assert windows.HITS


def test_a_file_that_stays_held_leaves_all_as_it_was_and_is_named(tmp_path, windows):
    write(tmp_path, {"a.html": "1", "b.gpkg": "1"})
    with Staging() as staging:
        for name in ("a.html", "b.gpkg", "c.txt"):
            staging.path("OUTPUT", tmp_path / name).write_text("2", encoding="utf-8")
        with (tmp_path / "b.gpkg").open(), pytest.raises(HeritageError, match=r"b\.gpkg cannot be written.*Close what"):
            staging.commit()
    assert content(tmp_path) == {"a.html": "1", "b.gpkg": "1"}
    assert hidden(tmp_path) == []


def test_a_disk_that_fills_up_at_the_last_line_of_the_journal_leaves_all_as_it_was(tmp_path, monkeypatch):
    write(tmp_path, {"a.html": "1"})
    really = journal.write

    def full(box, state, **more):
        if state == journal.DONE:
            raise OSError(28, "No space left on device")
        really(box, state, **more)

    monkeypatch.setattr(journal, "write", full)
    with Staging() as staging:
        for name in ("a.html", "b.gpkg"):
            staging.path("OUTPUT", tmp_path / name).write_text("2", encoding="utf-8")
        with pytest.raises(HeritageError, match=r"No space left on device. Nothing was changed"):
            staging.commit()
    assert content(tmp_path) == {"a.html": "1"}
    assert hidden(tmp_path) == []


def test_what_cannot_even_be_put_back_is_put_back_by_the_next_run(tmp_path, windows):
    write(tmp_path, {"a.html": "1", "b.gpkg": "1"})
    with Staging() as staging:
        for name in ("a.html", "b.gpkg"):
            staging.path("OUTPUT", tmp_path / name).write_text("2", encoding="utf-8")
        viewer = []
        really = windows_files._replace

        def replace(source, target):
            really(source, target)
            if str(target) == str(tmp_path / "a.html"):
                viewer.append(open(target))  # noqa: SIM115 - it stays open

        os.replace = replace
        with (
            (tmp_path / "b.gpkg").open(),
            pytest.raises(HeritageError, match=r"could be put back.*they lie in") as caught,
        ):
            staging.commit()
    assert caught.value.values["staging"].endswith("foer")
    assert content(tmp_path) == {"a.html": "2", "b.gpkg": "1"}
    with Staging() as staging, pytest.raises(HeritageError, match=r"interrupted, and .*a\.html cannot be put back"):
        staging.path("OUTPUT", tmp_path / "c.txt")
    viewer[0].close()
    begin(tmp_path)
    assert content(tmp_path) == {"a.html": "1", "b.gpkg": "1"}
    assert hidden(tmp_path) == []
