"""Writes the working paper on proposed cultural environments, with a map of each drawn by QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import Note
from ...core.documents import document_template, word_document
from ...core.plan.proposal_paper import DOCUMENT, chosen_by, picture_name, proposal_paper
from ...core.plan.word_facts import word_facts
from .environment_maps import NOTE, environment_maps

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check
    from ...core.plan.content import Plan

PAPER = "kulturmiljoe_forslag.docx"


def write_environment_paper(
    staged: Path, plan: Plan, proposed: bool, crs: QgsCoordinateReferenceSystem, check: Check
) -> list[Note]:
    """Write the paper into a folder, where there is a proposal to work with. Returns what the log is told.

    `proposed` is whether the run has a layer of proposals.
    """
    from ...core.web.settings import settings
    from ...core.web.shown import shown_proposals

    positions = shown_proposals(plan)
    least, most = settings().proposals
    if not positions:
        return [Note(NO_PAPER, {"file": PAPER, "least": least})] if proposed else []
    maps = dict(zip(map(picture_name, positions), environment_maps(plan, positions, crs, check)))
    text = proposal_paper(plan, positions, chosen_by(least, most, plan.state), NOTE)
    written = word_document(text, document_template(), word_facts(plan, DOCUMENT), check, maps)
    (staged / PAPER).write_bytes(written)
    return [Note(WRITTEN, {"file": PAPER, "count": len(positions)})]


NO_PAPER = (
    "No proposal for a cultural environment is undecided and has {least:designated building|designated buildings} or "
    "more, so the working paper {file} is not written."
)
WRITTEN = "{file}: {count:proposal|proposals} for cultural environments, for people to assess."
