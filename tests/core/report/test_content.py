"""What the reports of all tools hold."""

from dataclasses import fields, is_dataclass
from importlib import import_module

from project_tools import ROOT

from lyngby_heritage.core.report.content import Report

FOLDER = ROOT / "lyngby_heritage" / "core" / "report"


def test_what_every_report_on_a_result_says_is_told_once():
    shared = {one.name for one in fields(Report)}
    reports = [
        one
        for path in sorted(FOLDER.glob("*.py"))
        for one in vars(import_module(f"lyngby_heritage.core.report.{path.stem}")).values()
        if is_dataclass(one) and one is not Report and shared <= {field.name for field in fields(one)}
    ]
    assert len(reports) >= 6
    assert [one for one in reports if not issubclass(one, Report) or shared & set(vars(one)["__annotations__"])] == []
