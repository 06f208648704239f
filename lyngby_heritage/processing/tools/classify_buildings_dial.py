"""What a run of `classifybuildings` puts in its report so that thresholds can be moved there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...core.designation.dial import Dial


def dial_of(run: Any) -> Dial | None:
    """The dial of a run that has classified, made while the parcels are still there; None where no report is asked for.

    A run at the desktop writes nothing, and has no outputs.
    """
    if run.outputs is None or not run.outputs.wanted("OUTPUT_HTML"):
        return None
    from ...core.common.addresses import building_called
    from ...core.designation.dial import make_dial

    apart = run.beside_addresses(run.classified.buildings)
    names = [building_called(one, run.address_of.get(one), told) for one, told in zip(run.rows.labels, apart)]
    return make_dial(run.classified, run.settings, names, run.withheld, run.high_around(), run.check)
