"""Decisions by people on single buildings, with reasons such as a committee writes."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.common.data import load
from .records import Records
from .tables import SampleTable, table, texts
from .town import Town


def decided_buildings(records: Records, town: Town, kinds: list[dict[str, Any]]) -> list[int]:
    """The records that the decisions of `decisions.json` mean, in their order; the last one changed its mind."""
    known = load("sample/decisions.json")
    codes = [kind["code"] for kind in kinds]
    taken: list[int] = []
    for kind, value in [each["on"] for each in [*known["decisions"], known["changed_mind"]]]:
        fit = np.abs(np.nan_to_num(records.save, nan=99) - value) + 50 * (
            town.plot_kind[records.plot] != codes.index(kind)
        )
        fit = np.where(records.main, fit, 999)
        fit[taken] = 9999
        taken.append(int(np.argmin(fit)))
    return taken


def decision_table(records: Records, decided: list[int]) -> SampleTable:
    """`beslutninger`: two rows on one building disagree, the newer counts; one is on a building nobody knows."""
    known = load("sample/decisions.json")
    rows = [(records.id[building], each) for building, each in zip(decided, known["decisions"])]
    last = records.id[decided[-1]]
    rows += [(last, known["changed_mind"]["first"]), (last, known["changed_mind"]["later"])]
    rows.append((known["unknown"]["id"], known["unknown"]))
    return table(
        "beslutninger",
        "Beslutninger om enkelte bygninger",
        "None",
        None,
        {
            "bygning_id": texts(building for building, _ in rows),
            "beslutning": texts(each["decision"] for _, each in rows),
            "begrundelse": texts(each["reason"] for _, each in rows),
            "kilde": texts(each["source"] for _, each in rows),
            "dato": texts(each["date"] for _, each in rows),
        },
    )
