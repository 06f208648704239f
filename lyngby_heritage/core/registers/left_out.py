"""Says which rows of BBR are left out, and why: the same words in every tool's log, report and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..common.errors import Note, listed
from ..common.wording import number
from .storeys import Storeys
from .versions import LeftOut, Life, RowLives, left_out, status_text

WHY = {
    Life.COMING: ("not there yet", "endnu ikke opført"),
    Life.HISTORIC: ("historic", "historisk"),
    Life.FAILED: ("registered by mistake", "fejlregistreret"),
    Life.CLOSED: ("a closed case", "en afsluttet eller henlagt sag"),
    Life.OTHER: ("neither standing, coming nor gone", "hverken opført, på vej eller væk"),
    Life.NOT_YET: ("a version that is yet to begin", "en version, der endnu ikke gælder"),
    Life.ENDED: ("an ended version", "en ophørt version"),
    Life.OLDER: ("an older version or the same row again", "en ældre version eller den samme række igen"),
}
"""Why a row does not stand, in English and in Danish."""


def why(one: LeftOut) -> tuple[str, str]:
    """The reason with its code, in English and in Danish."""
    code = f" (status {one.code})" if one.code else ""
    english, danish = WHY[one.life]
    return english + code, danish + code


def reasons(life: npt.NDArray[np.int8], lives: RowLives) -> list[str]:
    """Why each row does not stand, in Danish, (n,), "" for one that does."""
    out = [""] * len(lives)
    for one in left_out(life, lives):
        for row in one.rows:
            out[row] = why(one)[1]
    return out


def counted_by_reason(found: Sequence[LeftOut]) -> tuple[str, str]:
    """How many rows have each reason, in English and in Danish, for a sentence."""
    told = [[f"{number(len(one.rows))} {why(one)[language]}" for one in found] for language in (0, 1)]
    return ", ".join(told[0]), ", ".join(told[1])


def status_notes(layer: str, life: npt.NDArray[np.int8], lives: RowLives) -> list[Note]:
    """What must be known of a layer's status: codes that say nothing, rows without one, and one of another register."""
    notes = []
    odd = Counter(status_text(lives, row) for row in np.flatnonzero(life == Life.OTHER).tolist())
    if odd:
        notes.append(
            _warning(
                "{count:row|rows} of {layer} {count:=has|have} a status that says neither that a building stands, is "
                "coming nor is gone, and {count:=is|are} left out: {codes}.",
                "{count:række|rækker} i {layer} har en status, der hverken siger opført, på vej eller væk, og er "
                "udeladt: {codes}.",
                count=sum(odd.values()),
                layer=layer,
                codes=listed([f"'{code}' ({number(times)})" for code, times in sorted(odd.items())]),
            )
        )
    unsaid = int(np.isnan(lives.status).sum())
    if lives.foreign:
        words = sorted({one for one in lives.written if one})
        notes.append(
            _note(
                "The status of {layer} is not BBR's ({words}) and is not used: every row is taken to stand.",
                "Status i {layer} er ikke BBR's ({words}) og er ikke brugt: alle rækker regnes for stående.",
                layer=layer,
                words=listed(words, 5),
            )
        )
    elif 0 < unsaid < len(lives):
        notes.append(
            _note(
                "{count:row|rows} of {layer} {count:=states|state} no status and {count:=is|are} taken to stand.",
                "{count:række|rækker} i {layer} har ingen status og regnes for stående.",
                count=unsaid,
                layer=layer,
            )
        )
    return notes


def storey_notes(layer: str, storeys: Storeys) -> list[Note]:
    """What the rows of a storeys table leave open, and what was told from a designation alone."""
    notes = []
    if storeys.roof_unstated + storeys.basement_unstated:
        notes.append(
            _warning(
                "{layer}: {roof:roof storey|roof storeys} and {basement:basement|basements} without an area. The "
                "others of their building are added up; where none has one, the building's own figure holds, or it is "
                "unknown.",
                "{layer}: {roof:tagetage|tagetager} og {basement:kælder|kældre} uden areal. Bygningens øvrige "
                "er lagt sammen; har ingen af dem et, gælder bygningens eget tal, eller det er ukendt.",
                layer=layer,
                roof=storeys.roof_unstated,
                basement=storeys.basement_unstated,
            )
        )
    if storeys.by_initial:
        notes.append(
            _warning(
                "{count:storey|storeys} of {layer} {count:=is taken for a basement|are taken for basements}, because "
                "the designation begins with k: {names}.",
                "{count:etage|etager} i {layer} er regnet for {count:=kælder|kældre}, fordi betegnelsen begynder med "
                "k: {names}.",
                count=sum(storeys.by_initial.values()),
                layer=layer,
                names=listed([f"'{name}' ({number(times)})" for name, times in sorted(storeys.by_initial.items())]),
            )
        )
    return notes


def _note(english: str, danish: str, **values: object) -> Note:
    return Note(english, values, danish=danish)


def _warning(english: str, danish: str, **values: object) -> Note:
    return Note(english, values, warning=True, danish=danish)
