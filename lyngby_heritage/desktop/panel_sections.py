"""What stands within the panel's steps and below them: a further section is a further entry of `SECTIONS`, no code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from .panel_part import Part
from .panel_steps import DESIGNATE
from .panel_work import PanelWork


@dataclass(frozen=True)
class Section:
    """A part of the panel: what makes it, given the work behind the panel; None where it cannot be made here."""

    key: str
    make: Callable[[PanelWork], Part | None]
    step: str = ""
    """The key of the step that it stands in, below its buttons; empty: below the steps."""


def _thresholds(work: PanelWork) -> Part | None:
    if not has_libraries():
        return None  # the panel says what is missing, and how to get it
    from .thresholds_view import ThresholdsView

    return ThresholdsView(work.project, work)


SECTIONS: tuple[Section, ...] = (Section("thresholds", _thresholds, DESIGNATE),)
"""The sections in their order."""


def has_libraries() -> bool:
    """Whether the libraries are there that the card and the sliders count with."""
    return all(find_spec(one) is not None for one in ("numpy", "shapely"))
