"""What tools/run_tests says at the end, and with which exit status: one line that hides nothing."""

import os
import subprocess

import pytest
import runner
from conftest import ROOT

PASSES = "def test_a(): pass\n"
FAILS = "def test_b(): assert 1 == 2\n"
SKIPS = "import pytest\n@pytest.mark.skip(reason='x')\ndef test_c(): pass\n"
EXPECTED_TO_FAIL = "import pytest\n@pytest.mark.xfail\ndef test_d(): assert False\n"
BREAKS_AFTER = "import pytest\n@pytest.fixture\ndef f():\n    yield\n    1 / 0\ndef test_e(f): pass\n"
CANNOT_BE_IMPORTED = "import nothing_of_this_name\n"
DIES = "import os, signal\ndef test_f(): os.kill(os.getpid(), signal.SIGSEGV)\ndef test_g(): pass\n"
LEAVES = "import os\ndef test_h(): os._exit(0)\n"
DIES_AT_THE_END = "import atexit, os\ndef test_i(): atexit.register(os._exit, 3)\n"
IN_QGIS = "import qgis.core\n"


def run_tests(folder, *options, **files):
    for name, text in files.items():
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    command = [ROOT / "tools" / "run_tests", folder, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env={**os.environ})
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("files", "status", "last"),
    [
        ({"one": PASSES + SKIPS}, 0, "1 passed, 0 failed, 1 skipped"),
        ({"one": PASSES + EXPECTED_TO_FAIL}, 0, "1 passed, 0 failed, 1 skipped"),
        ({"one": PASSES + FAILS}, 1, "1 passed, 1 failed, 0 skipped"),
        ({"one": PASSES + BREAKS_AFTER}, 1, "1 passed, 1 failed, 0 skipped"),
        (dict.fromkeys("abcdef", PASSES) | {"g": CANNOT_BE_IMPORTED}, 1, "6 passed, 1 failed, 0 skipped"),
        (dict.fromkeys("abcdefg", PASSES + DIES), 1, "7 passed, 7 failed, 0 skipped"),
        ({"one": PASSES + LEAVES}, 1, "1 passed, 1 failed, 0 skipped"),
        ({"one": DIES_AT_THE_END}, 1, "1 passed, 1 failed, 0 skipped"),
        ({"one": "x = 1\n"}, 1, "0 passed, 0 failed, 0 skipped"),
    ],
)
def test_the_last_line(tmp_path, files, status, last):
    code, said = run_tests(tmp_path, **files)
    assert (code, said.splitlines()[-1]) == (status, last), said


def test_nothing_selected_is_no_success(tmp_path):
    code, said = run_tests(tmp_path, "-k", "no_such", one=PASSES)
    assert (code, said.splitlines()[-1]) == (1, "0 passed, 0 failed, 0 skipped")


def test_a_crash_inside_qgis_names_its_test_and_costs_its_file_alone(tmp_path):
    code, said = run_tests(tmp_path, one=IN_QGIS + PASSES + DIES, two=IN_QGIS + PASSES + FAILS, three=PASSES)
    assert code == 1
    assert said.splitlines()[-1] == "3 passed, 2 failed, 0 skipped"
    assert "test_one.py crashed in " in said
    assert "test_one.py::test_f (" in said
    assert "test_two.py::test_b\n" in said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("import json\n", "plain"),
        ("from lyngby_heritage.core import themes\n", "plain"),
        ("'qgis'\n", "plain"),
        ("def test_a(tmp_path):\n    from qgis.core import QgsProject\n", "qgis"),
        ("import qgis.core\n", "qgis"),
        ("from lyngby_heritage.processing import base\n", "qgis"),
        ("from lyngby_heritage import processing\n", "qgis"),
        ("def test_a(process): pass\n", "qgis"),
        ("import pytest\npytestmark = [pytest.mark.process, pytest.mark.skipif(False, reason='')]\n", "qgis"),
        ("import pytest\n@pytest.mark.desktop\ndef test_a(process): pass\n", "alone"),
        ("from desktop import MARKS, run_in_qgis\npytestmark = [*MARKS]\n", "heavy"),
        ("import pytest\npytestmark = [pytest.mark.slow, pytest.mark.timeout(9)]\n", "heavy"),
    ],
)
def test_where_a_file_belongs_is_read_from_it(tmp_path, text, place):
    (tmp_path / "test_x.py").write_text(text, encoding="utf-8")
    assert runner.belongs(tmp_path / "test_x.py") == place


def test_options_keep_their_values():
    given = ["-k", "a and b", "tests/core", "--tb=short", "-x", "tests/test_docs.py::test_a", "--durations", "3"]
    paths, options = runner.parted(given)
    assert paths == ["tests/core", "tests/test_docs.py::test_a"]
    assert options == ["-k", "a and b", "--tb=short", "-x", "--durations", "3"]
