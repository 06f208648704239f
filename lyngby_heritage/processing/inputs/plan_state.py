"""How far the plan is, as a run was told: STATE and the dates of hearing, adoption and publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qgis.core import (
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
)

from ...core.common.errors import HeritageError
from ...core.plan.state import DATES, PlanState, refuse_contradictions
from ..translation import mark, tr, tr_message

STATE = "STATE"
STATES = (mark("Draft"), mark("Proposal in hearing"), mark("Adopted"))
"""What STATE can be, in the order of the codes of `core.plan.state`."""
DATE_LABELS = {
    "HEARING_FROM": mark("Hearing from"),
    "HEARING_TO": mark("Hearing to (last day for answers)"),
    "ADOPTED": mark("Adopted by the council on"),
    "PUBLISHED": mark("Published in Plandata on (from then on it is in force)"),
}


def state_parameters() -> Iterator[Any]:
    """STATE and its dates, none of which has to be given."""
    yield QgsProcessingParameterEnum(STATE, tr("State of the plan"), [tr(one) for one in STATES], defaultValue=0)
    for name, label in DATE_LABELS.items():
        yield QgsProcessingParameterDateTime(
            name, tr(label), QgsProcessingParameterDateTime.Type.Date, None, optional=True
        )


def state_of(algorithm: Any, parameters: dict[str, Any], context: Any) -> PlanState:
    """The state that the parameters tell."""
    days = {one: day_of(algorithm, parameters, one.upper(), context) for one in DATES}
    return PlanState(algorithm.parameterAsEnum(parameters, STATE, context), **days)


def day_of(algorithm: Any, parameters: dict[str, Any], name: str, context: Any) -> date | None:
    """The day that a parameter is given, None for none."""
    told = algorithm.parameterAsDateTime(parameters, name, context)
    return told.date().toPyDate() if told.isValid() else None


def refusal_of_state(algorithm: Any, parameters: dict[str, Any], context: Any) -> str:
    """Why state and dates are refused together; "" where they are not."""
    try:
        refuse_contradictions(state_of(algorithm, parameters, context))
    except HeritageError as error:
        return tr_message(error)
    return ""
