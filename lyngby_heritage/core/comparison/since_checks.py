"""Whether what was given can be this plan's registers of a later day: else a run would tell that all is gone.

Refused is what no planner can mean: a plan that nobody adopted, registers of before the plan, those of another
municipality, and ids that hardly any building of the plan has. What merely cannot be told is said.
"""

from __future__ import annotations

from datetime import date

from ..common.data import load
from ..common.errors import HeritageError, Note, listed
from .since import FILE, History, Stock
from .since_plots import Plots


def most_foreign() -> float:
    """The share of rows of another municipality from which a layer is taken for that one's."""
    return float(load(FILE)["refused"]["most_foreign_share"])


def refuse_unknown_ids(layer: str, plan: Stock, now: Stock, history: History | None) -> None:
    """HeritageError where so many of the plan's buildings are missing that the registers must be the wrong ones.

    Neither their ids nor BBR's account of them is there.
    """
    known = {one for one in now.ids if one}
    told = set(history.gone) | set(history.since) if history is not None else set()
    asked = [one for one in plan.ids if one]
    if not asked:
        raise HeritageError(
            "PLAN: no building of the package has an id in the field '{field}', so none can be found again.",
            field="bygning_id",
        )
    missing = [label for one, label in zip(plan.ids, plan.labels) if one and one not in known and one not in told]
    if len(missing) > load(FILE)["refused"]["most_missing_share"] * len(asked):
        raise HeritageError(
            "BUILDINGS: {missing:,} of the plan's {asked:building|buildings} are not in the layer {layer}, such as "
            "{examples}. So many are not pulled down in a few years: it holds another area, or ids of another kind. "
            "Give the result of 'Prepare buildings' on this year's registers, with BBR's ids (id_lokalId) in "
            "'{field}'.",
            missing=len(missing),
            asked=len(asked),
            layer=layer,
            examples=listed(missing, 3),
            field="bygning_id",
        )


def refuse_unknown_properties(layer: str, then: Plots, now: Plots) -> None:
    """HeritageError where not one property of the plan is among those of today."""
    ours, theirs = set(then.properties) - {""}, set(now.properties) - {""}
    if ours and not ours & theirs:
        raise HeritageError(
            "PROPERTIES: no property of the plan is in the layer {layer}. Its ids are such as {theirs}, the plan's "
            "such as {ours}. Give the result of 'Check plot ratio and storeys' for the plan's area.",
            layer=layer,
            theirs=listed(sorted(theirs), 3) or "-",
            ours=listed(sorted(ours), 3),
        )


def refuse_older(layer: str, parameter: str, last_written: str, reference: date) -> None:
    """HeritageError where a file was last written before the plan; a file that is younger may be a copy, and passes."""
    if last_written and date.fromisoformat(last_written) < reference:
        raise HeritageError(
            "{layer} ({parameter}) was written on {day}, and the plan is of {plan}: it cannot say what has happened "
            "since. Give the registers as they are now.",
            layer=layer,
            parameter=parameter,
            day=date.fromisoformat(last_written),
            plan=reference,
        )


def refuse_old_history(layer: str, history: History, reference: date) -> list[Note]:
    """HeritageError where BBR's last entry is from before the plan; a note where a small one may hold none since."""
    if not history.newest:
        return [
            Note(
                "{layer}: no row says when it began or was registered, so no event of a building has a date.",
                {"layer": layer},
                warning=True,
                danish="{layer}: ingen række oplyser, hvornår den gælder fra, så ingen hændelse med en bygning har en "
                "dato.",
            )
        ]
    newest = date.fromisoformat(history.newest)
    if newest >= reference:
        return []
    values: dict[str, object] = {"layer": layer, "newest": newest, "plan": reference}
    if history.rows >= load(FILE)["refused"]["least_rows_to_date"]:
        raise HeritageError(
            "{layer} (BBR): the latest of its {rows:,} rows is of {newest}, and the plan is of {plan}: the extract is "
            "from before the plan. Give BBR with history as it is now.",
            rows=history.rows,
            **values,
        )
    return [
        Note(
            "{layer}: the latest entry is of {newest}, before the plan ({plan}). Is the extract from before the plan?",
            values,
            warning=True,
            danish="{layer}: den nyeste oplysning er fra {newest}, før planen ({plan}). Er udtrækket fra før planen?",
        )
    ]
