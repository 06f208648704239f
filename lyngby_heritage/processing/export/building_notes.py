"""What the log says of the layer of buildings: each building by its address or parcel, so that a person finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...core.common.errors import Note, listed
from ...core.designation.chosen_values import designation_texts
from ...core.plan.provision_lists import numbers_out_of_use
from ...core.plan.told_buildings import told_buildings
from ..translation import mark

if TYPE_CHECKING:
    from ...core.plan.content import Buildings, Plan
    from .inputs import ReadBuildings


def building_notes(read: ReadBuildings, plan: Plan, parcels_of_hidden: Sequence[str]) -> list[Note]:
    """What could not be read, what the lists lack, and what is withheld; the plan has its parcels by now."""
    return [*_notes(read, plan), *_of_withheld(read.hidden, parcels_of_hidden)]


def number_notes(plan: Plan) -> list[Note]:
    """The numbers of an earlier plan that no building has any more; the plan has its numbers by now."""
    gone = numbers_out_of_use(plan)
    if not gone:
        return []
    text = mark(
        "{count:number|numbers} of an earlier plan {count:=is|are} not in use any more, since this one does not name "
        "{count:=its building|their buildings}: {examples}. No other building gets {count:=it|them}, and annex 1 of "
        "the provisions names {count:=it|them}."
    )
    return [Note(text, {"count": len(gone), "examples": listed(gone)})]


def _of_withheld(hidden: Buildings, parcels: Sequence[str]) -> Iterator[Note]:
    """What is withheld, in the log alone: whoever runs the tool must find it in the register. No address is said."""
    if len(hidden):
        yield _warning(
            mark(
                "{count:building that the register keeps from the public is|buildings that the register keeps from the "
                "public are} in the GeoPackage alone (offentlig = no), and on no map, in no document and not on the "
                "website: {examples}."
            ),
            told_buildings(hidden, range(len(hidden)), parcels, addressed=False),
        )
    designated = np.flatnonzero(hidden.designated).tolist()
    if designated:
        yield _warning(
            mark(
                "{count:of them is|of them are} designated (listed buildings and churches not counted), and a plan "
                "that does not name a building cannot bind its owner: {examples}. Have the register corrected, or "
                "leave them out of the plan by a decision."
            ),
            told_buildings(hidden, designated, parcels, addressed=False),
        )


def _notes(read: ReadBuildings, plan: Plan) -> Iterator[Note]:
    buildings = plan.buildings
    if read.unsaid:
        yield _warning(
            mark(
                "{count:building says|buildings say} neither yes nor no in the field 'udpeget', and {count:=is|are} "
                "not listed as designated: "
                "{examples}."
            ),
            told_buildings(buildings, read.unsaid, plan.parcels),
        )
    known = {one["code"] for one in designation_texts()["classes"]}
    # A row that says nothing at all is told of above; one that is designated on no ground is strange.
    silent = any(yes and not ground for ground, yes in zip(buildings.ground, buildings.decided.tolist()))
    strange = [one or "''" for one in sorted(set(buildings.ground) - known) if one or silent]
    if strange:
        yield _warning(
            mark("{count:code|codes} in the field 'udpegning' {count:=is|are} not known to this version: {examples}."),
            strange,
        )
    designated = [row for row, yes in enumerate(buildings.designated.tolist()) if yes]
    nowhere = [row for row in designated if buildings.geometries[row] is None]
    if nowhere:
        yield _warning(
            mark(
                "{count:designated building has|designated buildings have} no geometry, so {count:=it is|they are} "
                "in the annex but on no map: {examples}."
            ),
            told_buildings(buildings, nowhere, plan.parcels),
        )
    nameless = [row for row in designated if not buildings.addresses[row]]
    if nameless:
        yield _warning(
            mark("{count:designated building has|designated buildings have} no address: {examples}."),
            told_buildings(buildings, nameless, plan.parcels),
        )
    if buildings.listed.any():
        yield Note(
            "{count:listed building stands|listed buildings stand} apart from the designated ones, outside the "
            "provisions.",
            {"count": int(buildings.listed.sum())},
        )
    if not designated:
        yield Note("No building is designated: the annex of designated buildings is empty.", warning=True)
    if read.repaired:
        yield Note(
            "{count:invalid geometry was|invalid geometries were} repaired for the computation; the package keeps "
            "{count:=it|them}.",
            {"count": read.repaired},
            warning=True,
        )


def _warning(template: str, examples: list[str]) -> Note:
    return Note(template, {"count": len(examples), "examples": listed(examples, between="; ")}, warning=True)
