"""The account of a hearing: every property is heard, or stands there with the reason why not; and no row is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from ..common.law import references
from ..common.wording import capitalised, joined, plain_plural
from .near import Near
from .properties import HeardProperty
from .receivers import DIGITAL, NOWHERE, PRINT, Receiver, post_order, receivers_of
from .rows import NEIGHBOUR, OWNER, ROLES, TENANT, USER, OwnerRows

HEARD, PARTLY, NOT = "ja", "delvist", "nej"
"""Whether letters were made to all, some or none of a property's owners."""
NO_KEY = "planens lag kender ikke ejendommens nummer, så ejeren kan ikke slås op"
NO_OWNER = "der er ingen ejer i udtrækket"
TENANTS_ONLY = "der er kun lejere eller brugere i udtrækket, og ingen ejer"
WITHOUT_NUMBER = "rækken har intet ejendomsnummer"
UNTOUCHED = "ejendommen er ikke berørt af planen"
UNKNOWN_PROPERTY = "ejendommen findes ikke i planens lag"
REPEATED = "rækken gentager en anden: samme modtager, ejendom og rolle"


@dataclass(frozen=True)
class Holding:
    """What a receiver has to do with a property."""

    property: HeardProperty
    roles: tuple[str, ...]
    """Of ROLES, in that order."""


@dataclass(frozen=True)
class Letter:
    """One letter: to one receiver, on all that is theirs."""

    number: int
    """From 1 in the order of sending; 0 for one that cannot be sent."""
    receiver: Receiver
    holdings: tuple[Holding, ...]
    parties: tuple[str, ...] = ()
    """Kinds of party, of a receiver in the table of others."""

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role of the receiver, neighbours' as NEIGHBOUR."""
        found = {NEIGHBOUR if one.property.near else role for one in self.holdings for role in one.roles}
        return tuple(one for one in (*ROLES, NEIGHBOUR) if one in found) + self.parties


@dataclass(frozen=True)
class PropertyResult:
    """What the account says of a property."""

    property: HeardProperty
    heard: str
    """HEARD, PARTLY or NOT."""
    why: str
    """The reason where not all of its owners are heard."""
    owners: int
    """Owners of it, each once, and in `reached` those who get a letter."""
    reached: int
    others: int
    """Tenants and users who get a letter."""
    letters: tuple[int, ...]


@dataclass(frozen=True)
class RowLeft:
    """A row of the table that leads to no letter of its own."""

    row: int
    written: str
    """The number of the property as it stands there."""
    name: str
    why: str


@dataclass(frozen=True)
class Account:
    """The whole hearing."""

    results: Sequence[PropertyResult]
    letters: Sequence[Letter]
    """Those that are sent, by number."""
    unsent: Sequence[Letter]
    """Receivers whom no letter reaches."""
    left: Sequence[RowLeft]
    near: Sequence[Near]
    rows: int
    """Rows of the table of owners."""
    unknown_roles: dict[str, int]
    """Role as it is written → rows, for those that are none."""
    repaired_ids: int

    @cached_property
    def by_role(self) -> dict[str, int]:
        """How many receivers of letters each group has; one with two roles counts in both."""
        return dict(Counter(role for one in self.letters for role in one.roles))

    @cached_property
    def unsent_by_role(self) -> dict[str, int]:
        """How many of each group no letter reaches; counted as `by_role`."""
        return dict(Counter(role for one in self.unsent for role in one.roles))

    def names(self, role: str) -> bool:
        """Whether the tables name anybody of a group, whether or not a letter reaches them."""
        return role in self.by_role or role in self.unsent_by_role

    @property
    def plan_results(self) -> list[PropertyResult]:
        """Those of the plan's own properties, without the near ones that are heard too."""
        return [one for one in self.results if not one.property.near]

    def count(self, heard: str) -> int:
        """How many of the plan's properties are heard so."""
        return sum(one.heard == heard for one in self.plan_results)

    def sent(self, way: str) -> int:
        """How many letters go that way."""
        return sum(one.receiver.way == way for one in self.letters)

    def left_because(self, why: str) -> int:
        """How many rows lead to no letter for a reason."""
        return sum(one.why == why for one in self.left)


