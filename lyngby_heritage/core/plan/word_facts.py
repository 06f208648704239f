"""What the plan says of itself on the front, in the head and at the foot of its Word documents."""

from __future__ import annotations

from ..common.plan_names import plan_title
from ..common.profile import current
from ..registers.municipalities import authority_name
from .content import Plan


def word_facts(plan: Plan, document: str) -> dict[str, str]:
    """The facts that a template can ask for (`documents.word_document`); `document` is what it is: "Bestemmelser"."""
    return {
        "titel": plan_title(plan.number, plan.title),
        "plannummer": plan.number,
        "dokument": document,
        "tilstand": plan.state.name,
        "tilstand_tekst": plan.state.sentence,
        "dato": plan.date,
        "kommune": municipality_called(),
    }


def municipality_called() -> str:
    """Whose the plan is: the municipality of the profile, else what the profile is called; "" without a profile."""
    profile = current()
    if profile is None or profile.built_in:
        return ""
    return authority_name(profile.municipality) if profile.municipality else profile.name
