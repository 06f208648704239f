"""The parameters that say which theme holds which building, the same for every tool that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber

from ...core.landscape.rule import COUNTED, MIN_SHARE, MembershipRule
from ..translation import tr

if TYPE_CHECKING:
    from ..run import Run

SHARE, STATUSES = "MIN_SHARE", "STATUSES"


def share_parameter() -> QgsProcessingParameterNumber:
    """How much of a building must lie in a theme."""
    return QgsProcessingParameterNumber(
        SHARE,
        tr("Share of a building that must lie in a theme, %"),
        QgsProcessingParameterNumber.Type.Double,
        100 * MIN_SHARE,
        minValue=0.0,
        maxValue=100.0,
    )


def statuses_parameter(label: str) -> QgsProcessingParameterEnum:
    """Which designations count, in the order of COUNTED."""
    options = [
        tr("In force, of unknown status, and proposed"),
        tr("In force and of unknown status"),
        tr("In force only"),
    ]
    return QgsProcessingParameterEnum(STATUSES, label, options, defaultValue=0)


def membership_rule(run: Run) -> MembershipRule:
    """The rule that a run was given."""
    return MembershipRule(COUNTED[run.choice(STATUSES)], run.number(SHARE) / 100)
