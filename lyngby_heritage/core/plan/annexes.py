"""The annex of buildings: those that the plan designates, all others, and those that stand apart, by running number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from ..common.dates import read_date
from ..common.plan_names import plan_title
from ..common.wording import capitalised, joined, plain_spaces, plural
from ..designation.chosen_values import reason_of
from ..registers.registration import SUB_VALUES
from ..tables import Column, Imprint, Table
from ..tables.table import WHOLE
from ..tables.workbook import ABOUT
from .content import NOWHERE, Buildings, Plan, ground_words
from .plan_groups import plan_groups
from .running_numbers import by_place, in_order
from .sheet_choice import NONE, best_sheet
from .sheets import Sheet
from .state import PlanState
from .web_address import building_link

OTHERS, LISTED, CHURCHES = "Øvrige bygninger", "Fredede bygninger", "kirker"
NUMBER, GROUND, GROUP = "Nr.", "Grund til udpegning", "Gruppe"
GROUND_OF_OTHERS, GROUND_OF_APART = "Hvorfor ikke i planen", "Hvorfor ikke i bestemmelserne"
OF_LISTED = "Fredet: følger bygningsfredningsloven"
OF_CHURCH = "Kirke: folkekirkens kirker følger deres egen lov"
LINK = "Hjemmeside"

_SUB_VALUES = ("Arkitektonisk", "Kulturhistorisk", "Miljømæssig", "Originalitet", "Tilstand")
"""SAVE's five parameters, in the order of SUB_VALUES."""


@dataclass(frozen=True)
class _Filled:
    """A column and its value for every building, (n,)."""

    column: Column
    values: Sequence[Any]


def building_tables(plan: Plan, sheets: Sequence[Sheet], knows_listed: bool = True) -> list[Table]:
    """The buildings that the plan designates, the others with the reason why not, and those apart; and what they say.

    The first and the third go by their running numbers, the second by district and address. `knows_listed` is whether
    the data say which buildings are listed.
    """
    b = plan.buildings
    filled = _columns(plan, sheets)
    designated, apart = b.designated.tolist(), b.apart.tolist()
    numbered = in_order(plan.numbers)
    within = [row for row in numbered if designated[row]]
    beside = [row for row in numbered if apart[row] and not designated[row]]
    ordered = by_place(plan.districts, plan.listing.places, b.ids, plan.listing.lent)
    others = [row for row in ordered if not designated[row] and not apart[row]]
    note = " ".join(_unknown(plan, sheets))

    def table(title: str, rows: Sequence[int], ground: str, nothing: str) -> Table:
        columns = [_headed(one.column, ground, rows is not others) for one in filled]
        return Table(title, columns, [[one.values[row] for row in rows] for one in filled], 2, nothing, note)

    return [
        table(plan.state.designated_heading, within, GROUND, f"Ingen bygning {plan.state.is_designated}."),
        table(OTHERS, others, GROUND_OF_OTHERS, "Der er ingen øvrige bygninger."),
        table(_title_of_apart(b), beside, GROUND_OF_APART, _none_apart(knows_listed)),
        _about(plan, sheets, knows_listed, (len(within), len(others), len(beside))),
    ]


def in_one(tables: Sequence[Table]) -> Table:
    """What a file of one table holds of `building_tables`: all that the plan names, those apart last.

    The columns of the ground and of the group say which is which.
    """
    ours, _, theirs, *_ = tables
    return Table(ours.title, ours.columns, [[*mine, *apart] for mine, apart in zip(ours.values, theirs.values)])


def imprint(plan: Plan, author: str) -> Imprint:
    """What stands on each page of the annexes."""
    return Imprint(plan_title(plan.number, plan.title), plan.state.sentence, read_date(plan.date), author)


_ID = "Bygnings-id"


def _columns(plan: Plan, sheets: Sequence[Sheet]) -> list[_Filled]:
    """The columns as they are in every sheet. One that nothing is known for stands to the right of the paper."""
    b = plan.buildings
    shown = [None if one == NONE else one for one in best_sheet(sheets, b.geometries, b.points).tolist()]
    preserved = list(map(capitalised, plan.preserved_by))
    environments = _environments(plan)
    designated, apart = b.designated.tolist(), b.apart.tolist()
    grounds = [
        OF_LISTED if listed else OF_CHURCH if church else ground_words(code, yes)
        for listed, church, code, yes in zip(b.listed.tolist(), b.churches.tolist(), b.ground, designated)
    ]
    beside = _at_each_address(b, plan.state)
    return [
        _Filled(Column(NUMBER, WHOLE, 6), plan.numbers),
        _Filled(Column("Adresse", width=28), list(map(capitalised, plan.listing.called))),
        _Filled(Column("Matrikel", width=24, prints=any(plan.parcels)), plan.parcels),
        _Filled(Column("Kortblad", WHOLE, 8, any(shown)), shown),
        _Filled(Column("SAVE-værdi", WHOLE, 6), _values(b.save.tolist())),
        *_sub_values(b),
        _Filled(Column("Anvendelse", width=18), b.uses),
        _Filled(Column("Opførelsesår", WHOLE, 7), b.years),
        _Filled(Column(GROUND, width=19), grounds),
        _Filled(Column("Lokalplan med bevaring", width=20, prints=any(preserved)), preserved),
        _Filled(Column("Kulturmiljø", width=20, prints=any(environments)), environments),
        _Filled(Column("Begrundelse", width=75), list(map(reason_of, b.reasons, apart))),
        _Filled(Column("Bygninger på adressen", width=20, prints=False), [beside[one] for one in b.addresses]),
        _Filled(Column(GROUP, width=8, prints=False), [capitalised(one or "") for one in plan_groups(b)]),
        _Filled(Column("Ejerlav", width=18, prints=False), plan.districts),  # to sort and pick by
        _Filled(Column("Fredet", width=8, prints=False), ["ja" if one else "" for one in b.listed.tolist()]),
        _Filled(Column(_ID, width=38, prints=False), b.ids),
        *_links(plan),
    ]