def account_of(
    properties: Sequence[HeardProperty],
    near: Sequence[Near],
    owners: OwnerRows,
    others: OwnerRows | None,
    known: Collection[str],
) -> Account:
    """The hearing of some properties.

    `known` are the keys of all properties in the plan's layers, so that a row on one of them is told from a row on
    nothing. Among `properties` are those of `near` that somebody decided to hear.
    """
    places = {one.key: position for position, one in enumerate(properties) if one.key}
    held = [next((places[key] for key in keys if key in places), None) for keys in owners.properties]
    left = [
        RowLeft(owners.rows[row], owners.written[row], owners.names[row], _why_left(owners.properties[row], known))
        for row, place in enumerate(held)
        if place is None
    ]
    every = owners if others is None else rows_together(owners, others)
    parties = range(len(owners), len(every))
    wanted = [*(row for row, place in enumerate(held) if place is not None), *parties]
    letters = []
    for receiver in sorted(receivers_of(every, wanted), key=post_order):
        of_owners = [row for row in receiver.rows if row < len(owners)]
        roles: dict[int, dict[str, None]] = {}
        for row in of_owners:
            place = held[row]
            if place is not None:
                if every.roles[row] in roles.setdefault(place, {}):
                    left.append(RowLeft(owners.rows[row], owners.written[row], owners.names[row], REPEATED))
                roles[place].setdefault(every.roles[row])
        kinds = dict.fromkeys(every.roles[row] for row in receiver.rows if row >= len(owners))
        holdings = tuple(
            Holding(properties[place], tuple(one for one in ROLES if one in roles[place])) for place in sorted(roles)
        )
        letters.append(Letter(0, receiver, holdings, tuple(kinds)))
    sent = [one for one in letters if one.receiver.way != NOWHERE]
    numbered = [replace(one, number=number) for number, one in enumerate(sent, start=1)]
    unsent = [one for one in letters if one.receiver.way == NOWHERE]
    return Account(
        results=_results(properties, [*numbered, *unsent]),
        letters=numbered,
        unsent=unsent,
        left=sorted(left, key=lambda one: one.row),
        near=near,
        rows=len(owners),
        unknown_roles=dict(Counter(one for one in owners.roles_said if one)),
        repaired_ids=owners.repaired_ids,
    )


def rows_together(first: OwnerRows, second: OwnerRows) -> OwnerRows:
    """The rows of two tables, those of the first before those of the second."""
    joined_columns: dict[str, Any] = {
        one.name: [*getattr(first, one.name), *getattr(second, one.name)]
        for one in fields(first)
        if one.name != "repaired_ids"
    }
    return OwnerRows(**joined_columns, repaired_ids=first.repaired_ids + second.repaired_ids)


def _why_left(keys: Sequence[str], known: Collection[str]) -> str:
    if not keys:
        return WITHOUT_NUMBER
    return UNTOUCHED if any(key in known for key in keys) else UNKNOWN_PROPERTY


def _results(properties: Sequence[HeardProperty], letters: Sequence[Letter]) -> list[PropertyResult]:
    of_property: dict[int, list[tuple[Letter, tuple[str, ...]]]] = {}
    places = {id(one): place for place, one in enumerate(properties)}
    for letter in letters:
        for holding in letter.holdings:
            of_property.setdefault(places[id(holding.property)], []).append((letter, holding.roles))
    return [_result(one, of_property.get(place, [])) for place, one in enumerate(properties)]


def _result(one: HeardProperty, letters: Sequence[tuple[Letter, tuple[str, ...]]]) -> PropertyResult:
    owners = [letter for letter, roles in letters if OWNER in roles]
    reached = [letter for letter in owners if letter.number]
    others = [letter for letter, roles in letters if OWNER not in roles and letter.number]
    why = ""
    if not owners:
        why = NO_KEY if not one.key else TENANTS_ONLY if letters else NO_OWNER
    elif len(reached) < len(owners):
        lacking = [letter.receiver for letter in owners if not letter.number]
        counted = plain_plural(len(lacking), "ejer får intet brev", "ejere får intet brev")
        why = f"{counted}: {'; '.join(dict.fromkeys(each.lacks for each in lacking))}"
    return PropertyResult(
        property=one,
        heard=NOT if not reached else PARTLY if len(reached) < len(owners) else HEARD,
        why=why,
        owners=len(owners),
        reached=len(reached),
        others=len(others),
        letters=tuple(sorted(letter.number for letter, _ in letters if letter.number)),
    )


