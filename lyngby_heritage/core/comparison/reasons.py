"""`begrundelse` of a comparison: what became of a building, and which of its facts or of the rules has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..common.wording import percent, plain_spaces
from ..designation.chosen_values import neighbour_value as todays_neighbour_value
from ..designation.rule import (
    ATTACHED_HOUSES,
    CODES,
    DECISION,
    HIGH_VALUE,
    NOT_REGISTERED,
    REVIEW,
    UNIFORM_FOUR,
    UNIFORM_OR_NEAR_HIGH,
)
from .compare import KEPT, NEW, NOBODY, OTHER_GROUND, REMOVED, Compared, Side
from .settings import SettingChanges, setting_changes

BY_DECISION = CODES[DECISION]
NO_READABLE_VALUE = "ingen brugbar SAVE-værdi"


class State(NamedTuple):
    """What one of the two designations says of a building; None is unknown."""

    there: bool
    designated: int
    ground: str | None
    save: int
    neighbours: int | None
    alike: int | None
    share: float | None
    rule_value: bool
    """Whether its value is the one that the rule for value 4 is asked for."""

    @property
    def decided(self) -> bool:
        """Whether a decision of the council stands behind it."""
        return self.ground == BY_DECISION

    @property
    def four(self) -> bool:
        """Whether the rule for the 4s decided it."""
        return self.there and self.rule_value and not self.decided


ABSENT = State(False, 0, None, 0, None, None, None, False)


class Settings(NamedTuple):
    """The rules of both designations: what differs, and the rule of the later one, None for unknown."""

    changes: SettingChanges
    rule: int | None


def reasons(compared: Compared, before: Side, after: Side, start: int, end: int) -> Iterator[str]:
    """The sentences of the buildings from `start` up to `end`, in the order of `compared`."""
    old_rows, new_rows = compared.matched.before[start:end], compared.matched.after[start:end]
    settings = Settings(setting_changes(before.basis, after.basis), after.basis.rule if after.basis else None)
    written: dict[tuple[object, ...], str] = {}
    columns = zip(
        compared.change[start:end].tolist(),
        _states(before, old_rows),
        _states(after, new_rows),
        old_rows.tolist(),
        new_rows.tolist(),
    )
    for change, was, now, old, new in columns:
        quotes = _quotes(was, now, before.reasons, after.reasons, old, new)
        key = (change, was, now, quotes)
        if key not in written:
            written[key] = _sentence(change, was, now, quotes, settings)
        yield written[key]


def _states(side: Side, rows: npt.NDArray[np.intp]) -> Iterator[State]:
    there = rows != NOBODY
    chosen = rows[there]
    rule_value = neighbour_value(side)
    made = map(
        State._make,
        zip(
            (True for _ in range(len(chosen))),
            side.designated[chosen].tolist(),
            (side.grounds[one] for one in chosen.tolist()),
            side.save[chosen].tolist(),
            _known(side.neighbours[chosen], int),
            _known(side.alike[chosen], int),
            _known(side.share[chosen], float),
            (side.save[chosen] == rule_value).tolist(),
        ),
    )
    return (next(made) if one else ABSENT for one in there.tolist())


def neighbour_value(side: Side) -> int:
    """The value that the rule was asked for: as its metadata says, else as the municipality's choice is today."""
    return side.basis.neighbour_value if side.basis is not None else todays_neighbour_value()


def _known(values: npt.NDArray[np.float64], kind: type) -> list[Any]:
    return [None if one != one else kind(one) for one in values.tolist()]


def _quotes(
    was: State,
    now: State,
    old: Sequence[str | None],
    new: Sequence[str | None],
    old_row: int,
    new_row: int,
) -> tuple[str, str]:
    """What stands of the building's decision in the two designations, word for word; "" where there is none."""
    return (
        (old[old_row] or "").strip() if was.there and was.decided else "",
        (new[new_row] or "").strip() if now.there and now.decided else "",
    )


def _sentence(change: int, was: State, now: State, quotes: tuple[str, str], settings: Settings) -> str:
    parts = [_verdict(change, was, now), *_causes(was, now, quotes, settings)]
    if len(parts) == 1 and was.there and now.there:
        if change == KEPT:
            parts.append("Intet er ændret.")
        elif change in (NEW, REMOVED, OTHER_GROUND):
            parts.append(_only_the_rules(now, settings.changes))
    return " ".join(parts)


def _verdict(change: int, was: State, now: State) -> str:
    if change == NEW:
        return f"Ny: udpeget {_ground(now)}."
    if change == REMOVED:
        return f"Udgået: var udpeget {_ground(was)}."
    if change == KEPT:
        return f"Fastholdt: {_standing(now)}."
    if change == OTHER_GROUND:
        still = _yes(now if now.there else was)
        if not (was.there and now.there):
            return f"Intet grundlag {'nu: var' if was.there else 'før: er'} {still}."
        return f"Andet grundlag: fortsat {still}, før {_ground(was)}, nu {_ground(now)}."
    return f"Kan ikke afgøres: {' og '.join(_unknown(was, 'før') + _unknown(now, 'nu'))}."


def _standing(state: State) -> str:
    return f"{_yes(state)} {_ground(state)}" if state.designated else f"{_yes(state)} ({_ground(state)})"


def _yes(state: State) -> str:
    return "udpeget" if state.designated == 1 else "ikke udpeget"


