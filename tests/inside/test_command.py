"""A run inside qgis_process beside the real program: the same exit code, results, log and texts."""

import json

import pytest
from builders import square
from conftest import write_layer
from inside.runner import inside_environment
from lyngby_tests import command

pytestmark = [pytest.mark.process, pytest.mark.real_start]

SPEAK = ("run", "lyngby_tests:speak")


def both(process, *arguments, stdin=None):
    """What the real program answers, and what the run inside does."""
    real = process(*arguments, stdin=stdin, env=inside_environment())
    return real, type(real)(*command.run(arguments, stdin))


def told(run):
    """Of an answer in JSON what both give."""
    answer = json.loads(run.out)
    details = {name: answer["algorithm_details"][name] for name in ("id", "name")}
    return {**{name: answer.get(name) for name in ("inputs", "log", "results")}, "algorithm_details": details}


def same(real, inside):
    assert (inside.code, inside.err) == (real.code, real.err)
    if real.out.startswith("{"):
        assert told(inside) == told(real)
        assert inside.out.startswith("{")
    else:
        assert inside.out == real.out


@pytest.fixture
def buildings(tmp_path):
    return write_layer(
        tmp_path / "b.gpkg", "b", [(square(0), 3, "Ærø"), (square(20), 5, "b")], ("save_vaerdi:int", "bygning_id:text")
    )


@pytest.mark.parametrize(
    "given",
    [
        ("--json", "--", "TEXT=æ=b"),
        ("--", "TEXT=æ", "without a value"),
        ("--json", "--", "TEXT=a", "FAIL=1"),
        ("--", "TEXT=a", "TEXT=b", "FAIL=1"),
        ("--json", "--", "--TEXT=a"),
    ],
    ids=" ".join,
)
def test_every_kind_of_line_and_value(process, given):
    same(*both(process, *SPEAK, *given))


def test_the_parameters_on_standard_input(process):
    same(*both(process, *SPEAK, "-", stdin=json.dumps({"inputs": {"TEXT": ["æ", "b"], "FAIL": False}})))


def test_a_run_that_succeeds(process, buildings, tmp_path):
    given = ("run", "lyngby_heritage:classifybuildings", "--json", "--", f"BUILDINGS={buildings}")
    real, inside = both(process, *given, f"OUTPUT={tmp_path / 'ud.gpkg'}")
    same(real, inside)
    assert real.results["VALUE_1_3_COUNT"] == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("FOO", 1, "Unknown parameter FOO"),
        ("MIN_NEIGHBOURS", -1, "MIN_NEIGHBOURS = -1 cannot be used. Expected is a whole number from 1 to 100"),
        ("OUTPUT", "b.gpkg", "OUTPUT is the same file as BUILDINGS"),
    ],
)
def test_a_run_that_is_refused(process, buildings, tmp_path, name, value, said):
    given = {"BUILDINGS": buildings, "OUTPUT": tmp_path / "ud.gpkg"}
    given[name] = tmp_path / value if name == "OUTPUT" else value
    given = [f"{name}={value}" for name, value in given.items()]
    real, inside = both(process, "run", "lyngby_heritage:classifybuildings", "--json", "--", *given)
    same(real, inside)
    assert real.code == 1
    assert said in real.err


def test_a_tool_that_does_not_exist(process):
    same(*both(process, "run", "lyngby_heritage:findes_ikke"))
