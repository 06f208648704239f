"""Whom the council notifies when it has adopted the plan: owners of what it binds, and all who answered in time.

Source: planloven § 31, as read in a private reprint. Tenants are not among them; authorities and associations are, of
whom no data here tell.

Who answered after the deadline, or without a date, is listed with that, for a person to decide on.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..common.arrays import Booleans
from ..common.law import references
from ..designation.binding import bound_by_plan, unbound_as_withheld
from ..hearing.account import NO_OWNER
from ..hearing.receivers import Receiver, name_key, receivers_of
from ..hearing.rows import OWNER, OwnerRows, property_key
from ..tables.table import TEXT, Column, Table
from .answers import Answers
from .book import is_late
from .places import Known

IN_TIME, LATE, UNDATED = "svarede inden fristen", "svarede efter fristen: tag stilling", "svar uden dato: tag stilling"
NOBODY_KNOWN = "[ejer mangler]"
"""Stands for the owner of what the plan binds where the table of owners has none: a blank for a person to fill in."""
IN_ENVIRONMENTS, ON_NO_LIST = "[ejere i kulturmiljøerne]", "står ikke i listen: tag stilling, jf. bestemmelsernes § 2"
"""Stand for the owners of what lies in a decided environment without a designated building: the layers do not tell
whether the plan binds it."""
APART, WHY_APART = "[ejere af fredede bygninger og kirker]", "fredet bygning eller kirke, kun nævnt til oplysning"
NOT_PUBLIC = "[ejere af bygninger, som registret ikke offentliggør]"
WHY_NOT_PUBLIC = "udpeget, men ikke nævnt i planen"
NOT_NAMED = "står ikke i listen: planen nævner dem ikke; tag stilling"
"""Stand for the owners of what the plan does not bind, though it names it, or would if it were public."""
AUTHORITIES = "[myndigheder og foreninger]"
"""Stands for those whom § 31 names too and no answer or register of owners tells of."""
COLUMNS = (
    Column("Modtager", TEXT, 30),
    Column("C/o", TEXT, 20),
    Column("Adresse", TEXT, 30),
    Column("Postnr.", TEXT, 8),
    Column("By", TEXT, 18),
    Column("Land", TEXT, 12),
    Column("Id til digital post", TEXT, 20),
    Column("Hvorfor", TEXT, 40),
    Column("Svar", TEXT, 14),
    Column("Hvad der mangler", TEXT, 40),
)


@dataclass
class Notified:
    """One who is notified, and why."""

    name: str
    receiver: Receiver | None
    """None of one who answered and is in no table of owners, the answer alone being known; and of the blanks."""
    reasons: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    lacks: str = "adressen er ikke i data: se svaret"
    """What is missing of one without a receiver; a receiver says it itself."""


def notice_list(
    answers: Answers,
    owners: OwnerRows | None,
    bound: Mapping[str, str],
    deadline: datetime.date | None,
    environments: bool = False,
) -> list[Notified]:
    """The list: owners first, what has none among `owners`, then those who answered and own nothing that is bound.

    `bound` are the properties with a building that the plan binds, by `property_key`, and what each is called;
    `environments` says whether the plan has decided environments. An answer is its owner's where the names are the
    same and one owner alone has it.
    """
    found: list[Notified] = []
    by_name: dict[tuple[str, ...], list[Notified]] = {}
    if owners is not None:
        wanted = [
            row
            for row in range(len(owners))
            if owners.roles[row] == OWNER and any(key in bound for key in owners.properties[row])
        ]
        for receiver in receivers_of(owners, wanted):
            called = [bound[key] for row in receiver.rows for key in owners.properties[row] if key in bound]
            one = Notified(receiver.name, receiver, [f"ejer af {name}" for name in dict.fromkeys(called)])
            found.append(one)
            by_name.setdefault(name_key(receiver.name), []).append(one)
        owned = {key for row in wanted for key in owners.properties[row]}
        found += [
            Notified(NOBODY_KNOWN, None, [f"ejer af {name}"], lacks=NO_OWNER)
            for key, name in bound.items()
            if key not in owned
        ]
        if environments:
            why = "ejer i et kulturmiljø, uden en udpeget bygning på ejendommen"
            found.append(Notified(IN_ENVIRONMENTS, None, [why], lacks=ON_NO_LIST))
    for answer in answers.answers:
        why = UNDATED if answer.day is None and deadline else LATE if is_late(answer.day, deadline) else IN_TIME
        known = by_name.get(name_key(answer.sender), []) if answer.sender else []
        if len(known) == 1:
            one = known[0]
        else:
            one = Notified(answer.sender, None)
            found.append(one)
            if answer.sender:
                by_name[name_key(answer.sender)] = [*known, one] if known else [one]
        if why not in one.reasons:
            one.reasons.append(why)
        one.labels.append(answer.label)
    return found


def authorities_row() -> Notified:
    """The row for authorities and associations, which stand in the hearing's list of other parties.

    >>> authorities_row().lacks
    'står ikke i listen: tag dem fra høringens liste over andre parter (planlovens § 31)'
    """
    lacks = f"står ikke i listen: tag dem fra høringens liste over andre parter ({references()['notice'].cite})"
    return Notified(AUTHORITIES, None, ["skal også underrettes om den vedtagne plan"], lacks=lacks)


@dataclass(frozen=True)
class Standing:
    """How the buildings stand in the plan that is adopted, all (n,)."""

    designated: Booleans
    """As the layer says."""
    apart: Booleans
    """Listed buildings and churches (`annex.kinds_apart`): the plan names them, and its provisions do not bind them."""
    withheld: Booleans
    """Which the register keeps from the public, and the plan therefore does not name."""

    @property
    def bound(self) -> Booleans:
        """What the plan binds, as its own documents count it (`plan.content.Buildings.designated`)."""
        return bound_by_plan(self.designated, self.apart, self.withheld)

    def of(self, ids: Sequence[str], asked: Sequence[str]) -> Standing:
        """The same of the buildings asked for, (m,), by their ids; what has none, or is not there, is nothing."""
        rows = {one: row for row, one in enumerate(ids) if one}
        places = np.array([rows.get(one, -1) for one in asked], dtype=np.intp)
        there = places >= 0
        if not ids:
            return Standing(there, there, there)
        return Standing(*(there & one[places] for one in (self.designated, self.apart, self.withheld)))


def adopted_standing(before: Standing, known: Known, after: Standing, later: Known, told: Sequence[bool]) -> Standing:
    """How the buildings of AFTER stand in the plan that is adopted, (m,): § 31 names owners of what that plan binds.

    `known` and `later` are the buildings of BEFORE and AFTER. `told` says whether AFTER tells of what stands apart, and
    of what is withheld: what it has no column for is as it was at the hearing.
    """
    earlier = before.of(known.ids, later.ids)
    apart, withheld = told
    return Standing(
        after.designated, after.apart if apart else earlier.apart, after.withheld if withheld else earlier.withheld
    )


def adopted_buildings(known: Known, later: Known) -> Known:
    """The buildings of AFTER, whose property and address are those of BEFORE where AFTER does not tell them."""
    rows = {one: row for row, one in enumerate(known.ids) if one}

    def told(after: Sequence[str], before: Sequence[str]) -> list[str]:
        return [said or (before[rows[one]] if one in rows else "") for one, said in zip(later.ids, after)]

    return replace(
        later, properties=told(later.properties, known.properties), addresses=told(later.addresses, known.addresses)
    )


def unbound_rows(standing: Standing) -> list[Notified]:
    """The rows for owners of what stands apart, and of what the plan does not name; those of which there is any."""
    kept = unbound_as_withheld(standing.designated, standing.apart, standing.withheld)
    apart = Notified(APART, None, [WHY_APART], lacks=ON_NO_LIST)
    not_public = Notified(NOT_PUBLIC, None, [WHY_NOT_PUBLIC], lacks=NOT_NAMED)
    return [one for one, rows in ((apart, standing.apart), (not_public, kept)) if rows.any()]


def bound_properties(known: Known, bound_buildings: Sequence[bool]) -> dict[str, str]:
    """The properties with a building that the plan binds, by the form that numbers are compared in, and an address."""
    bound: dict[str, str] = {}
    for row, yes in enumerate(bound_buildings):
        key = property_key(known.properties[row])
        if yes and key:
            bound.setdefault(key, known.addresses[row] or f"ejendom {known.properties[row]}")
    return bound


def notice_table(listed: Sequence[Notified]) -> Table:
    """The list as the sheet of a workbook; it names people and stays with the municipality."""
    rows = []
    for one in listed:
        to = one.receiver
        place = ("", "", "", "", "", "") if to is None else (
            *(to.co, to.address, to.postcode, to.town, to.country, to.post_id),
        )  # fmt: skip
        lacks = one.lacks if to is None else to.lacks
        rows.append((one.name or "uden navn", *place, "; ".join(one.reasons), ", ".join(one.labels), lacks))
    values = [[value or None for value in column] for column in zip(*rows)] if rows else [[] for _ in COLUMNS]
    return Table("Underretning § 31", COLUMNS, values, kept=1, nothing="Der er ingen at underrette.")
