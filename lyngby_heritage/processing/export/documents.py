"""The documents of the package: annexes and the draft of the provisions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.documents import blanks_in, document_template, word_document
from ...core.plan.annexes import building_tables, imprint, in_one
from ...core.plan.property_annex import property_tables
from ...core.plan.provisions import DOCUMENT, provisions
from ...core.plan.word_facts import municipality_called, word_facts
from ...core.tables.danish_csv import csv_bytes
from ...core.tables.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.common.errors import Check
    from ...core.plan.content import Plan
    from ...core.plan.sheets import Sheet

MAPS, BUILDINGS_XLSX, BUILDINGS_CSV = "kort.pdf", "bilag_bygninger.xlsx", "bilag_bygninger.csv"
PROPERTIES_XLSX, PROVISIONS = "bilag_ejendomme.xlsx", "bestemmelser.md"
PROVISIONS_DOCX = "bestemmelser.docx"
ANNEXES = (BUILDINGS_XLSX, BUILDINGS_CSV, PROPERTIES_XLSX)


def write_documents(staged: Path, plan: Plan, sheets: Sequence[Sheet], knows_listed: bool, check: Check) -> int:
    """Write the documents into a folder. `knows_listed` is whether the data say which buildings are listed.

    Returns how many blanks the provisions have for a person.
    """
    write_annexes(staged, plan, sheets, knows_listed, check)
    text = provisions(plan, {"kort": MAPS, "bygninger": BUILDINGS_XLSX}, knows_listed)
    return write_text(staged, PROVISIONS, text, word_facts(plan, DOCUMENT), check)


def write_text(staged: Path, name: str, text: str, facts: Mapping[str, str], check: Check) -> int:
    """Write a text as it is and as a Word file beside it; how many blanks it has for a person."""
    (staged / name).write_bytes(text.encode("utf-8"))
    check()
    (staged / f"{name.removesuffix('.md')}.docx").write_bytes(word_document(text, document_template(), facts, check))
    return blanks_in(text)


def write_annexes(staged: Path, plan: Plan, sheets: Sequence[Sheet], knows_listed: bool, check: Check) -> None:
    """Write the lists of buildings and of properties."""
    printed = imprint(plan, municipality_called())
    tables = building_tables(plan, sheets, knows_listed)
    (staged / BUILDINGS_XLSX).write_bytes(workbook_bytes(tables, check, printed))
    (staged / BUILDINGS_CSV).write_bytes(csv_bytes(in_one(tables), check))
    if plan.plots is not None:
        (staged / PROPERTIES_XLSX).write_bytes(workbook_bytes(property_tables(plan), check, printed))
