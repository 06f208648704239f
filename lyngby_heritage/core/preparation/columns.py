"""The columns of the building layer: what each of the registers says of a building, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..registers.dwellings import registered
from ..registers.rows import READERS, Attributes, BbrBuildingRows, FootprintRows, SaveRows
from ..registers.storeys import Additions, Storeys, completed, no_storeys
from ..registers.versions import Versions, status_text
from .choice import NO_ROW

ADDITIONS = ("roof_storey_area", "basement_area", "deep_basement_area", "unstated_basement_area")
"""What storeys add, in the order of Additions."""


@dataclass(frozen=True)
class Joined:
    """The registers, and how their rows were put together: buildings are BBR's, then polygons that it does not know."""

    save: SaveRows
    bbr: BbrBuildingRows | None
    footprints: FootprintRows | None
    versions: Versions
    storeys: Storeys | None
    bbr_rows: Integers
    """BBR's row of each of its buildings."""
    bbr_numbers_known: Mapping[str, Floats]
    """The numbers of BBR's rows by concept, with those of further rows of the same building in their gaps."""
    first_polygon: Integers
    """The first polygon of each building, NO_ROW for none."""
    dwellings: Floats
    """What the units of each building say, NaN where they say nothing."""
    near: Booleans
    """SAVE rows that are joined by distance alone, (rows,)."""


