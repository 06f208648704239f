"""The website's card of each building: the plan's card, with the sections that a municipality shows the public."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any

from ..common.wording import capitalised
from ..plan.card import NEIGHBOURS, Card, card_of
from ..plan.card_facts import Facts, HeldBy
from ..plan.may_i import before_answers, may_i, said_of_environment, said_of_land
from .content import Site, decided_environments, text, theme_codes, theme_names


def facts_of(site: Site, columns: Mapping[str, Sequence[Any]]) -> Callable[[int], Facts]:
    """A function that gives what the site knows of a row of `columns`, which are as of `content.checked`."""
    names = theme_names(site)
    answers = cache(lambda group: tuple(may_i(site.state, group)))
    land, perhaps = said_of_land(site.state), said_of_environment(site.state)
    places = {text(each.get("id")): text(each.get("name")) for each in site.environments}
    decided, before = decided_environments(site), before_answers(site.state)

    def on_land(of: Mapping[str, Any]) -> str:
        if of["on_listed_parcel"]:
            return land
        return perhaps if of["ensemble"] in decided else ""

    def facts(row: int) -> Facts:
        of = {name: column[row] for name, column in columns.items()}
        environment = of["ensemble"]
        return Facts(
            id=of["id"] or "",
            address=of["address"] or "",
            save=of["save"],
            ground=of["ground"] or "",
            designated=of["designated"],
            reason=of["reason"] or "",
            apart=of["apart"] or "",
            number=of["number"],
            year=of["year"],
            use=of["use"] or "",
            parcels=of["parcels"] or "",
            story=of["story"] or "",
            environment=(places.get(environment) or environment or "") if environment in places else "",
            standing=of["standing"] or "",
            in_force=site.state.in_force,
            placed=of["lon"] is not None,
            plots=of["plots"],
            plans=of["plans"],
            sub_values=of["sub_values"] or {},
            fbb_id=of["fbb_id"] or "",
            certainty=of["certainty"],
            answers=answers(of["group"]),
            before_answers=before,
            of_land="" if answers(of["group"]) else on_land(of),
            neighbours=of["neighbours"],
            alike_from=site.alike_from,
            themes=_held(of["themes"], of["themes_proposed"], names),
        )

    return facts


def cards_of(site: Site, columns: Mapping[str, Sequence[Any]], wanted: Collection[str]) -> Callable[[int], Card]:
    """A function that gives the card of a row of `columns`."""
    facts = facts_of(site, columns)
    # Neighbours stand where they decide: what is not told of any of them is no gap in what is known.
    others = [one for one in wanted if one != NEIGHBOURS]

    def card(row: int) -> Card:
        known = facts(row)
        return card_of(known, others if known.neighbours is None else wanted, site.state.answer)

    return card


def _held(held: str | None, proposed: str | None, names: Mapping[str, str]) -> tuple[HeldBy, ...] | None:
    if held is None:
        return None
    only = set(theme_codes(proposed or ""))
    return tuple(HeldBy(_title(code, names), code in only) for code in theme_codes(held))


def _title(code: str, names: Mapping[str, str]) -> str:
    name = names.get(code) or code.replace("_", " ")
    return capitalised(name)
