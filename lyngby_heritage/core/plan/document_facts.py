"""What the Word template of a document of the plan may ask for, by placeholder."""

from __future__ import annotations

from ..common.profile import current
from .content import Plan


def document_facts(plan: Plan, document: str) -> dict[str, str]:
    """The facts of a document, such as "Redegørelse", for `documents.word.word_document`."""
    profile = current()
    return {
        "titel": plan.title,
        "plannummer": plan.number,
        "dokument": document,
        "tilstand": plan.state.name,
        "tilstand_tekst": plan.state.sentence,
        "dato": plan.date,
        "kommune": "" if profile is None or profile.built_in else profile.name,
    }