def _ground(state: State) -> str:
    """The ground in words that fit after 'udpeget' and after 'før'."""
    value = f"SAVE-værdi {state.save}" if state.save >= 1 else NO_READABLE_VALUE
    ruled = state.save if state.save >= 1 else todays_neighbour_value()
    return {
        BY_DECISION: "ved særskilt beslutning",
        CODES[HIGH_VALUE]: f"på {value}",
        CODES[UNIFORM_FOUR]: f"med {value} efter reglen for værdi {ruled}",
        CODES[REVIEW]: f"{value}, til vurdering",
        CODES[NOT_REGISTERED]: NO_READABLE_VALUE,
    }.get(state.ground or "", value)


def _unknown(state: State, when: str) -> list[str]:
    if not state.there:
        return []
    if state.designated < 0:
        return [f"det står ikke, om bygningen {'var' if when == 'før' else 'er'} udpeget {when}"]
    return [] if state.ground else [f"grundlaget {when} er ikke oplyst"]


def _causes(was: State, now: State, quotes: tuple[str, str], settings: Settings) -> list[str]:
    if not was.there:
        return ["Bygningen er ny i data.", *_decision(was, now, quotes)]
    if not now.there:
        return ["Bygningen findes ikke længere i data."]
    causes = _decision(was, now, quotes) + _value(was, now)
    if was.four and now.four and was != now:
        causes += _uniformity(was, now, settings)
    return causes


def _decision(was: State, now: State, quotes: tuple[str, str]) -> list[str]:
    before, after = quotes
    if now.decided and not was.decided:
        return [_quoted("Der er truffet en særskilt beslutning", after)]
    if was.decided and not now.decided:
        return ["Den særskilte beslutning, der gjaldt før, gælder ikke længere."]
    if now.decided and was.designated != now.designated:
        return [_quoted("Den særskilte beslutning er ændret", after)]
    if now.decided and was.save == now.save and before != after:
        return [_quoted("Det, der står om beslutningen, er ændret", after)]
    return []


def _quoted(sentence: str, text: str) -> str:
    return f"{sentence}: »{text}«" if text else f"{sentence}."


def _value(was: State, now: State) -> list[str]:
    before, after = max(was.save, 0), max(now.save, 0)
    if before == after:
        return []
    if not before:
        return [f"Bygningen har fået SAVE-værdi {after}; før havde den {NO_READABLE_VALUE}."]
    if not after:
        return [f"SAVE-værdien {before} er væk; nu har bygningen {NO_READABLE_VALUE}."]
    return [f"SAVE-værdien er ændret fra {before} til {after}."]


def _uniformity(was: State, now: State, settings: Settings) -> list[str]:
    """What has changed for a 4 that the rule decided both times: its neighbours, the rule, or neither that is known."""
    changes = settings.changes
    if (was.neighbours, was.alike) == (now.neighbours, now.alike):
        return [] if was.ground == now.ground else [_same_figures(now, settings)]
    if was.neighbours is None:
        return [f"Ensartetheden er nu {_share(now)}; før var den ikke oplyst."]
    return [f"Ensartetheden er ændret fra {_share(was)} til {_share(now)}.", _other_figures(changes)]


def _same_figures(now: State, settings: Settings) -> str:
    """Why a 4 of unchanged uniformity is judged otherwise."""
    changes, same = settings.changes, f"Ensartetheden er uændret {_share(now)}"
    if not changes.known:
        return f"{same}. Hvilken regel og hvilke tærskler der gjaldt {changes.unknown_when}, er ikke oplyst."
    rules = (*changes.values, *changes.verdict)
    if rules:
        return f"{same}, så det er reglen eller tærsklen for værdi {now.save}, der er ændret{_bracketed(rules)}."
    about = {
        UNIFORM_OR_NEAR_HIGH: "om der ligger en bygning med høj værdi i nærheden",
        ATTACHED_HOUSES: "bygningens anvendelse",
    }.get(-1 if settings.rule is None else settings.rule, "oplysningerne om bygningen")
    return f"{same}, og reglen er den samme, så det er {about}, der er ændret."


def _other_figures(changes: SettingChanges) -> str:
    """Why the uniformity of a 4 is another."""
    if not changes.known:
        return (
            "Det er oplysningerne om bygningen, dens naboer eller tærsklerne for, hvornår to bygninger ligner "
            "hinanden, der er ændret."
        )
    if changes.figures:
        return f"Indstillingerne er ændret{_bracketed((*changes.figures, *changes.verdict))}."
    also = f" Indstillingerne er også ændret{_bracketed(changes.verdict)}." if changes.verdict else ""
    return f"Det er oplysningerne om bygningen eller dens naboer, der er ændret.{also}"


def _bracketed(changes: Sequence[str]) -> str:
    return f" ({'; '.join(changes)})" if changes else ""


def _share(state: State) -> str:
    if state.neighbours is None:
        return "ukendt"
    if not state.neighbours:
        return "ukendt (ingen naboer at sammenligne med)"
    share = (state.alike or 0) / state.neighbours if state.share is None else state.share
    return f"{plain_spaces(percent(share, 1, fixed=False))} ({state.alike or 0} af {state.neighbours} naboer ligner)"


def _only_the_rules(now: State, changes: SettingChanges) -> str:
    value = f"SAVE-værdien er uændret {now.save}" if now.save >= 1 else "Bygningen har fortsat ingen brugbar SAVE-værdi"
    if changes.known and not changes.values:
        return f"{value}, og hvilke værdier der udpeges, er det samme; udpegningen kan være rettet i laget."
    return f"{value}, så det er reglerne for udpegning, der er ændret{_bracketed(changes.values)}."
