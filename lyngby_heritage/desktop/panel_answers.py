"""What a person answered in a tool's own window: kept as the answer to what the steps ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QDate, QDateTime

from ..processing.inputs.parameters import is_blank
from .panel_form import Turn, answer
from .panel_state import PanelState
from .panel_steps import EVERY

ISO = "yyyy-MM-dd"


def answers_in(
    turn: Turn, parameters: Mapping[str, Any], state: PanelState, kept: Callable[[Any], Any]
) -> dict[str, str | int | float]:
    """Key of a question → what the parameters of a tool's window say otherwise than was known.

    `kept` gives of a layer of the project its file.
    """
    asked = {one.key: one for step in EVERY for one in step.asks if one.key in turn.given}
    said: dict[str, str | int | float] = {}
    for key, ask in asked.items():
        value = kept(parameters.get(key))
        if isinstance(value, QDateTime):
            value = value.date()
        if isinstance(value, QDate):
            value = value.toString(ISO)
        if not is_blank(value) and isinstance(value, (str, int, float)) and str(value) != answer(ask, state):
            said[key] = value
    return said
