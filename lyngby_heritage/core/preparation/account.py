"""The account of a run: for each input how many rows came in, and what became of every one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.data import load
from ..common.errors import Note, listed, note_in_both, warning_in_both
from ..designation.notes import unreadable_note
from ..neighbourhood.buildings import is_main
from ..registers.left_out import status_notes, storey_notes, why_kind
from ..registers.rows import BbrBuildingRows, BbrStoreyRows, SaveRows, has_value
from ..registers.storeys import UNPLACED
from ..registers.units import BbrUnitRows
from ..registers.versions import Life
from .differing import LAYERS
from .footprints import Footprint
from .links import Link
from .outcome import GHOST, MERGED, Prepared, Shape

# Outcome of a row → how the account calls it, in English and in Danish; the order is that of the account.
SAVE_WORDS = {
    Link.UUID: ("joined by BBR id", "koblet på BBR-id"),
    Link.NUMBER: ("joined by BBR number", "koblet på bbrnummer"),
    Link.DISTANCE: ("joined by distance", "koblet efter afstand"),
    Link.GONE: ("unmatched, the building is gone from BBR", "ikke koblet, bygningen er udgået af BBR"),
    Link.NOTHING_NEAR: ("unmatched, no free building near", "ikke koblet, ingen ledig bygning i nærheden"),
    Link.TAKEN: (
        "unmatched, another row is as near or nearer",
        "ikke koblet, en anden række er lige så nær eller nærmere",
    ),
    Link.OTHER_ADDRESS: (
        "unmatched, what is near has another house number",
        "ikke koblet, det nærliggende har et andet husnummer",
    ),
    Link.NO_PLACE: ("unmatched, no geometry", "ikke koblet, ingen geometri"),
    Link.NO_BUILDINGS: ("no buildings to join to", "ingen bygninger at koble til"),
    MERGED: ("merged with the same building in the other layer", "flettet med samme bygning i det andet lag"),
}
FOOTPRINT_WORDS = {
    Footprint.BY_ID: ("joined by BBR id", "koblet på BBR-id"),
    Footprint.FURTHER: ("merged as further polygons of a building", "flettet som flere flader om samme bygning"),
    Footprint.BY_PLACE: ("joined by the point inside", "koblet på punktet i fladen"),
    Footprint.OWN: ("buildings of their own", "egne bygninger"),
    Footprint.NO_BBR: ("unmatched, unknown to BBR", "ikke koblet, ukendt i BBR"),
    Footprint.GONE: ("unmatched, the building is gone from BBR", "ikke koblet, bygningen er udgået af BBR"),
    Footprint.NO_PLACE: ("unmatched, no geometry", "ikke koblet, ingen geometri"),
}


def _dropped_words() -> dict[int, tuple[str, str]]:
    told = {one: why_kind(one) for one in Life if one > Life.REPEATED}
    return {one: (f"dropped, {english}", f"udeladt, {danish}") for one, (english, danish) in told.items()}


def _bbr_words() -> dict[int, tuple[str, str]]:
    return {
        Life.CURRENT: ("buildings", "bygninger"),
        Life.REPEATED: ("merged as further rows of the same building", "flettet som flere rækker om samme bygning"),
        **_dropped_words(),
        GHOST: ("unmatched, no place and no year", "ikke koblet, uden placering og uden år"),
    }


def _storey_words() -> dict[int, tuple[str, str]]:
    return {
        Life.CURRENT: ("counted", "talt med"),
        **_dropped_words(),
        UNPLACED: ("unmatched, building not in the result", "ikke koblet, bygningen er ikke i resultatet"),
    }


@dataclass(frozen=True)
class Entry:
    """One input's account: its rows, and how many had each outcome (English words, Danish words, count)."""

    layer: str
    rows: int
    outcomes: list[tuple[str, str, int]] = field(default_factory=list)

    def notes(self) -> list[Note]:
        """The account as lines of a table, with the sum that proves that no row is missing."""
        width = max([len(f"{self.rows:,}"), 7])
        named: dict[str, Any] = {"layer": self.layer, "rows": self.rows}
        lines = [note_in_both("{layer}: {rows:row|rows}", "{layer}: {rows:række|rækker}", **named)]
        if not self.rows:
            return [warning_in_both("{layer} is empty.", "{layer} er tom.", layer=self.layer)]
        for english, danish, count in self.outcomes:
            if count:
                lines.append(
                    note_in_both(f"{{count:>{width},}}  {english}", f"{{count:>{width},}}  {danish}", count=count)
                )
        total = sum(count for _, _, count in self.outcomes)
        figures = {"total": total, "missing": self.rows - total}
        say = note_in_both if total == self.rows else warning_in_both
        lines.append(
            say(
                f"{{total:>{width},}}  in all, {{missing}} unaccounted for",
                f"{{total:>{width},}}  i alt, {{missing}} uden forklaring",
                **figures,
            )
        )
        return lines