def remark_on_group(account: Account, role: str, lacking: str) -> str:
    """What the account says of a group of receivers: whom of it no letter reaches, or `lacking` where it has nobody."""
    if not account.names(role):
        return lacking
    count = account.unsent_by_role.get(role, 0)
    if not count:
        return ""
    where = "udtrækket" if role in (*ROLES, NEIGHBOUR) else "listen"
    return f"{count} i {where} får intet brev: {_told_by_others(count)}."


def _told_by_others(count: int) -> str:
    return f"kommunen skal selv sørge for, at {'den' if count == 1 else 'de'} får besked"


# ---- the proof in a sentence -----------------------------------------------------------------------------------------


def proof(account: Account) -> list[str]:
    """The account in sentences: who gets a letter, of how many properties, who does not, and whom nobody named."""
    results = account.plan_results
    heard, partly, not_heard = (account.count(one) for one in (HEARD, PARTLY, NOT))
    said = [
        f"Høringen omfatter {_properties(len(results))} med en bygning, som forslaget nævner, eller i et besluttet "
        f"kulturmiljø. {_of_all(heard, len(results))} er der lavet brev til alle ejere, som udtrækket nævner."
    ]
    # The plan's statement counts the properties with a designated building that its provisions bind, and those alone.
    without = sum(not one.property.bound for one in results)
    if without:
        said += _unbound_told(without, len(results))
    if partly:
        said.append(f"For {_properties(partly)} er der lavet brev til nogle af ejerne, men ikke til alle.")
    if not_heard:
        said.append(f"For {_properties(not_heard)} er der ikke lavet brev til nogen ejer.")
    if partly or not_heard:
        said.append("De står hver for sig i listen over ejendomme, der mangler, med grunden.")
    ways = [
        plain_plural(count, one, several)
        for count, one, several in (
            (account.sent(DIGITAL), "til digital post", "til digital post"),
            (account.sent(PRINT), "til print", "til print"),
        )
        if count
    ]
    letters = plain_plural(len(account.letters), "brev", "breve")
    said.append(f"Der er {letters} i alt{f', heraf {joined(ways)}' if ways else ''}; hver modtager får ét.")
    said += _tenants_told(account)
    return said


def _tenants_told(account: Account) -> list[str]:
    """What is said of tenants and users, whom the law names beside the owners."""
    said = []
    unnamed = [name for role, name in ((TENANT, "lejere"), (USER, "brugere")) if not account.names(role)]
    unreached = _tenants_counted(account.unsent_by_role)
    if unnamed:
        said.append(
            f"Udtrækket nævner ingen {joined(unnamed, 'og ingen')} af de berørte ejendomme. "
            f"{capitalised(str(references()['letters']))} nævner "
            f"også {joined(unnamed)}, så kommunen skal selv sørge for, at de får besked."
        )
    if reached := _tenants_counted(account.by_role):
        said.append(f"Også {joined(reached)} får brev. Om udtrækket nævner dem alle, ved programmet ikke.")
    if unreached:
        count = account.unsent_by_role.get(TENANT, 0) + account.unsent_by_role.get(USER, 0)
        said.append(f"{capitalised(joined(unreached))} i udtrækket får intet brev: {_told_by_others(count)}.")
    return said


def _tenants_counted(by_role: Mapping[str, int]) -> list[str]:
    counts = ((by_role.get(TENANT, 0), "lejer", "lejere"), (by_role.get(USER, 0), "bruger", "brugere"))
    return [plain_plural(count, one, several) for count, one, several in counts if count]


def _unbound_told(count: int, of: int) -> list[str]:
    """What is said of properties without a building that the provisions bind: they need not be in the plan's area."""
    has = "Ejendommen har" if of == 1 else f"Af de {_properties(of)} har {_properties(count)}"
    they, whose, those = ("den", "dens", "Den") if count == 1 else ("de", "deres", f"De {count}")
    return [
        f"{has} ingen bygning, som planens bestemmelser skal gælde for; {they} ligger i et kulturmiljø eller har en "
        "fredet bygning eller en kirke.",
        f"{those} uden en bygning, som bestemmelserne gælder for, er kun omfattet af planen, hvis {whose} jordstykker "
        "står i bestemmelsernes § 2.",
    ]


def _of_all(heard: int, count: int) -> str:
    if heard == count:
        return "For dem alle" if count != 1 else "For den"
    return f"For {heard} af dem"


def _properties(count: int) -> str:
    return plain_plural(count, "ejendom", "ejendomme")
