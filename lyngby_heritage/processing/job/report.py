"""The main job's report: what the core makes of its outcome, with the versions that had a hand in it."""

from __future__ import annotations

from pathlib import Path

from ...core.common.data import load
from ...core.plan.layers import RULES
from ...core.plan.steps import JobOutcome
from ...core.report.job import job_report, render
from ..export.packaging import GEOPACKAGE, PROJECT
from ..outputs.report_parts import made_at, versions


def report_html(outcome: JobOutcome, libraries: tuple[str, ...]) -> str:
    """The report of one run as HTML; `libraries` are the Python packages that its tools use."""
    return render(job_report(outcome, versions(*libraries), made_at()))


def files_of(staged: Path) -> tuple[str, ...]:
    """The files that a package in the making holds and the report tells of, the GeoPackage and the project first."""
    told = load(RULES)["files"]
    return tuple(name for name in dict.fromkeys((GEOPACKAGE, PROJECT, *sorted(told))) if (staged / name).exists())
