"""Scenarios for the tests, from a text for each: what it makes of each building."""

from dataclasses import replace

import numpy as np

from lyngby_heritage.core.common.profile import Sourced
from lyngby_heritage.core.designation.rule import HIGH_VALUE, NOT_DESIGNATED, REVIEW, UNIFORM_FOUR, Designation
from lyngby_heritage.core.designation.scenario_words import ScenarioTold
from lyngby_heritage.core.designation.scenarios import Scenarios
from lyngby_heritage.core.report.scenarios import ScenarioReport, SwingingBuilding

TAKEN = {"2": (HIGH_VALUE, True), "4": (UNIFORM_FOUR, True), "?": (REVIEW, False), "-": (NOT_DESIGNATED, False)}


def designation(row):
    """A designation from a text: 2 and 4 are designated on those grounds, ? is to be looked at, - is not."""
    grounds, designated = zip(*(TAKEN[one] for one in row))
    return Designation(np.array(grounds, dtype=np.int8), np.array(designated))


def scenarios(*rows, properties=None):
    count = len(rows[0])
    numbers = np.arange(count) if properties is None else np.array(properties)
    return Scenarios.of([designation(one) for one in rows], numbers)


TOLD = (
    ScenarioTold("a", "A (eksempel)", "A", ("Alle udpeges.",), (Sourced("VALUE4_RULE", "KP 2022", True, "Side 4"),)),
    ScenarioTold("b", "B", "B", ("Få udpeges.",), (Sourced("VALUE4_RULE", "Et brev", False),)),
    ScenarioTold("c", "C", "C", ("Andre udpeges.",), variant_of="A (eksempel)", changes=(("Andel", "90 %"),)),
)


def building(row, address, reviewed_by=""):
    """A building that swings."""
    return SwingingBuilding(row, f"id{row}", address, 4, reviewed_by, (("A", "Udpeges."), ("B og C", "Udpeges ikke.")))


def a_scenario_report(**changes):
    """A report on three scenarios of four buildings."""
    # The rows 1 and 2 swing; 2 is withheld, and so not among the buildings.
    made = ScenarioReport(
        title="Scenarier",
        told=TOLD,
        scenarios=scenarios("244-", "2??-", "2-4-", properties=[0, 1, -1, 2]),
        buildings=(building(1, "Åvej 3", "B"),),
        findings=(),
        parameters=(),
        inputs=(),
        versions=(),
        made_at="i dag",
        map_png=None,
    )
    return replace(made, **changes)
