"""Widgets of our own in a tool's dialog, and QGIS's own elsewhere: in the rows of a batch and the steps of a model."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..processing.dialog import WIDGET


def is_of_dialog(dialog: Any) -> bool:
    """Whether a widget is for a tool's own dialog, and neither for a row of a batch nor for a step of a model."""
    return bool(_wrappers().dialogTypes.get(type(dialog).__name__, standard()) == standard())


def standard() -> Any:
    """QGIS's word for a widget of a tool's own dialog, which is another in QGIS 4."""
    return _wrappers().DIALOG_STANDARD


def of_qgis(parameter: Any, dialog: Any, row: int, column: int) -> Any:
    """The wrapper that QGIS makes of its own for a parameter."""
    ours = parameter.metadata()
    parameter.setMetadata({name: value for name, value in ours.items() if name != WIDGET})
    try:
        return _wrappers().WidgetWrapperFactory.create_wrapper(parameter, dialog, row, column)
    finally:
        parameter.setMetadata(ours)


_HELD: dict[int, QWidget] = {}
"""The boxes in open dialogs. QGIS makes Python objects of its own for them, whereupon nothing in Python holds ours, but
their C++ halves still know ours: freed, its memory would be marked as deleted, whoever has it by then."""


def boxed(widget: QWidget, parameter: Any) -> QWidget:
    """A parameter's widget in another: QGIS takes what it is given out of Python's hands, and what is inside stays."""
    box = QWidget()
    box.setToolTip(parameter.toolTip())
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    key = id(box)
    _HELD[key] = box
    box.destroyed.connect(lambda: _HELD.pop(key, None))
    return box


def _wrappers() -> Any:
    """What Processing makes its widgets with, which there is at the desktop only; no stub tells of it."""
    return import_module("processing.gui.wrappers")
