"""The page on what was collected: what is used as what, what is missing, what is not used and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..registers.contents import Entry
from ..registers.deliveries import deliveries
from .page import render_page

TEMPLATE = "collection.html.j2"
ACCENT = "#37474f"


@dataclass(frozen=True)
class CollectionReport:
    """All that the page shows. Texts are Danish."""

    title: str
    entries: tuple[Entry, ...]
    missing: tuple[tuple[str, str], ...]
    """Role, and where its data are got."""
    remarks: tuple[str, ...]
    """What there was to say of what was made, such as parcels without a surface."""
    municipality: str
    parameters: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[str, str], ...]
    made_at: str
    inputs: tuple[()] = ()


def render(report: CollectionReport, roles: Mapping[str, str]) -> str:
    """The page as HTML in Danish; `roles` is what each role is called."""
    return render_page(
        TEMPLATE,
        {
            "report": report,
            "accent": ACCENT,
            "roles": {**deliveries().called, **roles},
            "used": _of(report.entries, used=True),
            "known": [one for one in _of(report.entries, used=False) if one.role is not None],
            "unknown": [one for one in _of(report.entries, used=False) if one.role is None],
        },
    )


def _of(entries: Sequence[Entry], used: bool) -> list[Entry]:
    return [one for one in entries if one.used is used]
