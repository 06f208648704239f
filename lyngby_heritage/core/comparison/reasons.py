"""`begrundelse` of a comparison: what became of a building, and which of its facts or of the rules has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..common.wording import decimal
from ..designation.chosen_values import neighbour_value
from ..designation.reasons import WHOLE_RULE, stated_decision, stated_rule
from ..designation.rule import CODES, DECISION, HIGH_VALUE, NOT_REGISTERED, REVIEW, UNIFORM_FOUR
from .compare import KEPT, NEW, NOBODY, OTHER_GROUND, REMOVED, Compared, Side

BY_DECISION = CODES[DECISION]
NO_READABLE_VALUE = "ingen læselig SAVE-værdi"


class State(NamedTuple):
    """What one of the two designations says of a building; None is unknown."""

    there: bool
    designated: int
    ground: str | None
    save: int
    neighbours: int | None
    alike: int | None
    share: float | None

    @property
    def decided(self) -> bool:
        """Whether a decision of the council stands behind it."""
        return self.ground == BY_DECISION

    @property
    def four(self) -> bool:
        """Whether the rule for the 4s decided it."""
        four: bool = self.save == neighbour_value()
        return self.there and four and not self.decided


ABSENT = State(False, 0, None, 0, None, None, None)


def reasons(compared: Compared, before: Side, after: Side, start: int, end: int) -> Iterator[str]:
    """The sentences of the buildings from `start` up to `end`, in the order of `compared`."""
    old_rows, new_rows = compared.matched.before[start:end], compared.matched.after[start:end]
    written: dict[tuple[object, ...], str] = {}
    columns = zip(
        compared.change[start:end].tolist(),
        _states(before, old_rows),
        _states(after, new_rows),
        old_rows.tolist(),
        new_rows.tolist(),
    )
    for change, was, now, old, new in columns:
        texts = _texts(was, now, before.reasons, after.reasons, old, new)
        key = (change, was, now, texts)
        if key not in written:
            written[key] = _sentence(change, was, now, *texts)
        yield written[key]


def _states(side: Side, rows: npt.NDArray[np.intp]) -> Iterator[State]:
    there = rows != NOBODY
    chosen = rows[there]
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
        ),
    )
    return (next(made) if one else ABSENT for one in there.tolist())


def _known(values: npt.NDArray[np.float64], kind: type) -> list[Any]:
    return [None if one != one else kind(one) for one in values.tolist()]


def _texts(
    was: State,
    now: State,
    old: Sequence[str | None],
    new: Sequence[str | None],
    old_row: int,
    new_row: int,
) -> tuple[str, str]:
    """The reasons of the two designations, where what they say of rule or decision can matter."""
    if was.decided or now.decided or (was != now and was.four and now.four):
        return (old[old_row] or "" if was.there else "", new[new_row] or "" if now.there else "")
    return "", ""


def _sentence(change: int, was: State, now: State, old_text: str, new_text: str) -> str:
    parts = [_verdict(change, was, now), *_causes(was, now, old_text, new_text)]
    if len(parts) == 1 and was.there and now.there:
        if change == KEPT:
            parts.append("Intet er ændret.")
        elif change in (NEW, REMOVED, OTHER_GROUND):
            parts.append(_only_the_rules(now))
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
            return f"Andet grundlag: {still}."
        return f"Andet grundlag: fortsat {still}, før {_ground(was)}, nu {_ground(now)}."
    return f"Kan ikke afgøres: {' og '.join(_unknown(was, 'før') + _unknown(now, 'nu'))}."


def _standing(state: State) -> str:
    return f"{_yes(state)} {_ground(state)}" if state.designated else f"{_yes(state)} ({_ground(state)})"


def _yes(state: State) -> str:
    return "udpeget" if state.designated == 1 else "ikke udpeget"


def _ground(state: State) -> str:
    """The ground in words that fit after 'udpeget' and after 'før'."""
    value = f"SAVE-værdi {state.save}" if state.save >= 1 else NO_READABLE_VALUE
    return {
        BY_DECISION: "ved særskilt beslutning",
        CODES[HIGH_VALUE]: f"på {value}",
        CODES[UNIFORM_FOUR]: f"med {value} efter reglen for værdi {neighbour_value()}",
        CODES[REVIEW]: f"{value}, til vurdering",
        CODES[NOT_REGISTERED]: NO_READABLE_VALUE,
    }.get(state.ground or "", value)


def _unknown(state: State, when: str) -> list[str]:
    if not state.there:
        return []
    if state.designated < 0:
        return [f"det står ikke, om bygningen {'var' if when == 'før' else 'er'} udpeget {when}"]
    return [] if state.ground else [f"grundlaget {when} er ikke oplyst"]


def _causes(was: State, now: State, old_text: str, new_text: str) -> list[str]:
    if not was.there:
        return ["Bygningen er ny i data.", *_decision(was, now, old_text, new_text)]
    if not now.there:
        return ["Bygningen findes ikke længere i data."]
    causes = _decision(was, now, old_text, new_text) + _value(was, now)
    if was.four and now.four and was != now:
        causes += _uniformity(was, now, stated_rule(old_text), stated_rule(new_text))
    return causes


def _decision(was: State, now: State, old_text: str, new_text: str) -> list[str]:
    if now.decided and not was.decided:
        return [f"Der er truffet en særskilt beslutning{_quoted(new_text)}."]
    if was.decided and not now.decided:
        return ["Den særskilte beslutning, der gjaldt før, gælder ikke længere."]
    if now.decided and was.designated != now.designated:
        return [f"Den særskilte beslutning er ændret{_quoted(new_text)}."]
    if now.decided and stated_decision(old_text) != stated_decision(new_text):
        return [f"Beslutningens kilde eller begrundelse er ændret{_quoted(new_text)}."]
    return []


def _quoted(text: str) -> str:
    said = stated_decision(text)
    return f" {said}" if said.startswith("(") else said


def _value(was: State, now: State) -> list[str]:
    before, after = max(was.save, 0), max(now.save, 0)
    if before == after:
        return []
    if not before:
        return [f"Bygningen har fået SAVE-værdi {after}; før havde den {NO_READABLE_VALUE}."]
    if not after:
        return [f"SAVE-værdien {before} er væk; nu har bygningen {NO_READABLE_VALUE}."]
    return [f"SAVE-værdien er ændret fra {before} til {after}."]


def _uniformity(was: State, now: State, old_rule: dict[str, str], new_rule: dict[str, str]) -> list[str]:
    """What has changed for a 4 that the rule decided both times: its neighbours, or the rule."""
    rules = _rule_changes(old_rule, new_rule)
    changed = f" ({'; '.join(rules)})" if rules else ""
    if (was.neighbours, was.alike) == (now.neighbours, now.alike):
        if was.ground == now.ground:
            return []
        same = f"Ensartetheden er uændret {_share(now)}"
        return [f"{same}, så det er reglen eller tærsklen for værdi {neighbour_value()}, der er ændret{changed}."]
    cause = (
        f"Indstillingerne er også ændret{changed}."
        if rules
        else "Det er oplysningerne om bygningen, dens naboer eller tærsklerne for, hvornår to ligner, der er ændret."
    )
    return [f"Ensartetheden er ændret fra {_share(was)} til {_share(now)}.", cause]


def _rule_changes(old_rule: dict[str, str], new_rule: dict[str, str]) -> list[str]:
    """What the two designations say otherwise about the rule that they were made by."""
    changes = []
    if old_rule.get(WHOLE_RULE) != new_rule.get(WHOLE_RULE):
        changes += [f"før: {old_rule[WHOLE_RULE]}"] if WHOLE_RULE in old_rule else []
        changes += [f"nu: {new_rule[WHOLE_RULE]}"] if WHOLE_RULE in new_rule else []
    changes += [
        f"{name} var {old_rule[name]} og er nu {new_rule[name]}"
        for name in sorted(old_rule.keys() & new_rule.keys() - {WHOLE_RULE})
        if old_rule[name] != new_rule[name]
    ]
    return changes


def _share(state: State) -> str:
    if state.neighbours is None:
        return "ukendt"
    if not state.neighbours:
        return "ukendt (ingen naboer at sammenligne med)"
    share = (state.alike or 0) / state.neighbours if state.share is None else state.share
    return f"{decimal(share, 2, fixed=True)} ({state.alike or 0} af {state.neighbours} naboer ligner)"


def _only_the_rules(now: State) -> str:
    value = f"SAVE-værdien er uændret {now.save}" if now.save >= 1 else "Bygningen har fortsat ingen læselig SAVE-værdi"
    return f"{value}, så det er reglerne for udpegning, der er ændret."
