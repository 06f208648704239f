"""Says which rows of BBR are left out, and why: the same words in every tool's log, report and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.data import load
from ..common.errors import Note, listed, note_in_both, warning_in_both
from ..common.wording import capitalised, number, spans
from .storeys import Storeys
from .versions import FILE, LeftOut, Life, RowLives, left_out, status_text


@dataclass(frozen=True)
class Words:
    """Why rows do not stand, as a sentence goes on with it, in English and in Danish."""

    english: str
    danish: str
    of_building: str = ""
    """What it means for a building, in Danish."""


def words_of(life: Life) -> Words:
    """The words of a kind of row that does not stand (`left_out` of `data/registers/bbr_rows.json`)."""
    return Words(**load(FILE)["left_out"][life.name])


def why(one: LeftOut) -> tuple[str, str]:
    """The reason with its code, in English and in Danish."""
    words, code = words_of(one.life), f" (status {one.code})" if one.code else ""
    return words.english + code, words.danish + code


def why_kind(life: Life) -> tuple[str, str]:
    """The reason with all the codes that say it, in English and in Danish: for a line that counts such rows."""
    words = words_of(life)
    return words.english + _codes(life, "and"), words.danish + _codes(life, "og")


def why_row(life: Life, code: str, building: bool) -> str:
    """The reason of one row as a Danish sentence; `code` is its status as it stands there."""
    words = words_of(life)
    status = f" (status {code})" if code and (life == Life.OTHER or _codes(life, "og")) else ""
    return f"{capitalised(words.danish)}{status}{_meaning(words) if building else ''}."


def gone(life: Life) -> str:
    """What has become of a building of which no row stands, as a Danish sentence goes on: "er historisk …"."""
    words = words_of(life)
    only = "" if _codes(life, "og") or life == Life.OTHER else "kun "
    return f"er {only}{words.danish}{_codes(life, 'og')}{_meaning(words)}"


def _meaning(words: Words) -> str:
    return f", {words.of_building}" if words.of_building else ""


def _codes(life: Life, last: str) -> str:
    """The codes of a kind, "" for what no code says."""
    codes = load(FILE)["life_cycle"].get(life.name.lower())
    return f" (status {spans(codes, last)})" if codes else ""


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
            warning_in_both(
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
            note_in_both(
                "The status of {layer} is not BBR's ({words}) and is not used: every row is taken to stand.",
                "Status i {layer} er ikke BBR's ({words}) og er ikke brugt: alle rækker regnes for stående.",
                layer=layer,
                words=listed(words, 5),
            )
        )
    elif 0 < unsaid < len(lives):
        notes.append(
            note_in_both(
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
            warning_in_both(
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
            warning_in_both(
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
