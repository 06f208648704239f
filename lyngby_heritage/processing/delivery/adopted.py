"""Whether the plan of a layer of buildings is adopted: what its package says, and what the run was told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError, Note
from ...core.common.law import references
from ...core.plan.state import ADOPTED, PlanState, refuse_contradictions, refuse_unadopted
from ..inputs.plan_package import PlanPackage, is_package
from ..inputs.plan_state import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..inputs.sources import Source
    from ..run import Run


def package_of(source: Source, run: Run) -> PlanPackage | None:
    """The package that a layer lies in, None for any other layer."""
    return PlanPackage(source.file, run.context, source.parameter) if source.file and is_package(source.file) else None


def adopted_state(run: Run, package: PlanPackage | None) -> PlanState:
    """The state of an adopted plan. HeritageError where it is not, where nobody says it, or where both disagree."""
    day = day_of(run.algorithm, run.parameters, "ADOPTED", run.context)
    told = PlanState(run.choice("STATE"), adopted=day) if run.given("STATE") else None
    if told is not None:
        refuse_contradictions(told)
    if package is not None:
        state = _agreed(package, told, day)
    elif told is not None:
        state = told
    else:
        raise HeritageError(
            "BUILDINGS lies in no package of a plan, so nothing says that the plan is adopted. Give the layer "
            "'bygninger' of the adopted plan's package, or STATE = {adopted} and ADOPTED.",
            adopted=ADOPTED,
        )
    refuse_unadopted(state, "BUILDINGS")
    return state


def refuse_open(package: PlanPackage, parameter: str, main: str) -> None:
    """HeritageError for a further layer from the package of a plan that is not adopted; `main` is the plan's own."""
    if package.state.code != ADOPTED:
        raise HeritageError(
            "{parameter} lies in the package {file}, whose plan is not adopted ({state}). Give the layer of the "
            "adopted plan, or leave {parameter} empty: then that of the package of {main} is taken.",
            parameter=parameter,
            file=str(package.path),
            state=package.state.name,
            main=main,
        )


def _agreed(package: PlanPackage, told: PlanState | None, day: date | None) -> PlanState:
    state = package.state
    if told is not None and told.code != state.code:
        raise HeritageError(
            "STATE is {told}, and the package {file} says {state}. Leave STATE empty, or give the package of the plan "
            "that is meant.",
            told=told.code,
            file=str(package.path),
            state=state.code,
        )
    if day is not None and state.adopted is not None and day != state.adopted:
        raise HeritageError(
            "ADOPTED is {told}, and the package {file} says {day}. Leave ADOPTED empty, or give the package of the "
            "plan that is meant.",
            told=day,
            file=str(package.path),
            day=state.adopted,
        )
    return PlanState(state.code, state.hearing_from, state.hearing_to, state.adopted or day, state.published)


def adoption_notes(state: PlanState, today: date) -> Iterator[Note]:
    """What is odd of an adopted plan that is given back."""
    if state.adopted is None:
        yield Note(
            "Nobody says when the plan was adopted, so the age of the rows of GeoFA cannot be told. Give ADOPTED.",
            warning=True,
        )
    elif state.adopted > today:
        yield Note(
            "The plan is said to be adopted on {day}, which is yet to come. Take nothing into GeoFA before that.",
            {"day": state.adopted},
            warning=True,
        )
    if state.published is None:
        yield Note(
            "Nobody says that the plan is public in Plandata, from when on it is in force ({law}).",
            {"law": str(references()["in_force"])},
            warning=True,
        )


def age_notes(state: PlanState, layer: str, file_day: str, newest: str) -> Iterator[Note]:
    """Whether an extract is from before the plan: by the day of its file, and by its newest row (ISO, "" unknown)."""
    if state.adopted is None:
        return
    adopted = state.adopted
    if file_day and date.fromisoformat(file_day) < adopted:
        yield Note(
            "{layer} is of {day}, from before the plan was adopted ({adopted}). Rows may have been changed since: "
            "fetch them anew before anything is taken into GeoFA.",
            {"layer": layer, "day": date.fromisoformat(file_day), "adopted": adopted},
            warning=True,
        )
    elif newest and date.fromisoformat(newest) < adopted:
        yield Note(
            "{layer}: its newest row was changed on {day}, before the plan was adopted ({adopted}). If it was fetched "
            "before that day, fetch it anew.",
            {"layer": layer, "day": date.fromisoformat(newest), "adopted": adopted},
        )
