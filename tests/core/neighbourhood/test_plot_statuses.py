"""A status of a plot has one name, wherever people read it."""

import ast

from project_tools import ROOT

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.neighbourhood.plot_statuses import (
    EXCEEDED,
    KEPT,
    NOT_COVERED,
    OF_AREA,
    STATUSES,
    covered,
    read_statuses,
    status_words,
)
from lyngby_heritage.core.plot_ratio.status import CODES


def test_every_status_has_the_one_name_that_reports_maps_and_documents_have():
    classes = load("rules/plot_ratio_texts.json")["classes"]
    assert {one["code"]: one["word"] for one in classes} == status_words()
    assert set(status_words()) == set(STATUSES)
    assert [one["legend"].startswith(one["word"]) for one in classes] == [True] * len(classes)
    assert load("rules/summary.json")["plots"]["of_area_head"] == status_words()[OF_AREA]


def test_what_is_no_status_tells_nothing():
    assert read_statuses(["overholdt", None, "OK"]) == ["overholdt", "ukendt", "ukendt"]
    assert covered(["overskredet", "ikke_omfattet", "omraade"]) == [True, False, True]


def test_the_tool_writes_the_codes_that_all_others_read():
    assert sorted(CODES) == sorted(STATUSES)


def test_no_other_file_spells_a_code_of_its_own():
    core = ROOT / "lyngby_heritage" / "core"
    spelled = {
        path.relative_to(core).as_posix()
        for path in core.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Tuple)
        and {EXCEEDED, KEPT, NOT_COVERED} & {one.value for one in node.elts if isinstance(one, ast.Constant)}
    }
    assert spelled == {"neighbourhood/plot_statuses.py"}