def account(prepared: Prepared, layers: Mapping[str, str]) -> list[Entry]:
    """The account of every input that was given; `layers` holds what each is called."""
    save = np.where(prepared.merged, np.int8(MERGED), prepared.links.link)
    second = prepared.save_layer == 1
    outcomes: list[tuple[str, npt.NDArray[np.int8] | None, Mapping[Any, tuple[str, str]]]] = [
        ("SAVE", save[prepared.save_layer == 0], SAVE_WORDS),
        ("SAVE_SECOND", save[second] if second.any() or "SAVE_SECOND" in layers else None, SAVE_WORDS),
        ("FOOTPRINTS", prepared.footprint_outcome, FOOTPRINT_WORDS),
        ("BBR", prepared.bbr_outcome, _bbr_words()),
        ("FLOORS", prepared.floor_outcome, _storey_words()),
        ("UNITS", prepared.unit_outcome, _storey_words()),
    ]
    entries = []
    for name, outcome, words in outcomes:
        if outcome is not None:
            counts = np.bincount(outcome, minlength=1 + max(words))
            counted = [(english, danish, int(counts[code])) for code, (english, danish) in words.items()]
            entries.append(Entry(layers.get(name, name), len(outcome), counted))
    return entries


def dropped(prepared: Prepared) -> int:
    """How many rows of BBR are left out because BBR itself says that they do not hold."""
    return sum(
        int(((outcome > Life.REPEATED) & (outcome <= Life.OLDER)).sum())
        for outcome in (prepared.bbr_outcome, prepared.floor_outcome, prepared.unit_outcome)
        if outcome is not None
    )


def of_status(
    prepared: Prepared,
    bbr: BbrBuildingRows | None,
    floors: BbrStoreyRows | None,
    layers: Mapping[str, str],
    units: BbrUnitRows | None = None,
) -> list[Note]:
    """What must be known of the status of BBR's rows, and of its storeys; `layers` holds what each is called."""
    notes = []
    tables: list[tuple[str, BbrBuildingRows | BbrStoreyRows | BbrUnitRows | None, npt.NDArray[np.int8] | None]] = [
        ("BBR", bbr, prepared.versions.life),
        ("FLOORS", floors, prepared.floor_outcome),
        ("UNITS", units, prepared.unit_outcome),
    ]
    for name, rows, life in tables:
        if rows is not None and life is not None:
            notes += status_notes(layers[name], life, rows.lives)
    if prepared.storeys is not None:
        notes += storey_notes(layers["FLOORS"], prepared.storeys)
    return notes


def preparation_notes(
    prepared: Prepared, save: SaveRows, unreadable: Sequence[tuple[str, Mapping[str, Counter[str]]]], marks: bool
) -> list[Note]:
    """What the planner must know of the result; `unreadable` holds (layer, concept → values) of each input."""
    notes = [
        unreadable_note(concept, values, layer) for layer, found in unreadable for concept, values in found.items()
    ]
    notes += _of_save_values(prepared, save)
    by_distance = np.flatnonzero(prepared.link == Link.DISTANCE)
    if len(by_distance):
        notes.append(
            note_in_both(
                "{count:SAVE value was|SAVE values were} joined by distance alone. Look at "
                "{count:=it before it is|them before they are} used: {examples}.",
                "{count:SAVE-værdi|SAVE-værdier} er koblet alene efter afstand. Kontrollér "
                "{count:=den, før den|dem, før de} bruges: {examples}.",
                count=len(by_distance),
                examples=_called(prepared, by_distance),
            )
        )
    on_secondary = by_distance[~is_main(prepared.attributes["use"][by_distance])]
    if len(on_secondary):
        notes.append(
            warning_in_both(
                "{count:SAVE value was|SAVE values were} joined by distance to a garage, shed or other secondary "
                "building. Look at "
                "{count:=it|them}: {examples}.",
                "{count:SAVE-værdi|SAVE-værdier} er efter afstand koblet til en garage, et udhus eller en anden "
                "sekundær bygning. "
                "Kontrollér {count:=den|dem}: {examples}.",
                count=len(on_secondary),
                examples=_called(prepared, on_secondary),
            )
        )
    metres = load("rules/preparation.json")["far_m"]
    far = np.flatnonzero((prepared.link >= 0) & (prepared.link < Link.DISTANCE) & (prepared.distance > metres))
    if len(far):
        notes.append(
            warning_in_both(
                "{count:SAVE point lies|SAVE points lie} more than {metres} m from the building that "
                "{count:=it names|they name}: {examples}.",
                "{count:SAVE-punkt|SAVE-punkter} ligger mere end {metres} m fra den bygning, {count:=det|de} peger "
                "på: {examples}.",
                count=len(far),
                metres=round(metres),
                examples=_called(prepared, far),
            )
        )
    return notes + _of_places(prepared, marks)