def _links(plan: Plan) -> list[_Filled]:
    """Where the website has each building; no column where nobody knows where the website will stand."""
    if not plan.web_address:
        return []
    links = [building_link(plan.web_address, one) for one in plan.buildings.ids]
    return [_Filled(Column(LINK, width=60, prints=False), links)]


def _headed(column: Column, ground: str, numbered: bool) -> Column:
    """A column as one of the lists has it: under its own heading of the ground, and with numbers where it has any."""
    if column.heading == GROUND:
        return replace(column, heading=ground)
    return replace(column, prints=numbered) if column.heading == NUMBER else column


def _values(save: Sequence[int]) -> list[int | None]:
    return [one if one >= 1 else None for one in save]


def _sub_values(buildings: Buildings) -> list[_Filled]:
    """SAVE's five parameters, on paper where any building has one."""
    none = [None] * len(buildings)
    columns = [
        _values(buildings.sub_values[one].tolist()) if one in buildings.sub_values else none for one in SUB_VALUES
    ]
    known = any(one is not None for column in columns for one in column)
    return [_Filled(Column(heading, WHOLE, 5, known), column) for heading, column in zip(_SUB_VALUES, columns)]


def _environments(plan: Plan) -> list[str]:
    called = plan.environments
    if called is None:
        return [""] * len(plan.buildings)
    return ["" if one == NOWHERE else called.called(one) for one in plan.environment_of.tolist()]


def _at_each_address(buildings: Buildings, state: PlanState) -> dict[str, str]:
    """What stands at each address of more than one building, where the address alone does not say which is meant."""
    built = Counter(one for one in buildings.addresses if one)
    designated, listed = (
        Counter(compress(buildings.addresses, rows.tolist())) for rows in (buildings.designated, buildings.listed)
    )
    return {"": ""} | {
        one: f"{count}, {state.among(designated[one], count)}{_and_listed(listed[one])}" if count > 1 else ""
        for one, count in built.items()
    }


def _and_listed(count: int) -> str:
    return plain_spaces(f"; {plural(count, 'er fredet', 'er fredede')}") if count else ""


# ---- what is not known, and what the columns mean --------------------------------------------------------------------


def _title_of_apart(buildings: Buildings) -> str:
    return f"{LISTED} og {CHURCHES}" if buildings.churches.any() else LISTED


def _none_apart(knows_listed: bool) -> str:
    if knows_listed:
        return "Ingen bygning er fredet, og ingen er kirke."
    return "Data siger ikke, hvilke bygninger der er fredede. Ingen er kirke."


def _unknown(plan: Plan, sheets: Sequence[Sheet]) -> list[str]:
    """What no building of the plan could be told, in sentences."""
    found = []
    if not any(plan.parcels):
        found.append("Matrikelnumre er ikke kendt.")
    if plan.local_plans is None and not any(plan.preserved_by):
        found.append("Lokalplaner i kraft er ikke undersøgt.")
    if not sheets:
        found.append("Der er ingen kortblade.")
    return found


def _about(plan: Plan, sheets: Sequence[Sheet], knows_listed: bool, counts: tuple[int, int, int]) -> Table:
    """The sheet that says what the list is, and what its columns mean."""
    listed = "" if knows_listed else "Data siger ikke, hvilke bygninger der er fredede."
    told = [
        ("Plan", plan_title(plan.number, plan.title)),
        ("Tilstand", plan.state.sentence),
        ("Dannet", plan.date),
        ("Kilder", plan.source),
        ("Bygninger", _counted(plan, *counts)),
        ("Nr.", "Bygningens nummer i planen. Det er det samme i alle dens dokumenter."),
        (GROUP, "A, B eller C efter planens § 2; fredede bygninger og kirker har deres egen."),
        ("Kortblad", "Nummeret på det kortblad i kort.pdf, hvor bygningen ses bedst." if sheets else ""),
        (
            "SAVE-værdi",
            "Den samlede bevaringsværdi fra 1 (højest) til 9. "
            f"De fem delværdier er {joined([one.lower() for one in _SUB_VALUES])}. Tomt felt: ikke registreret.",
        ),
        (
            "Lokalplan med bevaring",
            "En anden gældende lokalplan med bestemmelser om bevaring, hvor bygningen ligger. Om de omfatter netop "
            "den bygning, fremgår af den plan.",
        ),
        (LINK, "Bygningens side på hjemmesiden." if plan.web_address else ""),
        ("Ikke kendt", " ".join([*_unknown(plan, sheets), listed]).strip()),
    ]
    rows = [(name, text) for name, text in told if text]
    return Table(ABOUT, (Column("Om", width=26), Column("Indhold", width=110)), list(zip(*rows)))


def _counted(plan: Plan, within: int, others: int, apart: int) -> str:
    """How many stand in each sheet, of what there is any."""
    many = plural(within, "bygning", "bygninger") if within else "Ingen bygning"
    sentences = [f"{many} {plan.state.is_designated}."]
    if apart:
        beside = plural(apart, "er fredet eller kirke og følger sin", "er fredede eller kirker og følger deres")
        sentences.append(f"{beside} egen lov.")
    if others:
        sentences.append(f"{plural(others, 'anden bygning', 'andre bygninger')} er med.")
    return plain_spaces(" ".join(sentences))