class Columns:
    """The columns of the result: BBR before the polygon's own attributes, and those before what FBB's row says."""

    def __init__(self, work: Joined, kept: Integers, save_row: Integers, other_row: Integers) -> None:
        self.work = work
        self.count = len(save_row)
        own = len(kept)
        bbr_count = len(work.bbr_rows)
        self.bbr_row = np.full(self.count, NO_ROW, dtype=np.intp)
        from_bbr = np.flatnonzero(kept < bbr_count)
        self.bbr_row[from_bbr] = work.bbr_rows[kept[from_bbr]]
        self.polygon_row = np.full(self.count, NO_ROW, dtype=np.intp)
        self.polygon_row[:own] = work.first_polygon[kept]
        self.save_row = save_row
        self.kept = kept
        # What FBB's row says beside the value holds for its own building, not for one that merely lies near.
        self.save_rows = [save_row] if (other_row == NO_ROW).all() else [save_row, other_row]
        near = np.append(work.near, False)  # the last stands for NO_ROW
        self.sure_rows = [np.where(near[rows], NO_ROW, rows) for rows in self.save_rows]

    def sources(self, sure: bool = True) -> list[tuple[Attributes, Integers]]:
        """The registers in their order, each with its row of every building; `sure`: none that merely lies near."""
        work = self.work
        found: list[tuple[Attributes, Integers]] = []
        if work.bbr is not None:
            found.append((replace(work.bbr.attributes, numbers=dict(work.bbr_numbers_known)), self.bbr_row))
        if work.footprints is not None:
            found.append((work.footprints.attributes, self.polygon_row))
        return [*found, *((work.save.attributes, rows) for rows in (self.sure_rows if sure else self.save_rows))]

    def number(self, concept: str) -> Floats:
        """One of READERS, (n,), NaN where no register says."""
        out = np.full(self.count, np.nan)
        for attributes, rows in self.sources():
            if concept in attributes.numbers:
                gap = np.flatnonzero(np.isnan(out) & (rows != NO_ROW))
                out[gap] = attributes.numbers[concept][rows[gap]]
        return out

    def numbers(self) -> dict[str, Floats]:
        """All of READERS: dwellings from the units before the building's own count, storeys as `additions` says."""
        found = {concept: self.number(concept) for concept in READERS}
        told = registered(found["use"], self.unit_dwellings())
        found["dwellings"] = np.where(np.isnan(told), found["dwellings"], told)
        return found | self.additions()

    def unit_dwellings(self) -> Floats:
        """The dwellings that the units of each building tell of, (n,), NaN where they tell of none."""
        out = np.full(self.count, np.nan)
        out[: len(self.kept)] = self.work.dwellings[self.kept]
        return out

    def additions(self) -> dict[str, Floats]:
        """What the storeys add: as they say, else as the registers of buildings do."""
        own = Additions(*(self.number(concept) for concept in ADDITIONS))
        work, storeys = self.work, no_storeys(self.count)
        if work.storeys is not None:
            storeys = work.storeys.of(self.kept, self.count)
        found = completed(storeys, own)
        return dict(zip(ADDITIONS, (found.roof, found.basement, found.deep, found.depth_unstated)))

    def status(self) -> list[str]:
        """BBR's status of each building, and of a SAVE row whose building is gone that of the row that says so."""
        bbr = self.work.bbr
        if bbr is None or bbr.lives.foreign:
            return [""] * self.count
        return [status_text(bbr.lives, row) if row != NO_ROW else "" for row in self.told_by()]

    def until(self) -> list[str]:
        """The end of the version, where BBR has no other of the building."""
        bbr = self.work.bbr
        return [bbr.lives.until[row] if bbr is not None and row != NO_ROW else "" for row in self.told_by()]

    def told_by(self) -> list[int]:
        """The row of BBR that says whether each building stands, NO_ROW where none does."""
        gone, save = self.work.versions.gone_row, self.work.save
        return [
            bbr if bbr != NO_ROW or row == NO_ROW else gone.get(save.ids[row], NO_ROW)
            for bbr, row in zip(self.bbr_row.tolist(), self.save_row.tolist())
        ]

    def listed(self) -> Floats:
        """Listed where any of the registers says so."""
        out = np.full(self.count, np.nan)
        for attributes, rows in self.sources():
            there = np.flatnonzero(rows != NO_ROW)
            out[there] = np.fmax(out[there], attributes.listed[rows[there]])
        return out

    def text(self, name: str) -> list[str]:
        """A column of Attributes, "" where no register says."""
        out = [""] * self.count
        for attributes, rows in self.sources(sure=name != "address"):
            values: Sequence[str] = getattr(attributes, name)
            out = [text or (values[row] if row != NO_ROW else "") for text, row in zip(out, rows.tolist())]
        return out

    def ids(self) -> list[str]:
        """BBR's id; else the polygon's or FBB's BBR id; else FBB's or GeoDanmark's own, marked with its register."""
        work = self.work
        out = []
        fbb = [_marked("fbb", one) for one in self.fbb_ids()]
        theirs = [one or own for one, own in zip(self.of_save(work.save.written_ids), fbb)]
        for bbr, polygon, save in zip(self.bbr_row.tolist(), self.polygon_row.tolist(), theirs):
            found = work.bbr.written_ids[bbr] if work.bbr is not None and bbr != NO_ROW else ""
            if not found and polygon != NO_ROW and work.footprints is not None:
                found = work.footprints.written_ids[polygon]
            found = found or save
            if not found and polygon != NO_ROW and work.footprints is not None:
                found = _marked("geodanmark", work.footprints.own_ids[polygon])
            out.append(found)
        return out

    def of_save(self, *columns: Sequence[str]) -> list[str]:
        """The first text of these columns that the SAVE rows of each building have."""
        out = [""] * self.count
        for rows in self.save_rows:
            for values in columns:
                out = [text or (values[row] if row != NO_ROW else "") for text, row in zip(out, rows.tolist())]
        return out

    def bbr_numbers(self) -> list[str]:
        """BBR's own number, else FBB's, else one made of municipality, property and building."""
        work, out = self.work, []
        theirs = self.of_save(work.save.numbers, work.save.written_numbers)
        for bbr, polygon, save in zip(self.bbr_row.tolist(), self.polygon_row.tolist(), theirs):
            found = work.bbr.written_numbers[bbr] if work.bbr is not None and bbr != NO_ROW else ""
            found = found or save
            if not found and work.bbr is not None and bbr != NO_ROW:
                found = _whole(work.bbr.numbers[bbr])
            if not found and work.footprints is not None and polygon != NO_ROW:
                found = _whole(work.footprints.numbers[polygon])
            out.append(found)
        return out

    def fbb_ids(self) -> list[Any]:
        """FBB's own id as delivered, None for none."""
        ids = [*self.work.save.fbb_ids, None]  # the last stands for NO_ROW
        found = [[ids[row] for row in rows.tolist()] for rows in self.save_rows]
        return [next((one for one in each if one is not None), None) for each in zip(*found)]

    def save_values(self) -> npt.NDArray[np.int8]:
        """The SAVE values of the rows that count, as of `read_save_values`."""
        values = np.append(self.work.save.save, np.int8(0))  # the last stands for NO_ROW
        out: npt.NDArray[np.int8] = values[self.save_row]
        return out


def _whole(numbers: Sequence[str]) -> str:
    """The first BBR number that names its municipality."""
    return next((one for one in numbers if one.count("-") > 1), "")


def _marked(register: str, own_id: Any) -> str:
    text = "" if own_id is None else str(own_id).strip()
    return f"{register}:{text}" if text else ""