def joined_by_no_id(prepared: Prepared, rows: Mapping[str, Any], fields: Mapping[str, str]) -> list[Note]:
    """Says loudly which inputs have no row that is joined by BBR's id.

    `rows` holds the rows of each input or None; `fields` what each is called, with the field its ids were read from.
    """
    joined, by_id = prepared.links.link == Link.UUID, {}
    for layer, name in enumerate(LAYERS):
        if rows.get(name) is not None:
            by_id[name] = int((joined & (prepared.save_layer == layer)).sum())
    if prepared.footprint_outcome is not None and rows["BBR"] is not None:
        by_id["FOOTPRINTS"] = int((prepared.footprint_outcome <= Footprint.FURTHER).sum())
    if prepared.floor_outcome is not None:
        by_id["FLOORS"] = int((prepared.floor_outcome == Life.CURRENT).sum())
    if prepared.unit_outcome is not None:
        by_id["UNITS"] = int((prepared.unit_outcome == Life.CURRENT).sum())
    if rows["BBR"] is None and rows["FOOTPRINTS"] is None:
        return []
    buildings = fields["BBR" if rows["BBR"] is not None else "FOOTPRINTS"]
    return [
        warning_in_both(
            "NOT ONE of {count:row|rows} in {layer} is joined by BBR's id. Do its ids and those of {buildings} belong "
            "to the same register and the same town? Read: {ours}; {theirs}.",
            "IKKE ÉN af {count:række|rækker} i {layer} er koblet på BBR-id. Hører id'erne og dem i {buildings} til "
            "samme register og samme kommune? Læst: {ours}; {theirs}.",
            count=len(rows[name]),
            layer=fields[name],
            buildings=buildings,
            ours=_example(rows[name]),
            theirs=_example(rows["BBR"] if rows["BBR"] is not None else rows["FOOTPRINTS"]),
        )
        for name, joined in by_id.items()
        if not joined and len(rows[name])
    ]


def _example(rows: Any) -> str:
    """An id as it is compared, so that the reader sees what kind it is of."""
    ids = getattr(rows, "buildings", rows.ids)
    return next((f"'{one}'" for one in ids if one), "-")


def _of_save_values(prepared: Prepared, save: SaveRows) -> list[Note]:
    notes = []
    unvalued = int((~has_value(save.save)).sum())
    if unvalued:
        notes.append(
            note_in_both(
                "{count:SAVE row carries|SAVE rows carry} no value 1-9: not assessed, which is no low value.",
                "{count:SAVE-række|SAVE-rækker} har ingen værdi 1–9: ikke vurderet, og ikke en lav værdi.",
                count=unvalued,
            )
        )
    joined = prepared.links.building >= 0
    in_layer = 2 * prepared.links.building[joined] + prepared.save_layer[joined]  # each of two layers may have one
    places, times = np.unique(in_layer, return_counts=True)
    several = np.unique(places[times > 1] // 2)
    if len(several):
        notes.append(
            note_in_both(
                "{count:building has|buildings have} several SAVE rows; each comes out once.",
                "{count:bygning|bygninger} har flere SAVE-rækker; hver kommer ud én gang.",
                count=len(several),
            )
        )
    if prepared.save_values:
        examples = [
            f"{prepared.called(row)} ({', '.join(map(str, values))} → {int(prepared.save[row])})"
            for row, values in sorted(prepared.save_values.items())
        ]
        notes.append(
            warning_in_both(
                "To be settled: {count:building has|buildings have} SAVE rows that disagree. Used is the row joined "
                "most surely, of "
                "equally sure ones the first in the layer, never the better value: {examples}.",
                "Til afklaring: {count:bygning|bygninger} har SAVE-rækker, der er uenige. Brugt er den, der er "
                "koblet sikrest, "
                "af lige sikre den første i laget, og aldrig den bedste værdi: {examples}.",
                count=len(prepared.save_values),
                examples=listed(examples),
            )
        )
    return notes


def _called(prepared: Prepared, rows: npt.NDArray[np.intp]) -> str:
    return listed([prepared.called(row) for row in rows.tolist()])


def _of_places(prepared: Prepared, marks: bool) -> list[Note]:
    notes = []
    pointed = int(((prepared.shape == Shape.BBR_POINT) | (prepared.shape == Shape.SAVE_POINT)).sum())
    if marks and pointed:
        notes.append(
            note_in_both(
                "{count} of {all:building|buildings} {count:=has|have} no footprint. In this layer of polygons a "
                "square of 0.1 m marks their "
                "place; its area is no footprint, and the field 'geometri' says so.",
                "{count} af {all:bygning|bygninger} har intet fodaftryk. I dette fladelag viser en firkant på 0,1 m "
                "stedet; "
                "dens areal er intet fodaftryk, og feltet 'geometri' siger det.",
                count=pointed,
                all=len(prepared),
            )
        )
    nowhere = int((prepared.shape == Shape.NONE).sum())
    if nowhere:
        notes.append(
            warning_in_both(
                "{count:building has|buildings have} no place at all; {count:=it comes|they come} out without "
                "geometry.",
                "{count:bygning|bygninger} har slet ingen placering; {count:=den|de} kommer ud uden geometri.",
                count=nowhere,
            )
        )
    return notes
