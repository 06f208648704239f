"""What stands in the panel below its steps. A further section is a further entry of `SECTIONS`, and no code there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtWidgets import QWidget

from .panel_work import PanelWork


@dataclass(frozen=True)
class Section:
    """A part of the panel: what makes its widget, given the work behind the panel."""

    key: str
    make: Callable[[PanelWork], QWidget]


SECTIONS: tuple[Section, ...] = ()
"""The sections in their order."""
