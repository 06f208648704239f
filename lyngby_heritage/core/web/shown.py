"""Which cultural environments the public and the følgegruppe are shown: the one choice of website and working paper."""

from __future__ import annotations

from ..plan.content import Plan
from ..plan.environments import with_evidence
from .settings import settings


def shown_environments(plan: Plan) -> list[int]:
    """Their positions in the plan's environments, the decided ones first, by the limits of data/web/settings.json."""
    if plan.environments is None:
        return []
    least, most = settings().proposals
    return with_evidence(plan.environments, plan.environment_of, plan.buildings.designated, least, most)


def shown_proposals(plan: Plan) -> list[int]:
    """Those of them that nobody has decided on."""
    environments = plan.environments
    return [] if environments is None else [one for one in shown_environments(plan) if not environments.is_decided(one)]
