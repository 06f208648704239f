"""What the package's files say of themselves: title, abstract, keywords, who stands behind them, and the dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..common.data import load
from ..common.plan_names import plan_title
from ..common.profile import current
from ..registers.municipalities import authority_name
from .content import Plan, counted_buildings


@dataclass(frozen=True)
class About:
    """What is said of the package as a whole; "" for what nobody has said."""

    title: str
    abstract: str
    keywords: tuple[str, ...]
    language: str
    owner: str
    """The authority behind the plan."""
    contact: str
    """Where a person writes to it: mailto:, tel: or https:."""
    licence: str
    rights: str
    source: str
    """Whose data the package is made from."""
    published: date | None
    """The day that the adopted plan was made public."""


def about(plan: Plan, version: str) -> About:
    """What the profile and the run say. `version` is that of the plugin."""
    words = load("rules/project.json")["metadata"]
    title = plan_title(plan.number, plan.title)
    abstract = words["abstract"].format(
        title=title,
        state=plan.state.sentence,
        date=plan.date,
        version=version,
        buildings=counted_buildings(len(plan.buildings)),
    )
    return About(
        title=title,
        abstract=abstract,
        keywords=tuple(words["keywords"]),
        language=words["language"],
        owner=words["owner"] or _municipality(),
        contact=load("web/settings.json")["contact"]["url"],
        licence=words["licence"],
        rights=words["rights"],
        source=plan.source,
        published=plan.state.published,
    )


def _municipality() -> str:
    """The municipality of the profile, as an authority; "" where no profile says which: the settings are anybody's."""
    profile = current()
    return authority_name(profile.municipality) if profile is not None and profile.municipality else ""
