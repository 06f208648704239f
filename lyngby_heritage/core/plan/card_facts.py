"""What the layers of a package say of one building: all that its card is made from.

None means that the layer which would tell it is not there; an empty text or tuple, that it is and has nothing to tell.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..common.cells import cell_text
from ..designation.decisions import Decision
from ..registers.values import read_number
from .may_i import Answer


@dataclass(frozen=True)
class Neighbour:
    """A neighbour that the building was compared with."""

    id: str
    called: str
    """Its address; "" where nobody knows it."""
    likeness: float | None
    """0-1; None where the layer does not say."""
    alike: tuple[str, ...]
    """What the two are alike in, in words (`reasons.words_of_pair`)."""
    different: tuple[str, ...]
    public: bool = True
    """Whether the public may be told which building it is."""


@dataclass(frozen=True)
class HeldBy:
    """A theme of the landscape that holds the building."""

    name: str
    proposed: bool = False
    legal: str = ""
    """The legal ground, "" where it is not told."""


@dataclass(frozen=True)
class Plot:
    """A row of checkplotratio: the plot that the building stands on."""

    number: int | None
    ratio: float | None
    allowed: float | None
    ratio_source: str
    storeys: float | None
    allowed_storeys: float | None
    storeys_source: str
    status_ratio: str
    status_storeys: str
    status: str
    remark: str
    """The sum, written out."""

    @staticmethod
    def of_row(row: Mapping[str, Any]) -> Plot:
        """A row of the layer by its field names; what it lacks is unknown."""
        texts = {
            name: cell_text(row.get(field)) or ""
            for name, field in (
                ("ratio_source", "procent_kilde"),
                ("storeys_source", "etager_kilde"),
                ("status_ratio", "status_procent"),
                ("status_storeys", "status_etager"),
                ("status", "status"),
                ("remark", "bemaerkning"),
            )
        }
        number = _figure(row.get("grund_nr"))
        return Plot(
            number=None if number is None else int(number),
            ratio=_figure(row.get("bebyggelsesprocent")),
            allowed=_figure(row.get("tilladt_procent")),
            storeys=_figure(row.get("etager")),
            allowed_storeys=_figure(row.get("tilladt_etager")),
            **texts,
        )


@dataclass(frozen=True)
class PlanOver:
    """A lokalplan that the building lies in."""

    called: str
    """As of `plan_called`."""
    adopted: datetime.date | None = None
    preserves: bool = False
    """Whether the register says that it has provisions on preservation."""


@dataclass(frozen=True)
class Facts:
    """What is known of the building."""

    id: str
    address: str
    save: int | None
    ground: str
    """The code of `udpegning`."""
    designated: bool
    reason: str
    apart: str = ""
    """Of `shown_classes.APART` where the plan names the building apart: listed, or a church."""
    number: int | None = None
    """The running number by which the plan names the building."""
    year: int | None = None
    use: str = ""
    parcels: str = ""
    """Numbers with their districts, as `parcel_names` gives them."""
    story: str = ""
    environment: str = ""
    standing: str = ""
    """The code of `gaeldende_udpegning`; "" where it is not known."""
    in_force: bool = False
    """Whether the plan that the card is of is in force, so that what it designates is designated today."""
    certainty: float | None = None
    """`sikkerhed`, 0-1."""
    placed: bool = True
    """Whether it has a place on the map."""
    themes: tuple[HeldBy, ...] | None = None
    themes_layer: bool = True
    """Whether the layer that the themes are read from is there: without it nobody looked, which is not an answer."""
    unknown_themes: tuple[str, ...] = ()
    """Names of themes that no layer could tell about."""
    neighbours: tuple[Neighbour, ...] | None = None
    counted: tuple[int, int] | None = None
    """How many of how many neighbours are alike, as the run counted that wrote `reason` (`naboer_ens`, `naboer`)."""
    alike_from: float | None = None
    """The likeness from which two buildings are alike, 0-1, where it is known what the run was decided by."""
    plots: tuple[Plot, ...] | None = None
    plans: tuple[PlanOver, ...] | None = None
    sub_values: Mapping[str, int] = field(default_factory=dict)
    """SAVE's parameters that are assessed, 1-9, by concept (`registration.SUB_VALUES`)."""
    fbb_id: str = ""
    """Its number in the register FBB."""
    answers: tuple[Answer, ...] = ()
    """What the plan's provisions answer its owner; () where they bind the building to nothing, or nobody knows them."""
    before_answers: str = ""
    of_land: str = ""
    """What holds on its parcel where the plan binds that and not the building (`may_i.said_of_land`), or may come to
    bind it (`said_of_environment`), else ""."""
    decision: Decision | None = None
    """A decision that people wrote and no run has used yet."""


def counted_neighbours(row: Mapping[str, Any]) -> tuple[int, int] | None:
    """`Facts.counted` of a row of classifybuildings by its field names; None where it does not say.

    >>> counted_neighbours({"naboer": 5, "naboer_ens": 4}), counted_neighbours({"naboer": None})
    ((4, 5), None)
    """
    alike, count = (_figure(row.get(name)) for name in ("naboer_ens", "naboer"))
    return None if alike is None or count is None else (int(alike), int(count))


def _figure(raw: Any) -> float | None:
    value = read_number(raw)
    return None if value is None or value != value else float(value)
